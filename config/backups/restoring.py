"""Restoring a backup: into an empty store, whole or not at all."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.db.migrations.executor import MigrationExecutor

from config.backups.archive import (
    BackupError,
    Digest,
    Manifest,
    Table,
    checked_archive,
    member,
)
from config.backups.catalog import (
    applied_migrations,
    columns_of_tables,
    foreign_keys,
    one_transaction,
    quoted,
)
from core.feed import continue_feed_behind

# What the migrations write by themselves, and so stands in an empty store too.
_MADE_BY_MIGRATIONS = {"django_migrations", "django_content_type", "auth_permission"}
_PEOPLE = "accounts_user"


def restore_backup(
    path: Path,
    watch: Callable[[str], None] = lambda table: None,
) -> Manifest:
    """Fill an empty store from a file, and bring it up to this release.

    ``watch`` is told of each table that is done. The rows come in one transaction:
    what is killed half-way leaves the store empty, and can be done again. Raises
    BackupError before anything is touched where the file is damaged, the store is not
    empty, or either was made by a newer release than the other knows.
    """
    with checked_archive(path) as (archive, manifest):
        _lay_out(manifest)
        with one_transaction() as cursor:
            _fill(cursor, archive, manifest, watch)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return manifest


def _lay_out(manifest: Manifest) -> None:
    """Make the tables as they were when the backup was made."""
    with connection.cursor() as cursor:
        refuse_what_is_not_empty(cursor)
        applied = set(applied_migrations(cursor))
    executor = MigrationExecutor(connection)
    named, known = set(manifest.migrations), executor.loader.graph.nodes
    if unknown := named - known.keys():
        app, name = min(unknown)
        raise BackupError(
            f"The backup was made by another release of Footing ({manifest.footing}), "
            f"whose migration {app} {name} is not known here: restore it with that one."
        )
    if applied - named:
        raise BackupError(
            "The store has tables of a newer release than the backup: restore it into "
            "a database without tables, which are then brought up to date."
        )
    in_order = executor.migration_plan(executor.loader.graph.leaf_nodes(), True)
    missing = {known[key] for key in named - applied}
    executor.migrate([], plan=[step for step in in_order if step[0] in missing])


def refuse_what_is_not_empty(cursor: CursorWrapper) -> None:
    """Raise BackupError where the store holds more than migrations write."""
    tables = columns_of_tables(cursor)
    for name in sorted(tables.keys() - _MADE_BY_MIGRATIONS):
        only = " WHERE NOT is_system" if name == _PEOPLE else ""
        rows = f"SELECT FROM {quoted(cursor, [name])}{only}"  # noqa: S608
        cursor.execute(f"SELECT EXISTS ({rows})")
        if cursor.fetchone() == (True,):
            raise BackupError(
                f"The store is not empty ({name} has rows), and restoring overwrites "
                "nothing: name an empty database in DATABASE_URL, or a folder that is "
                "not there yet in FOOTING_VAR."
            )


def _fill(
    cursor: CursorWrapper,
    archive: zipfile.ZipFile,
    manifest: Manifest,
    watch: Callable[[str], None],
) -> None:
    """Bring all rows in, with no trigger at work, as they were."""
    there = columns_of_tables(cursor)
    if {name: set(table.columns) for name, table in manifest.tables.items()} != {
        name: set(columns) for name, columns in there.items()
    }:
        raise BackupError("The backup's tables are not those its migrations make.")
    everything = quoted(cursor, list(there))
    cursor.execute(f"LOCK TABLE {everything} IN ACCESS EXCLUSIVE MODE")
    refuse_what_is_not_empty(cursor)
    cursor.execute(f"TRUNCATE {everything}")
    keys = foreign_keys(cursor)
    for key in keys:  # checked together at the end, which is much faster
        table, name = quoted(cursor, [key.table]), quoted(cursor, [key.name])
        cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
    for name, table in manifest.tables.items():
        cursor.execute(f"ALTER TABLE {quoted(cursor, [name])} DISABLE TRIGGER USER")
        _read_table(cursor, archive, name, table)
        cursor.execute(f"ALTER TABLE {quoted(cursor, [name])} ENABLE TRIGGER USER")
        watch(name)
    for key in keys:
        table, name = quoted(cursor, [key.table]), quoted(cursor, [key.name])
        cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {key.definition}")
    for name, following in manifest.sequences.items():
        cursor.execute(
            f"ALTER SEQUENCE {quoted(cursor, [name])} RESTART WITH {int(following)}"
        )
    continue_feed_behind(cursor, manifest.feed_position)


def _read_table(
    cursor: CursorWrapper, archive: zipfile.ZipFile, name: str, table: Table
) -> None:
    statement = (
        f"COPY {quoted(cursor, [name])} ({quoted(cursor, table.columns)}) "
        "FROM STDIN (ENCODING 'UTF8')"
    )
    with archive.open(member(name)) as stream:
        digest = Digest(stream)
        cursor.copy_expert(statement, digest)
    if (cursor.rowcount, digest.hexdigest()) != (table.rows, table.sha256):
        raise BackupError(f"The backup's table {name} is not what its manifest says.")
