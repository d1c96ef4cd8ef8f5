"""Rows that go on with the row above them, joined to it: "3.2" over "(1.1)".

A spread, an interval or a share in a row of its own is of the numbers above it and no
result by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from studies.tables.clipboard import Grid
from studies.tables.columns import INTERVAL, Part, part_of_arm
from studies.tables.labels import P_ALONE, effect_named, is_difference_alone
from studies.tables.numbers import DASHES, plain

_BRACKETED = re.compile(
    r"[(\[](?=[^0-9]{0,2}[0-9])(?:[^()\[\]A-Za-z]|to)*[)\]]|± ?[0-9].*"
)
_INTERVAL = re.compile(
    rf"[{DASHES}]?[0-9.,·]+ ?(?:to|[{DASHES};,]) ?[{DASHES}]?[0-9.,·]+"
)
_NUMBER = re.compile(rf"[{DASHES}+<>≤≥]? ?[0-9.·][^A-Za-z]*(?:years?)?")
_OF_SPREADS = (Part.SD, Part.SE, Part.PERCENT)


def with_rows_continued(grid: Grid) -> Grid:
    """The table, each row that goes on with the one above it joined to that.

    Its label is empty or repeated, or says what its numbers are: "SD", "95 % CI".
    """
    rows: list[tuple[str, ...]] = []
    places: list[int] = []
    for r, row in enumerate(grid.rows):
        label = "" if (r, 0) in grid.repeated else row[0]
        joined = _joined(rows[-1], row, label) if rows and r >= grid.heads else None
        if joined and places[-1] >= grid.heads:
            rows[-1] = joined
        else:
            rows.append(row)
            places.append(r)
    if len(rows) == len(grid.rows):
        return grid
    at = {place: n for n, place in enumerate(places)}
    repeated = frozenset((at[r], c) for r, c in grid.repeated if r in at)
    return Grid(tuple(rows), repeated, grid.heads)


def _joined(
    above: Sequence[str], row: Sequence[str], label: str
) -> tuple[str, ...] | None:
    """A row and the one that goes on with it as one; None where it does not."""
    words = plain(label).strip(" :()[]")
    is_effect = effect_named(above[0]) or is_difference_alone(above[0])
    if is_effect and P_ALONE.fullmatch(words):
        beside = zip(above[1:], row[1:], strict=True)
        return (above[0], *(_with_p(over, under) for over, under in beside))
    part = part_of_arm(words) if words else None
    is_interval = bool(INTERVAL.fullmatch(words))
    if words and part not in _OF_SPREADS and not is_interval:
        return None
    pairs = list(zip(above[1:], row[1:], strict=True))
    continued = [(over, under) for over, under in pairs if under]
    named = bool(words)
    if not continued or not all(_goes_on(*pair, named) for pair in continued):
        return None
    if part is not None and part_of_arm(plain(above[0]).strip(" :")):
        return None  # "Mean" over "SD" is read as a pile of rows
    if part == Part.PERCENT:
        return (above[0], *(_beside(over, under, " %") for over, under in pairs))
    named_so = f", mean ({part.label})" if part else ""
    return (f"{above[0]}{named_so}", *(_beside(over, under) for over, under in pairs))


def _with_p(over: str, under: str) -> str:
    sign = "" if under[:1] in "<>=≤≥" else "= "
    return f"{over}; p {sign}{under}" if over and under else over or under


def _goes_on(over: str, under: str, named: bool) -> bool:
    """Whether a cell holds what belongs to the number above it."""
    text = plain(under)
    is_part = _BRACKETED.fullmatch(text) or (
        named and (_INTERVAL.fullmatch(text) or _NUMBER.fullmatch(text))
    )
    return bool(is_part and _NUMBER.fullmatch(plain(over)) and "(" not in over)


def _beside(over: str, under: str, sign: str = "") -> str:
    if not under:
        return over
    if under[0] in "([±":
        return f"{over} {under}"
    return f"{over} ({under}{'' if '%' in under else sign})"
