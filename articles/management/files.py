"""What the commands that read an article share."""

from pathlib import Path

from articles.reading.documents import FORMS
from core.management.files import STANDARD_INPUT, read_bytes


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


def read_article(file):
    """A file's bytes and its name; raises CommandError with a sentence."""
    return read_bytes(file), "" if file == STANDARD_INPUT else Path(file).name
