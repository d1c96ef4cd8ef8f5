"""What rules propose of a candidate: its bearing and directness."""

from datetime import date

from django.db.models import Count

from claims.models import Claim
from claims.words import ClaimKind, Scope
from evidence.bases.question import asked_by
from evidence.bases.reading import read_result
from evidence.method import lead_in
from evidence.models import EvidenceBase, EvidenceItem
from evidence.words import Directness
from studies.models import Result
from texts.rules import RuleEffect, RuleEntry
from texts.titles import normalise_title

RULE_ENTRIES = (
    RuleEntry(
        "bases.proposing",
        "How well a candidate’s people, treatment, comparison and outcome fit the"
        " claim’s question is proposed from how they are called.",
        RuleEffect.PROPOSES,
        "Footing; GRADE guidelines 8 (Guyatt 2011)",
    ),
    RuleEntry(
        "bases.other_way",
        "A result that compares a claim’s comparator with its intervention is read and "
        "pooled with its arms swapped.",
        RuleEffect.DECIDES,
        "Footing; Cochrane Handbook, chapter 6",
    ),
)


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

    Its numbers are held against the margin, the size or the range of the claim.
    """
    if not claim.asserts and claim.kind != ClaimKind.PREVALENCE:
        return "", "It is not set yet what the claim asserts."
    try:
        found = read_result(claim, claim, result)
    except ValueError as error:
        return "", f"Its numbers make no effect. {error}"
    return str(found.bearing), found.reason


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
    measured, asked = base.claim.outcome_measured_id, asked_by(base)
    same = {
        name: _alike(asked[name], words)
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
        studies=_studies(base) if known else None,
    )


def _studies(base: EvidenceBase) -> int:
    """How many studies are included, and read at their source."""
    included = base.items.filter(
        decision=EvidenceItem.Decision.INCLUDED,
        result__provenance__in=Result.Provenance.at_source(),
    )
    return included.aggregate(n=Count("result__study", distinct=True))["n"]
