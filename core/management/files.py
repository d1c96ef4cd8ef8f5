"""Files that commands are given."""

import sys
from pathlib import Path

from django.core.management.base import CommandError

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
