"""The reference lists of a JATS article: element, mixed and older citations."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from articles.reading.document import Author, ReferenceEntry
from articles.reading.jats.xmltext import attribute, first_text, local_name, text_of
from articles.reading.lists.entries import (
    author_year_label,
    parse_entry,
    repeat_authors,
    split_label,
)
from articles.reading.lists.identifiers import find_doi, find_pmcid, find_pmid
from articles.reading.lists.names import read_names
from articles.reading.lists.places import Place

CITATIONS = ("element-citation", "mixed-citation", "nlm-citation", "citation")
NAMED = ("name", "string-name", "collab", "name-alternatives", "anonymous")
OWN_TITLE = (
    "article-title",
    "chapter-title",
    "data-title",
    "part-title",
    "trans-title",
)
JOURNALS = {"journal", "preprint", "article", "journalarticle"}
UNTOLD = {"", "other", "display-unstructured", "unknown"}
OF_BOOKS = (
    "publisher-name",
    "publisher-loc",
    "chapter-title",
    "conf-name",
    "person-group[@person-group-type='editor']",
)
NOT_WORDS = frozenset({"label", "object-id"})


def read_references(article: etree._Element) -> tuple[ReferenceEntry, ...]:
    """Read every entry of every reference list of the article itself, in order."""
    entries = []
    for ref in article.iter("ref"):
        elsewhere = next(ref.iterancestors("sub-article", "response"), None)
        if elsewhere is None and not is_note(ref):
            entries += _read_ref(ref)
    return tuple(repeat_authors(entries))


def is_note(ref: etree._Element) -> bool:
    """Say whether a ref holds a remark and no work."""
    return (
        ref.find("note") is not None
        and not any(True for _ in ref.iter(*CITATIONS))
        and not re.search(r"\b(?:1[89]|20)\d\d\b|10\.\d{4}|https?://", text_of(ref))
    )


def _read_ref(ref: etree._Element) -> Iterator[ReferenceEntry]:
    label = first_text(ref, "label") or first_text(ref, ".//label")
    label = label.strip("[]().: ")
    target = ref.get("id", "")
    citations = _citations(ref)
    for citation in citations:
        entry = _read_citation(citation, label, target or citation.get("id", ""))
        words = ref.find("mixed-citation")
        if len(citations) == 1 and words is not None and words is not citation:
            entry = replace(entry, raw=split_label(text_of(words, NOT_WORDS))[1])
        yield entry
    if not citations and text_of(ref, NOT_WORDS):
        yield parse_entry(text_of(ref, NOT_WORDS), label=label, target=target)


def _citations(ref: etree._Element) -> list[etree._Element]:
    """Return the citations of a ref, each work once.

    Where the same work stands there as words and as elements, the elements count.
    """
    found = [child for child in ref if local_name(child) in CITATIONS]
    for note in ref.iterchildren("note"):
        found += note.iter(*CITATIONS)
    for both in ref.iterchildren("citation-alternatives"):
        found += [one for kind in CITATIONS for one in both.findall(kind)][:1]
    elements = [one for one in found if local_name(one) == "element-citation"]
    return elements or found


def _read_citation(citation: etree._Element, label: str, target: str) -> ReferenceEntry:
    raw = _raw(citation)
    hrefs = " ".join(
        attribute(link, "href") for link in citation.iter("ext-link", "uri", "pub-id")
    )
    own_label, words = split_label(raw)
    read = parse_entry(words if own_label else raw, links=hrefs)
    people = _people(citation) or read.people
    year = _year(citation) or read.year
    letter = re.search(r"\d{4}([a-z])\b", first_text(citation, "year"))
    place = _place(citation, read)
    return ReferenceEntry(
        raw=words if own_label else raw,
        label=label
        or own_label
        or author_year_label(
            tuple(one.surname for one in people), year, letter[1] if letter else ""
        ),
        people=people,
        et_al=read.et_al or citation.find(".//etal") is not None,
        year=year,
        title=_title(citation, read),
        journal=place.journal,
        volume=place.volume,
        issue=place.issue,
        pages=place.pages,
        doi=_identifier(citation, "doi") or find_doi(f"{hrefs} {raw}"),
        pmid=_identifier(citation, "pmid") or find_pmid(f"{hrefs} {raw}"),
        pmcid=find_pmcid(_identifier(citation, "pmcid")) or read.pmcid,
        isbn=first_text(citation, "isbn") or read.isbn,
        target=target,
        url=read.url,
    )


def _identifier(citation: etree._Element, kind: str) -> str:
    for found in citation.iter("pub-id", "object-id", "article-id", "elocation-id"):
        if (found.get("pub-id-type") or "").lower() == kind:
            words = text_of(found)
            return find_doi(words) if kind == "doi" else words
    return ""


def _people(citation: etree._Element) -> tuple[Author, ...]:
    """Return the authors; the editors where nobody else is named."""
    groups = list(citation.iter("person-group"))
    authors = [
        one
        for one in groups
        if (one.get("person-group-type") or "author")
        in ("author", "allauthors", "inventor", "compiler")
    ]
    plain = [child for child in citation if local_name(child) in NAMED]
    for holders in (authors, [citation] if plain else [], groups):
        people = [
            _author(child)
            for holder in holders
            for child in holder
            if local_name(child) in NAMED and _surname(child)
        ]
        if people:
            return tuple(people)
    collab = first_text(citation, ".//collab")
    return (Author(collab.strip(" .,;")),) if collab else ()


def _author(name: etree._Element) -> Author:
    given = first_text(name, "given-names", ".//given-names").strip(" ,;")
    return Author(_surname(name), given)


def _surname(name: etree._Element) -> str:
    surname = first_text(name, "surname", ".//surname")
    if surname:
        return surname.strip(" ,.;")
    words = text_of(name).strip(" ,;")
    if local_name(name) == "collab":
        return words.strip(" .")
    names = read_names(words)
    return names.surnames[0] if names.surnames else words.strip(" .")


def _year(citation: etree._Element) -> int | None:
    for found in citation.iter("year"):
        for words in (text_of(found), found.get("iso-8601-date") or ""):
            year = re.search(r"\b(1[5-9]\d\d|20[0-4]\d)", words)
            if year:
                return int(year[1])
    return None


def _place(citation: etree._Element, read: ReferenceEntry) -> Place:
    """Return where a work appeared: the marked source, where it is a journal's.

    A source that is not said to be a journal's is one where it has a volume and a page,
    and nobody published or edited it as a book. Without marks the words are read.
    """
    source = first_text(citation, ".//source").strip(" .,;:")
    if not source:
        return Place(read.journal, read.volume, read.issue, read.pages)
    volume = first_text(citation, ".//volume").strip(" .,;:()")
    page = first_text(citation, ".//page-range", ".//fpage", ".//elocation-id")
    last = first_text(citation, ".//lpage").strip(" .,;:")
    page = page.strip(" .,;:")
    page += f"-{last}" if last and last != page and page.isalnum() else ""
    is_book = any(citation.find(f".//{name}") is not None for name in OF_BOOKS)
    if not _is_in_journal(_kind(citation), bool(volume and page and not is_book)):
        return Place()
    issue = first_text(citation, ".//issue").strip(" .,;:()")
    return Place(source, volume, issue, page)


def _is_in_journal(kind: str, seems_so: bool) -> bool:
    return kind in JOURNALS or (kind in UNTOLD and seems_so)


def _kind(citation: etree._Element) -> str:
    """Return what a citation says it is of, in lower case; "" where it does not."""
    kind = citation.get("publication-type") or citation.get("citation-type") or ""
    return kind.lower()


def _title(citation: etree._Element, read: ReferenceEntry) -> str:
    title = first_text(citation, *(f".//{name}" for name in OWN_TITLE))
    structured = citation.find(".//source") is not None
    if not title and structured and _kind(citation) not in JOURNALS:
        title = first_text(citation, ".//source")
    if not title and not structured:
        title = read.title
    return title.strip(' .,;:“”"').strip()


def _raw(citation: etree._Element) -> str:
    """Return the entry's own words; parts without punctuation are put in a line."""
    between = [citation.text or ""] + [child.tail or "" for child in citation]
    if any(re.search(r"\w|[.,;:]", words) for words in between) or not len(citation):
        return text_of(citation, NOT_WORDS)
    return _composed(citation)


