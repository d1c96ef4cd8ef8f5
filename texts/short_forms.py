"""Short forms that a text explains: "platelet-rich plasma (PRP)".

Method: Schwartz AS, Hearst MA. A simple algorithm for identifying abbreviation
definitions in biomedical text. Pacific Symposium on Biocomputing 2003: 451-462. The
letters of the short form are found from right to left in the words before its bracket,
the first of them at the beginning of a word.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "texts.short_forms",
        "A short form that a text explains in brackets stands for the words "
        "before it, in searches.",
        RuleEffect.PROPOSES,
        "Schwartz and Hearst 2003",
    ),
)


_BRACKET = re.compile(r"\(([^()\s][^()]{0,30}?)\)")
_SHORT = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,9}")
_TWO_CAPITALS = re.compile(r"[A-Z].*[A-Z]")
_WORD = re.compile(r"[^\s(),;:.\[\]]+")
_CLAUSE_END = re.compile(r"[.;:!?()\[\]]\s")
_CONTEXT = 150  # characters before a bracket that are looked at


class ShortForm(NamedTuple):
    """A short form and what it stands for, as a text has them."""

    short: str
    long: str


def short_forms(text: str) -> tuple[ShortForm, ...]:
    """The short forms that a text explains in brackets, each once."""
    if "(" not in text:
        return ()
    return tuple(dict.fromkeys(_found(text)))


def _found(text: str) -> Iterator[ShortForm]:
    for bracket in _BRACKET.finditer(text):
        short = re.split(r"[,;]", bracket[1])[0].strip()
        if not (_SHORT.fullmatch(short) and _TWO_CAPITALS.search(short)):
            continue
        before = text[max(0, bracket.start() - _CONTEXT) : bracket.start()]
        before = _CLAUSE_END.split(before)[-1]
        if long := _long_form(_singular(short), before.rstrip()):
            yield ShortForm(_singular(short), long)


def _singular(short: str) -> str:
    """ "RCTs" stands for several RCT."""
    return short[:-1] if re.fullmatch(r"[A-Z][A-Z0-9-]+s", short) else short


def _long_form(short: str, before: str) -> str:
    """The words before a bracket that a short form is made of; empty where none are."""
    words = _WORD.findall(before)
    most = min(len(short) + 5, len(short) * 2)
    start = _match(short.lower(), before.lower())
    if start is None:
        return ""
    long = before[start:].strip()
    count = len(_WORD.findall(long))
    whole = bool(words) and count <= most and len(long) > len(short)
    return " ".join(long.split()) if whole and short not in long.split() else ""


def _match(short: str, before: str) -> int | None:
    """Where a long form begins: its letters found from the right, the first one at the
    beginning of a word.
    """
    at = len(before) - 1
    for number in range(len(short) - 1, -1, -1):
        letter = short[number]
        if not letter.isalnum():
            continue
        while at >= 0 and not (
            before[at] == letter
            and (number > 0 or at == 0 or not before[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return None
        at -= 1
    # A compound is one thing: "platelet-rich" begins where the whole of it does.
    return at + 1
