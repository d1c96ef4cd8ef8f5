"""The form of a study."""

from typing import Any

from core.forms import TWO_LINES, ModelForm
from studies.models import Study
from texts.words import YesNo


class StudyForm(ModelForm):
    """A study as far as it is known; what is left empty reads "not stated"."""

    class Meta:
        model = Study
        fields = [
            "label",
            "title",
            "year",
            "design",
            "allocation",
            "consecutive",
            "status",
            "sample_size",
            "population",
            "intervention",
            "comparator",
            "follow_up",
            "registration",
        ]
        labels = {
            "label": "Name",
            "consecutive": "All people, or each as they came",
            "sample_size": "Sample size",
            "population": "Population",
            "comparator": "Compared with",
            "follow_up": "Follow-up",
            "registration": "Registration number",
        }
        widgets = dict.fromkeys(
            ["title", "population", "intervention", "comparator", "follow_up"],
            TWO_LINES,
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["consecutive"].required = False

    def clean_consecutive(self) -> str:
        """Whether people were taken in as they came; not stated where nothing is."""
        return self.cleaned_data["consecutive"] or YesNo.NOT_STATED
