"""One keyset pager for pages and API: by (sort key, id), with an opaque cursor.

A cursor holds the sort key and id of the row at a page's edge, so a page costs the same
however deep it lies, and rows that come or go elsewhere neither repeat nor skip others.
It is signed for its table and order: one from another list is refused.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, Self

from django.core import signing
from django.core.exceptions import (
    EmptyResultSet,
    FieldDoesNotExist,
    FieldError,
    ValidationError,
)
from django.db import connections, models
from django.db.models import BooleanField, ExpressionWrapper, F, Q, sql
from django.db.models.expressions import Col
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from django.db.models.functions import Cast, Left
from django.db.models.sql.constants import LOUTER

from core.errors import BadQuery

SIZE = 50
MAX_SIZE = 200
CAP = 10_000
KEY, ID = "pager_key", "pager_id"


@dataclass(frozen=True)
class Page:
    """Rows of one page, and cursors to the pages beside it (None at the ends)."""

    rows: list[Any]
    next: str | None
    previous: str | None


class CappedCount(NamedTuple):
    """How many rows, or that there are more than anyone wants counted."""

    n: int
    is_more: bool

    def __str__(self) -> str:
        return f"more than {self.n:,}" if self.is_more else f"{self.n:,}"

    @classmethod
    def of(cls, n: int) -> Self:
        """Of rows that were counted to one more than ``CAP``."""
        return cls(min(n, CAP), n > CAP)


class CappedCountField(models.IntegerField):
    """A number of rows counted to one more than ``CAP``, read as a ``CappedCount``."""

    def from_db_value(self, n: int, expression: Any, connection: Any) -> CappedCount:
        return CappedCount.of(n)


class CappedCountOf(models.Subquery):
    """How many rows a subquery has, as a column: a ``CappedCount``.

    A page of rows counts for its own alone, and for none of them without end. ``of``
    is what is read of each row: a set of values makes as many rows.
    """

    template = "(SELECT count(*) FROM (%(subquery)s) AS counted)"
    output_field = CappedCountField()

    def __init__(self, rows: models.QuerySet, of: str = "pk") -> None:
        super().__init__(rows.order_by().values(of)[: CAP + 1])


class Place(NamedTuple):
    """Where a cursor points: behind (or before, going back) a row's key and id."""

    back: bool
    key: Any
    id: int


def page_size(text: str | None) -> int:
    """How many rows a page shows, from the query string's words; nothing asks for 50.

    Raises BadQuery unless it is a whole number from 1 to 200.
    """
    if not text:
        return SIZE
    size = int(text) if text.isdecimal() and len(text) < 5 else 0
    if not 1 <= size <= MAX_SIZE:
        raise BadQuery(
            f"The page size {text[:20]!r} cannot be used: expected a number from 1 "
            f"to {MAX_SIZE}.",
            field="size",
        )
    return size


def paginate(
    queryset: models.QuerySet,
    *,
    order: str = "-pk",
    cursor: str | None = None,
    size: int = SIZE,
) -> Page:
    """One page of ``queryset`` sorted by ``order``, in one query.

    ``order`` is a field or annotation, "-" before it for descending; nulls come last
    either way, and ties go by id in the same direction. A nullable key wants an index
    with NULLS LAST; where the page goes on among the nulls it takes a second query.
    Works with model rows and with ``.values()``, not ``values_list``. Raises
    BadQuery for a cursor that was not made for this table and order.
    """
    sort = _Sort(queryset, order)
    place = sort.read(cursor) if cursor else None
    back = place is not None and place.back
    rows: list[Any] = []
    for part in sort.parts(place):
        rows += sort.sorted(part, back=back)[: size + 1 - len(rows)]
        if len(rows) > size:
            break
    if back and not rows:  # all that stood before has gone meanwhile
        return paginate(queryset, order=order, size=size)
    is_more = len(rows) > size
    del rows[size:]
    if back:
        rows.reverse()
    edges = [sort.take_edge(row) for row in rows]
    has_next, has_previous = (True, is_more) if back else (is_more, place is not None)
    return Page(
        rows=rows,
        next=sort.write(Place(False, *edges[-1])) if edges and has_next else None,
        previous=sort.write(Place(True, *edges[0])) if edges and has_previous else None,
    )


