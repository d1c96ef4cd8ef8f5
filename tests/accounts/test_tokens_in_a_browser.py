"""Tokens as a person makes them, in light and dark, on a telephone and a desk."""

import pytest

from accounts.models import Token
from accounts.tokens.actions import make_token
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    ("width", "scheme"),
    [(390, "dark"), (1400, "light")],
)
def test_a_token_is_made_and_revoked(page, axe, sign_in, width, scheme):
    rev = make.a_reviewer()
    make_token(by=rev, name="An older one", scope="read")
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    sign_in(rev)
    page.goto("/accounts/tokens/")
    axe()
    make_one = page.locator("form", has=page.get_by_role("button", name="Make a token"))
    make_one.get_by_label("Name").fill("Lab")
    make_one.get_by_label("It may").select_option("write")
    make_one.get_by_role("button").click()
    secret = page.get_by_label("The token")
    secret.wait_for()
    assert secret.input_value().startswith("footing_")
    axe()
    widest = page.evaluate("document.documentElement.scrollWidth")
    assert widest <= width
    page.get_by_role("button", name="Revoke Lab").click()
    page.get_by_text("“Lab” opens nothing any more.").wait_for()
    assert Token.objects.get(name="Lab").revoked_at
