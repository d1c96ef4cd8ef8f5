"""Rows that were merged since a basis was stored, followed to what they are now."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from bibliography.models import Reference
from core.models import KeptModel
from evidence.basis.declared import Basis
from studies.models import Outcome, Study

_ROWS: dict[str, type[KeptModel]] = {
    "studies": Study,
    "references": Reference,
    "outcomes": Outcome,
}
Ids = dict[int, int]


def followed(then: Any, now: Basis) -> Any:
    """A stored basis with each row that was merged named as what it is now.

    Results and passages stay those that the frozen base names. A merge changes nothing
    by itself: the survivor's name stands for the merged one's, and so do its notices
    where it has as many of each kind.
    """
    merged = {part: _merged(part, then) for part in _ROWS}
    if not any(merged.values()):
        return then
    study, outcome = _to(merged["studies"]), _to(merged["outcomes"])
    source = _to(merged["references"])
    then = replace(
        then,
        results=tuple(
            replace(
                row,
                study=study(row.study),
                outcome=outcome(row.outcome),
                compiled_from=source(row.compiled_from),
            )
            for row in then.results
        ),
        passages=tuple(
            replace(row, reference=source(row.reference)) for row in then.passages
        ),
        outcomes=_survivors(then.outcomes, merged["outcomes"], now.outcomes),
    )
    return replace(then, **{name: _joined(then, name, merged, now) for name in merged})


def _joined(then: Any, name: str, merged: dict[str, Ids], now: Basis) -> tuple:
    """The rows of one part under the ids they have now, a survivor's own first."""
    rows, ids = getattr(then, name), merged[name]
    standing = {row.id: row for row in getattr(now, name)}
    found: dict[int, Any] = {}
    for row in sorted(rows, key=lambda row: row.id in ids):
        id = ids.get(row.id, row.id)
        if id not in found:
            found[id] = _renamed(row, id, standing.get(id))
    return tuple(found[id] for id in sorted(found))


def _renamed(row: Any, id: int, survivor: Any) -> Any:
    if row.id == id:
        return row
    row = replace(row, id=id)
    if survivor and hasattr(row, "notices") and _kinds(row) == _kinds(survivor):
        return replace(row, notices=survivor.notices)
    return row


def _kinds(row: Any) -> list[str]:
    return sorted(notice.kind for notice in row.notices)


def _survivors(rows: tuple, merged: Ids, now: tuple) -> tuple:
    """Outcomes that were merged as the survivors are named and measured."""
    standing = {row.id: row for row in now}
    return tuple(
        replace(standing[merged[row.id]], id=row.id)
        if merged.get(row.id) in standing
        else row
        for row in rows
    )


def _to(merged: Ids) -> Callable[[int | None], int | None]:
    return lambda id: merged.get(id, id)


def _merged(part: str, then: Any) -> Ids:
    """The ids of a part that were merged, each with the one it ended in."""
    ids = {row.id for row in getattr(then, part)}
    found = _one_step(_ROWS[part], ids)
    while further := _one_step(_ROWS[part], set(found.values())):
        found = {id: further.get(into, into) for id, into in found.items()}
    return found


def _one_step(model: type[KeptModel], ids: Collection[int]) -> Ids:
    rows = model._base_manager.filter(pk__in=ids, merged_into__isnull=False)
    return dict(rows.values_list("pk", "merged_into"))
