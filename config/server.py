"""What the web server runs: what comes in from the network, as Django is to see it.

Granian hands over a request as it was sent (its interface RSGI). WSGI, which Django
speaks, has one name for ``X-Forwarded-For`` and ``X_Forwarded_For``: what tells them
apart has to be done here, before. A body is read before a thread is taken, so that
whoever sends slowly holds up nobody.
"""

import asyncio
import io
import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from typing import Any, BinaryIO

from django.conf import settings
from granian.rsgi import ProtocolClosed

from config import environment as env
from config.children import end_when_orphaned
from config.warming import warm_after
from config.wsgi import application as django
from core.failures import BROKE_OFF, FULL, NO_ROOM
from core.limits import Places

Headers = list[tuple[str, str]]
STATEMENT_SECONDS = env.number("STATEMENT_SECONDS", default=30)
THREADS = env.number("WEB_THREADS", default=8)
LONG = 100_000  # bytes of a body that other threads read than those that answer pages
# As many as work and wait, and one that says that they do.
LONG_THREADS = settings.HEAVY_AT_ONCE + settings.HEAVY_WAITING + 1
IN_MEMORY = 100_000  # bytes of a body, the rest on disk
READ_AHEAD = settings.READ_AHEAD
BODY_SECONDS = 60  # for all that is read ahead; of a longer one, for a piece
SLOWEST = 20_000  # bytes a second of a longer one, from then on
PIECE = 1 << 16  # bytes of an answer sent at once
WHOLE = 1 << 20  # bytes of an answer that is sent without waiting for its reader
SEND_SECONDS = 60  # for a piece
ONCE = frozenset({"host", "content-length", "content-type", "authorization"})
LONGEST = 8_000  # characters of any of these
TEXT = ("content-type", "text/plain; charset=utf-8")
TOO_SLOW = "What was sent did not come to its end in time."
NO_LENGTH = (
    411,
    "Say in Content-Length how long it is: else nobody can tell whether it came whole.",
)


class Unreadable(Exception):
    """A request that Django does not get to see: a status and a sentence."""


