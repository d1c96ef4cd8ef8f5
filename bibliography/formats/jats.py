"""The reference list of an article in JATS XML (also NLM's older DTDs).

Each ``<ref>`` gives one record per citation in it, tagged (``element-citation``) or as
it was printed (``mixed-citation``).
"""

import re
from collections.abc import Iterator

from lxml import etree

from bibliography.formats import xmlrecords
from bibliography.formats.entry import Entry, finished
from bibliography.formats.fields import (
    dois_in,
    first_date,
    marked_pmids_in,
    merged,
    read_pages,
    stated,
    web_address,
    year_of,
)
from bibliography.formats.source import Source
from bibliography.formats.xmlrecords import NotXML, inner_text, text_of
from bibliography.records import Identifier, Problem, Record, RecordType
from texts.identifiers import (
    find_nct,
    normalise_doi,
    normalise_isbn,
    normalise_pmcid,
    normalise_pmid,
)
from texts.names import Name

_CITATIONS = ("element-citation", "mixed-citation", "nlm-citation", "citation")
_PREFIX = re.compile(r"<(/?)[A-Za-z_][\w.-]*:")
_PREFIXED_ATTRIBUTE = re.compile(r"\s(?:xlink|xml|mml|xsi|ali|xmlns):([\w.-]+)=")

_TYPES = {
    "journal": RecordType.ARTICLE,
    "periodical": RecordType.ARTICLE,
    "preprint": RecordType.PREPRINT,
    "book": RecordType.BOOK,
    "chapter": RecordType.CHAPTER,
    "book-chapter": RecordType.CHAPTER,
    "confproc": RecordType.CONFERENCE,
    "conference": RecordType.CONFERENCE,
    "conf-proc": RecordType.CONFERENCE,
    "thesis": RecordType.THESIS,
    "report": RecordType.REPORT,
    "gov": RecordType.REPORT,
    "web": RecordType.WEB_PAGE,
    "webpage": RecordType.WEB_PAGE,
    "website": RecordType.WEB_PAGE,
    "data": RecordType.DATASET,
    "dataset": RecordType.DATASET,
    "standard": RecordType.GUIDELINE,
}


def looks_like(head: str) -> bool:
    """Whether a text is XML with a JATS article or its reference list."""
    return bool(
        re.search(
            r"<(?:article|book|book-part)\b[^>]*>\s*(?:<!--.*?-->\s*)*<", head, re.S
        )
        and re.search(r"<(?:front|article-meta|journal-meta|ref-list|back)\b", head)
    ) or bool(re.search(r"<ref-list\b", head))


def read(source: Source) -> Iterator[Record | Problem]:
    """Every citation of the reference lists, in order, each with its raw text."""
    number = 0
    for ref in xmlrecords.entries(source, "ref"):
        for entry, element in _citations(ref):
            number += 1
            entry.number = number
            if isinstance(element, str):
                yield Problem(
                    number, entry.line, element, "a reference in JATS XML", entry.raw
                )
            else:
                yield _record(entry, element)


def _citations(ref: Entry) -> Iterator[tuple[Entry, etree._Element | str]]:
    """The citations of one ``ref``; where it has none, why."""
    if ref.is_endless:
        yield ref, ref.endless().what
        return
    try:
        root = xmlrecords.parse_mended(_without_prefixes(ref.raw), ref.warnings)
    except NotXML as error:
        yield ref, str(error)
        return
    found = [e for e in root.iter() if e.tag in _CITATIONS]
    # An alternative says the same work again.
    found = [e for i, e in enumerate(found) if not (i and _is_alternative(e))]
    if not found:
        yield ref, "the reference holds no citation"
    for element in found:
        entry = Entry(line=ref.line, raw_lines=ref.raw_lines, warnings=[*ref.warnings])
        entry.pairs = [
            (str(e.tag), inner_text(e).strip())
            for e in element
            if isinstance(e.tag, str)
        ]
        entry.pairs.append(("citation", _printed(element)))
        yield entry, element


def _printed(element: etree._Element) -> str:
    """The words of a citation; a blank divides names and numbers that touch."""
    words: list[str] = []
    for word in element.itertext():
        if words and words[-1][-1:].isalnum() and word[:1].isalnum():
            words.append(" ")
        words.append(word)
    return stated("".join(words))


def _has_own_words(element: etree._Element) -> bool:
    """Whether words stand between a citation's elements: it is as it was printed."""
    return any(text.strip() for text in (element.text or "", *_tails(element)))


def _tails(element: etree._Element) -> Iterator[str]:
    return (child.tail or "" for child in element)


