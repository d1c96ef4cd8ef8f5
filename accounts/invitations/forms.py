"""The forms of an invitation: sent by an editor, taken up by who was invited."""

from django import forms
from django.contrib.auth.password_validation import (
    password_validators_help_texts,
    validate_password,
)

from accounts.models import Invitation, User
from accounts.people.rules import roles_up_to
from accounts.permissions import Role
from core.forms import ModelForm


class InvitationForm(ModelForm):
    """Whom to invite, and as what; the roles offered end at one's own."""

    reason = forms.CharField(
        label="Why",
        required=False,
        max_length=2000,
        help_text="Kept with the account; the mail does not say it.",
    )

    class Meta:
        model = Invitation
        fields = ["display_name", "email", "role", "reason"]

    def __init__(self, *args, by=None, **kwargs):
        super().__init__(*args, **kwargs)
        if by is not None:
            mine = roles_up_to(by)
            self.fields["role"].choices = [(role.value, role.label) for role in mine]
            self.fields["role"].initial = Role.REVIEWER if Role.REVIEWER in mine else ""

    def validate_constraints(self):
        """An earlier invitation of the same address ends: see the action."""


class AcceptingForm(ModelForm):
    """The account that somebody makes who was invited."""

    password = forms.CharField(
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=" ".join(password_validators_help_texts()),
    )

    class Meta:
        model = User
        fields = ["username", "display_name"]
        labels = {"display_name": "Your name"}
        widgets = {
            "username": forms.TextInput(
                attrs={"autocomplete": "username", "autocapitalize": "none"}
            ),
            "display_name": forms.TextInput(attrs={"autocomplete": "name"}),
        }

    def clean(self):
        """Refuse a weak password, also one that is the name."""
        cleaned = super().clean()
        if password := cleaned.get("password"):
            named = {name: cleaned.get(name, "") for name in self._meta.fields}
            try:
                validate_password(password, User(**named))
            except forms.ValidationError as problem:
                self.add_error("password", problem)
        return cleaned
