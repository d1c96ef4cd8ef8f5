"""The sentence of a verdict, composed by rule from what was found and how sure it is.

Source: Santesso 2020, GRADE 26 (doi 10.1016/j.jclinepi.2019.10.014), in noun forms.
The size class comes from stated thresholds, never from a p-value.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from claims.words import Asserts, CantSay, Certainty, ClaimKind, Verdict
from evidence.method.methods import RATED
from evidence.method.names import at_time, compared_with, inside, is_plural
from evidence.words import Bearing, SizeClass
from studies.effects import RATIOS, Measure
from studies.figures import figure

_ADJECTIVE = {SizeClass.LARGE: "large ", SizeClass.SMALL: "slight "}
_NOUN = {"higher": "increase", "lower": "reduction"}
_OPPOSITE = {"higher": "lower", "lower": "higher", "": ""}
_SEVERAL = frozenset({Asserts.LITTLE_OR_NO, Asserts.ABSENT})

CANT_SAY_BECAUSE = {
    CantSay.NOT_SEARCHED: "Nobody has looked for evidence on this claim yet.",
    CantSay.NONE_FOUND: "Evidence was looked for and none was found, which does not "
    "mean that there is none.",
    CantSay.ONLY_ONGOING: "The only studies found are still running.",
    CantSay.ONLY_PRECLINICAL: "The only evidence found is from animals or the "
    "laboratory, which does not show what happens in people.",
    CantSay.ONLY_SECOND_HAND: "No evidence was read at its source: what is known of "
    "the studies is what an article says of them.",
    CantSay.CIRCULAR: "The only evidence is what articles that make this claim say "
    "of studies nobody here has read.",
    CantSay.TOO_UNCERTAIN: "There is evidence, and it is too uncertain to tell.",
}


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A figure that decides: on its own scale, with its 95 % interval where known."""

    measure: str
    estimate: float
    low: float | None = None
    high: float | None = None
    unit: str = ""

    @property
    def side(self) -> str:
        """Which way the outcome goes with the intervention; empty for neither."""
        none = 1 if self.measure in RATIOS else 0
        if self.estimate == none:
            return ""
        return "higher" if self.estimate > none else "lower"

    @property
    def limits(self) -> str:
        """As "0.40 to 0.98"; empty without an interval."""
        if self.low is None or self.high is None:
            return ""
        return f"{self._shown(self.low)} to {self._shown(self.high)}{self._unit}"

    @property
    def in_words(self) -> str:
        """As "risk ratio 0.63, 95 % CI 0.40 to 0.98"."""
        words = f"{Measure(self.measure).label} {self._shown(self.estimate)}"
        limits = self.limits
        return f"{words}, 95 % CI {limits}" if limits else f"{words}{self._unit}"

    @property
    def _unit(self) -> str:
        unit = self.unit.strip()
        return f" {unit}" if unit and self.measure == Measure.MD else ""

    def _shown(self, value: float) -> str:
        if self.measure in RATIOS and value < 0.01:
            return "< 0.01"
        if self.measure in RATIOS and value > 100:
            return "> 100"
        return figure(value)


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What a sentence is composed of, for a claim whose certainty is rated.

    `reading` is what the deciding figure shows of the claim, empty where none decides;
    `better` is which way the outcome is better, `yes_no` whether people have it or not.
    Names may be empty, and are given as they were entered.
    """

    verdict: str
    certainty: str
    kind: str = ClaimKind.EFFECT
    asserts: str = Asserts.NOT_SET
    negated: bool = False
    size_class: str = ""
    population: str = ""
    intervention: str = ""
    comparator: str = ""
    outcome: str = ""
    time: str = ""
    better: str = ""
    yes_no: bool = False
    reading: str = ""
    figure: Figure | None = None
    events: int | None = None
    people: int | None = None
    lead: str = ""

    @property
    def x(self) -> str:
        return inside(self.intervention) or "the intervention"

    @property
    def y(self) -> str:
        """The outcome, as the risk or the chance of what people have or not."""
        name = inside(self.outcome) or "the outcome"
        if not self.yes_no or name.startswith(("risk", "chance", "the ", "rate")):
            return name
        return (
            f"the chance of {name}"
            if self.better == "higher"
            else f"the risk of {name}"
        )

    @property
    def direction(self) -> str:
        """Which way the outcome goes: by the figure, else by claim and verdict."""
        if self.figure and self.figure.side:
            return self.figure.side
        way = {"raises": "higher", "lowers": "lower"}.get(self.asserts, "")
        if self.asserts == Asserts.BETTER_THAN and self.better in _NOUN:
            way = self.better
        turned = (self.verdict == Verdict.CONTRADICTED) != self.negated
        return _OPPOSITE[way] if turned else way


def compose(finding: Finding) -> str:
    """The sentence of a rated verdict: which evidence, what it shows, the number.

    Raises ValueError for a certainty that is not rated, and for unknown words.
    """
    certainty = Certainty(finding.certainty)
    if certainty not in RATED:
        raise ValueError(f"Nothing was rated ({certainty}), so no sentence follows.")
    body = _body(finding)
    sentence = f"{finding.lead}, {body}." if finding.lead else f"{body}."
    return sentence[0].upper() + sentence[1:]


def _body(finding: Finding) -> str:
    if finding.events is not None and finding.people:
        return counted_harm(
            finding.events, finding.people, finding.outcome, finding.time
        )
    if finding.certainty == Certainty.VERY_LOW:
        return _very_uncertain(finding)
    if finding.kind == ClaimKind.PREVALENCE:
        return _prevalence(finding)
    if finding.verdict == Verdict.CONFLICTING:
        return f"studies disagree on whether {_changes(finding)}{_number(finding)}"
    if finding.verdict == Verdict.CANT_SAY:
        return _not_settled(finding)
    if finding.kind in (ClaimKind.ASSOCIATION, ClaimKind.PROGNOSIS):
        return _association(finding)
    if finding.kind == ClaimKind.DIAGNOSIS:
        return _accuracy(finding)
    if finding.asserts == Asserts.AT_LEAST_AS_GOOD:
        return _as_good(finding)
    return _effect(finding)


# --- how sure, in the verb ---


def _verb(finding: Finding, singular: str, plural: str, plain: bool) -> str:
    """The verb with "may" or "probably"; `plain` is whether its noun is plural."""
    match Certainty(finding.certainty):
        case Certainty.LOW:
            return f"may {'be' if plural == 'are' else plural}"
        case Certainty.MODERATE:
            words = plural if plain else singular
            return f"{words} probably" if plural == "are" else f"probably {words}"
        case _:
            return plural if plain else singular


# --- frames ---


def _effect(finding: Finding) -> str:
    plural = is_plural(finding.x)
    verb = _verb(finding, "results in", "result in", plural)
    found = _size(finding)
    less = ""
    if _falls_short(finding):
        less = ", which is less than the claim says"
    return (
        f"{_in_people(finding)}{finding.x} {verb} {found} in {finding.y}"
        f"{_against(finding)}{_number(finding)}{less}"
    )


def _size(finding: Finding) -> str:
    if _is_little(finding):
        return "little to no difference"
    if finding.direction not in _NOUN:
        return "a difference"
    adjective = _ADJECTIVE.get(SizeClass(finding.size_class), "")
    words = adjective + _NOUN[finding.direction]
    return f"an {words}" if words == "increase" else f"a {words}"


def _is_little(finding: Finding) -> bool:
    """Whether what was found is little to no difference."""
    if (
        finding.size_class == SizeClass.TRIVIAL
        or finding.reading == Bearing.LITTLE_OR_NO
    ):
        return True
    none = (finding.asserts in _SEVERAL) != finding.negated
    denied = finding.negated and finding.asserts not in _SEVERAL
    if not none or (denied and finding.figure and _leaves_none_out(finding.figure)):
        return False
    return finding.verdict == Verdict.SUPPORTED


def _leaves_none_out(found: Figure) -> bool:
    """Whether the whole interval lies on one side of no difference."""
    none = 1 if found.measure in RATIOS else 0
    if found.low is None or found.high is None:
        return False
    return not found.low <= none <= found.high


def _falls_short(finding: Finding) -> bool:
    """Whether a contradicted claim has its direction right, and its size wrong."""
    claimed = {"raises": "higher", "lowers": "lower"}.get(finding.asserts)
    return (
        finding.verdict == Verdict.CONTRADICTED
        and not finding.negated
        and not _is_little(finding)
        and finding.figure is not None
        and finding.figure.side == claimed
    )


def _as_good(finding: Finding) -> str:
    verb = _verb(finding, "is", "are", is_plural(finding.x))
    worse = (finding.verdict == Verdict.CONTRADICTED) != finding.negated
    how = "worse than" if worse else "at least as good as"
    other = inside(finding.comparator)
    other = other if compared_with(other) else "what it was compared with"
    margin = "by more than the margin" if worse else "within the margin"
    return (
        f"{_in_people(finding)}{finding.x} {verb} {how} {other} for {finding.y}, "
        f"{margin}{at_time(finding.time)}{_number(finding)}"
    )


def _accuracy(finding: Finding) -> str:
    verb = _verb(finding, "tells", "tell", is_plural(finding.x))
    condition = inside(finding.outcome) or "the condition"
    told = f"those with {condition} from those without"
    if (finding.verdict == Verdict.CONTRADICTED) != finding.negated:
        told += ", but not as well as the claim says"
    return f"{_in_people(finding)}{finding.x} {verb} {told}"


def _association(finding: Finding) -> str:
    factor = inside(finding.intervention) or "the factor"
    verb = _verb(finding, "has", "have", plain=True)
    people = inside(finding.population) or "people"
    bare = finding.y.removeprefix("the ")
    if _is_little(finding):
        found = f"little to no difference in {finding.y} compared with those without"
    elif finding.direction in _NOUN:
        found = f"a {finding.direction} {bare} than those without"
    else:
        found = f"a different {bare} than those without"
    cause = f"; this does not show that {factor} "
    cause += f"{'are' if is_plural(factor) else 'is'} the cause"
    return f"{people} with {factor} {verb} {found}{_number(finding)}{cause}"


def _prevalence(finding: Finding) -> str:
    people = inside(finding.population) or "people"
    condition = inside(finding.outcome) or "the condition"
    if finding.figure is None or finding.verdict == Verdict.CONFLICTING:
        return f"studies give no one share of {people} who have {condition}"
    sure = {Certainty.MODERATE: "probably ", Certainty.LOW: "possibly "}
    found = finding.figure
    share = f"{figure(100 * found.estimate, 1)} %"
    words = sure.get(Certainty(finding.certainty), "")
    limits = ""
    if found.low is not None and found.high is not None:
        low, high = figure(100 * found.low, 1), figure(100 * found.high, 1)
        limits = f" (95 % CI {low} to {high} %)"
    return f"{words}about {share} of {people} have {condition}{limits}"


def _very_uncertain(finding: Finding) -> str:
    """The number stands in the table alone."""
    if finding.kind == ClaimKind.PREVALENCE:
        people = inside(finding.population) or "people"
        condition = inside(finding.outcome) or "the condition"
        return (
            f"the evidence is very uncertain about how many {people} have {condition}"
        )
    of = "association" if _is_association(finding) else "effect"
    link = "with" if _is_association(finding) else "on"
    return (
        f"{_in_people(finding)}the evidence is very uncertain about the {of} of "
        f"{finding.x} {link} {finding.y}{_against(finding)}"
    )


def _not_settled(finding: Finding) -> str:
    limits = finding.figure.limits if finding.figure else ""
    told = f": results fit anything from {limits}" if limits else ""
    if limits and finding.figure:
        told += f" ({Measure(finding.figure.measure).label})"
    return f"it is not settled whether {_changes(finding)}{told}"


def _changes(finding: Finding) -> str:
    where = _in_people(finding).removesuffix(", ")
    where = f" {where}" if where else ""
    plural = is_plural(finding.x)
    if _is_association(finding):
        verb = "go with" if plural else "goes with"
        return f"{finding.x} {verb} a different {finding.y.removeprefix('the ')}{where}"
    verb = "change" if plural else "changes"
    return f"{finding.x} {verb} {finding.y}{where}{_against(finding)}"


def counted_harm(events: int, people: int, harm: str, time: str = "") -> str:
    """As "3 of 210 people had bleeding within a year", and what none leaves open."""
    name = inside(harm) or "it"
    within = inside(time)
    within = f" within {within.removeprefix('within ')}" if within else ""
    told = f"{events:,} of {people:,} people had {name}{within}"
    if events:
        return told
    return f"{told}; up to {_upper(people)} can’t be ruled out"


def _upper(people: int) -> str:
    """The upper limit of a risk where none of so many had it, rounded up."""
    risk = 1 - 0.05 ** (1 / people)
    out_of = next((n for n in (100, 1000, 10_000) if risk * n >= 1), 100_000)
    return f"{math.ceil(risk * out_of - 1e-9):,} in {out_of:,}"


# --- pieces ---


def _is_association(finding: Finding) -> bool:
    return finding.kind in (ClaimKind.ASSOCIATION, ClaimKind.PROGNOSIS)


def _in_people(finding: Finding) -> str:
    people = inside(finding.population)
    return f"in {people}, " if people else ""


def _against(finding: Finding) -> str:
    if _is_association(finding):
        return ""
    return f"{compared_with(finding.comparator)}{at_time(finding.time)}"


def _number(finding: Finding) -> str:
    return f" ({finding.figure.in_words})" if finding.figure else ""
