"""Rows that were merged since a basis was stored, followed to what they are now."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any

from django.db.models import Model

from bibliography.models import Reference
from core.models import KeptModel
from evidence.basis.declared import Basis, appraised_as
from studies.models import Arm, Outcome, Study

_ROWS: dict[str, type[KeptModel]] = {
    "studies": Study,
    "references": Reference,
    "outcomes": Outcome,
}
_ARMS = ("arm_1", "arm_2")
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
    source, arms = _to(merged["references"]), _arms_named(then.results)
    then = replace(
        then,
        results=tuple(
            replace(
                row,
                study=study(row.study),
                outcome=outcome(row.outcome),
                compiled_from=source(row.compiled_from),
                **arms.get(row.id, {}),
            )
            for row in then.results
        ),
        passages=tuple(
            replace(row, reference=source(row.reference)) for row in then.passages
        ),
        outcomes=_survivors(then.outcomes, merged["outcomes"], now.outcomes),
    )
    then = replace(then, **{name: _joined(then, name, merged, now) for name in merged})
    return _appraised_under(then, study) if hasattr(then, "appraisals") else then


def _appraised_under(then: Any, study: Callable[[int | None], int | None]) -> Any:
    """The appraisals of a stored basis, which moved along with their studies."""
    moved = (replace(row, study=study(row.study)) for row in then.appraisals)
    return replace(then, appraisals=tuple(sorted(moved, key=appraised_as)))


def made_one(then: Any) -> list[list[int]]:
    """The studies of a basis that are one since, together: by their ids."""
    merged = _merged("studies", then)
    together: dict[int, list[int]] = {}
    for row in then.studies:
        together.setdefault(merged.get(row.id, row.id), []).append(row.id)
    return [ids for ids in together.values() if len(ids) > 1]


def _arms_named(results: tuple) -> dict[int, dict[str, int]]:
    """By result, the arms it names where one of them was merged, as they are now."""
    named = {
        row.id: {name: getattr(row, name, None) for name in _ARMS} for row in results
    }
    merged = ended_in(Arm, {id for arms in named.values() for id in arms.values()})
    return {
        result: {name: merged.get(id, id) for name, id in arms.items()}
        for result, arms in named.items()
        if merged.keys() & arms.values()
    }


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
    return ended_in(_ROWS[part], {row.id for row in getattr(then, part)})


def ended_in(model: type[Model], ids: Collection[int | None]) -> Ids:
    """Those of some ids whose rows were merged, each with the one it ended in."""
    found = _one_step(model, ids)
    while further := _one_step(model, set(found.values())):
        found = {id: further.get(into, into) for id, into in found.items()}
    return found


def _one_step(model: type[Model], ids: Collection[int | None]) -> Ids:
    rows = model._base_manager.filter(pk__in=ids, merged_into__isnull=False)
    return dict(rows.values_list("pk", "merged_into"))
