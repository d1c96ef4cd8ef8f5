"""Small steps on parsed XML that both JATS modules take."""

import re
from html.entities import html5

from lxml import etree

# What to put between names and their parts, which some journals set side by side.
BETWEEN = {
    "surname": " ",
    "given-names": " ",
    "prefix": " ",
    "name": ", ",
    "string-name": ", ",
}
ENTITY = re.compile(r"^&(.+?);?$")


def without_namespaces(root: etree._Element) -> etree._Element:
    """Strip the namespaces from all element names, in place."""
    for element in root.iter(etree.Element):
        if element.tag.startswith("{"):
            element.tag = element.tag.rpartition("}")[2]
    return root


def local_name(element: etree._Element) -> str:
    """Return an element's name; "" for comments, instructions and entities."""
    return element.tag if isinstance(element.tag, str) else ""


def entity_text(element: etree._Element) -> str:
    """Return the character that an unresolved entity stands for in HTML."""
    if element.tag is not etree.Entity:
        return ""
    found = ENTITY.match(element.text or "")
    return html5.get(f"{found[1]};", "") if found else ""


def named_entity(found: re.Match[str]) -> str:
    """Return the character of an entity that HTML names and XML does not."""
    own = found[1] in ("amp", "lt", "gt", "quot", "apos")
    return found[0] if own else html5.get(f"{found[1]};", found[0])


def attribute(element: etree._Element, name: str) -> str:
    """Return an attribute by its local name, in whatever namespace."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return value
    return ""


def text_of(
    element: etree._Element | None, skipped: frozenset[str] = frozenset()
) -> str:
    """Return an element's words in one line, without the elements skipped."""
    if element is None:
        return ""
    return " ".join("".join(_pieces(element, skipped)).split())


def _pieces(element: etree._Element, skipped: frozenset[str]) -> list[str]:
    out, stack = [], [iter([element])]
    tails: list[str] = [""]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            out.append(tails.pop())
            continue
        tail = (child.tail or "") if child is not element else ""
        name = local_name(child)
        if not tail and child.getnext() is not None:
            tail = BETWEEN.get(name, "")
        if not name:
            out.append(entity_text(child) + tail)
        elif name in skipped:
            out.append(tail)
        elif name in ("break", "br"):
            out.append(" " + tail)
        else:
            out.append(child.text or "")
            stack.append(iter(child))
            tails.append(tail)
    return out


def first_text(element: etree._Element, *paths: str) -> str:
    """Return the words of the first path that has any."""
    for path in paths:
        for found in element.iterfind(path):
            words = text_of(found)
            if words:
                return words
    return ""
