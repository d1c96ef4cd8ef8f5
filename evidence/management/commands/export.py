"""``manage.py export --format …``: all claims, or all references, as a stream."""

import os
import sys
from collections.abc import Callable, Iterable
from functools import partial

from django.core.management.base import CommandError
from tqdm import tqdm

from accounts.models import User
from bibliography.formats import WRITERS
from bibliography.models import Reference
from bibliography.references.exports import references_as
from claims.models import Claim
from core.errors import Refused
from core.jobs import run_now
from core.management.store import StoreCommand
from core.replica import reading_replica
from evidence.claims.exports import claims_as_csv, claims_as_ndjson

ROWS = {"claims": Claim.objects.current(), "references": Reference.objects.current()}
EXPORTS = {
    "claims": {"ndjson": claims_as_ndjson, "csv": claims_as_csv},
    "references": {
        name: partial(references_as, name, ROWS["references"]) for name in WRITERS
    },
}


class Command(StoreCommand):
    """Writes everything of one kind to standard output, from the replica if any."""

    help = (
        "Writes all claims (ndjson, csv) or all references "
        f"({', '.join(WRITERS)}) to standard output. A claim's line of ndjson is its "
        "row in the list as it is now, with the facts of its newest version as stored."
    )

    def add_arguments(self, parser):
        formats = sorted({name for each in EXPORTS.values() for name in each})
        parser.add_argument("--format", choices=formats, required=True)
        parser.add_argument(
            "--what",
            choices=sorted(EXPORTS),
            help="default: claims, or references where only they have the format",
        )
        parser.add_argument(
            "--live",
            action="store_true",
            help="claims as ndjson: their facts made now, not those stored (slow)",
        )

    def handle(self, *, format, what, live, **_):
        what = what or next(kind for kind in EXPORTS if format in EXPORTS[kind])
        if format not in EXPORTS[what]:
            raise CommandError(
                f"The {what} cannot be written as {format}; "
                f"expected one of {', '.join(EXPORTS[what])}."
            )
        export = EXPORTS[what][format]
        if live and export is not claims_as_ndjson:
            raise CommandError("Only claims as ndjson have facts that --live can make.")
        if what == "claims":
            self.mark_for_review()
        with reading_replica():
            self.export(partial(export, live=True) if live else export, what, format)

    def export(
        self, pieces: Callable[[], Iterable[str]], what: str, format: str
    ) -> None:
        """Write an export, with a bar where somebody watches."""
        watched = sys.stderr.isatty()
        total = ROWS[what].count() if watched else None
        with tqdm(desc=f"{what} as {format}", total=total, disable=not watched) as bar:
            self.write(pieces(), bar)

    def mark_for_review(self) -> None:
        """Mark verdicts whose evidence changed, as the worker would in a moment."""
        try:
            run_now(kind="needs_review", arguments={}, by=User.objects.system())
        except Refused as refusal:
            self.stderr.write(
                f"Which verdicts need review is not up to date: {refusal.sentence}"
            )

    def write(self, pieces: Iterable[str], bar: tqdm) -> None:
        """Write an export, piece by piece, as long as somebody reads."""
        try:
            for piece in pieces:
                self.stdout.write(piece, ending="")
                bar.update()
            self.stdout.flush()
        except BrokenPipeError:
            _forget_standard_output()


def _forget_standard_output():
    """Who read us has stopped, as ``head`` does: end without a word."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
