"""``manage.py restore FILE``: a backup brought back, into an empty store."""

import sys
from pathlib import Path

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from config.backups.archive import BackupError
from config.backups.restoring import restore_backup
from config.management.commands.backup import in_words


class Command(BaseCommand):
    """Restores a backup, whole or not at all, and brings it up to this release."""

    help = "Fills an empty store from a backup; a damaged one is refused."

    def add_arguments(self, parser):
        parser.add_argument("file", metavar="FILE", type=Path)

    def handle(self, *, file, **_):
        with tqdm(unit=" tables", disable=not sys.stderr.isatty()) as bar:
            try:
                manifest = restore_backup(file, lambda _: bar.update())
            except BackupError as problem:
                raise CommandError(str(problem)) from None
            except OSError as problem:
                raise CommandError(
                    f"{file} cannot be read: {problem.strerror}."
                ) from None
        call_command("migrate", verbosity=0)
        self.stdout.write(f"Restored: {in_words(manifest)}")
