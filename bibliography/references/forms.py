"""The form of a reference entered by hand."""

from django import forms

from bibliography.models import Identifier, Reference
from core.forms import TWO_LINES, ModelForm


class ReferenceForm(ModelForm):
    """A bibliographic record with the identifiers that name this very document."""

    author = forms.CharField(
        label="First author", required=False, help_text="The surname.", max_length=200
    )
    doi = forms.CharField(label="DOI", required=False)
    pmid = forms.CharField(label="PubMed number", required=False)

    class Meta:
        model = Reference
        fields = ["type", "title", "year", "container", "url", "captured_on"]
        labels = {
            "container": "Journal, book or site",
            "url": "Address",
            "captured_on": "Seen on",
        }
        help_texts = {
            "container": "",
            "captured_on": "For what can change: a register, a web page.",
        }
        widgets = {
            "title": TWO_LINES,
            "container": forms.TextInput(),
            "url": forms.TextInput(),
            "captured_on": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        }

    field_order = [
        "type", "title", "author", "year", "container", "doi", "pmid", "url",
    ]  # fmt: skip

    def clean_title(self):
        """A record entered by hand has a title."""
        title = self.cleaned_data["title"].strip()
        if not title:
            raise forms.ValidationError("Give the title of the document.")
        return title

    def as_given(self):
        """What ``add_reference`` takes."""
        said = dict(self.cleaned_data)
        author = said.pop("author").strip()
        names = {Identifier.Scheme.DOI: "doi", Identifier.Scheme.PMID: "pmid"}
        given = [
            (str(scheme), said.pop(name).strip()) for scheme, name in names.items()
        ]
        return {
            **said,
            "authors": [{"family": author}] if author else [],
            "identifiers": [pair for pair in given if pair[1]],
        }
