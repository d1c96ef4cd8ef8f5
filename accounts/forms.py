"""The forms of signing in, where they are not django-allauth's as they stand."""

from functools import partial

from allauth.account import forms
from django.core.exceptions import ValidationError

from accounts.models import User
from accounts.signing_in.actions import send_reset_links


class SignInForm(forms.LoginForm):
    """A name and a password; sample people come in on the embedded database alone."""

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
        if getattr(self, "user", None) and not self.user.may_come_in:
            raise ValidationError("Sample accounts do not sign in on this site.")
        return cleaned


class ResetForm(forms.ResetPasswordForm):
    """The address that a link for a new password is sent to, if an account has it."""

    def save(self, request, **kwargs):
        """Put the mails in line, one for each account of the address."""
        send = partial(super().save, request, **kwargs)
        return send_reset_links(by=User.objects.system(), send=send)
