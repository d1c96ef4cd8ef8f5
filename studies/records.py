"""What readers of reference files and lookups hand back: plain, immutable records.

Nothing here knows a file format, a service or a database. Unknown is a value: text that
was not stated is empty, a year that was not stated is None.
"""

from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import Any, NamedTuple


class RecordType(StrEnum):
    """The kind of work a record describes, as far as its source says."""

    ARTICLE = "article"
    PREPRINT = "preprint"
    CONFERENCE_PAPER = "conference paper"
    BOOK = "book"
    CHAPTER = "book chapter"
    THESIS = "thesis"
    REPORT = "report"
    GUIDELINE = "guideline"
    LABEL = "label"
    REGISTRATION = "registration"
    REGISTER_PAGE = "register page"
    DATASET = "data set"
    WEB_PAGE = "web page"
    PATENT = "patent"
    SOFTWARE = "software"
    NEWS = "news"
    OTHER = "other"
    NOT_STATED = "not stated"


class Identifier(NamedTuple):
    """One identifier of a work: a scheme in lower case and a normalised value."""

    scheme: str  # doi, pmid, pmcid, nct, isbn, issn, openalex, wos, …
    value: str


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, or a group's.

    Particles stay with the family name ("van Acker"). A name that could not be split
    is kept whole in ``family``; a group has ``is_group`` and its whole name there.
    """

    family: str
    given: str = ""
    suffix: str = ""
    is_group: bool = False

    def __str__(self) -> str:
        """The inverted form, "Family, Given, Suffix"; only what is known."""
        return ", ".join(
            part for part in (self.family, self.given, self.suffix) if part
        )


@dataclass(frozen=True, slots=True)
class Record:
    """One bibliographic record.

    Two records are equal when they say the same of the work. Where and how the record
    was read (``fields``, ``raw``, ``number``, ``line``, ``warnings``) does not count.

    ``date`` is ISO 8601, as exact as stated: "2019", "2019-09" or "2019-09-01".
    ``journal`` is whatever contains the work: journal, book, proceedings, web site.
    ``pages`` is as stated, with a plain hyphen in ranges ("349-369", "e0815").
    ``fields`` holds every (tag, value) pair of the source, known or not.
    """

    type: RecordType = RecordType.NOT_STATED
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
    fields: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    raw: str = field(default="", compare=False)
    number: int = field(default=0, compare=False)  # 1 is the first record of its file
    line: int = field(default=0, compare=False)  # 1 is the first line; 0: not by line
    warnings: tuple[str, ...] = field(default=(), compare=False)

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
            said[key] = [_name_as_json(name) for name in said[key]]
        said["identifiers"] = [list(pair) for pair in self.identifiers]
        said["type"] = str(self.type)
        return said | {"keywords": list(self.keywords), "notes": list(self.notes)}


def _name_as_json(name: Name) -> dict[str, Any]:
    """One name as a JSON object."""
    return {
        "family": name.family,
        "given": name.given,
        "suffix": name.suffix,
        "is_group": name.is_group,
    }


def record_from_json(said: dict[str, Any]) -> Record:
    """The record that ``Record.as_json`` wrote; unknown keys are ignored."""
    known = {f.name for f in fields(Record) if f.compare}
    kept = {key: value for key, value in said.items() if key in known}
    for key in ("authors", "editors"):
        kept[key] = tuple(Name(**name) for name in kept.get(key, ()))
    for key in ("keywords", "notes"):
        kept[key] = tuple(kept.get(key, ()))
    kept["identifiers"] = tuple(Identifier(*i) for i in kept.get("identifiers", ()))
    kept["type"] = RecordType(kept.get("type", RecordType.NOT_STATED))
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
