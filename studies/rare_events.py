"""Pooling of two-by-two tables where events are rare: Mantel–Haenszel and Peto.

Both weigh tables without a variance of each study's own, so a single zero cell needs
no correction. Sources: Mantel & Haenszel 1959; Greenland & Robins 1985 (risk ratio);
Robins, Breslow & Greenland 1986 (odds ratio); Sato 1989 (risk difference); Yusuf 1985
(Peto). Figures are tested against metafor 3.8-1.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
from scipy.special import chdtrc

from studies.effects import (
    Effect,
    Measure,
    odds_ratio,
    peto_odds_ratio,
    risk_difference,
    risk_ratio,
)
from studies.heterogeneity import Array
from studies.pooling import Pooled, confidence_interval, two_sided_p
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "pooling.rare_events",
        "Where events are rare, counts are pooled by Mantel–Haenszel without a "
        "correction, and Peto’s odds ratio stands beside it.",
        RuleEffect.DECIDES,
        "Mantel and Haenszel 1959; Greenland and Robins 1985; Yusuf 1985",
    ),
)


Table = tuple[float, float, float, float]  # events1, total1, events2, total2
Sums = tuple[float, float]  # estimate on the analysis scale, its variance
RARE = 0.01  # share of arm 2 with an event


def mantel_haenszel(tables: Sequence[Table], measure: str) -> Pooled:
    """Fixed-effect pool of tables (events1, total1, events2, total2).

    `measure` is "rr", "or" or "rd". Tables without events in both arms, or with
    events in everybody, say nothing of a ratio and are left out of one; a risk
    difference counts them. A study's weight is its share of the denominator, so a
    ratio's is 0 where nobody in arm 2 has an event. Raises ValueError for impossible
    counts, another measure, or where no events are left to pool.
    """
    if measure not in _MANTEL_HAENSZEL:
        raise ValueError(f"Mantel–Haenszel pools rr, or and rd, not {measure}.")
    single, combine, weigh = _MANTEL_HAENSZEL[Measure(measure)]
    effects = [single(*table) for table in tables]
    return _pooled(tables, effects, combine, weigh, "Mantel–Haenszel")


def peto(tables: Sequence[Table]) -> Pooled:
    """Fixed-effect pool of Peto's one-step odds ratios; see `mantel_haenszel`.

    For rare events, small effects and arms of similar size only.
    """
    effects = [peto_odds_ratio(*table) for table in tables]
    return _pooled(tables, effects, _peto_sums, _peto_weights, "Peto")


def is_rare(tables: Sequence[Table]) -> bool:
    """Whether events are so rare that Mantel–Haenszel decides.

    They are where a cell is empty, or fewer than 1 % have an event in arm 2 of
    every study: one large study among others does not make events rare.
    """
    return _risk_in_arm_2(tables) < RARE or any(
        0 in (events1, total1 - events1, events2, total2 - events2)
        for events1, total1, events2, total2 in tables
    )


def suits_peto(tables: Sequence[Table]) -> bool:
    """Whether Peto's method may stand beside Mantel–Haenszel's.

    Events are rare, no arm is more than twice as large as the other, and the odds
    ratio lies between 0.5 and 2: outside of these it is biased.
    """
    if _risk_in_arm_2(tables) >= RARE:
        return False
    if not all(0.5 <= total1 / total2 <= 2 for _, total1, _, total2 in tables):
        return False
    estimate = peto(tables).estimate
    return estimate is not None and 0.5 <= estimate <= 2


def _risk_in_arm_2(tables: Sequence[Table]) -> float:
    return max(events2 / total2 for _, _, events2, total2 in tables)


def _pooled(
    tables: Sequence[Table],
    effects: Sequence[Effect],
    combine: Callable[[Array, Array, Array, Array], Sums],
    weigh: Callable[[Array, Array, Array, Array], Array],
    method: str,
) -> Pooled:
    usable = [i for i, effect in enumerate(effects) if effect.estimable]
    if not any(effect.v for effect in effects):
        raise ValueError(f"{method} found no events to pool.")
    counts = np.array([tables[i] for i in usable], dtype=float).T
    a, n1, c, n2 = counts
    with np.errstate(divide="ignore", invalid="ignore"):
        y, variance = combine(a, n1 - a, c, n2 - c)
    if not (math.isfinite(y) and math.isfinite(variance) and variance > 0):
        raise ValueError(f"{method} cannot pool: all events are in one arm.")
    se = math.sqrt(variance)
    q = sum((one.y - y) ** 2 / one.v for one in effects if one.y is not None and one.v)
    limits = confidence_interval(y, se)
    weights = weigh(a, n1 - a, c, n2 - c)
    shares = dict(zip(usable, 100 * weights / weights.sum(), strict=True))
    out, df = len(tables) - len(usable), len(usable) - 1
    return Pooled(
        measure=effects[usable[0]].measure,
        method=method,
        interval="Wald",
        k=len(usable),
        weights=tuple(
            float(shares[i]) if i in shares else None for i in range(len(tables))
        ),
        notes=(f"{out} left out: no events, or events in all.",) if out else (),
        y=y,
        se=se,
        se_wald=se,
        ci=limits,
        ci_wald=limits,
        p=two_sided_p(y / se),
        q=q,
        q_df=df,
        q_p=float(chdtrc(df, q)) if df else None,
    )


def _risk_ratio_sums(a: Array, b: Array, c: Array, d: Array) -> Sums:
    n1, n2 = a + b, c + d
    n = n1 + n2
    r, s = (a * n2 / n).sum(), (c * n1 / n).sum()
    variance = ((n1 * n2 * (a + c) - a * c * n) / n**2).sum() / (r * s)
    return float(np.log(r / s)), float(variance)


def _odds_ratio_sums(a: Array, b: Array, c: Array, d: Array) -> Sums:
    n = a + b + c + d
    p, q, r, s = (a + d) / n, (b + c) / n, a * d / n, b * c / n
    all_r, all_s = r.sum(), s.sum()
    variance = (
        (p * r).sum() / all_r**2
        + (p * s + q * r).sum() / (all_r * all_s)
        + (q * s).sum() / all_s**2
    ) / 2
    return float(np.log(all_r / all_s)), float(variance)


def _risk_difference_sums(a: Array, b: Array, c: Array, d: Array) -> Sums:
    n1, n2 = a + b, c + d
    n = n1 + n2
    weight = (n1 * n2 / n).sum()
    y = ((a * n2 - c * n1) / n).sum() / weight
    p = c * (n1 / n) ** 2 - a * (n2 / n) ** 2 + n1 * n2 * (n2 - n1) / (2 * n**2)
    q = (a * (n2 - c) + c * (n1 - a)) / (2 * n)
    return float(y), float((y * p.sum() + q.sum()) / weight**2)


def _peto_sums(a: Array, b: Array, c: Array, d: Array) -> Sums:
    expected = (a + b) * (a + c) / (a + b + c + d)
    v = _peto_weights(a, b, c, d).sum()
    return float((a - expected).sum() / v), float(1 / v)


def _risk_ratio_weights(a: Array, b: Array, c: Array, d: Array) -> Array:
    return c * (a + b) / (a + b + c + d)


def _odds_ratio_weights(a: Array, b: Array, c: Array, d: Array) -> Array:
    return b * c / (a + b + c + d)


def _risk_difference_weights(a: Array, b: Array, c: Array, d: Array) -> Array:
    return (a + b) * (c + d) / (a + b + c + d)


def _peto_weights(a: Array, b: Array, c: Array, d: Array) -> Array:
    n = a + b + c + d
    return (a + b) * (c + d) * (a + c) * (b + d) / (n**2 * (n - 1))


_MANTEL_HAENSZEL = {
    Measure.RR: (risk_ratio, _risk_ratio_sums, _risk_ratio_weights),
    Measure.OR: (odds_ratio, _odds_ratio_sums, _odds_ratio_weights),
    Measure.RD: (risk_difference, _risk_difference_sums, _risk_difference_weights),
}
