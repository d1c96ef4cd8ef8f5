"""Who wrote what stands on a row."""

from typing import Any

from accounts.models import User
from core.models import Change
from core.referring import Row


def last_change(row: Row) -> Change | None:
    """The last public change of a row, with its context."""
    model, number = row
    return (
        Change.objects.public()
        .filter(model=model, row_id=number)
        .select_related("context")
        .order_by("-id")
        .first()
    )


def who(metadata: dict[str, Any] | None) -> str:
    """The name of the person behind a change."""
    number = (metadata or {}).get("user")
    user = User.objects.filter(pk=number).first() if number else None
    return str(user) if user else "Somebody"
