"""Keeping a text of a reference, and taking it back."""

from datetime import date
from hashlib import sha256

from accounts.models import User
from accounts.permissions import Permission, require
from bibliography.models import Reference, StoredText
from core.actions import action, expect_revision, save
from core.withdrawing import expect_current, withdraw
from texts.licences import Licence


@action
def store_text(
    *,
    reference: Reference,
    kind: str,
    text: str,
    source: str,
    taken_on: date,
    by: User,
    licence: str = Licence.NOT_STATED,
    address: str = "",
    reason: str = "",
) -> StoredText:
    """Keep a text of a reference, with from where, when and under which licence.

    Raises Refused where the same text is stored already.
    """
    require(by, Permission.EDIT_STUDIES)
    expect_current(reference)
    text = text.strip()
    return save(
        StoredText(
            reference=reference,
            kind=kind,
            text=text,
            sha256=sha256(text.encode()).hexdigest(),
            licence=licence,
            source=source.strip(),
            address=address,
            taken_on=taken_on,
        )
    )


@action
def withdraw_text(
    *, text: StoredText, by: User, reason: str, revision: int | None = None
) -> StoredText:
    """Take a stored text back, saying why."""
    require(by, Permission.WITHDRAW)
    expect_revision(text, revision)
    return withdraw(row=text, by=by, reason=reason)
