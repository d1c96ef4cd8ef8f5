"""The lot that is being written: its plan, its placeholders, what its rows share."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time
from operator import attrgetter
from random import Random
from typing import NamedTuple

from django.db import models

from benchmarks.synthetic.placeholders import VOCABULARY, day_of, id_of, word_of
from benchmarks.synthetic.planning import PlannedClaim
from core.copying import copy_rows

WORDS_A_CLAIM = 4
_SECONDS_A_DAY = 86_400


class Shared(NamedTuple):
    """The ids of what all synthetic claims share."""

    topics: list[int]
    outlet: int
    outcome: int


@dataclass
class Lot:
    """A lot while its rows are written, with placeholders where its copies differ."""

    claims: list[PlannedClaim]
    shared: Shared
    by: int
    chance: Random
    sizes: dict[type[models.Model], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        count = WORDS_A_CLAIM * len(self.claims)
        lengths = VOCABULARY.lengths(count, self.chance)
        self.words = [word_of(number, length) for number, length in enumerate(lengths)]
        self._times = [self._time() for _ in self.claims]

    def write(
        self,
        model: type[models.Model],
        rows: Iterable[models.Model],
        *,
        also: Collection[str] = (),
    ) -> None:
        """Store all rows that the lot has in a table, with placeholders for ids.

        ``also`` names columns to be written that else have the database's default.
        """
        self.sizes[model] = 0  # from here on its rows have ids
        stored = list(rows)
        self.sizes[model] = len(stored)
        for number, row in enumerate(stored):
            row.pk = self.id(model, number)
        fields = _written_fields(model, also)
        values = attrgetter(*(field.attname for field in fields))
        copy_rows(model, [field.name for field in fields], map(values, stored))

    def id(self, model: type[models.Model], number: int) -> int:
        """The placeholder for the id of one of a table's rows."""
        return id_of(list(self.sizes).index(model), number)

    def drug(self, claim: PlannedClaim) -> str:
        return self.words[WORDS_A_CLAIM * claim.number]

    def measure(self, claim: PlannedClaim) -> str:
        return self.words[WORDS_A_CLAIM * claim.number + 1]

    def people(self, claim: PlannedClaim) -> str:
        return f"{self.words[WORDS_A_CLAIM * claim.number + 2]} people"

    def surname(self, claim: PlannedClaim) -> str:
        """Who made the claim's study."""
        return self.words[WORDS_A_CLAIM * claim.number + 3].capitalize()

    def text(self, claim: PlannedClaim) -> str:
        """The claim's words, which say first that it is made up."""
        return (
            f"Synthetic {self.drug(claim)} {claim.asserts} {self.measure(claim)} "
            f"in {self.people(claim)}"
        )

    def judged_at(self, claim: PlannedClaim) -> datetime:
        """When the claim was judged: a day that copies change, at a time of its own."""
        return datetime.combine(day_of(claim.number), self._times[claim.number])

    def _time(self) -> time:
        minutes, second = divmod(self.chance.randrange(_SECONDS_A_DAY), 60)
        hour, minute = divmod(minutes, 60)
        microsecond = self.chance.randrange(1, 1_000_000)
        return time(hour, minute, second, microsecond, tzinfo=UTC)


def _written_fields(
    model: type[models.Model], also: Collection[str]
) -> list[models.Field]:
    return [
        field
        for field in model._meta.concrete_fields
        if field.name in also or not (field.generated or field.has_db_default())
    ]
