"""How far studies differ beyond chance: Q, the between-study variance tau², and its
interval.

`y` are effects and `v` their variances on one analysis scale, one entry a study.
Sources: DerSimonian & Laird 1986; Paule & Mandel 1982; Viechtbauer 2005 (REML), 2007
(Q-profile); Higgins & Thompson 2002 (I²).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import scipy  # its optimize, which takes long to load, where it is first asked for
from numpy.typing import NDArray
from scipy.special import chdtri, ndtri

Array = NDArray[np.float64]


class Interval(NamedTuple):
    """Lower and upper limit."""

    low: float
    high: float


def weighted_mean(y: Array, w: Array) -> float:
    """Mean of y with weights w."""
    return float((w * y).sum() / w.sum())


def generalised_q(y: Array, v: Array, tau2: float) -> float:
    """Weighted squared distances from the mean, with weights 1 / (v + tau²)."""
    w = 1 / (v + tau2)
    return float((w * (y - weighted_mean(y, w)) ** 2).sum())


def typical_variance(v: Array) -> float:
    """The within-study variance I² compares tau² with (Higgins & Thompson 2002)."""
    w = 1 / v
    return float((len(v) - 1) * w.sum() / _products(w))


def _products(w: Array) -> float:
    """(Σw)² − Σw², without losing its digits where one weight is by far the largest."""
    return float(2 * (w[1:] * w.cumsum()[:-1]).sum())


def i2_from_q(q: float, df: int) -> float:
    """I² in per cent, as Q gives it where no tau² is estimated."""
    return 100 * max(0.0, (q - df) / q) if q > 0 else 0.0


def i2_from_q_interval(q: float, df: int, level: float = 0.95) -> Interval | None:
    """Interval of I² from Q, by the standard error of ln H (Higgins & Thompson 2002).

    None for two studies whose Q is no more than 2: there the error is not defined.
    """
    k = df + 1
    if q > k:
        se = (math.log(q) - math.log(df)) / 2
        se /= math.sqrt(2 * q) - math.sqrt(2 * k - 3)
    elif k > 2:
        se = math.sqrt((1 - 1 / (3 * (k - 2) ** 2)) / (2 * (k - 2)))
    else:
        return None
    half = float(ndtri((1 + level) / 2)) * se
    log_h = math.log(max(1.0, q / df)) / 2
    limits = (math.exp(2 * (log_h + sign * half)) for sign in (-1, 1))
    return Interval(*(max(0.0, 100 * (1 - 1 / h2)) for h2 in limits))


def q_profile(y: Array, v: Array, level: float = 0.95) -> Interval:
    """Interval of tau² by Q-profile: where Q(tau²) meets its chi-square quantiles."""
    tail = (1 - level) / 2
    return Interval(
        _tau2_at_q(y, v, float(chdtri(len(y) - 1, tail))),
        _tau2_at_q(y, v, float(chdtri(len(y) - 1, 1 - tail))),
    )


def _tau2_at_q(y: Array, v: Array, target: float) -> float:
    """The tau² at which Q(tau²) = target; Q falls as tau² grows, so 0 if below."""
    if generalised_q(y, v, 0.0) <= target:
        return 0.0
    upper = float(v.mean() + y.var())
    while generalised_q(y, v, upper) > target:
        upper *= 4
    return _root(lambda tau2: generalised_q(y, v, tau2) - target, 0.0, upper)


def _root(function: Callable[[float], float], low: float, high: float) -> float:
    reach = {"xtol": 1e-15 * high, "rtol": 1e-13, "maxiter": 1000}
    return float(scipy.optimize.brentq(function, low, high, **reach))


def _dersimonian_laird(y: Array, v: Array) -> float:
    w = 1 / v
    scale = _products(w) / float(w.sum())
    return max(0.0, (generalised_q(y, v, 0.0) - (len(y) - 1)) / scale)


def _paule_mandel(y: Array, v: Array) -> float:
    return _tau2_at_q(y, v, float(len(y) - 1))


def _reml(y: Array, v: Array) -> float:
    """The tau² of the highest restricted likelihood.

    The likelihood can have several peaks, so a log grid is scanned for where its
    slope turns from up to down; each is polished and compared with tau² = 0.
    """
    scale = float(y.var() + v.mean())
    grid = np.concatenate(([0.0], scale * np.logspace(-10, 3, 261)))
    slopes = _reml_slopes(y, v, grid)
    peaks = [0.0]
    for i in np.flatnonzero((slopes[:-1] > 0) & (slopes[1:] <= 0)):
        low, high = float(grid[i]), float(grid[i + 1])
        peaks.append(_root(lambda t: _reml_slopes(y, v, np.array([t]))[0], low, high))
    return max(peaks, key=lambda tau2: _restricted_likelihood(y, v, tau2))


def _reml_slopes(y: Array, v: Array, tau2: Array) -> Array:
    """Twice the slope of the restricted likelihood at each tau²."""
    w = 1 / (v + tau2[:, None])
    total = w.sum(axis=1)
    mean = (w * y).sum(axis=1) / total
    residuals = (w**2 * (y - mean[:, None]) ** 2).sum(axis=1)
    return -total + (w**2).sum(axis=1) / total + residuals


def _restricted_likelihood(y: Array, v: Array, tau2: float) -> float:
    w = 1 / (v + tau2)
    fit = math.log(w.sum()) + generalised_q(y, v, tau2)
    return float((np.log(w).sum() - fit) / 2)


TAU2: dict[str, Callable[[Array, Array], float]] = {
    "DL": _dersimonian_laird,
    "PM": _paule_mandel,
    "REML": _reml,
}
