"""The tables of the app."""

import core.migration_operations
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.datetime
import django.db.models.functions.text
import pgtrigger.compiler
import studies.models.author_key
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("core", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
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
                    models.Index(fields=["asked_at"], name="studies_serviceanswer_age")
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("service", "address_sha256"),
                        name="studies_serviceanswer_once",
                        violation_error_message="The answer to this question is kept already.",
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
                        to="studies.reference",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("article", "article"),
                            ("preprint", "preprint"),
                            ("registration", "registration"),
                            ("register_page", "register page"),
                            ("guideline", "guideline"),
                            ("label", "product label"),
                            ("book", "book"),
                            ("chapter", "chapter"),
                            ("report", "report"),
                            ("thesis", "thesis"),
                            ("dataset", "data set"),
                            ("conference", "conference paper"),
                            ("web_page", "web page"),
                            ("other", "other"),
                        ],
                        default="article",
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
                        expression=django.contrib.postgres.search.SearchVector(
                            "title", "container", config="footing"
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["search"], name="studies_reference_search"
                    ),
                    models.Index(
                        fields=["first_author", "year"], name="studies_reference_author"
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
                                                        studies.models.author_key.Decomposed(
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
                        name="studies_reference_name",
                    ),
                    models.Index(fields=["year", "id"], name="studies_reference_year"),
                    models.Index(
                        django.db.models.functions.text.Left("title_key", 120),
                        name="studies_reference_key",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["title_key"],
                        name="studies_reference_title",
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
                        name="studies_reference_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="studies_reference_merged_elsewhere",
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
                        name="studies_reference_type_word",
                        violation_error_message="Type must be one of: article, preprint, registration, register_page, guideline, label, book, chapter, report, thesis, dataset, conference, web_page, other.",
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
                        to="studies.reference",
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
                        to="studies.reference",
                    ),
                ),
                (
                    "type",
                    models.CharField(
                        choices=[
                            ("article", "article"),
                            ("preprint", "preprint"),
                            ("registration", "registration"),
                            ("register_page", "register page"),
                            ("guideline", "guideline"),
                            ("label", "product label"),
                            ("book", "book"),
                            ("chapter", "chapter"),
                            ("report", "report"),
                            ("thesis", "thesis"),
                            ("dataset", "data set"),
                            ("conference", "conference paper"),
                            ("web_page", "web page"),
                            ("other", "other"),
                        ],
                        default="article",
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
            options={
                "abstract": False,
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
                        to="studies.reference",
                    ),
                ),
                (
                    "scheme",
                    models.CharField(
                        choices=[
                            ("doi", "DOI"),
                            ("pmid", "PMID"),
                            ("pmcid", "PMCID"),
                            ("nct", "ClinicalTrials.gov"),
                            ("isrctn", "ISRCTN"),
                            ("isbn", "ISBN"),
                            ("issn", "ISSN"),
                            ("openalex", "OpenAlex"),
                            ("arxiv", "arXiv"),
                            ("url", "address"),
                            ("other", "other"),
                        ],
                        max_length=20,
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
                        fields=["scheme", "value"], name="studies_identifier_value"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("accepted", True),
                            models.Q(("scheme__in", ["issn", "other"]), _negated=True),
                        ),
                        fields=("scheme", "value"),
                        name="studies_identifier_accepted_once",
                        violation_error_message="This identifier is accepted for another reference.",
                    ),
                    models.UniqueConstraint(
                        fields=("reference", "scheme", "value"),
                        name="studies_identifier_once",
                        violation_error_message="The reference has this identifier already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("value", ""), _negated=True),
                        name="studies_identifier_filled",
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
                        name="studies_identifier_scheme_word",
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
                        to="studies.identifier",
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
                        to="studies.reference",
                    ),
                ),
                (
                    "scheme",
                    models.CharField(
                        choices=[
                            ("doi", "DOI"),
                            ("pmid", "PMID"),
                            ("pmcid", "PMCID"),
                            ("nct", "ClinicalTrials.gov"),
                            ("isrctn", "ISRCTN"),
                            ("isbn", "ISBN"),
                            ("issn", "ISSN"),
                            ("openalex", "OpenAlex"),
                            ("arxiv", "arXiv"),
                            ("url", "address"),
                            ("other", "other"),
                        ],
                        max_length=20,
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
                "abstract": False,
            },
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
                        choices=[
                            ("found", "found"),
                            ("candidates", "candidates"),
                            ("none", "nothing found"),
                            ("failed", "no answer"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "reference",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="checks",
                        to="studies.reference",
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
                        fields=["reference", "-asked_at"], name="studies_check_latest"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "failed"), _negated=True),
                            models.Q(("error", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="studies_referencecheck_failure_says_why",
                        violation_error_message="A check without an answer says why.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "none"), _negated=True),
                            ("candidates", []),
                            _connector="OR",
                        ),
                        name="studies_referencecheck_none_is_empty",
                        violation_error_message="Nothing found means no candidates.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("outcome__in", ["found", "candidates", "none", "failed"])
                        ),
                        name="studies_referencecheck_outcome_word",
                        violation_error_message="Outcome must be one of: found, candidates, none, failed.",
                    ),
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
                        to="studies.notice",
                    ),
                ),
                (
                    "reference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="studies.reference",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("retraction", "retraction"),
                            ("partial_retraction", "partial retraction"),
                            ("concern", "expression of concern"),
                            ("correction", "correction"),
                            ("reinstatement", "reinstatement"),
                        ],
                        max_length=20,
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
                "abstract": False,
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
                        name="studies_notice_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="studies_notice_merged_elsewhere",
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
                        name="studies_notice_once",
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
                        name="studies_notice_kind_word",
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
                        to="studies.notice",
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
                        to="studies.notice",
                    ),
                ),
                (
                    "reference",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.reference",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("retraction", "retraction"),
                            ("partial_retraction", "partial retraction"),
                            ("concern", "expression of concern"),
                            ("correction", "correction"),
                            ("reinstatement", "reinstatement"),
                        ],
                        max_length=20,
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
                "abstract": False,
            },
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
                        to="studies.notice",
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
                        name="studies_noticesource_once",
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
                        to="studies.noticesource",
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
                        to="studies.notice",
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
                "abstract": False,
            },
        ),
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
                        choices=[
                            ("waiting", "waiting"),
                            ("running", "running"),
                            ("done", "done"),
                            ("refused", "refused"),
                            ("undone", "undone"),
                        ],
                        default="waiting",
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
                    models.Index(fields=["sha256"], name="studies_import_same_file")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "refused"), _negated=True),
                            models.Q(("refused_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="studies_importbatch_refusal_says_why",
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
                        name="studies_importbatch_undone_whole",
                        violation_error_message="An undone import says who undid it and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                ["waiting", "running", "done", "refused", "undone"],
                            )
                        ),
                        name="studies_importbatch_state_word",
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
                        to="studies.importbatch",
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
                        choices=[
                            ("waiting", "waiting"),
                            ("running", "running"),
                            ("done", "done"),
                            ("refused", "refused"),
                            ("undone", "undone"),
                        ],
                        default="waiting",
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
            options={
                "abstract": False,
            },
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
                        to="studies.importbatch",
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
                        name="studies_importpiece_once",
                        violation_error_message="A file has one piece of each number.",
                    )
                ],
            },
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
                        to="studies.importbatch",
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
                        choices=[
                            ("created", "created"),
                            ("matched", "matched"),
                            ("asked", "asked"),
                            ("left", "left out"),
                            ("rejected", "rejected"),
                            ("removed", "removed"),
                            ("kept", "kept"),
                        ],
                        max_length=10,
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
                        to="studies.reference",
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
                        fields=["batch", "became", "number"], name="studies_record_as"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("batch", "number"),
                        name="studies_importrecord_once",
                        violation_error_message="A file has one record of each number.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("became", "rejected"), _negated=True),
                            models.Q(("why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="studies_importrecord_rejection_says_why",
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
                        name="studies_importrecord_names_reference",
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
                        name="studies_importrecord_decided_whole",
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
                        name="studies_importrecord_became_word",
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
                        to="studies.importrecord",
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("same", "joined to a reference"),
                            ("new", "kept as a new work"),
                            ("left", "left out"),
                            ("reopened", "asked again"),
                            ("filled", "filled in what was missing"),
                            ("emptied", "took out again what was filled in"),
                        ],
                        max_length=10,
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
                        fields=["record", "-id"], name="studies_decision_latest"
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
                        name="studies_importdecision_step_word",
                        violation_error_message="Step must be one of: same, new, left, reopened, filled, emptied.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Study",
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
                        to="studies.study",
                    ),
                ),
                (
                    "label",
                    models.CharField(help_text="Surname and year", max_length=200),
                ),
                ("title", models.TextField(blank=True)),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "design",
                    models.CharField(
                        choices=[
                            ("systematic_review", "systematic review"),
                            ("meta_analysis", "meta-analysis"),
                            ("network_meta_analysis", "network meta-analysis"),
                            ("rct", "randomised controlled trial"),
                            ("within_person_rct", "randomised within-person trial"),
                            ("crossover_rct", "randomised crossover trial"),
                            ("cluster_rct", "cluster-randomised trial"),
                            ("non_randomised_trial", "non-randomised trial"),
                            ("split_face_nonrandomised", "split-face, not randomised"),
                            ("interrupted_time_series", "interrupted time series"),
                            ("cohort", "cohort"),
                            ("case_control", "case-control"),
                            ("cross_sectional", "cross-sectional"),
                            ("single_arm_trial", "single-arm trial"),
                            ("case_series", "case series"),
                            ("case_report", "case report"),
                            ("animal", "animal study"),
                            ("in_vitro", "laboratory study"),
                            ("in_silico", "computer model"),
                            ("narrative_review", "narrative review"),
                            ("guideline", "guideline"),
                            ("opinion", "opinion"),
                            ("protocol", "protocol"),
                            ("secondary_analysis", "secondary analysis"),
                            ("qualitative", "qualitative"),
                            ("diagnostic_accuracy", "diagnostic accuracy study"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=30,
                    ),
                ),
                (
                    "design_words",
                    models.TextField(blank=True, help_text="as its source puts it"),
                ),
                (
                    "allocation",
                    models.CharField(
                        choices=[
                            ("random", "random"),
                            ("alternate", "alternate"),
                            ("systematic", "systematic"),
                            ("not_random", "not random"),
                            ("none", "no allocation"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=12,
                    ),
                ),
                ("population", models.TextField(blank=True)),
                ("intervention", models.TextField(blank=True)),
                ("comparator", models.TextField(blank=True)),
                ("sample_size", models.PositiveIntegerField(blank=True, null=True)),
                ("follow_up", models.TextField(blank=True)),
                ("setting", models.TextField(blank=True)),
                ("registration", models.CharField(blank=True, max_length=120)),
                ("funding", models.TextField(blank=True)),
                (
                    "interests",
                    models.TextField(blank=True, help_text="the authors' interests"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("ongoing", "ongoing"),
                            ("no_results", "completed without results"),
                            ("published", "published"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=12,
                    ),
                ),
                ("sample", models.BooleanField(default=False)),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            "label", "title", "intervention", config="footing"
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "studies",
                "abstract": False,
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["search"], name="studies_study_search"
                    ),
                    models.Index(fields=["label", "id"], name="studies_study_label"),
                    models.Index(fields=["year", "id"], name="studies_study_year"),
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
                        name="studies_study_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="studies_study_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("label", ""), _negated=True),
                        name="studies_study_labelled",
                        violation_error_message="A study has a label: surname and year.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "design__in",
                                    [
                                        "rct",
                                        "within_person_rct",
                                        "crossover_rct",
                                        "cluster_rct",
                                    ],
                                ),
                                _negated=True,
                            ),
                            ("allocation__in", ["random", "not_stated"]),
                            _connector="OR",
                        ),
                        name="studies_study_randomised_design",
                        violation_error_message="A trial allocated otherwise than at random is a non-randomised trial.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "design__in",
                                [
                                    "systematic_review",
                                    "meta_analysis",
                                    "network_meta_analysis",
                                    "rct",
                                    "within_person_rct",
                                    "crossover_rct",
                                    "cluster_rct",
                                    "non_randomised_trial",
                                    "split_face_nonrandomised",
                                    "interrupted_time_series",
                                    "cohort",
                                    "case_control",
                                    "cross_sectional",
                                    "single_arm_trial",
                                    "case_series",
                                    "case_report",
                                    "animal",
                                    "in_vitro",
                                    "in_silico",
                                    "narrative_review",
                                    "guideline",
                                    "opinion",
                                    "protocol",
                                    "secondary_analysis",
                                    "qualitative",
                                    "diagnostic_accuracy",
                                    "not_stated",
                                ],
                            )
                        ),
                        name="studies_study_design_word",
                        violation_error_message="Design must be one of: systematic_review, meta_analysis, network_meta_analysis, rct, within_person_rct, crossover_rct, cluster_rct, non_randomised_trial, split_face_nonrandomised, interrupted_time_series, cohort, case_control, cross_sectional, single_arm_trial, case_series, case_report, animal, in_vitro, in_silico, narrative_review, guideline, opinion, protocol, secondary_analysis, qualitative, diagnostic_accuracy, not_stated.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "allocation__in",
                                [
                                    "random",
                                    "alternate",
                                    "systematic",
                                    "not_random",
                                    "none",
                                    "not_stated",
                                ],
                            )
                        ),
                        name="studies_study_allocation_word",
                        violation_error_message="Allocation must be one of: random, alternate, systematic, not_random, none, not_stated.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "planned",
                                    "ongoing",
                                    "no_results",
                                    "published",
                                    "not_stated",
                                ],
                            )
                        ),
                        name="studies_study_status_word",
                        violation_error_message="Status must be one of: planned, ongoing, no_results, published, not_stated.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StudyEvent",
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
                        to="studies.study",
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
                        to="studies.study",
                    ),
                ),
                (
                    "label",
                    models.CharField(help_text="Surname and year", max_length=200),
                ),
                ("title", models.TextField(blank=True)),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "design",
                    models.CharField(
                        choices=[
                            ("systematic_review", "systematic review"),
                            ("meta_analysis", "meta-analysis"),
                            ("network_meta_analysis", "network meta-analysis"),
                            ("rct", "randomised controlled trial"),
                            ("within_person_rct", "randomised within-person trial"),
                            ("crossover_rct", "randomised crossover trial"),
                            ("cluster_rct", "cluster-randomised trial"),
                            ("non_randomised_trial", "non-randomised trial"),
                            ("split_face_nonrandomised", "split-face, not randomised"),
                            ("interrupted_time_series", "interrupted time series"),
                            ("cohort", "cohort"),
                            ("case_control", "case-control"),
                            ("cross_sectional", "cross-sectional"),
                            ("single_arm_trial", "single-arm trial"),
                            ("case_series", "case series"),
                            ("case_report", "case report"),
                            ("animal", "animal study"),
                            ("in_vitro", "laboratory study"),
                            ("in_silico", "computer model"),
                            ("narrative_review", "narrative review"),
                            ("guideline", "guideline"),
                            ("opinion", "opinion"),
                            ("protocol", "protocol"),
                            ("secondary_analysis", "secondary analysis"),
                            ("qualitative", "qualitative"),
                            ("diagnostic_accuracy", "diagnostic accuracy study"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=30,
                    ),
                ),
                (
                    "design_words",
                    models.TextField(blank=True, help_text="as its source puts it"),
                ),
                (
                    "allocation",
                    models.CharField(
                        choices=[
                            ("random", "random"),
                            ("alternate", "alternate"),
                            ("systematic", "systematic"),
                            ("not_random", "not random"),
                            ("none", "no allocation"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=12,
                    ),
                ),
                ("population", models.TextField(blank=True)),
                ("intervention", models.TextField(blank=True)),
                ("comparator", models.TextField(blank=True)),
                ("sample_size", models.PositiveIntegerField(blank=True, null=True)),
                ("follow_up", models.TextField(blank=True)),
                ("setting", models.TextField(blank=True)),
                ("registration", models.CharField(blank=True, max_length=120)),
                ("funding", models.TextField(blank=True)),
                (
                    "interests",
                    models.TextField(blank=True, help_text="the authors' interests"),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("ongoing", "ongoing"),
                            ("no_results", "completed without results"),
                            ("published", "published"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=12,
                    ),
                ),
                ("sample", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Arm",
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
                    "study",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="arms",
                        to="studies.study",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("description", models.TextField(blank=True)),
                ("size", models.PositiveIntegerField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("study", "name"),
                        name="studies_arm_once",
                        violation_error_message="The study has an arm of this name.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ArmEvent",
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
                        to="studies.arm",
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
                    "study",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.study",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("description", models.TextField(blank=True)),
                ("size", models.PositiveIntegerField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Report",
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
                    "study",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="studies.study",
                    ),
                ),
                (
                    "reference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="studies.reference",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("main", "main"),
                            ("follow_up", "follow-up"),
                            ("protocol", "protocol"),
                            ("registration", "registration"),
                        ],
                        default="main",
                        max_length=12,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("study", "reference"),
                        name="studies_report_once",
                        violation_error_message="This reference reports the study already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("role", "main")),
                        fields=("study",),
                        name="studies_report_one_main",
                        violation_error_message="A study has one main report.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "role__in",
                                ["main", "follow_up", "protocol", "registration"],
                            )
                        ),
                        name="studies_report_role_word",
                        violation_error_message="Role must be one of: main, follow_up, protocol, registration.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportEvent",
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
                        to="studies.report",
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
                    "study",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.study",
                    ),
                ),
                (
                    "reference",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.reference",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("main", "main"),
                            ("follow_up", "follow-up"),
                            ("protocol", "protocol"),
                            ("registration", "registration"),
                        ],
                        default="main",
                        max_length=12,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Inclusion",
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="inclusions",
                        to="studies.study",
                    ),
                ),
                ("listed_as", models.TextField(help_text="the review's own words")),
                (
                    "study",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="included_in",
                        to="studies.study",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("listed", "listed"),
                            ("matched", "matched"),
                            ("not_found", "not found"),
                        ],
                        default="listed",
                        max_length=10,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "matched"), ("study__isnull", False)),
                            models.Q(
                                models.Q(("state", "matched"), _negated=True),
                                ("study", None),
                            ),
                            _connector="OR",
                        ),
                        name="studies_inclusion_matched_has_study",
                        violation_error_message="An included study is matched when, and only when, it names the study.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("study", None),
                            models.Q(("study", models.F("review")), _negated=True),
                            _connector="OR",
                        ),
                        name="studies_inclusion_not_itself",
                        violation_error_message="A review does not include itself.",
                    ),
                    models.UniqueConstraint(
                        fields=("review", "listed_as"),
                        name="studies_inclusion_once",
                        violation_error_message="The review lists this study already.",
                    ),
                    models.UniqueConstraint(
                        fields=("review", "study"),
                        name="studies_inclusion_study_once",
                        violation_error_message="The review includes this study already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["listed", "matched", "not_found"])
                        ),
                        name="studies_inclusion_state_word",
                        violation_error_message="State must be one of: listed, matched, not_found.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="InclusionEvent",
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
                        to="studies.inclusion",
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
                    "review",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.study",
                    ),
                ),
                ("listed_as", models.TextField(help_text="the review's own words")),
                (
                    "study",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.study",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("listed", "listed"),
                            ("matched", "matched"),
                            ("not_found", "not found"),
                        ],
                        default="listed",
                        max_length=10,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Outcome",
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
                        to="studies.outcome",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("definition", models.TextField(blank=True)),
                (
                    "measures",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        help_text="how it is measured",
                        size=None,
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=80)),
                (
                    "better",
                    models.CharField(
                        choices=[
                            ("higher", "higher"),
                            ("lower", "lower"),
                            ("neither", "neither"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=10,
                    ),
                ),
                (
                    "importance",
                    models.CharField(
                        choices=[
                            ("patient", "patient-important"),
                            ("surrogate", "surrogate"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=10,
                    ),
                ),
                ("sample", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
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
                        name="studies_outcome_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="studies_outcome_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="studies_outcome_named",
                        violation_error_message="An outcome has a name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("better__in", ["higher", "lower", "neither", "not_stated"])
                        ),
                        name="studies_outcome_better_word",
                        violation_error_message="Better must be one of: higher, lower, neither, not_stated.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("importance__in", ["patient", "surrogate", "not_stated"])
                        ),
                        name="studies_outcome_importance_word",
                        violation_error_message="Importance must be one of: patient, surrogate, not_stated.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="OutcomeEvent",
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
                        to="studies.outcome",
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
                        to="studies.outcome",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("definition", models.TextField(blank=True)),
                (
                    "measures",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        help_text="how it is measured",
                        size=None,
                    ),
                ),
                ("unit", models.CharField(blank=True, max_length=80)),
                (
                    "better",
                    models.CharField(
                        choices=[
                            ("higher", "higher"),
                            ("lower", "lower"),
                            ("neither", "neither"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=10,
                    ),
                ),
                (
                    "importance",
                    models.CharField(
                        choices=[
                            ("patient", "patient-important"),
                            ("surrogate", "surrogate"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=10,
                    ),
                ),
                ("sample", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Result",
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
                        to="studies.result",
                    ),
                ),
                (
                    "study",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="studies.study",
                    ),
                ),
                (
                    "outcome",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="results",
                        to="studies.outcome",
                    ),
                ),
                (
                    "contrast",
                    models.CharField(
                        choices=[
                            ("between_arms", "between arms"),
                            ("before_after", "before and after, in one arm"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=12,
                    ),
                ),
                (
                    "comparison",
                    models.TextField(blank=True, help_text="what against what"),
                ),
                ("time_point", models.CharField(blank=True, max_length=200)),
                (
                    "analysis_set",
                    models.CharField(
                        choices=[
                            ("itt", "as randomised"),
                            ("mitt", "as randomised, modified"),
                            ("per_protocol", "per protocol"),
                            ("completers", "completers"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=12,
                    ),
                ),
                (
                    "measured",
                    models.CharField(
                        choices=[
                            ("change", "change"),
                            ("final", "final"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=10,
                    ),
                ),
                (
                    "adjusted",
                    models.CharField(
                        choices=[
                            ("yes", "yes"),
                            ("no", "no"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=10,
                    ),
                ),
                ("subgroup", models.CharField(blank=True, max_length=200)),
                (
                    "subgroup_planned",
                    models.CharField(
                        choices=[
                            ("yes", "yes"),
                            ("no", "no"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=10,
                    ),
                ),
                ("dose", models.CharField(blank=True, max_length=200)),
                (
                    "metric",
                    models.CharField(
                        choices=[
                            ("rr", "risk ratio"),
                            ("or", "odds ratio"),
                            ("hr", "hazard ratio"),
                            ("rate_ratio", "rate ratio"),
                            ("rd", "risk difference"),
                            ("md", "mean difference"),
                            ("smd", "standardised mean difference"),
                            ("rom", "ratio of means"),
                            ("r", "correlation"),
                            ("proportion", "proportion"),
                            ("mean", "mean"),
                            ("count", "count"),
                            ("words", "in words only"),
                        ],
                        max_length=12,
                    ),
                ),
                ("estimate", models.FloatField(blank=True, null=True)),
                ("ci_low", models.FloatField(blank=True, null=True)),
                ("ci_high", models.FloatField(blank=True, null=True)),
                ("ci_level", models.FloatField(default=0.95)),
                (
                    "p_value",
                    models.CharField(blank=True, help_text="as printed", max_length=40),
                ),
                ("events_1", models.PositiveIntegerField(blank=True, null=True)),
                ("total_1", models.PositiveIntegerField(blank=True, null=True)),
                ("mean_1", models.FloatField(blank=True, null=True)),
                ("sd_1", models.FloatField(blank=True, null=True)),
                ("events_2", models.PositiveIntegerField(blank=True, null=True)),
                ("total_2", models.PositiveIntegerField(blank=True, null=True)),
                ("mean_2", models.FloatField(blank=True, null=True)),
                ("sd_2", models.FloatField(blank=True, null=True)),
                (
                    "direction",
                    models.CharField(
                        choices=[
                            ("higher", "higher"),
                            ("lower", "lower"),
                            ("no_difference", "no difference"),
                            ("mixed", "mixed"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=14,
                    ),
                ),
                (
                    "pooled_designs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("pooled_studies", models.PositiveIntegerField(blank=True, null=True)),
                ("quote", models.TextField(blank=True)),
                (
                    "place",
                    models.CharField(
                        blank=True, help_text="Table 2, page 5 …", max_length=200
                    ),
                ),
                (
                    "provenance",
                    models.CharField(
                        choices=[
                            ("primary", "read in the study's own report"),
                            ("compiled", "as reported by a review or data set"),
                            ("second_hand", "only as a citing article tells it"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "compiled_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="compiled",
                        to="studies.reference",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                ("sample", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
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
                        name="studies_result_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="studies_result_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("compiled_from__isnull", False),
                                ("provenance", "compiled"),
                            ),
                            models.Q(
                                models.Q(("provenance", "compiled"), _negated=True),
                                ("compiled_from", None),
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_compiled_from",
                        violation_error_message="A compiled result names the review or data set that reports it; no other result does.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ci_high", None), ("ci_low", None)),
                            models.Q(
                                ("ci_high__gte", models.F("estimate")),
                                ("ci_high__isnull", False),
                                ("ci_low__isnull", False),
                                ("ci_low__lte", models.F("estimate")),
                                ("estimate__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_interval",
                        violation_error_message="An interval has both ends, with the estimate between them.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ci_high__gt", float("-inf")),
                            ("ci_high__lt", float("inf")),
                            ("ci_low__gt", float("-inf")),
                            ("ci_low__lt", float("inf")),
                            ("estimate__gt", float("-inf")),
                            ("estimate__lt", float("inf")),
                            ("mean_1__gt", float("-inf")),
                            ("mean_1__lt", float("inf")),
                            ("mean_2__gt", float("-inf")),
                            ("mean_2__lt", float("inf")),
                            ("sd_1__gt", float("-inf")),
                            ("sd_1__lt", float("inf")),
                            ("sd_2__gt", float("-inf")),
                            ("sd_2__lt", float("inf")),
                        ),
                        name="studies_result_finite",
                        violation_error_message="A result's numbers are finite.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("estimate", None),
                            models.Q(
                                models.Q(
                                    models.Q(
                                        ("metric__in", ("r", "rd")), _negated=True
                                    ),
                                    ("estimate__range", (-1, 1)),
                                    _connector="OR",
                                ),
                                models.Q(
                                    models.Q(("metric", "proportion"), _negated=True),
                                    ("estimate__range", (0, 1)),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_metric_range",
                        violation_error_message="A correlation and a risk difference lie between -1 and 1, a proportion between 0 and 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ci_level__gt", 0), ("ci_level__lt", 1)),
                        name="studies_result_level",
                        violation_error_message="An interval's level lies between 0 and 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("metric__in", ("rr", "or", "hr", "rate_ratio", "rom")),
                                _negated=True,
                            ),
                            models.Q(
                                models.Q(
                                    ("estimate", None),
                                    ("estimate__gt", 0),
                                    _connector="OR",
                                ),
                                models.Q(
                                    ("ci_low", None), ("ci_low__gt", 0), _connector="OR"
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_ratio_positive",
                        violation_error_message="A ratio and its interval are above 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("metric", "words"), _negated=True),
                            models.Q(("ci_low", None), ("estimate", None)),
                            _connector="OR",
                        ),
                        name="studies_result_words_no_number",
                        violation_error_message="A result in words has no estimate.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("events_1", None),
                            models.Q(
                                ("events_1__lte", models.F("total_1")),
                                ("total_1__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_events_1",
                        violation_error_message="Events in group 1 cannot exceed its people.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("events_2", None),
                            models.Q(
                                ("events_2__lte", models.F("total_2")),
                                ("total_2__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_events_2",
                        violation_error_message="Events in group 2 cannot exceed its people.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("sd_1", None), ("sd_1__gte", 0), _connector="OR"),
                            models.Q(("sd_2", None), ("sd_2__gte", 0), _connector="OR"),
                        ),
                        name="studies_result_spread",
                        violation_error_message="A standard deviation is not below 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("checked_at__isnull", True),
                                ("checked_by__isnull", True),
                            ),
                            models.Q(
                                ("checked_at__isnull", False),
                                ("checked_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_checked_whole",
                        violation_error_message="A checked result says who checked it and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("checked_by", None),
                            models.Q(
                                ("checked_by", models.F("entered_by")), _negated=True
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_checked_by_another",
                        violation_error_message="Another person than the one who entered a result checks it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("subgroup", ""), _negated=True),
                            ("subgroup_planned", "not_stated"),
                            _connector="OR",
                        ),
                        name="studies_result_planned_subgroup",
                        violation_error_message="Only a result in a subgroup says whether the subgroup was planned.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "contrast__in",
                                ["between_arms", "before_after", "not_stated"],
                            )
                        ),
                        name="studies_result_contrast_word",
                        violation_error_message="Contrast must be one of: between_arms, before_after, not_stated.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "analysis_set__in",
                                [
                                    "itt",
                                    "mitt",
                                    "per_protocol",
                                    "completers",
                                    "not_stated",
                                ],
                            )
                        ),
                        name="studies_result_analysis_set_word",
                        violation_error_message="Analysis set must be one of: itt, mitt, per_protocol, completers, not_stated.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("measured__in", ["change", "final", "not_stated"])
                        ),
                        name="studies_result_measured_word",
                        violation_error_message="Measured must be one of: change, final, not_stated.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("adjusted__in", ["yes", "no", "not_stated"])
                        ),
                        name="studies_result_adjusted_word",
                        violation_error_message="Adjusted must be one of: yes, no, not_stated.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("subgroup_planned__in", ["yes", "no", "not_stated"])
                        ),
                        name="studies_result_subgroup_planned_word",
                        violation_error_message="Subgroup planned must be one of: yes, no, not_stated.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "metric__in",
                                [
                                    "rr",
                                    "or",
                                    "hr",
                                    "rate_ratio",
                                    "rd",
                                    "md",
                                    "smd",
                                    "rom",
                                    "r",
                                    "proportion",
                                    "mean",
                                    "count",
                                    "words",
                                ],
                            )
                        ),
                        name="studies_result_metric_word",
                        violation_error_message="Metric must be one of: rr, or, hr, rate_ratio, rd, md, smd, rom, r, proportion, mean, count, words.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "direction__in",
                                [
                                    "higher",
                                    "lower",
                                    "no_difference",
                                    "mixed",
                                    "not_stated",
                                ],
                            )
                        ),
                        name="studies_result_direction_word",
                        violation_error_message="Direction must be one of: higher, lower, no_difference, mixed, not_stated.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("provenance__in", ["primary", "compiled", "second_hand"])
                        ),
                        name="studies_result_provenance_word",
                        violation_error_message="Provenance must be one of: primary, compiled, second_hand.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ResultEvent",
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
                        to="studies.result",
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
                (
                    "outcome",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.outcome",
                    ),
                ),
                (
                    "contrast",
                    models.CharField(
                        choices=[
                            ("between_arms", "between arms"),
                            ("before_after", "before and after, in one arm"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=12,
                    ),
                ),
                (
                    "comparison",
                    models.TextField(blank=True, help_text="what against what"),
                ),
                ("time_point", models.CharField(blank=True, max_length=200)),
                (
                    "analysis_set",
                    models.CharField(
                        choices=[
                            ("itt", "as randomised"),
                            ("mitt", "as randomised, modified"),
                            ("per_protocol", "per protocol"),
                            ("completers", "completers"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=12,
                    ),
                ),
                (
                    "measured",
                    models.CharField(
                        choices=[
                            ("change", "change"),
                            ("final", "final"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=10,
                    ),
                ),
                (
                    "adjusted",
                    models.CharField(
                        choices=[
                            ("yes", "yes"),
                            ("no", "no"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=10,
                    ),
                ),
                ("subgroup", models.CharField(blank=True, max_length=200)),
                (
                    "subgroup_planned",
                    models.CharField(
                        choices=[
                            ("yes", "yes"),
                            ("no", "no"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=10,
                    ),
                ),
                ("dose", models.CharField(blank=True, max_length=200)),
                (
                    "metric",
                    models.CharField(
                        choices=[
                            ("rr", "risk ratio"),
                            ("or", "odds ratio"),
                            ("hr", "hazard ratio"),
                            ("rate_ratio", "rate ratio"),
                            ("rd", "risk difference"),
                            ("md", "mean difference"),
                            ("smd", "standardised mean difference"),
                            ("rom", "ratio of means"),
                            ("r", "correlation"),
                            ("proportion", "proportion"),
                            ("mean", "mean"),
                            ("count", "count"),
                            ("words", "in words only"),
                        ],
                        max_length=12,
                    ),
                ),
                ("estimate", models.FloatField(blank=True, null=True)),
                ("ci_low", models.FloatField(blank=True, null=True)),
                ("ci_high", models.FloatField(blank=True, null=True)),
                ("ci_level", models.FloatField(default=0.95)),
                (
                    "p_value",
                    models.CharField(blank=True, help_text="as printed", max_length=40),
                ),
                ("events_1", models.PositiveIntegerField(blank=True, null=True)),
                ("total_1", models.PositiveIntegerField(blank=True, null=True)),
                ("mean_1", models.FloatField(blank=True, null=True)),
                ("sd_1", models.FloatField(blank=True, null=True)),
                ("events_2", models.PositiveIntegerField(blank=True, null=True)),
                ("total_2", models.PositiveIntegerField(blank=True, null=True)),
                ("mean_2", models.FloatField(blank=True, null=True)),
                ("sd_2", models.FloatField(blank=True, null=True)),
                (
                    "direction",
                    models.CharField(
                        choices=[
                            ("higher", "higher"),
                            ("lower", "lower"),
                            ("no_difference", "no difference"),
                            ("mixed", "mixed"),
                            ("not_stated", "not stated"),
                        ],
                        default="not_stated",
                        max_length=14,
                    ),
                ),
                (
                    "pooled_designs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=30),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("pooled_studies", models.PositiveIntegerField(blank=True, null=True)),
                ("quote", models.TextField(blank=True)),
                (
                    "place",
                    models.CharField(
                        blank=True, help_text="Table 2, page 5 …", max_length=200
                    ),
                ),
                (
                    "provenance",
                    models.CharField(
                        choices=[
                            ("primary", "read in the study's own report"),
                            ("compiled", "as reported by a review or data set"),
                            ("second_hand", "only as a citing article tells it"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "compiled_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.reference",
                    ),
                ),
                (
                    "entered_by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "checked_by",
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
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                ("sample", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        core.migration_operations.InstallTriggers(
            triggers={
                "arm": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="d8803fb6791ec9a9495a18175a5a14638cd05b65",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_0d33a",
                            table="studies_arm",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.arm', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="2a284c89958c5476cdf81f63309ace91aa9969c8",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_d3189",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_arm",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.arm', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="d9b25f7ae0705bef15a7673f9edc007252ac782e",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_d38af",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_arm",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.arm', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="786604afa1b6cba765b807e5299bcd379175cca5",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_e30b6",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="studies_arm",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "studies_armevent" ("created_at", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "size", "study_id") VALUES (OLD."created_at", OLD."description", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."revision", OLD."size", OLD."study_id"); RETURN NULL;',
                            hash="3a0d3f14eb9e95abdfebdec288773e74eaca28d7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ab2f5",
                            table="studies_arm",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "studies_armevent" ("created_at", "description", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "size", "study_id") SELECT old_values."created_at", old_values."description", old_values."id", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."revision", old_values."size", old_values."study_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="6861a1babd4b1975eb77bc41fe41717ab613c92f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_40186",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="studies_arm",
                            when="AFTER",
                        ),
                    ),
                ],
                "armevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="de233b58f869480453e80ffdffb127504fcf10bd",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6717c",
                            table="studies_armevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "identifier": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="77d7cb80b7a93cbf8a475464d90a6f597e4c3722",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_90517",
                            table="studies_identifier",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.identifier', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="f90408fa2035748703dc51a1eb9fd3b9fe9ede4a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_37844",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_identifier",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.identifier', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="6ba1f66b8cc6fc7e885a5353bcda299e5e990e8b",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_26c38",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_identifier",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.identifier', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="b730cdc675924b8867a54dc33d2f3e03ec628670",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_0f557",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="studies_identifier",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "studies_identifierevent" ("accepted", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raw", "reference_id", "revision", "scheme", "value") VALUES (OLD."accepted", OLD."created_at", OLD."id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."raw", OLD."reference_id", OLD."revision", OLD."scheme", OLD."value"); RETURN NULL;',
                            hash="75c1909d0a98a53bc297e2c1b176ff519016275d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_92ea4",
                            table="studies_identifier",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "studies_identifierevent" ("accepted", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raw", "reference_id", "revision", "scheme", "value") SELECT old_values."accepted", old_values."created_at", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."raw", old_values."reference_id", old_values."revision", old_values."scheme", old_values."value" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="cd67889db465b49bb891b830c32363d341c98328",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a91d8",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="studies_identifier",
                            when="AFTER",
                        ),
                    ),
                ],
                "identifierevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="31bee5ff00bf6c1106b9fe3312a2048691113e24",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_1bb03",
                            table="studies_identifierevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "importbatch": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="0add0296396b6285a99934a427d640df0810b63a",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_013b3",
                            table="studies_importbatch",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.importbatch', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="a868b469ade28054d946a16d0bda4fa3378469eb",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_8c31e",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_importbatch",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.importbatch', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="87c773b4d20de3ee2608f3ac7eb93d768c1886c3",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_f1eb7",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_importbatch",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.importbatch', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="8b48a8b7b893175d64f10949a0005ed5b126a9af",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_d27a1",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="studies_importbatch",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."by_id" IS DISTINCT FROM (NEW."by_id") OR OLD."counts" IS DISTINCT FROM (NEW."counts") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."encoding" IS DISTINCT FROM (NEW."encoding") OR OLD."file_name" IS DISTINCT FROM (NEW."file_name") OR OLD."format" IS DISTINCT FROM (NEW."format") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."job_id" IS DISTINCT FROM (NEW."job_id") OR OLD."options" IS DISTINCT FROM (NEW."options") OR OLD."refused_because" IS DISTINCT FROM (NEW."refused_because") OR OLD."revision" IS DISTINCT FROM (NEW."revision") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."state" IS DISTINCT FROM (NEW."state") OR OLD."undone_at" IS DISTINCT FROM (NEW."undone_at") OR OLD."undone_by_id" IS DISTINCT FROM (NEW."undone_by_id"))',
                            func='INSERT INTO "studies_importbatchevent" ("by_id", "counts", "created_at", "encoding", "file_name", "format", "id", "job_id", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "revision", "sha256", "size", "state", "undone_at", "undone_by_id") VALUES (OLD."by_id", OLD."counts", OLD."created_at", OLD."encoding", OLD."file_name", OLD."format", OLD."id", OLD."job_id", OLD."options", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."refused_because", OLD."revision", OLD."sha256", OLD."size", OLD."state", OLD."undone_at", OLD."undone_by_id"); RETURN NULL;',
                            hash="34d69e662f84875715f0dd3d5545a42877ef776a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c1a46",
                            table="studies_importbatch",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "studies_importbatchevent" ("by_id", "counts", "created_at", "encoding", "file_name", "format", "id", "job_id", "options", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "refused_because", "revision", "sha256", "size", "state", "undone_at", "undone_by_id") SELECT old_values."by_id", old_values."counts", old_values."created_at", old_values."encoding", old_values."file_name", old_values."format", old_values."id", old_values."job_id", old_values."options", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."refused_because", old_values."revision", old_values."sha256", old_values."size", old_values."state", old_values."undone_at", old_values."undone_by_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f3610dccc87c4acee8d374d07a19875f2bc9c431",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_1bb38",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="studies_importbatch",
                            when="AFTER",
                        ),
                    ),
                ],
                "importbatchevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="432cae0ad22411c5851d1fba0ec38cf3cb57e569",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b30aa",
                            table="studies_importbatchevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "importdecision": [
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.importdecision', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="7ef3eaa0d3763a38be6b6cd99b57e0d207aa3494",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_cf85c",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_importdecision",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="immutable_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF true THEN\n                RAISE EXCEPTION 'A step of a person on an imported record is a record of the past and cannot be changed or removed.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'immutable_update';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="64b70352e050f1481075b382036e5609e41ce3b8",
                            operation="UPDATE",
                            pgid="pgtrigger_immutable_update_eea0b",
                            table="studies_importdecision",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="immutable_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF true THEN\n                RAISE EXCEPTION 'A step of a person on an imported record is a record of the past and cannot be changed or removed.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'immutable_delete';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="c4003e219510e5e9a1ae26dfa412367ef756c704",
                            operation="DELETE",
                            pgid="pgtrigger_immutable_delete_bce88",
                            table="studies_importdecision",
                            when="BEFORE",
                        ),
                    ),
                ],
                "inclusion": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="c163847d097ef67da4689c5622f3733aeb87e5a9",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_78ae3",
                            table="studies_inclusion",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.inclusion', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="6040163f52ea0b67274ea320520f0cfcb4991c02",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_93f99",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_inclusion",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.inclusion', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="73fed2fca9980c697ba3322eac065c616993bd87",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_1458b",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_inclusion",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.inclusion', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="a871af0bb18922fe229d7dfb654e1772f9bf7dce",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_7563b",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="studies_inclusion",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "studies_inclusionevent" ("created_at", "id", "listed_as", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "revision", "state", "study_id") VALUES (OLD."created_at", OLD."id", OLD."listed_as", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."review_id", OLD."revision", OLD."state", OLD."study_id"); RETURN NULL;',
                            hash="ea0f932eabb92e49a0f4c5ded1fdce2b5bfeb605",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1a243",
                            table="studies_inclusion",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "studies_inclusionevent" ("created_at", "id", "listed_as", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "revision", "state", "study_id") SELECT old_values."created_at", old_values."id", old_values."listed_as", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."review_id", old_values."revision", old_values."state", old_values."study_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="cf3b4b4645d8cf3fa3fca2599831e8ab5ce06fcb",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c2dc5",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="studies_inclusion",
                            when="AFTER",
                        ),
                    ),
                ],
                "inclusionevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0312beb5c5a8e11659dd8cb0d941abd4cb764f17",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6db38",
                            table="studies_inclusionevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "notice": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="e9d48fe74bdef69b7fa7b4c03527c47b80062642",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_f2c1a",
                            table="studies_notice",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.notice', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="2099b650e4f69316c45768c201de81d0365ed9bc",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_d4f3d",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_notice",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.notice', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="6a905054d66fa2bbabc6ae303f468cd1904efc41",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_a93e2",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_notice",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.notice', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="65ff04861dca9ce5ebfbf692e44c73c08ae17bbf",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_e567a",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="studies_notice",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="merges_into_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id AND EXISTS (\n        SELECT 1 FROM studies_notice t\n        WHERE t.id = NEW.merged_into_id AND t.merged_into_id IS NOT NULL) THEN\n                RAISE EXCEPTION 'Merge into the row that stands, not into one that was merged.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'merges_into_what_stands';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="89f6c879f8bbd86a9a4d5fa47e6586556e2657c8",
                            operation="UPDATE",
                            pgid="pgtrigger_merges_into_what_stands_addc2",
                            table="studies_notice",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "studies_noticeevent" ("created_at", "dated", "id", "kind", "merged_into_id", "notice_doi", "notice_pmid", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference_id", "revision", "sample", "says", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (OLD."created_at", OLD."dated", OLD."id", OLD."kind", OLD."merged_into_id", OLD."notice_doi", OLD."notice_pmid", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."reference_id", OLD."revision", OLD."sample", OLD."says", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_reason"); RETURN NULL;',
                            hash="aa2063f08708b970408574e9cf991bb608fa5e2d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_81c4d",
                            table="studies_notice",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "studies_noticeevent" ("created_at", "dated", "id", "kind", "merged_into_id", "notice_doi", "notice_pmid", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference_id", "revision", "sample", "says", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT old_values."created_at", old_values."dated", old_values."id", old_values."kind", old_values."merged_into_id", old_values."notice_doi", old_values."notice_pmid", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reference_id", old_values."revision", old_values."sample", old_values."says", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="5fdd1af374ce4d1463fb0e576acf4128a2445c78",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_25a52",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="studies_notice",
                            when="AFTER",
                        ),
                    ),
                ],
                "noticeevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4aaa050407206ff6a1c51056dfc99375be74320f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d1bd1",
                            table="studies_noticeevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "noticesource": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="717d46794cde17cffe0bf35e1f191c97f6a734fb",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_aed5b",
                            table="studies_noticesource",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.noticesource', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="afb203d81f78350fdcfe7d308744ec2ec2dae8a2",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_021e4",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_noticesource",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.noticesource', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="4d3c62c1abede8d7ba1e2ccdc36a97b17b09cd4a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_d8f0e",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_noticesource",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.noticesource', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="79e477f6ce292ffd223e6ebb6e829a532fc2ecad",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_53c63",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="studies_noticesource",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "studies_noticesourceevent" ("address", "created_at", "id", "notice_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "says", "seen_at", "source") VALUES (OLD."address", OLD."created_at", OLD."id", OLD."notice_id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."revision", OLD."says", OLD."seen_at", OLD."source"); RETURN NULL;',
                            hash="d48f5fad06f314a00f42f4600de1c5d4638b24c3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_831a8",
                            table="studies_noticesource",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "studies_noticesourceevent" ("address", "created_at", "id", "notice_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "says", "seen_at", "source") SELECT old_values."address", old_values."created_at", old_values."id", old_values."notice_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."revision", old_values."says", old_values."seen_at", old_values."source" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="430eaea25b3dd5d9e21dedde159aa1df4da0b12a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_dd8f6",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="studies_noticesource",
                            when="AFTER",
                        ),
                    ),
                ],
                "noticesourceevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0fb3f07e63e18ad7544d5894dbe70f9df0a45d5e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_815dc",
                            table="studies_noticesourceevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "outcome": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="fe19f0b08914147e04456ee6eae66e2c564dc337",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_08e8c",
                            table="studies_outcome",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.outcome', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="f4d97d10d88a95acd2711061bda71cc392cc7c1c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_35710",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_outcome",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.outcome', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="7e9375612721621ecc2b4da51f704d9bc4866c12",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_f289c",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_outcome",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.outcome', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="3608ffb3432328ade0add32b2ad60d8a0cbf7c70",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_48bb9",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="studies_outcome",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="merges_into_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id AND EXISTS (\n        SELECT 1 FROM studies_outcome t\n        WHERE t.id = NEW.merged_into_id AND t.merged_into_id IS NOT NULL) THEN\n                RAISE EXCEPTION 'Merge into the row that stands, not into one that was merged.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'merges_into_what_stands';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="38ec16f114e9ded7d0c22932874d91116e1a0533",
                            operation="UPDATE",
                            pgid="pgtrigger_merges_into_what_stands_04cf1",
                            table="studies_outcome",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "studies_outcomeevent" ("better", "created_at", "definition", "id", "importance", "measures", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "sample", "unit", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (OLD."better", OLD."created_at", OLD."definition", OLD."id", OLD."importance", OLD."measures", OLD."merged_into_id", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."revision", OLD."sample", OLD."unit", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_reason"); RETURN NULL;',
                            hash="ddcae447cf44e781e34fb0da516bd95f6f79c069",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_10c86",
                            table="studies_outcome",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "studies_outcomeevent" ("better", "created_at", "definition", "id", "importance", "measures", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "sample", "unit", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT old_values."better", old_values."created_at", old_values."definition", old_values."id", old_values."importance", old_values."measures", old_values."merged_into_id", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."revision", old_values."sample", old_values."unit", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="32bea6300375f46549e96f8bb9c4da483d2cfa7f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8f243",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="studies_outcome",
                            when="AFTER",
                        ),
                    ),
                ],
                "outcomeevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d77f9af85097c536bcd7a61efd42d0edbbed582c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ae6ce",
                            table="studies_outcomeevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "reference": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="77d197bb3653c4ee4fe51e40b8a233959661f61b",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_e51fb",
                            table="studies_reference",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.reference', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="c37b9c1221cf0a426e3dd95b110e384cb6204147",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_538a6",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_reference",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.reference', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="3e11fdb1164bad736062112bd349c898476048db",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_ba745",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_reference",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.reference', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="a59bfbbf4dff080392bf7e733f6d109afef58105",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_452d7",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="studies_reference",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="merges_into_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id AND EXISTS (\n        SELECT 1 FROM studies_reference t\n        WHERE t.id = NEW.merged_into_id AND t.merged_into_id IS NOT NULL) THEN\n                RAISE EXCEPTION 'Merge into the row that stands, not into one that was merged.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'merges_into_what_stands';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="995261845d0a934e8e5c48f184ac2da23972528a",
                            operation="UPDATE",
                            pgid="pgtrigger_merges_into_what_stands_14e81",
                            table="studies_reference",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."abstract" IS DISTINCT FROM (NEW."abstract") OR OLD."authors" IS DISTINCT FROM (NEW."authors") OR OLD."captured_on" IS DISTINCT FROM (NEW."captured_on") OR OLD."container" IS DISTINCT FROM (NEW."container") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."first_author" IS DISTINCT FROM (NEW."first_author") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."issue" IS DISTINCT FROM (NEW."issue") OR OLD."issued" IS DISTINCT FROM (NEW."issued") OR OLD."keywords" IS DISTINCT FROM (NEW."keywords") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."pages" IS DISTINCT FROM (NEW."pages") OR OLD."publisher" IS DISTINCT FROM (NEW."publisher") OR OLD."revision" IS DISTINCT FROM (NEW."revision") OR OLD."sample" IS DISTINCT FROM (NEW."sample") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."title_key" IS DISTINCT FROM (NEW."title_key") OR OLD."type" IS DISTINCT FROM (NEW."type") OR OLD."url" IS DISTINCT FROM (NEW."url") OR OLD."volume" IS DISTINCT FROM (NEW."volume") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at") OR OLD."withdrawn_by_id" IS DISTINCT FROM (NEW."withdrawn_by_id") OR OLD."withdrawn_reason" IS DISTINCT FROM (NEW."withdrawn_reason") OR OLD."year" IS DISTINCT FROM (NEW."year"))',
                            func='INSERT INTO "studies_referenceevent" ("abstract", "authors", "captured_on", "container", "created_at", "first_author", "id", "issue", "issued", "keywords", "language", "merged_into_id", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "revision", "sample", "title", "title_key", "type", "url", "volume", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason", "year") VALUES (OLD."abstract", OLD."authors", OLD."captured_on", OLD."container", OLD."created_at", OLD."first_author", OLD."id", OLD."issue", OLD."issued", OLD."keywords", OLD."language", OLD."merged_into_id", OLD."pages", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."publisher", OLD."revision", OLD."sample", OLD."title", OLD."title_key", OLD."type", OLD."url", OLD."volume", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_reason", OLD."year"); RETURN NULL;',
                            hash="742dbc3dbd7580b9b0f630dae502ebc936e0d99a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1eb00",
                            table="studies_reference",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "studies_referenceevent" ("abstract", "authors", "captured_on", "container", "created_at", "first_author", "id", "issue", "issued", "keywords", "language", "merged_into_id", "pages", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "publisher", "revision", "sample", "title", "title_key", "type", "url", "volume", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason", "year") SELECT old_values."abstract", old_values."authors", old_values."captured_on", old_values."container", old_values."created_at", old_values."first_author", old_values."id", old_values."issue", old_values."issued", old_values."keywords", old_values."language", old_values."merged_into_id", old_values."pages", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."publisher", old_values."revision", old_values."sample", old_values."title", old_values."title_key", old_values."type", old_values."url", old_values."volume", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason", old_values."year" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d515432bb2c33ce5da1fba2377b0eba2bb6c70e3",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bc499",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="studies_reference",
                            when="AFTER",
                        ),
                    ),
                ],
                "referencecheck": [
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.referencecheck', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="6b870cfec5704fef2b5038133dd841423f04981d",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_81473",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_referencecheck",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="immutable_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF true THEN\n                RAISE EXCEPTION 'What a service answered is a record of the past and cannot be changed or removed.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'immutable_update';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="020da3eae7ec0e932840bed36e9f9c7904808b54",
                            operation="UPDATE",
                            pgid="pgtrigger_immutable_update_cbc9c",
                            table="studies_referencecheck",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="immutable_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF true THEN\n                RAISE EXCEPTION 'What a service answered is a record of the past and cannot be changed or removed.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'immutable_delete';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="888c1f919ad1e0c6047e743096e3a3cd10ce0ad3",
                            operation="DELETE",
                            pgid="pgtrigger_immutable_delete_7e59f",
                            table="studies_referencecheck",
                            when="BEFORE",
                        ),
                    ),
                ],
                "referenceevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="711d89ac3060d40594d198bc83090d245467e64b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_c1785",
                            table="studies_referenceevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "report": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="6e4e3b34078c7f6a99c6619c4407d7c146ffb446",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_67aa7",
                            table="studies_report",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.report', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="c14920811bb05634e60139fc47c635c73f355126",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_48dde",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_report",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.report', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="640cbdeb8b377ca56371f14bfa25651b7a0df665",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_c72d8",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_report",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.report', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="bab817d77554a8191d2e727c55c20fedf6d44e02",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_652f1",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="studies_report",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "studies_reportevent" ("created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference_id", "revision", "role", "study_id") VALUES (OLD."created_at", OLD."id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."reference_id", OLD."revision", OLD."role", OLD."study_id"); RETURN NULL;',
                            hash="cc22591fd115f79bb9af7aebfcbc69b02b43c2d7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3f9c8",
                            table="studies_report",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "studies_reportevent" ("created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference_id", "revision", "role", "study_id") SELECT old_values."created_at", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reference_id", old_values."revision", old_values."role", old_values."study_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d3a059e655609f509bec512ce0514821d448785e",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_58558",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="studies_report",
                            when="AFTER",
                        ),
                    ),
                ],
                "reportevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="4ce1bc6540a9a0eb0105e7c72292bec492f194e4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3bb78",
                            table="studies_reportevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "result": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="a983766985e65b7337a86cf331202a41c62121c9",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_67fd9",
                            table="studies_result",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.result', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="c028e2be4c04787174e25a0bbbd72a67b02b66d7",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_803ec",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_result",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.result', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="e9c8982b7704c896d6d1aef42916d0ab344338d2",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_d8ea2",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_result",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.result', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="5b420ca27016b41a4f1c886f8af6132e6e476ab8",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_2397b",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="studies_result",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="merges_into_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id AND EXISTS (\n        SELECT 1 FROM studies_result t\n        WHERE t.id = NEW.merged_into_id AND t.merged_into_id IS NOT NULL) THEN\n                RAISE EXCEPTION 'Merge into the row that stands, not into one that was merged.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'merges_into_what_stands';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="9515dca0949e178f57fc7b81e5ba2027b4302d95",
                            operation="UPDATE",
                            pgid="pgtrigger_merges_into_what_stands_b3d3c",
                            table="studies_result",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "studies_resultevent" ("adjusted", "analysis_set", "checked_at", "checked_by_id", "ci_high", "ci_level", "ci_low", "comparison", "compiled_from_id", "contrast", "created_at", "direction", "dose", "entered_by_id", "estimate", "events_1", "events_2", "id", "mean_1", "mean_2", "measured", "merged_into_id", "metric", "outcome_id", "p_value", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "pooled_designs", "pooled_studies", "provenance", "quote", "revision", "sample", "sd_1", "sd_2", "study_id", "subgroup", "subgroup_planned", "time_point", "total_1", "total_2", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (OLD."adjusted", OLD."analysis_set", OLD."checked_at", OLD."checked_by_id", OLD."ci_high", OLD."ci_level", OLD."ci_low", OLD."comparison", OLD."compiled_from_id", OLD."contrast", OLD."created_at", OLD."direction", OLD."dose", OLD."entered_by_id", OLD."estimate", OLD."events_1", OLD."events_2", OLD."id", OLD."mean_1", OLD."mean_2", OLD."measured", OLD."merged_into_id", OLD."metric", OLD."outcome_id", OLD."p_value", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."place", OLD."pooled_designs", OLD."pooled_studies", OLD."provenance", OLD."quote", OLD."revision", OLD."sample", OLD."sd_1", OLD."sd_2", OLD."study_id", OLD."subgroup", OLD."subgroup_planned", OLD."time_point", OLD."total_1", OLD."total_2", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_reason"); RETURN NULL;',
                            hash="f42b92930893cbda0a822b9a0b6dd34ce0af1e26",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a90ad",
                            table="studies_result",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "studies_resultevent" ("adjusted", "analysis_set", "checked_at", "checked_by_id", "ci_high", "ci_level", "ci_low", "comparison", "compiled_from_id", "contrast", "created_at", "direction", "dose", "entered_by_id", "estimate", "events_1", "events_2", "id", "mean_1", "mean_2", "measured", "merged_into_id", "metric", "outcome_id", "p_value", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "pooled_designs", "pooled_studies", "provenance", "quote", "revision", "sample", "sd_1", "sd_2", "study_id", "subgroup", "subgroup_planned", "time_point", "total_1", "total_2", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT old_values."adjusted", old_values."analysis_set", old_values."checked_at", old_values."checked_by_id", old_values."ci_high", old_values."ci_level", old_values."ci_low", old_values."comparison", old_values."compiled_from_id", old_values."contrast", old_values."created_at", old_values."direction", old_values."dose", old_values."entered_by_id", old_values."estimate", old_values."events_1", old_values."events_2", old_values."id", old_values."mean_1", old_values."mean_2", old_values."measured", old_values."merged_into_id", old_values."metric", old_values."outcome_id", old_values."p_value", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."place", old_values."pooled_designs", old_values."pooled_studies", old_values."provenance", old_values."quote", old_values."revision", old_values."sample", old_values."sd_1", old_values."sd_2", old_values."study_id", old_values."subgroup", old_values."subgroup_planned", old_values."time_point", old_values."total_1", old_values."total_2", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="b874f9a5770bfe3d5d905439a945a48601332c2d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_811bb",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="studies_result",
                            when="AFTER",
                        ),
                    ),
                ],
                "resultevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="29972714f9b8169629173de074999a43bd1eead2",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9f88b",
                            table="studies_resultevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "study": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="a1489ed10eb3c24c110c05048fc78b80640e45b9",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_8941d",
                            table="studies_study",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.study', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="bc19f05c0a705dd621ea5a04238011463a578e2a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_64eb4",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_study",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.study', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="7c000956e8a883b1cd9920106ded689db75399d1",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_b774c",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="studies_study",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'studies.study', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="187f9626ccd5ddab6a8e9b65820ec1bfc5b2314b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_d5d6e",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="studies_study",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="merges_into_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id AND EXISTS (\n        SELECT 1 FROM studies_study t\n        WHERE t.id = NEW.merged_into_id AND t.merged_into_id IS NOT NULL) THEN\n                RAISE EXCEPTION 'Merge into the row that stands, not into one that was merged.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'merges_into_what_stands';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="5ac8a26139146743105f6a6438a7371b88b7b785",
                            operation="UPDATE",
                            pgid="pgtrigger_merges_into_what_stands_4ebed",
                            table="studies_study",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."allocation" IS DISTINCT FROM (NEW."allocation") OR OLD."comparator" IS DISTINCT FROM (NEW."comparator") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."design" IS DISTINCT FROM (NEW."design") OR OLD."design_words" IS DISTINCT FROM (NEW."design_words") OR OLD."follow_up" IS DISTINCT FROM (NEW."follow_up") OR OLD."funding" IS DISTINCT FROM (NEW."funding") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."interests" IS DISTINCT FROM (NEW."interests") OR OLD."intervention" IS DISTINCT FROM (NEW."intervention") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."population" IS DISTINCT FROM (NEW."population") OR OLD."registration" IS DISTINCT FROM (NEW."registration") OR OLD."revision" IS DISTINCT FROM (NEW."revision") OR OLD."sample" IS DISTINCT FROM (NEW."sample") OR OLD."sample_size" IS DISTINCT FROM (NEW."sample_size") OR OLD."setting" IS DISTINCT FROM (NEW."setting") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at") OR OLD."withdrawn_by_id" IS DISTINCT FROM (NEW."withdrawn_by_id") OR OLD."withdrawn_reason" IS DISTINCT FROM (NEW."withdrawn_reason") OR OLD."year" IS DISTINCT FROM (NEW."year"))',
                            func='INSERT INTO "studies_studyevent" ("allocation", "comparator", "created_at", "design", "design_words", "follow_up", "funding", "id", "interests", "intervention", "label", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "registration", "revision", "sample", "sample_size", "setting", "status", "title", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason", "year") VALUES (OLD."allocation", OLD."comparator", OLD."created_at", OLD."design", OLD."design_words", OLD."follow_up", OLD."funding", OLD."id", OLD."interests", OLD."intervention", OLD."label", OLD."merged_into_id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."population", OLD."registration", OLD."revision", OLD."sample", OLD."sample_size", OLD."setting", OLD."status", OLD."title", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_reason", OLD."year"); RETURN NULL;',
                            hash="4ea4176b4757aab16262ddb9485ecaa50f5fbc5a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_8013b",
                            table="studies_study",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "studies_studyevent" ("allocation", "comparator", "created_at", "design", "design_words", "follow_up", "funding", "id", "interests", "intervention", "label", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "registration", "revision", "sample", "sample_size", "setting", "status", "title", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason", "year") SELECT old_values."allocation", old_values."comparator", old_values."created_at", old_values."design", old_values."design_words", old_values."follow_up", old_values."funding", old_values."id", old_values."interests", old_values."intervention", old_values."label", old_values."merged_into_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."population", old_values."registration", old_values."revision", old_values."sample", old_values."sample_size", old_values."setting", old_values."status", old_values."title", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason", old_values."year" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="4fbcb8f6035a91aa1169944c6219e6df2ead752f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_6aa33",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="studies_study",
                            when="AFTER",
                        ),
                    ),
                ],
                "studyevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d8e814b59464b3224758a7aab8dd618edd6c7c8d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_07865",
                            table="studies_studyevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
    ]
