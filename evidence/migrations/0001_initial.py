"""The tables of the app."""

import core.migration_operations
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.fields.json
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.functions.text
import django.db.models.lookups
import django.db.models.manager
import evidence.certainty.words
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("core", "0001_initial"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("studies", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Topic",
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
                        to="evidence.topic",
                    ),
                ),
                ("name", models.CharField(max_length=120)),
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
                        name="evidence_topic_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_topic_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        condition=models.Q(
                            ("merged_into", None), ("withdrawn_at", None)
                        ),
                        name="evidence_topic_named_once",
                        violation_error_message="There is a topic of this name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="evidence_topic_named",
                        violation_error_message="A topic has a name.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TopicEvent",
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
                        to="evidence.topic",
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
                        to="evidence.topic",
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("sample", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="StudyTopic",
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
                        related_name="topic_links",
                        to="studies.study",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="study_links",
                        to="evidence.topic",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("study", "topic"),
                        name="evidence_studytopic_once",
                        violation_error_message="The study is filed under this topic.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StudyTopicEvent",
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
                        to="evidence.studytopic",
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
                    "topic",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.topic",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
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
                        to="evidence.outlet",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("address", models.TextField(blank=True)),
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
                        name="evidence_outlet_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_outlet_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="evidence_outlet_named",
                        violation_error_message="An outlet has a name.",
                    ),
                ],
            },
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
                        to="evidence.outlet",
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
                        to="evidence.outlet",
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("address", models.TextField(blank=True)),
                ("sample", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
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
                        to="evidence.article",
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
                        to="evidence.outlet",
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
                        choices=[
                            ("not_stated", "not stated"),
                            ("all_rights", "all rights reserved"),
                            ("cc_by", "CC BY"),
                            ("cc_by_sa", "CC BY-SA"),
                            ("cc_by_nc", "CC BY-NC"),
                            ("cc_by_nc_sa", "CC BY-NC-SA"),
                            ("cc_by_nd", "CC BY-ND"),
                            ("cc_by_nc_nd", "CC BY-NC-ND"),
                            ("public_domain", "public domain"),
                            ("own", "ours"),
                        ],
                        default="not_stated",
                        max_length=20,
                    ),
                ),
                (
                    "sells",
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
                (
                    "same_text_as",
                    models.ForeignKey(
                        blank=True,
                        help_text="the first article of which this is nearly a copy",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="near_copies",
                        to="evidence.article",
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
                        name="evidence_article_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_article_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("merged_into", None)),
                        fields=("url",),
                        name="evidence_article_address_once",
                        violation_error_message="An article of this address is stored already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="evidence_article_titled",
                        violation_error_message="An article has a title.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("same_text_as", None),
                            models.Q(("same_text_as", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_article_not_its_own_copy",
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
                        name="evidence_article_licence_word",
                        violation_error_message="Licence must be one of: not_stated, all_rights, cc_by, cc_by_sa, cc_by_nc, cc_by_nc_sa, cc_by_nd, cc_by_nc_nd, public_domain, own.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sells__in", ["yes", "no", "not_stated"])),
                        name="evidence_article_sells_word",
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
                        to="evidence.article",
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
                        to="evidence.article",
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
                        to="evidence.outlet",
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
                        choices=[
                            ("not_stated", "not stated"),
                            ("all_rights", "all rights reserved"),
                            ("cc_by", "CC BY"),
                            ("cc_by_sa", "CC BY-SA"),
                            ("cc_by_nc", "CC BY-NC"),
                            ("cc_by_nc_sa", "CC BY-NC-SA"),
                            ("cc_by_nd", "CC BY-ND"),
                            ("cc_by_nc_nd", "CC BY-NC-ND"),
                            ("public_domain", "public domain"),
                            ("own", "ours"),
                        ],
                        default="not_stated",
                        max_length=20,
                    ),
                ),
                (
                    "sells",
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
                        to="evidence.article",
                    ),
                ),
                ("sample", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
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
                        to="evidence.article",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="article_links",
                        to="evidence.topic",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "topic"),
                        name="evidence_articletopic_once",
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
                        to="evidence.articletopic",
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
                        to="evidence.article",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.topic",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
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
                        to="evidence.article",
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("text", "plain text"),
                            ("html", "HTML"),
                            ("jats", "JATS XML"),
                        ],
                        max_length=8,
                    ),
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
                    models.Index(fields=["sha256"], name="evidence_version_text"),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["sketch"], name="evidence_version_sketch"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "number"),
                        name="evidence_articleversion_number",
                        violation_error_message="The article has a version of this number.",
                    ),
                    models.UniqueConstraint(
                        fields=("article", "sha256"),
                        name="evidence_articleversion_new_text",
                        violation_error_message="The article has a version with this text.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)),
                        name="evidence_articleversion_counts_from_one",
                        violation_error_message="Versions count from 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("form__in", ["text", "html", "jats"])),
                        name="evidence_articleversion_form_word",
                        violation_error_message="Form must be one of: text, html, jats.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Claim",
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
                        to="evidence.claim",
                    ),
                ),
                ("text", models.TextField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("effect", "effect of an intervention"),
                            ("harm", "harm"),
                            ("mechanism", "mechanism"),
                            ("association", "association"),
                            ("prognosis", "prognosis or prevalence"),
                            ("diagnosis", "diagnosis"),
                            ("evidence_state", "state of the evidence"),
                            ("regulatory", "regulatory"),
                            ("definition", "definition"),
                            ("recommendation", "recommendation"),
                            ("practical", "practical"),
                        ],
                        max_length=16,
                    ),
                ),
                ("population", models.TextField(blank=True)),
                ("intervention", models.TextField(blank=True)),
                ("comparator", models.TextField(blank=True)),
                ("outcome", models.TextField(blank=True)),
                (
                    "outcome_measured",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="studies.outcome",
                    ),
                ),
                (
                    "asserts",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("raises", "raises"),
                            ("lowers", "lowers"),
                            ("little_or_no", "little or no difference"),
                            ("at_least_as_good", "at least as good"),
                            ("better_than", "better than"),
                            ("exists", "exists"),
                            ("absent", "absent"),
                        ],
                        default="",
                        max_length=18,
                    ),
                ),
                ("negated", models.BooleanField(default=False)),
                ("size", models.CharField(blank=True, max_length=200)),
                ("dose", models.CharField(blank=True, max_length=200)),
                ("time_frame", models.CharField(blank=True, max_length=200)),
                ("subgroup", models.CharField(blank=True, max_length=200)),
                (
                    "margin",
                    models.CharField(
                        blank=True,
                        help_text="what still counts as equally good",
                        max_length=200,
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("jurisdiction", models.CharField(blank=True, max_length=120)),
                (
                    "checkability",
                    models.CharField(
                        choices=[
                            ("checkable", "checkable"),
                            ("too_vague", "too vague"),
                            ("opinion", "opinion or advice"),
                            ("prediction", "prediction"),
                            ("no_public_source", "no public source"),
                        ],
                        default="checkable",
                        max_length=18,
                    ),
                ),
                (
                    "compound",
                    models.BooleanField(
                        default=False, help_text="has parts, and no grade of its own"
                    ),
                ),
                ("sample", models.BooleanField(default=False)),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("not_graded", "not graded"),
                            ("supported", "supported"),
                            ("contradicted", "contradicted"),
                            ("conflicting", "conflicting"),
                            ("cant_say", "can't say"),
                            ("shown_in_people", "shown in people"),
                            ("shown_in_animals", "shown in animals"),
                            ("shown_in_cells", "shown in cells"),
                            ("not_shown", "proposed, not shown"),
                            ("accurate", "accurate"),
                            ("outdated", "outdated"),
                            ("not_accurate", "not accurate"),
                            ("confirmed", "confirmed"),
                            ("not_confirmed", "not confirmed"),
                            ("changed_since", "changed since"),
                            ("agrees", "agrees with the source"),
                            ("differs_in_part", "differs in part from the source"),
                            ("differs", "differs from the source"),
                            ("recommended", "a guideline recommends it"),
                            ("not_recommended", "the guideline does not recommend it"),
                        ],
                        default="not_graded",
                        editable=False,
                        max_length=24,
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("moderate", "moderate"),
                            ("low", "low"),
                            ("very_low", "very low"),
                            ("not_graded", "not graded"),
                            ("not_applicable", "not applicable"),
                        ],
                        default="not_graded",
                        editable=False,
                        max_length=16,
                    ),
                ),
                (
                    "cant_say_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("not_searched", "not searched"),
                            ("none_found", "searched and none found"),
                            ("only_ongoing", "only ongoing studies"),
                            ("only_preclinical", "only animal or laboratory studies"),
                            ("only_second_hand", "no evidence read at its source"),
                            (
                                "circular",
                                "no evidence read at its source: only articles that claim it tell of it",
                            ),
                            ("too_uncertain", "too uncertain"),
                        ],
                        default="",
                        editable=False,
                        max_length=18,
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("rule", "by rule"),
                            ("draft", "one reviewer, not agreed"),
                            ("agreed", "agreed by several"),
                            ("published", "published by an editor"),
                        ],
                        default="",
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("cited_only", "cited works only"),
                            ("other_known", "other known studies"),
                            ("targeted", "targeted search"),
                            ("systematic", "systematic search"),
                            ("review", "existing review"),
                        ],
                        editable=False,
                        help_text="how far was searched",
                        max_length=12,
                    ),
                ),
                (
                    "judged_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                ("needs_review", models.BooleanField(default=False, editable=False)),
                ("needs_review_why", models.TextField(blank=True, editable=False)),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            "text",
                            "population",
                            "intervention",
                            "comparator",
                            "outcome",
                            config="footing",
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
            ],
            options={
                "abstract": False,
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        condition=models.Q(
                            ("merged_into", None), ("withdrawn_at", None)
                        ),
                        fields=["search", "verdict", "certainty", "scope", "kind"],
                        name="evidence_claim_search",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["text"],
                        name="evidence_claim_near",
                        opclasses=["gin_trgm_ops"],
                    ),
                    models.Index(
                        fields=["verdict", "id"], name="evidence_claim_verdict"
                    ),
                    models.Index(
                        condition=models.Q(
                            ("merged_into", None), ("withdrawn_at", None)
                        ),
                        fields=["verdict", "certainty", "scope", "kind"],
                        include=("id",),
                        name="evidence_claim_facets",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("merged_into", None), ("withdrawn_at", None)
                        ),
                        fields=["id"],
                        include=("verdict", "certainty", "scope", "kind"),
                        name="evidence_claim_current",
                    ),
                    models.Index(
                        django.db.models.functions.text.Left("text", 200),
                        models.F("id"),
                        name="evidence_claim_wording",
                    ),
                    models.Index(
                        models.OrderBy(
                            models.F("judged_at"), descending=True, nulls_last=True
                        ),
                        models.OrderBy(models.F("id"), descending=True),
                        name="evidence_claim_newest",
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
                        name="evidence_claim_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_claim_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="evidence_claim_worded",
                        violation_error_message="A claim has words.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("compound", False),
                            ("verdict", "not_graded"),
                            _connector="OR",
                        ),
                        name="evidence_claim_compound_ungraded",
                        violation_error_message="A compound claim is judged by its parts and has no verdict of its own.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("certainty", "very_low"), _negated=True),
                            ("verdict", "cant_say"),
                            _connector="OR",
                        ),
                        name="evidence_claim_very_low_cant_say",
                        violation_error_message="Very low certainty is always can't say.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("verdict", "cant_say"),
                                models.Q(("cant_say_because", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("verdict", "cant_say"), _negated=True),
                                ("cant_say_because", ""),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_claim_cant_say_why",
                        violation_error_message="Can't say keeps its reason.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("certainty", "not_graded"),
                                ("standing", ""),
                                ("verdict", "not_graded"),
                            ),
                            models.Q(
                                models.Q(("verdict", "not_graded"), _negated=True),
                                models.Q(("standing", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_claim_verdict_stands",
                        violation_error_message="A verdict has a standing; what is not graded has neither a standing nor a certainty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("needs_review", False), ("needs_review_why", "")),
                            models.Q(
                                ("needs_review", True),
                                models.Q(("needs_review_why", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_claim_review_says_why",
                        violation_error_message="A claim that needs review says why.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "effect",
                                    "harm",
                                    "mechanism",
                                    "association",
                                    "prognosis",
                                    "diagnosis",
                                    "evidence_state",
                                    "regulatory",
                                    "definition",
                                    "recommendation",
                                    "practical",
                                ],
                            )
                        ),
                        name="evidence_claim_kind_word",
                        violation_error_message="Kind must be one of: effect, harm, mechanism, association, prognosis, diagnosis, evidence_state, regulatory, definition, recommendation, practical.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "asserts__in",
                                [
                                    "",
                                    "raises",
                                    "lowers",
                                    "little_or_no",
                                    "at_least_as_good",
                                    "better_than",
                                    "exists",
                                    "absent",
                                ],
                            )
                        ),
                        name="evidence_claim_asserts_word",
                        violation_error_message="Asserts must be one of: raises, lowers, little_or_no, at_least_as_good, better_than, exists, absent.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "checkability__in",
                                [
                                    "checkable",
                                    "too_vague",
                                    "opinion",
                                    "prediction",
                                    "no_public_source",
                                ],
                            )
                        ),
                        name="evidence_claim_checkability_word",
                        violation_error_message="Checkability must be one of: checkable, too_vague, opinion, prediction, no_public_source.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "verdict__in",
                                [
                                    "not_graded",
                                    "supported",
                                    "contradicted",
                                    "conflicting",
                                    "cant_say",
                                    "shown_in_people",
                                    "shown_in_animals",
                                    "shown_in_cells",
                                    "not_shown",
                                    "accurate",
                                    "outdated",
                                    "not_accurate",
                                    "confirmed",
                                    "not_confirmed",
                                    "changed_since",
                                    "agrees",
                                    "differs_in_part",
                                    "differs",
                                    "recommended",
                                    "not_recommended",
                                ],
                            )
                        ),
                        name="evidence_claim_verdict_word",
                        violation_error_message="Verdict must be one of: not_graded, supported, contradicted, conflicting, cant_say, shown_in_people, shown_in_animals, shown_in_cells, not_shown, accurate, outdated, not_accurate, confirmed, not_confirmed, changed_since, agrees, differs_in_part, differs, recommended, not_recommended.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "certainty__in",
                                [
                                    "high",
                                    "moderate",
                                    "low",
                                    "very_low",
                                    "not_graded",
                                    "not_applicable",
                                ],
                            )
                        ),
                        name="evidence_claim_certainty_word",
                        violation_error_message="Certainty must be one of: high, moderate, low, very_low, not_graded, not_applicable.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "cant_say_because__in",
                                [
                                    "",
                                    "not_searched",
                                    "none_found",
                                    "only_ongoing",
                                    "only_preclinical",
                                    "only_second_hand",
                                    "circular",
                                    "too_uncertain",
                                ],
                            )
                        ),
                        name="evidence_claim_cant_say_because_word",
                        violation_error_message="Cant say because must be one of: not_searched, none_found, only_ongoing, only_preclinical, only_second_hand, circular, too_uncertain.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "standing__in",
                                ["", "rule", "draft", "agreed", "published"],
                            )
                        ),
                        name="evidence_claim_standing_word",
                        violation_error_message="Standing must be one of: rule, draft, agreed, published.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "scope__in",
                                [
                                    "",
                                    "cited_only",
                                    "other_known",
                                    "targeted",
                                    "systematic",
                                    "review",
                                ],
                            )
                        ),
                        name="evidence_claim_scope_word",
                        violation_error_message="Scope must be one of: cited_only, other_known, targeted, systematic, review.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimEvent",
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
                        to="evidence.claim",
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
                        to="evidence.claim",
                    ),
                ),
                ("text", models.TextField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("effect", "effect of an intervention"),
                            ("harm", "harm"),
                            ("mechanism", "mechanism"),
                            ("association", "association"),
                            ("prognosis", "prognosis or prevalence"),
                            ("diagnosis", "diagnosis"),
                            ("evidence_state", "state of the evidence"),
                            ("regulatory", "regulatory"),
                            ("definition", "definition"),
                            ("recommendation", "recommendation"),
                            ("practical", "practical"),
                        ],
                        max_length=16,
                    ),
                ),
                ("population", models.TextField(blank=True)),
                ("intervention", models.TextField(blank=True)),
                ("comparator", models.TextField(blank=True)),
                ("outcome", models.TextField(blank=True)),
                (
                    "outcome_measured",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.outcome",
                    ),
                ),
                (
                    "asserts",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("raises", "raises"),
                            ("lowers", "lowers"),
                            ("little_or_no", "little or no difference"),
                            ("at_least_as_good", "at least as good"),
                            ("better_than", "better than"),
                            ("exists", "exists"),
                            ("absent", "absent"),
                        ],
                        default="",
                        max_length=18,
                    ),
                ),
                ("negated", models.BooleanField(default=False)),
                ("size", models.CharField(blank=True, max_length=200)),
                ("dose", models.CharField(blank=True, max_length=200)),
                ("time_frame", models.CharField(blank=True, max_length=200)),
                ("subgroup", models.CharField(blank=True, max_length=200)),
                (
                    "margin",
                    models.CharField(
                        blank=True,
                        help_text="what still counts as equally good",
                        max_length=200,
                    ),
                ),
                ("as_of", models.DateField(blank=True, null=True)),
                ("jurisdiction", models.CharField(blank=True, max_length=120)),
                (
                    "checkability",
                    models.CharField(
                        choices=[
                            ("checkable", "checkable"),
                            ("too_vague", "too vague"),
                            ("opinion", "opinion or advice"),
                            ("prediction", "prediction"),
                            ("no_public_source", "no public source"),
                        ],
                        default="checkable",
                        max_length=18,
                    ),
                ),
                (
                    "compound",
                    models.BooleanField(
                        default=False, help_text="has parts, and no grade of its own"
                    ),
                ),
                ("sample", models.BooleanField(default=False)),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("not_graded", "not graded"),
                            ("supported", "supported"),
                            ("contradicted", "contradicted"),
                            ("conflicting", "conflicting"),
                            ("cant_say", "can't say"),
                            ("shown_in_people", "shown in people"),
                            ("shown_in_animals", "shown in animals"),
                            ("shown_in_cells", "shown in cells"),
                            ("not_shown", "proposed, not shown"),
                            ("accurate", "accurate"),
                            ("outdated", "outdated"),
                            ("not_accurate", "not accurate"),
                            ("confirmed", "confirmed"),
                            ("not_confirmed", "not confirmed"),
                            ("changed_since", "changed since"),
                            ("agrees", "agrees with the source"),
                            ("differs_in_part", "differs in part from the source"),
                            ("differs", "differs from the source"),
                            ("recommended", "a guideline recommends it"),
                            ("not_recommended", "the guideline does not recommend it"),
                        ],
                        default="not_graded",
                        editable=False,
                        max_length=24,
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("moderate", "moderate"),
                            ("low", "low"),
                            ("very_low", "very low"),
                            ("not_graded", "not graded"),
                            ("not_applicable", "not applicable"),
                        ],
                        default="not_graded",
                        editable=False,
                        max_length=16,
                    ),
                ),
                (
                    "cant_say_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("not_searched", "not searched"),
                            ("none_found", "searched and none found"),
                            ("only_ongoing", "only ongoing studies"),
                            ("only_preclinical", "only animal or laboratory studies"),
                            ("only_second_hand", "no evidence read at its source"),
                            (
                                "circular",
                                "no evidence read at its source: only articles that claim it tell of it",
                            ),
                            ("too_uncertain", "too uncertain"),
                        ],
                        default="",
                        editable=False,
                        max_length=18,
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("rule", "by rule"),
                            ("draft", "one reviewer, not agreed"),
                            ("agreed", "agreed by several"),
                            ("published", "published by an editor"),
                        ],
                        default="",
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("cited_only", "cited works only"),
                            ("other_known", "other known studies"),
                            ("targeted", "targeted search"),
                            ("systematic", "systematic search"),
                            ("review", "existing review"),
                        ],
                        editable=False,
                        help_text="how far was searched",
                        max_length=12,
                    ),
                ),
                (
                    "judged_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                ("needs_review", models.BooleanField(default=False, editable=False)),
                ("needs_review_why", models.TextField(blank=True, editable=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClaimTopic",
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
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="topic_links",
                        to="evidence.claim",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claim_links",
                        to="evidence.topic",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["topic", "claim"], name="evidence_claimtopic_claims"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("claim", "topic"),
                        name="evidence_claimtopic_once",
                        violation_error_message="The claim is filed under this topic.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimTopicEvent",
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
                        to="evidence.claimtopic",
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
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.claim",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.topic",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClaimRelation",
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
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relations",
                        to="evidence.claim",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relations_to",
                        to="evidence.claim",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("contradicts", "contradicts"),
                            ("negation_of", "negation of"),
                            ("narrower_than", "narrower than"),
                            ("part_of", "part of"),
                            ("same", "same in other words"),
                        ],
                        max_length=14,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("source", "target", "kind"),
                        name="evidence_claimrelation_once",
                        violation_error_message="The two claims are related in this way.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("source", models.F("target")), _negated=True
                        ),
                        name="evidence_claimrelation_two",
                        violation_error_message="A claim is not related to itself.",
                    ),
                    models.UniqueConstraint(
                        models.F("kind"),
                        django.db.models.functions.comparison.Least("source", "target"),
                        django.db.models.functions.comparison.Greatest(
                            "source", "target"
                        ),
                        condition=models.Q(
                            ("kind__in", ["contradicts", "negation_of", "same"])
                        ),
                        name="evidence_claimrelation_same_both_ways",
                        violation_error_message="The two claims are related in this way.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "contradicts",
                                    "negation_of",
                                    "narrower_than",
                                    "part_of",
                                    "same",
                                ],
                            )
                        ),
                        name="evidence_claimrelation_kind_word",
                        violation_error_message="Kind must be one of: contradicts, negation_of, narrower_than, part_of, same.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimRelationEvent",
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
                        to="evidence.claimrelation",
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
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.claim",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.claim",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("contradicts", "contradicts"),
                            ("negation_of", "negation of"),
                            ("narrower_than", "narrower than"),
                            ("part_of", "part of"),
                            ("same", "same in other words"),
                        ],
                        max_length=14,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClaimVersion",
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
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="evidence.claim",
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("wording", "wording"),
                            ("verdict", "verdict"),
                            ("freezing", "evidence base frozen"),
                            ("merge", "merge"),
                            ("withdrawal", "withdrawal"),
                            ("correction", "correction"),
                            ("standing", "standing"),
                        ],
                        max_length=12,
                    ),
                ),
                ("why", models.TextField(blank=True)),
                ("snapshot", models.JSONField()),
                (
                    "fingerprint",
                    models.CharField(
                        blank=True,
                        help_text="SHA-256 of the evidence; empty: none",
                        max_length=64,
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("not_graded", "not graded"),
                            ("supported", "supported"),
                            ("contradicted", "contradicted"),
                            ("conflicting", "conflicting"),
                            ("cant_say", "can't say"),
                            ("shown_in_people", "shown in people"),
                            ("shown_in_animals", "shown in animals"),
                            ("shown_in_cells", "shown in cells"),
                            ("not_shown", "proposed, not shown"),
                            ("accurate", "accurate"),
                            ("outdated", "outdated"),
                            ("not_accurate", "not accurate"),
                            ("confirmed", "confirmed"),
                            ("not_confirmed", "not confirmed"),
                            ("changed_since", "changed since"),
                            ("agrees", "agrees with the source"),
                            ("differs_in_part", "differs in part from the source"),
                            ("differs", "differs from the source"),
                            ("recommended", "a guideline recommends it"),
                            ("not_recommended", "the guideline does not recommend it"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("moderate", "moderate"),
                            ("low", "low"),
                            ("very_low", "very low"),
                            ("not_graded", "not graded"),
                            ("not_applicable", "not applicable"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "cant_say_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("not_searched", "not searched"),
                            ("none_found", "searched and none found"),
                            ("only_ongoing", "only ongoing studies"),
                            ("only_preclinical", "only animal or laboratory studies"),
                            ("only_second_hand", "no evidence read at its source"),
                            (
                                "circular",
                                "no evidence read at its source: only articles that claim it tell of it",
                            ),
                            ("too_uncertain", "too uncertain"),
                        ],
                        max_length=18,
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("rule", "by rule"),
                            ("draft", "one reviewer, not agreed"),
                            ("agreed", "agreed by several"),
                            ("published", "published by an editor"),
                        ],
                        max_length=10,
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
                    "study_count",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Cast(
                            django.db.models.fields.json.KeyTextTransform(
                                "studies",
                                django.db.models.fields.json.KeyTextTransform(
                                    "counts", "snapshot"
                                ),
                            ),
                            models.IntegerField(),
                        ),
                        output_field=models.IntegerField(null=True),
                    ),
                ),
                (
                    "people",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Cast(
                            django.db.models.fields.json.KeyTextTransform(
                                "people",
                                django.db.models.fields.json.KeyTextTransform(
                                    "counts", "snapshot"
                                ),
                            ),
                            models.IntegerField(),
                        ),
                        output_field=models.IntegerField(null=True),
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("claim", "number"),
                        name="evidence_claimversion_number",
                        violation_error_message="The claim has a version of this number.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)),
                        name="evidence_claimversion_counts_from_one",
                        violation_error_message="Versions count from 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("certainty", "very_low"), _negated=True),
                            ("verdict", "cant_say"),
                            _connector="OR",
                        ),
                        name="evidence_claimversion_very_low_cant_say",
                        violation_error_message="Very low certainty is always can't say.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("verdict", "cant_say"),
                                models.Q(("cant_say_because", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("verdict", "cant_say"), _negated=True),
                                ("cant_say_because", ""),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_claimversion_cant_say_why",
                        violation_error_message="Can't say keeps its reason.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("certainty", "not_graded"),
                                ("standing", ""),
                                ("verdict", "not_graded"),
                            ),
                            models.Q(
                                models.Q(("verdict", "not_graded"), _negated=True),
                                models.Q(("standing", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_claimversion_verdict_stands",
                        violation_error_message="A verdict has a standing; what is not graded has neither a standing nor a certainty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "cause__in",
                                [
                                    "wording",
                                    "verdict",
                                    "freezing",
                                    "merge",
                                    "withdrawal",
                                    "correction",
                                    "standing",
                                ],
                            )
                        ),
                        name="evidence_claimversion_cause_word",
                        violation_error_message="Cause must be one of: wording, verdict, freezing, merge, withdrawal, correction, standing.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "verdict__in",
                                [
                                    "not_graded",
                                    "supported",
                                    "contradicted",
                                    "conflicting",
                                    "cant_say",
                                    "shown_in_people",
                                    "shown_in_animals",
                                    "shown_in_cells",
                                    "not_shown",
                                    "accurate",
                                    "outdated",
                                    "not_accurate",
                                    "confirmed",
                                    "not_confirmed",
                                    "changed_since",
                                    "agrees",
                                    "differs_in_part",
                                    "differs",
                                    "recommended",
                                    "not_recommended",
                                ],
                            )
                        ),
                        name="evidence_claimversion_verdict_word",
                        violation_error_message="Verdict must be one of: not_graded, supported, contradicted, conflicting, cant_say, shown_in_people, shown_in_animals, shown_in_cells, not_shown, accurate, outdated, not_accurate, confirmed, not_confirmed, changed_since, agrees, differs_in_part, differs, recommended, not_recommended.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "certainty__in",
                                [
                                    "high",
                                    "moderate",
                                    "low",
                                    "very_low",
                                    "not_graded",
                                    "not_applicable",
                                ],
                            )
                        ),
                        name="evidence_claimversion_certainty_word",
                        violation_error_message="Certainty must be one of: high, moderate, low, very_low, not_graded, not_applicable.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "cant_say_because__in",
                                [
                                    "",
                                    "not_searched",
                                    "none_found",
                                    "only_ongoing",
                                    "only_preclinical",
                                    "only_second_hand",
                                    "circular",
                                    "too_uncertain",
                                ],
                            )
                        ),
                        name="evidence_claimversion_cant_say_because_word",
                        violation_error_message="Cant say because must be one of: not_searched, none_found, only_ongoing, only_preclinical, only_second_hand, circular, too_uncertain.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "standing__in",
                                ["", "rule", "draft", "agreed", "published"],
                            )
                        ),
                        name="evidence_claimversion_standing_word",
                        violation_error_message="Standing must be one of: rule, draft, agreed, published.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Correction",
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
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="evidence.claim",
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="evidence.claimversion",
                    ),
                ),
                (
                    "corrected",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="evidence.claimversion",
                    ),
                ),
                ("what", models.TextField()),
                ("why", models.TextField()),
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
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("what", ""), _negated=True),
                            models.Q(("why", ""), _negated=True),
                        ),
                        name="evidence_correction_says",
                        violation_error_message="A correction says what was wrong and why.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("corrected__gt", models.F("corrects"))),
                        name="evidence_correction_later",
                        violation_error_message="A correction leads to a later version.",
                    ),
                ],
            },
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
                        to="evidence.reply",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="evidence.claim",
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="evidence.outlet",
                    ),
                ),
                (
                    "article",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replies",
                        to="evidence.article",
                    ),
                ),
                ("text", models.TextField()),
                ("received_on", models.DateField()),
            ],
            options={
                "verbose_name_plural": "replies",
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
                        name="evidence_reply_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_reply_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="evidence_reply_worded",
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
                        to="evidence.reply",
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
                        to="evidence.reply",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.claim",
                    ),
                ),
                (
                    "outlet",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.outlet",
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
                        to="evidence.article",
                    ),
                ),
                ("text", models.TextField()),
                ("received_on", models.DateField()),
            ],
            options={
                "abstract": False,
            },
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
                        to="evidence.article",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mentions",
                        to="evidence.claim",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("suggested", "suggested"),
                            ("accepted", "accepted"),
                            ("rejected", "rejected"),
                        ],
                        default="suggested",
                        max_length=10,
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("rules", "suggested by rule"),
                            ("person", "marked by a person"),
                        ],
                        default="rules",
                        max_length=8,
                    ),
                ),
                ("proposed_text", models.TextField(help_text="the claim as suggested")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("efficacy", "efficacy"),
                            ("mechanism", "mechanism"),
                            ("safety", "safety"),
                            ("comparison", "comparison"),
                            ("evidence-state", "state of the evidence"),
                            ("regulatory", "regulatory"),
                            ("definition", "definition"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "also_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("efficacy", "efficacy"),
                            ("mechanism", "mechanism"),
                            ("safety", "safety"),
                            ("comparison", "comparison"),
                            ("evidence-state", "state of the evidence"),
                            ("regulatory", "regulatory"),
                            ("definition", "definition"),
                        ],
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
                        fields=["article", "status"], name="evidence_mention_article"
                    ),
                    models.Index(
                        fields=["claim", "status"], name="evidence_mention_claim"
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
                        name="evidence_mention_claim_iff_accepted",
                        violation_error_message="A mention names a claim when, and only when, it is accepted.",
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
                        name="evidence_mention_decided",
                        violation_error_message="An accepted or rejected mention says who decided and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status__in", ["suggested", "accepted", "rejected"])
                        ),
                        name="evidence_mention_status_word",
                        violation_error_message="Status must be one of: suggested, accepted, rejected.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["rules", "person"])),
                        name="evidence_mention_origin_word",
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
                                ],
                            )
                        ),
                        name="evidence_mention_kind_word",
                        violation_error_message="Kind must be one of: efficacy, mechanism, safety, comparison, evidence-state, regulatory, definition.",
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
                                ],
                            )
                        ),
                        name="evidence_mention_also_kind_word",
                        violation_error_message="Also kind must be one of: efficacy, mechanism, safety, comparison, evidence-state, regulatory, definition.",
                    ),
                ],
            },
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
                        to="evidence.mention",
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
                        to="evidence.article",
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
                        to="evidence.claim",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("suggested", "suggested"),
                            ("accepted", "accepted"),
                            ("rejected", "rejected"),
                        ],
                        default="suggested",
                        max_length=10,
                    ),
                ),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("rules", "suggested by rule"),
                            ("person", "marked by a person"),
                        ],
                        default="rules",
                        max_length=8,
                    ),
                ),
                ("proposed_text", models.TextField(help_text="the claim as suggested")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("efficacy", "efficacy"),
                            ("mechanism", "mechanism"),
                            ("safety", "safety"),
                            ("comparison", "comparison"),
                            ("evidence-state", "state of the evidence"),
                            ("regulatory", "regulatory"),
                            ("definition", "definition"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "also_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("efficacy", "efficacy"),
                            ("mechanism", "mechanism"),
                            ("safety", "safety"),
                            ("comparison", "comparison"),
                            ("evidence-state", "state of the evidence"),
                            ("regulatory", "regulatory"),
                            ("definition", "definition"),
                        ],
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
            options={
                "abstract": False,
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
                        to="evidence.article",
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
                        choices=[
                            ("not_checked", "not checked"),
                            ("not_checkable", "not checkable"),
                            ("not_found", "not found"),
                            ("candidates", "candidates, none"),
                            ("one_agrees", "one agrees in all fields"),
                            ("conflict", "the identifier is another work's"),
                        ],
                        default="not_checked",
                        max_length=14,
                    ),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("none", "not decided"),
                            ("confirmed", "confirmed"),
                            ("rejected", "rejected"),
                        ],
                        default="none",
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
                        to="studies.reference",
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
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_from",
                        to="evidence.citedwork",
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
                        name="evidence_citedwork_match_is_confirmed",
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
                        name="evidence_citedwork_decided",
                        violation_error_message="A decision says who made it and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("found__in", ["not_checked", "not_checkable"]),
                            ("checked_at__isnull", False),
                            _connector="OR",
                        ),
                        name="evidence_citedwork_checked_when",
                        violation_error_message="A search's finding says when it was made.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_citedwork_merged_elsewhere",
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
                        name="evidence_citedwork_found_word",
                        violation_error_message="Found must be one of: not_checked, not_checkable, not_found, candidates, one_agrees, conflict.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decision__in", ["none", "confirmed", "rejected"])
                        ),
                        name="evidence_citedwork_decision_word",
                        violation_error_message="Decision must be one of: none, confirmed, rejected.",
                    ),
                ],
            },
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
                        to="evidence.citedwork",
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
                        to="evidence.article",
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
                        choices=[
                            ("not_checked", "not checked"),
                            ("not_checkable", "not checkable"),
                            ("not_found", "not found"),
                            ("candidates", "candidates, none"),
                            ("one_agrees", "one agrees in all fields"),
                            ("conflict", "the identifier is another work's"),
                        ],
                        default="not_checked",
                        max_length=14,
                    ),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("none", "not decided"),
                            ("confirmed", "confirmed"),
                            ("rejected", "rejected"),
                        ],
                        default="none",
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
                        to="studies.reference",
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
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.citedwork",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
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
                        to="evidence.citedwork",
                    ),
                ),
                (
                    "referencecheck",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cited_work_links",
                        to="studies.referencecheck",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("cited_work", "referencecheck"),
                        name="evidence_citedworkcheck_once",
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
                        to="evidence.citedworkcheck",
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
                        to="evidence.citedwork",
                    ),
                ),
                (
                    "referencecheck",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.referencecheck",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
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
                        to="evidence.citedwork",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reference_list",
                        to="evidence.articleversion",
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
                        name="evidence_citedworkentry_number",
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
                        to="evidence.citedworkentry",
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
                        to="evidence.citedwork",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.articleversion",
                    ),
                ),
                (
                    "number",
                    models.PositiveIntegerField(help_text="place in the list, from 1"),
                ),
                ("raw", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
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
                        to="evidence.article",
                    ),
                ),
                (
                    "cited_work",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="evidence.citedwork",
                    ),
                ),
                ("marker", models.CharField(max_length=300)),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("rules", "suggested by rule"),
                            ("person", "marked by a person"),
                        ],
                        default="rules",
                        max_length=8,
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("origin__in", ["rules", "person"])),
                        name="evidence_citation_origin_word",
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
                        to="evidence.citation",
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
                        to="evidence.article",
                    ),
                ),
                (
                    "cited_work",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.citedwork",
                    ),
                ),
                ("marker", models.CharField(max_length=300)),
                (
                    "origin",
                    models.CharField(
                        choices=[
                            ("rules", "suggested by rule"),
                            ("person", "marked by a person"),
                        ],
                        default="rules",
                        max_length=8,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
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
                        to="evidence.mention",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mention_links",
                        to="evidence.citation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("mention", "citation"),
                        name="evidence_mentioncitation_once",
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
                        to="evidence.mentioncitation",
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
                        to="evidence.mention",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.citation",
                    ),
                ),
            ],
            options={
                "abstract": False,
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
                        to="evidence.articleversion",
                    ),
                ),
                (
                    "mention",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anchors",
                        to="evidence.mention",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="anchors",
                        to="evidence.citation",
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
                        choices=[
                            ("same", "same"),
                            ("moved", "moved"),
                            ("reworded", "reworded"),
                            ("gone", "gone"),
                        ],
                        default="same",
                        max_length=8,
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("asserts", "asserts"),
                            ("reports", "reports a named study"),
                            ("attributes", "attributes to someone"),
                            ("denies", "denies"),
                        ],
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
                        fields=["version", "start"], name="evidence_anchor_order"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("citation", None), ("mention__isnull", False)),
                            models.Q(("citation__isnull", False), ("mention", None)),
                            _connector="OR",
                        ),
                        name="evidence_anchor_of_one",
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
                        name="evidence_anchor_gone_is_nowhere",
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
                        name="evidence_anchor_mention_has_wording",
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
                        name="evidence_anchor_covers_words",
                        violation_error_message="Only a citation covers words.",
                    ),
                    models.UniqueConstraint(
                        fields=("version", "mention"),
                        name="evidence_anchor_mention_once",
                        violation_error_message="The mention has a place in this version.",
                    ),
                    models.UniqueConstraint(
                        fields=("version", "citation"),
                        name="evidence_anchor_citation_once",
                        violation_error_message="The citation has a place in this version.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["same", "moved", "reworded", "gone"])
                        ),
                        name="evidence_anchor_state_word",
                        violation_error_message="State must be one of: same, moved, reworded, gone.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "mode__in",
                                ["", "asserts", "reports", "attributes", "denies"],
                            )
                        ),
                        name="evidence_anchor_mode_word",
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
                        to="evidence.anchor",
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
                        to="evidence.articleversion",
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
                        to="evidence.mention",
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
                        to="evidence.citation",
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
                        choices=[
                            ("same", "same"),
                            ("moved", "moved"),
                            ("reworded", "reworded"),
                            ("gone", "gone"),
                        ],
                        default="same",
                        max_length=8,
                    ),
                ),
                (
                    "mode",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("asserts", "asserts"),
                            ("reports", "reports a named study"),
                            ("attributes", "attributes to someone"),
                            ("denies", "denies"),
                        ],
                        max_length=10,
                    ),
                ),
                ("hedged", models.BooleanField(blank=True, null=True)),
                ("covers_start", models.PositiveIntegerField(blank=True, null=True)),
                ("covers_end", models.PositiveIntegerField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
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
                        to="evidence.articleversion",
                    ),
                ),
                (
                    "mention",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="told_results",
                        to="evidence.mention",
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
                        name="evidence_resultsource_quotes",
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
                        to="evidence.resultsource",
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
                        to="evidence.articleversion",
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
                        to="evidence.mention",
                    ),
                ),
                ("quote", models.TextField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Passage",
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
                        to="evidence.passage",
                    ),
                ),
                (
                    "reference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="passages",
                        to="studies.reference",
                    ),
                ),
                ("quote", models.TextField()),
                ("place", models.CharField(max_length=200)),
                ("read_on", models.DateField(help_text="the day the record said so")),
                ("jurisdiction", models.CharField(blank=True, max_length=120)),
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
                        name="evidence_passage_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_passage_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("quote", ""), _negated=True),
                            models.Q(("place", ""), _negated=True),
                        ),
                        name="evidence_passage_quotes",
                        violation_error_message="A passage quotes words and names their place.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PassageEvent",
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
                        to="evidence.passage",
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
                        to="evidence.passage",
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
                ("quote", models.TextField()),
                ("place", models.CharField(max_length=200)),
                ("read_on", models.DateField(help_text="the day the record said so")),
                ("jurisdiction", models.CharField(blank=True, max_length=120)),
                ("sample", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="EvidenceBase",
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
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bases",
                        to="evidence.claim",
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("population", models.TextField(blank=True)),
                ("intervention", models.TextField(blank=True)),
                ("comparator", models.TextField(blank=True)),
                ("outcome", models.TextField(blank=True)),
                (
                    "eligible_designs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("systematic_review", "systematic review"),
                                ("meta_analysis", "meta-analysis"),
                                ("network_meta_analysis", "network meta-analysis"),
                                ("rct", "randomised controlled trial"),
                                ("within_person_rct", "randomised within-person trial"),
                                ("crossover_rct", "randomised crossover trial"),
                                ("cluster_rct", "cluster-randomised trial"),
                                ("non_randomised_trial", "non-randomised trial"),
                                (
                                    "split_face_nonrandomised",
                                    "split-face, not randomised",
                                ),
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
                            max_length=30,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[
                            ("cited_only", "cited works only"),
                            ("other_known", "other known studies"),
                            ("targeted", "targeted search"),
                            ("systematic", "systematic search"),
                            ("review", "existing review"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "sources",
                    models.TextField(blank=True, help_text="where was searched"),
                ),
                (
                    "query",
                    models.TextField(blank=True, help_text="the search, word for word"),
                ),
                ("searched_on", models.DateField(blank=True, null=True)),
                (
                    "review",
                    models.ForeignKey(
                        blank=True,
                        help_text="the existing review",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bases_resting_on",
                        to="studies.study",
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
                    "copied_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        to="evidence.evidencebase",
                    ),
                ),
                ("frozen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "frozen_by",
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("claim", "number"),
                        name="evidence_evidencebase_number",
                        violation_error_message="The claim has a base of this number.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("frozen_at", None)),
                        fields=("claim",),
                        name="evidence_evidencebase_one_draft",
                        violation_error_message="The claim has a base that is not frozen yet.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("review__isnull", False), ("scope", "review")),
                            models.Q(
                                models.Q(("scope", "review"), _negated=True),
                                ("review", None),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_evidencebase_review_named",
                        violation_error_message="A base that rests on an existing review names it; no other does.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("frozen_at", None),
                            models.Q(
                                ("scope__in", ["targeted", "systematic"]), _negated=True
                            ),
                            models.Q(
                                models.Q(("sources", ""), _negated=True),
                                models.Q(("query", ""), _negated=True),
                                ("searched_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_evidencebase_search_documented",
                        violation_error_message="A searched base says where, with which words and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("frozen_at__isnull", True), ("frozen_by__isnull", True)
                            ),
                            models.Q(
                                ("frozen_at__isnull", False),
                                ("frozen_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_evidencebase_frozen_whole",
                        violation_error_message="A frozen base says who froze it and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "eligible_designs__contained_by",
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
                        name="evidence_evidencebase_eligible_designs_word",
                        violation_error_message="Eligible designs must be one of: systematic_review, meta_analysis, network_meta_analysis, rct, within_person_rct, crossover_rct, cluster_rct, non_randomised_trial, split_face_nonrandomised, interrupted_time_series, cohort, case_control, cross_sectional, single_arm_trial, case_series, case_report, animal, in_vitro, in_silico, narrative_review, guideline, opinion, protocol, secondary_analysis, qualitative, diagnostic_accuracy, not_stated.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "scope__in",
                                [
                                    "cited_only",
                                    "other_known",
                                    "targeted",
                                    "systematic",
                                    "review",
                                ],
                            )
                        ),
                        name="evidence_evidencebase_scope_word",
                        violation_error_message="Scope must be one of: cited_only, other_known, targeted, systematic, review.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceBaseEvent",
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
                        to="evidence.evidencebase",
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
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.claim",
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("population", models.TextField(blank=True)),
                ("intervention", models.TextField(blank=True)),
                ("comparator", models.TextField(blank=True)),
                ("outcome", models.TextField(blank=True)),
                (
                    "eligible_designs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("systematic_review", "systematic review"),
                                ("meta_analysis", "meta-analysis"),
                                ("network_meta_analysis", "network meta-analysis"),
                                ("rct", "randomised controlled trial"),
                                ("within_person_rct", "randomised within-person trial"),
                                ("crossover_rct", "randomised crossover trial"),
                                ("cluster_rct", "cluster-randomised trial"),
                                ("non_randomised_trial", "non-randomised trial"),
                                (
                                    "split_face_nonrandomised",
                                    "split-face, not randomised",
                                ),
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
                            max_length=30,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        choices=[
                            ("cited_only", "cited works only"),
                            ("other_known", "other known studies"),
                            ("targeted", "targeted search"),
                            ("systematic", "systematic search"),
                            ("review", "existing review"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "sources",
                    models.TextField(blank=True, help_text="where was searched"),
                ),
                (
                    "query",
                    models.TextField(blank=True, help_text="the search, word for word"),
                ),
                ("searched_on", models.DateField(blank=True, null=True)),
                (
                    "review",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="the existing review",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.study",
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
                    "copied_from",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.evidencebase",
                    ),
                ),
                ("frozen_at", models.DateTimeField(blank=True, null=True)),
                (
                    "frozen_by",
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
            name="EvidenceItem",
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
                    "base",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="evidence.evidencebase",
                    ),
                ),
                (
                    "result",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="studies.result",
                    ),
                ),
                (
                    "passage",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="evidence.passage",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("included", "included"),
                            ("excluded", "excluded"),
                            ("awaiting", "awaiting"),
                        ],
                        default="awaiting",
                        max_length=8,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("design", "not an eligible design"),
                            ("population", "other people"),
                            ("intervention", "another intervention"),
                            ("comparator", "another comparison"),
                            ("outcome", "another outcome"),
                            ("same_result", "same result, other source"),
                            ("in_review", "counted in the review"),
                            ("retracted", "retracted"),
                            ("second_hand", "not read at its source"),
                            ("superseded", "a later report replaces it"),
                            ("other", "other"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason_words", models.TextField(blank=True)),
                (
                    "bearing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("supports", "supports"),
                            ("contradicts", "contradicts"),
                            ("little_to_no_difference", "little to no difference"),
                            ("inconclusive", "inconclusive"),
                            ("does_not_address", "does not address"),
                        ],
                        help_text="proposed",
                        max_length=24,
                    ),
                ),
                ("bearing_why", models.TextField(blank=True)),
                (
                    "population_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("same", "same"),
                            ("narrower", "narrower"),
                            ("broader", "broader"),
                            ("other", "other"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "intervention_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("same", "same"),
                            ("narrower", "narrower"),
                            ("broader", "broader"),
                            ("other", "other"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "comparator_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("same", "same"),
                            ("narrower", "narrower"),
                            ("broader", "broader"),
                            ("other", "other"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "outcome_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("same", "same"),
                            ("narrower", "narrower"),
                            ("broader", "broader"),
                            ("other", "other"),
                        ],
                        max_length=8,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("passage", None), ("result__isnull", False)),
                            models.Q(("passage__isnull", False), ("result", None)),
                            _connector="OR",
                        ),
                        name="evidence_evidenceitem_of_one",
                        violation_error_message="An item is one result or one passage.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decision", "excluded"),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("decision", "excluded"), _negated=True),
                                ("reason", ""),
                                ("reason_words", ""),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_evidenceitem_excluded_says_why",
                        violation_error_message="An excluded item says why, and only an excluded one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", "other"), _negated=True),
                            models.Q(("reason_words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_evidenceitem_other_in_words",
                        violation_error_message="Another reason is put in words.",
                    ),
                    models.UniqueConstraint(
                        fields=("base", "result"),
                        name="evidence_evidenceitem_result_once",
                        violation_error_message="The base has this result already.",
                    ),
                    models.UniqueConstraint(
                        fields=("base", "passage"),
                        name="evidence_evidenceitem_passage_once",
                        violation_error_message="The base has this passage already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decision__in", ["included", "excluded", "awaiting"])
                        ),
                        name="evidence_evidenceitem_decision_word",
                        violation_error_message="Decision must be one of: included, excluded, awaiting.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "reason__in",
                                [
                                    "",
                                    "design",
                                    "population",
                                    "intervention",
                                    "comparator",
                                    "outcome",
                                    "same_result",
                                    "in_review",
                                    "retracted",
                                    "second_hand",
                                    "superseded",
                                    "other",
                                ],
                            )
                        ),
                        name="evidence_evidenceitem_reason_word",
                        violation_error_message="Reason must be one of: design, population, intervention, comparator, outcome, same_result, in_review, retracted, second_hand, superseded, other.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "bearing__in",
                                [
                                    "",
                                    "supports",
                                    "contradicts",
                                    "little_to_no_difference",
                                    "inconclusive",
                                    "does_not_address",
                                ],
                            )
                        ),
                        name="evidence_evidenceitem_bearing_word",
                        violation_error_message="Bearing must be one of: supports, contradicts, little_to_no_difference, inconclusive, does_not_address.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "population_match__in",
                                ["", "same", "narrower", "broader", "other"],
                            )
                        ),
                        name="evidence_evidenceitem_population_match_word",
                        violation_error_message="Population match must be one of: same, narrower, broader, other.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "intervention_match__in",
                                ["", "same", "narrower", "broader", "other"],
                            )
                        ),
                        name="evidence_evidenceitem_intervention_match_word",
                        violation_error_message="Intervention match must be one of: same, narrower, broader, other.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "comparator_match__in",
                                ["", "same", "narrower", "broader", "other"],
                            )
                        ),
                        name="evidence_evidenceitem_comparator_match_word",
                        violation_error_message="Comparator match must be one of: same, narrower, broader, other.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "outcome_match__in",
                                ["", "same", "narrower", "broader", "other"],
                            )
                        ),
                        name="evidence_evidenceitem_outcome_match_word",
                        violation_error_message="Outcome match must be one of: same, narrower, broader, other.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="EvidenceItemEvent",
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
                        to="evidence.evidenceitem",
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
                    "base",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.evidencebase",
                    ),
                ),
                (
                    "result",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.result",
                    ),
                ),
                (
                    "passage",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.passage",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=[
                            ("included", "included"),
                            ("excluded", "excluded"),
                            ("awaiting", "awaiting"),
                        ],
                        default="awaiting",
                        max_length=8,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("design", "not an eligible design"),
                            ("population", "other people"),
                            ("intervention", "another intervention"),
                            ("comparator", "another comparison"),
                            ("outcome", "another outcome"),
                            ("same_result", "same result, other source"),
                            ("in_review", "counted in the review"),
                            ("retracted", "retracted"),
                            ("second_hand", "not read at its source"),
                            ("superseded", "a later report replaces it"),
                            ("other", "other"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reason_words", models.TextField(blank=True)),
                (
                    "bearing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("supports", "supports"),
                            ("contradicts", "contradicts"),
                            ("little_to_no_difference", "little to no difference"),
                            ("inconclusive", "inconclusive"),
                            ("does_not_address", "does not address"),
                        ],
                        help_text="proposed",
                        max_length=24,
                    ),
                ),
                ("bearing_why", models.TextField(blank=True)),
                (
                    "population_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("same", "same"),
                            ("narrower", "narrower"),
                            ("broader", "broader"),
                            ("other", "other"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "intervention_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("same", "same"),
                            ("narrower", "narrower"),
                            ("broader", "broader"),
                            ("other", "other"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "comparator_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("same", "same"),
                            ("narrower", "narrower"),
                            ("broader", "broader"),
                            ("other", "other"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "outcome_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("same", "same"),
                            ("narrower", "narrower"),
                            ("broader", "broader"),
                            ("other", "other"),
                        ],
                        max_length=8,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
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
                        to="evidence.mention",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="supports",
                        to="evidence.citation",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("supports", "the study says this"),
                            ("partly", "the study says part of this"),
                            ("does_not_support", "the study does not say this"),
                            ("contradicts", "the study says otherwise"),
                            ("unrelated", "the study is about something else"),
                            ("cannot_verify", "cannot verify"),
                        ],
                        max_length=16,
                    ),
                ),
                ("words_judged", models.TextField()),
                (
                    "read",
                    models.CharField(
                        choices=[
                            ("full_text", "full text"),
                            ("abstract", "abstract only"),
                            ("nothing", "nothing"),
                        ],
                        max_length=10,
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
                        choices=[("", "none"), ("major", "major"), ("minor", "minor")],
                        max_length=5,
                    ),
                ),
                (
                    "subtype",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("number", "a number is wrong"),
                            ("scope", "reaches further than the study"),
                            ("other_outcome", "another outcome or intervention"),
                            (
                                "within_group",
                                "a change within a group read as between groups",
                            ),
                            ("opposite", "the opposite was found"),
                            ("indirect_source", "indirect source"),
                            ("abstract_only", "read from the abstract alone"),
                            ("unrelated", "unrelated"),
                            ("retracted", "retracted"),
                            ("hypothesis", "a hypothesis cited as a result"),
                            ("subgroup", "a secondary result cited as the main one"),
                        ],
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
                        name="evidence_citationsupport_current_once",
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
                        name="evidence_citationsupport_quotes",
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
                        name="evidence_citationsupport_says_what_was_read",
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
                        name="evidence_citationsupport_abstract_cannot",
                        violation_error_message="From the abstract alone a citation cannot be verified, unless it contradicts the claim or is about something else.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("read", "nothing"), _negated=True),
                            ("answer", "cannot_verify"),
                            _connector="OR",
                        ),
                        name="evidence_citationsupport_nothing_read",
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
                        name="evidence_citationsupport_error_is_typed",
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
                        name="evidence_citationsupport_answer_word",
                        violation_error_message="Answer must be one of: supports, partly, does_not_support, contradicts, unrelated, cannot_verify.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("read__in", ["full_text", "abstract", "nothing"])
                        ),
                        name="evidence_citationsupport_read_word",
                        violation_error_message="Read must be one of: full_text, abstract, nothing.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("error__in", ["", "major", "minor"])),
                        name="evidence_citationsupport_error_word",
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
                        name="evidence_citationsupport_subtype_word",
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
                        to="evidence.citationsupport",
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
                        to="evidence.mention",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.citation",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("supports", "the study says this"),
                            ("partly", "the study says part of this"),
                            ("does_not_support", "the study does not say this"),
                            ("contradicts", "the study says otherwise"),
                            ("unrelated", "the study is about something else"),
                            ("cannot_verify", "cannot verify"),
                        ],
                        max_length=16,
                    ),
                ),
                ("words_judged", models.TextField()),
                (
                    "read",
                    models.CharField(
                        choices=[
                            ("full_text", "full text"),
                            ("abstract", "abstract only"),
                            ("nothing", "nothing"),
                        ],
                        max_length=10,
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
                        choices=[("", "none"), ("major", "major"), ("minor", "minor")],
                        max_length=5,
                    ),
                ),
                (
                    "subtype",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("number", "a number is wrong"),
                            ("scope", "reaches further than the study"),
                            ("other_outcome", "another outcome or intervention"),
                            (
                                "within_group",
                                "a change within a group read as between groups",
                            ),
                            ("opposite", "the opposite was found"),
                            ("indirect_source", "indirect source"),
                            ("abstract_only", "read from the abstract alone"),
                            ("unrelated", "unrelated"),
                            ("retracted", "retracted"),
                            ("hypothesis", "a hypothesis cited as a result"),
                            ("subgroup", "a secondary result cited as the main one"),
                        ],
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
            options={
                "abstract": False,
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
                        to="evidence.mention",
                    ),
                ),
                (
                    "claim_version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="wording_checks",
                        to="evidence.claimversion",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("matches", "matches"),
                            ("overstates", "overstates"),
                            ("understates", "understates"),
                            ("contrary", "contrary to the evidence"),
                            ("cant_say", "can't say"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "aspects",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("certainty", "certainty"),
                                ("size", "size"),
                                ("scope", "scope"),
                                ("causality", "causality"),
                            ],
                            max_length=10,
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
                        name="evidence_wordingcheck_current_once",
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
                        name="evidence_wordingcheck_overstates_what",
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
                        name="evidence_wordingcheck_answer_word",
                        violation_error_message="Answer must be one of: matches, overstates, understates, contrary, cant_say.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "aspects__contained_by",
                                ["certainty", "size", "scope", "causality"],
                            )
                        ),
                        name="evidence_wordingcheck_aspects_word",
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
                        to="evidence.wordingcheck",
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
                        to="evidence.mention",
                    ),
                ),
                (
                    "claim_version",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.claimversion",
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("matches", "matches"),
                            ("overstates", "overstates"),
                            ("understates", "understates"),
                            ("contrary", "contrary to the evidence"),
                            ("cant_say", "can't say"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "aspects",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("certainty", "certainty"),
                                ("size", "size"),
                                ("scope", "scope"),
                                ("causality", "causality"),
                            ],
                            max_length=10,
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
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClaimRound",
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
                (
                    "called_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="evidence.claim",
                    ),
                ),
                (
                    "base",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rounds",
                        to="evidence.evidencebase",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("wanted__gte", 1)),
                        name="evidence_claimround_wants_someone",
                        violation_error_message="A round calls for at least one judgement.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("opened_at", None)),
                        fields=("claim",),
                        name="evidence_claimround_one_running",
                        violation_error_message="This claim is being graded already.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimRoundEvent",
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
                        to="evidence.claimround",
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
                    "wanted",
                    models.PositiveSmallIntegerField(
                        default=2, help_text="how many reviewers judge, each alone"
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
                ("opened_at", models.DateTimeField(blank=True, null=True)),
                (
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.claim",
                    ),
                ),
                (
                    "base",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.evidencebase",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ClaimAssignment",
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
                    "reviewer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assignments",
                        to="evidence.claimround",
                    ),
                ),
                (
                    "draft",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="the grade's form, until it is handed in",
                    ),
                ),
            ],
            options={
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("round", "reviewer"),
                        name="evidence_claimassignment_once",
                        violation_error_message="A reviewer judges once in a round.",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimAssignmentEvent",
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
                        to="evidence.claimassignment",
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
                    "round",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.claimround",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Grade",
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
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grades",
                        to="evidence.claimround",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="grades",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("is_consensus", models.BooleanField(default=False)),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("grade", "GRADE"),
                            ("grade_prognosis", "GRADE for prognosis"),
                            ("record_check", "record check"),
                            ("search_check", "search check"),
                            ("kind_of_evidence", "kind of evidence"),
                        ],
                        max_length=18,
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("any_effect", "any effect"),
                            ("above_threshold", "an effect above a threshold"),
                            ("little_or_no", "little or no difference"),
                        ],
                        max_length=16,
                    ),
                ),
                ("threshold", models.CharField(blank=True, max_length=200)),
                (
                    "size_class",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("large", "large"),
                            ("moderate", "moderate"),
                            ("small", "small but important"),
                            ("trivial", "trivial or none"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("moderate", "moderate"),
                            ("low", "low"),
                            ("very_low", "very low"),
                            ("not_graded", "not graded"),
                            ("not_applicable", "not applicable"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("not_graded", "not graded"),
                            ("supported", "supported"),
                            ("contradicted", "contradicted"),
                            ("conflicting", "conflicting"),
                            ("cant_say", "can't say"),
                            ("shown_in_people", "shown in people"),
                            ("shown_in_animals", "shown in animals"),
                            ("shown_in_cells", "shown in cells"),
                            ("not_shown", "proposed, not shown"),
                            ("accurate", "accurate"),
                            ("outdated", "outdated"),
                            ("not_accurate", "not accurate"),
                            ("confirmed", "confirmed"),
                            ("not_confirmed", "not confirmed"),
                            ("changed_since", "changed since"),
                            ("agrees", "agrees with the source"),
                            ("differs_in_part", "differs in part from the source"),
                            ("differs", "differs from the source"),
                            ("recommended", "a guideline recommends it"),
                            ("not_recommended", "the guideline does not recommend it"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "leaning",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "none"),
                            ("supported", "leaning to supported"),
                            ("contradicted", "leaning to contradicted"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "cant_say_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("not_searched", "not searched"),
                            ("none_found", "searched and none found"),
                            ("only_ongoing", "only ongoing studies"),
                            ("only_preclinical", "only animal or laboratory studies"),
                            ("only_second_hand", "no evidence read at its source"),
                            (
                                "circular",
                                "no evidence read at its source: only articles that claim it tell of it",
                            ),
                            ("too_uncertain", "too uncertain"),
                        ],
                        max_length=18,
                    ),
                ),
                ("sentence", models.TextField(blank=True)),
                ("explanation", models.TextField(blank=True)),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "base_manager_name": "unfiltered",
                "default_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_consensus", False)),
                        fields=("round", "reviewer"),
                        name="evidence_grade_once",
                        violation_error_message="A reviewer grades once in a round.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("is_consensus", True)),
                        fields=("round",),
                        name="evidence_grade_one_consensus",
                        violation_error_message="A round has one consensus.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("method", "grade"),
                                (
                                    "verdict__in",
                                    [
                                        evidence.certainty.words.Verdict["CANT_SAY"],
                                        evidence.certainty.words.Verdict["CONFLICTING"],
                                        evidence.certainty.words.Verdict[
                                            "CONTRADICTED"
                                        ],
                                        evidence.certainty.words.Verdict["SUPPORTED"],
                                    ],
                                ),
                            ),
                            models.Q(
                                ("method", "grade_prognosis"),
                                (
                                    "verdict__in",
                                    [
                                        evidence.certainty.words.Verdict["CANT_SAY"],
                                        evidence.certainty.words.Verdict["CONFLICTING"],
                                        evidence.certainty.words.Verdict[
                                            "CONTRADICTED"
                                        ],
                                        evidence.certainty.words.Verdict["SUPPORTED"],
                                    ],
                                ),
                            ),
                            models.Q(
                                ("method", "record_check"),
                                (
                                    "verdict__in",
                                    [
                                        evidence.certainty.words.Verdict["AGREES"],
                                        evidence.certainty.words.Verdict["CANT_SAY"],
                                        evidence.certainty.words.Verdict[
                                            "CHANGED_SINCE"
                                        ],
                                        evidence.certainty.words.Verdict["CONFIRMED"],
                                        evidence.certainty.words.Verdict[
                                            "CONTRADICTED"
                                        ],
                                        evidence.certainty.words.Verdict["DIFFERS"],
                                        evidence.certainty.words.Verdict[
                                            "DIFFERS_IN_PART"
                                        ],
                                        evidence.certainty.words.Verdict[
                                            "NOT_CONFIRMED"
                                        ],
                                        evidence.certainty.words.Verdict[
                                            "NOT_RECOMMENDED"
                                        ],
                                        evidence.certainty.words.Verdict["RECOMMENDED"],
                                        evidence.certainty.words.Verdict["SUPPORTED"],
                                    ],
                                ),
                            ),
                            models.Q(
                                ("method", "search_check"),
                                (
                                    "verdict__in",
                                    [
                                        evidence.certainty.words.Verdict["ACCURATE"],
                                        evidence.certainty.words.Verdict["CANT_SAY"],
                                        evidence.certainty.words.Verdict[
                                            "NOT_ACCURATE"
                                        ],
                                        evidence.certainty.words.Verdict["OUTDATED"],
                                    ],
                                ),
                            ),
                            models.Q(
                                ("method", "kind_of_evidence"),
                                (
                                    "verdict__in",
                                    [
                                        evidence.certainty.words.Verdict["CANT_SAY"],
                                        evidence.certainty.words.Verdict["NOT_SHOWN"],
                                        evidence.certainty.words.Verdict[
                                            "SHOWN_IN_ANIMALS"
                                        ],
                                        evidence.certainty.words.Verdict[
                                            "SHOWN_IN_CELLS"
                                        ],
                                        evidence.certainty.words.Verdict[
                                            "SHOWN_IN_PEOPLE"
                                        ],
                                    ],
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_grade_words_fit_method",
                        violation_error_message="The method has no such verdict.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                (
                                    "certainty__in",
                                    ["high", "moderate", "low", "very_low"],
                                ),
                                ("method__in", ["grade", "grade_prognosis"]),
                            ),
                            models.Q(
                                models.Q(
                                    ("method__in", ["grade", "grade_prognosis"]),
                                    _negated=True,
                                ),
                                ("certainty", "not_applicable"),
                                ("leaning", ""),
                                ("size_class", ""),
                                ("target", ""),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_grade_certainty_fits_method",
                        violation_error_message="GRADE rates certainty; the other methods rate none, and have no target, size or leaning.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("certainty", "very_low"), _negated=True),
                            ("verdict", "cant_say"),
                            _connector="OR",
                        ),
                        name="evidence_grade_very_low_cant_say",
                        violation_error_message="With very low certainty the verdict is can't say, with a leaning if any.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("leaning", ""), ("verdict", "cant_say"), _connector="OR"
                        ),
                        name="evidence_grade_leaning_of_cant_say",
                        violation_error_message="Only can't say has a leaning.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("verdict", "cant_say"),
                                models.Q(("cant_say_because", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("verdict", "cant_say"), _negated=True),
                                ("cant_say_because", ""),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_grade_cant_say_why",
                        violation_error_message="Can't say keeps its reason.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("target", "above_threshold"), _negated=True),
                            models.Q(("threshold", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_grade_threshold_stated",
                        violation_error_message="A threshold is stated where one is rated.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("submitted_at", None),
                            models.Q(
                                models.Q(("sentence", ""), _negated=True),
                                models.Q(
                                    models.Q(
                                        ("method__in", ["grade", "grade_prognosis"]),
                                        _negated=True,
                                    ),
                                    models.Q(("target", ""), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_grade_submitted_whole",
                        violation_error_message="A submitted grade has its sentence, and by GRADE what it rates.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "method__in",
                                [
                                    "grade",
                                    "grade_prognosis",
                                    "record_check",
                                    "search_check",
                                    "kind_of_evidence",
                                ],
                            )
                        ),
                        name="evidence_grade_method_word",
                        violation_error_message="Method must be one of: grade, grade_prognosis, record_check, search_check, kind_of_evidence.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "target__in",
                                ["", "any_effect", "above_threshold", "little_or_no"],
                            )
                        ),
                        name="evidence_grade_target_word",
                        violation_error_message="Target must be one of: any_effect, above_threshold, little_or_no.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "size_class__in",
                                ["", "large", "moderate", "small", "trivial"],
                            )
                        ),
                        name="evidence_grade_size_class_word",
                        violation_error_message="Size class must be one of: large, moderate, small, trivial.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "certainty__in",
                                [
                                    "high",
                                    "moderate",
                                    "low",
                                    "very_low",
                                    "not_graded",
                                    "not_applicable",
                                ],
                            )
                        ),
                        name="evidence_grade_certainty_word",
                        violation_error_message="Certainty must be one of: high, moderate, low, very_low, not_graded, not_applicable.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "verdict__in",
                                [
                                    "not_graded",
                                    "supported",
                                    "contradicted",
                                    "conflicting",
                                    "cant_say",
                                    "shown_in_people",
                                    "shown_in_animals",
                                    "shown_in_cells",
                                    "not_shown",
                                    "accurate",
                                    "outdated",
                                    "not_accurate",
                                    "confirmed",
                                    "not_confirmed",
                                    "changed_since",
                                    "agrees",
                                    "differs_in_part",
                                    "differs",
                                    "recommended",
                                    "not_recommended",
                                ],
                            )
                        ),
                        name="evidence_grade_verdict_word",
                        violation_error_message="Verdict must be one of: not_graded, supported, contradicted, conflicting, cant_say, shown_in_people, shown_in_animals, shown_in_cells, not_shown, accurate, outdated, not_accurate, confirmed, not_confirmed, changed_since, agrees, differs_in_part, differs, recommended, not_recommended.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("leaning__in", ["", "supported", "contradicted"])
                        ),
                        name="evidence_grade_leaning_word",
                        violation_error_message="Leaning must be one of: supported, contradicted.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "cant_say_because__in",
                                [
                                    "",
                                    "not_searched",
                                    "none_found",
                                    "only_ongoing",
                                    "only_preclinical",
                                    "only_second_hand",
                                    "circular",
                                    "too_uncertain",
                                ],
                            )
                        ),
                        name="evidence_grade_cant_say_because_word",
                        violation_error_message="Cant say because must be one of: not_searched, none_found, only_ongoing, only_preclinical, only_second_hand, circular, too_uncertain.",
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("unfiltered", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="GradeEvent",
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
                        to="evidence.grade",
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
                    "round",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.claimround",
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
                ("is_consensus", models.BooleanField(default=False)),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("grade", "GRADE"),
                            ("grade_prognosis", "GRADE for prognosis"),
                            ("record_check", "record check"),
                            ("search_check", "search check"),
                            ("kind_of_evidence", "kind of evidence"),
                        ],
                        max_length=18,
                    ),
                ),
                (
                    "target",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("any_effect", "any effect"),
                            ("above_threshold", "an effect above a threshold"),
                            ("little_or_no", "little or no difference"),
                        ],
                        max_length=16,
                    ),
                ),
                ("threshold", models.CharField(blank=True, max_length=200)),
                (
                    "size_class",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("large", "large"),
                            ("moderate", "moderate"),
                            ("small", "small but important"),
                            ("trivial", "trivial or none"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("moderate", "moderate"),
                            ("low", "low"),
                            ("very_low", "very low"),
                            ("not_graded", "not graded"),
                            ("not_applicable", "not applicable"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("not_graded", "not graded"),
                            ("supported", "supported"),
                            ("contradicted", "contradicted"),
                            ("conflicting", "conflicting"),
                            ("cant_say", "can't say"),
                            ("shown_in_people", "shown in people"),
                            ("shown_in_animals", "shown in animals"),
                            ("shown_in_cells", "shown in cells"),
                            ("not_shown", "proposed, not shown"),
                            ("accurate", "accurate"),
                            ("outdated", "outdated"),
                            ("not_accurate", "not accurate"),
                            ("confirmed", "confirmed"),
                            ("not_confirmed", "not confirmed"),
                            ("changed_since", "changed since"),
                            ("agrees", "agrees with the source"),
                            ("differs_in_part", "differs in part from the source"),
                            ("differs", "differs from the source"),
                            ("recommended", "a guideline recommends it"),
                            ("not_recommended", "the guideline does not recommend it"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "leaning",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "none"),
                            ("supported", "leaning to supported"),
                            ("contradicted", "leaning to contradicted"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "cant_say_because",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "—"),
                            ("not_searched", "not searched"),
                            ("none_found", "searched and none found"),
                            ("only_ongoing", "only ongoing studies"),
                            ("only_preclinical", "only animal or laboratory studies"),
                            ("only_second_hand", "no evidence read at its source"),
                            (
                                "circular",
                                "no evidence read at its source: only articles that claim it tell of it",
                            ),
                            ("too_uncertain", "too uncertain"),
                        ],
                        max_length=18,
                    ),
                ),
                ("sentence", models.TextField(blank=True)),
                ("explanation", models.TextField(blank=True)),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="GradeGroup",
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
                    "grade",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="groups",
                        to="evidence.grade",
                    ),
                ),
                (
                    "designs",
                    models.CharField(
                        choices=[
                            ("randomised", "randomised"),
                            ("other", "not randomised"),
                        ],
                        max_length=10,
                    ),
                ),
                ("verdict_rests_on_it", models.BooleanField(default=False)),
                (
                    "start",
                    models.CharField(
                        choices=[
                            ("rct", "High: randomised"),
                            ("nrs", "Low: not randomised"),
                            (
                                "nrs_robins_i",
                                "High: not randomised, judged with ROBINS-I",
                            ),
                            ("prognosis", "High: observational, for prognosis"),
                        ],
                        max_length=12,
                    ),
                ),
                ("risk_of_bias", models.PositiveSmallIntegerField(default=0)),
                ("risk_of_bias_why", models.TextField(blank=True)),
                ("inconsistency", models.PositiveSmallIntegerField(default=0)),
                ("inconsistency_why", models.TextField(blank=True)),
                ("indirectness", models.PositiveSmallIntegerField(default=0)),
                ("indirectness_why", models.TextField(blank=True)),
                ("imprecision", models.PositiveSmallIntegerField(default=0)),
                ("imprecision_why", models.TextField(blank=True)),
                (
                    "publication_bias",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                ("publication_bias_why", models.TextField(blank=True)),
                ("large_effect", models.PositiveSmallIntegerField(default=0)),
                ("large_effect_why", models.TextField(blank=True)),
                ("dose_response", models.PositiveSmallIntegerField(default=0)),
                ("dose_response_why", models.TextField(blank=True)),
                ("opposing_confounding", models.PositiveSmallIntegerField(default=0)),
                ("opposing_confounding_why", models.TextField(blank=True)),
                (
                    "override_why",
                    models.TextField(
                        blank=True,
                        help_text="why it is rated up although the method advises against",
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("moderate", "moderate"),
                            ("low", "low"),
                            ("very_low", "very low"),
                            ("not_graded", "not graded"),
                            ("not_applicable", "not applicable"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "pooled",
                    models.JSONField(blank=True, help_text="pooled numbers", null=True),
                ),
            ],
            options={
                "base_manager_name": "unfiltered",
                "default_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("risk_of_bias", 0),
                            ("risk_of_bias__isnull", True),
                            models.Q(("risk_of_bias_why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_risk_of_bias_explained",
                        violation_error_message="Risk of bias: a rating other than none needs an explanation.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("inconsistency", 0),
                            ("inconsistency__isnull", True),
                            models.Q(("inconsistency_why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_inconsistency_explained",
                        violation_error_message="Inconsistency: a rating other than none needs an explanation.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("indirectness", 0),
                            ("indirectness__isnull", True),
                            models.Q(("indirectness_why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_indirectness_explained",
                        violation_error_message="Indirectness: a rating other than none needs an explanation.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("imprecision", 0),
                            ("imprecision__isnull", True),
                            models.Q(("imprecision_why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_imprecision_explained",
                        violation_error_message="Imprecision: a rating other than none needs an explanation.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("publication_bias", 0),
                            ("publication_bias__isnull", True),
                            models.Q(("publication_bias_why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_publication_bias_explained",
                        violation_error_message="Publication bias: a rating other than none needs an explanation.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("large_effect", 0),
                            ("large_effect__isnull", True),
                            models.Q(("large_effect_why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_large_effect_explained",
                        violation_error_message="Large effect: a rating other than none needs an explanation.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dose_response", 0),
                            ("dose_response__isnull", True),
                            models.Q(("dose_response_why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_dose_response_explained",
                        violation_error_message="Dose response: a rating other than none needs an explanation.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opposing_confounding", 0),
                            ("opposing_confounding__isnull", True),
                            models.Q(("opposing_confounding_why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_opposing_confounding_explained",
                        violation_error_message="Opposing confounding: a rating other than none needs an explanation.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("risk_of_bias__isnull", True),
                            ("risk_of_bias__lte", 3),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_risk_of_bias_range",
                        violation_error_message="Risk of bias: at most 3 levels.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("inconsistency__isnull", True),
                            ("inconsistency__lte", 2),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_inconsistency_range",
                        violation_error_message="Inconsistency: at most 2 levels.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("indirectness__isnull", True),
                            ("indirectness__lte", 2),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_indirectness_range",
                        violation_error_message="Indirectness: at most 2 levels.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("imprecision__isnull", True),
                            ("imprecision__lte", 3),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_imprecision_range",
                        violation_error_message="Imprecision: at most 3 levels.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("publication_bias__isnull", True),
                            ("publication_bias__lte", 1),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_publication_bias_range",
                        violation_error_message="Publication bias: at most 1 levels.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("large_effect__isnull", True),
                            ("large_effect__lte", 2),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_large_effect_range",
                        violation_error_message="Large effect: at most 2 levels.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dose_response__isnull", True),
                            ("dose_response__lte", 1),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_dose_response_range",
                        violation_error_message="Dose response: at most 1 levels.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opposing_confounding__isnull", True),
                            ("opposing_confounding__lte", 1),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_opposing_confounding_range",
                        violation_error_message="Opposing confounding: at most 1 levels.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("risk_of_bias__lte", 2),
                            ("start", "nrs_robins_i"),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_third_level_of_bias",
                        violation_error_message="Risk of bias: a third level only where ROBINS-I was used.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start", "prognosis"),
                            models.Q(("designs", "randomised"), ("start", "rct")),
                            models.Q(
                                ("designs", "other"),
                                ("start__in", ["nrs", "nrs_robins_i"]),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_start_of_designs",
                        violation_error_message="Randomised evidence starts high; other evidence does not start as if it were randomised.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.Exact(
                                django.db.models.functions.comparison.Least(
                                    django.db.models.functions.comparison.Greatest(
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                models.Case(
                                                    models.When(
                                                        start__in=[
                                                            "rct",
                                                            "nrs_robins_i",
                                                            "prognosis",
                                                        ],
                                                        then=models.Value(4),
                                                    ),
                                                    default=models.Value(2),
                                                ),
                                                "-",
                                                django.db.models.expressions.CombinedExpression(
                                                    django.db.models.expressions.CombinedExpression(
                                                        django.db.models.expressions.CombinedExpression(
                                                            django.db.models.expressions.CombinedExpression(
                                                                models.F(
                                                                    "risk_of_bias"
                                                                ),
                                                                "+",
                                                                models.F(
                                                                    "inconsistency"
                                                                ),
                                                            ),
                                                            "+",
                                                            models.F("indirectness"),
                                                        ),
                                                        "+",
                                                        models.F("imprecision"),
                                                    ),
                                                    "+",
                                                    django.db.models.functions.comparison.Coalesce(
                                                        models.F("publication_bias"), 0
                                                    ),
                                                ),
                                            ),
                                            "+",
                                            django.db.models.expressions.CombinedExpression(
                                                django.db.models.expressions.CombinedExpression(
                                                    models.F("large_effect"),
                                                    "+",
                                                    models.F("dose_response"),
                                                ),
                                                "+",
                                                models.F("opposing_confounding"),
                                            ),
                                        ),
                                        models.Value(1),
                                    ),
                                    models.Value(4),
                                ),
                                models.Case(
                                    models.When(certainty="high", then=models.Value(4)),
                                    models.When(
                                        certainty="moderate", then=models.Value(3)
                                    ),
                                    models.When(certainty="low", then=models.Value(2)),
                                    models.When(
                                        certainty="very_low", then=models.Value(1)
                                    ),
                                    default=models.Value(0),
                                    output_field=models.IntegerField(),
                                ),
                            )
                        ),
                        name="evidence_gradegroup_certainty_follows",
                        violation_error_message="Certainty is where the designs start, less what was rated down, plus what was rated up.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("dose_response", 0),
                                ("large_effect", 0),
                                ("opposing_confounding", 0),
                            ),
                            models.Q(("override_why", ""), _negated=True),
                            models.Q(
                                ("imprecision", 0),
                                ("inconsistency", 0),
                                ("indirectness", 0),
                                ("risk_of_bias", 0),
                                ("start__in", ["nrs", "prognosis"]),
                                models.Q(
                                    ("publication_bias", None),
                                    ("publication_bias", 0),
                                    _connector="OR",
                                ),
                            ),
                            models.Q(
                                ("imprecision", 0),
                                ("inconsistency", 0),
                                ("indirectness", 0),
                                ("start", "nrs_robins_i"),
                                models.Q(
                                    ("publication_bias", None),
                                    ("publication_bias", 0),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_up_needs_override",
                        violation_error_message="Rating up randomised trials, or evidence that was rated down, needs a written reason.",
                    ),
                    models.UniqueConstraint(
                        fields=("grade", "designs"),
                        name="evidence_gradegroup_once",
                        violation_error_message="These designs are graded already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("verdict_rests_on_it", True)),
                        fields=("grade",),
                        name="evidence_gradegroup_one_carries",
                        violation_error_message="The verdict rests on one group of designs.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("designs__in", ["randomised", "other"])),
                        name="evidence_gradegroup_designs_word",
                        violation_error_message="Designs must be one of: randomised, other.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("start__in", ["rct", "nrs", "nrs_robins_i", "prognosis"])
                        ),
                        name="evidence_gradegroup_start_word",
                        violation_error_message="Start must be one of: rct, nrs, nrs_robins_i, prognosis.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "certainty__in",
                                [
                                    "high",
                                    "moderate",
                                    "low",
                                    "very_low",
                                    "not_graded",
                                    "not_applicable",
                                ],
                            )
                        ),
                        name="evidence_gradegroup_certainty_word",
                        violation_error_message="Certainty must be one of: high, moderate, low, very_low, not_graded, not_applicable.",
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("unfiltered", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="GradeGroupEvent",
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
                        to="evidence.gradegroup",
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
                    "grade",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.grade",
                    ),
                ),
                (
                    "designs",
                    models.CharField(
                        choices=[
                            ("randomised", "randomised"),
                            ("other", "not randomised"),
                        ],
                        max_length=10,
                    ),
                ),
                ("verdict_rests_on_it", models.BooleanField(default=False)),
                (
                    "start",
                    models.CharField(
                        choices=[
                            ("rct", "High: randomised"),
                            ("nrs", "Low: not randomised"),
                            (
                                "nrs_robins_i",
                                "High: not randomised, judged with ROBINS-I",
                            ),
                            ("prognosis", "High: observational, for prognosis"),
                        ],
                        max_length=12,
                    ),
                ),
                ("risk_of_bias", models.PositiveSmallIntegerField(default=0)),
                ("risk_of_bias_why", models.TextField(blank=True)),
                ("inconsistency", models.PositiveSmallIntegerField(default=0)),
                ("inconsistency_why", models.TextField(blank=True)),
                ("indirectness", models.PositiveSmallIntegerField(default=0)),
                ("indirectness_why", models.TextField(blank=True)),
                ("imprecision", models.PositiveSmallIntegerField(default=0)),
                ("imprecision_why", models.TextField(blank=True)),
                (
                    "publication_bias",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                ("publication_bias_why", models.TextField(blank=True)),
                ("large_effect", models.PositiveSmallIntegerField(default=0)),
                ("large_effect_why", models.TextField(blank=True)),
                ("dose_response", models.PositiveSmallIntegerField(default=0)),
                ("dose_response_why", models.TextField(blank=True)),
                ("opposing_confounding", models.PositiveSmallIntegerField(default=0)),
                ("opposing_confounding_why", models.TextField(blank=True)),
                (
                    "override_why",
                    models.TextField(
                        blank=True,
                        help_text="why it is rated up although the method advises against",
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=[
                            ("high", "high"),
                            ("moderate", "moderate"),
                            ("low", "low"),
                            ("very_low", "very low"),
                            ("not_graded", "not graded"),
                            ("not_applicable", "not applicable"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "pooled",
                    models.JSONField(blank=True, help_text="pooled numbers", null=True),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="ItemReading",
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
                    "grade",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="evidence.grade",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="readings",
                        to="evidence.evidenceitem",
                    ),
                ),
                (
                    "bearing",
                    models.CharField(
                        choices=[
                            ("", "not set"),
                            ("supports", "supports"),
                            ("contradicts", "contradicts"),
                            ("little_to_no_difference", "little to no difference"),
                            ("inconclusive", "inconclusive"),
                            ("does_not_address", "does not address"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "population_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("same", "same"),
                            ("narrower", "narrower"),
                            ("broader", "broader"),
                            ("other", "other"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "intervention_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("same", "same"),
                            ("narrower", "narrower"),
                            ("broader", "broader"),
                            ("other", "other"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "comparator_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("same", "same"),
                            ("narrower", "narrower"),
                            ("broader", "broader"),
                            ("other", "other"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "outcome_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("same", "same"),
                            ("narrower", "narrower"),
                            ("broader", "broader"),
                            ("other", "other"),
                        ],
                        max_length=8,
                    ),
                ),
            ],
            options={
                "base_manager_name": "unfiltered",
                "default_manager_name": "objects",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("bearing", ""), _negated=True),
                        name="evidence_itemreading_judged",
                        violation_error_message="A reading says what the item shows.",
                    ),
                    models.UniqueConstraint(
                        fields=("grade", "item"),
                        name="evidence_itemreading_once",
                        violation_error_message="This item is read in this grade already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "bearing__in",
                                [
                                    "",
                                    "supports",
                                    "contradicts",
                                    "little_to_no_difference",
                                    "inconclusive",
                                    "does_not_address",
                                ],
                            )
                        ),
                        name="evidence_itemreading_bearing_word",
                        violation_error_message="Bearing must be one of: supports, contradicts, little_to_no_difference, inconclusive, does_not_address.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "population_match__in",
                                ["", "same", "narrower", "broader", "other"],
                            )
                        ),
                        name="evidence_itemreading_population_match_word",
                        violation_error_message="Population match must be one of: same, narrower, broader, other.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "intervention_match__in",
                                ["", "same", "narrower", "broader", "other"],
                            )
                        ),
                        name="evidence_itemreading_intervention_match_word",
                        violation_error_message="Intervention match must be one of: same, narrower, broader, other.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "comparator_match__in",
                                ["", "same", "narrower", "broader", "other"],
                            )
                        ),
                        name="evidence_itemreading_comparator_match_word",
                        violation_error_message="Comparator match must be one of: same, narrower, broader, other.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "outcome_match__in",
                                ["", "same", "narrower", "broader", "other"],
                            )
                        ),
                        name="evidence_itemreading_outcome_match_word",
                        violation_error_message="Outcome match must be one of: same, narrower, broader, other.",
                    ),
                ],
            },
            managers=[
                ("objects", django.db.models.manager.Manager()),
                ("unfiltered", django.db.models.manager.Manager()),
            ],
        ),
        migrations.CreateModel(
            name="ItemReadingEvent",
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
                        to="evidence.itemreading",
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
                    "grade",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.grade",
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.evidenceitem",
                    ),
                ),
                (
                    "bearing",
                    models.CharField(
                        choices=[
                            ("", "not set"),
                            ("supports", "supports"),
                            ("contradicts", "contradicts"),
                            ("little_to_no_difference", "little to no difference"),
                            ("inconclusive", "inconclusive"),
                            ("does_not_address", "does not address"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "population_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("same", "same"),
                            ("narrower", "narrower"),
                            ("broader", "broader"),
                            ("other", "other"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "intervention_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("same", "same"),
                            ("narrower", "narrower"),
                            ("broader", "broader"),
                            ("other", "other"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "comparator_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("same", "same"),
                            ("narrower", "narrower"),
                            ("broader", "broader"),
                            ("other", "other"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "outcome_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not set"),
                            ("same", "same"),
                            ("narrower", "narrower"),
                            ("broader", "broader"),
                            ("other", "other"),
                        ],
                        max_length=8,
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="topic",
            name="studies",
            field=models.ManyToManyField(
                blank=True,
                related_name="topics",
                through="evidence.StudyTopic",
                to="studies.study",
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="topics",
            field=models.ManyToManyField(
                blank=True,
                related_name="articles",
                through="evidence.ArticleTopic",
                to="evidence.topic",
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="topics",
            field=models.ManyToManyField(
                blank=True,
                related_name="claims",
                through="evidence.ClaimTopic",
                to="evidence.topic",
            ),
        ),
        migrations.AddField(
            model_name="citedwork",
            name="checks",
            field=models.ManyToManyField(
                blank=True,
                related_name="cited_works",
                through="evidence.CitedWorkCheck",
                to="studies.referencecheck",
            ),
        ),
        migrations.AddField(
            model_name="citation",
            name="mentions",
            field=models.ManyToManyField(
                related_name="citations",
                through="evidence.MentionCitation",
                to="evidence.mention",
            ),
        ),
        core.migration_operations.InstallTriggers(
            triggers={
                "anchor": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="0546729e3a04b0b06a784a658c3765b1db86f58c",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_8cc19",
                            table="evidence_anchor",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.anchor', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="900d1905ce686ffa004a01e55aaf88eee2a518a1",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_a3b4a",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_anchor",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.anchor', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="383bb43ce1fda2558ec2890aeb8f8ed6e24df465",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_7047a",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_anchor",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.anchor', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="bf84fda18cc7d408e4fc6b35abe7cac0c244642c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_10d97",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_anchor",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_anchorevent" ("citation_id", "covers_end", "covers_start", "created_at", "end", "exact", "hedged", "id", "mention_id", "mode", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "revision", "start", "state", "suffix", "version_id") VALUES (OLD."citation_id", OLD."covers_end", OLD."covers_start", OLD."created_at", OLD."end", OLD."exact", OLD."hedged", OLD."id", OLD."mention_id", OLD."mode", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."prefix", OLD."revision", OLD."start", OLD."state", OLD."suffix", OLD."version_id"); RETURN NULL;',
                            hash="3a0e6abb88bf96703ed096fdc6814f04e5b604f0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b135d",
                            table="evidence_anchor",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_anchorevent" ("citation_id", "covers_end", "covers_start", "created_at", "end", "exact", "hedged", "id", "mention_id", "mode", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "prefix", "revision", "start", "state", "suffix", "version_id") SELECT old_values."citation_id", old_values."covers_end", old_values."covers_start", old_values."created_at", old_values."end", old_values."exact", old_values."hedged", old_values."id", old_values."mention_id", old_values."mode", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."prefix", old_values."revision", old_values."start", old_values."state", old_values."suffix", old_values."version_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="0e6e8d886443a51a9eba26a9649f290b7d732bb8",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_26cd0",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_anchor",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="of_one_article",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF (SELECT count(*) FROM (SELECT t.article_id FROM evidence_articleversion t WHERE t.id = NEW.version_id UNION SELECT t.article_id FROM evidence_mention t WHERE t.id = NEW.mention_id UNION SELECT t.article_id FROM evidence_citation t WHERE t.id = NEW.citation_id) a) > 1 THEN\n                RAISE EXCEPTION 'All that a row names is of one article.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'of_one_article';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="103bd0d1231b5bdb491aacd85573f9769a248145",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_of_one_article_4dac5",
                            table="evidence_anchor",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="anchor_quotes_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF \n    NEW.start IS NOT NULL AND EXISTS (\n        SELECT 1 FROM evidence_articleversion v WHERE v.id = NEW.version_id\n            AND substr(v.text, NEW.start + 1, NEW.\"end\" - NEW.start) <> NEW.exact)\n THEN\n                RAISE EXCEPTION 'An anchor''s words are those of its version at its place.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'anchor_quotes_version';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="077496dc4958d1f398e0984c0f83f1b5efb83a7f",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_anchor_quotes_version_d99af",
                            table="evidence_anchor",
                            when="BEFORE",
                        ),
                    ),
                ],
                "anchorevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5e736f19aff4ac1291228737d9e98b1a9a00d3bf",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_fc560",
                            table="evidence_anchorevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "article": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="d36e8cbcf27514aef778faf4e18205f52560af89",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_951d4",
                            table="evidence_article",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.article', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="64fa0908aa52d1acb720dd9f49afb81985505fba",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_abf6a",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_article",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.article', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="4f7a850d09fc435a6685d1da8ec6e240c7caeea2",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_7acfa",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_article",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.article', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="bb1718590132dff4e0f7876a320da5dd9e38ecfc",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_cec23",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_article",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="merges_into_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id AND EXISTS (\n        SELECT 1 FROM evidence_article t\n        WHERE t.id = NEW.merged_into_id AND t.merged_into_id IS NOT NULL) THEN\n                RAISE EXCEPTION 'Merge into the row that stands, not into one that was merged.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'merges_into_what_stands';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="37c968dbf836c4396e6cb9c2772cd519373a87bd",
                            operation="UPDATE",
                            pgid="pgtrigger_merges_into_what_stands_ab918",
                            table="evidence_article",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_articleevent" ("author", "created_at", "id", "licence", "merged_into_id", "modified", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "revision", "same_text_as_id", "sample", "sells", "title", "title_made", "url", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (OLD."author", OLD."created_at", OLD."id", OLD."licence", OLD."merged_into_id", OLD."modified", OLD."outlet_id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."published", OLD."revision", OLD."same_text_as_id", OLD."sample", OLD."sells", OLD."title", OLD."title_made", OLD."url", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_reason"); RETURN NULL;',
                            hash="888f89de918eaa97818ff8042f654ca6abbed518",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3c26c",
                            table="evidence_article",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_articleevent" ("author", "created_at", "id", "licence", "merged_into_id", "modified", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "revision", "same_text_as_id", "sample", "sells", "title", "title_made", "url", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT old_values."author", old_values."created_at", old_values."id", old_values."licence", old_values."merged_into_id", old_values."modified", old_values."outlet_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."published", old_values."revision", old_values."same_text_as_id", old_values."sample", old_values."sells", old_values."title", old_values."title_made", old_values."url", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="7d21f5362edd34bbbef380eb08bd0669749d64e3",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3b061",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_article",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="copy_of_the_first",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF \n    NEW.same_text_as_id IS NOT NULL AND (\n        EXISTS (SELECT 1 FROM evidence_article t\n            WHERE t.id = NEW.same_text_as_id AND t.same_text_as_id IS NOT NULL)\n        OR EXISTS (SELECT 1 FROM evidence_article t WHERE t.same_text_as_id = NEW.id))\n THEN\n                RAISE EXCEPTION 'A near copy names the first article of its text, not another copy.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'copy_of_the_first';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="7c1be3b6ff332ed724ee2f8adc0145ebf66f2066",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_copy_of_the_first_babd9",
                            table="evidence_article",
                            when="BEFORE",
                        ),
                    ),
                ],
                "articleevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2fc914733608921220bc2fbc51cfc3734bce7cea",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_88a26",
                            table="evidence_articleevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "articletopic": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="306516b95ce542e3464c017c73f862afe977cd24",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_eb4e4",
                            table="evidence_articletopic",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.articletopic', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="830a8369031fbb7b055068065690938f58bf2ac6",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_34ed2",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_articletopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.articletopic', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="24480256014381a26aaa70ad542a877f96425eab",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_98b38",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_articletopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.articletopic', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="a2e30411bc3d15bfdc520cf994c671231791ea73",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_c0805",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_articletopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_articletopicevent" ("article_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "topic_id") VALUES (OLD."article_id", OLD."created_at", OLD."id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."revision", OLD."topic_id"); RETURN NULL;',
                            hash="ae023b15b5cd1a772e9d42a5b78fbb4bee1e98c3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c7a33",
                            table="evidence_articletopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_articletopicevent" ("article_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "topic_id") SELECT old_values."article_id", old_values."created_at", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."revision", old_values."topic_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="1a8df7fc609b84a9ca526b3834fbfe42bafcf4ec",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_07400",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_articletopic",
                            when="AFTER",
                        ),
                    ),
                ],
                "articletopicevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2c70d07f803582118c1eb37068b65b7d53d38f1c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_79560",
                            table="evidence_articletopicevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "articleversion": [
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.articleversion', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="9838c46546a39e9d2d2c7009306275a5236dc520",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_32fd5",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_articleversion",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="immutable_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF true THEN\n                RAISE EXCEPTION 'A capture of an article is a record of the past and cannot be changed or removed.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'immutable_update';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="87ae0e315daf40fb2c4ede9c33d8742c4327b926",
                            operation="UPDATE",
                            pgid="pgtrigger_immutable_update_80070",
                            table="evidence_articleversion",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="immutable_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF true THEN\n                RAISE EXCEPTION 'A capture of an article is a record of the past and cannot be changed or removed.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'immutable_delete';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="3fd8b1d135c00b2e5aacc67c8ba6f6314f1f2b9f",
                            operation="DELETE",
                            pgid="pgtrigger_immutable_delete_d4950",
                            table="evidence_articleversion",
                            when="BEFORE",
                        ),
                    ),
                ],
                "citation": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="fe569f80b9ef435fe9873fa3e8ececf9231ec043",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_89b2e",
                            table="evidence_citation",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.citation', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="885984e56e6bae544f92a25fb3e096a16d4020de",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_79147",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_citation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.citation', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="6da4b356550faad45960a7c048c5519e7e580c41",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_e18f4",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_citation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.citation', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="65d9b383c3afccdf4f4bbba2b339e1fe4bb2a18a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_eeb34",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_citation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_citationevent" ("article_id", "cited_work_id", "created_at", "id", "marker", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision") VALUES (OLD."article_id", OLD."cited_work_id", OLD."created_at", OLD."id", OLD."marker", OLD."origin", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."revision"); RETURN NULL;',
                            hash="76709758cb4a7056d523810be88fbd5d9ad5d54d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_aa449",
                            table="evidence_citation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_citationevent" ("article_id", "cited_work_id", "created_at", "id", "marker", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision") SELECT old_values."article_id", old_values."cited_work_id", old_values."created_at", old_values."id", old_values."marker", old_values."origin", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."revision" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="479acda041e89394f34df2ea695dffe07eecf137",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_46c3e",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_citation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="stays_with_article",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.article_id IS DISTINCT FROM OLD.article_id THEN\n                RAISE EXCEPTION 'What stands in an article stays with that article.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'stays_with_article';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="caec5e3c649dab2ea4e1315b995c40806bdff084",
                            operation="UPDATE",
                            pgid="pgtrigger_stays_with_article_c6456",
                            table="evidence_citation",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="of_one_article",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (SELECT 1 FROM evidence_citedwork t WHERE t.id = NEW.cited_work_id\n            AND t.article_id <> NEW.article_id) THEN\n                RAISE EXCEPTION 'All that a row names is of one article.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'of_one_article';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="6fd7aaedd810ec6b048c481a74345d94664ba9e5",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_of_one_article_e4b3f",
                            table="evidence_citation",
                            when="BEFORE",
                        ),
                    ),
                ],
                "citationevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a96daa7a5885376fba21b89c604ba0c73c9fe6be",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_ce63d",
                            table="evidence_citationevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "citationsupport": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="80a2394b5921ec9fff300f8326aced6388905dbd",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_ff212",
                            table="evidence_citationsupport",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.citationsupport', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="221d3b2431d76e94bf2229277d6a697b1d4d6758",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_f2778",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_citationsupport",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.citationsupport', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="745617a98c6f9ede7ba7416986840b316aa0be51",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_39f62",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_citationsupport",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.citationsupport', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="bbd35411925ddc800a512edad88e9c523845da1f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_e4b93",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_citationsupport",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_citationsupportevent" ("answer", "by_id", "citation_id", "created_at", "error", "id", "mention_id", "nearest_passage", "nothing_found", "passage", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "read", "revision", "subtype", "superseded_at", "words_judged") VALUES (OLD."answer", OLD."by_id", OLD."citation_id", OLD."created_at", OLD."error", OLD."id", OLD."mention_id", OLD."nearest_passage", OLD."nothing_found", OLD."passage", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."place", OLD."read", OLD."revision", OLD."subtype", OLD."superseded_at", OLD."words_judged"); RETURN NULL;',
                            hash="b93e26496d7d586369a83cbeef7e35afae6ae620",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_3f908",
                            table="evidence_citationsupport",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_citationsupportevent" ("answer", "by_id", "citation_id", "created_at", "error", "id", "mention_id", "nearest_passage", "nothing_found", "passage", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "read", "revision", "subtype", "superseded_at", "words_judged") SELECT old_values."answer", old_values."by_id", old_values."citation_id", old_values."created_at", old_values."error", old_values."id", old_values."mention_id", old_values."nearest_passage", old_values."nothing_found", old_values."passage", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."place", old_values."read", old_values."revision", old_values."subtype", old_values."superseded_at", old_values."words_judged" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="f99663161dbf9d880ffae008109fb9f91585130a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e4dcc",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_citationsupport",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="of_one_article",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF (SELECT count(*) FROM (SELECT t.article_id FROM evidence_mention t WHERE t.id = NEW.mention_id UNION SELECT t.article_id FROM evidence_citation t WHERE t.id = NEW.citation_id) a) > 1 THEN\n                RAISE EXCEPTION 'All that a row names is of one article.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'of_one_article';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="bad084dab536b2fd50d54cd1572cd8d3853b7ab9",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_of_one_article_c75dc",
                            table="evidence_citationsupport",
                            when="BEFORE",
                        ),
                    ),
                ],
                "citationsupportevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="b60672ddbf5241d2b35276183f3d3fc54f6c499f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_09fbb",
                            table="evidence_citationsupportevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "citedwork": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="fae7a81e0f96fb9a2418cedcc8c93a65b609e02c",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_6abb7",
                            table="evidence_citedwork",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.citedwork', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="eb0fc5c9c820ec6a4da718c8f19b91ff6a9aac45",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_3d654",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_citedwork",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.citedwork', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="4152823bd2e844819994f3f055558f66c55481ea",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_02ad7",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_citedwork",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.citedwork', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="4807e66e945c419c87ff51c00d73292a75534bf9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_d9b4b",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_citedwork",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="merges_into_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id AND EXISTS (\n        SELECT 1 FROM evidence_citedwork t\n        WHERE t.id = NEW.merged_into_id AND t.merged_into_id IS NOT NULL) THEN\n                RAISE EXCEPTION 'Merge into the row that stands, not into one that was merged.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'merges_into_what_stands';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="225d73253c0d8561f87c48614c55750a6a5d0d0b",
                            operation="UPDATE",
                            pgid="pgtrigger_merges_into_what_stands_516fc",
                            table="evidence_citedwork",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_citedworkevent" ("article_id", "authors", "checked_at", "created_at", "decided_at", "decided_by_id", "decision", "doi", "found", "id", "issue", "journal", "label", "merged_into_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pmid", "reference_id", "revision", "study_id", "title", "volume", "year") VALUES (OLD."article_id", OLD."authors", OLD."checked_at", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."decision", OLD."doi", OLD."found", OLD."id", OLD."issue", OLD."journal", OLD."label", OLD."merged_into_id", OLD."page", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."pmid", OLD."reference_id", OLD."revision", OLD."study_id", OLD."title", OLD."volume", OLD."year"); RETURN NULL;',
                            hash="6f873a24bd5bb8deb03d6f7fe3f79acfe9ac0363",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_12dd3",
                            table="evidence_citedwork",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_citedworkevent" ("article_id", "authors", "checked_at", "created_at", "decided_at", "decided_by_id", "decision", "doi", "found", "id", "issue", "journal", "label", "merged_into_id", "page", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pmid", "reference_id", "revision", "study_id", "title", "volume", "year") SELECT old_values."article_id", old_values."authors", old_values."checked_at", old_values."created_at", old_values."decided_at", old_values."decided_by_id", old_values."decision", old_values."doi", old_values."found", old_values."id", old_values."issue", old_values."journal", old_values."label", old_values."merged_into_id", old_values."page", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."pmid", old_values."reference_id", old_values."revision", old_values."study_id", old_values."title", old_values."volume", old_values."year" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="e15611f1f5f43f7c6a8e86bbb10d284016806396",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f8f6d",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_citedwork",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="stays_with_article",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.article_id IS DISTINCT FROM OLD.article_id THEN\n                RAISE EXCEPTION 'What stands in an article stays with that article.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'stays_with_article';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="302deae6030a5b1e662ca7047823cef4b89fe0f3",
                            operation="UPDATE",
                            pgid="pgtrigger_stays_with_article_835ed",
                            table="evidence_citedwork",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="of_one_article",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (SELECT 1 FROM evidence_citedwork t WHERE t.id = NEW.merged_into_id\n            AND t.article_id <> NEW.article_id) THEN\n                RAISE EXCEPTION 'All that a row names is of one article.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'of_one_article';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="58b435e5a0c8018177d3bcf6db19fec24b90011a",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_of_one_article_727d5",
                            table="evidence_citedwork",
                            when="BEFORE",
                        ),
                    ),
                ],
                "citedworkcheck": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="07572b29b529e008124845a50181dc4ce2472065",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_6a56a",
                            table="evidence_citedworkcheck",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.citedworkcheck', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="99f219681cd8dca2cdebdadc847922329a7d9e17",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_dd6de",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_citedworkcheck",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.citedworkcheck', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="cc3dd32f1f9ae4441b7c791b48092bf0b282c109",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_4b023",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_citedworkcheck",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.citedworkcheck', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="49abc5aee27565f2bf2f39ae193315d6b10f409c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_57b5d",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_citedworkcheck",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_citedworkcheckevent" ("cited_work_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referencecheck_id", "revision") VALUES (OLD."cited_work_id", OLD."created_at", OLD."id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."referencecheck_id", OLD."revision"); RETURN NULL;',
                            hash="3c88564327b7d5982a30e5c5e1c80864bde22466",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2fdbf",
                            table="evidence_citedworkcheck",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_citedworkcheckevent" ("cited_work_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "referencecheck_id", "revision") SELECT old_values."cited_work_id", old_values."created_at", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."referencecheck_id", old_values."revision" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="a0bc5b5b4f10e5db8291be427678b4ce1586f979",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f94dd",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_citedworkcheck",
                            when="AFTER",
                        ),
                    ),
                ],
                "citedworkcheckevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="a261423d1163cfd35764d1228421813a9f597ca6",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_914d0",
                            table="evidence_citedworkcheckevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "citedworkentry": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="e524bb7f26bbd13f97db093051b71552591819c2",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_01b89",
                            table="evidence_citedworkentry",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.citedworkentry', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="c79e01a8c40a0fd0b2fd0678dd2a36c1556a4345",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_500b1",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_citedworkentry",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.citedworkentry', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="d1d0ce753a882755a46c5a137f79a723b316df64",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_e25df",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_citedworkentry",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.citedworkentry', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="dc9a030de85061990588d48d53e5a18aebc907ef",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_514f8",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_citedworkentry",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_citedworkentryevent" ("cited_work_id", "created_at", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raw", "revision", "version_id") VALUES (OLD."cited_work_id", OLD."created_at", OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."raw", OLD."revision", OLD."version_id"); RETURN NULL;',
                            hash="f163be3966c20830d21ef865ce74092a1d137db1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1a3ca",
                            table="evidence_citedworkentry",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_citedworkentryevent" ("cited_work_id", "created_at", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "raw", "revision", "version_id") SELECT old_values."cited_work_id", old_values."created_at", old_values."id", old_values."number", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."raw", old_values."revision", old_values."version_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="61ded20448ec7190f366045a31a55bf243e36292",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0824f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_citedworkentry",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="of_one_article",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF (SELECT count(*) FROM (SELECT t.article_id FROM evidence_articleversion t WHERE t.id = NEW.version_id UNION SELECT t.article_id FROM evidence_citedwork t WHERE t.id = NEW.cited_work_id) a) > 1 THEN\n                RAISE EXCEPTION 'All that a row names is of one article.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'of_one_article';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="eb7fcf0a287074b37743f9dc879c9f0c143e3804",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_of_one_article_40593",
                            table="evidence_citedworkentry",
                            when="BEFORE",
                        ),
                    ),
                ],
                "citedworkentryevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="00a0c9719283f10033334d42e7d8cadd8d76cff4",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_92fda",
                            table="evidence_citedworkentryevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "citedworkevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7c90533aff179cd774756e7cc5a1e9c66980bc49",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4593c",
                            table="evidence_citedworkevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "claim": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="c2284b59a3c8043f380be76d72943e63794a64cf",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_30f5b",
                            table="evidence_claim",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.claim', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="6786080467f7f772914b345b62b19408eb219b5b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_c07c4",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_claim",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.claim', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="8633ea16adb42b39098117e1543f87c7e505cf00",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_9cc1e",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_claim",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.claim', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="5abc7c6ed6b9d60724144f82fe318d679cc13ab3",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_df731",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_claim",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="merges_into_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id AND EXISTS (\n        SELECT 1 FROM evidence_claim t\n        WHERE t.id = NEW.merged_into_id AND t.merged_into_id IS NOT NULL) THEN\n                RAISE EXCEPTION 'Merge into the row that stands, not into one that was merged.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'merges_into_what_stands';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="904a5b74bd8e5a8862d17a7e87364de1d5f00fb4",
                            operation="UPDATE",
                            pgid="pgtrigger_merges_into_what_stands_f47b9",
                            table="evidence_claim",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."as_of" IS DISTINCT FROM (NEW."as_of") OR OLD."asserts" IS DISTINCT FROM (NEW."asserts") OR OLD."cant_say_because" IS DISTINCT FROM (NEW."cant_say_because") OR OLD."certainty" IS DISTINCT FROM (NEW."certainty") OR OLD."checkability" IS DISTINCT FROM (NEW."checkability") OR OLD."comparator" IS DISTINCT FROM (NEW."comparator") OR OLD."compound" IS DISTINCT FROM (NEW."compound") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."dose" IS DISTINCT FROM (NEW."dose") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."intervention" IS DISTINCT FROM (NEW."intervention") OR OLD."judged_at" IS DISTINCT FROM (NEW."judged_at") OR OLD."jurisdiction" IS DISTINCT FROM (NEW."jurisdiction") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."margin" IS DISTINCT FROM (NEW."margin") OR OLD."merged_into_id" IS DISTINCT FROM (NEW."merged_into_id") OR OLD."needs_review" IS DISTINCT FROM (NEW."needs_review") OR OLD."needs_review_why" IS DISTINCT FROM (NEW."needs_review_why") OR OLD."negated" IS DISTINCT FROM (NEW."negated") OR OLD."outcome" IS DISTINCT FROM (NEW."outcome") OR OLD."outcome_measured_id" IS DISTINCT FROM (NEW."outcome_measured_id") OR OLD."population" IS DISTINCT FROM (NEW."population") OR OLD."revision" IS DISTINCT FROM (NEW."revision") OR OLD."sample" IS DISTINCT FROM (NEW."sample") OR OLD."scope" IS DISTINCT FROM (NEW."scope") OR OLD."size" IS DISTINCT FROM (NEW."size") OR OLD."standing" IS DISTINCT FROM (NEW."standing") OR OLD."subgroup" IS DISTINCT FROM (NEW."subgroup") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."time_frame" IS DISTINCT FROM (NEW."time_frame") OR OLD."verdict" IS DISTINCT FROM (NEW."verdict") OR OLD."withdrawn_at" IS DISTINCT FROM (NEW."withdrawn_at") OR OLD."withdrawn_by_id" IS DISTINCT FROM (NEW."withdrawn_by_id") OR OLD."withdrawn_reason" IS DISTINCT FROM (NEW."withdrawn_reason"))',
                            func='INSERT INTO "evidence_claimevent" ("as_of", "asserts", "cant_say_because", "certainty", "checkability", "comparator", "compound", "created_at", "dose", "id", "intervention", "judged_at", "jurisdiction", "kind", "margin", "merged_into_id", "needs_review", "needs_review_why", "negated", "outcome", "outcome_measured_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "revision", "sample", "scope", "size", "standing", "subgroup", "text", "time_frame", "verdict", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (OLD."as_of", OLD."asserts", OLD."cant_say_because", OLD."certainty", OLD."checkability", OLD."comparator", OLD."compound", OLD."created_at", OLD."dose", OLD."id", OLD."intervention", OLD."judged_at", OLD."jurisdiction", OLD."kind", OLD."margin", OLD."merged_into_id", OLD."needs_review", OLD."needs_review_why", OLD."negated", OLD."outcome", OLD."outcome_measured_id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."population", OLD."revision", OLD."sample", OLD."scope", OLD."size", OLD."standing", OLD."subgroup", OLD."text", OLD."time_frame", OLD."verdict", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_reason"); RETURN NULL;',
                            hash="f3fd1337c93cd4715f6c9d47d3e553e6364b3318",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d3dcb",
                            table="evidence_claim",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_claimevent" ("as_of", "asserts", "cant_say_because", "certainty", "checkability", "comparator", "compound", "created_at", "dose", "id", "intervention", "judged_at", "jurisdiction", "kind", "margin", "merged_into_id", "needs_review", "needs_review_why", "negated", "outcome", "outcome_measured_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "revision", "sample", "scope", "size", "standing", "subgroup", "text", "time_frame", "verdict", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT old_values."as_of", old_values."asserts", old_values."cant_say_because", old_values."certainty", old_values."checkability", old_values."comparator", old_values."compound", old_values."created_at", old_values."dose", old_values."id", old_values."intervention", old_values."judged_at", old_values."jurisdiction", old_values."kind", old_values."margin", old_values."merged_into_id", old_values."needs_review", old_values."needs_review_why", old_values."negated", old_values."outcome", old_values."outcome_measured_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."population", old_values."revision", old_values."sample", old_values."scope", old_values."size", old_values."standing", old_values."subgroup", old_values."text", old_values."time_frame", old_values."verdict", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="cd71b0cd937a04474eb7382eb1ffdd4f1a1d08f5",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a5915",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_claim",
                            when="AFTER",
                        ),
                    ),
                ],
                "claimassignment": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="873b94c9ce751b1aaa37bade23c0e3ebb86dc514",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_3e8ff",
                            table="evidence_claimassignment",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.claimassignment', r.id, lower(TG_OP), r.revision, context,\n                (NOT EXISTS (\n    SELECT 1 FROM evidence_claimround c\n    WHERE c.id = r.round_id AND c.opened_at IS NOT NULL))\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="5811c2ac4ab68977e95dde3cb194282db583121c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_26def",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_claimassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.claimassignment', r.id, lower(TG_OP), r.revision, context,\n                (NOT EXISTS (\n    SELECT 1 FROM evidence_claimround c\n    WHERE c.id = r.round_id AND c.opened_at IS NOT NULL))\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="23c6d63ee247576c66c915683a8698ae90bdb063",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_6462e",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_claimassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.claimassignment', r.id, lower(TG_OP), r.revision, context,\n                (NOT EXISTS (\n    SELECT 1 FROM evidence_claimround c\n    WHERE c.id = r.round_id AND c.opened_at IS NOT NULL))\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="216a35b701e06fcc58782f15c930148c3551bb75",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_b2d11",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_claimassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."assigned_by_id" IS DISTINCT FROM (NEW."assigned_by_id") OR OLD."created_at" IS DISTINCT FROM (NEW."created_at") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."reviewer_id" IS DISTINCT FROM (NEW."reviewer_id") OR OLD."revision" IS DISTINCT FROM (NEW."revision") OR OLD."round_id" IS DISTINCT FROM (NEW."round_id"))',
                            func='INSERT INTO "evidence_claimassignmentevent" ("assigned_by_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "revision", "round_id") VALUES (OLD."assigned_by_id", OLD."created_at", OLD."id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."reviewer_id", OLD."revision", OLD."round_id"); RETURN NULL;',
                            hash="86e7d23b499b9fa4c8354d69027cbe98750b8ec4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_16745",
                            table="evidence_claimassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_claimassignmentevent" ("assigned_by_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "revision", "round_id") SELECT old_values."assigned_by_id", old_values."created_at", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reviewer_id", old_values."revision", old_values."round_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="bf26b3a6cae52a93b632416669e5d3800d4c1489",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_bd67f",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_claimassignment",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="begun_assignment_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n            SELECT 1 FROM evidence_grade g WHERE g.round_id = OLD.round_id\n                AND g.reviewer_id = OLD.reviewer_id AND NOT g.is_consensus) THEN\n                RAISE EXCEPTION 'This reviewer has begun to grade, so the assignment stays.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'begun_assignment_stays';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="e3c0a85ce0abeaa4d8e7f4003abbb1c27f0b140d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_begun_assignment_stays_cfe62",
                            table="evidence_claimassignment",
                            when="BEFORE",
                        ),
                    ),
                ],
                "claimassignmentevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ab73e0b5310fb894f7c01902c2adad394ce51304",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_444f0",
                            table="evidence_claimassignmentevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "claimevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="d88e548c6e3da3a77e8019ff0f51fde99e36d8f7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_95699",
                            table="evidence_claimevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "claimrelation": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="82509e9163bd60a636bd695036867c3beddc8cb7",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_75d38",
                            table="evidence_claimrelation",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.claimrelation', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="3a5e3846121b3b8b44b873f20c80e23bf4f21dc9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_817a1",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_claimrelation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.claimrelation', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="d36cc03bd5bae8e174a05ef5065419abf99d3647",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_2873d",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_claimrelation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.claimrelation', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="cd9cfaa5a9843a2e49afb4a0bdbc8b1ba1f39968",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_22b03",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_claimrelation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_claimrelationevent" ("created_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "source_id", "target_id") VALUES (OLD."created_at", OLD."id", OLD."kind", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."revision", OLD."source_id", OLD."target_id"); RETURN NULL;',
                            hash="6ade87555efc3d5b4bf9b30eb6aabe770b6fafd3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7996d",
                            table="evidence_claimrelation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_claimrelationevent" ("created_at", "id", "kind", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "source_id", "target_id") SELECT old_values."created_at", old_values."id", old_values."kind", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."revision", old_values."source_id", old_values."target_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="16a9bb0cb9cbc5ae75aecc2c9cb4edb69f3511a6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_15efa",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_claimrelation",
                            when="AFTER",
                        ),
                    ),
                ],
                "claimrelationevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="470846cf21d49f0f58f0d2c376a44b2d9373607c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_d8883",
                            table="evidence_claimrelationevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "claimround": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="d73479c79f39e01a26ca20fd5b0507dc0499876a",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_6be77",
                            table="evidence_claimround",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.claimround', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="2cbfd0eaccbe2de72a1667250afb7f64df47c54b",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_847f3",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_claimround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.claimround', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="2c7aef4305701c60f4ee2f26e74dd21a9b026282",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_6a36e",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_claimround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.claimround', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="9b1741d3b40c7bf7e155b4d7cea5e45712f75699",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_588a1",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_claimround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_claimroundevent" ("base_id", "called_by_id", "claim_id", "created_at", "id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "wanted") VALUES (OLD."base_id", OLD."called_by_id", OLD."claim_id", OLD."created_at", OLD."id", OLD."opened_at", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."revision", OLD."wanted"); RETURN NULL;',
                            hash="7b089375ae55b0d7e0221c766a5ce1a3796d0835",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f1305",
                            table="evidence_claimround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_claimroundevent" ("base_id", "called_by_id", "claim_id", "created_at", "id", "opened_at", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "wanted") SELECT old_values."base_id", old_values."called_by_id", old_values."claim_id", old_values."created_at", old_values."id", old_values."opened_at", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."revision", old_values."wanted" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="8133a103332156e29588c4f2c85f6ee1133bd918",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a1467",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_claimround",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="round_on_base_of_claim",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n    SELECT 1 FROM evidence_evidencebase b\n    WHERE b.id = NEW.base_id AND b.claim_id <> NEW.claim_id) THEN\n                RAISE EXCEPTION 'A round on a claim judges a base of that claim.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'round_on_base_of_claim';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="253f95579758ab1ba67ff56b1ef216b3c838dffd",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_round_on_base_of_claim_c18e3",
                            table="evidence_claimround",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="round_on_frozen_base",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n    SELECT 1 FROM evidence_evidencebase b\n    WHERE b.id = NEW.base_id AND b.frozen_at IS NULL) THEN\n                RAISE EXCEPTION 'Only a frozen evidence base is graded.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'round_on_frozen_base';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="00276e033e24fe0594e35e26548850582b8730ea",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_round_on_frozen_base_1c676",
                            table="evidence_claimround",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="compound_has_no_round",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n    SELECT 1 FROM evidence_claim k WHERE k.id = NEW.claim_id AND k.compound) THEN\n                RAISE EXCEPTION 'A compound claim is judged by its parts.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'compound_has_no_round';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="24262435fff967d8d52d5a812f006e00d9c8264a",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_compound_has_no_round_55bdf",
                            table="evidence_claimround",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="round_opens_when_all_are_in",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF \n    NEW.opened_at IS NOT NULL AND NEW.wanted > (\n        SELECT count(*) FROM evidence_grade g WHERE g.round_id = NEW.id\n            AND g.submitted_at IS NOT NULL AND NOT g.is_consensus)\n THEN\n                RAISE EXCEPTION 'A round opens when all the judgements it calls for are in.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'round_opens_when_all_are_in';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="f0c6953bde97e14605b4c1ab6e72acba97df49a6",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_round_opens_when_all_are_in_2f40b",
                            table="evidence_claimround",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="opened_round_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.opened_at IS NOT NULL THEN\n                RAISE EXCEPTION 'A round that has opened does not change; call a new one.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'opened_round_stays';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="f13f1e56429b1ab3e2cb63197cc27a5ae0214e51",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_opened_round_stays_48179",
                            table="evidence_claimround",
                            when="BEFORE",
                        ),
                    ),
                ],
                "claimroundevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="029fd877d3e78d8f54b6108223416dd4f5368250",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_658b5",
                            table="evidence_claimroundevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "claimtopic": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="4edcc822ffbfaef8bb326ba6b8419b01dac10b69",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_099d6",
                            table="evidence_claimtopic",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.claimtopic', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="498a9d5572cee0a9a5e239fda8cc836f82b01c77",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_ffe06",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_claimtopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.claimtopic', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="ed85b410164e3e45fea30fb8481085786be50f71",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_8eca1",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_claimtopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.claimtopic', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="4ab496800451ac61ccda4eaa0136eca2df05d3e9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_3db65",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_claimtopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_claimtopicevent" ("claim_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "topic_id") VALUES (OLD."claim_id", OLD."created_at", OLD."id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."revision", OLD."topic_id"); RETURN NULL;',
                            hash="a1b07564cce45b3333206899776a3a85a6d1f35c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_2a936",
                            table="evidence_claimtopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_claimtopicevent" ("claim_id", "created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "topic_id") SELECT old_values."claim_id", old_values."created_at", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."revision", old_values."topic_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="61592ee4865b1b08aae0c071f6d73f6e3ee7e2d0",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a76e5",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_claimtopic",
                            when="AFTER",
                        ),
                    ),
                ],
                "claimtopicevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="2b85de71ac0d863bcb89506b8c3e6b5895f6e7e5",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_73e11",
                            table="evidence_claimtopicevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "claimversion": [
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.claimversion', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="dcedd7a78c98bb3c45023a33cdf0e865cc4d38c0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_b4a2c",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_claimversion",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="immutable_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF true THEN\n                RAISE EXCEPTION 'A claim''s version is a record of the past and cannot be changed or removed.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'immutable_update';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="32c390e318d6c471027ae56d134902042a4cb71c",
                            operation="UPDATE",
                            pgid="pgtrigger_immutable_update_93648",
                            table="evidence_claimversion",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="immutable_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF true THEN\n                RAISE EXCEPTION 'A claim''s version is a record of the past and cannot be changed or removed.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'immutable_delete';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="b8cd69dbe8456251ba6ebd22fb2d783ac2ed3290",
                            operation="DELETE",
                            pgid="pgtrigger_immutable_delete_b5e10",
                            table="evidence_claimversion",
                            when="BEFORE",
                        ),
                    ),
                ],
                "correction": [
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.correction', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="31daef038a11f207fa45e10f97852adaae9e0e65",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_84c56",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_correction",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="immutable_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF true THEN\n                RAISE EXCEPTION 'A correction is a record of the past and cannot be changed or removed.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'immutable_update';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="1a9d4e4816c32c83c970bbd3402156a7e5b50d7c",
                            operation="UPDATE",
                            pgid="pgtrigger_immutable_update_ed22c",
                            table="evidence_correction",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="immutable_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF true THEN\n                RAISE EXCEPTION 'A correction is a record of the past and cannot be changed or removed.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'immutable_delete';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="0c1970815a61c208ed0ff1d377d989368e3095f5",
                            operation="DELETE",
                            pgid="pgtrigger_immutable_delete_8236d",
                            table="evidence_correction",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="correction_of_one_claim",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n            SELECT 1 FROM evidence_claimversion v\n            WHERE v.id IN (NEW.corrects_id, NEW.corrected_id)\n                AND v.claim_id <> NEW.claim_id) THEN\n                RAISE EXCEPTION 'A correction leads from one version of its claim to another.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'correction_of_one_claim';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="7ff99ffd44dbaadf3ffb4ba76b025ebc5e4b52e5",
                            operation="INSERT",
                            pgid="pgtrigger_correction_of_one_claim_1fcbd",
                            table="evidence_correction",
                            when="BEFORE",
                        ),
                    ),
                ],
                "evidencebase": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="123aa612806a24f91e84f178e4cd9a579b4aa90a",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_b831a",
                            table="evidence_evidencebase",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.evidencebase', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="11a9341f1c5a67f53919ef18a2cedd8f6a5f278d",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_584f2",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_evidencebase",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.evidencebase', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="aa159d4a0150d4e0be4b2791ec6beba6783ee195",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_9c96d",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_evidencebase",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.evidencebase', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="f46af294a4a3030da9b0b366ea6c31a5b6ed506c",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_11745",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_evidencebase",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_evidencebaseevent" ("by_id", "claim_id", "comparator", "copied_from_id", "created_at", "eligible_designs", "frozen_at", "frozen_by_id", "id", "intervention", "number", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "query", "review_id", "revision", "scope", "searched_on", "sources") VALUES (OLD."by_id", OLD."claim_id", OLD."comparator", OLD."copied_from_id", OLD."created_at", OLD."eligible_designs", OLD."frozen_at", OLD."frozen_by_id", OLD."id", OLD."intervention", OLD."number", OLD."outcome", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."population", OLD."query", OLD."review_id", OLD."revision", OLD."scope", OLD."searched_on", OLD."sources"); RETURN NULL;',
                            hash="60f850d87d0783818160795665682ad5bbaad7fd",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5f933",
                            table="evidence_evidencebase",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_evidencebaseevent" ("by_id", "claim_id", "comparator", "copied_from_id", "created_at", "eligible_designs", "frozen_at", "frozen_by_id", "id", "intervention", "number", "outcome", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population", "query", "review_id", "revision", "scope", "searched_on", "sources") SELECT old_values."by_id", old_values."claim_id", old_values."comparator", old_values."copied_from_id", old_values."created_at", old_values."eligible_designs", old_values."frozen_at", old_values."frozen_by_id", old_values."id", old_values."intervention", old_values."number", old_values."outcome", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."population", old_values."query", old_values."review_id", old_values."revision", old_values."scope", old_values."searched_on", old_values."sources" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="b65d32b248f87b065c3c342783c07185930cd037",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_75bdc",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_evidencebase",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="stays_with_claim",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.claim_id IS DISTINCT FROM OLD.claim_id THEN\n                RAISE EXCEPTION 'An evidence base stays with its claim.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'stays_with_claim';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="b605b9d81fe7fb9cb486f6afaba1f0128f395bbd",
                            operation="UPDATE",
                            pgid="pgtrigger_stays_with_claim_233d1",
                            table="evidence_evidencebase",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="frozen_base_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.frozen_at IS NOT NULL THEN\n                RAISE EXCEPTION 'A frozen evidence base does not change; copy it to a new one.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'frozen_base_stays';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="a04131bb223d8e81dbb6c72de2454a417ef2321e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_frozen_base_stays_37da9",
                            table="evidence_evidencebase",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="base_one_result_a_study",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF \n    NEW.frozen_at IS NOT NULL AND OLD.frozen_at IS NULL AND EXISTS (\n        SELECT 1 FROM evidence_evidenceitem i\n        JOIN studies_result r ON r.id = i.result_id\n        WHERE i.base_id = NEW.id AND i.decision = 'included'\n        GROUP BY r.study_id, r.outcome_id, r.contrast, r.comparison, r.time_point,\n            r.analysis_set, r.subgroup\n        HAVING count(*) > 1)\n THEN\n                RAISE EXCEPTION 'A base includes one result per study, outcome, contrast, time and analysis set; exclude the others as the same result from another source.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'base_one_result_a_study';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="5ce1bc2dd9af265062b29c4ca07817fac12f43e7",
                            operation="UPDATE",
                            pgid="pgtrigger_base_one_result_a_study_372ff",
                            table="evidence_evidencebase",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="base_primary_before_compiled",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF \n    NEW.frozen_at IS NOT NULL AND OLD.frozen_at IS NULL AND EXISTS (\n        SELECT 1 FROM evidence_evidenceitem i\n        JOIN studies_result r ON r.id = i.result_id\n        JOIN studies_result own ON own.study_id = r.study_id\n            AND own.outcome_id = r.outcome_id AND own.contrast = r.contrast\n            AND own.comparison = r.comparison AND own.time_point = r.time_point\n            AND own.analysis_set = r.analysis_set AND own.subgroup = r.subgroup\n        JOIN evidence_evidenceitem j ON j.result_id = own.id AND j.base_id = NEW.id\n        WHERE i.base_id = NEW.id AND i.decision = 'included'\n            AND r.provenance <> 'primary' AND own.provenance = 'primary'\n            AND j.reason = 'same_result')\n THEN\n                RAISE EXCEPTION 'A study''s own report comes before what others say of it: include the primary result and exclude the other.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'base_primary_before_compiled';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="9ae02875294ebb786f041d2a8ebeff2ffcbc13f2",
                            operation="UPDATE",
                            pgid="pgtrigger_base_primary_before_compiled_efabc",
                            table="evidence_evidencebase",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="base_counts_no_study_twice",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF \n    NEW.frozen_at IS NOT NULL AND OLD.frozen_at IS NULL AND EXISTS (\n        SELECT 1 FROM evidence_evidenceitem i\n        JOIN studies_result r ON r.id = i.result_id\n        JOIN studies_inclusion n ON n.review_id = r.study_id\n        JOIN studies_result other ON other.study_id = n.study_id\n        JOIN evidence_evidenceitem j ON j.result_id = other.id AND j.base_id = NEW.id\n        WHERE i.base_id = NEW.id AND i.decision = 'included'\n            AND j.decision = 'included')\n THEN\n                RAISE EXCEPTION 'A base that includes a review excludes the studies counted in the review.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'base_counts_no_study_twice';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="8c6b84bed75a15a257086f61bd0b56492162df72",
                            operation="UPDATE",
                            pgid="pgtrigger_base_counts_no_study_twice_e9f4b",
                            table="evidence_evidencebase",
                            when="BEFORE",
                        ),
                    ),
                ],
                "evidencebaseevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ddee88ce0ede825a198e872f3eb4c4d88a6b71ee",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_bc8a8",
                            table="evidence_evidencebaseevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "evidenceitem": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="0cf6af61c45e381b61a4bb3afc93cafa16d39380",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_d1b8f",
                            table="evidence_evidenceitem",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.evidenceitem', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="7b2772235e37d1d2d551225ec988d732992691ed",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_649a5",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_evidenceitem",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.evidenceitem', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="6635139d22912618237feb01d9a1730a80a87ab4",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_0cfa0",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_evidenceitem",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.evidenceitem', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="7fe4df33766a5880b66fd0009b4cce9661ea04a0",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_eb421",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_evidenceitem",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_evidenceitemevent" ("base_id", "bearing", "bearing_why", "comparator_match", "created_at", "decision", "id", "intervention_match", "outcome_match", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population_match", "reason", "reason_words", "result_id", "revision") VALUES (OLD."base_id", OLD."bearing", OLD."bearing_why", OLD."comparator_match", OLD."created_at", OLD."decision", OLD."id", OLD."intervention_match", OLD."outcome_match", OLD."passage_id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."population_match", OLD."reason", OLD."reason_words", OLD."result_id", OLD."revision"); RETURN NULL;',
                            hash="1eb325f983fbe704e9f66856d858585a4eaa1698",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_f8e38",
                            table="evidence_evidenceitem",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_evidenceitemevent" ("base_id", "bearing", "bearing_why", "comparator_match", "created_at", "decision", "id", "intervention_match", "outcome_match", "passage_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population_match", "reason", "reason_words", "result_id", "revision") SELECT old_values."base_id", old_values."bearing", old_values."bearing_why", old_values."comparator_match", old_values."created_at", old_values."decision", old_values."id", old_values."intervention_match", old_values."outcome_match", old_values."passage_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."population_match", old_values."reason", old_values."reason_words", old_values."result_id", old_values."revision" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d30aa0269095c136bee67de814405e904d45cbc2",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_f6564",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_evidenceitem",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="frozen_items_stay",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n    SELECT 1 FROM evidence_evidencebase b\n    WHERE b.id = OLD.base_id AND b.frozen_at IS NOT NULL) THEN\n                RAISE EXCEPTION 'The items of a frozen evidence base do not change.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'frozen_items_stay';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="24fd2c4ad2936b33940558650df16c955898b088",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_frozen_items_stay_3750f",
                            table="evidence_evidenceitem",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="frozen_base_takes_no_items",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n    SELECT 1 FROM evidence_evidencebase b\n    WHERE b.id = NEW.base_id AND b.frozen_at IS NOT NULL) THEN\n                RAISE EXCEPTION 'A frozen evidence base takes no more items; copy it to a new one.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'frozen_base_takes_no_items';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="9759bddde8a73348784ae415b5f024868dc716ff",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_frozen_base_takes_no_items_ac61b",
                            table="evidence_evidenceitem",
                            when="BEFORE",
                        ),
                    ),
                ],
                "evidenceitemevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="537daa2db0792298086f662c195349f2890fea0d",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_62b0e",
                            table="evidence_evidenceitemevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "grade": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="6804bb80dc0e15934982023424ccb08e20674f67",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_20d54",
                            table="evidence_grade",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.grade', r.id, lower(TG_OP), r.revision, context,\n                (NOT EXISTS (\n    SELECT 1 FROM evidence_claimround c\n    WHERE c.id = r.round_id AND c.opened_at IS NOT NULL))\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="a2a2bc0f496fb4b7b286ff63c77ed41a8914e984",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_f3f71",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_grade",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.grade', r.id, lower(TG_OP), r.revision, context,\n                (NOT EXISTS (\n    SELECT 1 FROM evidence_claimround c\n    WHERE c.id = r.round_id AND c.opened_at IS NOT NULL))\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="f010904b095da08421cbd51338a33b018ba4b1fc",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_f336f",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_grade",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.grade', r.id, lower(TG_OP), r.revision, context,\n                (NOT EXISTS (\n    SELECT 1 FROM evidence_claimround c\n    WHERE c.id = r.round_id AND c.opened_at IS NOT NULL))\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="cc99dcefa3e4d2fa2256025acdacfee122c37dc7",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_f13e4",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_grade",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_gradeevent" ("cant_say_because", "certainty", "created_at", "explanation", "id", "is_consensus", "leaning", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "revision", "round_id", "sentence", "size_class", "submitted_at", "target", "threshold", "verdict") VALUES (OLD."cant_say_because", OLD."certainty", OLD."created_at", OLD."explanation", OLD."id", OLD."is_consensus", OLD."leaning", OLD."method", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."reviewer_id", OLD."revision", OLD."round_id", OLD."sentence", OLD."size_class", OLD."submitted_at", OLD."target", OLD."threshold", OLD."verdict"); RETURN NULL;',
                            hash="2d2a62ce92a2bbcf3c13df8cc6d9e6ce47281e4e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_31fc6",
                            table="evidence_grade",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_gradeevent" ("cant_say_because", "certainty", "created_at", "explanation", "id", "is_consensus", "leaning", "method", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reviewer_id", "revision", "round_id", "sentence", "size_class", "submitted_at", "target", "threshold", "verdict") SELECT old_values."cant_say_because", old_values."certainty", old_values."created_at", old_values."explanation", old_values."id", old_values."is_consensus", old_values."leaning", old_values."method", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."reviewer_id", old_values."revision", old_values."round_id", old_values."sentence", old_values."size_class", old_values."submitted_at", old_values."target", old_values."threshold", old_values."verdict" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="d95414a29b2f7dbc5cdbb877f6b1bc2e34814347",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_083d8",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_grade",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="grade_of_the_assigned",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF \n    NOT NEW.is_consensus AND NOT EXISTS (\n        SELECT 1 FROM evidence_claimassignment a\n        WHERE a.round_id = NEW.round_id AND a.reviewer_id = NEW.reviewer_id)\n THEN\n                RAISE EXCEPTION 'Only the reviewers assigned to a round grade in it.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'grade_of_the_assigned';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="12b2821e29f68ea05fd9c312248901884c432522",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_grade_of_the_assigned_726a2",
                            table="evidence_grade",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="opened_round_takes_no_grades",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NOT NEW.is_consensus AND EXISTS (\n    SELECT 1 FROM evidence_claimround c\n    WHERE c.id = NEW.round_id AND c.opened_at IS NOT NULL) THEN\n                RAISE EXCEPTION 'This round has opened and takes no more grades; call a new one.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'opened_round_takes_no_grades';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="ed8515f2ad654b5524eeb09731876b7a51d1f98c",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_opened_round_takes_no_grades_910e2",
                            table="evidence_grade",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="consensus_after_opening",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.is_consensus AND NOT EXISTS (\n    SELECT 1 FROM evidence_claimround c\n    WHERE c.id = NEW.round_id AND c.opened_at IS NOT NULL) THEN\n                RAISE EXCEPTION 'The consensus is found once the round has opened.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'consensus_after_opening';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="ad48bb247bf360eeec7f04b97cd69af66b8da14d",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_consensus_after_opening_9a1e9",
                            table="evidence_grade",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="judged_as_its_kind",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NOT EXISTS (\n    SELECT 1 FROM evidence_claimround c JOIN evidence_claim k ON k.id = c.claim_id\n    WHERE c.id = NEW.round_id\n        AND (k.kind, NEW.method, NEW.verdict) IN (VALUES ('effect', 'grade', 'cant_say'), ('effect', 'grade', 'conflicting'), ('effect', 'grade', 'contradicted'), ('effect', 'grade', 'supported'), ('harm', 'grade', 'cant_say'), ('harm', 'grade', 'conflicting'), ('harm', 'grade', 'contradicted'), ('harm', 'grade', 'supported'), ('mechanism', 'kind_of_evidence', 'cant_say'), ('mechanism', 'kind_of_evidence', 'not_shown'), ('mechanism', 'kind_of_evidence', 'shown_in_animals'), ('mechanism', 'kind_of_evidence', 'shown_in_cells'), ('mechanism', 'kind_of_evidence', 'shown_in_people'), ('association', 'grade_prognosis', 'cant_say'), ('association', 'grade_prognosis', 'conflicting'), ('association', 'grade_prognosis', 'contradicted'), ('association', 'grade_prognosis', 'supported'), ('prognosis', 'grade_prognosis', 'cant_say'), ('prognosis', 'grade_prognosis', 'conflicting'), ('prognosis', 'grade_prognosis', 'contradicted'), ('prognosis', 'grade_prognosis', 'supported'), ('diagnosis', 'grade', 'cant_say'), ('diagnosis', 'grade', 'contradicted'), ('diagnosis', 'grade', 'supported'), ('evidence_state', 'search_check', 'accurate'), ('evidence_state', 'search_check', 'cant_say'), ('evidence_state', 'search_check', 'not_accurate'), ('evidence_state', 'search_check', 'outdated'), ('regulatory', 'record_check', 'cant_say'), ('regulatory', 'record_check', 'changed_since'), ('regulatory', 'record_check', 'confirmed'), ('regulatory', 'record_check', 'not_confirmed'), ('definition', 'record_check', 'agrees'), ('definition', 'record_check', 'cant_say'), ('definition', 'record_check', 'differs'), ('definition', 'record_check', 'differs_in_part'), ('recommendation', 'record_check', 'cant_say'), ('recommendation', 'record_check', 'not_recommended'), ('recommendation', 'record_check', 'recommended'), ('practical', 'record_check', 'cant_say'), ('practical', 'record_check', 'contradicted'), ('practical', 'record_check', 'supported'))) THEN\n                RAISE EXCEPTION 'A claim of this kind is judged by another method, or in other words.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'judged_as_its_kind';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="fedce8a6298a66e12af2a891d33a5e0d7d62050e",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_judged_as_its_kind_4b7a1",
                            table="evidence_grade",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="grade_reads_evidence",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF \n    NEW.method IN ('grade', 'grade_prognosis') AND NEW.submitted_at IS NOT NULL AND NOT EXISTS (\n        SELECT 1 FROM evidence_claimround c\n        JOIN evidence_evidenceitem i ON i.base_id = c.base_id\n        JOIN studies_result r ON r.id = i.result_id\n        JOIN studies_study s ON s.id = r.study_id\n        WHERE c.id = NEW.round_id AND i.decision = 'included'\n            AND r.provenance <> 'second_hand'\n            AND s.design NOT IN ('animal', 'in_vitro', 'in_silico'))\n THEN\n                RAISE EXCEPTION 'Nothing on people in this base was read at its source, so there is nothing to grade.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'grade_reads_evidence';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="c913d43cfd219864325b20a489662675959ce1ce",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_grade_reads_evidence_9ce1c",
                            table="evidence_grade",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="grade_rests_on_a_group",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF \n    NEW.method IN ('grade', 'grade_prognosis') AND NEW.submitted_at IS NOT NULL AND NOT EXISTS (\n        SELECT 1 FROM evidence_gradegroup p WHERE p.grade_id = NEW.id\n            AND p.verdict_rests_on_it AND p.certainty = NEW.certainty)\n THEN\n                RAISE EXCEPTION 'A grade''s certainty is that of the group of designs its verdict rests on.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'grade_rests_on_a_group';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="60019fe531961b8f62302a1bcee68cd437701341",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_grade_rests_on_a_group_0cc77",
                            table="evidence_grade",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="sentence_says_which_evidence",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF \n    NEW.method IN ('grade', 'grade_prognosis') AND NEW.submitted_at IS NOT NULL AND NOT EXISTS (\n        SELECT 1 FROM evidence_claimround c\n        JOIN evidence_evidencebase b ON b.id = c.base_id\n        WHERE c.id = NEW.round_id AND NEW.sentence LIKE CASE b.scope\n            WHEN 'cited_only' THEN 'In the studies this article cites%'\n            WHEN 'review' THEN 'In the % of %'\n            ELSE 'In the evidence found up to %' END)\n THEN\n                RAISE EXCEPTION 'A verdict''s sentence begins with the evidence it speaks of: “In the studies this article cites”, “In the studies of REVIEW (YEAR)” or “In the evidence found up to DATE”.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'sentence_says_which_evidence';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="7a2e55fa83706b1330a3fb46c75ca70cb09fd459",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_sentence_says_which_evidence_e8bd4",
                            table="evidence_grade",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="contradicted_by_evidence",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF \n    NEW.method IN ('grade', 'grade_prognosis') AND NEW.submitted_at IS NOT NULL AND NEW.verdict = 'contradicted' AND NOT EXISTS (\n        SELECT 1 FROM evidence_itemreading d WHERE d.grade_id = NEW.id\n            AND d.bearing IN ('contradicts', 'little_to_no_difference'))\n THEN\n                RAISE EXCEPTION '“Contradicted” needs evidence for the opposite or for little difference.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'contradicted_by_evidence';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="fdf8804dbdd2ceebdbed55d97c480a0c3905f553",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_contradicted_by_evidence_63074",
                            table="evidence_grade",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="record_check_has_passage",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF \n    NEW.method = 'record_check' AND NEW.submitted_at IS NOT NULL\n    AND NEW.verdict <> 'cant_say' AND NOT EXISTS (\n        SELECT 1 FROM evidence_claimround c\n        JOIN evidence_evidenceitem i ON i.base_id = c.base_id\n        WHERE c.id = NEW.round_id AND i.decision = 'included'\n            AND i.passage_id IS NOT NULL)\n THEN\n                RAISE EXCEPTION 'A record check needs a quoted passage.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'record_check_has_passage';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="ec21af9475ea682ed1f10cd681edc6d7a97c1551",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_record_check_has_passage_d302b",
                            table="evidence_grade",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="search_check_has_search",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF \n    NEW.method = 'search_check' AND NEW.submitted_at IS NOT NULL\n    AND NOT EXISTS (\n        SELECT 1 FROM evidence_claimround c\n        JOIN evidence_evidencebase b ON b.id = c.base_id\n        WHERE c.id = NEW.round_id AND b.query <> '' AND b.searched_on IS NOT NULL)\n THEN\n                RAISE EXCEPTION 'A search check needs the search''s words and its date.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'search_check_has_search';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="146a0d1229ddee7d8254edc9401208820f8a847b",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_search_check_has_search_be29c",
                            table="evidence_grade",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="submitted_grade_stays",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF OLD.submitted_at IS NOT NULL THEN\n                RAISE EXCEPTION 'A submitted grade does not change; a new round makes a new one.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'submitted_grade_stays';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="a1a2acd25f6b8d6be6fcbcc6728ddefce1248bb9",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_submitted_grade_stays_a3c85",
                            table="evidence_grade",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="stays_in_round",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.round_id <> OLD.round_id THEN\n                RAISE EXCEPTION 'A grade stays in its round.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'stays_in_round';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="e94d9a158a2e0c86b5ff41790de50751ae2823ef",
                            operation="UPDATE",
                            pgid="pgtrigger_stays_in_round_c7a87",
                            table="evidence_grade",
                            when="BEFORE",
                        ),
                    ),
                ],
                "gradeevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="44261ae2ac64dd0868206a751eadff8e36609e9c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_f4b1d",
                            table="evidence_gradeevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "gradegroup": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="23ab3b023ecacee1f368eb0ed6e4b7948cb933a5",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_0199c",
                            table="evidence_gradegroup",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.gradegroup', r.id, lower(TG_OP), r.revision, context,\n                (NOT EXISTS (\n    SELECT 1 FROM evidence_grade g JOIN evidence_claimround c ON c.id = g.round_id\n    WHERE g.id = r.grade_id AND c.opened_at IS NOT NULL))\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="38b21be83b63dbd163eb4aee83a810dce4e94600",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_a9e0c",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_gradegroup",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.gradegroup', r.id, lower(TG_OP), r.revision, context,\n                (NOT EXISTS (\n    SELECT 1 FROM evidence_grade g JOIN evidence_claimround c ON c.id = g.round_id\n    WHERE g.id = r.grade_id AND c.opened_at IS NOT NULL))\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="e277ba15f6d77af059ee17ba23f94e14d3188f6d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_9bad8",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_gradegroup",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.gradegroup', r.id, lower(TG_OP), r.revision, context,\n                (NOT EXISTS (\n    SELECT 1 FROM evidence_grade g JOIN evidence_claimround c ON c.id = g.round_id\n    WHERE g.id = r.grade_id AND c.opened_at IS NOT NULL))\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="90cae96dda1008377550bc58e9f94a8e616724a9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_1ac5d",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_gradegroup",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_gradegroupevent" ("certainty", "created_at", "designs", "dose_response", "dose_response_why", "grade_id", "id", "imprecision", "imprecision_why", "inconsistency", "inconsistency_why", "indirectness", "indirectness_why", "large_effect", "large_effect_why", "opposing_confounding", "opposing_confounding_why", "override_why", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pooled", "publication_bias", "publication_bias_why", "revision", "risk_of_bias", "risk_of_bias_why", "start", "verdict_rests_on_it") VALUES (OLD."certainty", OLD."created_at", OLD."designs", OLD."dose_response", OLD."dose_response_why", OLD."grade_id", OLD."id", OLD."imprecision", OLD."imprecision_why", OLD."inconsistency", OLD."inconsistency_why", OLD."indirectness", OLD."indirectness_why", OLD."large_effect", OLD."large_effect_why", OLD."opposing_confounding", OLD."opposing_confounding_why", OLD."override_why", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."pooled", OLD."publication_bias", OLD."publication_bias_why", OLD."revision", OLD."risk_of_bias", OLD."risk_of_bias_why", OLD."start", OLD."verdict_rests_on_it"); RETURN NULL;',
                            hash="5aebf4bc2ee772f826ac7ef8c9b6e64a6d399455",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b1c09",
                            table="evidence_gradegroup",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_gradegroupevent" ("certainty", "created_at", "designs", "dose_response", "dose_response_why", "grade_id", "id", "imprecision", "imprecision_why", "inconsistency", "inconsistency_why", "indirectness", "indirectness_why", "large_effect", "large_effect_why", "opposing_confounding", "opposing_confounding_why", "override_why", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "pooled", "publication_bias", "publication_bias_why", "revision", "risk_of_bias", "risk_of_bias_why", "start", "verdict_rests_on_it") SELECT old_values."certainty", old_values."created_at", old_values."designs", old_values."dose_response", old_values."dose_response_why", old_values."grade_id", old_values."id", old_values."imprecision", old_values."imprecision_why", old_values."inconsistency", old_values."inconsistency_why", old_values."indirectness", old_values."indirectness_why", old_values."large_effect", old_values."large_effect_why", old_values."opposing_confounding", old_values."opposing_confounding_why", old_values."override_why", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."pooled", old_values."publication_bias", old_values."publication_bias_why", old_values."revision", old_values."risk_of_bias", old_values."risk_of_bias_why", old_values."start", old_values."verdict_rests_on_it" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="580905bb1e55f0e27682222075dace2a6453f3d2",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a191b",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_gradegroup",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="publication_bias_needs_search",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF \n    NEW.publication_bias IS NOT NULL AND EXISTS (\n        SELECT 1 FROM evidence_grade g JOIN evidence_claimround c ON c.id = g.round_id\n        JOIN evidence_evidencebase b ON b.id = c.base_id\n        WHERE g.id = NEW.grade_id AND b.scope = 'cited_only')\n THEN\n                RAISE EXCEPTION 'From cited works alone publication bias is not assessed.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'publication_bias_needs_search';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="12a4b3ca7d588c0e8f3c709dcbe79ff025fb35a0",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_publication_bias_needs_search_b0473",
                            table="evidence_gradegroup",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="only_grade_weighs_groups",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NOT EXISTS (\n    SELECT 1 FROM evidence_grade g WHERE g.id = NEW.grade_id AND (\n        g.method = 'grade' AND NEW.start <> 'prognosis'\n        OR g.method = 'grade_prognosis' AND NEW.start = 'prognosis')) THEN\n                RAISE EXCEPTION 'Only GRADE weighs groups of designs; for prognosis they start high.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'only_grade_weighs_groups';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="eee05053a16f0dcf6ecc5a234bcbfc2a70fd571a",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_only_grade_weighs_groups_244b5",
                            table="evidence_gradegroup",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="submitted_groups_stay",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n    SELECT 1 FROM evidence_grade g\n    WHERE g.id = OLD.grade_id AND g.submitted_at IS NOT NULL) THEN\n                RAISE EXCEPTION 'The groups of a submitted grade do not change.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'submitted_groups_stay';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="aee904472b8a66738f496381fecdd4094b61f2b7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_submitted_groups_stay_46dc7",
                            table="evidence_gradegroup",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="submitted_groups_closed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n    SELECT 1 FROM evidence_grade g\n    WHERE g.id = NEW.grade_id AND g.submitted_at IS NOT NULL) THEN\n                RAISE EXCEPTION 'The groups of a submitted grade do not change.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'submitted_groups_closed';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="8e452d8cd8461fdf75da5a9744ab6d0e6aaa4457",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_submitted_groups_closed_b81a0",
                            table="evidence_gradegroup",
                            when="BEFORE",
                        ),
                    ),
                ],
                "gradegroupevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="500b1d771efb3e42d1b6d0606cb5d5c35ddecbb3",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_33d2c",
                            table="evidence_gradegroupevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "itemreading": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="3aa882c00b6565da5f30150005044ae37fd9ce43",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_4e25b",
                            table="evidence_itemreading",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.itemreading', r.id, lower(TG_OP), r.revision, context,\n                (NOT EXISTS (\n    SELECT 1 FROM evidence_grade g JOIN evidence_claimround c ON c.id = g.round_id\n    WHERE g.id = r.grade_id AND c.opened_at IS NOT NULL))\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="79c2cb01035c6d88cf64d9953aeb5da25cfd7c28",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_1179f",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_itemreading",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.itemreading', r.id, lower(TG_OP), r.revision, context,\n                (NOT EXISTS (\n    SELECT 1 FROM evidence_grade g JOIN evidence_claimround c ON c.id = g.round_id\n    WHERE g.id = r.grade_id AND c.opened_at IS NOT NULL))\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="028c8dbc43c853a9e32ba3e9d57a8912f3776a12",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_3a71b",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_itemreading",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.itemreading', r.id, lower(TG_OP), r.revision, context,\n                (NOT EXISTS (\n    SELECT 1 FROM evidence_grade g JOIN evidence_claimround c ON c.id = g.round_id\n    WHERE g.id = r.grade_id AND c.opened_at IS NOT NULL))\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="a2f8d971aaeb87572e1c449402d40fb12fadde78",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_7e039",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_itemreading",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_itemreadingevent" ("bearing", "comparator_match", "created_at", "grade_id", "id", "intervention_match", "item_id", "outcome_match", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population_match", "revision") VALUES (OLD."bearing", OLD."comparator_match", OLD."created_at", OLD."grade_id", OLD."id", OLD."intervention_match", OLD."item_id", OLD."outcome_match", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."population_match", OLD."revision"); RETURN NULL;',
                            hash="b47b9af661183648f1cf145deaa163f26ae29eab",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_15e74",
                            table="evidence_itemreading",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_itemreadingevent" ("bearing", "comparator_match", "created_at", "grade_id", "id", "intervention_match", "item_id", "outcome_match", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "population_match", "revision") SELECT old_values."bearing", old_values."comparator_match", old_values."created_at", old_values."grade_id", old_values."id", old_values."intervention_match", old_values."item_id", old_values."outcome_match", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."population_match", old_values."revision" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="9ab3d42fb964768e6f5e5ec57c4c88d3af8a2e2f",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_8e0b1",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_itemreading",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="before_after_is_no_comparison",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF \n    NEW.bearing IN ('supports', 'contradicts', 'little_to_no_difference') AND EXISTS (\n        SELECT 1 FROM evidence_evidenceitem i\n        JOIN studies_result s ON s.id = i.result_id\n        JOIN evidence_evidencebase b ON b.id = i.base_id\n        JOIN evidence_claim k ON k.id = b.claim_id\n        WHERE i.id = NEW.item_id AND s.contrast = 'before_after'\n            AND k.asserts NOT IN ('', 'exists', 'absent'))\n THEN\n                RAISE EXCEPTION 'A change in one group, before against after, does not address a comparison.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'before_after_is_no_comparison';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="76d51368e09dac9aebe59df0c1d6b1b0ac1a541a",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_before_after_is_no_comparison_caa81",
                            table="evidence_itemreading",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="reading_of_graded_base",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NOT EXISTS (\n    SELECT 1 FROM evidence_grade g JOIN evidence_claimround c ON c.id = g.round_id\n    JOIN evidence_evidenceitem i ON i.base_id = c.base_id\n    WHERE g.id = NEW.grade_id AND i.id = NEW.item_id AND i.decision = 'included') THEN\n                RAISE EXCEPTION 'Readings are of the included items of the base that is graded.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'reading_of_graded_base';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="5b3ab32866a4f53cccc0fef388b5b4765998f867",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_reading_of_graded_base_15d48",
                            table="evidence_itemreading",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="submitted_readings_stay",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n    SELECT 1 FROM evidence_grade g\n    WHERE g.id = OLD.grade_id AND g.submitted_at IS NOT NULL) THEN\n                RAISE EXCEPTION 'The readings of a submitted grade do not change.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'submitted_readings_stay';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="42015c1462bb620b2bced28170bf5c38d6bdb818",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_submitted_readings_stay_03030",
                            table="evidence_itemreading",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="submitted_readings_closed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n    SELECT 1 FROM evidence_grade g\n    WHERE g.id = NEW.grade_id AND g.submitted_at IS NOT NULL) THEN\n                RAISE EXCEPTION 'The readings of a submitted grade do not change.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'submitted_readings_closed';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="fa31c998551c4237b71be197f7bbf3da03edfc86",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_submitted_readings_closed_262c5",
                            table="evidence_itemreading",
                            when="BEFORE",
                        ),
                    ),
                ],
                "itemreadingevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0a76db56e8c6648bfee6c0476aad7a43a9eaf820",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3a1e1",
                            table="evidence_itemreadingevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "mention": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="7e818e24d0f04349533e06daf570667e22939cdb",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_bf868",
                            table="evidence_mention",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.mention', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="9834b4dacd7d341b111508713fc14f381ef7ba8d",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_cd9e3",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_mention",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.mention', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="77e5aa989573f98201b53eb398f6394f43b3fa34",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_6da7c",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_mention",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.mention', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="5751dfdc7b34c7ac84da6c683735671d5127bdfe",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_cdbf1",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_mention",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_mentionevent" ("also_kind", "article_id", "ask_again", "claim_id", "created_at", "decided_at", "decided_by_id", "flags", "id", "kind", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_text", "revision", "status") VALUES (OLD."also_kind", OLD."article_id", OLD."ask_again", OLD."claim_id", OLD."created_at", OLD."decided_at", OLD."decided_by_id", OLD."flags", OLD."id", OLD."kind", OLD."origin", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."proposed_text", OLD."revision", OLD."status"); RETURN NULL;',
                            hash="36073d481232ff40ae2ada4e9660b354ddd549cf",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_83a26",
                            table="evidence_mention",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_mentionevent" ("also_kind", "article_id", "ask_again", "claim_id", "created_at", "decided_at", "decided_by_id", "flags", "id", "kind", "origin", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposed_text", "revision", "status") SELECT old_values."also_kind", old_values."article_id", old_values."ask_again", old_values."claim_id", old_values."created_at", old_values."decided_at", old_values."decided_by_id", old_values."flags", old_values."id", old_values."kind", old_values."origin", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."proposed_text", old_values."revision", old_values."status" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="cddd4f57eb01044bb55b300a9e2c8e7dd08f39cd",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_3ca93",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_mention",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="stays_with_article",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.article_id IS DISTINCT FROM OLD.article_id THEN\n                RAISE EXCEPTION 'What stands in an article stays with that article.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'stays_with_article';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="a570a9130ede0a9612c1f1eebbd9e4b9ecbfa0cf",
                            operation="UPDATE",
                            pgid="pgtrigger_stays_with_article_13305",
                            table="evidence_mention",
                            when="BEFORE",
                        ),
                    ),
                ],
                "mentioncitation": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="50634b6062530acfa03ac274e001ffa321e7842a",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_c80a0",
                            table="evidence_mentioncitation",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.mentioncitation', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="94bf00377d0181d80cd7cec373a87003ead474a4",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_c89ab",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_mentioncitation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.mentioncitation', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="4abd8e3a7484f48a1c60330d5d0ef43a330a8d22",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_b05df",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_mentioncitation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.mentioncitation', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="c58f08f37909f0184eb0a1c1e01d0ea62dd6bfc2",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_f42c9",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_mentioncitation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_mentioncitationevent" ("citation_id", "created_at", "id", "mention_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision") VALUES (OLD."citation_id", OLD."created_at", OLD."id", OLD."mention_id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."revision"); RETURN NULL;',
                            hash="09cf2cd0701f3d210b6718b202574307f6eb6a59",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_a9b50",
                            table="evidence_mentioncitation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_mentioncitationevent" ("citation_id", "created_at", "id", "mention_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision") SELECT old_values."citation_id", old_values."created_at", old_values."id", old_values."mention_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."revision" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="eb13e2715e95ea5e074f9adb77a05a5bb56fd503",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_36de4",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_mentioncitation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="of_one_article",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF (SELECT count(*) FROM (SELECT t.article_id FROM evidence_mention t WHERE t.id = NEW.mention_id UNION SELECT t.article_id FROM evidence_citation t WHERE t.id = NEW.citation_id) a) > 1 THEN\n                RAISE EXCEPTION 'All that a row names is of one article.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'of_one_article';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="182978673ac86d65a65f29d197e28d606a052299",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_of_one_article_a887f",
                            table="evidence_mentioncitation",
                            when="BEFORE",
                        ),
                    ),
                ],
                "mentioncitationevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0aa40e6cc9c95d9d2ca8002d09594568d3e4633f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_09d29",
                            table="evidence_mentioncitationevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "mentionevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="cb4c50aa9662edf7fd63fa935855149eb81b36a0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_26d6b",
                            table="evidence_mentionevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "outlet": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="ee45711699b147fd1d88cbe0019bcb6027c6c499",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_1be58",
                            table="evidence_outlet",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.outlet', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="ca4307d578ab2bb744f2857809e95fabc433823c",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_6e6ee",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_outlet",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.outlet', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="cf91fa4194bb6cfd13d2ba1584788da8a4047f9f",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_e2c32",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_outlet",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.outlet', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="c256956cc30381fece7645f3bca11d8f82582b2b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_ce48f",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_outlet",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="merges_into_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id AND EXISTS (\n        SELECT 1 FROM evidence_outlet t\n        WHERE t.id = NEW.merged_into_id AND t.merged_into_id IS NOT NULL) THEN\n                RAISE EXCEPTION 'Merge into the row that stands, not into one that was merged.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'merges_into_what_stands';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="269c9390994129626e949f8108a2c051cb8ecdfc",
                            operation="UPDATE",
                            pgid="pgtrigger_merges_into_what_stands_bf675",
                            table="evidence_outlet",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_outletevent" ("address", "created_at", "id", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "sample", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (OLD."address", OLD."created_at", OLD."id", OLD."merged_into_id", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."revision", OLD."sample", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_reason"); RETURN NULL;',
                            hash="0f6294937867bf4ed4186100917ec5b6dd389fa0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_905d3",
                            table="evidence_outlet",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_outletevent" ("address", "created_at", "id", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "sample", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT old_values."address", old_values."created_at", old_values."id", old_values."merged_into_id", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."revision", old_values."sample", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="540ac35375473e4f4ebc9dfc1fa99650ad798b30",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_26b7a",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_outlet",
                            when="AFTER",
                        ),
                    ),
                ],
                "outletevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f36c3afe12213f38f2c3bc5951dd755f3d3af86c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_233c1",
                            table="evidence_outletevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "passage": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="2f8ce000b201efe992df0876a970e6eb34697f6b",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_40fef",
                            table="evidence_passage",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.passage', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="c91f3108727f40104c95b2a051ef1c9b3104f85f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_9c0ce",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_passage",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.passage', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="75828942f8ee1da66c0c0b94e7a3dbb843d76525",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_5d320",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_passage",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.passage', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="77602ff368e28e2ce543d644ee8c2ce676292ea1",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_7d12c",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_passage",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="merges_into_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id AND EXISTS (\n        SELECT 1 FROM evidence_passage t\n        WHERE t.id = NEW.merged_into_id AND t.merged_into_id IS NOT NULL) THEN\n                RAISE EXCEPTION 'Merge into the row that stands, not into one that was merged.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'merges_into_what_stands';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="c97bb30007db43ae6336eab5c862182d28180479",
                            operation="UPDATE",
                            pgid="pgtrigger_merges_into_what_stands_7da3a",
                            table="evidence_passage",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_passageevent" ("created_at", "id", "jurisdiction", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "quote", "read_on", "reference_id", "revision", "sample", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (OLD."created_at", OLD."id", OLD."jurisdiction", OLD."merged_into_id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."place", OLD."quote", OLD."read_on", OLD."reference_id", OLD."revision", OLD."sample", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_reason"); RETURN NULL;',
                            hash="e9a268e2c4556a5c84c8c25eac7a0d6bcc97cd0a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_66ebe",
                            table="evidence_passage",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_passageevent" ("created_at", "id", "jurisdiction", "merged_into_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "quote", "read_on", "reference_id", "revision", "sample", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT old_values."created_at", old_values."id", old_values."jurisdiction", old_values."merged_into_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."place", old_values."quote", old_values."read_on", old_values."reference_id", old_values."revision", old_values."sample", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="3e1fe56024fbf046279e7433838d889e572c2242",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0a5d4",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_passage",
                            when="AFTER",
                        ),
                    ),
                ],
                "passageevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="47b99164f83ae96a288eadc350d58ecbaf01a687",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b4202",
                            table="evidence_passageevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "reply": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="c849bbd54b1fb0af1863d5305219c420fbb6e86b",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_acc2e",
                            table="evidence_reply",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.reply', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="bc7377fdf4b5fa4a9ddaa24d0a4922654e5f34c6",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_e1850",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_reply",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.reply', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="e32484c38d68d0be2b7a1a8086a6bc2f929872fb",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_2d340",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_reply",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.reply', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="dde2996d4c1f71d382d9e4394e07e530cf6f44ad",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_ceb5c",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_reply",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="merges_into_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id AND EXISTS (\n        SELECT 1 FROM evidence_reply t\n        WHERE t.id = NEW.merged_into_id AND t.merged_into_id IS NOT NULL) THEN\n                RAISE EXCEPTION 'Merge into the row that stands, not into one that was merged.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'merges_into_what_stands';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="da96da6914d63839279d50aecc398695e686a01a",
                            operation="UPDATE",
                            pgid="pgtrigger_merges_into_what_stands_be8c6",
                            table="evidence_reply",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_replyevent" ("article_id", "claim_id", "created_at", "id", "merged_into_id", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "revision", "text", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (OLD."article_id", OLD."claim_id", OLD."created_at", OLD."id", OLD."merged_into_id", OLD."outlet_id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."received_on", OLD."revision", OLD."text", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_reason"); RETURN NULL;',
                            hash="d465f0c7cbe28fd8bae3fa2507061f719e8f16a7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_ec0c6",
                            table="evidence_reply",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_replyevent" ("article_id", "claim_id", "created_at", "id", "merged_into_id", "outlet_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "received_on", "revision", "text", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT old_values."article_id", old_values."claim_id", old_values."created_at", old_values."id", old_values."merged_into_id", old_values."outlet_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."received_on", old_values."revision", old_values."text", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="64af149e23501cf945d19eb740a1fa740b574977",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_7f0d5",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_reply",
                            when="AFTER",
                        ),
                    ),
                ],
                "replyevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="e247df491a603a26237c0a1b383837eb30965079",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_faf67",
                            table="evidence_replyevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "resultsource": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="adc78b17342b5af85d450b167f77e3f718f4e123",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_fc00b",
                            table="evidence_resultsource",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.resultsource', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="16e00f2f71395f5eca86bb28534f29ff7077c845",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_8d1ab",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_resultsource",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.resultsource', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="a1119379997e3440dc193402fdc1c69d8a8090e8",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_5ce57",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_resultsource",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.resultsource', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="4c880ebfcffca026ce91dffcfde034ad8ce06a71",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_e6911",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_resultsource",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_resultsourceevent" ("created_at", "end", "id", "mention_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "result_id", "revision", "start", "version_id") VALUES (OLD."created_at", OLD."end", OLD."id", OLD."mention_id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."quote", OLD."result_id", OLD."revision", OLD."start", OLD."version_id"); RETURN NULL;',
                            hash="7727cf252aeaef7b7781a216b91b4da0a59a76ff",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0d916",
                            table="evidence_resultsource",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_resultsourceevent" ("created_at", "end", "id", "mention_id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "quote", "result_id", "revision", "start", "version_id") SELECT old_values."created_at", old_values."end", old_values."id", old_values."mention_id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."quote", old_values."result_id", old_values."revision", old_values."start", old_values."version_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="ab3653322ef8d341a42a568c6629570f5d0c40e8",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_5b9db",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_resultsource",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="of_one_article",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF (SELECT count(*) FROM (SELECT t.article_id FROM evidence_articleversion t WHERE t.id = NEW.version_id UNION SELECT t.article_id FROM evidence_mention t WHERE t.id = NEW.mention_id) a) > 1 THEN\n                RAISE EXCEPTION 'All that a row names is of one article.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'of_one_article';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="ca50a37d956199d34a5a3164a11a686998aff411",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_of_one_article_fc651",
                            table="evidence_resultsource",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="source_quotes_version",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF \n    NEW.start IS NOT NULL AND EXISTS (\n        SELECT 1 FROM evidence_articleversion v WHERE v.id = NEW.version_id\n            AND substr(v.text, NEW.start + 1, NEW.\"end\" - NEW.start) <> NEW.quote)\n THEN\n                RAISE EXCEPTION 'A quote''s words are those of its version at its place.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'source_quotes_version';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="1f96f721dae1aea569e27a2d0ba8549972b7d978",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_source_quotes_version_d9615",
                            table="evidence_resultsource",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="source_of_second_hand",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF EXISTS (\n    SELECT 1 FROM studies_result r\n    WHERE r.id = NEW.result_id AND r.provenance <> 'second_hand') THEN\n                RAISE EXCEPTION 'Only a second-hand result is known from an article.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'source_of_second_hand';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="df76ea825b206da5555cb997524652638c7c56cd",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_source_of_second_hand_66a17",
                            table="evidence_resultsource",
                            when="BEFORE",
                        ),
                    ),
                ],
                "resultsourceevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="92e6ca8878059615b69d729776ad8f103375629f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7bbc4",
                            table="evidence_resultsourceevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "studytopic": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="ff08f83eb857a456a55992bb8e64704259526665",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_94015",
                            table="evidence_studytopic",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.studytopic', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="60f12efa9e7ebcb3f11ed0d89d9a5de9afdc25ed",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_fb991",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_studytopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.studytopic', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="5a8da765065e7bfe0a1e3e8f45fb905aed3691e4",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_aca3d",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_studytopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.studytopic', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="f5cf8c1a9e95e61ede8de23a529ac6cc8cc28162",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_6bfca",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_studytopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_studytopicevent" ("created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "study_id", "topic_id") VALUES (OLD."created_at", OLD."id", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."revision", OLD."study_id", OLD."topic_id"); RETURN NULL;',
                            hash="f9cc83229ed4f913805513080c08d6cfc789ce6c",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_65f48",
                            table="evidence_studytopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_studytopicevent" ("created_at", "id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "study_id", "topic_id") SELECT old_values."created_at", old_values."id", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."revision", old_values."study_id", old_values."topic_id" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="16268d500b10d461c3c2c926298ba45043258cd3",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b89db",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_studytopic",
                            when="AFTER",
                        ),
                    ),
                ],
                "studytopicevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="25be0ac04a230c5655f2e503e6fd6b7934b9c66a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_3f796",
                            table="evidence_studytopicevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "topic": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="d456902c5d5297019a8d981bfa2561c41a04e9ad",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_b1c64",
                            table="evidence_topic",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.topic', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="4eb9a4a9c711feb855539296f6058869f31950b5",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_55e0b",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_topic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.topic', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="83c24daf12d36e848691bcb97f56837f7b899b39",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_c33a9",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_topic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.topic', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="2f63e7327bad32de47390e5ad25fafb8f5f7c8c6",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_a8c09",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_topic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="merges_into_what_stands",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NEW.merged_into_id IS DISTINCT FROM OLD.merged_into_id AND EXISTS (\n        SELECT 1 FROM evidence_topic t\n        WHERE t.id = NEW.merged_into_id AND t.merged_into_id IS NOT NULL) THEN\n                RAISE EXCEPTION 'Merge into the row that stands, not into one that was merged.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'merges_into_what_stands';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="2bc42fdf7607be404a407c414ade267fd5ec149e",
                            operation="UPDATE",
                            pgid="pgtrigger_merges_into_what_stands_3578f",
                            table="evidence_topic",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_topicevent" ("created_at", "id", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "sample", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") VALUES (OLD."created_at", OLD."id", OLD."merged_into_id", OLD."name", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."revision", OLD."sample", OLD."withdrawn_at", OLD."withdrawn_by_id", OLD."withdrawn_reason"); RETURN NULL;',
                            hash="638eff143316316a46d6e1468398df8f72e47a46",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7bd3c",
                            table="evidence_topic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_topicevent" ("created_at", "id", "merged_into_id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "sample", "withdrawn_at", "withdrawn_by_id", "withdrawn_reason") SELECT old_values."created_at", old_values."id", old_values."merged_into_id", old_values."name", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."revision", old_values."sample", old_values."withdrawn_at", old_values."withdrawn_by_id", old_values."withdrawn_reason" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="2ec94327d2b28263e9b1689ba23681c48403fdae",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_35dee",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_topic",
                            when="AFTER",
                        ),
                    ),
                ],
                "topicevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="7e81435e5f2d739f40eab65a8559bba7320cde26",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_5dcc4",
                            table="evidence_topicevent",
                            when="BEFORE",
                        ),
                    )
                ],
                "wordingcheck": [
                    pgtrigger.compiler.Trigger(
                        name="revision_bump",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="NEW.revision = OLD.revision + 1; RETURN NEW;",
                            hash="408daa86e491f6516493f44cfde79d998d281a3e",
                            operation="UPDATE",
                            pgid="pgtrigger_revision_bump_d21b3",
                            table="evidence_wordingcheck",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.wordingcheck', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="3f3c2937bc1bd264fb020ee92e469e83e3080bce",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_change_feed_insert_8ea02",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_wordingcheck",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.wordingcheck', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="8c9bf7d8e321f4816c2abe216ab8dc09a9ff94aa",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_change_feed_update_c8a03",
                            referencing="REFERENCING NEW TABLE AS rows ",
                            table="evidence_wordingcheck",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="change_feed_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            declare="DECLARE context uuid := _pgh_attach_context();",
                            func="\n            INSERT INTO core_change\n                (txid, at, model, row_id, operation, revision, context_id, hidden)\n            SELECT pg_current_xact_id()::text::bigint, clock_timestamp(),\n                'evidence.wordingcheck', r.id, lower(TG_OP), r.revision, context,\n                (false)\n            FROM rows r;\n            RETURN NULL;\n        ",
                            hash="9e16684a14cddbd774145c5ee3ef550f2de67619",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_change_feed_delete_0e49b",
                            referencing="REFERENCING OLD TABLE AS rows ",
                            table="evidence_wordingcheck",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                            func='INSERT INTO "evidence_wordingcheckevent" ("answer", "aspects", "by_id", "claim_version_id", "created_at", "id", "mention_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "superseded_at", "words_judged") VALUES (OLD."answer", OLD."aspects", OLD."by_id", OLD."claim_version_id", OLD."created_at", OLD."id", OLD."mention_id", OLD."note", _pgh_attach_context(), NOW(), \'update\', OLD."id", OLD."revision", OLD."superseded_at", OLD."words_judged"); RETURN NULL;',
                            hash="bec799c248a68608d98dfb40274d309adb666c1e",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7cde4",
                            table="evidence_wordingcheck",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='WITH _pgh_attached_context AS ( SELECT _pgh_attach_context() AS value ) INSERT INTO "evidence_wordingcheckevent" ("answer", "aspects", "by_id", "claim_version_id", "created_at", "id", "mention_id", "note", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "revision", "superseded_at", "words_judged") SELECT old_values."answer", old_values."aspects", old_values."by_id", old_values."claim_version_id", old_values."created_at", old_values."id", old_values."mention_id", old_values."note", _pgh_attached_context.value, NOW(), \'delete\', old_values."id", old_values."revision", old_values."superseded_at", old_values."words_judged" FROM ( SELECT old_values.* FROM old_values  ) AS old_values, _pgh_attached_context; RETURN NULL;',
                            hash="94539e390f602c9e585c8d2bc0aac99f67cc530b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fa200",
                            referencing="REFERENCING OLD TABLE AS old_values ",
                            table="evidence_wordingcheck",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="checked_against_its_claim",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            IF NOT EXISTS (\n            SELECT 1 FROM evidence_mention m\n            JOIN evidence_claimversion v ON v.claim_id = m.claim_id\n            WHERE m.id = NEW.mention_id AND v.id = NEW.claim_version_id) THEN\n                RAISE EXCEPTION 'A mention''s wording is checked against a version of its own claim.'\n                    USING ERRCODE = 'check_violation', CONSTRAINT = 'checked_against_its_claim';\n            END IF;\n            IF TG_OP = 'DELETE' THEN\n                RETURN OLD;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="5212a86a75e6e6702f52f2df076d2ff76d0270cb",
                            operation="INSERT",
                            pgid="pgtrigger_checked_against_its_claim_11d57",
                            table="evidence_wordingcheck",
                            when="BEFORE",
                        ),
                    ),
                ],
                "wordingcheckevent": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6739756eddcf14321481a472c5e5fe573f566f16",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_0ebf2",
                            table="evidence_wordingcheckevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
    ]