def _composed(citation: etree._Element) -> str:
    """Put an element citation's parts in the order of a Vancouver reference."""
    names = [
        " ".join(
            part
            for part in (first_text(name, "surname"), first_text(name, "given-names"))
            if part
        )
        or text_of(name)
        for name in citation.iter("name", "string-name", "collab")
    ]
    if citation.find(".//etal") is not None:
        names.append("et al")
    pages = "-".join(
        part
        for part in (first_text(citation, "fpage"), first_text(citation, "lpage"))
        if part
    ) or first_text(citation, "elocation-id", "page-range")
    issue = first_text(citation, "issue")
    place = first_text(citation, "volume") + (f"({issue})" if issue else "")
    place += f":{pages}" if pages else ""
    dated = ";".join(part for part in (first_text(citation, "year"), place) if part)
    parts = [
        ", ".join(names),
        first_text(citation, *(f".//{name}" for name in OWN_TITLE)),
        first_text(citation, ".//source"),
        first_text(citation, ".//publisher-name"),
        dated,
        first_text(citation, "comment"),
        *(text_of(link) for link in citation.iter("ext-link", "uri")),
        *(
            f"{(one.get('pub-id-type') or '').upper()}: {text_of(one)}"
            for one in citation.iter("pub-id")
        ),
    ]
    sentences = [part.rstrip(". ") for part in parts if part]
    return ". ".join(sentences) + ("." if sentences else "")
