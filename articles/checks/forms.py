"""The forms of two questions: does the study say this, and do the words fit?"""

from django import forms

from articles.models import CitationSupport, WordingCheck
from bibliography.references.quoting import QuotingForm
from core.forms import TWO_LINES, ModelForm


class SupportForm(QuotingForm, ModelForm):
    """Whether the cited study says what the article says, and what was read.

    ``record`` is the reference that the cited work was confirmed to be, if one.
    """

    QUOTES = ("passage", "nearest_passage")

    class Meta:
        model = CitationSupport
        fields = [
            *("answer", "read", "passage", "place", "nearest_passage"),
            *("nothing_found", "error", "subtype"),
        ]
        labels = {
            "answer": "Does the study say this?",
            "read": "What did you read of it?",
            "passage": "What the study says",
            "place": "Page, table or section",
            "nearest_passage": "The nearest passage",
            "nothing_found": "Nothing on this was found in what I read",
            "error": "Is it an error?",
            "subtype": "Kind of error",
        }
        help_texts = {
            "passage": "Word for word, where it says this, part of it, or otherwise.",
            "nearest_passage": "Word for word, where it does not say this.",
            "nothing_found": "",
        }
        widgets = {"passage": TWO_LINES, "nearest_passage": TWO_LINES}

    def __init__(self, *args, record=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.record = record

    def records_quoted(self, said):
        """The record of the cited work."""
        return [self.record] if self.record else []


class WordingForm(ModelForm):
    """Whether the article's words fit the claim's verdict."""

    aspects = forms.MultipleChoiceField(
        label="What is overstated",
        required=False,
        choices=WordingCheck.Aspect.pairs,
        widget=forms.CheckboxSelectMultiple,
        help_text="Only where the words overstate.",
    )

    class Meta:
        model = WordingCheck
        fields = ["answer", "aspects", "note"]
        labels = {"answer": "The words, against the verdict"}
        widgets = {"note": TWO_LINES, "answer": forms.RadioSelect}
