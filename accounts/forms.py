"""The forms of signing in, where they are not django-allauth's as they stand."""

from functools import partial

from allauth.account import forms
from django.core.exceptions import ValidationError

from accounts.coming_in import may_come_in
from accounts.models import User
from accounts.signing_in.actions import send_reset_links
from accounts.signing_in.mail import NOBODY


class SignInForm(forms.LoginForm):
    """A name and a password; sample people come in on their own machine alone."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["login"].label = "Sign-in name"
        self.fields["password"].label = "Password"

    def add_prefix(self, field_name):
        """Name the field as browsers and programs have always sent it."""
        return "username" if field_name == "login" else super().add_prefix(field_name)

    def clean(self):
        """Refuse sample people whose password all may know."""
        cleaned = super().clean()
        user = getattr(self, "user", None)
        if user and not may_come_in(user, self.request):
            raise ValidationError(
                "Sample accounts do not sign in on this site, or not at this address."
            )
        return cleaned


class ResetForm(forms.ResetPasswordForm):
    """The address that a link for a new password is sent to, if an account has it."""

    def save(self, request, **kwargs):
        """Put the mails in line, one for each account of the address.

        Where none has it, one that goes to nobody: how long it takes tells nothing.
        """
        if not self.users:
            self.users, self.cleaned_data["email"] = [User(pk=0)], NOBODY
        send = partial(super().save, request, **kwargs)
        return send_reset_links(by=User.objects.system(), send=send)
