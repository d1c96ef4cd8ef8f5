"""How a claim stands to another, told from the words of their questions alone.

The questions share their intervention, their outcome or both. Plain Python: it only
proposes; how two claims stand to each other is for a person to say.
"""

import re
from collections.abc import Iterable, Mapping

from claims.likeness.stems import stem
from claims.models import Claim
from claims.words import Asserts
from texts.titles import fold
from texts.words import Words


class Place(Words):
    """Where another claim stands, seen from one."""

    SAME = "same", "The same in other words"
    NARROWER = "narrower", "Narrower"
    BROADER = "broader", "Broader"
    OPPOSED = "opposed", "Opposed"
    WHOLE = "whole", "What this is a part of"
    PART = "part", "Its parts"
    BESIDE = "beside", "Same intervention and outcome, otherwise different"
    OTHER_OUTCOME = "other_outcome", "Same intervention, another outcome"
    OTHER_INTERVENTION = "other_intervention", "Same outcome, another intervention"


_WORD = re.compile(r"[^\W_]+")
_ANYONE = frozenset({"any", "anyone", "anybody", "anything", "all", "people"})
# With these one text may be wider than another for all that it says more.
_TURNING = frozenset({"and", "or", "not", "no", "non", "except", "excluding"})
_NARROWED_BY = ("population", "comparator", "size", "dose", "time_frame", "subgroup")
_UNEQUAL = frozenset({Asserts.RAISES, Asserts.LOWERS})
_EQUAL = frozenset({Asserts.LITTLE_OR_NO, Asserts.ABSENT})
_AGAINST = frozenset(
    frozenset(pair)
    for pair in (
        (Asserts.RAISES, Asserts.LOWERS),
        (Asserts.EXISTS, Asserts.ABSENT),
        (Asserts.BETTER_THAN, Asserts.LITTLE_OR_NO),
        *((unequal, equal) for unequal in _UNEQUAL for equal in _EQUAL),
    )
)


def place_of(
    other: Claim, claim: Claim, *, same_intervention: bool, same_outcome: bool
) -> Place:
    """Where ``other`` stands to ``claim``, with which it shares one or both."""
    if not same_outcome:
        return Place.OTHER_OUTCOME
    if not same_intervention:
        return Place.OTHER_INTERVENTION
    wider = _wider(_elements(other), _elements(claim))
    if other.kind != claim.kind or wider is None:
        return Place.BESIDE
    if _opposed(other, claim):
        return Place.OPPOSED
    if _way(other) != _way(claim) or claim.asserts == Asserts.NOT_SET:
        return Place.BESIDE
    return wider


def _way(claim: Claim) -> tuple[str, bool]:
    return claim.asserts, claim.negated


def _opposed(one: Claim, other: Claim) -> bool:
    """Whether two claims cannot both be right; of claims that deny, only the plain."""
    if one.asserts == other.asserts:
        return one.asserts != Asserts.NOT_SET and one.negated != other.negated
    against = frozenset({one.asserts, other.asserts}) in _AGAINST
    return against and not (one.negated or other.negated)


def _elements(claim: Claim) -> dict[str, frozenset[str]]:
    """What narrows a claim's question, as stems; empty where it is open."""
    return {name: _stems(getattr(claim, name)) for name in _NARROWED_BY}


def _stems(text: str) -> frozenset[str]:
    words = _WORD.findall(fold(text))
    return frozenset(stem(word) for word in words if word not in _ANYONE)


def _wider(
    other: Mapping[str, frozenset[str]], own: Mapping[str, frozenset[str]]
) -> Place | None:
    """Whether another question is the same, narrower or broader; None for neither."""
    pairs = [(other[name], own[name]) for name in _NARROWED_BY]
    if any((theirs ^ ours) & _TURNING for theirs, ours in _differing(pairs)):
        return None
    if all(theirs >= ours for theirs, ours in pairs):
        return Place.NARROWER if any(a > b for a, b in pairs) else Place.SAME
    if all(theirs <= ours for theirs, ours in pairs):
        return Place.BROADER
    return None


def _differing(
    pairs: Iterable[tuple[frozenset[str], frozenset[str]]],
) -> list[tuple[frozenset[str], frozenset[str]]]:
    """The elements that both questions name, each with other words."""
    return [(a, b) for a, b in pairs if a and b and a != b]
