"""The rows of a table: cells divided by commas, semicolons, tabs or bars.

A quote that nobody closed swallows no row: where a row does not have the cells of the
head, it ends before the first line that has them by itself.
"""

import csv
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from bibliography.formats.columns import are_heads, guess_mapping, is_head, says_number
from bibliography.formats.entry import LONGEST, SHOWN
from bibliography.formats.fieldrows import heads_in, is_by_rows

csv.field_size_limit(1 << 27)  # an abstract may be longer than the library's 128 kB
_DELIMITERS = ",;\t|"
_SEPARATED_BY = re.compile('"?sep=.?"?')  # a word to the spreadsheet
LONGEST_LINE = 4 * LONGEST  # bytes: at least as many characters as no record has
_LINES_BEFORE_HEADS = 12  # as many lines about the export may stand before the heads


class Table:
    """A table's heads and rows, each with the lines it was read from."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = _Lines(lines)
        self.mended = ""  # how the quotes of the row that was last given were read
        first = self._lines.ahead(_LINES_BEFORE_HEADS)
        at = place_of_heads(first)
        text = first[at] if first else ""
        # Web of Science's tables quote nothing.
        self._quoting = csv.QUOTE_NONE if text[:3] == "PT\t" else csv.QUOTE_MINIMAL
        self._delimiter = _delimiter(text)
        for _ in range(at):
            next(self._lines)
            self._lines.taken()
        self.heads = [cell.strip() for cell in next(self._rows(), [])]
        self._lines.taken()
        if self._names_rows():
            self.heads.insert(0, "")

    def _names_rows(self) -> bool:
        """Whether the first row has a name before its cells, as R's tables have."""
        first = self._lines.ahead(1)[:1] if self._delimiter in "\t " else []
        cells = next(self._parsed(first, strict=False), [])
        return len(cells) == len(self.heads) + 1 and cells[0].strip('"').isdigit()

    def rows(self) -> Iterator[tuple[int, list[str], list[str]]]:
        """(number of the first line, lines, cells) of each row that says something."""
        for cells in self._rows(len(self.heads)):
            began, lines = self._lines.taken()
            if any(cell.strip() for cell in cells):
                yield began, lines, cells

    def _rows(self, width: int = 0) -> Iterator[list[str]]:
        """The cells of each row; ``width`` is how many a row has."""
        while True:
            self.mended = ""
            if len(self._lines.next()) > LONGEST:
                yield [next(self._lines)[:SHOWN]]
                continue
            try:
                cells = next(self._parsed(self._lines, strict=bool(width)))
            except StopIteration:
                return
            except csv.Error:
                cells = []
            taken = self._lines.since
            if width and len(cells) != width and not _is_blank(taken):
                cells = self._mended(taken, width)
            yield cells

    def _mended(self, lines: list[str], width: int) -> list[str]:
        """The cells of a row that is not as the heads, which may have swallowed more.

        Lines behind its end are given back.
        """
        fitting = (at for at in range(1, len(lines)) if self._fits(lines[at], width))
        end = next(fitting, len(lines)) if width > 1 else len(lines)
        if end == len(lines) and self._lines.too_long:
            self._lines.leave_cell(lambda line: self._fits(line, width))
            return [lines[0][:SHOWN]]
        self._lines.give_back(len(lines) - end)
        lines = lines[:end]
        for what, cells in requoted("\n".join(lines), self._delimiter):
            if len(cells) == width:
                self.mended = what
                return cells
        return next(self._parsed([f"{line}\n" for line in lines], strict=False), [])

    def _fits(self, line: str, width: int) -> bool:
        """Whether a line has a row's cells by itself, an open quote taken as a sign."""
        cells = next(self._parsed([line], strict=False), [])
        is_open = line.count('"') % 2 == 1
        return len(cells) == width or (
            is_open and line.count(self._delimiter) == width - 1
        )

    def _parsed(self, lines: Iterable[str], strict: bool) -> Iterator[list[str]]:
        return csv.reader(
            lines,
            delimiter=self._delimiter,
            quoting=self._quoting,
            strict=strict,
            skipinitialspace=self._delimiter == " ",
        )


