"""Tables whose arms are headings over the same rows, made columns.

"Examplin" and "Placebo", each alone over "Pain" and "Function", beside times.
"""

from __future__ import annotations

from collections.abc import Sequence

from studies.tables.arm_heads import ALL_PEOPLE, SIZE, names_arms
from studies.tables.clipboard import Grid
from studies.tables.heads import read_head
from studies.tables.labels import is_control, is_note
from studies.tables.numbers import plain
from studies.tables.own_head import are_times_of_one
from studies.tables.times import time_in

_MOST_ARMS = 8


def with_arms_of_headings(grid: Grid) -> Grid:
    """The table with its headings as a column of arms, else as it is.

    They are arms where one is a control, or each says how many people it is of, the
    same rows stand below each, and the columns are no arms themselves.
    """
    head = read_head(grid)
    if head.rows != 1 or head.caption or any(r for r, _ in grid.repeated):
        return grid
    body = [row for row in grid.rows[1:] if any(row) and not _is_note(row)]
    notes = [row for row in grid.rows[1:] if _is_note(row)]
    named = [row[0] for row in body if not any(row[1:])]
    if not 1 < len(named) <= _MOST_ARMS or not body or any(body[0][1:]):
        return grid
    if not (any(map(is_control, named)) or all(SIZE.search(plain(e)) for e in named)):
        return grid
    if any(time_in(e)[0] or ALL_PEOPLE.fullmatch(plain(e)) for e in named):
        return grid
    below = _below(body)
    labels = [[row[0] for row in rows] for rows in below]
    if any(each != labels[0] or not each for each in labels):
        return grid
    if not are_times_of_one(head.columns):
        return grid
    rows = [
        (row[0], arm, *row[1:])
        for arm, of_arm in zip(named, below, strict=True)
        for row in of_arm
    ]
    first = grid.rows[0]
    corner = "Outcome" if names_arms(plain(first[0])) else first[0] or "Outcome"
    return Grid(
        ((corner, "Arm", *first[1:]), *rows, *((*n, "") for n in notes)), heads=1
    )


def _is_note(row: Sequence[str]) -> bool:
    return is_note(row[0]) and not any(row[1:])


def _below(body: Sequence[Sequence[str]]) -> list[list[Sequence[str]]]:
    """The rows below each heading."""
    found: list[list[Sequence[str]]] = []
    for row in body:
        if any(row[1:]):
            found[-1].append(row)
        else:
            found.append([])
    return found
