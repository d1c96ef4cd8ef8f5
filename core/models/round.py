"""A call for judgements, blind until all are in."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from core.models.base import TrackedModel


class RoundQuerySet(models.QuerySet):
    def opened(self) -> Self:
        """Rounds whose judgements anyone may see."""
        return self.exclude(opened_at=None)


class AbstractRound(TrackedModel):
    """How many judgements are called for, and when they became public."""

    wanted = models.PositiveSmallIntegerField(
        default=2, help_text="how many reviewers judge, each alone"
    )
    called_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )
    opened_at = models.DateTimeField(null=True, blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_wants_someone",
                condition=Q(wanted__gte=1),
                violation_error_message="A round calls for at least one judgement.",
            )
        ]

    @property
    def is_open(self) -> bool:
        """Whether its judgements are public."""
        return self.opened_at is not None


class AbstractAssignment(TrackedModel):
    """One reviewer's place in a round; subclasses name the ``round``."""

    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+"
    )

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["round", "reviewer"],
                name="%(app_label)s_%(class)s_once",
                violation_error_message="A reviewer judges once in a round.",
            )
        ]
