"""What PostgreSQL knows of the store's tables and sequences."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import connection
from django.db.backends.utils import CursorWrapper

# What is in the store's own schema, and is not an extension's.
_OWN = """
    c.relnamespace = current_schema()::regnamespace AND NOT EXISTS (
        SELECT FROM pg_depend d
        WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e'
    )
"""
_ALIKE = """
    SET LOCAL datestyle = 'ISO'; SET LOCAL intervalstyle = 'postgres';
    SET LOCAL extra_float_digits = 3; SET LOCAL timezone = 'UTC';
    SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = 0;
    SET LOCAL idle_in_transaction_session_timeout = 0
"""


@dataclass(frozen=True)
class ForeignKey:
    """A foreign key, as it is taken off and put back."""

    table: str
    name: str
    definition: str


def columns_of_tables(cursor: CursorWrapper) -> dict[str, list[str]]:
    """The stored columns of every table; generated ones make themselves."""
    cursor.execute(
        f"""
        SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relkind = 'r' AND {_OWN}
            AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
        GROUP BY c.relname ORDER BY c.relname
        """  # noqa: S608  our own words alone
    )
    return dict(cursor.fetchall())


def next_of_sequences(cursor: CursorWrapper) -> dict[str, int]:
    """The number that each sequence gives next."""
    cursor.execute(
        f"""
        SELECT c.relname, s.seqincrement
        FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid
        WHERE {_OWN} ORDER BY c.relname
        """  # noqa: S608  our own words alone
    )
    following = {}
    for name, step in cursor.fetchall():
        cursor.execute(f"SELECT last_value, is_called FROM {quoted(cursor, [name])}")  # noqa: S608
        last, is_given = cursor.fetchone()
        following[name] = last + step if is_given else last
    return following


def foreign_keys(cursor: CursorWrapper) -> list[ForeignKey]:
    """Every foreign key of the store."""
    cursor.execute(
        f"""
        SELECT c.relname, k.conname, pg_get_constraintdef(k.oid)
        FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid
        WHERE k.contype = 'f' AND {_OWN} ORDER BY k.conname
        """  # noqa: S608  our own words alone
    )
    return [ForeignKey(*row) for row in cursor.fetchall()]


def quoted(cursor: CursorWrapper, names: list[str]) -> str:
    """Names as SQL lists them."""
    return ", ".join(map(cursor.db.ops.quote_name, names))


def applied_migrations(cursor: CursorWrapper) -> list[tuple[str, str]]:
    """The migrations that made the store, as (app, name); none without a store."""
    cursor.execute("SELECT to_regclass('django_migrations')")
    if cursor.fetchone() == (None,):
        return []
    cursor.execute("SELECT app, name FROM django_migrations ORDER BY id")
    return cursor.fetchall()


@contextmanager
def one_transaction(kind: str = "") -> Iterator[CursorWrapper]:
    """A cursor in a transaction of its own, in which values are written alike.

    The settings are those of PostgreSQL's own dump: any version reads what any wrote.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"BEGIN {kind}; {_ALIKE}")
        try:
            yield cursor
            cursor.execute("COMMIT")
        except BaseException:
            if connection.connection and not connection.connection.closed:
                cursor.execute("ROLLBACK")
            raise
