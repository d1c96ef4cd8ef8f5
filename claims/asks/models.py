"""What people ask to be reviewed."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Count, Min, Q
from django.db.models.functions import Now

from claims.claims.models import Claim


class AskQuerySet(models.QuerySet):
    def by_sentence(self) -> models.QuerySet:
        """Sentences that are no claim yet, each with ``asked`` (by how many people)."""
        return (
            self.filter(claim=None)
            .values("sentence_sha256")
            .annotate(
                asked=Count("id"), sentence=Min("sentence"), question=Min("question")
            )
            .order_by("-asked", "sentence")
        )

    def by_claim(self) -> models.QuerySet:
        """Claims that were asked for, each with ``asked``."""
        return (
            Claim.objects.current()
            .filter(asks__in=self)
            .annotate(asked=Count("asks"))
            .order_by("-asked", "id")
        )

    def of(self, user: models.Model) -> Self:
        """One person's own, the newest first."""
        return self.filter(by=user).select_related("claim").order_by("-id")


class Ask(models.Model):
    """A person asks for a review of a sentence, or of the claim made of it."""

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="asks"
    )
    sentence = models.TextField()
    sentence_sha256 = models.CharField(max_length=64, help_text="of its words alone")
    question = models.CharField(max_length=300, blank=True, help_text="its terms")
    claim = models.ForeignKey(
        Claim, models.SET_NULL, null=True, blank=True, related_name="asks"
    )
    asked_at = models.DateTimeField(db_default=Now())

    objects = AskQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="claims_ask_worded",
                condition=~Q(sentence=""),
                violation_error_message="What is asked for has words.",
            ),
            models.UniqueConstraint(
                fields=["by", "sentence_sha256"],
                name="claims_ask_sentence_once",
                violation_error_message="You have asked for a review of this already.",
            ),
            models.UniqueConstraint(
                fields=["by", "claim"],
                condition=Q(claim__isnull=False),
                name="claims_ask_claim_once",
                violation_error_message="You have asked for a review of this claim.",
            ),
        ]
        indexes = [models.Index(fields=["sentence_sha256"], name="claims_ask_sentence")]

    def __str__(self) -> str:
        return self.sentence
