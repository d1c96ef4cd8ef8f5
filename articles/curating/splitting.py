"""Proposes how a sentence that says several things is split into one claim each."""

import re
from collections.abc import Iterator

from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "articles.splitting",
        "A sentence that says several things is proposed as one claim each.",
        RuleEffect.PROPOSES,
        "Footing",
    ),
)


MOST = 8  # parts
_AND = r"(?:,? and |,? as well as |, )"
_VERB = (
    r"(?:(?:may|might|can|could|will|significantly|also|does not|do not|did not) )*"
    r"(?:improve|reduce|increase|lower|raise|prevent|relieve|ease|boost|decrease|cause"
    r"|promote|enhance|treat|cure|protect|strengthen|stimulate|restore|worsen)"
    r"(?:s|d|ed|es)?"
)
_LINK = (
    r"(?:was|were|is|are) (?:\w+ly )?(?:improved|reduced|increased|lower(?:ed)?|better)"
)
_ACTIVE = re.compile(rf"^(?P<head>.+?) (?P<verb>{_VERB}) (?P<rest>.+)$", re.IGNORECASE)
_CHANGED = rf"(?:{_LINK}|improved|decreased|increased|fell|rose)"
_PASSIVE = re.compile(rf"^(?P<things>.+?) (?P<tail>{_CHANGED}\b.*)$", re.IGNORECASE)
_HAS_VERB = re.compile(rf"{_VERB}\b", re.IGNORECASE)
_TAIL = re.compile(
    r" (?:in|among|for|after|by|during|within|over|when|compared|than|as|with|at) .*$",
    re.IGNORECASE,
)
_MARKERS = re.compile(
    r"\s*(?:\[[\d\s,;–-]+\]|\([^()]*(?:19|20)\d\d[a-z]?\))\s*(?=[.]?$)"
)
_LONGEST = 8  # words of one thing in a list
_PRONOUNS = frozenset("it they this that these which who he she".split())


def proposed_parts(sentence: str) -> list[str]:
    """One sentence for each thing that a list in it names; the sentence alone if none.

    "A, B and C improved" gives three; so does "X lowers A, B and C in adults".
    """
    text = _MARKERS.sub("", " ".join(sentence.split()))
    end = text[-1:] if text[-1:] in ".!?" else ""
    parts = list(_split(text.rstrip(".!? ")))
    if not 2 <= len(parts) <= MOST:
        return [" ".join(sentence.split())]
    return [f"{part[:1].upper()}{part[1:]}{end}" for part in parts]


def _split(text: str) -> Iterator[str]:
    passive = _PASSIVE.match(text)
    if passive and len(things := _listed(passive["things"])) > 1:
        yield from (f"{thing} {_of_one(thing, passive['tail'])}" for thing in things)
        return
    active = _ACTIVE.match(text)
    if not active:
        return
    rest = active["rest"]
    tail = _TAIL.search(rest)
    verb = active["verb"]
    for thing in _listed(rest[: tail.start()] if tail else rest):
        if own := _HAS_VERB.match(thing):
            verb, thing = own[0], thing[own.end() :].strip()
        yield f"{active['head']} {verb} {thing}{tail[0] if tail else ''}"


def _of_one(thing: str, tail: str) -> str:
    """What is said of several things, of one of them."""
    if thing.endswith("s"):
        return tail
    return re.sub(r"^(were|are)\b", lambda m: {"were": "was", "are": "is"}[m[0]], tail)


def _listed(words: str) -> list[str]:
    """The things that a list names; the words as they are where it is none."""
    things = [thing.strip() for thing in re.split(_AND, words) if thing.strip()]
    short = all(len(thing.split()) <= _LONGEST for thing in things)
    named = not any(thing.split()[0].lower() in _PRONOUNS for thing in things)
    return things if len(things) > 1 and short and named else [words]
