"""``manage.py backup FILE``: the whole store in one file."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from config.backups.archive import BackupError
from config.backups.making import make_backup


class Command(BaseCommand):
    """Writes a backup, as of one moment, while Footing may be in use."""

    help = "Writes the whole store, as it stands at one moment, to a file."

    def add_arguments(self, parser):
        parser.add_argument(
            "file", metavar="FILE", type=Path, help="replaced once all is written"
        )

    def handle(self, *, file, **_):
        with tqdm(unit=" tables", disable=not sys.stderr.isatty()) as bar:
            try:
                manifest = make_backup(file, lambda _: bar.update())
            except BackupError as problem:
                raise CommandError(str(problem)) from None
            except OSError as problem:
                raise CommandError(
                    f"{file} cannot be written: {problem.strerror}."
                ) from None
        self.stdout.write(f"{file}: {in_words(manifest)}")


def in_words(manifest):
    """How much is in a backup, and of when it is."""
    return (
        f"{manifest.rows:,} rows in {len(manifest.tables)} tables, as of "
        f"{manifest.made_at[:19].replace('T', ' ')} UTC, Footing {manifest.footing}."
    )
