"""Tables: CSV, semicolons or tabs, with a mapping of columns to fields.

The mapping is guessed from the heads of the columns and may be given instead.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from bibliography.formats.cellidentifiers import identifiers_in, unread
from bibliography.formats.cellnames import is_list, listed, names_in
from bibliography.formats.columns import COLUMNS, are_heads, guess_mapping, spares
from bibliography.formats.entry import LONGEST, Entry, finished
from bibliography.formats.fieldrows import blocks, cells_by_field, is_by_rows, pairs_of
from bibliography.formats.fields import (
    joined_keywords,
    read_keywords,
    read_pages,
    read_paragraphs,
    read_volume,
    stated,
    undivided,
    unique,
    web_address,
    written_name,
    year_of,
)
from bibliography.formats.notices import in_types
from bibliography.formats.rows import LONGEST_LINE, Table, cells_of, place_of_heads
from bibliography.formats.source import Source
from bibliography.formats.spreadsheets import mended
from bibliography.records import Problem, Record, RecordType
from texts.cells import is_formula
from texts.names import Name

_TYPES = {
    "journalarticle": RecordType.ARTICLE,
    "articlejournal": RecordType.ARTICLE,
    "researcharticle": RecordType.ARTICLE,
    "originalarticle": RecordType.ARTICLE,
    "scholarlyjournals": RecordType.ARTICLE,
    "journal": RecordType.ARTICLE,
    "jour": RecordType.ARTICLE,
    "j": RecordType.ARTICLE,
    "review": RecordType.ARTICLE,
    "reviewarticle": RecordType.ARTICLE,
    "articleinpress": RecordType.ARTICLE,
    "letter": RecordType.ARTICLE,
    "editorial": RecordType.ARTICLE,
    "editorialmaterial": RecordType.ARTICLE,
    "note": RecordType.ARTICLE,
    "shortsurvey": RecordType.ARTICLE,
    "erratum": RecordType.ARTICLE,
    "correction": RecordType.ARTICLE,
    "monograph": RecordType.BOOK,
    "editedbook": RecordType.BOOK,
    "booksection": RecordType.CHAPTER,
    "bookchapter": RecordType.CHAPTER,
    "incollection": RecordType.CHAPTER,
    "inbook": RecordType.CHAPTER,
    "conferencepaper": RecordType.CONFERENCE,
    "conferenceabstract": RecordType.CONFERENCE,
    "conferencereview": RecordType.CONFERENCE,
    "conferenceproceedings": RecordType.CONFERENCE,
    "conferenceproceedingsarticle": RecordType.CONFERENCE,
    "proceedingspaper": RecordType.CONFERENCE,
    "proceedingsarticle": RecordType.CONFERENCE,
    "proceeding": RecordType.CONFERENCE,
    "proceedings": RecordType.CONFERENCE,
    "inproceedings": RecordType.CONFERENCE,
    "meetingabstract": RecordType.CONFERENCE,
    "dissertation": RecordType.THESIS,
    "phdthesis": RecordType.THESIS,
    "mastersthesis": RecordType.THESIS,
    "dissertationthesis": RecordType.THESIS,
    "postedcontent": RecordType.PREPRINT,
    "datapaper": RecordType.ARTICLE,
    "webpage": RecordType.WEB_PAGE,
    "website": RecordType.WEB_PAGE,
    "clinicaltrial": RecordType.REGISTRATION,
    "trialregistryrecord": RecordType.REGISTRATION,
} | {kind.replace("_", ""): kind for kind in RecordType}
_NO_TYPE = frozenset({"", "pdf", "html", "citation"})  # what Google Scholar links to


def looks_like(head: str) -> bool:
    """Whether a text begins with a row of column heads, as a table of works does."""
    lines = head.split("\n", 20)[:20]
    return are_heads(cells_of(lines[place_of_heads(lines)]))


def read(
    source: Source, mapping: Mapping[str, str] | None = None
) -> Iterator[Record | Problem]:
    """Every row of a table, in order, each with its raw text.

    ``mapping`` is {field of ``COLUMNS``: head of a column}; guessed where not given.
    Raises ``ValueError`` with a sentence where it names a column the table lacks.
    """
    if is_by_rows(source.head().split("\n")):
        yield from _read_blocks(source, mapping)
        return
    table = Table(source.lines(LONGEST_LINE, cut=True))
    columns = _columns(table.heads, mapping or guess_mapping(table.heads))
    instead = {} if mapping else spares(table.heads)
    for number, (began, raw, row) in enumerate(table.rows(), 1):
        entry = Entry(number, began, raw_lines=raw)
        if sum(map(len, raw)) > LONGEST:
            yield entry.endless()
            continue
        if _repeats_the_heads(row, table.heads):
            what = "the row says the heads of the columns again"
            yield Problem(number, began, what, "a record", entry.raw)
            continue
        if table.mended:
            entry.warnings.append(table.mended)
        _look_at_row(entry, table.heads, row)
        yield _record(entry, _cells_of(row, columns, instead))


def _read_blocks(
    source: Source, mapping: Mapping[str, str] | None
) -> Iterator[Record | Problem]:
    """Every record of a table with a row a field."""
    for number, (began, lines) in enumerate(blocks(source.lines()), 1):
        entry = Entry(number, began, pairs_of(lines), raw_lines=lines)
        yield _record(entry, cells_by_field(entry.pairs, mapping))


def _repeats_the_heads(row: list[str], heads: list[str]) -> bool:
    """Whether a row is the head row again, as where tables were joined."""
    said = [cell.strip().casefold() for cell in row if cell.strip()]
    own = [head.casefold() for head in heads if head]
    return said == own and len(own) > 1


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


def _look_at_row(entry: Entry, heads: list[str], row: list[str]) -> None:
    """Keep the cells of a row as fields, also those beyond the heads."""
    if len(row) < len(heads) or any(row[len(heads) :]):
        entry.warnings.append(f"The row has {len(row)} cells for {len(heads)} columns.")
    names = [*heads, *(f"column {at}" for at in range(len(heads) + 1, len(row) + 1))]
    entry.pairs = [
        (n, c.strip()) for n, c in zip(names, row, strict=False) if c.strip()
    ]


def _cells_of(
    row: list[str], columns: Mapping[str, int], instead: Mapping[str, list[int]]
) -> dict[str, str]:
    """The cells of a row by field; an empty one is taken from its next-best column."""
    cells = {f: unguarded(row[at]) for f, at in columns.items() if at < len(row)}
    for field, places in instead.items():
        if not cells.get(field, "").strip():
            said = (row[at] for at in places if at < len(row) and row[at].strip())
            cells[field] = unguarded(next(said, ""))
    return cells


# Embase puts it all in one cell: "Journal (2014) 3:2 (152-160). Date of …".
_EMBASE_SOURCE = re.compile(
    r"^(?P<journal>.+?) \((?P<year>\d{4})\)"
    r"(?: (?P<volume>[\w-]+)(?::(?P<issue>[^()]+?))?)?"
    r"(?: \((?P<pages>[^)]*)\)\.?| Article Number: (?P<article_number>[^.\s]+)\.?"
    r"|(?=\.? Date of Publication:))(?:\.? Date of Publication:(?P<date>.*))?"
)
# PubMed's: "J Ex. 2019 Sep 1;12(3):349-69. doi: …".
_PUBMED_CITATION = re.compile(
    r"\. (?P<date>\d{4}[^;:.()]{0,20})"
    r"(?:;(?P<volume>[^:;.()]*)(?:\((?P<issue>[^()]*)\))?(?::(?P<pages>[^.;]*))?)?\."
)


def _taken_apart(cells: Mapping[str, str]) -> Mapping[str, str]:
    """The cells, with what a cell of several fields says of each."""
    source = _EMBASE_SOURCE.match(stated(cells.get("journal", "")))
    if source:
        said = {k.replace("_", " "): v or "" for k, v in source.groupdict().items()}
        cells = {**cells, **said}
    citation = _PUBMED_CITATION.search(stated(cells.get("citation", ""))[:2000])
    if citation:
        said = {k: v.strip() for k, v in citation.groupdict().items() if v}
        cells = {**said, **{k: v for k, v in cells.items() if v.strip()}}
    return cells


def _dates(cells: Mapping[str, str]) -> list[str]:
    """What a row says of its date: "SEP 15" and a month have no year of their own."""
    year, month, day, date = (
        stated(cells.get(part, "")) for part in ("year", "month", "day", "date")
    )
    divided = "-" if month.isdigit() else " "
    said = divided.join(part for part in (year, month, day) if part)
    return [year, date, f"{year} {date}", said if month else ""]


def _type(cells: Mapping[str, str]) -> RecordType:
    """The type of a row; a table that states none holds articles, or trials.

    A row that names no title is no more than its identifiers.
    """
    said = stated(cells.get("type", "")).lower()
    for part in (said, said.split(";")[0], said.split("|")[0]):
        kind = re.sub(r"[^a-z]", "", part)
        if kind in _TYPES:
            return _TYPES[kind]
    if kind not in _NO_TYPE:
        return RecordType.OTHER
    if any(map(cells.get, ("nct", "isrctn"))) and not any(
        map(cells.get, ("journal", "doi", "pmid"))
    ):
        return RecordType.REGISTRATION
    return RecordType.ARTICLE if stated(cells.get("title", "")) else RecordType.OTHER


def _record(entry: Entry, cells: Mapping[str, str]) -> Record | Problem:
    """The record that the cells of one row describe, by field."""
    cells = _taken_apart(mended(cells, entry.warnings))

    def one(field: str) -> str:
        return stated(cells.get(field, ""))

    def on_one_line(field: str) -> str:
        # On one line, but not decoded: "&#59;" is part of a name, ";" divides them.
        return " ".join(cells.get(field, "").split()) if one(field) else ""

    entry.warnings += unread(cells)
    date = entry.dated(_dates(cells))
    if not date and one("year"):
        entry.warnings.append(f"No year can be read from “{one('year')}”.")
    pages = read_pages(one("pages") or one("first page"), one("last page"))
    return finished(
        entry,
        type=_type(cells),
        title=one("title"),
        authors=names_in(on_one_line("authors")),
        editors=names_in(on_one_line("editors")),
        year=year_of(date),
        date=date,
        journal=one("journal"),
        volume=read_volume(one("volume")),
        issue=read_volume(one("issue")),
        pages=pages or one("article number"),
        publisher=one("publisher"),
        abstract=read_paragraphs(cells.get("abstract", "")),
        language=one("language"),
        url=web_address([one("url")]),
        keywords=read_keywords(_keywords(cells.get("keywords", ""))),
        identifiers=identifiers_in(cells),
        notes=unique(map(stated, cells.get("notes", "").split("\n"))),
        told=list(in_types([one("type"), *_retracted(one("retracted"))])),
    )


def _retracted(cell: str) -> list[str]:
    """What OpenAlex's column says, as a type of publication."""
    return ["retracted"] if cell.lower() in ("true", "yes", "1") else []


