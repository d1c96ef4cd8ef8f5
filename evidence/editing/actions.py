"""What editors do with a verdict besides publishing it."""

from accounts.models import User
from accounts.permissions import Permission, require
from claims.models import Claim
from claims.words import Standing
from core.actions import action, expect_revision, save, touch
from core.errors import Refused
from core.withdrawing import expect_current
from evidence.claims.verdicts import lock
from evidence.editing.models import SentBack
from evidence.grades.publishing import (
    judged_alone,
    latest,
    latest_grade,
    refuse_another_grade,
)
from evidence.models import Grade


@action
def send_back(
    *,
    claim: Claim,
    by: User,
    reason: str,
    revision: int | None = None,
    grade: Grade | None = None,
) -> SentBack:
    """Send the latest verdict back to those who judged, saying what to look at again.

    It stays as it is, a draft; the next grade answers it. ``revision`` is that of the
    claim as the editor saw it, ``grade`` the one that is meant, where one is. Raises
    NotAllowed, Refused and LostRace.
    """
    require(by, Permission.PUBLISH)
    lock(claim)
    expect_revision(claim, revision)
    refuse_another_grade(claim, grade)
    refuse_to_send_back(claim, by)
    if not reason.strip():
        raise Refused("Say what is to be looked at again.", field="reason")
    sent = save(SentBack(grade=latest_grade(claim), why=reason.strip(), by=by))
    touch(claim)
    return sent


def refuse_to_send_back(claim: Claim, by: User) -> None:
    """Raise Refused, saying why, unless the latest verdict may be sent back."""
    expect_current(claim)
    if latest(claim).standing == Standing.PUBLISHED:
        raise Refused(
            "This claim is published; a mistake in it is corrected, or the verdict "
            "taken back."
        )
    grade = latest_grade(claim)
    if grade is None:
        raise Refused("Nobody graded this, so there is nobody to send it back to.")
    if judged_alone(claim, by):
        raise Refused("You judged this claim alone; grade it again.")
    if grade.sent_back.exists():
        raise Refused("This verdict was sent back already.")
