"""Values made of what the database answers, kept as long as it answers the same.

To read and word a long evidence base takes most of the time of its page, and gives the
same until something in it changes. So the queries that made a value are noted. Asked
again as one they send no rows but a digest of them all, the state, and the value stands
while that is unchanged. Nobody has to know what a value depends on, or to clear it.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import connections, router
from django.db.models import Model, QuerySet, TextField
from django.db.models.expressions import RawSQL

from core.prepared import ask_prepared

Value = TypeVar("Value")


class Query(NamedTuple):
    """What a database was asked."""

    sql: str
    params: tuple[Any, ...]


@dataclass(frozen=True)
class Kept(Generic[Value]):
    """The queries that made a value, and it, with their state before it was made."""

    queries: tuple[Query, ...]
    state: str = ""
    value: Value | None = None


class Remembered(Generic[Value]):
    """The values made last, by key: each a function of its key and of what it reads.

    One is kept the second time it is made, so that what is asked for once costs nothing
    more. Who gets it shares it, and may not change it. A process keeps ``most`` of its
    own; ``model`` tells the router where they are read.
    """

    def __init__(self, model: type[Model], *, most: int) -> None:
        self._model = model
        self._most = most
        self._kept: OrderedDict[Hashable, Kept[Value]] = OrderedDict()
        self._lock = Lock()

    def state(self, key: Hashable) -> RawSQL:
        """The state now of what a value is made of, for a column of another query.

        Empty while nothing is known of it.
        """
        kept = self._kept.get(key)
        sql, params = _digest(kept.queries) if kept else ("''", [])
        return RawSQL(sql, params, output_field=TextField())  # noqa: S611 - Django's SQL

    def get(
        self,
        key: Hashable,
        make: Callable[[], Value],
        *,
        state: str | None = None,
        besides: Iterable[QuerySet[Any]] = (),
    ) -> Value:
        """The value of a key, made where none is kept or its state is another.

        ``state`` is what was read a moment before, or read here (one query). ``make``
        may use rows that were read together with it, by queries as ``besides``. What
        changes after the state was read gives another state, so that a value is never
        kept beside one that is newer than what it was made of.
        """
        kept = self._kept.get(key)
        if state is None:
            state = self._read_state(kept)
        if kept and state and kept.state == state:
            self._keep(key, kept)
            return kept.value  # type: ignore[return-value]
        with _noted(self._connection) as queries:
            value = make()
        made_of = (*map(_query, besides), *queries)
        if any(not query.sql.startswith("SELECT") for query in made_of):
            return value
        again = state and kept and kept.queries == made_of
        self._keep(key, Kept(made_of, state, value) if again else Kept(made_of))
        return value

    def clear(self) -> None:
        """Forget all."""
        with self._lock:
            self._kept.clear()

    @property
    def _connection(self) -> Any:
        return connections[router.db_for_read(self._model)]

    def _read_state(self, kept: Kept[Value] | None) -> str:
        if not kept:
            return ""
        sql, params = _digest(kept.queries)
        return str(ask_prepared(self._connection, f"SELECT {sql}", params)[0])

    def _keep(self, key: Hashable, kept: Kept[Value]) -> None:
        with self._lock:
            self._kept[key] = kept
            self._kept.move_to_end(key)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)


def _query(rows: QuerySet[Any]) -> Query:
    return Query(*rows.query.sql_with_params())


def _digest(queries: Iterable[Query]) -> tuple[str, list[Any]]:
    """The SQL of a digest of all rows of some queries, and its parameters."""
    of_each = ", ".join(
        f"(SELECT md5(string_agg(row::text, chr(10))) FROM ({query.sql}) row)"  # noqa: S608 - Django's SQL
        for query in queries
    )
    params = [value for query in queries for value in query.params]
    return f"md5(ARRAY[{of_each}]::text)", params


@contextmanager
def _noted(connection: Any) -> Iterator[list[Query]]:
    """The queries that are asked inside, in order."""
    queries: list[Query] = []

    def note(execute: Callable[..., Any], sql: str, params: Any, *how: Any) -> Any:
        queries.append(Query(sql, tuple(params or ())))
        return execute(sql, params, *how)

    with connection.execute_wrapper(note):
        yield queries
