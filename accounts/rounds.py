"""Who may arrange a round of any kind, settle it, and know how far it is."""

from collections.abc import Callable, Iterable
from typing import Any

from accounts.models import User
from accounts.permissions import Permission, Visitor, can, require
from core.actions import expect_revision
from core.errors import NotAllowed, Refused
from core.models import AbstractRound
from core.rounds import RoundKind

Kind = RoundKind[Any, Any]


def called_on(
    reviewers: Iterable[User], wanted: int | None, by: User, to_judge: Permission
) -> tuple[list[User], int]:
    """Who is called on by name for a new round, each once, and how many in all.

    All who are named, and others where ``wanted`` says more. Raises NotAllowed: whoever
    may judge may call on themselves alone, and only an editor on others.
    """
    people = list(dict.fromkeys(reviewers))
    wanted = max(wanted or 0, len(people))
    alone = wanted == 1 and [person.pk for person in people] == [by.pk]
    require(by, to_judge if alone else Permission.OPEN_ROUNDS)
    return people, wanted


def refuse_to_arrange(kind: Kind, round: AbstractRound, by: User) -> None:
    """Raise NotAllowed unless they may arrange a round: an editor outside of it."""
    require(by, Permission.OPEN_ROUNDS)
    if not kind.knows_progress(round, by):
        raise NotAllowed(
            "You judge in this round yourself, so another editor arranges its places."
        )


def refuse_to_call_off(kind: Kind, round: AbstractRound, by: User) -> None:
    """Raise NotAllowed unless they may call a round off: whoever called, or an editor.

    Of several not one who judges in it, whom the answer would tell of the others.
    """
    if round.called_by_id != by.pk:
        require(by, Permission.OPEN_ROUNDS)
    if round.wanted > 1:
        refuse_to_arrange(kind, round, by)


def replace_in(
    kind: Kind,
    round: AbstractRound,
    reviewer: User,
    by: User,
    *,
    because: str,
    instead: User | None,
    revision: int | None,
    refuse_to_judge: Callable[[User], None],
) -> None:
    """Take a reviewer's place away whose judgement is not in, saying why.

    It goes to whoever comes ``instead``, unless that is refused, and else is on offer.
    ``revision`` is that of the round as the person saw it. Only inside an action.
    """
    refuse_to_arrange(kind, round, by)
    expect_revision(round, revision)
    if not because.strip():
        raise Refused("Say why the place is taken away.", field="reason")
    if not round.assignments.standing().filter(reviewer=reviewer).exists():
        raise Refused(f"{reviewer} has no place in this round.", field="reviewer")
    if instead is not None:
        refuse_to_judge(instead)
    kind.free_place(round, reviewer, because=because.strip())
    if instead is not None:
        kind.take_place(round, instead, by)


def refuse_to_settle(
    kind: Kind, round: AbstractRound, by: User, to_judge: Permission
) -> None:
    """Raise NotAllowed or Refused unless they may say what a round agreed on."""
    require(by, to_judge)
    if not round.is_open or round.wanted == 1:
        raise Refused(f"A consensus follows the {kind.noun}s of several reviewers.")
    among = round.assignments.standing().filter(reviewer=by).exists()
    if not among and not can(by, Permission.OPEN_ROUNDS):
        raise NotAllowed("The consensus is for the round’s reviewers or an editor.")


def may_know_progress(kind: Kind, round: AbstractRound, user: Visitor) -> bool:
    """Whether a person may know how many are in: all once it is open, else editors.

    None of them who judges in the round.
    """
    if round.is_open:
        return True
    return can(user, Permission.SEE_ROUNDS) and kind.knows_progress(round, user)


def how_many_are_in(kind: Kind, round: AbstractRound, user: Visitor) -> int | None:
    """How many judgements are in, for those who may know; None for all others."""
    if not may_know_progress(kind, round, user):
        return None
    return kind.handed_in(round).count()


def places_on_offer(
    kind: Kind, round: AbstractRound, user: Visitor, to_judge: Permission
) -> int | None:
    """How many places are on offer to those who may judge.

    None for who has one, whom it would tell of the others, and for visitors.
    """
    if not can(user, to_judge):
        return None
    if round.assignments.standing().filter(reviewer=user.pk).exists():
        return None
    return kind.free_places(round)


def assign_in(
    kind: Kind,
    round: AbstractRound,
    reviewer: User,
    by: User,
    *,
    revision: int | None,
    refuse_to_judge: Callable[[User], None],
) -> None:
    """Give a reviewer one of the places on offer; only inside an action.

    ``revision`` is that of the round as the person saw it.
    """
    refuse_to_arrange(kind, round, by)
    expect_revision(round, revision)
    refuse_to_judge(reviewer)
    kind.take_place(round, reviewer, by)


def fewer_in(
    kind: Kind, round: AbstractRound, by: User, *, because: str, revision: int | None
) -> None:
    """Do without a place that nobody has, saying why; only inside an action."""
    refuse_to_arrange(kind, round, by)
    expect_revision(round, revision)
    if not because.strip():
        raise Refused("Say why the round does with fewer.", field="reason")
    kind.want_fewer(round)
