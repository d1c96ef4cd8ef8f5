"""One entry of an HTML reference list: its element read into a ReferenceEntry."""

import re
from dataclasses import replace

from lxml.html import HtmlElement

from .document import ReferenceEntry
from .html_text import element_text
from .references import find_doi, find_pmid, parse_entry, split_label
from .wikipedia import read_coins

BACK_LINKS = re.compile(r"[\s↑^↩︎⤴↵]+$|^[\s↑^↩︎↵]+|\b(?:Jump up to: ?|Jump up ?)")
ONLY_LINKS = re.compile(
    r"(?:\W|\b(?:PubMed|Abstract|Cross ?Ref|Full ?Text|Google|Scholar|View|Article|DOI"
    r"|PMC|free|Web of Science|Scopus|CAS|Medline|NCBI|PDF|Link|Open URL|Download)\b)*",
    re.IGNORECASE,
)
TITLE_CLASS = re.compile(
    r"(?:^|\s)(?:cit-|ref-|article-?)?title(?:$|\s)", re.IGNORECASE
)


def holds_only_links(item: HtmlElement) -> bool:
    """Say whether an element has nothing but links such as "PubMed | CrossRef"."""
    return ONLY_LINKS.fullmatch(element_text(item)) is not None


def read_item(item: HtmlElement, number: int) -> ReferenceEntry | None:
    """Read an entry from its element; None where it holds next to no words.

    ``number`` is its place in an ordered list, below 1 where the list counts nothing.
    """
    tag = next((one for one in item.iter("span", "div", "dt") if _is_label(one)), None)
    label = element_text(tag).strip("[]().: ") if tag is not None else ""
    words = element_text(item, without=tag)
    words = BACK_LINKS.sub("", words).strip()
    if len(words) < 8:
        return None
    if item.tag == "dd" and not label and item.getprevious() is not None:
        label = element_text(item.getprevious()).strip("[]().: ")
    counted = str(number) if number > 0 else ""
    if not label.isdigit():
        counted = item.get("data-counter", counted).strip(". ")
    label = label if label.isdigit() else counted
    entry = parse_entry(_in_sentences(item, tag), label=label, links=links_of(item))
    entry = replace(entry, raw=_own_raw(words, entry.label))
    return read_coins(item, _with_marked_title(item, entry))


def _own_raw(words: str, label: str) -> str:
    """Return an entry's words as the page has them, without its number."""
    number, rest = split_label(words)
    return rest if number and number == label else words


def _in_sentences(item: HtmlElement, tag: HtmlElement | None) -> str:
    """Return an entry's words; parts in blocks of their own end in a full stop."""
    parts = [one for one in item.iter("div") if one.find(".//div") is None]
    words = BACK_LINKS.sub("", element_text(item, without=tag)).strip()
    for part in parts:
        inner = element_text(part, without=tag)
        if len(parts) > 1 and inner[-1:].isalnum() and inner in words:
            words = words.replace(inner, f"{inner}.", 1)
    return words


def _with_marked_title(item: HtmlElement, entry: ReferenceEntry) -> ReferenceEntry:
    """Take a title that the page marks as one; it may stand before the authors."""
    marked = [x for x in item.iter() if TITLE_CLASS.search(str(x.get("class") or ""))]
    title = element_text(marked[0]).strip(' .,;“”"') if len(marked) == 1 else ""
    if len(title) < 8 or title not in entry.raw:
        return entry
    if entry.raw.startswith(title) and not entry.authors:
        rest = parse_entry(entry.raw[len(title) :].lstrip(" .,;"))
        label = entry.label or rest.label
        entry = replace(
            entry, authors=rest.authors, year=rest.year or entry.year, label=label
        )
    return replace(entry, title=title)


def with_links(entry: ReferenceEntry, links: str) -> ReferenceEntry:
    """Add the identifiers of links that stand in a line of their own."""
    return replace(
        entry, doi=entry.doi or find_doi(links), pmid=entry.pmid or find_pmid(links)
    )


def _is_label(element: HtmlElement) -> bool:
    classes = element.get("class") or ""
    return (
        re.search(
            r"(?:^|\s)(?:label|ltx_tag_bibitem|csl-left-margin|ref-label"
            r"|c-article-references__counter|refnum)(?:\s|$)",
            classes,
        )
        is not None
    )


def links_of(item: HtmlElement) -> str:
    """Return the addresses an entry links to, those with a DOI first."""
    hrefs = [link.get("href") or "" for link in item.iter("a")]
    hrefs = [href for href in hrefs if href.startswith(("http", "//", "doi:"))]
    return " ".join(sorted(hrefs, key=lambda href: not find_doi(href)))
