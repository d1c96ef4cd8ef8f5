"""What a person pasted or a program sent, read within bounds.

Long tables, and long markup, are read in a process of its own.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from core.errors import Refused
from core.isolation import within_bounds
from studies.tables.clipboard import Grid, NoTable, read_clipboard
from studies.tables.turned import with_arms_across

P = ParamSpec("P")
T = TypeVar("T")


def read_pasted(text: str = "", markup: str = "") -> Grid:
    """The table in what was pasted. Raises NoTable."""
    return _within_bounds(len(text) + len(markup), read_clipboard, text, markup)


def turned(grid: Grid) -> Grid:
    """A table of results with its arms as columns. Raises NoTable."""
    return _within_bounds(grid.size, with_arms_across, grid)


def _within_bounds(
    size: int, read: Callable[P, T], *given: P.args, **named: P.kwargs
) -> T:
    try:
        return within_bounds(size, read, *given, **named)
    except Refused as refusal:
        raise NoTable(refusal.sentence) from None
