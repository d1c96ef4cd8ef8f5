"""Keeping what services answered: one row for each answer, never changed."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.lookups import Citation
from bibliography.matching import Comparison, FieldComparison, Overall, Says, compare
from bibliography.models import Reference, ReferenceCheck
from bibliography.records import LookupAnswer, LookupStatus, NoticeFound, Record
from core.actions import action, save


@action
def record_check(
    *,
    answer: LookupAnswer,
    searched_at: datetime,
    by: User,
    query: Mapping[str, Any],
    candidates: Iterable[Mapping[str, Any]] = (),
    reference: Reference | None = None,
    reason: str = "",
) -> ReferenceCheck:
    """Keep an answer, with those of its records that may be the one meant.

    ``searched_at`` is one for all that one search brought; the answer itself may be
    older, and says so.

    A service that answered with other works alone is kept as "nothing found"; one that
    failed as "no answer", with the reason: the two are never exchanged.
    """
    require(by, Permission.LOOK_UP_WORKS)
    kept = [dict(candidate) for candidate in candidates]
    outcome = str(answer.status)
    if answer.status is not LookupStatus.FAILED and not kept:
        outcome = ReferenceCheck.Outcome.NONE
    return save(
        ReferenceCheck(
            service=answer.service,
            query=dict(query),
            outcome=outcome,
            reference=reference,
            candidates=kept,
            answer_sha256=answer.sha256,
            error=answer.reason,
            asked_at=answer.asked_at,
            searched_at=searched_at,
        )
    )


def candidate_json(
    record: Record,
    comparison: Comparison,
    notices: Iterable[NoticeFound] = (),
    reference: int | None = None,
) -> dict[str, Any]:
    """One record of an answer as a check keeps it.

    ``notices`` of the whole answer are narrowed to those about this very record;
    ``reference`` is its row, where it is one of ours.
    """
    return {
        "record": record.as_json(),
        "comparison": comparison.as_json(),
        "notices": [notice_json(n) for n in notices if n.is_about(record)],
        "reference": reference,
    }


def notice_json(notice: NoticeFound) -> dict[str, str]:
    """A notice as a check keeps it; what is not stated is empty."""
    return {
        "kind": str(notice.kind),
        "source": notice.source,
        "dated": notice.dated,
        "notice_doi": notice.notice_doi or "",
        "notice_pmid": notice.notice_pmid or "",
        "says": notice.says,
    }


def compare_cited(
    cited: Citation, identifiers: Mapping[str, str], record: Record
) -> Comparison:
    """A cited work beside a record, identifiers too where the article states some.

    An identifier that agrees makes up for a title that is not stated, or not to the
    word, but not for a record that says nothing else of the work; one that disagrees
    keeps any record from agreeing. An identifier that agrees while the title, or the
    first author, is quite another's leaves the work "other": the conflict shows.
    """
    stated = {scheme: value for scheme, value in identifiers.items() if value}
    if not stated:
        return compare(cited, record)
    own = _identifier_field(stated, record)
    compared = compare(cited, record, is_identified=own.says is Says.AGREES)
    fields = (own, *compared.fields)
    disagreeing = {field.field for field in fields if field.says is Says.DISAGREES}
    overall = compared.overall
    if own.says is Says.AGREES:
        if not disagreeing and (record.title or compared.agreeing):
            overall = Overall.AGREES
        elif overall is Overall.OTHER and _is_another(fields):
            overall = Overall.OTHER
        else:
            overall = Overall.CANDIDATE
    elif own.says is Says.DISAGREES and overall is Overall.AGREES:
        overall = Overall.CANDIDATE
    return Comparison(overall, fields)


def _identifier_field(stated: Mapping[str, str], record: Record) -> FieldComparison:
    found = {scheme: record.identifier(scheme) or "" for scheme in stated}
    both = [scheme for scheme in stated if found[scheme]]
    if not both:
        says = Says.UNKNOWN
    elif all(found[scheme] == stated[scheme] for scheme in both):
        says = Says.AGREES
    else:
        says = Says.DISAGREES
    return FieldComparison("identifier", says, _written(stated), _written(found))


def _written(identifiers: Mapping[str, str]) -> str:
    return "; ".join(f"{s.upper()} {v}" for s, v in identifiers.items() if v)


def _is_another(fields: Iterable[FieldComparison]) -> bool:
    """Whether title, or without one the authors, say that it is another work."""
    said = {field.field: field.says for field in fields}
    if said["title"] is Says.UNKNOWN:
        return said["authors"] is Says.DISAGREES
    return said["title"] is Says.DISAGREES
