"""CSL-JSON: an array of items, an object with "items", one item, or one item a line."""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from bibliography.formats.entry import Entry, finished
from bibliography.formats.fields import (
    exact_type,
    first_date,
    is_iso,
    joined_keywords,
    merged,
    named_identifiers,
    read_keywords,
    read_pages,
    serial_numbers_in,
    stated,
    unique,
    year_of,
)
from bibliography.formats.jsonitems import Broken, Endless, as_csl, items_of
from bibliography.formats.source import Source
from bibliography.records import (
    Identifier,
    Problem,
    Record,
    RecordType,
    name_as_json,
    name_from_json,
)
from texts.identifiers import (
    normalise_doi,
    normalise_orcid,
    normalise_pmcid,
    normalise_pmid,
)
from texts.names import Name, split_name
from texts.titles import plain_text

TYPES = {
    "article-journal": RecordType.ARTICLE,
    "article-magazine": RecordType.ARTICLE,
    "article-newspaper": RecordType.ARTICLE,
    "review": RecordType.ARTICLE,
    "article": RecordType.PREPRINT,
    "book": RecordType.BOOK,
    "chapter": RecordType.CHAPTER,
    "entry-encyclopedia": RecordType.CHAPTER,
    "paper-conference": RecordType.CONFERENCE,
    "thesis": RecordType.THESIS,
    "report": RecordType.REPORT,
    "standard": RecordType.GUIDELINE,
    "dataset": RecordType.DATASET,
    "webpage": RecordType.WEB_PAGE,
    "post": RecordType.WEB_PAGE,
    "post-weblog": RecordType.WEB_PAGE,
    # Crossref's
    "journal-article": RecordType.ARTICLE,
    "posted-content": RecordType.PREPRINT,
    "monograph": RecordType.BOOK,
    "edited-book": RecordType.BOOK,
    "book-chapter": RecordType.CHAPTER,
    "proceedings-article": RecordType.CONFERENCE,
    "dissertation": RecordType.THESIS,
}


def looks_like(head: str) -> bool:
    """Whether a text begins as JSON does."""
    start = head.lstrip()[:1]
    return start == "{" or (start == "[" and head.lstrip()[1:].lstrip()[:1] in "{]")


def read(source: Source) -> Iterator[Record | Problem]:
    """Every item of a CSL-JSON file, in order, each with its raw text.

    Raises ``ValueError`` with a sentence where the text is no JSON at all.
    """
    for number, item in enumerate(items_of(source.text()), 1):
        try:
            yield _read_item(number, item)
        except RecursionError:
            what, raw = "it is nested too deeply", str(item)[:80]
            yield Problem(number, 0, what, "an item of plain values", raw)


def _read_item(number: int, item: Any) -> Record | Problem:
    """The record of one item, or why it is none."""
    if isinstance(item, dict):
        raw = json.dumps(item, ensure_ascii=False, indent=1)
        return _record(Entry(number=number, raw_lines=[raw]), as_csl(item))
    if isinstance(item, Endless):
        return Entry(number=number, raw_lines=[item.text]).endless()
    if isinstance(item, Broken):
        return Problem(number, 0, "it is not JSON", "an object", item.text)
    raw = json.dumps(item, ensure_ascii=False)
    return Problem(number, 0, f"the item is {raw:.60}", "an object", raw)


def _record(entry: Entry, item: dict[str, Any]) -> Record | Problem:
    """The record that one item describes."""
    entry.pairs = [(key, _text(value)) for key, value in item.items()]
    date = _date(item.get("issued") or item.get("published"))
    kind = TYPES.get(entry.first("type"), RecordType.OTHER)
    return finished(
        entry,
        type=exact_type(entry.first("genre")) or kind,
        title=entry.first("title"),
        authors=_names(item.get("author")),
        editors=_names(item.get("editor")),
        year=year_of(date),
        date=date,
        journal=entry.first("container-title"),
        volume=entry.first("volume"),
        issue=entry.first("issue"),
        pages=read_pages(entry.first("page", "article-number", "number")),
        publisher=entry.first("publisher"),
        abstract="\n".join(map(plain_text, _text(item.get("abstract")).split("\n"))),
        language=entry.first("language"),
        url=entry.first("URL"),
        keywords=_keywords(item),
        identifiers=_identifiers(entry),
        notes=unique(map(stated, _text(item.get("note")).split("\n"))),
    )


def _text(value: Any) -> str:
    """A value as text; lists (Crossref's titles) give their first, objects JSON."""
    if isinstance(value, list) and value and isinstance(value[0], str):
        return value[0]
    if isinstance(value, (dict, list)):
        return json.dumps(value, ensure_ascii=False) if value else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _date(issued: Any) -> str:
    """A CSL date variable: "date-parts", "raw" or "literal", or year, month, day."""
    if isinstance(issued, list) and issued and isinstance(issued[0], dict):
        issued = issued[0]
    if not isinstance(issued, dict):
        return first_date([_text(issued)])
    parts = issued.get("date-parts") or [
        issued.get(k) for k in ("year", "month", "day")
    ]
    if isinstance(parts, list) and parts and isinstance(parts[0], list):
        parts = parts[0]
    said = [_text(part) for part in parts] if isinstance(parts, list) else [str(parts)]
    return first_date(
        [
            "-".join(filter(None, said)),
            _text(issued.get("raw")),
            _text(issued.get("literal")),
        ]
    )


