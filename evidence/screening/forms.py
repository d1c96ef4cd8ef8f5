"""The forms of screening: a reason, words to mark, and several records at once."""

from django import forms

from core.forms import TWO_LINES, Form, ModelForm, NumberedField
from core.numbers import number_in
from evidence.bases.models import EvidenceBase
from evidence.screening.models import ScreenedRecord
from studies.designs import Design
from studies.models import Study

SHOWN = 5  # studies named where several fit


class TakingOnForm(Form):
    """Which study a record is of; the one it is on file for, where none is named."""

    study = NumberedField(queryset=Study.objects.current(), required=False)


class StudyOfRecordForm(Form):
    """The study that a record reports, by its number or its name."""

    study_words = forms.CharField(max_length=200)

    def clean_study_words(self) -> Study:
        """The one study that is meant."""
        words = self.cleaned_data["study_words"].strip()
        studies = Study.objects.current().with_names()
        number = number_in(words)
        rows = studies.filter(pk=number) if number else studies.named_like(words)
        found = list(rows[:SHOWN])
        if len(found) == 1:
            return found[0]
        if not found:
            raise forms.ValidationError(f"No study here is called “{words}”.")
        names = "; ".join(f"{study.pk} · {study.name}" for study in found)
        raise forms.ValidationError(f"Several studies fit, say which: {names}.")


class LeavingOutForm(Form):
    """Why a record is left out."""

    because = forms.ChoiceField(
        label="Why", choices=ScreenedRecord.Reason.set_pairs, required=True
    )
    in_words = forms.CharField(label="In words", required=False, max_length=500)


class MarkedWordsForm(ModelForm):
    """The words that are marked in titles and abstracts."""

    class Meta:
        model = EvidenceBase
        fields = ["marked_words"]
        labels = {"marked_words": "Words to mark, one a line"}
        help_texts = {
            "marked_words": "vaccin* marks all that begin so. Empty: the question’s."
        }
        widgets = {"marked_words": forms.Textarea(attrs={"rows": 6})}


class SeveralForm(Form):
    """Which of the records that wait are left out at once, and why."""

    q = forms.CharField(
        label="All of these words in title or abstract", required=False, max_length=200
    )
    design = forms.ChoiceField(
        label="What the title says it is",
        choices=lambda: [("", "anything"), *Design.pairs()],
        required=False,
    )
    before = forms.IntegerField(
        label="Published before", required=False, min_value=1, max_value=9999
    )
    because = forms.ChoiceField(
        label="Why they are left out", choices=ScreenedRecord.Reason.set_pairs
    )
    in_words = forms.CharField(
        label="In words", required=False, max_length=500, widget=TWO_LINES
    )

    def clean(self):
        said = super().clean()
        if not any(said.get(name) for name in ("q", "design", "before")):
            raise forms.ValidationError("Say which records are meant.")
        return said
