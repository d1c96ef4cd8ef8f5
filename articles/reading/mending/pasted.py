"""Text pasted from a PDF: what the printed page did to it is undone.

A text is touched only where it shows that it was a page: breaks of pages, repeated
heads and numbers, columns side by side, or words broken at the ends of lines.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from statistics import median

from articles.reading.mending.furniture import (
    head_key,
    is_page_number,
    running_heads,
    says_page_number,
)
from articles.reading.mending.words import BROKEN, LIGATURES, Joiner, unligatured

PAGE_BREAK = "\f"
LEAST_LINES = 8
LEAST_BETWEEN = 4  # lines between two pages' numbers
ENOUGH = 2  # words broken or ligatures, before a text is taken for a page's
WIDTHS = range(25, 121)  # of a page's usual lines
COLUMNS = re.compile(r"(?<=\S)[ \t]{3,}(?=\S)")
ENDS_SENTENCE = re.compile(r"[.!?:;…][\"”’')\]\d]*\s*$")
EDGE = 3  # filled lines from a page's top and foot

Lines = list[str]


def mend_pasted(text: str) -> str:
    """A text as its author wrote it, where it is a printed page's; else untouched."""
    pages = [_split(page) for page in text.split(PAGE_BREAK)]
    filled = [line for page in pages for line in page if line.strip()]
    if len(filled) < LEAST_LINES or round(median(map(len, filled))) not in WIDTHS:
        return text
    parted = [_column_by_column(page) for page in pages]
    has_columns = any(one != other for one, other in zip(pages, parted, strict=True))
    furniture = _furniture(parted)
    broken = sum(map(_breaks, filled, filled[1:]))
    signs = broken + sum(text.count(chr(one)) for one in LIGATURES)
    if not (has_columns or furniture or signs >= ENOUGH or PAGE_BREAK in text):
        return text
    kept = [_without(page, furniture, place) for place, page in enumerate(parted)]
    lines = _flowing(kept)
    return unligatured("\n".join(_whole_words(lines)))


def _split(page: str) -> Lines:
    return re.split(r"\r\n|\r|\n", page)


def _breaks(line: str, following: str) -> bool:
    return BROKEN.search(line[-60:]) is not None and following.lstrip()[:1].islower()


