"""Joining two rows that are one thing, and taking that back."""

import json
from collections.abc import Iterable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field, Model, Q, QuerySet
from django.utils import timezone

from core.actions import action, save
from core.errors import Refused
from core.history import last_changes
from core.models import KeptModel, Merge, MergeMove
from core.nouns import model_of, noun_of
from core.withdrawing import expect_current, named

Move = tuple[Model, str, Any]


@action
def merge(
    *,
    merged: KeptModel,
    into: KeptModel,
    by: Any,
    reason: str,
    moves: Iterable[Move] = (),
) -> Merge:
    """Merge one row into another, and move what stood on it.

    ``moves`` are (row, field, new value); what each value was and how the row stood
    afterwards is kept, so that ``undo_merge`` can put it back. Raises Refused where
    the two are of different tables, one no longer stands, or no reason is given.
    """
    if type(merged) is not type(into):
        raise Refused(f"{named(merged)} and {named(into)} are different things.")
    _lock(type(merged), [merged.pk, into.pk])
    merged.refresh_from_db()
    into.refresh_from_db()
    expect_current(merged, into)
    record = Merge(
        model=noun_of(merged),
        merged_id=merged.pk,
        into_id=into.pk,
        by=by,
        reason=reason,
    )
    record.save(force_insert=True)
    for row, changes in _by_row([*moves, (merged, "merged_into", into)]):
        _move(record, row, changes)
    return record


@action
def undo_merge(*, merge: Merge, by: Any, reason: str) -> Merge:
    """Put back all that a merge moved; merges of the same target newest first.

    Raises Refused, naming what stands in the way: a newer merge, or a moved row that
    somebody changed since.
    """
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at:
        raise Refused("This merge was undone already.")
    _refuse_if_newer(merge)
    moves = list(merge.moves.order_by("pk"))
    rows = _rows_of(moves)
    _refuse_if_changed(moves, rows)
    for (label, id), row in rows.items():
        mine = [move for move in moves if (move.model, move.row_id) == (label, id)]
        save(row, **{_attname(row, m.field): _read(row, m) for m in mine})
    return save(merge, undone_at=timezone.now(), undone_by=by)


def _by_row(moves: Iterable[Move]) -> Iterable[tuple[Model, dict[str, Any]]]:
    """All changes of each row together, so that its revision counts once."""
    grouped: dict[tuple[str, int], tuple[Model, dict[str, Any]]] = {}
    for row, field, value in moves:
        key = (noun_of(row), row.pk)
        grouped.setdefault(key, (row, {}))[1][field] = value
    return grouped.values()


def _move(record: Merge, row: Model, changes: dict[str, Any]) -> None:
    fields = {name: row._meta.get_field(name) for name in changes}
    old = {name: _stored(field, row) for name, field in fields.items()}
    save(row, **changes)
    MergeMove.objects.bulk_create(
        MergeMove(
            merge=record,
            model=noun_of(row),
            row_id=row.pk,
            field=name,
            old_value=value,
            revision=row.revision,
        )
        for name, value in old.items()
    )


def _stored(field: Field, row: Model) -> Any:
    """A field's value as JSON: a foreign key is its id, a date its ISO text."""
    value = getattr(row, field.attname)
    return json.loads(json.dumps(value, cls=DjangoJSONEncoder))


def _read(row: Model, move: MergeMove) -> Any:
    return row._meta.get_field(move.field).to_python(move.old_value)


def _attname(row: Model, field: str) -> str:
    return row._meta.get_field(field).attname


def _lock(model: type[Model], ids: list[int]) -> dict[int, Model]:
    """The rows, locked in the order of their ids; also those no list shows."""
    rows = model._base_manager.filter(pk__in=ids).order_by("pk")
    return {row.pk: row for row in rows.select_for_update()}


def _rows_of(moves: list[MergeMove]) -> dict[tuple[str, int], Model]:
    """The rows that a merge moved, as they now stand, locked."""
    ids: dict[str, list[int]] = {}
    for move in moves:
        ids.setdefault(move.model, []).append(move.row_id)
    return {
        (label, id): row
        for label, each in sorted(ids.items())
        for id, row in _lock(model_of(label), each).items()
    }


def _refuse_if_newer(merge: Merge) -> None:
    """Refuse while a newer merge into, or of, the same target stands."""
    newer = (
        Merge.objects.filter(model=merge.model, undone_at=None, pk__gt=merge.pk)
        .filter(Q(into_id=merge.into_id) | Q(merged_id=merge.into_id))
        .order_by("-pk")
        .first()
    )
    if newer:
        raise Refused(
            f"Undo the newer merge first: {newer.merged_id} into {newer.into_id}, on "
            f"{newer.at:%Y-%m-%d}."
        )


def _refuse_if_changed(
    moves: list[MergeMove], rows: dict[tuple[str, int], Model]
) -> None:
    """Refuse, naming who changed what, if a moved row is not as the merge left it."""
    changed: dict[str, set[int]] = {}
    for move in moves:
        row = rows.get((move.model, move.row_id))
        if row is None or row.revision != move.revision:
            changed.setdefault(move.model, set()).add(move.row_id)
    said = []
    for label, ids in changed.items():
        name = model_of(label)._meta.verbose_name.capitalize()
        last = last_changes(label, sorted(ids))
        said += [f"{name} {id} by {last.get(id, 'somebody')}" for id in sorted(ids)]
    if said:
        more = f" and {len(said) - 5} more" if len(said) > 5 else ""
        raise Refused(
            f"What the merge moved was changed since: {'; '.join(said[:5])}{more}."
        )


def standing_merges(row: KeptModel) -> QuerySet[Merge]:
    """What was merged into a row and still is, the newest first."""
    label = noun_of(row)
    merges = Merge.objects.filter(model=label, into_id=row.pk, undone_at=None)
    return merges.select_related("by").order_by("-pk")
