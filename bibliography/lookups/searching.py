"""What a service answers to a whole search strategy, whose records come afterwards."""

from dataclasses import dataclass
from datetime import datetime

MOST_FOUND = 9_999  # records of one search: as many as PubMed hands out


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What a service answered to a search strategy.

    ``count`` is how many records it found, ``numbers`` those it names (none or some,
    where it found more than ``MOST_FOUND``), ``text`` its answer as it came.
    """

    count: int
    numbers: tuple[str, ...]
    understood_as: str
    text: str
    asked_at: datetime
