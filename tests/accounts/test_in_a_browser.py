"""Signing in as a person does it, in light and dark, on a telephone and a desk."""

import pytest

from accounts.actions import create_user
from accounts.models import User
from accounts.permissions import Role

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "a fine long pass phrase"
SCREENS = [(390, "dark"), (1400, "light")]


@pytest.fixture
def kim():
    return create_user(
        by=User.objects.system(),
        username="kim",
        display_name="Kim Example",
        role=Role.REVIEWER,
        password=PASSWORD,
    )


@pytest.fixture
def complaints(page):
    """What the browser's console says: a broken policy, a missing file."""
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda problem: said.append(str(problem)))
    return said


def test_a_person_signs_in_and_out(page, kim, complaints):
    page.goto("/accounts/sign-in/?next=/accounts/password/")
    page.get_by_label("Sign-in name").fill("kim")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Change your password").wait_for()
    page.locator("details.me summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.goto("/accounts/password/")
    page.get_by_role("heading", name="Sign in").wait_for()
    assert not [each for each in complaints if "404" not in each]


def test_a_wrong_password_is_said_where_it_is_heard(page, kim, axe):
    page.goto("/accounts/sign-in/")
    page.get_by_label("Sign-in name").fill("kim")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("alert").wait_for()
    axe()


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_the_sign_in_page_is_accessible(page, axe, complaints, width, scheme):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    page.goto("/accounts/sign-in/")
    axe()
    assert not complaints


@pytest.mark.parametrize(("width", "scheme"), SCREENS)
def test_the_password_page_is_accessible(
    page, axe, sign_in, kim, complaints, width, scheme
):
    page.set_viewport_size({"width": width, "height": 800})
    page.emulate_media(color_scheme=scheme)
    sign_in(kim)
    page.goto("/accounts/password/")
    axe()
    assert not complaints
