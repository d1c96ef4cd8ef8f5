"""The reader's pages as a person meets them: readable, within the screen, silent."""

import pytest

from accounts.models import User
from articles.models import Article
from bibliography.models import Reference
from claims.models import Claim
from config.sample.loading import load_sample
from studies.models import Study
from tests import factories as make
from tests.evidence.test_known_then import (
    a_claim_of_all_times,
    an_article_that_makes,
)
from tests.looking import EVERY_SCREEN

pytestmark = pytest.mark.django_db(transaction=True)

LINES = "links => new Set(links.map((link) => link.offsetTop)).size"


def main_addresses():
    """The pages that readers come for: a claim's and an article's."""
    article = Article.objects.get(title__contains="five studies")
    claim = Claim.objects.get(text__startswith="BCG")
    return [f"/claims/{claim.pk}/", f"/articles/{article.pk}/"]


def other_addresses():
    """A page of every other kind, and of things in every state the sample has."""
    judged = Claim.objects.get(text__startswith="BCG")
    told = Claim.objects.filter(verdict="cant_say").first()
    return [
        "/",
        "/about/methods/",
        "/claims/",
        "/claims/?q=nothing+of+the+kind",
        f"/claims/{told.pk}/",
        f"/claims/{Claim.objects.get(verdict='not_graded').pk}/",
        f"/claims/{judged.pk}/v1/",
        f"/claims/{judged.pk}/history/",
        "/articles/",
        "/studies/",
        f"/studies/{Study.objects.get(label='Kim 2016').pk}/",
        f"/studies/{Study.objects.get(label='Aronson 1948').pk}/",
        "/references/",
        f"/references/{Reference.objects.get().pk}/",
        "/no-such-page/",
    ]


@pytest.fixture
def said(page):
    """What the browser's console says, which should be nothing of a page that is."""
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield said
    assert [text for text in said if "404" not in text] == []


def test_the_sample_is_readable_on_every_screen_from_article_to_number(
    page, look_at, said
):
    load_sample(by=User.objects.system())
    look_at(main_addresses(), screens=EVERY_SCREEN)
    look_at(other_addresses())
    page.goto("/references/")  # the longest is the bold one
    for width in (320, 360, 390):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.locator("header nav a").evaluate_all(LINES) == 1
    go_from_an_article_to_a_studys_numbers(page)


def go_from_an_article_to_a_studys_numbers(page):
    page.goto("/articles/")
    page.get_by_role("link", name="Does the BCG vaccine protect").click()
    page.get_by_role("link", name="Open claim").first.click()
    page.get_by_role("heading", name="BCG vaccination lowers the risk").wait_for()
    page.get_by_role("link", name="TPT Madras 1980").click()
    page.get_by_text("505/88,391 against 499/88,391").wait_for()
    page.get_by_role("link", name="BCG vaccination lowers the risk").click()
    page.get_by_text("7 randomised, pooled").wait_for()


def test_what_was_known_then_is_readable_wide_and_narrow(
    page, look_at, looks_well, said
):
    claim = a_claim_of_all_times()
    article = an_article_that_makes(claim, published="2015-06", licence="cc_by")
    judges = make.a_reviewer(), make.another_reviewer()
    both = make.a_round(reviewers=judges)
    for judge, certainty in zip(judges, ("high", "low"), strict=True):
        make.a_grade(round=both, reviewer=judge, certainty=certainty)
    look_at(["/agreement/", f"/claims/{claim.pk}/", f"/articles/{article.pk}/"])
    page.get_by_text("Which studies").click()
    looks_well()
    page.get_by_role("link", name="Told 2011").wait_for()


def test_a_list_narrows_without_scripts(browser, live_server):
    make.a_claim(text="Examplin lowers fever", kind="effect")
    make.a_claim(text="Examplin is safe", kind="harm")
    context = browser.new_context(java_script_enabled=False, base_url=live_server.url)
    page = context.new_page()
    page.goto("/claims/")
    page.get_by_label("Harm").check()
    page.get_by_role("button", name="Narrow the list").click()
    page.get_by_role("heading", name="1 claim", exact=True).wait_for()
    page.get_by_role("link", name="Drop the filter").click()
    page.get_by_role("heading", name="2 claims", exact=True).wait_for()
    context.close()
