"""Forms of the second factor that ask more than django-allauth's do."""

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.totp.internal.auth import TOTP

from core.forms import Form


class SetUpForm(Form, ActivateTOTPForm):
    """The first code of an authenticator; as any other, it is good once."""

    def clean_code(self):
        code, adapter = super().clean_code(), get_adapter()
        data = {"secret": adapter.encrypt(self.secret)}
        if not TOTP(Authenticator(user=self.user, data=data)).validate_code(code):
            raise adapter.validation_error("incorrect_code")
        return code
