"""Lengths of time as people write them: "12 weeks", "at one year", "month 6"."""

import re

from texts.titles import same_however_typed

_DAYS = {"day": 1.0, "week": 7.0, "month": 365.25 / 12, "year": 365.25}
_UNITS = {
    **_DAYS,
    **{f"{unit}s": days for unit, days in _DAYS.items()},
    **{"d": _DAYS["day"], "wk": _DAYS["week"], "wks": _DAYS["week"]},
    **{"mo": _DAYS["month"], "mos": _DAYS["month"]},
    **{"yr": _DAYS["year"], "yrs": _DAYS["year"]},
}
_WORDS = {
    word: float(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
}
_NUMBER = rf"(?P<number>\d+(?:\.\d+)?|\b(?:{'|'.join(_WORDS)}))"
_UNIT = rf"(?P<unit>{'|'.join(sorted(_UNITS, key=len, reverse=True))})\b"
_AFTER = re.compile(rf"{_NUMBER}[\s-]*{_UNIT}", re.IGNORECASE)
_BEFORE = re.compile(
    r"\b(?P<unit>day|week|month|year)s?\s+(?P<number>\d+(?:\.\d+)?)", re.IGNORECASE
)


_ENDLESS = re.compile(r"\b(?:life|lifelong|lifetime|for ?ever|permanent\w*)\b", re.I)


def is_endless(text: str) -> bool:
    """Whether a text is of all of a life, or of ever."""
    return bool(_ENDLESS.search(text))


def days_in(text: str) -> float | None:
    """The days of the one length of time in a text; None of none, or of several.

    >>> days_in("after 12 weeks")
    84.0
    """
    found = {
        _number(match["number"]) * _UNITS[match["unit"].lower()]
        for pattern in (_AFTER, _BEFORE)
        for match in pattern.finditer(text)
    }
    return found.pop() if len(found) == 1 else None


def _number(word: str) -> float:
    return _WORDS.get(word.lower()) or float(word)


def same_time(one: str, other: str) -> bool:
    """Whether two texts name one time: in the same words, or as long."""
    if same_however_typed(one) == same_however_typed(other):
        return True
    days = days_in(one)
    return days is not None and days == days_in(other)
