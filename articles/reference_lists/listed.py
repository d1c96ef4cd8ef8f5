"""Reads the entries of a list that is to be checked, whatever its file is.

A file of references in one of the formats that can be imported, or a text, page or
manuscript with a list in it.
"""

import re
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from articles.bounded import read_bounded
from articles.checking.stated import StatedWork
from articles.reading import read_list
from articles.reading.decoding import UnreadableArticle
from articles.reading.document import Author, ReferenceEntry
from articles.reading.documents import FORMS, is_packed
from articles.reading.lists.books import is_publisher
from articles.reading.lists.places import names_no_journal
from bibliography.formats import READERS, FormatError, detect, read_all
from bibliography.records import (
    Identifier,
    Problem,
    Record,
    RecordType,
    record_from_json,
)
from core.errors import Refused
from texts.encodings import storable
from texts.names import Name, split_name, split_names

FORMATS = (*FORMS, *(name for name in READERS if name not in FORMS))
_AUTHORS = frozenset("author authors au a1 fau a".split())  # fields of the formats
_CUT = re.compile(r"(?:\bet\.? al|\bothers|…|\.\.\.)\W*$", re.IGNORECASE)
_OTHERS = re.compile(r"(?:and )?others|et\.? al\.?", re.IGNORECASE)
_ALONE = re.compile(
    r"[\s.,;:?!”\"’'*_]*(?:[Ii]n:?\s)?(?P<name>[^\W\d_][^.,;:()\[\]\d/]{2,80}?)[.,;]?\s*"
    r"(?:\(?(?:19|20)\d\d\b|$|(?=doi\b|https?:))",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\b(?:unpublished|manuscript|thesis|submitted)\b", re.IGNORECASE)
_PAGES_AFTER = re.compile(r"\s?[-–—,;]")
_TABLE = "csv"  # its authors are often cut without a word


@dataclass(frozen=True)
class ListedWork:
    """One entry of a list: its own words, and what was read out of them.

    ``problem`` says why nothing could be read.
    """

    number: int
    raw: str
    record: Record
    all_authors: bool = False
    problem: str = ""

    @property
    def stated(self) -> StatedWork:
        """What is asked for when it is looked for."""
        record = self.record
        return StatedWork(
            number=self.number,
            label=self.label,
            authors=tuple(map(str, record.authors or record.editors)),
            year=record.year,
            title=record.title,
            journal=record.journal,
            volume=record.volume,
            page=_PAGES_AFTER.split(record.pages)[0].strip(),
            doi=record.doi or "",
            pmid=record.pmid or "",
            pmcid=record.identifier("pmcid") or "",
            all_authors=self.all_authors,
        )

    @property
    def label(self) -> str:
        """What it is called: surname and year, else its title or its own words."""
        record = self.record
        if record.authors and record.year:
            return f"{record.authors[0].family} {record.year}"
        return record.title or self.raw[:100] or "unnamed"


def read_listed(
    data: bytes, form: str | None = None, filename: str = ""
) -> list[ListedWork]:
    """Read the entries of a reference list from the bytes of its file.

    ``form`` is one of ``FORMATS``; None looks at the bytes and at the file's name.
    Raises UnreadableArticle or FormatError with one sentence.
    """
    if form is None and not is_packed(data):
        form = _format_of_references(data, filename)
    if form in FORMS or form is None:
        entries = read_list(data, form, filename)
        return [_of_entry(n, entry) for n, entry in enumerate(entries, 1)]
    records = read_all(data, form, filename)
    is_whole = form != _TABLE
    return [_of_record(n, one, is_whole) for n, one in enumerate(records, 1)]


def read_sent(
    data: bytes, form: str | None = None, filename: str = "", *, most: int | None = None
) -> list[ListedWork]:
    """The same for whoever sent it, in a process of its own where it is long.

    Raises Refused with a sentence, also where there is no entry, or more than ``most``.
    """
    return read_bounded(partial(_read_sent, most), data, form, filename)


def _read_sent(
    most: int | None, data: bytes, form: str | None, filename: str
) -> list[ListedWork]:
    try:
        works = read_listed(data, form, filename)
    except (UnreadableArticle, FormatError) as problem:
        raise Refused(str(problem), field="file") from problem
    if not works:
        raise Refused("No entry of a reference list was found in it.", field="file")
    if most and len(works) > most:
        raise Refused(
            f"There are {len(works):,} entries; at most {most:,} are shown on a page. "
            "Send a part of them.",
            field="file",
        )
    return works


def listed_again(number: int, raw: str, stated: StatedWork | None) -> ListedWork:
    """An entry by its own words and what was asked for; None where it was not."""
    if stated is None:
        return ListedWork(number, raw, Record())
    identifiers = (Identifier(*pair) for pair in stated.identifiers.items())
    record = Record(
        title=stated.title,
        authors=split_names(stated.authors),
        year=stated.year,
        identifiers=tuple(identifiers),
    )
    return ListedWork(number, raw, record, all_authors=stated.all_authors)


def _format_of_references(data: bytes, filename: str) -> str | None:
    """The format of a file of references; None where it is none, or an article."""
    try:
        found = detect(data, filename)
    except FormatError:
        return None
    return None if found in FORMS else found


def _of_record(number: int, read: Record | Problem, is_whole: bool) -> ListedWork:
    raw = storable(read.raw.strip())
    if isinstance(read, Problem):
        return ListedWork(number, raw, Record(), problem=storable(str(read)))
    is_cut = any(
        _CUT.search(line)
        for tag, value in read.fields
        if tag.lower().strip("%") in _AUTHORS
        for line in value.splitlines()
    )
    authors = tuple(n for n in read.authors if not _OTHERS.fullmatch(str(n)))
    whole = is_whole and bool(authors) and not is_cut
    return ListedWork(number, raw, _storable(read, authors), all_authors=whole)


def _storable(record: Record, authors: tuple[Name, ...]) -> Record:
    """The record with these authors, and without what no database stores."""
    return record_from_json(_cleaned(replace(record, authors=authors).as_json()))


def _cleaned(said: Any) -> Any:
    if isinstance(said, str):
        return storable(said)
    if isinstance(said, list):
        return [_cleaned(one) for one in said]
    if isinstance(said, dict):
        return {key: _cleaned(one) for key, one in said.items()}
    return said


def _of_entry(number: int, entry: ReferenceEntry) -> ListedWork:
    stated = (
        ("doi", entry.doi),
        ("pmid", entry.pmid),
        ("pmcid", entry.pmcid),
        ("isbn", entry.isbn),
    )
    record = Record(
        type=_type_of(entry),
        title=entry.title,
        authors=tuple(map(_name_of, entry.people)),
        year=entry.year,
        date=str(entry.year or ""),
        journal=entry.container or _name_behind_title(entry),
        volume=entry.volume,
        issue=entry.issue,
        pages=re.sub("[–—‐‑−]", "-", entry.pages),
        url=entry.url,
        identifiers=tuple(Identifier(*pair) for pair in stated if pair[1]),
    )
    whole = bool(entry.people) and not entry.et_al
    return ListedWork(number, entry.raw, record, all_authors=whole)


def _name_behind_title(entry: ReferenceEntry) -> str:
    """The name that stands alone between title and year: in a list, the journal's.

    Nobody says that it is one; of a book it is the publisher, whose records name no
    journal to compare it with.
    """
    raw, title = entry.raw, entry.title
    at = raw.find(title) if title else -1
    found = _ALONE.match(raw, at + len(title)) if at >= 0 else None
    name = found["name"].strip() if found else ""
    is_none = is_publisher(name) or names_no_journal(name) or _NEVER.search(name)
    return "" if is_none else name


def _type_of(entry: ReferenceEntry) -> RecordType:
    if entry.book:
        return RecordType.CHAPTER
    return RecordType.ARTICLE if entry.journal else RecordType.OTHER


def _name_of(person: Author) -> Name:
    if person.given:
        return Name(person.surname, person.given)
    return split_name(person.surname)
