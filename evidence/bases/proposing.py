"""What rules propose of a candidate: its bearing and directness."""

from datetime import date

from django.db.models import Count

from claims.models import Claim
from claims.words import Scope
from evidence.method import lead_in, propose_bearing
from evidence.models import EvidenceBase, EvidenceItem
from evidence.words import Bearing, Directness
from studies.effects import COMPARING, Measure, to_analysis_scale
from studies.models import Result
from texts.titles import normalise_title


def proposals(base: EvidenceBase, item: EvidenceItem) -> dict[str, str]:
    """Column values of an item that are proposed by rule; empty where none knows."""
    if item.result is None:
        return {}
    bearing, why = bearing_of(base.claim, item.result)
    return {
        "bearing": bearing,
        "bearing_why": why,
        **directness_of(base, item.result),
    }


def bearing_of(claim: Claim, result: Result) -> tuple[str, str]:
    """What a result says of a claim, and why; nothing where the claim asserts nothing.

    The study's effect is taken on its analysis scale. No rule reads the claim's
    margin yet.
    """
    if not claim.asserts:
        return "", "It is not set yet what the claim asserts."
    try:
        numbers = _numbers(result)
    except ValueError as error:
        return "", f"Its numbers make no effect. {error}"
    if numbers is None:
        return Bearing.INCONCLUSIVE, "Its numbers leave the effect not estimable."
    proposal = propose_bearing(
        asserts=claim.asserts,
        negated=claim.negated,
        direction=result.direction,
        better_when=result.outcome.better,
        contrast=result.contrast,
        **numbers,
    )
    return str(proposal.bearing), proposal.reason


def _numbers(result: Result) -> dict[str, float] | None:
    """Estimate and interval on the analysis scale, as far as known; None: no effect."""
    effect = result.effect()
    if effect is not None:
        if not effect.estimable:
            return None
        low, high = effect.ci(result.ci_level)
        return {"estimate": effect.y, "low": low, "high": high}
    if result.estimate is None or result.metric not in COMPARING:
        return {}
    return {"estimate": to_analysis_scale(Measure(result.metric), result.estimate)}


def directness_of(base: EvidenceBase, result: Result) -> dict[str, str]:
    """Elements of the question that a study's own words repeat; the rest is for people.

    Only sameness is proposed: that words differ does not say how.
    """
    study = result.study
    told = {
        "population": study.population,
        "intervention": study.intervention,
        "comparator": study.comparator,
        "outcome": result.outcome.name,
    }
    measured = base.claim.outcome_measured_id
    same = {
        name: _alike(getattr(base, name), words)
        or (name == "outcome" and measured == result.outcome_id)
        for name, words in told.items()
    }
    return {
        f"{name}_match": Directness.SAME if agrees else ""
        for name, agrees in same.items()
    }


def _alike(asked: str, told: str) -> bool:
    return bool(asked.strip()) and normalise_title(asked) == normalise_title(told)


def lead_of(base: EvidenceBase) -> str:
    """The words with which every sentence on this base begins.

    Where no search is dated, the evidence was found up to the day of freezing. A review
    without a year has none to name: ValueError.
    """
    review = base.review
    frozen = base.frozen_at.date() if base.frozen_at else date.today()
    known = base.scope == Scope.OTHER_KNOWN
    return lead_in(
        Scope(base.scope),
        searched_on=base.searched_on or frozen,
        sources=base.sources,
        review=review.label.removesuffix(str(review.year)).strip() if review else "",
        year=review.year if review else None,
        studies=review.inclusions.count() if review else _studies(base) * known,
    )


def _studies(base: EvidenceBase) -> int:
    """How many studies are included."""
    included = base.items.filter(decision=EvidenceItem.Decision.INCLUDED)
    return included.aggregate(n=Count("result__study", distinct=True))["n"]
