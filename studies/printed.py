"""Numbers as papers print them: "0·80", "−2.0", "0,8", "1,234.5", "85 %"."""

from __future__ import annotations

import math
import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple, Self

# Digits of other scripts, wide ones too, by what they are here.
DIGITS = {
    code: str(unicodedata.digit(chr(code)))
    for code in range(0x660, 0x10000)
    if unicodedata.category(chr(code)) == "Nd"
}
# Signs beside them; what only says in which direction text runs is nothing.
SIGNS = {0x66A: "%", 0x66B: "\u00b7", 0x66C: "'"} | dict.fromkeys(
    (0x200E, 0x200F, 0x61C, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
)
# Marks that are one to a reader: minus signs, points between digits, thin spaces.
_MARKS = str.maketrans(
    {
        **DIGITS,
        **SIGNS,
        **dict.fromkeys("\u2212\u2010\u2011\u2012\u2013\ufe63\uff0d", "-"),
        **dict.fromkeys("\u00b7\u2027\u2219\u22c5\u30fb\uff0e", "\u00b7"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2005\u2007\u2008\u2009\u200a\u202f", " "),
        **dict.fromkeys("\u2019\u02bc\uff07", "'"),
        **dict.fromkeys("\u00d7\u2715", "x"),
        **dict(zip("⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹", "-+0123456789", strict=True)),
        "\uff0c": ",",
        "\uff0b": "+",
        "\uff05": "%",
    }
)
_SIGN = r"(?P<sign>[+-]?) ?"
_POWER = r"(?:e(?P<e>[+-]?\d{1,3})| ?x ?10\^?(?P<ten>[+-]?\d{1,3}))?"
_SHARE = r"(?P<share> ?%)?"
_FORMS = tuple(
    re.compile(f"{_SIGN}{digits}{_POWER}{_SHARE}", re.ASCII | re.IGNORECASE)
    for digits in (
        r"(?P<whole>\d+)[.\u00b7]?",
        r"(?P<whole>\d*)[.\u00b7](?P<part>\d+)",
        r"(?P<whole>\d*),(?P<part>\d+)",
        r"(?P<whole>\d{1,3}(?:,\d{3})+)(?:[.\u00b7](?P<part>\d+))?",
        r"(?P<whole>\d{1,3}(?:[ ']\d{3})+)(?:[.,\u00b7](?P<part>\d+))?",
        r"(?P<whole>\d{1,3}(?:\.\d{3})+),(?P<part>\d+)",
        r"(?P<whole>\d{1,3}(?:\.\d{3}){2,})",
    )
)
_EITHER = re.compile(r"[+-]? ?[1-9]\d{0,2}[.,]\d{3}", re.ASCII)
LONGEST = 40


class Printed(NamedTuple):
    """A number with the text it was printed as, and half a unit of its last digit."""

    value: float
    half: float
    text: str


class PrintedNumber(float):
    """A number that knows the text it was typed as."""

    text: str

    def __new__(cls, value: float, text: str) -> Self:
        """The number; its text stays beside it."""
        number = super().__new__(cls, value)
        number.text = text
        return number

    def __getnewargs__(self) -> tuple[float, str]:
        """What makes it anew, where it is sent to another process."""
        return float(self), self.text


def read(text: str, *, share: bool = False) -> Printed:
    """A number as printed; with ``share`` a per cent sign makes a share of it.

    Raises ValueError, with a sentence, for what is no number or may be two: "1,234"
    is one thousand to some, and a little more than one to others.
    """
    plain = " ".join(text.translate(_MARKS).split())
    match = _match(plain) if len(plain) <= LONGEST else None
    if match is None:
        raise ValueError(f"“{text.strip()[:LONGEST]}” is no number.")
    if _EITHER.fullmatch(plain) and "," in plain:
        raise ValueError(_either(text.strip(), plain))
    if match["share"] and not share:
        raise ValueError(f"“{text.strip()}”: no share is asked for, so leave out %.")
    return _printed(match, text.strip())


def read_whole(text: str) -> int:
    """A whole number, 0 or more, as printed: "1,234" and "1 234" are both one thousand.

    Raises ValueError, with a sentence, for what is none.
    """
    plain = " ".join(text.translate(_MARKS).split())
    match = _match(plain) if len(plain) <= LONGEST else None
    if match is None or match["share"]:
        raise ValueError(f"“{text.strip()[:LONGEST]}” is no whole number.")
    if _EITHER.fullmatch(plain) and "." in plain:
        raise ValueError(_either(text.strip(), plain))
    if "," in plain and _EITHER.fullmatch(plain):
        return int(plain.replace(",", "").replace(" ", ""))
    printed = _printed(match, text)
    if printed.value < 0 or not printed.value.is_integer():
        raise ValueError(f"“{text.strip()}” is no whole number, 0 or more.")
    return int(printed.value)


@lru_cache(maxsize=10_000)
def decimals_of(value: float) -> int:
    """How many decimals a number needs, at most six digits being looked at."""
    mantissa, _, power = f"{value:.6g}".partition("e")
    return max(0, len(mantissa.partition(".")[2]) - int(power or 0))


def _match(plain: str) -> re.Match[str] | None:
    found = (form.fullmatch(plain) for form in _FORMS)
    return next((match for match in found if match), None)


def _printed(match: re.Match[str], text: str) -> Printed:
    groups = match.groupdict()
    whole = re.sub(r"\D", "", groups["whole"] or "", flags=re.ASCII)
    part = groups.get("part") or ""
    power = int(groups["e"] or groups["ten"] or 0) - (2 if groups["share"] else 0)
    sign = "-" if groups["sign"] == "-" else ""
    value = float(f"{sign}{whole or 0}.{part or 0}e{power}")
    if not math.isfinite(value):
        raise ValueError(f"“{text}” is too large.")
    return Printed(value, float(f"5e{power - len(part) - 1}"), text)


def _either(text: str, plain: str) -> str:
    digits = re.sub(r"[+ ]", "", plain)
    thousand, decimal = re.sub(r"[.,]", "", digits), digits.replace(",", ".")
    return f"“{text}” may be {thousand} or {decimal}: type which of them."
