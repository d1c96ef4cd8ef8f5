"""Which database what runs now reads: the primary, unless it was said otherwise.

A replica is behind the primary by a moment or more; places in the primary's log
(``pg_lsn``, as text) say how far.
"""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import DEFAULT_DB_ALIAS, Error, connections

REPLICA = "replica"
PATIENCE = 10  # seconds, for a replica to come as far as the primary is now
_PAUSE = 0.1  # seconds

logger = logging.getLogger(__name__)
reads_replica: ContextVar[bool] = ContextVar("reads_replica", default=False)


def written_up_to() -> str:
    """How far the primary's log is."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT pg_current_wal_insert_lsn()")
        return cursor.fetchone()[0]


def has_replayed(place: str) -> bool:
    """Whether the replica has all that was written up to a place in the log.

    Raises Error, as Django's databases do, where the replica does not answer.
    """
    with connections[REPLICA].cursor() as cursor:
        cursor.execute("SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn", [place])
        return bool(cursor.fetchone()[0])


def say_silent(problem: Error) -> None:
    """Let the connection go, and say in the log that the primary is read instead."""
    connections[REPLICA].close()
    said = str(problem).strip().partition("\n")[0]
    logger.warning("the replica does not answer, the primary does: %s", said)


@contextmanager
def reading_replica() -> Iterator[None]:
    """Read the replica meanwhile, where there is one that has all that was written.

    It is waited for; where it stays behind or silent the primary is read.
    """
    mark = reads_replica.set(_is_ready())
    try:
        yield
    finally:
        reads_replica.reset(mark)


def _is_ready() -> bool:
    if REPLICA not in connections:
        return False
    end = time.monotonic() + PATIENCE
    try:
        place = written_up_to()
        while not has_replayed(place):
            if time.monotonic() > end:
                logger.warning("the replica is behind by more than %s s", PATIENCE)
                return False
            time.sleep(_PAUSE)
    except Error as problem:
        say_silent(problem)
        return False
    return True
