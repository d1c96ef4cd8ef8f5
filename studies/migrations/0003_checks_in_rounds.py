import core.trigger_sql
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
import studies.report_copies.words
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "__first__"),
        ("bibliography", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("studies", "0002_reviewing"),
    ]

    operations = [
        migrations.CreateModel(
            name="ReportCopy",
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
                    "kind",
                    models.CharField(
                        choices=studies.report_copies.words.CopyKind.pairs, max_length=4
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="what the file was called", max_length=255
                    ),
                ),
                ("size", models.PositiveIntegerField(help_text="in bytes")),
                ("sha256", models.CharField(editable=False, max_length=64)),
                ("data", models.BinaryField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="report_copies",
                        to="bibliography.reference",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "report copies",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("reference", "sha256"),
                        name="studies_reportcopy_once",
                        violation_error_message="This file is kept already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("size__gte", 1), ("size__lte", 50000000)),
                        name="studies_reportcopy_size",
                        violation_error_message="A file has 1 to 50,000,000 bytes to be kept.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="studies_reportcopy_named",
                        violation_error_message="A file has a name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["pdf", "docx"])),
                        name="studies_reportcopy_kind_word",
                        violation_error_message="Kind must be one of: pdf, docx.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_bump_revision()",
                            func="",
                            hash="1c748eafc62ca04e1354ce5c2783588a85487ea1",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump",
                            table="studies_reportcopy",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="recorder",
                        sql=core.trigger_sql.SharedFunctionSql(
                            condition="WHEN (current_setting('footing.recording', true) <> '')",
                            execute="core_record_row()",
                            func="",
                            hash="a69b2390ea4d81938de7882bf46cf7df24015be7",
                            operation="INSERT OR UPDATE OR DELETE",
                            pgid="pgtrigger_recorder",
                            table="studies_reportcopy",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('TRUE')",
                            func="",
                            hash="f2183c9922eb0a80fae4cefc3190185baf581442",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="studies_reportcopy",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('TRUE')",
                            func="",
                            hash="02b640243cc20c014efecd8b8638542bfa98248e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update",
                            referencing="REFERENCING NEW TABLE AS rows",
                            table="studies_reportcopy",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_feed_changes('TRUE')",
                            func="",
                            hash="ed25bd43c4bb13bc891a25e479fd9d68222fab9a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_reportcopy",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_update",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="38dd94035353d5c5f2b70ea77460804e4eec9777",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_keep_history_update",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_reportcopy",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keep_history_delete",
                        sql=core.trigger_sql.SharedFunctionSql(
                            execute="core_keep_history()",
                            func="",
                            hash="7edf21d00b40ce202b802156ffbd40d3e12e8142",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_keep_history_delete",
                            referencing="REFERENCING OLD TABLE AS rows",
                            table="studies_reportcopy",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportCopyEvent",
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
                    "kind",
                    models.CharField(
                        choices=studies.report_copies.words.CopyKind.pairs, max_length=4
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        help_text="what the file was called", max_length=255
                    ),
                ),
                ("size", models.PositiveIntegerField(help_text="in bytes")),
                ("sha256", models.CharField(editable=False, max_length=64)),
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
                        to="studies.reportcopy",
                    ),
                ),
                (
                    "reference",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="bibliography.reference",
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
                            hash="7f40b06277027463a2be9572a0acbdac604dc931",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only",
                            table="studies_reportcopyevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="appraisal",
            name="overall_direction",
            field=models.CharField(
                blank=True,
                help_text="which way its bias is predicted to go",
                max_length=60,
            ),
        ),
        migrations.AddField(
            model_name="appraisalevent",
            name="overall_direction",
            field=models.CharField(
                blank=True,
                help_text="which way its bias is predicted to go",
                max_length=60,
            ),
        ),
        migrations.AddField(
            model_name="definedinstrument",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged_from",
                to="studies.definedinstrument",
            ),
        ),
        migrations.AddField(
            model_name="definedinstrument",
            name="withdrawn_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="definedinstrument",
            name="withdrawn_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="definedinstrument",
            name="withdrawn_reason",
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.AddField(
            model_name="definedinstrumentevent",
            name="merged_into",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="studies.definedinstrument",
            ),
        ),
        migrations.AddField(
            model_name="definedinstrumentevent",
            name="withdrawn_at",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="definedinstrumentevent",
            name="withdrawn_by",
            field=models.ForeignKey(
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
        migrations.AddField(
            model_name="definedinstrumentevent",
            name="withdrawn_reason",
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.AddField(
            model_name="judgement",
            name="direction",
            field=models.CharField(
                blank=True,
                help_text="which way its bias is predicted to go",
                max_length=60,
            ),
        ),
        migrations.AddField(
            model_name="judgementevent",
            name="direction",
            field=models.CharField(
                blank=True,
                help_text="which way its bias is predicted to go",
                max_length=60,
            ),
        ),
        migrations.RemoveField(
            model_name="definedinstrument",
            name="is_offered",
        ),
        migrations.RemoveField(
            model_name="definedinstrumentevent",
            name="is_offered",
        ),
        migrations.AddConstraint(
            model_name="definedinstrument",
            constraint=models.CheckConstraint(
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
                name="studies_definedinstrument_withdrawn_whole",
                violation_error_message="A withdrawal says who, when and why, all three.",
            ),
        ),
        migrations.AddConstraint(
            model_name="definedinstrument",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into", None),
                    models.Q(("merged_into", models.F("id")), _negated=True),
                    _connector="OR",
                ),
                name="studies_definedinstrument_merged_elsewhere",
                violation_error_message="Nothing can be merged into itself.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="definedinstrument",
            trigger=pgtrigger.compiler.Trigger(
                name="merges_into_what_stands",
                sql=core.trigger_sql.SharedFunctionSql(
                    condition="WHEN (NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id)",
                    execute="core_refuse_merging_into_merged('merges_into_what_stands')",
                    func="",
                    hash="dfcf1b7369392ddbe1d8ca0e79871b0e30d0b343",
                    operation="UPDATE",
                    pgid="pgtrigger_merges_into_what_stands",
                    table="studies_definedinstrument",
                    when="BEFORE",
                ),
            ),
        ),
    ]
