"""How precise the figure is that decides: its interval, its people, and in people."""

from __future__ import annotations

import math
from collections.abc import Iterator

from core.templatetags.footing import number
from evidence.grades.guiding.ground import Ground, Hint
from evidence.method import APPRECIABLE, ENOUGH_EVENTS, ENOUGH_PEOPLE
from studies.absolute_effects import (
    GIVES_RISKS,
    absolute_effect,
    difference_in_words,
    risk_in_words,
    told_per,
)
from studies.effects import RATIOS, Measure
from studies.figures import entered, figure, interval
from studies.information_size import (
    USUAL_REDUCTION,
    USUAL_STANDARDISED,
    InformationSize,
    for_means,
    for_risks,
)

WIDEST = {Measure.RR: 3.0, Measure.OR: 2.5}  # upper limit over the lower
_RISKS = frozenset({Measure.RR, Measure.OR, Measure.HR, Measure.RD})
_THRESHOLDS = ("small_from", "moderate_from", "large_from")


def imprecision(ground: Ground) -> Iterator[Hint]:
    """The interval against what matters, people and events against what is needed."""
    if ground.deciding is None:
        yield Hint("No single figure speaks for these results, so no interval does.")
    else:
        yield from _interval(ground)
        yield from _in_people(ground)
    yield from _people(ground)
    yield from _information_size(ground)


# --- the interval ---


def _interval(ground: Ground) -> Iterator[Hint]:
    of = ground.deciding
    words = f"{of.measure.symbol} {interval(of.estimate, of.low, of.high)}"
    if of.low is None or of.high is None:
        yield Hint(f"{words}, without an interval")
        return
    crossed = list(_crossed(ground, of.low, of.high))
    across = f": it holds {' and '.join(crossed)}" if crossed else ""
    yield Hint(f"{words}{across}", bool(crossed))
    if of.measure in WIDEST and of.low > 0 and math.isfinite(of.high):
        times, most = of.high / of.low, WIDEST[of.measure]
        if times > most:
            yield Hint(
                f"Its upper limit is {times:.1f} times the lower: above {most:g}, too "
                "few people were likely studied",
                speaks=True,
            )


def _crossed(ground: Ground, low: float, high: float) -> Iterator[str]:
    """What of no difference, the margin and the thresholds lies in the interval."""
    none = ground.no_difference
    if low < none < high and not ground.reads_by_margin:
        yield f"no difference ({none:g})"
    stated = dict(_stated(ground))
    for value, name in stated.items():
        if low < value < high:
            yield f"{name} ({entered(value)})"
    if not stated and ground.deciding.measure in RATIOS:
        both = [value for value in APPRECIABLE if low < value < high]
        if len(both) == len(APPRECIABLE):
            yield "appreciable effects either way (rough guide: 0.75 and 1.25)"


def _stated(ground: Ground) -> Iterator[tuple[float, str]]:
    """Limits that the question states on the deciding scale, both ways, by value."""
    figures, of = ground.figures, ground.deciding
    if figures is None or figures.scale != of.measure:
        return
    if of.measure == Measure.MD and figures.unit != of.first.result.outcome_unit:
        return
    for name in ("margin", *_THRESHOLDS):
        value = getattr(figures, name)
        if value is None:
            continue
        words = "the margin" if name == "margin" else f"where {_size(name)} begins"
        yield value, words
        yield (1 / value if of.measure in RATIOS else -value), words


def _size(name: str) -> str:
    return f"a {name.removesuffix('_from')} effect"


# --- in people ---


def _in_people(ground: Ground) -> Iterator[Hint]:
    """The absolute effect at the stated baseline risk, against a margin in people."""
    of, figures = ground.deciding, ground.figures
    if of.measure not in GIVES_RISKS:
        return
    if figures is None or figures.baseline_risk is None:
        yield Hint("No baseline risk is stated: the effect in people is not known.")
        return
    try:
        effect = absolute_effect(
            of.measure, of.estimate, of.low, of.high, figures.baseline_risk
        )
    except ValueError as none:
        yield Hint(str(none))
        return
    limits = effect.difference_limits
    words = difference_in_words(effect.difference, limits, effect.per)
    across = [
        f"{name} ({risk_in_words(abs(value), told_per(value))})"
        for value, name in _stated_in_people(ground)
        if limits and limits[0] < value < limits[1]
    ]
    holds = f"; it holds {' and '.join(across)}" if across else ""
    yield Hint(f"In people: {words}, of {figures.baseline_words}{holds}", bool(across))


