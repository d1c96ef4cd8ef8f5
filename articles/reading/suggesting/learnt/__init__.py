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

import numpy as np

FILE = Path(__file__).parent / "weights.json"
NO_CLAIM = "none"  # stands among the kinds
UNIT = 100  # the weights are kept as whole numbers, that many to one


@dataclass(frozen=True, slots=True)
class Weights:
    """What speaks for which kind, and how much."""

    kinds: tuple[str, ...]
    rows: dict[str, int]  # of each feature
    table: np.ndarray  # a column for each kind; the first row is of no feature


def likelihoods(features: Mapping[str, float]) -> dict[str, float]:
    """Return how likely each kind is, and none, the likeliest first; the sum is 1."""
    found = weights()
    known = [
        (found.rows[one], value) for one, value in features.items() if one in found.rows
    ]
    rows = [0, *(row for row, _ in known)]
    values = np.array([1.0, *(value for _, value in known)])
    # Summed row by row, so that they come out alike on every machine.
    told = np.add.reduce(found.table[rows] * values[:, np.newaxis], axis=0).tolist()
    most = max(told)
    odds = [exp((one - most) / UNIT) for one in told]
    total = sum(odds)
    ranked = sorted(zip(odds, found.kinds, strict=True), reverse=True)
    return {kind: one / total for one, kind in ranked}


@cache
def weights() -> Weights:
    """Return the weights as they are kept, read once."""
    kept = json.loads(FILE.read_text(encoding="utf-8"))
    rows = {feature: row for row, feature in enumerate(kept["weights"], start=1)}
    table = np.array([kept["of_nothing"], *kept["weights"].values()], dtype=float)
    return Weights(tuple(kept["kinds"]), rows, table)
