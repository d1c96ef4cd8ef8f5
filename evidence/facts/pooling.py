"""The pooled lines under an evidence table, and what is held out of them.

One line pools what is alike, one result a study. Each included result is in one of
three places, so that none gets lost: it has a weight in a line, or a line names it as
not estimable, or it is held out with the reason.
"""

import math
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, NamedTuple

from bibliography.notices.models import retraction_stands
from evidence.facts.alike import (
    Alike,
    alike,
    alike_words,
    alone_because,
    never_pooled,
)
from evidence.facts.declared import (
    ItemFacts,
    PooledLine,
    ResultFacts,
    StudyLink,
    Unpooled,
)
from evidence.facts.picking import pick
from evidence.facts.standing_on import NUMBERS
from evidence.judged import noted
from studies.designs import DesignGroup
from studies.effects import Effect
from studies.figures import figure, interval
from studies.models import Result
from studies.pooling import Pooled, pool, without_weight
from studies.words import Measured
from texts.durations import days_in

HETEROGENEITY = ("tau2", "i2", "q", "q_df", "q_p")
FIGURES = ("estimate", "ci_low", "ci_high", "pi_low", "pi_high", *HETEROGENEITY)
FAR_APART = 3  # a longest time above so many shortest ones is asked about
TOO_FEW = "fewer than two studies are left to pool"
TOO_FAR = "the results lie too far apart to be pooled"
NO_NUMBERS = "It has no numbers to pool: no interval, nor both groups’ counts or means."
RETRACTED = "Its study is retracted."


class Pooling(NamedTuple):
    """The lines, and the included results that are in none, each with its reason."""

    lines: tuple[PooledLine, ...]
    held_out: tuple[Unpooled, ...]


class Row(NamedTuple):
    """The result that counts for a study in a line, and its effect."""

    item: ItemFacts
    effect: Effect

    @property
    def silent_because(self) -> str:
        """Why it has no weight; empty where it has one."""
        return without_weight(self.effect)


@dataclass
class Members:
    """Results that are alike: one row a study, and what is none; reasons by item."""

    rows: list[Row] = field(default_factory=list)
    retracted: list[ItemFacts] = field(default_factory=list)
    without_numbers: list[ItemFacts] = field(default_factory=list)
    held_out: dict[int, str] = field(default_factory=dict)

    @property
    def weighed(self) -> list[Row]:
        """The rows with a weight, in an order that no row's id decides.

        A sum's last digit depends on the order.
        """
        rows = [row for row in self.rows if not row.silent_because]
        return sorted(rows, key=lambda row: (row.effect.y, row.effect.v))


def pooled(items: Iterable[ItemFacts], asked: str = "") -> Pooling:
    """Pool the included results of a base as far as they may be.

    ``asked`` is the time the claim asks for. Whatever the order of the items, the
    figures are the same to the last digit.
    """
    included = [item for item in items if item.decision == "included" and item.result]
    why = {item.item: never_pooled(item) for item in included}
    classes: dict[Alike, list[ItemFacts]] = {}
    for item in included:
        if not why[item.item]:
            classes.setdefault(alike(item), []).append(item)
    lines = []
    for of in sorted(classes, key=lambda key: (key.designs != "randomised", key)):
        members = _members(classes[of], asked)
        why |= members.held_out
        if len(members.rows) + len(members.retracted) < 2:
            alone = alone_because(of, classes)
            why |= {row.item.item: alone for row in members.rows}
            continue
        line = _line(of, members)
        lines.append(line)
        if not line.weights:
            because = f"{line.in_words.capitalize()}."
            why |= {row.item.item: because for row in members.weighed}
    held_out = (_unpooled(item, why[item.item]) for item in included if why[item.item])
    return Pooling(tuple(lines), tuple(held_out))


def _members(items: Collection[ItemFacts], asked: str) -> Members:
    members = Members()
    in_order = sorted(items, key=_study_order)
    for _, results in groupby(in_order, key=lambda item: item.study.id):
        _add_study(members, list(results), asked)
    return members


def _study_order(item: ItemFacts) -> tuple[int, str, int, int]:
    study = item.study
    return study.year or 0, study.label, study.id, item.result.id


def _add_study(members: Members, results: list[ItemFacts], asked: str) -> None:
    """Sort the results of one study into what each is to the line."""
    if results[0].study.is_retracted:
        members.retracted.append(results[0])
        members.held_out |= {item.item: RETRACTED for item in results}
        return
    effects = {item.item: _effect(item.result) for item in results}
    members.held_out |= {id: NO_NUMBERS for id, one in effects.items() if one is None}
    whole = [item for item in results if effects[item.item] is not None]
    if not whole:
        members.without_numbers.append(results[0])
        return
    picked = pick(whole, asked)
    members.held_out |= {item.item: why for item, why in picked.passed_over}
    if picked.item:
        members.rows.append(Row(picked.item, effects[picked.item.item]))


