"""Files of reports that those who appraise a study keep for themselves.

They are mostly not the site's to pass on: no list, feed, export or search tells of
them, and history keeps who kept and removed one to itself, without the file.
"""

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.permissions import Permission, Visitor, can
from bibliography.references.models import Reference
from core.models import TrackedModel
from core.triggers import tracked
from studies.report_copies.words import CopyKind
from studies.studies.models import Study

MOST_BYTES = 50_000_000


class ReportCopyQuerySet(models.QuerySet):
    def without_file(self) -> Self:
        """Leave the file itself in the database: only what is said of it."""
        return self.defer("data")

    def kept_for(self, user: Visitor, study: Study) -> Self:
        """What a person may read of a study's reports, without the files themselves."""
        own = self.open_to(user).filter(reference__reports__study=study)
        return own.without_file().select_related("reference").order_by("pk")

    def open_to(self, user: Visitor) -> Self:
        """Those whose study a person appraises or appraised; all, for editors."""
        if can(user, Permission.SEE_ROUNDS):
            return self
        if not can(user, Permission.APPRAISE):
            return self.none()
        places = Q(
            reference__reports__study__rounds__assignments__reviewer=user.pk,
            reference__reports__study__rounds__assignments__left_at=None,
        )
        return self.filter(pk__in=self.model.objects.filter(places).values("pk"))


class NobodysHistory(models.Manager):
    """What was kept of these rows' past is shown nowhere."""

    def get_queryset(self) -> models.QuerySet:
        return super().get_queryset().none()


@tracked(exclude=("data",), hidden_sql="TRUE", history=NobodysHistory())
class ReportCopy(TrackedModel):
    """A report's PDF or Word file, for the people of its study's rounds alone."""

    Kind = CopyKind

    reference = models.ForeignKey(
        Reference, models.PROTECT, related_name="report_copies"
    )
    kind = models.CharField(max_length=4, choices=Kind.pairs)
    name = models.CharField(max_length=255, help_text="what the file was called")
    size = models.PositiveIntegerField(help_text="in bytes")
    sha256 = models.CharField(max_length=64, editable=False)
    data = models.BinaryField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")

    objects = ReportCopyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "report copies"
        constraints = [
            models.UniqueConstraint(
                fields=["reference", "sha256"],
                name="studies_reportcopy_once",
                violation_error_message="This file is kept already.",
            ),
            models.CheckConstraint(
                name="studies_reportcopy_size",
                condition=Q(size__gte=1, size__lte=MOST_BYTES),
                violation_error_message=(
                    f"A file has 1 to {MOST_BYTES:,} bytes to be kept."
                ),
            ),
            models.CheckConstraint(
                name="studies_reportcopy_named",
                condition=~Q(name=""),
                violation_error_message="A file has a name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name
