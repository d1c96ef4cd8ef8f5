"""Where something is not there, the nearest pages and a search are."""

import pytest
from django.test import Client
from django.urls import path

from config.urls import urlpatterns
from core.models import Job
from tests import factories as make
from tests.html import links_of

pytestmark = pytest.mark.django_db
handler500 = "config.failing.server_error"


def fail(_request):
    raise RuntimeError("a fault")


urlpatterns = [*urlpatterns, path("fails/", fail, name="fails")]


def ways_on(answer):
    """Where the links of a page lead that has a search of its own."""
    assert 'id="ways-on"' in answer.content.decode()
    return set(links_of(answer))


def test_an_address_that_leads_nowhere_names_the_pages_above_it(client):
    claim, study = make.a_claim(), make.a_study()
    grade = make.a_grade(opened=False)
    expected = {
        f"/claims/{claim.pk}/v99/": {
            f"/claims/{claim.pk}/",
            f"/claims/{claim.pk}/history/",
            "/claims/",
        },
        f"/claims/{claim.pk}/no/such/page/": {f"/claims/{claim.pk}/", "/claims/"},
        "/claims/999999/base/": {"/claims/"},
        f"/claims/{'9' * 40}/": {"/claims/"},
        f"/studies/{study.pk}/x/": {f"/studies/{study.pk}/", "/studies/"},
        f"/grades/{grade.pk}/x/": set(),
        "/nowhere/at/all/": set(),
        "/x/٣/²/": set(),
    }
    for address, leads in expected.items():
        answer = client.get(address)
        assert answer.status_code == 404, address
        assert leads <= ways_on(answer), address
        assert f"/grades/{grade.pk}/" not in ways_on(answer)


def test_where_reading_is_closed_no_row_is_told_of(client, settings):
    settings.READING = "signed-in"
    claim = make.a_claim()
    answer = client.get(f"/claims/{claim.pk}/no/such/page/")
    assert f"/claims/{claim.pk}/" not in links_of(answer)


def test_what_one_may_not_do_and_what_is_withdrawn_lead_on(client):
    claim = make.a_claim()
    client.force_login(make.a_reader())
    refused = client.post(f"/claims/{claim.pk}/withdraw/", {"reason": "x"})
    assert refused.status_code == 403
    assert f"/claims/{claim.pk}/" in ways_on(refused)
    gone = make.a_claim(
        withdrawn_at=claim.created_at,
        withdrawn_by=make.an_editor(),
        withdrawn_reason="x",
    )
    answer = client.get(f"/claims/{gone.pk}/")
    assert answer.status_code == 410
    assert "/claims/" in ways_on(answer)


PAGES_OF = {
    "studies": ("edit", "arms", "reports", "includes", "results/new", "merge"),
    "references": ("edit", "identifiers", "merge", "export", "withdraw", "texts/new"),
    "claims": ("edit", "merge", "withdraw", "publish"),
}


def test_pages_about_what_was_merged_are_those_of_what_it_became(client):
    client.force_login(make.an_editor())
    for plural, making in (
        ("studies", make.a_study),
        ("references", make.a_reference),
        ("claims", make.a_claim),
    ):
        there = making()
        here = making(merged_into=there)
        for page in PAGES_OF[plural]:
            address = f"/{plural}/%s/{page}/?q=a+b"
            answer = client.get(address % here.pk)
            assert (answer.status_code, answer.url) == (301, address % there.pk), page
            answer = client.post(address % here.pk, {"title": "typed"})
            assert (answer.status_code, answer.url) == (308, address % there.pk), page


def test_pages_about_what_was_withdrawn_lead_to_who_withdrew_it_and_why(client):
    editor = make.an_editor()
    client.force_login(editor)
    gone = {"withdrawn_by": editor, "withdrawn_reason": "x"}
    gone["withdrawn_at"] = make.a_claim().created_at
    for plural, making in (("studies", make.a_study), ("claims", make.a_claim)):
        row = making(**gone)
        for page in PAGES_OF[plural]:
            answer = client.get(f"/{plural}/{row.pk}/{page}/", follow=True)
            assert answer.status_code == 410, page
            assert answer.redirect_chain[-1][0] == f"/{plural}/{row.pk}/"


def test_a_job_leads_to_what_it_is_for(client):
    curator = make.a_curator()
    client.force_login(curator)
    article, batch = make.an_article(), make.an_import_batch(by=curator)
    for given, leads in (
        ({"article": article.pk}, f"/articles/{article.pk}/"),
        ({"import": batch.pk}, f"/imports/{batch.pk}/"),
        (
            {"search": 1, "address": "/claims/7/base/searches/"},
            "/claims/7/base/searches/",
        ),
    ):
        for state in (Job.State.QUEUED, Job.State.CANCELLED):
            job = make.a_job(by=curator, arguments=given, state=state)
            assert leads in ways_on(client.get(f"/jobs/{job.pk}/")), (given, state)


@pytest.mark.urls("tests.config.test_dead_ends")
def test_a_fault_of_ours_knows_who_is_signed_in():
    client = Client(raise_request_exception=False)
    curator = make.a_curator()
    client.force_login(curator)
    answer = client.get("/fails/")
    assert answer.status_code == 500
    assert f"still signed in, as {curator}" in answer.content.decode()
    assert "/accounts/sign-in/" not in answer.content.decode()
