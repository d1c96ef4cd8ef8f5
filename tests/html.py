"""HTML as a browser shows it, for tests of what a page says."""

import html
import re

BLOCK = re.compile(r" ?(</?(?:dd|div|dl|dt|h\d|li|p|td|th|tr|ul)\b[^>]*>) ?")


def shown(answer):
    """An answer's HTML: white space is one space, and none at the edge of a block."""
    page = re.sub(r"\s+", " ", answer.content.decode()).replace(" >", ">")
    return BLOCK.sub(r"\1", page).strip()


def links_of(answer):
    """Where the links of an answer's HTML lead."""
    found = re.findall(r'<a\b[^>]*\bhref="([^"]*)"', answer.content.decode())
    return [html.unescape(each) for each in found]


def as_sent(answer, **typed):
    """What a browser sends of a page's ``form`` with some fields typed over."""
    form = answer.context["form"]
    stands = {field.html_name: field.value() for field in form}
    said = {**stands, **typed}
    return {name: value for name, value in said.items() if value not in (None, [])}
