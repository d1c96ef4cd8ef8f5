"""The forms around an evidence base: how it was searched, and passages of records."""

from typing import Any

from django import forms

from bibliography.models import Reference
from bibliography.references.quoting import QuotingForm
from core.forms import CHOOSE, Form, ModelForm, NumberedField
from core.numbers import number_in
from evidence.models import EvidenceBase, EvidenceItem, Passage
from studies.designs import REVIEWS, DesignGroup
from studies.models import Result, Study

DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
SHORT = forms.Textarea(attrs={"rows": 2})


class BaseForm(ModelForm):
    """How far was searched for evidence, where, with which words and when."""

    review = forms.CharField(
        label="Existing review",
        required=False,
        help_text="Its number or its name, where the base rests on one.",
        widget=forms.TextInput(attrs={"list": "reviews", "autocomplete": "off"}),
    )

    class Meta:
        model = EvidenceBase
        fields = [
            *("scope", "sources", "query", "searched_on"),
            *("records_found", "records_screened"),
            *("review_searched_on", "review_search_unknown", "review_included"),
        ]
        labels = {
            "scope": "Scope of the search",
            "sources": "Sources searched",
            "query": "Search strategy",
            "searched_on": "Date of the search",
            "records_found": "Records found",
            "records_screened": "Records screened",
            "review_searched_on": "Date of the review’s own search",
            "review_search_unknown": "Its day is not stated where it was read",
            "review_included": "Studies the review included",
        }
        help_texts = {
            "sources": "A systematic search names two at least.",
            "query": "Word for word.",
            "review_search_unknown": "",
            "review_included": "",
        }
        widgets = {
            "sources": SHORT,
            "query": SHORT,
            "searched_on": DATE,
            "review_searched_on": DATE,
        }

    field_order = [
        *("scope", "review", "review_searched_on", "review_search_unknown"),
        *("review_included",),
        *("sources", "query", "searched_on", "records_found", "records_screened"),
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scope"].choices = [("", CHOOSE), *EvidenceBase.Scope.pairs()]
        if self.instance.review_id and not self.is_bound:
            review = self.instance.review
            self.initial["review"] = f"{review.pk} · {review.label}"

    def clean_review(self) -> Study | None:
        """The review that is meant; it is one of the studies stored as reviews."""
        words = self.cleaned_data["review"].strip()
        if not words:
            return None
        reviews = Study.objects.current().filter(design__in=REVIEWS)
        number = number_in(words)
        found = reviews.filter(pk=number) if number else reviews.filter(label=words)
        if len(found[:2]) != 1:
            raise forms.ValidationError(
                f"“{words}” names no single review here; give its number."
            )
        return found[0]


class PassageForm(QuotingForm, ModelForm):
    """The words of a record, where they stand and the day they were read."""

    reference = forms.CharField(
        label="Record",
        help_text="Its number or the beginning of its title.",
        widget=forms.TextInput(attrs={"list": "records", "autocomplete": "off"}),
    )

    class Meta:
        model = Passage
        fields = ["quote", "place", "read_on", "jurisdiction"]
        labels = {
            "quote": "The words, as they stand there",
            "place": "Page, table or section",
            "read_on": "Read on",
        }
        help_texts = {"place": "Section, page or heading.", "read_on": ""}
        widgets = {"read_on": DATE, "quote": forms.Textarea(attrs={"rows": 3})}

    field_order = ["reference", "quote", "words", "place", "read_on", "jurisdiction"]

    def records_quoted(self, said):
        """The record that is quoted."""
        return [said["reference"]] if said.get("reference") else []

    def clean_reference(self) -> Reference:
        """The record that is meant."""
        words = self.cleaned_data["reference"].strip()
        records = Reference.objects.current()
        number = number_in(words)
        by_title = records.filter(title__istartswith=words)
        found = records.filter(pk=number) if number else by_title
        if len(found[:2]) != 1:
            raise forms.ValidationError(
                f"“{words}” names no single record here; give its number."
            )
        return found[0]


class CandidateForm(Form):
    """A candidate for a base, a result or a passage, and whether it counts."""

    base = NumberedField(queryset=EvidenceBase.objects.select_related("claim"))
    result = NumberedField(
        queryset=Result.objects.select_related("study", "outcome"), required=False
    )
    passage = NumberedField(
        queryset=Passage.objects.select_related("reference"), required=False
    )
    decision = forms.ChoiceField(
        choices=EvidenceItem.Decision.pairs, initial=EvidenceItem.Decision.AWAITING
    )
    exclude_because = forms.ChoiceField(
        choices=EvidenceItem.Reason.pairs, required=False
    )
    in_words = forms.CharField(required=False)


class ExcludingForm(Form):
    """Why a candidate does not count."""

    exclude_because = forms.ChoiceField(choices=EvidenceItem.Reason.set_pairs)
    in_words = forms.CharField(required=False)


class MainLineForm(Form):
    """Which pooled line decides for a group of designs; an empty one marks none."""

    designs = forms.ChoiceField(choices=DesignGroup.pairs)
    line = forms.CharField(required=False)
