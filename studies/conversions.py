"""What a report prints, converted to what is pooled. Each is an estimate.

Sources: Cochrane Handbook 6.3 to 6.5 and 10.6; Wan 2014 (deviations from medians), Luo
2018 (means), Shi 2020 (five numbers; whether they are too skewed to convert).
"""

from __future__ import annotations

import math
from typing import NamedTuple

from scipy.special import ndtri, stdtrit

from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "pooling.conversions",
        "Means and deviations are estimated from medians, ranges, intervals and "
        "p-values where a report prints no others, and marked so.",
        RuleEffect.DECIDES,
        "Wan 2014; Luo 2018; Shi 2020; Cochrane Handbook, 6.3 to 6.5",
    ),
)


def se_from_p(estimate: float, p: float, df: float | None = None) -> float:
    """The standard error behind a two-sided p-value, by z, or by t with ``df``.

    On the analysis scale. A bound as "p < 0.05" is no p-value.
    """
    if not 0 < p < 1:
        raise ValueError(f"A p-value lies between 0 and 1, got {p}.")
    if estimate == 0:
        raise ValueError("No difference has no standard error by its p-value.")
    statistic = ndtri(1 - p / 2) if df is None else stdtrit(df, 1 - p / 2)
    return abs(estimate) / float(statistic)


def pooled_sd_from_se(se: float, n1: float, n2: float) -> float:
    """The deviation that two arms share, from the error of their difference."""
    return se / math.sqrt(1 / n1 + 1 / n2)


def sd_from_se(se: float, n: float) -> float:
    """The deviation of n values whose mean has a standard error."""
    return se * math.sqrt(n)


def sd_from_interval(low: float, high: float, n: float, level: float = 0.95) -> float:
    """The deviation of n values whose mean has an interval made by t."""
    if not (low < high and n >= 2 and 0 < level < 1):
        raise ValueError("Needs two limits in order, two people and a level.")
    t = float(stdtrit(n - 1, (1 + level) / 2))
    return math.sqrt(n) * (high - low) / (2 * t)


def log_odds_ratio_from_smd(d: float, v: float) -> tuple[float, float]:
    """A standardised difference and its variance as a log odds ratio's."""
    return d * math.pi / math.sqrt(3), v * math.pi**2 / 3


def correlation_from_smd(d: float, n1: float, n2: float) -> float:
    """A standardised difference of two groups as a correlation."""
    return d / math.sqrt(d**2 + (n1 + n2) ** 2 / (n1 * n2))


# --- from medians -------------------------------------------------------------


class Spread(NamedTuple):
    """Mean and standard deviation, as estimated from a median and what is beside."""

    mean: float
    sd: float


def from_range(low: float, median: float, high: float, n: float) -> Spread:
    """From least, median and greatest (Luo 2018, Wan 2014)."""
    weight = 4 / (4 + n**0.75)
    mean = weight * (low + high) / 2 + (1 - weight) * median
    return Spread(mean, (high - low) / (2 * _of_range(n)))


def from_quartiles(q1: float, median: float, q3: float, n: float) -> Spread:
    """From median and quartiles (Luo 2018, Wan 2014)."""
    weight = 0.7 + 0.39 / n
    mean = weight * (q1 + q3) / 2 + (1 - weight) * median
    return Spread(mean, (q3 - q1) / (2 * _of_quartiles(n)))


def from_five(
    low: float, q1: float, median: float, q3: float, high: float, n: float
) -> Spread:
    """From all five numbers (Luo 2018; the deviation by Shi 2020)."""
    of_range, of_quartiles = 2.2 / (2.2 + n**0.75), 0.7 - 0.72 / n**0.55
    mean = (
        of_range * (low + high) / 2
        + of_quartiles * (q1 + q3) / 2
        + (1 - of_range - of_quartiles) * median
    )
    by_range = (high - low) / ((2 + 0.14 * n**0.6) * _of_range(n))
    by_quartiles = (q3 - q1) / ((2 + 2 / (0.07 * n**0.6)) * _of_quartiles(n))
    return Spread(mean, by_range + by_quartiles)


def skewed_by_range(low: float, median: float, high: float, n: float) -> bool:
    """Whether least, median and greatest are too skewed to convert (Shi 2020)."""
    limit = 1.01 / math.log(n + 9) + 2.43 / (n + 1)
    return abs(low + high - 2 * median) > limit * (high - low)


def skewed_by_quartiles(q1: float, median: float, q3: float, n: float) -> bool:
    """Whether median and quartiles are too skewed to convert (Shi 2020)."""
    limit = 2.66 / math.sqrt(n) - 5.92 / n**2
    return abs(q1 + q3 - 2 * median) > limit * (q3 - q1)


def _of_range(n: float) -> float:
    return float(ndtri((n - 0.375) / (n + 0.25)))


def _of_quartiles(n: float) -> float:
    return float(ndtri((0.75 * n - 0.125) / (n + 0.25)))
