"""Headers on every answer, proxies, and who has to sign in."""

from ipaddress import ip_network

import pytest
from django.http import HttpResponse
from django.test import override_settings
from django.urls import include, path

from accounts.access import open_to_all
from accounts.models import User
from config import middleware
from config.middleware import visitor

PROXIES = [ip_network("10.0.0.0/8")]


def answer(request, **_):
    return HttpResponse(f"{request.META['REMOTE_ADDR']} {request.scheme}")


@open_to_all
def audit(request):
    return HttpResponse("looked at")


urlpatterns = [
    path("", include("accounts.urls")),
    path("page/", answer),
    path("audit/", audit),
    path("api/v1/things/", answer),
]
pytestmark = [pytest.mark.urls(__name__), pytest.mark.django_db]


@pytest.fixture
def signed_in(client):
    client.force_login(User.objects.system())
    return client


@pytest.fixture
def closed(settings):
    settings.READING = "signed-in"


def test_every_answer_carries_the_strict_headers(client):
    headers = client.get("/page/").headers
    policy = headers["Content-Security-Policy"]
    for part in ("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'"):
        assert part in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "camera=()" in headers["Permissions-Policy"]


def test_reading_is_open_and_writing_is_not(client):
    assert client.get("/page/").status_code == 200
    refused = client.post("/page/")
    assert refused.status_code == 303
    assert refused.url == "/accounts/sign-in/?next=/"


def test_a_refused_post_leads_back_to_the_page_of_its_form(client):
    refused = client.post(
        "/page/", headers={"referer": "http://testserver/claims/?q=x"}
    )
    assert refused.url == "/accounts/sign-in/?next=/claims/%3Fq%3Dx"


def test_a_refused_fragment_sends_the_whole_page_to_the_sign_in(client):
    refused = client.post("/page/", headers={"hx-request": "true"})
    assert refused.headers["HX-Redirect"].startswith("/accounts/sign-in/")


def test_the_api_tells_a_program_to_sign_in(client):
    refused = client.post("/api/v1/things/")
    assert refused.status_code == 401
    assert refused.headers["Content-Type"] == "application/problem+json"
    assert refused.json()["status"] == 401


def test_who_is_signed_in_writes(signed_in):
    assert signed_in.post("/page/").status_code == 200
    assert signed_in.post("/api/v1/things/").status_code == 200


def test_a_view_marked_open_takes_a_post_from_anyone(client):
    assert client.post("/audit/").status_code == 200


@pytest.mark.parametrize("address", ["/page/", "/audit/"])
def test_closed_reading_asks_for_a_sign_in(client, closed, address):
    refused = client.get(address)
    assert refused.url == f"/accounts/sign-in/?next={address}"
    assert client.post(address).status_code == 303


def test_closed_reading_holds_for_the_api(client, closed):
    assert client.get("/api/v1/things/").status_code == 401


def test_closed_reading_leaves_the_sign_in_page_open(client, closed):
    assert client.get("/accounts/sign-in/").status_code == 200


def test_closed_reading_is_open_to_who_is_signed_in(signed_in, closed):
    assert signed_in.get("/page/").status_code == 200


def test_a_stranger_who_plays_the_proxy_is_not_believed(client):
    said = client.get(
        "/page/",
        REMOTE_ADDR="192.0.2.7",
        headers={"x-forwarded-for": "198.51.100.1", "x-forwarded-proto": "https"},
    )
    assert said.content == b"192.0.2.7 http"


@override_settings(TRUSTED_PROXIES=PROXIES)
def test_a_trusted_proxy_is_believed(client):
    said = client.get(
        "/page/",
        REMOTE_ADDR="10.0.0.1",
        headers={"x-forwarded-for": "198.51.100.1", "x-forwarded-proto": "https"},
    )
    assert said.content == b"198.51.100.1 https"


