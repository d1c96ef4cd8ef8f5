"""One entry of an HTML reference list: its element read into a ReferenceEntry."""

import re
from copy import deepcopy
from dataclasses import replace

from lxml.html import HtmlElement

from articles.reading.document import ReferenceEntry
from articles.reading.html.text import element_text
from articles.reading.html.wikipedia import read_coins
from articles.reading.lists.entries import parse_entry, split_label
from articles.reading.lists.identifiers import find_doi, find_pmid, is_only_links

BACK_LINKS = re.compile(r"[\s↑^↩︎⤴↵]+$|^[\s↑^↩︎↵]+|\b(?:Jump up to: ?|Jump up ?)")
TITLE_CLASS = re.compile(
    r"(?:^|[\s_-])(?:cit-|ref-|article-?)?title(?:$|\s)", re.IGNORECASE
)


def holds_only_links(item: HtmlElement) -> bool:
    """Say whether an element has nothing but links such as "PubMed | CrossRef"."""
    return is_only_links(element_text(item))


def read_item(item: HtmlElement, number: int) -> ReferenceEntry | None:
    """Read an entry from its element; None where it holds next to no words.

    ``number`` is its place in an ordered list, below 1 where the list counts nothing.
    """
    tag = _label_of(item)
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
    entry = parse_entry(
        _in_sentences(item),
        label=label,
        links=links_of(item),
        title=_marked_title(item),
    )
    return read_coins(item, replace(entry, raw=_own_raw(words, entry.label)))


def _own_raw(words: str, label: str) -> str:
    """Return an entry's words as the page has them, without its number."""
    number, rest = split_label(words)
    return rest if number and number == label else words


def _in_sentences(item: HtmlElement) -> str:
    """Return an entry's words; parts in blocks of their own end in a full stop."""
    item = deepcopy(item)
    tag = _label_of(item)
    if tag is not None:
        tag.drop_tree()
    for inner in item.iter("ol", "ul"):
        names = [one for one in inner if not is_only_links(element_text(one))]
        for one in names[:-1]:
            _end_in(one, ",")
    for part in item.iter("div"):
        words = element_text(part)
        if part is not item and words and not is_only_links(words):
            _stop_before(part)
            _end_in(part, ".")
    return BACK_LINKS.sub("", element_text(item)).strip()


def _end_in(element: HtmlElement, mark: str) -> None:
    """End an element's words in a mark, unless they end in one."""
    if element_text(element)[-1:].isalnum():
        last = element[-1] if len(element) else None
        if last is None:
            element.text = f"{element.text.rstrip()}{mark}"
        else:
            last.tail = f"{(last.tail or '').rstrip()}{mark}"


def _stop_before(part: HtmlElement) -> None:
    """End the words right before a block in a full stop."""
    before, holder = part.getprevious(), part.getparent()
    words = (before.tail if before is not None else holder.text) or ""
    if not words.strip() and before is not None:
        words = element_text(before)
    if not words.strip()[-1:].isalpha():
        return
    if before is not None:
        before.tail = f"{(before.tail or '').rstrip()}."
    else:
        holder.text = f"{words.rstrip()}."


def _marked_title(item: HtmlElement) -> str:
    """The title that a page marks as one, by its class or, where it leads, in bold."""
    marked = [x for x in item.iter() if TITLE_CLASS.search(str(x.get("class") or ""))]
    if not marked:
        lead = next((x for x in item.iter("strong", "b")), None)
        words = element_text(lead) if lead is not None else ""
        leads = _in_sentences(item).startswith(words) and len(words.split()) > 1
        marked = [lead] if leads and not split_label(words)[0] else []
    title = element_text(marked[0]).strip(" .,;") if len(marked) == 1 else ""
    if re.fullmatch(r'“[^“”]*”|"[^"]*"', title):
        title = title[1:-1].strip(" .,;")
    return title if len(title) > 5 else ""


def with_links(entry: ReferenceEntry, links: str) -> ReferenceEntry:
    """Add the identifiers of links that stand in a line of their own."""
    return replace(
        entry, doi=entry.doi or find_doi(links), pmid=entry.pmid or find_pmid(links)
    )


def _label_of(item: HtmlElement) -> HtmlElement | None:
    """Return the element that holds an entry's number, where it has one."""
    found = (one for one in item.iter("span", "div", "dt") if _is_label(one))
    tag = next(found, None)
    return tag if tag is not None and len(element_text(tag)) <= 24 else None


def _is_label(element: HtmlElement) -> bool:
    classes = element.get("class") or ""
    return (
        re.search(
            r"(?:^|[\s_-])(?:label|ltx_tag_bibitem|csl-left-margin|bullet|order|counter"
            r"|refnum|(?:ref(?:erence)?|cit(?:ation)?)[_-]?(?:num(?:ber)?|no))(?:\s|$)",
            classes,
        )
        is not None
    )


def links_of(item: HtmlElement) -> str:
    """Return the addresses an entry links to, those with a DOI first."""
    hrefs = [link.get("href") or "" for link in item.iter("a")]
    hrefs = [href for href in hrefs if href.startswith(("http", "//", "doi:"))]
    return " ".join(sorted(hrefs, key=lambda href: not find_doi(href)))


def addresses_of(item: HtmlElement) -> list[str]:
    """Return what an entry's links lead to, each once, as ``address_key`` names it."""
    keys = (address_key(link.get("href") or "") for link in item.iter("a"))
    return list(dict.fromkeys(key for key in keys if key))


def address_key(href: str) -> str:
    """Name what a link leads to: its DOI, its PubMed number, else host and path.

    Empty for addresses within the site, of a site's front page, and of searches.
    """
    if not href.startswith(("http://", "https://", "//")):
        return ""
    doi, pmid = find_doi(href).casefold(), find_pmid(href)
    if doi or pmid:
        return f"doi:{doi}" if doi else f"pmid:{pmid}"
    place = re.sub(r"^(?:https?:)?//(?:www\.)?|#.*$", "", href).rstrip("/")
    return place if "/" in place and "?" not in place else ""
