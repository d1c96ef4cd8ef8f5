"""What services answered, kept for a while: the same is not asked again so soon."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import timezone

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.lookups import Answer
from bibliography.models import ServiceAnswer
from core.actions import action
from core.jobs import CHUNK, JobRun


@dataclass(frozen=True, slots=True)
class KeptAnswers:
    """The answers kept in the database, as the lookups' client asks for them.

    With ``anew`` none is read, and what services answer replaces what is kept: for
    whoever wants to hear what they say now.
    """

    by: User
    anew: bool = False

    def get(self, service: str, address: str) -> Answer | None:
        """The answer to a question that is still good, if one is kept (one query)."""
        if self.anew:
            return None
        row = ServiceAnswer.objects.filter(
            service=service, address_sha256=_hash_of(address)
        ).first()
        if row is None or timezone.now() - row.asked_at >= _good_for(row.status):
            return None
        return Answer(
            row.service, row.address, row.status, bytes(row.content), row.asked_at
        )

    def put(self, answer: Answer) -> None:
        """Keep an answer in place of an earlier one to the same question."""
        keep_answer(answer=answer, by=self.by)


def _good_for(status: int) -> timedelta:
    """How long an answer is good for: that nothing is there may change any time."""
    good_for = settings.ANSWERS_GOOD_FOR
    return min(good_for, settings.MISSING_GOOD_FOR) if status == 404 else good_for


def _hash_of(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()


@action
def keep_answer(*, answer: Answer, by: User, reason: str = "") -> None:
    """Keep an answer; two workers who bring the same at once both succeed."""
    require(by, Permission.LOOK_UP_WORKS)
    row = ServiceAnswer(
        service=answer.service,
        address=answer.address,
        address_sha256=_hash_of(answer.address),
        status=answer.status,
        content=answer.content,
        sha256=answer.sha256,
        asked_at=answer.asked_at,
    )
    ServiceAnswer.objects.bulk_create(
        [row],
        update_conflicts=True,
        unique_fields=["service", "address_sha256"],
        update_fields=["status", "content", "sha256", "asked_at"],
    )


@action
def forget_answers(*, before: datetime, by: User, reason: str = "") -> int:
    """Forget the oldest answers that came before a time, 1,000 at most; how many."""
    require(by, Permission.LOOK_UP_WORKS)
    old = ServiceAnswer.objects.filter(asked_at__lt=before)
    oldest = list(old.order_by("asked_at").values_list("pk", flat=True)[:CHUNK])
    return old.filter(pk__in=oldest).delete()[0]


def run(job: JobRun) -> dict[str, Any]:
    """Job kind ``forget_answers``: forget what is no longer good for anybody."""
    before, gone = timezone.now() - settings.ANSWERS_GOOD_FOR, 0
    while forgotten := forget_answers(before=before, by=job.by):
        gone += forgotten
        job.progress(gone)
    return {"says": [f"Answers of services forgotten: {gone:,}."], "address": "/"}
