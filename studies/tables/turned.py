"""Tables whose arms stand below each other, turned so that they are columns."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import replace

from studies.tables.arm_heads import ARMS, MAY_BE_ARMS, SIZE, names_arms
from studies.tables.clipboard import Grid
from studies.tables.columns import Part, Role, part_compared, part_of_arm, role_named
from studies.tables.continued import with_rows_continued
from studies.tables.grouped import with_groups_below
from studies.tables.heads import read_head
from studies.tables.labels import is_control
from studies.tables.numbers import plain
from studies.tables.sections import with_arms_of_headings
from studies.tables.shorthand import explained
from studies.tables.slashed import with_pairs_apart
from studies.tables.study_names import is_study
from studies.tables.units import with_units_in_names


def with_arms_across(grid: Grid) -> Grid:
    """The table turned where its arms stand below each other, its caption kept."""
    grid = _with_own_sizes(with_units_in_names(with_pairs_apart(explained(grid))))
    caption = read_head(grid).caption if len(grid.rows) > 2 else ""
    if not caption:
        return _across(grid)
    below = frozenset((r - 1, c) for r, c in grid.repeated if r)
    bare = Grid(grid.rows[1:], below, max(grid.heads - 1, 0))
    turned = _across(bare)
    if turned == bare:
        return grid
    rest = range(1, turned.width)
    return Grid(
        ((caption, *("" for _ in rest)), *turned.rows),
        frozenset({*((0, c) for c in rest), *((r + 1, c) for r, c in turned.repeated)}),
        turned.heads + 1 if turned.heads else 0,
    )


_SIZE_OF = re.compile(
    r"(?P<arm>[^\s(\[;,:][^(\[;,:=]*?)[ :,]*\bn ?= ?(?P<size>[0-9][0-9.,]*)", re.I
)
_COUNTED = re.compile(r"[ ,:]*[(\[].*")


def _with_own_sizes(grid: Grid) -> Grid:
    """The people of each arm in its own head, where a head over it counts them of each.

    "Per protocol (A n=90; B n=88)" over "A" and "B" is "Per protocol" over "A (n=90)"
    and "B (n=88)".
    """
    rows = [list(row) for row in grid.rows]
    for over, below in zip(rows, rows[1:3], strict=False):
        sizes: dict[str, str] = {}
        for c, words in enumerate(over):
            if words and not (found := [*_SIZE_OF.finditer(words)]):
                sizes = {}
            elif words and len(found) > 1:
                sizes = {one["arm"].casefold(): one["size"] for one in found}
                over[c] = (
                    _COUNTED.sub("", words)
                    if _are_below(sizes.keys(), below)
                    else words
                )
            if size := sizes.get(below[c].casefold()):
                below[c] = f"{below[c]} (n={size.rstrip('.,')})"
    return replace(grid, rows=tuple(map(tuple, rows)))


def _are_below(names: Set[str], row: Sequence[str]) -> bool:
    return names <= {words.casefold() for words in row}


def _across(grid: Grid) -> Grid:
    """The table turned where its arms stand below each other, else as it is.

    They do where each of two rows or more begins with a number of people and no head
    does, where the first column says so, or where each column is one number of an arm
    and one of the rows is of a control.
    """
    grid = with_cells_across(with_rows_continued(grid))
    grid = with_arms_of_rows(with_arms_of_headings(grid))
    grid = with_groups_below(grid)
    asked = grid
    grid = _with_one_head(grid)
    head, *body = grid.rows
    if _are_cells_of(head, body):
        body = body[:-1] if _SUM.fullmatch(plain(body[-1][0])) else body
    while len(body) > 2 and not any(body[-1][1:]):
        body = body[:-1]
    names = [row[0] for row in body]
    is_plain = not (grid.repeated or any(SIZE.search(plain(each)) for each in head))
    if len(names) < 2 or not (is_plain and _are_arms(head, names)):
        return asked
    if any(map(is_study, names)):
        return asked
    kept = [c for c, words in enumerate(head) if not c or not _is_left_out(words)]
    turned = [
        *zip(*([row[c] for c in kept] for row in (("", *head[1:]), *body)), strict=True)
    ]
    notes = [row[:1] for row in grid.rows[1 + len(body) :]]
    width = len(turned[0])
    rows = (*turned, *((*note, *[""] * (width - 1)) for note in notes))
    return with_rows_continued(Grid(rows, heads=1))


def _with_one_head(grid: Grid) -> Grid:
    """A head of several rows as one: "Pain, mean (SD)" over "Day 7" is of both.

    As it is where the cells below the head are merged too.
    """
    head = read_head(grid)
    below = [place for place in grid.repeated if place[0] >= head.rows]
    if head.rows < 2 or head.caption or below:
        return grid
    words = [", ".join(column.printed.split(" · ")) for column in head.columns]
    return Grid((tuple(words), *grid.rows[head.rows :]), heads=1)


_LABELS = (Role.STUDY, Role.OUTCOME, Role.TIME, Role.YEAR, Role.IDENTIFIER)
_MOST_ARMS = 8


def with_arms_of_rows(grid: Grid) -> Grid:
    """A table in which a column names the arm of each row, its arms made columns.

    "Outcome, Arm, n, Mean, SD" has a row for each arm of an outcome; what compares them
    stands in one of these.
    """
    head, *body = grid.rows
    bare = [plain(each).strip(" :") for each in head]
    at = next((c for c, each in enumerate(bare) if names_arms(each)), None)
    if at is not None and all(map(_is_number, (row[at] for row in body if row[at]))):
        return grid  # "Drug" is an arm itself
    labels = [
        c
        for c, each in enumerate(bare)
        if c != at and (role_named(each) in _LABELS or not c and at)
    ]
    numbers = [c for c in range(len(head)) if c != at and c not in labels]
    arms = (
        [*dict.fromkeys(row[at] for row in body if row[at])] if at is not None else []
    )
    if not labels or not numbers or not 1 < len(arms) <= _MOST_ARMS or grid.heads > 1:
        return grid
    compared = [c for c in numbers if part_compared(bare[c]) or _is_left_out(head[c])]
    own = [c for c in numbers if c not in compared]
    groups = _grouped(_of_one_label_together(body, labels, at, arms), labels, at)
    if not own or groups is None:
        return grid
    over = [*(head[c] for c in labels), *(arm for arm in arms for _ in own)]
    under = ["" for _ in labels] + [head[c] for _ in arms for c in own]
    rows = [
        (
            *named,
            *(of_arm[arm][c] if arm in of_arm else "" for arm in arms for c in own),
            *(
                "; ".join(dict.fromkeys(filter(None, (r[c] for r in of_arm.values()))))
                for c in compared
            ),
        )
        for named, of_arm in groups
    ]
    over += [head[c] for c in compared]
    under += [""] * len(compared)
    return Grid((tuple(over), tuple(under), *rows), heads=2)


def _of_one_label_together(
    body: Sequence[Sequence[str]], labels: Sequence[int], at: int, arms: Sequence[str]
) -> Sequence[Sequence[str]]:
    """The rows with those of one outcome below each other, where each arm has a block.

    An arm is written once over its rows, or in each of them.
    """
    by_label: dict[tuple[str, ...], dict[str, Sequence[str]]] = {}
    arm = ""
    for row in body:
        arm = row[at] or arm
        named = tuple(row[c] for c in labels)
        of_arm = by_label.setdefault(named, {})
        if not (arm and any(named)) or arm in of_arm:
            return body
        of_arm[arm] = [*row[:at], arm, *row[at + 1 :]]
    if any(len(of_arm) < len(arms) for of_arm in by_label.values()):
        return body
    return [row for of_arm in by_label.values() for row in of_arm.values()]


_Named = tuple[tuple[str, ...], dict[str, Sequence[str]]]


def _grouped(
    body: Sequence[Sequence[str]], labels: Sequence[int], at: int
) -> list[_Named] | None:
    """The rows by what they are of, each arm's once; None where they are not so.

    A label is written once over its rows, or in each of them.
    """
    groups: list[_Named] = []
    above: tuple[str, ...] = ()
    for row in body:
        named = tuple(
            row[c] if row[c] or not above else above[n] for n, c in enumerate(labels)
        )
        if not row[at] and any(row[c] for c in range(1, len(row)) if c not in labels):
            return None
        begins = named != above or not row[at] or row[at] in groups[-1][1]
        if begins:
            groups.append((named if row[at] else tuple(row[c] for c in labels), {}))
        if row[at]:
            groups[-1][1][row[at]] = row
        above = named
    is_told = any(len(of_arm) > 1 for _, of_arm in groups)
    return groups if is_told else None


_RESULT = re.compile(
    r"(?P<name>.*?)[ ,:(-]*(?P<sign>positive|negative|\+|[-−–]|\+ve|-ve)\)?", re.I
)
_CONDITION = re.compile(
    r"(?P<name>.*?)[ ,:(-]*(?P<sign>present|absent|yes|no)\)?", re.I
)
_OF_ALL = re.compile(r"totals?|all|N", re.I)
_SUM = re.compile(r"(?:row |column |grand )?totals?|all|sum|", re.I)


_NO_STANDARD = re.compile(
    r"(?:the )?(?:reference|gold|index)?(?: ?(?:standard|test))?", re.I
)


def with_cells_across(grid: Grid) -> Grid:
    """A test against a reference standard as one row: its four cells as columns.

    Pasted is "Reference positive, Reference negative" over "Test positive" and "Test
    negative"; another table stays as it is.
    """
    rows = [row[:3] for row in grid.rows[:3]]
    if len(rows) < 3 or grid.repeated or len(rows[0]) < 3:
        return grid
    beside = (grid.rows[0][3:], [row[0] for row in grid.rows[3:]])
    if not all(_SUM.fullmatch(plain(each)) for of in beside for each in of):
        return grid
    across = [_sign_of(plain(each)) for each in rows[0][1:]]
    down = [_RESULT.fullmatch(plain(row[0])) for row in rows[1:]]
    signs = [found and _is_positive(found["sign"]) for found in (*across, *down)]
    if None in signs or signs[0] == signs[1] or signs[2] == signs[3]:
        return grid
    cells = {
        (signs[2 + r], signs[c]): rows[1 + r][1 + c] for r in (0, 1) for c in (0, 1)
    }
    standard = across[0]["name"]
    if _NO_STANDARD.fullmatch(standard) or across[0].re is _CONDITION:
        standard = ""
    no_name = _NO_STANDARD.fullmatch(down[0]["name"])
    places = ((True, True), (True, False), (False, True), (False, False))
    return Grid(
        (
            ("" if no_name else "Test", "TP", "FP", "FN", "TN", "Reference standard"),
            (
                "" if no_name else down[0]["name"],
                *(cells[place] for place in places),
                standard,
            ),
        ),
        heads=1,
    )


def _sign_of(words: str) -> re.Match[str] | None:
    """Positive or negative by a standard, or a condition that is present or absent."""
    return _RESULT.fullmatch(words) or _CONDITION.fullmatch(words)


def _is_positive(sign: str) -> bool:
    return sign.lower() in ("positive", "present", "yes", "+", "+ve")


def _are_cells_of(head: Sequence[str], body: Sequence[Sequence[str]]) -> bool:
    """Whether the columns part each arm's people: "Improved, Not improved, Total"."""
    names = [row[0] for row in body]
    is_of_all = len(head) > 3 and _OF_ALL.fullmatch(plain(head[-1]))
    return bool(not head[0] and is_of_all and any(map(is_control, names)))


def _are_arms(head: Sequence[str], names: Sequence[str]) -> bool:
    corner = head[0].strip(" :")
    if role_named(plain(corner)) == Role.OUTCOME:
        return False
    if all(SIZE.search(plain(name)) for name in names) or ARMS.fullmatch(corner):
        return True
    heads = [
        each
        for each in head[1:]
        if not _is_left_out(each) and part_compared(plain(each)) != Part.P
    ]
    parts = [part_of_arm(plain(each).strip(" :")) for each in heads]
    are_parts = None not in parts and len({*parts}) == len(parts)
    if MAY_BE_ARMS.fullmatch(corner):
        return not all(map(part_compared, heads))
    if corner or not any(map(is_control, names)):
        return False
    return are_parts or bool(_OF_ALL.fullmatch(plain(head[-1])))


def _is_number(text: str) -> bool:
    return bool(re.match(r"[−–<≤-]?[0-9.]+ ?[(/±;%]", text))


def _is_left_out(words: str) -> bool:
    return role_named(plain(words)) == Role.OUT
