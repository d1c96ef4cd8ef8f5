"""Fetching the address of an article that somebody named.

The address is not ours to trust: only http and https, only public networks. The name
is resolved once, every address it has is checked, and the connection goes to a checked
one, so that a name that changes between check and connection gains nothing. Redirects
are followed one by one through the same gate.
"""

import ipaddress
import socket
import time
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

import urllib3

from bibliography.lookups.connections import HTTPPool, HTTPSPool
from bibliography.lookups.networks import Address, is_public

_PORTS = {"http": 80, "https": 443}
ARTICLES = (
    "text/html, application/xhtml+xml, application/xml, text/plain;q=0.9, */*;q=0.5"
)


class FetchRefused(Exception):
    """An address that is not fetched, or could not be; one sentence."""


@dataclass(frozen=True, slots=True)
class Page:
    """What an address answered: its bytes, its type, and where it was in the end."""

    address: str
    content: bytes
    content_type: str
    charset: str


def resolve(host: str, port: int) -> list[str]:
    """Every address of a name, as the system's resolver gives them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def leads_inside(host: str) -> bool:
    """Whether any address of a name is not public; one that is not known has none."""
    try:
        found = resolve(host, _PORTS["https"])
    except (OSError, UnicodeError):
        return False
    return not all(is_public(ipaddress.ip_address(a.partition("%")[0])) for a in found)


@dataclass(frozen=True)
class Fetcher:
    """Fetches addresses that people name.

    ``seconds`` bounds one whole fetch, ``largest`` the bytes of the page, unpacked,
    and ``redirects`` how many are followed. ``resolve`` and ``allowed`` are the gate;
    ``ports`` beyond 80 and 443 are refused unless named.
    """

    user_agent: str = "Footing/0.1"
    seconds: float = 20.0
    largest: int = 10_000_000
    redirects: int = 3
    ports: frozenset[int] = frozenset({80, 443})
    resolve: Callable[[str, int], list[str]] = resolve
    allowed: Callable[[Address], bool] = is_public
    clock: Callable[[], float] = time.monotonic

    def fetch(self, address: str, accept: str = ARTICLES) -> Page:
        """The page at an address, of a type to accept.

        Raises ``FetchRefused`` with a sentence.
        """
        until = self.clock() + self.seconds
        for _ in range(self.redirects + 1):
            answer = self._ask(address, accept, until)
            try:
                if answer.status not in (301, 302, 303, 307, 308):
                    return self._page(address, answer, until)
                onward = answer.headers.get("Location", "")
            finally:
                answer.close()
            if not onward:
                raise FetchRefused(f"{address} redirects without saying where.")
            address = _onward(address, onward)
        raise FetchRefused(f"{address} is behind more than {self.redirects} redirects.")

    def _ask(self, address: str, accept: str, until: float) -> urllib3.BaseHTTPResponse:
        """One request to a checked address."""
        parts = _parts(address)
        host, port = _ascii(parts.hostname or ""), parts.port or _PORTS[parts.scheme]
        if port not in self.ports:
            raise FetchRefused(f"{address} is at port {port}, which is not fetched.")
        pool = self._pool(parts.scheme, host, self._checked(host, port), port, until)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        try:
            return pool.request(
                "GET",
                path,
                headers={
                    "Host": _host_header(host, parts.port),
                    "User-Agent": self.user_agent,
                    "Accept": accept,
                    "Accept-Encoding": "gzip, deflate",
                },
                redirect=False,
                retries=False,
                preload_content=False,
                decode_content=False,
            )
        except urllib3.exceptions.TimeoutError:
            raise FetchRefused(f"{address} did not answer in time.") from None
        except (urllib3.exceptions.HTTPError, OSError) as error:
            raise FetchRefused(f"{address} could not be reached: {error}.") from error

    def _checked(self, host: str, port: int) -> str:
        """An address of a name, all of whose addresses are allowed."""
        try:
            found = self.resolve(host, port)
        except (OSError, UnicodeError):
            raise FetchRefused(f"The name {host} is not known.") from None
        addresses = [ipaddress.ip_address(a.partition("%")[0]) for a in found]
        if not addresses:
            raise FetchRefused(f"The name {host} is not known.")
        if not all(map(self.allowed, addresses)):
            raise FetchRefused(
                f"{host} is in a private or reserved network, which is not fetched."
            )
        return str(addresses[0])

    def _pool(
        self, scheme: str, host: str, address: str, port: int, until: float
    ) -> urllib3.HTTPConnectionPool:
        """A connection to the checked address that speaks as to the name."""
        left = max(until - self.clock(), 0.1)
        timeout = urllib3.Timeout(connect=min(5.0, left), read=left)
        bounds = {"timeout": timeout, "maxsize": 1, "head_within": left}
        if scheme == "http":
            return HTTPPool(address, port, **bounds)
        return HTTPSPool(
            address, port, assert_hostname=host, server_hostname=host, **bounds
        )

    def _page(
        self, address: str, answer: urllib3.BaseHTTPResponse, until: float
    ) -> Page:
        """The page that an answer carries, within the bounds."""
        if answer.status != 200:
            raise FetchRefused(f"{address} answered with status {answer.status}.")
        packed = _Packed(answer.headers.get("Content-Encoding", ""), address)
        content = bytearray()
        try:
            while piece := answer.read1(1 << 16, decode_content=False):
                content += packed.unpack(piece, self.largest + 1 - len(content))
                if len(content) > self.largest:
                    raise FetchRefused(
                        f"{address} is larger than {self.largest // 1_000_000} MB."
                    )
                if self.clock() > until:
                    raise FetchRefused(f"{address} did not answer in time.")
        except urllib3.exceptions.TimeoutError:
            raise FetchRefused(f"{address} did not answer in time.") from None
        except (urllib3.exceptions.HTTPError, OSError, zlib.error) as error:
            raise FetchRefused(f"{address} broke off: {error}.") from error
        if not packed.is_whole:
            raise FetchRefused(f"{address} broke off: its packed page has no end.")
        kind, _, rest = answer.headers.get("Content-Type", "").partition(";")
        return Page(address, bytes(content), kind.strip().lower(), _charset(rest))


def _parts(address: str) -> SplitResult:
    """The parts of an address that may be fetched."""
    try:
        parts = urlsplit(address.strip())
        port_is_a_number = parts.port is None or parts.port > 0
    except ValueError:
        raise FetchRefused(f"{address} is not a web address.") from None
    if parts.scheme not in _PORTS or not parts.hostname or not port_is_a_number:
        raise FetchRefused(f"{address} is not an http or https address.")
    if "@" in parts.netloc:
        raise FetchRefused(f"{address} holds a user name, which is not sent.")
    return parts


def _onward(address: str, location: str) -> str:
    """Where a redirect leads."""
    try:
        return urljoin(address, location)
    except ValueError:
        raise FetchRefused(f"{address} redirects to what is no address.") from None


def _ascii(host: str) -> str:
    """A name as the network knows it (IDNA), which requests can carry."""
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise FetchRefused(f"The name {host} is not known.") from None


def _host_header(host: str, port: int | None) -> str:
    name = f"[{host}]" if ":" in host else host
    return f"{name}:{port}" if port else name


def _charset(parameters: str) -> str:
    """The charset of a Content-Type's parameters."""
    pairs = (part.partition("=") for part in parameters.split(";"))
    found: Iterable[str] = (
        value.strip(" \"'")
        for key, _, value in pairs
        if key.strip().lower() == "charset"
    )
    return next(iter(found), "")


class _Packed:
    """What was packed for transport, unpacked piece by piece.

    A packed page may be several, one behind the other, each with an end of its own.
    """

    def __init__(self, encoding: str, address: str) -> None:
        encoding = encoding.strip().lower()
        if encoding not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise FetchRefused(
                f"{address} is packed as “{encoding}”, which is not read."
            )
        self._is_packed = encoding not in ("", "identity")
        self._begin()

    def _begin(self) -> None:
        self._part = zlib.decompressobj(zlib.MAX_WBITS | 32)

    @property
    def is_whole(self) -> bool:
        """Whether what came so far has come to its end."""
        return self._part.eof or not self._is_packed

    def unpack(self, piece: bytes, most: int) -> bytes:
        """A piece unpacked, ``most`` bytes of it. Raises zlib.error."""
        if not self._is_packed:
            return piece
        unpacked = bytearray()
        while piece and len(unpacked) < most:
            if self._part.eof:
                self._begin()
            unpacked += self._part.decompress(piece, most - len(unpacked))
            piece = self._part.unconsumed_tail or self._part.unused_data
        return bytes(unpacked)
