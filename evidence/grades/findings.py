"""What the evidence that a verdict rests on shows, as the rules of its words ask."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from claims.claims.figures import Figures
from claims.models import Claim
from evidence.bases.counting import addresses, by_itself_not
from evidence.bases.reading import (
    Numbers,
    Said,
    figures_for,
    lacks_margin,
    numbers_of,
    points,
    read_numbers,
    read_result,
    share_of,
)
from evidence.facts.declared import ItemFacts, PooledLine
from evidence.facts.pooling import (
    Pooling,
    deciding_line,
    lines_that_speak,
    pooled_for,
)
from evidence.facts.remembered import Candidates, candidates_now
from evidence.grades.draft import GradeForm, ReadingForm
from evidence.judged import ELEMENTS, designs_of, rated_of
from evidence.method import (
    BY_MARGIN,
    CountingReading,
    Findings,
    group_of,
    group_start,
    start_of,
)
from evidence.models import EvidenceBase, EvidenceItem
from evidence.words import Bearing, Domain
from studies.designs import REVIEWS, DesignGroup, Start
from studies.effects import Measure, to_analysis_scale
from studies.models import Result
from studies.results.effects import people_of


class Counted(NamedTuple):
    """A result that counts for the verdict, and how the grader reads it.

    ``matched`` are the elements of the question that a person said how it fits.
    """

    item: EvidenceItem
    bearing: str
    matched: frozenset[str] = frozenset()

    @property
    def result(self) -> Result:
        return self.item.result

    @property
    def people(self) -> int | None:
        return people_of(self.result, self.result.study.sample_size)

    @property
    def designs(self) -> str:
        return str(designs_of(self.result))


class Deciding(NamedTuple):
    """The figure that decides: how it reads, what it is, and its numbers.

    ``outcome`` is the name of what was measured, ``better`` which way that is better;
    ``reads_else`` is what an interval beside it makes of the same results.
    """

    bearing: str
    figure: str
    numbers: Numbers
    points: str
    outcome: str
    better: str
    reads_else: str = ""

    @property
    def is_without_interval(self) -> bool:
        """Whether nothing says how sure its estimate is."""
        return self.numbers.low is None and self.bearing != Bearing.INCONCLUSIVE


@dataclass
class Evidence:
    """The included items of a frozen base, as a grade weighs them.

    ``items`` are the included ones, each with its result, study and outcome; ``facts``
    the same as the page prints them.
    """

    base: EvidenceBase
    items: Collection[EvidenceItem]
    facts: Collection[ItemFacts]

    @classmethod
    def of(cls, base: EvidenceBase) -> "Evidence":
        """The evidence of a base, as it is now (three queries)."""
        return cls.among(base, candidates_now(base))

    @classmethod
    def among(cls, base: EvidenceBase, candidates: Candidates) -> "Evidence":
        """What is included of the candidates of a base."""
        rows = candidates.items.of_base[base.pk]
        return cls(
            base,
            [row for row in rows if row.decision == "included"],
            [one for one in candidates.facts if one.decision == "included"],
        )

    @property
    def claim(self) -> Claim:
        return self.base.claim

    @property
    def figures(self) -> Figures:
        return figures_for(self.base)

    @cached_property
    def rated(self) -> list[EvidenceItem]:
        """The results that count by themselves, however they are read."""
        studies = (one.study for one in self.facts if one.study)
        retracted = {study.id for study in studies if study.is_retracted}
        asked = {one.item: one.result.unanswered for one in self.facts if one.result}
        return [
            item
            for item in self.items
            if item.result is not None
            and by_itself_not(
                self.claim.kind, item.result, retracted, asked.get(item.pk)
            )
            is None
        ]

    @cached_property
    def proposed(self) -> dict[int, str]:
        """By item, what a result's numbers propose as they are now; empty for none."""
        return {
            item.pk: _proposed(self, item) if item.bearing else ""
            for item in self.items
            if item.result is not None
        }

    @cached_property
    def starts(self) -> dict[str, Start]:
        """Where each group of designs here starts, the randomised first."""
        found: dict[str, list[Start]] = {str(group): [] for group in DesignGroup}
        for item in self.rated:
            rated = rated_of(item.result)
            found[str(group_of(rated))].append(start_of(self.claim.kind, rated))
        return {group: group_start(each) for group, each in found.items() if each}

    def counted(self, form: GradeForm, designs: str = "") -> list[Counted]:
        """The results that address the claim's question, of a group if one is named."""
        read = {reading.item: reading for reading in form.readings}
        found = (
            Counted(item, read[item.pk].bearing, _matched(item, read[item.pk]))
            for item in self.rated
            if item.pk in read and read[item.pk].bearing
            if addresses(vars(read[item.pk]))
        )
        return [one for one in found if designs in ("", one.designs)]

    @cached_property
    def pooling(self) -> Pooling:
        """What is pooled of the included results, and what is held out."""
        return pooled_for(self.claim, self.base, self.facts)


def _matched(item: EvidenceItem, reading: ReadingForm) -> frozenset[str]:
    names = {element: f"{element}_match" for element in ELEMENTS}
    return frozenset(
        element
        for element, name in names.items()
        if getattr(reading, name) or getattr(item, name)
    )


def _proposed(evidence: Evidence, item: EvidenceItem) -> str:
    try:
        found = read_result(evidence.claim, evidence.figures, item.result)
    except ValueError:
        return ""
    return str(found.bearing)


