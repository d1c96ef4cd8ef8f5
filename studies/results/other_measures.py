"""Whether a printed estimate is another measure of the same groups."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studies.effects import (
    RATIOS,
    Effect,
    Measure,
    mean_difference,
    normal_quantile,
    odds_ratio,
    ratio_of_means,
    risk_difference,
    risk_ratio,
    standardised_mean_difference,
    to_shown_scale,
)
from studies.results.converted import converted_means
from studies.results.effects import means_of
from studies.results.groups import Groups
from studies.results.stated import ESTIMATES, Stated, half_unit

if TYPE_CHECKING:
    from studies.models import Result

_SURE = 0.1  # standard errors off the own measure, where the interval is another's too
_NEAR = 0.15  # of its width an interval's ends may lie off, by another way to make it
_OF_COUNTS = (risk_ratio, odds_ratio, risk_difference)
_OF_MEANS = (mean_difference, standardised_mean_difference, ratio_of_means)


@dataclass(frozen=True)
class Other:
    """Another measure that a printed estimate is, and by how much it is."""

    words: str
    distance: float
    is_sure: bool


@dataclass(frozen=True)
class _Value:
    """A measure as it may be printed, with its interval."""

    words: str
    value: float
    low: float
    high: float

    def turned(self, words: str, turn: Callable[[float], float]) -> _Value:
        """What else is printed of it."""
        low, high = sorted((turn(self.low), turn(self.high)))
        return _Value(words, turn(self.value), low, high)


_Turns = tuple[tuple[str, Callable[[float], float]], ...]
_OF_A_RATIO: _Turns = (
    ("{} the other way round", lambda ratio: 1 / ratio if ratio else math.inf),
    ("one less {}", lambda ratio: 1 - ratio),
    ("the reduction in per cent, by {}", lambda ratio: 100 * (1 - ratio)),
    ("the increase in per cent, by {}", lambda ratio: 100 * (ratio - 1)),
    ("{} in per cent", lambda ratio: 100 * ratio),
    ("the logarithm of {}", lambda ratio: math.log(ratio) if ratio else -math.inf),
)
_OF_A_DIFFERENCE: _Turns = (
    ("{} in per cent", lambda difference: 100 * difference),
    ("{} without its sign", lambda difference: -difference),
    ("{} in per cent, without its sign", lambda difference: -100 * difference),
)


def other_measure(result: Result, stated: Stated, groups: Groups) -> Other | None:
    """The other measure that the printed estimate is, to its last digit; else None."""
    half = half_unit(result, "estimate", ESTIMATES)
    found = [
        value
        for value in _values(result)
        if abs(value.value - result.estimate) <= half + _own_rounding(value, groups)
    ]
    if not found:
        return None
    fits = [value for value in found if _fits(value, result)]
    best = min(fits or found, key=lambda value: abs(value.value - result.estimate))
    sure = bool(fits) and groups.distance(stated.y) > _SURE
    return Other(best.words, 0.0, sure)


def _own_rounding(value: _Value, groups: Groups) -> float:
    """How far rounding of means may move another measure of them."""
    if not groups.of_means or not groups.se:
        return 0.0
    return groups.slack / groups.se * (value.high - value.low) / 4


def _fits(value: _Value, result: Result) -> bool:
    """Whether the printed interval is the other measure's as well."""
    if result.ci_low is None or result.ci_high is None:
        return False
    near = _NEAR * (value.high - value.low)
    near += half_unit(result, "ci_low", ESTIMATES)
    off = max(abs(result.ci_low - value.low), abs(result.ci_high - value.high))
    return off <= near


def _values(result: Result) -> Iterator[_Value]:
    yield from _of_counts(result)
    for effect in _effects_of_means(result):
        if effect.measure != result.metric:
            yield from _shown(effect, result.ci_level)
    if result.metric == Measure.PROPORTION:
        yield from _of_one_group(result)


def _of_counts(result: Result) -> Iterator[_Value]:
    counts = (result.events_1, result.total_1, result.events_2, result.total_2)
    comparing = (Measure.RR, Measure.OR, Measure.RD)
    if None in counts or result.metric not in comparing:
        return
    for effect in (make(*counts) for make in _OF_COUNTS):
        for value in _shown(effect, result.ci_level):
            if value.words != f"the {Measure(result.metric).label}":
                yield value
    if result.metric == Measure.RR:
        a, n1, c, n2 = counts
        without = risk_ratio(n1 - a, n1, n2 - c, n2)
        of = "the risk ratio of those without the event"
        yield from (each for each in _named(without, result.ci_level, of))


def _effects_of_means(result: Result) -> Iterator[Effect]:
    measures = (Measure.MD, Measure.SMD, Measure.ROM)
    converted = converted_means(result)
    means = means_of(result) or (converted and converted.means)
    if result.metric not in measures or not means:
        return
    for make in _OF_MEANS:
        try:
            yield make(*means)
        except ValueError:  # no ratio of means below 0
            continue


def _named(effect: Effect, level: float, words: str) -> Iterator[_Value]:
    if effect.y is None or effect.v is None:
        return
    z = normal_quantile(level) * math.sqrt(effect.v)
    ends = (effect.y, effect.y - z, effect.y + z)
    yield _Value(words, *(to_shown_scale(effect.measure, end) for end in ends))


def _shown(effect: Effect, level: float) -> Iterator[_Value]:
    """A measure, and what papers print of it: per cent, one less it, its logarithm."""
    name = f"the {effect.measure.label}"
    turns = _OF_A_RATIO if effect.measure in RATIOS else ()
    turns = _OF_A_DIFFERENCE if effect.measure == Measure.RD else turns
    for own in _named(effect, level, name):
        yield own
        for words, turn in turns:
            yield own.turned(words.format(name), turn)


def _of_one_group(result: Result) -> Iterator[_Value]:
    if None in (result.events_1, result.total_1) or not result.total_1:
        return
    share = result.events_1 / result.total_1
    for words, value in (
        ("the share of those without the event", 1 - share),
        ("the share in per cent", 100 * share),
    ):
        yield _Value(words, value, value, value)
