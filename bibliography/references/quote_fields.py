"""Members of a row that say whether its quote stands in its source's stored text."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models.expressions import Combinable

from bibliography.references.quoting import quote_among
from core.api.shapes import ComputedField
from texts.quoting import FoundQuote

Records = Iterable[tuple[str, str]]  # titles and abstracts


class QuoteStateField(ComputedField):
    """The state of the quote in the member ``of``: of QuoteState, "" without a text.

    ``records`` says of a row which records it may quote, read from the columns
    ``unseen``; None where it quotes none.
    """

    def __init__(
        self,
        of: str,
        records: Callable[[dict[str, Any]], Records | None],
        unseen: Mapping[str, Combinable],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.of, self.records, self.unseen = of, records, unseen

    def of_row(self, row: dict[str, Any]) -> str:
        quote = row[self.of]
        records = self.records(row) if quote else None
        return "" if records is None else self.told(quote_among(quote, records))

    def told(self, found: FoundQuote) -> str:
        return str(found.state)


class QuoteStateWordsField(QuoteStateField):
    """The state of a row's quote as people read it; "" where nothing is quoted."""

    def told(self, found: FoundQuote) -> str:
        return found.state.label
