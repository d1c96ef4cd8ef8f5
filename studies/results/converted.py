"""Means and deviations of both groups, made of what else a report prints of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from studies.conversions import (
    Spread,
    from_five,
    from_quartiles,
    from_range,
    sd_from_interval,
    sd_from_se,
    skewed_by_quartiles,
    skewed_by_range,
)
from studies.results.further import NOTHING

if TYPE_CHECKING:
    from studies.results.effects import Numbers

SKEWED = (
    "Its medians are too far off the middle of their quartiles or range to be taken "
    "for means (Shi 2020)."
)
_FEWEST = 3  # people of whom quartiles or a range say how values spread


class Converted(NamedTuple):
    """Mean, deviation and people of both groups, and how they came about."""

    means: tuple[float, ...]
    how: str


class _Group(NamedTuple):
    spread: Spread
    how: str


def converted_means(result: Numbers) -> Converted | None:
    """Both groups' means and deviations, as far as they can be had; else None.

    From a standard error, an interval of the mean, or a median with its quartiles or
    range where these are not too skewed (Wan 2014, Luo 2018, Shi 2020).
    """
    sizes = (result.total_1, result.total_2)
    if None in sizes:
        return None
    groups = [_group(result, number, n) for number, n in enumerate(sizes, 1)]
    if None in groups:
        return None
    ways = dict.fromkeys(group.how for group in groups if group.how)
    means = tuple(
        number
        for group, n in zip(groups, sizes, strict=True)
        for number in (*group.spread, n)
    )
    return Converted(means, ", ".join(ways))


def is_skewed(result: Numbers) -> bool:
    """Whether a group's values are too skewed for its median to stand for a mean."""
    return any(
        skewed
        for number in (1, 2)
        for skewed in _skewness(result, number)
        if _of(result, "mean", number) is None
    )


def _of(result: Numbers, name: str, number: int) -> float | None:
    """A number of a group: of those every result has, or of the further ones."""
    named = f"{name}_{number}"
    holder = result if hasattr(result, named) else result.further or NOTHING
    return getattr(holder, named)


def _group(result: Numbers, number: int, n: int) -> _Group | None:
    mean, sd = _of(result, "mean", number), _of(result, "sd", number)
    if mean is None:
        return _from_median(result, number, n)
    if sd is not None:
        return _Group(Spread(mean, sd), "")
    if (se := _of(result, "se", number)) is not None:
        sd = sd_from_se(se, n)
        return _Group(Spread(mean, sd), "deviations from standard errors")
    low, high = (_of(result, f"mean_ci_{end}", number) for end in ("low", "high"))
    if low is None or high is None or n < 2 or low >= high:
        return None
    sd = sd_from_interval(low, high, n)
    return _Group(Spread(mean, sd), "deviations from intervals of the means")


def _from_median(result: Numbers, number: int, n: int) -> _Group | None:
    names = ("min", "q1", "median", "q3", "max")
    low, q1, median, q3, high = (_of(result, name, number) for name in names)
    if median is None or n < _FEWEST or any(_skewness(result, number)):
        return None
    if None not in (low, q1):
        spread = from_five(low, q1, median, q3, high, n)
        return _Group(spread, "means from medians, quartiles and ranges")
    if q1 is not None:
        return _Group(from_quartiles(q1, median, q3, n), "means from quartiles")
    if low is not None:
        return _Group(from_range(low, median, high, n), "means from ranges")
    return None


def _skewness(result: Numbers, number: int) -> Iterator[bool]:
    """By each pair of numbers around a group's median, whether it is too skewed."""
    n = _of(result, "total", number)
    median = _of(result, "median", number)
    if not n or n < _FEWEST or median is None:
        return
    q1, q3 = _of(result, "q1", number), _of(result, "q3", number)
    if q1 is not None and q3 is not None:
        yield skewed_by_quartiles(q1, median, q3, n)
    low, high = _of(result, "min", number), _of(result, "max", number)
    if low is not None and high is not None:
        yield skewed_by_range(low, median, high, n)
