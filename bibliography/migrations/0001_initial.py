import bibliography.imports.words
import bibliography.records
import bibliography.references.author_key
import bibliography.stored_texts.models
import core.migration_operations
import core.trigger_sql
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.functions.text
import texts.licences
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("core", "0001_layout_59eb6d6a"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportBatch",
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
                ("file_name", models.CharField(max_length=255)),
                ("size", models.PositiveBigIntegerField(help_text="in bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("format", models.CharField(blank=True, max_length=20)),
                ("encoding", models.CharField(blank=True, max_length=20)),
                (
                    "options",
                    models.JSONField(
                        blank=True, default=dict, help_text="column mapping …"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=bibliography.imports.words.ImportState.pairs,
                        default=bibliography.imports.words.ImportState["WAITING"],
                        max_length=10,
                    ),
                ),
                ("refused_because", models.TextField(blank=True)),
                ("counts", models.JSONField(blank=True, default=dict)),
                (
                    "preview",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="the first records, and the columns",
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
                (
                    "job",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports",
                        to="core.job",
                    ),
                ),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "undone_by",
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
                "verbose_name_plural": "import batches",
                "indexes": [
                    models.Index(
                        fields=["sha256"], name="bibliography_import_same_file"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "refused"), _negated=True),
                            models.Q(("refused_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="bibliography_importbatch_refusal_says_why",
                        violation_error_message="A refused file says why.",
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
                        name="bibliography_importbatch_undone_whole",
                        violation_error_message="An undone import says who undid it and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["waiting", "running", "done", "refused", "undone"],
                            )
                        ),
                        name="bibliography_importbatch_state_word",
                        violation_error_message="State must be one of: waiting, running, done, refused, undone.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportBatchEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="bibliography.importbatch",
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
                ("id", models.BigIntegerField()),
                ("revision", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(),
                        editable=False,
                    ),
                ),
                ("file_name", models.CharField(max_length=255)),
                ("size", models.PositiveBigIntegerField(help_text="in bytes")),
                ("sha256", models.CharField(max_length=64)),
                ("format", models.CharField(blank=True, max_length=20)),
                ("encoding", models.CharField(blank=True, max_length=20)),
                (
                    "options",
                    models.JSONField(
                        blank=True, default=dict, help_text="column mapping …"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=bibliography.imports.words.ImportState.pairs,
                        default=bibliography.imports.words.ImportState["WAITING"],
                        max_length=10,
                    ),
                ),
                ("refused_because", models.TextField(blank=True)),
                ("counts", models.JSONField(blank=True, default=dict)),
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
                    "job",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.job",
                    ),
                ),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "undone_by",
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
        ),
        migrations.CreateModel(
            name="ImportPiece",
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
                    "batch",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pieces",
                        to="bibliography.importbatch",
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(help_text="place in the file, from 0"),
                ),
                ("data", models.BinaryField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("batch", "number"),
                        name="bibliography_importpiece_once",
                        violation_error_message="A file has one piece of each number.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Reference",
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
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_from",
                        to="bibliography.reference",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=bibliography.records.RecordType.pairs,
                        default=bibliography.records.RecordType["ARTICLE"],
                        max_length=20,
                    ),
                ),
                ("title", models.TextField(blank=True)),
                (
                    "authors",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text='[{"family", "given"} or {"literal"}]',
                    ),
                ),
                ("first_author", models.CharField(blank=True, max_length=200)),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "issued",
                    models.CharField(
                        blank=True, help_text="as far as stated", max_length=40
                    ),
                ),
                (
                    "container",
                    models.TextField(blank=True, help_text="journal, book or site"),
                ),
                ("volume", models.CharField(blank=True, max_length=60)),
                ("issue", models.CharField(blank=True, max_length=60)),
                ("pages", models.CharField(blank=True, max_length=80)),
                ("publisher", models.TextField(blank=True)),
                ("abstract", models.TextField(blank=True)),
                ("language", models.CharField(blank=True, max_length=40)),
                ("url", models.TextField(blank=True)),
                (
                    "keywords",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "captured_on",
                    models.DateField(
                        blank=True,
                        help_text="when it was seen, where it can change",
                        null=True,
                    ),
                ),
                (
                    "title_key",
                    models.TextField(blank=True, help_text="the title normalised"),
                ),
                ("sample", models.BooleanField(default=False)),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.CombinedSearchVector(
                            django.contrib.postgres.search.CombinedSearchVector(
                                django.contrib.postgres.search.SearchVector(
                                    models.Func(
                                        "title",
                                        function="search_words",
                                        output_field=models.TextField(),
                                    ),
                                    config="finding",
                                    weight="A",
                                ),
                                "||",
                                django.contrib.postgres.search.SearchVector(
                                    models.Func(
                                        django.db.models.functions.comparison.Cast(
                                            "year", models.TextField()
                                        ),
                                        function="search_words",
                                        output_field=models.TextField(),
                                    ),
                                    models.Func(
                                        models.Func("authors", function="search_names"),
                                        function="search_words",
                                        output_field=models.TextField(),
                                    ),
                                    config="finding",
                                    weight="B",
                                ),
                                django.contrib.postgres.search.SearchConfig("finding"),
                            ),
                            "||",
                            django.contrib.postgres.search.SearchVector(
                                models.Func(
                                    "container",
                                    function="search_words",
                                    output_field=models.TextField(),
                                ),
                                config="finding",
                                weight="C",
                            ),
                            django.contrib.postgres.search.SearchConfig("finding"),
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["search"], name="bibliography_reference_search"
                    ),
                    models.Index(
                        fields=["first_author", "year"],
                        name="bibliography_reference_author",
                    ),
                    models.Index(
                        models.Func(
                            models.Func(
                                models.Func(
                                    models.Func(
                                        models.Func(
                                            django.db.models.functions.text.Lower(
                                                django.db.models.functions.text.Replace(
                                                    models.Func(
                                                        bibliography.references.author_key.Decomposed(
                                                            models.F("first_author")
                                                        ),
                                                        models.Value("øØłŁđĐıðæÆœŒ"),
                                                        models.Value("oOlLdDidaAoO"),
                                                        function="TRANSLATE",
                                                    ),
                                                    models.Value("ß"),
                                                    models.Value("ss"),
                                                )
                                            ),
                                            models.Value("[\\u0300-\\u036f.'’ʼ]"),
                                            models.Value(""),
                                            models.Value("g"),
                                            function="REGEXP_REPLACE",
                                            output_field=models.CharField(),
                                        ),
                                        models.Value(
                                            "\\m(af|al|ap|av|ben|bin|da|das|de|degli|dei|del|della|den|der|des|di|do|dos|du|el|ibn|la|las|le|li|lo|los|te|ten|ter|van|vanden|vander|vom|von|y|zu|zum|zur)\\s+"
                                        ),
                                        models.Value(""),
                                        models.Value("g"),
                                        function="REGEXP_REPLACE",
                                        output_field=models.CharField(),
                                    ),
                                    models.Value("[\\s‐‑–-]+"),
                                    models.Value(""),
                                    models.Value("g"),
                                    function="REGEXP_REPLACE",
                                    output_field=models.CharField(),
                                ),
                                models.Value("^mac(?=[^aeiouhk])"),
                                models.Value("mc"),
                                models.Value("g"),
                                function="REGEXP_REPLACE",
                                output_field=models.CharField(),
                            ),
                            models.Value("(?<![aeiou])([aou])e(?=[^aeiou])|a(a)"),
                            models.Value("\\1\\2"),
                            models.Value("g"),
                            function="REGEXP_REPLACE",
                            output_field=models.CharField(),
                        ),
                        models.F("year"),
                        name="bibliography_reference_name",
                    ),
                    models.Index(
                        fields=["year", "id"], name="bibliography_reference_year"
                    ),
                    models.Index(
                        django.db.models.functions.text.Left("title_key", 120),
                        name="bibliography_reference_key",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["title_key"],
                        name="bibliography_reference_title",
                        opclasses=["gin_trgm_ops"],
                    ),
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
                        name="bibliography_reference_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="bibliography_reference_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "type__in",
                                [
                                    "article",
                                    "preprint",
                                    "registration",
                                    "register_page",
                                    "guideline",
                                    "label",
                                    "book",
                                    "chapter",
                                    "report",
                                    "thesis",
                                    "dataset",
                                    "conference",
                                    "web_page",
                                    "other",
                                ],
                            )
                        ),
                        name="bibliography_reference_type_word",
                        violation_error_message="Type must be one of: article, preprint, registration, register_page, guideline, label, book, chapter, report, thesis, dataset, conference, web_page, other.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Identifier",
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
                    "reference",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="identifiers",
                        to="bibliography.reference",
                    ),
                ),
                (
                    "scheme",
                    models.CharField(
                        choices=bibliography.records.Scheme.pairs, max_length=20
                    ),
                ),
                (
                    "value",
                    models.CharField(
                        help_text="normalised, for matching", max_length=300
                    ),
                ),
                ("raw", models.TextField(blank=True, help_text="as it was given")),
                ("accepted", models.BooleanField(default=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["scheme", "value"], name="bibliography_identifier_value"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("accepted", True),
                            models.Q(("scheme__in", ["issn", "other"]), _negated=True),
                        ),
                        fields=("scheme", "value"),
                        name="bibliography_identifier_accepted_once",
                        violation_error_message="This identifier is accepted for another reference.",
                    ),
                    models.UniqueConstraint(
                        fields=("reference", "scheme", "value"),
                        name="bibliography_identifier_once",
                        violation_error_message="The reference has this identifier already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("value", ""), _negated=True),
                        name="bibliography_identifier_filled",
                        violation_error_message="An identifier has a value.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "scheme__in",
                                [
                                    "doi",
                                    "pmid",
                                    "pmcid",
                                    "nct",
                                    "isrctn",
                                    "isbn",
                                    "issn",
                                    "openalex",
                                    "arxiv",
                                    "url",
                                    "other",
                                ],
                            )
                        ),
                        name="bibliography_identifier_scheme_word",
                        violation_error_message="Scheme must be one of: doi, pmid, pmcid, nct, isrctn, isbn, issn, openalex, arxiv, url, other.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IdentifierEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="bibliography.identifier",
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
                    "reference",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="bibliography.reference",
                    ),
                ),
                (
                    "scheme",
                    models.CharField(
                        choices=bibliography.records.Scheme.pairs, max_length=20
                    ),
                ),
                (
                    "value",
                    models.CharField(
                        help_text="normalised, for matching", max_length=300
                    ),
                ),
                ("raw", models.TextField(blank=True, help_text="as it was given")),
                ("accepted", models.BooleanField(default=True)),
            ],
        ),
        migrations.CreateModel(
            name="ImportRecord",
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
                    "batch",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="records",
                        to="bibliography.importbatch",
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(help_text="place in the file, from 1"),
                ),
                ("raw", models.TextField()),
                (
                    "became",
                    models.CharField(
                        choices=bibliography.imports.words.Became.pairs, max_length=10
                    ),
                ),
                ("why", models.TextField(blank=True)),
                ("warnings", models.JSONField(blank=True, default=list)),
                (
                    "said",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="what was read and a person may use: where asked all of it, where matched what the reference lacks",
                    ),
                ),
                (
                    "reference",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="import_records",
                        to="bibliography.reference",
                    ),
                ),
                (
                    "candidates",
                    models.JSONField(
                        blank=True, default=list, help_text='[{"reference", "why"}]'
                    ),
                ),
                (
                    "made",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="[model, id] of each row it made",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
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
                "indexes": [
                    models.Index(
                        fields=["batch", "became", "number"],
                        name="bibliography_record_as",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("batch", "number"),
                        name="bibliography_importrecord_once",
                        violation_error_message="A file has one record of each number.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("became", "rejected"), _negated=True),
                            models.Q(("why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="bibliography_importrecord_rejection_says_why",
                        violation_error_message="A rejected record says why.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("became__in", ["created", "matched", "kept"]),
                                _negated=True,
                            ),
                            ("reference__isnull", False),
                            _connector="OR",
                        ),
                        name="bibliography_importrecord_names_reference",
                        violation_error_message="A record that was created, matched or kept names its reference.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at__isnull", True),
                                ("decided_by__isnull", True),
                            ),
                            models.Q(
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="bibliography_importrecord_decided_whole",
                        violation_error_message="A decision on a record says who made it and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "became__in",
                                [
                                    "created",
                                    "matched",
                                    "asked",
                                    "left",
                                    "rejected",
                                    "removed",
                                    "kept",
                                ],
                            )
                        ),
                        name="bibliography_importrecord_became_word",
                        violation_error_message="Became must be one of: created, matched, asked, left, rejected, removed, kept.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ImportDecision",
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
                    "record",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="bibliography.importrecord",
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=bibliography.imports.words.Step.pairs, max_length=10
                    ),
                ),
                (
                    "reference",
                    models.PositiveBigIntegerField(
                        blank=True,
                        help_text="its number, also of one removed since",
                        null=True,
                    ),
                ),
                (
                    "why",
                    models.TextField(
                        blank=True, help_text="of what stayed: the reason"
                    ),
                ),
                (
                    "said",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="what the record offered until then",
                    ),
                ),
                (
                    "filled",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text='{"columns": {name: value}, "identifiers": [id], "revision": n}',
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
                (
                    "job",
                    models.ForeignKey(
                        blank=True,
                        help_text="that took the step on many records at once",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.job",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["record", "-id"], name="bibliography_decision_latest"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "step__in",
                                [
                                    "same",
                                    "new",
                                    "left",
                                    "reopened",
                                    "filled",
                                    "emptied",
                                ],
                            )
                        ),
                        name="bibliography_importdecision_step_word",
                        violation_error_message="Step must be one of: same, new, left, reopened, filled, emptied.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
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
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_from",
                        to="bibliography.notice",
                    ),
                ),
                (
                    "reference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="bibliography.reference",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=bibliography.records.NoticeKind.pairs, max_length=20
                    ),
                ),
                ("dated", models.DateField(blank=True, null=True)),
                ("notice_doi", models.CharField(blank=True, max_length=300)),
                ("notice_pmid", models.CharField(blank=True, max_length=20)),
                (
                    "says",
                    models.TextField(blank=True, help_text="the reasons it gives"),
                ),
                ("sample", models.BooleanField(default=False)),
            ],
            options={
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
                        name="bibliography_notice_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="bibliography_notice_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=(
                            "reference",
                            "kind",
                            "dated",
                            "notice_doi",
                            "notice_pmid",
                        ),
                        name="bibliography_notice_once",
                        nulls_distinct=False,
                        violation_error_message="This notice is recorded already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "retraction",
                                    "partial_retraction",
                                    "concern",
                                    "correction",
                                    "reinstatement",
                                ],
                            )
                        ),
                        name="bibliography_notice_kind_word",
                        violation_error_message="Kind must be one of: retraction, partial_retraction, concern, correction, reinstatement.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="bibliography.notice",
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
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
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
                        to="bibliography.notice",
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
                (
                    "kind",
                    models.CharField(
                        choices=bibliography.records.NoticeKind.pairs, max_length=20
                    ),
                ),
                ("dated", models.DateField(blank=True, null=True)),
                ("notice_doi", models.CharField(blank=True, max_length=300)),
                ("notice_pmid", models.CharField(blank=True, max_length=20)),
                (
                    "says",
                    models.TextField(blank=True, help_text="the reasons it gives"),
                ),
                ("sample", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="NoticeSource",
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
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sources",
                        to="bibliography.notice",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        help_text="PubMed, Crossref, a person …", max_length=40
                    ),
                ),
                ("address", models.TextField(blank=True)),
                ("seen_at", models.DateTimeField()),
                (
                    "says",
                    models.JSONField(
                        default=dict, help_text="its own kind, date and words"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("notice", "source"),
                        name="bibliography_noticesource_once",
                        violation_error_message="This source is recorded already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticeSourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="bibliography.noticesource",
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
                    "notice",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="bibliography.notice",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        help_text="PubMed, Crossref, a person …", max_length=40
                    ),
                ),
                ("address", models.TextField(blank=True)),
                ("seen_at", models.DateTimeField()),
                (
                    "says",
                    models.JSONField(
                        default=dict, help_text="its own kind, date and words"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ReferenceCheck",
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
                ("service", models.CharField(max_length=40)),
                ("query", models.JSONField(help_text="what was asked, word for word")),
                (
                    "outcome",
                    models.CharField(
                        choices=bibliography.records.LookupStatus.pairs, max_length=12
                    ),
                ),
                (
                    "reference",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="bibliography.reference",
                    ),
                ),
                (
                    "candidates",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="records, each with the fields compared",
                    ),
                ),
                ("answer_sha256", models.CharField(blank=True, max_length=64)),
                ("error", models.TextField(blank=True)),
                (
                    "asked_at",
                    models.DateTimeField(help_text="when the service answered"),
                ),
                (
                    "searched_at",
                    models.DateTimeField(help_text="of all that one search brought"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["reference", "-asked_at"],
                        name="bibliography_check_latest",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "failed"), _negated=True),
                            models.Q(("error", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="bibliography_referencecheck_failure_says_why",
                        violation_error_message="A check without an answer says why.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "none"), _negated=True),
                            ("candidates", []),
                            _connector="OR",
                        ),
                        name="bibliography_referencecheck_none_is_empty",
                        violation_error_message="Nothing found means no candidates.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome__in", ["found", "candidates", "none", "failed"])
                        ),
                        name="bibliography_referencecheck_outcome_word",
                        violation_error_message="Outcome must be one of: found, candidates, none, failed.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReferenceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="bibliography.reference",
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
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
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
                        to="bibliography.reference",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=bibliography.records.RecordType.pairs,
                        default=bibliography.records.RecordType["ARTICLE"],
                        max_length=20,
                    ),
                ),
                ("title", models.TextField(blank=True)),
                (
                    "authors",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text='[{"family", "given"} or {"literal"}]',
                    ),
                ),
                ("first_author", models.CharField(blank=True, max_length=200)),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "issued",
                    models.CharField(
                        blank=True, help_text="as far as stated", max_length=40
                    ),
                ),
                (
                    "container",
                    models.TextField(blank=True, help_text="journal, book or site"),
                ),
                ("volume", models.CharField(blank=True, max_length=60)),
                ("issue", models.CharField(blank=True, max_length=60)),
                ("pages", models.CharField(blank=True, max_length=80)),
                ("publisher", models.TextField(blank=True)),
                ("abstract", models.TextField(blank=True)),
                ("language", models.CharField(blank=True, max_length=40)),
                ("url", models.TextField(blank=True)),
                (
                    "keywords",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "captured_on",
                    models.DateField(
                        blank=True,
                        help_text="when it was seen, where it can change",
                        null=True,
                    ),
                ),
                (
                    "title_key",
                    models.TextField(blank=True, help_text="the title normalised"),
                ),
                ("sample", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="ServiceAnswer",
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
                ("service", models.CharField(max_length=40)),
                (
                    "address",
                    models.TextField(help_text="what was asked, without who asked"),
                ),
                ("address_sha256", models.CharField(max_length=64)),
                (
                    "status",
                    models.PositiveSmallIntegerField(
                        help_text="200, or 404 for not there"
                    ),
                ),
                ("content", models.BinaryField()),
                ("sha256", models.CharField(help_text="of the content", max_length=64)),
                (
                    "asked_at",
                    models.DateTimeField(help_text="when the service answered"),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["asked_at"], name="bibliography_serviceanswer_age"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("service", "address_sha256"),
                        name="bibliography_serviceanswer_once",
                        violation_error_message="The answer to this question is kept already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredText",
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
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_from",
                        to="bibliography.storedtext",
                    ),
                ),
                (
                    "reference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stored_texts",
                        to="bibliography.reference",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=bibliography.stored_texts.models.TextKind.pairs,
                        max_length=10,
                    ),
                ),
                ("text", models.TextField()),
                ("sha256", models.CharField(editable=False, max_length=64)),
                (
                    "licence",
                    models.CharField(
                        choices=texts.licences.Licence.pairs,
                        default=texts.licences.Licence["NOT_STATED"],
                        max_length=20,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        help_text="from where it was taken", max_length=200
                    ),
                ),
                ("address", models.TextField(blank=True)),
                (
                    "taken_on",
                    models.DateField(help_text="the day it was taken from there"),
                ),
                ("sample", models.BooleanField(default=False)),
            ],
            options={
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
                        name="bibliography_storedtext_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="bibliography_storedtext_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("reference", "sha256"),
                        name="bibliography_storedtext_once",
                        violation_error_message="This text is stored already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True),
                            models.Q(("source", ""), _negated=True),
                        ),
                        name="bibliography_storedtext_filled",
                        violation_error_message="A text has words, and is from somewhere.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["abstract", "full_text", "part"])
                        ),
                        name="bibliography_storedtext_kind_word",
                        violation_error_message="Kind must be one of: abstract, full_text, part.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "licence__in",
                                [
                                    "not_stated",
                                    "all_rights",
                                    "cc_by",
                                    "cc_by_sa",
                                    "cc_by_nc",
                                    "cc_by_nc_sa",
                                    "cc_by_nd",
                                    "cc_by_nc_nd",
                                    "public_domain",
                                    "own",
                                ],
                            )
                        ),
                        name="bibliography_storedtext_licence_word",
                        violation_error_message="Licence must be one of: not_stated, all_rights, cc_by, cc_by_sa, cc_by_nc, cc_by_nc_sa, cc_by_nd, cc_by_nc_nd, public_domain, own.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StoredTextEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="bibliography.storedtext",
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
                ("withdrawn_reason", models.TextField(blank=True, editable=False)),
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
                        to="bibliography.storedtext",
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
                (
                    "kind",
                    models.CharField(
                        choices=bibliography.stored_texts.models.TextKind.pairs,
                        max_length=10,
                    ),
                ),
                ("text", models.TextField()),
                ("sha256", models.CharField(editable=False, max_length=64)),
                (
                    "licence",
                    models.CharField(
                        choices=texts.licences.Licence.pairs,
                        default=texts.licences.Licence["NOT_STATED"],
                        max_length=20,
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        help_text="from where it was taken", max_length=200
                    ),
                ),
                ("address", models.TextField(blank=True)),
                (
                    "taken_on",
                    models.DateField(help_text="the day it was taken from there"),
                ),
                ("sample", models.BooleanField(default=False)),
            ],
        ),
        core.migration_operations.ShareTriggers(
            models=[
                "identifier",
                "importbatch",
                "notice",
                "noticesource",
                "reference",
                "storedtext",
            ],
            triggers=[
                core.trigger_sql.SharedTrigger(
                    execute="core_bump_revision()",
                    name="revision_bump",
                    operation="UPDATE",
                    when="BEFORE",
                ),
                core.trigger_sql.SharedTrigger(
                    execute="core_feed_changes()",
                    level="STATEMENT",
                    name="change_feed_update",
                    operation="UPDATE",
                    referencing="REFERENCING NEW TABLE AS rows",
                    when="AFTER",
                ),
                core.trigger_sql.SharedTrigger(
                    execute="core_feed_changes()",
                    level="STATEMENT",
                    name="change_feed_delete",
                    operation="DELETE",
                    referencing="REFERENCING OLD TABLE AS rows",
                    when="AFTER",
                ),
                core.trigger_sql.SharedTrigger(
                    execute="core_keep_history()",
                    level="STATEMENT",
                    name="keep_history_update",
                    operation="UPDATE",
                    referencing="REFERENCING OLD TABLE AS rows",
                    when="AFTER",
                ),
                core.trigger_sql.SharedTrigger(
                    execute="core_keep_history()",
                    level="STATEMENT",
                    name="keep_history_delete",
                    operation="DELETE",
                    referencing="REFERENCING OLD TABLE AS rows",
                    when="AFTER",
                ),
            ],
        ),
        core.migration_operations.ShareTriggers(
            models=[
                "identifier",
                "importbatch",
                "importdecision",
                "notice",
                "noticesource",
                "reference",
                "referencecheck",
                "storedtext",
            ],
            triggers=[
                core.trigger_sql.SharedTrigger(
                    condition="WHEN (current_setting('footing.recording', true) <> '')",
                    execute="core_record_row()",
                    name="recorder",
                    operation="INSERT OR UPDATE OR DELETE",
                    when="AFTER",
                ),
                core.trigger_sql.SharedTrigger(
                    execute="core_feed_changes()",
                    level="STATEMENT",
                    name="change_feed_insert",
                    operation="INSERT",
                    referencing="REFERENCING NEW TABLE AS rows",
                    when="AFTER",
                ),
            ],
        ),
        core.migration_operations.ShareTriggers(
            models=[
                "identifierevent",
                "importbatchevent",
                "noticeevent",
                "noticesourceevent",
                "referenceevent",
                "storedtextevent",
            ],
            triggers=[
                core.trigger_sql.SharedTrigger(
                    execute="core_refuse('append_only')",
                    name="append_only",
                    operation="UPDATE OR DELETE",
                    when="BEFORE",
                )
            ],
        ),
        core.migration_operations.ShareTriggers(
            models=["importdecision", "referencecheck"],
            triggers=[
                core.trigger_sql.SharedTrigger(
                    execute="core_refuse('immutable_update')",
                    name="immutable_update",
                    operation="UPDATE",
                    when="BEFORE",
                ),
                core.trigger_sql.SharedTrigger(
                    execute="core_refuse('immutable_delete')",
                    name="immutable_delete",
                    operation="DELETE",
                    when="BEFORE",
                ),
            ],
        ),
        core.migration_operations.ShareTriggers(
            models=["notice", "reference", "storedtext"],
            triggers=[
                core.trigger_sql.SharedTrigger(
                    condition="WHEN (NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id)",
                    execute="core_refuse_merging_into_merged('merges_into_what_stands')",
                    name="merges_into_what_stands",
                    operation="UPDATE",
                    when="BEFORE",
                )
            ],
        ),
    ]
