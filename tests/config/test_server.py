"""What comes in from the network, as Django gets to see it."""

import asyncio
from io import BytesIO
from threading import Event
from types import SimpleNamespace

import pytest
from granian.rsgi import ProtocolClosed

from config import server
from config.server import Server, Unreadable, environ_of


def scope(*headers, **more):
    said = {
        "method": "GET",
        "path": "/claims/é/",
        "query_string": "q=%20x",
        "http_version": "1.1",
        "scheme": "http",
        "server": "127.0.0.1:8000",
        "client": "192.0.2.7:40000",
        "headers": SimpleNamespace(items=lambda: list(headers)),
    }
    return SimpleNamespace(**(said | more))


class Protocol:
    """A request's body as it comes, and what is answered."""

    def __init__(self, *pieces, stalls=False):
        self.pieces, self.stalls = pieces, stalls
        self.status, self.body = None, b""

    async def __aiter__(self):
        for piece in self.pieces:
            yield piece
        if self.stalls:
            await asyncio.sleep(60)

    def response_str(self, status, headers, text):
        self.status, self.headers, self.body = status, dict(headers), text.encode()

    def response_bytes(self, status, headers, body):
        self.status, self.headers, self.body = status, dict(headers), body

    def response_stream(self, status, headers):
        self.status, self.headers = status, dict(headers)
        return self

    def send_bytes(self, piece):
        """What can be awaited, and is no coroutine, as the web server's is not."""
        self.body += piece
        sent = asyncio.get_running_loop().create_future()
        sent.set_result(None)
        return sent


def sending(length):
    return scope(("content-length", str(length)))


def answer(application, asked, protocol, threads=2):
    asyncio.run(Server(application, threads).__rsgi__(asked, protocol))
    return protocol


def echo(environ, start):
    start("200 OK", [("Content-Type", "text/plain")])
    return [environ["wsgi.input"].read()]


def test_a_header_with_an_underscore_stands_for_no_other():
    environ = environ_of(
        scope(
            ("host", "footing.example"),
            ("x_forwarded_for", "203.0.113.6"),
            ("x-forwarded_for", "203.0.113.6"),
            ("x-forwarded-for", "203.0.113.9"),
            ("x-forwarded-for", "198.51.100.1"),
            ("x_forwarded_proto", "https"),
            ("content_length", "9"),
            ("cookie", "a=1"),
            ("cookie", "b=2"),
        )
    )
    assert environ["HTTP_X_FORWARDED_FOR"] == "203.0.113.9, 198.51.100.1"
    assert "HTTP_X_FORWARDED_PROTO" not in environ
    assert "CONTENT_LENGTH" not in environ
    assert environ["HTTP_COOKIE"] == "a=1; b=2"
    assert environ["PATH_INFO"].encode("latin-1").decode() == "/claims/é/"
    assert environ["REMOTE_ADDR"] == "192.0.2.7"
    assert environ_of(scope(client="[::1]:40000"))["REMOTE_ADDR"] == "::1"


def test_a_header_that_is_taken_apart_is_not_endless():
    with pytest.raises(Unreadable, match="longer than any that is read"):
        environ_of(scope(("content-type", "a/b" + "; a=b" * 50_000)))


@pytest.mark.parametrize("name", ["host", "content-length", "authorization"])
def test_what_can_be_said_once_is_not_said_twice(name):
    with pytest.raises(Unreadable, match="came twice"):
        environ_of(scope((name, "1"), (name, "2")))


def test_a_body_is_whole_before_a_thread_reads_it(monkeypatch):
    assert answer(echo, sending(3), Protocol(b"ab", b"c")).body == b"abc"
    monkeypatch.setattr(server, "BODY_SECONDS", 0.05)
    late = answer(echo, sending(3), Protocol(b"ab", stalls=True))
    assert late.status == 408
    assert b"did not come to its end in time" in late.body


def test_a_long_body_is_read_by_who_asks_for_it(monkeypatch):
    monkeypatch.setattr(server, "READ_AHEAD", 10)
    assert answer(echo, sending(27), Protocol(*[b"abc"] * 9)).body == b"abc" * 9


