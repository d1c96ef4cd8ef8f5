"""The form that takes a text of a reference."""

from django import forms

from bibliography.models import StoredText
from core.forms import ModelForm, WholeText
from texts.addresses import web_address


class StoredTextForm(ModelForm):
    """A text, from where and when it was taken, and what may be done with it."""

    class Meta:
        model = StoredText
        fields = ["kind", "source", "address", "taken_on", "licence", "text"]
        field_classes = {"text": WholeText}
        labels = {
            "kind": "What it is",
            "source": "Taken from",
            "address": "Its address",
            "taken_on": "On",
        }
        help_texts = {
            "source": "The journal’s page, PubMed Central, an author’s copy.",
            "licence": "Decides whether its whole text is shown to everyone.",
            "taken_on": "",
        }
        widgets = {
            "address": forms.TextInput(),
            "taken_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "text": forms.Textarea(attrs={"rows": 16}),
        }

    def clean_address(self) -> str:
        """A web address, if any."""
        given = self.cleaned_data["address"].strip()
        if given and not web_address(given):
            raise forms.ValidationError("Give a web address, as https://example.org/1.")
        return given
