"""What people declare to have an interest in."""

from datetime import date, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from accounts.profiles.words import InterestKind
from core.vocabulary import hold_vocabulary

# As the medical journals' common form of disclosure asks.
COUNTS_FOR = timedelta(days=3 * 365)


class InterestQuerySet(models.QuerySet):
    """Interests, kept after they ended."""

    def standing(self) -> Self:
        """Those that nobody said to have ended."""
        return self.filter(ended_on=None)

    def counting_on(self, day: date) -> Self:
        """Those that make a conflict on a day: standing, or ended not long before.

        That one wrote something does not end.
        """
        own = Q(kind__in=[InterestKind.ARTICLE, InterestKind.STUDY])
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=day - COUNTS_FOR) | own)


@hold_vocabulary
class Interest(models.Model):
    """One interest that a person declares of themselves, from a day on.

    What it names is words and, where there is one, an identifier: the tables of
    outlets, articles and studies stand above accounts.
    """

    Kind = InterestKind

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="interests"
    )
    kind = models.CharField(max_length=12, choices=Kind.pairs)
    name = models.CharField(
        max_length=300, help_text="As it calls itself; of a work, its title."
    )
    identifier = models.CharField(
        max_length=300,
        blank=True,
        help_text="Of a work its DOI, PubMed number or registration; of an article or "
        "outlet its address.",
    )
    says = models.TextField("what it is to you", blank=True, max_length=2000)
    since = models.CharField(
        max_length=40, blank=True, help_text="A year or a day, as far as you know."
    )
    declared_at = models.DateTimeField(db_default=Now(), editable=False)
    ended_on = models.DateField(null=True, blank=True)

    objects = InterestQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(name=""),
                name="interest_named",
                violation_error_message="An interest names what it is in.",
            )
        ]
        indexes = [models.Index(fields=["user"], name="interest_of")]

    def __str__(self) -> str:
        return self.name
