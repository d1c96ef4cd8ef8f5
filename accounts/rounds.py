"""Who may arrange a round of any kind, and who may know how far it is."""

from typing import Any

from accounts.models import User
from accounts.permissions import Permission, Visitor, can, require
from core.errors import NotAllowed
from core.models import AbstractRound
from core.rounds import RoundKind

Kind = RoundKind[Any, Any]


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
