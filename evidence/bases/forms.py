"""The forms around an evidence base: how it was searched, and passages of records."""

from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from django import forms
from django.db.models import QuerySet

from bibliography.models import Reference
from bibliography.references.quoting import QuotingForm
from claims.models import Claim
from core.forms import (
    CHOOSE,
    Form,
    MeantField,
    ModelForm,
    Needed,
    NumberedField,
    chosen,
)
from evidence.judged import ELEMENTS
from evidence.method import element_labels
from evidence.models import EvidenceBase, EvidenceItem, Passage
from studies.designs import REVIEWS, DesignGroup
from studies.models import Result, Study

DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
SHORT = forms.Textarea(attrs={"rows": 2})


_SEARCHED = (EvidenceBase.Scope.TARGETED, EvidenceBase.Scope.SYSTEMATIC)
NEEDED = {
    "review": Needed("scope", (EvidenceBase.Scope.REVIEW,), "needed for a review"),
    **dict.fromkeys(
        ("sources", "query", "searched_on"),
        Needed("scope", _SEARCHED, "needed for a search"),
    ),
    **dict.fromkeys(
        ("records_found", "records_screened"),
        Needed(
            "scope",
            (EvidenceBase.Scope.SYSTEMATIC,),
            "needed for a systematic search",
        ),
    ),
}


def reviews() -> QuerySet[Study]:
    """The studies that a base may rest on: those stored as reviews."""
    return Study.objects.current().filter(design__in=REVIEWS).with_names()


class BaseForm(ModelForm):
    """What is asked, how far was searched, where, with which words and when."""

    eligible_designs = forms.MultipleChoiceField(
        label="Eligible designs",
        required=False,
        choices=Study.Design.pairs,
        widget=forms.CheckboxSelectMultiple,
        help_text="None chosen: any.",
    )
    review = MeantField(
        rows=reviews,
        what="review",
        label="Existing review",
        required=False,
        help_text="Its name, DOI or words of its title, where the base rests on one.",
        widget=forms.TextInput(attrs={"list": "reviews", "autocomplete": "off"}),
    )

    class Meta:
        model = EvidenceBase
        fields = [
            *(*ELEMENTS, "eligible_designs"),
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
            "query": "Word for word. Empty: as the searches kept here say it.",
            "records_found": "Empty: as the searches kept here count them.",
            "review_search_unknown": "",
            "review_included": "",
        }
        widgets = {
            **dict.fromkeys(ELEMENTS, SHORT),
            "sources": SHORT,
            "query": SHORT,
            "searched_on": DATE,
            "review_searched_on": DATE,
        }

    field_order = [
        *(*ELEMENTS, "eligible_designs"),
        *("scope", "review", "review_searched_on", "review_search_unknown"),
        *("review_included",),
        *("sources", "query", "searched_on", "records_found", "records_screened"),
    ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scope"].choices = [("", CHOOSE), *EvidenceBase.Scope.pairs()]
        for name, needed in NEEDED.items():
            self.fields[name].needed_when = needed
        if self.instance.review_id and not self.is_bound:
            review = self.instance.review
            self.initial["review"] = chosen(review)
        if self.instance.claim_id:
            self._ask_as(self.instance.claim)

    def _ask_as(self, claim: Claim) -> None:
        """Begin with the claim's question, and call its elements as its kind does."""
        labels = element_labels(claim.kind)
        for name in ELEMENTS:
            words, field = getattr(claim, name), self.fields[name]
            field.label = labels.get(name, field.label)
            if not self.initial.get(name):
                self.initial[name] = words
            elif words and self.initial[name] != words:
                field.help_text = f"The claim says: {words}"


class PassageForm(QuotingForm, ModelForm):
    """The words of a record, where they stand and the day they were read."""

    reference = MeantField(
        rows=Reference.objects.current,
        what="record",
        label="Record",
        help_text="DOI, PubMed number, author and year, or words of its title.",
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


class ToldForm(Form):
    """What a person was told before a step, so that it is told again if it changed."""

    told = forms.CharField(widget=forms.HiddenInput, required=False)


def digest_of(sentences: Iterable[str]) -> str:
    """What a form keeps of sentences that were told."""
    return sha256("\n".join(sentences).encode()).hexdigest()[:32]
