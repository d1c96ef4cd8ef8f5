"""How a grade weighs its evidence: each group of designs, and each item."""

import pgtrigger
from django.db import models
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Greatest, Least

from claims.words import Certainty
from core.models import TrackedModel, opened_only
from core.triggers import agree, tracked
from evidence.bases.models import EvidenceItem
from evidence.grades.models import Grade
from evidence.grades.rules import TABLES
from evidence.method import MAX_DOWN, MAX_UP
from evidence.words import Bearing, Directness, Domain, RobinsJudgement, Upgrade
from studies import designs
from studies.designs import LOW_STARTS

DOWNS = tuple(str(domain) for domain in Domain)
UPS = tuple(str(upgrade) for upgrade in Upgrade)


def _explained(field: str) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"evidence_gradegroup_{field}_explained",
        condition=Q(**{field: 0})
        | Q(**{f"{field}__isnull": True})
        | ~Q(**{f"{field}_why": ""}),
        violation_error_message=(
            f"{field.replace('_', ' ').capitalize()}: a rating other than none needs "
            "an explanation."
        ),
    )


def _within(field: str, highest: int) -> models.CheckConstraint:
    return models.CheckConstraint(
        name=f"evidence_gradegroup_{field}_range",
        condition=Q(**{f"{field}__isnull": True}) | Q(**{f"{field}__lte": highest}),
        violation_error_message=(
            f"{field.replace('_', ' ').capitalize()}: at most {highest} levels."
        ),
    )


def _certainty_follows() -> Q:
    """Certainty is start less what was rated down, plus what was rated up (1 to 4)."""
    down = sum((F(name) for name in DOWNS[1:4]), F("risk_of_bias"))
    down = down + models.functions.Coalesce(F("publication_bias"), 0)
    up = sum((F(name) for name in UPS[1:]), F(UPS[0]))
    start = Case(
        When(start__in=[str(start) for start in sorted(LOW_STARTS)], then=Value(2)),
        default=Value(4),
    )
    level = Least(Greatest(start - down + up, Value(1)), Value(4))
    word = Case(
        When(certainty="high", then=Value(4)),
        When(certainty="moderate", then=Value(3)),
        When(certainty="low", then=Value(2)),
        When(certainty="very_low", then=Value(1)),
        default=Value(0),
        output_field=models.IntegerField(),
    )
    return Q(models.lookups.Exact(level, word))


_OTHER_BASE = """NOT EXISTS (
    SELECT 1 FROM evidence_grade g JOIN evidence_claimround c ON c.id = g.round_id
    JOIN evidence_evidenceitem i ON i.base_id = c.base_id
    WHERE g.id = NEW.grade_id AND i.id = NEW.item_id AND i.decision = 'included')"""


