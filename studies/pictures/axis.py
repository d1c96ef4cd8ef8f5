"""The axis of a forest plot: what it reaches to, and the values marked on it."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from studies.figures import figure

_HUGE = 1e300  # beyond it, sums of limits would overflow
_LEAST_RATIO = math.log(1.5)  # an axis of ratios reaches as far in all
_DECADES = 2.5  # from here on powers of ten are marked, and nothing between
_TICKS = 5  # about as many are marked where steps are even


@dataclass(frozen=True)
class Axis:
    """A scale from ``low`` to ``high``, logarithms for a ratio, drawn left to right."""

    low: float
    high: float
    ratio: bool
    left: float
    right: float

    @property
    def null(self) -> float:
        """The value of no effect."""
        return 1.0 if self.ratio else 0.0

    def position(self, value: float) -> float:
        """Where a value lies, in units of the picture; beyond the edges too, or ∞."""
        share = (_scaled(value, self.ratio) - self.low) / (self.high - self.low)
        return self.left + share * (self.right - self.left)

    def ticks(self) -> list[tuple[float, str]]:
        """The marked values within the axis, as positions and words, the null first."""
        values = {self.null: 0, **dict.fromkeys(self._marked(), 0)}
        placed = [(self.position(value), value) for value in values]
        step = self._step()
        return [
            (x, tick_words(value, step))
            for x, value in placed
            if self.left - 0.01 <= x <= self.right + 0.01
        ]

    def _marked(self) -> Iterator[float]:
        if not self.ratio:
            return _even(self.low, self.high)
        decades = (self.high - self.low) / math.log(10)
        if decades >= _DECADES:
            return _powers(self.low, self.high, math.ceil(decades / _TICKS))
        if decades >= 1:
            return _one_two_five(self.low, self.high)
        return _even(math.exp(self.low), math.exp(self.high))

    def _step(self) -> float:
        """The step of even marks, which says how many digits they need."""
        if not self.ratio:
            return _nice((self.high - self.low) / _TICKS)
        if (self.high - self.low) / math.log(10) >= 1:
            return 0
        return _nice((math.exp(self.high) - math.exp(self.low)) / _TICKS)


def axis_of(
    estimates: Iterable[float],
    intervals: Iterable[tuple[float, float]],
    *,
    ratio: bool,
    left: float,
    right: float,
) -> Axis:
    """The axis that holds all estimates and the null value.

    It follows intervals too, but to either side no farther than what the estimates
    span, or the narrowest interval where that is more: one endless interval does not
    flatten all others. A ratio of zero has no place on it.
    """
    found = [0.0, *_finite(estimates, ratio)]
    low, high = min(found), max(found)
    pairs = [_finite(pair, ratio) for pair in intervals]
    ends = [end for pair in pairs for end in pair]
    least = _LEAST_RATIO if ratio else 1 / _HUGE
    whole = [pair for pair in pairs if len(pair) == 2]
    narrowest = min((max(map(abs, pair)) for pair in whole), default=1.0)
    reach = max(high - low, narrowest, least)
    low = max(min([low, *ends]), low - reach)
    high = min(max([high, *ends]), high + reach)
    pad = max(0.04 * (high - low), (least - (high - low)) / 2)
    return Axis(low - pad, high + pad, ratio, left, right)


def _finite(values: Iterable[float], ratio: bool) -> list[float]:
    scaled = (_scaled(value, ratio) for value in values)
    return [value for value in scaled if math.isfinite(value)]


def _scaled(value: float, ratio: bool) -> float:
    if not ratio:
        return value if math.isinf(value) else max(-_HUGE, min(_HUGE, value))
    return math.log(value) if value > 0 else -math.inf


def tick_words(value: float, step: float) -> str:
    """A marked value with the digits its neighbours need: "0.5", "2", "1e+06"."""
    if value == 0:
        return "0"
    if abs(value) >= 1e5:
        return f"{value:.3g}".replace("-", "\N{MINUS SIGN}")
    smallest = step or value
    digits = max(0, -math.floor(math.log10(abs(smallest)) + 1e-9))
    return figure(value, digits if digits <= 3 else 2)


def _nice(step: float) -> float:
    """The next step of 1, 2 or 5 times a power of ten."""
    power = 10.0 ** math.floor(math.log10(step))
    return next(power * n for n in (1, 2, 5, 10) if power * n >= step * 0.999)


def _even(low: float, high: float) -> Iterator[float]:
    step = _nice((high - low) / _TICKS)
    first, last = math.ceil(low / step), math.floor(high / step)
    return (n * step for n in range(first, last + 1))


def _powers(low: float, high: float, every: int) -> Iterator[float]:
    first = math.ceil(low / math.log(10) / every)
    last = math.floor(high / math.log(10) / every)
    return (10.0 ** (n * every) for n in range(first, last + 1) if n * every < 308)


def _one_two_five(low: float, high: float) -> Iterator[float]:
    first, last = math.floor(low / math.log(10)), math.ceil(high / math.log(10))
    return (10.0**n * m for n in range(first, last + 1) for m in (1, 2, 5))
