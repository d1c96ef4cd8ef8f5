"""An editor at work: publishes from the list, sends back, corrects; on every screen."""

import pytest
from playwright.sync_api import expect

from claims.models import Claim
from evidence.editing.models import SentBack
from tests import factories as make
from tests.evidence.test_editing import a_judged_claim, fill, judged_anew

pytestmark = pytest.mark.django_db(transaction=True)


def test_an_editor_publishes_sends_back_and_corrects(page, sign_in, look_at):
    first = a_judged_claim(text="Examplin lowers made-up fever")
    second = judged_anew(a_judged_claim(text="Made-up fever is lowered by Examplin"))
    sign_in(make.an_editor())

    page.goto("/review/editors/")
    page.get_by_role("link", name="All of it: awaits publishing").click()
    page.get_by_role("link", name=f"Publish {first.text}").click()
    page.get_by_role("button", name="Publish the verdict").click()
    expect(page.locator("#messages")).to_contain_text("The verdict is published.")

    page.goto("/review/editors/differing/")
    expect(page.get_by_role("main")).to_contain_text("moderate")
    page.get_by_role("link", name=f"Send back {second.text}").click()
    page.get_by_label("Why").fill("Look at the losses to follow-up.")
    page.get_by_role("button", name="Send it back").click()
    expect(page.get_by_role("main")).to_contain_text("Look at the losses to follow-up.")

    page.goto(f"/claims/{first.pk}/")
    page.get_by_role("link", name="File a correction").click()
    page.get_by_label("Version that was wrong").select_option("1")
    page.get_by_label("What was wrong, and what is right").fill("The dose was wrong.")
    page.get_by_label("Why it was wrong").fill("It was misread.")
    page.get_by_role("button", name="Publish the correction").click()
    expect(page.get_by_role("main")).to_contain_text("The dose was wrong.")

    assert Claim.objects.get(pk=first.pk).standing == "published"
    assert SentBack.objects.get().grade.round.claim == second
    fill()
    make.a_site_text(text="Write to https://example.org/contact.")
    make.a_reply(claim=first, source="A letter")
    addresses = [
        *("/review/editors/", "/review/editors/to-publish/"),
        *("/about/", "/about/corrections/", "/about/methods/"),
        *(f"/claims/{first.pk}/", f"/claims/{first.pk}/correct/"),
    ]
    look_at(addresses)
