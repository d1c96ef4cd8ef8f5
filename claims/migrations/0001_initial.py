import claims.claims.figures
import claims.words
import core.migration_operations
import core.trigger_sql
import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.db.models.deletion
import django.db.models.fields.json
import django.db.models.functions.comparison
import django.db.models.functions.datetime
import django.db.models.functions.text
import studies.designs
import studies.effects
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "__first__"),
        ("core", "0001_layout_59eb6d6a"),
        ("pghistory", "0007_auto_20250421_0444"),
        ("studies", "0001_initial"),
    ]

    operations = [
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
                        to="claims.claim",
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
                ("text", models.TextField()),
                (
                    "kind",
                    models.CharField(
                        choices=claims.words.ClaimKind.pairs, max_length=16
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
                        choices=claims.words.Asserts.pairs,
                        default=claims.words.Asserts["NOT_SET"],
                        max_length=18,
                    ),
                ),
                ("negated", models.BooleanField(default=False)),
                ("size", models.CharField(blank=True, max_length=200)),
                ("dose", models.CharField(blank=True, max_length=200)),
                ("time_frame", models.CharField(blank=True, max_length=200)),
                ("subgroup", models.CharField(blank=True, max_length=200)),
                ("as_of", models.DateField(blank=True, null=True)),
                ("jurisdiction", models.CharField(blank=True, max_length=120)),
                (
                    "checkability",
                    models.CharField(
                        choices=claims.words.Checkability.pairs,
                        default=claims.words.Checkability["CHECKABLE"],
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
                        choices=claims.words.Verdict.pairs,
                        default=claims.words.Verdict["NOT_GRADED"],
                        editable=False,
                        max_length=24,
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=claims.words.Certainty.pairs,
                        default=claims.words.Certainty["NOT_GRADED"],
                        editable=False,
                        max_length=16,
                    ),
                ),
                (
                    "cant_say_because",
                    models.CharField(
                        blank=True,
                        choices=claims.words.CantSay.pairs,
                        default=claims.words.CantSay["NONE"],
                        editable=False,
                        max_length=18,
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        blank=True,
                        choices=claims.words.Standing.pairs,
                        default=claims.words.Standing["NONE"],
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        blank=True,
                        choices=claims.words.Scope.pairs,
                        editable=False,
                        help_text="how far was searched",
                        max_length=12,
                    ),
                ),
                (
                    "judged_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "sentence",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="the verdict's, composed by rule",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=300,
                        verbose_name="reviewer’s note",
                    ),
                ),
                (
                    "newer_verdict",
                    models.CharField(
                        choices=claims.words.Verdict.pairs,
                        default=claims.words.Verdict["NOT_GRADED"],
                        editable=False,
                        max_length=24,
                    ),
                ),
                (
                    "newer_certainty",
                    models.CharField(
                        choices=claims.words.Certainty.pairs,
                        default=claims.words.Certainty["NOT_GRADED"],
                        editable=False,
                        max_length=16,
                    ),
                ),
                (
                    "newer_cant_say_because",
                    models.CharField(
                        blank=True,
                        choices=claims.words.CantSay.pairs,
                        default=claims.words.CantSay["NONE"],
                        editable=False,
                        max_length=18,
                    ),
                ),
                (
                    "newer_standing",
                    models.CharField(
                        blank=True,
                        choices=claims.words.Standing.pairs,
                        default=claims.words.Standing["NONE"],
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "newer_scope",
                    models.CharField(
                        blank=True,
                        choices=claims.words.Scope.pairs,
                        editable=False,
                        max_length=12,
                    ),
                ),
                (
                    "newer_judged_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                ("newer_sentence", models.TextField(blank=True, editable=False)),
                (
                    "newer_note",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=300,
                        verbose_name="newer reviewer’s note",
                    ),
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
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        condition=models.Q(
                            ("merged_into", None), ("withdrawn_at", None)
                        ),
                        fields=["search", "verdict", "certainty", "scope", "kind"],
                        name="claims_claim_search",
                    ),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["text"],
                        name="claims_claim_near",
                        opclasses=["gin_trgm_ops"],
                    ),
                    models.Index(fields=["verdict", "id"], name="claims_claim_verdict"),
                    models.Index(
                        condition=models.Q(
                            ("merged_into", None), ("withdrawn_at", None)
                        ),
                        fields=["verdict", "certainty", "scope", "kind"],
                        include=("id",),
                        name="claims_claim_facets",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("merged_into", None), ("withdrawn_at", None)
                        ),
                        fields=["id"],
                        include=("verdict", "certainty", "scope", "kind"),
                        name="claims_claim_current",
                    ),
                    models.Index(
                        django.db.models.functions.text.Left("text", 200),
                        models.F("id"),
                        name="claims_claim_wording",
                    ),
                    models.Index(
                        models.OrderBy(
                            models.F("judged_at"), descending=True, nulls_last=True
                        ),
                        models.OrderBy(models.F("id"), descending=True),
                        name="claims_claim_newest",
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
                        name="claims_claim_withdrawn_whole",
                        violation_error_message="A withdrawal says who, when and why, all three.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("merged_into", None),
                            models.Q(("merged_into", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="claims_claim_merged_elsewhere",
                        violation_error_message="Nothing can be merged into itself.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="claims_claim_worded",
                        violation_error_message="A claim has words.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("compound", False),
                            ("verdict", "not_graded"),
                            _connector="OR",
                        ),
                        name="claims_claim_compound_ungraded",
                        violation_error_message="A compound claim is judged by its parts and has no verdict of its own.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("certainty", "very_low"), _negated=True),
                            ("verdict", "cant_say"),
                            _connector="OR",
                        ),
                        name="claims_claim_very_low_cant_say",
                        violation_error_message="Very low certainty is always can’t say.",
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
                        name="claims_claim_cant_say_why",
                        violation_error_message="Can’t say keeps its reason.",
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
                        name="claims_claim_verdict_stands",
                        violation_error_message="A verdict has a standing; what is not graded has neither a standing nor a certainty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("newer_certainty", "very_low"), _negated=True),
                            ("newer_verdict", "cant_say"),
                            _connector="OR",
                        ),
                        name="claims_claim_newer_very_low_cant_say",
                        violation_error_message="Very low certainty is always can’t say.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("newer_verdict", "cant_say"),
                                models.Q(("newer_cant_say_because", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("newer_verdict", "cant_say"), _negated=True),
                                ("newer_cant_say_because", ""),
                            ),
                            _connector="OR",
                        ),
                        name="claims_claim_newer_cant_say_why",
                        violation_error_message="Can’t say keeps its reason.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("newer_certainty", "not_graded"),
                                ("newer_standing", ""),
                                ("newer_verdict", "not_graded"),
                            ),
                            models.Q(
                                models.Q(
                                    ("newer_verdict", "not_graded"), _negated=True
                                ),
                                models.Q(("newer_standing", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="claims_claim_newer_verdict_stands",
                        violation_error_message="A verdict has a standing; what is not graded has neither a standing nor a certainty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("judged_at", None), ("standing", "")),
                            models.Q(
                                models.Q(("standing", ""), _negated=True),
                                ("judged_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="claims_claim_judged_when",
                        violation_error_message="A verdict was given at a time.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("newer_judged_at", None),
                                ("newer_scope", ""),
                                ("newer_standing", ""),
                            ),
                            models.Q(
                                ("newer_judged_at__isnull", False),
                                ("standing", "published"),
                                ("newer_standing__in", ["rule", "draft", "agreed"]),
                            ),
                            _connector="OR",
                        ),
                        name="claims_claim_newer_under_published",
                        violation_error_message="A newer verdict stands under a published one, and is not published itself.",
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
                        name="claims_claim_figures_on_a_scale",
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
                        name="claims_claim_figures_above_zero",
                        violation_error_message="Margins and thresholds are distances above 0.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("value_low__isnull", True),
                            ("value_high__isnull", True),
                            ("value_low__lte", models.F("value_high")),
                            _connector="OR",
                        ),
                        name="claims_claim_value_is_a_range",
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
                        name="claims_claim_count_is_whole",
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
                        name="claims_claim_baseline_has_its_source",
                        violation_error_message="A baseline risk lies between 0 and 1 and has its source.",
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
                        name="claims_claim_review_says_why",
                        violation_error_message="A claim that needs review says why.",
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
                        name="claims_claim_scale_word",
                        violation_error_message="Scale must be one of: rr, or, hr, rate_ratio, rd, md, smd, rom, r, proportion, mean, count, rate, accuracy, words.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("count_bound__in", ["", "at_least", "at_most"])
                        ),
                        name="claims_claim_count_bound_word",
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
                        name="claims_claim_count_design_word",
                        violation_error_message="Count design must be one of: systematic_review, meta_analysis, network_meta_analysis, rct, within_person_rct, crossover_rct, cluster_rct, non_randomised_trial, split_face_nonrandomised, interrupted_time_series, cohort, case_control, cross_sectional, single_arm_trial, case_series, case_report, animal, in_vitro, in_silico, narrative_review, guideline, opinion, protocol, secondary_analysis, qualitative, diagnostic_accuracy, not_stated.",
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
                                    "prevalence",
                                    "diagnosis",
                                    "evidence_state",
                                    "regulatory",
                                    "definition",
                                    "recommendation",
                                    "practical",
                                ],
                            )
                        ),
                        name="claims_claim_kind_word",
                        violation_error_message="Kind must be one of: effect, harm, mechanism, association, prognosis, prevalence, diagnosis, evidence_state, regulatory, definition, recommendation, practical.",
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
                        name="claims_claim_asserts_word",
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
                        name="claims_claim_checkability_word",
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
                                    "recommended_against",
                                    "guideline_silent",
                                ],
                            )
                        ),
                        name="claims_claim_verdict_word",
                        violation_error_message="Verdict must be one of: not_graded, supported, contradicted, conflicting, cant_say, shown_in_people, shown_in_animals, shown_in_cells, not_shown, accurate, outdated, not_accurate, confirmed, not_confirmed, changed_since, agrees, differs_in_part, differs, recommended, recommended_against, guideline_silent.",
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
                        name="claims_claim_certainty_word",
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
                        name="claims_claim_cant_say_because_word",
                        violation_error_message="Cant say because must be one of: not_searched, none_found, none_counts, only_ongoing, only_preclinical, only_second_hand, circular, no_margin, too_uncertain.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "standing__in",
                                ["", "rule", "draft", "agreed", "published"],
                            )
                        ),
                        name="claims_claim_standing_word",
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
                        name="claims_claim_scope_word",
                        violation_error_message="Scope must be one of: cited_only, other_known, targeted, systematic, review.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "newer_verdict__in",
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
                        name="claims_claim_newer_verdict_word",
                        violation_error_message="Newer verdict must be one of: not_graded, supported, contradicted, conflicting, cant_say, shown_in_people, shown_in_animals, shown_in_cells, not_shown, accurate, outdated, not_accurate, confirmed, not_confirmed, changed_since, agrees, differs_in_part, differs, recommended, recommended_against, guideline_silent.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "newer_certainty__in",
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
                        name="claims_claim_newer_certainty_word",
                        violation_error_message="Newer certainty must be one of: high, moderate, low, very_low, not_graded, not_applicable.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "newer_cant_say_because__in",
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
                        name="claims_claim_newer_cant_say_because_word",
                        violation_error_message="Newer cant say because must be one of: not_searched, none_found, none_counts, only_ongoing, only_preclinical, only_second_hand, circular, no_margin, too_uncertain.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "newer_standing__in",
                                ["", "rule", "draft", "agreed", "published"],
                            )
                        ),
                        name="claims_claim_newer_standing_word",
                        violation_error_message="Newer standing must be one of: rule, draft, agreed, published.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "newer_scope__in",
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
                        name="claims_claim_newer_scope_word",
                        violation_error_message="Newer scope must be one of: cited_only, other_known, targeted, systematic, review.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ask",
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
                        related_name="asks",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("sentence", models.TextField()),
                (
                    "sentence_sha256",
                    models.CharField(help_text="of its words alone", max_length=64),
                ),
                (
                    "question",
                    models.CharField(blank=True, help_text="its terms", max_length=300),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="asks",
                        to="claims.claim",
                    ),
                ),
                (
                    "asked_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now()
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["sentence_sha256"], name="claims_ask_sentence")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sentence", ""), _negated=True),
                        name="claims_ask_worded",
                        violation_error_message="What is asked for has words.",
                    ),
                    models.UniqueConstraint(
                        fields=("by", "sentence_sha256"),
                        name="claims_ask_sentence_once",
                        violation_error_message="You have asked for a review of this already.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("claim__isnull", False)),
                        fields=("by", "claim"),
                        name="claims_ask_claim_once",
                        violation_error_message="You have asked for a review of this claim.",
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
                        to="claims.claim",
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
                        to="claims.claim",
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
                ("text", models.TextField()),
                (
                    "kind",
                    models.CharField(
                        choices=claims.words.ClaimKind.pairs, max_length=16
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
                        choices=claims.words.Asserts.pairs,
                        default=claims.words.Asserts["NOT_SET"],
                        max_length=18,
                    ),
                ),
                ("negated", models.BooleanField(default=False)),
                ("size", models.CharField(blank=True, max_length=200)),
                ("dose", models.CharField(blank=True, max_length=200)),
                ("time_frame", models.CharField(blank=True, max_length=200)),
                ("subgroup", models.CharField(blank=True, max_length=200)),
                ("as_of", models.DateField(blank=True, null=True)),
                ("jurisdiction", models.CharField(blank=True, max_length=120)),
                (
                    "checkability",
                    models.CharField(
                        choices=claims.words.Checkability.pairs,
                        default=claims.words.Checkability["CHECKABLE"],
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
                        choices=claims.words.Verdict.pairs,
                        default=claims.words.Verdict["NOT_GRADED"],
                        editable=False,
                        max_length=24,
                    ),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=claims.words.Certainty.pairs,
                        default=claims.words.Certainty["NOT_GRADED"],
                        editable=False,
                        max_length=16,
                    ),
                ),
                (
                    "cant_say_because",
                    models.CharField(
                        blank=True,
                        choices=claims.words.CantSay.pairs,
                        default=claims.words.CantSay["NONE"],
                        editable=False,
                        max_length=18,
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        blank=True,
                        choices=claims.words.Standing.pairs,
                        default=claims.words.Standing["NONE"],
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "scope",
                    models.CharField(
                        blank=True,
                        choices=claims.words.Scope.pairs,
                        editable=False,
                        help_text="how far was searched",
                        max_length=12,
                    ),
                ),
                (
                    "judged_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                (
                    "sentence",
                    models.TextField(
                        blank=True,
                        editable=False,
                        help_text="the verdict's, composed by rule",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=300,
                        verbose_name="reviewer’s note",
                    ),
                ),
                (
                    "newer_verdict",
                    models.CharField(
                        choices=claims.words.Verdict.pairs,
                        default=claims.words.Verdict["NOT_GRADED"],
                        editable=False,
                        max_length=24,
                    ),
                ),
                (
                    "newer_certainty",
                    models.CharField(
                        choices=claims.words.Certainty.pairs,
                        default=claims.words.Certainty["NOT_GRADED"],
                        editable=False,
                        max_length=16,
                    ),
                ),
                (
                    "newer_cant_say_because",
                    models.CharField(
                        blank=True,
                        choices=claims.words.CantSay.pairs,
                        default=claims.words.CantSay["NONE"],
                        editable=False,
                        max_length=18,
                    ),
                ),
                (
                    "newer_standing",
                    models.CharField(
                        blank=True,
                        choices=claims.words.Standing.pairs,
                        default=claims.words.Standing["NONE"],
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "newer_scope",
                    models.CharField(
                        blank=True,
                        choices=claims.words.Scope.pairs,
                        editable=False,
                        max_length=12,
                    ),
                ),
                (
                    "newer_judged_at",
                    models.DateTimeField(blank=True, editable=False, null=True),
                ),
                ("newer_sentence", models.TextField(blank=True, editable=False)),
                (
                    "newer_note",
                    models.CharField(
                        blank=True,
                        editable=False,
                        max_length=300,
                        verbose_name="newer reviewer’s note",
                    ),
                ),
                ("needs_review", models.BooleanField(default=False, editable=False)),
                ("needs_review_why", models.TextField(blank=True, editable=False)),
            ],
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
                        to="claims.claim",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="relations_to",
                        to="claims.claim",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=claims.words.RelationKind.pairs, max_length=14
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("source", "target", "kind"),
                        name="claims_claimrelation_once",
                        violation_error_message="The two claims are related in this way.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("source", models.F("target")), _negated=True
                        ),
                        name="claims_claimrelation_two",
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
                        name="claims_claimrelation_same_both_ways",
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
                        name="claims_claimrelation_kind_word",
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
                        to="claims.claimrelation",
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
                        to="claims.claim",
                    ),
                ),
                (
                    "target",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=claims.words.RelationKind.pairs, max_length=14
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ClaimSearch",
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
                    "claim",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="searched",
                        serialize=False,
                        to="claims.claim",
                    ),
                ),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["words", "marks"], name="claims_claimsearch_words"
                    )
                ],
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
                        to="claims.claim",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claim_links",
                        to="studies.topic",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["topic", "claim"], name="claims_claimtopic_claims"
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("claim", "topic"),
                        name="claims_claimtopic_once",
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
                        to="claims.claimtopic",
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
                        to="claims.claim",
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
                        to="claims.claim",
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "cause",
                    models.CharField(choices=claims.words.Cause.pairs, max_length=12),
                ),
                ("why", models.TextField(blank=True)),
                (
                    "facts",
                    models.JSONField(help_text="what the page prints (evidence.facts)"),
                ),
                (
                    "basis",
                    models.JSONField(
                        blank=True,
                        help_text="what the verdict rests on (evidence.basis)",
                        null=True,
                    ),
                ),
                (
                    "basis_version",
                    models.PositiveSmallIntegerField(blank=True, null=True),
                ),
                (
                    "verdict",
                    models.CharField(choices=claims.words.Verdict.pairs, max_length=24),
                ),
                (
                    "certainty",
                    models.CharField(
                        choices=claims.words.Certainty.pairs, max_length=16
                    ),
                ),
                (
                    "cant_say_because",
                    models.CharField(
                        blank=True, choices=claims.words.CantSay.pairs, max_length=18
                    ),
                ),
                (
                    "standing",
                    models.CharField(
                        blank=True, choices=claims.words.Standing.pairs, max_length=10
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
                                    "counts", "facts"
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
                                    "counts", "facts"
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
                        name="claims_claimversion_number",
                        violation_error_message="The claim has a version of this number.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)),
                        name="claims_claimversion_counts_from_one",
                        violation_error_message="Versions count from 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("basis__isnull", True), ("basis_version__isnull", True)
                            ),
                            models.Q(
                                ("basis__isnull", False),
                                ("basis_version__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="claims_claimversion_basis_whole",
                        violation_error_message="A version's basis says which declaration it is of.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("certainty", "very_low"), _negated=True),
                            ("verdict", "cant_say"),
                            _connector="OR",
                        ),
                        name="claims_claimversion_very_low_cant_say",
                        violation_error_message="Very low certainty is always can’t say.",
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
                        name="claims_claimversion_cant_say_why",
                        violation_error_message="Can’t say keeps its reason.",
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
                        name="claims_claimversion_verdict_stands",
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
                                    "newer",
                                    "taken_back",
                                    "merge",
                                    "withdrawal",
                                    "reinstated",
                                    "correction",
                                    "standing",
                                ],
                            )
                        ),
                        name="claims_claimversion_cause_word",
                        violation_error_message="Cause must be one of: wording, verdict, freezing, newer, taken_back, merge, withdrawal, reinstated, correction, standing.",
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
                        name="claims_claimversion_verdict_word",
                        violation_error_message="Verdict must be one of: not_graded, supported, contradicted, conflicting, cant_say, shown_in_people, shown_in_animals, shown_in_cells, not_shown, accurate, outdated, not_accurate, confirmed, not_confirmed, changed_since, agrees, differs_in_part, differs, recommended, recommended_against, guideline_silent.",
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
                        name="claims_claimversion_certainty_word",
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
                        name="claims_claimversion_cant_say_because_word",
                        violation_error_message="Cant say because must be one of: not_searched, none_found, none_counts, only_ongoing, only_preclinical, only_second_hand, circular, no_margin, too_uncertain.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "standing__in",
                                ["", "rule", "draft", "agreed", "published"],
                            )
                        ),
                        name="claims_claimversion_standing_word",
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
                        to="claims.claim",
                    ),
                ),
                (
                    "corrects",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="claims.claimversion",
                    ),
                ),
                (
                    "corrected",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="claims.claimversion",
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
                        name="claims_correction_says",
                        violation_error_message="A correction says what was wrong and why.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("corrected__gt", models.F("corrects"))),
                        name="claims_correction_later",
                        violation_error_message="A correction leads to a later version.",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="claim",
            name="topics",
            field=models.ManyToManyField(
                blank=True,
                related_name="claims",
                through="claims.ClaimTopic",
                to="studies.topic",
            ),
        ),
        core.migration_operations.ShareTriggers(
            models=["claim", "claimrelation", "claimtopic"],
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
                "claim",
                "claimrelation",
                "claimtopic",
                "claimversion",
                "correction",
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
            models=["claim"],
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
            models=["claimevent", "claimrelationevent", "claimtopicevent"],
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
            models=["claimversion", "correction"],
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
        core.migration_operations.InstallTriggers(
            triggers={
                "correction": [
                    core.trigger_sql.RefusingTrigger(
                        broken="EXISTS ( SELECT 1 FROM claims_claimversion v WHERE v.id IN (NEW.corrects_id, NEW.corrected_id) AND v.claim_id <> NEW.claim_id)",
                        name="correction_of_one_claim",
                        operation="INSERT",
                        table="claims_correction",
                    )
                ]
            },
        ),
    ]
