"""What counts for a claim: evidence bases, their items, and quoted passages."""

from datetime import date, timedelta
from typing import Self

import pgtrigger
from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Count, Q
from django.utils import timezone

from bibliography.models import Reference
from claims import words as claim_words
from claims.claims.figures import Figures, figures_hold
from claims.claims.models import Claim
from core.models import KeptModel, Merge, TrackedModel, whole
from core.triggers import Refuse, stays, tracked
from core.wording import day_words
from evidence import words
from evidence.words import Bearing, Directness
from studies.models import Result, Study
from studies.results.arms import two_arms_sql


def refuse_days_to_come(day: date) -> None:
    """Raise ValidationError for a day on which nobody can have searched or read.

    Tomorrow passes: somewhere it has begun.
    """
    if day > timezone.now().date() + timedelta(days=1):
        raise ValidationError(f"{day_words(day)} is still to come.")


@tracked()
class Passage(KeptModel):
    """The words of a record that bear on a claim: a regulator's page, a guideline."""

    reference = models.ForeignKey(Reference, models.PROTECT, related_name="passages")
    quote = models.TextField()
    place = models.CharField(max_length=200)
    read_on = models.DateField(
        validators=[refuse_days_to_come], help_text="the day the record said so"
    )
    jurisdiction = models.CharField(max_length=120, blank=True)
    sample = models.BooleanField(default=False)

    class Meta(KeptModel.Meta):
        constraints = [
            *KeptModel.Meta.constraints,
            models.CheckConstraint(
                name="evidence_passage_quotes",
                condition=~Q(quote="") & ~Q(place=""),
                violation_error_message="A passage quotes words and names their place.",
            ),
        ]

    def __str__(self) -> str:
        return self.quote


class EvidenceBaseQuerySet(models.QuerySet):
    def frozen(self) -> Self:
        return self.exclude(frozen_at=None)

    def with_item_counts(self) -> Self:
        """Add ``included_count``, ``excluded_count`` and ``awaiting_count``."""
        return self.annotate(
            **{
                f"{decision}_count": Count("items", filter=Q(items__decision=decision))
                for decision in EvidenceItem.Decision
            }
        )


def _not_apart(one: str, other: str) -> str:
    """That neither times nor arms, where both results state them, are different.

    A unit stands with its number, so that an empty one says nothing.
    """
    names = ("time_value", "arm_1_id", "arm_2_id")
    same = [f"COALESCE({one}.{name} = {other}.{name}, true)" for name in names]
    units = f"{one}.time_unit = {other}.time_unit"
    same.append(f"({units} OR '' IN ({one}.time_unit, {other}.time_unit))")
    return f"({' AND '.join(same)})"


_TWO_RESULTS = f"""
    NEW.frozen_at IS NOT NULL AND OLD.frozen_at IS NULL AND EXISTS (
        SELECT 1 FROM evidence_evidenceitem i
        JOIN studies_result r ON r.id = i.result_id
        JOIN studies_result s ON s.study_id = r.study_id AND s.id > r.id
            AND s.outcome_id = r.outcome_id AND s.contrast = r.contrast
            AND s.comparison = r.comparison AND s.time_point = r.time_point
            AND s.analysis_set = r.analysis_set AND s.subgroup = r.subgroup
            AND {_not_apart("r", "s")}
        JOIN evidence_evidenceitem j ON j.result_id = s.id AND j.base_id = NEW.id
        WHERE i.base_id = NEW.id AND i.decision = 'included'
            AND j.decision = 'included' AND NOT {two_arms_sql("r", "s")})
"""  # noqa: S608
_COUNTED_TWICE = """
    NEW.frozen_at IS NOT NULL AND OLD.frozen_at IS NULL AND EXISTS (
        SELECT 1 FROM evidence_evidenceitem i
        JOIN studies_result r ON r.id = i.result_id
        JOIN studies_inclusion n ON n.review_id = r.study_id
        JOIN studies_result other ON other.study_id = n.study_id
        JOIN evidence_evidenceitem j ON j.result_id = other.id AND j.base_id = NEW.id
        WHERE i.base_id = NEW.id AND i.decision = 'included'
            AND j.decision = 'included')
"""
_COMPILED_BEFORE_PRIMARY = f"""
    NEW.frozen_at IS NOT NULL AND OLD.frozen_at IS NULL AND EXISTS (
        SELECT 1 FROM evidence_evidenceitem i
        JOIN studies_result r ON r.id = i.result_id
        JOIN studies_result own ON own.study_id = r.study_id
            AND own.outcome_id = r.outcome_id AND own.contrast = r.contrast
            AND own.comparison = r.comparison AND own.time_point = r.time_point
            AND own.analysis_set = r.analysis_set AND own.subgroup = r.subgroup
            AND {_not_apart("r", "own")}
        JOIN evidence_evidenceitem j ON j.result_id = own.id AND j.base_id = NEW.id
        WHERE i.base_id = NEW.id AND i.decision = 'included'
            AND r.provenance <> 'primary' AND own.provenance = 'primary'
            AND j.reason = 'same_result')
"""  # noqa: S608


