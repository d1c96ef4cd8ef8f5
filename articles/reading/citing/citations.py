"""Citations: markers joined to the works they cite, with the words they stand for."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from articles.reading.citing.addresses import Address, identify
from articles.reading.citing.covers import Covers
from articles.reading.citing.identifiers import defined_in, identifiers_in, links_in
from articles.reading.citing.inline import SYMBOLS, references_in, symbols_in
from articles.reading.citing.links import NUMERIC, linked_markers
from articles.reading.citing.markers import (
    NumberMarker,
    YearMarker,
    footnote_markers,
    glued_markers,
    key_markers,
    narrow,
    numbers_in,
    raised_markers,
    round_markers,
    square_markers,
    year_markers,
)
from articles.reading.citing.named import NEAR, named_study, speaks_again
from articles.reading.citing.page import Page
from articles.reading.citing.works import Works
from articles.reading.document import (
    BlockKind,
    Citation,
    CitationKind,
    Document,
    ReferenceEntry,
    Sentence,
)
from articles.reading.lists.entries import parse_entry
from articles.reading.plain.footnotes import is_work

NO_MARKERS = (BlockKind.REFERENCE, BlockKind.TITLE)
INLINE_NOTE = re.compile(r"\^\[([^\[\]\n]{4,600})\]")
ENOUGH = 2  # markers of one style, before weaker styles are left alone
YEAR_ALONE = re.compile(r"\D{0,2}\d{4}[a-z]?\D{0,2}")
IN_ONE_BRACKET = re.compile(r"[^();\[\]]{0,60}")
Style = Callable[[str], Iterator[NumberMarker]]


def find_citations(
    document: Document, sentences: Sequence[Sentence]
) -> tuple[tuple[ReferenceEntry, ...], tuple[Citation, ...]]:
    """Find the markers of an article and join each to the work it cites.

    Returns every cited work (the list's entries first, then one for each author and
    year, link, identifier or number that no entry answers) and the citations in the
    order of the text, whose ``covers`` is the sentence a marker stands in, or the
    blocks below a heading.
    """
    finder = _Finder(document, Works(list(document.entries)))
    finder.cite_links()
    finder.cite_addresses()
    finder.cite_inline_notes()
    finder.cite_footnotes()
    finder.cite_keys()
    finder.cite_references()
    finder.cite_years()
    finder.cite_identifiers()
    finder.cite_numbers()
    finder.cite_named(sentences)
    covers = Covers(document, sentences)
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
            kind=found.kind,
        )
        for found in sorted(finder.found, key=lambda found: (found.start, found.end))
    )
    return tuple(finder.works.entries), tuple(citations)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    kind: CitationKind
    label: str
    authors: tuple[str, ...]
    year: int | None
    reference: int


@dataclass(slots=True)
class _Finder:
    document: Document
    works: Works
    text: str = field(init=False)  # of the document, its wide digits made narrow
    found: list[_Found] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    is_linked: bool = False  # the source ties markers to its list

    def __post_init__(self) -> None:
        self.text = narrow(self.document.text)

    def cite_links(self) -> None:
        """Take the markers that the source links; a linked year takes its authors."""
        text, linked = self.text, list(linked_markers(self.document))
        self.is_linked = bool(linked)
        if not linked:
            return
        markers = sorted(
            {(marker.start, marker.end) for marker in self._year_markers()}
        )
        starts = [start for start, _ in markers]
        for start, end, indexes in linked:
            words = text[start:end]
            if YEAR_ALONE.fullmatch(words):
                near = markers[max(0, bisect_right(starts, start) - 4) :][:8]
                around = [m for m in near if m[0] <= start and end <= m[1]]
                start, end = around[0] if around else (start, end)
            kind = _kind_of(text[start:end])
            for index in indexes:
                self._add(start, end, kind, index)

    def cite_addresses(self) -> None:
        """Take links to pages of works: the source's, Markdown's and bare addresses."""
        for link in self.document.links:
            address = next(filter(None, map(identify, link.targets)), None)
            if address and not self._overlaps(link.start, link.end):
                self._cite_address(link.start, link.end, address)
        defined = defined_in(self.text)
        for start, end in self._spans():
            for first, last, marker in links_in(self.text[start:end], defined):
                span = (start + first, start + last)
                if marker and not self._overlaps(*span):
                    self._cite_address(*span, marker.address, marker.words)
                self.taken.update(range(*span))

    def _cite_address(
        self, start: int, end: int, address: Address, words: str = ""
    ) -> None:
        """Cite what a link leads to; its own words may name an entry of the list."""
        words = words or self.text[start:end]
        index = self.works.known(address)
        if index is None:
            index = self._named_by(words)
            if index is None:
                index = self.works.addressed(address, words)
            self.works.identify(index, address)
        self._add(start, end, CitationKind.LINK, index)

    def _named_by(self, words: str) -> int | None:
        """Return the work that a link's words cite by author and year, or number."""
        for marker in year_markers(f"({words})"):
            return self.works.answer(replace(marker, sure=True), words)
        numbers = numbers_in(words) if NUMERIC.fullmatch(words.strip()) else ()
        listed = self.works.by_number.get(numbers[0]) if len(numbers) == 1 else None
        return listed[0] if listed else None

    def cite_inline_notes(self) -> None:
        """Take notes within the text, "^[Kim A. Moss. 2016.]", where they are works."""
        for start, end in self._spans():
            for found in INLINE_NOTE.finditer(self.text, start, end):
                words = self.document.text[found.start(1) : found.end(1)]
                entry = parse_entry(words)
                if is_work(entry, words) and not self._overlaps(*found.span()):
                    index = self.works.noted(entry)
                    self._add(*found.span(), CitationKind.FOOTNOTE, index)

    def cite_footnotes(self) -> None:
        """Take Markdown's footnote marks; one that explains a word cites nothing."""
        for start, end in self._spans():
            for first, last, name in footnote_markers(self.text[start:end]):
                span = (start + first, start + last)
                if self._overlaps(*span):
                    continue
                self.taken.update(range(*span))
                if name.casefold() not in self.document.notes:
                    for index in self.works.footnoted(name):
                        self._add(*span, CitationKind.FOOTNOTE, index, name)

        symbols = {
            entry.label
            for entry in self.document.entries
            if entry.label and not entry.label.strip(SYMBOLS)
        }
        for start, end in self._spans():
            for first, last, name in symbols_in(self.text[start:end], symbols):
                for index in self.works.footnoted(name):
                    span = (start + first, start + last)
                    self._add(*span, CitationKind.FOOTNOTE, index, name)

    def cite_references(self) -> None:
        """Take references that stand whole in the words: a listed work or one added."""
        for start, end in self._spans():
            for first, last, entry in references_in(self.text[start:end]):
                span = (start + first, start + last)
                if self._overlaps(*span):
                    continue
                index = self.works.noted(entry)
                by_year = entry.authors and entry.year
                kind = CitationKind.AUTHOR_YEAR if by_year else CitationKind.NAMED_STUDY
                self._add(*span, kind, index, entry.label)

    def cite_keys(self) -> None:
        """Take Pandoc's keys; several may share one span."""
        own: set[tuple[int, int]] = set()
        for start, end in self._spans():
            for first, last, key in key_markers(self.text[start:end]):
                span = (start + first, start + last)
                if span in own or not self._overlaps(*span):
                    own.add(span)
                    for index in self.works.footnoted(key):
                        self._add(*span, CitationKind.FOOTNOTE, index, key)

    def cite_years(self) -> None:
        """Take authors with a year; several years may share one span."""
        own: set[tuple[int, int]] = set()
        seen: set[tuple[int, int, int | None, str]] = set()
        for marker in self._year_markers():
            span, key = (marker.start, marker.end), (
                marker.start, marker.end, marker.year, marker.letter,
            )  # fmt: skip
            if key in seen or (span not in own and self._overlaps(*span)):
                continue
            words = self.document.text[marker.start : marker.end]
            index = self.works.answer(marker, words)
            if index is not None:
                self._add(
                    *span,
                    CitationKind.AUTHOR_YEAR,
                    index,
                    marker.label,
                    marker.authors,
                    marker.year,
                )
                own.add(span)
                seen.add(key)

    def cite_identifiers(self) -> None:
        """Take identifiers in the words; behind an author and year they are its own."""
        named = sorted(
            (one.end, one.reference)
            for one in self.found
            if one.kind is CitationKind.AUTHOR_YEAR
        )
        ends = [end for end, _ in named]
        for start, end in self._spans():
            for marker in identifiers_in(self.text[start:end]):
                span = (start + marker.start, start + marker.end)
                if self._overlaps(*span):
                    continue
                place = bisect_right(ends, span[0]) - 1
                before = named[place] if place >= 0 else None
                if before and IN_ONE_BRACKET.fullmatch(self.text, before[0], span[0]):
                    self.works.identify(before[1], marker.address)
                    self.taken.update(range(*span))
                else:
                    index = self.works.addressed(marker.address, marker.words)
                    self._add(*span, CitationKind.IDENTIFIER, index)

    def cite_numbers(self) -> None:
        """Take numbers as the page uses them; the surest style first."""
        page = Page(self.text, max(self.works.by_number, default=0))
        styles: list[Style] = [
            square_markers,
            raised_markers,
            round_markers,
            glued_markers,
        ]
        for style in styles[: 1 if self.is_linked else None]:
            markers = [
                marker
                for start, end in self._spans()
                for marker in _shifted(style(self.text[start:end]), start)
                if not self._overlaps(marker.start, marker.end)
            ]
            cited = page.citing(markers)
            for marker in cited:
                for number in marker.numbers:
                    for index in self.works.numbered(number):
                        self._add(
                            marker.start,
                            marker.end,
                            CitationKind.NUMBER,
                            index,
                            str(number),
                        )
            if len(cited) >= ENOUGH:
                return

    def cite_named(self, sentences: Sequence[Sentence]) -> None:
        """Take the studies that sentences name where no mark cites them."""
        last, since = -1, NEAR + 1
        for sentence in sentences:
            since += 1
            if self._overlaps(sentence.start, sentence.end):
                continue
            words = self.text[sentence.start : sentence.end]
            near = self.works.entries[last] if since <= NEAR else None
            again = speaks_again(words, near) if near else None
            if again is not None:
                span, index = again, last
            else:
                study = named_study(words)
                if study is None:
                    continue
                span, index = (study.start, study.end), self.works.named(study.entry)
            start, end = (sentence.start + place for place in span)
            self._add(start, end, CitationKind.NAMED_STUDY, index)
            last, since = index, 0

    def _spans(self) -> Iterator[tuple[int, int]]:
        for block in self.document.blocks:
            if block.kind not in NO_MARKERS:
                yield block.start, block.end

    def _year_markers(self) -> Iterator[YearMarker]:
        for start, end in self._spans():
            words = self.text[start:end].replace("\n", " ")
            for marker in year_markers(words):
                yield replace(
                    marker, start=marker.start + start, end=marker.end + start
                )

    def _overlaps(self, start: int, end: int) -> bool:
        return not self.taken.isdisjoint(range(start, end))

    def _add(
        self,
        start: int,
        end: int,
        kind: CitationKind,
        index: int,
        label: str = "",
        authors: tuple[str, ...] = (),
        year: int | None = None,
    ) -> None:
        entry = self.works.entries[index]
        self.taken.update(range(start, end))
        self.found.append(
            _Found(
                start,
                end,
                kind,
                entry.label or label,
                entry.authors or authors,
                entry.year or year,
                index,
            )
        )


def _kind_of(words: str) -> CitationKind:
    """Tell how a marker that the source links to its list cites."""
    if NUMERIC.fullmatch(words) or numbers_in(words) and not re.search(r"[a-z]", words):
        return CitationKind.NUMBER
    if re.search(r"\d{4}|[^\W\d_]{2}", words):
        by_year = re.search(r"(?:1[89]|20)\d\d", words)
        return CitationKind.AUTHOR_YEAR if by_year else CitationKind.LINK
    return CitationKind.FOOTNOTE


def _shifted(markers: Iterator[NumberMarker], by: int) -> Iterator[NumberMarker]:
    for marker in markers:
        yield NumberMarker(
            marker.start + by, marker.end + by, marker.numbers, marker.style
        )
