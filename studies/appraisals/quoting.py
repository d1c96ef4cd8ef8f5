"""Words quoted for an appraisal: in which stored text of the study's reports."""

from collections.abc import Iterable

from bibliography.models import StoredText
from studies.appraisals.draft import Problem, QuoteForm
from studies.models import Study


def texts_of(study: Study) -> list[StoredText]:
    """The stored texts of a study's reports, the fullest first; texts and all."""
    rows = StoredText.objects.current().filter(reference__reports__study=study)
    order = {StoredText.Kind.FULL_TEXT: 0, StoredText.Kind.PART: 1}
    found = rows.select_related("reference").order_by("id").distinct()
    return sorted(found, key=lambda row: order.get(StoredText.Kind(row.kind), 2))


def texts_quoted(study: Study, quotes: Iterable[QuoteForm]) -> dict[int, StoredText]:
    """The stored texts that quotes name, by their number: those of its reports."""
    named = {quote.text for quote in quotes if quote.text}
    if not named:
        return {}
    return {row.pk: row for row in texts_of(study) if row.pk in named}


def quote_problems(study: Study, quotes: tuple[QuoteForm, ...]) -> list[Problem]:
    """Quotes that are no words of the text they name."""
    texts, found = texts_quoted(study, quotes), []
    for n, quote in enumerate(quotes):
        if not quote.quote.strip():
            found.append(Problem(f"quotes.{n}.quote", "A quote has no words."))
        elif quote.text and quote.text not in texts:
            sentence = f"Stored text {quote.text} is of no report of this study."
            found.append(Problem(f"quotes.{n}.text", sentence))
        elif quote.text and not _stands(quote, texts[quote.text].text):
            sentence = f"“{quote.quote[:60]}” does not stand in the stored text."
            found.append(Problem(f"quotes.{n}.quote", sentence))
        elif quote.start is not None and not quote.text:
            sentence = "A quote’s start is in a stored text; name that."
            found.append(Problem(f"quotes.{n}.start", sentence))
    return found


def _stands(quote: QuoteForm, text: str) -> bool:
    """Whether a quote's words stand in a text, where it says, if it does."""
    words = " ".join(quote.quote.split())
    if quote.start is None:
        return words in " ".join(text.split())
    return " ".join(text[quote.start :].split()).startswith(words)
