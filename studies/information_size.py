"""The optimal information size: how many people one adequate trial would need.

A pooled estimate of fewer people is imprecise whatever its interval (Guyatt 2011, GRADE
guidelines 6). Two arms of equal size, compared at 5 % in two sides with 80 % power.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from scipy.special import ndtri

ALPHA, POWER = 0.05, 0.80
USUAL_REDUCTION = 0.25  # of the baseline risk, where nobody named a size that matters
USUAL_STANDARDISED = 0.2  # a small difference by Cohen's convention, likewise
_Z = float(ndtri(1 - ALPHA / 2) + ndtri(POWER))


@dataclass(frozen=True)
class InformationSize:
    """People in both arms, and the events expected among them where they are counted.

    ``formula`` is in symbols, ``inputs`` name what was put in.
    """

    people: int
    events: int | None
    formula: str
    inputs: str


def for_risks(baseline: float, other: float) -> InformationSize:
    """The size to tell two risks apart; ValueError where they are none, or equal."""
    if not (0 <= baseline <= 1 and 0 <= other <= 1) or baseline == other:
        raise ValueError("Two different risks between 0 and 1 are needed.")
    spread = baseline * (1 - baseline) + other * (1 - other)
    arm = math.ceil(_Z**2 * spread / (baseline - other) ** 2)
    return InformationSize(
        people=2 * arm,
        events=round(arm * (baseline + other)),
        formula="n per arm = (z₁₋α⁄₂ + z₁₋β)² · [p₀(1 − p₀) + p₁(1 − p₁)] / (p₀ − p₁)²",
        inputs=f"p₀ = {baseline:.3g}, p₁ = {other:.3g}, {_ERRORS}",
    )


def for_means(difference: float, deviation: float) -> InformationSize:
    """The size to find a difference of means; ValueError unless both are above 0."""
    if not (difference > 0 and deviation > 0):
        raise ValueError("A difference and a standard deviation above 0 are needed.")
    arm = math.ceil(2 * (_Z * deviation / difference) ** 2)
    return InformationSize(
        people=2 * arm,
        events=None,
        formula="n per arm = 2 · (z₁₋α⁄₂ + z₁₋β)² · SD² / δ²",
        inputs=f"δ = {difference:.3g}, SD = {deviation:.3g}, {_ERRORS}",
    )


_ERRORS = f"α = {ALPHA:.2f} in two sides, power = {POWER:.0%}".replace("%", " %")
