"""A test against a reference standard: what its four cells give.

Intervals by Wilson's method (Newcombe 1998).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from studies.effects import proportion_interval
from studies.figures import figure
from studies.results.further import NOTHING
from studies.results.stated import half_unit


class Share(NamedTuple):
    """A share with its 95 % interval."""

    value: float
    low: float
    high: float


def sensitivity_of(result: Any) -> Share | None:
    """The share of those with the condition whom the test finds, by the cells."""
    more = result.further or NOTHING
    return _share(more.true_positives, more.false_negatives)


def specificity_of(result: Any) -> Share | None:
    """The share of those without the condition whom the test clears, by the cells."""
    more = result.further or NOTHING
    return _share(more.true_negatives, more.false_positives)


def _share(found: int | None, missed: int | None) -> Share | None:
    if found is None or missed is None or not found + missed:
        return None
    low, high = proportion_interval(found, found + missed)
    return Share(found / (found + missed), low, high)


def accuracy_differs(result: Any) -> Iterator[str]:
    """Sentences on a printed value that the four cells do not give."""
    given = {
        "sensitivity": sensitivity_of(result),
        "specificity": specificity_of(result),
    }
    for name, share in given.items():
        value = getattr(result, name)
        if value is None or share is None:
            continue
        half = half_unit(result, name, (name,))
        if abs(value - share.value) > half + 1e-9:
            meant = next(_meant(result, value, half), "")
            yield (
                f"The source prints a {name} of {figure(value)}; the four cells give "
                f"{figure(share.value)}.{meant} Check both."
            )


def _meant(result: Any, value: float, half: float) -> Iterator[str]:
    """What else of the four cells a printed value is."""
    tp, fp = result.true_positives, result.false_positives
    fn, tn = result.false_negatives, result.true_negatives
    others = {
        "sensitivity": (tp, fn),
        "specificity": (tn, fp),
        "positive predictive value": (tp, fp),
        "negative predictive value": (tn, fn),
    }
    for name, cells in others.items():
        share = _share(*cells)
        if share and abs(value - share.value) <= half:
            yield f" {figure(value)} is their {name}."
