"""Making a backup: every table, as it stood at one moment."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.utils import timezone

from config.backups.archive import (
    MANIFEST,
    BackupError,
    Manifest,
    Table,
    member,
    new_archive,
    write_member,
)
from config.backups.catalog import (
    applied_migrations,
    columns_of_tables,
    next_of_sequences,
    one_transaction,
    quoted,
)
from core.feed import feed_position


def make_backup(
    path: Path,
    watch: Callable[[str], None] = lambda table: None,
) -> Manifest:
    """Write the whole store to a file, as of one moment; others may go on writing.

    ``watch`` is told of each table that is done. Raises BackupError where there is no
    store, OSError where the file cannot be written.
    """
    with one_transaction("ISOLATION LEVEL REPEATABLE READ READ ONLY") as (cursor):
        migrations = applied_migrations(cursor)
        if not migrations:
            raise BackupError("There is nothing to back up: the database has no store.")
        with new_archive(path) as archive:
            tables = {}
            for name, columns in columns_of_tables(cursor).items():
                tables[name] = _write_table(cursor, archive, name, columns)
                watch(name)
            manifest = Manifest(
                made_at=timezone.now().isoformat(),
                footing=settings.VERSION,
                postgresql=".".join(map(str, connection.get_database_version())),
                migrations=migrations,
                tables=tables,
                # Read last: a number given meanwhile is never given again.
                sequences=next_of_sequences(cursor),
                feed_position=feed_position(cursor),
            )
            archive.writestr(MANIFEST, manifest.to_json())
    return manifest


def _write_table(
    cursor: CursorWrapper, archive: zipfile.ZipFile, name: str, columns: list[str]
) -> Table:
    statement = (
        f"COPY {quoted(cursor, [name])} ({quoted(cursor, columns)}) "
        "TO STDOUT (ENCODING 'UTF8')"
    )
    sha256 = write_member(
        archive, member(name), lambda stream: cursor.copy_expert(statement, stream)
    )
    return Table(columns=columns, rows=cursor.rowcount, sha256=sha256)
