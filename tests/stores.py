"""Stores beside the test's own: databases that a test makes, fills and compares."""

import os
from contextlib import contextmanager

from django.conf import settings
from django.db import connection


class Stores:
    """Makes empty stores, and removes them at the end."""

    def __init__(self):
        self.names = []

    def make(self, *, with_tables=True):
        """The name of a new store: all tables, and what migrations write.

        Without tables, migrations are still to be run, which takes a while.
        """
        test = settings.DATABASES["default"]["TEST"]
        name = f"{test['NAME']}_{os.urandom(4).hex()}"
        template = test["TEMPLATE"] if with_tables else "template0"
        _administer(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        self.names.append(name)
        return name

    def remove(self):
        """Remove all that were made."""
        for name in self.names:
            _administer(f'DROP DATABASE "{name}" WITH (FORCE)')


@contextmanager
def used(name):
    """Have all queries go to another store for a while."""
    own = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = own


def asked(statement):
    """The rows that a statement gives."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchall()


def _administer(statement):
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
