"""The figures of a pooled line: by counts where events are rare, else by REML."""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from evidence.facts.pooled_lines import Beside
from evidence.facts.rows import Row
from studies.figures import figure, interval
from studies.heterogeneity import i2_from_q
from studies.pooling import Pooled, pool, without_weight
from studies.rare_events import is_rare, mantel_haenszel, peto, suits_peto

HETEROGENEITY = ("tau2", "i2", "q", "q_df", "q_p")
FIGURES = ("estimate", "ci_low", "ci_high", "pi_low", "pi_high", *HETEROGENEITY)
TOO_FEW = "fewer than two studies are left to pool"
TOO_FAR = "the results lie too far apart to be pooled"
ONE_ARM = "all events are in one group, so that no ratio can be pooled"
NO_COUNTS = (
    "Events are rare, and not every study gives its counts, which Mantel–Haenszel "
    "needs. Where a group has no events, one half was added to its study’s counts."
)


class Estimated(NamedTuple):
    """The figures of a line by name, and by item why a row has no weight."""

    figures: dict[str, Any]
    silent: dict[int, str]


def estimate(rows: Sequence[Row], notes: Iterable[str]) -> Estimated:
    """Pool rows of one measure, each a study.

    Mantel–Haenszel, of the counts as they are, where events are rare; else random
    effects by restricted maximum likelihood. Where fewer than two studies have a
    weight, or arithmetic ends, the figures are None and say why.
    """
    tables = [row.table for row in rows if row.table]
    rare = bool(tables) and is_rare(tables)
    if rare and len(tables) == len(rows):
        return _by_counts(rows, notes)
    silent = {row.item.item: without_weight(row.effect) for row in rows}
    silent = {item: why for item, why in silent.items() if why}
    weighed = [row for row in rows if row.item.item not in silent]
    if len(weighed) < 2:
        return Estimated(_none(len(weighed), TOO_FEW), silent)
    notes = (*notes, NO_COUNTS) if rare else notes
    return Estimated(_figures(weighed, pool(_effects(weighed)), notes), silent)


def _effects(rows: Sequence[Row]) -> list:
    return [row.effect for row in rows]


# --- rare events ---


def _by_counts(rows: Sequence[Row], notes: Iterable[str]) -> Estimated:
    measure = rows[0].effect.measure
    silent = {
        row.item.item: " ".join(row.effect.notes)
        for row in rows
        if not row.effect.estimable
    }
    weighed = [row for row in rows if row.item.item not in silent]
    if len(weighed) < 2:
        return Estimated(_none(len(weighed), TOO_FEW), silent)
    tables = [row.table for row in weighed]
    try:
        result = mantel_haenszel(tables, measure)
    except ValueError:
        return Estimated(_none(0, ONE_ARM), silent)
    also = [peto(tables)] if suits_peto(tables) else []
    return Estimated(_figures(weighed, result, notes, also), silent)


# --- as facts ---


def _figures(
    rows: Sequence[Row],
    result: Pooled,
    notes: Iterable[str],
    also: Sequence[Pooled] = (),
) -> dict[str, Any]:
    low, high = result.deciding_ci
    prediction = result.shown_prediction or (None, None)
    limits = (result.estimate, low, high, *prediction)
    if not all(math.isfinite(limit) for limit in limits if limit is not None):
        return _none(0, TOO_FAR)
    spread = {name: getattr(result, name) for name in HETEROGENEITY}
    if spread["i2"] is None:
        spread["i2"] = i2_from_q(result.q, result.q_df)
    others = [*_other_interval(result), *map(_other_pool, also)]
    beside = [one for one in others if math.isfinite(one.high)]
    weights = zip((row.item.item for row in rows), result.weights, strict=True)
    return {
        "k": result.k,
        **dict(zip(FIGURES, (*limits, *spread.values()), strict=True)),
        "method": _method(result),
        "weights": {str(item): weight for item, weight in sorted(weights)},
        "in_words": in_words(result, spread["i2"]),
        "notes": (*notes, *map(_beside_words, beside), *_own_notes(result)),
        "beside": tuple(beside),
    }


def _none(k: int, why: str) -> dict[str, Any]:
    return {
        **dict.fromkeys(FIGURES),
        "k": k,
        "method": "not pooled",
        "weights": {},
        "in_words": why,
        "notes": (),
        "beside": (),
    }


def _is_by_counts(result: Pooled) -> bool:
    return result.tau2 is None


def _method(result: Pooled) -> str:
    if _is_by_counts(result):
        return f"fixed effect, {result.method}"
    way = "Wald" if result.wald_decides else "Hartung–Knapp"
    return f"random effects, {result.method}, {way}"


def _own_notes(result: Pooled) -> tuple[str, ...]:
    if not _is_by_counts(result):
        return result.notes
    return (
        "Events are rare: Mantel–Haenszel decides. It pools the counts as they are and "
        "adds no half to an empty cell.",
        "I² from Q.",
    )


def _other_interval(result: Pooled) -> Iterator[Beside]:
    """Hartung–Knapp's interval, where it is not the one to read."""
    if result.wald_decides and not _is_by_counts(result):
        yield Beside("Hartung–Knapp", result.estimate, *result.shown_ci)


def _other_pool(result: Pooled) -> Beside:
    return Beside(result.method, result.estimate, *result.shown_ci)


def _beside_words(beside: Beside) -> str:
    low, high = figure(beside.low), figure(beside.high)
    if beside.method == "Hartung–Knapp":
        return (
            "Wald’s interval is read, as with two studies or where τ² is 0 "
            f"Hartung–Knapp’s says too little: it is {low} to {high}."
        )
    found = interval(beside.estimate, beside.low, beside.high)
    return f"{beside.method}’s method suits too, and finds {found}."


def in_words(result: Pooled, i2: float | None) -> str:
    """As "RR 0.38 (0.19 to 0.74); prediction interval 0.07 to 2.02; I² 90 %"."""
    words = f"{result.measure.symbol} {interval(result.estimate, *result.deciding_ci)}"
    if result.shown_prediction:
        low, high = result.shown_prediction
        words += f"; prediction interval {figure(low)} to {figure(high)}"
    if i2 is not None:
        words += f"; I² {i2:.0f} %"
    return words
