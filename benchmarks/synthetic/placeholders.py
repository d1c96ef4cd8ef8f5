"""What differs between the copies of a lot: ids, words, days, and hashes of those.

A prototype is written with placeholders for them, which nothing else in a row looks
like. The words that replace a placeholder are as long as it, so that places in texts
stay right; every word is put together from meaningless syllables.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate, product
from math import prod
from random import Random

PLACEHOLDER = re.compile(
    r"[0-9a-f]{64}|9\d{15}|[qQ]\d{7}q+|19\d\d-\d\d-\d\d"
    r"|\b\d{1,2} [A-Z][a-z]{2} 19\d\d\b"
)
DAYS = 1000  # how far back a claim may have been judged
_SYLLABLES = (
    "zor bli quen tav mur ple skan dro fiv gul wem yop jat kelb lud mish nop ruv stel "
    "trag vik wost xen yad zup brin clov dwef flun grek host jurn klam lorp mwet nurd "
    "prax quib rund slet"
).split()
_SYLLABLES_A_WORD = 3
_FIRST_DAY = date(1900, 1, 1)
_FIRST_ID = 9 * 10**15
_IDS_A_TABLE = 10**12


def id_of(table: int, number: int) -> int:
    """The placeholder for the id of a table's row."""
    return _FIRST_ID + table * _IDS_A_TABLE + number


def day_of(number: int) -> date:
    """The placeholder for the day on which a claim was judged."""
    return _FIRST_DAY + timedelta(days=number)


def word_of(number: int, length: int) -> str:
    """The placeholder for a word."""
    return f"q{number:07}".ljust(length, "q")


class Vocabulary:
    """All words there are, by length; those of the first syllables come most often.

    Of 64,000 words some are in one claim of ten and most in hardly any, as Zipf's law
    has it of real texts: a syllable is as frequent as one over its place.
    """

    def __init__(self) -> None:
        self._words: dict[int, list[str]] = defaultdict(list)
        odds: dict[int, list[float]] = defaultdict(list)
        often = {syllable: 1 / place for place, syllable in enumerate(_SYLLABLES, 1)}
        for syllables in product(_SYLLABLES, repeat=_SYLLABLES_A_WORD):
            word = "".join(syllables)
            self._words[len(word)].append(word)
            odds[len(word)].append(prod(often[each] for each in syllables))
        self._running = {
            length: list(accumulate(each)) for length, each in odds.items()
        }

    def lengths(self, count: int, chance: Random) -> list[int]:
        """How long so many words are that are drawn by chance."""
        odds = [running[-1] for running in self._running.values()]
        return chance.choices(list(self._running), odds, k=count)

    def drawn(self, lengths: Sequence[int], chance: Random) -> list[str]:
        """A word of each length."""
        words = {
            length: iter(
                chance.choices(
                    self._words[length],
                    cum_weights=self._running[length],
                    k=lengths.count(length),
                )
            )
            for length in set(lengths)
        }
        return [next(words[length]) for length in lengths]


def days_before(today: date, count: int, chance: Random) -> list[date]:
    """So many days of the last ``DAYS``."""
    return [today - timedelta(days=1 + chance.randrange(DAYS)) for _ in range(count)]


VOCABULARY = Vocabulary()
