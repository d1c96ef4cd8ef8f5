"""Reference lists in an HTML tree, found before the main text is taken.

What finds the main text drops lists that consist of links, or that stand in asides and
footers; so they are looked for by role, class and heading, and taken out of the tree.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from articles.reading.document import ReferenceEntry
from articles.reading.html.entries import (
    addresses_of,
    holds_only_links,
    links_of,
    read_item,
    with_links,
)
from articles.reading.html.items import HEADINGS, IS_SOURCE, items_in
from articles.reading.html.text import element_text, ids_of, short_text
from articles.reading.lists.entries import parse_entry, repeat_authors, split_label
from articles.reading.lists.headings import is_list_heading, is_loose_heading
from articles.reading.lists.listing import has_initials

ENTRY_CLASSES = re.compile(
    r"(?:^|\s)(?:csl-entry|ltx_bibitem|bibitem|c-article-references__item"
    r"|citation__item|ref-content|bib-?entry|references__item|reference-item"
    r"|biblioentry|html-x)(?=\s|$)"
)
CONTAINER = re.compile(
    r"(?:^|[\s_\-])(?:references?|ref-?lists?|reflist|refs|bibliograph(?:y|ie)"
    r"|csl-bib-body"
    r"|citation-?list|citations|works-?cited|literature-?cited|literature|biblist"
    r"|ltx_bibliography|ltx_biblist|doc-bibliography|article-?references?|footnotes"
    r"|doc-endnotes|endnotes|sources|bib)(?:$|[\s_\-\d])",
    re.IGNORECASE,
)
NO_CONTAINER = {
    "html",
    "body",
    "main",
    "article",
    "head",
    "a",
    "sup",
    "span",
    "p",
    "li",
}
KEPT = {"body", "html", "main", "article"}
HEADED_BY = {
    *HEADINGS,
    "p",
    "div",
    "strong",
    "b",
    "summary",
    "dt",
    "button",
    "span",
    "header",
    "legend",
    "caption",
    "th",
    "a",
}


@dataclass(frozen=True, slots=True)
class FoundList:
    """A list's entry elements, with the elements that go with them."""

    items: tuple[HtmlElement, ...]
    container: HtmlElement
    heading: HtmlElement | None = None


def take_references(
    tree: HtmlElement, wanted: set[str], *, is_list: bool = False
) -> tuple[tuple[ReferenceEntry, ...], dict[str, str]]:
    """Read the reference lists of a page and take them out of its tree.

    ``wanted`` are the fragments that links of the page point to; ``is_list`` takes all
    of a page for a list where it has none. Returns the entries
    and, for each id that stands in an entry and each address that it alone links to,
    that entry's target.
    """
    entries: list[ReferenceEntry] = []
    targets: dict[str, str] = {}
    shared: set[str] = set()
    lists = find_reference_lists(tree)
    if is_list and not lists:
        body = tree.find("body")
        lists = [FoundList(items_in(tree if body is None else body), tree)]
    for found in lists:
        for number, item in zip(_numbers(found), found.items, strict=True):
            if entries and holds_only_links(item):
                entries[-1] = with_links(entries[-1], links_of(item))
                continue
            entry = read_item(item, number)
            if entry is None:
                continue
            ids = ids_of(item)
            places = addresses_of(item)
            target = next((one for one in ids if one in wanted), ids[0] if ids else "")
            target = target or (places[0] if places else "")
            shared |= {one for one in places if one in targets}
            targets.update(dict.fromkeys([*ids, *places], target))
            entries.append(replace(entry, target=target))
        _take_out(found)
    targets = {one: where for one, where in targets.items() if one not in shared}
    return tuple(repeat_authors(entries)), targets


def find_reference_lists(tree: HtmlElement) -> list[FoundList]:
    """Find reference lists by entry classes and roles, containers, then headings."""
    taken: set[HtmlElement] = set()
    lists = []
    for found in (*_by_entries(tree), *_by_container(tree), *_by_heading(tree)):
        items = tuple(item for item in found.items if not _overlaps(item, taken))
        if items and _is_list(items, headed=found.heading is not None):
            lists.append(replace(found, items=items))
            taken.update(items)
    order = {element: place for place, element in enumerate(tree.iter())}
    return sorted(lists, key=lambda found: order[found.items[0]])


def _overlaps(item: HtmlElement, taken: set[HtmlElement]) -> bool:
    return (
        item in taken
        or any(one in taken for one in item.iterancestors())
        or any(one in taken for one in item.iterdescendants())
    )


