"""The sentence of a rated verdict: frames for what was found, hedged by certainty.

Source: Santesso 2020, GRADE 26 (doi 10.1016/j.jclinepi.2019.10.014), in noun forms.
The size class comes from stated thresholds, never from a p-value.
"""

from __future__ import annotations

import math

from claims.words import Asserts, CantSay, Certainty, ClaimKind, Verdict
from evidence.method.methods import RATED
from evidence.method.sentences.finding import HIGHER, LOWER, Finding
from evidence.method.sentences.names import (
    at_time,
    compared_with,
    inside,
    is_plural,
    other_named,
    people_named,
)
from evidence.words import SizeClass
from studies.figures import figure
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "method.sentences",
        "The sentence of a verdict is composed of its lead, of a frame hedged by "
        "its certainty, and of the deciding figure.",
        RuleEffect.DECIDES,
        "GRADE 26 (Santesso 2020)",
    ),
)


_ADJECTIVE = {SizeClass.LARGE: "large ", SizeClass.SMALL: "slight "}
_NOUN = {HIGHER: "increase", LOWER: "reduction"}
_SURE = {Certainty.MODERATE: "probably ", Certainty.LOW: "possibly "}


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
    frame = _frame(finding)
    if finding.events is None or not finding.people:
        return frame
    counts = _counts(finding.events, finding.people, finding)
    if finding.figure:
        return f"{frame}; with {finding.x} {counts}"
    # How far from certain is said by counts themselves, but not where it is very low.
    very_low = finding.certainty == Certainty.VERY_LOW
    return f"{frame}; {counts}" if very_low else counts


def _frame(finding: Finding) -> str:
    if finding.certainty == Certainty.VERY_LOW:
        about = _of_what(finding)
        return f"the evidence is very uncertain about {about}"
    if finding.verdict == Verdict.CONFLICTING:
        return f"studies disagree on {_whether(finding)}{_number(finding)}"
    if finding.verdict == Verdict.CANT_SAY:
        return _not_settled(finding)
    match ClaimKind(finding.kind):
        case ClaimKind.PREVALENCE:
            return _prevalence(finding)
        case ClaimKind.ASSOCIATION | ClaimKind.PROGNOSIS:
            return _association(finding)
        case ClaimKind.DIAGNOSIS:
            return _accuracy(finding)
    if finding.asserts == Asserts.AT_LEAST_AS_GOOD:
        return _as_good(finding)
    return _effect(finding)


# --- how sure, in the verb ---


def _verb(certainty: str, plain: str, *, plural: bool, denied: bool = False) -> str:
    """A verb with "may" or "probably": plain is "result in", "have", "be", "tell"."""
    if certainty == Certainty.LOW:
        return f"may not {plain}" if denied else f"may {plain}"
    probably = certainty == Certainty.MODERATE
    if plain == "be":
        words = ("are" if plural else "is") + (" probably" if probably else "")
        return f"{words} not" if denied else words
    if denied:
        words = f"{'do' if plural else 'does'} not {plain}"
    else:
        words = plain if plural else _third_person(plain)
    return f"probably {words}" if probably else words


def _third_person(plain: str) -> str:
    verb, _, rest = plain.partition(" ")
    return f"{verb}s {rest}".strip()


# --- effects ---


def _effect(finding: Finding) -> str:
    denied, found = _found(finding)
    verb = _verb(
        finding.certainty, "result in", plural=is_plural(finding.x), denied=denied
    )
    less = ", which is less than the claim says" if finding.falls_short else ""
    return (
        f"{_in_people(finding)}{finding.x} {verb} {found} in {finding.y}"
        f"{_against(finding)}{_number(finding)}{less}"
    )


