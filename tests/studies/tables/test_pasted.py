"""Pasted tables that take longer to read than they are long."""

import pytest

from studies.tables.clipboard import LONGEST_CELL, MOST_IN_CELLS, NoTable
from studies.tables.pasted import read_pasted

ROWS = "<tr><td>Outcome<td>1</tr>"


def test_long_markup_is_read_apart_and_stopped(settings):
    padding = f"<!--{'x' * settings.HEAVY_FROM_BYTES}-->"
    grid = read_pasted(markup=f"{padding}<table>{ROWS}</table>")
    assert grid.rows == (("Outcome", "1"),)
    with pytest.raises(NoTable, match="no table in this"):
        read_pasted(markup=f"{padding}<table></table>")
    settings.HEAVY_SECONDS = 1
    attributes = " ".join(f"a{n}=1" for n in range(200_000))
    with pytest.raises(NoTable, match="second"):
        read_pasted(markup=f"<table {attributes}>{ROWS}</table>")


def test_cells_hold_only_so_much_together():
    cell = "1-" * (LONGEST_CELL // 2)
    row = "\t".join([cell] * 30)
    with pytest.raises(NoTable, match=f"at most {MOST_IN_CELLS:,} go in at once"):
        read_pasted("\n".join([row] * 6))
