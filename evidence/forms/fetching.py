"""The form that takes the address of an article to fetch."""

from django import forms

from core.forms import Form


class FetchForm(Form):
    """One web address."""

    url = forms.CharField(
        label="Its address",
        max_length=2000,
        help_text="A public page; it is fetched by this site, not by your browser.",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
