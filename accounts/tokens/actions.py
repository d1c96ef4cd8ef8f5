"""Tokens are made, changed and revoked by the person they act for."""

import secrets
from datetime import date
from hashlib import sha256
from typing import NamedTuple

from django.utils import timezone

from accounts.models import Token, User
from core.actions import action, expect_revision, save
from core.errors import NotAllowed, Refused

PREFIX = "footing_"  # so that whoever finds one knows what it opens


MOST_TOKENS = 50  # of one person that stand


class MadeToken(NamedTuple):
    """A new token, and the one time its secret is known."""

    token: Token
    secret: str


@action
def make_token(
    *,
    by: User,
    name: str,
    scope: str,
    expires_on: date | None = None,
    reason: str = "",
) -> MadeToken:
    """Make a token for oneself; its secret is handed back and kept nowhere."""
    if expires_on and expires_on < timezone.now().date():
        raise Refused("This day is over; choose a later one.", field="expires_on")
    if Token.objects.standing().filter(user=by).count() >= MOST_TOKENS:
        raise Refused(f"You have {MOST_TOKENS} tokens; revoke one first.")
    secret = PREFIX + secrets.token_urlsafe(32)
    token = Token(
        user=by,
        name=_in_one_line(name),
        scope=scope,
        expires_on=expires_on,
        sha256=hash_of(secret),
    )
    return MadeToken(save(token), secret)


@action
def change_token(
    *,
    token: Token,
    by: User,
    name: str,
    scope: str,
    revision: int | None = None,
    reason: str = "",
) -> Token:
    """Name one's token anew, or let it do more or less; its secret stays."""
    expect_revision(token, revision)
    _refuse_others(token, by)
    if token.revoked_at:
        raise Refused("This token was revoked; make a new one.")
    counted = token.revision + 1
    return save(token, name=_in_one_line(name), scope=scope, revision=counted)


@action
def revoke_token(*, token: Token, by: User, reason: str = "") -> Token:
    """Let a token open nothing any more; revoking it again changes nothing."""
    _refuse_others(token, by)
    return token if token.revoked_at else save(token, revoked_at=timezone.now())


def hash_of(secret: str) -> str:
    """What is kept of a secret."""
    return sha256(secret.encode()).hexdigest()


def _refuse_others(token: Token, by: User) -> None:
    if token.user_id != by.pk:
        raise NotAllowed("This is somebody else's token.")


def _in_one_line(name: str) -> str:
    return " ".join(name.split())
