"""Conflicts of interest: what each rule does, what people answered, what came of it."""

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from articles.models import MentionRound
from bibliography.models import Reference
from claims.claims.models import Claim
from core.models import TrackedModel
from core.triggers import immutable, tracked
from core.vocabulary import hold_vocabulary
from evidence.people.words import ConflictEffect, ConflictOutcome, ConflictRule
from studies.models import Study


@tracked()
class ConflictSetting(TrackedModel):
    """What a rule does on this site, where an editor made it other than it comes."""

    rule = models.CharField(max_length=14, choices=ConflictRule.pairs, unique=True)
    effect = models.CharField(max_length=8, choices=ConflictEffect.pairs)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="evidence_conflictsetting_asks_who",
                condition=~Q(effect="asks") | Q(rule="same_name"),
                violation_error_message="Only a name can be asked about.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.effect}"


class Authorship(models.Model):
    """What a person answered to "did you write this?"; it is asked once."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="authorships"
    )
    reference = models.ForeignKey(Reference, models.PROTECT, related_name="authorships")
    is_own = models.BooleanField("it is theirs")
    answered_at = models.DateTimeField(db_default=Now())

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user", "reference"],
                name="evidence_authorship_once",
                violation_error_message="You have answered this already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user_id} on {self.reference_id}"


class ConflictRecordQuerySet(models.QuerySet):
    def overrides(self) -> Self:
        """What editors let through."""
        return self.filter(outcome=ConflictOutcome.OVERRIDDEN)

    def seen_by(self, user: models.Model, *, all: bool) -> Self:
        """One's own; with ``all`` everybody's.

        But none on what one is judging with others: it would tell of them.
        """
        own = Q(user=user.pk)
        if not all:
            return self.filter(own)
        of_others = Q()
        for column, judged in _judged_with_others(user).items():
            for ids in judged:
                of_others |= Q(**{f"{column}__in": ids, f"{column}__isnull": False})
        return self.filter(own | ~of_others)


def _judged_with_others(user: models.Model) -> dict[str, list[models.QuerySet]]:
    """What a person judges in rounds that are not over: claims, and studies."""
    rounds = {"rounds__opened_at": None, "rounds__assignments__reviewer": user.pk}
    checks = MentionRound.objects.running().filter(assignments__reviewer=user.pk)
    cited = checks.exclude(citation__cited_work__study=None)
    return {
        "claim": [
            Claim.objects.filter(**rounds).values("pk"),
            checks.values("mention__claim"),
        ],
        "study": [
            Study.objects.filter(**rounds).values("pk"),
            cited.values("citation__cited_work__study"),
        ],
    }


@pgtrigger.register(*immutable("What came of a conflict"))
@hold_vocabulary
class ConflictRecord(models.Model):
    """A conflict that kept somebody out, was noted, or was let through; for good."""

    Rule = ConflictRule
    Outcome = ConflictOutcome

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="conflicts"
    )
    claim = models.ForeignKey(
        Claim, models.PROTECT, null=True, blank=True, related_name="conflicts"
    )
    study = models.ForeignKey(
        Study, models.PROTECT, null=True, blank=True, related_name="conflicts"
    )
    rule = models.CharField(max_length=14, choices=Rule.pairs)
    outcome = models.CharField(max_length=10, choices=Outcome.pairs)
    because = models.TextField(help_text="what of theirs meets what, in words")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(db_default=Now(), editable=False)
    reason = models.TextField(blank=True)

    objects = ConflictRecordQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="evidence_conflictrecord_one_subject",
                condition=Q(claim=None, study__isnull=False)
                | Q(claim__isnull=False, study=None),
                violation_error_message="A conflict is about one claim or one study.",
            ),
            models.CheckConstraint(
                name="evidence_conflictrecord_override_by_another",
                condition=~Q(outcome="overridden") | ~Q(reason="") & ~Q(by=F("user")),
                violation_error_message=(
                    "Somebody else lets a conflict through, and says why."
                ),
            ),
        ]
        indexes = [
            models.Index(
                fields=["user", "claim", "rule"], name="evidence_conflict_claim"
            ),
            models.Index(
                fields=["user", "study", "rule"], name="evidence_conflict_study"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_rule_display()}: {self.get_outcome_display()}"
