"""Reading from a replica: what visitors without an account read, and nothing fresh.

A replica is behind the primary by a moment or more. Whoever wrote is told, in a cookie,
how far the primary's log was then; the replica serves them again once it is as far.
People who are signed in, programs with a token and everything inside a transaction of
the primary read the primary, and so does whoever is told "not found" or that something
failed. ``manage.py export`` reads the replica too.
"""

import logging
import re
import time
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.core.signals import request_finished
from django.db import DEFAULT_DB_ALIAS, Error, connections
from django.db.models import Model
from django.http import HttpRequest, HttpResponseBase

from core.replica import (
    REPLICA,
    has_replayed,
    reads_replica,
    say_silent,
    written_up_to,
)

COOKIE = "written_up_to"
COOKIE_AGE = 24 * 3600  # seconds; by then any replica is as far, or of no use
LEFT_ALONE = 5  # seconds, for a replica that does not answer
_READS = frozenset({"GET", "HEAD"})
_NOT_THERE = frozenset({404, 410})
_ALWAYS_PRIMARY = ("/health/",)
_PLACE = re.compile(r"[0-9A-F]{1,8}/[0-9A-F]{1,8}")  # in the log (pg_lsn)
_ANY_PLACE = "0/0"

logger = logging.getLogger(__name__)


class ReplicaRouter:
    """Reads go to the replica while a request is served from it; writes never."""

    def db_for_read(self, model: type[Model], **_: Any) -> str | None:
        if not reads_replica.get():
            return None
        # What is read in order to write is read where it is written.
        inside = connections[DEFAULT_DB_ALIAS].in_atomic_block
        return DEFAULT_DB_ALIAS if inside else REPLICA

    def db_for_write(self, model: type[Model], **_: Any) -> str:
        return DEFAULT_DB_ALIAS

    def allow_relation(self, one: Model, other: Model, **_: Any) -> bool:
        return True  # the two are one database

    def allow_migrate(self, db: str, app_label: str, **_: Any) -> bool:
        return db == DEFAULT_DB_ALIAS


class ReplicaMiddleware:
    """Serves a visitor's reads from the replica, and once more from the primary where
    the replica lacks the row or fails.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if REPLICA not in settings.DATABASES:
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.away_until = 0.0  # by the monotonic clock
        request_finished.connect(_read_primary)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        from_replica = _may_lag(request) and self.is_as_far(_seen_by(request))
        # Kept until the answer is sent: an export is read while it is.
        reads_replica.set(from_replica)
        answer = self.get_response(request)
        if from_replica and (answer.status_code in _NOT_THERE or _failed(answer)):
            if _failed(answer):
                logger.warning("the replica failed at %s; read again", request.path)
            _read_primary()
            answer = self.get_response(request)
        if request.method not in _READS:
            _tell_how_far(answer)
        return answer

    def is_as_far(self, place: str) -> bool:
        """Whether the replica answers and has all that was written up to a place."""
        if time.monotonic() < self.away_until:
            return False
        try:
            return has_replayed(place)
        except Error as problem:
            self.away_until = time.monotonic() + LEFT_ALONE
            say_silent(problem)
            return False


def _may_lag(request: HttpRequest) -> bool:
    """Whether a request reads, as nobody in particular."""
    return (
        request.method in _READS
        and settings.SESSION_COOKIE_NAME not in request.COOKIES
        and "Authorization" not in request.headers
        and not request.path.startswith(_ALWAYS_PRIMARY)
    )


def _seen_by(request: HttpRequest) -> str:
    """How far the log was when the visitor last wrote; the start, where never."""
    place = request.COOKIES.get(COOKIE, "")
    return place if _PLACE.fullmatch(place) else _ANY_PLACE


def _tell_how_far(answer: HttpResponseBase) -> None:
    try:
        place = written_up_to()
    except Error:  # then nothing was written either, as the answer says
        return
    answer.set_cookie(
        COOKIE,
        place,
        max_age=COOKIE_AGE,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _failed(answer: HttpResponseBase) -> bool:
    return answer.status_code >= 500


def _read_primary(**_: Any) -> None:
    reads_replica.set(False)
