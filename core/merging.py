"""Joining two rows that are one thing, and taking that back."""

import json
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import (
    Field,
    ForeignKey,
    Max,
    Model,
    Q,
    QuerySet,
    UniqueConstraint,
)
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
    gathers: Collection[ForeignKey] = (),
) -> Merge:
    """Merge one row into another, and move what stood on it.

    ``moves`` are (row, field, new value); what each value was and how the row stood
    afterwards is kept, so that ``undo_merge`` can put it back. ``gathers`` are the
    ways by which rows come to such a row: one that comes to the survivor from now on
    may be of either of the two, so that the merge cannot be undone any more. Raises
    Refused where the two are of different tables, one no longer stands, or no reason
    is given.
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
        reason=reason.strip(),
        newest=_newest(gathers, [merged.pk, into.pk]),
    )
    record.save(force_insert=True)
    for row, changes in _by_row([*moves, (merged, "merged_into", into)]):
        _move(record, row, changes)
    return record


@action
def undo_merge(*, merge: Merge, by: Any, reason: str) -> Merge:
    """Put back all that a merge moved; merges of the same target newest first.

    Raises Refused, naming what stands in the way: a newer merge, a moved row that
    somebody changed since, or one that came to the survivor since.
    """
    merge = Merge.objects.select_for_update().get(pk=merge.pk)
    if merge.undone_at:
        raise Refused("This merge was undone already.")
    _refuse_if_newer(merge)
    moves = list(merge.moves.order_by("pk"))
    rows = _rows_of(moves)
    _refuse_if_changed(moves, rows)
    _refuse_if_more_came(merge)
    for (label, id), row in rows.items():
        mine = [move for move in moves if (move.model, move.row_id) == (label, id)]
        save(row, **{_attname(row, m.field): _read(row, m) for m in mine})
        _stands_as_before(merge, mine[0], row)
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


def _stands_as_before(merge: Merge, move: MergeMove, row: Model) -> None:
    """A row is again as an earlier merge left it, which can be undone in its turn."""
    earlier = MergeMove.objects.filter(
        merge__undone_at=None,
        merge__pk__lt=merge.pk,
        model=move.model,
        row_id=move.row_id,
        revision=move.revision - 1,
    )
    earlier.update(revision=row.revision)


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
    if changed:
        raise Refused(f"What the merge moved was changed since: {_by_whom(changed)}.")


def _refuse_if_more_came(merge: Merge) -> None:
    """Refuse, naming who entered what, if the survivor has what neither had before."""
    more: dict[str, set[int]] = {}
    for way, newest in merge.newest.items():
        noun, field = way.split(".")
        model = model_of(noun)
        standing = {"withdrawn_at": None} if issubclass(model, KeptModel) else {}
        came = model._base_manager.filter(
            pk__gt=newest, **{field: merge.into_id}, **standing
        )
        more.setdefault(noun, set()).update(came.values_list("pk", flat=True))
    if any(more.values()):
        raise Refused(
            "What came since the merge may be of either of the two: "
            f"{_by_whom(more)}. Take that back first, and enter it where it belongs."
        )


def _newest(ways: Collection[ForeignKey], ids: list[int]) -> dict[str, int]:
    """By way, as "result.study", the highest id of the rows that name some others.

    Whoever adds one meanwhile waits: the rows they name are locked.
    """
    return {
        f"{noun_of(way.model)}.{way.name}": way.model._base_manager.filter(
            **{f"{way.name}__any_of": ids}
        ).aggregate(newest=Max("pk", default=0))["newest"]
        for way in ways
    }


def _by_whom(rows: dict[str, set[int]]) -> str:
    """Rows by kind and number, each with who wrote it last; five of them at most."""
    said = []
    for label, ids in rows.items():
        name = model_of(label)._meta.verbose_name.capitalize()
        last = last_changes(label, sorted(ids))
        said += [f"{name} {id} by {last.get(id, 'somebody')}" for id in sorted(ids)]
    more = f" and {len(said) - 5} more" if len(said) > 5 else ""
    return f"{'; '.join(said[:5])}{more}"


def standing_merges(row: KeptModel) -> QuerySet[Merge]:
    """What was merged into a row and still is, the newest first."""
    label = noun_of(row)
    merges = Merge.objects.filter(model=label, into_id=row.pk, undone_at=None)
    return merges.select_related("by").order_by("-pk")


def following(field: ForeignKey, row: Model, into: Model) -> Iterator[Move]:
    """The move of a row that named the merged one, unless the survivor has its equal.

    Equal is what a constraint allows once: it stays behind, so that undoing leaves two.
    """
    for constraint in row._meta.constraints:
        if not isinstance(constraint, UniqueConstraint):
            continue
        if field.name not in constraint.fields:
            continue
        same = {name: getattr(row, name) for name in constraint.fields}
        same |= {field.name: into.pk}
        if (
            None not in same.values()
            and type(row)._base_manager.filter(**same).exists()
        ):
            return
    yield row, field.name, into