class Server:
    """A WSGI application, served by RSGI."""

    def __init__(self, application: Callable[..., Any], threads: int = THREADS) -> None:
        self.application = application
        self.threads = ThreadPoolExecutor(threads, "request")
        # What is long to read, and may be to answer, waits for its like alone.
        self.long_threads = ThreadPoolExecutor(LONG_THREADS, "long request")
        self.answered = threading.Event()
        # Readers may be slow; some threads are always left to answer others.
        self.streams = Places(max(1, threads // 2))

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        """Make beforehand what the first to ask would wait for, once it is served."""
        told = {"target": warm_after, "args": [self.answered]}
        threading.Thread(**told, daemon=True, name="warming").start()

    async def __rsgi__(self, scope: Any, protocol: Any) -> None:
        """Answer one request."""
        loop = asyncio.get_running_loop()
        try:
            environ = environ_of(scope)
            environ["wsgi.input"] = await _body(environ, protocol)
        except Unreadable as refusal:
            status, sentence = refusal.args
            headers = [TEXT, ("connection", "close")]
            protocol.response_str(status, headers, f"{sentence}\n")
            return
        respond = self._respond, environ, protocol, loop
        is_long = int(environ.get("CONTENT_LENGTH") or 0) > LONG
        threads = self.long_threads if is_long else self.threads
        try:
            whole = await loop.run_in_executor(threads, *respond)
        finally:
            environ["wsgi.input"].close()
            self.answered.set()
        if whole is not None:
            protocol.response_bytes(*whole)

    def _respond(
        self, environ: dict[str, Any], protocol: Any, loop: asyncio.AbstractEventLoop
    ) -> tuple[int, Headers, bytes] | None:
        """The answer, where it is short; a longer one is sent from here, in pieces.

        All of it in one thread: what makes the pieces may hold a database's cursor.
        """
        started: list[tuple[int, Headers]] = []

        def start(status: str, headers: Headers, _error: Any = None) -> None:
            lower = [(name.lower(), value) for name, value in headers]
            started.append((int(status.split(" ", 1)[0]), lower))

        chunks = self.application(environ, start)
        try:
            beginning, rest = _beginning(iter(chunks))
            if rest is None:
                return (*started[-1], beginning)
            who = environ["REMOTE_ADDR"]  # as trust_proxies left it
            if not self.streams.take(who):
                sentence = b"Too many long answers are being sent; ask in a minute.\n"
                return 503, [TEXT, ("retry-after", "60")], sentence
            try:
                self._stream(chain([beginning], rest), started[-1], protocol, loop)
            finally:
                self.streams.leave(who)
            return None
        finally:
            if hasattr(chunks, "close"):
                chunks.close()

    def _stream(
        self,
        pieces: Iterable[bytes],
        started: tuple[int, Headers],
        protocol: Any,
        loop: asyncio.AbstractEventLoop,
    ) -> None:
        """Send pieces as fast as they are read, as long as they are."""

        async def begin() -> Any:
            return protocol.response_stream(*started)

        async def send(piece: bytes) -> None:
            await stream.send_bytes(piece)

        stream = asyncio.run_coroutine_threadsafe(begin(), loop).result()
        for piece in _gathered(pieces):
            sending = asyncio.run_coroutine_threadsafe(send(piece), loop)
            try:
                sending.result(SEND_SECONDS)
            except ProtocolClosed:  # whoever asked has left: nothing is wrong here
                return


def environ_of(scope: Any) -> dict[str, Any]:
    """A request as WSGI has it. Raises Unreadable.

    A header whose name has an underscore is left out: it would come to stand for the
    one with a hyphen, which a proxy wrote. Doubles are joined in their order.
    """
    host, _, port = scope.server.rpartition(":")
    environ = {
        "REQUEST_METHOD": scope.method,
        "SCRIPT_NAME": "",
        "PATH_INFO": scope.path.encode().decode("latin-1"),
        "QUERY_STRING": scope.query_string,
        "SERVER_NAME": host,
        "SERVER_PORT": port,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope.headers.items():
        if "_" in name:
            continue
        key = name.upper().replace("-", "_")
        if name not in ("content-length", "content-type"):
            key = f"HTTP_{key}"
        if key in environ and name in ONCE:
            raise Unreadable(400, f"The header {name} came twice; one was expected.")
        if len(value) > LONGEST and name in ONCE:  # Django takes some apart, slowly
            raise Unreadable(431, f"The header {name} is longer than any that is read.")
        joint = "; " if name == "cookie" else ", "
        environ[key] = f"{environ[key]}{joint}{value}" if key in environ else value
    return environ


async def _body(environ: dict[str, Any], protocol: Any) -> BinaryIO:
    """A request's body, read to its end where it is not too long for that.

    Granian hands over what came of a body that broke off as if that were all of it;
    only its length tells.
    """
    if "HTTP_TRANSFER_ENCODING" in environ:
        raise Unreadable(*NO_LENGTH)
    length = int(environ.get("CONTENT_LENGTH") or 0)
    if length > READ_AHEAD:
        return io.BufferedReader(Later(protocol, length), PIECE)
    body = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115  closed at the end
    try:
        await _read_ahead(protocol, body)
        if body.tell() != length:
            raise Unreadable(*BROKE_OFF)
    except Unreadable:
        body.close()
        raise
    body.seek(0)
    return body


async def _read_ahead(protocol: Any, body: BinaryIO) -> None:
    """Read a body to its end, or raise Unreadable."""
    try:
        async with asyncio.timeout(BODY_SECONDS):
            async for piece in protocol:
                body.write(piece)
    except TimeoutError:
        raise Unreadable(408, TOO_SLOW) from None
    except OSError as error:
        if error.errno not in FULL:
            raise
        raise Unreadable(*NO_ROOM) from None


class Later(io.RawIOBase):
    """The body of a request, each piece asked for when it is read, in a thread.

    Raises OSError where it breaks off or does not come in time, piece by piece and in
    all, which Django has for a body that cannot be read.
    """

    def __init__(self, protocol: Any, length: int) -> None:
        self.pieces = aiter(protocol)
        self.loop = asyncio.get_running_loop()
        self.rest = b""
        self.length = self.to_come = length
        self.began = time.monotonic()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        if not self.rest:
            coming = asyncio.run_coroutine_threadsafe(self._next(), self.loop)
            self.rest = coming.result(BODY_SECONDS)
            self.to_come -= len(self.rest)
            if not self.rest and self.to_come:
                raise OSError(BROKE_OFF.sentence)
            if time.monotonic() - self.began > self._allowed():
                raise TimeoutError(TOO_SLOW)
        size = min(len(buffer), len(self.rest))
        buffer[:size], self.rest = self.rest[:size], self.rest[size:]
        return size

    def _allowed(self) -> float:
        """The seconds in which so much of it should have come."""
        return BODY_SECONDS + (self.length - self.to_come) / SLOWEST

    async def _next(self) -> bytes:
        return await anext(self.pieces, b"")


def _beginning(chunks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes] | None]:
    """An answer up to a size, and what comes after; None where that is all."""
    gathered = bytearray()
    for chunk in chunks:
        gathered += chunk
        if len(gathered) > WHOLE:
            return bytes(gathered), chunks
    return bytes(gathered), None


def _gathered(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Pieces put together to a size that is worth sending."""
    gathered = bytearray()
    for piece in pieces:
        gathered += piece
        if len(gathered) >= PIECE:
            yield bytes(gathered)
            gathered.clear()
    if gathered:
        yield bytes(gathered)


def bound_statements() -> None:
    """Have the database stop whatever one request asks of it for too long."""
    bound = f"-c statement_timeout={STATEMENT_SECONDS * 1000}"
    for database in settings.DATABASES.values():
        options = database.setdefault("OPTIONS", {})
        options["options"] = f"{options.get('options', '')} {bound}".strip()


bound_statements()
sys.setswitchinterval(0.0005)  # s; who answers a page waits less for who reads a text
application = Server(django)

if os.environ.get("END_WHEN_ORPHANED"):
    end_when_orphaned()
