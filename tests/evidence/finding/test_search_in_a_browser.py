"""Finding one's way from what one has, by keyboard, and without scripts."""

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def claim():
    """A claim that rests on Kim 2016, and an article that makes it."""
    reference = make.a_reference(
        title="Plasma and creases: a made-up trial", first_author="Kim", year=2016
    )
    study = make.a_study(label="Kim 2016", main_report=reference)
    claim = make.a_claim(text="Vitamin X smooths creases")
    make.a_frozen_base(claim=claim, results=[make.a_result(study=study)])
    article = make.an_article(title="Smooth in a week")
    make.a_mention(article=article, claim=claim)
    make.a_cited_work(article=article, reference=reference)
    return claim


def follow(page, name, exact=False):
    """Press Enter on a link, found with the keyboard's focus."""
    page.get_by_role("link", name=name, exact=exact).first.focus()
    page.keyboard.press("Enter")


def there_and_back(page, claim):
    follow(page, "Vitamin X smooths creases")
    page.wait_for_url(f"**/claims/{claim.pk}/")
    page.go_back()
    follow(page, "Kim 2016", exact=True)
    page.wait_for_url("**/studies/*/")
    assert "Kim 2016" in page.locator("h1").inner_text()
    page.go_back()
    assert page.locator("#search-words").input_value() == "Kim 2016"


def test_from_kim_2016_to_the_claim_and_its_study_and_from_a_misspelt_word(
    page, claim, look_at
):
    page.goto("/about/methods/")
    page.keyboard.press("/")
    page.keyboard.type("Kim 2016")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=Kim+2016")
    there_and_back(page, claim)
    page.goto("/search/?q=vitmain")
    follow(page, "vitamin")
    page.wait_for_url("**/search/?q=vitamin")
    follow(page, "Vitamin X smooths creases")
    page.wait_for_url(f"**/claims/{claim.pk}/")
    looked_at = ["/search/?q=Kim+2016", "/search/?q=nowhere", "/search/short-forms/"]
    looked_at += ["/topics/", "/claims/?q=vitamin&kind=effect", "/articles/"]
    look_at(looked_at)
    assert page.get_by_role("button", name="Narrow the list").is_visible()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/claims/")
    first = page.locator("article.row").first.bounding_box()
    assert first["y"] + first["height"] <= 844, "the first hit is on the first screen"


def test_a_search_is_saved_and_looked_at_by_keyboard(page, claim, look_at, sign_in):
    reader = make.a_reader()
    sign_in(reader)
    page.goto("/claims/?q=vitamin")
    follow(page, "Save this search")
    page.get_by_role("button", name="Save", exact=True).focus()
    page.keyboard.press("Enter")
    follow(page, "vitamin", exact=True)
    page.wait_for_url("**/saved-searches/*/")
    assert page.get_by_role("link", name="Vitamin X smooths creases").is_visible()
    topic = make.a_claim_topic(claim=claim).topic
    looked_at = ["/saved-searches/", page.url, f"/claims/{claim.pk}/"]
    looked_at += [f"/topics/{topic.pk}/"]
    look_at(looked_at)


def test_the_same_without_scripts(without_scripts, claim):
    page = without_scripts(make.a_reader())
    page.goto("/")
    page.locator("#site-search").fill("Kim 2016")
    page.locator("#site-search").press("Enter")
    there_and_back(page, claim)
