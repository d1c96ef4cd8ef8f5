"""An answer as lines of text: what a person or a program gets, without what changes.

Words, links, forms and the classes of small marks are kept; tokens, times, hashes and
the order of attributes are not.
"""

import json
import re
from datetime import timedelta

from django.utils import timezone
from lxml import html

INLINE = frozenset(
    "a abbr b bdi br cite code em i ins del kbd mark q s small span strong sub sup "
    "time u var wbr label text tspan title".split()
)
MARKED = frozenset({"span", "mark", "b", "i", "p", "li", "tr", "td", "div", "article"})
UNSEEN = frozenset({"script", "style", "template", "head"})
SHOWN_ATTRIBUTES = (
    "href",
    "aria-label",
    "aria-current",
    "alt",
    "action",
    "method",
    "enctype",
    "hx-get",
    "hx-post",
    "name",
    "type",
    "value",
    "placeholder",
    "maxlength",
    "min",
    "max",
    "pattern",
    "accept",
    "datetime",
)
LANDMARKS = frozenset({"header", "main", "footer", "dialog"})
FLAGS = ("checked", "selected", "disabled", "required", "multiple", "readonly", "open")
HEADERS_LEFT_OUT = frozenset({"date", "content-length", "x-request-id"})
UNSTABLE = [
    (re.compile(r"\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT"), "TIME"),
    (
        re.compile(r"\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\d]*(?:Z|[+-]\d\d:?\d\d)?"),
        "TIME",
    ),
    (re.compile(r"\b\d\d:\d\d(?::\d\d)?(?: UTC)"), "TIME"),
    (re.compile(r"\b(?:Saved|saved at) \d\d:\d\d\b"), "Saved TIME"),
    (re.compile(r"\b[0-9a-f]{32,64}\b"), "HASH"),
    (re.compile(r"(cursor=|nonce-)[^&\"' ;>\]]+"), r"\1TOKEN"),
    (re.compile(r"(cursor%3D)[\w%-]+?(?=%26|[^\w%-]|$)"), r"\1TOKEN"),
    (re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"), "UUID"),
    (re.compile(r'("?txid"?: ?)\d+'), r"\1TXID"),
    (re.compile(r"^(\d+,)\d+(?=,TIME,)", re.M), r"\1TXID"),  # the same, in CSV
    (re.compile(r"127\.0\.0\.1:\d+"), "127.0.0.1:PORT"),
    (re.compile(r"[a-z0-9]{32}(?=; HttpOnly)"), "TOKEN"),
]
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def stable(text, today=None):
    """The text with times, hashes, tokens and the days around ``today`` masked."""
    for pattern, mask in UNSTABLE:
        text = pattern.sub(mask, text)
    today = today or timezone.now().date()
    for days in (-1, 0, 1):
        day = today + timedelta(days=days)
        text = text.replace(day.isoformat(), "TODAY")
        text = re.sub(
            rf"\b{day.day} {MONTHS[day.month - 1]} {day.year}\b", "TODAY", text
        )
    return text


def parts_of(answer, lines):
    """The parts of an answer, by name: what heads it, and each landmark of a page.

    Where it led to another page, that page's main part is one more.
    """
    parts = {"status": list(_status_lines(answer))}
    part = "body"
    for line in lines:
        if line in LANDMARKS:
            part = line
        else:
            parts.setdefault(part, []).append(line)
    if landed := getattr(answer, "landed", None):
        after = parts_of(landed, lines_of(landed["Content-Type"], landed.whole))
        parts["landed"] = after["status"][:1] + after.get("main", [])
    return {name: stable("\n".join(kept)).splitlines() for name, kept in parts.items()}


def _status_lines(answer):
    yield str(answer.status_code)
    for name, value in sorted(answer.headers.items()):
        if name.lower() == "content-security-policy":
            value = "; ".join(sorted(value.split("; ")))  # they come in any order
        if name.lower() not in HEADERS_LEFT_OUT:
            yield f"{name}: {value}"
    for name, cookie in sorted(answer.cookies.items()):
        flags = [flag for flag in ("httponly", "samesite", "path") if cookie[flag]]
        yield f"cookie {name}: {' '.join(flags)}"


def lines_of(content_type, body):
    """The lines of a body of that type."""
    if content_type.startswith("text/html"):
        return html_lines(body)
    if "json" in content_type and body.strip():
        return json_lines(body)
    return body.splitlines()


def json_lines(body):
    """JSON, a value a line; text that holds several values is kept as it is."""
    try:
        parsed = json.loads(body)
    except ValueError:
        return body.splitlines()
    return json.dumps(parsed, indent=1, ensure_ascii=False).splitlines()


def html_lines(body):
    """A page or fragment: what heads it, then a line for each block."""
    if not body.strip():
        return []
    root = html.fromstring(body)
    return [*_head(root), *_Blocks().of(root)]


def _head(root):
    for title in root.xpath("//head/title"):
        yield f"title: {_squeezed(title.text_content())}"
    for meta in root.xpath("//head/meta[@content]"):
        name = meta.get("name") or meta.get("property") or meta.get("http-equiv")
        yield f"meta {name}: {meta.get('content')}"
    for link in root.xpath("//head/link[not(@rel='stylesheet' or @rel='icon')]"):
        yield f"link {link.get('rel')} {link.get('type', '')} {link.get('href')}"


class _Blocks:
    """Collects the lines of a tree: a block element begins a line, and ends it."""

    def __init__(self):
        self.lines, self.words = [], []

    def of(self, root):
        self._walk(root)
        self._end_line()
        return self.lines

    def _walk(self, element):
        if not isinstance(element.tag, str) or element.tag in UNSEEN:
            self._say(element.tail)
            return
        if element.tag in LANDMARKS and element.getparent().tag == "body":
            self._end_line()
            self.lines.append(element.tag)
        is_block = element.tag not in INLINE
        if is_block:
            self._end_line()
        self._say(_described(element))
        self._say(element.text)
        for child in element:
            self._walk(child)
        if is_block:
            self._end_line()
        self._say(element.tail)

    def _say(self, words):
        if words:
            self.words.append(words)

    def _end_line(self):
        if line := _squeezed("".join(self.words)):
            self.lines.append(line)
        self.words = []


def _described(element):
    """What an element says beside its words, in square brackets; empty if nothing."""
    if element.get("name") == "csrfmiddlewaretoken":
        return ""
    said = [
        f"{name}={element.get(name)}" for name in SHOWN_ATTRIBUTES if element.get(name)
    ]
    said += [flag for flag in FLAGS if element.get(flag) is not None]
    if element.tag in MARKED and element.get("class"):
        said.append("." + ".".join(sorted(element.get("class").split())))
    return f"[{element.tag} {' '.join(said)}] " if said else ""


def _squeezed(text):
    return " ".join(text.split())