@pytest.mark.parametrize(
    ("forwarded_for", "address"),
    [
        ("198.51.100.1", "198.51.100.1"),
        ("203.0.113.9, 198.51.100.1", "198.51.100.1"),  # invented by the visitor
        ("198.51.100.1, 10.0.0.2", "198.51.100.1"),  # two proxies of ours
        ("", "10.0.0.1"),
        ("nonsense", "10.0.0.1"),
    ],
)
@override_settings(TRUSTED_PROXIES=PROXIES)
def test_the_visitor_is_the_last_address_that_is_no_proxy_of_ours(
    forwarded_for, address
):
    assert visitor("10.0.0.1", forwarded_for) == address


@pytest.mark.parametrize("path", ["/audit/", "/api/v1/things/"])
def test_a_body_beyond_all_limits_is_not_read(client, settings, path):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    sent = {"content_type": "text/plain", "CONTENT_LENGTH": "10000"}
    answer = client.post(path, "x", **sent)
    assert answer.status_code == 413
    assert "at most 1,000 are taken in" in answer.content.decode()
    client.force_login(User.objects.system())
    assert client.post(path, "x", **sent).status_code != 413
    sent["CONTENT_LENGTH"] = str(2 * settings.REFERENCES_MAX_BYTES)
    assert client.post(path, "x", **sent).status_code == 413


def test_one_visitor_sends_one_long_file_at_a_time(rf, settings):
    settings.READ_AHEAD = 10
    statuses = []

    def sent_by(id):
        request = rf.post("/audit/", "x" * 11, content_type="text/plain")
        request.user = User(pk=id)
        return refusing(request).status_code

    def while_it_comes_in(request):
        if not statuses:
            statuses.append(None)
            statuses.extend([sent_by(1), sent_by(2)])
        return HttpResponse()

    refusing = middleware.refuse_what_is_too_long(while_it_comes_in)
    assert sent_by(1) == 200
    assert statuses[1:] == [503, 200]
    assert sent_by(1) == 200


@pytest.mark.parametrize("path", ["/audit/", "/api/v1/things/", "/accounts/sign-in/"])
def test_an_address_with_endless_parameters_is_refused_in_a_sentence(client, path):
    answer = client.get(f"{path}?{'q=a&' * 1001}")
    assert answer.status_code == 400
    assert "more parameters than any page reads" in answer.content.decode()


@pytest.mark.parametrize("path", ["/page/", "/api/v1/things/"])
def test_methods_and_lengths_that_are_none_are_refused_in_a_sentence(client, path):
    for method in ("TRACE", "CONNECT", "FOO"):
        answer = client.generic(method, path)
        assert answer.status_code == 405, method
        assert "takes this method" in answer.content.decode()
        assert "POST" in answer["Allow"]
    for length in ("-3", "1e3", "x", "٣"):
        answer = client.generic("POST", path, CONTENT_LENGTH=length)
        assert answer.status_code == 400, length
        assert "no number of bytes" in answer.content.decode()


def test_a_form_is_read_as_utf_8_and_refused_as_anything_else(client):
    form = "application/x-www-form-urlencoded; charset="
    for said in ("utf8", "UTF-8", "nonsense"):
        answer = client.generic("POST", "/page/", b"a=1", form + said)
        assert answer.status_code == 303, said  # to sign in
    for said in ("rot13", "utf-7", "latin-1", "undefined", "hex"):
        answer = client.generic("POST", "/page/", b"a=1", form + said)
        assert answer.status_code == 415, said
        assert "read as UTF-8" in answer.content.decode()


@override_settings(TRUSTED_PROXIES=PROXIES)
def test_of_two_schemes_the_nearest_proxy_s_counts(client):
    for forwarded, scheme in (("https, http", "http"), ("http, HTTPS ", "https")):
        headers = {"x-forwarded-proto": forwarded}
        said = client.get("/page/", REMOTE_ADDR="10.0.0.1", headers=headers)
        assert said.content.decode() == f"10.0.0.1 {scheme}"