def _effect(result: ResultFacts) -> Effect | None:
    names = ("metric", *NUMBERS)
    return Result(**{name: getattr(result, name) for name in names}).effect()


# --- a line ---


def _line(of: Alike, members: Members) -> PooledLine:
    """What is pooled of alike results, and what is not and why.

    Where too few are left the line stays, without figures, and says so.
    """
    items = [row.item for row in members.rows] or members.retracted
    first, rows = items[0], members.rows
    silent = [row for row in rows if row.silent_because]
    return PooledLine(
        **_figures(members.weighed, _notes(items)),
        designs=of.designs,
        designs_words=DesignGroup(of.designs).label,
        outcome=first.result.outcome,
        metric=of.metric,
        left_out=_labels(members.retracted),
        without_numbers=_labels(members.without_numbers),
        from_retracted=_labels(item for item, _ in rows if _source_retracted(item)),
        not_estimable=tuple(_unpooled(row.item, row.silent_because) for row in silent),
        comparison=first.result.comparison,
        dose=first.result.dose,
        unit=first.result.outcome_unit if of.unit else "",
        contrast=of.contrast,
        measured=of.measured,
        alike_words=alike_words(of, first),
    )


def _labels(items: Iterable[ItemFacts]) -> tuple[str, ...]:
    return tuple(item.study.label for item in items)


def _unpooled(item: ItemFacts, why: str) -> Unpooled:
    study, result = item.study, item.result
    return Unpooled(
        item=item.item,
        study=StudyLink(study.id, study.label, study.year, study.address),
        outcome=result.outcome,
        time_point=result.time_point,
        in_words=result.in_words,
        why=why,
    )


def _source_retracted(item: ItemFacts) -> bool:
    """Whether the review or data set that reported a result is retracted."""
    source = item.result.compiled_from
    return bool(source) and retraction_stands(noted(source.notices))


def _notes(items: Collection[ItemFacts]) -> Iterator[str]:
    """What a reader may ask of results that are pooled all the same."""
    times = [days_in(item.result.time_point) for item in items]
    known = [days for days in times if days is not None]
    if known and max(known) > FAR_APART * min(known):
        yield "Their times lie far apart: ask whether they belong in one line."
    if {Measured.CHANGE, Measured.FINAL} <= {item.result.measured for item in items}:
        yield "Changes from baseline and final values are pooled together."


def _figures(rows: list[Row], notes: Iterable[str]) -> dict[str, Any]:
    if len(rows) < 2:
        return _without_figures(len(rows), TOO_FEW)
    result = pool([row.effect for row in rows])
    low, high = result.deciding_ci
    prediction = result.shown_prediction or (None, None)
    limits = (result.estimate, low, high, *prediction)
    if not all(math.isfinite(limit) for limit in limits if limit is not None):
        return _without_figures(0, TOO_FAR)
    figures = (*limits, *(getattr(result, name) for name in HETEROGENEITY))
    weights = zip((row.item.item for row in rows), result.weights, strict=True)
    return {
        "k": result.k,
        **dict(zip(FIGURES, figures, strict=True)),
        "method": f"random effects, {result.method}, {_interval_words(result)}",
        "weights": {str(item): weight for item, weight in sorted(weights)},
        "in_words": in_words(result),
        "notes": (*notes, *_beside(result), *result.notes),
    }


def _without_figures(k: int, why: str) -> dict[str, Any]:
    return {
        **dict.fromkeys(FIGURES),
        "k": k,
        "method": "not pooled",
        "weights": {},
        "in_words": why,
        "notes": (),
    }


def _interval_words(result: Pooled) -> str:
    return "Wald" if result.wald_decides else "Hartung–Knapp"


def _beside(result: Pooled) -> Iterator[str]:
    """The interval that is not the one to read, where there are two."""
    if result.wald_decides:
        low, high = result.shown_ci
        yield (
            "Wald’s interval is read, as with two studies or where τ² is 0 "
            f"Hartung–Knapp’s says too little: it is {figure(low)} to {figure(high)}."
        )


def in_words(result: Pooled) -> str:
    """As "RR 0.38 (0.19 to 0.74); prediction interval 0.07 to 2.02; I² 90 %"."""
    words = f"{result.measure.symbol} {interval(result.estimate, *result.deciding_ci)}"
    if result.shown_prediction:
        low, high = result.shown_prediction
        words += f"; prediction interval {figure(low)} to {figure(high)}"
    if result.i2 is not None:
        words += f"; I² {result.i2:.0f} %"
    return words
