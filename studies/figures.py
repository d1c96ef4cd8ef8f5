"""Numbers as a reader meets them: "4/123 against 11/139 · RR 0.41 (0.13 to 1.26)"."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from studies.designs import Design
from studies.effects import Effect, Measure
from studies.results.effects import (
    counts_of,
    is_usual_level,
    means_of,
    printed_first,
)
from studies.words import Contrast, Direction, EvidenceRoute

if TYPE_CHECKING:
    from studies.models import Result


NOT_STATED = "people not stated"


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


def printed(*values: float) -> list[str]:
    """Numbers that a source prints together: with the digits of the longest of them.

    >>> printed(0.5, 0.4213)
    ['0.5000', '0.4213']
    """
    decimals = [f"{value:.6g}".partition(".")[2] for value in values]
    digits = [len(each) for each in decimals if each.isdigit()]
    return [figure(value, max([2, *digits])) for value in values]


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


def computed_in_words(result: Result) -> str:
    """What is computed of its numbers where a source prints others, and of which.

    As "computed from the counts: RR 0.41 (0.13 to 1.26)"; empty where nothing printed
    stands in the way, or both say the same.
    """
    effect = result.effect() if result.estimate is not None else None
    if effect is None or _is_the_same(effect, result):
        return ""
    of = "with its interval symmetric"
    if not printed_first(result, result.study.design):
        of = "from the counts" if counts_of(result) else of
        of = "from the means" if means_of(result) else of
    return f"computed {of}: {effect_in_words(effect)}"


def _is_the_same(effect: Effect, result: Result) -> bool:
    """Whether what is computed differs in no digit that is shown."""
    computed = (effect.estimate, effect.low, effect.high)
    stated = (result.estimate, result.ci_low, result.ci_high)
    return None not in (*computed, *stated) and interval(*computed) == interval(*stated)


def comparison_in_words(result: Result) -> str:
    """What is compared with what: as the result has it, else as its study does."""
    study = result.study
    if result.comparison or not study.intervention:
        return result.comparison
    against = f" against {study.comparator}" if study.comparator else ""
    return f"{study.intervention}{against}"


def route_in_words(result: Result) -> str:
    """Whether a network's estimate is direct or indirect; empty for any other."""
    if result.study.design != Design.NETWORK_META_ANALYSIS:
        return ""
    route = EvidenceRoute(result.evidence_route)
    if route == EvidenceRoute.NOT_STATED:
        return "network estimate, direct or indirect not stated"
    return f"network estimate, {route.label}"


def arms_in_words(result: Result) -> str:
    """How many people are compared, and of how many: "123 against 139 people"."""
    sizes = [n for n in (result.total_1, result.total_2) if n is not None]
    whole = result.study.sample_size
    if result.contrast == Contrast.BEFORE_AFTER:
        people = f"{(sizes or [whole])[0]:,} people" if sizes or whole else NOT_STATED
        return f"one group, before and after: {people}"
    if not sizes:
        return f"{whole:,} people; arm sizes not stated" if whole else NOT_STATED
    people = f"{' against '.join(f'{n:,}' for n in sizes)} people"
    return f"{people}, of {whole:,}" if whole and whole != sum(sizes) else people


def _groups(result: Result) -> str:
    if result.events_1 is not None and result.events_2 is not None:
        first = f"{result.events_1:,}/{result.total_1:,}"
        return f"{first} against {result.events_2:,}/{result.total_2:,}"
    if result.mean_1 is not None and result.mean_2 is not None:
        first, second = printed(result.mean_1, result.mean_2)
        first, second = first + _spread(result.sd_1), second + _spread(result.sd_2)
        return f"{first} against {second}"
    return ""


def _spread(sd: float | None) -> str:
    return "" if sd is None else f" (SD {printed(sd)[0]})"


def _effect(result: Result) -> str:
    """The effect as its source prints it, else as its counts or means give it."""
    if result.estimate is None:
        effect = result.effect()
        return effect_in_words(effect) if effect is not None else ""
    name = Measure(result.metric).symbol
    shown = printed(result.estimate)[0]
    if result.ci_low is not None and result.ci_high is not None:
        numbers = printed(result.estimate, result.ci_low, result.ci_high)
        shown = "{} ({} to {})".format(*numbers)
    other = result.ci_low is not None and not is_usual_level(result)
    level = f", {100 * result.ci_level:g} % interval" if other else ""
    return f"{name} {shown}{level}".strip()


def _direction(result: Result) -> str:
    if result.direction == Direction.NOT_STATED:
        return "no number or direction stated"
    return f"{result.get_direction_display()}, no number stated"
