"""Whose account a person may change, and how far."""

from accounts.models import User
from accounts.permissions import Role
from core.errors import NotAllowed, Refused


def refuse_beyond(by: User, user: User, role: Role | str | None = None) -> None:
    """Raise NotAllowed where an account, or a role for it, is not one's to change.

    One's own is somebody else's to change; nobody changes who stands above them, nor
    lifts anybody above themselves. Raises Refused where there is no such role.
    """
    if user.is_system:
        raise NotAllowed("The account that jobs act as stays as it is.")
    if by.pk == user.pk:
        raise NotAllowed("Ask somebody else: nobody changes their own account so.")
    own = Role(by.role)
    if Role(user.role).rank > own.rank:
        raise NotAllowed(f"{user} is {user.get_role_display()}, and you are not.")
    if role is not None:
        refuse_role_above(own, role)


def refuse_role_above(own: Role, role: Role | str) -> None:
    """Raise NotAllowed where a role stands above one's own."""
    if role not in list(Role):
        raise Refused("This is no role.", field="role")
    if Role(role).rank > own.rank:
        raise NotAllowed(
            f"You are {own.label} and may not make anybody {Role(role).label}."
        )


def refuse_last_admin(user: User) -> None:
    """Raise Refused where an account is the last open one of an administrator.

    The others are locked: of two who take each other's role away one waits and loses.
    """
    if user.role != Role.ADMIN or not user.is_active:
        return
    admins = User.objects.persons().filter(role=Role.ADMIN, is_active=True)
    if not [each for each in admins.select_for_update() if each.pk != user.pk]:
        raise Refused("This is the last administrator; make another one first.")


def roles_up_to(user: User) -> list[Role]:
    """The roles that a person may give, the lowest first."""
    return [role for role in Role if role.rank <= Role(user.role).rank]


def is_within(by: User, user: User) -> bool:
    """Whether an account is one's to change, as ``refuse_beyond`` asks."""
    try:
        refuse_beyond(by, user)
    except NotAllowed:
        return False
    return True
