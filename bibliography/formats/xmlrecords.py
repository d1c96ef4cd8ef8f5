"""XML files of many records: each record's element cut out and parsed on its own.

So a file of any size is read with flat memory, and one broken record does not take the
others with it. Entities and the network are off; a document type is never loaded.
"""

import html
import re
from collections.abc import Iterator

from lxml import etree

from bibliography.formats.entry import SHOWN, Entry
from bibliography.formats.fields import stated
from bibliography.formats.source import Source

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ILLEGAL_REFERENCE = re.compile(
    r"&#(?:x0*(?:[0-8bcef]|1[0-9a-f])|0*(?:[0-8]|1[1-9]|2\d|3[01]));", re.I
)
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)", re.I)
_NAMED_ENTITY = re.compile(r"&([a-z][a-z0-9]+);", re.I)
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})


class NotXML(ValueError):
    """A text that is no well-formed XML; says where and why."""


def parse(text: str) -> etree._Element:
    """The root element of a small document, without entities, DTD or network.

    Raises ``NotXML``.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    try:
        return etree.fromstring(text, parser)
    except (etree.XMLSyntaxError, ValueError) as error:  # ValueError: a NUL, and such
        raise NotXML(str(error)) from error


def parse_mended(text: str, warnings: list[str]) -> etree._Element:
    """The same for an element that may hold what XML forbids, with a warning."""
    try:
        return parse(text)
    except NotXML:
        mended = _ILLEGAL_REFERENCE.sub("", _ILLEGAL.sub("", text))
        mended = _NAMED_ENTITY.sub(_as_characters, mended)
        root = parse(_BARE_AMPERSAND.sub("&amp;", mended))
        warnings.append("Characters that XML forbids were taken out.")
        return root


def _as_characters(entity: re.Match[str]) -> str:
    """An HTML entity as its characters; XML's own stay."""
    if entity[1] in _XML_ENTITIES:
        return entity[0]
    return html.escape(html.unescape(entity[0]), quote=False)


def entries(source: Source, *names: str) -> Iterator[Entry]:
    """The text of every element of the given names, in order, not parsed yet.

    Elements of these names do not stand within each other. One that the file ends in
    the middle of comes as well; one longer than any record is comes as its beginning.
    """
    alternatives = "|".join(names)
    begin = re.compile(rf"<(?:{alternatives})(?=[\s>/])")
    end = re.compile(rf"</(?:{alternatives})\s*>")
    for number, (at, text) in enumerate(_elements(source, begin, end), 1):
        entry = Entry(number=number, line=at)
        if not entry.keeps(text):
            entry.raw_lines = [text[:SHOWN]]
        yield entry


def _elements(
    source: Source, begin: re.Pattern[str], end: re.Pattern[str]
) -> Iterator[tuple[int, str]]:
    """(line, text) of each element; looks at every line once, however long."""
    parts: list[str] | None = None  # of the element we are in
    began = 0
    for at, line in enumerate(source.lines(), 1):
        position = 0
        closed = end.search(line)  # searched on only once it is passed
        while True:
            if parts is None:
                found = begin.search(line, position)
                if not found:
                    break
                parts, began, position = [], at, found.start()
            # An element that another one of its kind follows was never closed.
            if closed and closed.start() < position:
                closed = end.search(line, position)
            again = begin.search(line, position + (1 if not parts else 0))
            if again and (not closed or again.start() < closed.start()):
                yield began, "\n".join([*parts, line[position : again.start()]])
                parts, began, position = None, at, again.start()
            elif closed:
                yield began, "\n".join([*parts, line[position : closed.end()]])
                parts, position = None, closed.end()
            else:
                parts.append(line[position:])
                break
    if parts is not None:
        yield began, "\n".join(parts)


def text_of(element: etree._Element | None, path: str = ".") -> str:
    """The text of the first element at a path, tags within it taken away."""
    if element is None:
        return ""
    found = element if path == "." else element.find(path)
    return "" if found is None else stated(inner_text(found))


def texts_of(element: etree._Element, path: str) -> list[str]:
    """The text of every element at a path that says something."""
    return [text for text in map(text_of, element.iterfind(path)) if text]


def inner_text(element: etree._Element) -> str:
    """All text within an element, as it stands; comments and instructions left out."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str):
            parts.append(inner_text(child))
        elif child.tag is etree.Entity:
            parts.append(html.unescape(child.text or ""))
        parts.append(child.tail or "")
    return "".join(parts)
