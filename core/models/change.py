"""The one feed of changes."""

from collections.abc import Iterable
from typing import Self

import pghistory.models
from django.contrib.auth import get_user_model
from django.db import models
from django.db.models import Func, OuterRef, Subquery
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast

from texts.words import Words


class OldestRunning(Func):
    """The oldest transaction still running: all that are older have ended."""

    template = (
        "core_feed_epoch() + pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
    )
    output_field = models.BigIntegerField()


class Operation(Words):
    """What happened to a row."""

    INSERT = "insert"
    UPDATE = "update"
    DELETE = "delete"
    OPEN = "open"  # became public with its round


class ChangeQuerySet(models.QuerySet):
    """Changes in an order that never lets a late commit slip in behind a reader."""

    def settled(self) -> Self:
        """Changes of ended transactions, in feed order.

        Ids are handed out before transactions end, so a reader that went by id alone
        would step over rows that commit later. Below the oldest running transaction
        nothing can appear any more.
        """
        return self.filter(txid__lt=OldestRunning()).order_by("txid", "id")

    def public(self) -> Self:
        """Leave out what belongs to rounds that have not opened."""
        return self.filter(hidden=False)

    def of(self, model: str, ids: Iterable[int]) -> Self:
        """Changes of rows of one table, by its noun, newest first."""
        return self.filter(model=model, row_id__in=ids).order_by("-txid", "-id")

    def with_context(self) -> Self:
        """Add ``who``, ``by_id``, ``why``, ``action`` and ``through``.

        None where no action made the change.
        """
        said = {
            name: KeyTextTransform(key, "context__metadata")
            for name, key in (
                ("why", "reason"),
                ("action", "action"),
                ("through", "through"),
            )
        }
        by = Cast(
            KeyTextTransform("user", "context__metadata"), models.BigIntegerField()
        )
        people = get_user_model().objects.filter(pk=OuterRef("by_id"))
        return self.annotate(
            by_id=by, who=Subquery(people.values("display_name")), **said
        )

    def after(self, txid: int, id: int) -> Self:
        """Changes behind a reader's place, which is (transaction id, id)."""
        return self.filter(models.Q(txid__gt=txid) | models.Q(txid=txid, id__gt=id))


class Change(models.Model):
    """One row of one table changed, in one transaction: written by trigger alone."""

    Operation = Operation

    txid = models.BigIntegerField(help_text="PostgreSQL's transaction id, counted on")
    at = models.DateTimeField()
    model = models.CharField(max_length=80)
    row_id = models.BigIntegerField()
    operation = models.CharField(max_length=8, choices=Operation.pairs)
    revision = models.PositiveIntegerField()
    context = models.ForeignKey(
        pghistory.models.Context,
        models.DO_NOTHING,
        null=True,
        db_constraint=False,
        related_name="+",
        help_text="who changed it and why",
    )
    hidden = models.BooleanField(default=False)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(fields=["txid", "id"], name="core_change_feed"),
            models.Index(fields=["model", "row_id"], name="core_change_row"),
        ]

    def __str__(self) -> str:
        return f"{self.operation} {self.model} {self.row_id}"


class FeedPlace(models.Model):
    """How far one reader of the feed has come."""

    reader = models.CharField(max_length=80, unique=True)
    txid = models.BigIntegerField(default=0)
    change_id = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.reader} at {self.txid}"
