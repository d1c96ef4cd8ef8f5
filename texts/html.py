"""Cleaning HTML that comes in, so that it is safe to show."""

import html
import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from bleach.html5lib_shim import Filter
from bleach.sanitizer import Cleaner

_TAGS = """
a abbr article aside b blockquote br caption cite code col colgroup dd del div dl dt em
figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd li mark ol p pre q s section small
strong sub sup table tbody td tfoot th thead time tr u ul var
"""
ARTICLE_TAGS = frozenset(_TAGS.split())
DROPPED_TAGS = frozenset({"script", "style", "template", "textarea", "title"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*)\s*[:：]", re.I)
_INVISIBLE = re.compile(
    r"[\s\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202f\ufeff]+"
)


def _is_safe(tag: str, name: str, value: str) -> bool:
    """Whether an attribute of a link stays: its title, and an address of ours.

    Bleach takes "javascript:80" for a host with a port.
    """
    if name != "href":
        return name == "title"
    bare = _INVISIBLE.sub("", html.unescape(html.unescape(value)))
    scheme = _SCHEME.match(unicodedata.normalize("NFKC", bare))
    return scheme is None or scheme[1].lower() in PROTOCOLS


PROTOCOLS = frozenset({"http", "https", "mailto"})
ARTICLE_ATTRIBUTES = {
    "a": _is_safe,
    "abbr": ["title"],
    "ol": ["start"],
    "td": ["colspan", "rowspan"],
    "th": ["colspan", "rowspan", "scope"],
}


class _DropWithContent(Filter):
    """Leaves out elements whose content is no text of the article."""

    def __iter__(self) -> Iterator[dict[str, Any]]:
        inside = 0
        for token in super().__iter__():
            if token.get("name") in DROPPED_TAGS:
                inside += {"StartTag": 1, "EndTag": -1}.get(token["type"], 0)
            elif inside <= 0:
                yield token


def clean_html(markup: str) -> str:
    """HTML that is safe to show: article text, its structure and its links.

    Takes any string, returns a fragment with the tags of ``ARTICLE_TAGS`` only.
    Scripts and styles go with their content, other tags go and leave their text;
    comments, styles, classes and ids go; links keep http, https and mailto.
    """
    # The dropped tags pass the sanitiser so that the filter behind it sees where they
    # begin and end; none of them leaves the filter.
    cleaner = Cleaner(
        tags=ARTICLE_TAGS | DROPPED_TAGS,
        attributes=ARTICLE_ATTRIBUTES,
        protocols=PROTOCOLS,
        strip=True,
        strip_comments=True,
        filters=[_DropWithContent],
    )
    return cleaner.clean(markup)
