"""Finds which sentence of a new version answers each sentence of the old one.

Sentences with equal words that occur once in both versions are the fixed points (as in
Cohen's patience diff); from them equal neighbours follow, then reworded ones by shared
words weighted by rarity, then what is still double by order. Words are equal however
they are written, and whatever number a citation has. A sentence joined to another is
answered by what became of both.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from unicodedata import normalize

from texts.skeletons import skeleton

# How much of their words (weighted Dice, 0 to 1) a reworded sentence must share with
# the old one: less where its neighbours are the old one's neighbours.
ENOUGH_IN_PLACE = 0.45
ENOUGH_ELSEWHERE = 0.7
JOINED = 0.8  # of a sentence's words (weighted), that one it was joined to has
_LOOKED_AT = 400  # entries of the word index read for one sentence, rarest words first
_COMPARED = 20  # sentences that one is compared with in full
_WORD = re.compile(r"\w+")
_NUMBERS = r"\d{1,3}(?:\s?[,–-]\s?\d{1,3})*"
_MARKER = re.compile(  # "[3, 4]", "[^kim]", "pain¹", "pain.3", and no "m²"
    rf"\s?\[(?:\^[^\[\]\s]{{1,60}}|{_NUMBERS})\]"
    r"|(?:(?<=[^\W\d_][^\W\d_][^\W\d_])|(?<=[.,;:!?)”\"’']))[⁰¹²³⁴⁵⁶⁷⁸⁹]+(?:[⁻⁼,–-][⁰¹²³⁴⁵⁶⁷⁸⁹]+)*"
    rf"|(?<=[^\W\d_][^\W\d_][.,;:!?]){_NUMBERS}(?=\s|$)"
)


@dataclass(frozen=True, slots=True)
class Pair:
    """The new sentence that answers an old one."""

    new: int  # index into the new sentences
    equal: bool  # same words
    in_order: bool  # stands where it stood among its equals


def align(old: Sequence[str], new: Sequence[str]) -> list[Pair | None]:
    """Return, for each old sentence, its pair among the new ones or None.

    No new sentence answers two old ones, but one that they were joined to. White space,
    dashes, quotes, how letters are composed and the numbers of citations make no
    difference.
    """
    pairing = _Pairing([_plain(text) for text in old], [_plain(text) for text in new])
    pairing.pair_unique()
    pairing.pair_neighbours()
    pairing.see_through_writing()
    pairing.pair_unique()
    pairing.pair_neighbours()
    pairing.pair_similar(ENOUGH_IN_PLACE, in_place=True)
    pairing.pair_neighbours()
    pairing.pair_doubles()
    pairing.pair_similar(ENOUGH_IN_PLACE, in_place=True)
    pairing.pair_similar(ENOUGH_ELSEWHERE, in_place=False)
    ordered = _longest_rising(pairing.to_new)
    joined = pairing.joined()
    return [
        Pair(target, pairing.are_equal(index, target), index in ordered)
        if (target := pairing.to_new.get(index)) is not None
        else joined.get(index)
        for index in range(len(old))
    ]


class _Pairing:
    """Old and new sentences, and the pairs found so far."""

    def __init__(self, old: list[str], new: list[str]) -> None:
        self.old, self.new = old, new  # the words
        self.old_key, self.new_key = list(old), list(new)  # what is equal if these are
        self.to_new: dict[int, int] = {}
        self.to_old: dict[int, int] = {}

    def add(self, old: int, new: int) -> None:
        self.to_new[old] = new
        self.to_old[new] = old

    def are_equal(self, old: int, new: int) -> bool:
        return self.old_key[old] == self.new_key[new]

    def see_through_writing(self) -> None:
        """Let those that are left be equal if only their writing differs."""
        for old in range(len(self.old)):
            if old not in self.to_new:
                self.old_key[old] = _unwritten(self.old[old])
        for new in range(len(self.new)):
            if new not in self.to_old:
                self.new_key[new] = _unwritten(self.new[new])

    def pair_unique(self) -> None:
        """Pair the texts that both versions have exactly once."""
        once_old, once_new = _once(self.old_key), _once(self.new_key)
        for text in once_old.keys() & once_new.keys():
            if self._free(once_old[text], once_new[text]):
                self.add(once_old[text], once_new[text])

    def pair_neighbours(self) -> None:
        """Pair equal texts that stand beside a pair, outward from every pair."""
        waiting = deque(sorted(self.to_new.items()))
        while waiting:
            old, new = waiting.popleft()
            for step in (1, -1):
                beside = old + step, new + step
                if self._free(*beside) and self.are_equal(*beside):
                    self.add(*beside)
                    waiting.append(beside)

    def pair_doubles(self) -> None:
        """Pair equal texts that are left: within the same gap first, then in order."""
        left_new: dict[str, list[int]] = defaultdict(list)
        for index, text in enumerate(self.new_key):
            if index not in self.to_old:
                left_new[text].append(index)
        left_old = [i for i in range(len(self.old)) if i not in self.to_new]
        gaps = self._gaps(left_old)
        for within_gap in (True, False):
            for old in left_old:
                choice = left_new.get(self.old_key[old])
                if old in self.to_new or not choice:
                    continue
                low, high = gaps[old] if within_gap else (-1, len(self.new))
                at = bisect_right(choice, low)
                if at < len(choice) and choice[at] < high:
                    self.add(old, choice.pop(at))

    def pair_similar(self, enough: float, *, in_place: bool) -> None:
        """Pair reworded texts, the most alike first.

        ``in_place`` admits only those between the same neighbours.
        """
        left_old = [i for i in range(len(self.old)) if i not in self.to_new]
        left_new = [i for i in range(len(self.new)) if i not in self.to_old]
        if not left_old or not left_new:
            return
        gaps = self._gaps(left_old)
        likeness = _Likeness(self.old, self.new, left_new)
        found = [
            (score, -abs(old - new), old, new)
            for old in left_old
            for new, score in likeness.of(self.old[old])
            if score >= enough and (not in_place or gaps[old][0] < new < gaps[old][1])
        ]
        for _, _, old, new in sorted(found, reverse=True):
            if self._free(old, new):
                self.add(old, new)

    def joined(self) -> dict[int, Pair]:
        """Return those left whose words are in a longer sentence beside their place."""
        left_old = [i for i in range(len(self.old)) if i not in self.to_new]
        gaps = self._gaps(left_old)
        found = {}
        for old in left_old:
            low, high = gaps[old]
            beside = [
                new
                for new in range(max(low, 0), min(high + 1, len(self.new)))
                if not self._is_kept(new)
            ]
            likeness = _Likeness(self.old, self.new, beside)
            held = [(likeness.held(self.old[old], new), -new) for new in beside]
            share, target = max(held, default=(0.0, 0))
            if share >= JOINED:
                found[old] = Pair(-target, equal=False, in_order=True)
        return found

    def _is_kept(self, new: int) -> bool:
        """Whether a new sentence has the words of an old one and no more."""
        old = self.to_old.get(new)
        return old is not None and self.are_equal(old, new)

    def _free(self, old: int, new: int) -> bool:
        return (
            0 <= old < len(self.old)
            and 0 <= new < len(self.new)
            and old not in self.to_new
            and new not in self.to_old
        )

    def _gaps(self, left_old: Iterable[int]) -> dict[int, tuple[int, int]]:
        """Return for old sentences the new ones between which they should stand."""
        ordered = sorted(_longest_rising(self.to_new))
        gaps = {}
        for index in left_old:
            at = bisect_left(ordered, index)
            low = self.to_new[ordered[at - 1]] if at else -1
            high = self.to_new[ordered[at]] if at < len(ordered) else len(self.new)
            gaps[index] = (low, high)
        return gaps


class _Likeness:
    """How alike sentences are: Dice's coefficient of words weighted by rarity."""

    def __init__(self, old: list[str], new: list[str], candidates: list[int]) -> None:
        spread: Counter[str] = Counter()
        for text in (*old, *new):
            spread.update(set(_words(text)))
        total = len(old) + len(new)
        self.weight = {w: math.log(1 + total / n) for w, n in spread.items()}
        self.bags = {index: Counter(_words(new[index])) for index in candidates}
        self.sizes = {index: self._size(bag) for index, bag in self.bags.items()}
        self.where: dict[str, list[int]] = defaultdict(list)
        for index, bag in self.bags.items():
            for word in bag:
                self.where[word].append(index)

    def of(self, text: str) -> list[tuple[int, float]]:
        """Return (candidate, likeness) of those that share rare words."""
        bag = Counter(_words(text))
        size = self._size(bag)
        return [
            (index, 2 * self._shared(bag, index) / (size + self.sizes[index]))
            for index in self._candidates(bag)
        ]

    def held(self, text: str, index: int) -> float:
        """Return how much of a text's words (weighted, 0 to 1) a candidate has."""
        bag = Counter(_words(text))
        return self._shared(bag, index) / (self._size(bag) or 1.0)

    def _candidates(self, bag: Counter[str]) -> list[int]:
        places = sorted(
            ((self.where[word], word) for word in bag if word in self.where),
            key=lambda item: (len(item[0]), item[1]),
        )
        shared: dict[int, float] = defaultdict(float)
        seen = 0
        for indexes, word in places:
            if shared and seen + len(indexes) > _LOOKED_AT:
                break
            seen += len(indexes)
            for index in indexes:
                shared[index] += self.weight[word]
        return nlargest(_COMPARED, shared, key=lambda index: (shared[index], -index))

    def _shared(self, bag: Counter[str], index: int) -> float:
        other = self.bags[index]
        return sum(
            min(count, other[word]) * self.weight[word]
            for word, count in bag.items()
            if word in other
        )

    def _size(self, bag: Counter[str]) -> float:
        return sum(self.weight[word] * count for word, count in bag.items())


def _plain(text: str) -> str:
    return " ".join(text.split())


def _unwritten(text: str) -> str:
    """Return what a sentence says, without how it is written and its citations."""
    return skeleton(_MARKER.sub("", text)).text or text


def _words(text: str) -> list[str]:
    return _WORD.findall(normalize("NFC", text).casefold())


def _once(texts: list[str]) -> dict[str, int]:
    counts = Counter(texts)
    return {text: i for i, text in enumerate(texts) if counts[text] == 1}


def _longest_rising(pairs: dict[int, int]) -> set[int]:
    """Return the keys of the longest run of pairs whose targets keep their order."""
    ends: list[int] = []  # smallest target that ends a run of each length
    keys: list[int] = []
    before: dict[int, int | None] = {}
    for key in sorted(pairs):
        at = bisect_left(ends, pairs[key])
        before[key] = keys[at - 1] if at else None
        if at == len(ends):
            ends.append(pairs[key])
            keys.append(key)
        else:
            ends[at], keys[at] = pairs[key], key
    run: set[int] = set()
    key = keys[-1] if keys else None
    while key is not None:
        run.add(key)
        key = before[key]
    return run
