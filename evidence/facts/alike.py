"""Which results may stand in one pooled line, and what keeps one out of any."""

from collections.abc import Iterable
from typing import NamedTuple

from evidence.facts.declared import ItemFacts
from studies.designs import (
    CLUSTERED,
    PAIRED,
    PRECLINICAL,
    REVIEWS,
    UNRATED,
    DesignGroup,
)
from studies.effects import COMPARING, Measure
from studies.results.compared import BETWEEN, plain_unit, sides_of
from studies.results.consistency import Check
from studies.results.effects import (
    effect_of,
    has_cluster_size,
    has_interval,
    is_share_of_one,
)
from studies.words import Contrast, Measured, Provenance
from texts.rules import RuleEffect, RuleEntry
from texts.titles import same_however_typed
from texts.words import YesNo

RULE_ENTRIES = (
    RuleEntry(
        "pooling.alike",
        "One line pools results of one group of designs, outcome, measure, "
        "comparison and unit, and nothing that was retracted, preclinical or "
        "second-hand.",
        RuleEffect.DECIDES,
        "Footing; Cochrane Handbook, chapter 10",
    ),
)


_IN_UNITS = frozenset({Measure.MD})  # of the others the unit cancels out
_STANDARDISED = frozenset({Measure.SMD, Measure.ROM})  # never of changes and of values


class Alike(NamedTuple):
    """What is the same in all results of a line."""

    designs: str
    outcome: str
    metric: str
    comparison: str
    dose: str
    unit: str
    contrast: str
    measured: str


_WORDS = Alike(
    designs="the group of designs",
    outcome="the outcome",
    metric="the measure",
    comparison="the comparison",
    dose="the dose",
    unit="the unit",
    contrast="what is contrasted",
    measured="whether changes or final values are compared",
)


def never_pooled(item: ItemFacts) -> str:
    """Why a result stands in no line whatever the others are; empty where it may."""
    study, result = item.study, item.result
    if result.withdrawn:
        return "It is withdrawn."
    if result.provenance not in Provenance.at_source():
        return "It is known only from another text, and its own report was not read."
    if study.design in PRECLINICAL:
        return f"It is of no people: {study.design_words}."
    if study.design in UNRATED:
        return f"Its study measured no effect in people: {study.design_words}."
    if study.design in REVIEWS or result.pooled_studies:
        return "It is a review’s own estimate, of studies that would count twice."
    if result.contrast == Contrast.BEFORE_AFTER:
        return "It compares one group before and after, not two groups."
    if result.metric == Measure.WORDS:
        return "It is in words only."
    if result.metric == Measure.ACCURACY:
        return "Sensitivity and specificity are read side by side, never pooled."
    if result.metric not in COMPARING and not is_share_of_one(result):
        return f"A {result.metric_words} alone compares nothing."
    if result.unanswered:
        return _does_not_agree(item)
    return _not_independent(item)


def _does_not_agree(item: ItemFacts) -> str:
    """That numbers do not agree and nobody has said why, with what does not."""
    about = [Check(code).label for code in item.result.unanswered]
    return (
        f"Its printed numbers do not agree ({', '.join(about)}), and nobody has "
        "answered why."
    )


def _not_independent(item: ItemFacts) -> str:
    """Why people who are not independent keep a result out; empty where they don't."""
    result, design = item.result, item.study.design
    compares = not is_share_of_one(result)
    if compares and design in PAIRED and effect_of(result, design) is None:
        return (
            "It compares people with themselves, and neither an interval of the "
            "difference nor how the two values correlate is known."
        )
    adjusted = has_interval(result) and result.adjusted == YesNo.YES
    if design in CLUSTERED and not adjusted and not has_cluster_size(result):
        return (
            "Its people were allocated in clusters, and neither an interval adjusted "
            "for them nor their size and correlation are known."
        )
    return ""


def alike(item: ItemFacts) -> Alike:
    """The line of a result that may be pooled."""
    result = item.result
    mixed = result.metric == Measure.MD and result.designs == DesignGroup.RANDOMISED
    apart = result.metric in _IN_UNITS | _STANDARDISED and not mixed
    share = is_share_of_one(result)
    return Alike(
        designs=result.designs,
        outcome=same_however_typed(result.outcome),
        metric=result.metric,
        # A share is of the first group: the other way round it is another's.
        comparison=BETWEEN.join(sides(item) if share else sorted(sides(item))),
        dose=same_however_typed(result.dose),
        unit=plain_unit(result.outcome_unit) if result.metric in _IN_UNITS else "",
        contrast="" if share else result.contrast,
        measured=result.measured if apart else "",
    )


def sides(item: ItemFacts) -> tuple[str, ...]:
    """What a result compares with what, in its order; one text where that is unclear.

    Turned round they are one comparison: the arms are swapped.
    """
    return sides_of(same_however_typed(item.result.comparison))


def alike_words(line: Alike, first: ItemFacts, compared: str) -> str:
    """What the results of a line share besides the outcome, as the first puts it."""
    result = first.result
    words = [compared, result.dose, result.outcome_unit if line.unit else ""]
    if line.contrast == Contrast.NOT_STATED:
        words.append(f"contrast {result.contrast_words}")
    if line.measured and line.measured != Measured.NOT_STATED:
        words.append(f"{result.measured_words} values")
    return ", ".join(word for word in words if word)


def alone_because(line: Alike, others: Iterable[Alike]) -> str:
    """Why nothing is pooled with a result: in what the nearest other line differs."""
    same = [
        other for other in others if other != line and other.outcome == line.outcome
    ]
    if not same:
        return "No second study here that may be pooled measured this outcome."
    differs = " and ".join(min((_differences(line, one) for one in same), key=len))
    return f"No second study here is like it: the nearest result differs in {differs}."


def _differences(line: Alike, other: Alike) -> list[str]:
    return [
        words
        for words, one, another in zip(_WORDS, line, other, strict=True)
        if one != another
    ]