def _found(finding: Finding) -> tuple[bool, str]:
    """Whether it is denied, and what was found: "a slight reduction".

    The figure says which way it goes; where none decides, only that the claim's way is
    or is not what was found.
    """
    if finding.shows_little:
        return False, "little to no difference"
    if finding.figure and finding.figure.side:
        return False, _sized(finding.figure.side, finding.size_class)
    if finding.claimed:
        size = SizeClass.NONE if finding.denies else finding.size_class
        return finding.denies, _sized(finding.claimed, size)
    none = finding.asserts in (Asserts.LITTLE_OR_NO, Asserts.ABSENT)
    return finding.denies and not none, "a difference"


def _sized(way: str, size_class: str) -> str:
    adjective = _ADJECTIVE.get(SizeClass(size_class), "")
    words = adjective + _NOUN[way]
    return f"an {words}" if words == "increase" else f"a {words}"


def _as_good(finding: Finding) -> str:
    how, margin = "at least as good as", "by the margin stated"
    if finding.denies:
        how, margin = "worse than", "by more than the margin stated"
    verb = _verb(finding.certainty, "be", plural=is_plural(finding.x))
    return (
        f"{_in_people(finding)}{finding.x} {verb} {how} {_other_for(finding)}, "
        f"{margin}{_number(finding)}"
    )


def _other_for(finding: Finding) -> str:
    """As "placebo for pain at 12 weeks"."""
    other = other_named(finding.comparator) or "what it was compared with"
    outcome = inside(finding.outcome) or "the outcome"
    return f"{other} for {outcome}{at_time(finding.time)}"


# --- what is no effect ---


def _association(finding: Finding) -> str:
    factor = inside(finding.intervention) or "the factor"
    denied, found = _compared_with_those_without(finding)
    verb = _verb(finding.certainty, "have", plural=True, denied=denied)
    cause = f"; this does not show that {factor} "
    cause += f"{'are' if is_plural(factor) else 'is'} the cause"
    people = people_named(finding.population) or "people"
    return f"{people} with {factor} {verb} {found}{_number(finding)}{cause}"


def _compared_with_those_without(finding: Finding) -> tuple[bool, str]:
    """Whether it is denied, and what was found: "a higher risk of falls than …"."""
    if finding.shows_little:
        return (
            False,
            f"little to no difference in {finding.y} compared with those without",
        )
    denied, way = False, finding.figure.side if finding.figure else ""
    if not way:
        none = finding.asserts in (Asserts.LITTLE_OR_NO, Asserts.ABSENT)
        denied, way = finding.denies and not none, finding.claimed or "different"
    return denied, f"{_a(way, finding.y)} than those without"


def _a(way: str, outcome: str) -> str:
    """As "a higher risk of falls"; without an article before what is many."""
    bare = outcome.removeprefix("the ")
    return f"{way} {bare}" if is_plural(bare) else f"a {way} {bare}"


def _prevalence(finding: Finding) -> str:
    if finding.figure is None:
        return f"studies give no one figure for {_how_many(finding)}"
    found = finding.figure
    limits = ""
    if found.low is not None and found.high is not None:
        limits = f" (95 % CI {_percent(found.low)} to {_percent(found.high)} %)"
    sure = _SURE.get(Certainty(finding.certainty), "")
    share = f"{sure}about {_percent(found.estimate)} %"
    people = people_named(finding.population) or "people"
    condition = inside(finding.outcome) or "the condition"
    return f"{share} of {people} have {condition}{limits}"


def _percent(share: float) -> str:
    return figure(100 * share, 1).removesuffix(".0")


def _how_many(finding: Finding) -> str:
    people = people_named(finding.population) or "people"
    return f"how many {people} have {inside(finding.outcome) or 'the condition'}"


def _accuracy(finding: Finding) -> str:
    verb = _verb(
        finding.certainty,
        "tell",
        plural=is_plural(finding.x),
        denied=finding.denies,
    )
    short = " as well as the claim says" if finding.denies else ""
    return f"{_in_people(finding)}{finding.x} {verb} {_apart(finding)}{short}"


def _apart(finding: Finding) -> str:
    """As "those with flu from those without, by culture"."""
    condition = inside(finding.outcome) or "the condition"
    reference = other_named(finding.comparator)
    by = f" (by {reference})" if reference else ""
    return f"those with {condition} from those without{by}"


