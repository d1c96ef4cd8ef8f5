"""A lot's rows as text with gaps, which each copy fills with its own values."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from django.db import models
from django.utils import timezone

from articles.models import ArticleVersion
from benchmarks.synthetic.lot import Lot
from benchmarks.synthetic.placeholders import (
    PLACEHOLDER,
    VOCABULARY,
    day_of,
    days_before,
    id_of,
)
from core.copying import as_lines
from core.templatetags.footing import day


class TextTemplate:
    """A text in which every placeholder that ``places`` numbers is a gap."""

    def __init__(self, text: str, places: dict[str, int]) -> None:
        self._parts: list[str] = []
        self._gaps: list[int] = []
        end = 0
        for found in PLACEHOLDER.finditer(text):
            place = places.get(found[0])
            if place is not None:
                self._parts += [text[end : found.start()], ""]
                self._gaps.append(place)
                end = found.end()
        self._parts.append(text[end:])

    def filled(self, values: Sequence[str]) -> str:
        """The text with the value of its number in each gap."""
        parts = self._parts.copy()
        parts[1::2] = [values[gap] for gap in self._gaps]
        return "".join(parts)


class TableTemplate(NamedTuple):
    """All rows that a lot has in one table, in COPY's text format."""

    model: type[models.Model]
    columns: list[str]
    lines: TextTemplate


class LotTemplate:
    """A lot as it was written and read back, to be copied as often as wanted.

    ``sizes`` says how many rows it has by table.
    """

    def __init__(self, lot: Lot) -> None:
        self.claims = len(lot.claims)
        self.sizes = dict(lot.sizes)
        self._lengths = [len(word) for word in lot.words]
        placeholders = [
            id_of(table, number)
            for table, size in enumerate(self.sizes.values())
            for number in range(size)
        ]
        placeholders += _in_both_cases(lot.words)
        placeholders += _in_both_forms(map(day_of, range(self.claims)))
        places = {str(each): place for place, each in enumerate(placeholders)}
        hashed = {_hash(text): text for text in _hashed_texts(lot)}
        self._hashed = [TextTemplate(text, places) for text in hashed.values()]
        places |= {each: len(places) + n for n, each in enumerate(hashed)}
        self.tables = [_table(model, lot, places) for model in self.sizes]

    def values(self, ids: Iterable[Sequence[int]], chance: Random) -> list[str]:
        """What one copy has in its gaps, given its ids by table."""
        today = timezone.now().date()
        values = [str(id) for of_table in ids for id in of_table]
        values += _in_both_cases(VOCABULARY.drawn(self._lengths, chance))
        values += _in_both_forms(days_before(today, self.claims, chance))
        return values + [_hash(text.filled(values)) for text in self._hashed]


def _in_both_cases(words: list[str]) -> list[str]:
    return [*words, *(word.capitalize() for word in words)]


def _in_both_forms(days: Iterable[date]) -> list[str]:
    """Days as JSON holds them, then as pages print them."""
    known = list(days)
    return [*map(str, known), *map(day, known)]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _hashed_texts(lot: Lot) -> list[str]:
    """Every text of which a row holds the SHA-256."""
    return list(_rows(ArticleVersion, lot).values_list("text", flat=True))


def _rows(model: type[models.Model], lot: Lot) -> models.QuerySet:
    """The lot's rows in a table, in the order of their ids."""
    return model._base_manager.filter(pk__gte=lot.id(model, 0)).order_by("pk")


def _table(
    model: type[models.Model], lot: Lot, places: dict[str, int]
) -> TableTemplate:
    """A table's rows, each as if it had been written at once as it is now."""
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    names = [field.name for field in fields]
    rows = [
        [_as_written(name, value) for name, value in zip(names, row, strict=True)]
        for row in _rows(model, lot).values_list(*names)
    ]
    return TableTemplate(
        model, names, TextTemplate(as_lines(model, names, rows), places)
    )


def _as_written(column: str, value: object) -> object:
    if column == "revision":
        return 1
    # COPY spells the bytes of a plain text as the text itself.
    return bytes(value).decode() if isinstance(value, memoryview) else value
