"""The form for a new password."""

from django.contrib.auth.forms import PasswordChangeForm


class PasswordForm(PasswordChangeForm):
    """The old password and the new one twice; an action stores it."""

    def save(self, commit=True):
        """Refused: writes go through ``accounts.actions``."""
        raise NotImplementedError("use accounts.actions.change_password")
