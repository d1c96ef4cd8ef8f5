"""The elements that are the entries of a reference list in an HTML tree."""

import re

from lxml import html
from lxml.html import HtmlElement

from articles.reading.html.text import element_text
from articles.reading.lists.headings import is_list_heading
from articles.reading.lists.listing import split_entries
from articles.reading.plain.lines import split_lines

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
IS_SOURCE = re.compile(r"\b(?:1[5-9]|20)\d\d[a-z]?\b|10\.\d{4,9}/|https?://")


def items_in(container: HtmlElement) -> tuple[HtmlElement, ...]:
    """Return the elements of a container that are its entries."""
    listed = [one for one in container.iter() if one.get("role") == "listitem"]
    if len(listed) > 1:
        return tuple(one for one in listed if not _inside(one, listed))
    lists = [
        one for one in container.iter("ol", "ul") if not _inside_item(one, container)
    ]
    items = [item for one in lists for item in one.iterchildren("li", "div")]
    if not items and container.tag == "li":
        return ()
    if not items:
        items = list(container.iter("dd")) or list(container.iter("tr"))
    if not items:
        items = _rows(container) or _paragraphs(container)
    return tuple(items)


def _inside_item(element: HtmlElement, container: HtmlElement) -> bool:
    for ancestor in element.iterancestors():
        if ancestor is container:
            return False
        if ancestor.tag in ("li", "dd"):
            return True
    return False


def _paragraphs(container: HtmlElement) -> list[HtmlElement]:
    """Take paragraphs as entries; several entries in one are parted first."""
    if container.tag in HEADINGS:
        return []
    paragraphs = [
        one
        for one in ([container] if container.tag == "p" else container.iter("p", "div"))
        if element_text(one)
        and next(one.iterdescendants("p", "div", "li"), None) is None
        and not is_list_heading(element_text(one))
    ]
    if not paragraphs and container.tag not in ("a", "button", "form", "nav", "script"):
        paragraphs = [container]
    out = []
    for paragraph in paragraphs:
        out += _parted(paragraph)
    return out


def _parted(paragraph: HtmlElement) -> list[HtmlElement]:
    """Part a paragraph at its line breaks, where each part is an entry."""
    if paragraph.find(".//br") is None:
        return [paragraph]
    text = element_text(paragraph, breaks="\n")
    lines = split_lines(text)
    spans = split_entries(lines)
    if len(spans) < 2:
        return [paragraph]
    parts = []
    for start, end in spans:
        part = html.Element("p")
        part.text = text[start:end]
        parts.append(part)
    holder = html.Element("div")
    holder.extend(parts)
    paragraph.clear()
    paragraph.append(holder)
    return parts


def _inside(element: HtmlElement, others: list[HtmlElement]) -> bool:
    known = set(others)
    return any(ancestor in known for ancestor in element.iterancestors())


def _rows(container: HtmlElement) -> list[HtmlElement]:
    """Take blocks as entries whose number, authors or title are blocks inside."""
    while len(blocks := _blocks_of(container)) == 1:
        container = blocks[0]
    if len(blocks) < 2 or len({one.tag for one in blocks}) > 1:
        return []
    if not any(_blocks_of(one) for one in blocks):
        return []
    texts = [element_text(one) for one in blocks]
    dated = sum(IS_SOURCE.search(text) is not None for text in texts)
    single = all(len(text) < 1200 for text in texts)
    return blocks if single and dated * 10 >= len(blocks) * 7 else []


def _blocks_of(element: HtmlElement) -> list[HtmlElement]:
    return [
        one
        for one in element.iterchildren("div", "section", "article", "p")
        if element_text(one) and not is_list_heading(element_text(one))
    ]
