"""How likely each kind is, or none, by weights learnt from sentences of our own.

A linear model of what the rules tell of a sentence and of its words (``words.py``): the
weights of what is found are added up for each kind. ``weights.json`` is written by
``python -m benchmarks.learning``, and says what it was learnt from.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from pathlib import Path

FILE = Path(__file__).parent / "weights.json"
NO_CLAIM = "none"  # stands among the kinds
UNIT = 100  # the weights are kept as whole numbers, that many to one


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks for which kind, and how much."""

    kinds: tuple[str, ...]
    of_nothing: tuple[int, ...]  # what speaks for each kind before a word is read
    of: dict[str, list[tuple[int, int]]]  # a feature's weight for kinds, by their place


def likelihoods(features: Mapping[str, float]) -> dict[str, float]:
    """Return how likely each kind is, and none, the likeliest first; the sum is 1."""
    found = weights()
    told: list[float] = list(found.of_nothing)
    for feature, value in features.items():
        for place, weight in found.of.get(feature, ()):
            told[place] += value * weight
    most = max(told)
    odds = [exp((one - most) / UNIT) for one in told]
    total = sum(odds)
    ranked = sorted(zip(odds, found.kinds, strict=True), reverse=True)
    return {kind: one / total for one, kind in ranked}


@cache
def weights() -> Weights:
    """Return the weights as they are kept, read once."""
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    of = {
        feature: [(place, weight) for place, weight in enumerate(row) if weight]
        for feature, row in kept["weights"].items()
    }
    return Weights(tuple(kept["kinds"]), tuple(kept["of_nothing"]), of)
