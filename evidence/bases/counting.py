"""Which candidates of a base count for its claim, and why each other does not."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet

from claims.words import ClaimKind
from core.kept_sql import Ids, KeptRows
from evidence.judged import (
    ELEMENTS,
    Notices,
    is_retracted,
    notices_on,
    own_report_of,
    rated_of,
)
from evidence.method import Candidate, NotCounting, start_of
from evidence.models import EvidenceBase, EvidenceItem
from evidence.words import Bearing, Decision, Directness, OwnReport, Reason
from studies.designs import PRECLINICAL
from studies.models import Report, Result, Study
from studies.results.consistency import unanswered

_UNFINISHED = (Study.Status.PLANNED, Study.Status.ONGOING, Study.Status.NO_RESULTS)
_BY_REASON = {
    Reason.SECOND_HAND: NotCounting.SECOND_HAND,
    Reason.RETRACTED: NotCounting.RETRACTED,
}


@dataclass(frozen=True)
class Known:
    """What is known beside the rows of a base: who is retracted, what still runs."""

    retracted: Collection[int]  # studies
    unfinished: Collection[int]  # references of studies without results


def known_of(items: Iterable[EvidenceItem], notices: Notices | None = None) -> Known:
    """What decides besides the items themselves (at most two queries).

    ``notices`` are those on their studies, where they are loaded already.
    """
    rows = list(items)
    studies = {row.result.study_id for row in rows if row.result_id}
    records = {row.passage.reference_id for row in rows if row.passage_id}
    found = notices or notices_on(studies=studies, references=set())
    standing = found.of_study
    reports = Report.objects.filter(
        reference__in=records, study__status__in=_UNFINISHED
    )
    unfinished = set(reports.values_list("reference", flat=True)) if records else set()
    retracted = {id for id, notices in standing.items() if is_retracted(notices)}
    return Known(retracted, unfinished)


def candidates_of(base: EvidenceBase) -> list[EvidenceItem]:
    """All candidates of a base, with what they are of."""
    return candidates.rows(bases=[base.pk])


@KeptRows
def candidates(bases: Ids) -> QuerySet[EvidenceItem]:
    """All candidates of some bases, with what they are of, as they were added."""
    return (
        EvidenceItem.objects.filter(base__any_of=bases)
        .select_related("result__study", "result__outcome", "passage__reference")
        .annotate(own_report=own_report_of("result__study"))
        .order_by("id")
    )


def without_report(candidates: Iterable[EvidenceItem]) -> list[Study]:
    """Studies whose own results are included, and of which no report is on file."""
    studies = {
        one.result.study
        for one in candidates
        if one.decision == Decision.INCLUDED
        and one.result
        and one.result.provenance == Result.Provenance.PRIMARY
        and one.own_report != OwnReport.ON_FILE
    }
    return sorted(studies, key=lambda study: (study.label, study.pk))


def counts_as(kind: str, item: EvidenceItem, known: Known) -> Candidate | None:
    """Why a candidate does not count for a claim of a kind; None where it does.

    It is read as its numbers propose.
    """
    if item.result is None:
        running = item.passage.reference_id in known.unfinished
        why = NotCounting.ONGOING if running else NotCounting.NO_RESULT
        return Candidate(why)
    by_itself = by_itself_not(kind, item.result, known.retracted)
    if item.decision != Decision.INCLUDED:
        return _left_out(item, by_itself)
    if by_itself is None and not addresses(_proposed(item)):
        by_itself = NotCounting.OTHER_QUESTION
    return Candidate(by_itself) if by_itself else None


def by_itself_not(
    kind: str,
    result: Result,
    retracted: Collection[int],
    asked: Collection[str] | None = None,
) -> NotCounting | None:
    """Why a result does not count, however it is read; None where nothing speaks so.

    ``retracted`` are studies; ``asked`` is what is asked about its numbers and was not
    answered, looked for where it is not given.
    """
    if result.is_withdrawn:
        return NotCounting.WITHDRAWN
    if not result.is_at_source:
        return NotCounting.SECOND_HAND
    if result.study.design in PRECLINICAL:
        return NotCounting.PRECLINICAL
    if result.study_id in retracted:
        return NotCounting.RETRACTED
    if start_of(ClaimKind(kind), rated_of(result)) is None:
        return NotCounting.DESIGN
    # Numbers that may be another's, or turned round, are no ground for a verdict.
    if asked is None:
        asked = unanswered(result, result.study.design)
    return NotCounting.UNANSWERED if asked else None


def _left_out(item: EvidenceItem, by_itself: NotCounting | None) -> Candidate:
    """As what it is, where that alone keeps it from counting; else as was said."""
    said = _BY_REASON.get(Reason(item.reason))
    if said or by_itself:
        return Candidate(said or by_itself)
    words = item.reason_words or Reason(item.reason).label
    return Candidate(NotCounting.LEFT_OUT, words)


def _proposed(item: EvidenceItem) -> dict[str, str]:
    names = ("bearing", *(f"{element}_match" for element in ELEMENTS))
    return {name: getattr(item, name) for name in names}


def addresses(reading: Mapping[str, str]) -> bool:
    """Whether something that is read so speaks of the claim's own question."""
    matches = {reading.get(f"{element}_match", "") for element in ELEMENTS}
    other = Directness.OTHER in matches
    return reading.get("bearing") != Bearing.DOES_NOT_ADDRESS and not other
