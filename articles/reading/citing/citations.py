"""Citations: markers joined to the works they cite, with the words they stand for."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from articles.reading.citing.links import linked_markers
from articles.reading.citing.markers import (
    NumberMarker,
    YearMarker,
    glued_markers,
    raised_markers,
    round_markers,
    square_markers,
    year_markers,
)
from articles.reading.document import (
    BlockKind,
    Citation,
    Document,
    ReferenceEntry,
    Sentence,
)
from articles.reading.lists.entries import ORGANISATION, author_year_label
from articles.reading.lists.names import fold, same_surname

NO_MARKERS = (BlockKind.REFERENCE, BlockKind.TITLE)
NUMBERS_ONLY = re.compile(r"[\[(^]?[\d⁰¹²³⁴-⁹,;–— -]+[\])^]?")
ENOUGH = 2  # markers of one style, before weaker styles are left alone


def find_citations(
    document: Document, sentences: Sequence[Sentence]
) -> tuple[tuple[ReferenceEntry, ...], tuple[Citation, ...]]:
    """Find the markers of an article and join each to the work it cites.

    Returns every cited work (the list's entries first, then one for each author and
    year that no entry answers) and the citations in the order of the text, whose
    ``covers`` is the sentence a marker stands in, or the blocks below a heading.
    """
    finder = _Finder(document, _Works(list(document.entries)))
    finder.cite_links()
    finder.cite_years()
    finder.cite_numbers()
    covers = _Covers(document, sentences)
    citations = (
        Citation(
            marker=document.text[found.start : found.end],
            start=found.start,
            end=found.end,
            label=found.label,
            authors=found.authors,
            year=found.year,
            reference=found.reference,
            covers=covers.of(found.start, found.end),
        )
        for found in sorted(finder.found, key=lambda found: (found.start, found.end))
    )
    return tuple(finder.works.entries), tuple(citations)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    label: str
    authors: tuple[str, ...]
    year: int | None
    reference: int | None


@dataclass(slots=True)
class _Works:
    """The works cited: the list's entries, and those added for want of an entry."""

    entries: list[ReferenceEntry]
    listed: int = field(init=False)
    by_number: dict[int, int] = field(init=False)
    added: dict[tuple[str, int, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.listed = len(self.entries)
        self.by_number = {
            int(entry.label): index
            for index, entry in reversed(list(enumerate(self.entries)))
            if entry.label.isdecimal()
        }

    def answer(self, marker: YearMarker, words: str) -> int | None:
        """Return the work that a marker cites; None where it is no citation."""
        fitting = [
            index
            for index in range(self.listed)
            if self.entries[index].year == marker.year
            and self.entries[index].authors
            and _same_author(marker.authors[0], self.entries[index].authors[0])
        ]
        if fitting:
            return self._chosen(fitting, marker)
        if not marker.sure and not ORGANISATION.search(marker.authors[0]):
            return None
        key = (fold(marker.authors[0]), marker.year, marker.letter)
        if key not in self.added:
            label = author_year_label(marker.authors, marker.year, marker.letter)
            self.added[key] = len(self.entries)
            self.entries.append(
                ReferenceEntry(
                    raw=words, label=label, authors=marker.authors, year=marker.year
                )
            )
        return self.added[key]

    def _chosen(self, fitting: list[int], marker: YearMarker) -> int:
        """Choose among entries of one author and year: by letter, then co-authors."""
        if marker.letter:
            lettered = [
                index
                for index in fitting
                if re.search(
                    rf"\b{marker.year}{marker.letter}\b", self.entries[index].raw
                )
            ]
            place = ord(marker.letter) - ord("a")
            if lettered:
                return lettered[0]
            return fitting[place] if place < len(fitting) else fitting[0]
        return min(fitting, key=lambda index: (self._misfit(index, marker), index))

    def _misfit(self, index: int, marker: YearMarker) -> int:
        authors = self.entries[index].authors
        if len(marker.authors) > 1:
            agree = len(authors) > 1 and _same_author(marker.authors[1], authors[1])
            return 0 if agree else 2
        return 0 if (len(authors) > 2) == marker.sure else 1


def _same_author(cited: str, listed: str) -> bool:
    """Say whether a marker names an author, who may be listed with two surnames."""
    if same_surname(cited, listed) or listed.lower().endswith(f" {cited.lower()}"):
        return True
    parts = re.split(r"[ \-‐]", listed)
    if len(parts) > 1 and fold(cited) in (fold(parts[-1]), fold(parts[0])):
        return not ORGANISATION.search(listed)
    initials = "".join(part[0] for part in parts if part[:1].isupper())
    return len(cited) > 1 and cited.isupper() and cited == initials


@dataclass(slots=True)
class _Finder:
    document: Document
    works: _Works
    found: list[_Found] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)

    def cite_links(self) -> None:
        """Take the markers that the source links; a linked year takes its authors."""
        text, linked = self.document.text, list(linked_markers(self.document))
        markers = sorted(
            {(marker.start, marker.end) for marker in self._year_markers()}
        )
        for start, end, indexes in linked:
            words = text[start:end]
            if re.fullmatch(r"\D{0,2}\d{4}[a-z]?\D{0,2}", words):
                around = [m for m in markers if m[0] <= start and end <= m[1]]
                start, end = around[0] if around else (start, end)
            for index in indexes:
                self._add(start, end, index)

    def cite_years(self) -> None:
        """Take authors with a year; several years may share one span."""
        own: set[tuple[int, int]] = set()
        seen: set[tuple[int, int, int, str]] = set()
        for marker in self._year_markers():
            span, key = (marker.start, marker.end), (
                marker.start, marker.end, marker.year, marker.letter,
            )  # fmt: skip
            if key in seen or (span not in own and self._overlaps(*span)):
                continue
            words = self.document.text[marker.start : marker.end]
            index = self.works.answer(marker, words)
            if index is not None:
                label = author_year_label(marker.authors, marker.year, marker.letter)
                self._add(*span, index, label, marker.authors, marker.year)
                own.add(span)
                seen.add(key)

    def cite_numbers(self) -> None:
        """Take numbers, where a numbered list stands; the surest style first."""
        if not self.works.by_number:
            return
        styles = [square_markers, raised_markers, round_markers, glued_markers]
        linked = bool(self.found) and bool(self.document.links)
        for style in styles[: 1 if linked else None]:
            markers = [
                marker
                for start, end in self._spans()
                for marker in _shifted(style(self.document.text[start:end]), start)
                if self._fits(marker)
            ]
            if style in (round_markers, glued_markers) and not self._counts(markers):
                continue
            for marker in markers:
                if not self._overlaps(marker.start, marker.end):
                    for number in marker.numbers:
                        index = self.works.by_number.get(number)
                        self._add(marker.start, marker.end, index, str(number))
            if len(markers) >= ENOUGH:
                return

    def _fits(self, marker: NumberMarker) -> bool:
        """Say whether a marker's numbers lie within the list, or hardly beyond."""
        highest = max(self.works.by_number)
        return (
            bool(marker.numbers)
            and min(marker.numbers) > 0
            and (max(marker.numbers) <= highest)
        )

    def _counts(self, markers: Sequence[NumberMarker]) -> bool:
        """Say whether weak markers count up through the list, as citations do."""
        numbers = {number for marker in markers for number in marker.numbers}
        return bool(numbers & {1, 2}) and len(numbers) * 3 >= len(self.works.by_number)

    def _spans(self) -> Iterator[tuple[int, int]]:
        for block in self.document.blocks:
            if block.kind not in NO_MARKERS:
                yield block.start, block.end

    def _year_markers(self) -> Iterator[YearMarker]:
        for start, end in self._spans():
            words = self.document.text[start:end].replace("\n", " ")
            for marker in year_markers(words):
                yield YearMarker(
                    marker.start + start,
                    marker.end + start,
                    marker.authors,
                    marker.year,
                    marker.letter,
                    marker.sure,
                )

    def _overlaps(self, start: int, end: int) -> bool:
        return any(place in self.taken for place in range(start, end))

    def _add(
        self,
        start: int,
        end: int,
        index: int | None,
        label: str = "",
        authors: tuple[str, ...] = (),
        year: int | None = None,
    ) -> None:
        entry = self.works.entries[index] if index is not None else None
        self.taken.update(range(start, end))
        self.found.append(
            _Found(
                start,
                end,
                (entry.label if entry else "") or label,
                entry.authors if entry and entry.authors else authors,
                entry.year if entry and entry.year else year,
                index,
            )
        )


def _shifted(markers: Iterator[NumberMarker], by: int) -> Iterator[NumberMarker]:
    for marker in markers:
        yield NumberMarker(
            marker.start + by, marker.end + by, marker.numbers, marker.style
        )


class _Covers:
    """Finds the words that a marker stands for."""

    def __init__(self, document: Document, sentences: Sequence[Sentence]) -> None:
        self.document = document
        self.sentences = sorted(sentences, key=lambda sentence: sentence.start)
        self.starts = [sentence.start for sentence in self.sentences]
        self.block_starts = [block.start for block in document.blocks]

    def of(self, start: int, end: int) -> tuple[int, int]:
        """Return the sentence of a marker, or the blocks below its heading."""
        index = bisect_right(self.block_starts, start) - 1
        if index < 0:
            return start, end
        block = self.document.blocks[index]
        if block.kind is BlockKind.HEADING:
            below = self._below(index)
            return below or (block.start, block.end)
        place = bisect_right(self.starts, start) - 1
        if place < 0 or self.sentences[place].start < block.start:
            return block.start, block.end
        sentence = self.sentences[place]
        if sentence.end < start and start - sentence.end > 2:
            return block.start, block.end
        leads = not self.document.text[sentence.start : start].strip()
        before = self.sentences[place - 1] if place else None
        if (
            leads
            and before
            and before.start >= block.start
            and self._trails(start, end)
        ):
            sentence = before
        return sentence.start, sentence.end

    def _trails(self, start: int, end: int) -> bool:
        """Say whether a marker at a sentence's start belongs to the one before it."""
        return NUMBERS_ONLY.fullmatch(self.document.text, start, end) is not None

    def _below(self, index: int) -> tuple[int, int] | None:
        """Return what stands below a heading, up to the next one."""
        last = index
        for later, block in enumerate(self.document.blocks[index + 1 :], index + 1):
            if block.kind in (BlockKind.HEADING, BlockKind.TITLE, BlockKind.REFERENCE):
                break
            last = later
        if last == index:
            return None
        blocks = self.document.blocks
        return blocks[index + 1].start, blocks[last].end
