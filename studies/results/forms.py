"""The forms of outcomes, and of results as their sources print them."""

from django import forms

from bibliography.models import Reference
from bibliography.references.quoting import QuotingForm
from core.forms import TWO_LINES, EditForm, Form, ModelForm
from core.numbers import whole_number
from studies.models import Outcome, Result

LISTED = {"autocomplete": "off"}


class ResultForm(QuotingForm, ModelForm):
    """One number of a study, or its direction, with the place it was read."""

    outcome = forms.CharField(
        max_length=200,
        help_text="What was measured; a known name joins the studies that measured it.",
        widget=forms.TextInput(attrs={"list": "outcomes", **LISTED}),
    )
    better = forms.ChoiceField(
        label="Better when",
        choices=Outcome.Better.pairs,
        initial=Outcome.Better.NOT_STATED,
        help_text="Only for an outcome that is new here.",
    )
    provenance = forms.ChoiceField(
        label="Where it was read",
        choices=[
            (provenance.value, provenance.label)
            for provenance in Result.Provenance.at_source()
        ],
    )
    compiled_from = forms.CharField(
        label="Reported by",
        required=False,
        help_text="The number of the review’s or data set’s record, where one told it.",
        widget=forms.TextInput(attrs={"list": "records", **LISTED}),
    )

    PARTS = {
        "What was measured": [
            *("outcome", "better", "time_point", "metric"),
            *("contrast", "comparison", "analysis_set", "direction"),
        ],
        "Counts, where they are given": ["events_1", "total_1", "events_2", "total_2"],
        "Means, where they are given": ["mean_1", "sd_1", "mean_2", "sd_2"],
        "The estimate as printed": ["estimate", "ci_low", "ci_high"],
        "Where it was read": [
            *("provenance", "compiled_from", "place", "quote", "words"),
        ],
    }

    class Meta:
        model = Result
        fields = [
            *("contrast", "comparison", "time_point", "analysis_set", "metric"),
            *("events_1", "total_1", "events_2", "total_2"),
            *("mean_1", "sd_1", "mean_2", "sd_2"),
            *("estimate", "ci_low", "ci_high", "direction", "quote", "place"),
        ]
        labels = {
            "contrast": "Contrast",
            "comparison": "Comparison",
            "time_point": "Time point",
            "analysis_set": "Analysis set",
            "metric": "Effect measure",
            "events_1": "Events, group 1",
            "total_1": "People, group 1",
            "events_2": "Events, group 2",
            "total_2": "People, group 2",
            "mean_1": "Mean, group 1",
            "sd_1": "SD, group 1",
            "mean_2": "Mean, group 2",
            "sd_2": "SD, group 2",
            "ci_low": "95 % interval from",
            "ci_high": "to",
            "direction": "Direction in group 1",
            "quote": "The words or numbers, as they stand there",
            "place": "Page, table or section",
        }
        help_texts = {"comparison": ""}
        widgets = {"comparison": forms.TextInput(), "quote": TWO_LINES}

    def parts(self):
        """The fields in groups: (heading, fields)."""
        return [
            (head, [self[name] for name in names]) for head, names in self.PARTS.items()
        ]

    def clean_compiled_from(self):
        """The record that reports it, by its number."""
        words = self.cleaned_data["compiled_from"].strip()
        if not words:
            return None
        number = words.partition(" ")[0]
        found = Reference.objects.current().filter(pk=whole_number(number) or 0).first()
        if found is None:
            raise forms.ValidationError(f"No record here has the number “{number}”.")
        return found

    def records_quoted(self, said):
        """The review or data set that tells the result, else its study's reports."""
        if compiled_from := said.get("compiled_from"):
            return [compiled_from]
        study = said.get("study") or getattr(self.instance, "study_id", None)
        return (
            Reference.objects.filter(reports__study=study).distinct() if study else []
        )

    def clean(self):
        """A result says where it was read; a second-hand one, by its article."""
        said = super().clean()
        if said.get("provenance") == Result.Provenance.SECOND_HAND:
            return said
        if not said.get("quote", "").strip() and not said.get("place", "").strip():
            self.add_error("place", "Say where it was read: a table, page or section.")
        return said


class EditResultForm(ResultForm, EditForm):
    """A result put right: all that is stored of it, and why it changes."""

    better = None
    reason = forms.CharField(label="Why it changes", max_length=2000)

    PARTS = {
        "What was measured": [
            *("outcome", "time_point", "metric", "measured", "contrast"),
            *("comparison", "dose", "analysis_set", "direction"),
            *("subgroup", "subgroup_planned"),
        ],
        "Counts, where they are given": ["events_1", "total_1", "events_2", "total_2"],
        "Means, where they are given": ["mean_1", "sd_1", "mean_2", "sd_2"],
        "The estimate as printed": [
            *("estimate", "ci_low", "ci_high", "ci_level", "p_value", "adjusted"),
        ],
        "Where it was read": [
            *("provenance", "compiled_from", "place", "quote", "words"),
        ],
        "This change": ["reason"],
    }

    class Meta(ResultForm.Meta):
        fields = [
            *ResultForm.Meta.fields,
            *("measured", "adjusted", "subgroup", "subgroup_planned", "dose"),
            *("ci_level", "p_value"),
        ]
        labels = {
            **ResultForm.Meta.labels,
            "measured": "Change or final value",
            "subgroup_planned": "Planned subgroup",
            "ci_low": "Interval from",
            "ci_level": "Level of the interval",
            "p_value": "P",
        }
        help_texts = {
            **ResultForm.Meta.help_texts,
            "ci_level": "0.95 for a 95 % interval",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        result = self.instance
        self.initial |= {
            "outcome": str(result.outcome),
            "provenance": result.provenance,
        }
        if record := result.compiled_from:
            self.initial["compiled_from"] = f"{record.pk} · {record.title}"
        self.was_outcome = result.outcome
        offered = dict.fromkeys([result.provenance, *Result.Provenance.at_source()])
        self.fields["provenance"].choices = [
            (each, Result.Provenance(each).label) for each in offered
        ]

    def clean_outcome(self):
        """The outcome of this name; a new one is a result of its own."""
        words = " ".join(self.cleaned_data["outcome"].split())
        if words.casefold() == self.was_outcome.name.casefold():
            return self.was_outcome
        known = Outcome.objects.current().filter(name__iexact=words).order_by("pk")
        if found := known.first():
            return found
        raise forms.ValidationError(
            f"No outcome here is called “{words}”. To give this one another name, edit "
            "the outcome; for another one, enter a result of its own."
        )


class DisputeForm(Form):
    """What a second person found at the source instead."""

    source_says = forms.CharField(
        label="What the source says",
        help_text="Its own words or numbers, and where they stand.",
        widget=TWO_LINES,
        max_length=4000,
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


class OutcomeForm(ModelForm):
    """A thing measured, and which way of it is better."""

    class Meta:
        model = Outcome
        fields = ["name", "definition", "measures", "unit", "better", "importance"]


class EditOutcomeForm(OutcomeForm, EditForm):
    """An outcome put right, for all studies that measured it."""

    class Meta(OutcomeForm.Meta):
        labels = {
            "measures": "How it is measured",
            "better": "Better when",
            "importance": "Whom it matters to",
        }
        help_texts = {"measures": "Separated by commas."}
        widgets = {"definition": TWO_LINES}
