"""Rounds of grading, and the judgements made in them.

A judgement becomes public when its round opens: the default managers return opened rows
only, and history, feed and exports follow them.
"""

from typing import Any, Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from core.models import AbstractAssignment, AbstractRound, TrackedModel
from core.triggers import Refuse, tracked
from evidence.models.base import EvidenceBase
from evidence.models.claim import Claim
from evidence.models.words import (
    CantSay,
    Certainty,
    Method,
    Verdict,
)


@tracked()
class ClaimRound(AbstractRound):
    """One call for grades of a claim, on one frozen base."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="rounds")
    base = models.ForeignKey(EvidenceBase, models.PROTECT, related_name="rounds")

    class Meta(AbstractRound.Meta):
        constraints = [
            *AbstractRound.Meta.constraints,
            models.UniqueConstraint(
                fields=["claim"],
                condition=Q(opened_at=None),
                name="evidence_claimround_one_running",
                violation_error_message="This claim is being graded already.",
            ),
        ]

    def __str__(self) -> str:
        return f"round {self.pk} on claim {self.claim_id}"


@tracked()
class ClaimAssignment(AbstractAssignment):
    """One reviewer's place in a round on a claim."""

    round = models.ForeignKey(ClaimRound, models.PROTECT, related_name="assignments")

    class Meta(AbstractAssignment.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.reviewer_id} in round {self.round_id}"


def opened_only(path: str) -> type[models.Manager]:
    """A manager of rows whose round has opened; ``path`` leads to the round."""

    class Opened(models.Manager):
        def get_queryset(self) -> models.QuerySet:
            return super().get_queryset().exclude(**{f"{path}__opened_at": None})

        def of(self, user: Any) -> models.QuerySet:
            """Opened rows, and the user's own of rounds that have not opened."""
            if not user.is_authenticated:
                return self.get_queryset()
            reviewer = path.removesuffix("round") + "reviewer"
            return (
                super()
                .get_queryset()
                .filter(
                    Q(**{f"{path}__opened_at__isnull": False}) | Q(**{reviewer: user})
                )
            )

    return Opened


_ROUND_IS_CLOSED = """NOT EXISTS (
    SELECT 1 FROM evidence_claimround c
    WHERE c.id = {round} AND c.opened_at IS NOT NULL)"""


class GradeQuerySet(models.QuerySet):
    def consensus(self) -> Self:
        return self.filter(is_consensus=True)


_VERDICT_WORDS = {
    "grade": ["supported", "contradicted", "conflicting", "cant_say"],
    "grade_prognosis": ["supported", "contradicted", "conflicting", "cant_say"],
    "kind_of_evidence": [
        "shown_in_people",
        "shown_in_animals",
        "shown_in_cells",
        "not_shown",
        "cant_say",
    ],
    "search_check": ["accurate", "outdated", "not_accurate", "cant_say"],
    "record_check": [
        "confirmed",
        "not_confirmed",
        "changed_since",
        "agrees",
        "differs_in_part",
        "differs",
        "recommended",
        "not_recommended",
        "cant_say",
    ],
}


def _words_fit_method() -> Q:
    fits = Q()
    for method, words in _VERDICT_WORDS.items():
        fits |= Q(method=method, verdict__in=words)
    return fits


_NOTHING_READ = """
    NEW.method IN ('grade', 'grade_prognosis') AND NEW.submitted_at IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM evidence_claimround c
        JOIN evidence_evidenceitem i ON i.base_id = c.base_id
        JOIN studies_result s ON s.id = i.result_id
        WHERE c.id = NEW.round_id AND i.decision = 'included'
            AND s.provenance <> 'second_hand')
"""
_NO_PASSAGE = """
    NEW.method = 'record_check' AND NEW.submitted_at IS NOT NULL
    AND NEW.verdict <> 'cant_say' AND NOT EXISTS (
        SELECT 1 FROM evidence_claimround c
        JOIN evidence_evidenceitem i ON i.base_id = c.base_id
        WHERE c.id = NEW.round_id AND i.decision = 'included'
            AND i.passage_id IS NOT NULL)
"""
_NO_SEARCH = """
    NEW.method = 'search_check' AND NEW.submitted_at IS NOT NULL
    AND NOT EXISTS (
        SELECT 1 FROM evidence_claimround c
        JOIN evidence_evidencebase b ON b.id = c.base_id
        WHERE c.id = NEW.round_id AND b.query <> '' AND b.searched_on IS NOT NULL)
"""
_BASE_NOT_FROZEN = """NOT EXISTS (
    SELECT 1 FROM evidence_claimround c
    JOIN evidence_evidencebase b ON b.id = c.base_id
    WHERE c.id = NEW.round_id AND b.frozen_at IS NOT NULL)"""
_NOTHING_AGAINST = """
    NEW.verdict = 'contradicted' AND NEW.submitted_at IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM evidence_itemreading d WHERE d.grade_id = NEW.id
            AND d.bearing IN ('contradicts', 'little_to_no_difference'))
"""
_COMPOUND = """EXISTS (
    SELECT 1 FROM evidence_claimround c JOIN evidence_claim k ON k.id = c.claim_id
    WHERE c.id = NEW.round_id AND k.compound)"""


def _refuse(name: str, broken: str, sentence: str) -> Refuse:
    return Refuse(
        name=name,
        operation=pgtrigger.Insert | pgtrigger.Update,
        broken=broken,
        sentence=sentence,
    )


