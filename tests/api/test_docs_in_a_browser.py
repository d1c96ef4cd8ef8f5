"""The page of the API, in light and dark, on a telephone and a desk."""

import pytest

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1400, "light")])
def test_the_page_of_the_api_is_accessible_and_fits(page, axe, width, scheme):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto("/api/docs/")
    for folded in page.get_by_text("Body", exact=True).all()[:2]:
        folded.click()
    axe()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_label("On this page").get_by_role("link", name="grades").click()
    assert page.url.endswith("#grades")
    page.get_by_role("link", name="Footing", exact=True).first.click()
    page.wait_for_url("**/")
