"""Imports of reference files: what came in, and what became of each record."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery

from bibliography.imports import words as import_words
from bibliography.references.models import Reference
from core.models import Job, TrackedModel, whole
from core.triggers import recorded, tracked
from core.vocabulary import hold_vocabulary


class ImportBatchQuerySet(models.QuerySet):
    """Imports."""

    def with_mine(self, user: Any) -> Self:
        """Add ``mine``: whether this person brought it in."""
        return self.annotate(
            mine=models.ExpressionWrapper(
                Q(by=user.pk), output_field=models.BooleanField()
            )
        )

    def same_file_before(self, batch: "ImportBatch") -> Self:
        """The other imports of an import's bytes that stored records before it did.

        The last first, with ``stored``: how many records. An import that was only
        looked at brought nothing in, and neither did one that began later.
        """
        first = ImportRecord.objects.filter(batch=OuterRef("pk"), number=1)
        last = ImportRecord.objects.filter(batch=OuterRef("pk")).order_by("-number")
        rows = self.filter(sha256=batch.sha256).exclude(pk=batch.pk)
        rows = rows.annotate(
            first=Subquery(first.values("pk")),
            stored=Subquery(last.values("number")[:1]),
        ).exclude(first=None)
        own = batch.records.filter(number=1).values_list("pk", flat=True).first()
        return (rows.filter(first__lt=own) if own else rows).order_by("-first")


@tracked(exclude=("preview",))
class ImportBatch(TrackedModel):
    """One file of references: its format, and its counts by outcome.

    Its own bytes are its pieces, so that no more than one is ever held in memory.
    """

    State = import_words.ImportState

    file_name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField(help_text="in bytes")
    sha256 = models.CharField(max_length=64)
    format = models.CharField(max_length=20, blank=True)
    encoding = models.CharField(max_length=20, blank=True)
    options = models.JSONField(default=dict, blank=True, help_text="column mapping …")
    state = models.CharField(max_length=10, choices=State.pairs, default=State.WAITING)
    refused_because = models.TextField(blank=True)
    counts = models.JSONField(default=dict, blank=True)
    preview = models.JSONField(
        default=dict, blank=True, help_text="the first records, and the columns"
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    job = models.ForeignKey(
        Job, models.PROTECT, null=True, blank=True, related_name="imports"
    )
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ImportBatchQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "import batches"
        constraints = [
            models.CheckConstraint(
                name="bibliography_importbatch_refusal_says_why",
                condition=~Q(state="refused") | ~Q(refused_because=""),
                violation_error_message="A refused file says why.",
            ),
            whole(
                "bibliography_importbatch_undone_whole",
                "undone_at",
                "undone_by",
                sentence="An undone import says who undid it and when.",
            ),
        ]
        indexes = [
            models.Index(fields=["sha256"], name="bibliography_import_same_file")
        ]

    def __str__(self) -> str:
        return self.file_name


class ImportPiece(models.Model):
    """A piece of a file, packed by zlib; unpacked all but the last are equally long."""

    SIZE = 1 << 20  # bytes of the file

    batch = models.ForeignKey(ImportBatch, models.PROTECT, related_name="pieces")
    number = models.PositiveIntegerField(help_text="place in the file, from 0")
    data = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "number"],
                name="bibliography_importpiece_once",
                violation_error_message="A file has one piece of each number.",
            )
        ]

    def __str__(self) -> str:
        return f"piece {self.number} of import {self.batch_id}"


class ImportRecordQuerySet(models.QuerySet):
    """Records of imports."""

    def warned(self) -> Self:
        """Records that were read with a warning."""
        return self.exclude(warnings=[])

    def asking(self, why: str = "") -> Self:
        """Records that wait for an answer, for one reason or for any."""
        rows = self.filter(became=ImportRecord.Became.ASKED)
        return rows.filter(why=why) if why else rows

    def offering(self) -> Self:
        """Matched records that said, as they came in, what their reference lacks.

        References that no longer stand are not filled in.
        """
        return self.filter(
            became=ImportRecord.Became.MATCHED,
            reference__withdrawn_at=None,
            reference__merged_into=None,
        ).exclude(said={})

    def about(self, reference: Reference) -> Self:
        """The records that a reference came from or that were joined to it.

        The first first, with their imports and what ``with_last_filling`` adds; also
        those of references that were merged into it.
        """
        own = Reference.objects.filter(Q(pk=reference.pk) | Q(merged_into=reference))
        rows = self.filter(reference__in=own.values("pk")).select_related("batch")
        return rows.with_last_filling().order_by("pk")

    def filled(self) -> Self:
        """Records whose reference took over what it lacked, and still has it."""
        step = ImportDecision.Step
        return self.with_last_filling().filter(last_filling=step.FILLED)

    def with_last_filling(self) -> Self:
        """Add ``last_filling``: whether it last filled in, or was taken out again."""
        step = ImportDecision.Step
        last = (
            ImportDecision.objects.filter(
                record=OuterRef("pk"), step__in=(step.FILLED, step.EMPTIED)
            )
            .order_by("-pk")
            .values("step")[:1]
        )
        return self.annotate(last_filling=Subquery(last))

    def decided(self) -> Self:
        """Records that a person decided on."""
        return self.exclude(decided_by=None)

    def answered_by(self, job: int) -> Self:
        """Records that a job answered and that are still decided."""
        answers = ImportDecision.objects.filter(
            record=OuterRef("pk"), job=job, step__in=ImportDecision.ANSWERS
        )
        return self.decided().filter(Exists(answers))


@hold_vocabulary
class ImportRecord(models.Model):
    """One record of a file: its own text, what became of it, and why."""

    Became = import_words.Became

    batch = models.ForeignKey(
        ImportBatch,
        models.PROTECT,
        related_name="records",
        db_index=False,  # the first constraint's index begins with it
    )
    number = models.PositiveIntegerField(help_text="place in the file, from 1")
    raw = models.TextField()
    became = models.CharField(max_length=10, choices=Became.pairs)
    why = models.TextField(blank=True)
    warnings = models.JSONField(default=list, blank=True)
    said = models.JSONField(
        default=dict,
        blank=True,
        help_text="what was read and a person may use: where asked all of it, where "
        "matched what the reference lacks",
    )
    reference = models.ForeignKey(
        Reference, models.PROTECT, null=True, blank=True, related_name="import_records"
    )
    candidates = models.JSONField(
        default=list, blank=True, help_text='[{"reference", "why"}]'
    )
    made = models.JSONField(
        default=list, blank=True, help_text="[model, id] of each row it made"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ImportRecordQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["batch", "number"],
                name="bibliography_importrecord_once",
                violation_error_message="A file has one record of each number.",
            ),
            models.CheckConstraint(
                name="bibliography_importrecord_rejection_says_why",
                condition=~Q(became="rejected") | ~Q(why=""),
                violation_error_message="A rejected record says why.",
            ),
            models.CheckConstraint(
                name="bibliography_importrecord_names_reference",
                condition=~Q(became__in=["created", "matched", "kept"])
                | Q(reference__isnull=False),
                violation_error_message=(
                    "A record that was created, matched or kept names its reference."
                ),
            ),
            whole(
                "bibliography_importrecord_decided_whole",
                "decided_at",
                "decided_by",
                sentence="A decision on a record says who made it and when.",
            ),
        ]
        indexes = [
            models.Index(
                fields=["batch", "became", "number"], name="bibliography_record_as"
            )
        ]

    def __str__(self) -> str:
        return f"record {self.number} of import {self.batch_id}"


@recorded(what="A step of a person on an imported record")
class ImportDecision(TrackedModel):
    """What a person did with a record of an import, and all it takes to undo that."""

    Step = import_words.Step

    ANSWERS = (Step.SAME, Step.NEW, Step.LEFT)

    record = models.ForeignKey(ImportRecord, models.PROTECT, related_name="decisions")
    step = models.CharField(max_length=10, choices=Step.pairs)
    reference = models.PositiveBigIntegerField(
        null=True, blank=True, help_text="its number, also of one removed since"
    )
    why = models.TextField(blank=True, help_text="of what stayed: the reason")
    said = models.JSONField(
        default=dict, blank=True, help_text="what the record offered until then"
    )
    filled = models.JSONField(
        default=dict,
        blank=True,
        help_text='{"columns": {name: value}, "identifiers": [id], "revision": n}',
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    job = models.ForeignKey(
        Job,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="that took the step on many records at once",
    )

    class Meta:
        indexes = [
            models.Index(fields=["record", "-id"], name="bibliography_decision_latest")
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()}: record {self.record_id}"
