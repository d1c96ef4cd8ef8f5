"""The forms of searches: run at PubMed, or brought from elsewhere."""

from io import BytesIO

from django import forms

from bibliography.models import ImportBatch
from bibliography.services import PUBMED, SEARCHED
from core.forms import TWO_LINES, Form, NumberedField, WholeText
from evidence.words import SourceKind

DAY = {"widget": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")}


class SearchForm(Form):
    """A search that is run at a service."""

    source = forms.ChoiceField(
        label="Service",
        choices=[(name, name) for name in SEARCHED],
        initial=PUBMED,
        required=False,
    )
    strategy = forms.CharField(
        label="Search strategy",
        widget=forms.Textarea(attrs={"rows": 3, "spellcheck": "false"}),
        help_text="Word for word, as in the service’s own search box.",
    )
    since = forms.DateField(
        label="Only records that it took in since",
        required=False,
        help_text="OpenAlex tells this only whoever has a key.",
        **DAY,
    )


class BroughtForm(Form):
    """A search that was made elsewhere, whose records came by an import."""

    source = forms.CharField(label="Source searched", max_length=200)
    kind = forms.ChoiceField(
        label="It is a", choices=SourceKind.pairs, initial=SourceKind.DATABASE
    )
    strategy = forms.CharField(
        label="Search strategy", widget=TWO_LINES, help_text="Word for word."
    )
    searched_on = forms.DateField(label="Date of the search", **DAY)
    records_found = forms.IntegerField(
        label="Records the source said it found",
        required=False,
        min_value=0,
        max_value=2**31 - 1,
    )


class ImportedSearchForm(BroughtForm):
    """The same, with the number of its import."""

    batch = NumberedField(queryset=ImportBatch.objects.all())


class FileSearchForm(BroughtForm):
    """The same, with its file, or its records pasted."""

    file = forms.FileField(
        label="File of its records",
        required=False,
        help_text="RIS, PubMed NBIB or XML, BibTeX, EndNote XML, CSL-JSON or a table.",
    )
    text = WholeText(
        label="Or paste the records",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
    )

    def clean(self):
        said = super().clean()
        if not (said.get("file") or said.get("text", "").strip()):
            self.add_error("file", "Choose a file, or paste its records.")
        return said

    def said(self):
        """What the action is told: the bytes as a stream, and their name."""
        said = dict(self.cleaned_data)
        file, text = said.pop("file"), said.pop("text")
        data = file or BytesIO(text.encode())
        return {**said, "data": data, "file_name": file.name if file else "pasted.txt"}
