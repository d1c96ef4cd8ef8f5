"""Citation markers of an HTML page, made fit to pass through text extraction.

A marker that links to an entry, or to the page of a work, is wrapped in three rare
brackets that carry its number; superscripts are written so that no digit sticks to a
word.
"""

import re
from urllib.parse import unquote

from lxml.html import HtmlElement

from articles.reading.citing.addresses import identify
from articles.reading.citing.page import is_raised_mark
from articles.reading.composing import raised
from articles.reading.html.entries import address_key
from articles.reading.html.text import dissolve_spans, element_text

MOST_TOGETHER = 20  # raised numbers that are looked at as one marker
OPEN, POINT, CLOSE = "⟬", "⟭", "⟮"
NUMBERS = re.compile(
    r"(?:refs?\.?\s)?\(?\s*\d{1,3}(?:\s*[,;–—‐−-]\s*\d{1,3})*\s*,?\s*\)?", re.IGNORECASE
)
# What journals and wikis call the place of an entry, also of one that is not there.
ENTRY_PLACE = re.compile(
    r"(?:cite(?:_note)?|refs?|references?|bib(?:r|l)?|cr|rid|fn|(?:foot|end)-?notes?)"
    r"[._:-]?\w{0,12}?\d{1,3}",
    re.IGNORECASE,
)
UNIT_BEFORE = re.compile(
    r"(?:\d|\b(?:[kcmdµμn]?m|ft|in|s|min|h|x|[RrχΧIeη])|[=×^/−-])\s*$"
)


def fragments(tree: HtmlElement) -> set[str]:
    """Return the ids that links of a page point to."""
    hrefs = (link.get("href") or "" for link in tree.iter("a"))
    found = {_fragment(href) for href in hrefs}
    found |= {f"ref-{key}" for span in tree.iter("span", "cite") for key in _keys(span)}
    return {one for one in found if one}


def _fragment(href: str) -> str:
    return unquote(href.partition("#")[2]).strip()


def _keys(element: HtmlElement) -> list[str]:
    return (element.get("data-cites") or "").split()


def mark_citations(
    tree: HtmlElement, targets: dict[str, str], count: int
) -> list[tuple[str, ...]]:
    """Wrap the links to entries, and write superscripts out; the tree is changed.

    ``targets`` maps ids to entries, ``count`` is how many entries there are. Returns
    the targets of each wrapped link, by the number inside its brackets.
    """
    linked: list[tuple[str, ...]] = []
    for link in list(tree.iter("a")):
        href = link.get("href") or ""
        fragment = _fragment(href) if "#" in href else link.get("data-rid") or ""
        key = fragment if fragment in targets else address_key(href)
        if not element_text(link):
            continue
        if key in targets:
            _wrap(link, (targets[key],), linked)
        elif identify(href) is not None:
            _wrap(link, (href,), linked)
        elif ENTRY_PLACE.fullmatch(fragment):
            _bracket(link)
    for span in list(tree.iter("span", "cite")):
        wanted = tuple(
            targets[f"ref-{key}"] for key in _keys(span) if f"ref-{key}" in targets
        )
        named = (span.get("data-id") or span.get("data-rid") or "").lstrip("#")
        if named in targets and not wanted:
            wanted = (targets[named],)
        if wanted and OPEN not in "".join(span.itertext()):
            _wrap(span, wanted, linked)
    raised_numbers = list(tree.iter("sup"))
    highest = count or _counted_up(raised_numbers)
    for sup in reversed(raised_numbers):  # what stands before one tells of it
        _write_out(sup, highest)
    dissolve_spans(tree)
    return linked


def _counted_up(raised_numbers: list[HtmlElement]) -> int:
    """Return how far raised numbers cite on a page without a list; 0 if they don't.

    They do where they count up from 1, and where each follows a full stop or the like,
    or leads to a place: a part of a page need not begin at 1.
    """
    numbers: set[int] = set()
    are_marks = True
    for sup in raised_numbers:
        words = element_text(sup)
        if NUMBERS.fullmatch(words) and _cites(sup, words, 999):
            numbers |= {int(number) for number in re.findall(r"\d+", words)}
            are_marks = are_marks and _is_mark(sup)
    highest = max(numbers, default=0)
    counts_up = 1 in numbers and len(numbers) * 2 >= highest
    return highest if counts_up or are_marks else 0


def _is_mark(sup: HtmlElement) -> bool:
    """Say whether a raised number leads to a place, or stands as a mark does."""
    links = (link.get("href") or "" for link in sup.iter("a"))
    leads = any("#" in href for href in links)
    return leads or is_raised_mark(_before(sup), sup.tail or "", element_text(sup))


def _wrap(
    element: HtmlElement, wanted: tuple[str, ...], linked: list[tuple[str, ...]]
) -> None:
    inside = element.find(".//sup")
    words = element_text(element)
    if inside is not None and NUMBERS.fullmatch(words):
        words = f"[{words}]"
    for child in list(element):
        element.remove(child)
    _write(element, f"{OPEN}{len(linked)}{POINT}{words}{CLOSE}")
    linked.append(wanted)


def _bracket(link: HtmlElement) -> None:
    """Put brackets around a number that has none."""
    words = element_text(link)
    previous, parent = link.getprevious(), link.getparent()
    before = (previous.tail if previous is not None else parent.text) or ""
    if NUMBERS.fullmatch(words) and not before.endswith(("[", "(")):
        link.text = f"[{words.strip('(), ')}]"
        del link[:]


def _write(element: HtmlElement, words: str) -> None:
    """Leave nothing of an element but words.

    It stays in the tree until all are dissolved at once.
    """
    element.text = words
    element.tag = "span"
    element.attrib.clear()


def _write_out(sup: HtmlElement, count: int) -> None:
    """Replace a superscript by brackets, where it cites, else by raised digits."""
    if sup.getparent() is None:
        return
    words = element_text(sup)
    bare = re.sub(rf"{OPEN}\d+{POINT}|{CLOSE}", "", words)
    if OPEN in words:
        inside = words if bare.startswith(("[", "(")) else f"[{words}]"
    elif NUMBERS.fullmatch(bare) and _cites(sup, bare, count):
        inside = f"[{bare.strip('(), ')}]"
    else:
        apart = _right_before(sup) is not None and NUMBERS.fullmatch(bare)
        inside = ("˒" if apart else "") + raised(bare)
    for child in list(sup):
        sup.remove(child)
    _write(sup, inside)


def _cites(sup: HtmlElement, words: str, count: int) -> bool:
    """Say whether raised numbers are a marker: after a word, within the list.

    Of several that stand together, the first tells.
    """
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    before = _before(sup)
    return (
        max(numbers) <= count
        and before.strip() != ""
        and UNIT_BEFORE.search(before[-12:]) is None
    )


def _before(sup: HtmlElement) -> str:
    """Return the words before a raised number, or before those it stands with."""
    for _ in range(MOST_TOGETHER):
        other = _right_before(sup)
        if other is None:
            break
        sup = other
    previous, parent = sup.getprevious(), sup.getparent()
    before = (previous.tail if previous is not None else parent.text) or ""
    if not before.strip() and previous is not None:
        return element_text(previous)
    return before


def _right_before(sup: HtmlElement) -> HtmlElement | None:
    """Return the raised number that another stands right behind, if any."""
    before = sup.getprevious()
    if before is None or before.tag != "sup" or (before.tail or "").strip():
        return None
    return before if NUMBERS.fullmatch(element_text(before)) else None
