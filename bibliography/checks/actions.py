"""Keeping what services answered: one row for each answer, never changed."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.matching import Comparison
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
