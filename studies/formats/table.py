"""Tables: CSV, semicolons or tabs, with a mapping of columns to fields.

The mapping is guessed from the heads of the columns and may be given instead.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from studies.formats.entry import Entry, finished
from studies.formats.fields import (
    dois_in,
    first_date,
    marked_pmids_in,
    merged,
    named_identifiers,
    read_keywords,
    read_pages,
    read_paragraphs,
    read_volume,
    registrations_in,
    serial_numbers_in,
    stated,
    unique,
    url_identifiers,
    web_address,
    year_of,
)
from studies.formats.source import Source
from studies.records import Identifier, Name, Problem, Record, RecordType
from studies.text import normalise_pmcid, normalise_pmid, split_name, split_names

csv.field_size_limit(1 << 27)  # an abstract may be longer than the library's 128 kB

# The heads that mean a field, folded to letters and digits; two letters are the tags
# of Web of Science's tables.
COLUMNS: dict[str, tuple[str, ...]] = {
    "title": (
        "title",
        "primarytitle",
        "articletitle",
        "documenttitle",
        "publicationtitle",
        "ti",
    ),
    "authors": (
        "authors",
        "author",
        "authornames",
        "authorfullnames",
        "authorsfull",
        "authorlist",
        "firstauthors",
        "au",
    ),
    "year": ("year", "publicationyear", "pubyear", "py", "yearpublished", "py"),
    "date": ("date", "publicationdate", "datepublished", "issued", "coverdate", "pd"),
    "journal": (
        "journal",
        "sourcetitle",
        "journalbook",
        "journaltitle",
        "journalname",
        "source",
        "containertitle",
        "secondarytitle",
        "publication",
        "booktitle",
        "so",
    ),
    "volume": ("volume", "vol", "vl"),
    "issue": ("issue", "number", "issuenumber", "is"),
    "pages": ("pages", "page", "pagerange", "ps"),
    "first page": ("startpage", "pagestart", "firstpage", "beginningpage", "bp"),
    "last page": ("endpage", "pageend", "lastpage", "endingpage", "ep"),
    "publisher": ("publisher", "pu"),
    "abstract": ("abstract", "notesabstract", "abstractnote", "summary", "ab"),
    "language": ("language", "languageoforiginaldocument", "la"),
    "url": ("url", "link", "urls", "weblink", "fulltexturl", "openurllink"),
    "keywords": (
        "keywords",
        "authorkeywords",
        "manualtags",
        "subjects",
        "keyword",
        "de",
    ),
    "doi": ("doi", "doilink", "doiurl", "di"),
    "pmid": ("pmid", "pubmedid", "medlineid", "pubmed", "pm"),
    "pmcid": ("pmcid", "pmc", "pubmedcentralid"),
    "nct": ("nct", "nctnumber", "nctid", "clinicaltrialnumbers"),
    "issn": ("issn", "issns", "eissn", "sn"),
    "isbn": ("isbn", "isbns", "bn"),
    "type": ("type", "itemtype", "documenttype", "publicationtype", "referencetype"),
    "notes": ("notes", "note", "extra"),
    "identifiers": ("identifiers",),
}
_FIELD_OF = {head: field for field, heads in COLUMNS.items() for head in heads}
_SAYS_WHICH_WORK = {"title", "doi", "pmid", "pmcid"}
_TYPES = {
    "journalarticle": RecordType.ARTICLE,
    "article": RecordType.ARTICLE,
    "review": RecordType.ARTICLE,
    "booksection": RecordType.CHAPTER,
    "bookchapter": RecordType.CHAPTER,
    "chapter": RecordType.CHAPTER,
    "conferencepaper": RecordType.CONFERENCE,
    "conference": RecordType.CONFERENCE,
    "webpage": RecordType.WEB_PAGE,
} | {kind.replace("_", ""): kind for kind in RecordType}


def looks_like(head: str) -> bool:
    """Whether a text begins with a row of column heads, as a table of works does."""
    fields = set(guess_mapping(heads_of(head)))
    return bool(_SAYS_WHICH_WORK & fields) or len(fields) >= 3


def heads_of(head: str) -> list[str]:
    """The heads of the columns: the first row that says something."""
    text = head.lstrip("\n ")
    rows = csv.reader(io.StringIO(text), delimiter=_delimiter(text))
    return [cell.strip() for cell in next(rows, [])]


def guess_mapping(heads: Iterable[str]) -> dict[str, str]:
    """Which column holds which field, as {field: head}; the first that fits."""
    mapping: dict[str, str] = {}
    for head in heads:
        field = _FIELD_OF.get(re.sub(r"[^a-z0-9]", "", head.lower()))
        if field:
            mapping.setdefault(field, head)
    return mapping


def _delimiter(text: str) -> str:
    """The delimiter that divides the first row most often outside of quotes."""
    first = re.sub(r'"[^"]*"', "", text.split("\n", 1)[0])
    return max(",;\t|", key=first.count)


def _dialect(text: str) -> dict[str, Any]:
    """How the cells are divided; Web of Science's tables quote nothing."""
    plain = text.startswith("PT\t")
    quoting = csv.QUOTE_NONE if plain else csv.QUOTE_MINIMAL
    return {"delimiter": _delimiter(text), "quoting": quoting}


