"""The form of a token."""

from django import forms

from accounts.models import Token
from core.forms import ModelForm


class TokenForm(ModelForm):
    """What a token is called, and what a program may do with it."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Token
        fields = ["name", "scope"]
        labels = {"name": "Name", "scope": "It may"}
        help_texts = {"scope": "A program that sends anything needs one that writes."}


class NewTokenForm(ModelForm):
    """A token to be made, with the day it ends."""

    class Meta:
        model = Token
        fields = ["name", "scope", "expires_on"]
        labels = {**TokenForm.Meta.labels, "expires_on": "Good until"}
        help_texts = TokenForm.Meta.help_texts
        widgets = {
            "expires_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        }
