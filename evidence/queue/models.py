"""What a person skipped in their own queue."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now

from core.vocabulary import hold_vocabulary
from evidence.queue import words


@hold_vocabulary
class Skip(models.Model):
    """A person leaves one thing in their queue alone, until they put it back.

    It is theirs alone: neither history nor feed tells of it. ``row`` is the id of the
    row that the task is about, which may be done by somebody else meanwhile.
    """

    Task = words.Task
    Because = words.SkipReason

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="skips"
    )
    task = models.CharField(max_length=24, choices=Task.pairs)
    row = models.PositiveBigIntegerField()
    because = models.CharField(max_length=8, choices=Because.pairs)
    skipped_at = models.DateTimeField(db_default=Now(), editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "task", "row"],
                name="evidence_skip_once",
                violation_error_message="You have skipped this already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.task} {self.row} skipped by {self.person_id}"
