"""A test against a reference standard: what its four cells give.

Intervals by Wilson's method (Newcombe 1998).
"""

from __future__ import annotations

from typing import Any, NamedTuple

from studies.effects import proportion_interval
from studies.results.further import NOTHING


class Share(NamedTuple):
    """A share with its 95 % interval."""

    value: float
    low: float
    high: float


def sensitivity_of(result: Any) -> Share | None:
    """The share of those with the condition whom the test finds, by the cells."""
    more = result.further or NOTHING
    return share_of(more.true_positives, more.false_negatives)


def specificity_of(result: Any) -> Share | None:
    """The share of those without the condition whom the test clears, by the cells."""
    more = result.further or NOTHING
    return share_of(more.true_negatives, more.false_positives)


def share_of(found: int | None, missed: int | None) -> Share | None:
    """The share that the found are of both; None where there is none of either."""
    if found is None or missed is None or not found + missed:
        return None
    low, high = proportion_interval(found, found + missed)
    return Share(found / (found + missed), low, high)
