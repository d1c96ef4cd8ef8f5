import core.trigger_sql
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.manager
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("bibliography", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("studies", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="DefinedInstrument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                ("key", models.SlugField(max_length=60)),
                ("version", models.CharField(max_length=60)),
                ("name", models.CharField(max_length=200)),
                (
                    "table",
                    models.JSONField(
                        help_text="questions, answers, domains and their rules"
                    ),
                ),
                (
                    "is_offered",
                    models.BooleanField(
                        default=True, help_text="whether new rounds may use it"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key", "version"),
                        name="studies_definedinstrument_once",
                        violation_error_message="This instrument has such a version already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("key", ""), _negated=True),
                            models.Q(("version", ""), _negated=True),
                            models.Q(("name", ""), _negated=True),
                        ),
                        name="studies_definedinstrument_named",
                        violation_error_message="An instrument has a key, a version and a name.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_bump_revision()",
                            func="",
                            hash="5499b4d9d4d00b17c2608986cd51d41a529959c8",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump",
                            table="studies_definedinstrument",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="73e4c7bc28e23539a5bf2ac60413a8bc8040be87",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="studies_definedinstrument",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="edb464071f46b4332afa76d2cab506ef84d1fd92",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="studies_definedinstrument",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="6b48e9df991fda31298c3aa5536dbc4cb2f1cb48",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="studies_definedinstrument",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="b68e08f118702b2f40d04d683e10b142cdfd767b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_definedinstrument",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="e1b02cfb64c813843c228bc5b21f7ead305e23e3",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_keep_history_update",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_definedinstrument",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="ab86b8a5a7667e4f8cbf0a137f9fb90cf3222729",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_keep_history_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_definedinstrument",
                            when="AFTER",
                        ),
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken='(NEW.key, NEW.version, NEW."table") IS DISTINCT FROM (OLD.key, OLD.version, OLD."table") AND EXISTS ( SELECT 1 FROM studies_studyround c WHERE c.instrument = OLD.key AND c.version = OLD.version)',
                        name="used_version_stays",
                        operation="UPDATE",
                        table="studies_definedinstrument",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM studies_studyround c WHERE c.instrument = OLD.key AND c.version = OLD.version)",
                        name="used_version_is_kept",
                        operation="DELETE",
                        table="studies_definedinstrument",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="DefinedInstrumentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                ("key", models.SlugField(db_index=False, max_length=60)),
                ("version", models.CharField(max_length=60)),
                ("name", models.CharField(max_length=200)),
                (
                    "table",
                    models.JSONField(
                        help_text="questions, answers, domains and their rules"
                    ),
                ),
                (
                    "is_offered",
                    models.BooleanField(
                        default=True, help_text="whether new rounds may use it"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="studies.definedinstrument",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_refuse('append_only')",
                            func="",
                            hash="58c368da0c8b46bd4bdb966e7f0c1d60971e69c5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only",
                            table="studies_definedinstrumentevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemGuidance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                ("instrument", models.CharField(max_length=60)),
                ("domain", models.CharField(max_length=60)),
                ("question", models.CharField(max_length=60)),
                ("text", models.TextField()),
                ("written_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "item guidance",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("instrument", "domain", "question"),
                        name="studies_itemguidance_once",
                        violation_error_message="This question has guidance; change that.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_bump_revision()",
                            func="",
                            hash="65e04124eefddbcd86bae865ef841a97384eb2ff",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump",
                            table="studies_itemguidance",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="97ca9503020a81714cd2d4e04bf9681de44880b3",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="studies_itemguidance",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="06b21e515aac897e7366c534c71019db077b81c6",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="studies_itemguidance",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="bbbfee1a906dd050f09aa55f4f32fea9d4beea8e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="studies_itemguidance",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="bd15b64e5f00a02179c85a0a80757fc3945c2b6d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_itemguidance",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="85e143f12c1de39ad8e127155921f2ce7549840a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_keep_history_update",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_itemguidance",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="a2dc9611f1a14150f58c25054647603d0e6d0f7d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_keep_history_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_itemguidance",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ItemGuidanceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                ("instrument", models.CharField(max_length=60)),
                ("domain", models.CharField(max_length=60)),
                ("question", models.CharField(max_length=60)),
                ("text", models.TextField()),
                ("written_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="studies.itemguidance",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_refuse('append_only')",
                            func="",
                            hash="d80606ace5b339bae00c2b0cdc08c092cd10a700",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only",
                            table="studies_itemguidanceevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StudyRound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                (
                    "wanted",
                    models.PositiveSmallIntegerField(
                        default=2, help_text="how many reviewers judge, each alone"
                    ),
                ),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                (
                    "names_hidden",
                    models.BooleanField(
                        default=False,
                        help_text="whose judgement is whose stays hidden until they agreed on one",
                        verbose_name="names hidden until settled",
                    ),
                ),
                (
                    "why",
                    models.TextField(
                        blank=True,
                        help_text="why it was called, where it follows an opened one",
                    ),
                ),
                ("instrument", models.CharField(max_length=60)),
                ("version", models.CharField(max_length=60)),
                ("variant", models.CharField(blank=True, max_length=60)),
                (
                    "called_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "result",
                    models.ForeignKey(
                        blank=True,
                        help_text="where the instrument judges results, and not the whole study",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="studies.result",
                    ),
                ),
                (
                    "study",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="studies.study",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("wanted__gte", 1)),
                        name="studies_studyround_wants_someone",
                        violation_error_message="A round calls for at least one judgement.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("opened_at", None)),
                        fields=("study", "result", "instrument", "variant"),
                        name="studies_studyround_one_running",
                        nulls_distinct=False,
                        violation_error_message="This is being appraised with this instrument already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("instrument", ""), _negated=True),
                            models.Q(("version", ""), _negated=True),
                        ),
                        name="studies_studyround_names_instrument",
                        violation_error_message="A round names its instrument and the version of it.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_bump_revision()",
                            func="",
                            hash="68fd38e3dd5d6b2e0240c03a87184e856178ec22",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump",
                            table="studies_studyround",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="e4d1f50a5d3670de22e7c95e267d43c46491808f",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="studies_studyround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="84ba3309a7f9297ce6ed4df70547460380d7dd04",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="studies_studyround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="150f708c834c00396b3d7f3597f904831415dd37",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="studies_studyround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="2639a3363d85fe389c5a5747fc7a3fd10356cccb",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_studyround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="04518ea67ae0e93bd0141dc6d3eb008df92075f3",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_keep_history_update",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_studyround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="7c7301098728142ea51922d4ad2468298a9e832a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_keep_history_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_studyround",
                            when="AFTER",
                        ),
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM studies_result x WHERE x.id = NEW.result_id AND x.study_id <> NEW.study_id)",
                        name="round_on_result_of_study",
                        operation="INSERT OR UPDATE",
                        table="studies_studyround",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.opened_at IS NOT NULL AND NEW.wanted > ( SELECT count(*) FROM studies_appraisal g WHERE g.round_id = NEW.id AND g.submitted_at IS NOT NULL AND NOT g.is_consensus)",
                        name="round_opens_when_all_are_in",
                        operation="INSERT OR UPDATE",
                        table="studies_studyround",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="OLD.opened_at IS NOT NULL AND to_jsonb(OLD) - '{study_id,revision}'::text[] <> to_jsonb(NEW) - '{study_id,revision}'::text[]",
                        name="opened_round_stays",
                        operation="UPDATE",
                        table="studies_studyround",
                    ),
                    pgtrigger.compiler.Trigger(
                        name="opened_round_is_kept",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (OLD.opened_at IS NOT NULL)",
                            execute="core_refuse('opened_round_is_kept')",
                            func="",
                            hash="bb5989dc0fcbca3197a8840259791d9bc0c7f1bb",
                            operation="DELETE",
                            pgid="pgtrigger_opened_round_is_kept",
                            table="studies_studyround",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Appraisal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                ("is_consensus", models.BooleanField(default=False)),
                (
                    "answers",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="by question; NA where it was not asked",
                    ),
                ),
                (
                    "notes",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="what was written beside a question",
                    ),
                ),
                ("overall_proposed", models.CharField(blank=True, max_length=60)),
                ("overall", models.CharField(blank=True, max_length=60)),
                ("overall_why", models.TextField(blank=True)),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "settled",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="of a consensus: whose words each difference took, or why a third",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appraisals",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appraisals",
                        to="studies.studyround",
                    ),
                ),
            ],
            options={
                "base_manager_name": "unfiltered",
                "default_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_consensus", False)),
                        fields=("round", "reviewer"),
                        name="studies_appraisal_once",
                        violation_error_message="A reviewer appraises once in a round.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_consensus", True)),
                        fields=("round",),
                        name="studies_appraisal_one_consensus",
                        violation_error_message="A round has one consensus.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("overall", models.F("overall_proposed")),
                            models.Q(("overall_why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="studies_appraisal_override_explained",
                        violation_error_message="Overall: another judgement than the proposed one needs a reason.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_bump_revision()",
                            func="",
                            hash="48c2123992a9c6f64dcc3ef003326e0133687816",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump",
                            table="studies_appraisal",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="94a952fc5057fd17566735b2c425f1cc669c01d2",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="studies_appraisal",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM studies_studyround c WHERE c.id = r.round_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="98a355968fba241431af0508b20d6e2958f02c6b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="studies_appraisal",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM studies_studyround c WHERE c.id = r.round_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="8db5ce443b8c007a49499d6b058f3291021301c6",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="studies_appraisal",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM studies_studyround c WHERE c.id = r.round_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="54e418cdde7074496c53665d7b6a2fdb422efc26",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_appraisal",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="bc1d0d22eeb8d346618503ce4301f6ddc4a9b40c",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_keep_history_update",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_appraisal",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="75eeabcd824d67e9c9c1488888b89a9b2791f668",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_keep_history_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_appraisal",
                            when="AFTER",
                        ),
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NOT NEW.is_consensus AND NOT EXISTS ( SELECT 1 FROM studies_studyassignment a WHERE a.round_id = NEW.round_id AND a.reviewer_id = NEW.reviewer_id AND a.left_at IS NULL)",
                        name="appraisal_of_the_assigned",
                        operation="INSERT OR UPDATE",
                        table="studies_appraisal",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NOT NEW.is_consensus AND EXISTS ( SELECT 1 FROM studies_studyround c WHERE c.id = NEW.round_id AND c.opened_at IS NOT NULL)",
                        name="opened_round_takes_no_appraisals",
                        operation="INSERT OR UPDATE",
                        table="studies_appraisal",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.is_consensus AND NOT EXISTS ( SELECT 1 FROM studies_studyround c WHERE c.id = NEW.round_id AND c.opened_at IS NOT NULL)",
                        name="consensus_after_opening",
                        operation="INSERT OR UPDATE",
                        table="studies_appraisal",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="OLD.submitted_at IS NOT NULL AND EXISTS ( SELECT 1 FROM studies_studyround c WHERE c.id = OLD.round_id AND c.opened_at IS NOT NULL)",
                        name="submitted_appraisal_stays",
                        operation="UPDATE OR DELETE",
                        table="studies_appraisal",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.round_id <> OLD.round_id",
                        name="stays_in_round",
                        operation="UPDATE",
                        table="studies_appraisal",
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("unfiltered", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="AppraisalQuote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                ("domain", models.CharField(max_length=60)),
                ("question", models.CharField(blank=True, max_length=60)),
                ("quote", models.TextField()),
                ("place", models.CharField(blank=True, max_length=200)),
                (
                    "start",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="where they begin in it, in characters",
                        null=True,
                    ),
                ),
                (
                    "appraisal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quotes",
                        to="studies.appraisal",
                    ),
                ),
                (
                    "stored_text",
                    models.ForeignKey(
                        blank=True,
                        help_text="the text they were selected in",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appraisal_quotes",
                        to="bibliography.storedtext",
                    ),
                ),
            ],
            options={
                "base_manager_name": "unfiltered",
                "default_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("quote", ""), _negated=True),
                            models.Q(("domain", ""), _negated=True),
                        ),
                        name="studies_appraisalquote_quotes",
                        violation_error_message="A quote has words, and a domain they are for.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start", None),
                            ("stored_text__isnull", False),
                            _connector="OR",
                        ),
                        name="studies_appraisalquote_placed",
                        violation_error_message="A quote's place is one in a stored text.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_bump_revision()",
                            func="",
                            hash="bf54205d677fa8a7f4c6c2f2a64961367bc072b7",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump",
                            table="studies_appraisalquote",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="bc5df55b377c17a8d29454fbc52c0315b1168f1c",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="studies_appraisalquote",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM studies_appraisal g JOIN studies_studyround c ON c.id = g.round_id WHERE g.id = r.appraisal_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="cf1df2e9cb465506d9ba1b0a982587a427bef4b9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="studies_appraisalquote",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM studies_appraisal g JOIN studies_studyround c ON c.id = g.round_id WHERE g.id = r.appraisal_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="83f1a28952df8dd6fcb0b831d8634da8852fc049",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="studies_appraisalquote",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM studies_appraisal g JOIN studies_studyround c ON c.id = g.round_id WHERE g.id = r.appraisal_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="8a7ce77deb9d21eaae91d2562bd893a59c3a6ca2",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_appraisalquote",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="b6fb94f29202e5e40f03a18221ed83dcf8809420",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_keep_history_update",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_appraisalquote",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="7ddcf96a6dc3b538bbe091d658fc15b87e236e4d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_keep_history_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_appraisalquote",
                            when="AFTER",
                        ),
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM studies_appraisal g WHERE g.id = OLD.appraisal_id AND g.submitted_at IS NOT NULL)",
                        name="submitted_quotes_stay",
                        operation="UPDATE OR DELETE",
                        table="studies_appraisalquote",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM studies_appraisal g WHERE g.id = NEW.appraisal_id AND g.submitted_at IS NOT NULL)",
                        name="submitted_quotes_closed",
                        operation="INSERT OR UPDATE",
                        table="studies_appraisalquote",
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("unfiltered", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="AppraisalQuoteEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                ("domain", models.CharField(max_length=60)),
                ("question", models.CharField(blank=True, max_length=60)),
                ("quote", models.TextField()),
                ("place", models.CharField(blank=True, max_length=200)),
                (
                    "start",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="where they begin in it, in characters",
                        null=True,
                    ),
                ),
                (
                    "appraisal",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.appraisal",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="studies.appraisalquote",
                    ),
                ),
                (
                    "stored_text",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="the text they were selected in",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="bibliography.storedtext",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_refuse('append_only')",
                            func="",
                            hash="3a9db2861818011edf914aea7cce0c5f0a4aeab4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only",
                            table="studies_appraisalquoteevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                ("domain", models.CharField(max_length=60)),
                ("proposed", models.CharField(blank=True, max_length=60)),
                ("judgement", models.CharField(blank=True, max_length=60)),
                (
                    "why",
                    models.TextField(
                        blank=True, help_text="why it differs from the proposed"
                    ),
                ),
                (
                    "support",
                    models.TextField(blank=True, help_text="what it is judged by"),
                ),
                (
                    "appraisal",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judgements",
                        to="studies.appraisal",
                    ),
                ),
            ],
            options={
                "base_manager_name": "unfiltered",
                "default_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("appraisal", "domain"),
                        name="studies_judgement_once",
                        violation_error_message="This domain is judged already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("judgement", models.F("proposed")),
                            ("proposed", ""),
                            models.Q(("why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="studies_judgement_override_explained",
                        violation_error_message="Another judgement than the proposed one needs a reason.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_bump_revision()",
                            func="",
                            hash="1948d3fa7c9b7ffc8ca5ce74eed11a9dcbb2827d",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump",
                            table="studies_judgement",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="6ee1298c3507098697dd73801f153f29d1dcd1d7",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="studies_judgement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM studies_appraisal g JOIN studies_studyround c ON c.id = g.round_id WHERE g.id = r.appraisal_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="250dd767a6d39a14c4b35aca76af77400a9d11db",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="studies_judgement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM studies_appraisal g JOIN studies_studyround c ON c.id = g.round_id WHERE g.id = r.appraisal_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="11880af8a208ba665b7d3775efb29078c6a543e7",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="studies_judgement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM studies_appraisal g JOIN studies_studyround c ON c.id = g.round_id WHERE g.id = r.appraisal_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="53544a0b00a81037ace10a30bee2264c7ba14dfc",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_judgement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="6ced25ed7650a7ea1724ee986bc43fd39b46a6ef",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_keep_history_update",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_judgement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="17566c1987f25742366e3dd33580488c151bfb40",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_keep_history_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_judgement",
                            when="AFTER",
                        ),
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM studies_appraisal g WHERE g.id = OLD.appraisal_id AND g.submitted_at IS NOT NULL)",
                        name="submitted_judgements_stay",
                        operation="UPDATE OR DELETE",
                        table="studies_judgement",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM studies_appraisal g WHERE g.id = NEW.appraisal_id AND g.submitted_at IS NOT NULL)",
                        name="submitted_judgements_closed",
                        operation="INSERT OR UPDATE",
                        table="studies_judgement",
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("unfiltered", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="JudgementEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                ("domain", models.CharField(max_length=60)),
                ("proposed", models.CharField(blank=True, max_length=60)),
                ("judgement", models.CharField(blank=True, max_length=60)),
                (
                    "why",
                    models.TextField(
                        blank=True, help_text="why it differs from the proposed"
                    ),
                ),
                (
                    "support",
                    models.TextField(blank=True, help_text="what it is judged by"),
                ),
                (
                    "appraisal",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.appraisal",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="studies.judgement",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_refuse('append_only')",
                            func="",
                            hash="08621c3c0e05401a6f51414041609290c811e14f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only",
                            table="studies_judgementevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StudyAssignment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True,
                        primary_key=True,
                        serialize=False,
                        verbose_name="ID",
                    ),
                ),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                (
                    "left_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="when it was given back or taken away",
                        null=True,
                    ),
                ),
                (
                    "left_because",
                    models.TextField(
                        blank=True, help_text="why somebody else took it away"
                    ),
                ),
                (
                    "draft",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="the appraisal's form, until it is in",
                    ),
                ),
                (
                    "assigned_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="studies.studyround",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("left_because", ""),
                            ("left_at__isnull", False),
                            _connector="OR",
                        ),
                        name="studies_studyassignment_left_whole",
                        violation_error_message="Only a place that was left says why.",
                    ),
                    models.UniqueConstraint(
                        fields=("round", "reviewer"),
                        name="studies_studyassignment_once",
                        violation_error_message="A reviewer judges once in a round.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_bump_revision()",
                            func="",
                            hash="7c82091a3368cdee2355991bdc396df5f555dbd6",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump",
                            table="studies_studyassignment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="4502c159ee59e327d363d865b199f84db57462df",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="studies_studyassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM studies_studyround c WHERE c.id = r.round_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="8bf6e3cbcc4765578a3ff337e33ad26be100cace",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="studies_studyassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM studies_studyround c WHERE c.id = r.round_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="6daa5393980cbd50b7b005edfad9eb099a785740",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="studies_studyassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM studies_studyround c WHERE c.id = r.round_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="4c1daabe2a636ecf23470af9fce0b7a11ccef61a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_studyassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="3383917805cb98bd04a3366165da3f555cb90db0",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_keep_history_update",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_studyassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="91bc032ca8f40e222d1b19dcaa998fc5914a112c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_keep_history_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_studyassignment",
                            when="AFTER",
                        ),
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="(NEW.id IS NULL OR NEW.left_at IS NOT NULL OR NEW.round_id <> OLD.round_id OR NEW.reviewer_id <> OLD.reviewer_id) AND EXISTS ( SELECT 1 FROM studies_appraisal g WHERE g.round_id = OLD.round_id AND g.reviewer_id = OLD.reviewer_id AND NOT g.is_consensus)",
                        name="begun_assignment_stays",
                        operation="UPDATE OR DELETE",
                        table="studies_studyassignment",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.left_at IS NULL AND ( SELECT wanted FROM studies_studyround c WHERE c.id = NEW.round_id ) <= ( SELECT count(*) FROM studies_studyassignment a WHERE a.round_id = NEW.round_id AND a.left_at IS NULL AND a.id <> NEW.id)",
                        name="round_has_room",
                        operation="INSERT OR UPDATE",
                        table="studies_studyassignment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StudyAssignmentEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                (
                    "left_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="when it was given back or taken away",
                        null=True,
                    ),
                ),
                (
                    "left_because",
                    models.TextField(
                        blank=True, help_text="why somebody else took it away"
                    ),
                ),
                (
                    "assigned_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="studies.studyassignment",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.studyround",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_refuse('append_only')",
                            func="",
                            hash="95c97894b25b3ca6618b215679eb76ccde2579ef",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only",
                            table="studies_studyassignmentevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AppraisalEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                ("is_consensus", models.BooleanField(default=False)),
                (
                    "answers",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="by question; NA where it was not asked",
                    ),
                ),
                (
                    "notes",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="what was written beside a question",
                    ),
                ),
                ("overall_proposed", models.CharField(blank=True, max_length=60)),
                ("overall", models.CharField(blank=True, max_length=60)),
                ("overall_why", models.TextField(blank=True)),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "settled",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="of a consensus: whose words each difference took, or why a third",
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="studies.appraisal",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.studyround",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_refuse('append_only')",
                            func="",
                            hash="9b9b853762d3710306145aaf8225c621176fa7aa",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only",
                            table="studies_appraisalevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StudyRoundEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.BigIntegerField()),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                (
                    "wanted",
                    models.PositiveSmallIntegerField(
                        default=2, help_text="how many reviewers judge, each alone"
                    ),
                ),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                (
                    "names_hidden",
                    models.BooleanField(
                        default=False,
                        help_text="whose judgement is whose stays hidden until they agreed on one",
                        verbose_name="names hidden until settled",
                    ),
                ),
                (
                    "why",
                    models.TextField(
                        blank=True,
                        help_text="why it was called, where it follows an opened one",
                    ),
                ),
                ("instrument", models.CharField(max_length=60)),
                ("version", models.CharField(max_length=60)),
                ("variant", models.CharField(blank=True, max_length=60)),
                (
                    "called_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "pgh_context",
                    models.ForeignKey(
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="studies.studyround",
                    ),
                ),
                (
                    "result",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="where the instrument judges results, and not the whole study",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.result",
                    ),
                ),
                (
                    "study",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.study",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_refuse('append_only')",
                            func="",
                            hash="b049a058474a44f184dab35879f8da59ad7b2267",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only",
                            table="studies_studyroundevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
    ]
