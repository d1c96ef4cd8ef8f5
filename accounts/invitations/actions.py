"""People are invited, and make their account by the link they were sent."""

import secrets
from collections.abc import Callable
from datetime import timedelta
from hashlib import sha256
from typing import NamedTuple

from django.conf import settings
from django.utils import timezone

from accounts.actions import create_user
from accounts.models import Invitation, User
from accounts.people.rules import refuse_role_above
from accounts.permissions import Permission, Role, can, require
from core.actions import action, expect_revision, save
from core.errors import Refused
from core.limits import Limit, account, use

INVITATIONS = Limit("invitations", "invitations", 30, timedelta(hours=1))
OPENS_NOTHING = (
    "This link opens nothing: it was used, was revoked or has expired. Ask whoever "
    "sent it for another."
)


class MadeInvitation(NamedTuple):
    """A new invitation, and the one time its secret is known."""

    invitation: Invitation
    secret: str


@action
def invite(
    *,
    by: User,
    display_name: str,
    email: str,
    role: Role,
    tell: Callable[[str], bool] = lambda secret: False,
    reason: str = "",
) -> MadeInvitation:
    """Invite a person, up to one's own role; an earlier invitation of theirs ends.

    ``tell`` puts the mail with the link in line and says whether it could; the secret
    is handed back and kept nowhere.
    """
    require(by, Permission.MANAGE_PEOPLE)
    refuse_role_above(Role(by.role), role)
    known = User.objects.persons().filter(email__iexact=email).first()
    if known:
        state = "" if known.is_active else "closed "
        sentence = f"{known} has a {state}account with this address."
        raise Refused(sentence, field="email")
    use(INVITATIONS, account(by))
    for earlier in Invitation.objects.standing().filter(email__iexact=email):
        revoke_invitation(by=by, invitation=earlier, reason="Invited anew.")
    secret = secrets.token_urlsafe(32)
    invitation = Invitation(
        display_name=" ".join(display_name.split()),
        email=email,
        role=role,
        invited_by=by,
        reason=reason,
        sha256=hash_of(secret),
        expires_at=timezone.now() + settings.INVITATION_GOOD_FOR,
        mailed=tell(secret),
    )
    return MadeInvitation(save(invitation), secret)


@action
def revoke_invitation(
    *, by: User, invitation: Invitation, reason: str = "", revision: int | None = None
) -> Invitation:
    """Let an invitation's link open nothing; revoking it again changes nothing."""
    require(by, Permission.MANAGE_PEOPLE)
    expect_revision(invitation, revision)
    rows = Invitation.objects.select_for_update()
    invitation = rows.get(pk=invitation.pk)
    if invitation.used_at:
        raise Refused("This invitation was used; close the account instead.")
    if invitation.revoked_at:
        return invitation
    return save(
        invitation,
        revoked_at=timezone.now(),
        revoked_by=by,
        revision=invitation.revision + 1,
    )


@action
def accept_invitation(
    *,
    by: User,
    secret: str,
    username: str,
    display_name: str,
    password: str,
    reason: str = "",
) -> User:
    """Make the account that a link is for; ``by`` is the system, none is there yet.

    Of two who use a link at once the second is refused.
    """
    found = invitation_of(secret, lock=True)
    if found is None:
        raise Refused(OPENS_NOTHING)
    user = create_user(
        by=by,
        username=username,
        display_name=" ".join(display_name.split()),
        email=found.email,
        role=Role(found.role),
        password=password,
        reason=f"Invited by {found.invited_by}. {found.reason}".strip(),
    )
    save(found, used_at=timezone.now(), account=user, revision=found.revision + 1)
    return user


def invitation_of(secret: str, *, lock: bool = False) -> Invitation | None:
    """The invitation of a link, while it is good and its sender may still invite so."""
    rows = Invitation.objects.good_at(timezone.now()).filter(sha256=hash_of(secret))
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.select_related("invited_by").first()
    if found is None or not can(found.invited_by, Permission.MANAGE_PEOPLE):
        return None
    above = Role(found.role).rank > Role(found.invited_by.role).rank
    return None if above else found


def hash_of(secret: str) -> str:
    """What is kept of a link's secret."""
    return sha256(secret.encode()).hexdigest()
