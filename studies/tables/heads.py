"""The head of a results table: which rows it is, and what each column holds.

Two rows with merged cells are read together: "Placebo" over "n" and "%" makes two
columns of one arm. The people of an arm stand in its head: "Placebo (n = 123)".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from studies.tables.arm_heads import (
    CHANGES,
    SIZE,
    WHOLE_INTERVAL,
    column_of_arm,
    is_unit,
)
from studies.tables.cells import (
    adjusted_in,
    is_date,
    level_in,
    measure_in,
    read_cell,
    without_marks,
)
from studies.tables.clipboard import Grid
from studies.tables.columns import (
    INTERVAL,
    Column,
    Part,
    Role,
    is_numbered,
    is_of_two,
    part_compared,
    part_of_arm,
    part_stated,
    role_fits,
    role_named,
)
from studies.tables.kinds import Kind, hint_in
from studies.tables.neighbours import by_their_neighbours, told_by_arms
from studies.tables.numbers import ENGLISH, plain
from studies.tables.times import time_in
from studies.tables.unkept import unkept_effect

MOST_HEAD_ROWS = 4


@dataclass(frozen=True)
class Head:
    """A table's head: how many rows it takes, what stands over it, its columns."""

    rows: int
    caption: str
    columns: tuple[Column, ...]

    def numbers_in(self, grid: Grid) -> list[str]:
        """The cells with numbers, from which it is told what commas and points do."""
        numbered = [c for c, column in enumerate(self.columns) if is_numbered(column)]
        return [row[c] for row in grid.rows[self.rows :] for c in numbered]


_DATA = (Kind.WORDS, Kind.MISSING)


def read_head(grid: Grid) -> Head:
    """How many rows the head has, and what its words say of each column."""
    caption = grid.rows[0][0] if _is_caption(grid) else ""
    skipped = 1 if caption else 0
    rows = _rows_of_head(grid, skipped)
    heads = _filled([grid.rows[r] for r in range(skipped, rows)], grid, skipped)
    stacks = [_distinct(row[c] for row in heads) for c in range(grid.width)]
    columns = [
        _column(stack, n, any(_is_data(row[n]) for row in grid.rows[rows:]))
        for n, stack in enumerate(stacks)
    ]
    return Head(rows, caption, tuple(told_by_arms(by_their_neighbours(columns))))


_NUMBERED = re.compile(
    r"(?:[a-z]+ )?(?:table|tab\.|figure|fig\.)[ ]?[A-Z]{0,2}[0-9]", re.I
)


def _is_caption(grid: Grid) -> bool:
    """Whether the first row is one text over the whole table."""
    first = grid.rows[0]
    apart = [c for c in range(1, grid.width) if (0, c) not in grid.repeated]
    is_alone = bool(first[0]) and not any(first[c] for c in apart)
    return (
        is_alone
        and len(grid.rows) > 1
        and (
            len(first[0]) > 20
            or not apart
            or all(grid.rows[1])  # the head
            or bool(_NUMBERED.match(first[0]))
        )
    )


def _rows_of_head(grid: Grid, skipped: int) -> int:
    if grid.heads > skipped:
        heads = min(grid.heads, MOST_HEAD_ROWS + skipped)
        while heads - skipped > 1 and _is_section(grid, heads - 1):
            heads -= 1
        return heads + (_says_what_cells_are(grid, heads) and heads > 1)
    rows = grid.rows[skipped : skipped + MOST_HEAD_ROWS + 1]
    for r, row in enumerate(rows):
        is_heading = r > 0 and row[0] and not any(row[1:])
        if is_heading or any(_is_data(cell) for cell in row[1:]):
            return skipped + r
        if r and _is_of_words(grid, skipped, skipped + r):
            return skipped + r
    return skipped + (1 if len(grid.rows) > skipped + 1 else 0)


def _is_section(grid: Grid, r: int) -> bool:
    """Whether a row is one name over the whole width, of the rows below it."""
    name, *rest = grid.rows[r]
    across = all(not text or (r, c) in grid.repeated for c, text in enumerate(rest, 1))
    return bool(name) and (r, 0) not in grid.repeated and across and not is_unit(name)


def _is_of_words(grid: Grid, first: int, r: int) -> bool:
    """Whether a row has words for numbers, below a head that names each column."""
    head, row = grid.rows[first], grid.rows[r]
    merged = any((n, c) in grid.repeated for n in (first, r) for c in range(len(row)))
    cells = [each for each in row[1:] if each]
    says = [
        SIZE.search(each)
        or is_unit(each)
        or part_compared(each)
        or part_of_arm(each)
        or time_in(each)[0]
        or _DOSE.fullmatch(each)
        or re.match(r"[(\[]", each)
        for each in cells
    ]
    is_named = all(head) and bool(row[0]) and not merged
    return is_named and bool(cells) and 2 * sum(map(bool, says)) < len(cells)


def _says_what_cells_are(grid: Grid, r: int) -> bool:
    """Whether a row below the head has no name, and words as "number (percent)"."""
    if r + 1 >= len(grid.rows):
        return False
    label, *cells = grid.rows[r]
    is_named = label and (r, 0) not in grid.repeated
    said = [
        each for c, each in enumerate(cells, 1) if each and (r, c) not in grid.repeated
    ]
    return not is_named and bool(said) and all(map(is_unit, said))


