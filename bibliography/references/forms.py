"""The forms of a reference: entered by hand, and put right."""

import re
from typing import Any

from django import forms
from django.contrib.postgres.forms import SimpleArrayField

from bibliography.formats.numbers import identifier_of
from bibliography.models import Identifier, Reference
from bibliography.records import Identifier as RecordIdentifier
from bibliography.records import name_as_json, name_from_json
from core.forms import LONGEST_LINE, TWO_LINES, EditForm, Form, ModelForm
from texts.identifiers import LONGEST_DOI, normalise_isbn, normalise_issn
from texts.names import split_name

_SERIAL = re.compile(
    r"(?:IS[BS]N(?:-1[03])?:?\s*)?"
    r"(?:(?:\d[ -]?){7}|(?:\d[ -]?){9}|(?:\d[ -]?){12})[\dX]",
    re.I | re.A,
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


class LinesField(SimpleArrayField):
    """Texts, one a line; a program sends a list of them."""

    def __init__(self, **given: Any) -> None:
        line = forms.CharField(required=False, max_length=LONGEST_LINE)
        super().__init__(
            line, delimiter="\n", required=False, widget=forms.Textarea, **given
        )

    def clean(self, value: Any) -> list[str]:
        """The lines that say something."""
        return [line for line in super().clean(value) if line]


class AuthorsField(LinesField):
    """Names in order, one a line: "Family, Given", or a group's whole name."""

    def prepare_value(self, value: Any) -> Any:
        """Stored names as they are written on a line."""
        return super().prepare_value(self.in_lines(value))

    def to_python(self, value: Any) -> list[str]:
        return super().to_python(self.in_lines(value))

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.in_lines(initial), data)

    @staticmethod
    def in_lines(value: Any) -> Any:
        """Names as lines; what was typed stays."""
        if not isinstance(value, list):
            return value
        return [
            str(name_from_json(name)) if isinstance(name, dict) else name
            for name in value
        ]


class ReferenceFieldsForm(ModelForm):
    """What is stated of a reference, all but its identifiers."""

    authors = AuthorsField(
        label="Authors",
        help_text="One a line: “Family, Given”, or a group’s whole name.",
    )
    keywords = LinesField(label="Keywords", help_text="One a line.")

    class Meta:
        model = Reference
        fields = [
            *("type", "title", "authors", "year", "issued", "container", "volume"),
            *("issue", "pages", "publisher", "abstract", "language", "url"),
            *("keywords", "captured_on"),
        ]
        labels = {
            **ReferenceForm.Meta.labels,
            "issued": "Date as stated",
        }
        help_texts = {"issued": "", **ReferenceForm.Meta.help_texts}
        widgets = {
            **ReferenceForm.Meta.widgets,
            "publisher": forms.TextInput(),
            "abstract": forms.Textarea(attrs={"rows": 8}),
        }

    def clean_authors(self) -> list[dict[str, str]]:
        """The names; one that was left as it is stays as it is stored."""
        stored: dict[str, list[dict[str, str]]] = {}  # namesakes in their order
        for name in self.instance.authors:
            stored.setdefault(str(name_from_json(name)), []).append(name)
        return [
            stored[line].pop(0) if stored.get(line) else name_as_json(split_name(line))
            for line in self.cleaned_data["authors"]
        ]


class EditReferenceForm(ReferenceFieldsForm, EditForm):
    """A reference put right."""


class NewIdentifierForm(Form):
    """One more identifier of a reference, in any usual way of writing it."""

    identifier = forms.CharField(
        label="Identifier",
        help_text="A DOI, a PubMed, PMC, NCT, ISRCTN, arXiv or OpenAlex number, an "
        "ISBN or an ISSN.",
        max_length=LONGEST_DOI,
    )

    def clean_identifier(self) -> dict[str, str]:
        """Its scheme, its value as it is matched by, and how it was written."""
        said = self.cleaned_data["identifier"]
        found = identifier_of(said) or _serial_number(said)
        if found is None:
            raise forms.ValidationError(
                f"“{said[:60]}” is none of these as a whole. Give one identifier, with "
                "nothing behind it."
            )
        return {"scheme": found.scheme, "value": found.value, "raw": said}


def _serial_number(said: str) -> RecordIdentifier | None:
    if _SERIAL.fullmatch(said.strip()):
        for scheme, read in (("isbn", normalise_isbn), ("issn", normalise_issn)):
            if value := read(said):
                return RecordIdentifier(scheme, value)
    return None


class IdentifierForm(EditForm):
    """Whether an identifier is the reference's own."""

    class Meta:
        model = Identifier
        fields = ["accepted"]
        labels = {"accepted": "It names this very document"}
