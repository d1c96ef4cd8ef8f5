"""Members of a row that say whether its quote stands in its source's stored text."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.db.models.expressions import Combinable

from bibliography.references.quoting import quote_among
from core.api.shapes import ComputedField
from texts.quoting import FoundQuote


class QuoteStateField(ComputedField):
    """The state of the quote in the member ``of``: of QuoteState, "" without a text.

    ``texts`` says of a row which stored texts it may quote, read from the columns
    ``unseen``; None where it quotes none.
    """

    def __init__(
        self,
        of: str,
        texts: Callable[[dict[str, Any]], Iterable[str] | None],
        unseen: Mapping[str, Combinable],
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.of, self.texts, self.unseen = of, texts, unseen

    def of_row(self, row: dict[str, Any]) -> str:
        quote = row[self.of]
        texts = self.texts(row) if quote else None
        return "" if texts is None else self.told(quote_among(quote, texts))

    def told(self, found: FoundQuote) -> str:
        return str(found.state)


class QuoteStateWordsField(QuoteStateField):
    """The state of a row's quote as people read it; "" where nothing is quoted."""

    def told(self, found: FoundQuote) -> str:
        return found.state.label
