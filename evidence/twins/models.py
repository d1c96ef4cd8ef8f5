"""Two rows that may be one, until they are merged or told apart."""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from bibliography.models import Reference
from claims.models import Claim
from core.models import TrackedModel
from core.triggers import tracked
from evidence.twins.words import TwinNoun
from studies.models import Study

TABLES = {
    TwinNoun.CLAIM: Claim,
    TwinNoun.STUDY: Study,
    TwinNoun.REFERENCE: Reference,
}


class TwinsQuerySet(models.QuerySet):
    def waiting(self) -> Self:
        """Those that nobody told apart, and of which both stand."""
        among = Q()
        for noun, model in TABLES.items():
            stands = [
                Exists(model.objects.current().filter(pk=OuterRef(end)))
                for end in ("one", "other")
            ]
            among |= Q(*stands, noun=noun)
        return self.filter(among, told_apart_by=None)


@tracked()
class Twins(TrackedModel):
    """Two rows of a table that may be one, as look-alikes are found, and why.

    Named by their numbers, as the feed does. ``told_apart_by`` said that they are two.
    """

    noun = models.CharField(max_length=10, choices=TwinNoun.pairs)
    one = models.BigIntegerField()
    other = models.BigIntegerField()
    why = models.TextField(help_text="what is alike")
    told_apart_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    told_apart_why = models.TextField(blank=True, editable=False)

    objects = TwinsQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "twins"
        constraints = [
            models.UniqueConstraint(
                fields=["noun", "one", "other"],
                name="evidence_twins_once",
                violation_error_message="These two were found to be alike already.",
            ),
            models.CheckConstraint(
                name="evidence_twins_in_order",
                condition=Q(one__lt=F("other")),
                violation_error_message="Nothing is its own twin.",
            ),
            models.CheckConstraint(
                name="evidence_twins_told_apart_whole",
                condition=Q(told_apart_by=None, told_apart_why="")
                | Q(told_apart_by__isnull=False) & ~Q(told_apart_why=""),
                violation_error_message="Whoever tells two apart says why.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.noun} {self.one} and {self.other}"
