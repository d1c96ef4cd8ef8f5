"""The summary of findings: a row for each figure that may decide, told in people.

A row is of a pooled line; of a group of designs without one, of its only result or of
a review's own estimate. Risks in people need a baseline risk that somebody stated with
its source: none is taken from the trials.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from claims.models import Claim
from core.templatetags.footing import counted, number
from evidence.facts.declared import (
    Figures,
    GroupFacts,
    ItemFacts,
    PooledLine,
)
from evidence.facts.pooling import Pooling, deciding_line
from evidence.facts.summarised import AbsoluteRisks, SummaryRow
from studies.absolute_effects import (
    GIVES_RISKS,
    AbsoluteEffect,
    absolute_effect,
    difference_in_words,
    risk_in_words,
    risk_with_interval,
    told_per,
)
from studies.designs import REVIEWS, UNRATED, DesignGroup
from studies.effects import (
    COMPARING,
    Measure,
    to_analysis_scale,
    to_shown_scale,
)
from studies.figures import figure, interval
from studies.results.compared import is_other_way
from studies.results.effects import effect_of, has_usual_interval, people_of
from studies.words import Contrast, Provenance
from texts.durations import days_in

LITTLE_SURE = frozenset({"very_low", "not_graded", "not_applicable"})
INTERVAL_OF = (
    "The interval is the relative effect’s alone: how sure the baseline risk is, it "
    "leaves out."
)
NO_BASELINE = "No baseline risk is stated, so no risk in people is told."
TOO_UNSURE = "With very low certainty no risk in people is told."
NOT_JUDGED = "Risks in people are told once certainty is judged."
OF_RATES = "Rates are per time under observation: from a baseline risk none follows."
ELSEWHERE = "The verdict does not rest on this figure."
NOBODY = "Nobody has judged this yet."
Shown = tuple[float, float | None, float | None]


@dataclass(frozen=True)
class Deciding:
    """A figure that may decide, and the results it is made of."""

    what: str
    designs: str
    measure: Measure
    estimate: float
    low: float | None
    high: float | None
    studies: int
    items: tuple[ItemFacts, ...]
    line: PooledLine | None = None

    @property
    def first(self) -> ItemFacts:
        return self.items[0]


def summary(
    claim: Claim,
    items: Collection[ItemFacts],
    pooling: Pooling,
    groups: Collection[GroupFacts],
    figures: Figures | None,
    sentence: str,
) -> tuple[SummaryRow, ...]:
    """A row for each pooled line, and for each group of designs without one.

    ``groups`` are as they were graded, ``figures`` those that closed with the base,
    ``sentence`` is what the verdict says, of the figure it rests on.
    """
    graded = {group.designs: group for group in groups}
    rows = []
    for of in deciding_figures(claim, items, pooling.lines):
        if of.measure not in COMPARING:
            continue  # a share has no effect to tell in people
        group = graded.get(of.designs)
        decides = of.line is None or of.line is deciding_line(
            pooling, of.designs, claim
        )
        happens = sentence if group and group.carries and decides else ELSEWHERE
        rows.append(_row(of, group, figures, happens if group else NOBODY))
    return tuple(rows)


def deciding_figures(
    claim: Claim, items: Collection[ItemFacts], lines: Iterable[PooledLine]
) -> Iterator[Deciding]:
    """What may decide: pooled lines, else of a group of designs its one result.

    Both compare as the claim does.
    """
    pooled = [_of_line(line, items) for line in lines if line.estimate is not None]
    yield from pooled
    covered = {of.designs for of in pooled}
    for designs in (group for group in DesignGroup if group not in covered):
        there = [
            item
            for item in items
            if item.result and item.result.designs == designs and _may_decide(item)
        ]
        reviews = [item for item in there if item.study.design in REVIEWS]
        for alone in (there, reviews):
            if len(alone) == 1:
                yield _of_result(claim, alone[0], designs)
                break


def _of_line(line: PooledLine, items: Iterable[ItemFacts]) -> Deciding:
    counted = {id for row in line.rows for id in (row.item, *row.combined)}
    weighed = tuple(item for item in items if item.item in counted)
    return Deciding(
        what=f"{line.k} {line.designs_words} studies, pooled",
        designs=line.designs,
        measure=Measure(line.metric),
        estimate=line.estimate,
        low=line.ci_low,
        high=line.ci_high,
        studies=line.k,
        items=weighed,
        line=line,
    )


def is_rated(item: ItemFacts) -> bool:
    """Whether it is an included result that GRADE rates, of a study that stands."""
    study, result = item.study, item.result
    return (
        item.decision == "included"
        and result is not None
        and not study.is_retracted
        and not result.withdrawn
        and not result.unanswered
        and result.provenance in Provenance.at_source()
        and study.design not in UNRATED
    )


def _may_decide(item: ItemFacts) -> bool:
    """Whether a result may decide alone: one that compares groups, in numbers."""
    result = item.result
    return (
        is_rated(item)
        and result.contrast != Contrast.BEFORE_AFTER
        and result.metric in COMPARING
        and shown_effect(item) is not None
    )


def _of_result(claim: Claim, item: ItemFacts, designs: str) -> Deciding:
    review = item.study.design in REVIEWS
    measure = Measure(item.result.metric)
    shown = shown_effect(item)
    asked = (claim.intervention, claim.comparator)
    if is_other_way(item.result.comparison, *asked):
        shown = _swapped(measure, shown)
    estimate, low, high = shown
    return Deciding(
        what="the review’s own estimate" if review else "one result",
        designs=designs,
        measure=measure,
        estimate=estimate,
        low=low,
        high=high,
        studies=(item.result.pooled_studies or 1) if review else 1,
        items=(item,),
    )


def _swapped(measure: Measure, shown: Shown) -> Shown:
    """An effect as it is shown, with the arms swapped."""
    estimate, low, high = shown
    return tuple(
        one
        if one is None
        else to_shown_scale(measure, 0.0 - to_analysis_scale(measure, one))
        for one in (estimate, high, low)
    )


def shown_effect(item: ItemFacts) -> Shown | None:
    """A result's estimate and limits as they are shown; None without an estimate.

    A printed 95 % interval comes before what is computed.
    """
    result = item.result
    effect = effect_of(result, item.study.design)
    if effect is not None and not effect.estimable:
        return None
    printed = has_usual_interval(result)
    if effect is not None and not printed:
        return effect.estimate, effect.low, effect.high
    if result.estimate is None:
        return None
    return result.estimate, result.ci_low, result.ci_high


# --- a row ---


def _row(
    of: Deciding, group: GroupFacts | None, figures: Figures | None, happens: str
) -> SummaryRow:
    result = of.first.result
    people = people_of_figure(of)
    risks = _risks(of, group, figures)
    return SummaryRow(
        what=of.what,
        designs=of.designs,
        designs_words=DesignGroup(of.designs).label,
        outcome=result.outcome,
        measure_words=_measure_words(of),
        follow_up_words=follow_up_words(of.items),
        studies=of.studies,
        people=people,
        participants_words=_participants_words(people, of.studies),
        certainty=group.certainty if group else "not_graded",
        certainty_words=group.certainty_words if group else "not judged yet",
        glyph=group.glyph if group else "",
        relative_words=_relative_words(of),
        happens=happens,
        **risks,
    )


def people_of_figure(of: Deciding) -> int | None:
    """The people a figure is of, each once; None if some are unknown."""
    if of.line is None:
        return people_in(of.items)
    counted_in = [row.people for row in of.line.rows]
    return None if None in counted_in else sum(counted_in)


def people_in(items: Iterable[ItemFacts]) -> int | None:
    """The people of some results: of both arms, else of the study; None if unknown."""
    counted_in = [people_of(item.result, item.study.sample_size) for item in items]
    return None if None in counted_in else sum(counted_in)


def _participants_words(people: int | None, studies: int) -> str:
    """As "176,782 (7 studies)"."""
    words = "not stated by each" if people is None else number(people)
    return f"{words} ({counted(studies, 'study,studies')})"


def follow_up_words(items: Iterable[ItemFacts]) -> str:
    """The time of the results, or the shortest and the longest of them."""
    times = {item.result.time_point.strip() for item in items} - {""}
    if len(times) < 2:
        return times.pop() if times else "not stated"
    lengths = {days_in(time): time for time in sorted(times)}
    if None in lengths:
        return "differs"
    return f"{lengths[min(lengths)]} to {lengths[max(lengths)]}"


def _measure_words(of: Deciding) -> str:
    unit = of.first.result.outcome_unit if of.measure == Measure.MD else ""
    return f"{of.measure.label} in {unit}" if unit else of.measure.label


def _relative_words(of: Deciding) -> str:
    """The effect; a mean difference is absolute, and stands in its own column."""
    if of.measure == Measure.MD:
        return "none: a difference of means is absolute"
    return f"{of.measure.symbol} {interval(of.estimate, of.low, of.high)}"


# --- in people ---


def _risks(
    of: Deciding, group: GroupFacts | None, figures: Figures | None
) -> dict[str, Any]:
    """Risks and difference of a row, or why there are none."""
    if of.measure == Measure.MD:
        return _without_risks("", difference=_difference_of_means(of))
    certainty = group.certainty if group else "not_graded"
    if certainty in LITTLE_SURE:
        return _without_risks(TOO_UNSURE if certainty == "very_low" else NOT_JUDGED)
    if of.measure == Measure.RATE_RATIO:
        return _without_risks(OF_RATES)
    if of.measure not in GIVES_RISKS:
        return _without_risks(f"From a {of.measure.label} no risk in people follows.")
    if figures is None or figures.baseline_risk is None:
        difference = _risk_difference(of) if of.measure == Measure.RD else ""
        return _without_risks(NO_BASELINE, difference=difference)
    try:
        effect = absolute_effect(
            of.measure, of.estimate, of.low, of.high, figures.baseline_risk
        )
    except ValueError as none:
        return _without_risks(str(none), baseline=figures.baseline_words)
    return _with_risks(effect, figures.baseline_words)


def _with_risks(effect: AbsoluteEffect, baseline: str) -> dict[str, Any]:
    low, high = effect.difference_limits or (None, None)
    return {
        "risks": AbsoluteRisks(
            per=effect.per,
            baseline=effect.baseline,
            risk=effect.risk,
            risk_low=effect.low,
            risk_high=effect.high,
            difference=effect.difference,
            difference_low=low,
            difference_high=high,
        ),
        "baseline_words": risk_in_words(effect.baseline, effect.per),
        "risk_words": risk_with_interval(effect),
        "difference_words": difference_in_words(
            effect.difference, effect.difference_limits, effect.per
        ),
        "baseline_source_words": baseline,
        "risks_note": INTERVAL_OF if low is not None else "",
    }


def _without_risks(
    why: str, *, difference: str = "", baseline: str = ""
) -> dict[str, Any]:
    return {
        "risks": None,
        "baseline_words": "",
        "risk_words": "",
        "difference_words": difference,
        "baseline_source_words": baseline,
        "risks_note": why,
    }


def _risk_difference(of: Deciding) -> str:
    """As pooled, at the studies' own risks."""
    limits = None if of.low is None or of.high is None else (of.low, of.high)
    return difference_in_words(of.estimate, limits, told_per(of.estimate))


def _difference_of_means(of: Deciding) -> str:
    """As "3.20 mm lower (5.10 lower to 1.30 lower)"."""
    unit = of.first.result.outcome_unit
    words = _lower_or_higher(of.estimate, unit)
    if of.low is None or of.high is None:
        return words
    return f"{words} ({_lower_or_higher(of.low)} to {_lower_or_higher(of.high)})"


def _lower_or_higher(value: float, unit: str = "") -> str:
    way = "higher" if value > 0 else "lower"
    size = f"{figure(abs(value))} {unit}".strip()
    return f"{size} {way}" if value else "no difference"
