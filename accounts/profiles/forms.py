"""The forms of one's profile and interests."""

from django import forms

from accounts.models import Interest, User
from accounts.profiles.actions import checked_orcid
from core.errors import Refused
from core.forms import TWO_LINES, ModelForm


class ProfileForm(ModelForm):
    """Who one is, as others see it."""

    # Longer than the column: an address is taken too, and brought into one form.
    orcid = forms.CharField(
        label="ORCID iD",
        required=False,
        max_length=60,
        help_text=User._meta.get_field("orcid").help_text,
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = User
        fields = ["display_name", "orcid", "affiliation"]
        labels = {"display_name": "Name"}

    def clean_orcid(self):
        """The iD in one spelling, or why it is none."""
        if not self.cleaned_data["orcid"]:
            return ""
        try:
            return checked_orcid(self.cleaned_data["orcid"])
        except Refused as refusal:
            raise forms.ValidationError(refusal.sentence) from None


class InterestForm(ModelForm):
    """One interest of one's own."""

    class Meta:
        model = Interest
        fields = ["kind", "name", "identifier", "since", "says"]
        labels = {"kind": "It is in", "since": "Since"}
        widgets = {"says": TWO_LINES}
