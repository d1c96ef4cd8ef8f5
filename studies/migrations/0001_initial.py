import core.migration_operations
import core.trigger_sql
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.functions.text
import studies.designs
import studies.effects
import studies.words
import texts.words
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("bibliography", "0001_initial"),
        ("core", "0001_layout_59eb6d6a"),
        ("pghistory", "0007_auto_20250421_0444"),
    ]

    operations = [
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
                        choices=studies.words.Better.pairs,
                        default=studies.words.Better["NOT_STATED"],
                        max_length=10,
                    ),
                ),
                (
                    "importance",
                    models.CharField(
                        choices=studies.words.Importance.pairs,
                        default=studies.words.Importance["NOT_STATED"],
                        max_length=10,
                    ),
                ),
                (
                    "complement_of",
                    models.ForeignKey(
                        blank=True,
                        help_text="of death it is survival: who has not the one has the other",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="complements",
                        to="studies.outcome",
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
                            ("complement_of", None),
                            models.Q(("complement_of", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="studies_outcome_not_its_own_complement",
                        violation_error_message="No outcome is its own complement.",
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
                        choices=studies.words.Better.pairs,
                        default=studies.words.Better["NOT_STATED"],
                        max_length=10,
                    ),
                ),
                (
                    "importance",
                    models.CharField(
                        choices=studies.words.Importance.pairs,
                        default=studies.words.Importance["NOT_STATED"],
                        max_length=10,
                    ),
                ),
                (
                    "complement_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="of death it is survival: who has not the one has the other",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.outcome",
                    ),
                ),
                ("sample", models.BooleanField(default=False)),
            ],
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
                        choices=studies.designs.Design.pairs,
                        default=studies.designs.Design["NOT_STATED"],
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
                        choices=studies.designs.Allocation.pairs,
                        default=studies.designs.Allocation["NOT_STATED"],
                        max_length=12,
                    ),
                ),
                (
                    "consecutive",
                    models.CharField(
                        choices=texts.words.YesNo.pairs,
                        default=texts.words.YesNo["NOT_STATED"],
                        help_text="whether all people were taken in, or each as they came",
                        max_length=10,
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
                        choices=studies.words.StudyStatus.pairs,
                        default=studies.words.StudyStatus["NOT_STATED"],
                        max_length=12,
                    ),
                ),
                (
                    "described_in",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="the article that it is known from, by its title",
                    ),
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
                                        "label",
                                        function="search_words",
                                        output_field=models.TextField(),
                                    ),
                                    models.Func(
                                        django.db.models.functions.comparison.Cast(
                                            "year", models.TextField()
                                        ),
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
                                    "population",
                                    function="search_words",
                                    output_field=models.TextField(),
                                ),
                                models.Func(
                                    "intervention",
                                    function="search_words",
                                    output_field=models.TextField(),
                                ),
                                models.Func(
                                    "comparator",
                                    function="search_words",
                                    output_field=models.TextField(),
                                ),
                                models.Func(
                                    "registration",
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
                "verbose_name_plural": "studies",
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
                            ("consecutive__in", ["yes", "no", "not_stated"])
                        ),
                        name="studies_study_consecutive_word",
                        violation_error_message="Consecutive must be one of: yes, no, not_stated.",
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
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        help_text="the arm of the same name, where its study was merged into another",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="merged_from",
                        to="studies.arm",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("study", "name"),
                        name="studies_arm_once",
                        violation_error_message="The study has an arm of this name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="studies_arm_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
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
                (
                    "merged_into",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        help_text="the arm of the same name, where its study was merged into another",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.arm",
                    ),
                ),
            ],
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
                        choices=studies.words.InclusionState.pairs,
                        default=studies.words.InclusionState["LISTED"],
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
                        choices=studies.words.InclusionState.pairs,
                        default=studies.words.InclusionState["LISTED"],
                        max_length=10,
                    ),
                ),
            ],
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
                        to="bibliography.reference",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=studies.words.ReportRole.pairs,
                        default=studies.words.ReportRole["MAIN"],
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
                        to="bibliography.reference",
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=studies.words.ReportRole.pairs,
                        default=studies.words.ReportRole["MAIN"],
                        max_length=12,
                    ),
                ),
            ],
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
                    "se_1",
                    models.FloatField(
                        blank=True, help_text="standard error of the mean", null=True
                    ),
                ),
                (
                    "mean_ci_low_1",
                    models.FloatField(
                        blank=True, help_text="95 % interval of the mean", null=True
                    ),
                ),
                ("mean_ci_high_1", models.FloatField(blank=True, null=True)),
                (
                    "baseline_1",
                    models.FloatField(blank=True, help_text="mean before", null=True),
                ),
                ("median_1", models.FloatField(blank=True, null=True)),
                (
                    "q1_1",
                    models.FloatField(
                        blank=True, help_text="lower quartile", null=True
                    ),
                ),
                (
                    "q3_1",
                    models.FloatField(
                        blank=True, help_text="upper quartile", null=True
                    ),
                ),
                ("min_1", models.FloatField(blank=True, null=True)),
                ("max_1", models.FloatField(blank=True, null=True)),
                ("person_time_1", models.FloatField(blank=True, null=True)),
                ("se_2", models.FloatField(blank=True, null=True)),
                ("mean_ci_low_2", models.FloatField(blank=True, null=True)),
                ("mean_ci_high_2", models.FloatField(blank=True, null=True)),
                ("baseline_2", models.FloatField(blank=True, null=True)),
                ("median_2", models.FloatField(blank=True, null=True)),
                ("q1_2", models.FloatField(blank=True, null=True)),
                ("q3_2", models.FloatField(blank=True, null=True)),
                ("min_2", models.FloatField(blank=True, null=True)),
                ("max_2", models.FloatField(blank=True, null=True)),
                ("person_time_2", models.FloatField(blank=True, null=True)),
                (
                    "person_time_unit",
                    models.CharField(
                        blank=True,
                        help_text="person-years, 1,000 catheter days …",
                        max_length=80,
                    ),
                ),
                (
                    "estimate_se",
                    models.FloatField(
                        blank=True,
                        help_text="standard error, of a ratio its logarithm's",
                        null=True,
                    ),
                ),
                (
                    "o_minus_e",
                    models.FloatField(
                        blank=True,
                        help_text="observed less expected events, group 1",
                        null=True,
                    ),
                ),
                ("log_rank_variance", models.FloatField(blank=True, null=True)),
                ("adjusted_for", models.CharField(blank=True, max_length=400)),
                (
                    "imputed",
                    models.CharField(
                        choices=texts.words.YesNo.pairs,
                        default=texts.words.YesNo["NOT_STATED"],
                        help_text="whether missing values were filled in",
                        max_length=10,
                    ),
                ),
                (
                    "evidence_route",
                    models.CharField(
                        choices=studies.words.EvidenceRoute.pairs,
                        default=studies.words.EvidenceRoute["NOT_STATED"],
                        help_text="of a network's estimate",
                        max_length=10,
                    ),
                ),
                (
                    "cluster_size",
                    models.FloatField(
                        blank=True,
                        help_text="people in a cluster, on average",
                        null=True,
                    ),
                ),
                (
                    "icc",
                    models.FloatField(
                        blank=True, help_text="intracluster correlation", null=True
                    ),
                ),
                (
                    "icc_source",
                    models.CharField(
                        blank=True,
                        help_text="where it is borrowed from",
                        max_length=200,
                    ),
                ),
                (
                    "sd_difference",
                    models.FloatField(
                        blank=True,
                        help_text="deviation of the differences within people",
                        null=True,
                    ),
                ),
                (
                    "correlation",
                    models.FloatField(
                        blank=True, help_text="of the two values of a person", null=True
                    ),
                ),
                (
                    "discordant_1",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="pairs with the event in group 1 alone",
                        null=True,
                    ),
                ),
                (
                    "discordant_2",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="pairs with the event in group 2 alone",
                        null=True,
                    ),
                ),
                ("true_positives", models.PositiveIntegerField(blank=True, null=True)),
                ("false_positives", models.PositiveIntegerField(blank=True, null=True)),
                ("false_negatives", models.PositiveIntegerField(blank=True, null=True)),
                ("true_negatives", models.PositiveIntegerField(blank=True, null=True)),
                ("sensitivity", models.FloatField(blank=True, null=True)),
                ("sensitivity_low", models.FloatField(blank=True, null=True)),
                ("sensitivity_high", models.FloatField(blank=True, null=True)),
                ("specificity", models.FloatField(blank=True, null=True)),
                ("specificity_low", models.FloatField(blank=True, null=True)),
                ("specificity_high", models.FloatField(blank=True, null=True)),
                ("reference_standard", models.CharField(blank=True, max_length=200)),
                (
                    "time_value",
                    models.FloatField(
                        blank=True, help_text="time as a number", null=True
                    ),
                ),
                (
                    "time_unit",
                    models.CharField(
                        blank=True, choices=studies.words.TimeUnit.pairs, max_length=10
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
                        choices=studies.words.Contrast.pairs,
                        default=studies.words.Contrast["NOT_STATED"],
                        max_length=12,
                    ),
                ),
                (
                    "comparison",
                    models.TextField(blank=True, help_text="what against what"),
                ),
                (
                    "arm_1",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="studies.arm",
                    ),
                ),
                (
                    "arm_2",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="studies.arm",
                    ),
                ),
                ("time_point", models.CharField(blank=True, max_length=200)),
                (
                    "analysis_set",
                    models.CharField(
                        choices=studies.words.AnalysisSet.pairs,
                        default=studies.words.AnalysisSet["NOT_STATED"],
                        max_length=12,
                    ),
                ),
                (
                    "measured",
                    models.CharField(
                        choices=studies.words.Measured.pairs,
                        default=studies.words.Measured["NOT_STATED"],
                        max_length=10,
                    ),
                ),
                (
                    "adjusted",
                    models.CharField(
                        choices=texts.words.YesNo.pairs,
                        default=texts.words.YesNo["NOT_STATED"],
                        max_length=10,
                    ),
                ),
                ("subgroup", models.CharField(blank=True, max_length=200)),
                (
                    "subgroup_planned",
                    models.CharField(
                        choices=texts.words.YesNo.pairs,
                        default=texts.words.YesNo["NOT_STATED"],
                        max_length=10,
                    ),
                ),
                ("dose", models.CharField(blank=True, max_length=200)),
                (
                    "metric",
                    models.CharField(
                        choices=studies.effects.Measure.pairs, max_length=12
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
                        choices=studies.words.Direction.pairs,
                        default=studies.words.Direction["NOT_STATED"],
                        max_length=14,
                    ),
                ),
                (
                    "printed",
                    models.JSONField(blank=True, default=dict, help_text="as printed"),
                ),
                (
                    "answers",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="why what looks amiss stands so",
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
                        choices=studies.words.Provenance.pairs, max_length=12
                    ),
                ),
                (
                    "compiled_from",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="compiled",
                        to="bibliography.reference",
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
                (
                    "disputed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("disputed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "source_says",
                    models.TextField(
                        blank=True,
                        help_text="where a second person read something else",
                    ),
                ),
                ("sample", models.BooleanField(default=False)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("disputed_at__isnull", False)),
                        fields=["disputed_at", "id"],
                        name="studies_result_disputed",
                    )
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
                            ("baseline_1__gt", float("-inf")),
                            ("baseline_1__lt", float("inf")),
                            ("baseline_2__gt", float("-inf")),
                            ("baseline_2__lt", float("inf")),
                            ("ci_high__gt", float("-inf")),
                            ("ci_high__lt", float("inf")),
                            ("ci_low__gt", float("-inf")),
                            ("ci_low__lt", float("inf")),
                            ("cluster_size__gt", float("-inf")),
                            ("cluster_size__lt", float("inf")),
                            ("correlation__gt", float("-inf")),
                            ("correlation__lt", float("inf")),
                            ("estimate__gt", float("-inf")),
                            ("estimate__lt", float("inf")),
                            ("estimate_se__gt", float("-inf")),
                            ("estimate_se__lt", float("inf")),
                            ("icc__gt", float("-inf")),
                            ("icc__lt", float("inf")),
                            ("log_rank_variance__gt", float("-inf")),
                            ("log_rank_variance__lt", float("inf")),
                            ("max_1__gt", float("-inf")),
                            ("max_1__lt", float("inf")),
                            ("max_2__gt", float("-inf")),
                            ("max_2__lt", float("inf")),
                            ("mean_1__gt", float("-inf")),
                            ("mean_1__lt", float("inf")),
                            ("mean_2__gt", float("-inf")),
                            ("mean_2__lt", float("inf")),
                            ("mean_ci_high_1__gt", float("-inf")),
                            ("mean_ci_high_1__lt", float("inf")),
                            ("mean_ci_high_2__gt", float("-inf")),
                            ("mean_ci_high_2__lt", float("inf")),
                            ("mean_ci_low_1__gt", float("-inf")),
                            ("mean_ci_low_1__lt", float("inf")),
                            ("mean_ci_low_2__gt", float("-inf")),
                            ("mean_ci_low_2__lt", float("inf")),
                            ("median_1__gt", float("-inf")),
                            ("median_1__lt", float("inf")),
                            ("median_2__gt", float("-inf")),
                            ("median_2__lt", float("inf")),
                            ("min_1__gt", float("-inf")),
                            ("min_1__lt", float("inf")),
                            ("min_2__gt", float("-inf")),
                            ("min_2__lt", float("inf")),
                            ("o_minus_e__gt", float("-inf")),
                            ("o_minus_e__lt", float("inf")),
                            ("person_time_1__gt", float("-inf")),
                            ("person_time_1__lt", float("inf")),
                            ("person_time_2__gt", float("-inf")),
                            ("person_time_2__lt", float("inf")),
                            ("q1_1__gt", float("-inf")),
                            ("q1_1__lt", float("inf")),
                            ("q1_2__gt", float("-inf")),
                            ("q1_2__lt", float("inf")),
                            ("q3_1__gt", float("-inf")),
                            ("q3_1__lt", float("inf")),
                            ("q3_2__gt", float("-inf")),
                            ("q3_2__lt", float("inf")),
                            ("sd_1__gt", float("-inf")),
                            ("sd_1__lt", float("inf")),
                            ("sd_2__gt", float("-inf")),
                            ("sd_2__lt", float("inf")),
                            ("sd_difference__gt", float("-inf")),
                            ("sd_difference__lt", float("inf")),
                            ("se_1__gt", float("-inf")),
                            ("se_1__lt", float("inf")),
                            ("se_2__gt", float("-inf")),
                            ("se_2__lt", float("inf")),
                            ("sensitivity__gt", float("-inf")),
                            ("sensitivity__lt", float("inf")),
                            ("sensitivity_high__gt", float("-inf")),
                            ("sensitivity_high__lt", float("inf")),
                            ("sensitivity_low__gt", float("-inf")),
                            ("sensitivity_low__lt", float("inf")),
                            ("specificity__gt", float("-inf")),
                            ("specificity__lt", float("inf")),
                            ("specificity_high__gt", float("-inf")),
                            ("specificity_high__lt", float("inf")),
                            ("specificity_low__gt", float("-inf")),
                            ("specificity_low__lt", float("inf")),
                            ("time_value__gt", float("-inf")),
                            ("time_value__lt", float("inf")),
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
                            ("person_time_1__isnull", False),
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
                            ("person_time_2__isnull", False),
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
                            models.Q(
                                ("disputed_at", None),
                                ("disputed_by", None),
                                ("source_says", ""),
                            ),
                            models.Q(
                                ("disputed_at__isnull", False),
                                ("disputed_by__isnull", False),
                                models.Q(("source_says", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_disputed_whole",
                        violation_error_message="A result that is not the same as its source says who found that, when, and what the source says.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("disputed_by", None),
                            models.Q(
                                ("disputed_by", models.F("entered_by")), _negated=True
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_disputed_by_another",
                        violation_error_message="Whoever entered a result corrects it; another person says that it is not the same as its source.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("checked_by", None), ("disputed_by", None), _connector="OR"
                        ),
                        name="studies_result_checked_or_disputed",
                        violation_error_message="A result is the same as its source, or it is not.",
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
                            ("arm_1", None),
                            ("arm_2", None),
                            models.Q(("arm_1", models.F("arm_2")), _negated=True),
                            _connector="OR",
                        ),
                        name="studies_result_two_arms",
                        violation_error_message="A result compares two arms, not one twice.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("min_1__isnull", True),
                                ("q1_1__isnull", True),
                                ("min_1__lte", models.F("q1_1")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("min_1__isnull", True),
                                ("median_1__isnull", True),
                                ("min_1__lte", models.F("median_1")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("min_1__isnull", True),
                                ("q3_1__isnull", True),
                                ("min_1__lte", models.F("q3_1")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("min_1__isnull", True),
                                ("max_1__isnull", True),
                                ("min_1__lte", models.F("max_1")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("q1_1__isnull", True),
                                ("median_1__isnull", True),
                                ("q1_1__lte", models.F("median_1")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("q1_1__isnull", True),
                                ("q3_1__isnull", True),
                                ("q1_1__lte", models.F("q3_1")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("q1_1__isnull", True),
                                ("max_1__isnull", True),
                                ("q1_1__lte", models.F("max_1")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("median_1__isnull", True),
                                ("q3_1__isnull", True),
                                ("median_1__lte", models.F("q3_1")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("median_1__isnull", True),
                                ("max_1__isnull", True),
                                ("median_1__lte", models.F("max_1")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("q3_1__isnull", True),
                                ("max_1__isnull", True),
                                ("q3_1__lte", models.F("max_1")),
                                _connector="OR",
                            ),
                            models.Q(
                                models.Q(
                                    ("q1_1__isnull", True), ("q3_1__isnull", True)
                                ),
                                models.Q(
                                    ("q1_1__isnull", False), ("q3_1__isnull", False)
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                models.Q(
                                    ("max_1__isnull", True), ("min_1__isnull", True)
                                ),
                                models.Q(
                                    ("max_1__isnull", False), ("min_1__isnull", False)
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("median_1__isnull", False),
                                models.Q(
                                    ("max_1__isnull", True),
                                    ("min_1__isnull", True),
                                    ("q1_1__isnull", True),
                                    ("q3_1__isnull", True),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="studies_result_median_1",
                        violation_error_message="A median in group 1 lies between its quartiles, and these between the least and the greatest value; quartiles come in pairs, with their median.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("mean_ci_low_1__isnull", True),
                                ("mean_1__isnull", True),
                                ("mean_ci_low_1__lte", models.F("mean_1")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("mean_ci_low_1__isnull", True),
                                ("mean_ci_high_1__isnull", True),
                                ("mean_ci_low_1__lte", models.F("mean_ci_high_1")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("mean_1__isnull", True),
                                ("mean_ci_high_1__isnull", True),
                                ("mean_1__lte", models.F("mean_ci_high_1")),
                                _connector="OR",
                            ),
                            models.Q(
                                models.Q(
                                    ("mean_ci_high_1__isnull", True),
                                    ("mean_ci_low_1__isnull", True),
                                ),
                                models.Q(
                                    ("mean_ci_high_1__isnull", False),
                                    ("mean_ci_low_1__isnull", False),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="studies_result_mean_interval_1",
                        violation_error_message="The interval of the mean in group 1 has both ends, with the mean between them.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("se_1__isnull", True),
                                ("se_1__gte", 0),
                                _connector="OR",
                            ),
                            models.Q(
                                ("person_time_1__isnull", True),
                                ("person_time_1__gt", 0),
                                _connector="OR",
                            ),
                        ),
                        name="studies_result_above_zero_1",
                        violation_error_message="A standard error in group 1 is not below 0, and person-time above it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("min_2__isnull", True),
                                ("q1_2__isnull", True),
                                ("min_2__lte", models.F("q1_2")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("min_2__isnull", True),
                                ("median_2__isnull", True),
                                ("min_2__lte", models.F("median_2")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("min_2__isnull", True),
                                ("q3_2__isnull", True),
                                ("min_2__lte", models.F("q3_2")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("min_2__isnull", True),
                                ("max_2__isnull", True),
                                ("min_2__lte", models.F("max_2")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("q1_2__isnull", True),
                                ("median_2__isnull", True),
                                ("q1_2__lte", models.F("median_2")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("q1_2__isnull", True),
                                ("q3_2__isnull", True),
                                ("q1_2__lte", models.F("q3_2")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("q1_2__isnull", True),
                                ("max_2__isnull", True),
                                ("q1_2__lte", models.F("max_2")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("median_2__isnull", True),
                                ("q3_2__isnull", True),
                                ("median_2__lte", models.F("q3_2")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("median_2__isnull", True),
                                ("max_2__isnull", True),
                                ("median_2__lte", models.F("max_2")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("q3_2__isnull", True),
                                ("max_2__isnull", True),
                                ("q3_2__lte", models.F("max_2")),
                                _connector="OR",
                            ),
                            models.Q(
                                models.Q(
                                    ("q1_2__isnull", True), ("q3_2__isnull", True)
                                ),
                                models.Q(
                                    ("q1_2__isnull", False), ("q3_2__isnull", False)
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                models.Q(
                                    ("max_2__isnull", True), ("min_2__isnull", True)
                                ),
                                models.Q(
                                    ("max_2__isnull", False), ("min_2__isnull", False)
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                ("median_2__isnull", False),
                                models.Q(
                                    ("max_2__isnull", True),
                                    ("min_2__isnull", True),
                                    ("q1_2__isnull", True),
                                    ("q3_2__isnull", True),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="studies_result_median_2",
                        violation_error_message="A median in group 2 lies between its quartiles, and these between the least and the greatest value; quartiles come in pairs, with their median.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("mean_ci_low_2__isnull", True),
                                ("mean_2__isnull", True),
                                ("mean_ci_low_2__lte", models.F("mean_2")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("mean_ci_low_2__isnull", True),
                                ("mean_ci_high_2__isnull", True),
                                ("mean_ci_low_2__lte", models.F("mean_ci_high_2")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("mean_2__isnull", True),
                                ("mean_ci_high_2__isnull", True),
                                ("mean_2__lte", models.F("mean_ci_high_2")),
                                _connector="OR",
                            ),
                            models.Q(
                                models.Q(
                                    ("mean_ci_high_2__isnull", True),
                                    ("mean_ci_low_2__isnull", True),
                                ),
                                models.Q(
                                    ("mean_ci_high_2__isnull", False),
                                    ("mean_ci_low_2__isnull", False),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="studies_result_mean_interval_2",
                        violation_error_message="The interval of the mean in group 2 has both ends, with the mean between them.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("se_2__isnull", True),
                                ("se_2__gte", 0),
                                _connector="OR",
                            ),
                            models.Q(
                                ("person_time_2__isnull", True),
                                ("person_time_2__gt", 0),
                                _connector="OR",
                            ),
                        ),
                        name="studies_result_above_zero_2",
                        violation_error_message="A standard error in group 2 is not below 0, and person-time above it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("estimate_se", None),
                            models.Q(
                                ("estimate__isnull", False), ("estimate_se__gt", 0)
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_estimate_se",
                        violation_error_message="A standard error is above 0, and stands with its estimate.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("log_rank_variance", None), ("o_minus_e", None)),
                            models.Q(
                                ("log_rank_variance__gt", 0),
                                ("log_rank_variance__isnull", False),
                                ("o_minus_e__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_log_rank",
                        violation_error_message="Observed less expected events come with their variance, which is above 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("adjusted", "yes"),
                                models.Q(("adjusted_for", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("adjusted", "yes"), _negated=True),
                                ("adjusted_for", ""),
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_adjusted_for",
                        violation_error_message="An adjusted result says for what it is adjusted; no other does.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("person_time_1", None),
                                ("person_time_2", None),
                                ("person_time_unit", ""),
                            ),
                            models.Q(
                                models.Q(
                                    ("person_time_1__isnull", False),
                                    ("person_time_2__isnull", False),
                                    _connector="OR",
                                ),
                                models.Q(("person_time_unit", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_person_time_unit",
                        violation_error_message="Person-time has a unit.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("cluster_size", None),
                                ("cluster_size__gte", 1),
                                _connector="OR",
                            ),
                            models.Q(
                                models.Q(("icc", None), ("icc_source", "")),
                                models.Q(
                                    ("icc__isnull", False), ("icc__range", (0, 1))
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="studies_result_cluster",
                        violation_error_message="A cluster has at least one member, and an intracluster correlation, which may be borrowed, lies between 0 and 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("sd_difference", None),
                                ("sd_difference__gte", 0),
                                _connector="OR",
                            ),
                            models.Q(
                                ("correlation", None),
                                ("correlation__range", (-1, 1)),
                                _connector="OR",
                            ),
                        ),
                        name="studies_result_paired",
                        violation_error_message="A deviation of differences is not below 0, and a correlation lies between -1 and 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("discordant_1__isnull", True),
                                ("discordant_2__isnull", True),
                            ),
                            models.Q(
                                ("discordant_1__isnull", False),
                                ("discordant_2__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_discordant",
                        violation_error_message="Discordant pairs are stated for both groups.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                models.Q(("metric", "accuracy"), _negated=True),
                                ("false_negatives__isnull", True),
                                ("false_positives__isnull", True),
                                ("sensitivity__isnull", True),
                                ("sensitivity_high__isnull", True),
                                ("sensitivity_low__isnull", True),
                                ("specificity__isnull", True),
                                ("specificity_high__isnull", True),
                                ("specificity_low__isnull", True),
                                ("true_negatives__isnull", True),
                                ("true_positives__isnull", True),
                                ("reference_standard", ""),
                            ),
                            models.Q(
                                ("metric", "accuracy"),
                                models.Q(("reference_standard", ""), _negated=True),
                                models.Q(
                                    models.Q(
                                        ("false_negatives__isnull", False),
                                        ("false_positives__isnull", False),
                                        ("true_negatives__isnull", False),
                                        ("true_positives__isnull", False),
                                    ),
                                    models.Q(
                                        ("false_negatives__isnull", True),
                                        ("false_positives__isnull", True),
                                        ("true_negatives__isnull", True),
                                        ("true_positives__isnull", True),
                                        ("sensitivity__isnull", False),
                                        ("specificity__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_accuracy",
                        violation_error_message="Sensitivity and specificity name their reference standard, and all four cells or both values; no other measure has them.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("sensitivity_low__isnull", True),
                                ("sensitivity__isnull", True),
                                ("sensitivity_low__lte", models.F("sensitivity")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("sensitivity_low__isnull", True),
                                ("sensitivity_high__isnull", True),
                                ("sensitivity_low__lte", models.F("sensitivity_high")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("sensitivity__isnull", True),
                                ("sensitivity_high__isnull", True),
                                ("sensitivity__lte", models.F("sensitivity_high")),
                                _connector="OR",
                            ),
                            models.Q(
                                models.Q(
                                    ("sensitivity_high__isnull", True),
                                    ("sensitivity_low__isnull", True),
                                ),
                                models.Q(
                                    ("sensitivity_high__isnull", False),
                                    ("sensitivity_low__isnull", False),
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                models.Q(
                                    ("sensitivity__isnull", True),
                                    ("sensitivity_low__isnull", True),
                                ),
                                models.Q(
                                    ("sensitivity__isnull", False),
                                    ("sensitivity__range", (0, 1)),
                                    models.Q(
                                        ("sensitivity_low__isnull", True),
                                        models.Q(
                                            ("sensitivity_high__lte", 1),
                                            ("sensitivity_low__gte", 0),
                                        ),
                                        _connector="OR",
                                    ),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="studies_result_sensitivity",
                        violation_error_message="A sensitivity and its interval lie between 0 and 1, the value within.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("specificity_low__isnull", True),
                                ("specificity__isnull", True),
                                ("specificity_low__lte", models.F("specificity")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("specificity_low__isnull", True),
                                ("specificity_high__isnull", True),
                                ("specificity_low__lte", models.F("specificity_high")),
                                _connector="OR",
                            ),
                            models.Q(
                                ("specificity__isnull", True),
                                ("specificity_high__isnull", True),
                                ("specificity__lte", models.F("specificity_high")),
                                _connector="OR",
                            ),
                            models.Q(
                                models.Q(
                                    ("specificity_high__isnull", True),
                                    ("specificity_low__isnull", True),
                                ),
                                models.Q(
                                    ("specificity_high__isnull", False),
                                    ("specificity_low__isnull", False),
                                ),
                                _connector="OR",
                            ),
                            models.Q(
                                models.Q(
                                    ("specificity__isnull", True),
                                    ("specificity_low__isnull", True),
                                ),
                                models.Q(
                                    ("specificity__isnull", False),
                                    ("specificity__range", (0, 1)),
                                    models.Q(
                                        ("specificity_low__isnull", True),
                                        models.Q(
                                            ("specificity_high__lte", 1),
                                            ("specificity_low__gte", 0),
                                        ),
                                        _connector="OR",
                                    ),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="studies_result_specificity",
                        violation_error_message="A specificity and its interval lie between 0 and 1, the value within.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("time_unit", ""), ("time_value", None)),
                            models.Q(
                                ("time_value__gte", 0),
                                ("time_value__isnull", False),
                                models.Q(("time_unit", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="studies_result_time",
                        violation_error_message="A time is a number, 0 or more, and its unit.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("imputed__in", ["yes", "no", "not_stated"])
                        ),
                        name="studies_result_imputed_word",
                        violation_error_message="Imputed must be one of: yes, no, not_stated.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "evidence_route__in",
                                ["direct", "indirect", "mixed", "not_stated"],
                            )
                        ),
                        name="studies_result_evidence_route_word",
                        violation_error_message="Evidence route must be one of: direct, indirect, mixed, not_stated.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "time_unit__in",
                                ["", "hours", "days", "weeks", "months", "years"],
                            )
                        ),
                        name="studies_result_time_unit_word",
                        violation_error_message="Time unit must be one of: hours, days, weeks, months, years.",
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
                                    "safety",
                                    "per_protocol",
                                    "completers",
                                    "not_stated",
                                ],
                            )
                        ),
                        name="studies_result_analysis_set_word",
                        violation_error_message="Analysis set must be one of: itt, mitt, safety, per_protocol, completers, not_stated.",
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
                                    "rate",
                                    "accuracy",
                                    "words",
                                ],
                            )
                        ),
                        name="studies_result_metric_word",
                        violation_error_message="Metric must be one of: rr, or, hr, rate_ratio, rd, md, smd, rom, r, proportion, mean, count, rate, accuracy, words.",
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
                    "se_1",
                    models.FloatField(
                        blank=True, help_text="standard error of the mean", null=True
                    ),
                ),
                (
                    "mean_ci_low_1",
                    models.FloatField(
                        blank=True, help_text="95 % interval of the mean", null=True
                    ),
                ),
                ("mean_ci_high_1", models.FloatField(blank=True, null=True)),
                (
                    "baseline_1",
                    models.FloatField(blank=True, help_text="mean before", null=True),
                ),
                ("median_1", models.FloatField(blank=True, null=True)),
                (
                    "q1_1",
                    models.FloatField(
                        blank=True, help_text="lower quartile", null=True
                    ),
                ),
                (
                    "q3_1",
                    models.FloatField(
                        blank=True, help_text="upper quartile", null=True
                    ),
                ),
                ("min_1", models.FloatField(blank=True, null=True)),
                ("max_1", models.FloatField(blank=True, null=True)),
                ("person_time_1", models.FloatField(blank=True, null=True)),
                ("se_2", models.FloatField(blank=True, null=True)),
                ("mean_ci_low_2", models.FloatField(blank=True, null=True)),
                ("mean_ci_high_2", models.FloatField(blank=True, null=True)),
                ("baseline_2", models.FloatField(blank=True, null=True)),
                ("median_2", models.FloatField(blank=True, null=True)),
                ("q1_2", models.FloatField(blank=True, null=True)),
                ("q3_2", models.FloatField(blank=True, null=True)),
                ("min_2", models.FloatField(blank=True, null=True)),
                ("max_2", models.FloatField(blank=True, null=True)),
                ("person_time_2", models.FloatField(blank=True, null=True)),
                (
                    "person_time_unit",
                    models.CharField(
                        blank=True,
                        help_text="person-years, 1,000 catheter days …",
                        max_length=80,
                    ),
                ),
                (
                    "estimate_se",
                    models.FloatField(
                        blank=True,
                        help_text="standard error, of a ratio its logarithm's",
                        null=True,
                    ),
                ),
                (
                    "o_minus_e",
                    models.FloatField(
                        blank=True,
                        help_text="observed less expected events, group 1",
                        null=True,
                    ),
                ),
                ("log_rank_variance", models.FloatField(blank=True, null=True)),
                ("adjusted_for", models.CharField(blank=True, max_length=400)),
                (
                    "imputed",
                    models.CharField(
                        choices=texts.words.YesNo.pairs,
                        default=texts.words.YesNo["NOT_STATED"],
                        help_text="whether missing values were filled in",
                        max_length=10,
                    ),
                ),
                (
                    "evidence_route",
                    models.CharField(
                        choices=studies.words.EvidenceRoute.pairs,
                        default=studies.words.EvidenceRoute["NOT_STATED"],
                        help_text="of a network's estimate",
                        max_length=10,
                    ),
                ),
                (
                    "cluster_size",
                    models.FloatField(
                        blank=True,
                        help_text="people in a cluster, on average",
                        null=True,
                    ),
                ),
                (
                    "icc",
                    models.FloatField(
                        blank=True, help_text="intracluster correlation", null=True
                    ),
                ),
                (
                    "icc_source",
                    models.CharField(
                        blank=True,
                        help_text="where it is borrowed from",
                        max_length=200,
                    ),
                ),
                (
                    "sd_difference",
                    models.FloatField(
                        blank=True,
                        help_text="deviation of the differences within people",
                        null=True,
                    ),
                ),
                (
                    "correlation",
                    models.FloatField(
                        blank=True, help_text="of the two values of a person", null=True
                    ),
                ),
                (
                    "discordant_1",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="pairs with the event in group 1 alone",
                        null=True,
                    ),
                ),
                (
                    "discordant_2",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="pairs with the event in group 2 alone",
                        null=True,
                    ),
                ),
                ("true_positives", models.PositiveIntegerField(blank=True, null=True)),
                ("false_positives", models.PositiveIntegerField(blank=True, null=True)),
                ("false_negatives", models.PositiveIntegerField(blank=True, null=True)),
                ("true_negatives", models.PositiveIntegerField(blank=True, null=True)),
                ("sensitivity", models.FloatField(blank=True, null=True)),
                ("sensitivity_low", models.FloatField(blank=True, null=True)),
                ("sensitivity_high", models.FloatField(blank=True, null=True)),
                ("specificity", models.FloatField(blank=True, null=True)),
                ("specificity_low", models.FloatField(blank=True, null=True)),
                ("specificity_high", models.FloatField(blank=True, null=True)),
                ("reference_standard", models.CharField(blank=True, max_length=200)),
                (
                    "time_value",
                    models.FloatField(
                        blank=True, help_text="time as a number", null=True
                    ),
                ),
                (
                    "time_unit",
                    models.CharField(
                        blank=True, choices=studies.words.TimeUnit.pairs, max_length=10
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
                        choices=studies.words.Contrast.pairs,
                        default=studies.words.Contrast["NOT_STATED"],
                        max_length=12,
                    ),
                ),
                (
                    "comparison",
                    models.TextField(blank=True, help_text="what against what"),
                ),
                (
                    "arm_1",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.arm",
                    ),
                ),
                (
                    "arm_2",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.arm",
                    ),
                ),
                ("time_point", models.CharField(blank=True, max_length=200)),
                (
                    "analysis_set",
                    models.CharField(
                        choices=studies.words.AnalysisSet.pairs,
                        default=studies.words.AnalysisSet["NOT_STATED"],
                        max_length=12,
                    ),
                ),
                (
                    "measured",
                    models.CharField(
                        choices=studies.words.Measured.pairs,
                        default=studies.words.Measured["NOT_STATED"],
                        max_length=10,
                    ),
                ),
                (
                    "adjusted",
                    models.CharField(
                        choices=texts.words.YesNo.pairs,
                        default=texts.words.YesNo["NOT_STATED"],
                        max_length=10,
                    ),
                ),
                ("subgroup", models.CharField(blank=True, max_length=200)),
                (
                    "subgroup_planned",
                    models.CharField(
                        choices=texts.words.YesNo.pairs,
                        default=texts.words.YesNo["NOT_STATED"],
                        max_length=10,
                    ),
                ),
                ("dose", models.CharField(blank=True, max_length=200)),
                (
                    "metric",
                    models.CharField(
                        choices=studies.effects.Measure.pairs, max_length=12
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
                        choices=studies.words.Direction.pairs,
                        default=studies.words.Direction["NOT_STATED"],
                        max_length=14,
                    ),
                ),
                (
                    "printed",
                    models.JSONField(blank=True, default=dict, help_text="as printed"),
                ),
                (
                    "answers",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="why what looks amiss stands so",
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
                        choices=studies.words.Provenance.pairs, max_length=12
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
                        to="bibliography.reference",
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
                (
                    "disputed_by",
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
                ("disputed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "source_says",
                    models.TextField(
                        blank=True,
                        help_text="where a second person read something else",
                    ),
                ),
                ("sample", models.BooleanField(default=False)),
            ],
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
                        choices=studies.designs.Design.pairs,
                        default=studies.designs.Design["NOT_STATED"],
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
                        choices=studies.designs.Allocation.pairs,
                        default=studies.designs.Allocation["NOT_STATED"],
                        max_length=12,
                    ),
                ),
                (
                    "consecutive",
                    models.CharField(
                        choices=texts.words.YesNo.pairs,
                        default=texts.words.YesNo["NOT_STATED"],
                        help_text="whether all people were taken in, or each as they came",
                        max_length=10,
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
                        choices=studies.words.StudyStatus.pairs,
                        default=studies.words.StudyStatus["NOT_STATED"],
                        max_length=12,
                    ),
                ),
                (
                    "described_in",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="the article that it is known from, by its title",
                    ),
                ),
                ("sample", models.BooleanField(default=False)),
            ],
        ),
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
                        to="studies.topic",
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("sample", models.BooleanField(default=False)),
                (
                    "search",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.contrib.postgres.search.SearchVector(
                            models.Func(
                                "name",
                                function="search_words",
                                output_field=models.TextField(),
                            ),
                            config="finding",
                            weight="A",
                        ),
                        output_field=django.contrib.postgres.search.SearchVectorField(),
                    ),
                ),
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
                        name="studies_topic_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="studies_topic_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("name"),
                        condition=models.Q(
                            ("merged_into", None), ("withdrawn_at", None)
                        ),
                        name="studies_topic_named_once",
                        violation_error_message="There is a topic of this name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="studies_topic_named",
                        violation_error_message="A topic has a name.",
                    ),
                ],
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
                        to="studies.topic",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("study", "topic"),
                        name="studies_studytopic_once",
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
                        to="studies.studytopic",
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
                        to="studies.topic",
                    ),
                ),
            ],
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
                        to="studies.topic",
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
                        to="studies.topic",
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("sample", models.BooleanField(default=False)),
            ],
        ),
        migrations.AddField(
            model_name="topic",
            name="studies",
            field=models.ManyToManyField(
                blank=True,
                related_name="topics",
                through="studies.StudyTopic",
                to="studies.study",
            ),
        ),
        core.migration_operations.ShareTriggers(
            models=[
                "arm",
                "inclusion",
                "outcome",
                "report",
                "result",
                "study",
                "studytopic",
                "topic",
            ],
            triggers=[
                core.trigger_sql.SharedTrigger(
                    execute="core_bump_revision()",
                    name="revision_bump",
                    operation="UPDATE",
                    when="BEFORE",
                ),
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
            models=["arm", "outcome", "result", "study", "topic"],
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
            models=[
                "armevent",
                "inclusionevent",
                "outcomeevent",
                "reportevent",
                "resultevent",
                "studyevent",
                "studytopicevent",
                "topicevent",
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
    ]
