"""All claims as a stream: each one's row of the list, in NDJSON with its facts."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import F, IntegerField, OuterRef, QuerySet, Subquery, TextField
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.utils import timezone
from rest_framework.utils.encoders import JSONEncoder

from claims.models import ClaimVersion
from core.api.csv import csv_lines
from core.api.shapes import shape_of
from evidence.claims.api import ClaimSerializer
from evidence.claims.queries import claims_with_evidence
from evidence.facts import FORMAT, many_claim_facts

AT_ONCE = 500  # rows of the server's cursor, and claims whose facts are made together
_encode = JSONEncoder(
    ensure_ascii=False, separators=(",", ":"), check_circular=False
).encode  # as the API writes a row


class FactsText(NamedTuple):
    """A claim’s facts as text, and what they are of; all None where there are none."""

    format: int | None
    version: int | None
    as_of: datetime | None
    facts: str | None  # JSON, put into the line as it is


def claims_as_csv() -> Iterator[str]:
    """A header, then a line for each claim that stands: the list's columns."""
    shape = shape_of(ClaimSerializer)
    return csv_lines(map(shape.fill, _read(claim_rows())), shape.names)


def claims_as_ndjson(*, live: bool = False) -> Iterator[str]:
    """One line of JSON for each claim that stands, by id: its row, and its facts.

    The row is the list's, as it is now. The facts are those of the newest version,
    character for character as they are stored; ``live`` makes them now instead, and
    they are of no version.
    """
    shape = shape_of(ClaimSerializer)
    rows = claim_rows()
    found = _made_now(_read(rows)) if live else _kept(_read(_with_newest(rows)))
    for row, facts in found:
        yield _line(shape.fill(row), facts)


def claim_rows() -> QuerySet:
    """What the list's row of each claim that stands is made of, by id."""
    claims = claims_with_evidence().current().for_lists().with_topic_names()
    return shape_of(ClaimSerializer).columns(claims.order_by("pk"))


def _read(rows: QuerySet) -> Iterator[dict[str, Any]]:
    """Rows as of one moment, by a cursor on the server.

    Within a transaction: outside one the server would first keep the whole result.
    """
    with transaction.atomic(using=rows.db):
        yield from rows.iterator(chunk_size=AT_ONCE)


def _with_newest(rows: QuerySet) -> QuerySet:
    """Add what a line has of each claim's newest version, as ``newest_…``."""
    newest = ClaimVersion.objects.filter(claim=OuterRef("pk")).order_by("-number")
    members = {
        "format": Cast(KT("facts__format"), IntegerField()),
        "version": F("number"),
        "as_of": F("created_at"),
        "facts": Cast("facts", TextField()),
    }
    return rows.annotate(
        **{
            f"newest_{name}": Subquery(newest.values(member=member)[:1])
            for name, member in members.items()
        }
    )


def _kept(rows: Iterable[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], FactsText]]:
    names = [f"newest_{name}" for name in FactsText._fields]
    for row in rows:
        yield row, FactsText(*(row[name] for name in names))


def _made_now(
    rows: Iterable[dict[str, Any]],
) -> Iterator[tuple[dict[str, Any], FactsText]]:
    waiting = iter(rows)
    while lot := {row["id"]: row for row in islice(waiting, AT_ONCE)}:
        now = timezone.now()
        for facts in many_claim_facts(lot):
            yield lot[facts["id"]], FactsText(FORMAT, None, now, _encode(facts))


def _line(row: dict[str, Any], of: FactsText) -> str:
    """The line of one claim; its facts are put in as the text they are."""
    head = {
        "claim": row,
        "format": of.format,
        "version": of.version,
        "as_of": of.as_of,
    }
    return f'{_encode(head)[:-1]},"facts":{of.facts or "null"}}}\n'
