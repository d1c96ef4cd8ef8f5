"""Numbers as papers print them: "0·80", "−2.0", "1 234", "0,8", and 1,234 either way.

A comma or a point before exactly three digits may part thousands or decimals. What else
stands in the same table decides, where it is of one mind; else it is to be asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from studies.printed import DIGITS, SIGNS, PrintedNumber, read
from texts.late_patterns import compile_late
from texts.words import Words

DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
_SPACES = " \u00a0\u2007\u2009\u202f"
_MIDDLE_DOTS = "\u00b7\u2219\u22c5\u2027\u30fb"
_PLAIN = (
    DIGITS
    | SIGNS
    | {ord(dot): "\u00b7" for dot in _MIDDLE_DOTS}
    | {0xFF05: "%", 0x2044: "/", 0x2215: "/"}
)
# A dash between two numbers is no sign, with spaces around it or without.
_SIGN = (
    rf"(?<![0-9A-Za-z%)\]])(?:(?<![0-9%)\]][{_SPACES}])[{DASHES}][{_SPACES}]?"
    rf"|[{DASHES}]|\+)(?=[0-9.,\u00b7])"
)
_BODY = (
    rf"[0-9]{{1,3}}(?:[{_SPACES}'\u2019][0-9]{{3}})+(?![0-9])(?:[.,\u00b7][0-9]+)?"
    r"|[0-9]+(?:[.,\u00b7][0-9]+)*"
    r"|(?<![0-9A-Za-z])[.,\u00b7][0-9]+(?![.,\u00b7]?[0-9])"
)
_POWER = (
    r"(?:[ ]?[x\u00d7][ ]?10(?:\^[-\u2212]?[0-9]+|[⁻⁺]?[⁰¹²³⁴-⁹]+)"
    r"|[eE][-+\u2212]?[0-9]+)"
)
NUMBER = compile_late(rf"(?:{_SIGN})?(?:{_BODY})(?:{_POWER})?", re.ASCII)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*")
_MIXED = re.compile(r"[1-9][0-9]{0,2}(?:([.,])[0-9]{3})+(?!\1)([.,\u00b7])[0-9]+")
_PARTS = re.compile(rf"({_SIGN})?([0-9.,\u00b7{_SPACES}'\u2019]+)({_POWER})?", re.ASCII)
_COUNTED = compile_late(
    rf"(?:^|[^0-9.,])(?P<before>{_BODY}) ?(?:/|out of|of) ?(?P<after>{_BODY})"
    rf"|\b[nN] ?= ?(?P<size>{_BODY})"
    rf"|^ ?(?P<whole>{_BODY}) ?[(±] ?[0-9]+(?: ?\)?$|(?:[.,\u00b7][0-9]+)? ?%)",
    re.ASCII,
)
_APART = re.compile(rf"[0-9][%]? ?(?:to|;|[{DASHES}]|\.{{2,}}|…) ?[{DASHES}+]?[0-9]")
_BRACKETED = re.compile(r"[(\[][^()\[\]]*[)\]]")
_LARGEST = 1e15


class Separator(Words):
    """What a comma or a point does inside the numbers of a table."""

    DECIMAL = "decimal", "parts decimals"
    THOUSANDS = "thousands", "parts thousands"


@dataclass(frozen=True)
class Separators:
    """What commas and points do in a table; empty where that has to be asked.

    ``lists``: a comma with other than three digits behind it, as in "8,20", stands
    between two numbers and not in one.
    """

    comma: str = ""
    point: str = ""
    lists: bool = False

    def of(self, mark: str) -> str:
        """What a mark, "," or ".", does."""
        return self.comma if mark == "," else self.point


ENGLISH = Separators(Separator.THOUSANDS, Separator.DECIMAL, lists=True)
UNKNOWN = Separators()
_OPPOSITE = {
    Separator.DECIMAL: Separator.THOUSANDS,
    Separator.THOUSANDS: Separator.DECIMAL,
    "": "",
}


@dataclass(frozen=True)
class Number:
    """A number, as it is printed and as it is read, and half a unit of its last digit.

    ``settled`` is the number in signs that leave nothing open.
    """

    text: str
    settled: str
    value: float
    half: float

    @property
    def whole(self) -> int | None:
        """The number where it is whole and not below 0, as counts are."""
        return int(self.value) if self.value >= 0 and self.value % 1 == 0 else None

    @property
    def is_count(self) -> bool:
        """Whether it may count people: "12", and not "12.0"."""
        return self.whole is not None and self.half >= 0.5

    @property
    def as_share(self) -> Number:
        """A number of per cent as a share: "3.3 %" is 0.033."""
        number = read(f"{self.settled} %", share=True)
        return Number(f"{self.text} %", number.text, number.value, number.half)

    def of_people(self, people: int) -> Number:
        """A number of so many people as a share: "-34 per 1000" is -0.034."""
        if people == 100:
            return self.as_share
        number = read(f"{self.settled}×10^-{len(str(people)) - 1}")
        return Number(number.text, number.text, number.value, number.half)

    @property
    def kept(self) -> PrintedNumber:
        """The number to be stored, with its text where that leaves nothing open."""
        shown = self.settled if is_open(self.text) else self.text
        return PrintedNumber(self.value, shown)


def plain(text: str) -> str:
    """The text with digits of any script, dots and slashes each in one form."""
    return text.translate(_PLAIN)


def numbers_in(chunk: str, separators: Separators) -> tuple[Number, ...] | None:
    """The number that a run of digits is; two where a comma stands between two.

    ``chunk`` is what ``NUMBER`` finds in a ``plain`` text. None where it is no number,
    or where what its separator does is not known.
    """
    parts = _PARTS.fullmatch(chunk)
    if parts is None:
        return None
    sign, body, power = parts[1] or "", parts[2], parts[3] or ""
    bare = _bare(body)
    one = _one(bare, separators, spaced=bare != body)
    if one is None:
        can_be_two = "," in bare and not power and not is_open(bare)
        return _two(chunk, separators) if can_be_two else None
    settled = f"{sign.strip()}{one}{power.strip()}"
    try:
        number = read(settled)
    except (ValueError, OverflowError):
        return None
    if abs(number.value) >= _LARGEST:
        return None
    return (Number(chunk, settled, number.value, number.half),)


def _bare(body: str) -> str:
    return re.sub(rf"[{_SPACES}'\u2019]", "", body)


def _one(body: str, separators: Separators, *, spaced: bool) -> str | None:
    """One number's digits with at most a point among them; None if it is none.

    ``spaced``: its thousands are parted by spaces, so a comma can only be decimal.
    """
    for mark in (",", "."):
        if body.count(mark) == 1 and is_open(body) and not spaced:
            does = separators.of(mark)
            if does == Separator.THOUSANDS:
                return body.replace(mark, "")
            return _decimal(body, mark) if does else None
    if mixed := _MIXED.fullmatch(body):
        return _decimal(body.replace(mixed[1], ""), mixed[2])
    if _GROUPED.fullmatch(body):
        return re.sub("[.,]", "", body)
    marks = [each for each in body if not each.isdigit()]
    if not marks:
        return body
    if len(marks) > 1:
        return None
    if marks == [","] and separators.lists and body[0] not in "0," and not spaced:
        return None
    return _decimal(body, marks[0])


def _decimal(body: str, mark: str) -> str:
    whole, _, decimals = body.partition(mark)
    return f"{whole or 0}.{decimals}"


def _two(chunk: str, separators: Separators) -> tuple[Number, ...] | None:
    """Two numbers with a comma between: "0.60,1.07", "8,20" or even "0,6,1,2"."""
    pieces = chunk.split(",")
    half = len(pieces) // 2
    if len(pieces) not in (2, 4):
        return None
    halves = [",".join(pieces[:half]), ",".join(pieces[half:])]
    by_commas = replace(separators, comma=Separator.DECIMAL, lists=False)
    read = [numbers_in(each, by_commas) for each in halves]
    return tuple(n for each in read for n in each) if all(read) else None


def is_open(number: str) -> str:
    """The comma or point of a number that three digits follow once, or nothing.

    It parts thousands or decimals; leading signs count for nothing.
    """
    body = number.lstrip(f"{DASHES}+ ")
    marks = [each for each in body if each in ",."]
    return marks[0] if len(marks) == 1 and _GROUPED.fullmatch(body) else ""


# --- what the numbers of a table say of its separators ---


@dataclass(frozen=True)
class Question:
    """A separator whose numbers can be read in two ways, and examples of both."""

    mark: str  # "," or "."
    examples: tuple[tuple[str, str, str], ...]  # printed, as thousands, as decimals

    @property
    def name(self) -> str:
        """What it is answered under."""
        return "comma" if self.mark == "," else "point"


def separators_of(
    texts: Iterable[str], answers: Separators = UNKNOWN
) -> tuple[Separators, tuple[Question, ...]]:
    """What commas and points do in a table's cells, and what it leaves open of that.

    An answer goes before what the table tells, and what it answers is among what is
    open still. Both marks before three digits in one
    table are asked, unless both are told by other numbers; so is what tells both ways.
    """
    told: dict[str, set[str]] = {",": set(), ".": set()}
    open_: dict[str, dict[str, None]] = {",": {}, ".": {}}
    for text in texts:
        for mark, does, chunk in _evidence(plain(text)):
            if does:
                told[mark].add(does)
            else:
                open_[mark].setdefault(chunk)
    comma, point = (_decided(mark, told, open_) for mark in ",.")
    found = Separators(
        answers.comma or comma,
        answers.point or point,
        lists=Separator.DECIMAL not in told[","] | {answers.comma, comma},
    )
    asked = tuple(
        Question(mark, tuple(_readings(each, mark) for each in list(open_[mark])[:3]))
        for mark in ",."
        if open_[mark] and not (comma if mark == "," else point)
    )
    return found, asked


def _decided(mark: str, told: dict[str, set[str]], open_: dict[str, dict]) -> str:
    other = "." if mark == "," else ","
    mine, theirs = told[mark], told[other]
    if len(mine) > 1 or len(theirs) > 1 or mine & theirs:
        return ""
    if open_[mark] and open_[other] and not (mine and theirs):
        return ""
    if mine:
        return next(iter(mine))
    if theirs:
        return _OPPOSITE[next(iter(theirs))]
    return Separator.DECIMAL if mark == "." else ""


def _evidence(text: str) -> Iterator[tuple[str, str, str]]:
    """(mark, what it does or "" where that is open, number) of a text's numbers."""
    counted = {
        match.span(name)
        for match in _COUNTED.finditer(text)
        for name in ("before", "after", "size", "whole")
    }
    brackets = [match.span() for match in _BRACKETED.finditer(text)]
    at = 0
    for match in NUMBER.finditer(text):
        while at < len(brackets) and brackets[at][1] <= match.start():
            at += 1
        within = at < len(brackets) and brackets[at][0] < match.start()
        # "(3,1 to 0,9)" has its own sign between two numbers: its commas are in them.
        within = within and not _APART.search(text[slice(*brackets[at])])
        parts = _PARTS.fullmatch(match[0])
        if parts and not parts[3]:
            is_count = match.span() in counted
            yield from _tells(_bare(parts[2]), match[0], within, is_count)


