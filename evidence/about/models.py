"""What whoever keeps this site says of it."""

from typing import Self

from django.conf import settings
from django.db import models

from core.models import TrackedModel
from core.triggers import recorded
from evidence.about.words import Part


class SiteTextQuerySet(models.QuerySet):
    def newest(self) -> Self:
        """The newest text of each part, with who wrote it."""
        rows = self.order_by("part", "-id").distinct("part")
        return rows.select_related("by")


@recorded(what="A text on this site")
class SiteText(TrackedModel):
    """One part of what is said about this site, as somebody wrote it that day.

    The newest of a part is what is shown, those before it are its history; an empty
    one takes the part back.
    """

    part = models.CharField(max_length=12, choices=Part.pairs)
    text = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = SiteTextQuerySet.as_manager()

    class Meta:
        indexes = [models.Index(fields=["part", "-id"], name="evidence_sitetext_part")]

    def __str__(self) -> str:
        return self.get_part_display()
