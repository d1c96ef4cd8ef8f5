"""Doses as people write them: "500 mg twice daily", "75–100 mg", "two cups a day"."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from texts.titles import fold

_SMALL = "a one two three four five six seven eight nine ten".split()
_NUMBERS = {"half a": 0.5, "half an": 0.5, "an": 1.0}
_NUMBERS |= {word: float(max(place, 1)) for place, word in enumerate(_SMALL)}
_MASS = {"ng": 1e-6, "ug": 1e-3, "mcg": 1e-3, "microgram": 1e-3, "mg": 1.0}
_MASS |= {"milligram": 1.0, "g": 1e3, "gram": 1e3, "gramme": 1e3}
_VOLUME = {"ml": 1.0, "millilitre": 1.0, "milliliter": 1.0, "cl": 10.0, "dl": 100.0}
_VOLUME |= {"l": 1e3, "litre": 1e3, "liter": 1e3}
_SERVINGS = (
    *("cup", "mug", "glass", "drink", "bottle", "serving", "portion", "egg"),
    *("teaspoon", "tablespoon", "spoonful", "handful", "slice", "tablet", "capsule"),
    *("pill", "puff", "drop", "sachet", "lozenge", "injection", "dose", "cigarette"),
)
_KINDS = {unit: ("mass", scale) for unit, scale in _MASS.items()}
_KINDS |= {unit: ("volume", scale) for unit, scale in _VOLUME.items()}
_KINDS |= {one: (one, 1.0) for one in _SERVINGS}
_KINDS |= dict.fromkeys(("iu", "unit", "international unit"), ("units", 1.0))

_COUNT = rf"(?:\d[\d,]*(?:\.\d+)?|half an?|{'|'.join(_SMALL)}|an)"
_TIMES = (
    r"(?:(?P<often>once|twice|thrice|one|two|three|four|five|six|\d)(?: times?)?"
    r"(?: an?| per| each| every)? ?)?"
)
_DOSE = re.compile(
    rf"(?<![\w.,/-])(?P<low>{_COUNT})(?: ?(?:[-–]|to|or) ?(?P<high>{_COUNT}))?[ -]?"
    rf"(?P<unit>{'|'.join(sorted(_KINDS, key=len, reverse=True))})(?:e?s)?\b"
    r"(?P<weight> ?/ ?kg| per kg)?(?! ?/ ?(?:d?l|m|g|h)| birth)"
    rf"(?:[^.;:\d]{{0,25}}? ?{_TIMES}(?:(?P<every>daily|nightly|weekly|monthly|bid|tid"
    r"|od)|(?:/|an? |per |each |every )(?P<period>day|d|night|week|month)|every "
    r"(?P<hours>\d+) ?h(?:ours?|rs?)?)\b)?"
)
_A_DAY = {"daily": 1.0, "nightly": 1.0, "od": 1.0, "bid": 2.0, "tid": 3.0}
_A_DAY |= {"weekly": 1 / 7, "monthly": 12 / 365.25, "day": 1.0, "d": 1.0}
_A_DAY |= {"night": 1.0, "week": 1 / 7, "month": 12 / 365.25}
_OFTEN = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
# What is no dose though it looks like one: a size, a weight, a concentration.
_NO_DOSE = re.compile(r"\b(?:by|weigh\w*|birth ?weight\w*|lose\w*|gain\w*)(?: \w+)? $")
_SAID_OTHERWISE = frozenset({"drop", "dose", "injection", "handful", "slice", "unit"})
NEAR = 1.25  # doses are one up to this factor: 75 mg, and 81 mg


class Dose(NamedTuple):
    """A dose: from ``low`` to ``high`` each time, ``a_day`` times, None if not said.

    In milligrams, millilitres, units or servings, as ``kind`` says; a kind that ends in
    "per kg" is by body weight.
    """

    words: str
    kind: str
    low: float
    high: float
    a_day: float | None

    def is_near(self, other: "Dose") -> bool:
        """Whether two doses are the same for most purposes, each time or each day."""
        if self.kind != other.kind:
            return False
        sides = [(self.low, self.high), (other.low, other.high)]
        each_day = [
            (low * often, high * often)
            for (low, high), often in zip(
                sides, [self.a_day or 1.0, other.a_day or 1.0], strict=True
            )
        ]
        if _overlap(*each_day):
            return True
        return None in (self.a_day, other.a_day) and _overlap(*sides)


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return one[0] <= NEAR * other[1] and other[0] <= NEAR * one[1]


def doses_in(text: str) -> Iterator[Dose]:
    """The doses that a text states, in their order.

    >>> [(one.kind, one.low, one.a_day) for one in doses_in("0.5 g twice daily")]
    [('mass', 500.0, 2.0)]
    >>> [(one.kind, one.low, one.high) for one in doses_in("three to four cups a day")]
    [('cup', 3.0, 4.0)]
    >>> list(doses_in("lowers weight by 500 g")), list(doses_in("5 mg/dl"))
    ([], [])
    """
    folded = fold(text).replace("\u03bc", "u")
    for found in _DOSE.finditer(folded):
        if _NO_DOSE.search(folded[: found.start()]) or _is_no_count(found):
            continue
        kind, scale = _KINDS[found["unit"]]
        low, high = _number(found["low"]), _number(found["high"] or found["low"])
        yield Dose(
            found[0].strip(),
            f"{kind} per kg" if found["weight"] else kind,
            *sorted((low * scale, high * scale)),
            _a_day(found),
        )


def _is_no_count(found: re.Match[str]) -> bool:
    """Whether it is "a drop in fever", "a dose of it"."""
    return found["low"] in ("a", "an") and found["unit"] in _SAID_OTHERWISE


def _number(words: str) -> float:
    return _NUMBERS.get(words) or float(words.replace(",", ""))


def _a_day(found: re.Match[str]) -> float | None:
    if found["hours"]:
        hours = float(found["hours"])
        return 24 / hours if hours else None
    every = found["every"] or found["period"]
    if not every:
        return None
    often = found["often"] or "once"
    return (_OFTEN.get(often) or _number(often)) * _A_DAY[every]
