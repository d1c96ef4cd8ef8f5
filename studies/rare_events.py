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

Table = tuple[float, float, float, float]  # events1, total1, events2, total2
Sums = tuple[float, float]  # estimate on the analysis scale, its variance


def mantel_haenszel(tables: Sequence[Table], measure: str) -> Pooled:
    """Fixed-effect pool of tables (events1, total1, events2, total2).

    `measure` is "rr", "or" or "rd". Tables without events in both arms, or with
    events in everybody, say nothing of a ratio and are left out of one; a risk
    difference counts them. Weights are not
    given in per cent: none belongs to a single study. Raises ValueError for
    impossible counts, another measure, or where no events are left to pool.
    """
    if measure not in _MANTEL_HAENSZEL:
        raise ValueError(f"Mantel–Haenszel pools rr, or and rd, not {measure}.")
    single, combine = _MANTEL_HAENSZEL[Measure(measure)]
    effects = [single(*table) for table in tables]
    return _pooled(tables, effects, combine, "Mantel–Haenszel")


def peto(tables: Sequence[Table]) -> Pooled:
    """Fixed-effect pool of Peto's one-step odds ratios; see `mantel_haenszel`.

    For rare events, small effects and arms of similar size only.
    """
    effects = [peto_odds_ratio(*table) for table in tables]
    return _pooled(tables, effects, _peto_sums, "Peto")


def _pooled(
    tables: Sequence[Table],
    effects: Sequence[Effect],
    combine: Callable[[Array, Array, Array, Array], Sums],
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
    out = len(tables) - len(usable)
    return Pooled(
        measure=effects[usable[0]].measure,
        method=method,
        interval="Wald",
        k=len(usable),
        weights=(None,) * len(tables),
        notes=(f"{out} left out: no events, or events in all.",) if out else (),
        y=y,
        se=se,
        se_wald=se,
        ci=limits,
        ci_wald=limits,
        p=two_sided_p(y / se),
        q=q,
        q_df=len(usable) - 1,
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
    n1, n2 = a + b, c + d
    n = n1 + n2
    v = (n1 * n2 * (a + c) * (b + d) / (n**2 * (n - 1))).sum()
    return float((a - n1 * (a + c) / n).sum() / v), float(1 / v)


_MANTEL_HAENSZEL = {
    Measure.RR: (risk_ratio, _risk_ratio_sums),
    Measure.OR: (odds_ratio, _odds_ratio_sums),
    Measure.RD: (risk_difference, _risk_difference_sums),
}
