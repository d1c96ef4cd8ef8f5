"""Which words a pattern cannot do without, so that it is tried only where they stand.

A pattern is read once for the letters that each way of matching it must contain. A
sentence's words are looked up once for all patterns: most of them are then known not to
match, at the price of a comparison. What is found stays the same.

The idea is that of the filter in RE2 (Cox, "Regular expression matching with a trigram
index", 2012): here over words, and any of a pattern's alternatives.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache
from re import _constants as op
from re import _parser as parser
from typing import Any

Letters = frozenset[str]  # runs of small letters, one of which must stand in a word
Way = frozenset[Letters]  # each of which must

_FEWEST = 2  # letters and edges that tell anything
_MOST_WAYS = 24  # kept apart; more are told as one
_START, _END = "<>"  # edges of a word: "<is>" is the word, "is" a part of one
_DIGIT = "<0>"  # stands for any
_WORD = re.compile(r"[a-z]+")
_DIGITS = re.compile(r"\d")
_REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}
_EDGES = {op.AT_BOUNDARY, op.AT_BEGINNING, op.AT_BEGINNING_STRING}


def ways(pattern: str) -> tuple[Way, ...]:
    """Return the ways to match a pattern, each with the letters that it needs.

    A way without letters means that nothing is needed. Raises re.error where it is no
    pattern.
    """
    return tuple(_ways(parser.parse(pattern, re.IGNORECASE), ""))


class Lookout:
    """The letters that patterns need, and which of them a text has."""

    def __init__(self) -> None:
        self._bits: dict[Letters, int] = {}
        self._of_run: dict[str, int] = defaultdict(int)
        self._of_word: dict[str, int] = {}
        self.seen = lru_cache(maxsize=256)(self._seen)

    def watch(self, needed: Iterable[Way]) -> tuple[int, ...]:
        """Return what ``seen`` must contain for each way: bits."""
        return tuple({sum({self._bit(one) for one in way}) for way in needed})

    def _seen(self, text: str) -> int:
        """Return the bits of the letters that a text in small letters has."""
        found = self._look_up(_DIGIT) if _DIGITS.search(text) else 0
        for word in _WORD.findall(text):
            bits = self._of_word.get(word)
            if bits is None:
                bits = self._of_word[word] = self._look_up(f"{_START}{word}{_END}")
            found |= bits
        return found

    def _bit(self, letters: Letters) -> int:
        if letters not in self._bits:
            bit = self._bits[letters] = 1 << len(self._bits)
            for run in letters:
                self._of_run[run] |= bit
            self._of_word.clear()
            self.seen.cache_clear()
        return self._bits[letters]

    def _look_up(self, word: str) -> int:
        found = 0
        for start in range(len(word) - _FEWEST + 1):
            for end in range(start + _FEWEST, len(word) + 1):
                found |= self._of_run.get(word[start:end], 0)
        return found


LOOKOUT = Lookout()


def _ways(parts: Iterable[tuple[Any, Any]], run: str) -> list[Way]:
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
            found = _both(found, _ways_of(kind, what, run))
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


def _ways_of(kind: Any, what: Any, run: str) -> list[Way]:
    if kind is op.SUBPATTERN:
        return _ways(what[3], run)
    if kind is op.ATOMIC_GROUP:
        return _ways(what, run)
    if kind is op.BRANCH:
        return _few([way for option in what[1] for way in _ways(option, run)])
    if kind in _REPEATS and what[0] > 0:
        return _ways(what[2], run)
    if kind is op.IN and what == [(op.CATEGORY, op.CATEGORY_DIGIT)]:
        return [frozenset({frozenset({_DIGIT})})]
    return [frozenset()]


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
    return sum(3.0 ** -len(run) for run in letters)
