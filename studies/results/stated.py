"""The estimate and interval that a source prints, each as far as its digits go."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from studies.effects import RATIOS, Measure, normal_quantile, to_analysis_scale
from studies.figures import printed
from studies.printed import decimals_of, read

if TYPE_CHECKING:
    from studies.models import Result

ESTIMATES = ("estimate", "ci_low", "ci_high")


class Span(NamedTuple):
    """A number as it stands, and what it may be before it was rounded."""

    low: float
    mid: float
    high: float


@dataclass(frozen=True)
class Stated:
    """What is printed, on the scale it is compared on; limits, ``se`` None without any.

    That is the analysis scale, but of a share the plain one: the usual intervals of a
    share differ least there.
    """

    measure: Measure
    y: Span
    low: Span | None
    high: Span | None
    se: float | None
    words: str

    @property
    def has_interval(self) -> bool:
        """Whether an interval is printed."""
        return self.low is not None and self.high is not None

    @property
    def width(self) -> Span:
        """How wide the interval is, and may be."""
        low, high = self.low, self.high
        narrow = max(high.low - low.high, 0.0)
        return Span(narrow, high.mid - low.mid, high.high - low.low)

    @property
    def excludes_null(self) -> bool:
        """Whether the interval, however rounded, does not hold no difference."""
        return self.has_interval and (self.low.low > 0 or self.high.high < 0)

    def from_null(self) -> tuple[float, float]:
        """The most and least half widths that lie between estimate and no difference.

        On the side of no difference, so that 1 is where the interval ends.
        """
        if self.y.mid > 0:
            near, far = self.low, self.y
            most = far.high / max(far.mid - near.high, 1e-12)
            least = max(far.low, 0.0) / max(far.mid - near.low, 1e-12)
        else:
            near, far = self.high, self.y
            most = -far.low / max(near.low - far.mid, 1e-12)
            least = max(-far.high, 0.0) / max(near.high - far.mid, 1e-12)
        return most, least


def stated_in(result: Result) -> Stated | None:
    """The printed estimate and interval of a result; None where it has no estimate.

    Raises ValueError for what its measure cannot be.
    """
    if result.estimate is None:
        return None
    y = _span(result, "estimate")
    has_interval = result.ci_low is not None and result.ci_high is not None
    low = _span(result, "ci_low") if has_interval else None
    high = _span(result, "ci_high") if has_interval else None
    se = result.estimate_se
    if se is not None and not has_interval:
        low, high = _by_error(result, y, se)
    elif low is not None and high is not None:
        se = (high.mid - low.mid) / (2 * normal_quantile(result.ci_level))
    measure = Measure(result.metric)
    words = f"{measure.symbol} {_shown(result)}".strip()
    return Stated(measure, y, low, high, se, words)


def _by_error(result: Result, y: Span, se: float) -> tuple[Span, Span]:
    """The interval that a printed standard error makes, as far as its digits go."""
    half = half_unit(result, "estimate_se", ("estimate_se",))
    z = normal_quantile(result.ci_level)
    near, mid, far = (z * max(each, 0.0) for each in (se - half, se, se + half))
    return Span(y.low - far, y.mid - mid, y.high - near), Span(
        y.low + near, y.mid + mid, y.high + far
    )


def _shown(result: Result) -> str:
    """The estimate with its interval, with the digits of the longest of them."""
    if result.ci_low is None or result.ci_high is None:
        words = printed(result.estimate)[0]
        if result.estimate_se is not None:
            words += f" (SE {printed(result.estimate_se)[0]})"
        return words
    numbers = printed(result.estimate, result.ci_low, result.ci_high)
    return "{} ({} to {})".format(*numbers)


def half_unit(result: Result, name: str, beside: tuple[str, ...]) -> float:
    """Half a unit of the last digit of a number, as it was typed.

    One that was typed by no person is taken to be as exact as those beside it.
    """
    if text := result.printed.get(name):
        return read(text, share=True).half
    values = [getattr(result, each) for each in beside]
    decimals = max(decimals_of(value) for value in values if value is not None)
    return 0.5 * 10.0**-decimals


def _span(result: Result, name: str) -> Span:
    """A printed number as it is compared; a rounded ratio may begin at nothing."""
    measure, value = Measure(result.metric), getattr(result, name)
    half = half_unit(result, name, ESTIMATES)
    if measure == Measure.PROPORTION:
        return Span(value - half, value, value + half)
    mid = to_analysis_scale(measure, value)
    if measure in RATIOS:
        low = to_analysis_scale(measure, value - half) if value > half else -math.inf
        return Span(low, mid, to_analysis_scale(measure, value + half))
    if measure == Measure.CORRELATION and abs(value) + half >= 1:
        return Span(mid, mid, mid)
    return Span(*(to_analysis_scale(measure, value + by) for by in (-half, 0, half)))
