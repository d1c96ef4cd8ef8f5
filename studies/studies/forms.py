"""The form of a study."""

from core.forms import TWO_LINES, ModelForm
from studies.models import Study


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
