"""Markers that the source itself ties to entries: HTML anchors and JATS ``xref``."""

import re
from collections.abc import Iterator, Sequence

from articles.reading.citing.markers import numbers_in
from articles.reading.document import Document, SourceLink

DASH = re.compile(r"[–—‐−-]")
BETWEEN = re.compile(r"[\s,;–—‐−-]*|\]?\s*[–—‐−-]\s*\[?")
NUMERIC = re.compile(r"[\[(]?\s*\d{1,3}(?:\s*[,;–—‐−-]\s*\d{1,3})*\s*[\])]?")
PAIRS = {"[": "]", "(": ")"}

LinkedMarker = tuple[int, int, tuple[int, ...]]  # start, end, indexes of entries


def linked_markers(document: Document) -> Iterator[LinkedMarker]:
    """Yield the markers that the source links, with the entries they point to.

    Numbers that stand together, as in "[1–3, 5]", are one marker; a dash between two
    links stands for all entries from the one to the other.
    """
    places: dict[str, tuple[int, ...]] = {}
    for index, entry in enumerate(document.entries):
        if entry.target:
            places[entry.target] = (*places.get(entry.target, ()), index)
    text = document.text
    known = [link for link in document.links if any(t in places for t in link.targets)]
    for group in _groups(text, known):
        indexes = tuple(dict.fromkeys(_indexes(text, group, places)))
        start, end = group[0].start, group[-1].end
        if NUMERIC.fullmatch(text[start:end]) or len(group) > 1:
            start, end = _with_brackets(text, start, end)
        if indexes and text[start:end].strip():
            yield start, end, indexes


def _groups(text: str, links: Sequence[SourceLink]) -> Iterator[list[SourceLink]]:
    group: list[SourceLink] = []
    for link in links:
        if group and not _belong(text, group[-1], link):
            yield group
            group = []
        group.append(link)
    if group:
        yield group


def _belong(text: str, one: SourceLink, other: SourceLink) -> bool:
    words = (text[one.start : one.end].strip(), text[other.start : other.end].strip())
    between = text[one.end : other.start] if other.start - one.end < 12 else "."
    if not all(NUMERIC.fullmatch(word) for word in words):
        return False
    bare = all(word[0].isdigit() for word in words)
    return BETWEEN.fullmatch(between) is not None and (
        bare or DASH.search(between) is not None
    )


def _indexes(
    text: str, group: Sequence[SourceLink], places: dict[str, tuple[int, ...]]
) -> Iterator[int]:
    before: SourceLink | None = None
    last = -1
    for link in group:
        found = [i for target in link.targets for i in places.get(target, ())]
        between = text[before.end : link.start] if before else ""
        if DASH.search(between) and 0 < found[0] - last < 100:
            yield from range(last + 1, found[0])
        words = text[link.start : link.end]
        counted = len(numbers_in(words)) if NUMERIC.fullmatch(words) else 1
        single = len(link.targets) == 1 and found[0] + counted <= len(places)
        spanned = len(found) == 2 and found[1] - found[0] + 1 == counted
        if counted > 1 and (single or spanned):
            found = list(range(found[0], found[0] + counted))
        yield from found
        before, last = link, found[-1]


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Widen a span to the brackets right around it."""
    first, last = start, end
    while first and text[first - 1] == " ":
        first -= 1
    while text[last : last + 1] == " ":
        last += 1
    closing = PAIRS.get(text[first - 1 : first])
    if first and closing and text[last : last + 1] == closing:
        return first - 1, last + 1
    return start, end