def _is_list(items: Sequence[HtmlElement], *, headed: bool) -> bool:
    """Say whether elements are entries: most are dated or linked, none too long."""
    texts = [element_text(item) for item in items]
    filled = [text for text in texts if len(text) > 12]
    if not filled:
        return False
    dated = sum(
        IS_SOURCE.search(text) is not None or links_of(item) != ""
        for text, item in zip(texts, items, strict=True)
    )
    middle = sorted(len(text) for text in filled)[len(filled) // 2]
    if headed:
        return dated * 2 >= len(filled) and middle < 1200
    read = [parse_entry(text) for text in filled[:40]]
    sure = sum(bool(entry.year and (entry.authors or entry.title)) for entry in read)
    return sure * 2 >= len(read) and 25 <= middle < 900


def _signs(element: HtmlElement) -> str:
    names = ("class", "id", "role", "aria-label", "data-title", "aria-labelledby")
    return " ".join(element.get(name) or "" for name in names)


def _by_entries(tree: HtmlElement) -> Iterator[FoundList]:
    """Find entries that say so themselves, grouped by the element that holds them."""
    marked = [
        element
        for element in tree.iter("div", "li", "p", "dd", "span", "tr", "section")
        if element.get("role") in ("doc-biblioentry", "doc-endnote")
        or (element.get("id") or "").startswith("cite_note")
        or ENTRY_CLASSES.search(element.get("class") or "")
    ]
    known = set(marked)
    groups: dict[HtmlElement, list[HtmlElement]] = {}
    for element in marked:
        if not any(above in known for above in element.iterancestors()):
            groups.setdefault(element.getparent(), []).append(element)
    for holder, items in groups.items():
        yield FoundList(tuple(items), holder, _heading_before(holder))


def _by_container(tree: HtmlElement) -> Iterator[FoundList]:
    for element in tree.iter(
        "section", "div", "ol", "ul", "aside", "footer", "dl", "table", "details", "nav"
    ):
        if element.tag not in NO_CONTAINER and CONTAINER.search(_signs(element)):
            items = items_in(element)
            if items:
                yield FoundList(items, element, _heading_before(element))


def _by_heading(tree: HtmlElement) -> Iterator[FoundList]:
    for element in list(tree.iter(*HEADED_BY)):
        words = short_text(element, 80)
        loose = is_loose_heading(words)
        if not 5 <= len(words) < 80 or not (loose or is_list_heading(words)):
            continue
        parts = _same_paragraph(element) or _below(element)
        items = tuple(item for part in parts for item in items_in(part))
        if items and (not loose or _name_authors(items)):
            yield FoundList(items, parts[0] if len(parts) == 1 else element, element)


def _same_paragraph(heading: HtmlElement) -> list[HtmlElement]:
    """Return the paragraph whose first words are the heading, without these.

    So it is in ``<p><strong>References</strong><br>first<br>second</p>``.
    """
    parent = heading.getparent()
    if heading.tag not in ("strong", "b", "span") or parent.tag not in ("p", "div"):
        return []
    first = parent[0] is heading and not (parent.text or "").strip()
    if not first or len(parent.findall(".//br")) < 2:
        return []
    if not IS_SOURCE.search(element_text(parent, without=heading)):
        return []
    heading.drop_tree()
    return [parent]


def _name_authors(items: Sequence[HtmlElement]) -> bool:
    """Say whether most entries below a heading such as "Notes" begin with authors."""
    texts = [split_label(element_text(item))[1] for item in items]
    named = sum(has_initials(text[:400], None) for text in texts)
    return len(texts) > 1 and named * 2 >= len(texts)


def _below(heading: HtmlElement) -> list[HtmlElement]:
    """Return what follows a heading up to the next one, climbing out of wrappers."""
    element = heading
    for _ in range(4):
        parts = []
        for sibling in element.itersiblings():
            if not isinstance(sibling.tag, str):
                continue
            if sibling.tag in HEADINGS or _opens_section(sibling):
                break
            if element_text(sibling):
                parts.append(sibling)
        if parts:
            return parts
        parent = element.getparent()
        if parent is None or parent.tag in ("body", "html"):
            break
        if parent.tag in ("li", "nav", "td"):
            break
        element = parent
    return []


def _opens_section(element: HtmlElement) -> bool:
    """Say whether an element begins with a heading of its own."""
    if element.tag in ("ol", "ul"):
        return False
    first = next((one for one in element.iter() if one.tag in HEADINGS), None)
    if first is not None:
        return not is_list_heading(element_text(first))
    strong = element.find(".//strong") if element.tag == "p" else None
    words = element_text(element)
    return strong is not None and words == element_text(strong) and len(words) < 60


def _heading_before(container: HtmlElement) -> HtmlElement | None:
    """Return the list's heading: the first inside, or the one right before."""
    for inner in container.iter(*HEADINGS):
        if is_list_heading(element_text(inner)):
            return inner
        break
    element = container
    for _ in range(3):
        before = element.getprevious()
        while before is not None and not isinstance(before.tag, str):
            before = before.getprevious()
        if before is not None:
            return before if is_list_heading(element_text(before)) else None
        element = element.getparent()
        if element is None:
            return None
    return None


def _numbers(found: FoundList) -> Iterator[int]:
    """Yield the entries' numbers as the page shows them; below 1 where it counts none.

    An ordered list may begin anywhere, count down, and give an item its own number.
    """
    parent = found.items[0].getparent()
    number = _first_number(found)
    falls = number > -(10**5) and parent.get("reversed") is not None
    if falls and not (parent.get("start") or "").isdecimal():
        number = len(found.items)
    for item in found.items:
        own = item.get("value") or ""
        if item.tag == "li" and own.isdecimal() and len(own) < 5:
            number = int(own)
        yield number
        number += -1 if falls else 1


def _first_number(found: FoundList) -> int:
    """Return the number of an ordered list's first entry; 0 where it counts nothing."""
    parent = found.items[0].getparent()
    if parent is None or parent.tag != "ol":
        return -(10**6)
    if "list-style-type:none" in (parent.get("style") or "").replace(" ", ""):
        return -(10**6)
    start = parent.get("start") or ""
    return int(start) if start.isdecimal() and len(start) < 5 else 1


def _take_out(found: FoundList) -> None:
    """Remove entries, their heading, and what is empty then."""
    parents = {}
    for element in (
        *found.items,
        *([found.heading] if found.heading is not None else []),
    ):
        parent = element.getparent()
        if parent is not None:
            parents[parent] = None
            element.drop_tree()
    for parent in parents:
        while parent is not None and parent.getparent() is not None:
            above = parent.getparent()
            if parent.tag in KEPT or element_text(parent):
                break
            parent.drop_tree()
            parent = above