def read(
    source: Source, mapping: Mapping[str, str] | None = None
) -> Iterator[Record | Problem]:
    """Every row of a table, in order, each with its raw text.

    ``mapping`` is {field of ``COLUMNS``: head of a column}; guessed where not given.
    Raises ``ValueError`` with a sentence where it names a column the table lacks.
    """
    lines = _Remembered(source.lines())
    rows = csv.reader(lines, **_dialect(source.head().lstrip("\n ")))
    heads = next((row for row in rows if any(cell.strip() for cell in row)), [])
    heads = [cell.strip() for cell in heads]
    columns = _columns(heads, mapping or guess_mapping(heads))
    lines.taken()
    number = 0
    for row in rows:
        began, raw = lines.taken()
        if any(cell.strip() for cell in row):
            number += 1
            yield _read_row(Entry(number, began, raw_lines=raw), heads, row, columns)


class _Remembered:
    """Lines for the CSV reader, which remember what a row was read from."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._since: list[str] = []
        self._at = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self._at += 1
        self._since.append(line)
        return line + "\n"

    def taken(self) -> tuple[int, list[str]]:
        """(number of the first line, lines) since the last call."""
        since, self._since = self._since, []
        return self._at - len(since) + 1, since


def _columns(heads: list[str], mapping: Mapping[str, str]) -> dict[str, int]:
    """The place of each field's column."""
    missing = [head for head in mapping.values() if head not in heads]
    if missing:
        raise ValueError(
            f"The table has no column “{missing[0]}”; its columns are"
            f" {', '.join(heads)}."
        )
    unknown = [field for field in mapping if field not in COLUMNS]
    if unknown:
        raise ValueError(
            f"“{unknown[0]}” is no field; fields are {', '.join(COLUMNS)}."
        )
    return {field: heads.index(head) for field, head in mapping.items()}


def _read_row(
    entry: Entry, heads: list[str], row: list[str], columns: Mapping[str, int]
) -> Record | Problem:
    """The record of one row; cells beyond the heads are kept as fields."""
    if len(row) != len(heads):
        entry.warnings.append(f"The row has {len(row)} cells for {len(heads)} columns.")
    cells = {f: unguarded(row[at]) for f, at in columns.items() if at < len(row)}
    names = [*heads, *(f"column {at}" for at in range(len(heads) + 1, len(row) + 1))]
    entry.pairs = [
        (n, c.strip()) for n, c in zip(names, row, strict=False) if c.strip()
    ]
    return _record(entry, cells)


# Embase puts it all in one cell: "Journal (2014) 3:2 (152-160). Date of …".
_EMBASE_SOURCE = re.compile(
    r"^(?P<journal>.+?) \((?P<year>\d{4})\) (?P<volume>[\w-]+)(?::(?P<issue>\S+))?"
    r" \((?P<pages>[^)]*)\)\.?(?: Date of Publication:(?P<date>.*))?"
)


def _record(entry: Entry, cells: Mapping[str, str]) -> Record | Problem:
    """The record that the cells of one row describe, by field."""

    def one(field: str) -> str:
        return stated(cells.get(field, ""))

    source = _EMBASE_SOURCE.match(one("journal"))
    if source:
        cells = {**cells, **{k: v or "" for k, v in source.groupdict().items()}}
    date = first_date([one("year"), one("date")])
    kind = re.sub(r"[^a-z]", "", one("type").lower())
    return finished(
        entry,
        type=_TYPES.get(kind, RecordType.OTHER if kind else RecordType.ARTICLE),
        title=one("title"),
        authors=names_in(one("authors")),
        year=year_of(date),
        date=date,
        journal=one("journal"),
        volume=read_volume(one("volume")),
        issue=read_volume(one("issue")),
        pages=read_pages(one("pages") or one("first page"), one("last page")),
        publisher=one("publisher"),
        abstract=read_paragraphs(cells.get("abstract", "")),
        language=one("language"),
        url=web_address([one("url")]),
        keywords=read_keywords(_keywords(cells.get("keywords", ""))),
        identifiers=_identifiers(cells),
        notes=unique(map(stated, cells.get("notes", "").split("\n"))),
    )


