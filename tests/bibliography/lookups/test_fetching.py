"""Fetching an address: what is refused, and what comes back."""

import gzip
import ipaddress
import threading
import time
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bibliography.lookups.fetching import Fetcher, FetchRefused
from bibliography.lookups.networks import is_public

PAGES = {}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.startswith("/drip"):
            return drip(self)
        status, headers, body = PAGES[self.path]
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def drip(handler):
    """A page that comes a byte at a time, its head too where that is asked for."""
    if handler.path != "/drip-head":
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    with suppress(OSError):  # the fetcher had enough
        for _ in range(1000):
            handler.wfile.write(b"H")
            time.sleep(0.05)


@pytest.fixture(scope="module")
def port():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def inside(port):
    """A fetcher that takes example.org for this machine, and allows it."""
    here = ipaddress.ip_address("127.0.0.1")
    return Fetcher(
        ports=frozenset({port}),
        resolve=lambda host, _: {
            "example.org": ["127.0.0.1"],
            "xn--exmple-cua.org": ["127.0.0.1"],
            "inside.example": ["10.0.0.1"],
            "both.example": ["127.0.0.1", "192.168.0.1"],
        }[host],
        allowed=lambda address: address == here,
        largest=1000,
    )


def page(path, body=b"<p>Hello</p>", status=200, **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    PAGES[path] = (status, {"Content-Length": str(len(body)), **named}, body)


def test_a_page_comes_with_its_type_and_charset(inside, port):
    page("/a?b=1", Content_Type="text/html; charset=ISO-8859-1")
    found = inside.fetch(f"http://example.org:{port}/a?b=1")
    assert found.content == b"<p>Hello</p>"
    assert (found.content_type, found.charset) == ("text/html", "ISO-8859-1")


def test_redirects_are_followed_a_few_times(inside, port):
    page("/1", status=302, Location="/2")
    page("/2", status=301, Location=f"http://example.org:{port}/3")
    page("/3")
    assert inside.fetch(f"http://example.org:{port}/1").address.endswith("/3")
    page("/loop", status=302, Location="/loop")
    with pytest.raises(FetchRefused, match="more than 3 redirects"):
        inside.fetch(f"http://example.org:{port}/loop")


def test_a_name_in_any_letters_is_asked_as_the_network_knows_it(inside, port):
    page("/letters")
    assert inside.fetch(f"http://ex\u00e4mple.org:{port}/letters").content
    assert inside.fetch(f"http://EX\u00c4MPLE.org:{port}/letters").content


@pytest.mark.parametrize(
    "host",
    [
        "127\u30020\u30020\u30021",  # other full stops
        "\u2460\u2461\u2466.0.0.1",  # digits in circles
        "\uff11\uff12\uff17.0.0.1",  # wide digits
        "0x7f.1",
        "0177.0.0.1",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[::ffff:7f00:1]",
    ],
)
def test_this_machine_in_disguise_is_refused(host):
    with pytest.raises(FetchRefused, match="private or reserved"):
        Fetcher().fetch(f"http://{host}/")


def test_a_redirect_to_no_address_is_refused_in_a_sentence(inside, port):
    page("/astray", status=302, Location="http://[x/")
    with pytest.raises(FetchRefused, match="redirects to what is no address"):
        inside.fetch(f"http://example.org:{port}/astray")


@pytest.mark.parametrize("host", ["inside.example", "both.example"])
def test_a_redirect_into_a_private_network_is_refused(inside, port, host):
    page("/out", status=302, Location=f"http://{host}:{port}/")
    with pytest.raises(FetchRefused, match="private or reserved"):
        inside.fetch(f"http://example.org:{port}/out")


def test_a_name_is_resolved_once_and_the_checked_address_is_used(port):
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])
    asked = []

    def changing(host, _):
        asked.append(host)
        return next(answers)

    page("/once")
    fetcher = Fetcher(
        ports=frozenset({port}), resolve=changing, allowed=lambda a: a.is_loopback
    )
    assert fetcher.fetch(f"http://example.org:{port}/once").content
    assert asked == ["example.org"]


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("file:///etc/passwd", "not an http or https address"),
        ("ftp://example.org/", "not an http or https address"),
        ("http://", "not an http or https address"),
        ("http://user:secret@example.org/", "holds a user name"),
        ("http://@example.org/", "holds a user name"),
        ("http://:@example.org/", "holds a user name"),
        ("http://127.0.0.1/", "private or reserved"),
        ("http://2130706433/", "private or reserved"),
        ("http://[::1]/", "private or reserved"),
        ("http://[::ffff:10.0.0.1]/", "private or reserved"),
        ("http://169.254.169.254/latest", "private or reserved"),
        ("http://example.org:22/", "port 22"),
        ("http://example.org:99999/", "not a web address"),
    ],
)
def test_what_is_not_public_is_refused_in_a_sentence(address, why):
    with pytest.raises(FetchRefused, match=why):
        Fetcher().fetch(address)


