"""One list of rows of several tables, a page at a time.

No table gives more rows than a page has, so that a page costs the same however many
there are. A cursor holds the place of the row at a page's edge, signed for its list, as
that of ``core.pager`` does. Each part has its number, whichever others there are.
"""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from django.core import signing
from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import F, QuerySet, Value
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from django.utils.dateparse import parse_datetime

from core.errors import BadQuery
from core.pager import CAP, SIZE, CappedCount, Page

Read = Callable[[int, QuerySet], QuerySet]


class Spot(NamedTuple):
    """Where a row stands: its moment (None where parts follow each other), part, id."""

    at: Any
    part: int
    id: int


def chained_page(
    parts: Mapping[int, QuerySet],
    *,
    cursor: str | None = None,
    after: Spot | None = None,
    size: int = SIZE,
    read: Read = lambda number, rows: rows,
) -> Page:
    """A page of several querysets' rows, part by part, as pairs of part and row.

    In a part they come in the order of their ids. At most one query a part, none for
    those beyond the page. ``after`` begins behind a row, as ``cursor`` does. ``read``
    makes of a part's rows on the page alone what is read of them, by its number: what
    is joined to a row for a page is not joined to all. Raises BadQuery for a cursor of
    another list.
    """
    signer = _signer("chained")
    back, place = _read(signer, cursor) if cursor else (False, after)
    found: list[tuple[int, Any]] = []
    for number in sorted(parts, reverse=back):
        if place and (number > place.part if back else number < place.part):
            continue
        order = "-pk" if back else "pk"
        rows = parts[number].order_by(order)
        if place and number == place.part:
            rows = rows.filter(**{"pk__lt" if back else "pk__gt": place.id})
        page = rows.values("pk")[: size + 1 - len(found)]
        shown = parts[number].model._default_manager.filter(pk__in=page)
        found += [(number, row) for row in read(number, shown).order_by(order)]
        if len(found) > size:
            break
    if back and not found:  # all that stood before has gone meanwhile
        return chained_page(parts, size=size)

    def spot(pair: tuple[int, Any]) -> Spot:
        return Spot(None, pair[0], pair[1].pk)

    return _cut(signer, found, spot, back=back, begins=place is None, size=size)


def mixed_page(
    parts: Mapping[int, QuerySet],
    *,
    newest: str,
    cursor: str | None = None,
    size: int = SIZE,
) -> Page:
    """A page of several querysets' rows, each as ``Spot``, the newest first; one query.

    ``newest`` is an annotation that all have, a moment. Raises BadQuery for a cursor of
    another list.
    """
    signer = _signer(newest)
    back, place = _read(signer, cursor) if cursor else (False, None)
    found = _spots(parts, newest, place, back, size + 1)
    if back and not found:
        return mixed_page(parts, newest=newest, size=size)
    begins = place is None
    return _cut(signer, found, lambda spot: spot, back=back, begins=begins, size=size)


def joined_count(
    parts: Mapping[int, QuerySet], cap: int = CAP
) -> dict[int, CappedCount]:
    """How many rows each part has, at most ``cap`` of each; one query."""
    capped = [
        rows.order_by().annotate(part=Value(number)).values_list("part")[: cap + 1]
        for number, rows in parts.items()
    ]
    counted: dict[int, int] = {}
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
            counted = dict(cursor.fetchall())
    found = {number: counted.get(number, 0) for number in parts}
    return {number: CappedCount(min(n, cap), n > cap) for number, n in found.items()}


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
        placed = rows.annotate(
            spot_at=F(newest), spot_part=Value(number), spot_id=F("pk")
        )
        if place is not None:
            placed = _beyond(placed, number, place, rising)
        sign = "" if rising else "-"
        columns = placed.order_by(f"{sign}spot_at", f"{sign}spot_id")
        found.append(columns.values_list("spot_at", "spot_part", "spot_id")[:most])
    if not found:
        return []
    first, *rest = found
    spots = [Spot(*row) for row in first.union(*rest, all=True)]
    return sorted(spots, reverse=not rising)[:most]


def _beyond(rows: QuerySet, number: int, place: Spot, rising: bool) -> QuerySet:
    """The rows of one part beyond a place."""
    if number == place.part:
        compare = TupleGreaterThan if rising else TupleLessThan
        spot = Tuple(F("spot_at"), F("spot_id"))
        return rows.filter(compare(spot, (place.at, place.id)))
    same = "e" if (number > place.part) == rising else ""
    return rows.filter(**{f"spot_at__{'gt' if rising else 'lt'}{same}": place.at})


# --- pages and their cursors ---


def _cut(
    signer: signing.Signer,
    found: list[Any],
    spot: Any,
    *,
    back: bool,
    begins: bool,
    size: int,
) -> Page:
    """A page of what was found, which may be one more than it holds."""
    is_more = len(found) > size
    del found[size:]
    if back:
        found.reverse()
    has_next, has_previous = (True, is_more) if back else (is_more, not begins)
    return Page(
        rows=found,
        next=_write(signer, False, spot(found[-1])) if found and has_next else None,
        previous=_write(signer, True, spot(found[0]))
        if found and has_previous
        else None,
    )


def _signer(name: str) -> signing.Signer:
    return signing.Signer(salt=f"core.joined_lists:{name}")


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
