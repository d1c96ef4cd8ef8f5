"""Dates that cannot be read as they stand: of another calendar, or of no day at all."""

import re
import unicodedata
from calendar import month_abbr, month_name, monthrange
from functools import lru_cache

from texts.late_patterns import compile_late

_WIDE_DIGIT = re.compile(r"[^\x00-\x7f]")
# Eras and calendars that count from another year than the Gregorian one.
_ERAS = compile_late(
    r"令和|平成|昭和|大正|明治|民[國国]|단기|พ\.?\s?ศ\.?|शक|विक्रम|هـ|ه\.?\s?[شق]|١٤\d\d"
    r"|\b(?:reiwa|heisei|showa|taisho|meiji|minguo|juche|saka|samvat|hijri|anno hegirae"
    r"|muharram|safar|rabi|jumada|rajab|sha'?ban|ramadan|shawwal|dhu"
    r"|farvardin|ordibehesht|khordad|tir|mordad|shahrivar|mehr|aban|azar|dey|bahman"
    r"|esfand|tishrei|nisan|adar|tevet|shevat|sivan|tammuz|elul|kislev|heshvan)\b"
    r"|\b(?:A\.?\s?H|B\.?\s?E|B\.?\s?S|V\.?\s?S|E\.?\s?C|A\.?\s?P|H\.?\s?S)\b\.?(?=\s|$|,)",
    re.I,
)
# Years before printed journals, or after today: of the Persian, Islamic, Buddhist or
# Hebrew calendar where a reference states them.
_ITS_YEAR = re.compile(r"(?<!\d)(?:1[0-4]\d\d|2[4-6]\d\d|5[67]\d\d)(?!\d)")
_GREGORIAN = re.compile(r"(?<!\d)(?:1[5-9]\d\d|20\d\d)(?!\d)")
_DAY = re.compile(
    r"(?<!\d)(1[5-9]\d\d|20\d\d)[-/. ](\d{1,2})[-/. ](\d{1,2})(?![\dA-Za-z])"
)
_MONTH = rf"({'|'.join(month_abbr[1:])})[a-z]*"
_NAMED_DAYS = (  # and in which order year, month and day stand in each
    (
        re.compile(rf"(?<!\d)(\d{{4}})[-/. ]+{_MONTH}[-/. ]+(\d\d?)(?![\d-])", re.I),
        "ymd",
    ),
    (re.compile(rf"(?<![-\d])(\d\d?)[-/. ]+{_MONTH}[-/., ]+(\d{{4}})", re.I), "dmy"),
    (re.compile(rf"{_MONTH}[. ]+(\d\d?),?\s+(\d{{4}})", re.I), "mdy"),
)


def in_ascii_digits(value: str) -> str:
    """A value whose digits of other scripts, and of full width, are ASCII's."""
    if value.isascii():
        return value
    return _WIDE_DIGIT.sub(_as_digit, value)


def _as_digit(found: re.Match[str]) -> str:
    digit = unicodedata.decimal(found[0], None)
    return found[0] if digit is None else str(digit)


@lru_cache(4096)
def other_calendar(value: str) -> str:
    """A date of another calendar as it is written; "" for one of ours, or for none.

    One that gives our year beside its own ("平成24年 (2012)") is one of ours.
    """
    value = value.strip()
    plain = in_ascii_digits(value)
    era = _ERAS.search(plain) or _ERAS.search(value)
    if not any(map(str.isdigit, plain)):
        return value if era else ""
    if _GREGORIAN.search(plain) and not (era and not _in_brackets(plain)):
        return ""
    return value if era or _ITS_YEAR.search(plain) else ""


def _in_brackets(value: str) -> bool:
    """Whether our year stands apart from that of the era."""
    return bool(re.search(r"[(（\[/=]\s*(?:1[5-9]\d\d|20\d\d)|\b(?:AD|CE)\b", value))


@lru_cache(4096)
def impossible_day(value: str) -> str:
    """A sentence on a day that its month does not have; "" where there is none."""
    found = _day_in(in_ascii_digits(value))
    if not found:
        return ""
    year, month, day = found
    if not 1 <= month <= 12:
        return f"“{value.strip()}” is no date: there is no month {month}."
    if not 1 <= day <= monthrange(year, month)[1]:
        return f"“{value.strip()}” is no date: {month_name[month]} has no such day."
    return ""


def _day_in(value: str) -> tuple[int, int, int] | None:
    """Year, month and day as a date gives them, whether or not there is such a day."""
    if found := _DAY.search(value):
        return int(found[1]), int(found[2]), int(found[3])
    for pattern, order in _NAMED_DAYS:
        if found := pattern.search(value):
            said = dict(zip(order, found.groups(), strict=True))
            month = list(month_abbr).index(said["m"].title())
            return int(said["y"]), month, int(said["d"])
    return None
