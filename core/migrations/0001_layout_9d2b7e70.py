import core.migration_operations
import core.models.change
import core.models.job
import django.contrib.postgres.operations
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        django.contrib.postgres.operations.UnaccentExtension(),
        django.contrib.postgres.operations.TrigramExtension(),
        django.contrib.postgres.operations.BtreeGinExtension(),
        migrations.RunSQL(
            sql="\n    CREATE TEXT SEARCH CONFIGURATION footing (COPY = english);\n    ALTER TEXT SEARCH CONFIGURATION footing\n        ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;\n",
            reverse_sql="DROP TEXT SEARCH CONFIGURATION footing",
        ),
        migrations.RunSQL(
            sql="CREATE OR REPLACE FUNCTION core_feed_epoch() RETURNS bigint\n    LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 0::bigint",
            reverse_sql="DROP FUNCTION core_feed_epoch()",
        ),
        core.migration_operations.InstallFunctions(
            functions={
                "core_bump_revision": "\nBEGIN\n    NEW.revision = OLD.revision + 1;\n    RETURN NEW;\nEND\n",
                "core_feed_changes": "\nDECLARE\n    changed_model text := substring(TG_TABLE_NAME FROM '[^_]*$');\n    change_context uuid := _pgh_attach_context();\nBEGIN\n    IF TG_NARGS = 0 THEN\n        INSERT INTO core_change\n            (txid, at, model, row_id, operation, revision, context_id, hidden)\n        SELECT core_feed_epoch() + pg_current_xact_id()::text::bigint,\n            clock_timestamp(),\n            changed_model, r.id, lower(TG_OP), r.revision, change_context, (false)\n        FROM rows r;\n    ELSE\n        EXECUTE format('INSERT INTO core_change\n            (txid, at, model, row_id, operation, revision, context_id, hidden)\n        SELECT core_feed_epoch() + pg_current_xact_id()::text::bigint,\n            clock_timestamp(),\n            $1, r.id, $2, r.revision, $3, (%s)\n        FROM rows r', TG_ARGV[0])\n            USING changed_model, lower(TG_OP), change_context;\n    END IF;\n    RETURN NULL;\nEND\n",
                "core_keep_history": "\nDECLARE\n    history regclass := format('%I.%I', TG_TABLE_SCHEMA, TG_TABLE_NAME || 'event');\n    context uuid := _pgh_attach_context();\n    columns text;\nBEGIN\n    SELECT string_agg(quote_ident(kept.attname), ', ') INTO columns\n    FROM pg_attribute kept\n    JOIN pg_attribute own ON own.attrelid = TG_RELID AND own.attname = kept.attname\n    WHERE kept.attrelid = history AND kept.attnum > 0 AND NOT kept.attisdropped;\n    EXECUTE format(\n        'INSERT INTO %s\n            (pgh_created_at, pgh_label, pgh_obj_id, pgh_context_id, %s)\n        SELECT now(), $1, id, $2, %2$s\n        FROM rows', history, columns\n    ) USING lower(TG_OP), context;\n    RETURN NULL;\nEND\n",
                "core_record_row": "\nBEGIN\n    INSERT INTO core_recordedrow (recording_id, model, row_id, before, revision)\n    VALUES (current_setting('footing.recording')::bigint,\n        substring(TG_TABLE_NAME FROM '[^_]*$'),\n        COALESCE(NEW.id, OLD.id), to_jsonb(OLD), NEW.revision)\n    ON CONFLICT (recording_id, model, row_id)\n        DO UPDATE SET revision = EXCLUDED.revision;\n    RETURN NULL;\nEND\n",
                "core_refuse": "\nBEGIN\n    RAISE check_violation USING\n        MESSAGE = TG_ARGV[0], CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;\nEND\n",
                "core_refuse_merging_into_merged": "\nDECLARE\n    is_merged boolean;\nBEGIN\n    EXECUTE format('SELECT merged_into_id IS NOT NULL FROM %s WHERE id = $1',\n        TG_RELID::regclass) INTO is_merged USING NEW.merged_into_id;\n    IF is_merged THEN\n        RAISE check_violation USING\n            MESSAGE = TG_ARGV[0], CONSTRAINT = TG_ARGV[0], TABLE = TG_TABLE_NAME;\n    END IF;\n    RETURN NEW;\nEND\n",
            },
        ),
        migrations.CreateModel(
            name="Change",
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
                    "txid",
                    models.BigIntegerField(
                        help_text="PostgreSQL's transaction id, counted on"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("model", models.CharField(max_length=80)),
                ("row_id", models.BigIntegerField()),
                (
                    "operation",
                    models.CharField(
                        choices=core.models.change.Operation.pairs, max_length=8
                    ),
                ),
                ("revision", models.PositiveIntegerField()),
                (
                    "context",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="who changed it and why",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="pghistory.context",
                    ),
                ),
                ("hidden", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    models.Index(fields=["txid", "id"], name="core_change_feed"),
                    models.Index(fields=["model", "row_id"], name="core_change_row"),
                ],
            },
        ),
        migrations.CreateModel(
            name="FeedPlace",
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
                ("reader", models.CharField(max_length=80, unique=True)),
                ("txid", models.BigIntegerField(default=0)),
                ("change_id", models.BigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="FirstAnswer",
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
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("key", models.CharField(max_length=200)),
                ("request_sha256", models.CharField(max_length=64)),
                ("status", models.PositiveSmallIntegerField(null=True)),
                ("body", models.TextField(blank=True)),
                ("headers", models.JSONField(default=dict)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        db_index=True,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("by", "key"),
                        name="core_firstanswer_once",
                        violation_error_message="This key came with a request before.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Job",
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
                ("kind", models.CharField(max_length=60)),
                ("arguments", models.JSONField(default=dict)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="jobs",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=core.models.job.JobState.pairs,
                        default=core.models.job.JobState["QUEUED"],
                        max_length=10,
                    ),
                ),
                ("done", models.PositiveBigIntegerField(default=0)),
                ("total", models.PositiveBigIntegerField(null=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("next_try", models.DateTimeField(null=True)),
                ("heartbeat", models.DateTimeField(null=True)),
                ("result", models.JSONField(default=dict)),
                ("error", models.TextField(blank=True)),
                (
                    "visitor_sha256",
                    models.CharField(
                        blank=True,
                        help_text="of the key that a visitor follows it by",
                        max_length=64,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now()
                    ),
                ),
                ("started_at", models.DateTimeField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(
                            ("state__in", ["queued", "running", "waiting"])
                        ),
                        fields=["state", "next_try"],
                        name="core_job_open",
                    ),
                    models.Index(fields=["kind", "-id"], name="core_job_kind"),
                    models.Index(
                        condition=models.Q(("visitor_sha256", ""), _negated=True),
                        fields=["visitor_sha256"],
                        name="core_job_visitor",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("total", None),
                            ("done__lte", models.F("total")),
                            _connector="OR",
                        ),
                        name="core_job_done_within_total",
                        violation_error_message="A job cannot have done more than its total.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "failed"), _negated=True),
                            models.Q(("error", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="core_job_failure_says_why",
                        violation_error_message="A failed job says why it failed.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "running"), _negated=True),
                            ("heartbeat__isnull", False),
                            _connector="OR",
                        ),
                        name="core_job_running_is_alive",
                        violation_error_message="A running job shows that it is alive.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "waiting"), _negated=True),
                            ("next_try__isnull", False),
                            _connector="OR",
                        ),
                        name="core_job_waiting_until",
                        violation_error_message="A waiting job says when it tries again.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "queued",
                                    "running",
                                    "waiting",
                                    "done",
                                    "failed",
                                    "cancelled",
                                ],
                            )
                        ),
                        name="core_job_state_word",
                        violation_error_message="State must be one of: queued, running, waiting, done, failed, cancelled.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LimitUse",
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
                ("what", models.CharField(max_length=40)),
                ("who_sha256", models.CharField(max_length=64)),
                (
                    "at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        db_index=True,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["what", "who_sha256", "at"], name="core_limituse_who"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Merge",
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
                ("model", models.CharField(max_length=80)),
                ("merged_id", models.BigIntegerField()),
                ("into_id", models.BigIntegerField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("reason", models.TextField()),
                (
                    "newest",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="by way to the two, the newest row that came to them by it",
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now()
                    ),
                ),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "undone_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["model", "into_id"], name="core_merge_into")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_id", models.F("into_id")), _negated=True
                        ),
                        name="core_merge_two_rows",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="core_merge_says_why",
                        violation_error_message="A merge says why the two are one.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("undone_at", None)),
                        fields=("model", "merged_id"),
                        name="core_merge_once",
                        violation_error_message="This was merged already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("undone_at__isnull", True), ("undone_by__isnull", True)
                            ),
                            models.Q(
                                ("undone_at__isnull", False),
                                ("undone_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="core_merge_undone_whole",
                        violation_error_message="An undone merge says who undid it and when.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MergeMove",
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
                    "merge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="moves",
                        to="core.merge",
                    ),
                ),
                ("model", models.CharField(max_length=80)),
                ("row_id", models.BigIntegerField()),
                ("field", models.CharField(max_length=80)),
                ("old_value", models.JSONField(null=True)),
                (
                    "revision",
                    models.PositiveIntegerField(help_text="of the row, after the move"),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("merge", "model", "row_id", "field"),
                        name="core_mergemove_once",
                        violation_error_message="A merge moves each value once.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Recording",
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
            ],
        ),
        migrations.CreateModel(
            name="RecordedRow",
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
                    "recording",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="core.recording",
                    ),
                ),
                ("model", models.CharField(max_length=80)),
                ("row_id", models.BigIntegerField()),
                ("before", models.JSONField(null=True)),
                ("revision", models.PositiveIntegerField(null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["model", "row_id"], name="core_recordedrow_row"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("recording", "model", "row_id"),
                        name="core_recordedrow_once",
                        violation_error_message="A recording notes each row once.",
                    )
                ],
            },
        ),
    ]