def _names(names: Any) -> tuple[Name, ...]:
    """A CSL name variable; names given as text are split."""
    if isinstance(names, str):
        names = re.split(r"\s+and\s+|;", names)
    found = []
    for name in names if isinstance(names, list) else [names]:
        if isinstance(name, dict):
            said = {k: plain_text(v) for k, v in name.items() if isinstance(v, str)}
            if not {"family", "given"} & said.keys() and said.get("name"):
                said["literal"] = said["name"]  # Crossref's organisations
            said["orcid"] = normalise_orcid(said.get("ORCID")) or ""
            found.append(name_from_json(said))
        elif isinstance(name, str):
            found.append(split_name(name))
    return tuple(name for name in found if name.family or name.given)


def _keywords(item: dict[str, Any]) -> tuple[str, ...]:
    said = item.get("keyword") or item.get("categories") or ""
    if isinstance(said, list):
        return read_keywords(map(str, said))
    values = [said] if ";" in str(said) else str(said).split(",")
    return read_keywords(map(str, values))


_MARKED = re.compile(r"^(PMID|PMCID|DOI):\s*(\S+)$", re.M)  # in Zotero's "Extra"


def _identifiers(entry: Entry) -> tuple[Identifier, ...]:
    marked = dict(_MARKED.findall("\n".join(entry.all("note"))))
    doi, pmid, pmcid = (
        entry.first(name) or marked.get(name, "") for name in ("DOI", "PMID", "PMCID")
    )
    found = [
        ("doi", normalise_doi(doi)),
        ("pmid", normalise_pmid(pmid)),
        ("pmcid", normalise_pmcid(f"PMC{pmcid}" if pmcid.isdigit() else pmcid)),
    ]
    return merged(
        (Identifier(scheme, value) for scheme, value in found if value),
        serial_numbers_in(entry.all("ISSN", "ISBN")),
        named_identifiers(entry.first("archive_location").split(" ")),
    )


# --- writing ---

_TYPE_NAMES = {
    RecordType.ARTICLE: "article-journal",
    RecordType.PREPRINT: "article",
    RecordType.BOOK: "book",
    RecordType.CHAPTER: "chapter",
    RecordType.CONFERENCE: "paper-conference",
    RecordType.THESIS: "thesis",
    RecordType.REPORT: "report",
    RecordType.GUIDELINE: "standard",
    RecordType.DATASET: "dataset",
    RecordType.WEB_PAGE: "webpage",
}


def write(records: Iterable[Record]) -> Iterator[str]:
    """A CSL-JSON array, a piece of text a record."""
    before = "[\n"
    for number, record in enumerate(records, 1):
        item = csl_item(record, key=record.key or record.doi or str(number))
        yield before + json.dumps(item, ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def csl_item(record: Record, key: str) -> dict[str, Any]:
    """A record as a CSL item with an id; only what is stated."""
    numbers = dict(reversed(record.identifiers))  # the first of a scheme wins
    item = {
        "id": key,
        "type": _TYPE_NAMES.get(record.type, "document"),
        "genre": _genre(record.type),
        "title": record.title,
        "author": list(map(_written_name, record.authors)),
        "editor": list(map(_written_name, record.editors)),
        "issued": _issued(record),
        "container-title": record.journal,
        "volume": record.volume,
        "issue": record.issue,
        "page": record.pages,
        "publisher": record.publisher,
        "abstract": record.abstract,
        "language": record.language,
        "URL": record.url,
        "keyword": joined_keywords(record.keywords, ","),
        "DOI": numbers.get("doi"),
        "PMID": numbers.get("pmid"),
        "PMCID": numbers.get("pmcid"),
        "ISSN": numbers.get("issn"),
        "ISBN": numbers.get("isbn"),
        "archive_location": " ".join(_others(record, numbers)),
        "note": "\n".join(record.notes),
    }
    return {name: value for name, value in item.items() if value}


def _written_name(name: Name) -> dict[str, str]:
    """A CSL name variable; the ORCID iD as Crossref's has it."""
    said = name_as_json(name)
    if orcid := said.pop("orcid", ""):
        said["ORCID"] = f"https://orcid.org/{orcid}"
    return said


def _issued(record: Record) -> dict[str, Any] | None:
    """A date in parts; of another calendar as it is written."""
    said = record.date or str(record.year or "")
    if said and not is_iso(said):
        return {"literal": said}
    parts = [int(part) for part in said.split("-") if part]
    return {"date-parts": [parts]} if parts else None


def _genre(kind: RecordType) -> str:
    """Our type, where CSL's does not lead back to it."""
    name = _TYPE_NAMES.get(kind, "document")
    return "" if TYPES.get(name, RecordType.OTHER) == kind else kind.replace("_", " ")


def _others(record: Record, written: dict[str, str]) -> Iterator[str]:
    """Identifiers that no CSL variable holds."""
    variables = ("doi", "pmid", "pmcid", "issn", "isbn")
    for scheme, value in record.identifiers:
        if scheme not in variables or written[scheme] != value:
            yield f"{scheme}:{value}"
