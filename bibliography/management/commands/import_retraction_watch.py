"""``manage.py import_retraction_watch FILE``: notices from the Retraction Watch CSV."""

import csv
import json
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from django.core.management.base import CommandError
from django.utils import timezone

from accounts.models import User
from bibliography.notices.retraction_watch import import_retraction_watch
from core.api.csv import cell
from core.errors import NotAllowed, Refused
from core.management.store import StoreCommand

SHOWN = 10  # unusable rows, where no file takes them all
HEADS = ("row", "line", "why", "expected", "text")


class Command(StoreCommand):
    """Notes what the table tells of references that are kept here."""

    help = (
        "Notes the retractions, concerns and corrections of the Retraction Watch CSV; "
        "prints how many of its rows are about references kept here, how many of those "
        "were known, and which rows are of no use, with the line and why."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", help="the table, as a CSV file")
        parser.add_argument(
            "--unusable", metavar="FILE", help="write all unusable rows there, as CSV"
        )
        parser.add_argument("--by", default="system", help="in whose name")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *, file, unusable, by, json: bool, **_):
        try:
            person = User.objects.get_by_natural_key(by)
            with ExitStack() as files:
                table = files.enter_context(Path(file).open("rb"))
                told = Unusable(files, unusable)
                done = import_retraction_watch(
                    file=table, by=person, seen_at=timezone.now(), unusable=told
                )
        except User.DoesNotExist:
            raise CommandError(f"There is no account {by!r}.") from None
        except OSError as problem:
            name = problem.filename or file
            raise CommandError(f"{name} cannot be used: {problem.strerror}.") from None
        except (NotAllowed, Refused) as refusal:
            raise CommandError(refusal.sentence) from None
        self.stdout.write(as_json(done, told) if json else in_words(done, told))


class Unusable:
    """Takes the rows of no use: into a file if one is named, else the first of them."""

    def __init__(self, files, path):
        self.path = path
        self.first = []
        self._table = None
        if path:
            opened = Path(path).open("w", newline="", encoding="utf-8")  # noqa: SIM115
            self._table = csv.writer(files.enter_context(opened))
            self._table.writerow(HEADS)

    def __call__(self, problem):
        if len(self.first) < SHOWN:
            self.first.append(problem)
        if self._table:
            said = (problem.what, problem.expected, problem.raw)
            self._table.writerow(map(cell, (problem.number, problem.line, *said)))


def as_json(done, told):
    """What ``--json`` prints: the counts, and the first rows of no use."""
    first = [
        {"row": each.number, "line": each.line, "why": str(each)} for each in told.first
    ]
    return json.dumps({**asdict(done), "first_unusable": first}, ensure_ascii=False)


def in_words(done, told):
    """The counts, and the rows of no use or where they are."""
    said = [
        f"{done.read:,} rows read, {done.ours:,} about references kept here: "
        f"{done.ours - done.known:,} new, {done.known:,} already known.",
        f"{done.unusable:,} rows cannot be used.",
    ]
    if told.path:
        said.append(f"They are in {told.path}, each with its line and why.")
    else:
        said += [f"  {each}" for each in told.first]
        if done.unusable > len(told.first):
            said.append("  … --unusable FILE writes all of them.")
    return "\n".join(said)
