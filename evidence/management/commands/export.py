"""``manage.py export --format ndjson|csv``: all claims, as a stream."""

import sys

from django.core.management.base import BaseCommand
from tqdm import tqdm

from core.api.csv import csv_lines
from core.api.shapes import shape_of
from evidence.api.claims import ClaimSerializer
from evidence.exports import claims_as_ndjson, claims_as_rows
from evidence.models import Claim


def claims_as_csv():
    """A header, then a line for each claim: the list's columns."""
    shape = shape_of(ClaimSerializer)
    return csv_lines(claims_as_rows(shape), shape.names)


EXPORTS = {"claims": {"ndjson": claims_as_ndjson, "csv": claims_as_csv}}
COUNTED = {"claims": Claim.objects.current()}


class Command(BaseCommand):
    """Writes everything of one kind to standard output as it is read."""

    help = "Writes all claims to standard output: a JSON line or a CSV row for each."

    def add_arguments(self, parser):
        formats = sorted({name for each in EXPORTS.values() for name in each})
        parser.add_argument("--format", choices=formats, required=True)
        parser.add_argument("--what", choices=sorted(EXPORTS), default="claims")

    def handle(self, *, format, what, **_):
        watched = sys.stderr.isatty()
        total = COUNTED[what].count() if watched else None
        with tqdm(desc=f"{what} as {format}", total=total, disable=not watched) as bar:
            for line in EXPORTS[what][format]():
                self.stdout.write(line, ending="")
                bar.update()
