"""Files that commands are given, and commands that only reckon with one."""

import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

STANDARD_INPUT = "-"


def read_bytes(file):
    """A file's bytes, or standard input's where it is "-"; raises CommandError."""
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    try:
        return Path(file).read_bytes()
    except IsADirectoryError:
        raise CommandError(f"{file} is a folder; a file was expected.") from None
    except OSError as error:
        raise CommandError(f"{file} cannot be read: {error.strerror}.") from None


class FileCommand(BaseCommand):
    """A command that reads one file and prints what it comes to: no database needed.

    ``file_is`` says in the help what the file holds.
    """

    requires_system_checks = []
    requires_migrations_checks = False
    file_is = ""

    def add_arguments(self, parser):
        told = f"{self.file_is}; {STANDARD_INPUT} reads standard input"
        parser.add_argument("file", metavar="FILE", help=told)
        parser.add_argument("--json", action="store_true", help="print JSON")
