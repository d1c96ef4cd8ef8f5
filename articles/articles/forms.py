"""The forms of an article: its outlet, dates and licence; the address to fetch."""

from django import forms

from articles.models import Article
from core.forms import Form, ModelForm


class ArticleForm(ModelForm):
    """What an article is: its outlet, author, dates, licence, and whether it sells."""

    outlet_name = forms.CharField(
        label="Outlet", required=False, max_length=200, help_text="Who publishes it."
    )
    url = forms.CharField(
        label="Address",
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs={"inputmode": "url"}),
    )

    class Meta:
        model = Article
        fields = [
            *("title", "author", "url", "published", "modified", "licence", "sells")
        ]
        labels = {
            "sells": "Sells or offers what it describes",
            "published": "Published",
            "modified": "Last changed",
        }
        help_texts = {
            "published": "As stated: 2024, 2024-05 or 2024-05-01.",
            "licence": "Decides whether its whole text is shown to everyone.",
        }
        widgets = {
            "title": forms.Textarea(attrs={"rows": 2}),
            "author": forms.TextInput,
            "sells": forms.RadioSelect,
        }

    field_order = ["title", "outlet_name", "author", "url"]


class FetchForm(Form):
    """One web address."""

    url = forms.CharField(
        label="Its address",
        max_length=2000,
        help_text="A public page; it is fetched by this site, not by your browser.",
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )
