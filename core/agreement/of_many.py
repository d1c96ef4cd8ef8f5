"""Agreement of any number of raters beside alpha: Fleiss' kappa, Gwet's AC1 and AC2.

Sources: Fleiss 1971; Gwet 2008 and 2014 (values missing, weights). Gwet's coefficients
stay near the percentage where one value is much commoner than the others.
"""

from __future__ import annotations

import numpy as np

from core.agreement.ratings import Ratings

Array = np.ndarray


def counts_of(ratings: Ratings, levels: int) -> Array:
    """How often each of the first `levels` categories was said of each unit.

    Shape: units with one such rating or more × levels.
    """
    said = ratings.coded[ratings.coded[:, 2] < levels]
    counts = np.zeros((len(ratings.units), levels), int)
    np.add.at(counts, (said[:, 0], said[:, 2]), 1)
    return counts[counts.sum(axis=1) > 0]


def fleiss_of(counts: Array) -> float | None:
    """Fleiss' kappa of `counts`, of shape units × categories.

    None where not all units have the same number of ratings, two or more, and where
    chance alone would agree.
    """
    several = np.unique(counts.sum(axis=1))
    if len(several) != 1 or several[0] < 2:
        return None
    n = several[0]
    observed = float(((counts**2).sum(axis=1) - n).mean() / (n * (n - 1)))
    shares = counts.sum(axis=0) / counts.sum()
    return _beyond_chance(observed, float((shares**2).sum()))


def gwet_of(counts: Array, weights: Array) -> float | None:
    """Gwet's AC1, with weights of agreement AC2, of units × categories.

    Units with one rating tell of the categories and not of agreement. None where there
    is one category or none was rated twice.
    """
    size, ratings = len(weights), counts.sum(axis=1)
    twice = ratings > 1
    if size < 2 or not twice.any():
        return None
    said, n = counts[twice], ratings[twice]
    alike = (said * (said @ weights.T - 1)).sum(axis=1) / (n * (n - 1))
    shares = (counts / ratings[:, None]).mean(axis=0)
    spread = float((shares * (1 - shares)).sum())
    return _beyond_chance(
        float(alike.mean()), weights.sum() * spread / (size * (size - 1))
    )


def _beyond_chance(observed: float, expected: float) -> float | None:
    if np.isclose(expected, 1):
        return None
    return float((observed - expected) / (1 - expected))
