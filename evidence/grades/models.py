"""Rounds of grading, and the judgements made in them.

A judgement becomes public when its round opens: the default managers return opened rows
only, and history, feed and exports follow them.
"""

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from claims.claims.models import Claim
from claims.claims.verdict import MOST_IN_A_NOTE
from claims.words import CantSay, Certainty, Method, Strength, Verdict
from core.models import AbstractAssignment, AbstractRound, TrackedModel, opened_only
from core.triggers import tracked
from evidence import words
from evidence.bases.models import EvidenceBase
from evidence.grades.rules import ASSIGNMENT_RULES, GRADE_RULES, ROUND_RULES, TABLES
from evidence.method import VERSION, verdicts_of


@pgtrigger.register(*ROUND_RULES)
@tracked()
class ClaimRound(AbstractRound):
    """One call for grades of a claim, on one frozen base."""

    ON = ("claim",)

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


@pgtrigger.register(*ASSIGNMENT_RULES)
@tracked(exclude=("draft",), hidden_sql=TABLES.closed, history=opened_only("round")())
class ClaimAssignment(AbstractAssignment):
    """One reviewer's place in a round on a claim, with the form as they left it.

    Its changes stay out of the feed until the round opens: they would tell who is
    still at work. The draft is the reviewer's own; nothing shows it to others.
    """

    round = models.ForeignKey(ClaimRound, models.PROTECT, related_name="assignments")
    draft = models.JSONField(
        default=dict, blank=True, help_text="the grade's form, until it is handed in"
    )

    class Meta(AbstractAssignment.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.reviewer_id} in round {self.round_id}"


class GradeQuerySet(models.QuerySet):
    def consensus(self) -> Self:
        return self.filter(is_consensus=True)

    def may_be_named(self) -> Self:
        """Leave out grades whose round hides whose they are until it is settled."""
        return self.filter(_names_shown())

    def with_names(self) -> Self:
        """Add ``by_name``, the reviewer's; empty while the round hides it."""
        shown = models.When(_names_shown(), then="reviewer__display_name")
        return self.annotate(by_name=models.Case(shown, default=models.Value("")))


def _names_shown() -> Q:
    agreed = Grade.objects.filter(round=models.OuterRef("round"), is_consensus=True)
    return Q(round__names_hidden=False) | Q(models.Exists(agreed))


def _words_fit_method() -> Q:
    fits = Q()
    for method in Method:
        verdicts = sorted(verdict.value for verdict in verdicts_of(method))
        fits |= Q(method=method.value, verdict__in=verdicts)
    return fits


@pgtrigger.register(*GRADE_RULES)
@tracked(hidden_sql=TABLES.closed, history=opened_only("round")())
class Grade(TrackedModel):
    """One reviewer's judgement of a frozen base by a method, or the consensus."""

    Target = words.Target
    SizeClass = words.SizeClass
    Leaning = words.Leaning

    round = models.ForeignKey(ClaimRound, models.PROTECT, related_name="grades")
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="grades"
    )
    is_consensus = models.BooleanField(default=False)
    method = models.CharField(max_length=18, choices=Method.pairs)
    target = models.CharField(max_length=16, choices=Target.pairs, blank=True)
    threshold = models.CharField(max_length=200, blank=True)
    size_class = models.CharField(max_length=10, choices=SizeClass.pairs, blank=True)
    certainty = models.CharField(max_length=16, choices=Certainty.pairs)
    verdict = models.CharField(max_length=24, choices=Verdict.pairs)
    leaning = models.CharField(max_length=12, choices=Leaning.pairs, blank=True)
    cant_say_because = models.CharField(
        max_length=18, choices=CantSay.pairs, blank=True
    )
    sentence = models.TextField(blank=True, help_text="composed by rule")
    note = models.CharField("reviewer’s note", max_length=MOST_IN_A_NOTE, blank=True)
    strength = models.CharField(
        max_length=12,
        choices=Strength.pairs,
        blank=True,
        help_text="how strongly a guideline words it",
    )
    explanation = models.TextField(blank=True)
    method_version = models.PositiveSmallIntegerField(
        default=VERSION, help_text="of the rules it was judged by"
    )
    submitted_at = models.DateTimeField(null=True, blank=True)
    settled = models.JSONField(
        default=dict,
        blank=True,
        help_text="of a consensus: whose words each difference took, or why a third",
    )

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
                    "With very low certainty the verdict is can’t say, with a leaning "
                    "if any."
                ),
            ),
            models.CheckConstraint(
                name="evidence_grade_leaning_of_cant_say",
                condition=Q(leaning="") | Q(verdict="cant_say"),
                violation_error_message="Only can’t say has a leaning.",
            ),
            models.CheckConstraint(
                name="evidence_grade_cant_say_why",
                condition=Q(verdict="cant_say") & ~Q(cant_say_because="")
                | ~Q(verdict="cant_say") & Q(cant_say_because=""),
                violation_error_message="Can’t say keeps its reason.",
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