@pgtrigger.register(
    _refuse(
        "grade_of_frozen_base",
        _BASE_NOT_FROZEN,
        "Only a frozen evidence base is graded.",
    ),
    _refuse(
        "grade_reads_evidence",
        _NOTHING_READ,
        "Nothing in this base was read at its source, so there is nothing to grade.",
    ),
    _refuse(
        "record_check_has_passage",
        _NO_PASSAGE,
        "A record check needs a quoted passage.",
    ),
    _refuse(
        "search_check_has_search",
        _NO_SEARCH,
        "A search check needs the search's words and its date.",
    ),
    _refuse(
        "contradicted_by_evidence",
        _NOTHING_AGAINST,
        "“Contradicted” needs evidence for the opposite or for little difference.",
    ),
    _refuse(
        "compound_has_no_grade", _COMPOUND, "A compound claim is judged by its parts."
    ),
    Refuse(
        name="submitted_grade_stays",
        operation=pgtrigger.Update | pgtrigger.Delete,
        broken="OLD.submitted_at IS NOT NULL",
        sentence="A submitted grade does not change; a new round makes a new one.",
    ),
)
@tracked(hidden_sql=_ROUND_IS_CLOSED.format(round="r.round_id"))
class Grade(TrackedModel):
    """One reviewer's judgement of a frozen base by a method, or the consensus."""

    class Target(models.TextChoices):
        """What the certainty is the certainty of."""

        NONE = "", "—"
        ANY_EFFECT = "any_effect", "any effect"
        ABOVE_THRESHOLD = "above_threshold", "an effect above a threshold"
        LITTLE_OR_NO = "little_or_no", "little or no difference"

    class SizeClass(models.TextChoices):
        NONE = "", "—"
        LARGE = "large"
        MODERATE = "moderate"
        SMALL = "small", "small but important"
        TRIVIAL = "trivial", "trivial or none"

    class Leaning(models.TextChoices):
        NONE = "", "none"
        SUPPORTED = "supported", "leaning to supported"
        CONTRADICTED = "contradicted", "leaning to contradicted"

    round = models.ForeignKey(ClaimRound, models.PROTECT, related_name="grades")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="grades"
    )
    is_consensus = models.BooleanField(default=False)
    method = models.CharField(max_length=18, choices=Method)
    target = models.CharField(max_length=16, choices=Target, blank=True)
    threshold = models.CharField(max_length=200, blank=True)
    size_class = models.CharField(max_length=10, choices=SizeClass, blank=True)
    certainty = models.CharField(max_length=16, choices=Certainty)
    verdict = models.CharField(max_length=24, choices=Verdict)
    leaning = models.CharField(max_length=12, choices=Leaning, blank=True)
    cant_say_because = models.CharField(max_length=18, choices=CantSay, blank=True)
    sentence = models.TextField(blank=True)
    explanation = models.TextField(blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)

    objects = opened_only("round").from_queryset(GradeQuerySet)()
    unfiltered = GradeQuerySet.as_manager()

    class Meta:
        default_manager_name = "objects"
        base_manager_name = "unfiltered"
        constraints = [
            models.UniqueConstraint(
                fields=["round", "reviewer"],
                condition=Q(is_consensus=False),
                name="evidence_grade_once",
                violation_error_message="A reviewer grades once in a round.",
            ),
            models.UniqueConstraint(
                fields=["round"],
                condition=Q(is_consensus=True),
                name="evidence_grade_one_consensus",
                violation_error_message="A round has one consensus.",
            ),
            models.CheckConstraint(
                name="evidence_grade_words_fit_method",
                condition=_words_fit_method(),
                violation_error_message="The method has no such verdict.",
            ),
            models.CheckConstraint(
                name="evidence_grade_certainty_fits_method",
                condition=Q(
                    method__in=["grade", "grade_prognosis"],
                    certainty__in=["high", "moderate", "low", "very_low"],
                )
                | ~Q(method__in=["grade", "grade_prognosis"])
                & Q(certainty="not_applicable", target="", size_class="", leaning=""),
                violation_error_message=(
                    "GRADE rates certainty; the other methods rate none, and have no "
                    "target, size or leaning."
                ),
            ),
            models.CheckConstraint(
                name="evidence_grade_very_low_cant_say",
                condition=~Q(certainty="very_low") | Q(verdict="cant_say"),
                violation_error_message=(
                    "With very low certainty the verdict is can't say, with a leaning "
                    "if any."
                ),
            ),
            models.CheckConstraint(
                name="evidence_grade_leaning_of_cant_say",
                condition=Q(leaning="") | Q(verdict="cant_say"),
                violation_error_message="Only can't say has a leaning.",
            ),
            models.CheckConstraint(
                name="evidence_grade_cant_say_why",
                condition=Q(verdict="cant_say") & ~Q(cant_say_because="")
                | ~Q(verdict="cant_say") & Q(cant_say_because=""),
                violation_error_message="Can't say keeps its reason.",
            ),
            models.CheckConstraint(
                name="evidence_grade_threshold_stated",
                condition=~Q(target="above_threshold") | ~Q(threshold=""),
                violation_error_message="A threshold is stated where one is rated.",
            ),
            models.CheckConstraint(
                name="evidence_grade_submitted_whole",
                condition=Q(submitted_at=None)
                | ~Q(sentence="")
                & (~Q(method__in=["grade", "grade_prognosis"]) | ~Q(target="")),
                violation_error_message=(
                    "A submitted grade has its sentence, and by GRADE what it rates."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.verdict} ({self.certainty}) in round {self.round_id}"
