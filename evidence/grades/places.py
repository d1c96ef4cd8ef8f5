"""Places in a round of grading: taken, given back, given and taken away.

``revision`` is that of the round, as the person saw it.

A draft is its reviewer's own: it is there again where they take a place again.
"""

from collections.abc import Mapping
from typing import Any

from accounts.models import User
from accounts.permissions import Permission, require
from accounts.rounds import refuse_to_arrange
from core.actions import action, expect_revision, save
from core.errors import Refused
from evidence.grades.rounds import GRADING, refuse_to_judge
from evidence.models import ClaimAssignment, ClaimRound


@action
def take_place(
    *, round: ClaimRound, by: User, reason: str = "", revision: int | None = None
) -> ClaimAssignment:
    """Take one of the places on offer; whoever has one keeps it."""
    require(by, Permission.GRADE)
    expect_revision(round, revision)
    refuse_to_judge(by, round.claim)
    return GRADING.take_place(round, by)


@action
def give_back_place(
    *, round: ClaimRound, by: User, reason: str = "", revision: int | None = None
) -> ClaimAssignment:
    """Have one's own place on offer again; not once one's grade is in."""
    expect_revision(round, revision)
    return GRADING.free_place(round, by)


@action
def keep_for_oneself(
    *, round: ClaimRound, draft: Mapping[str, Any], by: User, reason: str = ""
) -> ClaimAssignment:
    """Keep what somebody goes on typing whose place was taken away meanwhile."""
    left = round.assignments.filter(reviewer=by).exclude(left_at=None)
    return save(left.get(), draft=dict(draft))


@action
def assign(
    *,
    round: ClaimRound,
    reviewer: User,
    by: User,
    reason: str = "",
    revision: int | None = None,
) -> None:
    """Give a reviewer one of the places on offer."""
    refuse_to_arrange(GRADING, round, by)
    expect_revision(round, revision)
    refuse_to_judge(reviewer, round.claim)
    GRADING.take_place(round, reviewer, by)


@action
def replace_reviewer(
    *,
    round: ClaimRound,
    reviewer: User,
    by: User,
    reason: str,
    instead: User | None = None,
    revision: int | None = None,
) -> None:
    """Take a reviewer's place away whose grade is not in, saying why.

    It goes to whoever comes ``instead``, and else is on offer.
    """
    refuse_to_arrange(GRADING, round, by)
    expect_revision(round, revision)
    if not reason.strip():
        raise Refused("Say why the place is taken away.", field="reason")
    if not round.assignments.standing().filter(reviewer=reviewer).exists():
        raise Refused(f"{reviewer} has no place in this round.", field="reviewer")
    if instead is not None:
        refuse_to_judge(instead, round.claim)
    GRADING.free_place(round, reviewer, because=reason.strip())
    if instead is not None:
        GRADING.take_place(round, instead, by)


@action
def want_fewer(
    *, round: ClaimRound, by: User, reason: str, revision: int | None = None
) -> ClaimRound:
    """Do without a place that nobody has, saying why; it opens where all are in."""
    refuse_to_arrange(GRADING, round, by)
    expect_revision(round, revision)
    if not reason.strip():
        raise Refused("Say why the round does with fewer.", field="reason")
    GRADING.want_fewer(round)
    return round
