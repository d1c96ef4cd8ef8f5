"""Effect sizes of single studies and their intervals.

An effect is held on its analysis scale, where it is about normally distributed: the
logarithm for ratios, Fisher's z for correlations, the logit for proportions, the plain
value for differences. It is shown back-transformed.

Sources: Cochrane Handbook chapter 6 and 10; Hedges 1981 (exact correction J);
Yusuf 1985 (Peto). Figures are tested against metafor 3.8-1.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from scipy.special import gammaln, ndtri

from texts.words import Words


class Measure(Words):
    """How a result's number is expressed; the symbol is its usual abbreviation."""

    RR = "rr", "risk ratio", "RR"
    OR = "or", "odds ratio", "OR"
    HR = "hr", "hazard ratio", "HR"
    RATE_RATIO = "rate_ratio", "rate ratio", "rate ratio"
    RD = "rd", "risk difference", "RD"
    MD = "md", "mean difference", "MD"  # in the outcome's unit
    SMD = "smd", "standardised mean difference", "SMD"  # Hedges g
    ROM = "rom", "ratio of means", "ratio of means"
    CORRELATION = "r", "correlation", "r"  # Pearson's
    PROPORTION = "proportion", "proportion", "proportion"
    MEAN = "mean", "mean", "mean"
    COUNT = "count", "count", "count"
    RATE = "rate", "rate", "rate"  # events per person-time, of one group
    ACCURACY = "accuracy", "sensitivity and specificity", "accuracy"
    WORDS = "words", "in words only"  # a direction and no number


_ALONE = frozenset(
    Measure(m) for m in ("proportion", "mean", "count", "rate", "accuracy", "words")
)
COMPARING = frozenset(Measure) - _ALONE  # an effect, which can be pooled
RATIOS = frozenset(Measure(m) for m in ("rom", "rr", "or", "hr", "rate_ratio"))
SHARES = frozenset({Measure.RD, Measure.PROPORTION})  # printed in per cent, too
OFF_THE_MIDDLE = 0.10  # share of an interval's width an estimate may lie off its middle


def to_analysis_scale(measure: Measure, value: float) -> float:
    """The value as it is pooled: ln for ratios, atanh for r, logit for proportions.

    Others stay as they are. Raises ValueError for a ratio of zero or less, for r
    outside (-1, 1) and for a proportion outside (0, 1).
    """
    if measure in RATIOS:
        if not value > 0:
            raise ValueError(f"A ratio must be above 0, got {value}.")
        return math.log(value)
    if measure == Measure.CORRELATION:
        if not -1 < value < 1:
            raise ValueError(f"A correlation must lie between -1 and 1, got {value}.")
        return math.atanh(value)
    if measure == Measure.PROPORTION:
        if not 0 < value < 1:
            raise ValueError(f"A proportion must lie between 0 and 1, got {value}.")
        return math.log(value / (1 - value))
    return float(value)


def to_shown_scale(measure: Measure, value: float) -> float:
    """The value as it is shown: the inverse of `to_analysis_scale`."""
    if measure in RATIOS:
        # An endless upper limit is a fact about the data, not an error.
        return math.exp(value) if value < 709 else math.inf
    if measure == Measure.CORRELATION:
        return math.tanh(value)
    if measure == Measure.PROPORTION:
        return (1 + math.tanh(value / 2)) / 2
    return float(value)


