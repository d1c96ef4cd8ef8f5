"""A draft keeps itself: in two windows at once, and where a session ends meanwhile."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from accounts.actions import set_role
from accounts.permissions import Role
from evidence.models import ClaimAssignment
from tests import factories as make
from tests.stories.acting import a_base_of, a_trial

pytestmark = pytest.mark.django_db(transaction=True)
SIGNED_OUT = "Not saved: you are signed out"


@pytest.fixture
def person(sign_in):
    person = make.a_reviewer()
    sign_in(person)
    return person


@pytest.fixture
def address(person):
    """The form of a grade that a signed-in reviewer begins."""
    claim = make.a_claim(asserts="lowers", intervention="examplin", outcome="fever")
    outcome = make.an_outcome(name="fever", better="lower")
    a_base_of(claim, [a_trial("Example 2001", (10, 100, 30, 100), outcome)])
    return f"/claims/{claim.pk}/grade/"


def opened(window, address):
    window.goto(address)
    return window.locator("#grade-saved"), window.get_by_label("What else a reader")


def drafted():
    return ClaimAssignment.objects.get().draft["explanation"]


def test_of_two_windows_none_overwrites_the_other_unasked(page, address):
    here, words = opened(page, address)
    words.fill("Begun here.")
    expect(here).to_contain_text("Saved ")
    other = page.context.new_page()
    there, other_words = opened(other, address)
    other_words.fill("Gone on there.")
    expect(there).to_contain_text("Saved ")

    words.fill("Gone on here.")
    expect(here).to_contain_text("in another window")
    words.press_sequentially(" And on.")
    page.wait_for_timeout(1000)  # longer than it takes for a draft to be sent
    assert drafted() == "Gone on there."
    page.get_by_role("link", name="Show the other").click()
    expect(words).to_have_value("Gone on there.")
    page.get_by_role("button", name="Bring it back").click()
    expect(words).to_have_value("Gone on here. And on.")
    expect(here).to_contain_text("Saved ")
    assert drafted() == "Gone on here. And on."

    other_words.fill("There once more.")
    other.get_by_role("button", name="Keep what is here").click()
    expect(other.get_by_text("Your draft is saved")).to_be_visible()
    assert drafted() == "There once more."


def test_a_session_that_ends_in_mid_sentence_loses_no_word(
    page, address, person, sign_in
):
    saved, words = opened(page, address)
    words.fill("Half a")
    expect(saved).to_contain_text("Saved ")
    Session.objects.all().delete()
    words.press_sequentially(" sentence")
    expect(saved).to_contain_text(SIGNED_OUT)
    words.press_sequentially(", and the rest of it.")
    sign_in(person)
    page.reload()
    expect(words).to_have_value("Half a")
    page.get_by_role("button", name="Bring it back").click()
    expect(words).to_have_value("Half a sentence, and the rest of it.")
    expect(saved).to_contain_text("Saved ")
    assert drafted() == "Half a sentence, and the rest of it."


def test_who_signs_in_anew_elsewhere_goes_on_and_another_writes_nothing_into_it(
    page, address, person, sign_in
):
    saved, words = opened(page, address)
    signs_in_elsewhere(page, sign_in, person)
    words.fill("Begun before.")
    expect(saved).to_contain_text("Saved ")
    assert drafted() == "Begun before."
    signs_in_elsewhere(page, sign_in, make.another_reviewer())
    words.press_sequentially(" And gone on.")
    expect(saved).to_contain_text("Not saved: somebody else signed in here.")
    assert drafted() == "Begun before."
    signs_in_elsewhere(page, sign_in, person)
    page.reload()
    page.get_by_role("button", name="Bring it back").click()
    expect(words).to_have_value("Begun before. And gone on.")


def signs_in_elsewhere(page, sign_in, person):
    """In another window of the same browser; its older pages have no token any more."""
    page.context.clear_cookies(name="csrftoken")
    sign_in(person)
    other = page.context.new_page()
    other.goto("/about/")
    other.close()


def test_a_refusal_is_said_in_its_own_words(page, address, person):
    saved, words = opened(page, address)
    set_role(by=make.an_editor(), user=person, role=Role.CURATOR)
    words.fill("Half a thought.")
    expect(saved).to_contain_text("that needs the role reviewer, and yours is curator.")


def test_what_could_not_be_sent_is_sent_again_when_asked(page, address):
    saved, words = opened(page, address)
    page.route("**/grade/", lambda route: route.abort())
    words.fill("Half a thought.")
    expect(saved).to_contain_text("the server did not answer")
    page.unroute("**/grade/")
    page.get_by_role("button", name="Try again").click()
    expect(saved).to_contain_text("Saved ")
    assert drafted() == "Half a thought."
