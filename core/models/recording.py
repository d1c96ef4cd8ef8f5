"""What a piece of work changed, kept so that it can be taken back."""

from django.db import models


class Recording(models.Model):
    """A piece of work whose writes were noted, row by row, while it ran."""

    def __str__(self) -> str:
        return f"recording {self.pk}"


class RecordedRow(models.Model):
    """One row that a recording wrote: written by trigger alone, however it was written.

    ``before`` is the row as it stood, null where the recording made it; ``revision`` is
    how it stands after, null where the recording removed it.
    """

    recording = models.ForeignKey(Recording, models.CASCADE, related_name="rows")
    model = models.CharField(max_length=80)
    row_id = models.BigIntegerField()
    before = models.JSONField(null=True)
    revision = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["recording", "model", "row_id"],
                name="core_recordedrow_once",
                violation_error_message="A recording notes each row once.",
            )
        ]
        indexes = [
            models.Index(fields=["model", "row_id"], name="core_recordedrow_row")
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.row_id}"
