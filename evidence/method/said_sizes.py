"""The sizes that a claim's words state, held against the one that its question claims.

A verdict is judged against the claimed size alone. So words that say more than it, or
that it cannot be held against, are not affirmed: “halves” beside a risk ratio of 0.9.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from claims.words import Asserts
from studies.effects import RATIOS, Measure, to_analysis_scale
from texts.late_patterns import compile_late
from texts.titles import same_however_typed

_SMALL = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERS = {word: float(value) for value, word in enumerate(_SMALL, 1)}
_NUMBERS |= {"a": 1.0, "an": 1.0, "half a": 0.5, "half an": 0.5}
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS |= {word: 10.0 * place for place, word in enumerate(_TENS, 2)}
_NUMBERS["hundred"] = 100.0
_PARTS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5}
_TIMES = {"halv": 2.0, "doubl": 2.0, "trebl": 3.0, "tripl": 3.0, "quadrupl": 4.0}
_TIMES |= {"twice": 2.0, "thrice": 3.0, "half": 2.0, "two": 2.0}

COUNT = (
    rf"(?:\d[\d.,]*|(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_SMALL[:9])}))?|"
    rf"{'|'.join(_SMALL)}|hundred)"
)
ABOUT = (
    r"(?:(?:about|around|almost|nearly|roughly|approximately|up to|over|more than|"
    r"at least|as much as|some|a|an|to|another|further|average of|mean of) )*"
)
_NUMBER = rf"(?P<n>{COUNT}|half an?|an?)(?: ?(?:[-–]|to|or) ?{COUNT})?[- ]?"
_SHARE = rf"{_NUMBER}(?:%|per ?cent)(?!\w)"
_UNITS = r"mm ?hg|kg|kilos?|cm|mm|mg/dl|mmol/l|points?|percentage points?"
_AMOUNT = rf"{_NUMBER}(?P<unit>{_UNITS})(?!\w)"
_OUT_OF = rf"(?P<n>{COUNT})[- ](?:in|out of)[- ](?:every |each )?(?P<of>{COUNT})"
_MOST = (
    r"(?<!the )(?<!at )(?:most (?=of (?:the|all)\b|(?!\w+(?:ous|less)\b)\w+s\b|people|"
    r"men|women|children)|(?:the )?(?:(?:vast|great|large) )?majority of)"
)
_ALL_BUT = (
    r"(?:(?:nearly|almost|virtually|practically|close to) (?:all|every)\b|all but "
    r"(?=\w+s\b)|\b(?:eliminat|abolish|eradicat|banish|obliterat|annihilat)(?:es?|ed|"
    r"ing)\b|\b(?:wip|stamp|root)(?:es?|s|ed|ing)? (?:\w+ )?out\b|\bdoes away with)"
)
_TIME = rf"{_NUMBER}(?P<unit>minute|hour|day|night|week|month|year)s?\b"
_PART = (
    rf"(?:(?P<n>{COUNT})[- ])?(?P<part>half|thirds?|quarters?|fifths?)\b"
    r"(?! (?:an?|dose|day|hour|year|time|of (?:the|all|them))\b)"
)
_CHANGE = (
    r"reductions?|increases?|drops?|falls?|rises?|decreases?|declines?|cuts?|loss|"
    r"improvements?|gains?|difference"
)
_CHANGED = rf"lower|higher|fewer|less|more|better|worse|greater|smaller|rarer|{_CHANGE}"
_CHANGES = (
    r"(?:falls?|fell|drops?|dropped|rises?|rose|declines?|declined|lose|loses|lost|"
    rf"gains?|gained|adds?|added|saves?|saved|(?:{_CHANGE})(?<!drops) (?:of|is))"
)
_LASTS = r"shorten|prolong|extend|delay|reduc|lower|length|cut"
_WAYS = (
    rf"\bby {ABOUT}{_SHARE}",
    rf"\bby {ABOUT}{_AMOUNT}",
    rf"\bby {ABOUT}{_PART}",
    rf"\b(?:{_LASTS})\w*\b[^.;]*? by {ABOUT}{_TIME}",
    rf"\b{_SHARE} (?:\w+ )?(?:{_CHANGED})\b",
    rf"\b(?<!per )(?<!each )(?<!every ){_AMOUNT} (?:\w+ )?(?:{_CHANGED})\b",
    rf"\b{_TIME} (?:shorter|longer|earlier|sooner|later)\b",
    rf"\b(?:an? )?{_PART} (?:{_CHANGED})\b",
    rf"\b{_CHANGES} {ABOUT}{_SHARE}",
    rf"\b{_CHANGES} {ABOUT}{_AMOUNT}",
    rf"\b{_CHANGES} {ABOUT}{_TIME}",
    r"\b(?P<times>halv|doubl|trebl|tripl|quadrupl)(?:es?|ed|ing)\b",
    r"\b(?P<times>twice|thrice|half) (?:as|the)\b"
    r"(?! (?:\w+ )?(?:dose|amount|time|people|patients|women|men|trials|studies)\b)",
    r"\b(?:cut|slash|split|divid|reduc|lower)\w* [^.;]{0,60}?(?:in|to) "
    r"(?P<times>half|two)\b(?! \w)",
    rf"\b(?P<times>{COUNT})[- ]?(?:fold|times)\b"
    r"(?! (?:a|per|each|every|daily|weekly|in)\b)",
    rf"\b{_OUT_OF}\b(?! (?:the|a) )",
    rf"\b(?P<most>{_MOST})",
    rf"(?P<all>{_ALL_BUT})",
    r"\b(?P<magnitude>an?|one|two|three|several|(?:by )?orders?) (?:orders? )?of "
    r"magnitude\b",
    r"\bto (?P<fraction>a (?:\w+ )?fraction)\b",
)
_SAID = tuple(map(compile_late, _WAYS))
# The least that is meant by "most", "nearly all", a factor of ten, "a fraction of it".
_SHARES = {"most": 0.5, "all": 0.9, "magnitude": 0.9, "fraction": 0.5}
# What is rounded in words is no other size: “by a third” of a risk ratio of 0.7.
_ROUNDED = 0.85


class SaidSize(NamedTuple):
    """A size as a claim says it: a share of what there was, a factor, or an amount.

    ``share`` is 0.3 for 30 %, ``times`` 2 for twice as well as for half as much, and
    ``amount`` is in ``unit`` as it stands there.
    """

    words: str
    share: float | None = None
    times: float | None = None
    amount: float | None = None
    unit: str = ""

    def as_ratio(self, asserts: str) -> float | None:
        """How far from no difference, on a ratio's analysis scale; None for amounts.

        >>> round(math.exp(SaidSize("by 30 %", share=0.3).as_ratio("raises")), 2)
        1.3
        """
        if self.times is not None:
            return abs(math.log(self.times)) if self.times else math.inf
        if self.share is None:
            return None
        if asserts != Asserts.LOWERS:
            return math.log1p(self.share)
        return -math.log1p(-self.share) if self.share < 1 else math.inf

    def as_difference(self, scale: str, unit: str) -> float | None:
        """How far from no difference on a scale of differences; None if not of it."""
        if self.amount is None:
            return None
        if scale == Measure.RD:
            return self.amount / 100 if self.unit.startswith("percentage") else None
        if scale != Measure.MD or not same_unit(self.unit, unit):
            return None
        return self.amount


def said_sizes(text: str) -> Iterator[SaidSize]:
    """The sizes that a claim's folded words state, in their order.

    >>> [(one.words, one.times) for one in said_sizes("examplin halves fever")]
    [('halves', 2.0)]
    >>> [one.amount for one in said_sizes("it lowers pressure by about 5.5 mmhg")]
    [5.5]
    """
    found = (one for way in _SAID for one in way.finditer(text))
    ends = 0
    for one in sorted(found, key=lambda one: (one.start(), -one.end())):
        if one.start() >= ends:
            ends = one.end()
            yield _as_said(one[0], one.groupdict())


def _as_said(words: str, parts: Mapping[str, str | None]) -> SaidSize:
    if share := next((one for one in _SHARES if parts.get(one)), None):
        return SaidSize(words.strip(), share=_SHARES[share])
    if of := parts.get("of"):
        of_all = number_of(of)
        share = number_of(parts["n"] or "one") / of_all if of_all else math.inf
        return SaidSize(words, share=share)
    if times := parts.get("times"):
        return SaidSize(words, times=_TIMES.get(times) or number_of(times))
    number = number_of(parts.get("n") or "one")
    if part := parts.get("part"):
        return SaidSize(words, share=number * _PARTS[part.rstrip("s")])
    if unit := parts.get("unit"):
        return SaidSize(words, amount=number, unit=unit)
    return SaidSize(words, share=number / 100)


def number_of(words: str) -> float:
    """A count as it is written: "1,000", "2.5", "three", "twenty-five"."""
    if words in _NUMBERS:
        return _NUMBERS[words]
    tens, _, ones = words.replace("-", " ").partition(" ")
    if tens in _NUMBERS and ones in _NUMBERS:
        return _NUMBERS[tens] + _NUMBERS[ones]
    plain = re.sub(r",(?=\d{3}(?!\d))", "", words.rstrip(".,")).replace(",", ".")
    try:
        return float(plain)
    except ValueError:  # "1.2.3" is no number, and nothing is as large as it
        return math.inf


def same_unit(said: str, stated: str) -> bool:
    """Whether a unit in words is the one stated: "days" and "day", "points" of any.

    >>> same_unit("days", "day"), same_unit("mm hg", "mmHg"), same_unit("kg", "cm")
    (True, True, False)
    """
    one, other = (
        same_however_typed(unit).casefold().replace(" ", "") for unit in (said, stated)
    )
    if one.startswith("point"):  # of whichever scale
        return not other or "point" in other or "score" in other
    return one.removesuffix("s") == other.removesuffix("s")


def more_than_claimed(question: Mapping[str, Any], text: str) -> Iterator[str]:
    """Why words on a size go beyond the claimed one, each a clause after a comma.

    ``text`` are the folded words, ``question`` has a ``claimed_size`` on its ``scale``.

    >>> asks = {"asserts": "lowers", "scale": "rr", "claimed_size": 0.9}
    >>> [*more_than_claimed(asks, "examplin halves fever")]
    ['“halves”, and its question a risk ratio of 0.9, which is less']
    >>> [*more_than_claimed(asks | {"claimed_size": 0.5}, "examplin halves fever")]
    []
    """
    measure, size = Measure(question["scale"]), question["claimed_size"]
    stated = abs(to_analysis_scale(measure, size))
    named = f"{measure.label} of {size:g}"
    if unit := question.get("figures_unit"):
        named += f" {unit}"
    for one in said_sizes(text):
        if measure in RATIOS:
            said = one.as_ratio(question.get("asserts") or "")
        else:
            said = one.as_difference(measure, question.get("figures_unit") or "")
        if said is None:
            yield (
                f"“{one.words}”, and its question a {named}, which it cannot be held "
                "against"
            )
        elif stated < _ROUNDED * said:
            yield f"“{one.words}”, and its question a {named}, which is less"
