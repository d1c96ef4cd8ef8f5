"""What the commands that read an article share."""

import sys
from pathlib import Path

from django.core.management.base import CommandError

from articles.reading.documents import FORMS

STANDARD_INPUT = "-"


def add_file_arguments(parser, forms=FORMS):
    """The article's file, and its form where the bytes should not decide."""
    parser.add_argument("file", help="the article's file; - reads standard input")
    parser.add_argument(
        "--format",
        dest="form",
        choices=("auto", *forms),
        default="auto",
        help="what the file is; looked for in its bytes where not said",
    )
    parser.add_argument("--json", action="store_true", help="print the result as JSON")


def named(form):
    """The form that was named; None where the bytes shall decide."""
    return None if form == "auto" else form


def read_bytes(file):
    """A file's bytes and its name; raises CommandError with a sentence."""
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read(), ""
    path = Path(file)
    try:
        return path.read_bytes(), path.name
    except IsADirectoryError:
        raise CommandError(
            f"{file} is a folder; an article's file was expected."
        ) from None
    except OSError as problem:
        raise CommandError(f"{file} cannot be read: {problem.strerror}.") from None
