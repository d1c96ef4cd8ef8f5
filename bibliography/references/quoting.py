"""Quoted words beside the stored text of the record they are quoted from.

What is stored of a record is its title and abstract: words from its full text are "not
in the stored text", and are kept and shown as that.
"""

from collections.abc import Collection, Iterable
from typing import Any

from django import forms

from bibliography.models import Reference
from texts.quoting import FoundQuote, QuoteState, find_quote

_BEST = (QuoteState.VERBATIM, QuoteState.NEAR, QuoteState.ABSENT, QuoteState.NO_TEXT)
_SHOWN = 5  # differences that a sentence names


def quote_in(quoted: str, references: Iterable[Reference]) -> FoundQuote:
    """What looking for words in the stored texts of some records came to, the best."""
    return quote_among(quoted, ((one.title, one.abstract) for one in references))


def quote_among(quoted: str, records: Iterable[tuple[str, str]]) -> FoundQuote:
    """As ``quote_in``, for the titles and abstracts of some records."""
    found = [find_quote(quoted, _stored_text(*record)) for record in records]
    nothing = FoundQuote(QuoteState.NO_TEXT)
    return min([*found, nothing], key=lambda one: _BEST.index(one.state))


def _stored_text(title: str, abstract: str) -> str:
    """The text that is stored of a record; empty without an abstract."""
    return f"{title}\n{abstract}" if abstract.strip() else ""


class QuotingForm(forms.Form):
    """A form some fields of which quote a record: ``QUOTES`` names them.

    Where the record has the words a little otherwise, its own are offered, and
    ``words`` says which are kept: the source's, or those that were typed.
    """

    QUOTES: Collection[str] = ("quote",)

    words = forms.ChoiceField(
        label="Which words are kept",
        required=False,
        choices=[("source", "the source’s"), ("mine", "mine")],
        widget=forms.HiddenInput,  # until there is a choice
    )

    def records_quoted(self, said: dict[str, Any]) -> Iterable[Reference]:
        """The records that the words may be from, of what the form says: none yet."""
        return ()

    def clean(self) -> dict[str, Any]:
        """Look for what is quoted, and ask which words are kept where they differ."""
        said = super().clean()
        chosen = said.pop("words", "")
        given = {
            name: quoted
            for name in self.QUOTES
            if (quoted := (said.get(name) or "").strip())
            and quoted != getattr(getattr(self, "instance", None), name, "")
        }
        records = list(self.records_quoted(said)) if given else []
        for name, quoted in given.items():
            found = quote_in(quoted, records)
            if found.state != QuoteState.NEAR or chosen == "mine":
                continue
            if chosen == "source":
                said[name] = found.passage
            else:
                self.add_error(name, offer(found))
                self.fields["words"].widget = forms.RadioSelect(
                    choices=self.fields["words"].choices
                )
        return said

    def quoted_words(self) -> list[str]:
        """Whether what the valid form quotes stands in its source, as sentences."""
        records = list(self.records_quoted(self.cleaned_data))
        return [
            f"“{self.fields[name].label}”: {quote_in(quoted, records).state.label}."
            for name in self.QUOTES
            if (quoted := self.cleaned_data.get(name))
        ]


def offer(found: FoundQuote) -> str:
    """A near passage as a sentence: the source's words, and in what they differ."""
    told = "; ".join(
        f"{one.kind}: “{one.quoted}”, there “{one.source}”"
        for one in found.differences[:_SHOWN]
    )
    return (
        f"The source has these words a little otherwise: “{found.passage}” ({told}). "
        "Say which words are kept."
    )
