"""Joining two rows that are one thing, so that it can be undone."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from core.models.base import whole


class Merge(models.Model):
    """One row was merged into another; what it moved is in its moves."""

    model = models.CharField(max_length=80)
    merged_id = models.BigIntegerField()
    into_id = models.BigIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    reason = models.TextField()
    newest = models.JSONField(
        default=dict,
        blank=True,
        help_text="by way to the two, the newest row that came to them by it",
    )
    at = models.DateTimeField(db_default=Now())
    undone_at = models.DateTimeField(null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="core_merge_two_rows",
                condition=~Q(merged_id=F("into_id")),
                violation_error_message="Nothing can be merged into itself.",
            ),
            models.CheckConstraint(
                name="core_merge_says_why",
                condition=~Q(reason=""),
                violation_error_message="A merge says why the two are one.",
            ),
            models.UniqueConstraint(
                fields=["model", "merged_id"],
                condition=Q(undone_at=None),
                name="core_merge_once",
                violation_error_message="This was merged already.",
            ),
            whole(
                "core_merge_undone_whole",
                "undone_at",
                "undone_by",
                sentence="An undone merge says who undid it and when.",
            ),
        ]
        indexes = [models.Index(fields=["model", "into_id"], name="core_merge_into")]

    def __str__(self) -> str:
        return f"{self.model} {self.merged_id} into {self.into_id}"


class MergeMove(models.Model):
    """One value that a merge changed: where, what it was, and how it stood after."""

    merge = models.ForeignKey(Merge, models.PROTECT, related_name="moves")
    model = models.CharField(max_length=80)
    row_id = models.BigIntegerField()
    field = models.CharField(max_length=80)
    old_value = models.JSONField(null=True)
    revision = models.PositiveIntegerField(help_text="of the row, after the move")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["merge", "model", "row_id", "field"],
                name="core_mergemove_once",
                violation_error_message="A merge moves each value once.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.model} {self.row_id}.{self.field}"
