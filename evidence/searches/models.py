"""Searches of an evidence base: where, with which words, when, and what came of it."""

from typing import Self

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import OuterRef, Q
from django.db.models.functions import Coalesce

from bibliography.models import ImportBatch, ImportRecord
from core.models import Job, TrackedModel
from core.triggers import Refuse, stays, tracked
from evidence import words
from evidence.bases.models import BASE_IS_FROZEN, EvidenceBase, refuse_days_to_come

AT_WORK = (Job.State.QUEUED, Job.State.RUNNING, Job.State.WAITING)
UNREAD = (ImportBatch.State.WAITING, ImportBatch.State.RUNNING)


class LiteratureSearchQuerySet(models.QuerySet):
    def with_record_counts(self) -> Self:
        """Add ``record_count``: how many records each search's import holds."""
        records = ImportRecord.objects.filter(batch=OuterRef("batch")).order_by()
        counted = records.values("batch").annotate(n=models.Count("pk")).values("n")
        return self.annotate(record_count=Coalesce(models.Subquery(counted), 0))


@pgtrigger.register(
    stays("base_id", "A search stays with its evidence base."),
    Refuse(
        name="frozen_searches_stay",
        operation=pgtrigger.Update | pgtrigger.Delete,
        broken=BASE_IS_FROZEN.format(row="OLD"),
        sentence="The searches of a frozen evidence base do not change.",
    ),
    Refuse(
        name="frozen_base_takes_no_searches",
        operation=pgtrigger.Insert,
        broken=BASE_IS_FROZEN.format(row="NEW"),
        sentence="A frozen evidence base takes no more searches; copy it to a new one.",
    ),
)
@tracked(exclude=("answer",))
class LiteratureSearch(TrackedModel):
    """One search for a base; its records are those of the import that holds them."""

    Kind = words.SourceKind

    base = models.ForeignKey(EvidenceBase, models.PROTECT, related_name="searches")
    kind = models.CharField(max_length=10, choices=Kind.pairs, default=Kind.DATABASE)
    source = models.CharField(max_length=200, help_text="what was searched")
    strategy = models.TextField(help_text="the search, word for word")
    since = models.DateField(
        null=True, blank=True, help_text="only what the source took in since that day"
    )
    searched_on = models.DateField(
        null=True, blank=True, validators=[refuse_days_to_come]
    )
    records_found = models.PositiveIntegerField(
        null=True, blank=True, help_text="as many as the source said"
    )
    understood_as = models.TextField(
        blank=True, editable=False, help_text="the words as the source took them"
    )
    answer = models.TextField(
        blank=True, editable=False, help_text="what the source answered, as it came"
    )
    batch = models.ForeignKey(
        ImportBatch,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="searches",
        help_text="the import that holds its records",
    )
    job = models.ForeignKey(
        Job, models.PROTECT, null=True, blank=True, related_name="+"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    copied_from = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="copies"
    )

    objects = LiteratureSearchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "literature searches"
        constraints = [
            models.CheckConstraint(
                name="evidence_literaturesearch_where_and_what",
                condition=~Q(source="") & ~Q(strategy=""),
                violation_error_message="A search says where and with which words.",
            ),
            models.CheckConstraint(
                name="evidence_literaturesearch_dated",
                condition=Q(batch=None) & Q(records_found=None)
                | Q(searched_on__isnull=False),
                violation_error_message="A search that found something has its day.",
            ),
            models.UniqueConstraint(
                fields=["base", "batch"],
                name="evidence_literaturesearch_batch_once",
                violation_error_message="The base has the records of this import.",
            ),
        ]

    def __str__(self) -> str:
        return f"search of {self.source} for base {self.base_id}"

    @property
    def is_at_work(self) -> bool:
        """Whether its job runs, or will."""
        return bool(self.job and self.job.state in AT_WORK)

    @property
    def is_finished(self) -> bool:
        """Whether all that it found has come."""
        if self.is_at_work or self.searched_on is None:
            return False
        if self.batch is None:
            return self.records_found == 0
        return self.batch.state not in UNREAD
