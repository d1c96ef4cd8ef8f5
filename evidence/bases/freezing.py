"""Can't say by rule: what freezing a base says where there is nothing to grade."""

from accounts.models import User
from articles.models import Mention
from claims.claims.verdict import GivenVerdict
from claims.models import Claim, ClaimVersion
from claims.words import CantSay, Standing, Verdict
from evidence.claims.verdicts import take_verdict
from evidence.method import (
    CANT_SAY_BECAUSE,
    GRADE_METHODS,
    is_circular,
    method_for,
    why_cant_say,
)
from evidence.models import EvidenceBase, EvidenceItem
from studies.designs import PRECLINICAL
from studies.models import Report, Result, Study

MOST_NAMED = 5  # candidates named in one sentence
_UNFINISHED = (Study.Status.PLANNED, Study.Status.ONGOING, Study.Status.NO_RESULTS)


def judge_without_evidence(*, base: EvidenceBase, by: User) -> ClaimVersion | None:
    """Give the verdict can't say where a GRADE base has no result read at its source.

    No grade is made: nothing was graded. None where there is something to grade, or
    where the claim is judged otherwise. Only inside an action.
    """
    if method_for(base.claim.kind) not in GRADE_METHODS:
        return None
    because = cant_say_of(base)
    if because is None:
        return None
    return take_verdict(
        claim=base.claim,
        cause=ClaimVersion.Cause.FREEZING,
        given=GivenVerdict(
            verdict=Verdict.CANT_SAY,
            cant_say_because=because,
            standing=Standing.RULE,
            scope=base.scope,
            judged_at=base.frozen_at,
        ),
        why=CANT_SAY_BECAUSE[because],
        by=by,
    )


def undecided(base: EvidenceBase) -> str:
    """A sentence that names the candidates nobody has decided on; empty for none."""
    items = EvidenceItem.objects.filter(base=base, decision="awaiting")
    items = items.select_related("result__study", "passage__reference").order_by("id")
    names = [
        item.result.study.label if item.result_id else item.passage.reference.title
        for item in items
    ]
    if not names:
        return ""
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    named = "; ".join(names[:MOST_NAMED])
    return f"Nobody has decided yet on {named}{more}: include each or leave it out."


def cant_say_of(base: EvidenceBase) -> CantSay | None:
    """Why a base can't say anything; None where it has results in people to grade.

    Second-hand results count whether they are included or excluded as such.
    """
    items = list(EvidenceItem.objects.filter(base=base).select_related("result__study"))
    included = [item for item in items if item.decision == "included"]
    results = [item.result for item in included if item.result_id]
    rated = [result for result in results if result.is_rated]
    animal = [
        result
        for result in results
        if result.is_at_source and result.study.design in PRECLINICAL
    ]
    second_hand = [item.result for item in items if _is_second_hand(item)]
    return why_cant_say(
        searched=_was_searched(base),
        read_at_source=len(rated),
        second_hand=len(second_hand),
        circular=_is_circular(base.claim, second_hand),
        preclinical=len(animal),
        ongoing=_unfinished(included),
    )


def _is_second_hand(item: EvidenceItem) -> bool:
    counts = item.decision == "included" or item.reason == "second_hand"
    return bool(counts and item.result and not item.result.is_at_source)


def _was_searched(base: EvidenceBase) -> bool:
    """Whether anybody looked further than into what the article cites."""
    return base.scope != EvidenceBase.Scope.CITED_ONLY or bool(base.searched_on)


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


def _unfinished(included: list[EvidenceItem]) -> int:
    """Included passages of registrations or protocols of studies without results."""
    records = [item.passage.reference_id for item in included if item.passage_id]
    reports = Report.objects.filter(
        reference__in=records, study__status__in=_UNFINISHED
    )
    return reports.values("study").distinct().count()
