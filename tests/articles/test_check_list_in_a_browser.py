"""A reference list is pasted and checked in a browser, on each screen and theme."""

import pytest

from core.jobs import run_job
from core.models import Job
from tests.articles.test_check_list import FEVER, LIST, PAIN
from tests.fakes.services import Services
from tests.fakes.settings import lookups_at

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def services(settings, monkeypatch):
    with lookups_at(Services([FEVER, PAIN]), settings, monkeypatch) as up:
        yield up


def test_a_list_is_checked_and_corrected(page, looks_well, look_at, services):
    everywhere = [(390, "dark"), (1400, "light"), (390, "light")]
    look_at(["/check-list/"], screens=[(1400, "dark"), (390, "light")])
    page.get_by_label("Paste the list").fill(LIST)
    page.get_by_role("button", name="Check", exact=True).click()
    page.get_by_text("Checking a reference list").wait_for()
    run_job(Job.objects.get(kind="check_reference_list").pk)
    page.locator("#look[data-looked]").wait_for()  # by itself
    looks_well(everywhere)
    page.get_by_role("button", name="Differs 1").click()
    page.get_by_role("region", name="What differs in entry 2").wait_for()
    assert page.get_by_role("checkbox", name="Correct entry 2").is_checked()
    page.get_by_role("button", name="See the changes").click()
    page.get_by_role("button", name="Download BibTeX").wait_for()
    looks_well(everywhere)
    page.get_by_role("button", name="Back to the list").click()
    page.get_by_role("button", name="Keep a link").click()
    page.get_by_role("heading", name="The link is kept").wait_for()
    page.get_by_role("link", name="/checks/").click()
    page.get_by_text("for whoever has this address").wait_for()
    looks_well(everywhere)
