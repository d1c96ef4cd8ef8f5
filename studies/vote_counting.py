"""Studies counted by the direction of their effect, where effects can't be pooled.

It tells only whether there is an effect in either direction, never how large; it
ignores how precise a study is. By significance nobody counts. Sources: Cochrane
Handbook 12.2.1; Campbell 2020 (SWiM).
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.special import bdtr, betaincinv, ndtri


@dataclass(frozen=True)
class VoteCount:
    """The share of studies in one direction, a sign test, and its intervals."""

    share: float
    p: float
    wilson: tuple[float, float]
    clopper_pearson: tuple[float, float]


def vote_count(favourable: int, n: int, level: float = 0.95) -> VoteCount:
    """Count studies that point one way among n that point either way.

    Mixed ones are not among them. Raises ValueError for impossible numbers.
    """
    if not 0 <= favourable <= n or n == 0:
        raise ValueError(f"{favourable} of {n} studies cannot be counted.")
    fewer = min(favourable, n - favourable)
    return VoteCount(
        share=favourable / n,
        p=min(1.0, 2 * float(bdtr(fewer, n, 0.5))),
        wilson=_wilson(favourable, n, level),
        clopper_pearson=_clopper_pearson(favourable, n, level),
    )


def _wilson(x: int, n: int, level: float) -> tuple[float, float]:
    z, share = float(ndtri((1 + level) / 2)), x / n
    middle = share + z**2 / (2 * n)
    half = z * math.sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    whole = 1 + z**2 / n
    return max(0.0, (middle - half) / whole), min(1.0, (middle + half) / whole)


def _clopper_pearson(x: int, n: int, level: float) -> tuple[float, float]:
    tail = (1 - level) / 2
    low = float(betaincinv(x, n - x + 1, tail)) if x else 0.0
    high = float(betaincinv(x + 1, n - x, 1 - tail)) if x < n else 1.0
    return low, high
