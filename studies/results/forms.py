"""The forms of outcomes, and of results as their sources print them."""

from typing import NamedTuple

from django import forms
from django.utils.functional import cached_property

from bibliography.models import Reference
from bibliography.references.quoting import QuotingForm
from core.forms import (
    TWO_LINES,
    EditForm,
    Form,
    MeantField,
    ModelForm,
    NumberedField,
    chosen,
)
from studies.designs import Design
from studies.effects import Measure
from studies.models import Arm, Outcome, Result
from studies.printed import PrintedNumber
from studies.results.cannot_be import as_limit, why_not
from studies.results.consistency import ASKED, asked_of
from studies.results.fields import (
    AnswersField,
    EffectField,
    LevelField,
    PrintedField,
    ShareField,
    WholeField,
)
from studies.results.further import ACCURACY, FURTHER
from studies.results.labels import (
    FIELDS,
    HELP,
    LABELS,
    MARKED,
    NEEDED,
    NUMBERS,
    PARTS,
    WHOLE,
)

EFFECT = ("estimate", "ci_low", "ci_high")
LISTED = {"autocomplete": "off"}


def compiled_from() -> MeantField:
    """The record of the review or data set that tells a result."""
    return MeantField(
        rows=Reference.objects.current,
        what="record",
        label="Reported by",
        required=False,
        help_text="The review or data set, where one told it: DOI, PubMed number, "
        "author and year, or words of the title.",
        widget=forms.TextInput(attrs={"list": "records", **LISTED}),
    )


COMPLEMENT = "Survival is of death: it is pooled from counts turned round."


class ShownPart(NamedTuple):
    """A part as a page shows it."""

    heading: str
    fields: list[forms.BoundField]
    measures: str
    folded: bool
    is_open: bool


DEFAULTS = {  # what is left empty is not stated, and a level is the usual one
    column.name: column.default
    for column in Result._meta.concrete_fields
    if column.name in FIELDS and column.has_default() and not column.blank
}