@dataclass(frozen=True)
class Effect:
    """One study's effect: `y` and its variance `v` on the analysis scale.

    Both are None when the study says nothing about this measure (not estimable);
    the notes say why, and what was done to the numbers on the way. ``estimated`` says
    how the numbers came about where they had to be converted; empty where not.
    """

    measure: Measure
    y: float | None
    v: float | None
    notes: tuple[str, ...] = ()
    estimated: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be an effect."""
        if (self.y is None) != (self.v is None):
            raise ValueError("An effect has both y and v, or neither.")
        if self.y is None or self.v is None:
            return
        if not math.isfinite(self.y) or not math.isfinite(self.v) or self.v < 0:
            raise ValueError(
                f"An effect needs a finite y and a variance of 0 or more, "
                f"got y = {self.y} and v = {self.v}."
            )

    @property
    def estimable(self) -> bool:
        """Whether the study says anything about this measure."""
        return self.y is not None

    @property
    def se(self) -> float | None:
        """Standard error on the analysis scale."""
        return None if self.v is None else math.sqrt(self.v)

    def ci(self, level: float = 0.95) -> tuple[float, float] | None:
        """Normal interval (low, high) on the analysis scale.

        None where nothing varies, as with no events in either group: that is no
        certainty, and a risk difference of 0 from twice 0 of 20 has no interval.
        """
        if self.y is None or not self.se:
            return None
        half = normal_quantile(level) * self.se
        return self.y - half, self.y + half

    @property
    def estimate(self) -> float | None:
        """The effect as it is shown."""
        return None if self.y is None else to_shown_scale(self.measure, self.y)

    @property
    def low(self) -> float | None:
        """Lower 95% limit as it is shown."""
        limits = self.ci()
        return None if limits is None else to_shown_scale(self.measure, limits[0])

    @property
    def high(self) -> float | None:
        """Upper 95% limit as it is shown."""
        limits = self.ci()
        return None if limits is None else to_shown_scale(self.measure, limits[1])


def normal_quantile(level: float) -> float:
    """z of a two-sided interval: 1.959964 for 0.95."""
    if not 0 < level < 1:
        raise ValueError(f"A confidence level lies between 0 and 1, got {level}.")
    return float(ndtri((1 + level) / 2))


def proportion_interval(events: int, total: int) -> tuple[float, float]:
    """Wilson's 95 % interval of a share of people, which stays between 0 and 1.

    Source: Newcombe 1998. Raises ValueError for events that are not among the total.
    """
    if not 0 <= events <= total or not total:
        raise ValueError(f"{events} of {total} people is no share.")
    z = normal_quantile(0.95)
    share, spread = events / total, z * z / total
    middle = share + spread / 2
    half = z * math.sqrt(share * (1 - share) / total + spread / (4 * total))
    return (
        max(0.0, (middle - half) / (1 + spread)),
        min(1.0, (middle + half) / (1 + spread)),
    )


# --- Two arms, counted events -------------------------------------------------


def risk_ratio(events1: float, total1: float, events2: float, total2: float) -> Effect:
    """Risk ratio of arm 1 against arm 2.

    A zero cell adds one half to all four cells of this study; events in nobody or
    in everybody of both arms make it not estimable.
    """
    return _ratio_of_counts(Measure.RR, (events1, total1, events2, total2), _log_rr)


def odds_ratio(events1: float, total1: float, events2: float, total2: float) -> Effect:
    """Odds ratio of arm 1 against arm 2, zero cells as in `risk_ratio`."""
    return _ratio_of_counts(Measure.OR, (events1, total1, events2, total2), _log_or)


def risk_difference(
    events1: float, total1: float, events2: float, total2: float
) -> Effect:
    """Risk of arm 1 minus risk of arm 2; zero cells are left as they are."""
    a, b, c, d = _cells(events1, total1, events2, total2)
    v = a * b / total1**3 + c * d / total2**3
    notes = () if v > 0 else ("No variance, so it cannot be weighted in a pool.",)
    return Effect(Measure.RD, a / total1 - c / total2, v, notes)


def peto_odds_ratio(
    events1: float, total1: float, events2: float, total2: float
) -> Effect:
    """Peto's one-step odds ratio, for rare events and arms of similar size."""
    a, b, c, d = _cells(events1, total1, events2, total2)
    n = total1 + total2
    if a + c == 0 or b + d == 0:
        return _not_estimable(Measure.OR, a + c == 0)
    v = total1 * total2 * (a + c) * (b + d) / (n**2 * (n - 1))
    o_minus_e = a - total1 * (a + c) / n
    return Effect(Measure.OR, o_minus_e / v, 1 / v, ("Peto's method.",))


def _cells(
    events1: float, total1: float, events2: float, total2: float
) -> tuple[float, float, float, float]:
    for arm, events, total in ((1, events1, total1), (2, events2, total2)):
        if not (math.isfinite(events) and math.isfinite(total)):
            raise ValueError(f"Arm {arm}: events and total must be numbers.")
        if events < 0:
            raise ValueError(f"Arm {arm}: events cannot be negative, got {events}.")
        if total <= 0:
            raise ValueError(f"Arm {arm}: total must be above 0, got {total}.")
        if events > total:
            raise ValueError(
                f"Arm {arm}: {events} events are more than the {total} people in it."
            )
    return events1, total1 - events1, events2, total2 - events2


def _log_rr(a: float, b: float, c: float, d: float) -> tuple[float, float]:
    n1, n2 = a + b, c + d
    return math.log((a / n1) / (c / n2)), 1 / a - 1 / n1 + 1 / c - 1 / n2


