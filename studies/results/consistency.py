"""Whether the numbers that a source prints agree with each other.

Each printed number is taken as itself and half a unit of its last digit either way. An
estimate is compared with what both groups' counts or means give, its interval with
their variance, a p-value with the interval and a stated direction with the numbers.
What does not agree has a cause more often than not, and the commonest are tried: the
groups swapped, another measure, another level, standard errors for deviations. It is
asked about, for what looks amiss may be so in the source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scipy.special import ndtr, ndtri

from studies.designs import CLUSTERED, PAIRED
from studies.effects import COMPARING, OFF_THE_MIDDLE, Measure, normal_quantile
from studies.figures import figure
from studies.results.accuracy import sensitivity_of, share_of, specificity_of
from studies.results.effects import has_cluster_size
from studies.results.further import CELLS, FURTHER
from studies.results.groups import Groups, groups_of
from studies.results.other_measures import other_measure
from studies.results.p_values import USUAL_ALPHA, read_p
from studies.results.stated import Span, Stated, half_unit, stated_in
from studies.words import Direction, Measured
from texts.words import Words, YesNo

if TYPE_CHECKING:
    from studies.models import Result

OFF = 0.25  # standard errors an estimate may lie off what its groups give
WIDTHS = (0.8, 1.25)  # of the width that the groups give
NEAR_LEVEL = 0.03
FEW = 5  # events in a group, below which ways to make an interval differ
SURE_P, LARGE_P = 0.04, 0.06  # a p-value and an interval that contradict each other
# Standard errors between a p-value and what the groups give: a model makes it smaller.
APART = (2, 1.5)
FAR = 3  # times a p-value beside an interval that ends close to no difference
_OF_MEANS = ("mean_1", "mean_2")
_LEVELS = {
    0.6827: "one standard error each way",
    0.9: "a 90 % interval",
    0.95: "a 95 % interval",
    0.99: "a 99 % interval",
}


# What decides whether numbers agree: an answer holds until one of these changes.
COMPARED = (
    *("metric", "adjusted", "imputed", "measured", "direction", "p_value"),
    *("estimate", "ci_low", "ci_high", "ci_level"),
    *("events_1", "total_1", "mean_1", "sd_1", "events_2", "total_2", "mean_2", "sd_2"),
    *FURTHER,
    *CELLS,
)


class Check(Words):
    """What does not agree; the codes are stored with what is answered."""

    MIRROR = "mirror", "the groups look swapped"
    OTHER_METRIC = "other_metric", "another measure"
    LEVEL = "level", "another level of the interval"
    SE_AS_SD = "se_as_sd", "standard errors and deviations"
    CHANGES = "changes", "changes and final values"
    ESTIMATE = "estimate", "the estimate"
    WIDTH = "width", "the width of the interval"
    OPPOSITE = "opposite", "opposite directions"
    DIRECTION = "direction", "the direction"
    P_VALUE = "p_value", "the p-value"
    ACCURACY = "accuracy", "sensitivity and specificity"
    SKEWED = "skewed", "an interval off its middle"
    PEOPLE = "people", "more people than there are"


NOTES = frozenset({Check.SKEWED})  # said, and not asked about
ASKED = tuple(check for check in Check if check not in NOTES)


@dataclass(frozen=True)
class Finding:
    """What does not agree, in a sentence that says what to check."""

    check: Check
    sentence: str

    @property
    def is_asked(self) -> bool:
        """Whether it is to be answered: a reason suffices."""
        return self.check not in NOTES


def findings_of(result: Result, design: str = "") -> tuple[Finding, ...]:
    """All that does not agree in a result's numbers, of a study of some design.

    Numbers that make no effect at all are refused elsewhere; here they say nothing.
    """
    try:
        return tuple(_found(result, design))
    except (ValueError, ArithmeticError):
        return ()


def asked_of(result: Result, design: str = "") -> tuple[Finding, ...]:
    """What does not agree, also with how many people its arms and its study have.

    For one result alone, whose arms it looks up: as it is entered, on its page.
    """
    return (*findings_of(result, design), *_more_people(result, design))


def unanswered(result: Result, design: str = "") -> tuple[str, ...]:
    """The codes of what is asked about a result and was not answered."""
    return still_open(findings_of(result, design), result.answers)


def still_open(
    findings: Iterable[Finding], answers: Mapping[str, str]
) -> tuple[str, ...]:
    """The codes of what is asked in findings and not among the answers, by code."""
    return tuple(
        str(finding.check)
        for finding in findings
        if finding.is_asked and not str(answers.get(finding.check, "")).strip()
    )


def _found(result: Result, design: str) -> Iterator[Finding]:
    if result.metric == Measure.ACCURACY:
        yield from _accuracy_differs(result)
        return
    stated, groups = stated_in(result), groups_of(result)
    against = _against_groups(result, design, stated, groups)
    yield from against
    yield from _direction_differs(result, stated, groups)
    if groups and not against and not (stated and stated.has_interval):
        yield from _p_far_off(result, design, groups)
    if not stated or not stated.has_interval:
        return
    if all(finding.check != Check.OTHER_METRIC for finding in against):
        yield from _skewed(stated)
    yield from _p_differs(result, stated)


def _against_groups(
    result: Result, design: str, stated: Stated | None, groups: Groups | None
) -> list[Finding]:
    """What is printed against what both groups give."""
    if stated and not groups:
        return list(_mirrors_means(result, stated))
    if not stated or not groups:
        return []
    if is_compared_by_direction(result, design, groups):
        return list(_opposite(stated, groups))
    return list(_differs(result, stated, groups))


def is_compared_by_direction(result: Result, design: str, groups: Groups) -> bool:
    """Whether what is printed need not be what the groups as they stand give."""
    return (
        groups.by_direction
        or result.adjusted == YesNo.YES
        or result.imputed == YesNo.YES
        or design in PAIRED | CLUSTERED
        or has_cluster_size(result)
    )


def _differs(result: Result, stated: Stated, groups: Groups) -> Iterator[Finding]:
    """What is printed against what the groups give, each thing asked about once."""
    estimate = list(_estimate_differs(result, stated, groups))
    yield from estimate
    checks = {finding.check for finding in estimate}
    for finding in _width_differs(result, stated, groups):
        explained = Check.OTHER_METRIC in checks or (
            finding.check == Check.WIDTH and Check.ESTIMATE in checks
        )
        if not explained:
            yield finding


# --- the estimate ---


def _estimate_differs(
    result: Result, stated: Stated, groups: Groups
) -> Iterator[Finding]:
    off = groups.distance(stated.y)
    other = other_measure(result, stated, groups) if off > 0 else None
    mirrored = groups.mirrored.distance(stated.y) if groups.has_mirror else None
    is_mirror = off > OFF and mirrored is not None and mirrored <= OFF
    if is_mirror and (other is None or mirrored <= other.distance):
        yield Finding(Check.MIRROR, _mirror_words(stated, groups))
        return
    if other is not None and (off > OFF or other.is_sure):
        yield Finding(
            Check.OTHER_METRIC,
            f"{stated.words} is {other.words} of these numbers; {groups.words}. Check "
            "which measure the source prints.",
        )
    elif off > OFF and _is_of_changes(result, stated, groups):
        yield Finding(
            Check.CHANGES,
            f"The printed difference is {stated.words}; {groups.words}. Is it one of "
            "changes from baseline, or adjusted for it, while the means are final "
            "values?",
        )
    elif off > OFF:
        yield Finding(
            Check.ESTIMATE,
            f"The source prints {stated.words}; {groups.words}. Check both.",
        )


def _mirror_words(stated: Stated, groups: Groups) -> str:
    return (
        f"{stated.words} is what these groups give the other way round; "
        f"{groups.words}. Check which group is which."
    )


def _mirrors_means(result: Result, stated: Stated) -> Iterator[Finding]:
    """A difference that points the other way than the means whose people are unknown.

    One of means is the same turned round, but for rounding; a standardised one lies
    more than its standard error off none, where an interval tells that.
    """
    means = (result.mean_1, result.mean_2)
    measures = (Measure.MD, Measure.SMD)
    if None in means or result.metric not in measures or result.adjusted == YesNo.YES:
        return
    given = means[0] - means[1]
    slack = sum(half_unit(result, name, _OF_MEANS) for name in _OF_MEANS)
    if result.metric == Measure.MD and not stated.y.low - slack <= -given <= (
        stated.y.high + slack
    ):
        return
    is_clear = result.metric == Measure.MD or abs(stated.y.mid) > (stated.se or 0.0)
    if (
        abs(given) > slack
        and is_clear
        and stated.y.low * given < 0
        and stated.y.high * given < 0
    ):
        yield Finding(
            Check.MIRROR,
            f"{stated.words} points the other way than the means, {figure(means[0])} "
            f"and {figure(means[1])}. Check which group is which.",
        )


def _is_of_changes(result: Result, stated: Stated, groups: Groups) -> bool:
    """Whether means and estimate may be of final values and of changes."""
    if result.metric not in (Measure.MD, Measure.SMD) or not groups.of_means:
        return False
    if groups.changes is not None:
        return groups.changes.distance(stated.y) <= OFF
    if result.measured == Measured.CHANGE or not stated.has_interval:
        return False
    ratio = groups.width_ratio(stated)
    return ratio.high >= WIDTHS[0] / 2 and ratio.low <= WIDTHS[1]


def _opposite(stated: Stated, groups: Groups) -> Iterator[Finding]:
    """Where only the directions can be compared: both clear, and not the same."""
    printed = stated.se or groups.se
    same = stated.y.mid * groups.y > 0
    clear = abs(groups.y) > groups.se and abs(stated.y.mid) > printed
    if clear and not same:
        yield Finding(
            Check.OPPOSITE,
            f"The source prints {stated.words}; {groups.words}, which points the other "
            "way. Check which group is which.",
        )


# --- the interval ---


def _width_differs(result: Result, stated: Stated, groups: Groups) -> Iterator[Finding]:
    """An interval too wide or too narrow, and why it may be."""
    if not stated.has_interval or groups.fewest_events < FEW:
        return
    ratio = groups.width_ratio(stated)
    other = groups.other_spread
    if other and not _fits(ratio) and _is_one(other.width_ratio(stated)):
        yield Finding(Check.SE_AS_SD, _spread_words(ratio, groups))
        return
    if level := _other_level(result, ratio):
        yield Finding(
            Check.LEVEL,
            f"The printed interval, {stated.words}, is {_times(ratio)} as wide as "
            f"these numbers give, as {level} would be. Check its level.",
        )
    elif not _fits(ratio):
        yield Finding(
            Check.WIDTH,
            f"The printed interval, {stated.words}, is {_times(ratio)} as wide as "
            f"these numbers give; {groups.words}. Check both.",
        )


def _fits(ratio: Span) -> bool:
    return ratio.low <= WIDTHS[1] and ratio.high >= WIDTHS[0]


def _is_one(ratio: Span) -> bool:
    """Whether a width is the one given, but for a tenth."""
    return ratio.low <= 1.1 and ratio.high >= 0.9


def _times(ratio: Span) -> str:
    return f"{ratio.mid:.0f} times" if ratio.mid >= 3 else f"{ratio.mid:.2g} times"


def _other_level(result: Result, ratio: Span) -> str:
    """The level of which the width would be the usual one; empty where of none."""
    if ratio.low <= 1 <= ratio.high:
        return ""
    own = normal_quantile(result.ci_level)
    for level, words in _LEVELS.items():
        times = normal_quantile(level) / own
        near = ratio.low <= times + NEAR_LEVEL and ratio.high >= times - NEAR_LEVEL
        closer = abs(ratio.mid - times) < abs(ratio.mid - 1) / 2
        if near and closer and abs(times - 1) > NEAR_LEVEL:
            return words
    return ""


def _spread_words(ratio: Span, groups: Groups) -> str:
    given, meant = "standard deviations", "standard errors"
    if groups.of_standard_errors:
        given, meant = meant, given
    return (
        f"The printed interval is {_times(ratio)} as wide as these {given} "
        f"give (they look like {meant}); {groups.words}. Check which they are."
    )


def _skewed(stated: Stated) -> Iterator[Finding]:
    """A note on an estimate off the middle, as far as rounding does not explain it."""
    if stated.measure == Measure.PROPORTION:  # a good one of a share is not
        return
    low, high = stated.low, stated.high
    middle = Span(*((a + b) / 2 for a, b in zip(low, high, strict=True)))
    width = high.mid - low.mid
    gap = max(stated.y.low - middle.high, middle.low - stated.y.high, 0.0)
    if gap > OFF_THE_MIDDLE * width:
        yield Finding(
            Check.SKEWED,
            f"The estimate is not in the middle of its interval, {stated.words}: check "
            "both.",
        )


# --- the p-value, the direction ---


def _p_differs(result: Result, stated: Stated) -> Iterator[Finding]:
    """A p-value that says the opposite of the interval."""
    p = read_p(result.p_value) if result.metric in COMPARING else None
    if p is None:
        return
    z = normal_quantile(result.ci_level)
    least, most = (2 * float(ndtr(-distance * z)) for distance in stated.from_null())
    sure = p.high < SURE_P or not p.exact and p.high <= USUAL_ALPHA
    large = p.low > LARGE_P or not p.exact and p.low >= USUAL_ALPHA
    excludes = stated.excludes_null
    apart = p.low > FAR * most if excludes else p.high * FAR < least
    if sure and (least > LARGE_P or apart) or large and (most < SURE_P or apart):
        yield Finding(
            Check.P_VALUE,
            f"The p-value is printed as {result.p_value}, but {stated.words} gives "
            f"about {figure((least + most) / 2)}. Check both.",
        )


def _p_far_off(result: Result, design: str, groups: Groups) -> Iterator[Finding]:
    """A p-value that says the opposite of both groups, where no interval is printed.

    It may be of another test, or of a model, so that no more is asked than what lies
    far apart.
    """
    p = read_p(result.p_value)
    few = groups.fewest_events < FEW or not groups.se
    if p is None or few or is_compared_by_direction(result, design, groups):
        return
    z = max(abs(groups.y) - groups.slack, 0.0) / groups.se
    own = 2 * float(ndtr(-z))
    sure = p.high < SURE_P or not p.exact and p.high <= USUAL_ALPHA
    large = p.low > LARGE_P or not p.exact and p.low >= USUAL_ALPHA
    bound = -float(ndtri((p.high if sure else max(p.low, USUAL_ALPHA)) / 2))
    against = sure and own > LARGE_P or large and own < SURE_P
    if against and abs(bound - z) > APART[0 if sure else 1]:
        yield Finding(
            Check.P_VALUE,
            f"The p-value is printed as {result.p_value}, but {groups.words}, which is "
            f"about {figure(own)}. Check both.",
        )


def _direction_differs(
    result: Result, stated: Stated | None, groups: Groups | None
) -> Iterator[Finding]:
    """A direction that the numbers contradict."""
    if result.metric not in COMPARING:
        return
    y = stated.y if stated else None
    if y is None and groups is not None:
        slack = groups.se if groups.by_direction else groups.slack
        y = Span(groups.y - slack, groups.y, groups.y + slack)
    if y is None:
        return
    says = Direction(result.direction)
    words = stated.words if stated else groups.words
    apart = stated is not None and stated.excludes_null
    if (
        says == Direction.HIGHER
        and y.high < 0
        or says == Direction.LOWER
        and y.low > 0
        or says == Direction.NO_DIFFERENCE
        and apart
    ):
        yield Finding(
            Check.DIRECTION,
            f"The direction in group 1 is given as “{says.label}”, but the numbers say "
            f"otherwise: {words}. Check both.",
        )


# --- a test against a reference standard ---


def _accuracy_differs(result: Result) -> Iterator[Finding]:
    """Where the four cells give another value than is printed."""
    given = {
        "sensitivity": sensitivity_of(result),
        "specificity": specificity_of(result),
    }
    for name, share in given.items():
        value = getattr(result, name)
        if value is None or share is None:
            continue
        half = half_unit(result, name, (name,))
        if abs(value - share.value) > half + 1e-9:
            meant = next(_meant(result, value, half), "")
            yield Finding(
                Check.ACCURACY,
                f"The source prints a {name} of {figure(value)}; the four cells give "
                f"{figure(share.value)}.{meant} Check both.",
            )


def _meant(result: Result, value: float, half: float) -> Iterator[str]:
    """What else of the four cells a printed value is."""
    tp, fp = result.true_positives, result.false_positives
    fn, tn = result.false_negatives, result.true_negatives
    others = {
        "sensitivity": (tp, fn),
        "specificity": (tn, fp),
        "positive predictive value": (tp, fp),
        "negative predictive value": (tn, fn),
    }
    for name, cells in others.items():
        share = share_of(*cells)
        if share and abs(value - share.value) <= half:
            yield f" {figure(value)} is their {name}."


# --- how many people there are ---


def _more_people(result: Result, design: str) -> Iterator[Finding]:
    """More people than were randomised: of an arm, else of the whole study."""
    totals = {1: result.total_1, 2: result.total_2}
    arms = {1: result.arm_1, 2: result.arm_2}
    whole = "the study" if result.study_id else ""
    held = [
        (f"“{arm.name}”", arm.size, totals[n])
        for n, arm in arms.items()
        if arm and arm.size and totals[n]
    ]
    if not held and whole and design not in PAIRED and result.study.sample_size:
        people = sum(filter(None, totals.values()))
        held = [(whole, result.study.sample_size, people)]
    for name, size, people in held:
        if people > size:
            yield Finding(
                Check.PEOPLE,
                f"These numbers are of {people:,} people, and {name} has {size:,}. "
                "Check both.",
            )
            return
