"""Web of Science tagged files (.ciw, "plain text"): FN, VR, PT … ER, EF.

A tag takes two columns and a blank; a continuation line begins with three blanks.
"""

import re
from collections.abc import Iterator

from bibliography.formats.entry import LONGEST, Entry, finished, numbered
from bibliography.formats.fields import (
    dois_in,
    medline_number,
    merged,
    read_keywords,
    read_pages,
    serial_numbers_in,
    year_of,
)
from bibliography.formats.notices import in_types
from bibliography.formats.source import Source
from bibliography.records import Identifier, Problem, Record, RecordType
from texts.identifiers import normalise_pmid
from texts.names import Name, split_name, split_names

_TAG_LINE = re.compile(r"^([A-Z][A-Z0-9])(?: (.*))?$")
_HEADER = ("FN", "VR", "EF")
_PER_LINE = ("AU", "AF", "BE", "ED", "CA", "C1", "CR", "BA", "BF")

TYPES = {
    "J": RecordType.ARTICLE,
    "B": RecordType.BOOK,
    "S": RecordType.CHAPTER,
    "C": RecordType.CONFERENCE,
}


def looks_like(head: str) -> bool:
    """Whether a text begins as Web of Science does: FN or PT, without dashes."""
    return bool(re.match(r"\s*(?:FN |PT [JBSPC]\s*$)", head, re.M)) and bool(
        re.search(r"^PT [JBSPC]\s*$", head, re.M)
    )


def read(source: Source) -> Iterator[Record | Problem]:
    """Every record of a Web of Science file, in order, each with its raw text."""
    return map(_record, numbered(_entries(source)))


def _entries(source: Source) -> Iterator[Entry]:
    """The records' lines: from PT to ER, or to the next PT."""
    entry: Entry | None = None
    for at, text in enumerate(source.lines(LONGEST), 1):
        found = _TAG_LINE.match(text)
        tag = found[1] if found else None
        if tag in ("PT", "ER", "EF") and entry:
            if tag == "ER":
                entry.keeps(text)
            yield entry
            entry = None
        if tag and tag not in (*_HEADER, "ER"):
            entry = entry or Entry(line=at)
            entry.add(tag, (found[2] or "").strip() if found else "", text)
        elif entry and not found:
            entry.go_on(text, _PER_LINE)
    if entry:
        entry.warnings.append("The file ends without the record's end.")
        yield entry


def _record(entry: Entry) -> Record | Problem:
    """The record that the tags of one entry describe."""
    date = entry.dated([*entry.all("PY"), _dated(entry)])
    kind = TYPES.get(entry.first("PT"), RecordType.OTHER)
    if "proceedings" in entry.first("DT").lower():
        kind = RecordType.CONFERENCE
    return finished(
        entry,
        type=kind,
        title=entry.first("TI"),
        authors=_authors(entry),
        editors=split_names(entry.all("BE") or entry.all("ED")),
        year=year_of(date),
        date=date,
        journal=entry.first("SO"),
        volume=entry.first("VL"),
        issue=entry.first("IS"),
        pages=read_pages(entry.first("BP"), entry.first("EP")) or entry.first("AR"),
        publisher=entry.first("PU"),
        abstract=entry.first("AB"),
        language=entry.first("LA"),
        keywords=read_keywords(
            value.replace("\n", " ") for value in entry.all("DE", "ID")
        ),
        identifiers=_identifiers(entry),
        told=list(in_types(entry.all("DT"))),
    )


def _dated(entry: Entry) -> str:
    """PD ("SEP 15") has no year of its own."""
    day = entry.first("PD")
    return f"{entry.first('PY')} {day}" if day else ""


def _authors(entry: Entry) -> tuple[Name, ...]:
    """AF is AU in full; CA is a group."""
    people = split_names(entry.all("AF") or entry.all("AU"))
    groups = (split_name(value, is_group=True) for value in entry.all("CA"))
    return (*people, *groups)


def _identifiers(entry: Entry) -> tuple[Identifier, ...]:
    pmids = (
        *map(normalise_pmid, entry.all("PM")),
        *map(medline_number, entry.all("UT")),
    )
    return merged(
        dois_in(entry.all("DI")),
        (Identifier("pmid", pmid) for pmid in pmids if pmid),
        serial_numbers_in(entry.all("SN", "EI", "BN")),
    )
