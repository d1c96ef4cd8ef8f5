"""Reads the entries of a list that is to be checked, whatever its file is.

A file of references in one of the formats that can be imported, or a text, page or
manuscript with a list in it.
"""

import re
from dataclasses import dataclass, replace

from articles.checking.stated import StatedWork
from articles.reading import read_list
from articles.reading.document import Author, ReferenceEntry
from articles.reading.documents import FORMS, is_packed
from bibliography.formats import READERS, FormatError, detect, read
from bibliography.records import Identifier, Problem, Record, RecordType
from texts.names import Name, split_name

FORMATS = (*FORMS, *(name for name in READERS if name not in FORMS))
_AUTHORS = frozenset("author authors au a1 fau a".split())  # fields of the formats
_CUT = re.compile(r"(?:\bet\.? al|\bothers|…|\.\.\.)\W*$", re.IGNORECASE)
_OTHERS = re.compile(r"(?:and )?others|et\.? al\.?", re.IGNORECASE)
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
    reading = read(data, form, filename)
    is_whole = form != _TABLE
    return [_of_record(n, one, is_whole) for n, one in enumerate(reading.records, 1)]


def _format_of_references(data: bytes, filename: str) -> str | None:
    """The format of a file of references; None where it is none, or an article."""
    try:
        found = detect(data, filename)
    except FormatError:
        return None
    return None if found in FORMS else found


def _of_record(number: int, read: Record | Problem, is_whole: bool) -> ListedWork:
    if isinstance(read, Problem):
        return ListedWork(number, read.raw.strip(), Record(), problem=str(read))
    is_cut = any(
        _CUT.search(line)
        for tag, value in read.fields
        if tag.lower().strip("%") in _AUTHORS
        for line in value.splitlines()
    )
    authors = tuple(n for n in read.authors if not _OTHERS.fullmatch(str(n)))
    whole = is_whole and bool(authors) and not is_cut
    record = replace(read, authors=authors)
    return ListedWork(number, read.raw.strip(), record, all_authors=whole)


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
        journal=entry.container,
        volume=entry.volume,
        issue=entry.issue,
        pages=re.sub("[–—‐‑−]", "-", entry.pages),
        url=entry.url,
        identifiers=tuple(Identifier(*pair) for pair in stated if pair[1]),
    )
    whole = bool(entry.people) and not entry.et_al
    return ListedWork(number, entry.raw, record, all_authors=whole)


def _type_of(entry: ReferenceEntry) -> RecordType:
    if entry.book:
        return RecordType.CHAPTER
    return RecordType.ARTICLE if entry.journal else RecordType.OTHER


def _name_of(person: Author) -> Name:
    if person.given:
        return Name(person.surname, person.given)
    return split_name(person.surname)
