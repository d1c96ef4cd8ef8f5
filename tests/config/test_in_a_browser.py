"""The API's documentation, in a browser that holds to the strict policy."""

import pytest

pytestmark = pytest.mark.django_db(transaction=True)


def test_the_documentation_shows_under_the_strict_policy(page):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto("/api/docs/")
    page.get_by_role("heading", name="API", exact=True).wait_for()
    assert not [each for each in said if "Content Security Policy" in each]
