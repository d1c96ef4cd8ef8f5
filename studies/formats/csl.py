"""CSL-JSON: an array of items, an object with "items", one item, or one item a line."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from studies.formats.entry import Entry, finished
from studies.formats.fields import (
    exact_type,
    first_date,
    merged,
    named_identifiers,
    read_keywords,
    read_pages,
    serial_numbers_in,
    stated,
    unique,
    year_of,
)
from studies.formats.source import Source
from studies.records import (
    Identifier,
    Name,
    Problem,
    Record,
    RecordType,
    name_as_json,
    name_from_json,
)
from studies.text import (
    normalise_doi,
    normalise_pmcid,
    normalise_pmid,
    plain_text,
    split_name,
)

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
}


def looks_like(head: str) -> bool:
    """Whether a text begins as JSON does."""
    start = head.lstrip()[:1]
    return start == "{" or (start == "[" and head.lstrip()[1:].lstrip()[:1] in "{]")


def read(source: Source) -> Iterator[Record | Problem]:
    """Every item of a CSL-JSON file, in order, each with its raw text.

    Raises ``ValueError`` with a sentence where the text is no JSON at all.
    """
    for number, item in enumerate(_items(source.text()), 1):
        if isinstance(item, dict):
            raw = json.dumps(item, ensure_ascii=False, indent=1)
            yield _record(Entry(number=number, raw_lines=[raw]), item)
        else:
            yield Problem(
                number,
                0,
                f"the item is {item!r:.60}",
                "an object",
                item if isinstance(item, str) else json.dumps(item, ensure_ascii=False),
            )


def _items(text: str) -> list[Any]:
    """The items, whichever way the file holds them."""
    try:
        data = json.loads(text)
    except RecursionError as error:
        raise ValueError("The file's JSON is nested too deeply.") from error
    except json.JSONDecodeError as error:
        lines = [line for line in text.split("\n") if line.strip()]
        if len(lines) > 1 and all(line.lstrip()[:1] == "{" for line in lines):
            return [_item_of_line(line) for line in lines]
        raise ValueError(
            f"The file is not JSON: line {error.lineno}, column {error.colno}:"
            f" {error.msg}."
        ) from error
    if isinstance(data, dict):
        items = data.get("items")
        return items if isinstance(items, list) else [data]
    return data if isinstance(data, list) else [data]


def _item_of_line(line: str) -> Any:
    """The item of one line; the line itself where it is no JSON."""
    try:
        return json.loads(line)
    except json.JSONDecodeError:
        return line


def _record(entry: Entry, item: dict[str, Any]) -> Record | Problem:
    """The record that one item describes."""
    entry.pairs = [(key, _text(value)) for key, value in item.items()]
    date = _date(item.get("issued"))
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
        pages=read_pages(entry.first("page", "number")),
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
        return json.dumps(value, ensure_ascii=False)
    return "" if value is None else str(value)


def _date(issued: Any) -> str:
    """A CSL date variable: "date-parts", "raw" or "literal"."""
    if not isinstance(issued, dict):
        return first_date([_text(issued)])
    parts = issued.get("date-parts") or [[]]
    first = parts[0] if isinstance(parts, list) and isinstance(parts[0], list) else []
    said = "-".join(str(part) for part in first if part)
    return first_date([said, _text(issued.get("raw")), _text(issued.get("literal"))])


def _names(names: Any) -> tuple[Name, ...]:
    """A CSL name variable; names given as text are split."""
    found = []
    for name in names if isinstance(names, list) else []:
        if isinstance(name, dict):
            said = {k: plain_text(v) for k, v in name.items() if isinstance(v, str)}
            found.append(name_from_json(said))
        elif isinstance(name, str):
            found.append(split_name(name))
    return tuple(name for name in found if name.family or name.given)


def _keywords(item: dict[str, Any]) -> tuple[str, ...]:
    said = item.get("keyword") or item.get("categories") or ""
    values = said if isinstance(said, list) else str(said).split(",")
    return read_keywords(map(str, values))


def _identifiers(entry: Entry) -> tuple[Identifier, ...]:
    found = [
        ("doi", normalise_doi(entry.first("DOI"))),
        ("pmid", normalise_pmid(entry.first("PMID"))),
        ("pmcid", normalise_pmcid(entry.first("PMCID"))),
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
        item = csl_item(record, key=record.doi or str(number))
        yield before + json.dumps(item, ensure_ascii=False)
        before = ",\n"
    yield "[]\n" if before == "[\n" else "\n]\n"


def csl_item(record: Record, key: str) -> dict[str, Any]:
    """A record as a CSL item with an id; only what is stated."""
    numbers = dict(reversed(record.identifiers))  # the first of a scheme wins
    parts = [
        int(part) for part in (record.date or str(record.year or "")).split("-") if part
    ]
    item = {
        "id": key,
        "type": _TYPE_NAMES.get(record.type, "document"),
        "genre": _genre(record.type),
        "title": record.title,
        "author": [name_as_json(name) for name in record.authors],
        "editor": [name_as_json(name) for name in record.editors],
        "issued": {"date-parts": [parts]} if parts else None,
        "container-title": record.journal,
        "volume": record.volume,
        "issue": record.issue,
        "page": record.pages,
        "publisher": record.publisher,
        "abstract": record.abstract,
        "language": record.language,
        "URL": record.url,
        "keyword": ",".join(record.keywords),
        "DOI": numbers.get("doi"),
        "PMID": numbers.get("pmid"),
        "PMCID": numbers.get("pmcid"),
        "ISSN": numbers.get("issn"),
        "ISBN": numbers.get("isbn"),
        "archive_location": " ".join(_others(record, numbers)),
        "note": "\n".join(record.notes),
    }
    return {name: value for name, value in item.items() if value}


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
