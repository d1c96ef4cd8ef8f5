"""Meta-analysis: several studies' effects on one analysis scale, pooled.

Inverse-variance pooling with a fixed effect or random effects. Sources: Knapp &
Hartung 2003 (interval); Higgins 2009 (prediction interval); Cochrane Handbook chapter
10; `studies.heterogeneity` for tau². Figures are tested against metafor 3.8-1.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.special import chdtrc, ndtr, ndtri, stdtr, stdtrit

from studies.effects import Effect, Measure, to_shown_scale
from studies.heterogeneity import (
    TAU2,
    Array,
    Interval,
    generalised_q,
    q_profile,
    typical_variance,
    weighted_mean,
)
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "pooling.models",
        "Effects are pooled by random effects (REML) with a guarded Hartung–Knapp"
        " interval; with two studies, or where they do not differ beyond chance, "
        "Wald’s decides.",
        RuleEffect.DECIDES,
        "Knapp and Hartung 2003; Higgins 2009; Cochrane Handbook, chapter 10",
    ),
)


VERSION = 3  # counts up where the same effects would be pooled to another figure
WEIGHED = (1e-30, 1e30)  # variances that arithmetic can weigh against each other
FARTHEST = 1e15  # and estimates, on the analysis scale
METHODS = {
    "FE": "fixed effect",
    "DL": "DerSimonian–Laird",
    "PM": "Paule–Mandel",
    "REML": "restricted maximum likelihood",
}
INTERVALS = {
    "HK": "Hartung–Knapp, guarded: its factor never below 1",
    "HK_unguarded": "Hartung–Knapp, its factor as it comes",
    "Wald": "Wald",
}


@dataclass(frozen=True)
class Pooled:
    """A pooled estimate on the analysis scale, with what it was made of and how.

    Everything but `k`, `weights` and the notes is None when fewer than two studies
    could be pooled. `weights` follow the effects given, in per cent; None marks one
    that was left out. `ci_wald` is kept beside `ci` because with two studies
    neither alone can be trusted. `i2` comes from tau², not from Q.
    """

    measure: Measure
    method: str
    interval: str
    k: int
    weights: tuple[float | None, ...]
    notes: tuple[str, ...] = ()
    y: float | None = None
    se: float | None = None
    se_wald: float | None = None
    ci: Interval | None = None
    ci_wald: Interval | None = None
    p: float | None = None
    df: int | None = None
    q: float | None = None
    q_df: int | None = None
    q_p: float | None = None
    tau2: float | None = None
    tau2_ci: Interval | None = None
    i2: float | None = None
    i2_ci: Interval | None = None
    h2: float | None = None
    prediction: Interval | None = None
    prediction_df: int | None = None

    @property
    def estimate(self) -> float | None:
        """The pooled effect as it is shown: back-transformed."""
        return None if self.y is None else to_shown_scale(self.measure, self.y)

    @property
    def shown_ci(self) -> Interval | None:
        """The interval as it is shown."""
        return self._shown(self.ci)

    @property
    def shown_prediction(self) -> Interval | None:
        """The prediction interval as it is shown."""
        return self._shown(self.prediction)

    @property
    def wald_decides(self) -> bool:
        """Whether Wald's interval is the one to read, and Hartung–Knapp's beside it.

        With two studies the latter is too wide to say anything; where tau² is 0 it
        has nothing to add.
        """
        return self.interval == "Wald" or self.k == 2 or self.tau2 == 0

    @property
    def deciding_ci(self) -> Interval | None:
        """The interval to read, as it is shown."""
        return self._shown(self.ci_wald if self.wald_decides else self.ci)

    def _shown(self, limits: Interval | None) -> Interval | None:
        if limits is None:
            return None
        return Interval(*(to_shown_scale(self.measure, limit) for limit in limits))


def pool(
    effects: Sequence[Effect],
    *,
    method: str = "REML",
    interval: str = "HK",
    level: float = 0.95,
    prediction_df_below_k: int = 1,
) -> Pooled:
    """Pool effects of one measure; see `METHODS` and `INTERVALS` for the choices.

    The prediction interval uses t with k - 1 degrees of freedom, or k - 2 (Higgins
    2009) with `prediction_df_below_k=2`, and needs three studies. Effects that are
    not estimable or have no variance are left out, and a note says so. One study is
    not pooled. Raises ValueError for mixed measures, an unknown method or interval,
    or no effects at all.
    """
    measure = _one_measure(effects)
    _check_choices(method, interval, level, prediction_df_below_k)
    used = [not without_weight(effect) for effect in effects]
    notes = _left_out_notes(used)
    empty = Pooled(
        measure=measure,
        method=method,
        interval="Wald" if method == "FE" else interval,
        k=sum(used),
        weights=tuple(100.0 if one and sum(used) == 1 else None for one in used),
        notes=notes,
    )
    if empty.k < 2:
        return replace(empty, notes=(*notes, "Fewer than two studies: not pooled."))
    y, v = _arrays([effect for effect, one in zip(effects, used, strict=True) if one])
    return _pooled(empty, used, y, v, level, prediction_df_below_k)


def without_weight(effect: Effect) -> str:
    """Why an effect gets no weight, in a sentence; empty where it gets one."""
    if effect.y is None or effect.v is None:
        return " ".join(effect.notes) or "Not estimable."
    if effect.v == 0:
        return "No variance: it cannot be weighed."
    if not WEIGHED[0] <= effect.v <= WEIGHED[1] or abs(effect.y) > FARTHEST:
        return "Its numbers are too large or too small to be weighed."
    return ""


def _one_measure(effects: Sequence[Effect]) -> Measure:
    measures = sorted({effect.measure for effect in effects})
    if not measures:
        raise ValueError("There is nothing to pool: no effects were given.")
    if len(measures) > 1:
        raise ValueError(
            f"Effects of different measures cannot be pooled: {', '.join(measures)}."
        )
    return measures[0]


def _check_choices(method: str, interval: str, level: float, below_k: int) -> None:
    if method not in METHODS:
        raise ValueError(f"Unknown method {method!r}: expected one of {list(METHODS)}.")
    if interval not in INTERVALS:
        raise ValueError(
            f"Unknown interval {interval!r}: expected one of {list(INTERVALS)}."
        )
    if not 0 < level < 1:
        raise ValueError(f"A confidence level lies between 0 and 1, got {level}.")
    if below_k not in (1, 2):
        raise ValueError("A prediction interval uses k - 1 or k - 2 degrees.")


def _left_out_notes(used: Sequence[bool]) -> tuple[str, ...]:
    out = len(used) - sum(used)
    if not out:
        return ()
    studies = "study" if out == 1 else "studies"
    return (f"{out} {studies} left out: no estimate or no variance.",)


def _arrays(effects: Sequence[Effect]) -> tuple[Array, Array]:
    y = np.array([effect.y for effect in effects], dtype=float)
    v = np.array([effect.v for effect in effects], dtype=float)
    return y, v


def _pooled(
    empty: Pooled,
    used: Sequence[bool],
    y: Array,
    v: Array,
    level: float,
    below_k: int,
) -> Pooled:
    k, random_effects = len(y), empty.method != "FE"
    tau2 = TAU2[empty.method](y, v) if random_effects else 0.0
    w = 1 / (v + tau2)
    mu = weighted_mean(y, w)
    se_wald = 1 / math.sqrt(w.sum())
    spread = float((w * (y - mu) ** 2).sum()) / (k - 1)
    df = None if empty.interval == "Wald" else k - 1
    factor = _factor(empty.interval, spread)
    se = se_wald * math.sqrt(factor)
    q = generalised_q(y, v, 0.0)
    shares = iter(100 * w / w.sum())
    result = replace(
        empty,
        weights=tuple(float(next(shares)) if one else None for one in used),
        notes=(
            *empty.notes,
            *_interval_notes(empty, spread),
        ),
        y=mu,
        se=se,
        se_wald=se_wald,
        ci=confidence_interval(mu, se, df, level),
        ci_wald=confidence_interval(mu, se_wald, None, level),
        p=two_sided_p(mu / se, df) if se else None,
        df=df,
        q=q,
        q_df=k - 1,
        q_p=float(chdtrc(k - 1, q)),
    )
    if not random_effects:
        return result
    return _with_heterogeneity(result, y, v, tau2, level, below_k)


def _with_heterogeneity(
    result: Pooled, y: Array, v: Array, tau2: float, level: float, below_k: int
) -> Pooled:
    k, s2 = len(y), typical_variance(v)
    tau2_ci = q_profile(y, v, level)
    prediction, df = None, k - below_k
    if k >= 3 and result.se is not None and result.y is not None:
        half = math.sqrt(result.se**2 + tau2)
        prediction = confidence_interval(result.y, half, df, level)
    return replace(
        result,
        tau2=tau2,
        tau2_ci=tau2_ci,
        i2=100 * tau2 / (tau2 + s2),
        i2_ci=Interval(*(100 * t / (t + s2) for t in tau2_ci)),
        h2=(tau2 + s2) / s2,
        prediction=prediction,
        prediction_df=None if prediction is None else df,
        notes=(
            *result.notes,
            *_heterogeneity_notes(result.method, prediction, below_k),
        ),
    )


def _interval_notes(empty: Pooled, spread: float) -> list[str]:
    if empty.interval == "Wald":
        return []
    notes = []
    # Paule–Mandel makes the spread 1, but for rounding: nothing to remark on.
    below = spread < 1 and not math.isclose(spread, 1, rel_tol=1e-6)
    if below and empty.interval == "HK":
        notes.append(
            "The studies spread less than the model expects: the Hartung–Knapp "
            f"factor, {spread:.2f}, was set to 1, so that the interval claims no more "
            "than it may."
        )
    if empty.k == 2:
        notes.append(
            "Two studies: the Hartung–Knapp and the Wald interval differ widely, "
            "and both are given."
        )
    return notes


def _heterogeneity_notes(
    method: str, prediction: Interval | None, below_k: int
) -> list[str]:
    notes = [f"I² from tau² ({METHODS[method]}), its interval by Q-profile."]
    if prediction is None:
        notes.append("No prediction interval: it needs at least three studies.")
    else:
        notes.append(f"Prediction interval: t with k − {below_k} degrees of freedom.")
    return notes


# --- Means, spreads, intervals ------------------------------------------------


def _factor(interval: str, spread: float) -> float:
    """What multiplies Wald's variance: 1, or the spread Hartung–Knapp measured.

    The spread comes out below 1 by chance too. Unguarded it then makes an interval
    that can be narrower than the fixed-effect one, as if random effects knew more.
    """
    if interval == "Wald":
        return 1.0
    return max(1.0, spread) if interval == "HK" else spread


def confidence_interval(
    centre: float, se: float, df: int | None = None, level: float = 0.95
) -> Interval:
    """Centre ± z·se, or ± t·se with `df` degrees of freedom."""
    share = (1 + level) / 2
    half = se * float(ndtri(share) if df is None else stdtrit(df, share))
    return Interval(centre - half, centre + half)


def two_sided_p(statistic: float, df: int | None = None) -> float:
    """P-value of a z statistic, or of a t statistic with `df` degrees of freedom."""
    tail = ndtr(-abs(statistic)) if df is None else stdtr(df, -abs(statistic))
    return 2 * float(tail)
