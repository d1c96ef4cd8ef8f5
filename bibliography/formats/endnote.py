"""EndNote XML, as EndNote, Zotero, Mendeley and others write it.

Often one line of megabytes. Values stand bare or within one or several ``<style>``.
"""

import re
from collections.abc import Iterator

from lxml import etree

from bibliography.formats import xmlrecords
from bibliography.formats.entry import Entry, finished
from bibliography.formats.fields import (
    dois_in,
    marked_pmids_in,
    merged,
    read_abstract,
    read_keywords,
    read_name,
    read_pages,
    read_volume,
    serial_numbers_in,
    stated,
    unique,
    url_identifiers,
    web_address,
    whole_dois_in,
    year_of,
)
from bibliography.formats.source import Source
from bibliography.formats.xmlrecords import NotXML, inner_text, text_of
from bibliography.records import Identifier, Problem, Record, RecordType
from texts.identifiers import normalise_pmcid, normalise_pmid
from texts.names import Name

# By name first: Mendeley writes the number 0 for all. Numbers: EndNote's own table.
TYPES = {
    "journal article": RecordType.ARTICLE,
    "electronic article": RecordType.ARTICLE,
    "magazine article": RecordType.ARTICLE,
    "17": RecordType.ARTICLE,
    "book": RecordType.BOOK,
    "edited book": RecordType.BOOK,
    "electronic book": RecordType.BOOK,
    "6": RecordType.BOOK,
    "28": RecordType.BOOK,
    "book section": RecordType.CHAPTER,
    "electronic book section": RecordType.CHAPTER,
    "5": RecordType.CHAPTER,
    "conference proceedings": RecordType.CONFERENCE,
    "conference paper": RecordType.CONFERENCE,
    "10": RecordType.CONFERENCE,
    "47": RecordType.CONFERENCE,
    "thesis": RecordType.THESIS,
    "32": RecordType.THESIS,
    "report": RecordType.REPORT,
    "government document": RecordType.REPORT,
    "27": RecordType.REPORT,
    "web page": RecordType.WEB_PAGE,
    "12": RecordType.WEB_PAGE,
    "dataset": RecordType.DATASET,
    "59": RecordType.DATASET,
    "standard": RecordType.GUIDELINE,
    "58": RecordType.GUIDELINE,
}


# The elements and numbers of EndNote 7 and older, which R's packages still write.
_OLD_TYPES = {
    "0": RecordType.ARTICLE,
    "1": RecordType.BOOK,
    "2": RecordType.THESIS,
    "3": RecordType.CONFERENCE,
    "7": RecordType.CHAPTER,
    "8": RecordType.ARTICLE,
    "9": RecordType.BOOK,
    "10": RecordType.REPORT,
    "16": RecordType.WEB_PAGE,
    "47": RecordType.CONFERENCE,
}


def looks_like(head: str) -> bool:
    """Whether a text is XML with EndNote's records."""
    if re.search(r"<RECORD\b.*?<(?:REFERENCE_TYPE|REFNUM)\b", head, re.S):
        return True
    return bool(re.search(r"<records?\b", head)) and bool(
        re.search(r"<(?:ref-type|rec-number|contributors|titles|source-app)\b", head)
    )


def read(source: Source) -> Iterator[Record | Problem]:
    """Every record of an EndNote XML file, in order, each with its raw text."""
    for entry in xmlrecords.entries(source, "record", "RECORD"):
        yield _read_entry(entry)


def _read_entry(entry: Entry) -> Record | Problem:
    if entry.is_endless:
        return entry.endless()
    try:
        root = xmlrecords.parse_mended(entry.raw, entry.warnings)
    except NotXML as error:
        return Problem(
            entry.number, entry.line, str(error), "well-formed XML", entry.raw
        )
    if root.tag == "RECORD":
        _rename(root)
    entry.pairs = list(_values(root))
    return _record(entry, root)


def _rename(root: etree._Element) -> None:
    """Give the elements of the old form, "SECONDARY_TITLE", names as in the new."""
    for element in root.iter(etree.Element):
        element.tag = element.tag.lower().replace("_", "-")


