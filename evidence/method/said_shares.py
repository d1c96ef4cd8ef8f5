"""The shares of people that a claim's words state, held against its question's.

A claim on how many is judged by the range of its question. So words that say another
share, or a narrower one, are not affirmed: “half of adults” beside 5 to 20 per cent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from evidence.method.said_sizes import COUNT, number_of
from texts.titles import fold

_ABOUT = 2 / 3  # as far as "about" reaches down; as many times up
_ROUNDED = 0.85  # what is rounded in words is no other share
_PARTS = {"half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0}
_PARTS |= {"tenth": 10.0}
_TO = rf"(?: ?(?:[-–]|to|or|and) ?(?P<to>{COUNT}))?"
_MORE = r"more than|over|at least|above|well over|upwards of|no (?:less|fewer) than"
_LESS = r"less than|fewer than|under|below|at most|up to|no more than|not even"
_BOUND = rf"(?:(?P<more>{_MORE})|(?P<less>{_LESS})|(?P<nearly>nearly|almost)) "
_SAID = re.compile(
    rf"(?:{_BOUND})?(?:about |around |some |roughly |an? )*(?:"
    rf"(?P<n>{COUNT}){_TO} ?(?:%|per ?cent)(?!\w)"
    rf"|(?P<few>{COUNT})[- ](?:in|out of)[- ](?:every |each )?(?P<all>{COUNT})\b"
    rf"|(?:(?P<parts>{COUNT})[- ])?(?P<part>half|thirds?|quarters?|fifths?|tenths?)"
    r"(?! (?:a|an|year|month|day|century)\b)\b)"
)
# What says a share without a number: from which per cent on, and up to which.
_WORDS = (
    (r"\b(?:nearly|almost|virtually|practically) (?:all|every)\w*\b", 85.0, 100.0),
    (r"\b(?<!at )(?<!the )most (?!\w*(?:common|likely|often)\b)", 50.0, 100.0),
    (r"\b(?:the |a |vast |great )*majority\b", 50.0, 100.0),
    (r"\b(?:rare|rarely|hardly any|very few|scarcely any|seldom)\b", 0.0, 5.0),
    (
        r"\b(?<!a )few (?!\w*than)|\buncommon\b|\b(?:a )?(?:small )?minority\b",
        0.0,
        50.0,
    ),
    (r"\b(?:very common|ubiquitous|rife|rampant|epidemic)\b", 10.0, 100.0),
)
_INTERVAL = re.compile(r"\b9[059] ?(?:%|per ?cent) (?:ci|confidence|credible)\b")


class SaidShare(NamedTuple):
    """A share as a claim says it, in per cent: its words, and from where to where."""

    words: str
    low: float
    high: float


def said_shares(text: str) -> Iterator[SaidShare]:
    """The shares of people that a claim's words state.

    >>> [(one.low, one.high) for one in said_shares("At least 10 % of adults have it.")]
    [(10.0, 100.0)]
    >>> [one.words for one in said_shares("One in three, and most men.")]
    ['one in three', 'most']
    """
    plain = _INTERVAL.sub(" ", fold(text))
    for found in _SAID.finditer(plain):
        yield _as_said(found)
    for words, low, high in _WORDS:
        for found in re.finditer(words, plain):
            yield SaidShare(found[0].strip(), low, high)


def _as_said(found: re.Match[str]) -> SaidShare:
    low = high = _share_in(found)
    if found["to"]:
        high = number_of(found["to"])
    if found["more"]:
        high = 100.0
    elif found["less"]:
        low = 0.0
    return SaidShare(" ".join(found[0].split()), low, high)


def _share_in(found: re.Match[str]) -> float:
    if found["part"]:
        return number_of(found["parts"] or "one") * _PARTS[found["part"].rstrip("s")]
    if found["few"]:
        of = number_of(found["all"])
        return 100 * number_of(found["few"]) / of if of else 100.0
    return number_of(found["n"])


def shares_beyond(question: Mapping[str, Any]) -> Iterator[str]:
    """The words on a share that the range of a question does not hold to.

    >>> asks = {"text": "Half of adults have it.", "value_low": 5, "value_high": 20}
    >>> [*shares_beyond(asks)]
    ['half']
    >>> [*shares_beyond({**asks, "text": "About 8 to 20 % of adults."})]
    []
    """
    low, high = question.get("value_low"), question.get("value_high")
    least, most = 0.0 if low is None else low, 100.0 if high is None else high
    names = fold(f"{question.get('population')} {question.get('outcome')}")
    for said in said_shares(question.get("text") or ""):
        from_, to = _ROUNDED * said.low, said.high / _ROUNDED
        if said.low == said.high:
            from_, to = _ABOUT * from_, to / _ABOUT
        held = from_ <= least and most <= max(to, said.high)
        if not held and said.words not in names:
            yield said.words
