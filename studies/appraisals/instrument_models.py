"""Instruments that editors define, and a review's own guidance beside the items."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from core.models import KeptModel, TrackedModel
from core.triggers import tracked
from studies.appraisals.models import WORD
from studies.appraisals.rules import INSTRUMENT_RULES


@pgtrigger.register(*INSTRUMENT_RULES)
@tracked()
class DefinedInstrument(KeptModel):
    """One version of an instrument that an editor defined; a new version is a new row.

    ``table`` holds it in the form of the instruments that come along, and is read by
    the same reader. A version that was used does not change. One that was withdrawn is
    kept for what used it, and offered to no new round.
    """

    key = models.SlugField(max_length=WORD)
    version = models.CharField(max_length=WORD)
    name = models.CharField(max_length=200)
    table = models.JSONField(help_text="questions, answers, domains and their rules")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    class Meta(KeptModel.Meta):
        constraints = [
            *KeptModel.Meta.constraints,
            models.UniqueConstraint(
                fields=["key", "version"],
                name="studies_definedinstrument_once",
                violation_error_message="This instrument has such a version already.",
            ),
            models.CheckConstraint(
                name="studies_definedinstrument_named",
                condition=~Q(key="") & ~Q(version="") & ~Q(name=""),
                violation_error_message=(
                    "An instrument has a key, a version and a name."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, version {self.version}"


@tracked()
class ItemGuidance(TrackedModel):
    """What the reviewers here agreed on for one question of an instrument."""

    instrument = models.CharField(max_length=WORD)
    domain = models.CharField(max_length=WORD)
    question = models.CharField(max_length=WORD)
    text = models.TextField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "item guidance"
        constraints = [
            models.UniqueConstraint(
                fields=["instrument", "domain", "question"],
                name="studies_itemguidance_once",
                violation_error_message="This question has guidance; change that.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument} {self.question}"
