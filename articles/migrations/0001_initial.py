import articles.reading.anchoring.anchoring
import articles.reading.document
import articles.words
import core.migration_operations
import core.trigger_sql
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.datetime
import texts.licences
import texts.words
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("bibliography", "0001_initial"),
        ("claims", "0001_initial"),
        ("core", "0001_layout_59eb6d6a"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("studies", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="KeptLink",
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
                ("address_sha256", models.CharField(max_length=64, unique=True)),
                ("key_sha256", models.CharField(max_length=64)),
                (
                    "report",
                    models.JSONField(
                        help_text="as articles.checking.report declares it"
                    ),
                ),
                (
                    "made_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now()
                    ),
                ),
                ("expires_at", models.DateTimeField(db_index=True)),
            ],
        ),
        migrations.CreateModel(
            name="Outlet",
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
                        to="articles.outlet",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("address", models.TextField(blank=True)),
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
                        name="articles_outlet_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="articles_outlet_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="articles_outlet_named",
                        violation_error_message="An outlet has a name.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Article",
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
                        to="articles.article",
                    ),
                ),
                ("title", models.TextField()),
                (
                    "title_made",
                    models.BooleanField(
                        default=False,
                        help_text="made from its first sentence, for want of one",
                    ),
                ),
                ("url", models.URLField(blank=True, max_length=2000, null=True)),
                (
                    "outlet",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="articles",
                        to="articles.outlet",
                    ),
                ),
                ("author", models.TextField(blank=True)),
                (
                    "published",
                    models.CharField(blank=True, help_text="as stated", max_length=40),
                ),
                (
                    "modified",
                    models.CharField(blank=True, help_text="as stated", max_length=40),
                ),
                (
                    "licence",
                    models.CharField(
                        choices=texts.licences.Licence.pairs,
                        default=texts.licences.Licence["NOT_STATED"],
                        max_length=20,
                    ),
                ),
                (
                    "sells",
                    models.CharField(
                        choices=texts.words.YesNo.pairs,
                        default=texts.words.YesNo["NOT_STATED"],
                        max_length=10,
                    ),
                ),
                (
                    "same_text_as",
                    models.ForeignKey(
                        blank=True,
                        help_text="the first article of which this is nearly a copy",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="near_copies",
                        to="articles.article",
                    ),
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
                        name="articles_article_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="articles_article_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("merged_into", None)),
                        fields=("url",),
                        name="articles_article_address_once",
                        violation_error_message="An article of this address is stored already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="articles_article_titled",
                        violation_error_message="An article has a title.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("same_text_as", None),
                            models.Q(("same_text_as", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="articles_article_not_its_own_copy",
                        violation_error_message="An article is no copy of itself.",
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
                        name="articles_article_licence_word",
                        violation_error_message="Licence must be one of: not_stated, all_rights, cc_by, cc_by_sa, cc_by_nc, cc_by_nc_sa, cc_by_nd, cc_by_nc_nd, public_domain, own.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sells__in", ["yes", "no", "not_stated"])),
                        name="articles_article_sells_word",
                        violation_error_message="Sells must be one of: yes, no, not_stated.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ArticleEvent",
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
                        to="articles.article",
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
                        to="articles.article",
                    ),
                ),
                ("title", models.TextField()),
                (
                    "title_made",
                    models.BooleanField(
                        default=False,
                        help_text="made from its first sentence, for want of one",
                    ),
                ),
                ("url", models.URLField(blank=True, max_length=2000, null=True)),
                (
                    "outlet",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.outlet",
                    ),
                ),
                ("author", models.TextField(blank=True)),
                (
                    "published",
                    models.CharField(blank=True, help_text="as stated", max_length=40),
                ),
                (
                    "modified",
                    models.CharField(blank=True, help_text="as stated", max_length=40),
                ),
                (
                    "licence",
                    models.CharField(
                        choices=texts.licences.Licence.pairs,
                        default=texts.licences.Licence["NOT_STATED"],
                        max_length=20,
                    ),
                ),
                (
                    "sells",
                    models.CharField(
                        choices=texts.words.YesNo.pairs,
                        default=texts.words.YesNo["NOT_STATED"],
                        max_length=10,
                    ),
                ),
                (
                    "same_text_as",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="the first article of which this is nearly a copy",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.article",
                    ),
                ),
                ("sample", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="ArticleSearch",
            fields=[
                (
                    "words",
                    django.contrib.postgres.search.SearchVectorField(editable=False),
                ),
                (
                    "marks",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        default=list,
                        editable=False,
                        help_text='what lists are narrowed by: "verdict:supported"',
                        size=None,
                    ),
                ),
                (
                    "article",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="searched",
                        serialize=False,
                        to="articles.article",
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["words", "marks"], name="articles_articlesearch_words"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ArticleTopic",
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
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="topic_links",
                        to="articles.article",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="article_links",
                        to="studies.topic",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "topic"),
                        name="articles_articletopic_once",
                        violation_error_message="The article is filed under this topic.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ArticleTopicEvent",
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
                        to="articles.articletopic",
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
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.article",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.topic",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ArticleVersion",
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
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="articles.article",
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "form",
                    models.CharField(choices=articles.words.Form.pairs, max_length=8),
                ),
                ("title", models.TextField(help_text="as this capture has it")),
                (
                    "text",
                    models.TextField(
                        help_text="plain text; every offset points into it"
                    ),
                ),
                ("html", models.TextField(blank=True)),
                (
                    "blocks",
                    models.JSONField(
                        default=list, help_text="[kind, start, end, level]"
                    ),
                ),
                ("source", models.BinaryField()),
                ("source_name", models.CharField(blank=True, max_length=255)),
                (
                    "sha256",
                    models.CharField(help_text="of the text as UTF-8", max_length=64),
                ),
                (
                    "sketch",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.BigIntegerField(),
                        default=list,
                        help_text="smallest hashes of its word runs, to find near-equal texts",
                        size=None,
                    ),
                ),
                ("words", models.PositiveIntegerField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["sha256"], name="articles_version_text"),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["sketch"], name="articles_version_sketch"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "number"),
                        name="articles_articleversion_number",
                        violation_error_message="The article has a version of this number.",
                    ),
                    models.UniqueConstraint(
                        fields=("article", "sha256"),
                        name="articles_articleversion_new_text",
                        violation_error_message="The article has a version with this text.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)),
                        name="articles_articleversion_counts_from_one",
                        violation_error_message="Versions count from 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "form__in",
                                ["text", "markdown", "html", "jats", "docx", "pdf"],
                            )
                        ),
                        name="articles_articleversion_form_word",
                        violation_error_message="Form must be one of: text, markdown, html, jats, docx, pdf.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CitedWork",
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
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cited_works",
                        to="articles.article",
                    ),
                ),
                ("label", models.CharField(max_length=200)),
                (
                    "authors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("title", models.TextField(blank=True)),
                ("journal", models.TextField(blank=True)),
                ("volume", models.CharField(blank=True, max_length=40)),
                ("issue", models.CharField(blank=True, max_length=40)),
                (
                    "page",
                    models.CharField(
                        blank=True,
                        help_text="the first one, or the article's number",
                        max_length=40,
                    ),
                ),
                ("doi", models.CharField(blank=True, max_length=300)),
                ("pmid", models.CharField(blank=True, max_length=20)),
                (
                    "found",
                    models.CharField(
                        choices=articles.words.Found.pairs,
                        default=articles.words.Found["NOT_CHECKED"],
                        max_length=14,
                    ),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decision",
                    models.CharField(
                        choices=articles.words.WorkDecision.pairs,
                        default=articles.words.WorkDecision["NONE"],
                        max_length=10,
                    ),
                ),
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
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "reference",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cited_works",
                        to="bibliography.reference",
                    ),
                ),
                (
                    "study",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cited_works",
                        to="studies.study",
                    ),
                ),
                (
                    "made_report",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        help_text="the report that confirming this work made of its reference",
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="made_by",
                        to="studies.report",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_from",
                        to="articles.citedwork",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decision", "confirmed"), ("reference__isnull", False)
                            ),
                            models.Q(
                                models.Q(("decision", "confirmed"), _negated=True),
                                ("reference", None),
                            ),
                            _connector="OR",
                        ),
                        name="articles_citedwork_match_is_confirmed",
                        violation_error_message="A cited work names a reference when, and only when, a person confirmed it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at", None),
                                ("decided_by", None),
                                ("decision", "none"),
                            ),
                            models.Q(
                                models.Q(("decision", "none"), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="articles_citedwork_decided",
                        violation_error_message="A decision says who made it and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("made_report", None),
                            ("decision", "confirmed"),
                            _connector="OR",
                        ),
                        name="articles_citedwork_report_of_a_match",
                        violation_error_message="A cited work that is no match lets go of the report it made.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("found__in", ["not_checked", "not_checkable"]),
                            ("checked_at__isnull", False),
                            _connector="OR",
                        ),
                        name="articles_citedwork_checked_when",
                        violation_error_message="A search's finding says when it was made.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="articles_citedwork_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "found__in",
                                [
                                    "not_checked",
                                    "not_checkable",
                                    "not_found",
                                    "candidates",
                                    "one_agrees",
                                    "conflict",
                                ],
                            )
                        ),
                        name="articles_citedwork_found_word",
                        violation_error_message="Found must be one of: not_checked, not_checkable, not_found, candidates, one_agrees, conflict.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decision__in", ["none", "confirmed", "rejected"])
                        ),
                        name="articles_citedwork_decision_word",
                        violation_error_message="Decision must be one of: none, confirmed, rejected.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Citation",
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
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="articles.article",
                    ),
                ),
                (
                    "cited_work",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="articles.citedwork",
                    ),
                ),
                ("marker", models.CharField(max_length=300)),
                (
                    "origin",
                    models.CharField(
                        choices=articles.words.Origin.pairs,
                        default=articles.words.Origin["RULES"],
                        max_length=8,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["rules", "person"])),
                        name="articles_citation_origin_word",
                        violation_error_message="Origin must be one of: rules, person.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CitationEvent",
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
                        to="articles.citation",
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
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.article",
                    ),
                ),
                (
                    "cited_work",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.citedwork",
                    ),
                ),
                ("marker", models.CharField(max_length=300)),
                (
                    "origin",
                    models.CharField(
                        choices=articles.words.Origin.pairs,
                        default=articles.words.Origin["RULES"],
                        max_length=8,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CitedWorkCheck",
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
                    "cited_work",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="check_links",
                        to="articles.citedwork",
                    ),
                ),
                (
                    "referencecheck",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cited_work_links",
                        to="bibliography.referencecheck",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cited_work", "referencecheck"),
                        name="articles_citedworkcheck_once",
                        violation_error_message="This check is noted already.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CitedWorkCheckEvent",
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
                        to="articles.citedworkcheck",
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
                    "cited_work",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.citedwork",
                    ),
                ),
                (
                    "referencecheck",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="bibliography.referencecheck",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="CitedWorkEntry",
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
                    "cited_work",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="articles.citedwork",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reference_list",
                        to="articles.articleversion",
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(help_text="place in the list, from 1"),
                ),
                ("raw", models.TextField(blank=True)),
            ],
            options={
                "verbose_name_plural": "cited work entries",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("version", "number"),
                        name="articles_citedworkentry_number",
                        violation_error_message="The list has an entry of this number.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CitedWorkEntryEvent",
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
                        to="articles.citedworkentry",
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
                    "cited_work",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.citedwork",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.articleversion",
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(help_text="place in the list, from 1"),
                ),
                ("raw", models.TextField(blank=True)),
            ],
        ),
        migrations.CreateModel(
            name="CitedWorkEvent",
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
                        to="articles.citedwork",
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
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.article",
                    ),
                ),
                ("label", models.CharField(max_length=200)),
                (
                    "authors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                ("year", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("title", models.TextField(blank=True)),
                ("journal", models.TextField(blank=True)),
                ("volume", models.CharField(blank=True, max_length=40)),
                ("issue", models.CharField(blank=True, max_length=40)),
                (
                    "page",
                    models.CharField(
                        blank=True,
                        help_text="the first one, or the article's number",
                        max_length=40,
                    ),
                ),
                ("doi", models.CharField(blank=True, max_length=300)),
                ("pmid", models.CharField(blank=True, max_length=20)),
                (
                    "found",
                    models.CharField(
                        choices=articles.words.Found.pairs,
                        default=articles.words.Found["NOT_CHECKED"],
                        max_length=14,
                    ),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decision",
                    models.CharField(
                        choices=articles.words.WorkDecision.pairs,
                        default=articles.words.WorkDecision["NONE"],
                        max_length=10,
                    ),
                ),
                (
                    "decided_by",
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
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "reference",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="bibliography.reference",
                    ),
                ),
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
                    "made_report",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        help_text="the report that confirming this work made of its reference",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.report",
                    ),
                ),
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.citedwork",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Mention",
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
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="articles.article",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="claims.claim",
                    ),
                ),
                (
                    "made_claim",
                    models.OneToOneField(
                        blank=True,
                        editable=False,
                        help_text="the claim, where accepting this mention made it",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="made_by",
                        to="claims.claim",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=articles.words.MentionStatus.pairs,
                        default=articles.words.MentionStatus["SUGGESTED"],
                        max_length=10,
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=articles.words.Origin.pairs,
                        default=articles.words.Origin["RULES"],
                        max_length=8,
                    ),
                ),
                (
                    "rules_version",
                    models.CharField(
                        blank=True,
                        help_text="of the rules that suggested it; none where a person marked it",
                        max_length=10,
                    ),
                ),
                ("proposed_text", models.TextField(help_text="the claim as suggested")),
                (
                    "kind",
                    models.CharField(
                        choices=articles.reading.document.SuggestedKind.pairs,
                        max_length=16,
                    ),
                ),
                (
                    "also_kind",
                    models.CharField(
                        blank=True,
                        choices=articles.reading.document.SuggestedKind.pairs,
                        max_length=16,
                    ),
                ),
                (
                    "flags",
                    models.JSONField(
                        blank=True, default=list, help_text='[{"rule", "why"}]'
                    ),
                ),
                (
                    "ask_again",
                    models.BooleanField(
                        default=False,
                        help_text="reworded since it was accepted: same claim?",
                    ),
                ),
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
                ("decided_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["article", "status"], name="articles_mention_article"
                    ),
                    models.Index(
                        fields=["claim", "status"], name="articles_mention_claim"
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("claim__isnull", False), ("status", "accepted")),
                            models.Q(
                                models.Q(("status", "accepted"), _negated=True),
                                ("claim", None),
                            ),
                            _connector="OR",
                        ),
                        name="articles_mention_claim_iff_accepted",
                        violation_error_message="A mention names a claim when, and only when, it is accepted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("made_claim", None),
                            models.Q(
                                ("claim__isnull", False),
                                ("made_claim", models.F("claim")),
                            ),
                            _connector="OR",
                        ),
                        name="articles_mention_made_its_claim",
                        violation_error_message="A mention that leaves the claim it made lets go of it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("origin", "rules"), ("rules_version", ""), _connector="OR"
                        ),
                        name="articles_mention_rules_version",
                        violation_error_message="What a person marked has no rules' version.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at", None),
                                ("decided_by", None),
                                ("status", "suggested"),
                            ),
                            models.Q(
                                models.Q(("status", "suggested"), _negated=True),
                                ("decided_at__isnull", False),
                                ("decided_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="articles_mention_decided",
                        violation_error_message="An accepted or rejected mention says who decided and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["suggested", "accepted", "rejected"])
                        ),
                        name="articles_mention_status_word",
                        violation_error_message="Status must be one of: suggested, accepted, rejected.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["rules", "person"])),
                        name="articles_mention_origin_word",
                        violation_error_message="Origin must be one of: rules, person.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "efficacy",
                                    "mechanism",
                                    "safety",
                                    "comparison",
                                    "evidence-state",
                                    "regulatory",
                                    "definition",
                                    "association",
                                    "prevalence",
                                    "prognosis",
                                    "diagnosis",
                                    "recommendation",
                                    "practical",
                                ],
                            )
                        ),
                        name="articles_mention_kind_word",
                        violation_error_message="Kind must be one of: efficacy, mechanism, safety, comparison, evidence-state, regulatory, definition, association, prevalence, prognosis, diagnosis, recommendation, practical.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "also_kind__in",
                                [
                                    "",
                                    "efficacy",
                                    "mechanism",
                                    "safety",
                                    "comparison",
                                    "evidence-state",
                                    "regulatory",
                                    "definition",
                                    "association",
                                    "prevalence",
                                    "prognosis",
                                    "diagnosis",
                                    "recommendation",
                                    "practical",
                                ],
                            )
                        ),
                        name="articles_mention_also_kind_word",
                        violation_error_message="Also kind must be one of: efficacy, mechanism, safety, comparison, evidence-state, regulatory, definition, association, prevalence, prognosis, diagnosis, recommendation, practical.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Anchor",
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
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anchors",
                        to="articles.articleversion",
                    ),
                ),
                (
                    "mention",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anchors",
                        to="articles.mention",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anchors",
                        to="articles.citation",
                    ),
                ),
                ("exact", models.TextField()),
                ("prefix", models.TextField(blank=True)),
                ("suffix", models.TextField(blank=True)),
                ("start", models.PositiveIntegerField(blank=True, null=True)),
                ("end", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=articles.reading.anchoring.anchoring.AnchorState.pairs,
                        default=articles.reading.anchoring.anchoring.AnchorState[
                            "SAME"
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        blank=True,
                        choices=articles.reading.document.Mode.pairs,
                        max_length=10,
                    ),
                ),
                ("hedged", models.BooleanField(blank=True, null=True)),
                ("covers_start", models.PositiveIntegerField(blank=True, null=True)),
                ("covers_end", models.PositiveIntegerField(blank=True, null=True)),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["version", "start"], name="articles_anchor_order"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("citation", None), ("mention__isnull", False)),
                            models.Q(("citation__isnull", False), ("mention", None)),
                            _connector="OR",
                        ),
                        name="articles_anchor_of_one",
                        violation_error_message="An anchor is of one mention or one citation.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end", None), ("start", None), ("state", "gone")),
                            models.Q(
                                models.Q(("state", "gone"), _negated=True),
                                ("end__gt", models.F("start")),
                                ("start__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="articles_anchor_gone_is_nowhere",
                        violation_error_message="An anchor has a place with words in it, unless it is gone.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("hedged", None), ("mention", None), ("mode", "")),
                            models.Q(
                                ("hedged__isnull", False),
                                ("mention__isnull", False),
                                (
                                    "mode__in",
                                    ["asserts", "reports", "attributes", "denies"],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="articles_anchor_mention_has_wording",
                        violation_error_message="A mention's anchor says how it is put and whether it is hedged; a citation's does not.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("covers_end", None), ("covers_start", None)),
                            models.Q(
                                ("citation__isnull", False),
                                ("covers_end__gte", models.F("covers_start")),
                            ),
                            _connector="OR",
                        ),
                        name="articles_anchor_covers_words",
                        violation_error_message="Only a citation covers words.",
                    ),
                    models.UniqueConstraint(
                        fields=("version", "mention"),
                        name="articles_anchor_mention_once",
                        violation_error_message="The mention has a place in this version.",
                    ),
                    models.UniqueConstraint(
                        fields=("version", "citation"),
                        name="articles_anchor_citation_once",
                        violation_error_message="The citation has a place in this version.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["same", "moved", "reworded", "gone"])
                        ),
                        name="articles_anchor_state_word",
                        violation_error_message="State must be one of: same, moved, reworded, gone.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "mode__in",
                                ["", "asserts", "reports", "attributes", "denies"],
                            )
                        ),
                        name="articles_anchor_mode_word",
                        violation_error_message="Mode must be one of: asserts, reports, attributes, denies.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AnchorEvent",
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
                        to="articles.anchor",
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
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.articleversion",
                    ),
                ),
                (
                    "mention",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.mention",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.citation",
                    ),
                ),
                ("exact", models.TextField()),
                ("prefix", models.TextField(blank=True)),
                ("suffix", models.TextField(blank=True)),
                ("start", models.PositiveIntegerField(blank=True, null=True)),
                ("end", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "state",
                    models.CharField(
                        choices=articles.reading.anchoring.anchoring.AnchorState.pairs,
                        default=articles.reading.anchoring.anchoring.AnchorState[
                            "SAME"
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        blank=True,
                        choices=articles.reading.document.Mode.pairs,
                        max_length=10,
                    ),
                ),
                ("hedged", models.BooleanField(blank=True, null=True)),
                ("covers_start", models.PositiveIntegerField(blank=True, null=True)),
                ("covers_end", models.PositiveIntegerField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="CitationSupport",
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
                    "mention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supports",
                        to="articles.mention",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supports",
                        to="articles.citation",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=articles.words.Support.pairs, max_length=16
                    ),
                ),
                ("words_judged", models.TextField()),
                (
                    "read",
                    models.CharField(choices=articles.words.Read.pairs, max_length=10),
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
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at", None)),
                        fields=("mention", "citation"),
                        name="articles_citationsupport_current_once",
                        violation_error_message="This citation is judged for this mention.",
                    ),
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
                        name="articles_citationsupport_quotes",
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
                        name="articles_citationsupport_says_what_was_read",
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
                        name="articles_citationsupport_abstract_cannot",
                        violation_error_message="From the abstract alone a citation cannot be verified, unless it contradicts the claim or is about something else.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("read", "nothing"), _negated=True),
                            ("answer", "cannot_verify"),
                            _connector="OR",
                        ),
                        name="articles_citationsupport_nothing_read",
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
                        name="articles_citationsupport_error_is_typed",
                        violation_error_message="An error is major or minor, and of a kind.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "answer__in",
                                [
                                    "supports",
                                    "partly",
                                    "does_not_support",
                                    "contradicts",
                                    "unrelated",
                                    "cannot_verify",
                                ],
                            )
                        ),
                        name="articles_citationsupport_answer_word",
                        violation_error_message="Answer must be one of: supports, partly, does_not_support, contradicts, unrelated, cannot_verify.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("read__in", ["full_text", "abstract", "nothing"])
                        ),
                        name="articles_citationsupport_read_word",
                        violation_error_message="Read must be one of: full_text, abstract, nothing.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("error__in", ["", "major", "minor"])),
                        name="articles_citationsupport_error_word",
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
                        name="articles_citationsupport_subtype_word",
                        violation_error_message="Subtype must be one of: number, scope, other_outcome, within_group, opposite, indirect_source, abstract_only, unrelated, retracted, hypothesis, subgroup.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CitationSupportEvent",
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
                        to="articles.citationsupport",
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
                    "citation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.citation",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=articles.words.Support.pairs, max_length=16
                    ),
                ),
                ("words_judged", models.TextField()),
                (
                    "read",
                    models.CharField(choices=articles.words.Read.pairs, max_length=10),
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
                    "by",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="MentionCitation",
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
                    "mention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citation_links",
                        to="articles.mention",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mention_links",
                        to="articles.citation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("mention", "citation"),
                        name="articles_mentioncitation_once",
                        violation_error_message="The mention stands under this citation.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MentionCitationEvent",
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
                        to="articles.mentioncitation",
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
                    "citation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.citation",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="MentionEvent",
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
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.article",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "made_claim",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        help_text="the claim, where accepting this mention made it",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=articles.words.MentionStatus.pairs,
                        default=articles.words.MentionStatus["SUGGESTED"],
                        max_length=10,
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=articles.words.Origin.pairs,
                        default=articles.words.Origin["RULES"],
                        max_length=8,
                    ),
                ),
                (
                    "rules_version",
                    models.CharField(
                        blank=True,
                        help_text="of the rules that suggested it; none where a person marked it",
                        max_length=10,
                    ),
                ),
                ("proposed_text", models.TextField(help_text="the claim as suggested")),
                (
                    "kind",
                    models.CharField(
                        choices=articles.reading.document.SuggestedKind.pairs,
                        max_length=16,
                    ),
                ),
                (
                    "also_kind",
                    models.CharField(
                        blank=True,
                        choices=articles.reading.document.SuggestedKind.pairs,
                        max_length=16,
                    ),
                ),
                (
                    "flags",
                    models.JSONField(
                        blank=True, default=list, help_text='[{"rule", "why"}]'
                    ),
                ),
                (
                    "ask_again",
                    models.BooleanField(
                        default=False,
                        help_text="reworded since it was accepted: same claim?",
                    ),
                ),
                (
                    "decided_by",
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
                ("decided_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="OutletEvent",
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
                        to="articles.outlet",
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
                        to="articles.outlet",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("address", models.TextField(blank=True)),
                ("sample", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="Reply",
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
                        to="articles.reply",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="claims.claim",
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="articles.outlet",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="articles.article",
                    ),
                ),
                ("text", models.TextField()),
                ("received_on", models.DateField()),
            ],
            options={
                "verbose_name_plural": "replies",
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
                        name="articles_reply_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="articles_reply_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="articles_reply_worded",
                        violation_error_message="A reply has words.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReplyEvent",
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
                        to="articles.reply",
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
                        to="articles.reply",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.outlet",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.article",
                    ),
                ),
                ("text", models.TextField()),
                ("received_on", models.DateField()),
            ],
        ),
        migrations.CreateModel(
            name="ResultSource",
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
                    "result",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="second_hand_source",
                        to="studies.result",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="second_hand_results",
                        to="articles.articleversion",
                    ),
                ),
                (
                    "mention",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="told_results",
                        to="articles.mention",
                    ),
                ),
                ("quote", models.TextField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("quote", ""), _negated=True),
                            ("end__gt", models.F("start")),
                        ),
                        name="articles_resultsource_quotes",
                        violation_error_message="A second-hand result quotes its passage.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ResultSourceEvent",
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
                        to="articles.resultsource",
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
                    "result",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.result",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.articleversion",
                    ),
                ),
                (
                    "mention",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="articles.mention",
                    ),
                ),
                ("quote", models.TextField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Step",
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
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="articles.article",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=articles.words.StepKind.pairs, max_length=16
                    ),
                ),
                (
                    "about",
                    models.CharField(
                        help_text="what it was done to, in words", max_length=80
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
                    "at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now()
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                (
                    "recording",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="step",
                        to="core.recording",
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
                "indexes": [
                    models.Index(
                        condition=models.Q(("undone_at", None)),
                        fields=["article", "by", "-id"],
                        name="articles_step_of",
                    )
                ],
                "constraints": [
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
                        name="articles_step_undone_whole",
                        violation_error_message="An undone step says who undid it and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "accepted",
                                    "edited",
                                    "split",
                                    "rejected",
                                    "reopened",
                                    "joined",
                                    "answered",
                                    "marked_claim",
                                    "marked_citation",
                                    "cited",
                                    "uncited",
                                    "linked_study",
                                    "confirmed",
                                    "work_rejected",
                                    "work_reopened",
                                ],
                            )
                        ),
                        name="articles_step_kind_word",
                        violation_error_message="Kind must be one of: accepted, edited, split, rejected, reopened, joined, answered, marked_claim, marked_citation, cited, uncited, linked_study, confirmed, work_rejected, work_reopened.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WordingCheck",
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
                    "mention",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wording_checks",
                        to="articles.mention",
                    ),
                ),
                (
                    "claim_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wording_checks",
                        to="claims.claimversion",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=articles.words.Wording.pairs, max_length=12
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
                ("words_judged", models.TextField()),
                ("note", models.TextField(blank=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("superseded_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("superseded_at", None)),
                        fields=("mention",),
                        name="articles_wordingcheck_current_once",
                        violation_error_message="This mention's wording is checked.",
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
                        name="articles_wordingcheck_overstates_what",
                        violation_error_message="“Overstates” says what: certainty, size, scope or causality.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "answer__in",
                                [
                                    "matches",
                                    "overstates",
                                    "understates",
                                    "contrary",
                                    "cant_say",
                                ],
                            )
                        ),
                        name="articles_wordingcheck_answer_word",
                        violation_error_message="Answer must be one of: matches, overstates, understates, contrary, cant_say.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "aspects__contained_by",
                                ["certainty", "size", "scope", "causality"],
                            )
                        ),
                        name="articles_wordingcheck_aspects_word",
                        violation_error_message="Aspects must be one of: certainty, size, scope, causality.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="WordingCheckEvent",
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
                        to="articles.wordingcheck",
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
                    "claim_version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claimversion",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=articles.words.Wording.pairs, max_length=12
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
                ("words_judged", models.TextField()),
                ("note", models.TextField(blank=True)),
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
                ("superseded_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.AddField(
            model_name="article",
            name="topics",
            field=models.ManyToManyField(
                blank=True,
                related_name="articles",
                through="articles.ArticleTopic",
                to="studies.topic",
            ),
        ),
        migrations.AddField(
            model_name="citedwork",
            name="checks",
            field=models.ManyToManyField(
                blank=True,
                related_name="cited_works",
                through="articles.CitedWorkCheck",
                to="bibliography.referencecheck",
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="mentions",
            field=models.ManyToManyField(
                related_name="citations",
                through="articles.MentionCitation",
                to="articles.mention",
            ),
        ),
        core.migration_operations.ShareTriggers(
            models=[
                "anchor",
                "article",
                "articletopic",
                "citation",
                "citationsupport",
                "citedwork",
                "citedworkcheck",
                "citedworkentry",
                "mention",
                "mentioncitation",
                "outlet",
                "reply",
                "resultsource",
                "wordingcheck",
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
                "anchor",
                "article",
                "articletopic",
                "articleversion",
                "citation",
                "citationsupport",
                "citedwork",
                "citedworkcheck",
                "citedworkentry",
                "mention",
                "mentioncitation",
                "outlet",
                "reply",
                "resultsource",
                "wordingcheck",
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
                "anchorevent",
                "articleevent",
                "articletopicevent",
                "citationevent",
                "citationsupportevent",
                "citedworkcheckevent",
                "citedworkentryevent",
                "citedworkevent",
                "mentioncitationevent",
                "mentionevent",
                "outletevent",
                "replyevent",
                "resultsourceevent",
                "wordingcheckevent",
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
            models=["article", "citedwork", "outlet", "reply"],
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
        core.migration_operations.ShareTriggers(
            models=["articleversion"],
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
            models=["citation", "citedwork", "mention"],
            triggers=[
                core.trigger_sql.SharedTrigger(
                    condition="WHEN (NEW.article_id IS DISTINCT FROM OLD.article_id)",
                    execute="core_refuse('stays_with_article')",
                    name="stays_with_article",
                    operation="UPDATE",
                    when="BEFORE",
                )
            ],
        ),
        core.migration_operations.InstallTriggers(
            triggers={
                "anchor": [
                    core.trigger_sql.RefusingTrigger(
                        broken="(SELECT count(*) FROM (SELECT t.article_id FROM articles_articleversion t WHERE t.id = NEW.version_id UNION SELECT t.article_id FROM articles_mention t WHERE t.id = NEW.mention_id UNION SELECT t.article_id FROM articles_citation t WHERE t.id = NEW.citation_id) a) > 1",
                        name="of_one_article",
                        operation="INSERT OR UPDATE",
                        table="articles_anchor",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken='NEW.start IS NOT NULL AND EXISTS ( SELECT 1 FROM articles_articleversion v WHERE v.id = NEW.version_id AND substr(v.text, NEW.start + 1, NEW."end" - NEW.start) <> NEW.exact)',
                        name="anchor_quotes_version",
                        operation="INSERT OR UPDATE",
                        table="articles_anchor",
                    ),
                ],
                "article": [
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.same_text_as_id IS NOT NULL AND ( EXISTS (SELECT 1 FROM articles_article t WHERE t.id = NEW.same_text_as_id AND t.same_text_as_id IS NOT NULL) OR EXISTS (SELECT 1 FROM articles_article t WHERE t.same_text_as_id = NEW.id))",
                        name="copy_of_the_first",
                        operation="INSERT OR UPDATE",
                        table="articles_article",
                    )
                ],
                "citation": [
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS (SELECT 1 FROM articles_citedwork t WHERE t.id = NEW.cited_work_id AND t.article_id <> NEW.article_id)",
                        name="of_one_article",
                        operation="INSERT OR UPDATE",
                        table="articles_citation",
                    )
                ],
                "citationsupport": [
                    core.trigger_sql.RefusingTrigger(
                        broken="(SELECT count(*) FROM (SELECT t.article_id FROM articles_mention t WHERE t.id = NEW.mention_id UNION SELECT t.article_id FROM articles_citation t WHERE t.id = NEW.citation_id) a) > 1",
                        name="of_one_article",
                        operation="INSERT OR UPDATE",
                        table="articles_citationsupport",
                    )
                ],
                "citedwork": [
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS (SELECT 1 FROM articles_citedwork t WHERE t.id = NEW.merged_into_id AND t.article_id <> NEW.article_id)",
                        name="of_one_article",
                        operation="INSERT OR UPDATE",
                        table="articles_citedwork",
                    )
                ],
                "citedworkentry": [
                    core.trigger_sql.RefusingTrigger(
                        broken="(SELECT count(*) FROM (SELECT t.article_id FROM articles_articleversion t WHERE t.id = NEW.version_id UNION SELECT t.article_id FROM articles_citedwork t WHERE t.id = NEW.cited_work_id) a) > 1",
                        name="of_one_article",
                        operation="INSERT OR UPDATE",
                        table="articles_citedworkentry",
                    )
                ],
                "mentioncitation": [
                    core.trigger_sql.RefusingTrigger(
                        broken="(SELECT count(*) FROM (SELECT t.article_id FROM articles_mention t WHERE t.id = NEW.mention_id UNION SELECT t.article_id FROM articles_citation t WHERE t.id = NEW.citation_id) a) > 1",
                        name="of_one_article",
                        operation="INSERT OR UPDATE",
                        table="articles_mentioncitation",
                    )
                ],
                "resultsource": [
                    core.trigger_sql.RefusingTrigger(
                        broken="(SELECT count(*) FROM (SELECT t.article_id FROM articles_articleversion t WHERE t.id = NEW.version_id UNION SELECT t.article_id FROM articles_mention t WHERE t.id = NEW.mention_id) a) > 1",
                        name="of_one_article",
                        operation="INSERT OR UPDATE",
                        table="articles_resultsource",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken='NEW.start IS NOT NULL AND EXISTS ( SELECT 1 FROM articles_articleversion v WHERE v.id = NEW.version_id AND substr(v.text, NEW.start + 1, NEW."end" - NEW.start) <> NEW.quote)',
                        name="source_quotes_version",
                        operation="INSERT OR UPDATE",
                        table="articles_resultsource",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM studies_result r WHERE r.id = NEW.result_id AND r.provenance <> 'second_hand')",
                        name="source_of_second_hand",
                        operation="INSERT OR UPDATE",
                        table="articles_resultsource",
                    ),
                ],
                "wordingcheck": [
                    core.trigger_sql.RefusingTrigger(
                        broken="NOT EXISTS ( SELECT 1 FROM articles_mention m JOIN claims_claimversion v ON v.claim_id = m.claim_id WHERE m.id = NEW.mention_id AND v.id = NEW.claim_version_id)",
                        name="checked_against_its_claim",
                        operation="INSERT",
                        table="articles_wordingcheck",
                    )
                ],
            },
        ),
    ]