def findings_of(evidence: Evidence, form: GradeForm) -> Findings:
    """What the group of designs that carries the verdict shows of the claim."""
    counted = evidence.counted(form, _carrying(form))
    readings = [
        CountingReading(_bearing_of(evidence, one), one.people) for one in counted
    ]
    return replace(without_readings(evidence, form), readings=readings)


def without_readings(evidence: Evidence, form: GradeForm) -> Findings:
    """What its deciding figure shows, where nobody asks how each result reads."""
    group, designs = form.carrying, _carrying(form)
    figure = deciding(evidence, designs, evidence.counted(form, designs))
    return Findings(
        deciding=figure.bearing if figure else "",
        figure=figure.figure if figure else "",
        points=figure.points if figure else "",
        inconsistency=group.levels.get(Domain.INCONSISTENCY) or 0 if group else 0,
        size_class=form.size_class,
        claims_difference=claims_difference(evidence.claim),
        lacks_margin=lacks_margin(
            evidence.claim, evidence.figures, figure.numbers if figure else None
        ),
    )


def _carrying(form: GradeForm) -> str:
    return form.carrying.designs if form.carrying else ""


def claims_difference(claim: Claim) -> bool:
    """Whether the claim says that there is a difference."""
    return (claim.asserts not in BY_MARGIN) != claim.negated


# --- the figure that decides ---


def deciding(
    evidence: Evidence, designs: str, counted: Collection[Counted]
) -> Deciding | None:
    """The figure that decides for a group of designs; None where there is none."""
    line = deciding_line(evidence.pooling, designs, evidence.claim)
    if line:
        return _of_line(evidence, line)
    if lines_that_speak(evidence.pooling, designs, evidence.claim):
        return None  # of several lines none is marked as the main one
    reviews = [one for one in counted if one.result.study.design in REVIEWS]
    for alone, what in (
        (counted, "the only counting result"),
        (reviews, "the review’s own estimate"),
    ):
        if len(alone) == 1:
            return _of_result(evidence, next(iter(alone)), what)
    return None


def _of_line(evidence: Evidence, line: PooledLine) -> Deciding:
    numbers = _numbers_of(line, line.estimate, line.ci_low, line.ci_high)
    said = Said(better=line.better or "not_stated")
    words = DesignGroup(line.designs).label
    bearing = _bearing(evidence, numbers, said)
    return Deciding(
        bearing,
        f"the pooled line of the {words} studies ({line.in_words})",
        numbers,
        points(evidence.claim, evidence.figures, numbers, said),
        line.outcome,
        said.better,
        _reads_else(evidence, line, said, bearing),
    )


def _numbers_of(line: PooledLine, *shown: float | None) -> Numbers:
    measure = Measure(line.metric)
    if measure != Measure.PROPORTION:  # a share is read as it is shown
        shown = tuple(to_analysis_scale(measure, one) for one in shown)
    return Numbers(line.metric, line.unit, *shown)


def _reads_else(evidence: Evidence, line: PooledLine, said: Said, bearing: str) -> str:
    """How another way of pooling reads, where it reads otherwise than the line."""
    for other in line.beside:
        numbers = _numbers_of(line, other.estimate, other.low, other.high)
        read = _bearing(evidence, numbers, said)
        if read != bearing:
            label = Bearing(read).label.casefold()
            return f"{other.method}’s interval reads “{label}”, which does not decide"
    return ""


def _bearing(evidence: Evidence, numbers: Numbers, said: Said) -> str:
    return str(read_numbers(evidence.claim, evidence.figures, numbers, said).bearing)


def _of_result(evidence: Evidence, one: Counted, what: str) -> Deciding:
    result = one.result
    numbers = _numbers(evidence.claim, result)
    said = Said.of(evidence.claim, result)
    side = points(evidence.claim, evidence.figures, numbers, said)
    return Deciding(
        _bearing_of(evidence, one),
        f"{what} ({result.study.label})",
        numbers,
        side,
        result.outcome.name,
        said.better,
    )


def _bearing_of(evidence: Evidence, one: Counted) -> str:
    """How a result counts for a word: by its interval, where it has one.

    A grader may find it less telling than its numbers, never more, nor the opposite;
    nor may a direction that is stated without any settle what it does not by itself.
    """
    proposed = evidence.proposed[one.item.pk]
    if one.bearing == proposed:
        return proposed
    if Bearing.INCONCLUSIVE in (proposed, one.bearing):
        return str(Bearing.INCONCLUSIVE)
    low = _numbers(evidence.claim, one.result).low
    by_numbers = low is not None or one.result.effect() is not None
    return proposed if by_numbers and proposed else one.bearing


def _numbers(claim: Claim, result: Result) -> Numbers:
    """A result's numbers, of a share of people too; empty where they make none."""
    low, high = share_of(result)
    if result.events_1 is not None and result.total_1 and result.events_2 is None:
        share = result.events_1 / result.total_1
        return Numbers(Measure.PROPORTION, "", share, low, high)
    if result.metric == Measure.PROPORTION:
        return Numbers(Measure.PROPORTION, "", result.estimate, low, high)
    try:
        return numbers_of(claim, result) or Numbers(result.metric)
    except ValueError:
        return Numbers(result.metric)


def estimates(claim: Claim, counted: Collection[Counted]) -> Iterator[float]:
    """The estimates of the results that compare groups, on their analysis scale."""
    for one in counted:
        number = _numbers(claim, one.result)
        if number.estimate is not None and number.metric != Measure.PROPORTION:
            yield number.estimate
