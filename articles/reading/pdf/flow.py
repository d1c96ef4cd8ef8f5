"""From the lines of pages to paragraphs in reading order.

Running heads and page numbers are left out; columns that the file draws row by row are
parted; a paragraph goes on over columns and pages; notes at a page's foot come last.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median

from articles.reading.lists.listing import has_initials
from articles.reading.mending.furniture import (
    Placed,
    head_key,
    is_page_number,
    running_heads,
    says_page_number,
)
from articles.reading.mending.words import Joiner
from articles.reading.pdf.pages import PageLine

Pages = Sequence[Sequence[PageLine]]
AT_EDGE = 3  # lines from the top and the foot among which heads are looked for
SENTENCE_END = re.compile(r"[.!?:;…][\"”’')\]\d⁰¹²³⁴⁵⁶⁷⁸⁹,\[–-]{0,12}$")
BULLET = re.compile(r"(?:[•‣▪●○◦∙·–—*-]|\(?\d{1,3}[.)]|\[\d{1,3}\])\s")
CITING = re.compile(r"\[\d{1,3}\]\s(?=\S)")  # behind a sentence, in the next line
RUNS_ON = re.compile(r"\w[-\u2010\u00ad]$")
NOTE = re.compile(r"[\d*†‡§⁰¹²³⁴⁵⁶⁷⁸⁹]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's words, the size of its letters, and what they look like."""

    text: str
    size: float
    bold: bool
    is_row: bool = False  # of a table
    is_note: bool = False  # at a page's foot


def read_paragraphs(pages: Pages) -> tuple[list[Paragraph], float]:
    """The paragraphs of a PDF's pages in reading order, and the body's letter size."""
    size = _body_size(pages)
    kept = [list(page) for page in _without_furniture(pages, size)]
    body: list[PageLine] = []
    notes: list[PageLine] = []
    rows: set[int] = set()
    for page in kept:
        text, foot = _without_notes(page, size)
        for line, is_row in _in_order(text):
            if is_row:
                rows.add(id(line))
            body.append(line)
        notes += foot
    joiner = Joiner(line.text for line in (*body, *notes))
    paragraphs = [*_paragraphs(body, rows, joiner)]
    ends = [replace_note(one) for one in _paragraphs(notes, set(), joiner)]
    return [*paragraphs, *ends], size


def replace_note(one: Paragraph) -> Paragraph:
    """A paragraph as a note of a page's foot."""
    return Paragraph(one.text, one.size, one.bold, is_note=True)


def _body_size(pages: Pages) -> float:
    """The size in which most letters are set."""
    sizes = [line.size for page in pages for line in page for _ in line.text]
    return median(sizes) if sizes else 10.0


def _without_furniture(pages: Pages, size: float) -> Iterator[Iterator[PageLine]]:
    """Leave out what is printed around the text of every page.

    What is set larger than the text is a heading, though pages may repeat it.
    """
    small = [[one for one in page if one.size < size * 1.12] for page in pages]
    edges = [_edges(page) for page in small]
    heads = running_heads([[_placed(line) for line in _rows(one)] for one in edges])
    for page, edge in zip(pages, edges, strict=True):
        out = {id(line) for line in edge if _repeats(line, heads)}
        for row in _whole_rows(edge):
            whole = _as_one(row)
            numbers = len(pages) > 1 and is_page_number(whole.text)
            told = says_page_number(whole.text) or _stands_off(whole, page, size)
            if told or numbers or _repeats(whole, heads):
                out |= {id(line) for line in row}
        yield (line for line in page if id(line) not in out)


def _placed(line: PageLine) -> Placed:
    return round(line.y), line.text


def _repeats(line: PageLine, heads: frozenset[Placed]) -> bool:
    return (round(line.y), head_key(line.text)) in heads


def _stands_off(line: PageLine, page: Sequence[PageLine], size: float) -> bool:
    """Say whether small letters stand alone above or below all others of a page."""
    others = [one.y for one in page if abs(one.y - line.y) > 1]
    if line.size > size * 0.85 or not others or is_marked(line):
        return False
    return line.y > max(others) + 2 * size or line.y < min(others) - 2 * size


def is_marked(line: PageLine) -> bool:
    """Say whether a line begins with a note's mark, and more than that."""
    return NOTE.match(line.text) is not None and not is_page_number(line.text)


def _edges(page: Sequence[PageLine]) -> list[PageLine]:
    """The lines at the top and at the foot of a page."""
    heights = sorted({round(line.y) for line in page})
    far = {*heights[:AT_EDGE], *heights[-AT_EDGE:]}
    return [line for line in page if round(line.y) in far]


def _whole_rows(lines: Sequence[PageLine]) -> list[list[PageLine]]:
    ordered = sorted(lines, key=lambda line: (round(line.y), line.x))
    return [list(row) for _, row in groupby(ordered, key=lambda line: round(line.y))]


def _rows(lines: Sequence[PageLine]) -> list[PageLine]:
    """Each line, and each row of lines put together as one."""
    rows = _whole_rows(lines)
    return [*lines, *(_as_one(row) for row in rows if len(row) > 1)]


def _as_one(row: Sequence[PageLine], between: str = " ") -> PageLine:
    first, last = row[0], row[-1]
    text = between.join(line.text for line in row)
    return PageLine(
        text, first.x, last.end, first.y, first.size, first.bold, first.page
    )


def _without_notes(
    page: Sequence[PageLine], size: float
) -> tuple[list[PageLine], list[PageLine]]:
    """Part a page's text from the notes in small letters at its foot."""
    lowest = sorted(page, key=lambda line: line.y)
    notes: list[PageLine] = []
    for line in lowest:
        if line.size > size * 0.93:
            break
        notes.append(line)
    small = {id(line) for line in notes}
    marked = any(NOTE.match(line.text) for line in notes)
    if not marked or len(notes) * 2 > len(page):
        return list(page), []
    return (
        [line for line in page if id(line) not in small],
        [line for line in page if id(line) in small],
    )


