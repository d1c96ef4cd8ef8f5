"""People and the one account that is nobody's."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone

from accounts.permissions import Role
from accounts.tokens.models import Token

__all__ = ["Token", "User", "UserManager"]


class UserManager(BaseUserManager["User"]):
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
                condition=models.Q(role__in=[role.value for role in Role]),
                name="user_role_known",
                violation_error_message="This is no role.",
            ),
            models.UniqueConstraint(
                fields=["is_system"],
                condition=models.Q(is_system=True),
                name="user_one_system",
                violation_error_message="There is one system account already.",
            ),
        ]

    def __str__(self) -> str:
        return self.display_name
