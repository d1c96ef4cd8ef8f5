import core.trigger_sql
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.manager
import evidence.about.words
import evidence.people.words
import evidence.queue.words
import evidence.saved_searches.models
import evidence.talk.words
import evidence.twins.words
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("bibliography", "0001_initial"),
        ("claims", "0002_reviewing"),
        ("evidence", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("studies", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Authorship",
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
                ("is_own", models.BooleanField(verbose_name="it is theirs")),
                (
                    "answered_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now()
                    ),
                ),
                (
                    "reference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authorships",
                        to="bibliography.reference",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="authorships",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("user", "reference"),
                        name="evidence_authorship_once",
                        violation_error_message="You have answered this already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
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
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                (
                    "about",
                    models.CharField(
                        choices=evidence.talk.words.About.pairs, max_length=20
                    ),
                ),
                ("row_id", models.BigIntegerField(help_text="the record's number")),
                ("text", models.TextField()),
                (
                    "claim_rounds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="closed rounds of grading that they judge in, with it before them",
                        size=None,
                    ),
                ),
                (
                    "study_rounds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="closed rounds of appraising, likewise",
                        size=None,
                    ),
                ),
                ("resolved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "part",
                    models.CharField(
                        blank=True,
                        help_text="of a round: the part that it is about",
                        max_length=60,
                    ),
                ),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_from",
                        to="evidence.comment",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="evidence.comment",
                    ),
                ),
                (
                    "resolved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "base_manager_name": "unfiltered",
                "default_manager_name": "objects",
                "indexes": [
                    models.Index(
                        fields=["about", "row_id"], name="evidence_comment_about"
                    ),
                    models.Index(fields=["by"], name="evidence_comment_by_person"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("withdrawn_at", None),
                                ("withdrawn_by", None),
                                ("withdrawn_reason", ""),
                            ),
                            models.Q(
                                ("withdrawn_at__isnull", False),
                                ("withdrawn_by__isnull", False),
                                models.Q(("withdrawn_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_comment_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_comment_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="evidence_comment_worded",
                        violation_error_message="A comment has words.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("about", "comment"), _negated=True),
                        name="evidence_comment_not_on_a_comment",
                        violation_error_message="A comment is answered, not commented on.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("parent", None), ("resolved_at", None), _connector="OR"
                        ),
                        name="evidence_comment_threads_are_resolved",
                        violation_error_message="A whole thread is resolved, not a reply.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("resolved_at__isnull", True),
                                ("resolved_by__isnull", True),
                            ),
                            models.Q(
                                ("resolved_at__isnull", False),
                                ("resolved_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_comment_resolved_whole",
                        violation_error_message="What is resolved says by whom and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "about__in",
                                [
                                    "claim",
                                    "study",
                                    "result",
                                    "outcome",
                                    "reference",
                                    "article",
                                    "mention",
                                    "citationsupport",
                                    "citedwork",
                                    "evidencebase",
                                    "claimround",
                                    "studyround",
                                    "comment",
                                ],
                            )
                        ),
                        name="evidence_comment_about_word",
                        violation_error_message="About must be one of: claim, study, result, outcome, reference, article, mention, citationsupport, citedwork, evidencebase, claimround, studyround, comment.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_bump_revision()",
                            func="",
                            hash="f3c28289c27d69437bbd11afd699fcc7d5ace016",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump",
                            table="evidence_comment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="3a17c5277b57c2c2c7f0829e3143ebe184c76ac6",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="evidence_comment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('EXISTS (SELECT 1 FROM evidence_claimround c WHERE c.id = ANY(r.claim_rounds) AND c.opened_at IS NULL) OR EXISTS (SELECT 1 FROM studies_studyround c WHERE c.id = ANY(r.study_rounds) AND c.opened_at IS NULL)')",
                            func="",
                            hash="dcaf68d02504f3c5075de8cd601eb084d851ff3d",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="evidence_comment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('EXISTS (SELECT 1 FROM evidence_claimround c WHERE c.id = ANY(r.claim_rounds) AND c.opened_at IS NULL) OR EXISTS (SELECT 1 FROM studies_studyround c WHERE c.id = ANY(r.study_rounds) AND c.opened_at IS NULL)')",
                            func="",
                            hash="76bf26e347094ab9ff8f78fd2748cb507e6224ef",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="evidence_comment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('EXISTS (SELECT 1 FROM evidence_claimround c WHERE c.id = ANY(r.claim_rounds) AND c.opened_at IS NULL) OR EXISTS (SELECT 1 FROM studies_studyround c WHERE c.id = ANY(r.study_rounds) AND c.opened_at IS NULL)')",
                            func="",
                            hash="ce9c24ffe227b7c4bc90f9f95147a265819c8459",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="evidence_comment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="merges_into_what_stands",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id)",
                            execute="core_refuse_merging_into_merged('merges_into_what_stands')",
                            func="",
                            hash="1d100f53306f1f28b36d02b0b5dc0de6fec6af42",
                            operation="UPDATE",
                            pgid="pgtrigger_merges_into_what_stands",
                            table="evidence_comment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="d48afe6a24f86090c5aee8dc9f676f35a5d037e5",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_keep_history_update",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="evidence_comment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="f2541c0040c06b47fd22eef5ca30228670fe43fc",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_keep_history_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="evidence_comment",
                            when="AFTER",
                        ),
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS (SELECT 1 FROM evidence_comment p WHERE p.id = NEW.parent_id AND ( p.parent_id IS NOT NULL OR p.row_id <> NEW.row_id OR p.about <> NEW.about))",
                        name="reply_on_the_same_record",
                        operation="INSERT OR UPDATE",
                        table="evidence_comment",
                    ),
                    pgtrigger.compiler.Trigger(
                        name="stays_with_row",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (NEW.row_id IS DISTINCT FROM OLD.row_id)",
                            execute="core_refuse('stays_with_row')",
                            func="",
                            hash="41ffd96b261384bf1e3d17a4b24a0f6f5f7f54cb",
                            operation="UPDATE",
                            pgid="pgtrigger_stays_with_row",
                            table="evidence_comment",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("unfiltered", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="CommentEvent",
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
                    "withdrawn_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                (
                    "about",
                    models.CharField(
                        choices=evidence.talk.words.About.pairs, max_length=20
                    ),
                ),
                ("row_id", models.BigIntegerField(help_text="the record's number")),
                ("text", models.TextField()),
                (
                    "claim_rounds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="closed rounds of grading that they judge in, with it before them",
                        size=None,
                    ),
                ),
                (
                    "study_rounds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="closed rounds of appraising, likewise",
                        size=None,
                    ),
                ),
                ("resolved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "part",
                    models.CharField(
                        blank=True,
                        help_text="of a round: the part that it is about",
                        max_length=60,
                    ),
                ),
                ("edited_at", models.DateTimeField(blank=True, null=True)),
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
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.comment",
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.comment",
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
                        to="evidence.comment",
                    ),
                ),
                (
                    "resolved_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                            hash="af94f7533b6f3170addd7fe1a1da85affacf6e28",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only",
                            table="evidence_commentevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConflictRecord",
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
                (
                    "rule",
                    models.CharField(
                        choices=evidence.people.words.ConflictRule.pairs, max_length=14
                    ),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=evidence.people.words.ConflictOutcome.pairs,
                        max_length=10,
                    ),
                ),
                (
                    "because",
                    models.TextField(help_text="what of theirs meets what, in words"),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conflicts",
                        to="claims.claim",
                    ),
                ),
                (
                    "study",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conflicts",
                        to="studies.study",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conflicts",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["user", "claim", "rule"], name="evidence_conflict_claim"
                    ),
                    models.Index(
                        fields=["user", "study", "rule"], name="evidence_conflict_study"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("claim", None), ("study__isnull", False)),
                            models.Q(("claim__isnull", False), ("study", None)),
                            _connector="OR",
                        ),
                        name="evidence_conflictrecord_one_subject",
                        violation_error_message="A conflict is about one claim or one study.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "overridden"), _negated=True),
                            models.Q(
                                models.Q(("reason", ""), _negated=True),
                                models.Q(("by", models.F("user")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_conflictrecord_override_by_another",
                        violation_error_message="Somebody else lets a conflict through, and says why.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "rule__in",
                                [
                                    "own_submission",
                                    "own_article",
                                    "own_study",
                                    "same_name",
                                    "own_outlet",
                                    "own_funder",
                                    "affiliation",
                                ],
                            )
                        ),
                        name="evidence_conflictrecord_rule_word",
                        violation_error_message="Rule must be one of: own_submission, own_article, own_study, same_name, own_outlet, own_funder, affiliation.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome__in", ["refused", "asked", "noted", "overridden"])
                        ),
                        name="evidence_conflictrecord_outcome_word",
                        violation_error_message="Outcome must be one of: refused, asked, noted, overridden.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="immutable_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_refuse('immutable_update')",
                            func="",
                            hash="0734464c6592b619665f3442ac4ab071a16d3f0e",
                            operation="UPDATE",
                            pgid="pgtrigger_immutable_update",
                            table="evidence_conflictrecord",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="immutable_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_refuse('immutable_delete')",
                            func="",
                            hash="bb970b987806ff931a5b1b4d9aa774f01ad356ed",
                            operation="DELETE",
                            pgid="pgtrigger_immutable_delete",
                            table="evidence_conflictrecord",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConflictSetting",
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
                    "rule",
                    models.CharField(
                        choices=evidence.people.words.ConflictRule.pairs,
                        max_length=14,
                        unique=True,
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        choices=evidence.people.words.ConflictEffect.pairs, max_length=8
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("effect", "asks"), _negated=True),
                            ("rule", "same_name"),
                            _connector="OR",
                        ),
                        name="evidence_conflictsetting_asks_who",
                        violation_error_message="Only a name can be asked about.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "rule__in",
                                [
                                    "own_submission",
                                    "own_article",
                                    "own_study",
                                    "same_name",
                                    "own_outlet",
                                    "own_funder",
                                    "affiliation",
                                ],
                            )
                        ),
                        name="evidence_conflictsetting_rule_word",
                        violation_error_message="Rule must be one of: own_submission, own_article, own_study, same_name, own_outlet, own_funder, affiliation.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("effect__in", ["blocks", "asks", "warns", "nothing"])
                        ),
                        name="evidence_conflictsetting_effect_word",
                        violation_error_message="Effect must be one of: blocks, asks, warns, nothing.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_bump_revision()",
                            func="",
                            hash="b6b25c6bd42dd4b370b3f94e1ea56e8d048d4d48",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump",
                            table="evidence_conflictsetting",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="4244291095e26625abca501a99331c96a53ea396",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="evidence_conflictsetting",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="43d66e2199f026a3e3c8a317ce68b9a107bccb80",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="evidence_conflictsetting",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="ce7c4c89804815ff7b0bdf59c340db6340a6ca60",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="evidence_conflictsetting",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="5f50f99a7d626a389b1150ad3893bd88b2cc37d6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="evidence_conflictsetting",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="1871568082de3e5e632431e5856f913cb128c215",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_keep_history_update",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="evidence_conflictsetting",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="7cb60c572e87beb65ad1fd939fe85d42b2e4a414",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_keep_history_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="evidence_conflictsetting",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ConflictSettingEvent",
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
                    "rule",
                    models.CharField(
                        choices=evidence.people.words.ConflictRule.pairs, max_length=14
                    ),
                ),
                (
                    "effect",
                    models.CharField(
                        choices=evidence.people.words.ConflictEffect.pairs, max_length=8
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
                        to="evidence.conflictsetting",
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
                            hash="25597891649e43c10f2e822f7a54bcfa82ba8f0e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only",
                            table="evidence_conflictsettingevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Flag",
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
                    "about",
                    models.CharField(
                        choices=evidence.talk.words.About.pairs, max_length=20
                    ),
                ),
                ("row_id", models.BigIntegerField(help_text="the record's number")),
                ("text", models.TextField()),
                (
                    "claim_rounds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="closed rounds of grading that they judge in, with it before them",
                        size=None,
                    ),
                ),
                (
                    "study_rounds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="closed rounds of appraising, likewise",
                        size=None,
                    ),
                ),
                ("resolved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=evidence.talk.words.FlagKind.pairs, max_length=12
                    ),
                ),
                ("resolution", models.TextField(blank=True, help_text="what was done")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "resolved_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "base_manager_name": "unfiltered",
                "default_manager_name": "objects",
                "indexes": [
                    models.Index(fields=["about", "row_id"], name="evidence_flag_about")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="evidence_flag_worded",
                        violation_error_message="A flag says in a sentence what is wrong.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("resolution", ""),
                                ("resolved_at", None),
                                ("resolved_by", None),
                            ),
                            models.Q(
                                ("resolved_at__isnull", False),
                                ("resolved_by__isnull", False),
                                models.Q(("resolution", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_flag_resolved_whole",
                        violation_error_message="What was done about a flag says what, by whom and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "about__in",
                                [
                                    "claim",
                                    "study",
                                    "result",
                                    "outcome",
                                    "reference",
                                    "article",
                                    "mention",
                                    "citationsupport",
                                    "citedwork",
                                    "evidencebase",
                                    "claimround",
                                    "studyround",
                                    "comment",
                                ],
                            )
                        ),
                        name="evidence_flag_about_word",
                        violation_error_message="About must be one of: claim, study, result, outcome, reference, article, mention, citationsupport, citedwork, evidencebase, claimround, studyround, comment.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "wrong_quote",
                                    "wrong_number",
                                    "duplicate",
                                    "abusive",
                                    "other",
                                ],
                            )
                        ),
                        name="evidence_flag_kind_word",
                        violation_error_message="Kind must be one of: wrong_quote, wrong_number, duplicate, abusive, other.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_bump_revision()",
                            func="",
                            hash="5ea7b9f90b7d403567b4885a43cb0b956833e635",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump",
                            table="evidence_flag",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="6c4de2c73280613850a3292e173acde82391f974",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="evidence_flag",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('true')",
                            func="",
                            hash="cd394f76ca11798fd239a12a9a6f84e8a85d6fc1",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="evidence_flag",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('true')",
                            func="",
                            hash="ad4ed7d38bcb6d90d09a2bcc862ceb74f1507a37",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="evidence_flag",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('true')",
                            func="",
                            hash="7319e3bba7e759f3310f916659f643dbf220897a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="evidence_flag",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="d29667252de85e422a06cbf8cee6c51fcc3007f4",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_keep_history_update",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="evidence_flag",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="19d8f4d9db2144a0c13186f70050c8ad303e9f5c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_keep_history_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="evidence_flag",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="stays_with_row",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (NEW.row_id IS DISTINCT FROM OLD.row_id)",
                            execute="core_refuse('stays_with_row')",
                            func="",
                            hash="ea146f4b8ad472036b5d59860bdb80dc53632ba7",
                            operation="UPDATE",
                            pgid="pgtrigger_stays_with_row",
                            table="evidence_flag",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("unfiltered", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="FlagEvent",
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
                    "about",
                    models.CharField(
                        choices=evidence.talk.words.About.pairs, max_length=20
                    ),
                ),
                ("row_id", models.BigIntegerField(help_text="the record's number")),
                ("text", models.TextField()),
                (
                    "claim_rounds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="closed rounds of grading that they judge in, with it before them",
                        size=None,
                    ),
                ),
                (
                    "study_rounds",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        blank=True,
                        default=list,
                        editable=False,
                        help_text="closed rounds of appraising, likewise",
                        size=None,
                    ),
                ),
                ("resolved_at", models.DateTimeField(blank=True, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=evidence.talk.words.FlagKind.pairs, max_length=12
                    ),
                ),
                ("resolution", models.TextField(blank=True, help_text="what was done")),
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
                        to="evidence.flag",
                    ),
                ),
                (
                    "resolved_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                            hash="8e4f0e19e47f3ec768d0a7c7536aaa2825a28292",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only",
                            table="evidence_flagevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SavedSearch",
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
                ("name", models.CharField(max_length=120)),
                (
                    "searched",
                    models.CharField(
                        choices=evidence.saved_searches.models.SearchedList.pairs,
                        max_length=10,
                    ),
                ),
                (
                    "query",
                    models.TextField(
                        blank=True, help_text="as it stands in the address"
                    ),
                ),
                (
                    "made_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                (
                    "looked_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                (
                    "feed_key",
                    models.CharField(blank=True, editable=False, max_length=32),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="saved_searches",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "saved search",
                "verbose_name_plural": "saved searches",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="evidence_savedsearch_named",
                        violation_error_message="A saved search has a name.",
                    ),
                    models.UniqueConstraint(
                        models.F("user"),
                        django.db.models.functions.text.Lower("name"),
                        name="evidence_savedsearch_name_once",
                        violation_error_message="You have a saved search of this name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "searched__in",
                                [
                                    "search",
                                    "claims",
                                    "articles",
                                    "studies",
                                    "references",
                                    "topics",
                                ],
                            )
                        ),
                        name="evidence_savedsearch_searched_word",
                        violation_error_message="Searched must be one of: search, claims, articles, studies, references, topics.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SentBack",
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
                ("why", models.TextField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "grade",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sent_back",
                        to="evidence.grade",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "sent back",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("grade",),
                        name="evidence_sentback_once",
                        violation_error_message="This verdict was sent back already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("why", ""), _negated=True),
                        name="evidence_sentback_says_why",
                        violation_error_message="Whoever sends a verdict back says why.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="d2309c7c796e9f02617124b68dd9dc7890bc694f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="evidence_sentback",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="e872d11b29f2290e90fc5dce9d273f008402f887",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="evidence_sentback",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="immutable_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_refuse('immutable_update')",
                            func="",
                            hash="6711eb3a722e1ff18ec86f2324ef47b63ca60f25",
                            operation="UPDATE",
                            pgid="pgtrigger_immutable_update",
                            table="evidence_sentback",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="immutable_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_refuse('immutable_delete')",
                            func="",
                            hash="3dd3b8bc56c164ac95e2ab863045f3111a767768",
                            operation="DELETE",
                            pgid="pgtrigger_immutable_delete",
                            table="evidence_sentback",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SiteText",
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
                    "part",
                    models.CharField(
                        choices=evidence.about.words.Part.pairs, max_length=12
                    ),
                ),
                ("text", models.TextField(blank=True)),
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
                "indexes": [
                    models.Index(fields=["part", "-id"], name="evidence_sitetext_part")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "part__in",
                                [
                                    "keeper",
                                    "interests",
                                    "corrections",
                                    "contact",
                                    "licence",
                                ],
                            )
                        ),
                        name="evidence_sitetext_part_word",
                        violation_error_message="Part must be one of: keeper, interests, corrections, contact, licence.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="d6133ef6bc6ff41d875e236b400a2f9b19809aac",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="evidence_sitetext",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="fb54217b5db9a8e315c5c38d3d80c6e1fd04db3e",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="evidence_sitetext",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="immutable_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_refuse('immutable_update')",
                            func="",
                            hash="adf015c37dc0c2aa8190d819fab89bfedf88abc0",
                            operation="UPDATE",
                            pgid="pgtrigger_immutable_update",
                            table="evidence_sitetext",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="immutable_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_refuse('immutable_delete')",
                            func="",
                            hash="ec4d13a9861c5015f2844fa9402794856e2a1643",
                            operation="DELETE",
                            pgid="pgtrigger_immutable_delete",
                            table="evidence_sitetext",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Skip",
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
                (
                    "task",
                    models.CharField(
                        choices=evidence.queue.words.Task.pairs, max_length=24
                    ),
                ),
                ("row", models.PositiveBigIntegerField()),
                (
                    "because",
                    models.CharField(
                        choices=evidence.queue.words.SkipReason.pairs, max_length=8
                    ),
                ),
                (
                    "skipped_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="skips",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "task", "row"),
                        name="evidence_skip_once",
                        violation_error_message="You have skipped this already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "task__in",
                                [
                                    "grade",
                                    "appraisal",
                                    "difference",
                                    "appraisal_difference",
                                    "sent_back",
                                    "dispute",
                                    "review",
                                    "offer",
                                    "appraisal_offer",
                                    "support",
                                    "wording",
                                    "result",
                                    "screening",
                                    "cited_work",
                                ],
                            )
                        ),
                        name="evidence_skip_task_word",
                        violation_error_message="Task must be one of: grade, appraisal, difference, appraisal_difference, sent_back, dispute, review, offer, appraisal_offer, support, wording, result, screening, cited_work.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("because__in", ["later", "no_text", "unsure", "not_mine"])
                        ),
                        name="evidence_skip_because_word",
                        violation_error_message="Because must be one of: later, no_text, unsure, not_mine.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Twins",
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
                    "noun",
                    models.CharField(
                        choices=evidence.twins.words.TwinNoun.pairs, max_length=10
                    ),
                ),
                ("one", models.BigIntegerField()),
                ("other", models.BigIntegerField()),
                ("why", models.TextField(help_text="what is alike")),
                ("told_apart_why", models.TextField(blank=True, editable=False)),
                (
                    "told_apart_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "twins",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("noun", "one", "other"),
                        name="evidence_twins_once",
                        violation_error_message="These two were found to be alike already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("one__lt", models.F("other"))),
                        name="evidence_twins_in_order",
                        violation_error_message="Nothing is its own twin.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("told_apart_by", None), ("told_apart_why", "")),
                            models.Q(
                                ("told_apart_by__isnull", False),
                                models.Q(("told_apart_why", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_twins_told_apart_whole",
                        violation_error_message="Whoever tells two apart says why.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("noun__in", ["claim", "study", "reference"])
                        ),
                        name="evidence_twins_noun_word",
                        violation_error_message="Noun must be one of: claim, study, reference.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_bump_revision()",
                            func="",
                            hash="80765abe560f6a35c22e6303225f531774a02340",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump",
                            table="evidence_twins",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="fc4b10b9aff73188314ce04f4a16b1d6af379faa",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="evidence_twins",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="96a18082d4e29176432d726db5ab6edb1867b283",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="evidence_twins",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="248d9fe13d86159da581a2c9963467a5dd8968ad",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="evidence_twins",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="2d8b68fb576b453370aa4dbd8d608d428b11c69a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="evidence_twins",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="1e1350132c0957d7136d649a9269fc3021695d42",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_keep_history_update",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="evidence_twins",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="0286c5a02f41d9126c2c996a7a132daf344e89a7",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_keep_history_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="evidence_twins",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TwinsEvent",
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
                    "noun",
                    models.CharField(
                        choices=evidence.twins.words.TwinNoun.pairs, max_length=10
                    ),
                ),
                ("one", models.BigIntegerField()),
                ("other", models.BigIntegerField()),
                ("why", models.TextField(help_text="what is alike")),
                ("told_apart_why", models.TextField(blank=True, editable=False)),
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
                        to="evidence.twins",
                    ),
                ),
                (
                    "told_apart_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                            hash="b9107352d222194634f7e3b38b8d13fe644a63c4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only",
                            table="evidence_twinsevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="claimassignment",
            name="begun_assignment_stays",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="grade",
            name="grade_of_the_assigned",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="grade",
            name="submitted_grade_stays",
        ),
        migrations.RemoveConstraint(
            model_name="gradegroup",
            name="evidence_gradegroup_robins_i_quoted",
        ),
        migrations.AddField(
            model_name="claimassignment",
            name="left_at",
            field=models.DateTimeField(
                blank=True, help_text="when it was given back or taken away", null=True
            ),
        ),
        migrations.AddField(
            model_name="claimassignment",
            name="left_because",
            field=models.TextField(
                blank=True, help_text="why somebody else took it away"
            ),
        ),
        migrations.AddField(
            model_name="claimassignmentevent",
            name="left_at",
            field=models.DateTimeField(
                blank=True, help_text="when it was given back or taken away", null=True
            ),
        ),
        migrations.AddField(
            model_name="claimassignmentevent",
            name="left_because",
            field=models.TextField(
                blank=True, help_text="why somebody else took it away"
            ),
        ),
        migrations.AddField(
            model_name="claimround",
            name="names_hidden",
            field=models.BooleanField(
                default=False,
                help_text="whose judgement is whose stays hidden until they agreed on one",
                verbose_name="names hidden until settled",
            ),
        ),
        migrations.AddField(
            model_name="claimround",
            name="why",
            field=models.TextField(
                blank=True,
                help_text="why it was called, where it follows an opened one",
            ),
        ),
        migrations.AddField(
            model_name="claimroundevent",
            name="names_hidden",
            field=models.BooleanField(
                default=False,
                help_text="whose judgement is whose stays hidden until they agreed on one",
                verbose_name="names hidden until settled",
            ),
        ),
        migrations.AddField(
            model_name="claimroundevent",
            name="why",
            field=models.TextField(
                blank=True,
                help_text="why it was called, where it follows an opened one",
            ),
        ),
        migrations.AddField(
            model_name="grade",
            name="settled",
            field=models.JSONField(
                blank=True,
                default=dict,
                help_text="of a consensus: whose words each difference took, or why a third",
            ),
        ),
        migrations.AddField(
            model_name="gradeevent",
            name="settled",
            field=models.JSONField(
                blank=True,
                default=dict,
                help_text="of a consensus: whose words each difference took, or why a third",
            ),
        ),
        migrations.AddConstraint(
            model_name="claimassignment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("left_because", ""), ("left_at__isnull", False), _connector="OR"
                ),
                name="evidence_claimassignment_left_whole",
                violation_error_message="Only a place that was left says why.",
            ),
        ),
        migrations.AddConstraint(
            model_name="gradegroup",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("start", "nrs_robins_i"), _negated=True),
                    models.Q(("bias_quote", ""), ("bias_says", "")),
                    models.Q(
                        models.Q(("bias_says", ""), _negated=True),
                        models.Q(("bias_quote", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="evidence_gradegroup_robins_i_quoted",
                violation_error_message="A review’s ROBINS-I is quoted: what it says, and its words.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimassignment",
            trigger=core.trigger_sql.RefusingTrigger(
                broken="(NEW.id IS NULL OR NEW.left_at IS NOT NULL OR NEW.round_id <> OLD.round_id OR NEW.reviewer_id <> OLD.reviewer_id) AND EXISTS ( SELECT 1 FROM evidence_grade g WHERE g.round_id = OLD.round_id AND g.reviewer_id = OLD.reviewer_id AND NOT g.is_consensus)",
                name="begun_assignment_stays",
                operation="UPDATE OR DELETE",
                table="evidence_claimassignment",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="claimassignment",
            trigger=core.trigger_sql.RefusingTrigger(
                broken="NEW.left_at IS NULL AND ( SELECT wanted FROM evidence_claimround c WHERE c.id = NEW.round_id ) <= ( SELECT count(*) FROM evidence_claimassignment a WHERE a.round_id = NEW.round_id AND a.left_at IS NULL AND a.id <> NEW.id)",
                name="round_has_room",
                operation="INSERT OR UPDATE",
                table="evidence_claimassignment",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="grade",
            trigger=core.trigger_sql.RefusingTrigger(
                broken="NOT NEW.is_consensus AND NOT EXISTS ( SELECT 1 FROM evidence_claimassignment a WHERE a.round_id = NEW.round_id AND a.reviewer_id = NEW.reviewer_id AND a.left_at IS NULL)",
                name="grade_of_the_assigned",
                operation="INSERT OR UPDATE",
                table="evidence_grade",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="grade",
            trigger=core.trigger_sql.RefusingTrigger(
                broken="OLD.submitted_at IS NOT NULL AND EXISTS ( SELECT 1 FROM evidence_claimround c WHERE c.id = OLD.round_id AND c.opened_at IS NOT NULL)",
                name="submitted_grade_stays",
                operation="UPDATE OR DELETE",
                table="evidence_grade",
            ),
        ),
    ]
