"""The forms of an import: the file, and which column of a table is what."""

from io import BytesIO

from django import forms

from bibliography.formats import FORMATS
from bibliography.formats.columns import COLUMNS
from core.forms import Form, WholeText

MAPPED = {
    "doi": "DOI",
    "pmid": "PubMed number",
    "pmcid": "PMC number",
    "nct": "NCT number",
    "issn": "ISSN",
    "isbn": "ISBN",
    "url": "Address",
}


class ImportForm(Form):
    """A file of references, or its text pasted."""

    file = forms.FileField(
        label="File",
        required=False,
        help_text="RIS, PubMed NBIB or XML, BibTeX, EndNote XML, CSL-JSON, JATS, a "
        "table (CSV or tabs), or a list of DOIs or PubMed numbers.",
    )
    text = WholeText(
        label="Or paste the records",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 8, "spellcheck": "false"}),
    )
    format = forms.ChoiceField(
        required=False,
        choices=[("auto", "found out by itself")]
        + [(format.name, format.label) for format in FORMATS],
    )

    def clean(self):
        said = super().clean()
        if not (said.get("file") or said.get("text", "").strip()):
            raise forms.ValidationError("Choose a file, or paste records.")
        return said

    def source(self):
        """The bytes, as a stream, and the name they came under."""
        file = self.cleaned_data["file"]
        if file:
            return file, file.name
        return BytesIO(self.cleaned_data["text"].encode()), "pasted text"


class MappingForm(Form):
    """Which column of a table holds which field; a field may have none."""

    def __init__(self, *args, columns, mapping, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", "no column"), *((name, name) for name in columns if name)]
        for field in COLUMNS:
            self.fields[field] = forms.ChoiceField(
                label=MAPPED.get(field, field.capitalize()),
                choices=choices,
                required=False,
                initial=mapping.get(field, ""),
            )

    def mapping(self):
        """The fields that have a column."""
        return {field: head for field, head in self.cleaned_data.items() if head}