class _Lines:
    """Lines that can be looked at ahead and given back, and remember what was taken."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._source = iter(lines)
        self._waiting: deque[str] = deque()
        self._at = 0
        self.since: list[str] = []  # the lines since ``taken``
        self._length = 0  # of these
        self._left = 0  # how many lines behind these were left out

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.too_long:  # else an open quote would take the rest of a file
            raise csv.Error("longer than any record")
        line = self._waiting.popleft() if self._waiting else next(self._source)
        self._at += 1
        self.since.append(line)
        self._length += len(line)
        return line + "\n"

    @property
    def too_long(self) -> bool:
        """Whether more was taken than a record has."""
        return self._length > LONGEST

    def leave_cell(self, fits: Callable[[str], bool]) -> None:
        """Leave out the rest of an open cell: what closes it, or what comes to fit."""
        while self.next() or self._waiting:
            closes = self._waiting[0].count('"') % 2 == 1
            if not closes and fits(self._waiting[0]):
                return
            self._waiting.popleft()
            self._left += 1
            if closes:
                return

    def next(self) -> str:
        """The next line, which stays; "" behind the last."""
        if not self._waiting:
            self._waiting.extend(islice(self._source, 1))
        return self._waiting[0] if self._waiting else ""

    def ahead(self, count: int) -> list[str]:
        """The next lines, which stay."""
        for line in self._source:
            self._waiting.append(line)
            if len(self._waiting) >= count:
                break
        return list(self._waiting)

    def give_back(self, count: int) -> None:
        """The last lines, to be read again."""
        for _ in range(count):
            line = self.since.pop()
            self._waiting.appendleft(line)
            self._at -= 1
            self._length -= len(line)

    def taken(self) -> tuple[int, list[str]]:
        """(number of the first line, lines) since the last call."""
        began = self._at - len(self.since) + 1
        self._at += self._left
        since, self.since, self._length, self._left = self.since, [], 0, 0
        return began, since


_BACKSLASHED = "Quotes behind a backslash were read as quotes."
_WITHIN = "Quotes within quotes that are not doubled were read as they stand."
_BARE = "Quotes were read as they stand: they do not fit together."


def requoted(text: str, delimiter: str) -> Iterator[tuple[str, list[str]]]:
    """The cells of a row that is not quoted as it should be, by each way to read it.

    Each with a sentence on how its quotes were read, the likeliest first.
    """
    if '\\"' in text:
        yield _BACKSLASHED, _quoted_cells(text, delimiter, escaped=True)
    if '"' in text:
        yield _WITHIN, _quoted_cells(text, delimiter)
        yield _WITHIN, _quoted_cells(text, delimiter, closing=True)
    yield _BARE if '"' in text else "", text.split(delimiter)


def _quoted_cells(
    text: str, delimiter: str, escaped: bool = False, closing: bool = False
) -> list[str]:
    """Cells of which a quote closes one only where a delimiter or the end follows.

    ``escaped``: a quote behind a backslash is one. ``closing``: two quotes before a
    delimiter are a quote and the end of the cell.
    """
    ends = rf"\s*(?:{re.escape(delimiter)}|\Z)"
    letter = r'\\.|[^"\\]' if escaped else '[^"]'
    doubled = rf'""(?!{ends})' if closing else '""'
    last = '"?' if closing else ""
    inside = rf'(?:{letter}|{doubled}|"(?!"?{ends}))*'
    # Looked at ahead it gives nothing back; Python before 3.11.5 matches "*+" wrongly.
    quoted = rf'\s*"((?=({inside}))\2{last})"(?={ends})\s*'
    cell = re.compile(rf"{quoted}|([^{re.escape(delimiter)}]*)", re.S)
    cells, at = [], 0
    while at <= len(text):
        found = cell.match(text, at)
        if found is None:
            return []
        said = (found[3] or "") if found[1] is None else found[1].replace('""', '"')
        cells.append(said.replace('\\"', '"') if escaped else said)
        at = found.end() + 1
    return cells


def _is_blank(lines: list[str]) -> bool:
    return not any(line.strip() for line in lines)


def heads_of(head: str) -> list[str]:
    """The heads of the columns in the beginning of a file."""
    lines = head.split("\n")
    return heads_in(lines) if is_by_rows(lines) else Table(lines).heads


def place_of_heads(lines: list[str]) -> int:
    """Which line names the columns: the first that says something, mostly.

    Before the heads some services write a sentence about the export, or "sep=;".
    """
    said = [at for at, line in enumerate(lines) if line.strip()]
    if len(said) > 1 and _SEPARATED_BY.fullmatch(lines[said[0]].strip()):
        del said[0]
    if not said or are_heads(cells_of(lines[said[0]])):
        return said[0] if said else 0
    for at in said:
        cells = cells_of(lines[at])
        several = len(guess_mapping(cells)) > 1  # "vol. 3, 2010, doi:" is one
        if several and len(cells) > 2 - says_number(cells) and are_heads(cells):
            return at
    return said[0]


def cells_of(line: str) -> list[str]:
    """The cells of one line."""
    try:
        return next(csv.reader([line], delimiter=_delimiter(line)), [])
    except csv.Error:
        return []


def _delimiter(line: str) -> str:
    """The delimiter that divides a line most often outside of quotes.

    A blank where the line has no other and every word of it heads a column, one of
    them of identifiers: "PMID Year".
    """
    bare = re.sub(r'"[^"]*"', "", line)
    best = max(_DELIMITERS, key=bare.count)
    words = line.replace('"', "").split()
    if best not in bare and says_number(words) and all(map(is_head, words)):
        return " " if len(words) > 1 else best
    return best
