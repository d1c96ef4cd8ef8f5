"""What a pooled estimate leans on: single studies, subgroups, small-study effects.

Sources: Egger 1997; Cochrane Handbook 10.11 (subgroups), 10.14 (sensitivity), 13.3
(funnel plots).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc, stdtr

from studies.effects import Effect, Measure
from studies.pooling import Pooled, pool

EGGER_AT_LEAST = 10


@dataclass(frozen=True)
class EggerTest:
    """Intercept of y/se on 1/se; `limit` is the effect of an endless study."""

    intercept: float
    se: float
    t: float
    df: int
    p: float
    limit: float
    note: str


def egger_test(
    effects: Sequence[Effect], *, at_least: int = EGGER_AT_LEAST
) -> EggerTest | None:
    """Egger's regression test for small-study effects, t with k - 2.

    None with fewer than `at_least` studies, where it cannot tell chance from bias,
    and where all studies are equally precise. An uneven funnel is not proof of
    publication bias.
    """
    usable = [effect for effect in effects if effect.v is not None and effect.v > 0]
    k = len(usable)
    if k < max(3, at_least):
        return None
    se = np.array([effect.se for effect in usable], dtype=float)
    precision = 1 / se
    scores = np.array([effect.y for effect in usable], dtype=float) / se
    spread = float(((precision - precision.mean()) ** 2).sum())
    if spread <= 1e-12 * float((precision**2).sum()):
        return None
    slope = float(((precision - precision.mean()) * scores).sum()) / spread
    intercept = float(scores.mean() - slope * precision.mean())
    residual = float(((scores - intercept - slope * precision) ** 2).sum()) / (k - 2)
    if residual == 0:
        return None
    error = math.sqrt(residual * (1 / k + float(precision.mean()) ** 2 / spread))
    t = intercept / error
    p = 2 * float(stdtr(k - 2, -abs(t)))
    note = _EGGER_NOTES.get(usable[0].measure, "")
    return EggerTest(intercept, error, t, k - 2, p, slope, note)


_EGGER_NOTES = {
    Measure.OR: "For odds ratios this test warns too often: Peters' or Harbord's "
    "test suits them better.",
    Measure.SMD: "A standardised difference and its error are tied by formula, so "
    "an uneven funnel may be an artefact.",
}


def leave_one_out(
    effects: Sequence[Effect], *, method: str = "REML", interval: str = "HK"
) -> list[Pooled]:
    """The pool without each effect in turn, in the order given.

    Fewer than two effects leave nothing to pool: an empty list.
    """
    if len(effects) < 2:
        return []
    return [
        pool([*effects[:i], *effects[i + 1 :]], method=method, interval=interval)
        for i in range(len(effects))
    ]


@dataclass(frozen=True)
class Subgroups:
    """Each group pooled by itself, and the test whether the groups differ.

    The test is None where fewer than two groups have an estimate.
    """

    groups: dict[str, Pooled]
    q_between: float | None
    df: int | None
    p: float | None


def subgroups(
    groups: Mapping[str, Sequence[Effect]],
    *,
    method: str = "REML",
    interval: str = "HK",
) -> Subgroups:
    """Pool each group with its own tau² and test between them, chi-square G - 1.

    A group of one study enters the test with its own estimate and variance.
    """
    pooled = {
        name: pool(effects, method=method, interval=interval)
        for name, effects in groups.items()
    }
    points = [
        _point(pooled[name], effects)
        for name, effects in groups.items()
        if pooled[name].k
    ]
    if len(points) < 2:
        return Subgroups(pooled, None, None, None)
    y = np.array([point[0] for point in points])
    w = 1 / np.array([point[1] for point in points])
    q = float((w * (y - (w * y).sum() / w.sum()) ** 2).sum())
    df = len(points) - 1
    return Subgroups(pooled, q, df, float(chdtrc(df, q)))


def _point(pooled: Pooled, effects: Sequence[Effect]) -> tuple[float, float]:
    """Estimate and variance of a group that has at least one usable effect."""
    if pooled.y is not None and pooled.se_wald is not None:
        return pooled.y, pooled.se_wald**2
    return next((e.y, e.v) for e in effects if e.y is not None and e.v)
