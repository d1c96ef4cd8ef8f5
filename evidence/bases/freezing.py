"""Can't say by rule: what freezing a base says where nothing in it counts."""

from collections.abc import Collection

from accounts.models import User
from articles.models import Mention
from claims.claims.verdict import GivenVerdict
from claims.models import Claim, ClaimVersion
from claims.words import Standing, Verdict
from evidence.bases.counting import candidates_of, counts_as, known_of
from evidence.claims.verdicts import take_verdict
from evidence.judged import Notices
from evidence.method import (
    CANT_SAY_BECAUSE,
    GRADE_METHODS,
    Candidate,
    NotCounting,
    Nothing,
    Search,
    is_circular,
    method_for,
    nothing_counts,
)
from evidence.models import EvidenceBase, EvidenceItem
from studies.models import Result


def judge_without_evidence(
    *, base: EvidenceBase, nothing: Nothing, by: User
) -> ClaimVersion:
    """Give the verdict can't say where nothing in a GRADE base counts.

    No grade is made: nothing was graded. Only inside an action.
    """
    return take_verdict(
        claim=base.claim,
        cause=ClaimVersion.Cause.FREEZING,
        given=GivenVerdict(
            verdict=Verdict.CANT_SAY,
            cant_say_because=nothing.because,
            standing=Standing.RULE,
            scope=base.scope,
            judged_at=base.frozen_at,
            sentence=in_words(nothing),
        ),
        why=in_words(nothing),
        by=by,
    )


def in_words(nothing: Nothing) -> str:
    """Why nothing can be said, as a sentence or two."""
    sentence = CANT_SAY_BECAUSE[nothing.because]
    return f"{sentence} Found: {nothing.why}." if nothing.why else sentence


def cant_say_of(
    base: EvidenceBase,
    candidates: Collection[EvidenceItem] | None = None,
    notices: Notices | None = None,
) -> Nothing | None:
    """Why a base can't say anything, as its items stand.

    None where something counts, or where the claim is not judged by GRADE.
    ``candidates`` are all of the base, and ``notices`` those on their studies, where
    they are loaded already.
    """
    kind = base.claim.kind
    if method_for(kind) not in GRADE_METHODS:
        return None
    items = candidates_of(base) if candidates is None else candidates
    known = known_of(items, notices)
    found: list[Candidate] = []
    told: list[Result] = []
    for item in items:
        candidate = counts_as(kind, item, known)
        if candidate is None:
            return None
        found.append(candidate)
        if candidate.why is NotCounting.SECOND_HAND:
            told.append(item.result)
    return nothing_counts(
        found,
        searched=Search(scope=base.scope).is_search,
        circular=_is_circular(base.claim, told),
    )


def nothing_found(base: EvidenceBase) -> Nothing:
    """Why a claim that is checked, and not rated, finds nothing to be checked by."""
    items = candidates_of(base)
    known = known_of(items)
    other = Candidate(NotCounting.OTHER_QUESTION)
    found = [counts_as(base.claim.kind, item, known) or other for item in items]
    return nothing_counts(found, searched=Search(scope=base.scope).is_search)


def _is_circular(claim: Claim, second_hand: list[Result]) -> bool:
    """Whether every article that tells these results makes the claim itself.

    Copies of one text count as one; a result whose article is not known is not
    circular for all anyone knows.
    """
    told = Result.objects.filter(pk__in=[result.pk for result in second_hand])
    article = "second_hand_source__version__article"
    sources = [
        same or own
        for same, own in told.values_list(f"{article}__same_text_as", article)
    ]
    makes = Mention.objects.accepted().filter(claim=claim)
    making = {
        same or own
        for same, own in makes.values_list("article__same_text_as", "article")
    }
    return is_circular(sources, making)
