"""Leaving something in one's own queue alone, and putting it back."""

from accounts.models import User
from accounts.permissions import Permission, require
from core.actions import action, save
from core.errors import Refused
from core.joined_lists import holds
from evidence.models import Skip
from evidence.queue.waiting import Asked, narrowed, parts_of
from evidence.queue.words import SkipReason


@action
def skip(*, task: str, row: int, because: str, by: User, reason: str = "") -> Skip:
    """Leave one thing in one's own queue alone until it is put back.

    Refused unless it waits for this person. Skipped again, it has the newer reason.
    """
    require(by, Permission.KEEP_QUEUE)
    if because not in [*SkipReason]:
        raise Refused(f"Say why it is skipped: one of {', '.join(SkipReason)}.")
    known = Skip.objects.filter(person=by, task=task, row=row).first()
    if known:
        return save(known, because=because)
    if not _waits(by, task, row):
        raise Refused("This does not wait for you, so there is nothing to skip.")
    return save(Skip(person=by, task=task, row=row, because=because))


@action
def put_back(*, task: str, row: int, by: User, reason: str = "") -> None:
    """Have something wait in one's own queue again that one skipped."""
    require(by, Permission.KEEP_QUEUE)
    for each in Skip.objects.filter(person=by, task=task, row=row):
        each.delete()


def _waits(user: User, task: str, row: int) -> bool:
    of_kind = narrowed(parts_of(user, Asked()), Asked(kinds=(task,)))
    return any(holds(part, row) for part in of_kind.values())
