"""Look-alikes are noted as they are found, and told apart by an editor."""

from collections.abc import Iterable

from accounts.models import User
from accounts.permissions import Permission, require
from core.actions import action, expect_revision, save
from core.errors import Refused
from evidence.twins.looking import Alike
from evidence.twins.models import Twins


@action
def note_twins(*, found: Iterable[Alike], by: User, reason: str = "") -> int:
    """Keep what looks alike, each two once; how many were new.

    Who was told apart before stays so.
    """
    before = Twins.objects.count()
    Twins.objects.bulk_create(
        [Twins(**vars(alike)) for alike in found], ignore_conflicts=True
    )
    return Twins.objects.count() - before


@action
def tell_apart(
    *, twins: Twins, by: User, reason: str, revision: int | None = None
) -> Twins:
    """Say that two which look alike are two, and why."""
    require(by, Permission.MERGE)
    expect_revision(twins, revision)
    if twins.told_apart_by_id:
        raise Refused("They were told apart already.")
    if not reason.strip():
        raise Refused("Say what tells them apart.", field="reason")
    return save(twins, told_apart_by=by, told_apart_why=reason.strip())
