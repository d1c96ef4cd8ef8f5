"""Signing in as a person does it, in light and dark, on a telephone and a desk."""

import pytest
from allauth.mfa.totp.internal import auth as totp

from accounts.actions import create_user
from accounts.models import User
from accounts.permissions import Role

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "a fine long pass phrase"
SIGNED_IN = [
    "/accounts/second-factor/",
    "/accounts/second-factor/codes/",
    "/accounts/second-factor/codes/new/",
    "/accounts/second-factor/take-off/",
    "/accounts/confirm/",
    "/accounts/sessions/",
]


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


def test_the_pages_of_signing_in_are_accessible(look_at, sign_in, kim, complaints):
    look_at(["/accounts/sign-in/"])
    sign_in(kim)
    look_at(["/accounts/password/"])
    assert not complaints


def test_a_second_factor_is_set_up_on_any_screen(page, look_at, kim, complaints):
    page.goto("/accounts/sign-in/?next=/accounts/second-factor/set-up/")
    page.get_by_label("Sign-in name").fill("kim")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    key = page.get_by_text("Key:").locator("code").inner_text()
    _, now, _ = totp.yield_hotp_counters_from_time()
    code = totp.format_hotp_value(totp.hotp_value(key, now))
    page.get_by_label("Authenticator code").fill(code)
    page.get_by_role("button", name="Turn it on").click()
    page.get_by_role("heading", name="Recovery codes").wait_for()
    look_at(SIGNED_IN)
    page.context.clear_cookies()
    look_at(["/accounts/password/reset/"], 390, "dark")
    assert not complaints
