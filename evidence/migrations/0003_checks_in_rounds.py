import core.trigger_sql
import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("evidence", "0002_reviewing"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="comment",
            name="change_feed_insert",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="comment",
            name="change_feed_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="comment",
            name="change_feed_delete",
        ),
        migrations.RemoveConstraint(
            model_name="comment",
            name="evidence_comment_about_word",
        ),
        migrations.RemoveConstraint(
            model_name="flag",
            name="evidence_flag_about_word",
        ),
        migrations.RemoveConstraint(
            model_name="skip",
            name="evidence_skip_task_word",
        ),
        migrations.AddField(
            model_name="comment",
            name="mention_rounds",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                blank=True,
                default=list,
                editable=False,
                help_text="closed rounds of checks, likewise",
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="commentevent",
            name="mention_rounds",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                blank=True,
                default=list,
                editable=False,
                help_text="closed rounds of checks, likewise",
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="flag",
            name="mention_rounds",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                blank=True,
                default=list,
                editable=False,
                help_text="closed rounds of checks, likewise",
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="flagevent",
            name="mention_rounds",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.BigIntegerField(),
                blank=True,
                default=list,
                editable=False,
                help_text="closed rounds of checks, likewise",
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="savedsearch",
            name="revision",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AlterField(
            model_name="grade",
            name="method_version",
            field=models.PositiveSmallIntegerField(
                default=4, help_text="of the rules it was judged by"
            ),
        ),
        migrations.AlterField(
            model_name="gradeevent",
            name="method_version",
            field=models.PositiveSmallIntegerField(
                default=4, help_text="of the rules it was judged by"
            ),
        ),
        migrations.AddConstraint(
            model_name="comment",
            constraint=models.CheckConstraint(
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
                            "mentionround",
                            "comment",
                        ],
                    )
                ),
                name="evidence_comment_about_word",
                violation_error_message="About must be one of: claim, study, result, outcome, reference, article, mention, citationsupport, citedwork, evidencebase, claimround, studyround, mentionround, comment.",
            ),
        ),
        migrations.AddConstraint(
            model_name="flag",
            constraint=models.CheckConstraint(
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
                            "mentionround",
                            "comment",
                        ],
                    )
                ),
                name="evidence_flag_about_word",
                violation_error_message="About must be one of: claim, study, result, outcome, reference, article, mention, citationsupport, citedwork, evidencebase, claimround, studyround, mentionround, comment.",
            ),
        ),
        migrations.AddConstraint(
            model_name="skip",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "task__in",
                        [
                            "grade",
                            "appraisal",
                            "check",
                            "difference",
                            "appraisal_difference",
                            "check_difference",
                            "sent_back",
                            "dispute",
                            "review",
                            "offer",
                            "appraisal_offer",
                            "check_offer",
                            "support",
                            "wording",
                            "result",
                            "screening",
                            "cited_work",
                        ],
                    )
                ),
                name="evidence_skip_task_word",
                violation_error_message="Task must be one of: grade, appraisal, check, difference, appraisal_difference, check_difference, sent_back, dispute, review, offer, appraisal_offer, check_offer, support, wording, result, screening, cited_work.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="change_feed_insert",
                sql=core.trigger_sql.SharedFunctionSql(
                    execute="core_feed_changes('EXISTS (SELECT 1 FROM evidence_claimround c WHERE c.id = ANY(r.claim_rounds) AND c.opened_at IS NULL) OR EXISTS (SELECT 1 FROM studies_studyround c WHERE c.id = ANY(r.study_rounds) AND c.opened_at IS NULL) OR EXISTS (SELECT 1 FROM articles_mentionround c WHERE c.id = ANY(r.mention_rounds) AND c.opened_at IS NULL AND c.lapsed_at IS NULL)')",
                    func="",
                    hash="1fffb233be528cbe92da4305ef0ee2ad8fd4435f",
                    level="STATEMENT",
                    operation="INSERT",
                    pgid="pgtrigger_change_feed_insert",
                    referencing="REFERENCING NEW TABLE AS rows",
                    table="evidence_comment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="change_feed_update",
                sql=core.trigger_sql.SharedFunctionSql(
                    execute="core_feed_changes('EXISTS (SELECT 1 FROM evidence_claimround c WHERE c.id = ANY(r.claim_rounds) AND c.opened_at IS NULL) OR EXISTS (SELECT 1 FROM studies_studyround c WHERE c.id = ANY(r.study_rounds) AND c.opened_at IS NULL) OR EXISTS (SELECT 1 FROM articles_mentionround c WHERE c.id = ANY(r.mention_rounds) AND c.opened_at IS NULL AND c.lapsed_at IS NULL)')",
                    func="",
                    hash="77cad376d3f6d6c3e9012f879e8b9b9c62d7152c",
                    level="STATEMENT",
                    operation="UPDATE",
                    pgid="pgtrigger_change_feed_update",
                    referencing="REFERENCING NEW TABLE AS rows",
                    table="evidence_comment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="comment",
            trigger=pgtrigger.compiler.Trigger(
                name="change_feed_delete",
                sql=core.trigger_sql.SharedFunctionSql(
                    execute="core_feed_changes('EXISTS (SELECT 1 FROM evidence_claimround c WHERE c.id = ANY(r.claim_rounds) AND c.opened_at IS NULL) OR EXISTS (SELECT 1 FROM studies_studyround c WHERE c.id = ANY(r.study_rounds) AND c.opened_at IS NULL) OR EXISTS (SELECT 1 FROM articles_mentionround c WHERE c.id = ANY(r.mention_rounds) AND c.opened_at IS NULL AND c.lapsed_at IS NULL)')",
                    func="",
                    hash="45cc1273f8b540c703edc69a0ae39bca085f1617",
                    level="STATEMENT",
                    operation="DELETE",
                    pgid="pgtrigger_change_feed_delete",
                    referencing="REFERENCING OLD TABLE AS rows",
                    table="evidence_comment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="savedsearch",
            trigger=pgtrigger.compiler.Trigger(
                name="revision_bump",
                sql=core.trigger_sql.SharedFunctionSql(
                    execute="core_bump_revision()",
                    func="",
                    hash="a84554864d66030b3629823c3140737212f72898",
                    operation="UPDATE",
                    pgid="pgtrigger_revision_bump",
                    table="evidence_savedsearch",
                    when="BEFORE",
                ),
            ),
        ),
    ]
