"""The form for signing in."""

from django.contrib.auth.forms import AuthenticationForm
from django.core.exceptions import ValidationError

from accounts.coming_in import may_come_in


class SignInForm(AuthenticationForm):
    """A name and a password; sample people come in on their own machine alone."""

    error_messages = {
        **AuthenticationForm.error_messages,
        "invalid_login": (
            "This name and password do not belong together. Capitals count in the "
            "password, and not in the name."
        ),
    }

    def confirm_login_allowed(self, user):
        """Refuse closed accounts, and sample people whose password all may know."""
        super().confirm_login_allowed(user)
        if not may_come_in(user, self.request):
            raise ValidationError(
                "Sample accounts do not sign in on this site, or not at this address."
            )
