"""The form of what a site says of itself."""

from django import forms

from core.forms import Form
from evidence.about.actions import MOST_CHARACTERS
from evidence.about.words import Part


class TextForm(Form):
    """One part's text, and which text was seen when it was written."""

    text = forms.CharField(
        label="Text",
        required=False,
        max_length=MOST_CHARACTERS,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Plain text; an empty line begins a paragraph, addresses become "
        "links. Empty, the part reads as not filled in.",
    )
    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)


class SiteTextBody(Form):
    """A part of what this site says of itself, and its text."""

    part = forms.ChoiceField(choices=Part.pairs)
    text = TextForm.base_fields["text"]
