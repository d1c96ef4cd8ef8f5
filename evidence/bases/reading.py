"""What numbers say of a claim: a result's or a line's, held against its figures.

The figures (margin, claimed size, a range) are the claim's until its base is frozen,
and the base's from then on.
"""

from typing import NamedTuple

from claims.claims.figures import THRESHOLDS, Figures
from claims.models import Claim
from claims.words import Asserts, ClaimKind
from evidence.method import (
    BY_MARGIN,
    OF_SMD,
    BearingProposal,
    propose_bearing,
    propose_occurrence,
    propose_value,
)
from evidence.models import EvidenceBase
from evidence.words import Bearing, SizeClass
from studies.effects import (
    COMPARING,
    RATIOS,
    Measure,
    proportion_interval,
    to_analysis_scale,
)
from studies.models import Result
from studies.results.compared import is_other_way
from studies.results.effects import has_usual_interval, is_usual_level
from studies.words import Contrast, Direction
from texts.titles import same_however_typed

_IN_UNITS = frozenset({Measure.MD})
_OPPOSITE = {Direction.HIGHER: Direction.LOWER, Direction.LOWER: Direction.HIGHER}
_SWAPPED = "It compares the other way round, so that its arms are swapped."
_SURE = "0.001"  # any p-value that lets a direction by itself be read


class Against(NamedTuple):
    """What a number is held against, on its analysis scale; why none of it applies."""

    margin: float | None = None
    size: float | None = None
    thresholds: tuple[float, ...] = ()
    why_not: str = ""


class Numbers(NamedTuple):
    """An estimate and its 95 % interval on the analysis scale, as far as known."""

    metric: str
    unit: str = ""
    estimate: float | None = None
    low: float | None = None
    high: float | None = None

    def turned(self) -> "Numbers":
        """The same with the arms swapped."""
        shown = (self.estimate, self.high, self.low)
        swapped = (None if one is None else 0.0 - one for one in shown)
        return Numbers(self.metric, self.unit, *swapped)


class Said(NamedTuple):
    """What stands beside the numbers and decides how they are read."""

    better: str = "not_stated"
    direction: str = "not_stated"
    p_value: str = ""
    contrast: str = Contrast.BETWEEN_ARMS

    @classmethod
    def of(cls, claim: Claim, result: Result) -> "Said":
        """What stands beside a result's numbers, compared as the claim compares."""
        better, direction = result.outcome.better, result.direction
        if compares_other_way(claim, result):
            direction = _OPPOSITE.get(direction, direction)
        return cls(better, direction, result.p_value, result.contrast)


def figures_for(base: EvidenceBase) -> Figures:
    """The figures a base is read by: its own once it is frozen, else the claim's."""
    return base if base.is_frozen else base.claim


def against(figures: Figures, metric: str, unit: str) -> Against:
    """What numbers of a measure, in a unit, are held against."""
    if not figures.scale:
        return Against()
    scale = Measure(figures.scale)
    if metric != scale:
        return Against(
            why_not=f"The question’s numbers are on the scale of a {scale.label}, and "
            f"this is a {Measure(metric).label}, so none of them applies."
        )
    units = [same_however_typed(one) for one in (figures.figures_unit, unit)]
    if scale in _IN_UNITS and all(units) and units[0] != units[1]:
        return Against(
            why_not=f"The question’s numbers are in {figures.figures_unit}, and this "
            f"is in {unit}, so none of them applies."
        )
    try:
        margin, size = _on(scale, figures.margin), _on(scale, figures.claimed_size)
        steps = [_on(scale, getattr(figures, name)) for name in THRESHOLDS]
    except ValueError as error:
        return Against(why_not=f"The question’s numbers fit no scale: {error}")
    return Against(margin, size, tuple(step for step in steps if step is not None))


def sizes_begin(figures: Figures, metric: str, unit: str) -> dict[SizeClass, float]:
    """Where each size begins for numbers of a measure: as stated, an SMD's as usual."""
    held = against(figures, metric, unit)
    if held.why_not or not held.thresholds:
        return OF_SMD if metric == Measure.SMD else {}
    scale = Measure(figures.scale)
    stated = {
        SizeClass(name.removesuffix("_from")): _on(scale, getattr(figures, name))
        for name in THRESHOLDS
    }
    return {size: at for size, at in stated.items() if at is not None}


def _on(scale: Measure, value: float | None) -> float | None:
    return None if value is None else to_analysis_scale(scale, value)


def lacks_margin(claim: Claim, figures: Figures, numbers: Numbers | None) -> str:
    """Why a claim that is judged by a margin has none to be judged by; empty if so."""
    if claim.asserts not in BY_MARGIN:
        return ""
    if figures.margin is None:
        return (
            "No margin says what still counts as little or as equally good: state the "
            "margin in the claim’s question, before the next evidence base is frozen."
        )
    return against(figures, numbers.metric, numbers.unit).why_not if numbers else ""


# --- reading ---


