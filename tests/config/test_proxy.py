"""Behind a real proxy: who a visitor is, and by what they came, can't be chosen."""

import http.client
import shutil
import socket
import subprocess
from urllib.parse import urlencode

import pytest

from tests.core.waiting import wait_until
from tests.programs import begin, start
from tests.units import command_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(not shutil.which("haproxy"), reason="needs haproxy"),
]
# It comes from another address than the visitors, or it would be one of them.
CONFIGURATION = """
defaults
  mode http
  timeout connect 30s
  timeout client 60s
  timeout server 60s
frontend plain
  bind 127.0.0.1:{plain}
  http-request set-header X-Forwarded-Proto http
  default_backend site
frontend encrypted
  bind 127.0.0.1:{encrypted}
  http-request set-header X-Forwarded-Proto https
  default_backend site
backend site
  option forwardfor
  source 127.0.0.2
  server site 127.0.0.1:{site}
"""
HOST = "footing.example"
SIGN_IN = "/accounts/sign-in/"
FORGED = ("X-Forwarded-For", "X_Forwarded_For", "X_Forwarded-For", "Forwarded")


def free_ports(count):
    sockets = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports


@pytest.fixture
def ports(tmp_path, monkeypatch):
    """A site that others use, and a proxy before it: its ports by their name."""
    ports = dict(zip(("site", "plain", "encrypted"), free_ports(3), strict=True))
    monkeypatch.setenv("TRUSTED_PROXIES", "127.0.0.2")
    monkeypatch.setenv("ALLOWED_HOSTS", HOST)
    monkeypatch.setenv("END_WHEN_ORPHANED", "yes")
    monkeypatch.setenv("WEB_THREADS", "2")
    collecting = start("collectstatic", "--no-input", "--verbosity=0")
    collecting.communicate()
    words = command_of("footing-web.service")
    words = [str(ports["site"]) if word == "8000" else word for word in words]
    file = tmp_path / "haproxy.cfg"
    file.write_text(CONFIGURATION.format(**ports))
    site = begin([*words, "--workers", "1", "--log-level", "error"])
    proxy = subprocess.Popen(["haproxy", "-f", file], stderr=subprocess.PIPE)
    try:
        wait_until(lambda: answers(ports["plain"]))
        yield ports
    finally:
        for process in (proxy, site):
            process.kill()
            process.communicate()


def answers(port):
    try:
        return asked(port, "/health/").status != 503
    except OSError:
        return False


def asked(port, path, headers=(), sent=None):
    """The answer to a request whose headers are sent as they are named."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    body = urlencode(sent).encode() if sent else None
    connection.putrequest("POST" if sent else "GET", path, skip_host=True)
    named = dict(headers)
    named.setdefault("Host", HOST)
    if body:
        named["Content-Type"] = "application/x-www-form-urlencoded"
        named["Content-Length"] = str(len(body))
    for name, value in named.items():
        connection.putheader(name, value)
    connection.endheaders(body)
    answer = connection.getresponse()
    answer.text = answer.read().decode()
    connection.close()
    return answer


def guess(port, number):
    """Try a wrong password, as if from an address that nobody tried from yet."""
    page = asked(port, SIGN_IN)
    token = page.text.partition('name="csrfmiddlewaretoken" value="')[2].split('"')[0]
    cookie = page.headers["Set-Cookie"].partition(";")[0]
    forged = dict.fromkeys(FORGED, f"198.51.100.{number}")
    headers = {"Cookie": cookie, "Referer": f"https://{HOST}{SIGN_IN}", **forged}
    sent = {"username": "kim", "password": "wrong", "csrfmiddlewaretoken": token}
    return asked(port, SIGN_IN, headers, sent).status


def test_a_visitor_behind_a_proxy_chooses_neither_address_nor_scheme_nor_host(ports):
    plain, encrypted = ports["plain"], ports["encrypted"]
    for name in ("X_Forwarded_Proto", "X-Forwarded_Proto", "X-Forwarded-Proto"):
        redirected = asked(plain, "/claims/", {name: "https"})
        assert redirected.status == 301, name
        assert redirected.headers["Location"] == f"https://{HOST}/claims/"
        assert asked(encrypted, "/claims/", {name: "http"}).status == 200, name
    for name in ("X-Forwarded-Host", "X_Forwarded_Host", "HTTP_HOST"):
        assert asked(encrypted, "/claims/", {name: "evil.example"}).status == 200
    assert asked(encrypted, "/claims/", {"Host": "evil.example"}).status == 400
    statuses = [guess(encrypted, number) for number in range(7)]
    assert statuses == [200, 200, 200, 200, 429, 429, 429]