@pytest.mark.parametrize(
    "address",
    [
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "fe80::1",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "168.63.129.16",  # platforms' own
        "169.254.169.254",
        "100.100.100.200",
        "192.0.0.192",
        "fd00:ec2::254",
        "64:ff9b::a83f:8110",
        "::ffff:168.63.129.16",
        "2002:a83f:8110::",
        "64:ff9b:1::5db8:d822",
        "192.88.99.1",
        "198.18.0.1",
        "203.0.113.9",
        "2001::1",
        "2001:db8::1",
        "3fff::1",
        "4000::1",
        "5f00::1",
        "100::1",
        "fec0::1",
        "::5db8:d822",
    ],
)
def test_private_and_reserved_addresses_are_not_public(address):
    assert not is_public(ipaddress.ip_address(address))


def test_public_addresses_are_public():
    for address in (
        "93.184.216.34",
        "168.63.129.15",
        "192.0.0.9",
        "172.32.0.1",
        "2606:2800:220:1::1",
        "2001:200::1",
        "64:ff9b::5db8:d822",
        "::ffff:93.184.216.34",
    ):
        assert is_public(ipaddress.ip_address(address)), address


def test_a_page_that_is_too_large_is_refused_also_when_packed(inside, port):
    page("/big", b"x" * 2000)
    bomb = gzip.compress(b"x" * 5_000_000)
    page("/bomb", bomb, Content_Encoding="gzip")
    for path in ("/big", "/bomb"):
        with pytest.raises(FetchRefused, match="larger than"):
            inside.fetch(f"http://example.org:{port}{path}")


def test_a_packed_page_is_unpacked(inside, port):
    page("/packed", gzip.compress(b"Hello"), Content_Encoding="gzip")
    assert inside.fetch(f"http://example.org:{port}/packed").content == b"Hello"
    page(
        "/twice", gzip.compress(b"Hel") + gzip.compress(b"lo"), Content_Encoding="gzip"
    )
    assert inside.fetch(f"http://example.org:{port}/twice").content == b"Hello"


def test_a_page_that_breaks_off_is_no_page(inside, port):
    whole = gzip.compress(b"Hello, this goes on for a while. " * 9)
    page("/half", whole[:-12], Content_Encoding="gzip")
    page("/no-trailer", whole[:-8], Content_Encoding="gzip")
    page("/none", b"", Content_Encoding="gzip")
    page("/second", whole + whole[:20], Content_Encoding="gzip")
    page("/odd", whole[:-8] + bytes(8), Content_Encoding="gzip")
    page("/short", b"abc", Content_Length="10")
    for path in ("/half", "/no-trailer", "/none", "/second", "/odd", "/short"):
        with pytest.raises(FetchRefused, match="broke off"):
            inside.fetch(f"http://example.org:{port}{path}")


def test_a_missing_page_says_its_status(inside, port):
    page("/gone", status=410)
    with pytest.raises(FetchRefused, match="status 410"):
        inside.fetch(f"http://example.org:{port}/gone")


def test_a_fetch_ends_in_time(port):
    page("/late")
    ticking = iter(range(0, 1000, 15))
    fetcher = Fetcher(
        ports=frozenset({port}),
        resolve=lambda *_: ["127.0.0.1"],
        allowed=lambda _: True,
        clock=lambda: next(ticking),
        seconds=20,
    )
    with pytest.raises(FetchRefused, match="in time"):
        fetcher.fetch(f"http://example.org:{port}/late")


@pytest.mark.parametrize("path", ["/drip", "/drip-head"])
def test_a_page_that_drips_ends_in_time(inside, port, path):
    began = time.monotonic()
    with pytest.raises(FetchRefused, match="did not answer in time"):
        replace(inside, seconds=0.3).fetch(f"http://example.org:{port}{path}")
    assert time.monotonic() - began < 30
