"""Weighs a sentence against notes that overclaim and notes that are honest.

A list of ways to overclaim misses the next way. So the words of a sentence, and its
pairs of neighbouring words, are weighed by how often they stand in examples of either
kind: multinomial naive Bayes at even odds (Manning, Raghavan and Schütze, Introduction
to Information Retrieval, 2008, chapter 13), with words that a negation reaches kept
apart from the same words elsewhere. How a note speaks is weighed too: what is honest
tells of figures, of what was found, and at more length.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from evidence.method.overclaiming.plain import readings

EXAMPLES = Path(__file__).with_name("examples")  # a note a line, a blank between sets
_NEGATIONS = frozenset(
    "no not never nobody nothing neither none nor without hardly scarcely barely "
    "rarely far few little half too lack lacks fails failed unable wrong premature "
    "whether how if unclear unknown uncertain".split()
)
_NEGATED = 6  # words that a negation or a doubt reaches
_ENDING = re.compile(r"(?<=\w{3})(?:e?s|e?d|ing|ly)$")
_FIGURE = re.compile(r"\d")
_PAST = re.compile(
    r"\b(?:was|were|had|did|took|found|seen|lost|given|said|made|left|fell|got|gave|"
    r"\w{3,}ed)\b"
)
_SEVERAL = 2  # overclaiming notes that a word stands in before it is named
_SMOOTHING = 0.5  # added to every count


class Weights:
    """How often each word and pair stands in overclaiming and in honest notes."""

    def __init__(self, overclaiming: Counter[str], honest: Counter[str]) -> None:
        self._overclaiming = overclaiming
        self._honest = honest
        kinds = len(self._overclaiming | self._honest)
        self._even = math.log(
            (self._honest.total() + _SMOOTHING * kinds)
            / (self._overclaiming.total() + _SMOOTHING * kinds)
        )

    def odds(self, plain: str) -> float:
        """The natural logarithm of the odds that a plain sentence overclaims."""
        return sum(self._weight(part) for part in _parts(plain))

    def telling(self, plain: str) -> str:
        """The word or pair that speaks most for an overclaim, as it looks, or "".

        Only one that several overclaiming notes have can be named.
        """
        parts = {
            part: looks
            for part, looks in _parts(plain).items()
            if looks.strip("|?") and self._overclaiming[part] >= _SEVERAL
        }
        part = max(parts, key=self._weight, default="")
        return parts[part] if part and self._weight(part) > 0 else ""

    def _weight(self, part: str) -> float:
        """Of a part's own, 0 for one that no example has."""
        overclaiming, honest = self._overclaiming[part], self._honest[part]
        if not overclaiming and not honest:
            return 0.0
        return self._even + math.log(
            (overclaiming + _SMOOTHING) / (honest + _SMOOTHING)
        )


@cache
def weights() -> Weights:
    """What the examples teach, read once."""
    return Weights(*(counts(_sentences(kind)) for kind in ("overclaiming", "honest")))


def _sentences(kind: str) -> Iterator[str]:
    text = (EXAMPLES / f"{kind}.txt").read_text(encoding="utf-8")
    return (line for line in text.split("\n") if line)


def counts(texts: Iterable[str]) -> Counter[str]:
    """In how many of some notes each word and pair stands."""
    return Counter(part for text in texts for part in _parts(readings(text)[0]))


def _parts(plain: str) -> dict[str, str]:
    """The words and pairs of a sentence without endings, each with how it looks."""
    stems = ["^"]
    reach = 0
    words = ["", *plain.split(), ""]
    for word in words[1:-1]:
        reach = 0 if word in ("|", "but") else reach
        stems.append(("not " if reach > 0 else "") + _ENDING.sub("", word))
        reach = _NEGATED if word in _NEGATIONS else reach - 1
    stems.append("$")
    parts = dict(zip(stems, words, strict=True))
    for place in range(len(stems) - 1):
        pair = " ".join(words[place : place + 2]).strip(" |?")
        parts[f"{stems[place]} {stems[place + 1]}"] = pair
    return parts | dict.fromkeys(_manner(words), "")


def _manner(words: list[str]) -> Iterator[str]:
    """How a note speaks: in figures or not, of what was or of what is, at length."""
    plain = " ".join(words)
    yield "^ in figures" if _FIGURE.search(plain) else "^ without figures"
    yield "^ of what was" if _PAST.search(plain) else "^ of what is"
    yield f"^ of {min(len(words) // 4, 5)} times four words"