def _log_or(a: float, b: float, c: float, d: float) -> tuple[float, float]:
    return math.log(a * d / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d


def _ratio_of_counts(
    measure: Measure,
    counts: tuple[float, float, float, float],
    formula: Callable[[float, float, float, float], tuple[float, float]],
) -> Effect:
    a, b, c, d = _cells(*counts)
    if a + c == 0 or b + d == 0:
        return _not_estimable(measure, a + c == 0)
    notes: tuple[str, ...] = ()
    if 0 in (a, b, c, d):
        a, b, c, d = a + 0.5, b + 0.5, c + 0.5, d + 0.5
        notes = ("A cell was zero: one half was added to all four.",)
    y, v = formula(a, b, c, d)
    return Effect(measure, y, v, notes)


def _not_estimable(measure: Measure, no_events: bool) -> Effect:
    who = "No events in both arms" if no_events else "Events in everybody in both arms"
    return Effect(measure, None, None, (f"{who}: not estimable.",))


# --- Two arms, means ----------------------------------------------------------


def mean_difference(
    mean1: float, sd1: float, n1: float, mean2: float, sd2: float, n2: float
) -> Effect:
    """Mean of arm 1 minus mean of arm 2, in the outcome's unit."""
    _check_arms((sd1, n1), (sd2, n2), at_least=1)
    return Effect(Measure.MD, mean1 - mean2, sd1**2 / n1 + sd2**2 / n2)


def standardised_mean_difference(
    mean1: float, sd1: float, n1: float, mean2: float, sd2: float, n2: float
) -> Effect:
    """Hedges g: the difference in pooled standard deviations, exact J correction.

    Where both are 0 there is nothing to standardise by: not estimable.
    """
    _check_arms((sd1, n1), (sd2, n2), at_least=2)
    df = n1 + n2 - 2
    pooled_sd = math.sqrt(((n1 - 1) * sd1**2 + (n2 - 1) * sd2**2) / df)
    if pooled_sd == 0:
        why = "Both standard deviations are 0: not estimable."
        return Effect(Measure.SMD, None, None, (why,))
    g = hedges_correction(df) * (mean1 - mean2) / pooled_sd
    return Effect(Measure.SMD, g, 1 / n1 + 1 / n2 + g**2 / (2 * (n1 + n2)))


def hedges_correction(df: float) -> float:
    """The exact factor J that frees Cohen's d of its small-sample bias.

    `df` is n1 + n2 - 2 and at least 2 (Hedges 1981); below, ValueError.
    """
    if df < 2:
        raise ValueError(f"Hedges g needs at least 2 degrees of freedom, got {df}.")
    log_j = gammaln(df / 2) - math.log(df / 2) / 2 - gammaln((df - 1) / 2)
    return math.exp(log_j)


def ratio_of_means(
    mean1: float, sd1: float, n1: float, mean2: float, sd2: float, n2: float
) -> Effect:
    """Mean of arm 1 over mean of arm 2; both must be above 0."""
    _check_arms((sd1, n1), (sd2, n2), at_least=1)
    if mean1 <= 0 or mean2 <= 0:
        raise ValueError(
            f"A ratio of means needs both means above 0, got {mean1} and {mean2}."
        )
    v = sd1**2 / (n1 * mean1**2) + sd2**2 / (n2 * mean2**2)
    return Effect(Measure.ROM, math.log(mean1 / mean2), v)


def paired_mean_difference(
    mean1: float, sd1: float, mean2: float, sd2: float, n: float, r: float
) -> Effect:
    """Mean difference within the same n people (split-face, crossover).

    `r` is the correlation between a person's two values. It is rarely reported:
    ask for it, or show the result at 0.3, 0.5 and 0.7.
    """
    _check_arms((sd1, n), (sd2, n), at_least=1)
    if not -1 <= r <= 1:
        raise ValueError(f"A correlation must lie between -1 and 1, got {r}.")
    v = (sd1**2 + sd2**2 - 2 * r * sd1 * sd2) / n
    return Effect(Measure.MD, mean1 - mean2, max(v, 0.0), ("Paired values.",))


def _check_arms(*arms: tuple[float, float], at_least: int) -> None:
    for number, (sd, n) in enumerate(arms, start=1):
        if not (math.isfinite(sd) and sd >= 0):
            raise ValueError(
                f"Arm {number}: a standard deviation is 0 or more, got {sd}."
            )
        if not (math.isfinite(n) and n >= at_least):
            raise ValueError(
                f"Arm {number}: needs at least {at_least} people, got {n}."
            )


# --- From what a report states ------------------------------------------------


def correlation(r: float, n: float) -> Effect:
    """Pearson's r of n people, on Fisher's z scale."""
    if n <= 3:
        raise ValueError(f"A correlation needs more than 3 people, got {n}.")
    y = to_analysis_scale(Measure.CORRELATION, r)
    return Effect(Measure.CORRELATION, y, 1 / (n - 3))


def hazard_ratio(estimate: float, low: float, high: float) -> Effect:
    """Hazard ratio from its reported 95% interval."""
    return effect_from_interval(Measure.HR, estimate, low, high)


def hazard_ratio_from_log_rank(o_minus_e: float, variance: float) -> Effect:
    """Hazard ratio from observed minus expected events and the variance of that."""
    if not variance > 0:
        raise ValueError(f"The log-rank variance must be above 0, got {variance}.")
    return Effect(Measure.HR, o_minus_e / variance, 1 / variance)


def effect_from_interval(
    measure: Measure, estimate: float, low: float, high: float, level: float = 0.95
) -> Effect:
    """An effect from its reported estimate and interval, all as shown in the report.

    The standard error is the width over 2z on the analysis scale. A note warns when
    the estimate lies more than 10% of the width off the middle: a typing error, a
    wrong scale, or an interval that is not normal.
    """
    if not low <= estimate <= high or low == high:
        raise ValueError(
            f"The estimate must lie within its interval: {low} to {high} does not "
            f"hold {estimate}."
        )
    y, bottom, top = (to_analysis_scale(measure, x) for x in (estimate, low, high))
    se = (top - bottom) / (2 * normal_quantile(level))
    notes = ["Variance taken from the reported interval."]
    if abs(y - (bottom + top) / 2) > OFF_THE_MIDDLE * (top - bottom):
        notes.append("The estimate is not in the middle of its interval: check both.")
    return Effect(measure, y, se**2, tuple(notes))