def _tells(
    body: str, chunk: str, within: bool, counted: bool
) -> Iterator[tuple[str, str, str]]:
    marks = [each for each in body if each in ",."]
    if not marks:
        return
    if is_open(body):
        yield marks[0], Separator.THOUSANDS if counted else "", chunk
    elif mixed := _MIXED.fullmatch(body):
        yield mixed[1], Separator.THOUSANDS, chunk
        if mixed[2] in ",.":
            yield mixed[2], Separator.DECIMAL, chunk
    elif _GROUPED.fullmatch(body):
        yield marks[0], Separator.THOUSANDS, chunk
    elif marks == [","] and within and body[0] not in "0,":
        yield ",", "", chunk  # "(8,20)": 8.20, or from 8 to 20
    elif len(marks) == 1:
        yield marks[0], Separator.DECIMAL, chunk
    elif set(marks) == {",", "."} and marks.count(",") == 1:
        yield ".", Separator.DECIMAL, chunk  # "0.60,1.07"


def _readings(chunk: str, mark: str) -> tuple[str, str, str]:
    """A number that can be read in two ways, and both: "1,234", "1234", "1.234"."""
    as_thousands, as_decimals = (
        Separators(does, does, lists=does == Separator.THOUSANDS)
        for does in (Separator.THOUSANDS, Separator.DECIMAL)
    )
    shown = [
        " and ".join(n.settled for n in numbers_in(plain(chunk), each) or ())
        for each in (as_thousands, as_decimals)
    ]
    return chunk, shown[0], shown[1]
