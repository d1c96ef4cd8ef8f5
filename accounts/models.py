"""People and the one account that is nobody's."""

from typing import TYPE_CHECKING, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts.invitations.models import Invitation
from accounts.people.models import AccountChange
from accounts.permissions import Permission, Role, can, roles_that_may
from accounts.profiles.models import Interest
from accounts.tokens.models import Token

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

__all__ = [
    "AccountChange",
    "Interest",
    "Invitation",
    "Token",
    "User",
    "UserManager",
    "UserQuerySet",
]

MAY_BE_SEEN = [str(role) for role in Role if role != Role.READER]


class UserQuerySet(models.QuerySet):
    """People, by what may be shown of them and to whom."""

    def persons(self) -> Self:
        """All accounts but the system's own."""
        return self.filter(is_system=False)

    def who_may(self, permission: Permission) -> Self:
        """Those whose role lets them do something, by name."""
        people = self.persons().filter(is_active=True)
        roles = roles_that_may(permission)
        return people.filter(role__in=roles).order_by("display_name", "pk")

    def seen_by(self, user: "User | AnonymousUser") -> Self:
        """Those whose profile a person may see.

        Who only reads is nobody's business: theirs is shown to themselves and to who
        looks after the accounts.
        """
        if can(user, Permission.MANAGE_PEOPLE):
            return self.persons()
        return self.persons().filter(Q(role__in=MAY_BE_SEEN) | Q(pk=user.pk))


class UserManager(BaseUserManager["User"].from_queryset(UserQuerySet)):  # type: ignore[misc]
    """Finds accounts; ``accounts.actions`` makes them."""

    def get_by_natural_key(self, username: str) -> "User":
        """The account of a sign-in name, upper or lower case alike.

        By small letters, as wrong passwords are counted: the database's capitals
        also make "ı" an I, and would lead several counts to one account.
        """
        return self.alias(name=Lower("username")).get(name=username.lower())

    def system(self) -> "User":
        """The account in whose name commands and jobs act when no person is named."""
        return self.get(is_system=True)


class User(AbstractBaseUser):
    """A person with one role; what the role may do is in ``accounts.permissions``."""

    username = models.CharField(
        "sign-in name",
        max_length=150,
        validators=[UnicodeUsernameValidator()],
        help_text="Letters, digits and @ . + - _",
    )
    display_name = models.CharField(
        max_length=150, help_text="The name that stands beside judgements."
    )
    email = models.EmailField(blank=True)
    role = models.CharField(max_length=20, choices=Role.pairs, default=Role.READER)
    is_active = models.BooleanField("may sign in", default=True)
    is_system = models.BooleanField(default=False)
    sample = models.BooleanField(
        default=False, help_text="Made with the sample evidence, with a known password."
    )
    joined_at = models.DateTimeField(default=timezone.now)
    orcid = models.CharField(
        "ORCID iD",
        max_length=19,
        blank=True,
        default="",
        db_default="",  # for what still runs of the release before
        help_text="As 0000-0000-0000-0001. It is shown as your own word: nobody here "
        "asks ORCID whether it is yours.",
    )
    affiliation = models.CharField(
        max_length=300,
        blank=True,
        default="",
        db_default="",
        help_text="Where you work, as it calls itself.",
    )
    signed_out_at = models.DateTimeField(
        null=True,
        blank=True,
        editable=False,
        help_text="Sessions that began before are over.",
    )
    # Counted by the actions, as a token's is.
    revision = models.PositiveIntegerField(default=1, db_default=1, editable=False)

    objects = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["display_name"]

    class Meta:
        constraints = [
            models.UniqueConstraint(
                Lower("username"),
                name="user_name_once",
                violation_error_message="This sign-in name is taken.",
            ),
            models.CheckConstraint(
                condition=Q(role__in=[role.value for role in Role]),
                name="user_role_known",
                violation_error_message="This is no role.",
            ),
            models.CheckConstraint(
                condition=Q(orcid="")
                | Q(orcid__regex=r"^([0-9]{4}-){3}[0-9]{3}[0-9X]$"),
                name="user_orcid_shaped",
                violation_error_message="An ORCID iD is sixteen digits, four by four.",
            ),
            models.UniqueConstraint(
                fields=["is_system"],
                condition=Q(is_system=True),
                name="user_one_system",
                violation_error_message="There is one system account already.",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must show to go on: it ends with the password, as Django
        has it, and with ``signed_out_at``.
        """
        if self.signed_out_at is None:
            return str(super()._get_session_auth_hash(secret=secret))
        proof = f"{self.password} {self.signed_out_at.isoformat()}"
        hashed = salted_hmac(
            "accounts.signed_out", proof, secret=secret, algorithm="sha256"
        )
        return str(hashed.hexdigest())
