"""The form of an outlet's reply."""

from django import forms

from articles.models import Article
from claims.models import Claim
from core.forms import Form, NumberedField


class ReplyForm(Form):
    """What an outlet answered, how and when."""

    article = NumberedField(
        queryset=Article.objects.current().select_related("outlet"),
        required=False,
        empty_label="none of its articles by itself",
        help_text="Of those that make the claim.",
    )
    outlet_name = forms.CharField(
        label="Outlet",
        required=False,
        max_length=200,
        help_text="Where it answers for no single article.",
    )
    text = forms.CharField(
        label="What it answers, in its own words",
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    source = forms.CharField(
        label="Source",
        max_length=500,
        help_text="How it came, as “letter of the chief editor”, or where it stands.",
    )
    received_on = forms.DateField(
        label="Received on", widget=forms.DateInput(attrs={"type": "date"})
    )

    def of(self, claim):
        """The form with only those articles to choose that make a claim."""
        making = self.fields["article"].queryset
        making = making.filter(mentions__claim=claim, mentions__status="accepted")
        self.fields["article"].queryset = making.distinct()
        return self


class ReplyBody(ReplyForm):
    """A reply with the claim that it answers."""

    claim = NumberedField(queryset=Claim.objects.current())
