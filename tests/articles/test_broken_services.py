"""However a service breaks or lies, the commands end with its word, or with why not."""

import gzip
import io
import json

import pytest
from django.core.management import call_command

from articles.citations.looked_up import looked_up
from articles.models import CitedWork
from bibliography.models import ReferenceCheck
from tests import factories as make
from tests.articles.test_finding import ELSEWHERE, SKIN, a_work
from tests.fakes.services import Services, crossref
from tests.fakes.settings import lookups_at

pytestmark = pytest.mark.django_db
OUTSIDE = ("PubMed", "Crossref", "OpenAlex")


@pytest.fixture
def services(settings, monkeypatch):
    up = Services([SKIN, ELSEWHERE], largest=200_000)
    with lookups_at(up, settings, monkeypatch):
        yield up


def sends(body=b"", status=200, **headers):
    """An answer of these bytes and headers to every question."""

    def answer(handler):
        handler.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            if value:
                handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def sends_bytes(head):
    return lambda handler: handler.wfile.write(head)


def redirects_with_a_flood(handler):
    """A redirect whose own body does not end."""
    handler.wfile.write(b"HTTP/1.1 302 Found\r\nLocation: /again\r\n\r\n")
    for _ in range(1000):
        handler.wfile.write(b"x" * 100_000)


