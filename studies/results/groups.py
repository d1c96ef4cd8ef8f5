"""What both groups of a result give by themselves, to hold a printed estimate against.

Sources of the widths: Cochrane Handbook 6.3 (t and z), 6.4 (counts).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from scipy.special import stdtrit

from studies.effects import (
    Effect,
    Measure,
    normal_quantile,
    risk_ratio,
)
from studies.figures import effect_in_words, figure
from studies.rates import rate_ratio
from studies.results.converted import converted_means
from studies.results.effects import (
    FROM_COUNTS,
    FROM_MEANS,
    counts_of,
    means_of,
    rates_of,
)
from studies.results.stated import Span, Stated, half_unit

if TYPE_CHECKING:
    from studies.models import Result

_BY_COUNTS = "the counts give"


class Means(NamedTuple):
    """Mean, deviation and people of both groups."""

    mean1: float
    sd1: float
    n1: float
    mean2: float
    sd2: float
    n2: float


@dataclass(frozen=True)
class Groups:
    """An effect of both groups on the analysis scale, and how sure it is.

    ``slack`` is how far rounding of the groups' numbers may move it; ``widths`` are
    those of its interval, by each usual way to make one. ``by_direction`` is whether
    no more than its direction can be compared.
    """

    y: float
    se: float
    slack: float
    widths: tuple[float, float]
    words: str
    by_direction: bool = False
    of_means: bool = False
    of_standard_errors: bool = False
    fewest_events: float = math.inf
    has_mirror: bool = True
    changes: Groups | None = None
    other_spread: Groups | None = None

    @property
    def mirrored(self) -> Groups:
        """The same with the groups swapped."""
        return replace(self, y=-self.y)

    def distance(self, y: Span) -> float:
        """Standard errors between this and a printed value, whatever was rounded."""
        gap = max(y.low - (self.y + self.slack), (self.y - self.slack) - y.high, 0.0)
        return gap / self.se if self.se else (math.inf if gap else 0.0)

    def width_ratio(self, stated: Stated) -> Span:
        """How many times this width a printed interval is, and may be."""
        narrow, wide = self.widths
        if not narrow or not wide:
            return Span(math.inf, math.inf, math.inf)
        least, middle, most = stated.width
        return Span(least / wide, middle / math.sqrt(narrow * wide), most / narrow)


def groups_of(result: Result) -> Groups | None:
    """What a result's counts, means or rates give; None where they give nothing.

    Raises ValueError for numbers that make no effect.
    """
    if counts_of(result):
        return _of_counts(result)
    if means_of(result):
        return _of_means(result, Means(*means_of(result)))
    converted = converted_means(result) if result.metric in FROM_MEANS else None
    if converted:
        by_medians = "means from" in converted.how
        found = _of_means(result, Means(*converted.means), errors=not by_medians)
        return replace(found, by_direction=by_medians) if found else None
    if rates := rates_of(result) or _rates_beside(result):
        return _by_direction(rate_ratio(*rates), "the rates give")
    return _of_other_counts(result) or _of_one_group(result)


def _by_direction(effect: Effect, give: str) -> Groups | None:
    if effect.y is None or not effect.v:
        return None
    words = f"{give} {effect_in_words(effect)}"
    return Groups(
        effect.y, math.sqrt(effect.v), 0.0, (0.0, 0.0), words, by_direction=True
    )


def _of_counts(result: Result) -> Groups | None:
    effect = FROM_COUNTS[result.metric](*counts_of(result))
    if effect.y is None or not effect.v:
        return None
    se = math.sqrt(effect.v)
    width = 2 * normal_quantile(result.ci_level) * se
    events = (result.events_1, result.events_2)
    cells = (*events, result.total_1 - events[0], result.total_2 - events[1])
    return Groups(
        effect.y,
        se,
        0.0,
        (width, width),
        f"{_BY_COUNTS} {effect_in_words(effect)}",
        # One half was added to a zero, where others do otherwise.
        by_direction=0 in cells and result.metric != Measure.RD,
        fewest_events=min(cells),
    )


def _of_means(result: Result, means: Means, *, errors: bool = False) -> Groups | None:
    """Of means and deviations; ``errors`` is whether standard errors were printed."""
    groups = _given(result, means, result.metric)
    if groups is None:
        return None
    other = means._replace(
        sd1=means.sd1 / math.sqrt(means.n1) if errors else means.sd1 * means.n1**0.5,
        sd2=means.sd2 / math.sqrt(means.n2) if errors else means.sd2 * means.n2**0.5,
    )
    baselines = (result.baseline_1, result.baseline_2)
    changes = None
    if None not in baselines:
        before, after = baselines
        moved = means._replace(mean1=means.mean1 - before, mean2=means.mean2 - after)
        changes = _given(result, moved, result.metric)
    return replace(
        groups,
        of_standard_errors=errors,
        changes=changes,
        other_spread=_given(result, other, result.metric),
    )


def _given(result: Result, means: Means, metric: str) -> Groups | None:
    effect = FROM_MEANS[metric](*means)
    if effect.y is None or not effect.v:
        return None
    se = math.sqrt(effect.v)
    slack, spread = _rounding(result, means, metric)
    quantiles = [normal_quantile(result.ci_level)]
    quantiles += [
        float(stdtrit(df, (1 + result.ci_level) / 2)) for df in _freedom(means)
    ]
    narrow, wide = 2 * min(quantiles) * se, 2 * max(quantiles) * se
    return Groups(
        effect.y,
        se,
        slack,
        (narrow * (1 - spread), wide * (1 + spread)),
        f"the means give {effect_in_words(effect)}",
        of_means=True,
    )


def _rounding(result: Result, means: Means, metric: str) -> tuple[float, float]:
    """How far rounding may move the effect, and by what share its standard error."""
    names = ("mean_1", "mean_2")
    halves = [half_unit(result, name, names) for name in names if _has(result, name)]
    moved = sum(halves)
    stated = [name for name in ("sd_1", "sd_2", "se_1", "se_2") if _has(result, name)]
    shares = [
        half_unit(result, name, tuple(stated)) / value
        for name in stated
        if (value := getattr(result, name))
    ]
    spread = min(max(shares, default=0.0), 0.5)
    if metric == Measure.MD:
        return moved, spread
    if metric == Measure.ROM:
        return moved / min(abs(means.mean1), abs(means.mean2)), spread
    pooled = max((means.sd1 + means.sd2) / 2, 1e-12)
    return moved / pooled + spread * abs(means.mean1 - means.mean2) / pooled, spread


def _has(result: Result, name: str) -> bool:
    return getattr(result, name) is not None


def _freedom(means: Means) -> Sequence[float]:
    """Degrees of freedom with one variance, and with two (Welch)."""
    if min(means.n1, means.n2) < 2:
        return ()
    one, other = means.sd1**2 / means.n1, means.sd2**2 / means.n2
    if not one + other:
        return (means.n1 + means.n2 - 2,)
    welch = (one + other) ** 2 / (one**2 / (means.n1 - 1) + other**2 / (means.n2 - 1))
    return (means.n1 + means.n2 - 2, welch)


def _rates_beside(result: Result) -> tuple[float, ...] | None:
    """Events and person-time of both groups beside a hazard ratio."""
    rates = (
        *(result.events_1, result.person_time_1),
        *(result.events_2, result.person_time_2),
    )
    return rates if result.metric == Measure.HR and None not in rates else None


def _of_other_counts(result: Result) -> Groups | None:
    """Counts beside a hazard or rate ratio: they tell its direction alone."""
    counts = (result.events_1, result.total_1, result.events_2, result.total_2)
    if result.metric not in (Measure.HR, Measure.RATE_RATIO) or None in counts:
        return None
    return _by_direction(risk_ratio(*counts), _BY_COUNTS)


def _of_one_group(result: Result) -> Groups | None:
    """A share or a mean of one group, against the events or the mean it has."""
    size = result.total_1
    if not size:
        return None
    if result.metric == Measure.PROPORTION and result.events_1 is not None:
        y = result.events_1 / size
        se = math.sqrt(y * (1 - y) / size)
        fewest = min(result.events_1, size - result.events_1)
        words = f"{result.events_1:,} of {size:,} are {figure(y)}"
    elif result.metric == Measure.MEAN and None not in (result.mean_1, result.sd_1):
        y, se, fewest = result.mean_1, result.sd_1 / math.sqrt(size), math.inf
        words = f"the mean is entered as {figure(y)}"
    else:
        return None
    width = 2 * normal_quantile(result.ci_level) * se
    slack = half_unit(result, "mean_1", ("mean_1",)) if math.isinf(fewest) else 0.0
    return Groups(
        *(y, se, slack, (width, width), words),
        fewest_events=fewest,
        has_mirror=False,
    )
