"""What reading an article gives: plain, immutable records with offsets into one text.

Every offset counts Unicode code points from the start of ``Document.text``; ``end`` is
exclusive, so that ``text[start:end]`` is the thing itself.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from texts.words import Words

_PAGES_AFTER = re.compile(r"\s?[-–—‐‑−,;]")


class BlockKind(StrEnum):
    """What a block of the article is, as far as its form tells."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list item"
    QUOTE = "quote"
    TABLE = "table"
    CAPTION = "caption"
    REFERENCE = "reference"  # one entry of the reference list


class SuggestedKind(Words):
    """What a suggested claim is about (the words of ``audit_article``)."""

    EFFICACY = "efficacy"
    MECHANISM = "mechanism"
    SAFETY = "safety"
    COMPARISON = "comparison"
    EVIDENCE_STATE = "evidence-state", "state of the evidence"
    REGULATORY = "regulatory"
    DEFINITION = "definition"
    ASSOCIATION = "association"
    PREVALENCE = "prevalence"
    PROGNOSIS = "prognosis"
    DIAGNOSIS = "diagnosis"
    RECOMMENDATION = "recommendation"
    PRACTICAL = "practical"


class Mode(Words):
    """How the article puts a claim."""

    ASSERTS = "asserts"
    REPORTS = "reports", "reports a named study"
    ATTRIBUTES = "attributes", "attributes to someone"
    DENIES = "denies"


class CitationKind(StrEnum):
    """How a text points to a work (the words of ``audit_article``)."""

    NUMBER = "number"
    AUTHOR_YEAR = "author-year"
    FOOTNOTE = "footnote"
    LINK = "link"
    IDENTIFIER = "identifier"
    NAMED_STUDY = "named-study"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading, list item or reference entry: a span of the text."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0  # of a heading: 1 to 6


@dataclass(frozen=True, slots=True)
class Author:
    """A person, or a body by its whole name, as an entry names them."""

    surname: str  # or the one name that a person or a body has
    given: str = ""  # given names or initials, as printed


@dataclass(frozen=True, slots=True)
class ReferenceEntry:
    """One entry of a reference list, or a work named only by author and year.

    ``raw`` is the entry's own words; what could not be read stays empty or None.
    """

    raw: str
    label: str = ""  # "12", or "Gentile 2017"
    people: tuple[Author, ...] = ()  # the authors in order
    et_al: bool = False  # more authors than are named
    year: int | None = None
    title: str = ""
    journal: str = ""  # empty too where it was not recognised with confidence
    book: str = ""  # the book, or the papers of a meeting, that the work is a part of
    volume: str = ""
    issue: str = ""
    pages: str = ""  # as printed ("144–51"), or the article's number
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    isbn: str = ""
    target: str = ""  # the id that markers in the source point to, where it has one
    url: str = ""  # where the entry, or the text for want of one, links to

    @property
    def authors(self) -> tuple[str, ...]:
        """The authors' surnames, in order."""
        return tuple(person.surname for person in self.people)

    @property
    def container(self) -> str:
        """The journal or book that the work appeared in."""
        return self.journal or self.book

    @property
    def page(self) -> str:
        """The first page, or the article's number: "144–51" gives "144"."""
        return _PAGES_AFTER.split(self.pages, maxsplit=1)[0].strip()


@dataclass(frozen=True, slots=True)
class SourceLink:
    """A marker that the source itself ties to works (HTML, JATS)."""

    start: int
    end: int
    targets: tuple[str, ...]  # ids, as in ReferenceEntry.target, or a work's address


@dataclass(frozen=True, slots=True)
class Document:
    """An article's plain text and its parts."""

    text: str
    title: str
    title_made: bool  # made from the first sentence, for want of one
    blocks: tuple[Block, ...]
    html: str = ""  # sanitised; empty for plain text
    entries: tuple[ReferenceEntry, ...] = ()  # the reference list
    links: tuple[SourceLink, ...] = ()
    notes: frozenset[str] = frozenset()  # names of footnotes that are no works
    author: str = ""
    published: str = ""  # ISO date as far as stated: "2024", "2024-05", "2024-05-01"
    modified: str = ""
    language: str = ""

    @property
    def words(self) -> int:
        """How many words the text has, parted by white space."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of running text (never of a heading or a reference entry)."""

    start: int
    end: int
    block: int  # index into Document.blocks


@dataclass(frozen=True, slots=True)
class Citation:
    """One marker pointing to one cited work; "[1-3]" is three with one span."""

    marker: str
    start: int
    end: int
    label: str
    authors: tuple[str, ...]
    year: int | None
    reference: int  # index into Reading.references
    covers: tuple[int, int]  # the words it stands for
    kind: CitationKind


@dataclass(frozen=True, slots=True)
class Flag:
    """Something about a suggestion that is worth a person's look, and why."""

    rule: str
    why: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence that evidence could support or contradict."""

    start: int
    end: int
    kind: SuggestedKind
    also_kind: SuggestedKind | None
    mode: Mode
    hedged: bool
    citations: tuple[int, ...]  # indexes into Reading.citations
    flags: tuple[Flag, ...]
    rules_version: str  # of the rules that suggested it
    doubt: float = 0.0  # how likely it is no claim, from 0 to 1


@dataclass(frozen=True, slots=True)
class Reading:
    """All that reading an article found."""

    document: Document
    sentences: tuple[Sentence, ...]
    references: tuple[ReferenceEntry, ...]
    citations: tuple[Citation, ...]
    suggestions: tuple[Suggestion, ...]
    remarks: tuple[str, ...] = ()  # sentences on the article as a whole
