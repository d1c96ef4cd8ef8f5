"""Small steps on an HTML tree: an element's words, and the ids in it."""

import re

from lxml.html import HtmlElement

NO_WORDS = frozenset(
    ["script", "style", "template", "noscript", "svg", "button", "input", "select"]
)
APART = frozenset(
    [
        "p",
        "div",
        "li",
        "ul",
        "ol",
        "dl",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "table",
        "section",
        "article",
        "aside",
        "header",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "br",
        "blockquote",
        "figure",
        "figcaption",
        "cite",
    ]
)
HIDDEN = re.compile(
    r"mw-cite-backlink|footnote-back(?:ref|link)?|reversefootnote|visually-hidden"
    r"|sr-only|screen-reader|usa-sr-only|mw-editsection|reflinks|references__links"
    r"|extra-links|cit-extra|ref-links",
)


def element_text(
    element: HtmlElement, *, breaks: str = " ", without: HtmlElement | None = None
) -> str:
    """Return an element's words; ``breaks`` stands for <br>, blocks stand apart."""
    pieces: list[str] = []
    _collect(element, pieces, breaks, without, 0)
    text = "".join(pieces)
    if breaks == "\n":
        lines = (" ".join(line.split()) for line in text.split("\n"))
        return "\n".join(lines).strip()
    return " ".join(text.split())


def dissolve_spans(tree: HtmlElement) -> None:
    """Put the words of spans into the elements that hold them, in place.

    lxml's own way takes the longer the more spans one element holds.
    """
    spans = list(tree.iter("span"))
    holders = dict.fromkeys(span.getparent() for span in reversed(spans))
    for holder in holders:
        if holder is not None:
            _dissolve_in(holder)


def _dissolve_in(holder: HtmlElement) -> None:
    kept: list[HtmlElement] = []
    words = [holder.text or ""]
    for child in holder:
        if child.tag == "span" and len(child) == 0:
            words += [child.text or "", child.tail or ""]
            continue
        _end_words(holder, kept, words)
        kept.append(child)
        words = [child.tail or ""]
    _end_words(holder, kept, words)
    holder[:] = kept


def _end_words(holder: HtmlElement, kept: list[HtmlElement], words: list[str]) -> None:
    if kept:
        kept[-1].tail = "".join(words)
    else:
        holder.text = "".join(words)


def short_text(element: HtmlElement, most: int) -> str:
    """Return an element's words where they are at most so long, else nothing.

    What it costs does not grow with the element.
    """
    length = 0
    for words in element.itertext():
        length += len(words.strip())
        if length > most:
            return ""
    return element_text(element)


def _collect(
    element: HtmlElement,
    pieces: list[str],
    breaks: str,
    without: HtmlElement | None,
    depth: int,
) -> None:
    if not isinstance(element.tag, str) or element.tag in NO_WORDS:
        return
    if element is without or HIDDEN.search(element.get("class") or ""):
        return
    if depth > 200:
        pieces.append(" ".join(element.itertext()))
        return
    apart = element.tag in APART
    if element.tag == "br":
        pieces.append(breaks)
        return
    if apart:
        pieces.append(" ")
    # A newline of the source is a blank; only <br> breaks a line.
    pieces.append((element.text or "").replace("\n", " "))
    for child in element:
        _collect(child, pieces, breaks, without, depth + 1)
        pieces.append((child.tail or "").replace("\n", " "))
    if apart:
        pieces.append(" ")


def ids_of(element: HtmlElement) -> list[str]:
    """Return the ids and anchor names in an element, its own first."""
    found = []
    for one in element.iter():
        if isinstance(one.tag, str):
            found += [value for name in ("id", "name") if (value := one.get(name))]
    term = element.getprevious() if element.tag == "dd" else None
    if term is not None and term.tag == "dt":
        found += [value for name in ("id", "name") if (value := term.get(name))]
    parent = element.getparent()
    if parent is not None and len(parent) == 1 and parent.get("id"):
        found.append(parent.get("id"))
    return found
