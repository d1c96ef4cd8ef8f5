"""What a model sees of a sentence's words: their stems, classes and neighbours."""

import re
import tomllib
from functools import cache, lru_cache
from pathlib import Path

from articles.reading.suggesting.rules import lowered

_CLASSES = Path(__file__).parent / "classes.toml"
_WORD = re.compile(r"[a-z]+(?:[’'][a-z]+)?|\d+|%")
_ENDING = re.compile(r"(?:['’]s|ings?|edly|ed|ly|es|s)$")
_SHORT = 4  # letters; nothing is cut from such a word
_STEM = 6  # letters that are kept of one
_EDGES = ("^",), ("$",)
_EDGE_WORDS = 4  # of a sentence's beginning, and of its end
_WORD_VALUE, _PAIR_VALUE = 0.5, 0.35
_USUAL, _FEWEST, _DAMPING = 12, 4, 0.3  # stems and classes, by which values are damped


def features_of_words(text: str) -> dict[str, float]:
    """Return each word's stem and classes, and each pair of neighbours of either.

    What a sentence begins and ends with counts by itself too. In a long sentence each
    counts for less, so that many words make it no surer.
    """
    seen = [_seen_in(word) for word in _WORD.findall(lowered(text))]
    singles = {one for ways in seen for one in ways}
    share = (_USUAL / max(len(singles), _FEWEST)) ** _DAMPING
    found = dict.fromkeys(sorted(singles), _WORD_VALUE * share)
    start, end = _EDGES
    for ways, next_ways in zip([start, *seen], [*seen, end], strict=True):
        for one in ways:
            for other in next_ways:
                found[f"{one} {other}"] = _PAIR_VALUE * share
    for ways in seen[:_EDGE_WORDS]:
        found |= {f"^^ {one}": _PAIR_VALUE for one in ways}
    for ways in seen[-_EDGE_WORDS:]:
        found |= {f"$$ {one}": _PAIR_VALUE for one in ways}
    return found


@lru_cache(maxsize=20_000)
def _seen_in(word: str) -> tuple[str, ...]:
    """Return a word's stem and its classes in angle brackets."""
    stem = _stem(word)
    return (stem, *_classes().get(stem, ()))


def _stem(word: str) -> str:
    if word.isdigit():
        return "0"
    return _ENDING.sub("", word)[:_STEM] if len(word) > _SHORT else word


@cache
def _classes() -> dict[str, tuple[str, ...]]:
    """Return the classes of each stem, in alphabetical order."""
    found: dict[str, set[str]] = {}
    for name, words in tomllib.loads(_CLASSES.read_text(encoding="utf-8")).items():
        for word in words.split():
            found.setdefault(_stem(word), set()).add(f"<{name}>")
    return {stem: tuple(sorted(names)) for stem, names in found.items()}
