"""Ovid's citations with field labels (.txt): "<1>", a label, its value indented.

A record begins at its number in angle brackets; a label stands at the margin.
"""

import re
from collections.abc import Iterator

from bibliography.formats.entry import LONGEST, Entry, finished, numbered
from bibliography.formats.fields import (
    dois_in,
    merged,
    read_abstract,
    read_date,
    read_keywords,
    read_pages,
    serial_numbers_in,
    stated,
    url_identifiers,
    web_address,
    year_of,
)
from bibliography.formats.source import Source
from bibliography.records import Identifier, Problem, Record, RecordType
from texts.identifiers import normalise_pmid
from texts.names import Name, split_names

_BEGIN = re.compile(r"^<\d{1,7}>\s*$")
_LABEL = re.compile(r"^[A-Z][A-Za-z()/ -]{1,60}$")
_URL_LABEL = re.compile(r"^Link to ", re.I)

# "J Ex. 12(3):1-9, 2019 Jan."
_SOURCE = re.compile(
    r"^(?P<journal>.+?)\.? +(?:Vol\.? )?(?P<volume>\w+)(?:\((?P<issue>[^()]*)\))?"
    r"(?:\([^()]*\))?:\s?(?P<pages>[^,]*), (?P<date>.*\d{4}.*)$"
)
TYPES = {
    "book": RecordType.BOOK,
    "chapter": RecordType.CHAPTER,
    "book chapter": RecordType.CHAPTER,
    "conference paper": RecordType.CONFERENCE,
    "conference abstract": RecordType.CONFERENCE,
    "dissertation": RecordType.THESIS,
    "dissertation abstract": RecordType.THESIS,
}


def looks_like(head: str) -> bool:
    """Whether a text has a number in angle brackets with a label in the next line."""
    return bool(
        re.search(r"^<\d{1,7}>\s*\n[A-Z][A-Za-z()/ -]{1,60}\s*\n +\S", head, re.M)
    )


def read(source: Source) -> Iterator[Record | Problem]:
    """Every record of an Ovid text file, in order, each with its raw text."""
    return map(_record, numbered(_entries(source)))


def _entries(source: Source) -> Iterator[Entry]:
    """The records' lines, from one number to the next."""
    entry: Entry | None = None
    for at, text in enumerate(source.lines(LONGEST), 1):
        if _BEGIN.match(text):
            if entry:
                yield entry
            entry = Entry(line=at, raw_lines=[text])
        elif entry:
            if _LABEL.match(text.rstrip()):
                entry.add(text.strip().lower(), "", text)
            else:
                entry.go_on(text)
    if entry:
        yield entry


def _record(entry: Entry) -> Record | Problem:
    """The record that the labelled values of one entry describe."""
    source = entry.first("source")
    found = _SOURCE.match(source)
    part = found.groupdict() if found else {}
    said = part.get("date") or read_date(source)[:4]
    date = entry.dated([*entry.all("year of publication"), said])
    chapter = entry.first("chapter title")
    title = re.sub(r"\s*\[[A-Z][A-Za-z ,&-]*\]\.?$", "", entry.first("title"))
    kind = next(
        (TYPES[k] for k in map(_kind, entry.all("publication type")) if k in TYPES),
        RecordType.CHAPTER if chapter else RecordType.ARTICLE,
    )
    urls = [v for tag, value in entry.pairs if _URL_LABEL.match(tag) for v in [value]]
    return finished(
        entry,
        type=kind,
        title=chapter or title.removesuffix("."),
        authors=_names(entry),
        year=year_of(date),
        date=date,
        journal=(title if chapter else "")
        or entry.first("journal name", "journal")
        or (part.get("journal") or source.split(". ")[0]).rstrip(". "),
        volume=part.get("volume") or "",
        issue=part.get("issue") or "",
        pages=read_pages(part.get("pages") or ""),
        publisher=entry.first("publisher"),
        abstract="\n".join(map(read_abstract, entry.all("abstract"))),
        language=entry.first("language").rstrip("."),
        url=web_address(urls),
        keywords=read_keywords(
            value.rstrip(".")
            for value in entry.all("author keywords", "keyword heading", "keywords")
        ),
        identifiers=_identifiers(entry, urls),
    )


def _kind(value: str) -> str:
    return stated(value).lower().rstrip(".")


_MARKS = re.compile(r"(?:\s+(?:[\d,]+|[*+^&#=]+|\(?Author\)?|Dr\.|Prof\.))+$")
_DEGREES = re.compile(r"(?:,?\s+\b(?:MD|PhD|MSc|BSc|RN|MPH|FAAN|DPhil|MS|MA|BA)\b;?)+$")


def _names(entry: Entry) -> tuple[Name, ...]:
    """The names, without the signs of their footnotes, degrees and roles."""
    names: list[str] = []
    for value in map(stated, entry.all("authors", "author", "author name")):
        # MEDLINE's stand in short: "Doe A. Roe BC."
        divider = ";" if ";" in value or "," in value else r"(?<=[A-Z])\.\s+(?=[A-Z])"
        for part in re.split(divider, value):
            bare = _MARKS.sub("", part.strip())
            bare = _DEGREES.sub("", re.sub(r"\s*\[[^\]]*\]", "", bare)).strip()
            if bare.strip(" .,") and not _DEGREES.match(f" {bare}"):
                names.append(bare if "," in bare else bare.removesuffix("."))
    return split_names(names)


def _identifiers(entry: Entry, urls: list[str]) -> tuple[Identifier, ...]:
    """DOI and ISSN by their label; Ovid's unique number is PubMed's in MEDLINE."""
    status = entry.first("status", "database", "local messages").lower()
    numbers = entry.all("unique identifier", "ui")
    medline = "medline" in status or "pubmed" in status
    pmids = (normalise_pmid(number.strip()) for number in numbers if medline)
    return merged(
        dois_in(entry.all("doi number", "digital object identifier", "doi")),
        (Identifier("pmid", pmid) for pmid in pmids if pmid),
        url_identifiers(urls),
        serial_numbers_in(
            entry.all("issn", "issn print", "issn linking", "issn electronic", "isbn")
        ),
    )
