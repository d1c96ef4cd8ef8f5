"""Groups of one study made into one, so that the study counts once in a pool.

Sources: Cochrane Handbook 6.5.2.10 (means and deviations of groups), 23.3.4 (several
arms on one control). Figures are tested against the formulas in R.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

from studies.effects import Effect
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "pooling.combining",
        "Several groups of one study on one control are made into one, so that "
        "its people count once.",
        RuleEffect.DECIDES,
        "Cochrane Handbook, 6.5.2.10 and 23.3.4",
    ),
)


class Counted(NamedTuple):
    """Events among the people of a group."""

    events: float
    total: float


class Measured(NamedTuple):
    """Mean and standard deviation of the people of a group."""

    mean: float
    sd: float
    total: float


def combined_counts(groups: Sequence[Counted]) -> Counted:
    """Several groups of different people as one: events and people added."""
    return Counted(
        math.fsum(group.events for group in groups),
        math.fsum(group.total for group in groups),
    )


def combined_means(groups: Sequence[Measured]) -> Measured:
    """Several groups of different people as one, as if all values were known.

    The deviation holds what the groups vary within and what their means differ by.
    Raises ValueError for fewer than two people.
    """
    total = math.fsum(group.total for group in groups)
    if total < 2:
        raise ValueError(f"A deviation needs at least two people, got {total:g}.")
    mean = math.fsum(group.total * group.mean for group in groups) / total
    within = math.fsum((group.total - 1) * group.sd**2 for group in groups)
    between = math.fsum(group.total * (group.mean - mean) ** 2 for group in groups)
    return Measured(mean, math.sqrt((within + between) / (total - 1)), total)


def combined_effects(effects: Sequence[Effect]) -> Effect:
    """Effects in different people of one study as one, weighed by a fixed effect.

    One that is not estimable or has no variance says nothing here; where all are so,
    the first is handed back. Raises ValueError for none, or for different measures.
    """
    if len({effect.measure for effect in effects}) != 1:
        raise ValueError("Effects are combined of one measure.")
    usable = [effect for effect in effects if effect.y is not None and effect.v]
    if not usable:
        return effects[0]
    weight = math.fsum(1 / effect.v for effect in usable)
    y = math.fsum(effect.y / effect.v for effect in usable) / weight
    return Effect(effects[0].measure, y, 1 / weight)


def complement(group: Counted) -> Counted:
    """Those without the event: survivors of deaths. A risk ratio of it is no 1 / RR."""
    return Counted(group.total - group.events, group.total)
