import claims.claims.figures
import claims.words
import core.migration_operations
import core.trigger_sql
import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.lookups
import django.db.models.manager
import evidence.bases.models
import evidence.words
import studies.designs
import studies.effects
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("articles", "0001_initial"),
        ("bibliography", "0001_initial"),
        ("claims", "0001_initial"),
        ("core", "0001_layout_59eb6d6a"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("studies", "0001_initial"),
    ]

    operations = [
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
                    "scale",
                    models.CharField(
                        blank=True, choices=studies.effects.Measure.pairs, max_length=12
                    ),
                ),
                ("figures_unit", models.CharField(blank=True, max_length=60)),
                (
                    "margin",
                    models.FloatField(
                        blank=True,
                        help_text="up to which a difference counts as little; a ratio: 1.25",
                        null=True,
                        validators=[claims.claims.figures.refuse_no_number],
                    ),
                ),
                ("margin_source", models.CharField(blank=True, max_length=300)),
                (
                    "claimed_size",
                    models.FloatField(
                        blank=True,
                        help_text="how much the claim says: a risk ratio of 0.7",
                        null=True,
                        validators=[claims.claims.figures.refuse_no_number],
                    ),
                ),
                (
                    "small_from",
                    models.FloatField(
                        blank=True,
                        null=True,
                        validators=[claims.claims.figures.refuse_no_number],
                    ),
                ),
                (
                    "moderate_from",
                    models.FloatField(
                        blank=True,
                        null=True,
                        validators=[claims.claims.figures.refuse_no_number],
                    ),
                ),
                (
                    "large_from",
                    models.FloatField(
                        blank=True,
                        null=True,
                        validators=[claims.claims.figures.refuse_no_number],
                    ),
                ),
                ("thresholds_source", models.CharField(blank=True, max_length=300)),
                (
                    "value_low",
                    models.FloatField(
                        blank=True,
                        help_text="per cent",
                        null=True,
                        validators=[claims.claims.figures.refuse_no_number],
                    ),
                ),
                (
                    "value_high",
                    models.FloatField(
                        blank=True,
                        help_text="per cent",
                        null=True,
                        validators=[claims.claims.figures.refuse_no_number],
                    ),
                ),
                (
                    "count_bound",
                    models.CharField(
                        blank=True,
                        choices=claims.words.CountBound.pairs,
                        default=claims.words.CountBound["NONE"],
                        max_length=10,
                    ),
                ),
                (
                    "count_of",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="how many studies the claim says there are",
                        null=True,
                    ),
                ),
                (
                    "count_design",
                    models.CharField(
                        blank=True,
                        choices=studies.designs.Design.pairs,
                        help_text="empty: of any",
                        max_length=30,
                    ),
                ),
                (
                    "baseline_risk",
                    models.FloatField(
                        blank=True,
                        help_text="the risk without the intervention, as a share: 0.12",
                        null=True,
                        validators=[claims.claims.figures.refuse_no_number],
                    ),
                ),
                ("baseline_source", models.CharField(blank=True, max_length=300)),
                ("baseline_population", models.CharField(blank=True, max_length=200)),
                ("baseline_time", models.CharField(blank=True, max_length=120)),
                (
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bases",
                        to="claims.claim",
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
                            choices=studies.designs.Design.pairs, max_length=30
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "scope",
                    models.CharField(choices=claims.words.Scope.pairs, max_length=12),
                ),
                (
                    "sources",
                    models.TextField(blank=True, help_text="where was searched"),
                ),
                (
                    "query",
                    models.TextField(blank=True, help_text="the search, word for word"),
                ),
                (
                    "searched_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        validators=[evidence.bases.models.refuse_days_to_come],
                    ),
                ),
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
                ("records_found", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "records_screened",
                    models.PositiveIntegerField(blank=True, null=True),
                ),
                (
                    "review_searched_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        validators=[evidence.bases.models.refuse_days_to_come],
                    ),
                ),
                (
                    "review_search_unknown",
                    models.BooleanField(
                        default=False, help_text="not stated where the review was read"
                    ),
                ),
                (
                    "review_included",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="how many studies the review included",
                        null=True,
                    ),
                ),
                (
                    "none_counts_why",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="why none of its candidates counts",
                    ),
                ),
                (
                    "claim_asked",
                    models.JSONField(
                        blank=True,
                        editable=False,
                        help_text="the claim’s own question as it stood at freezing",
                        null=True,
                    ),
                ),
                (
                    "main_lines",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        help_text="of several pooled lines of a group of designs, the one that decides",
                        size=None,
                    ),
                ),
                (
                    "marked_words",
                    models.TextField(
                        blank=True,
                        help_text="words marked in the records that are screened, one a line",
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
                (
                    "made_for",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        help_text="the merge of claims whose candidates it was made to take",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.merge",
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
                            models.Q(("scale", ""), _negated=True),
                            models.Q(
                                ("claimed_size__isnull", True),
                                ("large_from__isnull", True),
                                ("margin__isnull", True),
                                ("moderate_from__isnull", True),
                                ("small_from__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_evidencebase_figures_on_a_scale",
                        violation_error_message="A margin, a claimed size or a threshold is on a scale.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("margin__isnull", True),
                                ("margin__gt", 0),
                                _connector="OR",
                            ),
                            models.Q(
                                ("small_from__isnull", True),
                                ("small_from__gt", 0),
                                _connector="OR",
                            ),
                            models.Q(
                                ("moderate_from__isnull", True),
                                ("moderate_from__gt", 0),
                                _connector="OR",
                            ),
                            models.Q(
                                ("large_from__isnull", True),
                                ("large_from__gt", 0),
                                _connector="OR",
                            ),
                        ),
                        name="evidence_evidencebase_figures_above_zero",
                        violation_error_message="Margins and thresholds are distances above 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("value_low__isnull", True),
                            ("value_high__isnull", True),
                            ("value_low__lte", models.F("value_high")),
                            _connector="OR",
                        ),
                        name="evidence_evidencebase_value_is_a_range",
                        violation_error_message="The range’s end lies before its beginning.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("count_bound", ""),
                                ("count_design", ""),
                                ("count_of__isnull", True),
                            ),
                            models.Q(
                                ("count_of__isnull", False),
                                models.Q(("count_bound", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_evidencebase_count_is_whole",
                        violation_error_message="A count of studies says how many, and whether at least or at most.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("baseline_risk__isnull", True),
                            models.Q(
                                ("baseline_risk__gt", 0),
                                ("baseline_risk__lt", 1),
                                models.Q(("baseline_source", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_evidencebase_baseline_has_its_source",
                        violation_error_message="A baseline risk lies between 0 and 1 and has its source.",
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
                                "scale__in",
                                [
                                    "",
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
                        name="evidence_evidencebase_scale_word",
                        violation_error_message="Scale must be one of: rr, or, hr, rate_ratio, rd, md, smd, rom, r, proportion, mean, count, rate, accuracy, words.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("count_bound__in", ["", "at_least", "at_most"])
                        ),
                        name="evidence_evidencebase_count_bound_word",
                        violation_error_message="Count bound must be one of: at_least, at_most.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "count_design__in",
                                [
                                    "",
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
                        name="evidence_evidencebase_count_design_word",
                        violation_error_message="Count design must be one of: systematic_review, meta_analysis, network_meta_analysis, rct, within_person_rct, crossover_rct, cluster_rct, non_randomised_trial, split_face_nonrandomised, interrupted_time_series, cohort, case_control, cross_sectional, single_arm_trial, case_series, case_report, animal, in_vitro, in_silico, narrative_review, guideline, opinion, protocol, secondary_analysis, qualitative, diagnostic_accuracy, not_stated.",
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
                        to="claims.claim",
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
                        to="claims.claim",
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
                    "scale",
                    models.CharField(
                        blank=True, choices=studies.effects.Measure.pairs, max_length=12
                    ),
                ),
                ("figures_unit", models.CharField(blank=True, max_length=60)),
                (
                    "margin",
                    models.FloatField(
                        blank=True,
                        help_text="up to which a difference counts as little; a ratio: 1.25",
                        null=True,
                        validators=[claims.claims.figures.refuse_no_number],
                    ),
                ),
                ("margin_source", models.CharField(blank=True, max_length=300)),
                (
                    "claimed_size",
                    models.FloatField(
                        blank=True,
                        help_text="how much the claim says: a risk ratio of 0.7",
                        null=True,
                        validators=[claims.claims.figures.refuse_no_number],
                    ),
                ),
                (
                    "small_from",
                    models.FloatField(
                        blank=True,
                        null=True,
                        validators=[claims.claims.figures.refuse_no_number],
                    ),
                ),
                (
                    "moderate_from",
                    models.FloatField(
                        blank=True,
                        null=True,
                        validators=[claims.claims.figures.refuse_no_number],
                    ),
                ),
                (
                    "large_from",
                    models.FloatField(
                        blank=True,
                        null=True,
                        validators=[claims.claims.figures.refuse_no_number],
                    ),
                ),
                ("thresholds_source", models.CharField(blank=True, max_length=300)),
                (
                    "value_low",
                    models.FloatField(
                        blank=True,
                        help_text="per cent",
                        null=True,
                        validators=[claims.claims.figures.refuse_no_number],
                    ),
                ),
                (
                    "value_high",
                    models.FloatField(
                        blank=True,
                        help_text="per cent",
                        null=True,
                        validators=[claims.claims.figures.refuse_no_number],
                    ),
                ),
                (
                    "count_bound",
                    models.CharField(
                        blank=True,
                        choices=claims.words.CountBound.pairs,
                        default=claims.words.CountBound["NONE"],
                        max_length=10,
                    ),
                ),
                (
                    "count_of",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="how many studies the claim says there are",
                        null=True,
                    ),
                ),
                (
                    "count_design",
                    models.CharField(
                        blank=True,
                        choices=studies.designs.Design.pairs,
                        help_text="empty: of any",
                        max_length=30,
                    ),
                ),
                (
                    "baseline_risk",
                    models.FloatField(
                        blank=True,
                        help_text="the risk without the intervention, as a share: 0.12",
                        null=True,
                        validators=[claims.claims.figures.refuse_no_number],
                    ),
                ),
                ("baseline_source", models.CharField(blank=True, max_length=300)),
                ("baseline_population", models.CharField(blank=True, max_length=200)),
                ("baseline_time", models.CharField(blank=True, max_length=120)),
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
                ("number", models.PositiveIntegerField()),
                ("population", models.TextField(blank=True)),
                ("intervention", models.TextField(blank=True)),
                ("comparator", models.TextField(blank=True)),
                ("outcome", models.TextField(blank=True)),
                (
                    "eligible_designs",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=studies.designs.Design.pairs, max_length=30
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "scope",
                    models.CharField(choices=claims.words.Scope.pairs, max_length=12),
                ),
                (
                    "sources",
                    models.TextField(blank=True, help_text="where was searched"),
                ),
                (
                    "query",
                    models.TextField(blank=True, help_text="the search, word for word"),
                ),
                (
                    "searched_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        validators=[evidence.bases.models.refuse_days_to_come],
                    ),
                ),
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
                ("records_found", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "records_screened",
                    models.PositiveIntegerField(blank=True, null=True),
                ),
                (
                    "review_searched_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        validators=[evidence.bases.models.refuse_days_to_come],
                    ),
                ),
                (
                    "review_search_unknown",
                    models.BooleanField(
                        default=False, help_text="not stated where the review was read"
                    ),
                ),
                (
                    "review_included",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="how many studies the review included",
                        null=True,
                    ),
                ),
                (
                    "none_counts_why",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="why none of its candidates counts",
                    ),
                ),
                (
                    "claim_asked",
                    models.JSONField(
                        blank=True,
                        editable=False,
                        help_text="the claim’s own question as it stood at freezing",
                        null=True,
                    ),
                ),
                (
                    "main_lines",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(),
                        blank=True,
                        default=list,
                        help_text="of several pooled lines of a group of designs, the one that decides",
                        size=None,
                    ),
                ),
                (
                    "marked_words",
                    models.TextField(
                        blank=True,
                        help_text="words marked in the records that are screened, one a line",
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
                (
                    "made_for",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        help_text="the merge of claims whose candidates it was made to take",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.merge",
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
                    models.CharField(choices=claims.words.Method.pairs, max_length=18),
                ),
                (
                    "target",
                    models.CharField(
                        blank=True, choices=evidence.words.Target.pairs, max_length=16
                    ),
                ),
                ("threshold", models.CharField(blank=True, max_length=200)),
                (
                    "size_class",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.SizeClass.pairs,
                        max_length=10,
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=claims.words.Certainty.pairs, max_length=16
                    ),
                ),
                (
                    "verdict",
                    models.CharField(choices=claims.words.Verdict.pairs, max_length=24),
                ),
                (
                    "leaning",
                    models.CharField(
                        blank=True, choices=evidence.words.Leaning.pairs, max_length=12
                    ),
                ),
                (
                    "cant_say_because",
                    models.CharField(
                        blank=True, choices=claims.words.CantSay.pairs, max_length=18
                    ),
                ),
                (
                    "sentence",
                    models.TextField(blank=True, help_text="composed by rule"),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="reviewer’s note"
                    ),
                ),
                (
                    "strength",
                    models.CharField(
                        blank=True,
                        choices=claims.words.Strength.pairs,
                        help_text="how strongly a guideline words it",
                        max_length=12,
                    ),
                ),
                ("explanation", models.TextField(blank=True)),
                (
                    "method_version",
                    models.PositiveSmallIntegerField(
                        default=3, help_text="of the rules it was judged by"
                    ),
                ),
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
                                        "cant_say",
                                        "conflicting",
                                        "contradicted",
                                        "supported",
                                    ],
                                ),
                            ),
                            models.Q(
                                ("method", "grade_prognosis"),
                                (
                                    "verdict__in",
                                    [
                                        "cant_say",
                                        "conflicting",
                                        "contradicted",
                                        "supported",
                                    ],
                                ),
                            ),
                            models.Q(
                                ("method", "record_check"),
                                (
                                    "verdict__in",
                                    [
                                        "agrees",
                                        "cant_say",
                                        "changed_since",
                                        "confirmed",
                                        "differs",
                                        "differs_in_part",
                                        "guideline_silent",
                                        "not_confirmed",
                                        "recommended",
                                        "recommended_against",
                                    ],
                                ),
                            ),
                            models.Q(
                                ("method", "search_check"),
                                (
                                    "verdict__in",
                                    [
                                        "accurate",
                                        "cant_say",
                                        "not_accurate",
                                        "outdated",
                                    ],
                                ),
                            ),
                            models.Q(
                                ("method", "kind_of_evidence"),
                                (
                                    "verdict__in",
                                    [
                                        "cant_say",
                                        "not_shown",
                                        "shown_in_animals",
                                        "shown_in_cells",
                                        "shown_in_people",
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
                        violation_error_message="With very low certainty the verdict is can’t say, with a leaning if any.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("leaning", ""), ("verdict", "cant_say"), _connector="OR"
                        ),
                        name="evidence_grade_leaning_of_cant_say",
                        violation_error_message="Only can’t say has a leaning.",
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
                        violation_error_message="Can’t say keeps its reason.",
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
                                    "recommended_against",
                                    "guideline_silent",
                                ],
                            )
                        ),
                        name="evidence_grade_verdict_word",
                        violation_error_message="Verdict must be one of: not_graded, supported, contradicted, conflicting, cant_say, shown_in_people, shown_in_animals, shown_in_cells, not_shown, accurate, outdated, not_accurate, confirmed, not_confirmed, changed_since, agrees, differs_in_part, differs, recommended, recommended_against, guideline_silent.",
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
                                    "none_counts",
                                    "only_ongoing",
                                    "only_preclinical",
                                    "only_second_hand",
                                    "circular",
                                    "no_margin",
                                    "too_uncertain",
                                ],
                            )
                        ),
                        name="evidence_grade_cant_say_because_word",
                        violation_error_message="Cant say because must be one of: not_searched, none_found, none_counts, only_ongoing, only_preclinical, only_second_hand, circular, no_margin, too_uncertain.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("strength__in", ["", "strong", "conditional", "not_given"])
                        ),
                        name="evidence_grade_strength_word",
                        violation_error_message="Strength must be one of: strong, conditional, not_given.",
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
                    models.CharField(choices=claims.words.Method.pairs, max_length=18),
                ),
                (
                    "target",
                    models.CharField(
                        blank=True, choices=evidence.words.Target.pairs, max_length=16
                    ),
                ),
                ("threshold", models.CharField(blank=True, max_length=200)),
                (
                    "size_class",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.SizeClass.pairs,
                        max_length=10,
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=claims.words.Certainty.pairs, max_length=16
                    ),
                ),
                (
                    "verdict",
                    models.CharField(choices=claims.words.Verdict.pairs, max_length=24),
                ),
                (
                    "leaning",
                    models.CharField(
                        blank=True, choices=evidence.words.Leaning.pairs, max_length=12
                    ),
                ),
                (
                    "cant_say_because",
                    models.CharField(
                        blank=True, choices=claims.words.CantSay.pairs, max_length=18
                    ),
                ),
                (
                    "sentence",
                    models.TextField(blank=True, help_text="composed by rule"),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="reviewer’s note"
                    ),
                ),
                (
                    "strength",
                    models.CharField(
                        blank=True,
                        choices=claims.words.Strength.pairs,
                        help_text="how strongly a guideline words it",
                        max_length=12,
                    ),
                ),
                ("explanation", models.TextField(blank=True)),
                (
                    "method_version",
                    models.PositiveSmallIntegerField(
                        default=3, help_text="of the rules it was judged by"
                    ),
                ),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
            ],
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
                        choices=studies.designs.DesignGroup.pairs, max_length=10
                    ),
                ),
                ("verdict_rests_on_it", models.BooleanField(default=False)),
                (
                    "start",
                    models.CharField(
                        choices=studies.designs.Start.pairs, max_length=12
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
                    "bias_says",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.RobinsJudgement.pairs,
                        help_text="the risk of bias by a review’s own ROBINS-I or ROBINS-E",
                        max_length=8,
                    ),
                ),
                (
                    "bias_quote",
                    models.TextField(
                        blank=True,
                        help_text="the review’s words on it, and where they stand",
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=claims.words.Certainty.pairs, max_length=16
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
                            ("start__in", ["prognosis", "observed_low", "accuracy"]),
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
                            models.Q(("start", "nrs_robins_i"), _negated=True),
                            models.Q(
                                models.Q(("bias_says", ""), _negated=True),
                                models.Q(("bias_quote", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_gradegroup_robins_i_quoted",
                        violation_error_message="A start by ROBINS-I quotes the review that used it.",
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
                                                            "nrs",
                                                            "observed_low",
                                                        ],
                                                        then=models.Value(2),
                                                    ),
                                                    default=models.Value(4),
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
                                (
                                    "start__in",
                                    ["nrs", "prognosis", "observed_low", "accuracy"],
                                ),
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
                            (
                                "start__in",
                                [
                                    "rct",
                                    "nrs",
                                    "nrs_robins_i",
                                    "prognosis",
                                    "observed_low",
                                    "accuracy",
                                ],
                            )
                        ),
                        name="evidence_gradegroup_start_word",
                        violation_error_message="Start must be one of: rct, nrs, nrs_robins_i, prognosis, observed_low, accuracy.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "bias_says__in",
                                ["", "low", "moderate", "serious", "critical"],
                            )
                        ),
                        name="evidence_gradegroup_bias_says_word",
                        violation_error_message="Bias says must be one of: low, moderate, serious, critical.",
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
                        choices=studies.designs.DesignGroup.pairs, max_length=10
                    ),
                ),
                ("verdict_rests_on_it", models.BooleanField(default=False)),
                (
                    "start",
                    models.CharField(
                        choices=studies.designs.Start.pairs, max_length=12
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
                    "bias_says",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.RobinsJudgement.pairs,
                        help_text="the risk of bias by a review’s own ROBINS-I or ROBINS-E",
                        max_length=8,
                    ),
                ),
                (
                    "bias_quote",
                    models.TextField(
                        blank=True,
                        help_text="the review’s words on it, and where they stand",
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=claims.words.Certainty.pairs, max_length=16
                    ),
                ),
                (
                    "pooled",
                    models.JSONField(blank=True, help_text="pooled numbers", null=True),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LiteratureSearch",
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
                        related_name="searches",
                        to="evidence.evidencebase",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=evidence.words.SourceKind.pairs,
                        default=evidence.words.SourceKind["DATABASE"],
                        max_length=10,
                    ),
                ),
                (
                    "source",
                    models.CharField(help_text="what was searched", max_length=200),
                ),
                ("strategy", models.TextField(help_text="the search, word for word")),
                (
                    "since",
                    models.DateField(
                        blank=True,
                        help_text="only what the source took in since that day",
                        null=True,
                    ),
                ),
                (
                    "searched_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        validators=[evidence.bases.models.refuse_days_to_come],
                    ),
                ),
                (
                    "records_found",
                    models.PositiveIntegerField(
                        blank=True, help_text="as many as the source said", null=True
                    ),
                ),
                (
                    "understood_as",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="the words as the source took them",
                    ),
                ),
                (
                    "answer",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="what the source answered, as it came",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        help_text="the import that holds its records",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="searches",
                        to="bibliography.importbatch",
                    ),
                ),
                (
                    "job",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.job",
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
                        to="evidence.literaturesearch",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "literature searches",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("source", ""), _negated=True),
                            models.Q(("strategy", ""), _negated=True),
                        ),
                        name="evidence_literaturesearch_where_and_what",
                        violation_error_message="A search says where and with which words.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("batch", None), ("records_found", None)),
                            ("searched_on__isnull", False),
                            _connector="OR",
                        ),
                        name="evidence_literaturesearch_dated",
                        violation_error_message="A search that found something has its day.",
                    ),
                    models.UniqueConstraint(
                        fields=("base", "batch"),
                        name="evidence_literaturesearch_batch_once",
                        violation_error_message="The base has the records of this import.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["database", "register", "other"])
                        ),
                        name="evidence_literaturesearch_kind_word",
                        violation_error_message="Kind must be one of: database, register, other.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="LiteratureSearchEvent",
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
                        to="evidence.literaturesearch",
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
                    "kind",
                    models.CharField(
                        choices=evidence.words.SourceKind.pairs,
                        default=evidence.words.SourceKind["DATABASE"],
                        max_length=10,
                    ),
                ),
                (
                    "source",
                    models.CharField(help_text="what was searched", max_length=200),
                ),
                ("strategy", models.TextField(help_text="the search, word for word")),
                (
                    "since",
                    models.DateField(
                        blank=True,
                        help_text="only what the source took in since that day",
                        null=True,
                    ),
                ),
                (
                    "searched_on",
                    models.DateField(
                        blank=True,
                        null=True,
                        validators=[evidence.bases.models.refuse_days_to_come],
                    ),
                ),
                (
                    "records_found",
                    models.PositiveIntegerField(
                        blank=True, help_text="as many as the source said", null=True
                    ),
                ),
                (
                    "understood_as",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="the words as the source took them",
                    ),
                ),
                (
                    "batch",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="the import that holds its records",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="bibliography.importbatch",
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
                        to="evidence.literaturesearch",
                    ),
                ),
            ],
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
                        to="bibliography.reference",
                    ),
                ),
                ("quote", models.TextField()),
                ("place", models.CharField(max_length=200)),
                (
                    "read_on",
                    models.DateField(
                        help_text="the day the record said so",
                        validators=[evidence.bases.models.refuse_days_to_come],
                    ),
                ),
                ("jurisdiction", models.CharField(blank=True, max_length=120)),
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
                        choices=evidence.words.Decision.pairs,
                        default=evidence.words.Decision["AWAITING"],
                        max_length=8,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True, choices=evidence.words.Reason.pairs, max_length=12
                    ),
                ),
                ("reason_words", models.TextField(blank=True)),
                (
                    "bearing",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Bearing.pairs,
                        help_text="proposed",
                        max_length=24,
                    ),
                ),
                ("bearing_why", models.TextField(blank=True)),
                (
                    "brought_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        help_text="the merge of claims that brought it, if nobody added it",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="core.merge",
                    ),
                ),
                (
                    "population_match",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Directness.pairs,
                        max_length=8,
                    ),
                ),
                (
                    "intervention_match",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Directness.pairs,
                        max_length=8,
                    ),
                ),
                (
                    "comparator_match",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Directness.pairs,
                        max_length=8,
                    ),
                ),
                (
                    "outcome_match",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Directness.pairs,
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
                            ("decision__in", ["included", "awaiting", "excluded"])
                        ),
                        name="evidence_evidenceitem_decision_word",
                        violation_error_message="Decision must be one of: included, awaiting, excluded.",
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
                        choices=evidence.words.Decision.pairs,
                        default=evidence.words.Decision["AWAITING"],
                        max_length=8,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True, choices=evidence.words.Reason.pairs, max_length=12
                    ),
                ),
                ("reason_words", models.TextField(blank=True)),
                (
                    "bearing",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Bearing.pairs,
                        help_text="proposed",
                        max_length=24,
                    ),
                ),
                ("bearing_why", models.TextField(blank=True)),
                (
                    "brought_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        help_text="the merge of claims that brought it, if nobody added it",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.merge",
                    ),
                ),
                (
                    "population_match",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Directness.pairs,
                        max_length=8,
                    ),
                ),
                (
                    "intervention_match",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Directness.pairs,
                        max_length=8,
                    ),
                ),
                (
                    "comparator_match",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Directness.pairs,
                        max_length=8,
                    ),
                ),
                (
                    "outcome_match",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Directness.pairs,
                        max_length=8,
                    ),
                ),
            ],
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
                        choices=evidence.words.Bearing.pairs, max_length=24
                    ),
                ),
                (
                    "reading_why",
                    models.TextField(
                        blank=True,
                        help_text="why it is read otherwise than its numbers propose",
                    ),
                ),
                (
                    "population_match",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Directness.pairs,
                        max_length=8,
                    ),
                ),
                (
                    "intervention_match",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Directness.pairs,
                        max_length=8,
                    ),
                ),
                (
                    "comparator_match",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Directness.pairs,
                        max_length=8,
                    ),
                ),
                (
                    "outcome_match",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Directness.pairs,
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
                        choices=evidence.words.Bearing.pairs, max_length=24
                    ),
                ),
                (
                    "reading_why",
                    models.TextField(
                        blank=True,
                        help_text="why it is read otherwise than its numbers propose",
                    ),
                ),
                (
                    "population_match",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Directness.pairs,
                        max_length=8,
                    ),
                ),
                (
                    "intervention_match",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Directness.pairs,
                        max_length=8,
                    ),
                ),
                (
                    "comparator_match",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Directness.pairs,
                        max_length=8,
                    ),
                ),
                (
                    "outcome_match",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.Directness.pairs,
                        max_length=8,
                    ),
                ),
            ],
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
                        to="bibliography.reference",
                    ),
                ),
                ("quote", models.TextField()),
                ("place", models.CharField(max_length=200)),
                (
                    "read_on",
                    models.DateField(
                        help_text="the day the record said so",
                        validators=[evidence.bases.models.refuse_days_to_come],
                    ),
                ),
                ("jurisdiction", models.CharField(blank=True, max_length=120)),
                ("sample", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="ScreenedRecord",
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
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="screened_records",
                        to="evidence.evidencebase",
                    ),
                ),
                (
                    "reference",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="screened_records",
                        to="bibliography.reference",
                    ),
                ),
                (
                    "search",
                    models.ForeignKey(
                        help_text="the first that brought it",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="screened_records",
                        to="evidence.literaturesearch",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=evidence.words.ScreeningDecision.pairs,
                        default=evidence.words.ScreeningDecision["AWAITING"],
                        max_length=8,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.ScreeningReason.pairs,
                        max_length=12,
                    ),
                ),
                ("reason_words", models.TextField(blank=True)),
                (
                    "study",
                    models.ForeignKey(
                        blank=True,
                        help_text="that it reports, where it was taken on",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="screened_records",
                        to="studies.study",
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
                (
                    "recording",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        help_text="of what the decision wrote, so that it can be undone",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="screened_records",
                        to="core.recording",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["base", "decision", "id"],
                        name="evidence_screening_queue",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("base", "reference"),
                        name="evidence_screenedrecord_once",
                        violation_error_message="The base has this record already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decision", "left_out"),
                                models.Q(("reason", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("decision", "left_out"), _negated=True),
                                ("reason", ""),
                                ("reason_words", ""),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_screenedrecord_left_out_says_why",
                        violation_error_message="A record that is left out says why, and only such a one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", "other"), _negated=True),
                            models.Q(("reason_words", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evidence_screenedrecord_other_in_words",
                        violation_error_message="Another reason is put in words.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decision", "taken_on"), ("study__isnull", False)
                            ),
                            models.Q(
                                models.Q(("decision", "taken_on"), _negated=True),
                                ("study", None),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_screenedrecord_taken_on_has_study",
                        violation_error_message="A record that is taken on names its study, and only such a one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("decided_at", None),
                                ("decision", "awaiting"),
                                ("recording", None),
                            ),
                            models.Q(
                                models.Q(("decision", "awaiting"), _negated=True),
                                ("decided_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="evidence_screenedrecord_decided",
                        violation_error_message="A decided record says when it was decided.",
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
                        name="evidence_screenedrecord_decided_whole",
                        violation_error_message="A decision on a record says who made it and when.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("decision__in", ["awaiting", "left_out", "taken_on"])
                        ),
                        name="evidence_screenedrecord_decision_word",
                        violation_error_message="Decision must be one of: awaiting, left_out, taken_on.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "reason__in",
                                [
                                    "",
                                    "population",
                                    "intervention",
                                    "comparator",
                                    "outcome",
                                    "design",
                                    "no_results",
                                    "double",
                                    "not_obtained",
                                    "other",
                                ],
                            )
                        ),
                        name="evidence_screenedrecord_reason_word",
                        violation_error_message="Reason must be one of: population, intervention, comparator, outcome, design, no_results, double, not_obtained, other.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ScreenedRecordEvent",
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
                        to="evidence.screenedrecord",
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
                    "search",
                    models.ForeignKey(
                        db_constraint=False,
                        help_text="the first that brought it",
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="evidence.literaturesearch",
                    ),
                ),
                (
                    "decision",
                    models.CharField(
                        choices=evidence.words.ScreeningDecision.pairs,
                        default=evidence.words.ScreeningDecision["AWAITING"],
                        max_length=8,
                    ),
                ),
                (
                    "reason",
                    models.CharField(
                        blank=True,
                        choices=evidence.words.ScreeningReason.pairs,
                        max_length=12,
                    ),
                ),
                ("reason_words", models.TextField(blank=True)),
                (
                    "study",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="that it reports, where it was taken on",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="studies.study",
                    ),
                ),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
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
                (
                    "recording",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        help_text="of what the decision wrote, so that it can be undone",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="core.recording",
                    ),
                ),
            ],
        ),
        core.migration_operations.ShareTriggers(
            models=[
                "claimassignment",
                "claimround",
                "evidencebase",
                "evidenceitem",
                "grade",
                "gradegroup",
                "itemreading",
                "literaturesearch",
                "passage",
                "screenedrecord",
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
            models=["claimassignment", "grade"],
            triggers=[
                core.trigger_sql.SharedTrigger(
                    execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM evidence_claimround c WHERE c.id = r.round_id AND c.opened_at IS NOT NULL)')",
                    level="STATEMENT",
                    name="change_feed_insert",
                    operation="INSERT",
                    referencing="REFERENCING NEW TABLE AS rows",
                    when="AFTER",
                ),
                core.trigger_sql.SharedTrigger(
                    execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM evidence_claimround c WHERE c.id = r.round_id AND c.opened_at IS NOT NULL)')",
                    level="STATEMENT",
                    name="change_feed_update",
                    operation="UPDATE",
                    referencing="REFERENCING NEW TABLE AS rows",
                    when="AFTER",
                ),
                core.trigger_sql.SharedTrigger(
                    execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM evidence_claimround c WHERE c.id = r.round_id AND c.opened_at IS NOT NULL)')",
                    level="STATEMENT",
                    name="change_feed_delete",
                    operation="DELETE",
                    referencing="REFERENCING OLD TABLE AS rows",
                    when="AFTER",
                ),
            ],
        ),
        core.migration_operations.ShareTriggers(
            models=[
                "claimassignmentevent",
                "claimroundevent",
                "evidencebaseevent",
                "evidenceitemevent",
                "gradeevent",
                "gradegroupevent",
                "itemreadingevent",
                "literaturesearchevent",
                "passageevent",
                "screenedrecordevent",
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
            models=[
                "claimround",
                "evidencebase",
                "evidenceitem",
                "literaturesearch",
                "passage",
                "screenedrecord",
            ],
            triggers=[
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
            ],
        ),
        core.migration_operations.ShareTriggers(
            models=["evidencebase"],
            triggers=[
                core.trigger_sql.SharedTrigger(
                    condition="WHEN (NEW.claim_id IS DISTINCT FROM OLD.claim_id)",
                    execute="core_refuse('stays_with_claim')",
                    name="stays_with_claim",
                    operation="UPDATE",
                    when="BEFORE",
                )
            ],
        ),
        core.migration_operations.ShareTriggers(
            models=["gradegroup", "itemreading"],
            triggers=[
                core.trigger_sql.SharedTrigger(
                    execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM evidence_grade g JOIN evidence_claimround c ON c.id = g.round_id WHERE g.id = r.grade_id AND c.opened_at IS NOT NULL)')",
                    level="STATEMENT",
                    name="change_feed_insert",
                    operation="INSERT",
                    referencing="REFERENCING NEW TABLE AS rows",
                    when="AFTER",
                ),
                core.trigger_sql.SharedTrigger(
                    execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM evidence_grade g JOIN evidence_claimround c ON c.id = g.round_id WHERE g.id = r.grade_id AND c.opened_at IS NOT NULL)')",
                    level="STATEMENT",
                    name="change_feed_update",
                    operation="UPDATE",
                    referencing="REFERENCING NEW TABLE AS rows",
                    when="AFTER",
                ),
                core.trigger_sql.SharedTrigger(
                    execute="core_feed_changes('NOT EXISTS ( SELECT 1 FROM evidence_grade g JOIN evidence_claimround c ON c.id = g.round_id WHERE g.id = r.grade_id AND c.opened_at IS NOT NULL)')",
                    level="STATEMENT",
                    name="change_feed_delete",
                    operation="DELETE",
                    referencing="REFERENCING OLD TABLE AS rows",
                    when="AFTER",
                ),
            ],
        ),
        core.migration_operations.ShareTriggers(
            models=["literaturesearch", "screenedrecord"],
            triggers=[
                core.trigger_sql.SharedTrigger(
                    condition="WHEN (NEW.base_id IS DISTINCT FROM OLD.base_id)",
                    execute="core_refuse('stays_with_base')",
                    name="stays_with_base",
                    operation="UPDATE",
                    when="BEFORE",
                )
            ],
        ),
        core.migration_operations.ShareTriggers(
            models=["passage"],
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
        core.migration_operations.InstallTriggers(
            triggers={
                "claimassignment": [
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM evidence_grade g WHERE g.round_id = OLD.round_id AND g.reviewer_id = OLD.reviewer_id AND NOT g.is_consensus)",
                        name="begun_assignment_stays",
                        operation="UPDATE OR DELETE",
                        table="evidence_claimassignment",
                    )
                ],
                "claimround": [
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM evidence_evidencebase b WHERE b.id = NEW.base_id AND b.claim_id <> NEW.claim_id)",
                        name="round_on_base_of_claim",
                        operation="INSERT OR UPDATE",
                        table="evidence_claimround",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM evidence_evidencebase b WHERE b.id = NEW.base_id AND b.frozen_at IS NULL)",
                        name="round_on_frozen_base",
                        operation="INSERT OR UPDATE",
                        table="evidence_claimround",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM claims_claim k WHERE k.id = NEW.claim_id AND k.compound)",
                        name="compound_has_no_round",
                        operation="INSERT OR UPDATE",
                        table="evidence_claimround",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.opened_at IS NOT NULL AND NEW.wanted > ( SELECT count(*) FROM evidence_grade g WHERE g.round_id = NEW.id AND g.submitted_at IS NOT NULL AND NOT g.is_consensus)",
                        name="round_opens_when_all_are_in",
                        operation="INSERT OR UPDATE",
                        table="evidence_claimround",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="OLD.opened_at IS NOT NULL",
                        name="opened_round_stays",
                        operation="UPDATE OR DELETE",
                        table="evidence_claimround",
                    ),
                ],
                "evidencebase": [
                    core.trigger_sql.RefusingTrigger(
                        broken="OLD.frozen_at IS NOT NULL",
                        name="frozen_base_stays",
                        operation="UPDATE OR DELETE",
                        table="evidence_evidencebase",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.frozen_at IS NOT NULL AND OLD.frozen_at IS NULL AND EXISTS ( SELECT 1 FROM evidence_evidenceitem i JOIN studies_result r ON r.id = i.result_id JOIN studies_result s ON s.study_id = r.study_id AND s.id > r.id AND s.outcome_id = r.outcome_id AND s.contrast = r.contrast AND s.comparison = r.comparison AND s.time_point = r.time_point AND s.analysis_set = r.analysis_set AND s.subgroup = r.subgroup AND (COALESCE(r.time_value = s.time_value, true) AND COALESCE(r.arm_1_id = s.arm_1_id, true) AND COALESCE(r.arm_2_id = s.arm_2_id, true) AND (r.time_unit = s.time_unit OR '' IN (r.time_unit, s.time_unit))) JOIN evidence_evidenceitem j ON j.result_id = s.id AND j.base_id = NEW.id WHERE i.base_id = NEW.id AND i.decision = 'included' AND j.decision = 'included' AND NOT (r.provenance = s.provenance AND r.metric = s.metric AND r.adjusted = s.adjusted AND r.measured = s.measured AND r.dose = s.dose AND r.compiled_from_id IS NOT DISTINCT FROM s.compiled_from_id AND r.total_1 > 0 AND (r.events_1 IS NOT NULL OR r.mean_1 IS NOT NULL AND r.sd_1 IS NOT NULL) AND r.total_2 > 0 AND (r.events_2 IS NOT NULL OR r.mean_2 IS NOT NULL AND r.sd_2 IS NOT NULL) AND s.total_1 > 0 AND (s.events_1 IS NOT NULL OR s.mean_1 IS NOT NULL AND s.sd_1 IS NOT NULL) AND s.total_2 > 0 AND (s.events_2 IS NOT NULL OR s.mean_2 IS NOT NULL AND s.sd_2 IS NOT NULL) AND (ROW(r.events_1, r.total_1, r.mean_1, r.sd_1) IS NOT DISTINCT FROM ROW(s.events_1, s.total_1, s.mean_1, s.sd_1)) <> (ROW(r.events_2, r.total_2, r.mean_2, r.sd_2) IS NOT DISTINCT FROM ROW(s.events_2, s.total_2, s.mean_2, s.sd_2))))",
                        name="base_one_result_a_study",
                        operation="UPDATE",
                        table="evidence_evidencebase",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.frozen_at IS NOT NULL AND OLD.frozen_at IS NULL AND EXISTS ( SELECT 1 FROM evidence_evidenceitem i JOIN studies_result r ON r.id = i.result_id JOIN studies_result own ON own.study_id = r.study_id AND own.outcome_id = r.outcome_id AND own.contrast = r.contrast AND own.comparison = r.comparison AND own.time_point = r.time_point AND own.analysis_set = r.analysis_set AND own.subgroup = r.subgroup AND (COALESCE(r.time_value = own.time_value, true) AND COALESCE(r.arm_1_id = own.arm_1_id, true) AND COALESCE(r.arm_2_id = own.arm_2_id, true) AND (r.time_unit = own.time_unit OR '' IN (r.time_unit, own.time_unit))) JOIN evidence_evidenceitem j ON j.result_id = own.id AND j.base_id = NEW.id WHERE i.base_id = NEW.id AND i.decision = 'included' AND r.provenance <> 'primary' AND own.provenance = 'primary' AND j.reason = 'same_result')",
                        name="base_primary_before_compiled",
                        operation="UPDATE",
                        table="evidence_evidencebase",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.frozen_at IS NOT NULL AND OLD.frozen_at IS NULL AND EXISTS ( SELECT 1 FROM evidence_evidenceitem i JOIN studies_result r ON r.id = i.result_id JOIN studies_inclusion n ON n.review_id = r.study_id JOIN studies_result other ON other.study_id = n.study_id JOIN evidence_evidenceitem j ON j.result_id = other.id AND j.base_id = NEW.id WHERE i.base_id = NEW.id AND i.decision = 'included' AND j.decision = 'included')",
                        name="base_counts_no_study_twice",
                        operation="UPDATE",
                        table="evidence_evidencebase",
                    ),
                ],
                "evidenceitem": [
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM evidence_evidencebase b WHERE b.id = OLD.base_id AND b.frozen_at IS NOT NULL)",
                        name="frozen_items_stay",
                        operation="UPDATE OR DELETE",
                        table="evidence_evidenceitem",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM evidence_evidencebase b WHERE b.id = NEW.base_id AND b.frozen_at IS NOT NULL)",
                        name="frozen_base_takes_no_items",
                        operation="INSERT OR UPDATE",
                        table="evidence_evidenceitem",
                    ),
                ],
                "grade": [
                    core.trigger_sql.RefusingTrigger(
                        broken="NOT NEW.is_consensus AND NOT EXISTS ( SELECT 1 FROM evidence_claimassignment a WHERE a.round_id = NEW.round_id AND a.reviewer_id = NEW.reviewer_id)",
                        name="grade_of_the_assigned",
                        operation="INSERT OR UPDATE",
                        table="evidence_grade",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NOT NEW.is_consensus AND EXISTS ( SELECT 1 FROM evidence_claimround c WHERE c.id = NEW.round_id AND c.opened_at IS NOT NULL)",
                        name="opened_round_takes_no_grades",
                        operation="INSERT OR UPDATE",
                        table="evidence_grade",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.is_consensus AND NOT EXISTS ( SELECT 1 FROM evidence_claimround c WHERE c.id = NEW.round_id AND c.opened_at IS NOT NULL)",
                        name="consensus_after_opening",
                        operation="INSERT OR UPDATE",
                        table="evidence_grade",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.method IN ('grade', 'grade_prognosis') AND NEW.submitted_at IS NOT NULL AND NOT EXISTS ( SELECT 1 FROM evidence_gradegroup p WHERE p.grade_id = NEW.id AND p.verdict_rests_on_it AND p.certainty = NEW.certainty)",
                        name="grade_rests_on_a_group",
                        operation="INSERT OR UPDATE",
                        table="evidence_grade",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="OLD.submitted_at IS NOT NULL",
                        name="submitted_grade_stays",
                        operation="UPDATE OR DELETE",
                        table="evidence_grade",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="NEW.round_id <> OLD.round_id",
                        name="stays_in_round",
                        operation="UPDATE",
                        table="evidence_grade",
                    ),
                ],
                "gradegroup": [
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM evidence_grade g WHERE g.id = OLD.grade_id AND g.submitted_at IS NOT NULL)",
                        name="submitted_groups_stay",
                        operation="UPDATE OR DELETE",
                        table="evidence_gradegroup",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM evidence_grade g WHERE g.id = NEW.grade_id AND g.submitted_at IS NOT NULL)",
                        name="submitted_groups_closed",
                        operation="INSERT OR UPDATE",
                        table="evidence_gradegroup",
                    ),
                ],
                "itemreading": [
                    core.trigger_sql.RefusingTrigger(
                        broken="NOT EXISTS ( SELECT 1 FROM evidence_grade g JOIN evidence_claimround c ON c.id = g.round_id JOIN evidence_evidenceitem i ON i.base_id = c.base_id WHERE g.id = NEW.grade_id AND i.id = NEW.item_id AND i.decision = 'included')",
                        name="reading_of_graded_base",
                        operation="INSERT OR UPDATE",
                        table="evidence_itemreading",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM evidence_grade g WHERE g.id = OLD.grade_id AND g.submitted_at IS NOT NULL)",
                        name="submitted_readings_stay",
                        operation="UPDATE OR DELETE",
                        table="evidence_itemreading",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM evidence_grade g WHERE g.id = NEW.grade_id AND g.submitted_at IS NOT NULL)",
                        name="submitted_readings_closed",
                        operation="INSERT OR UPDATE",
                        table="evidence_itemreading",
                    ),
                ],
                "literaturesearch": [
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM evidence_evidencebase b WHERE b.id = OLD.base_id AND b.frozen_at IS NOT NULL)",
                        name="frozen_searches_stay",
                        operation="UPDATE OR DELETE",
                        table="evidence_literaturesearch",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM evidence_evidencebase b WHERE b.id = NEW.base_id AND b.frozen_at IS NOT NULL)",
                        name="frozen_base_takes_no_searches",
                        operation="INSERT",
                        table="evidence_literaturesearch",
                    ),
                ],
                "screenedrecord": [
                    core.trigger_sql.RefusingTrigger(
                        broken="NOT EXISTS (SELECT 1 FROM evidence_literaturesearch s WHERE s.id = NEW.search_id AND s.base_id = NEW.base_id)",
                        name="search_of_the_base",
                        operation="INSERT OR UPDATE",
                        table="evidence_screenedrecord",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM evidence_evidencebase b WHERE b.id = OLD.base_id AND b.frozen_at IS NOT NULL) AND (NEW.decision, NEW.reason, NEW.reason_words, NEW.decided_at, NEW.search_id) IS DISTINCT FROM (OLD.decision, OLD.reason, OLD.reason_words, OLD.decided_at, OLD.search_id)",
                        name="frozen_screening_stays",
                        operation="UPDATE",
                        table="evidence_screenedrecord",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM evidence_evidencebase b WHERE b.id = OLD.base_id AND b.frozen_at IS NOT NULL)",
                        name="frozen_base_loses_no_records",
                        operation="DELETE",
                        table="evidence_screenedrecord",
                    ),
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM evidence_evidencebase b WHERE b.id = NEW.base_id AND b.frozen_at IS NOT NULL)",
                        name="frozen_base_takes_no_records",
                        operation="INSERT",
                        table="evidence_screenedrecord",
                    ),
                ],
            },
        ),
        migrations.RunSQL(
            sql="\nCREATE FUNCTION search_touched() RETURNS trigger LANGUAGE plpgsql AS $$\nDECLARE\n    ids bigint[];\n    made text;\nBEGIN\n    IF TG_OP = 'UPDATE' THEN\n        EXECUTE format('WITH r AS (\n            SELECT n.* FROM rows n JOIN before o USING (id) WHERE (%1$s)\n            UNION ALL SELECT o.* FROM rows n JOIN before o USING (id) WHERE (%1$s))\n            SELECT array_agg(DISTINCT id) FROM (%2$s) t(id) WHERE id IS NOT NULL',\n            TG_ARGV[1], TG_ARGV[0]) INTO ids;\n    ELSE\n        EXECUTE format('WITH r AS (SELECT * FROM rows)\n            SELECT array_agg(DISTINCT id) FROM (%s) t(id) WHERE id IS NOT NULL',\n            TG_ARGV[0]) INTO ids;\n    END IF;\n    IF ids IS NOT NULL THEN\n        FOR place IN 2 .. TG_NARGS - 1 LOOP\n            EXECUTE format('SELECT %I($1)', TG_ARGV[place]) USING ids;\n        END LOOP;\n    END IF;\n    RETURN NULL;\nEND $$;\n\n\nCREATE FUNCTION is_retracted(reference bigint) RETURNS boolean LANGUAGE sql STABLE AS $$\n    SELECT EXISTS (\n        SELECT 1 FROM bibliography_notice n\n        WHERE n.reference_id = reference AND n.kind = 'retraction'\n            AND n.withdrawn_at IS NULL AND (\n    NOT EXISTS (SELECT 1 FROM bibliography_noticesource s WHERE s.notice_id = n.id)\n    OR EXISTS (SELECT 1 FROM bibliography_noticesource s\n        WHERE s.notice_id = n.id AND s.source NOT IN ('OpenAlex', 'Imported file')))\n            AND NOT EXISTS (\n                SELECT 1 FROM bibliography_notice l\n                WHERE l.reference_id = reference AND l.kind = 'reinstatement'\n                    AND l.withdrawn_at IS NULL\n                    AND (\n    NOT EXISTS (SELECT 1 FROM bibliography_noticesource s WHERE s.notice_id = l.id)\n    OR EXISTS (SELECT 1 FROM bibliography_noticesource s\n        WHERE s.notice_id = l.id AND s.source NOT IN ('OpenAlex', 'Imported file')))\n                    AND CASE WHEN l.dated IS NULL OR n.dated IS NULL THEN l.id > n.id\n                        ELSE l.dated >= n.dated END))\n$$;\n\n\nCREATE FUNCTION search_words_of_claims(ids bigint[]) RETURNS void\nLANGUAGE plpgsql AS $$\nBEGIN\n    PERFORM 1 FROM claims_claimsearch WHERE claim_id = ANY(ids) ORDER BY claim_id FOR UPDATE;\n    DELETE FROM claims_claimsearch t WHERE t.claim_id = ANY(ids) AND NOT EXISTS (\n        SELECT 1 FROM claims_claim r WHERE r.id = t.claim_id\n            AND r.withdrawn_at IS NULL AND r.merged_into_id IS NULL);\n    INSERT INTO claims_claimsearch (claim_id, words, marks)\n    SELECT id, words, '{}' FROM (\n    SELECT c.id,\n        setweight(to_tsvector('finding', search_words(left(c.text, 200000))), 'A')\n        || setweight(to_tsvector('finding', search_words(left(concat_ws(' . ', c.population, c.intervention, c.comparator, c.outcome, topics.names, outcomes.names), 200000))), 'C')\n        || setweight(to_tsvector('finding', search_words(left(coalesce(said.words, ''), 200000))), 'D') AS words\n    FROM claims_claim c\n    LEFT JOIN LATERAL (\n        SELECT string_agg(t.name, ' . ') AS names\n        FROM claims_claimtopic l JOIN studies_topic t ON t.id = l.topic_id\n        WHERE l.claim_id = c.id AND t.withdrawn_at IS NULL AND t.merged_into_id IS NULL\n    ) topics ON true\n    LEFT JOIN (\n        SELECT claim_id, string_agg(DISTINCT o.name, ' . ') AS names\n        FROM (\n            SELECT claim_id, outcome_id FROM (\n    SELECT b.claim_id, r.id AS result_id, r.study_id, r.outcome_id,\n        r.compiled_from_id, p.reference_id\n    FROM (\n    SELECT DISTINCT ON (b.claim_id) b.claim_id, b.id\n    FROM evidence_evidencebase b\n    WHERE b.frozen_at IS NOT NULL AND b.claim_id = ANY(ids)\n    ORDER BY b.claim_id, b.number DESC) b\n    JOIN evidence_evidenceitem i ON i.base_id = b.id AND i.decision = 'included'\n    LEFT JOIN studies_result r ON r.id = i.result_id\n    LEFT JOIN evidence_passage p ON p.id = i.passage_id) counted\n            UNION SELECT id, outcome_measured_id FROM claims_claim WHERE id = ANY(ids)\n        ) named JOIN studies_outcome o ON o.id = named.outcome_id\n        GROUP BY claim_id\n    ) outcomes ON outcomes.claim_id = c.id\n    LEFT JOIN (\n        SELECT claim_id, string_agg(DISTINCT words, ' . ') AS words\n        FROM (\n            SELECT claim_id, n.exact AS words\n            FROM (\n    SELECT m.id, m.claim_id, m.article_id\n    FROM articles_mention m\n    JOIN articles_article a ON a.id = m.article_id AND a.withdrawn_at IS NULL\n    WHERE m.status = 'accepted' AND m.claim_id = ANY(ids)) m\n            JOIN articles_anchor n ON n.mention_id = m.id AND n.state <> 'gone'\n            UNION SELECT claim_id, a.title\n            FROM (\n    SELECT m.id, m.claim_id, m.article_id\n    FROM articles_mention m\n    JOIN articles_article a ON a.id = m.article_id AND a.withdrawn_at IS NULL\n    WHERE m.status = 'accepted' AND m.claim_id = ANY(ids)) m JOIN articles_article a ON a.id = m.article_id\n        ) each\n        GROUP BY claim_id\n    ) said ON said.claim_id = c.id\n    WHERE c.id = ANY(ids) AND c.withdrawn_at IS NULL AND c.merged_into_id IS NULL) made\n    ON CONFLICT (claim_id) DO UPDATE SET words = EXCLUDED.words\n        WHERE claims_claimsearch.words <> EXCLUDED.words;\nEND $$;\n\n\nCREATE FUNCTION search_marks_of_claims(ids bigint[]) RETURNS void\nLANGUAGE plpgsql AS $$\nBEGIN\n    PERFORM 1 FROM claims_claimsearch WHERE claim_id = ANY(ids) ORDER BY claim_id FOR UPDATE;\n    WITH made AS (\n        SELECT id, array_agg(mark ORDER BY mark) AS marks\n        FROM (\n    SELECT id, unnest(ARRAY[\n        'verdict:' || verdict, 'certainty:' || certainty, 'kind:' || kind,\n        'scope:' || NULLIF(scope, ''), 'standing:' || NULLIF(standing, ''),\n        'newer:' || NULLIF(newer_standing, ''),\n        'needs_review:' || needs_review]) AS mark\n    FROM claims_claim WHERE id = ANY(ids)\n    UNION SELECT claim_id, 'topic:' || topic_id\n    FROM claims_claimtopic WHERE claim_id = ANY(ids)\n    UNION SELECT claim_id, 'design:' || s.design\n    FROM (\n    SELECT b.claim_id, r.id AS result_id, r.study_id, r.outcome_id,\n        r.compiled_from_id, p.reference_id\n    FROM (\n    SELECT DISTINCT ON (b.claim_id) b.claim_id, b.id\n    FROM evidence_evidencebase b\n    WHERE b.frozen_at IS NOT NULL AND b.claim_id = ANY(ids)\n    ORDER BY b.claim_id, b.number DESC) b\n    JOIN evidence_evidenceitem i ON i.base_id = b.id AND i.decision = 'included'\n    LEFT JOIN studies_result r ON r.id = i.result_id\n    LEFT JOIN evidence_passage p ON p.id = i.passage_id) counted JOIN studies_study s ON s.id = counted.study_id\n    UNION SELECT claim_id, 'resting:retracted'\n    FROM (\n    SELECT b.claim_id, r.id AS result_id, r.study_id, r.outcome_id,\n        r.compiled_from_id, p.reference_id\n    FROM (\n    SELECT DISTINCT ON (b.claim_id) b.claim_id, b.id\n    FROM evidence_evidencebase b\n    WHERE b.frozen_at IS NOT NULL AND b.claim_id = ANY(ids)\n    ORDER BY b.claim_id, b.number DESC) b\n    JOIN evidence_evidenceitem i ON i.base_id = b.id AND i.decision = 'included'\n    LEFT JOIN studies_result r ON r.id = i.result_id\n    LEFT JOIN evidence_passage p ON p.id = i.passage_id) counted\n    WHERE is_retracted(compiled_from_id) OR is_retracted(reference_id)\n        OR EXISTS (SELECT 1 FROM studies_report e WHERE e.study_id = counted.study_id\n            AND e.role = 'main' AND is_retracted(e.reference_id))\n    UNION SELECT claim_id, 'citing:' || CASE\n        WHEN cited.found IS NULL THEN 'nothing'\n        WHEN cited.found = 'not_found' THEN 'not_found' END\n    FROM (\n    SELECT m.claim_id, m.article_id, m.id AS mention_id, w.found, w.reference_id\n    FROM (\n    SELECT m.id, m.claim_id, m.article_id\n    FROM articles_mention m\n    JOIN articles_article a ON a.id = m.article_id AND a.withdrawn_at IS NULL\n    WHERE m.status = 'accepted' AND m.claim_id = ANY(ids)) m\n    LEFT JOIN articles_mentioncitation l ON l.mention_id = m.id\n    LEFT JOIN articles_citation n ON n.id = l.citation_id\n    LEFT JOIN articles_citedwork w ON w.id = n.cited_work_id) cited\n    UNION SELECT claim_id, 'citing:retracted'\n    FROM (\n    SELECT m.claim_id, m.article_id, m.id AS mention_id, w.found, w.reference_id\n    FROM (\n    SELECT m.id, m.claim_id, m.article_id\n    FROM articles_mention m\n    JOIN articles_article a ON a.id = m.article_id AND a.withdrawn_at IS NULL\n    WHERE m.status = 'accepted' AND m.claim_id = ANY(ids)) m\n    LEFT JOIN articles_mentioncitation l ON l.mention_id = m.id\n    LEFT JOIN articles_citation n ON n.id = l.citation_id\n    LEFT JOIN articles_citedwork w ON w.id = n.cited_work_id) cited WHERE is_retracted(reference_id)\n    UNION SELECT m.claim_id, 'citing:not_said'\n    FROM (\n    SELECT m.id, m.claim_id, m.article_id\n    FROM articles_mention m\n    JOIN articles_article a ON a.id = m.article_id AND a.withdrawn_at IS NULL\n    WHERE m.status = 'accepted' AND m.claim_id = ANY(ids)) m JOIN articles_citationsupport s ON s.mention_id = m.id\n        AND s.superseded_at IS NULL\n        AND s.answer IN ('does_not_support', 'contradicts', 'unrelated')\n    UNION (SELECT m.claim_id,\n        'article_year:' || max(substring(a.published FROM '^[12][0-9]{3}'))\n    FROM (\n    SELECT m.id, m.claim_id, m.article_id\n    FROM articles_mention m\n    JOIN articles_article a ON a.id = m.article_id AND a.withdrawn_at IS NULL\n    WHERE m.status = 'accepted' AND m.claim_id = ANY(ids)) m JOIN articles_article a ON a.id = m.article_id\n    GROUP BY m.claim_id)) each WHERE mark IS NOT NULL GROUP BY id)\n    UPDATE claims_claimsearch t SET marks = made.marks\n    FROM made WHERE made.id = t.claim_id AND t.marks <> made.marks;\nEND $$;\n\n\nCREATE FUNCTION search_words_of_articles(ids bigint[]) RETURNS void\nLANGUAGE plpgsql AS $$\nBEGIN\n    PERFORM 1 FROM articles_articlesearch WHERE article_id = ANY(ids) ORDER BY article_id FOR UPDATE;\n    DELETE FROM articles_articlesearch t WHERE t.article_id = ANY(ids) AND NOT EXISTS (\n        SELECT 1 FROM articles_article r WHERE r.id = t.article_id\n            AND r.withdrawn_at IS NULL AND r.merged_into_id IS NULL);\n    INSERT INTO articles_articlesearch (article_id, words, marks)\n    SELECT id, words, '{}' FROM (\n    SELECT a.id,\n        setweight(to_tsvector('finding', search_words(left(a.title, 200000))), 'A')\n        || setweight(to_tsvector('finding', search_words(left(concat_ws(' . ', a.author, o.name), 200000))), 'B')\n        || setweight(to_tsvector('finding', search_words(left(coalesce(topics.names, ''), 200000))), 'C')\n        || setweight(to_tsvector('finding', search_words(left(coalesce(v.text, ''), 200000))), 'D') AS words\n    FROM articles_article a\n    LEFT JOIN articles_outlet o ON o.id = a.outlet_id\n    LEFT JOIN LATERAL (\n        SELECT text FROM articles_articleversion\n        WHERE article_id = a.id ORDER BY number DESC LIMIT 1\n    ) v ON true\n    LEFT JOIN LATERAL (\n        SELECT string_agg(t.name, ' . ') AS names\n        FROM articles_articletopic l JOIN studies_topic t ON t.id = l.topic_id\n        WHERE l.article_id = a.id AND t.withdrawn_at IS NULL\n            AND t.merged_into_id IS NULL\n    ) topics ON true\n    WHERE a.id = ANY(ids) AND a.withdrawn_at IS NULL AND a.merged_into_id IS NULL) made\n    ON CONFLICT (article_id) DO UPDATE SET words = EXCLUDED.words\n        WHERE articles_articlesearch.words <> EXCLUDED.words;\nEND $$;\n\n\nCREATE FUNCTION search_marks_of_articles(ids bigint[]) RETURNS void\nLANGUAGE plpgsql AS $$\nBEGIN\n    PERFORM 1 FROM articles_articlesearch WHERE article_id = ANY(ids) ORDER BY article_id FOR UPDATE;\n    WITH made AS (\n        SELECT id, array_agg(mark ORDER BY mark) AS marks\n        FROM (\n    SELECT id, unnest(ARRAY['sells:' || sells, 'licence:' || licence,\n        'outlet:' || outlet_id]) AS mark\n    FROM articles_article WHERE id = ANY(ids)\n    UNION SELECT article_id, 'topic:' || topic_id\n    FROM articles_articletopic WHERE article_id = ANY(ids)\n    UNION SELECT m.article_id, 'claims:' || c.verdict\n    FROM articles_mention m JOIN claims_claim c ON c.id = m.claim_id\n    WHERE m.article_id = ANY(ids) AND m.status = 'accepted'\n    UNION SELECT article_id, 'left:true'\n    FROM articles_mention WHERE article_id = ANY(ids) AND status = 'suggested'\n    UNION SELECT m.article_id, 'citing:nothing'\n    FROM articles_mention m\n    WHERE m.article_id = ANY(ids) AND m.status = 'accepted' AND NOT EXISTS (\n        SELECT 1 FROM articles_mentioncitation l WHERE l.mention_id = m.id)\n    UNION SELECT article_id, 'citing:not_found'\n    FROM articles_citedwork\n    WHERE article_id = ANY(ids) AND merged_into_id IS NULL\n        AND articles_citedwork.found = 'not_found') each WHERE mark IS NOT NULL GROUP BY id)\n    UPDATE articles_articlesearch t SET marks = made.marks\n    FROM made WHERE made.id = t.article_id AND t.marks <> made.marks;\nEND $$;\n\nCREATE TRIGGER search_01_insert AFTER insert ON claims_claim REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT id FROM r', 'n.text IS DISTINCT FROM o.text OR n.population IS DISTINCT FROM o.population OR n.intervention IS DISTINCT FROM o.intervention OR n.comparator IS DISTINCT FROM o.comparator OR n.outcome IS DISTINCT FROM o.outcome OR n.outcome_measured_id IS DISTINCT FROM o.outcome_measured_id OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_words_of_claims');\nCREATE TRIGGER search_01_update AFTER update ON claims_claim REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT id FROM r', 'n.text IS DISTINCT FROM o.text OR n.population IS DISTINCT FROM o.population OR n.intervention IS DISTINCT FROM o.intervention OR n.comparator IS DISTINCT FROM o.comparator OR n.outcome IS DISTINCT FROM o.outcome OR n.outcome_measured_id IS DISTINCT FROM o.outcome_measured_id OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_words_of_claims');\nCREATE TRIGGER search_01_delete AFTER delete ON claims_claim REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT id FROM r', 'n.text IS DISTINCT FROM o.text OR n.population IS DISTINCT FROM o.population OR n.intervention IS DISTINCT FROM o.intervention OR n.comparator IS DISTINCT FROM o.comparator OR n.outcome IS DISTINCT FROM o.outcome OR n.outcome_measured_id IS DISTINCT FROM o.outcome_measured_id OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_words_of_claims');\nCREATE TRIGGER search_02_insert AFTER insert ON claims_claim REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT id FROM r', 'n.verdict IS DISTINCT FROM o.verdict OR n.certainty IS DISTINCT FROM o.certainty OR n.kind IS DISTINCT FROM o.kind OR n.scope IS DISTINCT FROM o.scope OR n.standing IS DISTINCT FROM o.standing OR n.newer_standing IS DISTINCT FROM o.newer_standing OR n.needs_review IS DISTINCT FROM o.needs_review OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_marks_of_claims');\nCREATE TRIGGER search_02_update AFTER update ON claims_claim REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT id FROM r', 'n.verdict IS DISTINCT FROM o.verdict OR n.certainty IS DISTINCT FROM o.certainty OR n.kind IS DISTINCT FROM o.kind OR n.scope IS DISTINCT FROM o.scope OR n.standing IS DISTINCT FROM o.standing OR n.newer_standing IS DISTINCT FROM o.newer_standing OR n.needs_review IS DISTINCT FROM o.needs_review OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_marks_of_claims');\nCREATE TRIGGER search_02_delete AFTER delete ON claims_claim REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT id FROM r', 'n.verdict IS DISTINCT FROM o.verdict OR n.certainty IS DISTINCT FROM o.certainty OR n.kind IS DISTINCT FROM o.kind OR n.scope IS DISTINCT FROM o.scope OR n.standing IS DISTINCT FROM o.standing OR n.newer_standing IS DISTINCT FROM o.newer_standing OR n.needs_review IS DISTINCT FROM o.needs_review OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_marks_of_claims');\nCREATE TRIGGER search_03_insert AFTER insert ON claims_claimtopic REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT claim_id FROM r', 'n.claim_id IS DISTINCT FROM o.claim_id OR n.topic_id IS DISTINCT FROM o.topic_id', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_03_update AFTER update ON claims_claimtopic REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT claim_id FROM r', 'n.claim_id IS DISTINCT FROM o.claim_id OR n.topic_id IS DISTINCT FROM o.topic_id', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_03_delete AFTER delete ON claims_claimtopic REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT claim_id FROM r', 'n.claim_id IS DISTINCT FROM o.claim_id OR n.topic_id IS DISTINCT FROM o.topic_id', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_04_insert AFTER insert ON studies_topic REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT l.claim_id FROM r JOIN claims_claimtopic l ON l.topic_id = r.id', 'n.name IS DISTINCT FROM o.name OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_words_of_claims');\nCREATE TRIGGER search_04_update AFTER update ON studies_topic REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT l.claim_id FROM r JOIN claims_claimtopic l ON l.topic_id = r.id', 'n.name IS DISTINCT FROM o.name OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_words_of_claims');\nCREATE TRIGGER search_04_delete AFTER delete ON studies_topic REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT l.claim_id FROM r JOIN claims_claimtopic l ON l.topic_id = r.id', 'n.name IS DISTINCT FROM o.name OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_words_of_claims');\nCREATE TRIGGER search_05_insert AFTER insert ON articles_mention REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT claim_id FROM r', 'n.claim_id IS DISTINCT FROM o.claim_id OR n.status IS DISTINCT FROM o.status OR n.article_id IS DISTINCT FROM o.article_id', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_05_update AFTER update ON articles_mention REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT claim_id FROM r', 'n.claim_id IS DISTINCT FROM o.claim_id OR n.status IS DISTINCT FROM o.status OR n.article_id IS DISTINCT FROM o.article_id', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_05_delete AFTER delete ON articles_mention REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT claim_id FROM r', 'n.claim_id IS DISTINCT FROM o.claim_id OR n.status IS DISTINCT FROM o.status OR n.article_id IS DISTINCT FROM o.article_id', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_06_insert AFTER insert ON articles_anchor REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r JOIN articles_mention m ON m.id = r.mention_id', 'n.exact IS DISTINCT FROM o.exact OR n.state IS DISTINCT FROM o.state', 'search_words_of_claims');\nCREATE TRIGGER search_06_update AFTER update ON articles_anchor REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r JOIN articles_mention m ON m.id = r.mention_id', 'n.exact IS DISTINCT FROM o.exact OR n.state IS DISTINCT FROM o.state', 'search_words_of_claims');\nCREATE TRIGGER search_06_delete AFTER delete ON articles_anchor REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r JOIN articles_mention m ON m.id = r.mention_id', 'n.exact IS DISTINCT FROM o.exact OR n.state IS DISTINCT FROM o.state', 'search_words_of_claims');\nCREATE TRIGGER search_07_insert AFTER insert ON articles_mentioncitation REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r JOIN articles_mention m ON m.id = r.mention_id', 'n.mention_id IS DISTINCT FROM o.mention_id OR n.citation_id IS DISTINCT FROM o.citation_id', 'search_marks_of_claims');\nCREATE TRIGGER search_07_update AFTER update ON articles_mentioncitation REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r JOIN articles_mention m ON m.id = r.mention_id', 'n.mention_id IS DISTINCT FROM o.mention_id OR n.citation_id IS DISTINCT FROM o.citation_id', 'search_marks_of_claims');\nCREATE TRIGGER search_07_delete AFTER delete ON articles_mentioncitation REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r JOIN articles_mention m ON m.id = r.mention_id', 'n.mention_id IS DISTINCT FROM o.mention_id OR n.citation_id IS DISTINCT FROM o.citation_id', 'search_marks_of_claims');\nCREATE TRIGGER search_08_insert AFTER insert ON articles_citationsupport REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r JOIN articles_mention m ON m.id = r.mention_id', 'n.answer IS DISTINCT FROM o.answer OR n.superseded_at IS DISTINCT FROM o.superseded_at', 'search_marks_of_claims');\nCREATE TRIGGER search_08_update AFTER update ON articles_citationsupport REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r JOIN articles_mention m ON m.id = r.mention_id', 'n.answer IS DISTINCT FROM o.answer OR n.superseded_at IS DISTINCT FROM o.superseded_at', 'search_marks_of_claims');\nCREATE TRIGGER search_08_delete AFTER delete ON articles_citationsupport REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r JOIN articles_mention m ON m.id = r.mention_id', 'n.answer IS DISTINCT FROM o.answer OR n.superseded_at IS DISTINCT FROM o.superseded_at', 'search_marks_of_claims');\nCREATE TRIGGER search_09_insert AFTER insert ON articles_citation REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r\n    JOIN articles_citation n ON n.cited_work_id = r.cited_work_id\n    JOIN articles_mentioncitation l ON l.citation_id = n.id\n    JOIN articles_mention m ON m.id = l.mention_id', 'n.cited_work_id IS DISTINCT FROM o.cited_work_id', 'search_marks_of_claims');\nCREATE TRIGGER search_09_update AFTER update ON articles_citation REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r\n    JOIN articles_citation n ON n.cited_work_id = r.cited_work_id\n    JOIN articles_mentioncitation l ON l.citation_id = n.id\n    JOIN articles_mention m ON m.id = l.mention_id', 'n.cited_work_id IS DISTINCT FROM o.cited_work_id', 'search_marks_of_claims');\nCREATE TRIGGER search_09_delete AFTER delete ON articles_citation REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r\n    JOIN articles_citation n ON n.cited_work_id = r.cited_work_id\n    JOIN articles_mentioncitation l ON l.citation_id = n.id\n    JOIN articles_mention m ON m.id = l.mention_id', 'n.cited_work_id IS DISTINCT FROM o.cited_work_id', 'search_marks_of_claims');\nCREATE TRIGGER search_10_insert AFTER insert ON articles_citedwork REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r\n    JOIN articles_citation n ON n.cited_work_id = r.id\n    JOIN articles_mentioncitation l ON l.citation_id = n.id\n    JOIN articles_mention m ON m.id = l.mention_id', 'n.found IS DISTINCT FROM o.found OR n.reference_id IS DISTINCT FROM o.reference_id', 'search_marks_of_claims');\nCREATE TRIGGER search_10_update AFTER update ON articles_citedwork REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r\n    JOIN articles_citation n ON n.cited_work_id = r.id\n    JOIN articles_mentioncitation l ON l.citation_id = n.id\n    JOIN articles_mention m ON m.id = l.mention_id', 'n.found IS DISTINCT FROM o.found OR n.reference_id IS DISTINCT FROM o.reference_id', 'search_marks_of_claims');\nCREATE TRIGGER search_10_delete AFTER delete ON articles_citedwork REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r\n    JOIN articles_citation n ON n.cited_work_id = r.id\n    JOIN articles_mentioncitation l ON l.citation_id = n.id\n    JOIN articles_mention m ON m.id = l.mention_id', 'n.found IS DISTINCT FROM o.found OR n.reference_id IS DISTINCT FROM o.reference_id', 'search_marks_of_claims');\nCREATE TRIGGER search_11_insert AFTER insert ON articles_article REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r JOIN articles_mention m ON m.article_id = r.id', 'n.title IS DISTINCT FROM o.title OR n.published IS DISTINCT FROM o.published OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_11_update AFTER update ON articles_article REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r JOIN articles_mention m ON m.article_id = r.id', 'n.title IS DISTINCT FROM o.title OR n.published IS DISTINCT FROM o.published OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_11_delete AFTER delete ON articles_article REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.claim_id FROM r JOIN articles_mention m ON m.article_id = r.id', 'n.title IS DISTINCT FROM o.title OR n.published IS DISTINCT FROM o.published OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_12_insert AFTER insert ON evidence_evidencebase REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT claim_id FROM r', 'n.frozen_at IS DISTINCT FROM o.frozen_at', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_12_update AFTER update ON evidence_evidencebase REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT claim_id FROM r', 'n.frozen_at IS DISTINCT FROM o.frozen_at', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_12_delete AFTER delete ON evidence_evidencebase REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT claim_id FROM r', 'n.frozen_at IS DISTINCT FROM o.frozen_at', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_13_insert AFTER insert ON evidence_evidenceitem REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT b.claim_id FROM r JOIN evidence_evidencebase b\n            ON b.id = r.base_id AND b.frozen_at IS NOT NULL', 'n.decision IS DISTINCT FROM o.decision', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_13_update AFTER update ON evidence_evidenceitem REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT b.claim_id FROM r JOIN evidence_evidencebase b\n            ON b.id = r.base_id AND b.frozen_at IS NOT NULL', 'n.decision IS DISTINCT FROM o.decision', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_13_delete AFTER delete ON evidence_evidenceitem REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT b.claim_id FROM r JOIN evidence_evidencebase b\n            ON b.id = r.base_id AND b.frozen_at IS NOT NULL', 'n.decision IS DISTINCT FROM o.decision', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_14_insert AFTER insert ON studies_outcome REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT b.claim_id FROM r JOIN studies_result x ON x.outcome_id = r.id\n    JOIN evidence_evidenceitem i ON i.result_id = x.id\n    JOIN evidence_evidencebase b ON b.id = i.base_id AND b.frozen_at IS NOT NULL UNION SELECT c.id FROM r JOIN claims_claim c ON c.outcome_measured_id = r.id', 'n.name IS DISTINCT FROM o.name', 'search_words_of_claims');\nCREATE TRIGGER search_14_update AFTER update ON studies_outcome REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT b.claim_id FROM r JOIN studies_result x ON x.outcome_id = r.id\n    JOIN evidence_evidenceitem i ON i.result_id = x.id\n    JOIN evidence_evidencebase b ON b.id = i.base_id AND b.frozen_at IS NOT NULL UNION SELECT c.id FROM r JOIN claims_claim c ON c.outcome_measured_id = r.id', 'n.name IS DISTINCT FROM o.name', 'search_words_of_claims');\nCREATE TRIGGER search_14_delete AFTER delete ON studies_outcome REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT b.claim_id FROM r JOIN studies_result x ON x.outcome_id = r.id\n    JOIN evidence_evidenceitem i ON i.result_id = x.id\n    JOIN evidence_evidencebase b ON b.id = i.base_id AND b.frozen_at IS NOT NULL UNION SELECT c.id FROM r JOIN claims_claim c ON c.outcome_measured_id = r.id', 'n.name IS DISTINCT FROM o.name', 'search_words_of_claims');\nCREATE TRIGGER search_15_insert AFTER insert ON studies_result REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT b.claim_id FROM r JOIN evidence_evidenceitem i ON i.result_id = r.id\n    JOIN evidence_evidencebase b ON b.id = i.base_id AND b.frozen_at IS NOT NULL', 'n.outcome_id IS DISTINCT FROM o.outcome_id OR n.study_id IS DISTINCT FROM o.study_id OR n.compiled_from_id IS DISTINCT FROM o.compiled_from_id', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_15_update AFTER update ON studies_result REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT b.claim_id FROM r JOIN evidence_evidenceitem i ON i.result_id = r.id\n    JOIN evidence_evidencebase b ON b.id = i.base_id AND b.frozen_at IS NOT NULL', 'n.outcome_id IS DISTINCT FROM o.outcome_id OR n.study_id IS DISTINCT FROM o.study_id OR n.compiled_from_id IS DISTINCT FROM o.compiled_from_id', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_15_delete AFTER delete ON studies_result REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT b.claim_id FROM r JOIN evidence_evidenceitem i ON i.result_id = r.id\n    JOIN evidence_evidencebase b ON b.id = i.base_id AND b.frozen_at IS NOT NULL', 'n.outcome_id IS DISTINCT FROM o.outcome_id OR n.study_id IS DISTINCT FROM o.study_id OR n.compiled_from_id IS DISTINCT FROM o.compiled_from_id', 'search_words_of_claims', 'search_marks_of_claims');\nCREATE TRIGGER search_16_insert AFTER insert ON studies_study REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT b.claim_id FROM r JOIN studies_result x ON x.study_id = r.id\n    JOIN evidence_evidenceitem i ON i.result_id = x.id\n    JOIN evidence_evidencebase b ON b.id = i.base_id AND b.frozen_at IS NOT NULL', 'n.design IS DISTINCT FROM o.design', 'search_marks_of_claims');\nCREATE TRIGGER search_16_update AFTER update ON studies_study REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT b.claim_id FROM r JOIN studies_result x ON x.study_id = r.id\n    JOIN evidence_evidenceitem i ON i.result_id = x.id\n    JOIN evidence_evidencebase b ON b.id = i.base_id AND b.frozen_at IS NOT NULL', 'n.design IS DISTINCT FROM o.design', 'search_marks_of_claims');\nCREATE TRIGGER search_16_delete AFTER delete ON studies_study REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT b.claim_id FROM r JOIN studies_result x ON x.study_id = r.id\n    JOIN evidence_evidenceitem i ON i.result_id = x.id\n    JOIN evidence_evidencebase b ON b.id = i.base_id AND b.frozen_at IS NOT NULL', 'n.design IS DISTINCT FROM o.design', 'search_marks_of_claims');\nCREATE TRIGGER search_17_insert AFTER insert ON studies_report REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT b.claim_id FROM r JOIN studies_result x ON x.study_id = r.study_id\n    JOIN evidence_evidenceitem i ON i.result_id = x.id\n    JOIN evidence_evidencebase b ON b.id = i.base_id AND b.frozen_at IS NOT NULL', 'n.study_id IS DISTINCT FROM o.study_id OR n.reference_id IS DISTINCT FROM o.reference_id OR n.role IS DISTINCT FROM o.role', 'search_marks_of_claims');\nCREATE TRIGGER search_17_update AFTER update ON studies_report REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT b.claim_id FROM r JOIN studies_result x ON x.study_id = r.study_id\n    JOIN evidence_evidenceitem i ON i.result_id = x.id\n    JOIN evidence_evidencebase b ON b.id = i.base_id AND b.frozen_at IS NOT NULL', 'n.study_id IS DISTINCT FROM o.study_id OR n.reference_id IS DISTINCT FROM o.reference_id OR n.role IS DISTINCT FROM o.role', 'search_marks_of_claims');\nCREATE TRIGGER search_17_delete AFTER delete ON studies_report REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT b.claim_id FROM r JOIN studies_result x ON x.study_id = r.study_id\n    JOIN evidence_evidenceitem i ON i.result_id = x.id\n    JOIN evidence_evidencebase b ON b.id = i.base_id AND b.frozen_at IS NOT NULL', 'n.study_id IS DISTINCT FROM o.study_id OR n.reference_id IS DISTINCT FROM o.reference_id OR n.role IS DISTINCT FROM o.role', 'search_marks_of_claims');\nCREATE TRIGGER search_18_insert AFTER insert ON bibliography_notice REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('\n    WITH f AS (SELECT DISTINCT reference_id AS id FROM r)\n    SELECT m.claim_id FROM f JOIN articles_citedwork w ON w.reference_id = f.id\n        JOIN articles_citation n ON n.cited_work_id = w.id\n        JOIN articles_mentioncitation l ON l.citation_id = n.id\n        JOIN articles_mention m ON m.id = l.mention_id\n    UNION SELECT b.claim_id FROM f\n        JOIN evidence_passage p ON p.reference_id = f.id\n        JOIN evidence_evidenceitem i ON i.passage_id = p.id\n        JOIN evidence_evidencebase b ON b.id = i.base_id\n    UNION SELECT b.claim_id FROM f\n        JOIN (SELECT id AS result_id, compiled_from_id AS reference_id\n                FROM studies_result WHERE compiled_from_id IS NOT NULL\n            UNION ALL SELECT x.id, e.reference_id FROM studies_report e\n                JOIN studies_result x ON x.study_id = e.study_id) x\n            ON x.reference_id = f.id\n        JOIN evidence_evidenceitem i ON i.result_id = x.result_id\n        JOIN evidence_evidencebase b ON b.id = i.base_id', 'n.reference_id IS DISTINCT FROM o.reference_id OR n.kind IS DISTINCT FROM o.kind OR n.dated IS DISTINCT FROM o.dated OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_marks_of_claims');\nCREATE TRIGGER search_18_update AFTER update ON bibliography_notice REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('\n    WITH f AS (SELECT DISTINCT reference_id AS id FROM r)\n    SELECT m.claim_id FROM f JOIN articles_citedwork w ON w.reference_id = f.id\n        JOIN articles_citation n ON n.cited_work_id = w.id\n        JOIN articles_mentioncitation l ON l.citation_id = n.id\n        JOIN articles_mention m ON m.id = l.mention_id\n    UNION SELECT b.claim_id FROM f\n        JOIN evidence_passage p ON p.reference_id = f.id\n        JOIN evidence_evidenceitem i ON i.passage_id = p.id\n        JOIN evidence_evidencebase b ON b.id = i.base_id\n    UNION SELECT b.claim_id FROM f\n        JOIN (SELECT id AS result_id, compiled_from_id AS reference_id\n                FROM studies_result WHERE compiled_from_id IS NOT NULL\n            UNION ALL SELECT x.id, e.reference_id FROM studies_report e\n                JOIN studies_result x ON x.study_id = e.study_id) x\n            ON x.reference_id = f.id\n        JOIN evidence_evidenceitem i ON i.result_id = x.result_id\n        JOIN evidence_evidencebase b ON b.id = i.base_id', 'n.reference_id IS DISTINCT FROM o.reference_id OR n.kind IS DISTINCT FROM o.kind OR n.dated IS DISTINCT FROM o.dated OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_marks_of_claims');\nCREATE TRIGGER search_18_delete AFTER delete ON bibliography_notice REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('\n    WITH f AS (SELECT DISTINCT reference_id AS id FROM r)\n    SELECT m.claim_id FROM f JOIN articles_citedwork w ON w.reference_id = f.id\n        JOIN articles_citation n ON n.cited_work_id = w.id\n        JOIN articles_mentioncitation l ON l.citation_id = n.id\n        JOIN articles_mention m ON m.id = l.mention_id\n    UNION SELECT b.claim_id FROM f\n        JOIN evidence_passage p ON p.reference_id = f.id\n        JOIN evidence_evidenceitem i ON i.passage_id = p.id\n        JOIN evidence_evidencebase b ON b.id = i.base_id\n    UNION SELECT b.claim_id FROM f\n        JOIN (SELECT id AS result_id, compiled_from_id AS reference_id\n                FROM studies_result WHERE compiled_from_id IS NOT NULL\n            UNION ALL SELECT x.id, e.reference_id FROM studies_report e\n                JOIN studies_result x ON x.study_id = e.study_id) x\n            ON x.reference_id = f.id\n        JOIN evidence_evidenceitem i ON i.result_id = x.result_id\n        JOIN evidence_evidencebase b ON b.id = i.base_id', 'n.reference_id IS DISTINCT FROM o.reference_id OR n.kind IS DISTINCT FROM o.kind OR n.dated IS DISTINCT FROM o.dated OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_marks_of_claims');\nCREATE TRIGGER search_19_insert AFTER insert ON bibliography_noticesource REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('\n    WITH f AS (SELECT DISTINCT (SELECT reference_id FROM bibliography_notice k WHERE k.id = r.notice_id) AS id FROM r)\n    SELECT m.claim_id FROM f JOIN articles_citedwork w ON w.reference_id = f.id\n        JOIN articles_citation n ON n.cited_work_id = w.id\n        JOIN articles_mentioncitation l ON l.citation_id = n.id\n        JOIN articles_mention m ON m.id = l.mention_id\n    UNION SELECT b.claim_id FROM f\n        JOIN evidence_passage p ON p.reference_id = f.id\n        JOIN evidence_evidenceitem i ON i.passage_id = p.id\n        JOIN evidence_evidencebase b ON b.id = i.base_id\n    UNION SELECT b.claim_id FROM f\n        JOIN (SELECT id AS result_id, compiled_from_id AS reference_id\n                FROM studies_result WHERE compiled_from_id IS NOT NULL\n            UNION ALL SELECT x.id, e.reference_id FROM studies_report e\n                JOIN studies_result x ON x.study_id = e.study_id) x\n            ON x.reference_id = f.id\n        JOIN evidence_evidenceitem i ON i.result_id = x.result_id\n        JOIN evidence_evidencebase b ON b.id = i.base_id', 'n.notice_id IS DISTINCT FROM o.notice_id OR n.source IS DISTINCT FROM o.source', 'search_marks_of_claims');\nCREATE TRIGGER search_19_update AFTER update ON bibliography_noticesource REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('\n    WITH f AS (SELECT DISTINCT (SELECT reference_id FROM bibliography_notice k WHERE k.id = r.notice_id) AS id FROM r)\n    SELECT m.claim_id FROM f JOIN articles_citedwork w ON w.reference_id = f.id\n        JOIN articles_citation n ON n.cited_work_id = w.id\n        JOIN articles_mentioncitation l ON l.citation_id = n.id\n        JOIN articles_mention m ON m.id = l.mention_id\n    UNION SELECT b.claim_id FROM f\n        JOIN evidence_passage p ON p.reference_id = f.id\n        JOIN evidence_evidenceitem i ON i.passage_id = p.id\n        JOIN evidence_evidencebase b ON b.id = i.base_id\n    UNION SELECT b.claim_id FROM f\n        JOIN (SELECT id AS result_id, compiled_from_id AS reference_id\n                FROM studies_result WHERE compiled_from_id IS NOT NULL\n            UNION ALL SELECT x.id, e.reference_id FROM studies_report e\n                JOIN studies_result x ON x.study_id = e.study_id) x\n            ON x.reference_id = f.id\n        JOIN evidence_evidenceitem i ON i.result_id = x.result_id\n        JOIN evidence_evidencebase b ON b.id = i.base_id', 'n.notice_id IS DISTINCT FROM o.notice_id OR n.source IS DISTINCT FROM o.source', 'search_marks_of_claims');\nCREATE TRIGGER search_19_delete AFTER delete ON bibliography_noticesource REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('\n    WITH f AS (SELECT DISTINCT (SELECT reference_id FROM bibliography_notice k WHERE k.id = r.notice_id) AS id FROM r)\n    SELECT m.claim_id FROM f JOIN articles_citedwork w ON w.reference_id = f.id\n        JOIN articles_citation n ON n.cited_work_id = w.id\n        JOIN articles_mentioncitation l ON l.citation_id = n.id\n        JOIN articles_mention m ON m.id = l.mention_id\n    UNION SELECT b.claim_id FROM f\n        JOIN evidence_passage p ON p.reference_id = f.id\n        JOIN evidence_evidenceitem i ON i.passage_id = p.id\n        JOIN evidence_evidencebase b ON b.id = i.base_id\n    UNION SELECT b.claim_id FROM f\n        JOIN (SELECT id AS result_id, compiled_from_id AS reference_id\n                FROM studies_result WHERE compiled_from_id IS NOT NULL\n            UNION ALL SELECT x.id, e.reference_id FROM studies_report e\n                JOIN studies_result x ON x.study_id = e.study_id) x\n            ON x.reference_id = f.id\n        JOIN evidence_evidenceitem i ON i.result_id = x.result_id\n        JOIN evidence_evidencebase b ON b.id = i.base_id', 'n.notice_id IS DISTINCT FROM o.notice_id OR n.source IS DISTINCT FROM o.source', 'search_marks_of_claims');\nCREATE TRIGGER search_20_insert AFTER insert ON articles_article REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT id FROM r', 'n.title IS DISTINCT FROM o.title OR n.author IS DISTINCT FROM o.author OR n.outlet_id IS DISTINCT FROM o.outlet_id OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_words_of_articles');\nCREATE TRIGGER search_20_update AFTER update ON articles_article REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT id FROM r', 'n.title IS DISTINCT FROM o.title OR n.author IS DISTINCT FROM o.author OR n.outlet_id IS DISTINCT FROM o.outlet_id OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_words_of_articles');\nCREATE TRIGGER search_20_delete AFTER delete ON articles_article REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT id FROM r', 'n.title IS DISTINCT FROM o.title OR n.author IS DISTINCT FROM o.author OR n.outlet_id IS DISTINCT FROM o.outlet_id OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_words_of_articles');\nCREATE TRIGGER search_21_insert AFTER insert ON articles_article REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT id FROM r', 'n.sells IS DISTINCT FROM o.sells OR n.licence IS DISTINCT FROM o.licence OR n.outlet_id IS DISTINCT FROM o.outlet_id OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_marks_of_articles');\nCREATE TRIGGER search_21_update AFTER update ON articles_article REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT id FROM r', 'n.sells IS DISTINCT FROM o.sells OR n.licence IS DISTINCT FROM o.licence OR n.outlet_id IS DISTINCT FROM o.outlet_id OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_marks_of_articles');\nCREATE TRIGGER search_21_delete AFTER delete ON articles_article REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT id FROM r', 'n.sells IS DISTINCT FROM o.sells OR n.licence IS DISTINCT FROM o.licence OR n.outlet_id IS DISTINCT FROM o.outlet_id OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_marks_of_articles');\nCREATE TRIGGER search_22_insert AFTER insert ON articles_articleversion REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT article_id FROM r', 'n.text IS DISTINCT FROM o.text', 'search_words_of_articles');\nCREATE TRIGGER search_22_update AFTER update ON articles_articleversion REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT article_id FROM r', 'n.text IS DISTINCT FROM o.text', 'search_words_of_articles');\nCREATE TRIGGER search_22_delete AFTER delete ON articles_articleversion REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT article_id FROM r', 'n.text IS DISTINCT FROM o.text', 'search_words_of_articles');\nCREATE TRIGGER search_23_insert AFTER insert ON articles_outlet REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT a.id FROM r JOIN articles_article a ON a.outlet_id = r.id', 'n.name IS DISTINCT FROM o.name', 'search_words_of_articles');\nCREATE TRIGGER search_23_update AFTER update ON articles_outlet REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT a.id FROM r JOIN articles_article a ON a.outlet_id = r.id', 'n.name IS DISTINCT FROM o.name', 'search_words_of_articles');\nCREATE TRIGGER search_23_delete AFTER delete ON articles_outlet REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT a.id FROM r JOIN articles_article a ON a.outlet_id = r.id', 'n.name IS DISTINCT FROM o.name', 'search_words_of_articles');\nCREATE TRIGGER search_24_insert AFTER insert ON articles_articletopic REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT article_id FROM r', 'n.article_id IS DISTINCT FROM o.article_id OR n.topic_id IS DISTINCT FROM o.topic_id', 'search_words_of_articles', 'search_marks_of_articles');\nCREATE TRIGGER search_24_update AFTER update ON articles_articletopic REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT article_id FROM r', 'n.article_id IS DISTINCT FROM o.article_id OR n.topic_id IS DISTINCT FROM o.topic_id', 'search_words_of_articles', 'search_marks_of_articles');\nCREATE TRIGGER search_24_delete AFTER delete ON articles_articletopic REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT article_id FROM r', 'n.article_id IS DISTINCT FROM o.article_id OR n.topic_id IS DISTINCT FROM o.topic_id', 'search_words_of_articles', 'search_marks_of_articles');\nCREATE TRIGGER search_25_insert AFTER insert ON studies_topic REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT l.article_id FROM r JOIN articles_articletopic l ON l.topic_id = r.id', 'n.name IS DISTINCT FROM o.name OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_words_of_articles');\nCREATE TRIGGER search_25_update AFTER update ON studies_topic REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT l.article_id FROM r JOIN articles_articletopic l ON l.topic_id = r.id', 'n.name IS DISTINCT FROM o.name OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_words_of_articles');\nCREATE TRIGGER search_25_delete AFTER delete ON studies_topic REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT l.article_id FROM r JOIN articles_articletopic l ON l.topic_id = r.id', 'n.name IS DISTINCT FROM o.name OR n.withdrawn_at IS DISTINCT FROM o.withdrawn_at OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_words_of_articles');\nCREATE TRIGGER search_26_insert AFTER insert ON articles_mention REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT article_id FROM r', 'n.claim_id IS DISTINCT FROM o.claim_id OR n.status IS DISTINCT FROM o.status OR n.article_id IS DISTINCT FROM o.article_id', 'search_marks_of_articles');\nCREATE TRIGGER search_26_update AFTER update ON articles_mention REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT article_id FROM r', 'n.claim_id IS DISTINCT FROM o.claim_id OR n.status IS DISTINCT FROM o.status OR n.article_id IS DISTINCT FROM o.article_id', 'search_marks_of_articles');\nCREATE TRIGGER search_26_delete AFTER delete ON articles_mention REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT article_id FROM r', 'n.claim_id IS DISTINCT FROM o.claim_id OR n.status IS DISTINCT FROM o.status OR n.article_id IS DISTINCT FROM o.article_id', 'search_marks_of_articles');\nCREATE TRIGGER search_27_insert AFTER insert ON articles_mentioncitation REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.article_id FROM r JOIN articles_mention m ON m.id = r.mention_id', 'n.mention_id IS DISTINCT FROM o.mention_id OR n.citation_id IS DISTINCT FROM o.citation_id', 'search_marks_of_articles');\nCREATE TRIGGER search_27_update AFTER update ON articles_mentioncitation REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.article_id FROM r JOIN articles_mention m ON m.id = r.mention_id', 'n.mention_id IS DISTINCT FROM o.mention_id OR n.citation_id IS DISTINCT FROM o.citation_id', 'search_marks_of_articles');\nCREATE TRIGGER search_27_delete AFTER delete ON articles_mentioncitation REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.article_id FROM r JOIN articles_mention m ON m.id = r.mention_id', 'n.mention_id IS DISTINCT FROM o.mention_id OR n.citation_id IS DISTINCT FROM o.citation_id', 'search_marks_of_articles');\nCREATE TRIGGER search_28_insert AFTER insert ON articles_citedwork REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT article_id FROM r', 'n.found IS DISTINCT FROM o.found OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_marks_of_articles');\nCREATE TRIGGER search_28_update AFTER update ON articles_citedwork REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT article_id FROM r', 'n.found IS DISTINCT FROM o.found OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_marks_of_articles');\nCREATE TRIGGER search_28_delete AFTER delete ON articles_citedwork REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT article_id FROM r', 'n.found IS DISTINCT FROM o.found OR n.merged_into_id IS DISTINCT FROM o.merged_into_id', 'search_marks_of_articles');\nCREATE TRIGGER search_29_insert AFTER insert ON claims_claim REFERENCING NEW TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.article_id FROM r JOIN articles_mention m ON m.claim_id = r.id', 'n.verdict IS DISTINCT FROM o.verdict', 'search_marks_of_articles');\nCREATE TRIGGER search_29_update AFTER update ON claims_claim REFERENCING NEW TABLE AS rows OLD TABLE AS before FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.article_id FROM r JOIN articles_mention m ON m.claim_id = r.id', 'n.verdict IS DISTINCT FROM o.verdict', 'search_marks_of_articles');\nCREATE TRIGGER search_29_delete AFTER delete ON claims_claim REFERENCING OLD TABLE AS rows FOR EACH STATEMENT EXECUTE FUNCTION search_touched('SELECT m.article_id FROM r JOIN articles_mention m ON m.claim_id = r.id', 'n.verdict IS DISTINCT FROM o.verdict', 'search_marks_of_articles');",
            reverse_sql="DROP TRIGGER search_01_insert ON claims_claim;\nDROP TRIGGER search_01_update ON claims_claim;\nDROP TRIGGER search_01_delete ON claims_claim;\nDROP TRIGGER search_02_insert ON claims_claim;\nDROP TRIGGER search_02_update ON claims_claim;\nDROP TRIGGER search_02_delete ON claims_claim;\nDROP TRIGGER search_03_insert ON claims_claimtopic;\nDROP TRIGGER search_03_update ON claims_claimtopic;\nDROP TRIGGER search_03_delete ON claims_claimtopic;\nDROP TRIGGER search_04_insert ON studies_topic;\nDROP TRIGGER search_04_update ON studies_topic;\nDROP TRIGGER search_04_delete ON studies_topic;\nDROP TRIGGER search_05_insert ON articles_mention;\nDROP TRIGGER search_05_update ON articles_mention;\nDROP TRIGGER search_05_delete ON articles_mention;\nDROP TRIGGER search_06_insert ON articles_anchor;\nDROP TRIGGER search_06_update ON articles_anchor;\nDROP TRIGGER search_06_delete ON articles_anchor;\nDROP TRIGGER search_07_insert ON articles_mentioncitation;\nDROP TRIGGER search_07_update ON articles_mentioncitation;\nDROP TRIGGER search_07_delete ON articles_mentioncitation;\nDROP TRIGGER search_08_insert ON articles_citationsupport;\nDROP TRIGGER search_08_update ON articles_citationsupport;\nDROP TRIGGER search_08_delete ON articles_citationsupport;\nDROP TRIGGER search_09_insert ON articles_citation;\nDROP TRIGGER search_09_update ON articles_citation;\nDROP TRIGGER search_09_delete ON articles_citation;\nDROP TRIGGER search_10_insert ON articles_citedwork;\nDROP TRIGGER search_10_update ON articles_citedwork;\nDROP TRIGGER search_10_delete ON articles_citedwork;\nDROP TRIGGER search_11_insert ON articles_article;\nDROP TRIGGER search_11_update ON articles_article;\nDROP TRIGGER search_11_delete ON articles_article;\nDROP TRIGGER search_12_insert ON evidence_evidencebase;\nDROP TRIGGER search_12_update ON evidence_evidencebase;\nDROP TRIGGER search_12_delete ON evidence_evidencebase;\nDROP TRIGGER search_13_insert ON evidence_evidenceitem;\nDROP TRIGGER search_13_update ON evidence_evidenceitem;\nDROP TRIGGER search_13_delete ON evidence_evidenceitem;\nDROP TRIGGER search_14_insert ON studies_outcome;\nDROP TRIGGER search_14_update ON studies_outcome;\nDROP TRIGGER search_14_delete ON studies_outcome;\nDROP TRIGGER search_15_insert ON studies_result;\nDROP TRIGGER search_15_update ON studies_result;\nDROP TRIGGER search_15_delete ON studies_result;\nDROP TRIGGER search_16_insert ON studies_study;\nDROP TRIGGER search_16_update ON studies_study;\nDROP TRIGGER search_16_delete ON studies_study;\nDROP TRIGGER search_17_insert ON studies_report;\nDROP TRIGGER search_17_update ON studies_report;\nDROP TRIGGER search_17_delete ON studies_report;\nDROP TRIGGER search_18_insert ON bibliography_notice;\nDROP TRIGGER search_18_update ON bibliography_notice;\nDROP TRIGGER search_18_delete ON bibliography_notice;\nDROP TRIGGER search_19_insert ON bibliography_noticesource;\nDROP TRIGGER search_19_update ON bibliography_noticesource;\nDROP TRIGGER search_19_delete ON bibliography_noticesource;\nDROP TRIGGER search_20_insert ON articles_article;\nDROP TRIGGER search_20_update ON articles_article;\nDROP TRIGGER search_20_delete ON articles_article;\nDROP TRIGGER search_21_insert ON articles_article;\nDROP TRIGGER search_21_update ON articles_article;\nDROP TRIGGER search_21_delete ON articles_article;\nDROP TRIGGER search_22_insert ON articles_articleversion;\nDROP TRIGGER search_22_update ON articles_articleversion;\nDROP TRIGGER search_22_delete ON articles_articleversion;\nDROP TRIGGER search_23_insert ON articles_outlet;\nDROP TRIGGER search_23_update ON articles_outlet;\nDROP TRIGGER search_23_delete ON articles_outlet;\nDROP TRIGGER search_24_insert ON articles_articletopic;\nDROP TRIGGER search_24_update ON articles_articletopic;\nDROP TRIGGER search_24_delete ON articles_articletopic;\nDROP TRIGGER search_25_insert ON studies_topic;\nDROP TRIGGER search_25_update ON studies_topic;\nDROP TRIGGER search_25_delete ON studies_topic;\nDROP TRIGGER search_26_insert ON articles_mention;\nDROP TRIGGER search_26_update ON articles_mention;\nDROP TRIGGER search_26_delete ON articles_mention;\nDROP TRIGGER search_27_insert ON articles_mentioncitation;\nDROP TRIGGER search_27_update ON articles_mentioncitation;\nDROP TRIGGER search_27_delete ON articles_mentioncitation;\nDROP TRIGGER search_28_insert ON articles_citedwork;\nDROP TRIGGER search_28_update ON articles_citedwork;\nDROP TRIGGER search_28_delete ON articles_citedwork;\nDROP TRIGGER search_29_insert ON claims_claim;\nDROP TRIGGER search_29_update ON claims_claim;\nDROP TRIGGER search_29_delete ON claims_claim;\nDROP FUNCTION search_touched();\nDROP FUNCTION search_words_of_claims(bigint[]);\nDROP FUNCTION search_marks_of_claims(bigint[]);\nDROP FUNCTION search_words_of_articles(bigint[]);\nDROP FUNCTION search_marks_of_articles(bigint[]);\nDROP FUNCTION is_retracted(bigint);",
        ),
    ]
