"""Doing once what a program asks for twice: ``Idempotency-Key``.

Whoever hears no answer asks again with the same key, and gets the first answer. The key
is stored in the transaction that does the work, so that of two at once one waits for
the other; what was refused stored nothing, its key neither.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction

from core.errors import Refused
from core.models import FirstAnswer

KEEP = timedelta(days=7)
DONE = range(200, 300)


@dataclass(frozen=True)
class Answer:
    """What is kept of an answer."""

    status: int
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)


def first_answer(
    *, by: Any, key: str, sha256: str, make: Callable[[], Answer]
) -> Answer:
    """What ``make`` answers; where the key came before, what it answered then.

    ``sha256`` is of the whole request. Raises Refused where the key came with another,
    and as ``make`` does.
    """
    refused: Refused
    with transaction.atomic():
        kept = _claim_key(by, key, sha256)
        if kept is None:
            return _answered_before(by, key, sha256)
        try:
            answer = make()
        except Refused as refusal:
            if not refusal.afterwards:
                raise
            kept.delete()  # that it was refused is stored, and nothing else
            refused = refusal
        else:
            _keep(kept, answer)
            return answer
    raise refused


def _keep(row: FirstAnswer, answer: Answer) -> None:
    """Keep what was answered; only of what was done."""
    if answer.status not in DONE:
        row.delete()
        return
    row.status, row.body, row.headers = answer.status, answer.body, answer.headers
    row.save(update_fields=["status", "body", "headers"])


def _claim_key(by: Any, key: str, sha256: str) -> FirstAnswer | None:
    """A row for the key; None where it has one, once that one is stored."""
    try:
        with transaction.atomic():
            return FirstAnswer.objects.create(by=by, key=key, request_sha256=sha256)
    except IntegrityError:
        return None


def _answered_before(by: Any, key: str, sha256: str) -> Answer:
    kept = FirstAnswer.objects.get(by=by, key=key)
    if kept.request_sha256 != sha256:
        raise Refused(
            "This Idempotency-Key came with another request before; what is asked for "
            "anew takes a new key."
        )
    return Answer(kept.status, kept.body, kept.headers)


def forget_answers(now: datetime) -> None:
    """Forget the answers that nobody asks for again."""
    FirstAnswer.objects.filter(created_at__lt=now - KEEP).delete()
