"""The log is lines, each with the number of its request."""

import logging
import sys

import pytest
from django.db import OperationalError, ProgrammingError
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path

from core.request_log import OneLine
from tests.config.test_middleware import PROXIES

LINE = OneLine("{levelname} {request_id} {message}", style="{")
logger = logging.getLogger("tests.lines")


def page(request, secret):
    logger.warning("asked")
    return HttpResponse("x")


def gone(request, secret, number):
    return HttpResponse("x", status=410)


urlpatterns = [path("kept/<secret>/", page), path("gone/<secret>/<int:number>/", gone)]


@pytest.mark.urls(__name__)
def test_every_line_of_a_request_has_its_number(client, caplog, db):
    caplog.handler.setFormatter(LINE)
    caplog.set_level(logging.INFO, "core.request_log")
    numbers = [client.get("/kept/key/")["X-Request-ID"] for _ in range(2)]
    assert numbers[0] != numbers[1]
    lines = caplog.text.splitlines()
    for number in numbers:
        assert f"WARNING {number} asked" in lines
        assert any(f"INFO {number} GET /kept/<secret>/ 200" in line for line in lines)
    assert "/kept/key/" not in caplog.text
    number = client.get("/gone/key/7/")["X-Request-ID"]
    assert f"WARNING {number} Gone: /gone/<secret>/7/" in caplog.text.splitlines()
    logger.warning("later")
    assert caplog.text.splitlines()[-1] == "WARNING - later"


@pytest.mark.urls(__name__)
def test_the_number_is_a_trusted_proxy_s_or_ours(client, db):
    def numbered(given, address):
        headers = {"x-request-id": given}
        return client.get("/kept/key/", headers=headers, REMOTE_ADDR=address)[
            "X-Request-ID"
        ]

    with override_settings(TRUSTED_PROXIES=PROXIES):
        assert numbered("abc-1", "10.0.0.1") == "abc-1"
        assert numbered("abc-1", "192.0.2.7") != "abc-1"
        for odd in ("a b", "a\nb", "x" * 65, ""):
            assert numbered(odd, "10.0.0.1") != odd


def line_of(error, *said):
    try:
        raise error
    except type(error):
        found = sys.exc_info()
    return LINE.format(logging.LogRecord("x", 40, "", 1, "at %s", said, found))


def test_a_database_that_is_away_fills_no_log_with_tracebacks():
    away = line_of(OperationalError("connection refused"), "/claims/")
    assert away == "ERROR - at /claims/\\nconnection refused"
    assert "Traceback" in line_of(ProgrammingError("no such column"), "/claims/")


def test_what_a_visitor_wrote_begins_no_line():
    line = line_of(ValueError("one\ntwo"), "/a\r\nERROR fake\x1b[2J\u2028")
    assert line.splitlines() == [line]
    assert "\\r\\nERROR fake\\x1b[2J\\u2028" in line
    assert "ValueError: one\\ntwo" in line