def test_a_long_body_that_comes_in_drops_is_cut(monkeypatch):
    monkeypatch.setattr(server, "READ_AHEAD", 10)
    monkeypatch.setattr(server, "BODY_SECONDS", 0.05)
    monkeypatch.setattr(server, "SLOWEST", 1_000)

    class Drops(Protocol):
        async def __aiter__(self):
            for piece in self.pieces:
                await asyncio.sleep(0.02)
                yield piece

    with pytest.raises(TimeoutError, match="did not come to its end in time"):
        answer(echo, sending(27), Drops(*[b"abc"] * 9))
    assert answer(echo, sending(900), Drops(*[b"x" * 100] * 9)).body == b"x" * 900


def test_a_body_that_breaks_off_is_never_taken_for_whole(monkeypatch):
    called = []

    def application(environ, start):
        called.append(environ)
        return echo(environ, start)

    for pieces in ([], [b"ab"], [b"ab", b"c"]):
        broken = answer(application, sending(4), Protocol(*pieces))
        assert (broken.status, called) == (400, [])
        assert b"broke off before its end" in broken.body
    endless = answer(application, scope(("transfer-encoding", "chunked")), Protocol())
    assert (endless.status, called) == (411, [])
    monkeypatch.setattr(server, "READ_AHEAD", 2)
    with pytest.raises(OSError, match="broke off before its end"):
        answer(echo, sending(4), Protocol(b"ab", b"c"))


def test_a_full_disk_answers_in_a_sentence(monkeypatch):
    class Full(BytesIO):
        def __init__(self, _):
            super().__init__()

        def write(self, _):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(server.tempfile, "SpooledTemporaryFile", Full)
    full = answer(echo, sending(3), Protocol(b"abc"))
    assert full.status == 507
    assert b"no room left on this server" in full.body


def test_long_answers_are_sent_in_pieces_and_leave_threads_to_others():
    closed = []

    class Pieces:
        def __iter__(self):
            return iter([b"x" * 100_000] * 30)

        def close(self):
            closed.append(True)

    def application(environ, start):
        start("200 OK", [("Content-Type", "text/csv")])
        return Pieces()

    long = answer(application, scope(), Protocol())
    assert (len(long.body), closed) == (3_000_000, [True])

    class Left(Protocol):
        async def send_bytes(self, piece):
            raise ProtocolClosed

    answer(application, scope(), Left())  # without a word in the log
    assert closed == [True, True]

    async def at_once(threads, *others):
        """One slow reader, and what others are answered meanwhile."""
        waiting = asyncio.Event()

        class Slow(Protocol):
            async def send_bytes(self, piece):
                await waiting.wait()

        site, slow = Server(application, threads), Slow()
        first = asyncio.create_task(site.__rsgi__(scope(), slow))
        while slow.status is None:
            await asyncio.sleep(0.01)
        answers = [Protocol() for _ in others]
        for address, other in zip(others, answers, strict=True):
            await site.__rsgi__(scope(client=f"{address}:40000"), other)
        waiting.set()
        await first
        return answers

    (refused,) = asyncio.run(at_once(2, "198.51.100.1"))
    assert refused.status == 503
    assert b"ask in a minute" in refused.body
    same, other = asyncio.run(at_once(4, "192.0.2.7", "198.51.100.1"))
    assert (same.status, other.status) == (503, 200)  # half of the places for one


def test_short_requests_do_not_wait_for_long_ones(monkeypatch):
    monkeypatch.setattr(server, "LONG", 10)
    ended = Event()

    def application(environ, start):
        start("200 OK", [("Content-Type", "text/plain")])
        is_long = len(environ["wsgi.input"].read()) > 10
        return [b"waited" if is_long and ended.wait(10) else b"at once"]

    async def ask():
        site, long = Server(application, threads=1), [Protocol(b"x" * 11)] * 9
        asked = sending(11)
        waiting = [asyncio.create_task(site.__rsgi__(asked, one)) for one in long]
        await asyncio.sleep(0.05)
        short = Protocol(b"x")
        await site.__rsgi__(sending(1), short)
        ended.set()
        await asyncio.gather(*waiting)
        return short.body, long[0].body

    assert asyncio.run(ask()) == (b"at once", b"waited")
