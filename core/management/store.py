"""Commands that work on the store, which are to find it as this release has it."""

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


class StoreCommand(BaseCommand):
    """A command that reads or writes the store.

    The database that comes along is brought up to date before it works; nobody else
    takes care of it. One of ``DATABASE_URL`` has an operator, and is left as it is:
    CommandError says what it lacks.
    """

    requires_migrations_checks = True

    def check_migrations(self):
        lacking = migrations_lacking()
        if not lacking:
            return
        if "EMBEDDED_HOME" in connection.settings_dict:
            call_command("migrate", verbosity=0)
            return
        raise CommandError(
            f"The database of DATABASE_URL lacks {len(lacking)} of this release’s "
            f"changes of tables, {lacking[0]} first: run “python manage.py migrate”."
        )


def migrations_lacking():
    """The names of the migrations that the store has yet to see, in order."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [str(migration) for migration, _ in plan]
