"""Asks the application for pages, as a server would, and says how long it took."""

import time
from statistics import quantiles
from urllib.parse import urlsplit
from wsgiref.util import setup_testing_defaults

from django.conf import settings
from django.test import Client


def signed_in(user):
    """The cookie by which somebody is known who has signed in."""
    client = Client()
    client.force_login(user)
    name = settings.SESSION_COOKIE_NAME
    return f"{name}={client.cookies[name].value}"


def ask(application, address, cookie=""):
    """One page's body, and the milliseconds until its first byte."""
    parts = urlsplit(address)
    environ = {"PATH_INFO": parts.path, "QUERY_STRING": parts.query}
    if cookie:
        environ["HTTP_COOKIE"] = cookie
    setup_testing_defaults(environ)
    status = []
    start = time.perf_counter()
    answer = application(environ, lambda line, headers, *_: status.append(line))
    pieces = iter(answer)
    first = next(pieces, b"")
    took = (time.perf_counter() - start) * 1000
    body = first + b"".join(pieces)
    if hasattr(answer, "close"):
        answer.close()
    assert status[0].startswith("200"), (address, status, body[:300])
    return body, took


def percentile(values, percent):
    """The value below which so many of 100 lie."""
    return quantiles(values, n=100, method="inclusive")[percent - 1]
