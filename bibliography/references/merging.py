"""Joining two references that are one work, and taking that back."""

from collections.abc import Iterator

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.models import Reference
from core import merging
from core.actions import action
from core.merging import Move, following
from core.models import Merge
from core.referring import relations_to


@action
def merge_references(
    *, merged: Reference, into: Reference, by: User, reason: str
) -> Merge:
    """Merge one reference into another; the one that stays keeps all its fields.

    Identifiers, reports, notices and whatever else names the merged one go with it. A
    row that the other has already stays behind, and so does what is a record of the
    past: checks, and the records of imports. Raises Refused where a frozen judgement
    holds one of the rows, or one of the two no longer stands.
    """
    require(by, Permission.MERGE)
    return merging.merge(
        merged=merged, into=into, by=by, reason=reason, moves=moves(merged, into)
    )


@action
def unmerge_references(*, merge: Merge, by: User, reason: str) -> Merge:
    """Undo a merge of references, the newest first.

    Raises Refused where a row it moved was changed since.
    """
    require(by, Permission.MERGE)
    return merging.undo_merge(merge=merge, by=by, reason=reason)


def moves(merged: Reference, into: Reference) -> Iterator[Move]:
    """Every row that names the merged reference and can name the other instead."""
    for field in relations_to(Reference):
        if not hasattr(field.model, "pgh_event_model"):
            continue  # written once, or no row of its own
        rows = field.model._base_manager.filter(**{field.name: merged.pk})
        for row in rows.order_by("pk"):
            yield from following(field, row, into)
