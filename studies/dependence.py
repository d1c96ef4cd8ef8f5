"""Effects of people who are not independent: in clusters, or compared with themselves.

Taken for independent, they would count for more (clusters) or for less (pairs) than
they may. Sources: Cochrane Handbook 23.1 (clusters), 23.2 (crossover); Elbourne 2002.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from studies.effects import Effect, Measure, paired_mean_difference
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "pooling.dependence",
        "People in clusters count by their intracluster correlation, and those "
        "compared with themselves by a correlation that is marked where it is "
        "borrowed.",
        RuleEffect.DECIDES,
        "Cochrane Handbook, 23.1 and 23.2; Elbourne 2002",
    ),
)


USUAL_R = 0.5  # taken where nobody reports how a person's two values correlate
OTHER_R = (0.3, 0.7)  # shown beside


def design_effect(cluster_size: float, icc: float) -> float:
    """By how much variances grow in clusters of a mean size: 1 + (m − 1) · ICC."""
    if not (math.isfinite(cluster_size) and cluster_size >= 1):
        raise ValueError(f"A cluster has at least one member, got {cluster_size}.")
    if not 0 <= icc <= 1:
        raise ValueError(f"An intracluster correlation is 0 to 1, got {icc}.")
    return 1 + (cluster_size - 1) * icc


def in_clusters(
    effect: Effect, *, cluster_size: float, icc: float, borrowed: bool = False
) -> Effect:
    """An effect that took people for independent, with the variance of clusters.

    ``borrowed`` is whether the correlation is another study's, which is noted.
    """
    factor = design_effect(cluster_size, icc)
    if effect.v is None:
        return effect
    note = f"In clusters of {cluster_size:g}: variance × {factor:.3g} (ICC {icc:g}"
    note += ", borrowed from another study)." if borrowed else ")."
    return replace(effect, v=effect.v * factor, notes=(*effect.notes, note))


@dataclass(frozen=True)
class PairedDifference:
    """A difference within people; where r was assumed, as others would make it."""

    effect: Effect
    assumed: bool
    at_other_r: dict[float, Effect]


def paired_difference(
    mean1: float, sd1: float, mean2: float, sd2: float, n: float, r: float | None = None
) -> PairedDifference:
    """The mean difference within the same n people (both sides of a face, crossover).

    ``r`` is the correlation of a person's two values. Where it is not known 0.5 is
    taken and said so, and what 0.3 and 0.7 would make of it is handed back as well.
    """
    numbers = (mean1, sd1, mean2, sd2, n)
    if r is not None:
        return PairedDifference(paired_mean_difference(*numbers, r), False, {})
    effect = paired_mean_difference(*numbers, USUAL_R)
    note = f"Its correlation is not reported: {USUAL_R} was assumed."
    others = {other: paired_mean_difference(*numbers, other) for other in OTHER_R}
    return PairedDifference(replace(effect, notes=(*effect.notes, note)), True, others)


def correlation_of_values(sd1: float, sd2: float, sd_difference: float) -> float:
    """How a person's two values correlate, from the deviation of the difference.

    Raises ValueError where no correlation makes such a deviation.
    """
    if not (sd1 > 0 and sd2 > 0 and sd_difference >= 0):
        raise ValueError("Deviations of values are above 0, of a difference 0 or more.")
    r = (sd1**2 + sd2**2 - sd_difference**2) / (2 * sd1 * sd2)
    if not -1 <= r <= 1:
        raise ValueError(f"These deviations do not fit together: r would be {r:.3g}.")
    return r


def discordant_pairs(only_first: float, only_second: float) -> Effect:
    """The odds ratio of pairs with a yes on one side alone; both alike say nothing.

    A zero adds one half to both; no such pair at all is not estimable.
    """
    if not (only_first >= 0 and only_second >= 0):
        raise ValueError("Numbers of pairs are 0 or more.")
    if only_first == only_second == 0:
        note = "No pair differs between its sides: not estimable."
        return Effect(Measure.OR, None, None, (note,))
    notes: tuple[str, ...] = ("From discordant pairs.",)
    if 0 in (only_first, only_second):
        only_first, only_second = only_first + 0.5, only_second + 0.5
        notes += ("A kind of pair was missing: one half was added to both.",)
    y = math.log(only_first / only_second)
    return Effect(Measure.OR, y, 1 / only_first + 1 / only_second, notes)


def paired_risk_difference(only_first: float, only_second: float, n: float) -> Effect:
    """The risk difference within n pairs, from those with a yes on one side alone."""
    discordant = only_first + only_second
    if not (only_first >= 0 and only_second >= 0 and n > 0 and discordant <= n):
        raise ValueError("Pairs that differ are 0 or more, and no more than all.")
    y = (only_first - only_second) / n
    return Effect(Measure.RD, y, discordant / n**2 - y**2 / n, ("Paired values.",))
