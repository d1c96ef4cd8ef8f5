import articles.words
import core.trigger_sql
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.manager
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("articles", "0002_reviewing"),
        ("claims", "0002_reviewing"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="MentionRound",
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
                ("words", models.TextField(help_text="the words to judge")),
                (
                    "lapsed_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="when words or verdict became others",
                        null=True,
                    ),
                ),
                (
                    "called_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        help_text="where it asks whether the study cited says this",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="articles.citation",
                    ),
                ),
                (
                    "claim_version",
                    models.ForeignKey(
                        blank=True,
                        help_text="where it asks whether the words fit: the verdict to compare with",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mention_rounds",
                        to="claims.claimversion",
                    ),
                ),
                (
                    "mention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="articles.mention",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("wanted__gte", 1)),
                        name="articles_mentionround_wants_someone",
                        violation_error_message="A round calls for at least one judgement.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("citation", None), ("claim_version__isnull", False)
                            ),
                            models.Q(
                                ("citation__isnull", False), ("claim_version", None)
                            ),
                            _connector="OR",
                        ),
                        name="articles_mentionround_asks_one_thing",
                        violation_error_message="A round is on a citation, or on the wording against a verdict.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("lapsed_at", None), ("opened_at", None)),
                        fields=("mention", "citation"),
                        name="articles_mentionround_one_running",
                        nulls_distinct=False,
                        violation_error_message="A round is checking this already.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_bump_revision()",
                            func="",
                            hash="8415773a39211b967320b18e6216cbbf543c497c",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump",
                            table="articles_mentionround",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="1a635698ae161a18bbb9df1f1571d8a471a27f7d",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="articles_mentionround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="a34b756ec1b2349eaaaacc0b8d04369f45671d18",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="articles_mentionround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="6da5a5d2f301f887b08e0c425196d13f9c360e2a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="articles_mentionround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes()",
                            func="",
                            hash="3332d2f4cee559458c5ad65462f856ac891d422f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="articles_mentionround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="efea8341f37298f34e1700b27f170c194ec477c1",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_keep_history_update",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="articles_mentionround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="67df940e2b9cb7606b9d83c41338aa50eac9bcd5",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_keep_history_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="articles_mentionround",
                            when="AFTER",
                        ),
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="(SELECT count(*) FROM (SELECT t.article_id FROM articles_mention t WHERE t.id = NEW.mention_id UNION SELECT t.article_id FROM articles_citation t WHERE t.id = NEW.citation_id) a) > 1",
                        name="of_one_article",
                        operation="INSERT OR UPDATE",
                        table="articles_mentionround",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.claim_version_id IS NOT NULL AND NOT EXISTS ( SELECT 1 FROM articles_mention m JOIN claims_claimversion v ON v.claim_id = m.claim_id WHERE m.id = NEW.mention_id AND v.id = NEW.claim_version_id)",
                        name="round_on_a_verdict_of_its_claim",
                        operation="INSERT",
                        table="articles_mentionround",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.opened_at IS NOT NULL AND NEW.wanted > ( SELECT count(*) FROM articles_mentionjudgement g WHERE g.round_id = NEW.id AND g.submitted_at IS NOT NULL AND NOT g.is_consensus)",
                        name="round_opens_when_all_are_in",
                        operation="INSERT OR UPDATE",
                        table="articles_mentionround",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="OLD.opened_at IS NOT NULL AND to_jsonb(OLD) - '{lapsed_at,revision}'::text[] <> to_jsonb(NEW) - '{lapsed_at,revision}'::text[]",
                        name="opened_round_stays",
                        operation="UPDATE",
                        table="articles_mentionround",
                    ),
                    pgtrigger.compiler.Trigger(
                        name="opened_round_is_kept",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (OLD.opened_at IS NOT NULL)",
                            execute="core_refuse('opened_round_is_kept')",
                            func="",
                            hash="ad1e22d9ed7a45ec452d2a6a307ad6709c0e6b81",
                            operation="DELETE",
                            pgid="pgtrigger_opened_round_is_kept",
                            table="articles_mentionround",
                            when="BEFORE",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MentionAssignment",
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
                        help_text="the check's form, until it is in",
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
                        to="articles.mentionround",
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
                        name="articles_mentionassignment_left_whole",
                        violation_error_message="Only a place that was left says why.",
                    ),
                    models.UniqueConstraint(
                        fields=("round", "reviewer"),
                        name="articles_mentionassignment_once",
                        violation_error_message="A reviewer judges once in a round.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_bump_revision()",
                            func="",
                            hash="da271d38b9640e79e22df12c5a62478c8e22b711",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump",
                            table="articles_mentionassignment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="36506b2f5deaaef54723db0d3825639771429313",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="articles_mentionassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM articles_mentionround c WHERE c.id = r.round_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="0ea7ca42f558573052dbbfee71225f22f85c516f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="articles_mentionassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM articles_mentionround c WHERE c.id = r.round_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="076e756a580f897cb2e570b9fe0068301f7d2396",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="articles_mentionassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM articles_mentionround c WHERE c.id = r.round_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="e64cb1ffef99f77b36857ba0f86eeb4463a6e5eb",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="articles_mentionassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="a7b5d20ff6a3c40b24b650d1126483baecdc8ec3",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_keep_history_update",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="articles_mentionassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="ce7422fafdec9c5b0505f5853436163b78c1cb46",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_keep_history_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="articles_mentionassignment",
                            when="AFTER",
                        ),
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="(NEW.id IS NULL OR NEW.left_at IS NOT NULL OR NEW.round_id <> OLD.round_id OR NEW.reviewer_id <> OLD.reviewer_id) AND EXISTS ( SELECT 1 FROM articles_mentionjudgement g WHERE g.round_id = OLD.round_id AND g.reviewer_id = OLD.reviewer_id AND NOT g.is_consensus)",
                        name="begun_assignment_stays",
                        operation="UPDATE OR DELETE",
                        table="articles_mentionassignment",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.left_at IS NULL AND ( SELECT wanted FROM articles_mentionround c WHERE c.id = NEW.round_id ) <= ( SELECT count(*) FROM articles_mentionassignment a WHERE a.round_id = NEW.round_id AND a.left_at IS NULL AND a.id <> NEW.id)",
                        name="round_has_room",
                        operation="INSERT OR UPDATE",
                        table="articles_mentionassignment",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MentionAssignmentEvent",
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
                        to="articles.mentionassignment",
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
                        to="articles.mentionround",
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
                            hash="eb904834cb76623e01fe066b5fdf6d1113f607a4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only",
                            table="articles_mentionassignmentevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MentionJudgement",
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
                    "passage",
                    models.TextField(blank=True, help_text="what the study says"),
                ),
                ("place", models.CharField(blank=True, max_length=200)),
                ("nearest_passage", models.TextField(blank=True)),
                (
                    "nothing_found",
                    models.BooleanField(
                        default=False,
                        help_text="nothing on this was found in what was read",
                    ),
                ),
                (
                    "error",
                    models.CharField(
                        blank=True,
                        choices=articles.words.ErrorClass.pairs,
                        max_length=5,
                    ),
                ),
                (
                    "subtype",
                    models.CharField(
                        blank=True,
                        choices=articles.words.ErrorSubtype.pairs,
                        max_length=16,
                    ),
                ),
                (
                    "aspects",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=articles.words.Aspect.pairs, max_length=10
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("answer", models.CharField(max_length=16)),
                (
                    "read",
                    models.CharField(
                        blank=True, choices=articles.words.Read.pairs, max_length=10
                    ),
                ),
                ("is_consensus", models.BooleanField(default=False)),
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
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judgements",
                        to="articles.mentionround",
                    ),
                ),
            ],
            options={
                "base_manager_name": "unfiltered",
                "default_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer__in", ["supports", "partly", "contradicts"]),
                                _negated=True,
                            ),
                            models.Q(
                                models.Q(("passage", ""), _negated=True),
                                models.Q(("place", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="articles_mentionjudgement_quotes",
                        violation_error_message="“Supports”, “partly” and “contradicts” quote the passage and its place.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer__in", ["does_not_support", "unrelated"]),
                                _negated=True,
                            ),
                            models.Q(
                                models.Q(("read", "nothing"), _negated=True),
                                models.Q(
                                    models.Q(("nearest_passage", ""), _negated=True),
                                    ("nothing_found", True),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="articles_mentionjudgement_says_what_was_read",
                        violation_error_message="“Does not support” and “unrelated” say what was read, and give the nearest passage or that nothing on this was found.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("read", "abstract"), _negated=True),
                            (
                                "answer__in",
                                ["cannot_verify", "contradicts", "unrelated"],
                            ),
                            _connector="OR",
                        ),
                        name="articles_mentionjudgement_abstract_cannot",
                        violation_error_message="From the abstract alone a citation cannot be verified, unless it contradicts the claim or is about something else.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("read", "nothing"), _negated=True),
                            ("answer", "cannot_verify"),
                            _connector="OR",
                        ),
                        name="articles_mentionjudgement_nothing_read",
                        violation_error_message="Where nothing was read, nothing is verified.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("error", ""), ("subtype", "")),
                            models.Q(
                                models.Q(("error", ""), _negated=True),
                                models.Q(("subtype", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="articles_mentionjudgement_error_is_typed",
                        violation_error_message="An error is major or minor, and of a kind.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("answer", "overstates"),
                                models.Q(("aspects", []), _negated=True),
                            ),
                            models.Q(
                                models.Q(("answer", "overstates"), _negated=True),
                                ("aspects", []),
                            ),
                            _connector="OR",
                        ),
                        name="articles_mentionjudgement_overstates_what",
                        violation_error_message="“Overstates” says what: certainty, size, scope or causality.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("read", ""), _negated=True),
                                (
                                    "answer__in",
                                    [
                                        articles.words.Support["SUPPORTS"],
                                        articles.words.Support["PARTLY"],
                                        articles.words.Support["DOES_NOT_SUPPORT"],
                                        articles.words.Support["CONTRADICTS"],
                                        articles.words.Support["UNRELATED"],
                                        articles.words.Support["CANNOT_VERIFY"],
                                    ],
                                ),
                                ("aspects", []),
                                ("note", ""),
                            ),
                            models.Q(
                                (
                                    "answer__in",
                                    [
                                        articles.words.Wording["MATCHES"],
                                        articles.words.Wording["OVERSTATES"],
                                        articles.words.Wording["UNDERSTATES"],
                                        articles.words.Wording["CONTRARY"],
                                        articles.words.Wording["CANT_SAY"],
                                    ],
                                ),
                                ("error", ""),
                                ("nearest_passage", ""),
                                ("nothing_found", False),
                                ("passage", ""),
                                ("place", ""),
                                ("read", ""),
                                ("subtype", ""),
                            ),
                            _connector="OR",
                        ),
                        name="articles_mentionjudgement_answers_one_question",
                        violation_error_message="A check answers in the words of its question; one of a citation says what was read.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_consensus", False)),
                        fields=("round", "reviewer"),
                        name="articles_mentionjudgement_once",
                        violation_error_message="A reviewer checks once in a round.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_consensus", True)),
                        fields=("round",),
                        name="articles_mentionjudgement_one_consensus",
                        violation_error_message="A round has one consensus.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("error__in", ["", "major", "minor"])),
                        name="articles_mentionjudgement_error_word",
                        violation_error_message="Error must be one of: major, minor.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "subtype__in",
                                [
                                    "",
                                    "number",
                                    "scope",
                                    "other_outcome",
                                    "within_group",
                                    "opposite",
                                    "indirect_source",
                                    "abstract_only",
                                    "unrelated",
                                    "retracted",
                                    "hypothesis",
                                    "subgroup",
                                ],
                            )
                        ),
                        name="articles_mentionjudgement_subtype_word",
                        violation_error_message="Subtype must be one of: number, scope, other_outcome, within_group, opposite, indirect_source, abstract_only, unrelated, retracted, hypothesis, subgroup.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "aspects__contained_by",
                                ["certainty", "size", "scope", "causality"],
                            )
                        ),
                        name="articles_mentionjudgement_aspects_word",
                        violation_error_message="Aspects must be one of: certainty, size, scope, causality.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("read__in", ["", "full_text", "abstract", "nothing"])
                        ),
                        name="articles_mentionjudgement_read_word",
                        violation_error_message="Read must be one of: full_text, abstract, nothing.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_bump_revision()",
                            func="",
                            hash="86b23fa5b1e13cd31586b0cf7292b9611b548784",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump",
                            table="articles_mentionjudgement",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="974ac3c1974d88e52c5bd09f7ac66803c669a1fd",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="articles_mentionjudgement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM articles_mentionround c WHERE c.id = r.round_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="bfd0afe2f9bbee376323a77bf32b48a9d6b097f8",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="articles_mentionjudgement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM articles_mentionround c WHERE c.id = r.round_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="6d85641ecc3fed21dc63277438b7825de10119cb",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="articles_mentionjudgement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM articles_mentionround c WHERE c.id = r.round_id AND c.opened_at IS NOT NULL)')",
                            func="",
                            hash="b5c09e38c2caedaa71ae165b712b4e94de718d01",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="articles_mentionjudgement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="347cf2cbe873d15bed1a20e63430645262f0f3a6",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_keep_history_update",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="articles_mentionjudgement",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="72ac1ba8f197bd63f05b0b32e66652bf08006763",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_keep_history_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="articles_mentionjudgement",
                            when="AFTER",
                        ),
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NOT NEW.is_consensus AND NOT EXISTS ( SELECT 1 FROM articles_mentionassignment a WHERE a.round_id = NEW.round_id AND a.reviewer_id = NEW.reviewer_id AND a.left_at IS NULL)",
                        name="check_of_the_assigned",
                        operation="INSERT OR UPDATE",
                        table="articles_mentionjudgement",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NOT NEW.is_consensus AND EXISTS ( SELECT 1 FROM articles_mentionround c WHERE c.id = NEW.round_id AND c.opened_at IS NOT NULL)",
                        name="opened_round_takes_no_checks",
                        operation="INSERT OR UPDATE",
                        table="articles_mentionjudgement",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.is_consensus AND NOT EXISTS ( SELECT 1 FROM articles_mentionround c WHERE c.id = NEW.round_id AND c.opened_at IS NOT NULL)",
                        name="consensus_after_opening",
                        operation="INSERT OR UPDATE",
                        table="articles_mentionjudgement",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="OLD.submitted_at IS NOT NULL AND EXISTS ( SELECT 1 FROM articles_mentionround c WHERE c.id = OLD.round_id AND c.opened_at IS NOT NULL)",
                        name="submitted_check_stays",
                        operation="UPDATE OR DELETE",
                        table="articles_mentionjudgement",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.round_id <> OLD.round_id",
                        name="stays_in_round",
                        operation="UPDATE",
                        table="articles_mentionjudgement",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM articles_mentionround c WHERE c.id = NEW.round_id AND (c.citation_id IS NULL) <> (NEW.read = ''))",
                        name="answers_its_question",
                        operation="INSERT OR UPDATE",
                        table="articles_mentionjudgement",
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("unfiltered", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="MentionJudgementEvent",
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
                    "passage",
                    models.TextField(blank=True, help_text="what the study says"),
                ),
                ("place", models.CharField(blank=True, max_length=200)),
                ("nearest_passage", models.TextField(blank=True)),
                (
                    "nothing_found",
                    models.BooleanField(
                        default=False,
                        help_text="nothing on this was found in what was read",
                    ),
                ),
                (
                    "error",
                    models.CharField(
                        blank=True,
                        choices=articles.words.ErrorClass.pairs,
                        max_length=5,
                    ),
                ),
                (
                    "subtype",
                    models.CharField(
                        blank=True,
                        choices=articles.words.ErrorSubtype.pairs,
                        max_length=16,
                    ),
                ),
                (
                    "aspects",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=articles.words.Aspect.pairs, max_length=10
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("answer", models.CharField(max_length=16)),
                (
                    "read",
                    models.CharField(
                        blank=True, choices=articles.words.Read.pairs, max_length=10
                    ),
                ),
                ("is_consensus", models.BooleanField(default=False)),
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
                        to="articles.mentionjudgement",
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
                        to="articles.mentionround",
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
                            hash="d0adc14c5b752086d499f1e79902b421fc85be0e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only",
                            table="articles_mentionjudgementevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MentionRoundEvent",
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
                ("words", models.TextField(help_text="the words to judge")),
                (
                    "lapsed_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="when words or verdict became others",
                        null=True,
                    ),
                ),
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
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="where it asks whether the study cited says this",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.citation",
                    ),
                ),
                (
                    "claim_version",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="where it asks whether the words fit: the verdict to compare with",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claimversion",
                    ),
                ),
                (
                    "mention",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.mention",
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
                        to="articles.mentionround",
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
                            hash="67ea8d7b48f86964aca836258606f3cd86f4de96",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only",
                            table="articles_mentionroundevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="citationsupport",
            name="round",
            field=models.OneToOneField(
                blank=True,
                help_text="the round it comes of; none where one person checked it unasked",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="support",
                to="articles.mentionround",
            ),
        ),
        migrations.AddField(
            model_name="citationsupportevent",
            name="round",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="the round it comes of; none where one person checked it unasked",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="articles.mentionround",
            ),
        ),
        migrations.AddField(
            model_name="wordingcheck",
            name="round",
            field=models.OneToOneField(
                blank=True,
                help_text="the round it comes of; none where one person checked it unasked",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="wording_check",
                to="articles.mentionround",
            ),
        ),
        migrations.AddField(
            model_name="wordingcheckevent",
            name="round",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                help_text="the round it comes of; none where one person checked it unasked",
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="articles.mentionround",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="citationsupport",
            trigger=core.trigger_sql.RefusingTrigger(
                broken="EXISTS ( SELECT 1 FROM articles_mentionround c WHERE c.id = NEW.round_id AND (c.opened_at IS NULL OR c.mention_id <> NEW.mention_id OR c.citation_id IS DISTINCT FROM NEW.citation_id))",
                name="of_what_its_round_asks",
                operation="INSERT OR UPDATE",
                table="articles_citationsupport",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="wordingcheck",
            trigger=core.trigger_sql.RefusingTrigger(
                broken="EXISTS ( SELECT 1 FROM articles_mentionround c WHERE c.id = NEW.round_id AND (c.opened_at IS NULL OR c.mention_id <> NEW.mention_id OR c.claim_version_id IS DISTINCT FROM NEW.claim_version_id))",
                name="of_what_its_round_asks",
                operation="INSERT OR UPDATE",
                table="articles_wordingcheck",
            ),
        ),
    ]
