"""How accounts are made and changed."""

from collections.abc import Callable

from django.utils import timezone

from accounts.models import AccountChange, Token, User
from accounts.people.rules import refuse_beyond, refuse_last_admin
from accounts.permissions import Permission, Role, require
from core.actions import action, expect_revision, save
from core.errors import LostRace, Refused

Step = AccountChange.Step


@action
def create_user(
    *,
    by: User,
    username: str,
    display_name: str,
    role: Role,
    password: str | None = None,
    email: str = "",
    sample: bool = False,
    reason: str = "",
) -> User:
    """Make an account; without a password nobody can sign in to it yet."""
    require(by, Permission.MANAGE_ACCOUNTS)
    user = User(
        username=User.normalize_username(username),
        display_name=display_name,
        email=email,
        role=role,
        sample=sample,
    )
    user.set_password(password)
    return _noted(save(user), Step.MADE, by, reason)


@action
def set_role(
    *, by: User, user: User, role: Role, reason: str = "", revision: int | None = None
) -> User:
    """Give a person another role: not one above one's own, and not to oneself."""
    require(by, Permission.MANAGE_PEOPLE)
    expect_revision(user, revision)
    refuse_beyond(by, user, role)
    if role == user.role:
        return user
    refuse_last_admin(user)
    save(user, role=role, revision=user.revision + 1)
    return _noted(user, Step.ROLE, by, reason)


@action
def close_account(
    *, by: User, user: User, reason: str, revision: int | None = None
) -> User:
    """Let a person in no more, from this moment on; what they did stays theirs.

    Their sessions end, their tokens and the invitations they sent open nothing. A page
    calls the action of an upper package that also looks after what they left.
    """
    require(by, Permission.MANAGE_PEOPLE)
    expect_revision(user, revision)
    refuse_beyond(by, user)
    _expect_reason(reason, "closed")
    if not user.is_active:
        raise Refused("This account is closed already.")
    refuse_last_admin(user)
    now = timezone.now()
    save(user, is_active=False, signed_out_at=now, revision=user.revision + 1)
    Token.objects.standing().filter(user=user).update(revoked_at=now)
    user.invitations.standing().update(revoked_at=now, revoked_by=by)
    return _noted(user, Step.CLOSED, by, reason)


@action
def reopen_account(
    *, by: User, user: User, reason: str, revision: int | None = None
) -> User:
    """Let a person sign in again; old sessions and tokens stay ended."""
    require(by, Permission.MANAGE_PEOPLE)
    expect_revision(user, revision)
    refuse_beyond(by, user)
    _expect_reason(reason, "reopened")
    if user.is_active:
        raise Refused("This account is open already.")
    save(user, is_active=True, revision=user.revision + 1)
    return _noted(user, Step.REOPENED, by, reason)


def _expect_reason(reason: str, done: str) -> None:
    if not reason.strip():
        raise Refused(f"Say why the account is {done}.", field="reason")


def _noted(user: User, step: AccountChange.Step, by: User, reason: str) -> User:
    """Keep what was done to an account, by whom and why."""
    save(AccountChange(user=user, step=step, role=user.role, by=by, reason=reason))
    return user


@action
def change_password(
    *,
    by: User,
    user: User,
    password: str,
    then: Callable[[], None] = lambda: None,
    reason: str = "",
) -> User:
    """Set a password: one's own, or anybody's for those who manage accounts.

    ``then`` is done in the same step: the mail that says so is put in line. Raises
    LostRace where the password is another by now than the one that was asked for.
    """
    if by.pk != user.pk:
        require(by, Permission.MANAGE_ACCOUNTS)
    if User.objects.select_for_update().get(pk=user.pk).password != user.password:
        raise LostRace("The password was changed meanwhile.")
    user.set_password(password)
    user = save(user, password=user.password)
    if by.pk != user.pk and not by.is_system:
        _noted(user, Step.PASSWORD, by, reason)
    then()
    return user
