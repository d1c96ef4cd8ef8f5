"""How a page cites by number, judged from the whole page.

Numbers of the list are citations where they stand as such. Numbers without an entry are
too, where the page's brackets or raised digits are used for nothing else and count up
as citations do.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from articles.reading.citing.markers import REPORTS, UNIT_BEFORE, NumberMarker

# "a[i]", "a[0]", "x[1] = 3": brackets that index
INDEXES = re.compile(
    r"\w\[(?:[a-z](?:\s?[+-]\s?\d)?|0)\]|\w\[\d{1,3}\]\s?(?:=|<-|:=|←)"
)
ONE_LETTER = re.compile(r"(?<![^\W_’'])[^\W\d_]$")
CLAUSE_END = re.compile(r"\s*(?:[.,;:!?)”\"]|\[\d|$|\n)|\s?[–—]\s")
ENDED = re.compile(r"[^\W\d_][.,;:!?)”\"]\s*$")
LONG_WORD = re.compile(r"[a-z]{4,}(?<!met[er]{2})(?<!met[er]{2}s)$")
WORD = re.compile(r"(?<![^\W\d_])[a-z]{3,}$")
RAISED_UNITS = frozenset(
    "mol min sec rad log sin cos tan exp deg lux bar feet foot inch inches mile miles"
    " yard yards acre acres kilo mile hour hours week weeks".split()
)
SEVERAL = re.compile(r"\d\D+\d|[(\[]|⁽|[⁰¹²³⁴-⁹][˒·,⁻–-]")  # "1,2", "(1)": no power
HIGH = re.compile(
    r"\s*(?:[4-9]|[1-9]\d\d?|[⁴-⁹]|[¹²³⁴-⁹][⁰¹²³⁴-⁹]{1,2})\s*"
)  # no power
REPORTING = re.compile(r"(?:\b[A-Z][\w’'-]+|\bet al\.?|\bcolleagues)\s?$")
RUNS_ON = re.compile(r"[\w(=]")
WEAK = ("round", "glued")


def is_raised_mark(before: str, behind: str, words: str = "") -> bool:
    """Say whether a raised number is a mark, by the words before and behind it.

    It follows a full stop or the like, or a word of some length that ends a clause; no
    power and no unit does. Several numbers, or one in brackets, are no power.

    >>> is_raised_mark("in adults.", " It"), is_raised_mark("in adults", ". It")
    (True, True)
    >>> is_raised_mark("30 km", "."), is_raised_mark("omega", ", that is")
    (False, False)
    >>> is_raised_mark("the gut", " of", "7-9"), is_raised_mark("10 mol", " of", "(2)")
    (True, False)
    """
    if ENDED.search(before):
        return True
    word = WORD.search(before)
    if UNIT_BEFORE.search(before) or (word and word[0] in RAISED_UNITS):
        return False
    if word and SEVERAL.search(words):
        return True
    if word and len(word[0]) > 3 and HIGH.fullmatch(words):
        return True
    long_enough = word and len(word[0]) == 3 or LONG_WORD.search(before)
    return bool(long_enough and CLAUSE_END.match(behind))


@dataclass(slots=True)
class Page:
    """Tells which number markers of a page are citations."""

    text: str
    highest: int  # number of its list; 0 without one
    indexes: bool = field(init=False)

    def __post_init__(self) -> None:
        self.indexes = INDEXES.search(self.text) is not None

    def citing(self, markers: Sequence[NumberMarker]) -> list[NumberMarker]:
        """Return the markers, all of one style, that are citations."""
        fitting = [m for m in markers if m.numbers and min(m.numbers) > 0]
        listed = [m for m in fitting if max(m.numbers) <= self.highest]
        if not fitting:
            return []
        if fitting[0].style in WEAK and self.highest:
            return listed if self._counts(listed, self.highest) else []
        others = [m for m in fitting if max(m.numbers) > self.highest]
        if fitting[0].style == "square":
            others = [m for m in others if self._stands_as_mark(m)]
            if not self.highest and not self._cites_by_brackets(others):
                return []
        elif self.highest or not self._counts_up(others):
            others = []
        return sorted([*listed, *others], key=lambda marker: marker.start)

    def _counts(self, markers: Sequence[NumberMarker], highest: int) -> bool:
        """Say whether weak markers count up through the list, as citations do."""
        numbers = {number for marker in markers for number in marker.numbers}
        if markers and markers[0].style == "round" and len(numbers) > 2:
            ending = (CLAUSE_END.match(self.text, marker.end) for marker in markers)
            if 1 in numbers and all(ending):
                return True
        return bool(numbers & {1, 2}) and len(numbers) * 3 >= highest

    def _stands_as_mark(self, marker: NumberMarker) -> bool:
        """Say whether a bracket follows words, and no word is made with it."""
        if self.indexes:
            return False
        line = self.text[max(0, marker.start - 40) : marker.start].rpartition("\n")[2]
        behind = self.text[marker.end : marker.end + 1]
        return (
            any(map(str.isalpha, line))
            and not ONE_LETTER.search(line)
            and RUNS_ON.match(behind) is None
        )

    def _cites_by_brackets(self, markers: Sequence[NumberMarker]) -> bool:
        """Say whether brackets without a list begin at one, or end what is said."""
        numbers = {number for marker in markers for number in marker.numbers}
        ending = sum(map(self._ends_a_clause, markers))
        return bool(numbers & {1, 2}) or len(numbers) > 2 or ending * 2 > len(markers)

    def _is_raised_mark(self, marker: NumberMarker) -> bool:
        before = self.text[max(0, marker.start - 20) : marker.start]
        behind = self.text[marker.end : marker.end + 4]
        words = self.text[marker.start : marker.end]
        return marker.style == "raised" and is_raised_mark(before, behind, words)

    def _ends_a_clause(self, marker: NumberMarker) -> bool:
        """Say whether a bracket ends what is said, or sticks to a long word."""
        before = self.text[max(0, marker.start - 20) : marker.start]
        return bool(
            CLAUSE_END.match(self.text, marker.end)
            or ENDED.search(before)
            or LONG_WORD.search(before)
            or (REPORTING.search(before) and REPORTS.match(self.text, marker.end))
        )

    def _counts_up(self, markers: Sequence[NumberMarker]) -> bool:
        """Say whether numbers without a list come in the order of first mention."""
        if markers and all(map(self._is_raised_mark, markers)):
            return True
        numbers = {number for marker in markers for number in marker.numbers}
        covered = len(numbers) * 2 >= max(numbers, default=0)
        if not covered or 1 not in numbers:
            return False
        if markers[0].style == "raised":
            return True
        ending = all(CLAUSE_END.match(self.text, marker.end) for marker in markers)
        return markers[0].style == "round" and len(numbers) > 2 and ending
