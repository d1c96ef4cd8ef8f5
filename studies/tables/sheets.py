"""A results table while it is worked on: its cells, and what was said of them.

A page sends it whole each time, so nothing is kept between two requests: each cell as
``cell-3-2``, a column's form as ``c2-…``, a row's as ``r3-…``. A program's JSON is put
into the same names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from core.errors import Refused
from core.isolation import within_bounds
from core.numbers import whole_number
from studies.tables.clipboard import (
    MOST_COLUMNS,
    MOST_RESULTS,
    MOST_ROWS,
    Grid,
    NoTable,
    bounded,
)
from studies.tables.columns import Column, Part, Role
from studies.tables.forms import ColumnForm, RowForm, TableForm
from studies.tables.notes import adjusted_for_in
from studies.tables.own_head import own_head
from studies.tables.reading import read_table
from studies.tables.rows import Reading

_PLACE = re.compile(
    r"(?:(?:supplement(?:ary|al)|online|extended data) )?(?:table|tab\.|figure|fig\.)"
    r"[ ]?[A-Z]{0,2}[0-9]+[A-Za-z]?",
    re.I,
)
_MERGED = re.compile(r"([0-9]{1,3})\.([0-9]{1,2})")


@dataclass
class Sheet:
    """A table with what was said of it, and as it is read with that."""

    grid: Grid
    table: TableForm
    columns: list[ColumnForm]
    rows: dict[int, RowForm]
    reading: Reading

    @property
    def merged(self) -> str:
        """The places that merged cells cover, as the page sends them back."""
        return " ".join(f"{r}.{c}" for r, c in sorted(self.grid.repeated))


def sheet_of(grid: Grid, data: Mapping[str, Any], arms: Mapping[str, str]) -> Sheet:
    """A table read with what was said of it.

    ``data`` are the forms' fields; ``arms`` the names of arms that are known, by their
    names in lower case. A long table is read in a process of its own. Raises Refused
    where that is stopped, and where it holds more results than go in at once.
    """
    own = within_bounds(grid.size, own_head, grid)
    fields = TableForm.base_fields
    given = {
        name: fields[name].initial for name in ("provenance", "analysis_set", "design")
    }
    if place := _PLACE.match(own.caption):
        given["place"] = place[0]
    if words := adjusted_for_in(grid):
        given["adjusted_for"] = words
    table = TableForm({**given, **data})
    columns = [ColumnForm(data, prefix=f"c{c}") for c in range(grid.width)]
    rows = {r: RowForm(data, prefix=f"r{r}") for r in range(own.rows, len(grid.rows))}
    for form in (table, *columns, *rows.values()):
        form.is_valid()
    said = [
        _said(column, form, arms)
        for column, form in zip(own.columns, columns, strict=True)
    ]
    reading = within_bounds(
        grid.size,
        read_table,
        grid,
        answers=table.answers(),
        head=replace(own, columns=tuple(said)),
        rows={r: form.choice() for r, form in rows.items()},
    )
    _refuse_too_many(reading)
    return Sheet(grid, table, columns, rows, reading)


def _refuse_too_many(reading: Reading) -> None:
    held = sum(len(row.lines) for row in reading.rows if not row.left_out)
    if held > MOST_RESULTS:
        raise Refused(
            f"This table holds {held:,} results; at most {MOST_RESULTS:,} go in at "
            "once. Paste a part of its rows, or of its columns, at a time."
        )


def _said(column: Column, form: ColumnForm, arms: Mapping[str, str]) -> Column:
    """A column as it was read, with what a person said instead."""
    said = form.cleaned_data
    arm = " ".join((said.get("arm") or column.arm).split())
    is_of_arm = column.time and said.get("arm") and column.time in arm
    column = replace(
        column,
        role=Role(said.get("role") or column.role),
        part=Part(said.get("part") or column.part),
        time=said.get("time") or ("" if is_of_arm else column.time),
        arm=arms.get(arm.casefold(), arm),
        is_said=bool(said.get("arm") or said.get("time") or arm.casefold() in arms),
    )
    if column.role == Role.ARM and not column.arm:
        column = replace(column, arm=column.printed)
    return column


def grid_sent(data: Mapping[str, Any]) -> Grid:
    """The cells that a page sent, at most as many as a table may have.

    Raises Refused where they hold more than is read of what is pasted.
    """
    height = min(whole_number(str(data.get("height", ""))) or 0, MOST_ROWS)
    width = min(whole_number(str(data.get("width", ""))) or 0, MOST_COLUMNS)
    rows = tuple(
        tuple(str(data.get(f"cell-{r}-{c}", "")).strip() for c in range(width))
        for r in range(height)
    )
    merged = _MERGED.findall(str(data.get("merged", "")))
    heads = whole_number(str(data.get("heads", ""))) or 0
    grid = Grid(rows, frozenset((int(r), int(c)) for r, c in merged), heads)
    try:
        return bounded(grid)
    except NoTable as error:
        raise Refused(str(error)) from None


def blank_grid(arms: list[str], rows: int, of_studies: bool) -> Grid:
    """A table to be typed: a column for each arm, two for what compares them."""
    names = arms if len(arms) > 1 else [*arms, "", ""][:2]
    labels = ("Study",) if of_studies else ("Outcome", "Time")
    head = (*labels, *names, "Effect (95 % CI)", "P")
    return Grid((head, *(("",) * len(head) for _ in range(rows))), heads=1)


def with_more_rows(grid: Grid, rows: int) -> Grid:
    """The table with empty rows below it."""
    more = (("",) * grid.width,) * min(rows, MOST_ROWS - len(grid.rows))
    return replace(grid, rows=(*grid.rows, *more))
