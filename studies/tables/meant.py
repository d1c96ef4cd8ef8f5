"""A cell's numbers, meant as another kind than its shape tells."""

from __future__ import annotations

from dataclasses import replace

from studies.tables.cells import Cell
from studies.tables.kinds import Kind

# What the numbers of a shape are called, in their order, by what they are meant as.
_NAMES: dict[Kind, tuple[str, ...]] = {
    Kind.COUNTS: ("events", "percent"),
    Kind.PERCENT: ("events", "percent"),
    Kind.SHARE_FIRST: ("percent", "events"),
    Kind.MEAN_SD: ("mean", "sd"),
    Kind.MEAN_SE: ("mean", "se"),
    Kind.MEAN_CI: ("mean", "mean_ci_low", "mean_ci_high"),
    Kind.MEDIAN_QUARTILES: ("median", "q1", "q3"),
    Kind.MEDIAN_RANGE: ("median", "min", "max"),
}


def as_kind(cell: Cell, kind: Kind) -> Cell:
    """The same numbers, meant as another kind: "4 (3.3)" as events and their share."""
    names = _NAMES.get(kind)
    if names is None:
        return cell
    people = {name: n for name, n in cell.numbers.items() if name == "total"}
    given = [n for name, n in cell.numbers.items() if name not in people]
    meant = dict(zip(names, given, strict=False))
    return replace(cell, kind=kind, numbers=meant | people)
