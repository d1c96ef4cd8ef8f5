"""The forms of a claim: its words, its question, topics and relations."""

from collections.abc import Iterable
from typing import Any

from django import forms

from claims.claims.figures import FIGURES, SCALES
from claims.models import Claim, ClaimRelation
from core.forms import NOT_STATED, Form, MeantField, ModelForm
from core.numbers import whole_number
from evidence.method import element_hints, element_labels, not_asked

WORDS = forms.Textarea(attrs={"rows": 2})
DATE = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class QuestionForm(ModelForm):
    """What the claim is of: its kind, people, comparison, outcome, and what it says."""

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

    text = forms.CharField(label="The claim", widget=WORDS, max_length=2000)
    topics = forms.CharField(
        required=False, help_text="Separated by commas.", max_length=1000
    )
    field_order = ["text", "kind"]

    @property
    def words(self) -> list[forms.BoundField]:
        """What is said in words, but for the claim itself."""
        return [field for field in self if field.name not in ("text", *FIGURES)]

    @property
    def numbers(self) -> list[forms.BoundField]:
        """The numbers its question may state, which few claims do."""
        return [field for field in self if field.name in FIGURES]

    @property
    def states_numbers(self) -> bool:
        """Whether one of them was given, or is wrong."""
        return any(field.value() or field.errors for field in self.numbers)

    def clean_topics(self) -> list[str]:
        """The names of topics, each once."""
        return names_in(self.cleaned_data["topics"])


class EditClaimForm(NewClaimForm):
    """All of a claim: what it says, what it is of, what it is filed under, and why."""

    reason = forms.CharField(
        label="Why",
        required=False,
        max_length=2000,
        help_text="Needed where the claim’s own words change: those before stay "
        "readable as a version.",
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta(QuestionForm.Meta):
        fields = ["text", *QuestionForm.Meta.fields]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = self.instance.topics.order_by("name").values_list("name", flat=True)
        self.initial |= {
            "topics": ", ".join(named),
            "revision": self.instance.revision,
        }


def names_in(words: str) -> list[str]:
    """The names between commas, each once whatever its capitals."""
    names = {name.strip().lower(): name.strip() for name in words.split(",")}
    return [name for key, name in names.items() if key]


def claims_numbered(numbers: Iterable[str | int]) -> list[Claim]:
    """The claims of some numbers. Raises ValidationError for one that none has."""
    named = [str(each).strip("# ") for each in numbers]
    wanted = [whole_number(each) or 0 for each in named]
    found = Claim.objects.current().in_bulk(wanted) if wanted else {}
    for words, number in zip(named, wanted, strict=True):
        if number not in found:
            raise forms.ValidationError(f"No claim here has number {words[:20]}.")
    return [found[number] for number in wanted]


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
