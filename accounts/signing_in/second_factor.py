"""The second factor: who has one, and which roles need one."""

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings

from accounts.models import User
from accounts.permissions import Visitor

SENTENCE = (
    "Your role needs a second factor here, and you have none yet: set one up at "
    "/accounts/second-factor/."
)


def lacks_second_factor(user: Visitor) -> bool:
    """Whether a person's role needs a second factor that the person has not set up."""
    if not user.is_authenticated or user.role not in settings.SECOND_FACTOR:
        return False
    return not is_mfa_enabled(user)


def take_off(user: User) -> bool:
    """Take a person's second factor and recovery codes off; whether there was one."""
    return bool(Authenticator.objects.filter(user=user).delete()[0])
