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


def test_a_list_is_checked_and_corrected(page, axe, look_at, services):
    def looks_well():
        for width, scheme in [(390, "dark"), (1400, "light"), (390, "light")]:
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            axe()
            wider = page.evaluate("document.documentElement.scrollWidth > innerWidth")
            assert not wider

    look_at(["/check-list/"], 1400, "dark")
    look_at(["/check-list/"], 390, "light")
    page.get_by_label("Paste the list").fill(LIST)
    page.get_by_role("button", name="Check", exact=True).click()
    page.get_by_text("Checking a reference list").wait_for()
    run_job(Job.objects.get(kind="check_reference_list").pk)
    page.locator("#look[data-looked]").wait_for()  # by itself
    looks_well()
    page.get_by_role("button", name="Differs 1").click()
    page.get_by_role("region", name="What differs in entry 2").wait_for()
    assert page.get_by_role("checkbox", name="Correct entry 2").is_checked()
    page.get_by_role("button", name="See the changes").click()
    page.get_by_role("button", name="Download BibTeX").wait_for()
    looks_well()
    page.get_by_role("button", name="Back to the list").click()
    page.get_by_role("button", name="Keep a link").click()
    page.get_by_role("heading", name="The link is kept").wait_for()
    page.get_by_role("link", name="/checks/").click()
    page.get_by_text("for whoever has this address").wait_for()
    looks_well()
