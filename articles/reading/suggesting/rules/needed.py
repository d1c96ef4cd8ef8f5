"""Which words a pattern cannot do without, so that it is tried only where they stand.

A pattern is taken apart into its alternatives, and each read once for the letters that
every way of matching it must contain. A sentence's words are looked up once for all
patterns: most of them are then known not to match, at the price of a comparison, and of
the others only those alternatives are tried that may. What is found stays the same.

The idea is that of the filter in RE2 (Cox, "Regular expression matching with a trigram
index", 2012): here over words, and any of a pattern's alternatives.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from re import _compiler as compiler
from re import _constants as op
from re import _parser as parser
from typing import Any

Letters = frozenset[str]  # runs of small letters, one of which must stand in a word
Way = frozenset[Letters]  # each of which must
Parts = list[tuple[Any, Any]]  # of a pattern, as the library reads it
# The ways through parts that several alternatives share, behind a run of letters.
Known = dict[tuple[int, str], list[Way]]

_MOST_WORDS = 50_000  # remembered
_FEWEST = 2  # letters and edges that tell anything
_DEEPEST = 2  # how often an alternative is taken apart again
_GAP = 20  # characters, repeated so often at most, that span some words
_MOST_WAYS = 24  # kept apart; more are told as one
_START, _END = "<>"  # edges of a word: "<is>" is the word, "is" a part of one
_DIGIT = "<0>"  # stands for any
_COMMON = [
    f"<{word}>"
    for word in "a after all also an and any are as at be been but by can do does for "
    "from had has have if in into is it its less may more most no not of on one only "
    "or other over people some such than that the their them there these they this "
    "those to up was were when which who will with you your".split()
]
_WORD = re.compile(r"[a-z]+")
_DIGITS = re.compile(r"\d")
_REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}
_HOLDS_PARTS = {op.SUBPATTERN, op.ATOMIC_GROUP, op.BRANCH, *_REPEATS}
_EDGES = {op.AT_BOUNDARY, op.AT_BEGINNING, op.AT_BEGINNING_STRING}


class Alternative:
    """One of the alternatives that a pattern is made of."""

    def __init__(self, parts: Parts, state: parser.State, known: Known) -> None:
        self.ways = tuple(_ways(parts, "", known))
        self.in_capitals = bool(state.flags & re.IGNORECASE)  # else in small letters
        parsed = parser.SubPattern(state, parts)
        self.search = compiler.compile(parsed, state.flags).search


def alternatives(pattern: str, flags: int = 0) -> list[Alternative]:
    """Return patterns of which one at least is found wherever ``pattern`` is."""
    parsed = parser.parse(pattern, flags)
    made = _apart(list(parsed), _DEEPEST)
    known: Known = {}
    return [Alternative(one, parsed.state, known) for one in made]


def _apart(parts: Parts, deep: int) -> list[Parts]:
    """Return a sequence once for each of its options that spans a gap between words.

    The others stay together: they are words, and cost little more than one.
    """
    for at, (kind, what) in enumerate(parts):
        before, behind = parts[:at], parts[at + 1 :]
        if kind is op.SUBPATTERN and not (what[1] or what[2]):
            return _apart([*before, *what[3], *behind], deep)
        if kind is op.BRANCH and deep:
            apart = [list(one) for one in what[1] if _spans(one)]
            if rest := [one for one in what[1] if not _spans(one)]:
                apart.append([(op.BRANCH, (None, rest))])
            if len(apart) > 1:
                made = [[*before, *one, *behind] for one in apart]
                return [one for each in made for one in _apart(each, deep - 1)]
    return [parts]


def _spans(parts: Iterable[tuple[Any, Any]]) -> bool:
    """Tell whether anything of a pattern may be as long as a few words."""
    for kind, what in parts:
        if kind in _REPEATS and (what[1] >= _GAP or _spans(what[2])):
            return True
        if kind is op.SUBPATTERN and _spans(what[3]):
            return True
        if kind is op.BRANCH and any(_spans(one) for one in what[1]):
            return True
    return False


class Lead:
    """What one way to match needs beside its rarest letters, where those are seen."""

    __slots__ = ("alternative", "others", "pattern")

    def __init__(self, pattern: object, alternative: Alternative, others: int) -> None:
        self.pattern, self.alternative = pattern, alternative
        self.others = others  # letters, as bits


class Seen:
    """A text, and what it has of that which patterns need."""

    __slots__ = ("_bits", "leads", "small", "text")

    def __init__(self, text: str, small: str, bits: int, leads: set[Lead]) -> None:
        self.text, self.small = text, small
        self._bits = bits  # the letters that it has
        self.leads: dict[object, list[Lead]] = {}  # by pattern; others cannot match
        for lead in leads:
            if lead.pattern in self.leads:
                self.leads[lead.pattern].append(lead)
            else:
                self.leads[lead.pattern] = [lead]

    def has(self, pattern: object) -> bool:
        """Tell whether a pattern that is looked out for is found in the text."""
        tried = []
        for lead in self.leads.get(pattern, ()):
            alternative = lead.alternative
            if alternative not in tried and self.has_all_of(lead):
                if alternative.search(
                    self.text if alternative.in_capitals else self.small
                ):
                    return True
                tried.append(alternative)
        return False

    def has_all_of(self, lead: Lead) -> bool:
        """Tell whether all that a way to match needs is seen, so that it is tried."""
        return self._bits & lead.others == lead.others


class Lookout:
    """The letters that patterns need, and which of them a text has."""

    def __init__(self) -> None:
        self._bits: dict[Letters, int] = {}
        self._of_run: dict[str, tuple[int, list[Lead]]] = {}
        self._begun: set[str] = set()  # what runs begin with
        self._always: list[Lead] = []  # that need nothing
        self._of_word: dict[str, tuple[int, frozenset[Lead]]] = {}
        self.seen = lru_cache(maxsize=256)(self._seen)

    def watch(self, pattern: object, made_of: Iterable[Alternative]) -> None:
        """Look out for a pattern from now on, and for what its alternatives need."""
        for one in made_of:
            for way in one.ways:
                rarest = min(way, key=_commonness, default=frozenset())
                others = sum(self._bit(letters) for letters in way - {rarest})
                lead = Lead(pattern, one, others)
                for run in rarest:
                    self._known(run)[1].append(lead)
                if not way:
                    self._always.append(lead)
        self._of_word.clear()
        self.seen.cache_clear()

    def _seen(self, text: str) -> Seen:
        """Look at a text for all patterns at once."""
        small = lowered(text)
        bits, leads = 0, set(self._always)
        for word in _words_in(small):
            known = self._of_word.get(word) or self._look_up(word)
            bits |= known[0]
            leads |= known[1]
        return Seen(text, small, bits, leads)

    def _bit(self, letters: Letters) -> int:
        if letters not in self._bits:
            bit = self._bits[letters] = 1 << len(self._bits)
            for run in letters:
                bits, leads = self._known(run)
                self._of_run[run] = bits | bit, leads
        return self._bits[letters]

    def _known(self, run: str) -> tuple[int, list[Lead]]:
        """Return what is told by a run: bits and leads."""
        self._begun.update(run[:end] for end in range(_FEWEST, len(run) + 1))
        return self._of_run.setdefault(run, (0, []))

    def _look_up(self, word: str) -> tuple[int, frozenset[Lead]]:
        if len(self._of_word) == _MOST_WORDS:
            self._of_word.clear()
        bits, leads = 0, set()
        for start in range(len(word) - _FEWEST + 1):
            for end in range(start + _FEWEST, len(word) + 1):
                run = word[start:end]
                if run not in self._begun:
                    break
                if told := self._of_run.get(run):
                    bits |= told[0]
                    leads.update(told[1])
        known = self._of_word[word] = bits, frozenset(leads)
        return known


LOOKOUT = Lookout()


def lowered(text: str) -> str:
    """Return a text in small letters, each at its place.

    The few that would become two letters are left as they are.
    """
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := one.lower()) == 1 else one for one in text)


def _words_in(small: str) -> list[str]:
    """Return the words of a text, with their edges, and its digits as one."""
    found = [f"{_START}{word}{_END}" for word in _WORD.findall(small)]
    return [*found, _DIGIT] if _DIGITS.search(small) else found


def _ways(parts: Iterable[tuple[Any, Any]], run: str, known: Known) -> list[Way]:
    """Return the ways through a sequence; ``run`` is what stands just before it."""
    found: list[Way] = [frozenset()]
    for kind, what in [*parts, (None, None)]:
        if kind is op.LITERAL and _is_letter(what):
            run += chr(what).lower()
            continue
        parts_words = _parts_words(kind, what)
        needed = f"{run}{_END}" if parts_words and run.strip(_START) else run
        if len(needed) >= _FEWEST:
            found = _both(found, [frozenset({frozenset({needed})})])
        if kind is not None:
            found = _both(found, _ways_of(kind, what, run, known))
        run = _START if parts_words else ""
    return found


def _is_letter(code: int) -> bool:
    letter = chr(code).lower()
    return letter.isascii() and letter.isalpha()


def _parts_words(kind: Any, what: Any) -> bool:
    """Tell whether no word of letters alone goes on over this part of a pattern."""
    if kind is op.IN:
        return all(one is op.LITERAL and not _is_letter(code) for one, code in what)
    return kind is op.LITERAL or (kind is op.AT and what in _EDGES)


def _ways_of(kind: Any, what: Any, run: str, known: Known) -> list[Way]:
    if kind is op.IN and what == [(op.CATEGORY, op.CATEGORY_DIGIT)]:
        return [frozenset({frozenset({_DIGIT})})]
    if kind not in _HOLDS_PARTS:
        return [frozenset()]
    place = id(what), run  # what a pattern is made of outlives the reading of it
    if place not in known:
        known[place] = _ways_inside(kind, what, run, known)
    return known[place]


def _ways_inside(kind: Any, what: Any, run: str, known: Known) -> list[Way]:
    if kind is op.SUBPATTERN:
        return _ways(what[3], run, known)
    if kind is op.ATOMIC_GROUP:
        return _ways(what, run, known)
    if kind is op.BRANCH:
        return _few([way for option in what[1] for way in _ways(option, run, known)])
    return _ways(what[2], run, known) if what[0] > 0 else [frozenset()]


def _both(some: list[Way], others: list[Way]) -> list[Way]:
    """Return the ways of one thing behind another."""
    if len(some) * len(others) > _MOST_WAYS:
        some, others = (some, _one(others)) if len(some) > 1 else (_one(some), others)
    if len(some) * len(others) > _MOST_WAYS:
        some = _one(some)
    return _few([way | other for way in some for other in others])


def _few(found: list[Way]) -> list[Way]:
    found = list(dict.fromkeys(found))
    return found if len(found) <= _MOST_WAYS else _one(found)


def _one(found: list[Way]) -> list[Way]:
    """Return several ways as one: the letters that any of them needs."""
    if not all(found):
        return [frozenset()]
    rarest = (min(way, key=_commonness) for way in found)
    return [frozenset({frozenset().union(*rarest)})]


def _commonness(letters: Letters) -> float:
    """How likely letters are to be met with: the shorter and the more, the likelier."""
    return sum(_share(run) for run in letters)


@cache
def _share(run: str) -> float:
    """About how many sentences have a run of letters, if it is one of a common word."""
    return 3.0 ** -len(run) + sum(run in word for word in _COMMON) / 10