_DOSE = re.compile(
    r"[0-9][0-9.,]*(?: ?[–-] ?[0-9]+)?[ \u00a0]?"
    r"(?:[mµμn]?g|mcg|m?l|iu|units?|gy|mmol|mo|wks?|hrs?|[dhwmy])"
    r"(?:[ /].*)?",
    re.I,
)


_NUMBERS = re.compile(r"[−–-]?[0-9][0-9.,·/]* ?(?:[(\[±,;]|%)")  # "3.1 (SD 1; n=9)"


def _is_data(text: str) -> bool:
    """Whether a cell holds numbers, and no words of a head."""
    is_worded = re.search("[A-Za-z]{4}", text) or INTERVAL.fullmatch(text.strip(" ()"))
    is_sized = SIZE.search(text) and not _NUMBERS.match(text)
    if not text or is_worded or is_sized or _DOSE.fullmatch(text):
        return False
    if part_compared(text) in (Part.CI_LOW, Part.CI_HIGH):
        return False
    cell = read_cell(text, ENGLISH)
    is_asked = bool(cell.problem) and (text[0].isdigit() or is_date(text))
    return cell.kind not in _DATA or is_asked


def _filled(rows: list[Sequence[str]], grid: Grid, skipped: int) -> list[list[str]]:
    """The head's rows, an arm's name over all columns that it was merged over.

    Text from a spreadsheet names a merged cell once and leaves the others empty.
    """
    filled = [list(row) for row in rows]
    for r, row in enumerate(filled[:-1]):
        if any((skipped + r, c) in grid.repeated for c in range(1, len(row))):
            continue
        for c in range(2, len(row)):
            below = next((each[c] for each in filled[r + 1 :] if each[c]), "")
            if not row[c] and below and _is_under(below, filled[-1][c - 1]):
                row[c] = row[c - 1]
    return filled


def _is_under(words: str, before: str) -> bool:
    """Whether a column is one more of an arm: of no effect, or its mean's interval."""
    is_of_mean = WHOLE_INTERVAL.fullmatch(words) and part_of_arm(before) == Part.MEAN
    is_change = CHANGES.match(words) and time_in(before)[0]
    return bool(is_of_mean or is_change) or not part_compared(words)


_INTERVALS = re.compile(
    r"\b(?:IC|KI|CI)(?: (?:à|al|a|de|do))?[- ]?95 ?%?|95 ?%?[- ]?(?:KI|IC|KB)\b"
)


def _in_english(words: str) -> str:
    """A head with the interval called as most call it: "IC 95 %" is "95 % CI"."""
    return _INTERVALS.sub("95% CI", words)


def _distinct(texts: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, texts)))


def _column(stack: list[str], number: int, has_data: bool) -> Column:
    """What the words over one column say it is; without words, whether it has data."""
    printed = " · ".join(stack)
    words = [_in_english(without_marks(plain(each))[0]) for each in stack]
    last = words[-1] if words else ""
    bare = (SIZE.sub("", each) for each in words)
    time = next((found for each in bare if (found := time_in(each)[0])), "")
    stated = part_stated(last)
    if stated is not None:
        return Column(printed, Role.STATED, part=stated)
    role = role_named(last) if len(words) <= 2 else None
    under = len(words) > 1
    if role is not None and role_fits(role, number, has_data, is_under_another=under):
        return Column(printed, role)
    if not words:
        bare = Role.ARM if has_data else Role.OUT
        return Column(printed, bare if number else Role.OUTCOME)
    if not number and not has_data and _EFFECTS.fullmatch(last):
        return Column(printed, Role.FACTOR)
    if not number and not has_data and unkept_effect(last):
        return Column(printed, Role.OUTCOME)  # "Efficacy" over names is of none
    part = part_compared(last) or _part_under(words)
    if under and SIZE.search(words[0]) and CHANGES.match(last):
        part = None
    if part is not None:
        of = " ".join(words[:-1])
        return Column(
            printed,
            Role.COMPARISON,
            arm=of,
            part=part,
            time=time,
            measure=""
            if is_of_two(printed)
            else measure_in(last) or measure_in(printed),
            adjusted=adjusted_in(printed) or "",
            level=level_in(last) or level_in(printed),
            kind=hint_in(last),
        )
    if number == 0:
        return Column(printed, Role.OUTCOME)
    if _INSTRUMENT.fullmatch(last):
        return Column(printed, Role.OUT)
    return column_of_arm(printed, words, time)


_INSTRUMENT = re.compile(
    r"(?:instruments?|(?:rating )?scales?|questionnaires?|tools?)(?: used)?"
    r"|(?-i:GRADE)(?: .*)?",
    re.I,
)
_EFFECTS = re.compile(r"(?:fixed |model )?effects?", re.I)  # of a model, over its names
_WHICH_EFFECT = re.compile(
    r"(?:\w+[- ])*?(?:un)?adjusted.*|crude.*|(?:uni|multi)varia\w+.*"
    r"|model ?[0-9a-d]\b.*"
    r"|(?:(?:LS|least[- ]squares?|estimated|point) )*means?(?: \(.*\))?"
    r"|.*\b(?:vs\.?|versus|against|compared)\b.*",
    re.I,
)


def _part_under(words: Sequence[str]) -> Part | None:
    """The part of a head that says which effect: "Crude" below "Odds ratio"."""
    named = words and _WHICH_EFFECT.fullmatch(words[-1])
    over = map(part_compared, words[:-1])
    return Part.WHOLE if named and Part.WHOLE in over else None
