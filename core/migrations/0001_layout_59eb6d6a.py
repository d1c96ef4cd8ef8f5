import core.migration_operations
import core.models.change
import core.models.job
import django.contrib.postgres.indexes
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
            sql="\n    CREATE TEXT SEARCH DICTIONARY finding_stem\n        (TEMPLATE = snowball, Language = english);\n    CREATE TEXT SEARCH CONFIGURATION finding (COPY = simple);\n    ALTER TEXT SEARCH CONFIGURATION finding\n        ALTER MAPPING FOR asciiword WITH finding_stem;\n    ALTER TEXT SEARCH CONFIGURATION finding\n        ALTER MAPPING FOR word, numword WITH unaccent, finding_stem;\n    CREATE TEXT SEARCH CONFIGURATION finding_prefix (COPY = simple);\n    ALTER TEXT SEARCH CONFIGURATION finding_prefix\n        ALTER MAPPING FOR word, numword WITH unaccent, simple;\n    CREATE FUNCTION search_words(given text) RETURNS text\n        LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$\nDECLARE\n    t text := given;\nBEGIN\n    IF octet_length(t) <> length(t) THEN\n        t := normalize(t, NFKC);\n        t := regexp_replace(t, '[\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\ufeff]',\n            '', 'g');\n        t := translate(t, '’‘ʼ′`´＇', '''''''''''''''');\n        t := replace(replace(replace(replace(replace(replace(replace(t, 'œ', 'oe'), 'Œ', 'OE'), 'æ', 'ae'), 'Æ', 'AE'), 'ß', 'ss'), 'ø', 'o'), 'ł', 'l');\n        t := regexp_replace(t, '\\u03bc(?=[glmGLM]\\M)', 'mc', 'g');\n        IF t ~ '[\\u0391-\\u03c9]' THEN\n            t := regexp_replace(t, '(?<![\\u0370-\\u03ff])α(?![\\u0370-\\u03ff])', ' alpha ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])β(?![\\u0370-\\u03ff])', ' beta ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])γ(?![\\u0370-\\u03ff])', ' gamma ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])δ(?![\\u0370-\\u03ff])', ' delta ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])ε(?![\\u0370-\\u03ff])', ' epsilon ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])ζ(?![\\u0370-\\u03ff])', ' zeta ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])η(?![\\u0370-\\u03ff])', ' eta ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])θ(?![\\u0370-\\u03ff])', ' theta ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])ι(?![\\u0370-\\u03ff])', ' iota ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])κ(?![\\u0370-\\u03ff])', ' kappa ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])λ(?![\\u0370-\\u03ff])', ' lambda ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])μ(?![\\u0370-\\u03ff])', ' mu ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])ν(?![\\u0370-\\u03ff])', ' nu ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])ξ(?![\\u0370-\\u03ff])', ' xi ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])π(?![\\u0370-\\u03ff])', ' pi ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])ρ(?![\\u0370-\\u03ff])', ' rho ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])σ(?![\\u0370-\\u03ff])', ' sigma ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])τ(?![\\u0370-\\u03ff])', ' tau ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])φ(?![\\u0370-\\u03ff])', ' phi ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])χ(?![\\u0370-\\u03ff])', ' chi ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])ψ(?![\\u0370-\\u03ff])', ' psi ', 'gi');\nt := regexp_replace(t, '(?<![\\u0370-\\u03ff])ω(?![\\u0370-\\u03ff])', ' omega ', 'gi');\n        END IF;\n        t := regexp_replace(t, '([\\u3005-\\u3007\\u3040-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff\\uac00-\\ud7af\\u0e00-\\u0e7f])', ' \\1 ', 'g');\n        t := regexp_replace(t, '[\\u00a0-\\u00a9\\u00ab-\\u00b1\\u00b4-\\u00b9\\u00bb-\\u00bf\\u00d7\\u00f7\\u2010-\\u2027\\u2030-\\u205e\\u20a0-\\u20cf\\u2100-\\u2bff\\u3000-\\u3003\\u3008-\\u3030]', ' ', 'g');\n    END IF;\n    IF position('''' IN t) > 0 THEN  -- a woman's, women's\n        t := regexp_replace(t, '''s\\M', '', 'gi');\n    END IF;\n    IF t ~ '[A-Z][A-Z]' THEN  -- RCTs are RCT; of AIDS and ILS the S is no plural\n        t := regexp_replace(t, '\\m([A-Z]{2,})s\\M', '\\1', 'g');\n        t := regexp_replace(t, '\\m([A-Z]{2,3})S\\M', '\\1Sx', 'g');\n    END IF;\n    -- organize and organise; whatever is no letter and no digit parts words\n    t := translate(lower(t), 'z!\"#$%&''()*+,-./:;<=>?@[\\]^_`{|}~\t\n\r\x0c\x0b',\n        's                                     ');\n    t := regexp_replace(t, '\\m([a-z]{2})s\\M', '\\1sx', 'g');\n    IF t ~ '\\d' THEN  -- IL6 is IL 6\n        t := regexp_replace(t, '(\\d)(?=[^\\d\\s])', '\\1 ', 'g');\n        t := regexp_replace(t, '([^\\d\\s])(?=\\d)', '\\1 ', 'g');\n    END IF;\n    IF position('ae' IN t) > 0 OR position('oe' IN t) > 0 THEN  -- oestrogen\n        t := regexp_replace(t, '[ao]e(?=[a-z]{2})', 'e', 'g');\n    END IF;\n    RETURN t;\nEND\n$$;\n    CREATE FUNCTION search_query(given text, weights text, is_prefix boolean)\n        RETURNS tsquery LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE\n        AS $$\nDECLARE\n    words text := btrim(search_words(given));\n    found tsquery;\nBEGIN\n    IF is_prefix THEN\n        words := regexp_replace(words, '[^[:alnum:]\\s]', '', 'g');\n        IF words = '' THEN\n            RETURN ''::tsquery;\n        END IF;\n        found := to_tsquery('finding_prefix',\n            regexp_replace(words, '\\s+', ' <-> ', 'g') || ':*');\n    ELSE\n        found := phraseto_tsquery('finding', words);\n    END IF;\n    IF weights <> '' AND found <> ''::tsquery THEN\n        found := regexp_replace(found::text, '(''[^'']+'')(:)?', '\\1:' || weights,\n            'g')::tsquery;\n    END IF;\n    RETURN found;\nEND\n$$;\n    CREATE FUNCTION search_names(given jsonb) RETURNS text\n        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$\n    SELECT string_agg(name #>> '{}', ' ') FROM jsonb_path_query(given, '$[*].*') AS name\n$$;\n",
            reverse_sql="\n    DROP FUNCTION search_names(jsonb);\n    DROP FUNCTION search_query(text, text, boolean);\n    DROP FUNCTION search_words(text);\n    DROP TEXT SEARCH CONFIGURATION finding_prefix;\n    DROP TEXT SEARCH CONFIGURATION finding;\n    DROP TEXT SEARCH DICTIONARY finding_stem;\n",
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
        migrations.CreateModel(
            name="SearchWord",
            fields=[
                (
                    "word",
                    models.CharField(max_length=40, primary_key=True, serialize=False),
                ),
                ("count", models.PositiveIntegerField()),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["word"],
                        name="core_searchword_near",
                        opclasses=["gin_trgm_ops"],
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ShortForm",
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
                ("short", models.CharField(max_length=20)),
                ("long", models.CharField(max_length=200)),
                (
                    "short_key",
                    models.CharField(db_index=True, editable=False, max_length=20),
                ),
                (
                    "long_key",
                    models.CharField(db_index=True, editable=False, max_length=200),
                ),
                ("source_model", models.CharField(blank=True, max_length=80)),
                ("source_row", models.BigIntegerField(blank=True, null=True)),
                (
                    "source",
                    models.TextField(blank=True, help_text="where an editor read it"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["source_model", "source_row"],
                        name="core_shortform_source",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("short_key", "long_key", "source_model", "source_row"),
                        name="core_shortform_once",
                        nulls_distinct=False,
                        violation_error_message="This short form is known with this meaning.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("by", None),
                                ("source", ""),
                                ("source_row__isnull", False),
                                models.Q(("source_model", ""), _negated=True),
                            ),
                            models.Q(
                                ("by__isnull", False),
                                ("source_model", ""),
                                ("source_row", None),
                                models.Q(("source", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="core_shortform_has_a_source",
                        violation_error_message="A short form was read in a stored text, or an editor says where.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("short_key", ""), _negated=True),
                            models.Q(("long_key", ""), _negated=True),
                        ),
                        name="core_shortform_two_forms",
                        violation_error_message="A short form has a long one.",
                    ),
                ],
            },
        ),
    ]