def _is_alternative(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag == "citation-alternatives"


def _without_prefixes(text: str) -> str:
    """The element without namespace prefixes, which are declared further up."""
    text = _PREFIXED_ATTRIBUTE.sub(r" \1=", text)
    return _PREFIX.sub(r"<\1", text)


def _record(entry: Entry, element: etree._Element) -> Record | Problem:
    """The record of one citation element."""
    stated_type = (
        element.get("publication-type") or element.get("citation-type") or ""
    ).lower()
    kind = _TYPES.get(stated_type, RecordType.OTHER)
    title = _first(
        element, "article-title", "chapter-title", "data-title", "part-title"
    )
    source = _first(element, "source", "conf-name", "trans-source")
    if kind is RecordType.BOOK and title and source:
        kind = RecordType.CHAPTER
    date = _date(element) or first_date([_last_year(entry.first("citation"))])
    pages = read_pages(_first(element, "fpage"), _first(element, "lpage"))
    authors, identifiers = _authors(element), _identifiers(element)
    printed = entry.first("citation")
    if not (title or source or authors or identifiers) and printed:
        entry.warnings.append("Its parts are not marked; its words stand as the title.")
        title = printed
    return finished(
        entry,
        type=kind,
        title=title or source,
        authors=authors,
        editors=_people(element, "person-group[@person-group-type='editor']"),
        year=year_of(date),
        date=date,
        journal=source if title else "",
        volume=_first(element, "volume"),
        issue=_first(element, "issue"),
        pages=pages or _first(element, "elocation-id", "page-range"),
        publisher=_first(element, "publisher-name"),
        url=_address(element),
        identifiers=identifiers,
        notes=(printed,) if printed != title and _has_own_words(element) else (),
    )


def _last_year(citation: str) -> str:
    """The year of a citation that tags none: the last one in its words."""
    years = re.findall(r"(?<![\d/.-])(?:1[89]|20)\d\d(?![\d/-])", citation)
    return years[-1] if years else ""


def _first(element: etree._Element, *names: str) -> str:
    """The text of the first of some elements, wherever it stands in the citation."""
    return next(filter(None, (text_of(element, f".//{name}") for name in names)), "")


def _date(element: etree._Element) -> str:
    words = [_first(element, part) for part in ("year", "month", "day")]
    return first_date(
        [" ".join(filter(None, words)), words[0], _first(element, "date")]
    )


def _authors(element: etree._Element) -> tuple[Name, ...]:
    """The authors: a group of them, or names that stand in no group."""
    return (
        _people(element, "person-group[@person-group-type='author']")
        or _people(element, "person-group")
        or _names(element)
    )


def _people(element: etree._Element, path: str) -> tuple[Name, ...]:
    groups = element.findall(f".//{path}")
    return tuple(name for group in groups for name in _names(group))


def _names(element: etree._Element) -> tuple[Name, ...]:
    """Names in their order; ``etal`` is not one."""
    names = []
    for found in element.iter("name", "string-name", "collab", "institution"):
        if found.tag in ("collab", "institution"):
            names.append(Name(stated(inner_text(found)), is_group=True))
            continue
        family = text_of(found, "surname") or text_of(found)
        names.append(
            Name(family, text_of(found, "given-names"), text_of(found, "suffix"))
        )
    return tuple(dict.fromkeys(name for name in names if name.family))


def _address(element: etree._Element) -> str:
    links = [*element.iter("ext-link"), *element.iter("uri")]
    return web_address([link.get("href", "") or inner_text(link) for link in links])


def _identifiers(element: etree._Element) -> tuple[Identifier, ...]:
    """Identifiers by their type; links to a resolver count, sentences do not."""
    found: list[tuple[str, str | None]] = []
    for e in element.iter("pub-id", "ext-link", "object-id", "uri", "isbn"):
        kind = (e.get("pub-id-type") or e.get("ext-link-type") or "").lower()
        text = inner_text(e)
        if kind == "doi" or "doi.org/" in (e.get("href") or text):
            found.append(("doi", normalise_doi(text) or normalise_doi(e.get("href"))))
        elif kind == "pmid":
            found.append(("pmid", normalise_pmid(text)))
        elif kind in ("pmcid", "pmc"):
            found.append(
                ("pmcid", normalise_pmcid(text if "PMC" in text else f"PMC{text}"))
            )
        elif e.tag == "isbn":
            found.append(("isbn", normalise_isbn(text)))
        elif kind in ("clinicaltrials", "clinicaltrial"):
            found += [("nct", nct) for nct in find_nct(text)]
    tagged = merged(Identifier(scheme, value) for scheme, value in found if value)
    return tagged or _printed_identifiers(stated(inner_text(element)))


def _printed_identifiers(citation: str) -> tuple[Identifier, ...]:
    """Identifiers of a citation that tags none, from its words."""
    dois = (part for part in re.findall(r"\b10\.\d{4,9}/\S+", citation)[:1])
    return merged(dois_in(dois), marked_pmids_in([citation]))
