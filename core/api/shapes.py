"""What a serializer says of a row's shape, read once: columns, words, addresses, parts.

Rows come from ``.values()``; a serializer never runs over them. It states which columns
to ask for and in which order a row's members stand.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.expressions import Combinable
from rest_framework.serializers import (
    BaseSerializer,
    BooleanField,
    CharField,
    IntegerField,
    ListSerializer,
    SerializerMethodField,
)

from texts.words import Words

PARENT = "part_of"


class ComputedField(CharField):
    """A text made of a row's other members, by ``of_row(row)``.

    ``unseen`` are columns that it is made of too and that the row does not show.
    """

    unseen: Mapping[str, Combinable] = {}

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(read_only=True, **kwargs)


class WordsField(ComputedField):
    """A choice as people read it, beside the member that holds its value."""

    def __init__(self, of: str, words: type[Words], **kwargs: Any):
        super().__init__(**kwargs)
        self.of = of
        self.words = dict(words.set_pairs())

    def of_row(self, row: dict[str, Any]) -> str:
        return self.words.get(row[self.of], "")


class AddressField(ComputedField):
    """The path of a row's page, such as "/claims/{id}/"."""

    def __init__(self, pattern: str, **kwargs: Any):
        super().__init__(**kwargs)
        self.pattern = pattern

    def of_row(self, row: dict[str, Any]) -> str:
        return self.pattern.format_map(row)


class CountField(IntegerField):
    """A number of rows that were counted to an end (``CappedCountOf``)."""

    def of_row(self, row: dict[str, Any]) -> int:
        return row[self.field_name].n


class MoreField(BooleanField):
    """Whether there are more rows than the member beside it counts."""

    def __init__(self, of: str) -> None:
        super().__init__(read_only=True, help_text="There are more than were counted.")
        self.of = of

    def of_row(self, row: dict[str, Any]) -> bool:
        return row[self.of].is_more


@dataclass(frozen=True)
class Part:
    """Rows that stand inside others: which, and the path from one to what it is in.

    ``most`` keeps the first so many, and suits a detail alone.
    """

    rows: QuerySet
    by: str
    most: int | None = None


@dataclass(frozen=True)
class Shape:
    """The members of a row in order, and where each comes from."""

    names: tuple[str, ...]
    plain: tuple[str, ...]  # columns called as they are
    named: Mapping[str, Combinable]  # columns that the row calls otherwise
    computed: Mapping[str, Callable[[dict[str, Any]], Any]]
    parts: Mapping[str, type[BaseSerializer]]

    def columns(self, queryset: QuerySet, **more: Any) -> QuerySet:
        """Only the columns of this shape, as dictionaries."""
        return queryset.values(*self.plain, **self.named, **more)

    def fill(self, row: dict[str, Any]) -> dict[str, Any]:
        """A row with its computed members, in order. KeyError where one is missing."""
        computed = self.computed
        return {
            name: computed[name](row) if name in computed else row[name]
            for name in self.names
        }


@cache
def shape_of(serializer: type[BaseSerializer]) -> Shape:
    """Read a serializer's fields: once a process, since that is slow."""
    plain, computed, parts = [], {}, {}
    named: dict[str, Combinable] = {}
    fields = serializer().fields
    for name, field in fields.items():
        if isinstance(field, ComputedField):
            computed[name] = field.of_row
            named |= field.unseen
        elif isinstance(field, CountField | MoreField):
            computed[name] = field.of_row
            plain += [name] if isinstance(field, CountField) else []
        elif isinstance(field, ListSerializer):
            parts[name] = type(field.child)
        elif isinstance(field, BaseSerializer | SerializerMethodField):
            continue
        elif field.source in (None, name):
            plain.append(name)
        else:
            # Under another name: a column's own cannot be given to something else.
            named[f"its_{name}"] = F(field.source.replace(".", "__"))
            computed[name] = itemgetter(f"its_{name}")
    return Shape(tuple(fields), tuple(plain), named, computed, parts)


def attach(rows: list[dict[str, Any]], name: str, part: Part, shape: Shape) -> None:
    """Put a part's rows into the rows they belong to, in one query."""
    inside: dict[int, list[dict[str, Any]]] = {row["id"]: [] for row in rows}
    among = part.rows.filter(**{f"{part.by}__in": list(inside)})
    found = shape.columns(among, **{PARENT: F(part.by)})
    for row in found[: part.most] if part.most else found:
        inside[row[PARENT]].append(shape.fill(row))
    for row in rows:
        row[name] = inside[row["id"]]
