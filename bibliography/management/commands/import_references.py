"""``manage.py import_references FILE``: imports a file of references, here and now."""

import json
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.core.management.base import CommandError

from accounts.models import User
from bibliography.formats import READERS
from bibliography.imports.actions import asks_encoding, import_now, start_import
from core.errors import NotAllowed, Refused
from core.management.store import StoreCommand

COUNTS = ("read", "created", "matched", "asked", "rejected", "warnings")


class Command(StoreCommand):
    """Imports and prints what became of the records."""

    help = "Imports references; prints read, created, matched, rejected, warnings."

    def add_arguments(self, parser):
        parser.add_argument(
            "file", metavar="FILE", help="the file; - reads from a pipe"
        )
        parser.add_argument(
            "--format", default="auto", choices=["auto", *READERS], help="found out"
        )
        parser.add_argument(
            "--column",
            action="append",
            default=[],
            metavar="FIELD=HEAD",
            help="of a table: the column that holds a field; may be repeated",
        )
        parser.add_argument(
            "--encoding",
            default="",
            metavar="NAME",
            help="of the file, as gb18030 or cp1250; found out, or asked",
        )
        parser.add_argument("--by", default="system", help="in whose name")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *, file, format, column, encoding, by, json: bool, **_):
        mapping = dict(map(pair, column))
        said = {"mapping": mapping, "encoding": encoding}
        try:
            person = User.objects.get_by_natural_key(by)
            with opened(file) as stream:
                batch = start_import(
                    data=stream,
                    file_name="" if file == "-" else Path(file).name,
                    by=person,
                    format=format,
                    options={name: value for name, value in said.items() if value},
                )
            if batch.refused_because:
                raise CommandError(batch.refused_because)
            if asks_encoding(batch):
                raise CommandError(question(batch))
            batch = import_now(batch=batch, by=person)
        except User.DoesNotExist:
            raise CommandError(f"There is no account {by!r}.") from None
        except OSError as error:
            raise CommandError(f"{file} cannot be read: {error.strerror}.") from None
        except (NotAllowed, Refused) as refusal:
            raise CommandError(refusal.sentence) from None
        self.stdout.write(as_json(batch) if json else in_words(batch))


def pair(said):
    """A field and the head of its column; raises CommandError with a sentence."""
    field, equals, head = said.partition("=")
    if not equals:
        raise CommandError(f"--column {said!r}: expected FIELD=HEAD.")
    return field, head


def question(batch):
    """Which encodings a file may be in, with its own lines in each."""
    told = ["Its encoding cannot be told; say which it is by --encoding NAME:"]
    for each in batch.preview["encodings"]:
        told.append(f"  {each['encoding']:<12} {each['label']}: {each['lines'][0]}")
    return "\n".join(told)


@contextmanager
def opened(name):
    """A file, or what comes through a pipe, as a stream that can seek."""
    if name != "-":
        with open(name, "rb") as stream:
            yield stream
        return
    with tempfile.TemporaryFile() as stream:
        while piece := sys.stdin.buffer.read(1 << 20):
            stream.write(piece)
        yield stream


def as_json(batch):
    """What ``--json`` prints: the counts, and every rejected record's reason."""
    rejected = batch.records.filter(became="rejected").order_by("number")
    facts = {
        "import": batch.pk,
        "address": f"/imports/{batch.pk}/",
        "format": batch.format,
        "encoding": batch.encoding,
        **{name: batch.counts[name] for name in COUNTS},
        "columns_not_used": batch.preview.get("unused", []),
        "reasons": [
            {"number": number, "why": why}
            for number, why in rejected.values_list("number", "why")
        ],
    }
    return json.dumps(facts, ensure_ascii=False)


def in_words(batch):
    """The counts in one line, and the import's address."""
    counts = ", ".join(f"{name} {batch.counts[name]}" for name in COUNTS)
    told = f"{counts}\n{READERS[batch.format].label}, /imports/{batch.pk}/"
    unused = batch.preview.get("unused")
    if not unused:
        return told
    return (
        f"{told}\nColumns not used: {', '.join(unused)} (--column says which is what)"
    )
