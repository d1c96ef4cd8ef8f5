"""The form of a correction."""

from django import forms

from core.forms import CHOOSE, Form
from core.wording import day_words


class CorrectionForm(Form):
    """Which version was wrong, in what, and why it was."""

    corrects = forms.IntegerField(
        label="Version that was wrong", help_text="Its number.", min_value=1
    )
    what = forms.CharField(
        label="What was wrong, and what is right",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
    )
    why = forms.CharField(
        label="Why it was wrong",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
    )


class ChosenCorrectionForm(CorrectionForm):
    """The same, the version chosen from those there are; as the claim was seen."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, claim, *args, **kwargs):
        super().__init__(*args, **kwargs, initial={"revision": claim.revision})
        versions = claim.versions.order_by("-number").defer("facts", "basis")
        pairs = [
            (row.number, f"{row.number}: {row.get_verdict_display()}, {made}")
            for row in versions
            for made in [day_words(row.created_at)]
        ]
        field = self.fields["corrects"]
        field.widget = forms.Select(choices=[("", CHOOSE), *pairs])
        field.help_text = ""
