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

pytestmark = pytest.mark.django_db(transaction=True)
SCREENS = [(390, "light"), (390, "dark"), (1400, "light"), (1400, "dark")]
WIDE_AND_NARROW = [(390, "dark"), (1400, "light")]


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


def test_the_pages_of_the_sample_are_readable_on_every_screen(page, axe):
    load_sample(by=User.objects.system())
    for width, scheme in SCREENS:
        look_at(page, axe, main_addresses(), width, scheme)
    for width, scheme in WIDE_AND_NARROW:
        look_at(page, axe, other_addresses(), width, scheme)


def test_what_was_known_then_is_readable_wide_and_narrow(page, axe):
    claim = a_claim_of_all_times()
    article = an_article_that_makes(claim, published="2015-06", licence="cc_by")
    judges = make.a_reviewer(), make.another_reviewer()
    both = make.a_round(reviewers=judges)
    for judge, certainty in zip(judges, ("high", "low"), strict=True):
        make.a_grade(round=both, reviewer=judge, certainty=certainty)
    addresses = [f"/articles/{article.pk}/", f"/claims/{claim.pk}/"]
    for width, scheme in WIDE_AND_NARROW:
        look_at(page, axe, [*addresses, "/agreement/"], width, scheme)
        page.goto(addresses[0])
        page.get_by_text("Which studies").click()
        axe()
        page.get_by_role("link", name="Told 2011").wait_for()


def look_at(page, axe, addresses, width, scheme):
    """Open each page; it is accessible, no wider than the screen, and silent."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme=scheme)
    told = []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    for address in addresses:
        page.goto(address)
        axe()
        assert page.evaluate(
            "document.documentElement.scrollWidth"
            " <= document.documentElement.clientWidth"
        ), f"{address} is wider than the screen"
    assert [text for text in told if "404" not in text] == []


def test_a_reader_gets_from_an_article_to_a_studys_numbers(page):
    load_sample(by=User.objects.system())
    page.goto("/articles/")
    page.get_by_role("link", name="Does the BCG vaccine protect").click()
    page.get_by_role("link", name="Open claim").first.click()
    page.get_by_role("heading", name="BCG vaccination lowers the risk").wait_for()
    page.get_by_role("link", name="TPT Madras 1980").click()
    page.get_by_text("505/88,391 against 499/88,391").wait_for()
    page.get_by_role("link", name="BCG vaccination lowers the risk").click()
    page.get_by_text("7 randomised, pooled").wait_for()


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
