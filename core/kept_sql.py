"""Rows of querysets whose SQL is made once, whatever ids it is asked with.

To build a queryset of many joins, and to make its SQL, takes longer than to answer it.
Where only ids differ from one time to the next, the SQL is made once, with a blank in
the place of each list of ids, and asked with those of the moment, or with other SQL
that asks for them.
"""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from copy import copy
from functools import cached_property
from inspect import signature
from typing import Any, Generic, NamedTuple, TypeVar

from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.sql.compiler import SQLCompiler

from core.ids import Blank, possible

_PLACE = re.compile(r"%%|%s")  # of a sign as it is, or of a parameter
Row = TypeVar("Row", bound=Model)


class IdsSQL(NamedTuple):
    """Ids as SQL that asks for them, in one column, ``pk``, with its parameters."""

    sql: str
    params: Sequence[Any]


Ids = Collection[int] | IdsSQL | Blank


class _Made(NamedTuple):
    """SQL as it was made, with the compiler that knows which column is what.

    ``pieces`` are what stands before, between and behind its parameters.
    """

    compiler: SQLCompiler
    pieces: tuple[str, ...]
    params: tuple[Any, ...]

    def filled(self, ids: Mapping[str, Ids]) -> tuple[str, list[Any]]:
        """The SQL and its parameters with ids in the place of blanks."""
        sql, params = [self.pieces[0]], []
        for value, piece in zip(self.params, self.pieces[1:], strict=True):
            said = ids[value.name] if isinstance(value, Blank) else value
            if isinstance(said, IdsSQL):
                sql.append(f"ARRAY({said.sql})")
                params += said.params
            else:
                sql.append("%s")
                params.append(possible(said) if isinstance(value, Blank) else said)
            sql.append(piece)
        return "".join(sql), params


def _pieces(sql: str) -> tuple[str, ...]:
    """What stands before, between and behind the places of parameters."""
    places = [found.span() for found in _PLACE.finditer(sql) if found[0] == "%s"]
    starts = [0, *(end for _, end in places)]
    ends = [*(start for start, _ in places), len(sql)]
    return tuple(sql[start:end] for start, end in zip(starts, ends, strict=True))


class KeptRows(Generic[Row]):
    """The rows of a queryset that ``make`` makes of lists of ids, each by its name.

    ``make`` is called once, and uses each list by ``any_of`` alone: what else it made
    the queryset of, a day or a person, would be kept too.
    """

    def __init__(self, make: Callable[..., QuerySet[Row]]) -> None:
        self._make = make
        self._blanks = {name: Blank(name) for name in signature(make).parameters}

    def rows(self, **ids: Ids) -> list[Row]:
        """The rows for some ids, as a queryset gives them."""
        if ids.keys() != self._blanks.keys():
            raise TypeError(f"Ids of {', '.join(self._blanks)} were expected.")
        rows = self._queryset.all()
        rows.query.get_compiler = lambda using, **_how: self._compiler(using, ids)
        return list(rows)

    def afresh(self, **ids: Collection[int]) -> list[Row]:
        """The same by SQL that is made anew; for tests, which compare the two."""
        return list(self._make(**ids))

    @cached_property
    def _queryset(self) -> QuerySet[Row]:
        return self._make(**self._blanks)

    @cached_property
    def _made(self) -> _Made:
        rows = self._queryset
        compiler = rows.query.get_compiler(using=rows.db)
        sql, params = compiler.as_sql()
        if unasked := set(self._blanks.values()).difference(
            value for value in params if isinstance(value, Blank)
        ):
            raise TypeError(f"Not asked by any_of: {unasked}.")
        return _Made(compiler, _pieces(sql), tuple(params))

    def _compiler(self, using: str, ids: Mapping[str, Ids]) -> SQLCompiler:
        """One for a database, that sends the SQL that was made, with these ids."""
        compiler = copy(self._made.compiler)
        compiler.using, compiler.connection = using, connections[using]
        compiler.as_sql = lambda *_args, **_how: self._made.filled(ids)
        return compiler
