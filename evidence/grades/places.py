"""Places in a round of grading: taken, given back, given and taken away.

``revision`` is that of the round, as the person saw it.

A draft is its reviewer's own: it is there again where they take a place again.
"""

from collections.abc import Mapping
from typing import Any

from accounts.models import User
from accounts.permissions import Permission, require
from accounts.rounds import assign_in, fewer_in, replace_in
from core.actions import action, expect_revision
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
    return GRADING.keep_left(round, by, draft)


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
    assign_in(
        GRADING,
        round,
        reviewer,
        by,
        revision=revision,
        refuse_to_judge=lambda person: refuse_to_judge(person, round.claim),
    )


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
    replace_in(
        GRADING,
        round,
        reviewer,
        by,
        because=reason,
        instead=instead,
        revision=revision,
        refuse_to_judge=lambda person: refuse_to_judge(person, round.claim),
    )


@action
def want_fewer(
    *, round: ClaimRound, by: User, reason: str, revision: int | None = None
) -> ClaimRound:
    """Do without a place that nobody has, saying why; it opens where all are in."""
    fewer_in(GRADING, round, by, because=reason, revision=revision)
    return round
