"""What a stored result's numbers give: its effect, the counts and people behind."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from studies.conversions import se_from_p
from studies.dependence import (
    USUAL_R,
    discordant_pairs,
    in_clusters,
    paired_difference,
    paired_risk_difference,
)
from studies.designs import CLUSTERED, PAIRED
from studies.effects import (
    COMPARING,
    Effect,
    Measure,
    effect_from_interval,
    hazard_ratio_from_log_rank,
    mean_difference,
    odds_ratio,
    ratio_of_means,
    risk_difference,
    risk_ratio,
    standardised_mean_difference,
    to_analysis_scale,
)
from studies.rare_events import Table
from studies.rates import proportion, rate_ratio
from studies.results.converted import converted_means
from studies.results.further import NOTHING, Further
from studies.results.p_values import read_p
from texts.words import YesNo

USUAL_LEVEL = 0.95  # of an interval
FROM_COUNTS = {"rr": risk_ratio, "or": odds_ratio, "rd": risk_difference}
FROM_MEANS = {
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
    p_value: str
    events_1: int | None
    total_1: int | None
    mean_1: float | None
    sd_1: float | None
    events_2: int | None
    total_2: int | None
    mean_2: float | None
    sd_2: float | None

    @property
    def further(self) -> Further | None:
        """What else is printed; None where nothing is."""


def effect_of(result: Numbers, design: str = "") -> Effect | None:
    """The effect on the analysis scale; None without numbers.

    What is nearer to what was measured comes first: counts and means of both groups,
    then the printed interval, then what has to be converted, which ``estimated`` says.
    Where the groups as they stand are not what is compared, because the result is
    adjusted or people are in clusters or pairs (by the study's ``design``), the
    interval comes first. Raises ValueError or ArithmeticError for numbers that make no
    effect.
    """
    if result.metric not in COMPARING:
        return None
    if printed_first(result, design):
        return _of_interval(result)
    if design in PAIRED:
        return _of_pairs(result)
    effect = _of_independent(result)
    more = result.further or NOTHING
    if effect is None or design not in CLUSTERED or not has_cluster_size(result):
        return effect
    return _in_clusters(effect, more)


def _in_clusters(effect: Effect, more: Further) -> Effect:
    return in_clusters(
        effect,
        cluster_size=more.cluster_size,
        icc=more.icc,
        borrowed=bool(more.icc_source),
    )


def pooled_as(result: Numbers, design: str = "") -> Effect | None:
    """The effect with which a result may be pooled: a share of one group's, too."""
    if result.metric == Measure.PROPORTION:
        return _of_share(result, design)
    return effect_of(result, design)


def is_share_of_one(result: Numbers) -> bool:
    """Whether it is a share of one group of people, beside no other."""
    alone = result.events_2 is None and result.total_2 is None
    return result.metric == Measure.PROPORTION and alone


def printed_first(result: Numbers, design: str) -> bool:
    """Whether the printed interval is what counts, whatever counts or means say."""
    if result.metric not in COMPARING or not has_interval(result):
        return False
    if result.adjusted == YesNo.YES or design in PAIRED:
        return True
    return design in CLUSTERED and not has_cluster_size(result)


def has_cluster_size(result: Numbers) -> bool:
    """Whether how large clusters are and how alike is known."""
    more = result.further or NOTHING
    return more.cluster_size is not None and more.icc is not None


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
    """The people a result is of: of its groups, else of its study, if it says so."""
    if (tested := _tested(result)) is not None:
        return tested
    if is_share_of_one(result) and result.total_1 is not None:
        return result.total_1
    if result.total_1 is not None and result.total_2 is not None:
        return result.total_1 + result.total_2
    return sample_size


def _tested(result: Numbers) -> int | None:
    """Everybody in the four cells of a test, where its measure is made of them."""
    if result.metric != Measure.ACCURACY:
        return None
    more = result.further or NOTHING
    cells = (
        *(more.true_positives, more.false_positives),
        *(more.false_negatives, more.true_negatives),
    )
    return None if None in cells else sum(cells)


def events_of(result: Numbers) -> int | None:
    """The events in all its groups; None where those of one are not known."""
    one_group = result.total_2 is None and result.events_2 is None
    groups = (result.events_1, 0 if one_group else result.events_2)
    return None if None in groups else sum(groups)


def counts_of(result: Numbers) -> Table | None:
    """Events and people of both groups, where its measure can be made of them."""
    counts = (result.events_1, result.total_1, result.events_2, result.total_2)
    return counts if result.metric in FROM_COUNTS and None not in counts else None


def means_of(result: Numbers) -> tuple[float, ...] | None:
    """Mean, deviation and people of both groups, where its measure is made of them."""
    one = (result.mean_1, result.sd_1, result.total_1)
    means = (*one, result.mean_2, result.sd_2, result.total_2)
    return means if result.metric in FROM_MEANS and None not in means else None


def rates_of(result: Numbers) -> tuple[float, ...] | None:
    """Events and person-time of both groups, where its measure is made of them."""
    more = result.further or NOTHING
    one = (result.events_1, more.person_time_1)
    rates = (*one, result.events_2, more.person_time_2)
    of = result.metric == Measure.RATE_RATIO
    return rates if of and None not in rates else None


# --- the ways, the nearest to what was measured first ---


def _of_independent(result: Numbers) -> Effect | None:
    ways: tuple[Callable[[Numbers], Effect | None], ...] = (
        *(_of_counts, _of_means, _of_rates, _of_log_rank),
        *(_of_interval, _of_standard_error, _of_conversion, _of_p_value),
    )
    effects = (way(result) for way in ways)
    return next((effect for effect in effects if effect is not None), None)


def _of_counts(result: Numbers) -> Effect | None:
    counts = counts_of(result)
    return FROM_COUNTS[result.metric](*counts) if counts else None


def _of_means(result: Numbers) -> Effect | None:
    means = means_of(result)
    return FROM_MEANS[result.metric](*means) if means else None


def _of_rates(result: Numbers) -> Effect | None:
    rates = rates_of(result)
    return rate_ratio(*rates) if rates else None


def _of_log_rank(result: Numbers) -> Effect | None:
    more = result.further or NOTHING
    if result.metric != Measure.HR or more.o_minus_e is None:
        return None
    return hazard_ratio_from_log_rank(more.o_minus_e, more.log_rank_variance)


def _of_interval(result: Numbers) -> Effect | None:
    if result.ci_low is None:
        return None
    return effect_from_interval(
        Measure(result.metric),
        result.estimate,
        result.ci_low,
        result.ci_high,
        result.ci_level,
    )


def _of_standard_error(result: Numbers) -> Effect | None:
    se = (result.further or NOTHING).estimate_se
    if se is None or result.estimate is None:
        return None
    measure = Measure(result.metric)
    note = "Variance taken from the reported standard error."
    y = to_analysis_scale(measure, result.estimate)
    return Effect(measure, y, se**2, (note,))


def _of_conversion(result: Numbers) -> Effect | None:
    found = converted_means(result) if result.metric in FROM_MEANS else None
    if found is None:
        return None
    effect = FROM_MEANS[result.metric](*found.means)
    return replace(effect, estimated=found.how)


def _of_p_value(result: Numbers) -> Effect | None:
    p = read_p(result.p_value)
    y, df = _difference(result)
    if p is None or not p.exact or not y or not 0 < p.value < 1:
        return None
    how = "its variance from the p-value"
    return Effect(
        Measure(result.metric), y, se_from_p(y, p.value, df) ** 2, estimated=how
    )


def _difference(result: Numbers) -> tuple[float | None, float | None]:
    """What is compared on the analysis scale, and degrees of freedom where t is."""
    measure = Measure(result.metric)
    people = (result.total_1, result.total_2)
    of_means = measure == Measure.MD and None not in people and min(people) > 1
    df = float(sum(people) - 2) if of_means else None
    if result.estimate is not None:
        return to_analysis_scale(measure, result.estimate), df
    if measure == Measure.MD and None not in (result.mean_1, result.mean_2):
        return result.mean_1 - result.mean_2, df
    return None, df


# --- a share of one group ---


def _of_share(result: Numbers, design: str) -> Effect | None:
    """The logit of a share of one group; None where its numbers give none.

    Its counts come first, unless an interval says what they leave out: what it is
    adjusted for, or that people are in clusters of unknown size.
    """
    if not is_share_of_one(result):
        return None
    clustered, sized = design in CLUSTERED, has_cluster_size(result)
    printed = result.adjusted == YesNo.YES or clustered and not sized
    if printed and has_interval(result):
        return _of_share_interval(result)
    if result.events_1 is None or not result.total_1:
        return _of_share_interval(result)
    effect = proportion(result.events_1, result.total_1)
    if not (clustered and sized):
        return effect
    return _in_clusters(effect, result.further or NOTHING)


def _of_share_interval(result: Numbers) -> Effect | None:
    """Of a printed interval, which on the logit scale reaches neither 0 nor 1."""
    limits = (result.ci_low, result.estimate, result.ci_high)
    if not has_interval(result) or None in limits:
        return None
    return _of_interval(result) if limits[0] > 0 and limits[2] < 1 else None


# --- people compared with themselves ---


def _of_pairs(result: Numbers) -> Effect | None:
    """The effect within people; without an interval, by what is known of pairs."""
    more = result.further or NOTHING
    pairs = (more.discordant_1, more.discordant_2)
    if None not in pairs and result.metric == Measure.OR:
        return discordant_pairs(*pairs)
    if None not in pairs and result.metric == Measure.RD and result.total_1:
        return paired_risk_difference(*pairs, result.total_1)
    if result.metric != Measure.MD:
        return None
    if more.sd_difference is not None and result.total_1:
        y, _ = _difference(result)
        v = more.sd_difference**2 / result.total_1
        return None if y is None else Effect(Measure.MD, y, v, ("Paired values.",))
    if found := _of_standard_error(result):
        return found
    means = means_of(result)
    if means is None:
        return None
    mean1, sd1, n1, mean2, sd2, n2 = means
    r = more.correlation
    paired = paired_difference(mean1, sd1, mean2, sd2, min(n1, n2), r)
    if not paired.assumed:
        return paired.effect
    return replace(paired.effect, estimated=_assumed(paired.at_other_r))


def _assumed(others: dict[float, Effect]) -> str:
    """That r was assumed, and the intervals that others would give."""
    shown = (
        f"with {r}: {each.low:.2f} to {each.high:.2f}".replace("-", "−")
        for r, each in others.items()
        if each.low is not None and each.high is not None
    )
    return f"its correlation taken as {USUAL_R} ({', '.join(shown)})"
