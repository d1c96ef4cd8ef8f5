"""Numbers as a reader meets them: "4/123 against 11/139 · RR 0.41 (0.13 to 1.26)"."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from studies.designs import Design
from studies.effects import COMPARING, Effect, Measure
from studies.printed import read
from studies.results.accuracy import sensitivity_of, specificity_of
from studies.results.effects import (
    counts_of,
    is_usual_level,
    means_of,
    printed_first,
    rates_of,
)
from studies.words import AnalysisSet, Contrast, Direction, EvidenceRoute

if TYPE_CHECKING:
    from studies.models import Result


_LEAST, _MOST = 1e-4, 1e9  # between them a number is read without powers of ten
_RAISED = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
NOT_STATED = "people not stated"


def figure(value: float, digits: int = 2) -> str:
    """A number with a true minus; endless as ∞; as many digits as it needs.

    >>> figure(-0.4), figure(4e-8), figure(-4.2e15)
    ('−0.40', '4 × 10⁻⁸', '−4.2 × 10¹⁵')
    """
    if math.isinf(value):
        return "∞" if value > 0 else "−∞"
    if value and not _LEAST <= abs(value) < _MOST:
        return _by_powers(value, 2)
    small = 0 < abs(value) < 10**-digits
    text = f"{abs(value):.2g}" if small else f"{abs(value):,.{digits}f}"
    negative = value < 0 and float(text.replace(",", "")) != 0
    return f"−{text}" if negative else text


def entered(value: float) -> str:
    """A number as somebody entered it, with a true minus: 0.8, −5, 1.25."""
    if value and not _LEAST <= abs(value) < _MOST:
        return _by_powers(value, 6)
    return f"{value:.10g}".replace("-", "−")


def _by_powers(value: float, digits: int) -> str:
    """As "4.2 × 10⁻⁸", of two digits or more, for a row of noughts isn't read."""
    mantissa, power = f"{value:.{digits - 1}e}".split("e")
    shown = mantissa.rstrip("0").rstrip(".")
    return f"{shown} × 10{str(int(power)).translate(_RAISED)}".replace("-", "−")


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
    """A result's groups and its effect as printed, or its direction without numbers."""
    parts = [_groups(result), _cells(result), effect_as_printed(result)]
    told = " · ".join(part for part in parts if part)
    if told or not result.p_value:
        return told or _direction(result)
    return f"{_direction(result)}, {_p_value(result)}"


def _p_value(result: Result) -> str:
    """As "P 0.03"; "NS" and "P < 0.05" as they are printed."""
    p = result.p_value
    return p if p[:1].isalpha() else f"P {p}"


def computed_in_words(result: Result) -> str:
    """What is computed of its numbers where a source prints others, and of which.

    As "computed from the counts: RR 0.41 (0.13 to 1.26)"; empty where nothing printed
    stands in the way, or both say the same.
    """
    if result.metric == Measure.ACCURACY:
        return _accuracy_by_cells(result)
    effect = result.effect() if result.estimate is not None else None
    if effect is None or _is_the_same(effect, result):
        return ""
    of = f"converted, {effect.estimated}" if effect.estimated else ""
    return f"computed {of or _computed_of(result)}: {effect_in_words(effect)}"


def _computed_of(result: Result) -> str:
    if printed_first(result, result.study.design):
        return "with its interval symmetric"
    if counts_of(result):
        return "from the counts"
    if means_of(result):
        return "from the means"
    if rates_of(result):
        return "from the rates"
    if result.ci_low is None:
        return "from its standard error"
    return "with its interval symmetric"


def _accuracy_by_cells(result: Result) -> str:
    """As "computed from the cells: sensitivity 0.80 (0.71 to 0.87), …"."""
    shares = {
        "sensitivity": sensitivity_of(result),
        "specificity": specificity_of(result),
    }
    words = [f"{name} {interval(*share)}" for name, share in shares.items() if share]
    return f"computed from the cells: {', '.join(words)}" if words else ""


def printed_in_words(result: Result) -> str:
    """As "printed as 0·80 (0·60 to 1·07)"; empty where it is shown by these signs."""
    names = [
        name
        for name in ("estimate", "ci_low", "ci_high")
        if getattr(result, name) is not None
    ]
    texts = [result.printed.get(name, "") for name in names]
    if not all(texts) or texts == _estimates(result) or not texts:
        return ""
    ends = f" ({texts[1]} to {texts[2]})" if len(texts) == 3 else ""
    return f"printed as {texts[0]}{ends}"


def _is_the_same(effect: Effect, result: Result) -> bool:
    """Whether what is computed differs in no digit that is shown."""
    computed = (effect.estimate, effect.low, effect.high)
    stated = (result.estimate, result.ci_low, result.ci_high)
    return None not in (*computed, *stated) and interval(*computed) == interval(*stated)


def comparison_in_words(result: Result) -> str:
    """What is compared with what: as the result has it, else as its study does."""
    study = result.study
    if result.compared or not study.intervention:
        return result.compared
    against = f" against {study.comparator}" if study.comparator else ""
    return f"{study.intervention}{against}"


def which_in_words(result: Result) -> str:
    """What tells a result from others of its study and outcome; needs its arms.

    As "12 weeks, Examplin against placebo, in women, 10 mg, as randomised".
    """
    parts = (result.time_words, result.compared, whose_in_words(result))
    return ", ".join(filter(None, parts))


