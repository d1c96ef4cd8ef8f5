"""A column of units beside the names of outcomes, each with its outcome's name.

"LDL cholesterol" beside "mmol/L" is "LDL cholesterol, mmol/L".
"""

import re
from dataclasses import replace

from studies.tables.clipboard import Grid
from studies.tables.columns import Role, role_named
from studies.tables.labels import RowKind, read_label

_UNITS = re.compile(r"units?(?: of measure(?:ment)?)?|measurement units?", re.I)
_NONE = re.compile(r"[-–—.]*|n/?a|none", re.I)
_MOST_HEAD_ROWS = 3


def with_units_in_names(grid: Grid) -> Grid:
    """The table with what its column of units holds behind the names of its rows."""
    places = (
        (r, c)
        for r, row in enumerate(grid.rows[:_MOST_HEAD_ROWS])
        for c, words in enumerate(row[1:3], 1)
        if _UNITS.fullmatch(words.strip(" :"))
    )
    head, column = next(places, (0, 0))
    if not column or role_named(grid.rows[head][0]) == Role.STUDY:
        return grid
    rows = [
        (_with_unit(row[0], row[column]), *row[1:])
        if r > head and not {(r, 0), (r, column)} & grid.repeated
        else row
        for r, row in enumerate(grid.rows)
    ]
    return replace(grid, rows=tuple(rows))


def _with_unit(name: str, unit: str) -> str:
    label = read_label(name)
    if _NONE.fullmatch(unit) or not label.name or label.row != RowKind.DATA:
        return name
    return name if unit.lower() in name.lower() else f"{name}, {unit}"