def _keywords(cell: str) -> list[str]:
    return [cell if ";" in cell else cell.replace(",", ";").replace("|", ";")]


def names_in(cell: str) -> tuple[Name, ...]:
    """The names of one cell, whichever way they are divided.

    "Smith, J.; Doe, A." · "Smith J, Doe A" · "Smith, J., Doe, A." · "J Smith and A Doe"
    """
    if cell[:1] == "[" and cell[-1:] == "]":  # a programming language's list
        return split_names(
            a or b for a, b in re.findall(r"'([^']+)'|\"([^\"]+)\"", cell)
        )
    for divider in (";", "|", "\n"):
        if divider in cell:
            return split_names(cell.split(divider))
    parts = [part.strip() for part in re.split(r",|\band\b|&", cell) if part.strip()]
    if len(parts) > 1 and all(" " in part for part in parts):
        return split_names(parts)
    inverted = re.findall(
        r"(?:^|(?<=,))[^,]+,\s*(?:[A-Z]\.?[- ]?)+(?=,|$|\s+and\b|\s*&)", cell
    )
    if len(inverted) > 1:
        return split_names(re.sub(r"^(?:and|&)\s+", "", n.strip()) for n in inverted)
    names = re.split(r"\s+(?:and|&)\s+", cell)
    return split_names(names)


def _identifiers(cells: Mapping[str, str]) -> tuple[Identifier, ...]:
    pmid = normalise_pmid(cells.get("pmid"))
    pmcid = normalise_pmcid(cells.get("pmcid"))
    urls = [cells.get("url", "")]
    return merged(
        dois_in([cells.get("doi", "")]),
        [Identifier("pmid", pmid)] if pmid else [],
        [Identifier("pmcid", pmcid)] if pmcid else [],
        registrations_in([cells.get("nct", "")]),
        url_identifiers(urls),
        marked_pmids_in([cells.get("notes", "")]),
        serial_numbers_in([cells.get("issn", ""), cells.get("isbn", "")]),
        named_identifiers(cells.get("identifiers", "").split(" ")),
    )


# --- writing ---

_WRITTEN = (
    "type",
    "title",
    "authors",
    "year",
    "date",
    "journal",
    "volume",
    "issue",
    "pages",
    "publisher",
    "abstract",
    "language",
    "url",
    "keywords",
    "doi",
    "pmid",
    "identifiers",
    "notes",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def guarded(cell: str) -> str:
    """A cell no spreadsheet takes for a formula: an apostrophe before "=", "+" …"""
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) else cell


def unguarded(cell: str) -> str:
    """A cell without that apostrophe."""
    return (
        cell[1:] if cell[:1] == "'" and cell[1:].startswith((*_FORMULA, "'")) else cell
    )


def write(records: Iterable[Record]) -> Iterator[str]:
    """A CSV file with a head row, a piece of text a record; cells are guarded."""
    yield _row(_WRITTEN)
    for record in records:
        yield _row([guarded(cell) for cell in _cells(record)])


def _row(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()


def _cells(record: Record) -> Iterator[str]:
    """The cells of one record, in the order of the columns."""
    own = {
        "type": record.type.replace("_", " "),
        "authors": "; ".join(map(_written_name, record.authors)),
        "year": str(record.year or ""),
        "keywords": "; ".join(record.keywords),
        "doi": record.doi or "",
        "pmid": record.pmid or "",
        "identifiers": " ".join(f"{i.scheme}:{i.value}" for i in record.identifiers),
        "notes": "\n".join(record.notes),
    }
    for field in _WRITTEN:
        yield own[field] if field in own else str(getattr(record, field))


def _written_name(name: Name) -> str:
    """A name inverted; one that reads back as another keeps a comma behind it."""
    return str(name) if split_name(str(name)) == name else f"{name},"
