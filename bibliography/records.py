"""What readers of reference files and lookups hand back: plain, immutable records.

Nothing here knows a file format, a service or a database. Unknown is a value: text that
was not stated is empty, a year that was not stated is None.
"""

from dataclasses import dataclass, field, fields
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from texts.names import Name
from texts.words import Words


class RecordType(Words):
    """The kind of work a record describes, as far as its source says."""

    ARTICLE = "article"
    PREPRINT = "preprint"
    REGISTRATION = "registration"  # of a trial or review, before its results
    REGISTER_PAGE = "register_page"
    GUIDELINE = "guideline"
    LABEL = "label", "product label"
    BOOK = "book"
    CHAPTER = "chapter"
    REPORT = "report"
    THESIS = "thesis"
    DATASET = "dataset", "data set"
    CONFERENCE = "conference", "conference paper"
    WEB_PAGE = "web_page"
    OTHER = "other"  # something else, or not stated


class Scheme(Words):
    """What numbers a work, or leads to it."""

    DOI = "doi", "DOI"
    PMID = "pmid", "PMID"
    PMCID = "pmcid", "PMCID"
    NCT = "nct", "ClinicalTrials.gov"
    ISRCTN = "isrctn", "ISRCTN"
    ISBN = "isbn", "ISBN"
    ISSN = "issn", "ISSN"
    OPENALEX = "openalex", "OpenAlex"
    ARXIV = "arxiv", "arXiv"
    URL = "url", "address"
    OTHER = "other"


# The surest first: where several name a document, the first decides.
SCHEMES = (
    "doi", "pmid", "pmcid", "nct", "isrctn", "arxiv", "openalex", "isbn", "issn",
)  # fmt: skip
ASKED_BY = ("doi", "pmid", "pmcid")  # what the services can be asked for
SERIES = frozenset({"issn"})  # they name a journal, never one document
REGISTRIES = frozenset({"nct", "isrctn"})
_OF_ONE_WORK = frozenset(SCHEMES) - {"isbn", "issn"}
_REGISTERED = frozenset(
    {RecordType.REGISTRATION, RecordType.REGISTER_PAGE, RecordType.OTHER}
)


class Identifier(NamedTuple):
    """One identifier of a work: a scheme in lower case and a normalised value."""

    scheme: str  # one of SCHEMES, or what else a source names
    value: str


def names_document(scheme: str, type: str) -> bool:
    """Whether an identifier on a document of this type is the document's own.

    An ISSN is the journal's; a chapter's ISBN its book's; a registration number that of
    the registration, so that on a report of the trial it names the trial.
    """
    if scheme in SERIES:
        return False
    if scheme in REGISTRIES:
        return type in _REGISTERED
    return scheme != "isbn" or type != RecordType.CHAPTER


def names_work(scheme: str, type: str) -> bool:
    """Whether two documents with the same identifier of this scheme are one work.

    What names the document does so, but for an ISBN and free identifiers: several
    records of parts and editions carry one.
    """
    return scheme in _OF_ONE_WORK and names_document(scheme, type)


class Relation(StrEnum):
    """How a work stands to another work, with an identifier of its own."""

    PREPRINT_OF = "preprint of"
    HAS_PREPRINT = "has the preprint"
    SAME_AS = "the same as"
    VERSION_OF = "version of"
    HAS_VERSION = "has the version"
    TRANSLATION_OF = "translation of"
    HAS_TRANSLATION = "has the translation"
    SUPPLEMENT_TO = "supplement to"
    HAS_SUPPLEMENT = "supplemented by"


class Related(NamedTuple):
    """Another work that a source says a record is related to; never the same record."""

    relation: Relation
    doi: str  # the other work's, normalised

    def as_json(self) -> dict[str, str]:
        """The relation as plain JSON types."""
        return {"relation": str(self.relation), "doi": self.doi}


@dataclass(frozen=True, slots=True)
class Record:
    """One bibliographic record.

    Two records are equal when they say the same of the work. Where and how the record
    was read (``fields``, ``raw``, ``number``, ``line``, ``warnings``) does not count,
    nor does by which other years and names its source knows it (``years``,
    ``journals``).

    ``date`` is ISO 8601, as exact as stated: "2019", "2019-09" or "2019-09-01"; of
    another calendar it is as written, and ``year`` None.
    ``journal`` is whatever contains the work: journal, book, proceedings, web site.
    ``pages`` is as stated, with a plain hyphen in ranges ("349-369", "e0815").
    ``fields`` holds every (tag, value) pair of the source, known or not.
    """

    type: RecordType = RecordType.OTHER
    title: str = ""
    authors: tuple[Name, ...] = ()
    editors: tuple[Name, ...] = ()
    year: int | None = None
    date: str = ""
    journal: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    publisher: str = ""
    abstract: str = ""
    language: str = ""
    url: str = ""
    keywords: tuple[str, ...] = ()
    identifiers: tuple[Identifier, ...] = ()
    notes: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()
    fields: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    raw: str = field(default="", compare=False)
    number: int = field(default=0, compare=False)  # 1 is the first record of its file
    line: int = field(default=0, compare=False)  # 1 is the first line; 0: not by line
    warnings: tuple[str, ...] = field(default=(), compare=False)
    notices: tuple["NoticeFound", ...] = field(default=(), compare=False)  # on it
    years: tuple[int, ...] = field(default=(), compare=False)  # of print, of online
    journals: tuple[str, ...] = field(default=(), compare=False)  # its other names
    key: str = field(default="", compare=False)  # by which citing it is to call it

    def identifier(self, scheme: str) -> str | None:
        """The first identifier of a scheme, or None."""
        return next((i.value for i in self.identifiers if i.scheme == scheme), None)

    @property
    def doi(self) -> str | None:
        """The DOI, normalised, or None."""
        return self.identifier("doi")

    @property
    def pmid(self) -> str | None:
        """The PubMed number, or None."""
        return self.identifier("pmid")

    def as_json(self) -> dict[str, Any]:
        """What the record says of the work, as plain JSON types."""
        said = {f.name: getattr(self, f.name) for f in fields(self) if f.compare}
        for key in ("authors", "editors"):
            said[key] = [name_as_json(name) for name in said[key]]
        said["identifiers"] = [list(pair) for pair in self.identifiers]
        said["related"] = [related.as_json() for related in self.related]
        said["type"] = str(self.type)
        return said | {"keywords": list(self.keywords), "notes": list(self.notes)}


