"""Whether a sentence is a claim, by a scored grammar, and of which kind, as learnt.

Of the rules of ``rules/claims.toml`` that hold for a kind the best one counts, and half
of the next; headings above add theirs. Words of health alone make a claim of a sentence
that has two of them, or one and a number, or one and a verb that tells of anybody at
any time; standing behind a claim counts as one where it tells of no person. What tells
no kind goes on with the claim before it. Clauses of advice, scene-setting and their
like (``exclusions.toml``) are left out first, unless they assert a risk, a frequency or
the state of the evidence. Which kind a claim is, and whether it is one after all, is
then weighed by what was learnt (``learnt/``) of what the rules tell, of its words, and
of the claims beside it; the kind that rules are sure of counts for more.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from articles.reading.document import SuggestedKind
from articles.reading.suggesting.clauses import (
    clauses,
    is_clause,
    may_assert,
    what_is_said,
)
from articles.reading.suggesting.contexts import Context
from articles.reading.suggesting.learnt import NO_CLAIM, likelihoods
from articles.reading.suggesting.learnt.words import features_of_words
from articles.reading.suggesting.rules import (
    LOOKOUT,
    Pattern,
    Rule,
    holding,
    holding_of,
    load_rules,
    may_hold,
)
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "suggesting.claims",
        "Sentences that may be claims are suggested by rules about their words and "
        "what stands around them.",
        RuleEffect.PROPOSES,
        "Footing",
    ),
    RuleEntry(
        "suggesting.kinds",
        "A suggested claim’s kinds, if any, are the likeliest by weights, learnt from "
        "sentences of our own, of what these rules tell and of its words.",
        RuleEffect.PROPOSES,
        "Footing",
    ),
)


Points = Counter[SuggestedKind]

ENOUGH = 3  # points from which a sentence is a claim
STRONG = 5  # points of a kind from which words without a verb are one
SECOND_AT_LEAST = 3  # points of a second kind …
SECOND_SHARE = 0.65  # … and how much of the first kind's
SURE_SHARE = 0.8  # … the same where the first kind is seldom mistaken
FIRST_AT_LEAST = 2  # points of a kind that is not guessed
HARM_HEADING = 4  # points that a heading on harms gives
HARM_AT_LEAST = 5  # points from which a harm is told of as a second kind
_HEALTH_POINTS = 1.5  # for each word of health, of which so many count:
_MOST_HEALTH_WORDS = 2
_FOLLOWS_POINTS = 1.5  # for standing behind a claim and speaking of no person
_FEWEST_WORDS = 3
_MOST_RULES = 2  # that count for a kind
LIKELY = 0.05  # from which the next likely kind is told, where not too many are …
MOST_SECOND = 1 / 3  # … of an article's claims
HARM_COUNTS = 1.25  # for more, as a second kind: no other may hide it
HARM_AHEAD = 0.15  # by which a harm is likelier than the next kind, to be the first
BESIDE = 0.3  # how much the claims beside one tell of it …
BESIDE_LEAST = 0.1  # … and what a kind has at least that none of them has
SURE_POINTS = 5  # of a kind, from which the rules' word counts for more …
SURE_ODDS = 2  # … by so much
SURELY_NONE = 0.4  # from which a sentence is no claim, whatever the rules tell
_MOST_POINTS, _POINTS_UNIT, _ABOVE_UNIT = 16, 8, 4  # of points, as learnt from

_PERSONAL = Pattern(r"\b{personal}\b")
_TREATMENT = Pattern(r"\b{treatment}\b")
_HEALTH = Pattern(
    r"\b(?:{ailment}|{reaction}|{treatment}|{biology}|{body}|{outcome}|{harm})\b"
)

# Which kind names a sentence when two have equal points.
_ORDER = (
    SuggestedKind.SAFETY,
    SuggestedKind.EVIDENCE_STATE,
    SuggestedKind.REGULATORY,
    SuggestedKind.RECOMMENDATION,
    SuggestedKind.DIAGNOSIS,
    SuggestedKind.PROGNOSIS,
    SuggestedKind.PREVALENCE,
    SuggestedKind.ASSOCIATION,
    SuggestedKind.COMPARISON,
    SuggestedKind.DEFINITION,
    SuggestedKind.MECHANISM,
    SuggestedKind.EFFICACY,
    SuggestedKind.PRACTICAL,
)


# Words of effects are general: they tell nothing beside what is told in clearer ones.
_GENERAL = {SuggestedKind.EFFICACY, SuggestedKind.MECHANISM}
_CLEAR = {
    SuggestedKind.ASSOCIATION,
    SuggestedKind.DIAGNOSIS,
    SuggestedKind.PROGNOSIS,
    SuggestedKind.RECOMMENDATION,
    SuggestedKind.REGULATORY,
}
_SURE = {SuggestedKind.SAFETY, SuggestedKind.MECHANISM, SuggestedKind.DEFINITION}
# Which kind is told of beside one that is only guessed.
_BESIDE = {
    SuggestedKind.EFFICACY: SuggestedKind.SAFETY,
    SuggestedKind.DEFINITION: SuggestedKind.MECHANISM,
    SuggestedKind.ASSOCIATION: SuggestedKind.SAFETY,
    SuggestedKind.PREVALENCE: SuggestedKind.SAFETY,
    SuggestedKind.RECOMMENDATION: SuggestedKind.SAFETY,
}


@dataclass(frozen=True, slots=True)
class Told:
    """What the rules tell of a sentence that is a claim."""

    text: str  # without its opener and its speaker
    kinds: tuple[SuggestedKind, ...]  # best first, at most two
    points: Points
    rules: tuple[str, ...]  # those that gave points
    context: Context
    listed: bool = False  # a list's item, whose kind the line above it tells


@dataclass(frozen=True, slots=True)
class Likely:
    """What was learnt tells of a sentence."""

    kinds: tuple[SuggestedKind, ...]  # best first, at most two; empty for no claim
    doubt: float  # how likely it is no claim, from 0 to 1
    second: float = 0.0  # how likely the second kind is, a harm counting for more


def claim_kinds(text: str, context: Context | None = None) -> tuple[SuggestedKind, ...]:
    """Return what a sentence claims, best first, at most two; empty for no claim."""
    told = told_by_rules(text, context or Context())
    return _likely(told, _shares(told)).kinds if told else ()


def told_by_rules(text: str, context: Context) -> Told | None:
    """Return what the rules tell of a sentence, or None for no claim."""
    text = what_is_said(text)
    excluding = list(holding("exclusions", text))
    if any(rule.whole for rule in excluding):
        return None
    if context.listed and not excluding:  # "Possible side effects": "Headache"
        points, _, rules = _points(text)
        least = Counter({context.listed: ENOUGH})
        points = _in(context, points | least)
        return Told(text, _ranked(points, text), points, rules, context, listed=True)
    if len(text.split()) < _FEWEST_WORDS:
        return None
    kept = _without_excluded(text) if excluding else text
    points, general, rules = _points(kept)
    if max(points.values(), default=0) < STRONG and not may_assert(text):
        return None
    if context.follows and kept is text and not _PERSONAL.search(text):
        general += _FOLLOWS_POINTS
    if _weight(points) + general < ENOUGH:
        return None
    points = _in(context, points)
    return Told(text, _ranked(points, text, context.follows), points, rules, context)


def told_of(sentence: str) -> Told:
    """Return what the rules tell of a sentence that is known to be a claim."""
    text = what_is_said(sentence)
    points, _, rules = _points(text)
    return Told(text, _ranked(points, text), points, rules, Context())


def likely_kinds(article: Sequence[Told]) -> list[Likely]:
    """Return the likeliest kinds of an article's claims, in order; see ``Likely``.

    Claims of a kind mostly stand together. A second kind is told of a part of the
    claims alone: those where it is likeliest.
    """
    alone = [_shares(told) for told in article]
    found = [
        _likely(
            told,
            _beside(alone[at], [*alone[max(0, at - 1) : at], *alone[at + 1 : at + 2]]),
        )
        for at, told in enumerate(article)
    ]
    claims = [one for one in found if one.kinds]
    seconds = sorted((one.second for one in claims), reverse=True)
    least = [*seconds, 0.0][int(len(claims) * MOST_SECOND)]
    return [
        one if one.second > least else replace(one, kinds=one.kinds[:1])
        for one in found
    ]


def _likely(told: Told, shares: dict[str, float]) -> Likely:
    if told.listed:
        return Likely(told.kinds, 0.0, second=len(told.kinds) - 1)
    shares = dict(shares)
    doubt = shares.pop(NO_CLAIM)
    if doubt >= SURELY_NONE:
        return Likely((), doubt)
    first, second = sorted(shares, key=lambda kind: -shares[kind])[:2]
    harm = SuggestedKind.SAFETY
    if first == harm and shares[first] - shares[second] < HARM_AHEAD:
        first, second = second, first
    if first != harm:
        shares[harm] *= HARM_COUNTS
        second = max(second, harm, key=lambda kind: shares[kind])
    share = shares[second] / (1 - doubt)
    kinds = (SuggestedKind(first), SuggestedKind(second))
    return Likely(kinds[: 1 + (share >= LIKELY)], doubt, share)


def _shares(told: Told) -> dict[str, float]:
    """Return how likely each kind is, and none: as learnt, and as rules are sure."""
    shares = likelihoods(features_of(told))
    if max(told.points.values(), default=0) >= SURE_POINTS:
        shares[told.kinds[0]] *= SURE_ODDS
    total = sum(shares.values())
    return {kind: share / total for kind, share in shares.items()}


def _beside(
    shares: dict[str, float], others: Sequence[dict[str, float]]
) -> dict[str, float]:
    """Return how likely kinds are where others stand beside a claim."""
    if not others:
        return shares
    weighed = {
        kind: share
        * (BESIDE_LEAST + sum(one[kind] for one in others) / len(others)) ** BESIDE
        for kind, share in shares.items()
    }
    total = sum(weighed.values())
    return {kind: share / total for kind, share in weighed.items()}


def features_of(told: Told) -> dict[str, float]:
    """Return what kinds are learnt from: what the rules tell, and the words."""
    found = features_of_words(told.text)
    for kind, points in told.points.items():
        if points:
            found[f"points {kind}"] = min(points, _MOST_POINTS) / _POINTS_UNIT
            found[f"told {kind}"] = 0.5
    for place, kind in zip(("first", "second"), told.kinds, strict=False):
        found[f"{place} {kind}"] = 1.0
    for rule in told.rules:
        found[f"rule {rule}"] = 0.5
    for kind, points in told.context.points.items():
        found[f"above {kind}"] = points / _ABOVE_UNIT
    if told.context.follows:
        found[f"follows {told.context.follows}"] = 0.5
    return found


def _in(context: Context, points: Points) -> Points:
    """Return a sentence's points where it stands.

    Below a heading on harms, how many are affected is how many are harmed.
    """
    harm = SuggestedKind.SAFETY
    points = points + Counter(context.points)
    if context.points.get(harm, 0) >= HARM_HEADING:
        points[harm] += points.pop(SuggestedKind.PREVALENCE, 0)
    return points


def _without_excluded(text: str) -> str:
    """Return a sentence without its clauses of advice, scene-setting and their like."""
    kept = [
        clause for clause in clauses(text) if not _excluding(clause) or _is_firm(clause)
    ]
    return "; ".join(clause for clause in kept if is_clause(clause))


def _excluding(text: str) -> list[Rule]:
    return [rule for rule in holding("exclusions", text) if not rule.whole]


def _is_firm(text: str) -> bool:
    return any(holding_of(_firm_rules(), text))


@cache
def _firm_rules() -> tuple[Rule, ...]:
    return tuple(rule for rule in load_rules("claims") if rule.firm)


@cache
def _rules_by_points() -> tuple[tuple[Rule, ...], tuple[str, ...]]:
    """Return the rules, those of most points first, and their kinds as they come."""
    rules = tuple(sorted(load_rules("claims"), key=lambda rule: -rule.points))
    return rules, tuple(dict.fromkeys(rule.kind for rule in rules))


@lru_cache(maxsize=4096)
def _points(text: str) -> tuple[Points, float, tuple[str, ...]]:
    """Return the points of each kind, those for any kind, and the rules they are of."""
    rules, kinds = _rules_by_points()
    held: dict[str, list[Rule]] = {kind: [] for kind in kinds}
    seen = LOOKOUT.seen(text)
    for rule in may_hold(rules, seen):
        of_kind = held[rule.kind]
        if (len(of_kind) < _MOST_RULES or not rule.kind) and rule.holds(seen):
            of_kind.append(rule)
    general = _HEALTH_POINTS * _health_words(text)
    general += sum(rule.points for rule in held.get("", ()))
    points: Points = Counter()
    for kind, rules in held.items():
        if kind and rules:
            points[SuggestedKind(kind)] = (
                rules[0].points + sum(rule.points for rule in rules[1:]) / 2
            )
    counted = [rule.name for rules in held.values() for rule in rules]
    return points, general, tuple(counted)


def _health_words(text: str) -> int:
    """Count the words for treatments, the body and its complaints, two at most."""
    found: set[str] = set()
    for match in _HEALTH.finditer(text):
        found.add(match[0])
        if len(found) == _MOST_HEALTH_WORDS:
            break
    return len(found)


def _weight(points: Points) -> float:
    """Return the best kind's points and half of the second's."""
    best, second = sorted([*points.values(), 0, 0], reverse=True)[:2]
    return best + second / 2


def _ranked(
    points: Points, text: str, follows: SuggestedKind | None = None
) -> tuple[SuggestedKind, ...]:
    first, *others = sorted(_ORDER, key=lambda kind: -points[kind])
    if points[first] < FIRST_AT_LEAST:
        return _guessed(text, follows)
    second = next(one for one in others if first not in _CLEAR or one not in _GENERAL)
    share = SURE_SHARE if first in _SURE else SECOND_SHARE
    if points[second] >= max(SECOND_AT_LEAST, share * points[first]):
        return first, second
    harm = SuggestedKind.SAFETY  # which no other kind may hide
    if first != harm and points[harm] >= HARM_AT_LEAST:
        return first, harm
    if first is SuggestedKind.COMPARISON:  # what is compared is mostly an effect
        return first, SuggestedKind.EFFICACY
    return (first,)


def _guessed(
    text: str, follows: SuggestedKind | None
) -> tuple[SuggestedKind, SuggestedKind]:
    """Return what words that tell no kind may claim: what the claim before does."""
    treats = _TREATMENT.search(text)
    guess = SuggestedKind.EFFICACY if treats else SuggestedKind.MECHANISM
    goes_on = follows is not SuggestedKind.DEFINITION  # which is said once
    first = follows if follows and goes_on else guess
    beside = _BESIDE.get(first, SuggestedKind.EFFICACY)
    return first, beside if guess == first else guess
