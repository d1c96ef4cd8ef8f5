"""One list of rows of several tables, a page at a time.

No table gives more rows than a page has, so that a page costs the same however many
there are. A cursor holds the place of the row at a page's edge, signed for its list, as
that of ``core.pager`` does. Each part has its number, whichever others there are.
"""

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from django.core import signing
from django.db import connection
from django.db.models import F, QuerySet, Value
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan
from django.utils.dateparse import parse_datetime

from core.errors import BadQuery
from core.ids import LARGEST_ID
from core.kept_sql import IdsSQL
from core.pager import CAP, SIZE, CappedCount, Page

Read = Callable[[int, IdsSQL], Iterable[Any]]


class Spot(NamedTuple):
    """Where a row stands: its moment (None where parts follow each other), part, id."""

    at: Any
    part: int
    id: int


def chained_page(
    parts: Mapping[int, IdsSQL],
    *,
    read: Read,
    cursor: str | None = None,
    after: Spot | None = None,
    size: int = SIZE,
) -> Page:
    """A page of several parts' rows, part by part, as pairs of part and row.

    In a part they come in the order of their ids. ``read`` reads a part's rows on the
    page alone, by its number, with what is joined to them: at most one query a part,
    none for those beyond the page. ``after`` begins behind a row, as ``cursor`` does.
    Raises BadQuery for a cursor of another list.
    """
    signer = _signer("chained")
    back, place = _read(signer, cursor) if cursor else (False, after)
    found: list[tuple[int, Any]] = []
    for number in sorted(parts, reverse=back):
        if place and (number > place.part if back else number < place.part):
            continue
        beyond = place.id if place and number == place.part else None
        some = _some(parts[number], beyond, back, size + 1 - len(found))
        rows = sorted(read(number, some), key=attrgetter("pk"), reverse=back)
        found += [(number, row) for row in rows]
        if len(found) > size:
            break
    if back and not found:  # all that stood before has gone meanwhile
        return chained_page(parts, read=read, size=size)

    def spot(pair: tuple[int, Any]) -> Spot:
        return Spot(None, pair[0], pair[1].pk)

    return _cut(signer, found, spot, back=back, begins=place is None, size=size)


def _some(part: IdsSQL, beyond: int | None, back: bool, most: int) -> IdsSQL:
    """The first ids of a part, of those beyond one if it is named."""
    sql, params = part
    if beyond is not None:
        sql = f"SELECT pk FROM ({sql}) AS part WHERE pk {'<' if back else '>'} %s"  # noqa: S608
        params = (*params, beyond)
    order = "DESC" if back else "ASC"
    return IdsSQL(f"{sql} ORDER BY pk {order} LIMIT %s", (*params, most))


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


def joined_count(parts: Mapping[int, IdsSQL], cap: int = CAP) -> dict[int, CappedCount]:
    """How many rows each part has, at most ``cap`` of each; one query."""
    if not (parts := dict(parts)):  # each is made when it is read
        return {}
    counted = (
        f"SELECT {number}, (SELECT count(*) FROM ({sql} LIMIT {cap + 1}) AS part)"  # noqa: S608
        for number, (sql, _) in parts.items()
    )
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(counted), _params(parts))
        found = dict(cursor.fetchall())
    return {
        number: CappedCount(min(found[number], cap), found[number] > cap)
        for number in parts
    }


def first_of(parts: Mapping[int, IdsSQL]) -> int | None:
    """The first part that has any rows; one query."""
    if not (parts := dict(parts)):
        return None
    whens = (f"WHEN EXISTS ({sql}) THEN {number}" for number, (sql, _) in parts.items())
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT CASE {' '.join(whens)} END", _params(parts))
        return cursor.fetchone()[0]


def holds(part: IdsSQL, id: int) -> bool:
    """Whether a part has a row; one query."""
    sql, params = part
    if id > LARGEST_ID:
        return False
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT EXISTS (SELECT FROM ({sql}) AS part WHERE pk = %s)",  # noqa: S608
            (*params, id),
        )
        return cursor.fetchone()[0]


def _params(parts: Mapping[int, IdsSQL]) -> list[Any]:
    return [value for part in parts.values() for value in part.params]


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