def _stated_in_people(ground: Ground) -> Iterator[tuple[float, str]]:
    """A margin and thresholds that are stated as risk differences."""
    figures = ground.figures
    if figures.scale != Measure.RD or ground.deciding.measure == Measure.RD:
        return
    for name in ("margin", *_THRESHOLDS):
        value = getattr(figures, name)
        if value is not None:
            words = "the margin" if name == "margin" else f"where {_size(name)} begins"
            yield from ((value, words), (-value, words))


def _people(ground: Ground) -> Iterator[Hint]:
    if ground.people is None:
        yield Hint("How many people were studied is not stated by each.")
    else:
        few = ground.people < ENOUGH_PEOPLE
        than = f", fewer than {ENOUGH_PEOPLE}" if few else ""
        yield Hint(f"{number(ground.people)} people{than}", few)
    if ground.events is not None:
        few = ground.events < ENOUGH_EVENTS
        than = f", fewer than {ENOUGH_EVENTS}" if few else ""
        yield Hint(f"{number(ground.events)} events{than}", few)


# --- the optimal information size ---


def _information_size(ground: Ground) -> Iterator[Hint]:
    sized = _size_needed(ground)
    if sized is None:
        return
    needed, assumed = sized
    few = ground.people is not None and ground.people < needed.people
    events = f", with {number(needed.events)} events" if needed.events else ""
    yield Hint(
        f"Optimal information size: {number(needed.people)} people{events}, {assumed} "
        f"({needed.inputs})" + ("; there are fewer" if few else ""),
        few,
    )


def _size_needed(ground: Ground) -> tuple[InformationSize, str] | None:
    """The size one adequate trial would need, and what that assumes; None unknown."""
    if ground.deciding is None:
        return None
    measure = ground.deciding.measure
    try:
        if measure in _RISKS:
            return _size_of_risks(ground)
        if measure == Measure.SMD:
            smallest, words = _smallest(ground) or (USUAL_STANDARDISED, "")
            assumed = words or f"to find {USUAL_STANDARDISED} standard deviations"
            return for_means(smallest, 1.0), assumed
        if measure == Measure.MD:
            return _size_of_means(ground)
    except ValueError:
        return None
    return None


def _smallest(ground: Ground) -> tuple[float, str] | None:
    """The smallest effect that the question says matters, on the deciding scale."""
    stated = dict(_stated(ground))
    above = {value: name for value, name in stated.items() if value > 0}
    if ground.deciding.measure in RATIOS:
        above = {value: name for value, name in stated.items() if value > 1}
    if not above:
        return None
    value = min(above)
    what = above[value].removeprefix("where ").removesuffix(" begins")
    return value, f"to find {what}"


def _size_of_risks(ground: Ground) -> tuple[InformationSize, str] | None:
    baseline = _baseline(ground)
    if baseline is None or not 0 < baseline < 1:
        return None
    measure, stated = ground.deciding.measure, _smallest(ground)
    known = ground.figures is not None and ground.figures.baseline_risk is not None
    of = " of the stated baseline risk" if known else " of the risk without it here"
    if stated is None:
        other = baseline * (1 - USUAL_REDUCTION)
        fewer = f"to find {100 * USUAL_REDUCTION:g} % fewer"
        return for_risks(baseline, other), fewer + of
    value, words = stated
    lower = -value if measure == Measure.RD else 1 / value
    risk = absolute_effect(measure, lower, None, None, baseline).risk
    return for_risks(baseline, risk), words + of


def _baseline(ground: Ground) -> float | None:
    """The stated baseline risk, else the risk without it in these studies."""
    figures = ground.figures
    if figures is not None and figures.baseline_risk is not None:
        return figures.baseline_risk
    arms = [(one.result.events_2, one.result.total_2) for one in ground.counted]
    if any(None in arm for arm in arms) or not sum(total for _, total in arms):
        return None
    return sum(events for events, _ in arms) / sum(total for _, total in arms)


def _size_of_means(ground: Ground) -> tuple[InformationSize, str] | None:
    deviation = _deviation(ground)
    if deviation is None:
        return None
    smallest = _smallest(ground)
    if smallest:
        return for_means(smallest[0], deviation), smallest[1]
    size = USUAL_STANDARDISED * deviation
    unit = ground.deciding.first.result.outcome_unit
    what = f"{figure(size)} {unit}".strip()
    words = f"to find {what} ({USUAL_STANDARDISED} standard deviations)"
    return for_means(size, deviation), words


def _deviation(ground: Ground) -> float | None:
    """The standard deviation within the arms of all results; None where not stated."""
    squares = people = 0.0
    for one in ground.counted:
        result = one.result
        for sd, total in ((result.sd_1, result.total_1), (result.sd_2, result.total_2)):
            if sd is None or not total or total < 2:
                continue
            squares += (total - 1) * sd**2
            people += total - 1
    return math.sqrt(squares / people) if people and squares else None
