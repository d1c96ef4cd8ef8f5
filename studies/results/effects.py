"""What a stored result's numbers give: its effect, the counts and people behind."""

from __future__ import annotations

import math
from typing import Protocol

from studies.designs import CLUSTERED, PAIRED
from studies.effects import (
    COMPARING,
    Effect,
    Measure,
    effect_from_interval,
    mean_difference,
    odds_ratio,
    ratio_of_means,
    risk_difference,
    risk_ratio,
    standardised_mean_difference,
)
from studies.rare_events import Table
from texts.words import YesNo

USUAL_LEVEL = 0.95  # of an interval
_FROM_COUNTS = {"rr": risk_ratio, "or": odds_ratio, "rd": risk_difference}
_FROM_MEANS = {
    "md": mean_difference,
    "smd": standardised_mean_difference,
    "rom": ratio_of_means,
}


class Numbers(Protocol):
    """What a result states in numbers: a row, or its facts."""

    metric: str
    adjusted: str
    estimate: float | None
    ci_low: float | None
    ci_high: float | None
    ci_level: float
    events_1: int | None
    total_1: int | None
    mean_1: float | None
    sd_1: float | None
    events_2: int | None
    total_2: int | None
    mean_2: float | None
    sd_2: float | None


def effect_of(result: Numbers, design: str = "") -> Effect | None:
    """The effect on the analysis scale; None without numbers.

    Counts and means of both groups come before a printed interval: they are nearer to
    what was measured, and need no assumption on how it was made. Where the groups as
    they stand are not what is compared, because the result is adjusted or people are
    in clusters or pairs (by the study's ``design``), the interval comes first. Raises
    ValueError or ArithmeticError for numbers that make no effect.
    """
    if printed_first(result, design):
        return _printed(result)
    counts, means = counts_of(result), means_of(result)
    if counts:
        return _FROM_COUNTS[result.metric](*counts)
    if means:
        return _FROM_MEANS[result.metric](*means)
    if result.metric in COMPARING and result.ci_low is not None:
        return _printed(result)
    return None


def printed_first(result: Numbers, design: str) -> bool:
    """Whether the printed interval is what counts, whatever counts or means say."""
    if result.metric not in COMPARING or not has_interval(result):
        return False
    return result.adjusted == YesNo.YES or design in CLUSTERED | PAIRED


def is_usual_level(result: Numbers) -> bool:
    """Whether its interval is a 95 % one; another level is said, and turned into it."""
    return math.isclose(result.ci_level, USUAL_LEVEL)


def has_usual_interval(result: Numbers) -> bool:
    """Whether a 95 % interval of some width is printed."""
    return has_interval(result) and is_usual_level(result)


def has_interval(result: Numbers) -> bool:
    """Whether an interval of some width is printed."""
    low, high = result.ci_low, result.ci_high
    return low is not None and high is not None and low < high


def people_of(result: Numbers, sample_size: int | None) -> int | None:
    """The people a result is of: of both groups, else of its study, if it says so."""
    if result.total_1 is not None and result.total_2 is not None:
        return result.total_1 + result.total_2
    return sample_size


def events_of(result: Numbers) -> int | None:
    """The events in all its groups; None where those of one are not known."""
    one_group = result.total_2 is None and result.events_2 is None
    groups = (result.events_1, 0 if one_group else result.events_2)
    return None if None in groups else sum(groups)


def counts_of(result: Numbers) -> Table | None:
    """Events and people of both groups, where its measure can be made of them."""
    counts = (result.events_1, result.total_1, result.events_2, result.total_2)
    return counts if result.metric in _FROM_COUNTS and None not in counts else None


def means_of(result: Numbers) -> tuple[float, ...] | None:
    """Mean, deviation and people of both groups, where its measure is made of them."""
    one = (result.mean_1, result.sd_1, result.total_1)
    means = (*one, result.mean_2, result.sd_2, result.total_2)
    return means if result.metric in _FROM_MEANS and None not in means else None


def _printed(result: Numbers) -> Effect:
    return effect_from_interval(
        Measure(result.metric),
        result.estimate,
        result.ci_low,
        result.ci_high,
        result.ci_level,
    )
