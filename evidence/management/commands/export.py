"""``manage.py export --format …``: all claims, or all references, as a stream."""

import os
import sys
from functools import partial

from django.core.management.base import BaseCommand, CommandError
from tqdm import tqdm

from bibliography.formats import WRITERS
from bibliography.models import Reference
from bibliography.references.exports import references_as
from claims.models import Claim
from core.api.csv import csv_lines
from core.api.shapes import shape_of
from evidence.claims.api import ClaimSerializer
from evidence.claims.exports import claims_as_ndjson, claims_as_rows


def claims_as_csv():
    """A header, then a line for each claim: the list's columns."""
    shape = shape_of(ClaimSerializer)
    return csv_lines(claims_as_rows(shape), shape.names)


ROWS = {"claims": Claim.objects.current(), "references": Reference.objects.current()}
EXPORTS = {
    "claims": {"ndjson": claims_as_ndjson, "csv": claims_as_csv},
    "references": {
        name: partial(references_as, name, ROWS["references"]) for name in WRITERS
    },
}


class Command(BaseCommand):
    """Writes everything of one kind to standard output as it is read."""

    help = (
        "Writes all claims (ndjson, csv) or all references "
        f"({', '.join(WRITERS)}) to standard output."
    )

    def add_arguments(self, parser):
        formats = sorted({name for each in EXPORTS.values() for name in each})
        parser.add_argument("--format", choices=formats, required=True)
        parser.add_argument(
            "--what",
            choices=sorted(EXPORTS),
            help="default: claims, or references where only they have the format",
        )

    def handle(self, *, format, what, **_):
        what = what or next(kind for kind in EXPORTS if format in EXPORTS[kind])
        if format not in EXPORTS[what]:
            raise CommandError(
                f"The {what} cannot be written as {format}; "
                f"expected one of {', '.join(EXPORTS[what])}."
            )
        watched = sys.stderr.isatty()
        total = ROWS[what].count() if watched else None
        with tqdm(desc=f"{what} as {format}", total=total, disable=not watched) as bar:
            try:
                for piece in EXPORTS[what][format]():
                    self.stdout.write(piece, ending="")
                    bar.update()
                self.stdout.flush()
            except BrokenPipeError:
                _forget_standard_output()


def _forget_standard_output():
    """Who read us has stopped, as ``head`` does: end without a word."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