@pgtrigger.register(
    *TABLES.of_parts("groups"),
)
@tracked(hidden_sql=TABLES.part_closed, history=opened_only("grade__round")())
class GradeGroup(TrackedModel):
    """How certainty was judged for one group of designs, each domain explained.

    Levels count how far a domain moved certainty: down for the first five, up for the
    last three. Publication bias without a level was not assessed.
    """

    Designs = designs.DesignGroup
    Start = designs.Start

    grade = models.ForeignKey(Grade, models.PROTECT, related_name="groups")
    designs = models.CharField(max_length=10, choices=Designs.pairs)
    verdict_rests_on_it = models.BooleanField(default=False)
    start = models.CharField(max_length=12, choices=Start.pairs)
    risk_of_bias = models.PositiveSmallIntegerField(default=0)
    risk_of_bias_why = models.TextField(blank=True)
    inconsistency = models.PositiveSmallIntegerField(default=0)
    inconsistency_why = models.TextField(blank=True)
    indirectness = models.PositiveSmallIntegerField(default=0)
    indirectness_why = models.TextField(blank=True)
    imprecision = models.PositiveSmallIntegerField(default=0)
    imprecision_why = models.TextField(blank=True)
    publication_bias = models.PositiveSmallIntegerField(null=True, blank=True)
    publication_bias_why = models.TextField(blank=True)
    large_effect = models.PositiveSmallIntegerField(default=0)
    large_effect_why = models.TextField(blank=True)
    dose_response = models.PositiveSmallIntegerField(default=0)
    dose_response_why = models.TextField(blank=True)
    opposing_confounding = models.PositiveSmallIntegerField(default=0)
    opposing_confounding_why = models.TextField(blank=True)
    override_why = models.TextField(
        blank=True, help_text="why it is rated up although the method advises against"
    )
    bias_says = models.CharField(
        max_length=8,
        choices=RobinsJudgement.pairs,
        blank=True,
        help_text="the risk of bias by a review’s own ROBINS-I or ROBINS-E",
    )
    bias_quote = models.TextField(
        blank=True, help_text="the review’s words on it, and where they stand"
    )
    certainty = models.CharField(max_length=16, choices=Certainty.pairs)
    pooled = models.JSONField(null=True, blank=True, help_text="pooled numbers")

    objects = opened_only("grade__round")()
    unfiltered = models.Manager()

    class Meta:
        default_manager_name = "objects"
        base_manager_name = "unfiltered"
        constraints = [
            *(_explained(field) for field in (*DOWNS, *UPS)),
            *(_within(field, most) for field, most in (MAX_DOWN | MAX_UP).items()),
            models.CheckConstraint(
                name="evidence_gradegroup_third_level_of_bias",
                condition=Q(risk_of_bias__lte=2) | Q(start="nrs_robins_i"),
                violation_error_message=(
                    "Risk of bias: a third level only where ROBINS-I was used."
                ),
            ),
            models.CheckConstraint(
                name="evidence_gradegroup_start_of_designs",
                condition=Q(start__in=["prognosis", "observed_low", "accuracy"])
                | Q(designs="randomised", start="rct")
                | Q(designs="other", start__in=["nrs", "nrs_robins_i"]),
                violation_error_message=(
                    "Randomised evidence starts high; other evidence does not start as "
                    "if it were randomised."
                ),
            ),
            models.CheckConstraint(
                name="evidence_gradegroup_robins_i_quoted",
                condition=~Q(start="nrs_robins_i")
                | Q(bias_says="", bias_quote="")  # by appraisals of its results
                | ~Q(bias_says="") & ~Q(bias_quote=""),
                violation_error_message=(
                    "A review’s ROBINS-I is quoted: what it says, and its words."
                ),
            ),
            models.CheckConstraint(
                name="evidence_gradegroup_certainty_follows",
                condition=_certainty_follows(),
                violation_error_message=(
                    "Certainty is where the designs start, less what was rated down, "
                    "plus what was rated up."
                ),
            ),
            models.CheckConstraint(
                name="evidence_gradegroup_up_needs_override",
                condition=Q(large_effect=0, dose_response=0, opposing_confounding=0)
                | ~Q(override_why="")
                | Q(
                    start__in=["nrs", "prognosis", "observed_low", "accuracy"],
                    risk_of_bias=0,
                    inconsistency=0,
                    indirectness=0,
                    imprecision=0,
                )
                & (Q(publication_bias=None) | Q(publication_bias=0))
                | Q(
                    start="nrs_robins_i", inconsistency=0, indirectness=0, imprecision=0
                )
                & (Q(publication_bias=None) | Q(publication_bias=0)),
                violation_error_message=(
                    "Rating up randomised trials, or evidence that was rated down, "
                    "needs a written reason."
                ),
            ),
            models.UniqueConstraint(
                fields=["grade", "designs"],
                name="evidence_gradegroup_once",
                violation_error_message="These designs are graded already.",
            ),
            models.UniqueConstraint(
                fields=["grade"],
                condition=Q(verdict_rests_on_it=True),
                name="evidence_gradegroup_one_carries",
                violation_error_message="The verdict rests on one group of designs.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.designs}: {self.certainty}"


@pgtrigger.register(
    agree(
        "reading_of_graded_base",
        _OTHER_BASE,
        "Readings are of the included items of the base that is graded.",
    ),
    *TABLES.of_parts("readings"),
)
@tracked(hidden_sql=TABLES.part_closed, history=opened_only("grade__round")())
class ItemReading(TrackedModel):
    """What one grader, or the consensus, confirms of one item of the base."""

    grade = models.ForeignKey(Grade, models.PROTECT, related_name="readings")
    item = models.ForeignKey(EvidenceItem, models.PROTECT, related_name="readings")
    bearing = models.CharField(max_length=24, choices=Bearing.pairs)
    reading_why = models.TextField(
        blank=True, help_text="why it is read otherwise than its numbers propose"
    )
    population_match = models.CharField(
        max_length=8, choices=Directness.pairs, blank=True
    )
    intervention_match = models.CharField(
        max_length=8, choices=Directness.pairs, blank=True
    )
    comparator_match = models.CharField(
        max_length=8, choices=Directness.pairs, blank=True
    )
    outcome_match = models.CharField(max_length=8, choices=Directness.pairs, blank=True)

    objects = opened_only("grade__round")()
    unfiltered = models.Manager()

    class Meta:
        default_manager_name = "objects"
        base_manager_name = "unfiltered"
        constraints = [
            models.CheckConstraint(
                name="evidence_itemreading_judged",
                condition=~Q(bearing=""),
                violation_error_message="A reading says what the item shows.",
            ),
            models.UniqueConstraint(
                fields=["grade", "item"],
                name="evidence_itemreading_once",
                violation_error_message="This item is read in this grade already.",
            ),
        ]

    def __str__(self) -> str:
        return self.bearing
