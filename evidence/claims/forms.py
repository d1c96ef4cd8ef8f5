"""The forms of a claim: its words, its question, topics and relations."""

from typing import Any

from django import forms

from claims.claims.figures import FIGURES, SCALES
from claims.models import Claim, ClaimRelation
from core.forms import NOT_STATED, Form, MeantField, ModelForm
from evidence.method import element_hints, element_labels, not_asked

WORDS = forms.Textarea(attrs={"rows": 2})
DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


def _why(help_text: str = "") -> forms.CharField:
    return forms.CharField(label="Why", help_text=help_text, max_length=2000)


class ClaimWordingForm(Form):
    """Other words for the same claim, and why."""

    text = forms.CharField(label="The claim", widget=WORDS, max_length=2000)
    reason = _why("The words before stay readable as a version.")
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


class QuestionForm(ModelForm):
    """What the claim is of: its kind, people, comparison, outcome, and what it says."""

    reason = forms.CharField(label="Why", required=False, max_length=2000)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Claim
        fields = [
            *("kind", "population", "intervention", "comparator", "outcome"),
            *("asserts", "negated", "size", "dose", "time_frame", "subgroup"),
            *("as_of", "jurisdiction", "checkability", "compound"),
            *FIGURES,
        ]
        labels = {
            "population": "Population",
            "asserts": "The claim says that the intervention",
            "comparator": "Compared with",
            "negated": "The claim denies this (“does not …”)",
            "time_frame": "Time frame",
            "subgroup": "Subgroup",
            "as_of": "As of",
            "jurisdiction": "Country or area",
            "checkability": "Can it be checked?",
            "compound": "It makes several statements, each a claim of its own",
            "scale": "Scale of the numbers below",
            "figures_unit": "Unit",
            "margin_source": "Source of the margin",
            "small_from": "A small difference begins at",
            "moderate_from": "A moderate one at",
            "large_from": "A large one at",
            "thresholds_source": "Source of these thresholds",
            "value_low": "Value or range claimed, from",
            "value_high": "To",
            "count_bound": "The claim counts studies",
            "count_of": "How many",
            "count_design": "Of which design",
            "baseline_source": "Source of the baseline risk",
            "baseline_population": "Baseline risk of whom",
            "baseline_time": "Baseline risk over which time",
        }
        widgets = {
            **dict.fromkeys(
                ("population", "intervention", "comparator", "outcome"),
                forms.TextInput(),
            ),
            "as_of": DATE,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scale"].choices = [("", NOT_STATED), *SCALES]
        self._ask_by_kind(Claim.objects.filter(pk=self.instance.pk).first())

    def _ask_by_kind(self, claim: Claim | None) -> None:
        """Call the elements what claims of the stored kind call them; ask no others.

        What is set stays asked for, so that it can be cleared.
        """
        if claim is None:
            return
        for name, label in element_labels(claim.kind).items():
            self.fields[name].label = label
        for name, hint in element_hints(claim.kind).items():
            self.fields[name].help_text = hint
        for name in not_asked(claim.kind):
            if not getattr(claim, name):
                del self.fields[name]


class NewClaimForm(QuestionForm):
    """A claim that no article made yet."""

    reason = revision = None
    text = forms.CharField(label="The claim", widget=WORDS, max_length=2000)
    topics = forms.CharField(
        required=False, help_text="Separated by commas.", max_length=1000
    )
    field_order = ["text", "kind"]

    def clean_topics(self) -> list[str]:
        """The names of topics, each once."""
        return names_in(self.cleaned_data["topics"])


class TopicsForm(Form):
    """The topics a claim is filed under, all of them."""

    topics = forms.CharField(
        required=False,
        label="Topics",
        help_text="Separated by commas; what is missing here is taken out.",
        max_length=1000,
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean_topics(self) -> list[str]:
        """The names of topics, each once."""
        return names_in(self.cleaned_data["topics"])


def names_in(words: str) -> list[str]:
    """The names between commas, each once whatever its capitals."""
    names = {name.strip().lower(): name.strip() for name in words.split(",")}
    return [name for key, name in names.items() if key]


class RelationForm(Form):
    """How this claim stands to another."""

    kind = forms.ChoiceField(label="This claim is", choices=ClaimRelation.Kind.pairs)
    other = MeantField(
        rows=Claim.objects.current,
        what="other claim",
        label="The other claim",
        help_text="Words of it.",
        max_length=2000,
    )
