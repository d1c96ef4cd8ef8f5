"""Where a service's redirects lead."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bibliography.lookups import Client, LookupFailed
from bibliography.lookups.fetching import leads_inside


class Redirecting(BaseHTTPRequestHandler):
    def do_GET(self):
        name, _, port = self.headers["Host"].partition(":")
        onward = {"/inside": f"http://localhost:{port}/", "/here": "/"}.get(self.path)
        self.send_response(302 if onward else 200)
        if onward:
            self.send_header("Location", onward)
        self.end_headers()
        self.wfile.write(b"secret")

    def log_message(self, *_):
        pass


@pytest.fixture
def base():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Redirecting)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def asked(address):
    return Client(tries=1).get("Crossref", address, read=lambda answer: answer.content)


def test_a_service_redirects_on_its_own_host(base):
    assert asked(f"{base}/here") == b"secret"


def test_a_service_does_not_redirect_into_a_private_network(base):
    with pytest.raises(LookupFailed, match="localhost, which is in a private network"):
        asked(f"{base}/inside")


@pytest.mark.parametrize("host", ["localhost", "10.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_a_name_with_a_private_address_leads_inside(host):
    assert leads_inside(host)


@pytest.mark.parametrize("host", ["8.8.8.8", "a..b", "x" * 99])
def test_a_public_name_leads_outside_and_an_unknown_one_nowhere(host):
    assert not leads_inside(host)
