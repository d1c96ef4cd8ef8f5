"""The form that takes a report's file."""

from django import forms

from bibliography.models import Reference
from core.forms import Form, NumberedField
from studies.report_copies.actions import too_large
from studies.report_copies.models import MOST_BYTES

LONGEST_NAME = 255


class ReportCopyForm(Form):
    """A PDF or Word file, and which of a study's reports it is."""

    reference = NumberedField(
        queryset=Reference.objects.none(), label="Of which report"
    )
    file = forms.FileField(
        label="The file",
        help_text=f"PDF or Word (.docx), at most {MOST_BYTES / 1_000_000:g} MB. Kept "
        "for the people of this round; never public.",
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.docx"}),
    )

    def __init__(self, study, *args, **kwargs):
        super().__init__(*args, **kwargs)
        reports = Reference.objects.filter(reports__study=study).distinct()
        self.fields["reference"].queryset = reports.order_by("pk")

    def clean_file(self):
        """The file, if it is not too large to be read at all."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(too_large(file.size))
        return file

    def said(self):
        """What the action is called with."""
        file = self.cleaned_data["file"]
        return {
            "reference": self.cleaned_data["reference"],
            "name": file.name[-LONGEST_NAME:],
            "data": file.read(),
        }