def capped_count(queryset: models.QuerySet, cap: int | None = None) -> CappedCount:
    """Count rows, but at most ``cap`` (``CAP``): beyond, say that there are more."""
    cap = CAP if cap is None else cap
    # Of the primary key alone: what else a row shows need not be computed.
    n = queryset.order_by().values("pk")[: cap + 1].count()
    return CappedCount(min(n, cap), n > cap)


def capped_tally(
    queryset: models.QuerySet, columns: Sequence[str]
) -> tuple[CappedCount, Counter[tuple[Any, ...]]]:
    """Count rows, at most ``CAP``, and how many have which values of some columns.

    One query; of more rows than that the values are of no use.
    """
    if not columns:
        return capped_count(queryset), Counter()
    rows = queryset.order_by().values_list(*columns)[: CAP + 1]
    try:
        inner, params = rows.query.sql_with_params()
    except EmptyResultSet:  # a filter that nothing can pass
        return CappedCount(0, False), Counter()
    names = ", ".join(f"c{number}" for number in range(len(columns)))
    with connections[queryset.db].cursor() as cursor:
        cursor.execute(
            f"SELECT {names}, count(*) FROM ({inner}) AS found ({names}) "  # noqa: S608 - Django's SQL
            f"GROUP BY {names}",
            params,
        )
        tally = Counter({tuple(values): n for *values, n in cursor.fetchall()})
    n = tally.total()
    return CappedCount(min(n, CAP), n > CAP), tally


@dataclass(frozen=True)
class MarksTally:
    """Search rows counted by their marks, and by which of some conditions they meet.

    A condition is called as the facet it narrows: a facet's values are counted among
    the rows that meet all the others.
    """

    conditions: tuple[str, ...]
    found: Counter[tuple[str, tuple[bool, ...]]]  # every row has the mark "" too

    @property
    def is_more(self) -> bool:
        """Whether there are more rows than were counted, whatever they meet."""
        return sum(n for (mark, _), n in self.found.items() if not mark) > CAP

    def count(self) -> CappedCount:
        """How many rows meet all conditions."""
        return CappedCount(min(self._meeting()[""], CAP), self.is_more)

    def values(self, facet: str) -> dict[str, int] | None:
        """How many rows have each value of a facet; None where there are too many."""
        if self.is_more:
            return None
        start = f"{facet}:"
        return {
            mark.removeprefix(start): n
            for mark, n in self._meeting(but=facet).items()
            if mark.startswith(start)
        }

    def _meeting(self, but: str = "") -> Counter[str]:
        asked = [name != but for name in self.conditions]
        marks: Counter[str] = Counter()
        for (mark, met), n in self.found.items():
            if all(is_met for is_met, wanted in zip(met, asked, strict=True) if wanted):
                marks[mark] += n
        return marks


def marks_tally(
    rows: models.QuerySet, conditions: Mapping[str, Q] | None = None
) -> MarksTally:
    """Count search rows (``AbstractSearchRow``) by their marks, at most ``CAP``.

    One query; of more rows than that no mark is counted.
    """
    conditions = conditions or {}
    met = [ExpressionWrapper(each, BooleanField()) for each in conditions.values()]
    given = rows.order_by().values_list("marks", *met)[: CAP + 1]
    names = [f"m{number}" for number in range(len(met))]
    columns = "".join(f", {name}" for name in names)
    try:
        inner, params = given.query.sql_with_params()
    except EmptyResultSet:
        return MarksTally(tuple(conditions), Counter())
    with connections[rows.db].cursor() as cursor:
        cursor.execute(
            f"WITH found (marks{columns}) AS MATERIALIZED ({inner}) "  # noqa: S608 - Django's SQL
            f"SELECT mark{columns}, count(*) FROM found, unnest("
            "CASE WHEN (SELECT count(*) FROM found) > %s THEN ARRAY[''] "
            f"ELSE array_append(marks, '') END) AS mark GROUP BY mark{columns}",
            [*params, CAP],
        )
        found = {(mark, tuple(met)): n for mark, *met, n in cursor.fetchall()}
    return MarksTally(tuple(conditions), Counter(found))


