"""Taking back what others may build on: the row stays, and says who, when and why."""

from typing import Any, TypeVar

from django.utils import timezone

from core.actions import action, save
from core.errors import Refused
from core.models import KeptModel

K = TypeVar("K", bound=KeptModel)
_OF_ITS_STATE = ("merged_into", "withdrawn_at", "withdrawn_by", "withdrawn_reason")


@action
def withdraw(*, row: K, by: Any, reason: str) -> K:
    """Withdraw a row; whoever calls this has asked for the permission.

    Raises Refused where it no longer stands, or no reason is given. Of two at once the
    second finds it withdrawn.
    """
    _read_locked(row)
    expect_current(row)
    if not reason.strip():
        raise Refused("Say why it is withdrawn.", field="reason")
    return save(
        row, withdrawn_at=timezone.now(), withdrawn_by=by, withdrawn_reason=reason
    )


@action
def restore(*, row: K, by: Any, reason: str) -> K:
    """Let a withdrawn row stand again; its history keeps that it was withdrawn."""
    _read_locked(row)
    if not row.is_withdrawn:
        raise Refused(f"{named(row)} is not withdrawn.")
    return save(row, withdrawn_at=None, withdrawn_by=None, withdrawn_reason="")


def _read_locked(row: KeptModel) -> None:
    rows = type(row)._base_manager.select_for_update()
    row.refresh_from_db(fields=_OF_ITS_STATE, from_queryset=rows)


def expect_current(*rows: KeptModel) -> None:
    """Refuse to build on what no longer stands. Raises Refused, naming the row."""
    for row in rows:
        if row.merged_into_id is not None:
            raise Refused(
                f"{named(row)} was merged into {row.merged_into_id}; use that one."
            )
        if row.withdrawn_at is not None:
            raise Refused(
                f"{named(row)} was withdrawn on {row.withdrawn_at:%Y-%m-%d}: "
                f"{row.withdrawn_reason}"
            )


def named(row: Any) -> str:
    """A row by kind and number, as sentences name it: "Topic 7"."""
    return f"{row._meta.verbose_name.capitalize()} {row.pk}"