def whose_in_words(result: Result) -> str:
    """Of whom, at which dose and as analysed how: "in women, per protocol"."""
    analysed = AnalysisSet(result.analysis_set)
    parts = (
        f"in {result.subgroup}" if result.subgroup else "",
        result.dose,
        "" if analysed == AnalysisSet.NOT_STATED else analysed.label,
    )
    return ", ".join(filter(None, parts))


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
    """Both groups as "4/123 against 11/139", or one where a result is of one."""
    if result.metric == Measure.ACCURACY:
        return ""
    groups = [group_in_words(result, number) for number in (1, 2)]
    if result.metric not in COMPARING:
        return groups[0]
    return " against ".join(groups) if all(groups) else ""


def group_in_words(result: Result, number: int) -> str:
    """What is printed of a group: events, or a mean or median and its spread."""

    def of(name: str) -> float | None:
        return getattr(result, f"{name}_{number}")

    if of("events") is not None:
        if of("person_time") is not None:
            return f"{of('events'):,} in {entered(of('person_time'))} {_unit(result)}"
        return f"{of('events'):,}/{of('total'):,}" if of("total") is not None else ""
    if of("mean") is not None:
        beside = "mean_2" if number == 1 else "mean_1"
        others = [value for value in [getattr(result, beside)] if value is not None]
        return f"{printed(of('mean'), *others)[0]}{_spread(result, number)}"
    if of("median") is not None:
        return f"median {entered(of('median'))}{_quantiles(result, number)}"
    return ""


def _unit(result: Result) -> str:
    return result.person_time_unit or "of person-time"


def _spread(result: Result, number: int) -> str:
    """As " (SD 2.00)", " (SE 0.30)" or " (9.50 to 10.50)"."""
    sd, se, low, high = (
        getattr(result, f"{name}_{number}")
        for name in ("sd", "se", "mean_ci_low", "mean_ci_high")
    )
    size = getattr(result, f"total_{number}")
    alone = result.metric not in COMPARING and size is not None
    people = [f"{size:,} people"] if alone else []
    if sd is not None:
        spread = [f"SD {printed(sd)[0]}"]
    elif se is not None:
        spread = [f"SE {printed(se)[0]}"]
    elif low is not None and high is not None:
        spread = ["{} to {}".format(*printed(low, high))]
    else:
        spread = []
    words = ", ".join([*spread, *people])
    return f" ({words})" if words else ""


def _quantiles(result: Result, number: int) -> str:
    """As " (quartiles 8 to 12, range 3 to 20)"."""
    parts = []
    for words, names in (("quartiles", ("q1", "q3")), ("range", ("min", "max"))):
        ends = [getattr(result, f"{name}_{number}") for name in names]
        if None not in ends:
            parts.append(f"{words} {entered(ends[0])} to {entered(ends[1])}")
    return f" ({', '.join(parts)})" if parts else ""


def _cells(result: Result) -> str:
    """A test's four cells, or pairs that differ between their sides."""
    if result.true_positives is not None:
        return (
            f"{result.true_positives:,} true and {result.false_positives:,} false "
            f"positives, {result.false_negatives:,} false and "
            f"{result.true_negatives:,} true negatives"
        )
    if result.discordant_1 is not None and result.discordant_2 is not None:
        return (
            f"{result.discordant_1:,} pairs with the event in group 1 alone, "
            f"{result.discordant_2:,} in group 2 alone"
        )
    return ""


def _estimates(result: Result) -> list[str]:
    """Estimate and limits with the digits of the longest of them.

    A limit that is printed as 0.00 is shown so, whatever it is taken to be.
    """
    text = result.printed.get("ci_low", "")
    low = 0.0 if text and not read(text, share=True).value else result.ci_low
    numbers = [result.estimate, low, result.ci_high]
    return printed(*(number for number in numbers if number is not None))


def _estimate(result: Result) -> str:
    """The printed estimate with its interval, or standard error."""
    shown = _estimates(result)
    if len(shown) == 3:
        return "{} ({} to {})".format(*shown)
    if result.estimate_se is not None:
        return f"{shown[0]} (SE {printed(result.estimate_se)[0]})"
    return shown[0]


def effect_as_printed(result: Result) -> str:
    """The effect as its source prints it, else as its groups give it."""
    if result.metric == Measure.ACCURACY:
        return _accuracy(result)
    if result.estimate is None:
        effect = result.effect()
        if effect is None:
            return ""
        how = f" (estimated: {effect.estimated})" if effect.estimated else ""
        return f"{effect_in_words(effect)}{how}"
    name = Measure(result.metric).symbol
    other = result.ci_low is not None and not is_usual_level(result)
    level = f", {100 * result.ci_level:g} % interval" if other else ""
    adjusted = f", adjusted for {result.adjusted_for}" if result.adjusted_for else ""
    return f"{name} {_estimate(result)}{level}{adjusted}".strip()


def _accuracy(result: Result) -> str:
    """Sensitivity and specificity as printed, and against what."""
    words = []
    for name in ("sensitivity", "specificity"):
        value = getattr(result, name)
        if value is not None:
            ends = (getattr(result, f"{name}_{end}") for end in ("low", "high"))
            words.append(f"{name} {interval(value, *ends)}")
    against = f"against {result.reference_standard}"
    return ", ".join([*words, against]) if result.reference_standard else ""


def _direction(result: Result) -> str:
    if result.direction == Direction.NOT_STATED:
        return "no number or direction stated"
    return f"{result.get_direction_display()}, no number stated"
