"""The items of a JSON file of references, whichever way the file holds them.

An array, an object with a list of items in it, one item, or one item a line. Where the
file is cut or broken, the items that are whole are read and the others kept.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bibliography.formats.entry import LONGEST, SHOWN

_ITEM_KEYS = frozenset({"title", "DOI", "author", "creators", "PMID", "itemType"})
_LISTS = ("items", "message", "references", "records", "entries", "data")


@dataclass(frozen=True, slots=True)
class Broken:
    """A piece of a file that is no JSON."""

    text: str


@dataclass(frozen=True, slots=True)
class Endless:
    """An item that is longer than any record is, by its beginning."""

    text: str


def items_of(text: str) -> list[Any]:
    """The items of a text; pieces that do not parse are ``Broken``.

    What is ``Endless`` is not parsed: it would take ten times its room.

    Raises ``ValueError`` with a sentence where the text is no JSON at all.
    """
    text = text.strip("\ufeff \n\t")
    if len(text) > LONGEST and (parts := list(_bounded(text))):
        return parts
    try:
        return _within(json.loads(text, strict=False))
    except RecursionError:
        why = "The file's JSON is nested too deeply."
    except json.JSONDecodeError as error:
        why = (
            f"The file is not JSON: line {error.lineno}, column {error.colno}:"
            f" {error.msg}."
        )
    pieces = list(_pieces(text))
    if all(isinstance(piece, Broken) for piece in pieces):
        raise ValueError(why)
    return pieces


def _within(data: Any) -> list[Any]:
    """The items that a parsed file holds."""
    if isinstance(data, list):
        return data
    if not isinstance(data, dict) or _ITEM_KEYS & data.keys():
        return [data]
    for name in _LISTS:
        if isinstance(data.get(name), (list, dict)):
            return _within(data[name])
    values = list(data.values())
    if values and all(isinstance(v, dict) and _ITEM_KEYS & v.keys() for v in values):
        return values
    return [data]


_DIVIDER = re.compile(r"[\s,\[\]]*")
# What an item begins with; the names within one begin with "family" or "literal".
_ITEM = re.compile(r"\{\s*\"(?:id|type|title|DOI|PMID|itemType|key|citation-key)\"")


class _Uncounted(str):
    """A text whose lines no error counts: it would from the beginning, each time."""

    __slots__ = ()

    def count(self, *_: Any) -> int:
        return 0

    def rfind(self, *_: Any) -> int:
        return -1


def _pieces(text: str) -> Iterator[Any]:
    """The items one by one: what parses, and what stands between."""
    decoder = json.JSONDecoder(strict=False)
    text = _Uncounted(text)
    at = _DIVIDER.match(text).end()  # type: ignore[union-attr]
    while at < len(text):
        try:
            item, behind = decoder.raw_decode(text, at)
            yield item
        except (json.JSONDecodeError, RecursionError):
            following = _ITEM.search(text, at + 1)
            behind = following.start() if following else len(text)
            yield Broken(text[at:behind].rstrip(" \n,]"))
        at = _DIVIDER.match(text, behind).end()  # type: ignore[union-attr]


def _bounded(text: str) -> Iterator[Any]:
    """The items one by one, where one of them is endless; nothing where none is."""
    starts = [found.start() for found in _ITEM.finditer(text)]
    pairs = list(zip(starts, [*starts[1:], len(text)], strict=True))
    if all(end - start <= LONGEST for start, end in pairs):
        return
    for start, end in pairs:
        if end - start > LONGEST:
            yield Endless(text[start : start + SHOWN])
        else:
            yield from _pieces(text[start:end])


# --- Zotero's own JSON ---

_CSL_NAMES = {
    "publicationTitle": "container-title",
    "bookTitle": "container-title",
    "proceedingsTitle": "container-title",
    "websiteTitle": "container-title",
    "pages": "page",
    "abstractNote": "abstract",
    "url": "URL",
    "date": "issued",
    "extra": "note",
}
_CSL_TYPES = {
    "journalArticle": "article-journal",
    "bookSection": "chapter",
    "conferencePaper": "paper-conference",
    "preprint": "article",
}


def as_csl(item: dict[str, Any]) -> dict[str, Any]:
    """An item with CSL's names for what Zotero calls otherwise."""
    if "itemType" not in item:
        return item
    creators = [c for c in item.get("creators") or () if isinstance(c, dict)]
    named = {
        role: [_csl_name(c) for c in creators if c.get("creatorType") == role]
        for role in ("author", "editor")
    }
    tags = [
        t.get("tag", "") if isinstance(t, dict) else t for t in item.get("tags", ())
    ]
    renamed = {_CSL_NAMES.get(key, key): value for key, value in item.items() if value}
    kind = item["itemType"]
    return {
        **renamed,
        **named,
        "keyword": [t for t in tags if t],
        "type": _CSL_TYPES.get(kind, kind),
    }


def _csl_name(creator: dict[str, Any]) -> dict[str, Any]:
    if creator.get("name"):
        return {"literal": creator["name"]}
    return {"family": creator.get("lastName"), "given": creator.get("firstName")}