def read_result(claim: Claim, figures: Figures, result: Result) -> BearingProposal:
    """What a result says of a claim; ValueError where its numbers make no effect."""
    if claim.kind == ClaimKind.PREVALENCE:
        return _read_share(claim, figures, share_of(result))
    if _can_occur(claim, result):
        return propose_occurrence(result.events_1)
    numbers = numbers_of(claim, result)
    if numbers is None:
        return BearingProposal(
            Bearing.INCONCLUSIVE, "Its numbers leave the effect not estimable."
        )
    found = read_numbers(claim, figures, numbers, Said.of(claim, result))
    if not compares_other_way(claim, result):
        return found
    return BearingProposal(found.bearing, f"{_SWAPPED} {found.reason}")


def _can_occur(claim: Claim, result: Result) -> bool:
    """Whether a claim that something occurs is asked of people without a comparator."""
    says_so = claim.kind == ClaimKind.HARM and claim.asserts == Asserts.EXISTS
    counted = result.events_1 is not None and result.events_2 is None
    return says_so and counted and result.contrast != Contrast.BETWEEN_ARMS


def read_numbers(
    claim: Claim, figures: Figures, numbers: Numbers, said: Said
) -> BearingProposal:
    """What an estimate and its interval say of a claim that asserts something."""
    if claim.kind == ClaimKind.PREVALENCE:
        return _read_share(claim, figures, (numbers.low, numbers.high))
    if not claim.asserts:
        return BearingProposal(
            Bearing.INCONCLUSIVE, "It is not set what the claim asserts."
        )
    held = against(figures, numbers.metric, numbers.unit)
    found = propose_bearing(
        asserts=claim.asserts,
        negated=claim.negated,
        estimate=numbers.estimate,
        low=numbers.low,
        high=numbers.high,
        p_value=said.p_value,
        direction=said.direction,
        better_when=said.better,
        little_difference_margin=held.margin,
        claimed_size=held.size,
        contrast=said.contrast,
    )
    why = " ".join(filter(None, (found.reason, held.why_not)))
    return BearingProposal(found.bearing, why)


def points(claim: Claim, figures: Figures, numbers: Numbers, said: Said) -> str:
    """The side that an estimate is on by itself, whatever its interval."""
    if numbers.estimate is None:
        alone = said._replace(p_value=_SURE)
        return str(read_numbers(claim, figures, numbers, alone).bearing)
    at = numbers._replace(low=numbers.estimate, high=numbers.estimate)
    if claim.kind == ClaimKind.PREVALENCE:
        at = at._replace(metric=Measure.PROPORTION)
    return str(read_numbers(claim, figures, at, said).bearing)


def compares_other_way(claim: Claim, result: Result) -> bool:
    """Whether a result compares the claim's comparator with its intervention."""
    asked = (claim.intervention, claim.comparator)
    two_groups = result.metric in COMPARING or result.metric == Measure.WORDS
    compares = two_groups and result.contrast != Contrast.BEFORE_AFTER
    return compares and is_other_way(result.compared, *asked)


def numbers_of(claim: Claim, result: Result) -> Numbers | None:
    """A result's numbers on its analysis scale; None where it has no effect.

    A printed 95 % interval is read as it stands, and comes before what is computed;
    intervals of other levels are turned into 95 % ones. Arms that stand the other way
    round than the claim compares them are swapped.
    """
    numbers = _as_entered(result)
    other_way = numbers is not None and compares_other_way(claim, result)
    return numbers.turned() if numbers and other_way else numbers


def _as_entered(result: Result) -> Numbers | None:
    unit = result.outcome.unit
    effect = result.effect()
    if effect is not None and not effect.estimable:
        return None
    if effect is not None:
        limits = effect.ci() or (None, None)
        numbers = _printed(result) or (effect.y, *limits)
        return Numbers(result.metric, unit, *numbers)
    if result.estimate is None or result.metric not in COMPARING:
        return Numbers(result.metric, unit)
    estimate = to_analysis_scale(Measure(result.metric), result.estimate)
    return Numbers(result.metric, unit, estimate)


def _printed(result: Result) -> tuple[float, ...] | None:
    """A printed estimate with its 95 % limits; None where the scale holds no such."""
    measure = Measure(result.metric)
    if not has_usual_interval(result):
        return None
    if result.estimate is None or (measure in RATIOS and result.ci_low <= 0):
        return None
    printed = (result.estimate, result.ci_low, result.ci_high)
    return tuple(to_analysis_scale(measure, one) for one in printed)


def share_of(result: Result) -> tuple[float | None, float | None]:
    """The 95 % interval of a share of people; nothing where it cannot be known."""
    if result.events_1 is not None and result.total_1:
        return proportion_interval(result.events_1, result.total_1)
    if result.metric == Measure.PROPORTION and is_usual_level(result):
        return result.ci_low, result.ci_high
    return None, None


def _read_share(
    claim: Claim, figures: Figures, limits: tuple[float | None, float | None]
) -> BearingProposal:
    low, high = limits
    if low is None or high is None:
        return BearingProposal(
            Bearing.INCONCLUSIVE, "Without counts or an interval no share is known."
        )
    return propose_value(
        low=100 * low,
        high=100 * high,
        value_low=figures.value_low,
        value_high=figures.value_high,
        negated=claim.negated,
    )
