"""What a spreadsheet puts on the clipboard, as a grid of texts.

HTML as Excel, LibreOffice and Google Sheets write it, with cells that span columns and
rows; else text with a tab between cells, or, where there is none, bars, semicolons or
several spaces.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree, html

MOST_CHARACTERS = 2_000_000
MOST_ROWS, MOST_COLUMNS = 300, 40
MOST_RESULTS = 1_000  # storing one takes some milliseconds
MOST_IN_CELLS = 300_000  # characters of all cells: twice what full tables hold
LONGEST_CELL = 2_000  # characters: what reads one takes longer than it is long
_RAISED = str.maketrans(
    "0123456789+-\u2212abcdefghijklmnoprstuvwxyz",
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ",
)
# The full-width forms of "(", "%" and the like, as Chinese and Japanese tables have.
_WIDE = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_BREAKS = frozenset({"br", "p", "div", "li"})
_SKIPPED = frozenset({"script", "style", "template", "title"})
_SPACES = re.compile(r"[ \t\r\n\f]+")
_TABLE = re.compile(r"<(?:table|tr|td)\b", re.I)
_GOES_ON = re.compile(r"[(\[±]")
_OTHER_DELIMITERS = (r" *\| *", r" *; *", r" {2,}")


class NoTable(ValueError):
    """What was pasted is no table; the sentence says what was expected."""


@dataclass(frozen=True)
class Grid:
    """The texts of a table's cells, every row as long as the longest.

    ``repeated`` are the places (row, column) that a cell spanning several covers
    besides its first; their text is that of the cell. ``heads`` is how many rows the
    table itself marks as its head.
    """

    rows: tuple[tuple[str, ...], ...]
    repeated: frozenset[tuple[int, int]] = frozenset()
    heads: int = 0

    @property
    def width(self) -> int:
        """How many columns it has."""
        return len(self.rows[0]) if self.rows else 0

    @property
    def size(self) -> int:
        """How much there is to read: its characters, and one for each cell."""
        return sum(len(cell) + 1 for row in self.rows for cell in row)


def read_clipboard(text: str = "", markup: str = "") -> Grid:
    """The table in what was pasted: its HTML where there is one, else its text.

    Empty rows and columns at the edges are left out. Raises NoTable.
    """
    if len(text) > MOST_CHARACTERS or len(markup) > MOST_CHARACTERS:
        raise NoTable(f"This is longer than {MOST_CHARACTERS:,} characters.")
    if not _TABLE.search(markup):
        markup = text if _TABLE.search(text) and text.lstrip()[:1] == "<" else ""
    return _checked(_from_html(markup) if markup else _from_text(text))


def grid_of(rows: Sequence[Sequence[str]]) -> Grid:
    """Cells, however long each row is, as a table. Raises NoTable."""
    width = max(map(len, rows), default=0)
    filled = ([*map(_in_one_line, row), *[""] * (width - len(row))] for row in rows)
    return _checked(Grid(tuple(map(tuple, filled))))


def _checked(grid: Grid) -> Grid:
    grid = _trimmed(grid)
    if grid.width < 2:
        raise NoTable(
            "There is no table in this. Expected were rows of cells, copied from a "
            "spreadsheet or typed with a tab between them."
        )
    if len(grid.rows) > MOST_ROWS or grid.width > MOST_COLUMNS:
        raise NoTable(
            f"This has {len(grid.rows)} rows and {grid.width} columns; at most "
            f"{MOST_ROWS} and {MOST_COLUMNS} go in at once."
        )
    return bounded(grid)


def bounded(grid: Grid) -> Grid:
    """The same table, where it can be read in good time. Raises NoTable."""
    for r, row in enumerate(grid.rows, start=1):
        for c, cell in enumerate(row, start=1):
            if len(cell) > LONGEST_CELL:
                raise NoTable(
                    f"Row {r}, column {c} holds {len(cell):,} characters; at most "
                    f"{LONGEST_CELL:,} are read of a cell."
                )
    held = sum(len(cell) for row in grid.rows for cell in row)
    if held > MOST_IN_CELLS:
        raise NoTable(
            f"Its cells hold {held:,} characters; at most {MOST_IN_CELLS:,} go in at "
            "once."
        )
    return grid


def _in_one_line(cell: str) -> str:
    return " ".join(cell.translate(_WIDE).split())


def _as_one(lines: Sequence[str]) -> str:
    """The lines of a cell as one; of two numbers no third is made."""
    text = ""
    for line in filter(None, lines):
        are_two = text[-1:].isdigit() and line[0].isdigit()
        text += f"{'; ' if are_two else ' ' if text else ''}{line}"
    return text


def _lines_apart(grid: Grid, lines: dict[tuple[int, int], tuple[str, ...]]) -> Grid:
    """The table, a row whose cells each hold as many lines as its first made so many.

    "Deaths" over "Relapses" in one cell, "12" over "34" in the next, are two rows. A
    line that only goes on with the one above it, as "(3.3 %)", begins none.
    """
    rows: list[tuple[str, ...]] = []
    at: dict[int, int] = {}
    for r, row in enumerate(grid.rows):
        at[r] = len(rows)
        whole = all((r, c) not in grid.repeated for c in range(grid.width))
        stacked = [lines.get((r, c), (text,)) for c, text in enumerate(row)]
        filled = [each for each in stacked[1:] if any(each)]
        height = len(stacked[0])
        begin = all(
            len(each) == height and not any(map(_GOES_ON.match, each))
            for each in filled
        )
        if r < grid.heads or not (whole and height > 1 and filled and begin):
            rows.append(row)
            continue
        over = ("",) * height
        rows += zip(*(each if any(each) else over for each in stacked), strict=True)
    repeated = frozenset((at[r], c) for r, c in grid.repeated)
    return Grid(tuple(rows), repeated, grid.heads)


def _trimmed(grid: Grid) -> Grid:
    """Without the empty rows and columns at its edges."""
    rows = list(grid.rows)
    full = [n for n, row in enumerate(rows) if any(row)]
    if not full:
        return Grid(())
    top, bottom = full[0], full[-1] + 1
    used = [c for c in range(grid.width) if any(row[c] for row in rows[top:bottom])]
    left, right = used[0], used[-1] + 1
    return Grid(
        tuple(row[left:right] for row in rows[top:bottom]),
        frozenset((r - top, c - left) for r, c in grid.repeated),
        max(grid.heads - top, 0),
    )


# --- text ---


def _from_text(text: str) -> Grid:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    parted = [[_parted(cell) for cell in row] for row in _cells(text)]
    lines = {(r, c): of for r, row in enumerate(parted) for c, of in enumerate(row)}
    width = max(map(len, parted), default=0)
    rows = ([*map(_as_one, row), *[""] * (width - len(row))] for row in parted)
    return _lines_apart(Grid(tuple(map(tuple, rows))), lines)


def _parted(cell: str) -> tuple[str, ...]:
    """The lines of a cell of text."""
    lines = tuple(map(_in_one_line, cell.split("\n")))
    filled = tuple(filter(None, lines))
    return filled if len(filled) < 2 else lines


def _cells(text: str) -> list[list[str]]:
    if "\t" in text:
        try:
            quoted = csv.reader(io.StringIO(text), "excel-tab", strict=True)
            return list(quoted)
        except csv.Error:  # a quote that is none: an inch, or left open
            return [line.split("\t") for line in text.split("\n")]
    lines = text.strip("\n").split("\n")
    for pattern in _OTHER_DELIMITERS:
        split = [re.split(pattern, line.strip()) for line in lines if line.strip()]
        if split and len(split[-1]) > 1 and sum(len(row) > 1 for row in split) > 1:
            return _without_frame(split)
    return [[line.strip()] for line in lines]


def _without_frame(rows: list[list[str]]) -> list[list[str]]:
    """Without the bars around a row, and without a rule under the head."""
    if all(row[0] == "" and row[-1] == "" for row in rows):
        rows = [row[1:-1] for row in rows]
    return [row for row in rows if not all(re.fullmatch(":?-+:?", c) for c in row)]


# --- HTML ---


def _from_html(markup: str) -> Grid:
    try:
        document = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", markup))
    except (etree.ParserError, ValueError):
        raise NoTable("This HTML cannot be read.") from None
    table = max(
        document.iter("table"), key=lambda one: len(one.findall(".//tr")), default=None
    )
    rows = [] if table is None else list(table.iter("tr"))
    cells: dict[tuple[int, int], str] = {}
    lines: dict[tuple[int, int], tuple[str, ...]] = {}
    repeated: set[tuple[int, int]] = set()
    heads = 0
    for r, row in enumerate(rows[: MOST_ROWS + 1]):
        c = 0
        for cell in row.iterchildren("td", "th"):
            while (r, c) in cells:
                c += 1
            lines[r, c] = _lines_of(cell)
            text = _as_one(lines[r, c])
            down = min(_span(cell, "rowspan"), len(rows) - r, MOST_ROWS)
            across = min(
                _span(cell, "colspan"), MOST_COLUMNS + 1 - min(c, MOST_COLUMNS)
            )
            for place in _covered(r, c, down, across):
                if place not in cells:
                    cells[place] = text
                    repeated |= {place} - {(r, c)}
            c += across
        heads = r + 1 if heads == r and _is_head(row) else heads
    height = max((r for r, _ in cells), default=-1) + 1
    width = max((c for _, c in cells), default=-1) + 1
    filled = tuple(
        tuple(cells.get((r, c), "") for c in range(width)) for r in range(height)
    )
    return _lines_apart(Grid(filled, frozenset(repeated), heads), lines)


def _covered(r: int, c: int, down: int, across: int) -> Iterator[tuple[int, int]]:
    for row in range(r, r + down):
        for column in range(c, c + across):
            yield row, column


def _span(cell: html.HtmlElement, name: str) -> int:
    words = (cell.get(name) or "1").strip()
    is_count = words.isascii() and words.isdigit() and len(words) < 6
    return max(int(words), 1) if is_count else 1


def _is_head(row: html.HtmlElement) -> bool:
    cells = [each.tag for each in row if each.tag in ("td", "th")]
    within = row.getparent()
    in_head = within is not None and within.tag == "thead"
    return in_head or bool(cells) and all(tag == "th" for tag in cells)


def _lines_of(cell: html.HtmlElement) -> tuple[str, ...]:
    """A cell's lines of text; what is raised stays told from what it stands on.

    Empty ones before and after are left out where that leaves one line.
    """
    text = _SPACES.sub(" ", "".join(_texts(cell)).translate(_WIDE))
    lines = tuple(each.strip() for each in text.split("\v"))
    filled = tuple(filter(None, lines))
    return filled if len(filled) < 2 else lines


def _is_first(node: html.HtmlElement) -> bool:
    """Whether a paragraph is the first thing in its cell, and breaks no line."""
    before = node.getparent()
    return (
        node.tag != "br"
        and before is not None
        and node.getprevious() is None
        and not (before.text or "").strip()
    )


def _texts(element: html.HtmlElement) -> Iterator[str]:
    """The texts in an element, in their order; none of scripts and comments."""
    steps: list[tuple[html.HtmlElement, bool, bool]] = [(element, False, False)]
    while steps:
        node, raised, is_tail = steps.pop()
        if is_tail:
            text = node.tail or ""
            yield text.translate(_RAISED) if raised else text
            continue
        if not isinstance(node.tag, str) or node.tag in _SKIPPED:
            continue
        inner = raised or node.tag == "sup"
        if node.tag in _BREAKS and not _is_first(node):
            yield "\v"
        text = node.text or ""
        yield text.translate(_RAISED) if inner else text
        for child in reversed(node):
            steps += [(child, inner, True), (child, inner, False)]
