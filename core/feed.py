"""The feed of changes: each reader has its place, and misses nothing.

Its rows are written by the tables' triggers; only what becomes public without being
changed is announced here.
"""

from collections.abc import Callable, Iterable

from django.db import connection, models, transaction
from django.db.backends.utils import CursorWrapper

from core.models import Change, FeedPlace
from core.nouns import noun_of
from core.trigger_functions import FEED_EPOCH, insert_changes


def announce_opened(model: type[models.Model], ids: Iterable[int]) -> None:
    """Write a Change "open" for each row that became public in this transaction."""
    written = insert_changes(
        f"{model._meta.db_table} r WHERE r.id = ANY(%s)",
        model="%s",
        operation="%s",
        context="_pgh_attach_context()",
    )
    values = [noun_of(model), str(Change.Operation.OPEN), list(ids)]
    with connection.cursor() as cursor:
        cursor.execute(written, values)


def read_feed(
    reader: str,
    handle: Callable[[list[Change]], None],
    *,
    batch: int = 1000,
    include_hidden: bool = False,
) -> int:
    """Hand over all settled changes behind a reader's place, in commit order.

    ``handle`` gets up to ``batch`` changes at a time. The place moves in the same
    transaction: a handler that fails gets the same changes again, and one that
    ends never does. Returns how many were handed over; 0 while another process reads
    for the same reader. Changes of transactions that still run come another time.
    """
    FeedPlace.objects.get_or_create(reader=reader)
    handed_over = 0
    while True:
        n = _read_batch(reader, handle, batch, include_hidden)
        handed_over += n
        if n < batch:
            return handed_over


def _read_batch(
    reader: str,
    handle: Callable[[list[Change]], None],
    batch: int,
    include_hidden: bool,
) -> int:
    with transaction.atomic():
        places = FeedPlace.objects.select_for_update(skip_locked=True)
        place = places.filter(reader=reader).first()
        if place is None:
            return 0
        settled = Change.objects.settled().after(place.txid, place.change_id)
        wanted = settled if include_hidden else settled.public()
        changes = list(wanted.select_related("context")[:batch])
        if not changes:
            return 0
        handle(changes)
        place.txid, place.change_id = changes[-1].txid, changes[-1].pk
        place.save(update_fields=["txid", "change_id"])
        return len(changes)


def feed_position(cursor: CursorWrapper) -> int:
    """A place behind every change that the cursor's transaction sees."""
    cursor.execute(
        "SELECT core_feed_epoch() "
        "+ pg_snapshot_xmax(pg_current_snapshot())::text::bigint"
    )
    return cursor.fetchone()[0]


def continue_feed_behind(cursor: CursorWrapper, position: int) -> None:
    """Have changes after this transaction stand behind a place of another server's.

    Who reads the feed has seen numbers up to it, and would miss smaller ones.
    """
    cursor.execute("SELECT pg_current_xact_id()::text::bigint")
    epoch = max(0, position - cursor.fetchone()[0])
    cursor.execute(FEED_EPOCH.format(epoch=epoch))