class _Sort:
    """One queryset in one order: its keys, and its cursors."""

    def __init__(self, queryset: models.QuerySet, order: str) -> None:
        self.name = order.removeprefix("-")
        self.descending = order.startswith("-")
        self.nullable = _may_be_null(queryset, self.name)
        expression = F(self.name)
        self.field = _output_field(queryset, expression)
        if isinstance(self.field, models.FloatField):
            # A rank is a four-byte float: what Python reads is not what was compared.
            expression = Cast(expression, models.FloatField())
        id = _key_beside(queryset, self.name)
        self.queryset = queryset.annotate(**{KEY: expression, ID: id})
        label = queryset.model._meta.label_lower
        self.signer = signing.Signer(salt=f"core.pager:{label}:{order}")

    def sorted(self, part: Q, *, back: bool) -> models.QuerySet:
        """A part of the rows, in order; going back, in reverse."""
        queryset = self.queryset.filter(part)
        key = F(KEY)
        last = {"nulls_last" if not back else "nulls_first": True}
        nulls = last if self.nullable else {}
        if self.descending != back:
            return queryset.order_by(key.desc(**nulls), F(ID).desc())
        return queryset.order_by(key.asc(**nulls), F(ID).asc())

    def parts(self, place: Place | None) -> list[Q]:
        """The rows that come after a place, seen in its direction, part by part.

        Those with a key and those without are parts of their own: joined with "or",
        they are read from the beginning of an index.
        """
        if place is None:
            return [Q()]
        upwards = self.descending == place.back
        without = Q(**{f"{KEY}__isnull": True})
        if place.key is None:
            rest = without & Q(**{f"{ID}__{_than(upwards)}": place.id})
            return [rest, ~without] if place.back else [rest]
        compare = TupleGreaterThan if upwards else TupleLessThan
        after = Q(compare(Tuple(F(KEY), F(ID)), (place.key, place.id)))
        return [after, without] if self.nullable and not place.back else [after]

    def take_edge(self, row: Any) -> tuple[Any, int]:
        """A row's key and id; a ``.values()`` row is left as it was asked for."""
        if isinstance(row, dict):
            return row.pop(KEY), row.pop(ID)
        return getattr(row, KEY), getattr(row, ID)

    def write(self, place: Place) -> str:
        """A place as a cursor."""
        key = place.key
        if key is not None and not isinstance(key, int | float | str | bool):
            key = str(key)
        return self.signer.sign_object([int(place.back), key, place.id], compress=True)

    def read(self, cursor: str) -> Place:
        """The place a cursor stands for, or BadQuery."""
        try:
            back, key, id = self.signer.unsign_object(cursor)
            return Place(bool(back), self.field.to_python(key), id)
        except (signing.BadSignature, ValueError, TypeError, ValidationError) as error:
            raise BadQuery(
                "This cursor was not made for this list in this order. Take the "
                "address of the next page as it was given, or start again without "
                "a cursor.",
                field="cursor",
            ) from error


def _than(upwards: bool) -> str:
    return "gt" if upwards else "lt"


def _may_be_null(queryset: models.QuerySet, name: str) -> bool:
    """Whether a key may be null: columns say, all else is taken to be."""
    if name in queryset.query.annotations:
        return _is_null_for_some(queryset.query, queryset.query.annotations[name])
    if name == "pk":
        return False
    try:
        return queryset.model._meta.get_field(name).null
    except FieldDoesNotExist:
        return True


def _key_beside(queryset: models.QuerySet, name: str) -> F | Col:
    """The key of the rows; as the table has it where the sort key is, if it has it.

    An index has the columns of one table.
    """
    column = queryset.query.annotations.get(name)
    if isinstance(column, Col) and not _is_left_out(queryset.query, column):
        key = column.target.model._meta.pk
        if key.remote_field and key.remote_field.model is queryset.model:
            return Col(column.alias, key, models.BigIntegerField())
    return F("pk")


def _is_null_for_some(query: sql.Query, expression: Any) -> bool:
    """Whether an annotation may be null: a column, or the beginning of one, says."""
    if isinstance(expression, Left):
        expression = expression.source_expressions[0]
    if not isinstance(expression, Col):
        return True
    return expression.target.null or _is_left_out(query, expression)


def _is_left_out(query: sql.Query, column: Col) -> bool:
    """Whether rows have a column that may have no row in its table."""
    return query.alias_map[column.alias].join_type == LOUTER


def _output_field(queryset: models.QuerySet, expression: F) -> models.Field:
    """The type of a sort key."""
    try:
        return expression.resolve_expression(queryset.query.clone()).output_field
    except FieldError as error:
        raise FieldError(f"Cannot sort by {expression.name!r}: {error}") from error
