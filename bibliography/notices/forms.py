"""The form that takes a notice a person read."""

from collections.abc import Callable
from typing import Any

from django import forms

from bibliography.models import Notice
from core.forms import Form
from texts.identifiers import normalise_doi, normalise_pmid


class NoticeForm(Form):
    """What was published of a reference, and where it was read."""

    kind = forms.ChoiceField(label="What it is", choices=Notice.Kind.pairs)
    source = forms.CharField(
        label="Where you read it",
        max_length=40,
        help_text="The journal, a register, a database: it stands beside the notice.",
    )
    address = forms.URLField(
        label="Its address",
        required=False,
        max_length=2000,
        assume_scheme="https",
        help_text="This, or the notice’s own DOI or PMID below.",
    )
    dated = forms.DateField(
        label="Its date",
        required=False,
        help_text="As 2026-01-31; leave it empty where the notice gives no day.",
    )
    notice_doi = forms.CharField(
        label="The notice’s own DOI",
        required=False,
        max_length=300,
        help_text="Of the notice, not of the work it is about.",
    )
    notice_pmid = forms.CharField(
        label="The notice’s own PMID", required=False, max_length=20
    )
    says = forms.CharField(
        label="The reasons it gives",
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_notice_doi(self) -> str:
        """A DOI, normalised."""
        return _number(self.cleaned_data["notice_doi"], normalise_doi, "DOI")

    def clean_notice_pmid(self) -> str:
        """A PubMed number, normalised."""
        return _number(self.cleaned_data["notice_pmid"], normalise_pmid, "PMID")

    def clean(self) -> dict[str, Any]:
        """Whoever reads it can look at the notice too, by one of three ways."""
        said = super().clean()
        ways = ("address", "notice_doi", "notice_pmid")
        if not any(said.get(way) or way in self.errors for way in ways):
            self.add_error(
                "address",
                "Give its address, its DOI or its PMID, so that others can look.",
            )
        return said


def _number(given: str, normalise: Callable[[str], str | None], name: str) -> str:
    found = normalise(given) if given.strip() else ""
    if found is None:
        raise forms.ValidationError(f"“{given[:100]}” is no {name}.")
    return found
