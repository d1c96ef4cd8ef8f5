"""Emptying the store after a test that committed what it wrote.

Django truncates every table, then writes anew what belongs in every store: more than a
second of computing, of which a browser test has few. Here what the test filled is
deleted, and what was there before the first test is put back as it was.
"""

from dataclasses import dataclass
from io import BytesIO

from django.db import connections
from django.test import TransactionTestCase


@dataclass(frozen=True)
class MigratedStore:
    """The tables of a store that is migrated and not used yet, and the rows in them."""

    tables: list[str]
    rows: dict[str, bytes]  # as COPY writes them, of the tables that have some

    @classmethod
    def of(cls, connection):
        """What is in the store that a connection leads to."""
        names = connection.introspection.django_table_names(
            only_existing=True, include_views=False
        )
        tables = [connection.ops.quote_name(name) for name in sorted(names)]
        with connection.cursor() as cursor:
            rows = {name: _copied(cursor, name) for name in _filled(cursor, tables)}
        return cls(tables, rows)

    def come_back(self, session):
        """Have nothing else in the store: no trigger sees it, and no sequence moves."""
        with session, session.cursor() as cursor:
            # What a live server still writes would outlive the test: wait for it.
            cursor.execute(f"LOCK {', '.join(self.tables)} IN SHARE ROW EXCLUSIVE MODE")
            cursor.execute("EXECUTE filled")
            for name in [self.tables[n] for (n,) in cursor.fetchall()]:
                cursor.execute(f"DELETE FROM {name}")
            for name, rows in self.rows.items():
                cursor.copy_expert(f"COPY {name} FROM STDIN", BytesIO(rows))


def empty_quickly(alias):
    """Have every test that commits leave the store as it is now.

    A session of its own does so: to plan the question which tables have rows takes far
    longer than to answer it, and a session that turns triggers off and on forgets what
    it has planned, of its triggers' questions too.
    """
    connection = connections[alias]
    store = MigratedStore.of(connection)
    session = connection.get_new_connection(connection.get_connection_params())
    with session, session.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(f"PREPARE filled AS {_which_are_filled(store.tables)}")

    def tear_down(case):
        store.come_back(session)

    TransactionTestCase._fixture_teardown = tear_down


def _filled(cursor, tables):
    """Those of the tables that have a row."""
    cursor.execute(_which_are_filled(tables))
    return [tables[n] for (n,) in cursor.fetchall()]


def _which_are_filled(tables):
    asked = (f"SELECT {n} WHERE EXISTS (TABLE {name})" for n, name in enumerate(tables))
    return " UNION ALL ".join(asked)


def _copied(cursor, name):
    copy = BytesIO()
    cursor.copy_expert(f"COPY {name} TO STDOUT", copy)
    return copy.getvalue()