def _column_by_column(page: Lines) -> Lines:
    """Put two columns that stand side by side one below the other.

    They are told by a gap at one place in most lines.
    """
    gaps = [COLUMNS.search(line.rstrip()) for line in page]
    starts = Counter(gap.end() // 2 for gap in gaps if gap)
    filled = sum(bool(line.strip()) for line in page)
    if filled < LEAST_LINES or not starts:
        return page
    usual, _ = starts.most_common(1)[0]
    cuts = [_cut(line, usual * 2) for line in page]
    if sum(cut is not None for cut in cuts) * 10 < filled * 6:
        return page
    left = [line[:cut].rstrip() for line, cut in zip(page, cuts, strict=True)]
    right = [
        line[cut:] for line, cut in zip(page, cuts, strict=True) if cut is not None
    ]
    return [*left, *right]


def _cut(line: str, start: int) -> int | None:
    """Where a line's right column begins, if it has one there."""
    for gap in COLUMNS.finditer(line):
        if abs(gap.end() - start) <= 3:
            return gap.end()
    lead = len(line) - len(line.lstrip())
    return lead if line.strip() and abs(lead - start) <= 3 else None


Furniture = set[tuple[int, int]]  # page, and line in it


def _furniture(pages: Sequence[Lines]) -> Furniture:
    """Which lines are heads, feet and numbers of pages."""
    if len(pages) > 1:
        return _of_parted_pages(pages)
    (page,) = pages
    return {(0, place) for place in _of_one_paste(page)}


def _of_parted_pages(pages: Sequence[Lines]) -> Furniture:
    edges = [_edges(page) for page in pages]
    heads = running_heads(
        [
            [(place, page[at]) for place, at in edge]
            for page, edge in zip(pages, edges, strict=True)
        ]
    )
    return {
        (number, at)
        for number, (page, edge) in enumerate(zip(pages, edges, strict=True))
        for place, at in edge
        if (place, head_key(page[at])) in heads or is_page_number(page[at])
    }


def _edges(page: Lines) -> list[tuple[int, int]]:
    """A page's first and last filled lines: place, from 0 and from -1, and index."""
    filled = [at for at, line in enumerate(page) if line.strip()]
    first = list(enumerate(filled[:EDGE]))
    last = [(place - EDGE, at) for place, at in enumerate(filled[-EDGE:])]
    return [*first, *last] if len(filled) > 2 * EDGE else []


def _of_one_paste(page: Lines) -> set[int]:
    """Lines that number pages, and those that repeat beside them.

    A number alone counts up with others; a head comes with each number, or thrice.
    """
    numbers = _counting(page) | {
        at for at, line in enumerate(page) if says_page_number(line)
    }
    places: dict[str, list[int]] = defaultdict(list)  # of each key, on the page
    for at, line in enumerate(page):
        if key := _short_key(line):
            places[key].append(at)
    beside = {at for number in numbers for at in _neighbours(page, number)}
    near = Counter(_short_key(page[at]) for at in beside)
    found = set(numbers)
    for key, each in places.items():
        alike = near[key] > 1 and near[key] == len(each)
        if alike or (len(each) > 2 and _is_head(page, each)):
            found.update(each)
    return found if len(found) > 1 else set()


def _short_key(line: str) -> str:
    return head_key(line) if 3 < len(line.strip()) < 80 else ""


def _counting(page: Lines) -> set[int]:
    """Lines that are numbers alone, each one more than the one before, in mid-text."""
    alone = [
        (at, int(line))
        for at, line in enumerate(page)
        if re.fullmatch(r"\s*\d{1,4}\s*", line)
    ]
    found = {
        at
        for one, other in zip(alone, alone[1:], strict=False)
        if other[1] == one[1] + 1 and other[0] - one[0] > LEAST_BETWEEN
        for at in (one[0], other[0])
    }
    cuts = sum(_cuts_sentence(page, at) for at in found)
    return found if cuts * 2 >= len(found) else set()


def _neighbours(page: Lines, at: int) -> list[int]:
    """The filled lines right before and behind a line."""
    before = next((one for one in range(at - 1, -1, -1) if page[one].strip()), None)
    behind = next((one for one in range(at + 1, len(page)) if page[one].strip()), None)
    return [one for one in (before, behind) if one is not None]


def _is_head(page: Lines, places: list[int]) -> bool:
    """Whether a line that comes often cuts sentences, as no heading or item does."""
    cuts = sum(_cuts_sentence(page, at) for at in places)
    return cuts * 2 >= len(places)


def _cuts_sentence(page: Lines, at: int) -> bool:
    around = _neighbours(page, at)
    if len(around) < 2:
        return False
    before, behind = (page[one].strip() for one in around)
    return not ENDS_SENTENCE.search(before) and behind[:1].islower()


def _without(page: Lines, furniture: Furniture, number: int) -> Lines:
    """A page without its furniture; the paragraph that it cut is whole again."""
    out: Lines = []
    left_out = False
    for at, line in enumerate(page):
        if (number, at) in furniture:
            left_out = True
            while out and not out[-1].strip() and _may_go_on(out):
                out.pop()
            continue
        if left_out and not line.strip() and _may_go_on(out):
            continue
        if (
            left_out
            and line.strip()
            and not line.strip()[:1].islower()
            and out
            and out[-1].strip()
        ):
            out.append("")
        left_out = left_out and not line.strip()
        out.append(line)
    return out


def _may_go_on(lines: Lines) -> bool:
    filled = next((line for line in reversed(lines) if line.strip()), "")
    return bool(filled) and not ENDS_SENTENCE.search(filled)


def _flowing(pages: Sequence[Lines]) -> Lines:
    """The lines of all pages; a paragraph that a page's end cut goes on."""
    out: Lines = []
    for page in pages:
        lines = list(page)
        while lines and not lines[0].strip():
            lines.pop(0)
        while out and not out[-1].strip():
            out.pop()
        goes_on = bool(lines) and lines[0].strip()[:1].islower() and _may_go_on(out)
        out += lines if goes_on or not out else ["", *lines]
    return out


def _whole_words(lines: Lines) -> Lines:
    """Lines whose last word is whole: its second half comes up from the next line."""
    joiner = Joiner(lines)
    out: Lines = []
    for line in lines:
        if out and _breaks(out[-1], line):
            half, _, rest = line.strip().partition(" ")
            out[-1] = joiner.join([out[-1], half])
            if not rest:
                continue
            line = rest
        out.append(line)
    return out
