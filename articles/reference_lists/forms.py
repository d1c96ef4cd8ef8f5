"""The form that takes a reference list to check."""

from typing import Any

from django import forms

from articles.checking.forms import FORMS, CheckForm
from articles.words import ListState
from bibliography.formats import READERS

OTHER_FORMS = [
    (name, reader.label) for name, reader in READERS.items() if name not in dict(FORMS)
]


class ListForm(CheckForm):
    """A pasted list or a file; what was checked comes back with its very bytes.

    ``show`` is the one state to show, ``take`` are the numbers of the entries that are
    to be corrected.
    """

    form = forms.ChoiceField(
        label="What it is", required=False, choices=[*FORMS, *OTHER_FORMS]
    )
    show = forms.ChoiceField(
        required=False, choices=ListState.pairs(), widget=forms.HiddenInput
    )
    take = forms.TypedMultipleChoiceField(required=False, coerce=int)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["text"].label = "Paste the list"
        self.fields["file"].help_text = (
            "A list, manuscript or page (text, HTML, JATS, Word, PDF), or a file of "
            "references (BibTeX, RIS, CSL-JSON, NBIB, EndNote, CSV and others)."
        )
        sent = getattr(self.data, "getlist", lambda name: [])("take")
        self.fields["take"].choices = [(n, n) for n in sent if n.isdecimal()]