@pgtrigger.register(
    stays("claim_id", "An evidence base stays with its claim."),
    Refuse(
        name="frozen_base_stays",
        operation=pgtrigger.Update | pgtrigger.Delete,
        broken="OLD.frozen_at IS NOT NULL",
        sentence="A frozen evidence base does not change; copy it to a new one.",
    ),
    Refuse(
        name="base_one_result_a_study",
        operation=pgtrigger.Update,
        broken=_TWO_RESULTS,
        sentence=(
            "A base includes one result per study, outcome, contrast, time and "
            "analysis set, and per arm on one control; exclude the others as the same "
            "result from another source."
        ),
    ),
    Refuse(
        name="base_primary_before_compiled",
        operation=pgtrigger.Update,
        broken=_COMPILED_BEFORE_PRIMARY,
        sentence=(
            "A study's own report comes before what others say of it: include the "
            "primary result and exclude the other."
        ),
    ),
    Refuse(
        name="base_counts_no_study_twice",
        operation=pgtrigger.Update,
        broken=_COUNTED_TWICE,
        sentence=(
            "A base that includes a review excludes the studies counted in the review."
        ),
    ),
)
@tracked()
class EvidenceBase(Figures, TrackedModel):
    """What counts for a claim, and how it was looked for. Freezing closes the row.

    The numbers of the claim's question are copied at freezing and close with it.
    """

    Scope = claim_words.Scope

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="bases")
    number = models.PositiveIntegerField()
    population = models.TextField(blank=True)
    intervention = models.TextField(blank=True)
    comparator = models.TextField(blank=True)
    outcome = models.TextField(blank=True)
    eligible_designs = ArrayField(
        models.CharField(max_length=30, choices=Study.Design.pairs),
        default=list,
        blank=True,
    )
    scope = models.CharField(max_length=12, choices=Scope.pairs)
    sources = models.TextField(blank=True, help_text="where was searched")
    query = models.TextField(blank=True, help_text="the search, word for word")
    searched_on = models.DateField(
        null=True, blank=True, validators=[refuse_days_to_come]
    )
    review = models.ForeignKey(
        Study,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="bases_resting_on",
        help_text="the existing review",
    )
    records_found = models.PositiveIntegerField(null=True, blank=True)
    records_screened = models.PositiveIntegerField(null=True, blank=True)
    review_searched_on = models.DateField(
        null=True, blank=True, validators=[refuse_days_to_come]
    )
    review_search_unknown = models.BooleanField(
        default=False, help_text="not stated where the review was read"
    )
    review_included = models.PositiveIntegerField(
        null=True, blank=True, help_text="how many studies the review included"
    )
    none_counts_why = models.TextField(
        blank=True, editable=False, help_text="why none of its candidates counts"
    )
    claim_asked = models.JSONField(
        null=True,
        blank=True,
        editable=False,
        help_text="the claim’s own question as it stood at freezing",
    )
    main_lines = ArrayField(
        models.TextField(),
        default=list,
        blank=True,
        help_text="of several pooled lines of a group of designs, the one that decides",
    )
    marked_words = models.TextField(
        blank=True,
        help_text="words marked in the records that are screened, one a line",
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    copied_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="copies"
    )
    made_for = models.ForeignKey(
        Merge,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text="the merge of claims whose candidates it was made to take",
    )
    frozen_at = models.DateTimeField(null=True, blank=True)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = EvidenceBaseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["claim", "number"],
                name="evidence_evidencebase_number",
                violation_error_message="The claim has a base of this number.",
            ),
            models.UniqueConstraint(
                fields=["claim"],
                condition=Q(frozen_at=None),
                name="evidence_evidencebase_one_draft",
                violation_error_message="The claim has a base that is not frozen yet.",
            ),
            models.CheckConstraint(
                name="evidence_evidencebase_review_named",
                condition=Q(scope="review", review__isnull=False)
                | ~Q(scope="review") & Q(review=None),
                violation_error_message=(
                    "A base that rests on an existing review names it; no other does."
                ),
            ),
            *figures_hold("evidence_evidencebase"),
            whole(
                "evidence_evidencebase_frozen_whole",
                "frozen_at",
                "frozen_by",
                sentence="A frozen base says who froze it and when.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["claim"],
                condition=Q(frozen_at__isnull=False),
                name="evidence_evidencebase_frozen",
            )
        ]

    def __str__(self) -> str:
        return f"base {self.number} of claim {self.claim_id}"

    @property
    def is_frozen(self) -> bool:
        return self.frozen_at is not None


