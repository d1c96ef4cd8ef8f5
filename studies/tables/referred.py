"""Effects that stand in the columns of arms, against the arm of reference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from studies.tables.arms import RowCells
from studies.tables.cells import Cell
from studies.tables.columns import Column, Part, Role
from studies.tables.kinds import Kind
from studies.tables.line import Line

# An effect's numbers, by what they would be called of an arm.
CALLED = {"number": "estimate", "mean": "estimate", "se": "estimate_se"}
_REFERENCE = re.compile(
    r"(?:1(?:[.,\u00b7]0+)?)?[ ]?[(\[]?ref(?:erence|erent)?\.?[)\]]?"
    r"|1(?:[.,\u00b7]0+)?",
    re.I,
)


def against_reference(
    columns: Sequence[Column], row: RowCells, time: str
) -> Iterator[Line]:
    """The effects that stand in the arms' own columns, against the arm of reference.

    That has "1.00 (reference)" in its own, or, as one of two, nothing.
    """
    beside = [
        (column, cell)
        for column, cell in zip(columns, row.cells, strict=True)
        if column.role == Role.ARM and column.part == Part.WHOLE
    ]
    of_effects = [(column, _as_effect(cell)) for column, cell in beside]
    stated = [each for each in of_effects if "estimate" in each[1].numbers]
    others = [
        column.arm
        for column, cell in beside
        if _REFERENCE.fullmatch(cell.text.strip())
        or (len(beside) == 2 or row.against == column.arm)
        and not cell.text.strip()
    ]
    if not row.measure or len(others) != 1 or len(stated) + 1 != len(beside):
        return
    for column, cell in stated:
        line = Line(column.arm, others[0], column.time or time, at=column.time)
        line.printed = f"{column.arm}: {' '.join(cell.text.split())}"
        line.problems += filter(None, [cell.problem])
        line.numbers = {name: number.kept for name, number in cell.numbers.items()}
        if cell.p_value:
            line.numbers["p_value"] = cell.p_value
        if cell.level is not None:
            line.numbers["ci_level"] = cell.level
        yield line


def _as_effect(cell: Cell) -> Cell:
    """A cell as an effect: of "−1.1 (0.4)" the second is its standard error."""
    is_other = cell.kind not in (Kind.NUMBER, Kind.MEAN_SE)
    if is_other or _REFERENCE.fullmatch(cell.text.strip()):
        return cell
    named = {CALLED.get(name, name): number for name, number in cell.numbers.items()}
    return replace(cell, numbers=named)
