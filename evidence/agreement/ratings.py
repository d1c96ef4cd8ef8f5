"""What was judged alone, as ratings to compare, whatever table holds it.

Only rounds that have opened, only judgements handed in by each alone: a consensus is
one more judgement by people who know the others, and never counts here. A round has one
row of each person, their last: a changed mind is counted once.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.db.models import QuerySet

BATCH = 1_000  # rows read at once


@dataclass(frozen=True)
class Part:
    """One thing that is judged: its name, its scale, and what the values mean.

    ``order`` goes from one end of the scale to the other; None is no order. An item is
    one question of an instrument that comes to judgements of more.
    """

    key: str
    name: str
    order: tuple[str, ...] | None
    words: Mapping[str, str]
    is_item: bool = False

    def in_words(self, value: str) -> str:
        """What a value means."""
        return self.words.get(value, value)


class Rating(NamedTuple):
    """What one reviewer said of one part in one round; ``on`` is what was judged."""

    part: str
    on: int
    round: int
    person: int
    name: str
    may_be_named: bool
    value: str

    @property
    def unit(self) -> str:
        """A round on one thing: what is rated."""
        return f"{self.on}/{self.round}"


def ratings_of(
    row: Mapping[str, Any], *, on: int, may_be_named: bool, said: Mapping[str, str]
) -> Iterator[Rating]:
    """What one reviewer said in one round, part by part.

    ``row`` has the round's number, and the reviewer's with their name.
    """
    for part, value in said.items():
        yield Rating(
            part=part,
            on=on,
            round=row["round_id"],
            person=row["reviewer_id"],
            name=row["reviewer__display_name"],
            may_be_named=may_be_named,
            value=value,
        )


def in_batches(rows: QuerySet) -> Iterator[list[dict[str, Any]]]:
    """Rows of ``.values()`` as they are read, some at a time."""
    read = iter(rows.iterator(chunk_size=BATCH))
    while batch := list(islice(read, BATCH)):
        yield batch


@dataclass(frozen=True)
class Judged:
    """What several judged alone by one method or instrument.

    Of an instrument in one version, for one effect of interest, the ``variant``.

    ``noun`` is what a round is on, ``page`` the address of one of them by its number.
    ``rate`` reads the ratings, the newest round first, of all or of what is filed under
    a topic, with items where they are asked for.
    """

    key: str
    name: str
    noun: str
    page: str
    parts: Sequence[Part]
    rate: Callable[[int | None, bool], Iterator[Rating]]
    version: str = ""
    variant: str = ""

    @property
    def query(self) -> str:
        """How a query string asks for it."""
        said = {"of": self.key, "version": self.version, "variant": self.variant}
        return urlencode({name: value for name, value in said.items() if value})
