"""Where a work stands: its volume and its pages, in the form they are compared in."""

import re

from bibliography.matching.says import Says


def volumes_say(a: str, b: str) -> Says:
    """What two volumes' numbers say; 0 and 00 stand where a work had none yet."""
    first, second = _numbers(a), _numbers(b)
    if not first or not second:
        return Says.UNKNOWN
    return Says.AGREES if first & second else Says.DISAGREES


def _numbers(volume: str) -> set[int]:
    """A volume's own numbers, without those of a supplement."""
    own = re.split(r"(?i)\bs(?:upp?l|pec)|\bpt\b|\bpart\b|\(", volume)[0]
    numbers = {int(digits) for digits in re.findall(r"\d{1,9}", own)}
    return numbers - {0} or ({_arabic(own.strip())} - {0})


def _arabic(roman: str) -> int:
    """The number of a Roman numeral; 0 where it is none."""
    if not re.fullmatch("[IVXLCivxlc]+", roman):
        return 0
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[r] for r in roman.lower()]
    following = [*values[1:], 0]
    return sum(v if v >= n else -v for v, n in zip(values, following, strict=True))


def first_page(pages: str) -> str:
    """The first page in the form it is compared in: "p. E012" is "12"."""
    first = re.split(r"[-–—,;+]", pages.strip())[0].strip().lower()
    first = re.sub(r"^(?:pp?\.?\s?|e(?=\d)|art(?:icle)?\.?\s?(?:no\.?)?\s?)", "", first)
    return first.lstrip("0") if any(map(str.isdigit, first)) else ""


def is_inside(page: str, pages: str) -> bool:
    """Whether a page is one of a range."""
    ends = re.findall(r"\d+", pages)
    if len(ends) != 2 or not page.isdigit():
        return False
    first, last = ends
    last = first[: max(0, len(first) - len(last))] + last  # "349-69"
    return int(first) <= int(page) <= int(last)
