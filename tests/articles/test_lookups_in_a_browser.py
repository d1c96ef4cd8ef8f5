"""Cited works, notices and jobs as a person meets them, in light and dark."""

import pytest

from articles.citations.looked_up import looked_up
from core.jobs import run_job
from core.models import Job
from tests import factories as make
from tests.articles.test_finding import ELSEWHERE, FACES, HAIR, SKIN, a_work, search
from tests.articles.test_lookup_pages import a_noted_claim
from tests.fakes.services import Services
from tests.fakes.settings import lookups_at

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def services(settings, monkeypatch):
    with lookups_at(Services([SKIN, HAIR, ELSEWHERE]), settings, monkeypatch) as up:
        yield up


def test_candidates_are_readable_everywhere(page, looks_well, sign_in, services):
    assert FACES
    work = search(a_work(title="", authors=["Cervelli"], year=2014))
    sign_in(make.a_curator())
    page.goto(f"/cited-works/{work.pk}/")
    page.get_by_role("button", name="This is the cited work").wait_for()
    looks_well()


def test_a_person_looks_for_the_works_and_confirms_one(page, axe, sign_in, services):
    work = a_work(study=make.a_study(label="Xamplova 2014"))
    sign_in(make.a_curator())
    page.goto(f"/articles/{work.article_id}/")
    page.get_by_role("button", name="Look for them").click()
    page.get_by_role("heading", name="Looking for cited works").wait_for()
    axe()
    run_job(Job.objects.get(kind="find_works").pk)
    page.get_by_role("link", name="See what came of it").click()  # it came by itself
    page.get_by_role("link", name=work.label).first.click()
    page.get_by_text("One record agrees in all that the article states").wait_for()
    page.get_by_role("button", name="This is the cited work").click()
    page.get_by_text("Confirmed: the record found is the cited work.").wait_for()
    axe()
    work.refresh_from_db()
    assert work.reference.title == SKIN.title
    assert looked_up(work).candidates


def test_notices_are_readable(look_at, sign_in):
    notice = a_noted_claim()
    sign_in(make.an_editor())
    pages = [
        "/notices/",
        f"/notices/{notice.pk}/",
        f"/references/{notice.reference_id}/",
        f"/references/{notice.reference_id}/note/",
        "/articles/fetch/",
    ]
    look_at(pages, screens=[(390, "light"), (1400, "dark")])
