"""The log as lines: each event one line, with the number of the request it is of."""

import logging
import re
import secrets
import time
from collections.abc import Callable
from contextvars import ContextVar
from typing import Any

from django.http import HttpRequest, HttpResponseBase

from core.failures import BROKE_OFF, NO_DATABASE, NO_ROOM, failure_of

_NUMBER = re.compile(r"[\w.:-]{1,64}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_MET_BY_ALL = (NO_ROOM, NO_DATABASE, BROKE_OFF)
_request: ContextVar[str] = ContextVar("request", default="-")
logger = logging.getLogger(__name__)


class OneLine(logging.Formatter):
    """One line whatever a visitor put in it, a traceback's lines too."""

    def format(self, record: logging.LogRecord) -> str:
        """The record; ``request_id`` is "-" outside a request.

        Django logs an answer where it is sent, beyond ``number_requests``, and by its
        address.
        """
        request = getattr(record, "request", None)
        record.request_id = getattr(request, "number", None) or _request.get()
        if isinstance(request, HttpRequest) and isinstance(record.args, tuple):
            address, told = request.path, without_secrets(request)
            record.args = tuple(told if one == address else one for one in record.args)
        line = super().format(record)
        return _CONTROL.sub(lambda found: repr(found[0])[1:-1], line)

    def formatException(self, ei: Any) -> str:  # noqa: N802  logging's own name
        """A traceback; of what every request meets meanwhile, only what it was.

        A log of tracebacks would fill a disk while the database is away.
        """
        error = ei[1]
        is_met_by_all = failure_of(error) in _MET_BY_ALL
        return str(error) if is_met_by_all else super().formatException(ei)


def number_requests(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Give each request a number, a proxy's where it has one, and log its answer.

    What is logged is the route, not the address: addresses may be secret.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        given = request.META.get("HTTP_X_REQUEST_ID", "")
        number = given if _NUMBER.fullmatch(given) else secrets.token_hex(8)
        request.number = number
        began, token = time.monotonic(), _request.set(number)
        try:
            response = get_response(request)
            response.headers["X-Request-ID"] = number
            route = request.resolver_match and request.resolver_match.route
            took = round((time.monotonic() - began) * 1000)
            logger.info(
                "%s /%s %s %s ms", request.method, route, response.status_code, took
            )
            return response
        finally:
            _request.reset(token)

    return middleware


def without_secrets(request: HttpRequest) -> str:
    """An address less the words in it, which may be a key; numbers stay."""
    address = request.path
    given = request.resolver_match.kwargs if request.resolver_match else {}
    for name, value in given.items():
        if isinstance(value, str) and value:
            address = address.replace(value, f"<{name}>")
    return address
