"""How accounts are made and changed."""

from collections.abc import Callable

from accounts.models import User
from accounts.permissions import Permission, Role, require
from core.actions import action, save
from core.errors import LostRace


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
    return save(user)


@action
def set_role(*, by: User, user: User, role: Role, reason: str = "") -> User:
    """Give a person another role."""
    require(by, Permission.MANAGE_ACCOUNTS)
    return save(user, role=role)


@action
def close_account(*, by: User, user: User, reason: str = "") -> User:
    """Let a person sign in no more; what they did stays theirs."""
    require(by, Permission.MANAGE_ACCOUNTS)
    return save(user, is_active=False)


@action
def reopen_account(*, by: User, user: User, reason: str = "") -> User:
    """Let a person sign in again."""
    require(by, Permission.MANAGE_ACCOUNTS)
    return save(user, is_active=True)


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
    then()
    return user
