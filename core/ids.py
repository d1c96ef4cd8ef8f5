"""Asking for many rows by their ids."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, Lookup
from django.db.models.fields.related import ForeignObject
from django.db.models.sql.compiler import SQLCompiler

LARGEST_ID = 2**63 - 1  # that a row may have; an address can name any number


@dataclass(frozen=True)
class Blank:
    """Stands for a list of ids in SQL that is kept."""

    name: str


def possible(ids: Iterable[int]) -> list[int]:
    """Those of some ids that a row may have."""
    return [id for id in ids if id <= LARGEST_ID]


@Field.register_lookup
@ForeignObject.register_lookup
class AnyOf(Lookup):
    """``any_of``: it is one of a list of ids, which is a single parameter.

    Of ``in`` each id is a parameter: the SQL differs with their number, and to prepare
    a thousand takes Django longer than the database takes to find the rows.
    """

    lookup_name = "any_of"
    prepare_rhs = False

    def as_sql(self, compiler: SQLCompiler, connection: Any) -> tuple[str, Any]:
        """The SQL and its parameters: a ``Blank``, or the ids themselves."""
        column, params = self.process_lhs(compiler, connection)
        ids = self.rhs if isinstance(self.rhs, Blank) else possible(self.rhs)
        return f"{column} = ANY (%s::bigint[])", (*params, ids)