def _values(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Every value with its path below the record: ("titles/title", "…")."""
    for child in root:
        if not isinstance(child.tag, str):
            continue
        leaves = [e for e in child.iter() if _is_leaf(e)]
        for leaf in leaves:
            value = inner_text(leaf).replace("\r", "\n").strip()
            if value:
                yield _path(leaf, root), value


def _is_leaf(element: etree._Element) -> bool:
    """Whether an element holds a value; styles are part of one."""
    if not isinstance(element.tag, str) or element.tag == "style":
        return False
    return all(
        child.tag == "style" or not isinstance(child.tag, str) for child in element
    )


def _path(element: etree._Element, root: etree._Element) -> str:
    tags = [element.tag]
    while (element := element.getparent()) is not root and element is not None:
        tags.append(element.tag)
    return "/".join(reversed(tags))


def _record(entry: Entry, root: etree._Element) -> Record | Problem:
    """The record that the values of one element describe."""
    date = entry.dated(
        entry.all("dates/year", "year", "dates/pub-dates/date") + [_dated(entry)]
    )
    return finished(
        entry,
        type=_kind(entry, root),
        title=entry.first("titles/title", "title"),
        authors=_names(entry, "contributors/authors/author")
        or _names(entry, "contributors/author", "authors/author"),
        editors=_names(
            entry,
            "contributors/secondary-authors/author",
            "secondary-authors/secondary-author",
        ),
        year=year_of(date),
        date=date,
        journal=entry.first(
            "titles/secondary-title",
            "secondary-title",
            "periodical/full-title",
            "alt-periodical/full-title",
            "titles/alt-title",
            "periodical/abbr-1",
        ),
        volume=read_volume(entry.first("volume")),
        issue=read_volume(entry.first("number", "issue")),
        pages=read_pages(entry.first("pages")) or _article_number(entry),
        publisher=entry.first("publisher"),
        abstract=read_abstract("\n".join(entry.all("abstract"))),
        language=entry.first("language"),
        url=web_address(_urls(entry)),
        keywords=read_keywords(entry.all("keywords/keyword")),
        identifiers=_identifiers(entry),
        notes=unique(map(stated, entry.all("notes", "research-notes"))),
    )


def _kind(entry: Entry, root: etree._Element) -> RecordType:
    """The type: by name, else by number, else by the old form's number."""
    kind = root.find("ref-type")
    name = (kind.get("name") or "").lower() if kind is not None else ""
    old = _OLD_TYPES.get(entry.first("reference-type"), RecordType.OTHER)
    return TYPES.get(name) or TYPES.get(text_of(kind)) or old


def _dated(entry: Entry) -> str:
    """The day ("Mar 3"), which has no year of its own, with the year."""
    day = entry.first("dates/pub-dates/date", "date")
    return f"{entry.first('dates/year', 'year')} {day}" if day else ""


def _article_number(entry: Entry) -> str:
    """The number of an article without pages; the field may hold a DOI instead."""
    number = entry.first("custom7")
    return "" if "/" in number or " " in number else number


def _names(entry: Entry, *paths: str) -> tuple[Name, ...]:
    names = map(read_name, entry.all(*paths))
    return tuple(name for name in names if stated(name.family))


def _urls(entry: Entry) -> list[str]:
    places = ("urls/related-urls/url", "urls/web-urls/url", "urls/pdf-urls/url")
    return entry.all(*places, "url", "author-address")


def _identifiers(entry: Entry) -> tuple[Identifier, ...]:
    source = " ".join(
        entry.all("remote-database-name", "remote-database-provider", "source-app")
    ).lower()
    numbers = entry.all("accession-num") if _is_pubmed(source, entry) else []
    pmids = (normalise_pmid(number) for number in numbers if number.isdigit())
    pmcids = map(normalise_pmcid, entry.all("custom2"))
    return merged(
        dois_in(entry.all("electronic-resource-num", "doi")),
        whole_dois_in(entry.all("notes", "custom7", "accession-num", "url")),
        (Identifier("pmid", pmid) for pmid in pmids if pmid),
        marked_pmids_in(entry.all("notes", "accession-num", "label")),
        (Identifier("pmcid", pmcid) for pmcid in pmcids if pmcid),
        url_identifiers(_urls(entry)),
        serial_numbers_in(entry.all("isbn")),
    )


def _is_pubmed(source: str, entry: Entry) -> bool:
    """Whether the accession number is PubMed's: the source says so, or an address."""
    number = entry.first("accession-num")
    return any(word in source for word in ("pubmed", "medline", "nlm")) or any(
        f"pubmed/{number}" in url or f"nlm.nih.gov/{number}" in url
        for url in _urls(entry)
    )
