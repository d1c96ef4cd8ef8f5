"""Outcomes of which one is what the other is not: survival and death, read as one.

Whoever has not the one has the other, so that a result of one is pooled with those of
the other by its counts turned round. A ratio of risks is never turned: the risk ratio
of survival is no one over that of death.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from evidence.facts.declared import ItemFacts
from studies.combining import Counted, complement
from studies.results.effects import counts_of, printed_first
from studies.words import Better, Direction
from texts.titles import same_however_typed

_TURNED = {Better.HIGHER: Better.LOWER, Better.LOWER: Better.HIGHER}
_OTHER_WAY = {
    Direction.HIGHER: Direction.LOWER,
    Direction.LOWER: Direction.HIGHER,
}


class Turned(NamedTuple):
    """Results as they are pooled, and by item what was turned round."""

    items: tuple[ItemFacts, ...]
    notes: dict[int, str]


def turned(items: Iterable[ItemFacts], outcome: str, complement_of: str) -> Turned:
    """The results with complements of an outcome read as that outcome, where they can.

    ``outcome`` is what the claim asks about, and ``complement_of`` what that is the
    complement of, empty where of none. Results of the other of two outcomes are turned
    where they have both groups' counts; the others stay what they are.
    """
    known = tuple(items)
    others = _others(known, outcome, complement_of)
    found: list[ItemFacts] = []
    notes: dict[int, str] = {}
    for item in known:
        into = others.get(same_however_typed(item.result.outcome), "")
        if not into or not _has_counts(item):
            found.append(item)
            continue
        found.append(_complement(item, into))
        notes[item.item] = (
            f"{item.study.label}: of {item.result.outcome} it counts those without, as "
            f"{into}."
        )
    return Turned(tuple(found), notes)


def _others(
    items: tuple[ItemFacts, ...], outcome: str, complement_of: str
) -> dict[str, str]:
    """By outcome that is to be turned, the one it is turned into."""
    pairs = {
        (item.result.outcome, item.result.complement_of)
        for item in items
        if item.result.complement_of
    }
    if complement_of:
        pairs.add((outcome, complement_of))
    measured = {same_however_typed(item.result.outcome) for item in items}
    asked = same_however_typed(outcome)
    others = {}
    for one, whole in sorted(pairs):
        own, its = same_however_typed(one), same_however_typed(whole)
        if asked == own:
            others[its] = one
        elif asked == its or its in measured:
            others[own] = whole
    return others


def _has_counts(item: ItemFacts) -> bool:
    own = printed_first(item.result, item.study.design)
    return not own and counts_of(item.result) is not None


def _complement(item: ItemFacts, outcome: str) -> ItemFacts:
    """The result of those without the event."""
    result = item.result
    groups = [
        complement(
            Counted(getattr(result, f"events_{n}"), getattr(result, f"total_{n}"))
        )
        for n in (1, 2)
    ]
    return replace(
        item,
        result=replace(
            result,
            outcome=outcome,
            complement_of="",
            outcome_better=_TURNED.get(result.outcome_better, result.outcome_better),
            direction=_OTHER_WAY.get(result.direction, result.direction),
            events_1=int(groups[0].events),
            events_2=int(groups[1].events),
            estimate=None,
            ci_low=None,
            ci_high=None,
        ),
    )