BASE_IS_FROZEN = """EXISTS (
    SELECT 1 FROM evidence_evidencebase b
    WHERE b.id = {row}.base_id AND b.frozen_at IS NOT NULL)"""


@pgtrigger.register(
    Refuse(
        name="frozen_items_stay",
        operation=pgtrigger.Update | pgtrigger.Delete,
        broken=BASE_IS_FROZEN.format(row="OLD"),
        sentence="The items of a frozen evidence base do not change.",
    ),
    Refuse(
        name="frozen_base_takes_no_items",
        operation=pgtrigger.Insert | pgtrigger.Update,
        broken=BASE_IS_FROZEN.format(row="NEW"),
        sentence="A frozen evidence base takes no more items; copy it to a new one.",
    ),
)
@tracked()
class EvidenceItem(TrackedModel):
    """A candidate in a base: a result or a passage, and whether it counts."""

    Decision = words.Decision
    Reason = words.Reason

    base = models.ForeignKey(EvidenceBase, models.PROTECT, related_name="items")
    result = models.ForeignKey(
        Result, models.PROTECT, null=True, blank=True, related_name="items"
    )
    passage = models.ForeignKey(
        Passage, models.PROTECT, null=True, blank=True, related_name="items"
    )
    decision = models.CharField(
        max_length=8, choices=Decision.pairs, default=Decision.AWAITING
    )
    reason = models.CharField(max_length=12, choices=Reason.pairs, blank=True)
    reason_words = models.TextField(blank=True)
    bearing = models.CharField(
        max_length=24, choices=Bearing.pairs, blank=True, help_text="proposed"
    )
    bearing_why = models.TextField(blank=True)
    brought_by = models.ForeignKey(
        Merge,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        help_text="the merge of claims that brought it, if nobody added it",
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

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="evidence_evidenceitem_of_one",
                condition=Q(result__isnull=False, passage=None)
                | Q(result=None, passage__isnull=False),
                violation_error_message="An item is one result or one passage.",
            ),
            models.CheckConstraint(
                name="evidence_evidenceitem_excluded_says_why",
                condition=Q(decision="excluded") & ~Q(reason="")
                | ~Q(decision="excluded") & Q(reason="", reason_words=""),
                violation_error_message=(
                    "An excluded item says why, and only an excluded one."
                ),
            ),
            models.CheckConstraint(
                name="evidence_evidenceitem_other_in_words",
                condition=~Q(reason="other") | ~Q(reason_words=""),
                violation_error_message="Another reason is put in words.",
            ),
            models.UniqueConstraint(
                fields=["base", "result"],
                name="evidence_evidenceitem_result_once",
                violation_error_message="The base has this result already.",
            ),
            models.UniqueConstraint(
                fields=["base", "passage"],
                name="evidence_evidenceitem_passage_once",
                violation_error_message="The base has this passage already.",
            ),
        ]

    def __str__(self) -> str:
        return f"item {self.pk} of base {self.base_id}"