def name_as_json(name: Name) -> dict[str, str]:
    """One name as a CSL name variable: family and given, or a group's literal.

    A person's ORCID iD stands beside them as "orcid", where a source states it.
    """
    if name.is_group:
        return {"literal": name.family}
    if name.family and name.given and not (name.suffix or name.orcid):  # nearly all
        return {"family": name.family, "given": name.given}
    parts = {key: getattr(name, key) for key in ("family", "given", "suffix", "orcid")}
    return {key: part for key, part in parts.items() if part}


def name_from_json(said: dict[str, str]) -> Name:
    """The name of a CSL name variable; particles join the family name."""
    if said.get("literal"):
        return Name(said["literal"], is_group=True)
    particles = (said.get("dropping-particle"), said.get("non-dropping-particle"))
    family = " ".join(filter(None, (*particles, said.get("family"))))
    return Name(
        family,
        said.get("given") or "",
        said.get("suffix") or "",
        orcid=said.get("orcid") or "",
    )


def record_from_json(said: dict[str, Any]) -> Record:
    """The record that ``Record.as_json`` wrote; unknown keys are ignored."""
    known = {f.name for f in fields(Record) if f.compare}
    kept = {key: value for key, value in said.items() if key in known}
    for key in ("authors", "editors"):
        kept[key] = tuple(name_from_json(name) for name in kept.get(key, ()))
    for key in ("keywords", "notes"):
        kept[key] = tuple(kept.get(key, ()))
    kept["identifiers"] = tuple(Identifier(*i) for i in kept.get("identifiers", ()))
    kept["related"] = tuple(
        Related(Relation(each["relation"]), each["doi"])
        for each in kept.get("related", ())
    )
    kept["type"] = RecordType(kept.get("type", RecordType.OTHER))
    return Record(**kept)


@dataclass(frozen=True, slots=True)
class Problem:
    """A record that could not be read, kept raw with the reason."""

    number: int  # its place among the file's records, from 1
    line: int  # the line it starts on, from 1; 0 where lines mean nothing
    what: str  # what is wrong, a clause without a full stop
    expected: str  # what was expected there
    raw: str

    def __str__(self) -> str:
        """One sentence: where, what, and what was expected."""
        where = f"Record {self.number}"
        if self.line:
            where += f" (line {self.line})"
        return f"{where}: {self.what}; expected {self.expected}."


class NoticeKind(Words):
    """What a published notice does to the work it is about."""

    RETRACTION = "retraction"
    PARTIAL_RETRACTION = "partial_retraction"
    CONCERN = "concern", "expression of concern"
    CORRECTION = "correction"
    REINSTATEMENT = "reinstatement"


# Who tells of what a file says, where it is not PubMed's own.
IN_FILE = "Imported file"
# Whose word alone makes no work retracted: a file's, and OpenAlex's, which is taken
# from others, so that beside a file's it is no second word.
UNCONFIRMED = ("OpenAlex", IN_FILE)


@dataclass(frozen=True, slots=True)
class NoticeFound:
    """What one source says of a notice.

    ``of_doi`` and ``of_pmid`` are the work it is about, ``notice_doi`` and
    ``notice_pmid`` the notice itself; the two are never exchanged for one another.
    ``dated`` is ISO 8601 as exact as stated, "" where the source does not say.
    """

    kind: NoticeKind
    source: str  # "PubMed", "Crossref", "OpenAlex", "Retraction Watch", a file
    dated: str = ""
    of_doi: str | None = None
    of_pmid: str | None = None
    notice_doi: str | None = None
    notice_pmid: str | None = None
    says: str = ""  # the source's own words: its type, its reasons

    def is_about(self, record: Record) -> bool:
        """Whether the notice is about the record's work.

        That the record is the notice itself, or shares only an identifier with it, is
        no hit.
        """
        own = {value for scheme, value in record.identifiers if scheme == "doi"}
        pmids = {value for scheme, value in record.identifiers if scheme == "pmid"}
        return self.of_doi in own or self.of_pmid in pmids


class LookupStatus(Words):
    """What came of asking a service."""

    FOUND = "found"  # the identifier answered with its record
    CANDIDATES = "candidates"  # records that may be the one meant
    NONE = "none", "nothing found"
    FAILED = "failed", "no answer"


@dataclass(frozen=True, slots=True)
class LookupAnswer:
    """What one service answered to one question."""

    service: str
    query: str  # what was asked, as the service's own address or term
    asked_at: datetime  # when the service answered; the oldest of several answers
    status: LookupStatus
    candidates: tuple[Record, ...] = ()
    notices: tuple[NoticeFound, ...] = ()
    sha256: str = ""  # of the answer's bytes; "" where there was none
    reason: str = ""  # a sentence: why it failed, or what to know of the answer