def _keywords(cell: str) -> list[str]:
    if is_list(cell):
        return listed(cell)
    return [cell if ";" in cell else cell.replace(",", ";").replace("|", ";")]


# --- writing ---

_WRITTEN = (
    "type",
    "title",
    "authors",
    "editors",
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


def guarded(cell: str) -> str:
    """A cell no spreadsheet takes for a formula: an apostrophe before "=", "+" …"""
    return f"'{cell}" if cell.startswith("'") or is_formula(cell) else cell


def unguarded(cell: str) -> str:
    """A cell without that apostrophe."""
    bare = cell.removeprefix("'")
    return bare if bare != cell and guarded(bare) != bare else cell


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
        "authors": _written_names(record.authors),
        "editors": _written_names(record.editors),
        "year": str(record.year or ""),
        "keywords": joined_keywords(record.keywords),
        "doi": record.doi or "",
        "pmid": record.pmid or "",
        "identifiers": " ".join(f"{i.scheme}:{i.value}" for i in record.identifiers),
        "notes": "\n".join(record.notes),
    }
    for field in _WRITTEN:
        yield own[field] if field in own else str(getattr(record, field))


def _written_names(names: Iterable[Name]) -> str:
    """Names divided by semicolons; one alone has one behind it where it would be."""
    names = tuple(names)
    written = "; ".join(undivided(written_name(name)) for name in names)
    is_divided = len(names) == 1 and names_in(written) != names
    return f"{written};" if is_divided else written
