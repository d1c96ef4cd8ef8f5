"""Screening by keys alone, without a page load, on every screen."""

import pytest
from playwright.sync_api import expect

from evidence.models import ScreenedRecord
from tests import factories as make
from tests.evidence.searching import brought, work

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def base():
    claim = make.a_claim(intervention="examplin", outcome="fever")
    base = make.a_base(claim=claim, scope="targeted")
    brought(base, [work(n) for n in range(6)])
    return base


def decisions(base):
    rows = base.screened_records.order_by("pk")
    return [row.reason or row.decision for row in rows]


def test_a_reviewer_screens_by_keys_without_a_page_load(page, look_at, sign_in, base):
    sign_in(make.a_reviewer())
    here = f"/claims/{base.claim_id}/base/"
    page.goto(f"{here}screening/")
    loads = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text("Examplin for made-up fever number 0: a trial")

    def press(*keys, leads_to):
        for key in keys:
            page.keyboard.press(key)
        expect(title).to_have_text(leads_to)
        expect(title).to_be_focused()

    record = "Examplin for made-up fever number {}: a trial".format
    page.keyboard.press("5")  # a reason alone, without O, is none
    page.wait_for_load_state("networkidle")
    page.route("**/screening/", lambda route: None)
    press("i", leads_to=record(1))  # shown before the site has answered
    press("o", "5", leads_to=record(2))
    page.unroute("**/screening/")
    expect(page.get_by_text("2 of 6 screened")).to_be_visible()
    press("s", leads_to=record(3))
    press("o", "1", leads_to=record(4))
    press("u", leads_to=record(3))
    press("o", "1", leads_to=record(4))
    page.keyboard.press("o")
    page.keyboard.press("9")
    page.keyboard.type("Of another century.")
    page.keyboard.press("Enter")
    expect(title).to_have_text(record(5))
    assert loads == []
    expect(page.get_by_text("4 of 6 screened")).to_be_visible()
    page.reload()
    expect(title).to_have_text(record(2))  # what was skipped waits
    assert decisions(base) == [
        *("taken_on", "design", "awaiting", "population", "other", "awaiting"),
    ]
    assert ScreenedRecord.objects.get(reason="other").reason_words
    pages = [
        "screening/",
        "",
        "searches/",
        "screening/several/?q=fever&because=design",
        "records/",
    ]
    look_at([f"{here}{each}" for each in pages])
