"""One list of rows of several tables, a page at a time.

Each table gives no more rows than a page has, so that a page costs the same however
many there are. The cursor holds the place of the row at a page's edge, signed for its
list, as that of ``core.pager`` does.
"""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, NamedTuple

from django.core import signing
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import DateTimeField, F, QuerySet, Value
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from django.utils.dateparse import parse_datetime

from core.errors import BadQuery
from core.pager import CAP, SIZE, CappedCount, Page


class Spot(NamedTuple):
    """Where a row stands: its moment (None where parts follow each other), part, id."""

    at: Any
    part: int
    id: int


def joined_page(
    parts: Mapping[int, QuerySet],
    *,
    newest: str = "",
    cursor: str | None = None,
    after: Spot | None = None,
    size: int = SIZE,
) -> Page:
    """A page of several querysets' rows, each as ``Spot``; one query.

    Each part has its number, whichever others there are; they follow each other, each
    in the order of its ids. Where ``newest`` names an annotation all have, a moment,
    all are mixed and the newest comes first. ``after`` begins behind a row, as
    ``cursor`` does. Raises BadQuery for a cursor of another list.
    """
    signer = signing.Signer(salt=f"core.joined_lists:{newest}")
    back, place = _read(signer, cursor) if cursor else (False, after)
    rising = back if newest else not back
    found = _spots(parts, newest, place, rising, size + 1)
    if back and not found:  # all that stood before has gone meanwhile
        return joined_page(parts, newest=newest, size=size)
    is_more = len(found) > size
    del found[size:]
    if back:
        found.reverse()
    has_next, has_previous = (True, is_more) if back else (is_more, place is not None)
    return Page(
        rows=found,
        next=_write(signer, False, found[-1]) if found and has_next else None,
        previous=_write(signer, True, found[0]) if found and has_previous else None,
    )


def joined_count(parts: Mapping[int, QuerySet]) -> dict[int, CappedCount]:
    """How many rows each part has, at most ``CAP`` of each; one query."""
    counted: dict[int, int] = defaultdict(int)
    capped = [
        rows.order_by().annotate(part=Value(number)).values_list("part")[: CAP + 1]
        for number, rows in parts.items()
    ]
    if capped:
        first, *rest = capped
        try:
            inner, params = first.union(*rest, all=True).query.sql_with_params()
        except EmptyResultSet:
            return dict.fromkeys(parts, CappedCount(0, False))
        with connection.cursor() as cursor:
            cursor.execute(
                f"SELECT part, count(*) FROM ({inner}) AS found (part) GROUP BY part",  # noqa: S608 - Django's SQL
                params,
            )
            counted.update(dict(cursor.fetchall()))
    return {n: CappedCount(min(counted[n], CAP), counted[n] > CAP) for n in parts}


def _spots(
    parts: Mapping[int, QuerySet],
    newest: str,
    place: Spot | None,
    rising: bool,
    most: int,
) -> list[Spot]:
    """The rows beyond a place, in the direction asked for."""
    found = []
    for number, rows in parts.items():
        at = F(newest) if newest else Value(None, output_field=DateTimeField())
        placed = rows.annotate(spot_at=at, spot_part=Value(number), spot_id=F("pk"))
        if place is not None:
            placed = _beyond(placed, number, place, rising)
        keys = ("spot_at", "spot_id") if newest else ("spot_id",)
        signed = keys if rising else [f"-{key}" for key in keys]
        columns = placed.order_by(*signed).values_list(
            "spot_at", "spot_part", "spot_id"
        )
        found.append(columns[:most])
    if not found:
        return []
    first, *rest = found
    spots = [Spot(*row) for row in first.union(*rest, all=True)]
    spots.sort(key=lambda s: s if newest else s[1:], reverse=not rising)
    return spots[:most]


def _beyond(rows: QuerySet, number: int, place: Spot, rising: bool) -> QuerySet:
    """The rows of one part beyond a place."""
    way = "gt" if rising else "lt"
    if place.at is None:
        if number == place.part:
            return rows.filter(**{f"pk__{way}": place.id})
        return rows if (number > place.part) == rising else rows.none()
    if number == place.part:
        compare = TupleGreaterThan if rising else TupleLessThan
        spot = Tuple(F("spot_at"), F("spot_id"))
        return rows.filter(compare(spot, (place.at, place.id)))
    same = "e" if (number > place.part) == rising else ""
    return rows.filter(**{f"spot_at__{way}{same}": place.at})


def _write(signer: signing.Signer, back: bool, spot: Spot) -> str:
    at = spot.at.isoformat() if spot.at else None
    return signer.sign_object([int(back), at, spot.part, spot.id], compress=True)


def _read(signer: signing.Signer, cursor: str) -> tuple[bool, Spot]:
    try:
        back, at, part, id = signer.unsign_object(cursor)
        return bool(back), Spot(parse_datetime(at) if at else None, part, id)
    except (signing.BadSignature, ValueError, TypeError) as error:
        raise BadQuery(
            "This cursor was not made for this list. Take the address of the next page "
            "as it was given, or start again without a cursor.",
            field="cursor",
        ) from error
