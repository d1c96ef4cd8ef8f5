"""What somebody typed outlives a session that ended, on every form of the store."""

import pytest
from playwright.sync_api import expect

from tests import factories as make

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_what_was_typed_waits_until_it_is_stored(page, sign_in, client):
    person = make.an_editor()
    claim = make.a_claim(text="Examplin lowers fever")
    other = make.a_frozen_base(results=[make.a_result()]).claim
    study = make.a_study(label="Example 2001")
    forms = {  # and a field of each
        f"/claims/{claim.pk}/edit/": "population",
        f"/claims/{claim.pk}/base/": "sources",
        f"/claims/{other.pk}/grade/": "note",
        f"/studies/{study.pk}/edit/": "label",
        f"/studies/{study.pk}/results/new/": "place",
    }
    for address, name in forms.items():
        sign_in(person)
        page.goto(address)
        form = page.locator("form[data-typed]").first
        client.logout()
        form.locator(f"[name={name}]").fill("A made-up register")
        form.locator("button[type=submit]:visible").last.click()
        page.wait_for_url("**/accounts/sign-in/**")
        sign_in(make.a_curator())
        page.goto(address)
        assert page.get_by_role("button", name="Bring it back").count() == 0, address
        sign_in(person)
        page.goto(address)
        page.get_by_role("button", name="Bring it back").click()
        expect(form.locator(f"[name={name}]")).to_have_value("A made-up register")
    sign_in(person)
    page.goto(f"/claims/{claim.pk}/edit/")
    page.get_by_role("button", name="Bring it back").click()
    page.get_by_role("button", name="Save the claim").click()
    expect(page.locator("#messages")).to_contain_text("Stored")
    claim.refresh_from_db()
    assert claim.population == "A made-up register"
    page.goto(f"/claims/{claim.pk}/edit/")
    assert page.get_by_role("button", name="Bring it back").count() == 0
    assert [name for name in kept(page) if f"/claims/{claim.pk}/edit" in name] == []


def test_what_was_sent_without_a_connection_waits_too(page, sign_in):
    sign_in(make.an_editor())
    claim = make.a_claim(text="Examplin lowers fever")
    address = f"/claims/{claim.pk}/edit/"
    page.goto(address)
    population = page.locator("form[data-typed] [name=population]")
    population.fill("A made-up group")
    page.route(f"**{address}", lambda route: route.abort())
    save = page.get_by_role("button", name="Save the claim")
    with page.expect_event("requestfailed"):
        save.click()
    page.unroute(f"**{address}")
    page.goto("/about/")  # the next page that opens is no answer to it
    page.goto(address)
    page.get_by_role("button", name="Bring it back").click()
    expect(population).to_have_value("A made-up group")


def kept(page):
    return page.evaluate("Object.keys(localStorage)")