BOMB = gzip.compress(b" " * 50_000_000)
BROKEN = {
    "no content": (sends(status=204), "answered with status 204"),
    "not allowed": (sends(b"no", status=403), "answered with status 403"),
    "away": (sends(b"no", status=503), "answered with status 503, tried 4 times"),
    "asks to wait an hour": (
        sends(b"no", status=429, Retry_After="3600"),
        "asks to wait 3600 s; not now",
    ),
    "asks to wait till a day that never was": (
        sends(b"no", status=429, Retry_After="Wed, 99 Xyz 99999 99:99:99 GMT"),
        "is asked too often, tried 4 times",
    ),
    "asks to wait for a strange number": (
        sends(b"no", status=429, Retry_After="\u00b2"),
        "is asked too often, tried 4 times",
    ),
    "a page": (sends(b"<!doctype html><p>Welcome</p>"), "answered with something"),
    "a page as JSON": (
        sends(b"<p>Welcome</p>", Content_Type="application/json"),
        "something that is no",  # JSON, or no search result
    ),
    "nothing": (sends(), "answered with something"),
    "half a body": (
        sends(b'{"message": {', Content_Length="500"),
        "broke off its answer, tried 4 times",
    ),
    "half a piece": (
        sends_bytes(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc"),
        "broke off its answer, tried 4 times",
    ),
    "no HTTP": (sends_bytes(b"220 mail.example ESMTP\r\n"), "could not be reached"),
    "a flood": (sends(b" " * 300_000), "answered with more than 200000 bytes"),
    "a bomb": (sends(BOMB, Content_Encoding="gzip"), "more than 200000 bytes"),
    "a packed bomb": (
        sends(gzip.compress(BOMB), Content_Encoding="gzip, gzip"),
        "more than 200000 bytes",
    ),
    "packed, it says": (
        sends(b"{}", Content_Encoding="gzip"),
        "packed its answer wrongly",
    ),
    "half packed": (
        sends(gzip.compress(b"{}" * 5000)[:-12], Content_Encoding="gzip"),
        "answered with something",
    ),
    "a circle": (
        sends(status=302, Location="/again"),
        "redirects too often",
    ),
    "a circle with a flood": (redirects_with_a_flood, "redirects too often"),
    "nowhere": (sends(status=301), "answered with status 301"),
    "to no address": (sends(status=302, Location="http://["), "could not be asked"),
    "to another world": (
        sends(status=302, Location="ftp://example.org/"),
        "could not be asked",
    ),
    "other letters": (
        sends('{"message": {"title": "café"}}'.encode("latin-1")),
        "answered with something",
    ),
    "endless nesting": (sends(b"[" * 100_000), "answered with something"),
}
CASES = pytest.mark.parametrize(("answer", "why"), BROKEN.values(), ids=BROKEN)


@CASES
def test_a_search_says_of_each_service_why_it_did_not_answer(services, answer, why):
    services.answer = answer
    work = a_work(doi=SKIN.doi)
    out = io.StringIO()
    call_command("find_works", "--json", stdout=out)
    (facts,) = json.loads(out.getvalue())
    assert (facts["state"], facts["candidates"]) == ("not_checked", [])
    work.refresh_from_db()
    assert (work.found, work.checked_at) == ("not_checked", None)
    failed = looked_up(work).failed
    assert {check.service for check in failed} == set(OUTSIDE)
    for check in failed:
        assert check.error.startswith(check.service)
        assert why in check.error
        assert check.error.endswith(".")


@CASES
def test_a_check_of_references_says_why_nobody_answered(services, answer, why):
    services.answer = answer
    reference = make.a_reference(title=SKIN.title, doi=SKIN.doi)
    with pytest.raises(Exception, match="No service answered: ") as refusal:
        call_command("check_references", "--all", "--json")
    assert why in str(refusal.value)
    told = reference.checks.values_list("outcome", flat=True)
    assert set(told) == {ReferenceCheck.Outcome.FAILED}
    assert not reference.notices.exists()


@pytest.mark.parametrize(
    "changes",
    [
        {"title": []},
        {"title": [None]},
        {"title": "A title that is no list"},
        {"title": ["Zero \0 and half \ud800 of a letter"]},
        {"author": [{"given": "Anna"}, None, "Xamplova", {"family": None}]},
        {"author": {"family": "Xamplova"}},
        {"author": [{"family": "X" * 5000}] * 30},
        {"issued": {"date-parts": [[None]]}},
        {"issued": None, "published": {"date-parts": [["MMXIV"]]}},
        {"volume": 3, "ISSN": "1234-5678", "page": None, "type": 7},
        {"updated-by": [None, {"type": "retraction"}, {"DOI": "10.5555/" + "9" * 900}]},
        {"updated-by": [{"type": "retraction", "DOI": "10.5555/" + "9" * 900}]},
        {
            "updated-by": [
                {"type": "retraction", "updated": {"date-parts": [[2019, 2, 31]]}}
            ]
        },
        {"relation": {"is-preprint-of": None, "has-preprint": [{"id": 5}]}},
        {"abstract": {"p": "text"}, "language": ["en"], "publisher": 12},
    ],
    ids=range(15),
)
def test_a_work_of_a_wrong_shape_is_kept_with_what_can_be_read(services, changes):
    """As Crossref's word: the others answer nothing of use."""
    body = json.dumps({"message": crossref(SKIN) | changes}).encode()
    listed = json.dumps(
        {"message": {"items": [crossref(SKIN) | changes, None]}}
    ).encode()

    def answer(handler):
        is_one = "/works/" in handler.path and "/crossref" in handler.path
        sends(body if is_one else listed)(handler)

    services.answer = answer
    reference = make.a_reference(title=SKIN.title, doi=SKIN.doi)
    work = a_work(doi=SKIN.doi)
    call_command("check_references", "--all", stdout=io.StringIO())
    call_command("find_works", stdout=io.StringIO())
    assert reference.checks.filter(service="Crossref", outcome="found").exists()
    work.refresh_from_db()
    assert work.found != CitedWork.Found.NOT_CHECKED
    assert looked_up(work).candidates


def test_another_works_record_is_no_match_and_brings_no_notice(services):
    """Asked for one DOI, every service answers with another's work."""
    services.mode = "lying"
    reference = make.a_reference(title=SKIN.title, doi=SKIN.doi)
    work = a_work(doi=SKIN.doi)
    call_command("check_references", "--all", stdout=io.StringIO())
    call_command("find_works", stdout=io.StringIO())
    assert not reference.notices.exists()
    told = reference.checks.exclude(query__has_key="updates")
    assert set(told.values_list("outcome", flat=True)) == {"candidates"}
    assert all("does not have the DOI" in check.error for check in told)
    work.refresh_from_db()
    assert work.decision == "none"
    assert not any(c.record.doi == ELSEWHERE.doi for c in looked_up(work).candidates)
