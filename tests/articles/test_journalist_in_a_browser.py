"""A journalist with ten minutes: paste, see what to check, look it up, keep, print."""

import pytest

from core.jobs import run_job
from core.models import Job
from tests import factories as make
from tests.articles.test_looking_further import FEVER, OTHER, RETRACTED
from tests.fakes.services import Services
from tests.fakes.settings import lookups_at

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def services(settings, monkeypatch):
    with lookups_at(Services([RETRACTED, OTHER]), settings, monkeypatch) as up:
        yield up


def fits(page):
    return page.evaluate(
        "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    )


def is_under(upper, lower):
    return upper.bounding_box()["y"] < lower.bounding_box()["y"]


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1400, "light")])
def test_what_is_worth_checking_is_looked_up_kept_and_printed(
    page, axe, services, width, scheme
):
    make.a_claim(text="Examplin lowers made-up pain")
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    page.goto("/articles/new/")
    page.get_by_label("Paste its text").fill(FEVER)
    page.get_by_role("button", name="Check", exact=True).click()
    page.get_by_role("heading", name="Most worth checking").wait_for()
    page.get_by_text("sentences can be checked.").wait_for()
    first = page.locator(".first li").first
    first.get_by_text("Examplin cures made-up fever in all adults").wait_for()
    sentence, card = page.locator("#claim-1"), page.locator("#card-1")
    if width < 500:  # under its sentence, or beside it
        assert is_under(sentence, card)
    else:
        assert card.bounding_box()["x"] > sentence.bounding_box()["x"] + 400
    axe()
    assert fits(page)

    page.get_by_role("button", name="Look for the cited works").click()
    page.get_by_text("Looking for cited works").wait_for()
    run_job(Job.objects.get(kind="look_for_works_of_a_check").pk)
    page.get_by_text("Xamplova 2011 was retracted.").first.wait_for()  # by itself
    axe()
    assert fits(page)

    page.get_by_role("button", name="Printable report").click()
    page.get_by_role("heading", name="Sentences that can be checked").wait_for()
    axe()
    page.emulate_media(media="print")
    assert not page.get_by_role("button", name="Print").is_visible()
    assert page.get_by_text("Xamplova 2011 was retracted.").first.is_visible()
    page.emulate_media(media="screen", color_scheme=scheme)

    page.get_by_role("button", name="Back to the audit").click()
    page.get_by_role("heading", name="Most worth checking").wait_for()
    page.get_by_role("button", name="Keep a link").click()
    page.get_by_role("heading", name="The link is kept").wait_for()
    axe()
    key = page.locator("#delete-key").inner_text()
    page.locator("code a").click()
    page.get_by_text("Kept until").wait_for()
    axe()
    assert fits(page)
    page.get_by_role("link", name="Delete what is kept here").click()
    page.get_by_label("The key that deletes it").fill(key)
    axe()
    page.get_by_role("button", name="Delete what is kept").click()
    page.get_by_text("The link is deleted").wait_for()


def test_signing_in_keeps_what_was_pasted(page, sign_in):
    page.goto("/articles/new/")
    page.get_by_label("Paste its text").fill(FEVER)
    page.get_by_role("button", name="Check", exact=True).click()
    page.get_by_role("link", name="Sign in").click()
    page.wait_for_url("**/sign-in/**")
    sign_in(make.a_curator())
    page.goto("/articles/new/")
    page.get_by_role("button", name="Keep and curate").wait_for()
    assert page.get_by_text("Examplin cures made-up fever").first.is_visible()
