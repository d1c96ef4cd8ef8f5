"""Tables whose arms stand below each other, turned so that they are columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from studies.tables.clipboard import Grid
from studies.tables.columns import Role, part_compared, part_of_arm, role_named
from studies.tables.heads import SIZE
from studies.tables.labels import is_control, is_study
from studies.tables.numbers import plain

_ARMS = re.compile(r"arms?|(?:study |treatment |intervention )(?:arms?|groups?)", re.I)
_MAY_BE_ARMS = re.compile(
    r"groups?|treatments?|interventions?|(?:treatment )?allocation|(?:study )?drugs?",
    re.I,
)


def with_arms_across(grid: Grid) -> Grid:
    """The table turned where its arms stand below each other, else as it is.

    They do where each of two rows or more begins with a number of people and no head
    does, where the first column says so, or where each column is one number of an arm
    and one of the rows is of a control.
    """
    grid = with_cells_across(grid)
    head, *body = grid.rows
    while len(body) > 2 and not any(body[-1][1:]):
        body = body[:-1]
    names = [row[0] for row in body]
    is_plain = not (grid.repeated or any(SIZE.search(plain(each)) for each in head))
    if len(names) < 2 or not (is_plain and _are_arms(head, names)):
        return grid
    if any(map(is_study, names)):
        return grid
    kept = [c for c, words in enumerate(head) if not c or not _is_left_out(words)]
    turned = [
        *zip(*([row[c] for c in kept] for row in (("", *head[1:]), *body)), strict=True)
    ]
    notes = [row[:1] for row in grid.rows[1 + len(body) :]]
    width = len(turned[0])
    return Grid((*turned, *((*note, *[""] * (width - 1)) for note in notes)))


_RESULT = re.compile(
    r"(?P<name>.*?)[ ,:(-]*(?P<sign>positive|negative|\+|[-−–]|\+ve|-ve)\)?", re.I
)


_NO_STANDARD = re.compile(r"(?:the )?(?:reference|gold)?(?: ?(?:standard|test))?", re.I)


def with_cells_across(grid: Grid) -> Grid:
    """A test against a reference standard as one row: its four cells as columns.

    Pasted is "Reference positive, Reference negative" over "Test positive" and "Test
    negative"; another table stays as it is.
    """
    rows = [row[:3] for row in grid.rows[:3]]
    if len(rows) < 3 or grid.repeated or len(rows[0]) < 3:
        return grid
    across = [_RESULT.fullmatch(plain(each)) for each in rows[0][1:]]
    down = [_RESULT.fullmatch(plain(row[0])) for row in rows[1:]]
    signs = [found and _is_positive(found["sign"]) for found in (*across, *down)]
    if None in signs or signs[0] == signs[1] or signs[2] == signs[3]:
        return grid
    cells = {
        (signs[2 + r], signs[c]): rows[1 + r][1 + c] for r in (0, 1) for c in (0, 1)
    }
    standard = across[0]["name"]
    standard = "" if _NO_STANDARD.fullmatch(standard) else standard
    places = ((True, True), (True, False), (False, True), (False, False))
    return Grid(
        (
            ("Test", "TP", "FP", "FN", "TN", "Reference standard"),
            (down[0]["name"], *(cells[place] for place in places), standard),
        ),
        heads=1,
    )


def _is_positive(sign: str) -> bool:
    return sign.lower() in ("positive", "+", "+ve")


def _are_arms(head: Sequence[str], names: Sequence[str]) -> bool:
    corner = head[0].strip(" :")
    if all(SIZE.search(plain(name)) for name in names) or _ARMS.fullmatch(corner):
        return True
    heads = [each for each in head[1:] if not _is_left_out(each)]
    parts = [part_of_arm(plain(each).strip(" :")) for each in heads]
    are_parts = None not in parts and len({*parts}) == len(parts)
    if _MAY_BE_ARMS.fullmatch(corner):
        return not all(map(part_compared, heads))
    return not corner and are_parts and any(map(is_control, names))


def _is_left_out(words: str) -> bool:
    return role_named(plain(words)) == Role.OUT
