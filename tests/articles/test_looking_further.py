"""A visitor looks further: cited works, a report, and a link kept for a while."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from articles.checking import fetch_jobs, forgetting
from articles.models import KeptLink
from bibliography.lookups.fetching import Page
from core.jobs import run_job
from core.models import Job, LimitUse
from tests import factories as make
from tests.fakes.services import Services, Work
from tests.fakes.settings import lookups_at
from tests.html import shown

pytestmark = pytest.mark.django_db
NEW, LOOK = "/articles/new/", "/articles/new/look/"
REPORT, LINK = "/articles/new/report/", "/articles/new/link/"
FEVER = """Examplin and made-up fever

Examplin cures made-up fever in all adults [1]. It lowers made-up pain too [2].
A trial of examplin showed less made-up itch (Nobody 2013).
We spent the secret middle of that week by the sea.

References
1. Xamplova A. Examplin for made-up fever. J Example. 2011;1:1-9. doi:10.5555/fever.1
2. Xamplova A. Examplin for made-up pain. J Example. 2012;2:3-9. doi:10.5555/pain.2
"""
RETRACTED = Work(
    doi="10.5555/fever.1",
    pmid="111",
    title="Examplin for made-up fever",
    authors=(("Xamplova", "A"),),
    year=2011,
    journal="J Example",
    retracted=True,
    notices=(("retraction", "10.5555/fever.1r", "2015-01-01"),),
)
OTHER = Work(
    doi="10.5555/pain.2",
    pmid="222",
    title="On the walls of made-up castles",
    authors=(("Wallis", "B"),),
    year=1999,
    journal="Castles",
)


@pytest.fixture
def services(settings, monkeypatch):
    with lookups_at(Services([RETRACTED, OTHER]), settings, monkeypatch) as up:
        yield up


def key_of(page):
    return page.split('name="look" value="')[1].split('"')[0]


def test_the_cited_works_are_looked_for_and_filled_in(client, services):
    page = shown(client.post(NEW, {"text": FEVER}))
    assert "Look for the cited works" in page
    page = shown(client.post(LOOK, {"text": FEVER}))
    key = key_of(page)
    job = Job.objects.get()
    assert "secret middle" not in str(job.arguments)
    assert key not in str(vars(job))
    assert "Looking for cited works" in shown(client.get(f"/articles/looks/{key}/"))
    assert run_job(job.pk)
    page = shown(client.post(NEW, {"text": FEVER, "look": key}))
    assert "Xamplova 2011 was retracted." in page
    assert "Its identifier is another work’s." in page
    assert "The identifier of Xamplova 2012 is another work’s." in page
    assert "on " in page
    assert "which does not mean that it does not exist" in page
    assert "1 retracted" in page
    told = shown(client.get(f"/articles/looks/{key}/"))
    assert "record found; it was retracted" in told


def test_while_no_service_answers_a_visitor_is_told_so(client, services):
    key, seen = key_of(shown(client.post(LOOK, {"text": FEVER}))), []
    address = f"/articles/looks/{key}/"
    assert "It waits for a free worker." in shown(client.get(address))
    services.mode = "error"
    services.sleep = lambda seconds: seen.append(shown(client.get(address)))
    assert run_job(Job.objects.get().pk)
    told = "Crossref answered with status 500. It is asked again: try 2."
    assert any(told in page for page in seen)
    assert "It is asked again" not in shown(client.get(address))


def test_openalex_is_never_searched_for_a_visitor(client, services):
    key = key_of(shown(client.post(LOOK, {"text": FEVER})))
    run_job(Job.objects.get().pk)
    assert any("/openalex/works/https" in asked for asked in services.asked)
    assert not any("/openalex/works?" in asked for asked in services.asked)
    assert client.get(f"/articles/looks/{key}x/").status_code == 404


def test_a_network_looks_three_times_an_hour(client, services):
    for _ in range(3):
        assert client.post(LOOK, {"text": FEVER}).status_code == 200
    answer = client.post(LOOK, {"text": FEVER})
    assert answer.status_code == 429
    page = shown(answer)
    assert "3 look-ups of pasted articles came from your network within an hour" in page
    assert "Examplin cures made-up fever" in page
    assert client.post(LOOK, {"text": FEVER}, REMOTE_ADDR="10.1.2.3").status_code == 200
    assert not LimitUse.objects.filter(who_sha256__contains="10.1").exists()
    LimitUse.objects.update(at=timezone.now() - timedelta(minutes=61))
    assert client.post(LOOK, {"text": FEVER}).status_code == 200
    client.force_login(make.a_curator())
    for _ in range(4):
        assert client.post(LOOK, {"text": FEVER}).status_code == 200


def test_at_most_thirty_works_of_a_paste_are_looked_for(client):
    entries = "\n".join(
        f"{n}. Xamplova A. Paper {n} on fever. J Ex. 2001;1:{n}. doi:10.5555/x.{n}"
        for n in range(1, 41)
    )
    text = f"Examplin cures fever [1-40].\n\nReferences\n{entries}\n"
    client.post(LOOK, {"text": text})
    assert len(Job.objects.get().arguments["works"]) == 30


def test_nothing_to_look_for_is_said(client):
    answer = client.post(LOOK, {"text": "Examplin cures made-up fever."})
    page = shown(answer)
    assert answer.status_code == 422
    assert "None of the works states enough to be looked for." in page
    assert not Job.objects.exists()


def test_a_report_is_printed_and_stores_nothing(client):
    page = shown(client.post(REPORT, {"text": FEVER}))
    assert "Sentences that can be checked" in page
    assert "Most worth checking" in page
    assert "secret middle" not in page
    assert not KeptLink.objects.exists()


def test_a_link_keeps_passages_and_never_the_text(client):
    answer = client.post(LINK, {"text": FEVER})
    page = shown(answer)
    address = page.split('href="http://testserver')[1].split('"')[0]
    assert address.startswith("/checks/")
    assert len(address.split("/")[2]) >= 22  # 128 bits
    link = KeptLink.objects.get()
    assert "secret middle" not in str(link.report)
    assert address.split("/")[2] not in str(vars(link))
    kept = client.get(address)
    assert kept["X-Robots-Tag"] == "noindex, nofollow"
    assert kept["Referrer-Policy"] == "no-referrer"
    assert "Examplin cures made-up fever" in shown(kept)
    key = page.split('id="delete-key">')[1].split("<")[0]
    wrong = client.post(f"{address}delete/", {"key": "guess"})
    assert wrong.status_code == 422
    assert client.post(f"{address}delete/", {"key": key}).status_code == 302
    assert client.get(address).status_code == 404
    assert not KeptLink.objects.exists()


def test_what_visitors_asked_for_is_erased(client):
    client.post(LOOK, {"text": FEVER})
    client.post(LINK, {"text": FEVER})
    job = SimpleNamespace(by=make.an_admin())
    forgetting.run(job)
    assert Job.objects.exists()
    assert KeptLink.objects.exists()
    past = timezone.now() - timedelta(days=1, minutes=1)
    Job.objects.update(state="done", finished_at=past)
    KeptLink.objects.update(expires_at=timezone.now())
    forgetting.run(job)
    assert not Job.objects.exists()
    assert not KeptLink.objects.exists()


def test_signing_in_keeps_what_was_looked_for(client, services):
    key = key_of(shown(client.post(LOOK, {"text": FEVER})))
    run_job(Job.objects.get().pk)
    client.force_login(make.a_curator())
    page = shown(client.post(NEW, {"text": FEVER, "look": key}))
    assert "Xamplova 2011 was retracted." in page
    assert "Keep and curate" in page


def test_reviews_are_looked_for_by_words_that_can_be_changed(client, services):
    page = shown(client.post(NEW, {"text": FEVER}))
    address = page.split('href="/articles/reviews/')[1].split('"')[0]
    assert "words=" in address
    page = shown(client.get(f"/articles/reviews/{address}"))
    assert 'name="words" value="examplin' in page
    answer = client.post("/articles/reviews/", {"words": "Xamplova (fever)"})
    assert run_job(Job.objects.get().pk)
    page = shown(client.get(answer.url))
    assert "not judged by anyone here" in page
    assert "Examplin for made-up fever</a> (2011)" in page
    assert any("systematic[sb]" in asked for asked in services.asked)
    assert client.post("/articles/reviews/", {"words": " "}).status_code == 422


def test_a_page_is_fetched_and_erased_once_it_is_shown(client, monkeypatch):
    page = Page("http://example.org/fever", FEVER.encode(), "text/plain", "utf-8")
    fetch = SimpleNamespace(fetch=lambda address: page)
    monkeypatch.setattr(fetch_jobs, "fetcher", lambda: fetch)
    answer = client.post("/articles/new/address/", {"address": "example.org/fever"})
    assert run_job(Job.objects.get().pk)
    shown_page = shown(client.get(answer.url))
    assert "See its audit" in shown_page
    key = shown_page.split('name="fetched" value="')[1].split('"')[0]
    audit = shown(client.post(NEW, {"fetched": key}))
    assert "Examplin cures made-up fever" in audit
    assert "Look for the cited works" in audit
    assert not Job.objects.exists()
    assert client.post(NEW, {"fetched": key}).status_code == 422
    refused = client.post("/articles/new/address/", {"address": "ftp://x"})
    assert refused.status_code == 422
    assert 'value="ftp://x"' in shown(refused)
