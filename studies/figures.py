"""Numbers as a reader meets them: "4/123 against 11/139 · RR 0.41 (0.13 to 1.26)"."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from studies.effects import Effect, Measure
from studies.words import Direction

if TYPE_CHECKING:
    from studies.models import Result


def figure(value: float, digits: int = 2) -> str:
    """A number with a true minus; endless as ∞; as many digits as it needs.

    >>> figure(-0.4)
    '−0.40'
    """
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    small = 0 < abs(value) < 10**-digits
    text = f"{abs(value):.2g}" if small else f"{abs(value):,.{digits}f}"
    negative = value < 0 and float(text.replace(",", "")) != 0
    return f"−{text}" if negative else text


def entered(value: float) -> str:
    """A number as somebody entered it, with a true minus: 0.8, −5, 1.25."""
    return f"{value:.6g}".replace("-", "−")


def interval(estimate: float, low: float | None, high: float | None) -> str:
    """As "0.41 (0.13 to 1.26)"; the estimate alone where no interval is known."""
    if low is None or high is None:
        return figure(estimate)
    return f"{figure(estimate)} ({figure(low)} to {figure(high)})"


def effect_in_words(effect: Effect) -> str:
    """As "RR 0.41 (0.13 to 1.26)", or that it cannot be estimated."""
    if not effect.estimable:
        return f"{effect.measure.symbol} not estimable"
    shown = interval(effect.estimate, effect.low, effect.high)
    return f"{effect.measure.symbol} {shown}"


def result_in_words(result: Result) -> str:
    """A result's counts or means and its effect, or its direction where no number."""
    parts = [_groups(result), _effect(result)]
    told = " · ".join(part for part in parts if part)
    return told or _direction(result)


def _groups(result: Result) -> str:
    if result.events_1 is not None and result.events_2 is not None:
        first = f"{result.events_1:,}/{result.total_1:,}"
        return f"{first} against {result.events_2:,}/{result.total_2:,}"
    if result.mean_1 is not None and result.mean_2 is not None:
        return f"{figure(result.mean_1)} against {figure(result.mean_2)}"
    return ""


def _effect(result: Result) -> str:
    effect = result.effect()
    if effect is not None:
        return effect_in_words(effect)
    if result.estimate is None:
        return ""
    name = Measure(result.metric).symbol
    return f"{name} {interval(result.estimate, result.ci_low, result.ci_high)}".strip()


def _direction(result: Result) -> str:
    if result.direction == Direction.NOT_STATED:
        return "no number or direction stated"
    return f"{result.get_direction_display()}, no number stated"
