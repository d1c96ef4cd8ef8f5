"""The forms of the research side: a study, a reference, a result, entered by hand."""

from io import BytesIO

from django import forms

from core.forms import Form, ModelForm
from core.numbers import whole_number
from studies.formats import FORMATS
from studies.formats.columns import COLUMNS
from studies.models import Identifier, Outcome, Reference, Result, Study

TWO_LINES = forms.Textarea(attrs={"rows": 2})
MAPPED = {
    "doi": "DOI",
    "pmid": "PubMed number",
    "pmcid": "PMC number",
    "nct": "NCT number",
    "issn": "ISSN",
    "isbn": "ISBN",
    "url": "Address",
}
LISTED = {"autocomplete": "off"}


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
            "sample_size": "People in it",
            "population": "Who they were",
            "comparator": "Compared with",
            "follow_up": "Follow-up",
            "registration": "Registration number",
        }
        widgets = dict.fromkeys(
            ["title", "population", "intervention", "comparator", "follow_up"],
            TWO_LINES,
        )


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


class ResultForm(ModelForm):
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
        label="Read where",
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
        "Where it was read": ["provenance", "compiled_from", "place", "quote"],
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
            "comparison": "What against what",
            "time_point": "When measured",
            "analysis_set": "Analysed",
            "metric": "Kind of number",
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
            "direction": "In group 1 it was",
            "quote": "The words or numbers, as they stand there",
            "place": "Place",
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

    def clean(self):
        """A result says where it was read."""
        said = super().clean()
        if not said.get("quote", "").strip() and not said.get("place", "").strip():
            self.add_error("place", "Say where it was read: a table, page or section.")
        return said


class ImportForm(Form):
    """A file of references, or its text pasted."""

    file = forms.FileField(
        label="File",
        required=False,
        help_text="RIS, PubMed NBIB or XML, BibTeX, EndNote XML, CSL-JSON, JATS, a "
        "table (CSV or tabs), or a list of DOIs or PubMed numbers.",
    )
    text = forms.CharField(
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