class ResultForm(QuotingForm, ModelForm):
    """One number of a study, or its direction, with the place it was read.

    Numbers are typed as printed. ``answers`` says why numbers stand so that do not
    agree; with ``answer_later`` they are stored, and decide nothing until answered.
    """

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
    compiled_from = compiled_from()
    pooled_designs = forms.MultipleChoiceField(
        label="Designs pooled",
        choices=Design.set_pairs,
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 5}),
    )
    answers = AnswersField(
        codes=ASKED,
        help_text="by the code of what does not agree: why it stands so",
    )
    answer_later = forms.BooleanField(
        label="Store it with these questions open: it decides nothing until answered",
        required=False,
    )

    class Meta:
        model = Result
        fields = FIELDS
        labels = LABELS
        help_texts = HELP
        widgets = {"comparison": forms.TextInput(), "quote": TWO_LINES}
        field_classes = {
            **dict.fromkeys((*NUMBERS, *FURTHER), PrintedField),
            **dict.fromkeys(ACCURACY, ShareField),
            **dict.fromkeys(WHOLE, WholeField),
            **dict.fromkeys(EFFECT, EffectField),
            "ci_level": LevelField,
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in DEFAULTS.keys() & self.fields.keys():
            self.fields[name].required = False
        for name, needed in MARKED.items():
            self.fields[name].needed_when = needed
        for name, text in self.instance.printed.items():
            self.initial[name] = PrintedNumber(getattr(self.instance, name), text)
        if self.instance.study_id:
            arms = Arm.objects.filter(study=self.instance.study_id).order_by("id")
            for name in ("arm_1", "arm_2"):
                self.fields[name].queryset = arms

    def parts(self):
        """The fields in groups; empty where there is nothing to choose from."""
        design = self.instance.study.design if self.instance.study_id else ""
        for part in PARTS:
            names = part.fields + (("words",) if "quote" in part.fields else ())
            fields = [self[name] for name in names if self._is_offered(name)]
            filled = any(self._is_filled(field) for field in fields)
            metric = self["metric"].value()
            yield ShownPart(
                part.heading,
                fields,
                " ".join(sorted(part.of & set(Measure))),
                part.folded,
                filled or design in part.of or metric in part.of,
            )

    def _is_offered(self, name):
        field = self.fields.get(name)
        return field is not None and (
            name not in ("arm_1", "arm_2") or field.queryset.exists()
        )

    def _is_filled(self, field):
        usual = self.fields[field.name].initial
        if not usual and hasattr(Result, field.name):
            usual = Result().serializable_value(field.name)
        return bool(field.errors) or field.value() not in ("", None, [], usual)

    @cached_property
    def asked(self):
        """What does not agree in the numbers, each with what was answered so far."""
        if not self.is_bound and self.instance._state.adding:
            return []
        row = self.instance
        said = (self["answers"].value() if self.is_bound else row.answers) or {}
        return [
            (finding, said.get(finding.check, ""))
            for finding in asked_of(row, row.study.design if row.study_id else "")
            if finding.is_asked
        ]

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
        for name in {*NUMBERS, *FURTHER} & said.keys():
            if name not in self.changed_data and name not in self.instance.printed:
                said[name] = None if said[name] is None else float(said[name])
        for name in DEFAULTS.keys() & said.keys():
            said[name] = DEFAULTS[name] if said[name] in ("", None) else said[name]
        for name, needed in NEEDED.items():
            missing = said.get(name) in (None, "") and name not in self.errors
            if missing and needed.holds(said):
                self.add_error(name, f"“{self.fields[name].label}” is missing.")
        self._see_effect(said)
        if said.get("provenance") == Result.Provenance.SECOND_HAND:
            return said
        if not said.get("quote", "").strip() and not said.get("place", "").strip():
            self.add_error("place", "Say where it was read: a table, page or section.")
        return said

    def _see_effect(self, said):
        """Say how an effect is typed that its measure cannot be."""
        metric = said.get("metric")
        for name in EFFECT:
            if said.get(name) is None:
                continue
            said[name] = as_limit(metric, name, said[name], said.get("estimate") or 0)
            if problem := why_not(metric, said[name]):
                self.add_error(name, problem)

    def _post_clean(self):
        super()._post_clean()
        self.instance.printed = {
            name: value.text
            for name, value in self.cleaned_data.items()
            if isinstance(value, PrintedNumber)
        }


class EditResultForm(ResultForm, EditForm):
    """A result put right: all that is stored of it, and why it changes."""

    better = None
    reason = forms.CharField(label="Why it changes", max_length=2000)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        result = self.instance
        self.initial |= {
            "outcome": str(result.outcome),
            "provenance": result.provenance,
        }
        if record := result.compiled_from:
            self.initial["compiled_from"] = chosen(record)
        self.was_outcome = result.outcome
        offered = dict.fromkeys([result.provenance, *Result.Provenance.at_source()])
        self.fields["provenance"].choices = [
            (each, Result.Provenance(each).label) for each in offered
        ]

    def parts(self):
        """The fields in groups, and why it changes at the end."""
        yield from super().parts()
        yield ShownPart("This change", [self["reason"]], "", False, True)

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


class AnswersForm(Form):
    """Why a result's numbers stand so though they do not agree."""

    answers = AnswersField(codes=ASKED)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


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

    complement_of = NumberedField(
        queryset=Outcome.objects.current(), required=False, help_text=COMPLEMENT
    )

    class Meta:
        model = Outcome
        fields = [
            *("name", "definition", "measures", "unit", "better", "importance"),
            "complement_of",
        ]


class EditOutcomeForm(OutcomeForm, EditForm):
    """An outcome put right, for all studies that measured it."""

    complement_of = forms.CharField(
        label="Complement of",
        required=False,
        help_text=COMPLEMENT,
        widget=forms.TextInput(attrs={"list": "outcomes", **LISTED}),
    )

    class Meta(OutcomeForm.Meta):
        labels = {
            "measures": "How it is measured",
            "better": "Better when",
            "importance": "Whom it matters to",
        }
        help_texts = {"measures": "Separated by commas."}
        widgets = {"definition": TWO_LINES}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if other := self.instance.complement_of:
            self.initial["complement_of"] = other.name

    def clean_complement_of(self):
        """The outcome of this name."""
        words = " ".join(self.cleaned_data["complement_of"].split())
        if not words:
            return None
        known = Outcome.objects.current().filter(name__iexact=words).order_by("pk")
        if found := known.first():
            return found
        raise forms.ValidationError(f"No outcome here is called “{words}”.")
