"""The forms of a study and its arms."""

from typing import Any

from django import forms
from django.utils import timezone

from bibliography.models import Reference
from core.forms import TWO_LINES, EditForm, Form, ModelForm, NumberedField
from studies.models import Arm, Inclusion, Report, Study
from texts.words import YesNo

EARLIEST = 1500
AHEAD = 10  # years that a planned study may lie ahead


class StudyForm(ModelForm):
    """A study as far as it is known; what is left empty reads "not stated"."""

    class Meta:
        model = Study
        fields = [
            "label",
            "title",
            "year",
            "design",
            "design_words",
            "allocation",
            "consecutive",
            "status",
            "sample_size",
            "population",
            "intervention",
            "comparator",
            "follow_up",
            "setting",
            "registration",
            "funding",
            "interests",
        ]
        labels = {
            "label": "Name",
            "design_words": "Design, in its own words",
            "consecutive": "All people, or each as they came",
            "sample_size": "Sample size",
            "population": "Population",
            "comparator": "Compared with",
            "follow_up": "Follow-up",
            "registration": "Registration number",
            "interests": "Authors’ interests",
        }
        help_texts = {"design_words": "", "interests": ""}
        widgets = dict.fromkeys(
            [
                *("title", "design_words", "population", "intervention", "comparator"),
                *("follow_up", "setting", "funding", "interests"),
            ],
            TWO_LINES,
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["consecutive"].required = False

    def clean_year(self) -> int | None:
        """A year in which studies were, or are to be, reported."""
        year, latest = self.cleaned_data["year"], timezone.localdate().year + AHEAD
        if year is not None and not EARLIEST <= year <= latest:
            raise forms.ValidationError(
                f"{year} is no year of a study: expected was one from {EARLIEST} to "
                f"{latest}."
            )
        return year

    def clean_consecutive(self) -> str:
        """Whether people were taken in as they came; not stated where nothing is."""
        return self.cleaned_data["consecutive"] or YesNo.NOT_STATED


class EditStudyForm(StudyForm, EditForm):
    """A study put right."""


class AttachForm(Form):
    """A record that was looked for, and what it is to the study."""

    reference = NumberedField(
        queryset=Reference.objects.current(),
        error_messages={"required": "Choose the record."},
    )
    role = forms.ChoiceField(choices=Report.Role.pairs)


class ReportForm(EditForm):
    """What a report is to its study."""

    class Meta:
        model = Report
        fields = ["role"]


class ArmForm(ModelForm):
    """One group of people in a study, as its report names it."""

    class Meta:
        model = Arm
        fields = ["name", "description", "size"]


class EditArmForm(ArmForm, EditForm):
    """An arm put right."""

    class Meta(ArmForm.Meta):
        labels = {"size": "Number of people"}
        widgets = {"description": TWO_LINES}


class ListedForm(Form):
    """What a review says it includes, pasted."""

    listed = forms.CharField(
        label="Studies that it includes",
        help_text="As the review lists them, one a line.",
        widget=forms.Textarea(attrs={"rows": 6}),
        max_length=200_000,
    )

    def clean_listed(self) -> list[str]:
        """The lines, each once, without what is blank."""
        lines = (
            " ".join(line.split()) for line in self.cleaned_data["listed"].split("\n")
        )
        return list(dict.fromkeys(filter(None, lines)))


class InclusionForm(EditForm):
    """Which study it is that a review lists, if it was found."""

    study = NumberedField(queryset=Study.objects.current(), required=False)

    class Meta:
        model = Inclusion
        fields = ["study"]
