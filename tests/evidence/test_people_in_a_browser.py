"""An editor invites somebody, who makes an account and says who they are."""

import pytest

from accounts.models import User
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "a fine long pass phrase"


def test_an_invited_person_makes_an_account_and_is_in(page, sign_in, look_at, axe):
    editor = make.an_editor()
    make.an_invitation()
    make.a_conflict()
    round = make.a_round(reviewers=[])
    sign_in(editor)
    page.goto("/accounts/invitations/")
    page.get_by_label("Name").fill("Lee Example")
    page.get_by_label("E-mail address").fill("lee@footing.example")
    page.get_by_label("Role").select_option("reviewer")
    page.get_by_role("button", name="Invite").click()
    link = page.get_by_label("The link").input_value()
    axe()
    rev = make.a_reviewer()
    pages = (
        *("/accounts/invitations/", "/people/", f"/people/{rev.pk}/"),
        *(f"/people/{rev.pk}/close/", "/review/conflicts/"),
        *("/review/without-an-owner/", "/review/conflicts/rules/own_study/"),
        f"/review/conflicts/on-claim/{round.claim_id}/",
    )
    look_at(pages)
    page.context.clear_cookies()
    page.goto(link)
    axe()
    page.get_by_label("Sign-in name").fill("lee")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make it and sign in").click()
    page.get_by_role("heading", name="Your profile").wait_for()
    assert User.objects.get(username="lee").role == "reviewer"
    page.get_by_label("It is in").select_option("outlet")
    page.get_by_label("Name", exact=False).nth(1).fill("Madeup Clinic News")
    page.get_by_role("button", name="Declare it").click()
    page.get_by_text("Declared: Madeup Clinic News.").wait_for()
    look_at(["/accounts/profile/", "/accounts/record/"])
    page.goto(link)
    page.get_by_role("heading", name="This link opens nothing").wait_for()
