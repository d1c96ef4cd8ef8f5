"""The pooled line under an evidence table, one for each group of designs."""

import math
from collections.abc import Iterable
from typing import Any

from bibliography.notices.models import retraction_stands
from evidence.facts.declared import (
    ItemFacts,
    PooledLine,
    ResultFacts,
    StudyLink,
    Unpooled,
)
from evidence.facts.standing_on import NUMBERS
from evidence.judged import noted
from studies.designs import REVIEWS, DesignGroup, design_group
from studies.effects import Effect
from studies.figures import figure, interval
from studies.models import Result
from studies.pooling import Pooled, pool, without_weight

Item = tuple[ItemFacts, Effect]
HETEROGENEITY = ("tau2", "i2", "q", "q_df", "q_p")
FIGURES = ("estimate", "ci_low", "ci_high", "pi_low", "pi_high", *HETEROGENEITY)


def pooled(items: Iterable[ItemFacts]) -> tuple[PooledLine, ...]:
    """Pool the included results that were read at their source, designs apart.

    Only results of one outcome and one measure are pooled together; retracted studies
    are left out and named; fewer than two studies are not pooled. A review's own
    estimate is not pooled with single studies.
    """
    lines = []
    for (designs, outcome, metric), members in _alike(items).items():
        figures = _line(members)
        if figures is not None:
            line = PooledLine(
                designs=designs,
                designs_words=DesignGroup(designs).label,
                outcome=outcome,
                metric=metric,
                **figures,
            )
            lines.append(line)
    return tuple(lines)


def _alike(items: Iterable[ItemFacts]) -> dict[tuple[str, str, str], list[ItemFacts]]:
    alike: dict[tuple[str, str, str], list[ItemFacts]] = {}
    for item in items:
        group = _pooled_in(item)
        if group:
            key = (group, item.result.outcome, item.result.metric)
            alike.setdefault(key, []).append(item)
    return dict(sorted(alike.items(), key=lambda pair: pair[0][0] != "randomised"))


def _pooled_in(item: ItemFacts) -> DesignGroup | None:
    """The designs an item is pooled with; None for what is never pooled."""
    study, result = item.study, item.result
    if (
        item.decision == "included"
        and result
        and result.provenance in Result.Provenance.at_source()
        and result.contrast != Result.Contrast.BEFORE_AFTER
        and study.design not in REVIEWS
        and not result.pooled_studies
    ):
        return design_group(study.design, study.allocation)
    return None


def _line(items: list[ItemFacts]) -> dict[str, Any] | None:
    """What is pooled of alike results, and what is not and why.

    Where too few are left because some are retracted, the line stays and says so.
    """
    told = [(item, _effect(item.result)) for item in items]
    whole = [(item, effect) for item, effect in told if effect is not None]
    used = [pair for pair in whole if not pair[0].study.is_retracted]
    if len(whole) < 2:
        return None
    silent = [
        _unpooled(item, why) for item, effect in used if (why := without_weight(effect))
    ]
    weighed = [pair for pair in used if not without_weight(pair[1])]
    return {
        **_facts(weighed),
        "not_estimable": tuple(silent),
        "left_out": _labels(item for item in items if item.study.is_retracted),
        "without_numbers": _labels(item for item, effect in told if effect is None),
        "from_retracted": _labels(item for item, _ in used if _source_retracted(item)),
    }


def _unpooled(item: ItemFacts, why: str) -> Unpooled:
    study = item.study
    link = StudyLink(study.id, study.label, study.year, study.address)
    return Unpooled(item.item, link, why)


def _source_retracted(item: ItemFacts) -> bool:
    """Whether the review or data set that reported a result is retracted."""
    source = item.result.compiled_from
    return bool(source) and retraction_stands(noted(source.notices))


def _labels(items: Iterable[ItemFacts]) -> tuple[str, ...]:
    return tuple(item.study.label for item in items)


def _effect(result: ResultFacts) -> Effect | None:
    names = ("metric", *NUMBERS)
    return Result(**{name: getattr(result, name) for name in names}).effect()


def _facts(used: list[Item]) -> dict[str, Any]:
    if len(used) < 2:
        return _without_figures(len(used), "fewer than two studies are left to pool")
    result = pool([effect for _, effect in used])
    low, high = result.shown_ci
    prediction = result.shown_prediction or (None, None)
    limits = (result.estimate, low, high, *prediction)
    if any(math.isinf(limit) for limit in limits if limit is not None):
        return _without_figures(0, "the results lie too far apart to be pooled")
    figures = (*limits, *(getattr(result, name) for name in HETEROGENEITY))
    return {
        "k": result.k,
        **dict(zip(FIGURES, figures, strict=True)),
        "method": f"random effects, {result.method}, {_interval_words(result)}",
        "weights": {
            str(item.item): weight
            for (item, _), weight in zip(used, result.weights, strict=True)
        },
        "in_words": in_words(result),
        "notes": tuple(result.notes),
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
    return "Hartung–Knapp" if result.interval.startswith("HK") else result.interval


def in_words(result: Pooled) -> str:
    """As "RR 0.38 (0.20 to 0.70); prediction interval 0.07 to 1.98; I² 90 %"."""
    words = f"{result.measure.symbol} {interval(result.estimate, *result.shown_ci)}"
    if result.shown_prediction:
        low, high = result.shown_prediction
        words += f"; prediction interval {figure(low)} to {figure(high)}"
    if result.i2 is not None:
        words += f"; I² {result.i2:.0f} %"
    return words