def _in_order(page: Sequence[PageLine]) -> Iterator[tuple[PageLine, bool]]:
    """Yield a page's lines in reading order, and whether each is a table's row."""
    rows = [list(row) for _, row in groupby(page, key=lambda line: round(line.y))]
    gutter = _gutter(rows)
    if gutter is None:
        for row in rows:
            yield (row[0], False) if len(row) == 1 else (_as_one(row, " | "), True)
        return
    right: list[PageLine] = []
    for row in rows:
        crosses = any(line.x < gutter - 4 and line.end > gutter + 4 for line in row)
        if crosses:
            yield from ((line, False) for line in right)
            right = []
        for line in row:
            if crosses or line.x < gutter - 4:
                yield line, False
            else:
                right.append(line)
    yield from ((line, False) for line in right)


def _gutter(rows: Sequence[Sequence[PageLine]]) -> float | None:
    """Where the second column begins, on a page that is drawn row by row.

    Rows of a table are short and few; those of columns are long and nearly all.
    """
    pairs = [row for row in rows if len(row) == 2]
    if len(pairs) < 8 or len(pairs) * 3 < len(rows):
        return None
    second = median(row[1].x for row in pairs)
    aligned = sum(abs(row[1].x - second) < 12 for row in pairs)
    letters = median(len(row[0].text) for row in pairs)
    return second if aligned * 10 >= len(pairs) * 7 and letters > 22 else None


def _paragraphs(
    lines: Sequence[PageLine], rows: set[int], joiner: Joiner
) -> Iterator[Paragraph]:
    margins = _margins(lines)
    pitch = _pitch(lines)
    group: list[PageLine] = []
    for line in lines:
        if group and not _goes_on(group, line, rows, margins, pitch):
            yield _paragraph(group, rows, joiner)
            group = []
        group.append(line)
    if group:
        yield _paragraph(group, rows, joiner)


def _paragraph(group: Sequence[PageLine], rows: set[int], joiner: Joiner) -> Paragraph:
    return Paragraph(
        joiner.join(line.text for line in group),
        median(line.size for line in group),
        all(line.bold for line in group),
        is_row=id(group[0]) in rows,
    )


Margins = dict[tuple[int, int], float]


def _column(line: PageLine) -> tuple[int, int]:
    return line.page, int(line.x // 150)


def _margins(lines: Sequence[PageLine]) -> Margins:
    """How far to the right the lines of each page and column reach."""
    margins: Margins = {}
    for line in lines:
        key = _column(line)
        margins[key] = max(margins.get(key, 0.0), line.end)
    return margins


def _pitch(lines: Sequence[PageLine]) -> float:
    """The usual height from line to line, as a multiple of the letters' size."""
    steps = [
        (one.y - other.y) / one.size
        for one, other in zip(lines, lines[1:], strict=False)
        if one.page == other.page
        and one.size
        and 0.7 < (one.y - other.y) / one.size < 2.6
    ]
    return median(steps) if steps else 1.2


def _goes_on(
    group: Sequence[PageLine],
    line: PageLine,
    rows: set[int],
    margins: Margins,
    pitch: float,
) -> bool:
    """Say whether a line continues the paragraph that the lines before it make."""
    before = group[-1]
    if RUNS_ON.search(before.text) and re.match(r"[a-z\d]", line.text):
        return True
    if id(before) in rows or id(line) in rows:
        return False
    cites = _cites_before(group, line)
    if BULLET.match(line.text) and not cites:
        return False
    if abs(before.size - line.size) > 0.08 * before.size:
        return False
    if before.bold != line.bold and (len(group) == 1 or before.bold):
        return False
    step = (before.y - line.y) / (before.size or 1)
    if not 0 < step < pitch * 1.25:  # another column or page, or a wide gap
        jumps = step <= 0 or line.page != before.page
        ended = (SENTENCE_END.search(before.text) and not cites) or before.bold
        return jumps and not ended and not _had_room(before, line, margins)
    if _is_hung_out(group, line):
        return False
    hangs = group[0].x < line.x and abs(before.x - line.x) < 1.5
    is_set_in = line.x > before.x + before.size * 0.8 and not hangs and len(group) > 1
    return not (is_set_in or _had_room(before, line, margins))


def _is_hung_out(group: Sequence[PageLine], line: PageLine) -> bool:
    """Say whether a line stands out to the left again, as the paragraph's first does.

    So the next entry of a list with hanging indents begins; "where x is" goes on behind
    a formula that is set in.
    """
    first, before = group[0], group[-1]
    hung = first.x < before.x - 0.8 * before.size and abs(line.x - first.x) < 1.5
    return hung and not line.text[:1].islower()


def _cites_before(group: Sequence[PageLine], line: PageLine) -> bool:
    """Say whether a line begins with the mark of the sentence that has just ended.

    An entry of a list begins so too, but with its authors behind it or below another.
    """
    mark = CITING.match(line.text)
    if mark is None or BULLET.match(group[0].text):
        return False
    return not has_initials(line.text[mark.end() :], None)


def _had_room(before: PageLine, line: PageLine, margins: Margins) -> bool:
    """Say whether a line's first word would have fitted into the line before it."""
    word = line.text.split(" ", 1)[0]
    width = (len(word) + 1) * line.size * 0.5
    room = margins[_column(before)] - before.end
    ended = SENTENCE_END.search(before.text) is not None
    return room > width * (1.2 if ended else 2.5) + before.size
