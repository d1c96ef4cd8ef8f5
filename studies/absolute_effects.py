"""What a relative effect amounts to in people, at a stated baseline risk.

The interval is the relative effect's alone: how sure the baseline risk is, it leaves
out. Source: Cochrane Handbook, chapters 14 and 15.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from studies.effects import Measure

USUAL, RARE = 1_000, 100_000  # of how many people risks are told


@dataclass(frozen=True)
class AbsoluteEffect:
    """Risks with the comparator and with the intervention; shares from 0 to 1.

    The limits are None where the relative effect has no interval.
    """

    baseline: float
    risk: float
    low: float | None = None
    high: float | None = None

    @property
    def difference(self) -> float:
        """Risk with the intervention minus the baseline."""
        return self.risk - self.baseline

    @property
    def difference_limits(self) -> tuple[float, float] | None:
        """The lower and upper limit of the difference; None without an interval."""
        if self.low is None or self.high is None:
            return None
        return self.low - self.baseline, self.high - self.baseline

    @property
    def number_needed(self) -> float | None:
        """People treated for one event more or fewer; None without a difference."""
        return 1 / abs(self.difference) if self.difference else None

    @property
    def per(self) -> int:
        """Of how many people it is told."""
        return told_per(self.baseline, self.risk, self.difference)


def absolute_effect(
    measure: Measure,
    estimate: float,
    low: float | None,
    high: float | None,
    baseline: float,
) -> AbsoluteEffect:
    """The risk that an RR, OR, HR or RD makes of a baseline risk (share, 0 to 1).

    RR: p0 RR. OR: OR p0 / (1 - p0 + OR p0). HR: 1 - (1 - p0)^HR, at the time the
    baseline risk is of. RD: p0 + RD. Raises ValueError, with a sentence for readers,
    where the measure gives no risk, and where the estimate or a limit would make the
    risk of more than everybody or of less than nobody.
    """
    if not 0 <= baseline <= 1:
        raise ValueError(f"A baseline risk lies between 0 and 1, got {baseline}.")
    if measure not in _RISKS:
        raise ValueError(f"From a {measure.label} no risk follows.")
    known = [value for value in (estimate, low, high) if value is not None]
    if measure != Measure.RD and not min(known) > 0:
        raise ValueError("A ratio must be above 0.")
    risks = [_RISKS[measure](value, baseline) for value in known]
    if not all(0 <= risk <= 1 for risk in risks):
        raise ValueError(
            f"The {measure.label} does not fit this baseline risk: it would make a "
            "risk of more than everybody or of less than nobody."
        )
    limits = risks[1:] if len(risks) == 3 else [None, None]
    return AbsoluteEffect(baseline, risks[0], *limits)


_RISKS: dict[Measure, Callable[[float, float], float]] = {
    Measure.RR: lambda ratio, p0: ratio * p0,
    Measure.OR: lambda ratio, p0: ratio * p0 / (1 - p0 + ratio * p0),
    Measure.HR: lambda ratio, p0: 1 - (1 - p0) ** ratio,
    Measure.RD: lambda difference, p0: p0 + difference,
}

GIVES_RISKS = frozenset(_RISKS)


def risk_ratio_from_odds_ratio(ratio: float, baseline: float) -> float:
    """The risk ratio an odds ratio amounts to at a baseline risk (share, 0 to 1)."""
    if not (ratio > 0 and 0 <= baseline <= 1):
        raise ValueError("Needs an odds ratio above 0 and a baseline from 0 to 1.")
    return ratio / (1 - baseline * (1 - ratio))


# --- in words ---


def told_per(*shares: float) -> int:
    """Of how many people shares are told: more where 1,000 would leave less than one.

    >>> told_per(0.012, 0.0004)
    100000
    """
    rare = any(0 < round(USUAL * abs(share), 6) < 1 for share in shares)
    return RARE if rare else USUAL


def in_people(share: float, per: int) -> str:
    """A share of so many people; what is neither none nor all never reads as that.

    >>> in_people(0.0841, 1000)
    '84'
    """
    count = share * per
    if 0 < count <= 0.5:
        return "less than 1"
    if per - 0.5 <= count < per:
        return f"more than {per - 1:,}"
    return f"{round(count):,}"


def risk_in_words(share: float, per: int) -> str:
    """As "84 per 1,000"."""
    return f"{in_people(share, per)} per {per:,}"


def risk_with_interval(effect: AbsoluteEffect) -> str:
    """The risk with the intervention, as "84 per 1,000 (66 to 108)"."""
    words = risk_in_words(effect.risk, effect.per)
    if effect.low is None or effect.high is None:
        return words
    low, high = (in_people(share, effect.per) for share in (effect.low, effect.high))
    return f"{words} ({low} to {high})"


def difference_in_words(
    difference: float, limits: tuple[float, float] | None, per: int
) -> str:
    """As "36 fewer per 1,000 (54 fewer to 12 fewer)"."""
    words = f"{_more_or_fewer(difference, per)} per {per:,}"
    if limits is None:
        return words
    low, high = (_more_or_fewer(limit, per) for limit in limits)
    return f"{words} ({low} to {high})"


def _more_or_fewer(difference: float, per: int) -> str:
    if not difference:
        return "as many"
    way = "more" if difference > 0 else "fewer"
    return f"{in_people(abs(difference), per)} {way}"