# --- what is open ---


def _not_settled(finding: Finding) -> str:
    open_ = f"it is not settled {_whether(finding)}"
    if finding.because == CantSay.NO_MARGIN:
        good = finding.asserts == Asserts.AT_LEAST_AS_GOOD
        still = "equally good" if good else "little"
        return f"no margin says what still counts as {still}, so {open_}" + _number(
            finding
        )
    found = finding.figure
    if found is None or not found.limits:
        return f"{open_}{_number(finding)}"
    if finding.kind == ClaimKind.PREVALENCE:
        limits = f"{_percent(found.low or 0)} to {_percent(found.high or 0)} %"
        return f"{open_}: results fit anything from {limits}"
    fits = f"results fit anything from {found.limits}"
    return f"{open_}: {fits} ({found.estimate_in_words}, 95 % CI)"


def _whether(finding: Finding) -> str:
    """As "whether statins change the risk of stroke in adults compared with diet"."""
    if finding.kind == ClaimKind.PREVALENCE:
        return _how_many(finding)
    where = _in_people(finding).removesuffix(", ")
    where = f" {where}" if where else ""
    plural = is_plural(finding.x)
    if finding.kind == ClaimKind.DIAGNOSIS:
        verb = "tell" if plural else "tells"
        where = f",{where}" if where else ""
        return f"how well {finding.x} {verb} {_apart(finding)}{where}"
    if _is_association(finding):
        verb = "go with" if plural else "goes with"
        return f"whether {finding.x} {verb} {_a('different', finding.y)}{where}"
    if finding.asserts == Asserts.AT_LEAST_AS_GOOD:
        verb = "are" if plural else "is"
        other = _other_for(finding)
        return f"whether {finding.x} {verb} at least as good as {other}{where}"
    verb = "change" if plural else "changes"
    return f"whether {finding.x} {verb} {finding.y}{where}{_against(finding)}"


def _of_what(finding: Finding) -> str:
    """What very uncertain evidence is about; its number stands in the table alone."""
    if finding.kind in (ClaimKind.PREVALENCE, ClaimKind.DIAGNOSIS):
        return _whether(finding)
    where = _in_people(finding).removesuffix(", ")
    where = f" {where}" if where else ""
    if _is_association(finding):
        return f"the association of {finding.x} with {finding.y}{where}"
    return f"the effect of {finding.x} on {finding.y}{where}{_against(finding)}"


# --- harms that are counted ---


def _counts(events: int, people: int, finding: Finding) -> str:
    """As "3 of 210 people had bleeding within a year", and what none leaves open."""
    name = inside(finding.outcome) or "it"
    time = inside(finding.followed).removeprefix("within ")
    within = f" within {time}" if time else ""
    counted = f"{events:,} of {people:,} people had {name}{within}"
    if events:
        return counted
    return f"{counted}; up to {_upper(people)} in 100 can’t be ruled out"


def _upper(people: int) -> str:
    """The upper 95 % limit of a risk where none of so many had it, rounded up."""
    per_100 = 100 * (1 - 0.05 ** (1 / people))
    digits = max(0, -math.floor(math.log10(per_100)))
    return f"{round(math.ceil(per_100 * 10**digits - 1e-9) / 10**digits, digits):g}"


# --- pieces ---


def _is_association(finding: Finding) -> bool:
    return finding.kind in (ClaimKind.ASSOCIATION, ClaimKind.PROGNOSIS)


def _in_people(finding: Finding) -> str:
    people = people_named(finding.population)
    return f"in {people}, " if people else ""


def _against(finding: Finding) -> str:
    return f"{compared_with(finding.comparator)}{at_time(finding.time)}"


def _number(finding: Finding) -> str:
    if finding.figure is None or finding.kind == ClaimKind.PREVALENCE:
        return ""
    return f" ({finding.figure.in_words})"
