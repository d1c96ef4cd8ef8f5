"""A reviewer works through their queue by the keyboard alone, on every screen."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from articles.models import CitationSupport
from evidence.models import Skip
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def person(sign_in):
    person = make.a_reviewer()
    sign_in(person)
    return person


def a_citation_to_check(number):
    mention = make.a_mention(claim=make.a_claim(), proposed_text=f"Claim {number}")
    work = make.a_cited_work(article=mention.article, reference=make.a_reference())
    make.a_citation(mention=mention, cited_work=work)


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_from_the_queue_through_a_task_to_the_next_by_keys_alone(page, person):
    for number in range(3):
        a_citation_to_check(number)
    page.goto("/review/")
    press(page, "j", "j")
    expect(page.get_by_role("link", name="Claim 1", exact=True)).to_be_focused()
    press(page, "g")
    expect(page.get_by_text("Claim 0", exact=True)).to_be_visible()
    answer = page.get_by_label("Does the study say this?")
    answer.focus()
    press(page, "C", "Tab", "N")  # cannot verify; nothing read
    page.keyboard.press("x")  # in a field it is a letter, not a command
    expect(page.get_by_role("button", name="Later")).not_to_be_visible()
    page.get_by_role("button", name="Save the answer").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Your answer is stored")).to_be_visible()
    expect(page.get_by_text("Claim 1", exact=True)).to_be_visible()
    assert CitationSupport.objects.get().answer == "cannot_verify"

    page.locator("h1").click()
    press(page, "x", "2")
    expect(page.get_by_text("Claim 2", exact=True)).to_be_visible()
    assert Skip.objects.get().because == "no_text"
    press(page, "l")
    expect(page.get_by_text("Nothing else waits for you here")).to_be_visible()
    expect(page.get_by_role("link", name="Skipped: 1")).to_be_visible()
    press(page, "?")
    expect(page.get_by_role("dialog")).to_contain_text("go on with the first")
    page.get_by_label("One-key commands are on").click()
    press(page, "Escape")
    press(page, "g")
    expect(page.get_by_role("heading", name="Your queue")).to_be_visible()


def test_the_pages_are_accessible(look_at, person):
    a_citation_to_check(1)
    make.a_round(reviewers=[person, make.another_reviewer()])
    make.a_screened_record()
    make.a_skip(person=person, task="screening", row=make.a_screened_record().base_id)
    make.a_cited_work(decision="rejected", decided_by=person)
    done = {"checked_by": person, "checked_at": timezone.now()}
    make.a_result(entered_by=make.a_curator(), **done)
    pages = ("/review/", "/review/?kind=support", "/review/?kind=wording")
    own = ("/review/skipped/", "/review/decisions/", "/review/next/")
    look_at([*pages, *own])
