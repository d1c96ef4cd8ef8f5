"""Columns that hold two arms in each cell: "60/58" under "Participants (I/C)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from studies.tables.clipboard import Grid
from studies.tables.numbers import plain

_ARMS = {
    "i": "Intervention",
    "int": "Intervention",
    "t": "Treatment",
    "tx": "Treatment",
    "e": "Experimental",
    "exp": "Experimental",
    "c": "Control",
    "con": "Control",
    "ctrl": "Control",
    "p": "Placebo",
}
_ONE = r"i|int|intervention|t|tx|treatment|e|exp|experimental"
_OTHER = r"c|con|ctrl|control|p|placebo|comparator"
_HEAD = re.compile(
    rf"(?P<what>.*?)[ ,:]*[(\[]?(?<![a-z])(?P<one>{_ONE}) ?[/:] ?(?P<other>{_OTHER})"
    r"[)\]]?",
    re.I,
)
_PEOPLE = re.compile(
    r"(?:(?:no\.?|numbers?|n)(?: of)? ?)?(?:participants|patients|people|subjects"
    r"|analy[sz]ed|randomi[sz]ed)|n|no\.?|sample size",
    re.I,
)
_EVENTS = re.compile(
    r"(?:(?:no\.?|numbers?|n) of )?(?:events|cases|deaths)(?:,? \(?n\)?)?", re.I
)


def with_pairs_apart(grid: Grid) -> Grid:
    """The table with a column for each arm where one holds two, "60/58" as 60 and 58.

    As it is where any cell below such a head is no such pair.
    """
    for r, row in enumerate(grid.rows[:2]):
        found = {c: _HEAD.fullmatch(plain(words)) for c, words in enumerate(row) if c}
        apart = {c: head for c, head in found.items() if head}
        if apart and not any(n >= r and c in apart for n, c in grid.repeated):
            return _parted(grid, r, apart)
    return grid


def _parted(grid: Grid, head: int, apart: dict[int, re.Match[str]]) -> Grid:
    parts: dict[int, list[Sequence[str]]] = {}
    for c in apart:
        parts[c] = [_pair(row[c]) for row in grid.rows[head + 1 :]]
        if not any(map(any, parts[c])) or not all(map(len, parts[c])):
            return grid
    rows = []
    for r, row in enumerate(grid.rows):
        cells: list[str] = []
        for c, text in enumerate(row):
            if c not in apart:
                cells.append(text)
            elif r < head:
                cells += [text, ""]
            else:
                cells += _names(apart[c]) if r == head else parts[c][r - head - 1]
        rows.append(tuple(cells))
    shift = [sum(at < c for at in apart) for c in range(grid.width)]
    repeated = {(r, c + shift[c]) for r, c in grid.repeated}
    return replace(grid, rows=tuple(rows), repeated=frozenset(repeated))


def _pair(text: str) -> Sequence[str]:
    """The two sides of a slash, two blanks of a blank, nothing of anything else."""
    if not text.strip(" -–—"):
        return ("", "")
    sides = [each.strip() for each in text.split("/")]
    are_numbers = len(sides) == 2 and all(re.match(r"[-−]?[0-9]", s) for s in sides)
    return sides if are_numbers else ()


def _names(head: re.Match[str]) -> tuple[str, str]:
    what = head["what"].strip(" ,:;")
    if not what or _PEOPLE.fullmatch(what):
        what = "total"
    elif _EVENTS.fullmatch(what):
        what = "events"
    one, other = (
        _ARMS.get(head[each].lower(), head[each].capitalize())
        for each in ("one", "other")
    )
    return f"{one} {what}", f"{other} {what}"
