"""What the evidence that a verdict rests on shows, as the rules of its words ask."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from claims.models import Claim
from evidence.facts.declared import ItemFacts, PooledLine
from evidence.facts.pooling import deciding_line, pooled_for
from evidence.facts.standing_on import evidence_items
from evidence.grades.draft import GradeForm, ReadingForm
from evidence.judged import ELEMENTS
from evidence.method import BY_MARGIN, CountingReading, Findings, propose_bearing
from evidence.models import EvidenceBase, EvidenceItem
from evidence.words import Bearing, Directness, Domain
from studies.designs import REVIEWS, DesignGroup
from studies.effects import Measure, to_analysis_scale
from studies.models import Result
from studies.results.effects import people_of


class Counted(NamedTuple):
    """A result that counts for the verdict, and how the grader reads it."""

    result: Result
    bearing: str


def findings_of(
    base: EvidenceBase, form: GradeForm, items: Iterable[EvidenceItem]
) -> Findings:
    """What the group of designs that carries the verdict shows of the claim.

    ``items`` are the included ones of the base, each with its result and study.
    """
    group = form.carrying
    designs = group.designs if group else ""
    facts = [item for item in evidence_items(base) if item.decision == "included"]
    counted = list(_counted(form, items, designs, facts))
    deciding, figure = _deciding(base, designs, facts, counted)
    return Findings(
        readings=[_counting(one) for one in counted],
        deciding=deciding,
        figure=figure,
        inconsistency=group.levels.get(Domain.INCONSISTENCY) or 0 if group else 0,
        size_class=form.size_class,
        claims_difference=claims_difference(base.claim),
    )


def claims_difference(claim: Claim) -> bool:
    """Whether the claim says that there is a difference."""
    return (claim.asserts not in BY_MARGIN) != claim.negated


def _counted(
    form: GradeForm,
    items: Iterable[EvidenceItem],
    designs: str,
    facts: Collection[ItemFacts],
) -> Iterable[Counted]:
    """The results of a group of designs that address the claim's question."""
    retracted = {one.item for one in facts if one.study and one.study.is_retracted}
    read = {reading.item: reading for reading in form.readings}
    for item in items:
        reading, result = read.get(item.pk), item.result
        if reading is None or result is None or item.pk in retracted:
            continue
        if result.is_rated and result.design_group == designs and _addresses(reading):
            yield Counted(result, reading.bearing)


def _addresses(reading: ReadingForm) -> bool:
    """Whether a reading is of the claim's own question."""
    matches = {getattr(reading, f"{element}_match") for element in ELEMENTS}
    says_nothing = ("", Bearing.DOES_NOT_ADDRESS)
    return reading.bearing not in says_nothing and Directness.OTHER not in matches


def _counting(one: Counted) -> CountingReading:
    people = people_of(one.result, one.result.study.sample_size)
    return CountingReading(one.bearing, people)


# --- the figure that decides ---


def _deciding(
    base: EvidenceBase,
    designs: str,
    facts: Collection[ItemFacts],
    counted: Collection[Counted],
) -> tuple[str, str]:
    """How the deciding figure reads, and what it is; empty where none decides."""
    pooling = pooled_for(base.claim, base, facts)
    line = deciding_line(pooling, designs, base.claim)
    if line and _can_be_read(base.claim):
        words = DesignGroup(designs).label
        figure = f"the pooled line of the {words} studies ({line.in_words})"
        return _reading(base.claim, line), figure
    if any(one.designs == designs and one.weights for one in pooling.lines):
        return "", ""
    reviews = [one for one in counted if one.result.study.design in REVIEWS]
    for alone, what in (
        (counted, "the only counting result"),
        (reviews, "the review’s own estimate"),
    ):
        if len(alone) == 1:
            (one,) = alone
            return one.bearing, f"{what} ({one.result.study.label})"
    return "", ""


def _can_be_read(claim: Claim) -> bool:
    """Whether a rule can hold a line against the claim.

    No rule reads the claim's margin yet, so only a person can hold a line against a
    claim of little or no difference.
    """
    return bool(claim.asserts) and claim.asserts not in BY_MARGIN


def _reading(claim: Claim, line: PooledLine) -> str:
    measure = Measure(line.metric)
    low, high = (to_analysis_scale(measure, one) for one in (line.ci_low, line.ci_high))
    proposal = propose_bearing(
        asserts=claim.asserts,
        negated=claim.negated,
        low=low,
        high=high,
        better_when=line.better or "not_stated",
    )
    return str(proposal.bearing)
