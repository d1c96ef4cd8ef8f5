"""A claim is graded from the keyboard, and the pages are for everybody."""

import time

import pytest
from playwright.sync_api import expect

from claims.models import Claim
from evidence.bases.actions import open_base
from tests import factories as make
from tests.stories.acting import a_base_of, a_trial

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def complaints(page):
    """What the browser's console says: a broken policy, a missing file."""
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda problem: said.append(str(problem)))
    return said


def trials(**given):
    outcome = make.an_outcome(name="fever", better="lower")
    return [
        a_trial(f"Example {year}", (10, 100, 30, 100), outcome, **given)
        for year in (2001, 2002)
    ]


@pytest.fixture
def claim(sign_in):
    """A claim with a frozen base of two trials, and a reviewer signed in."""
    sign_in(make.a_reviewer())
    claim = make.a_claim(
        asserts="lowers",
        intervention="examplin",
        outcome="fever",
        scale="rr",
        small_from=1.1,
        thresholds_source="made up",
    )
    make.a_mention(claim=claim)
    a_base_of(claim, trials())
    return claim


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_a_claim_is_graded_from_the_keyboard(page, claim, complaints):
    page.goto(f"/claims/{claim.pk}/grade/")
    saved = page.locator("#grade-saved")
    press(page, "j", "1")  # rated for any effect
    press(page, "j", "1", "j", "2")  # risk of bias none, inconsistency serious
    expect(page.locator('[name="randomised-inconsistency-why"]')).to_be_visible()
    press(page, "n")
    page.keyboard.type("One trial says twice as much as the other.")
    page.keyboard.press("Shift+Tab")
    press(page, "j", "1", "j", "2")  # indirectness none, imprecision serious
    press(page, "n")
    page.keyboard.type("Fewer than 300 events.")
    page.keyboard.press("Escape")
    press(page, "j", "j", "3")  # past publication bias; a small effect
    press(page, "j", "1")  # supported
    expect(page.locator("#grade-sum")).to_contain_text("High −2 = Low")
    expect(saved).to_contain_text("Saved")
    expect(page.locator("#grade-sentence")).to_contain_text(
        "examplin may result in a slight reduction in the risk of fever"
    )
    page.keyboard.press("Control+Enter")
    page.get_by_text("is the claim’s verdict now").wait_for()
    expect(page.locator("section.verdict")).to_contain_text("Supported")
    expect(page.locator("section.verdict")).to_contain_text("slight reduction in the")
    assert Claim.objects.get(pk=claim.pk).certainty == "low"
    assert not complaints


def test_digits_typed_in_a_field_stay_words(page, claim):
    page.goto(f"/claims/{claim.pk}/grade/")
    note = page.get_by_label("Reviewer’s note")
    note.focus()
    page.keyboard.type("12")
    expect(note).to_have_value("12")
    assert page.locator('[name="target"]:checked').count() == 0


def test_handing_in_waits_for_a_draft_that_is_on_its_way(page, claim):
    page.goto(f"/claims/{claim.pk}/grade/")

    def slowly(route):
        time.sleep(1 if route.request.headers.get("hx-request") else 0)
        route.continue_()

    page.route("**/grade/", slowly)
    press(page, "j", "1")
    expect(page.locator("#grade-saved")).to_contain_text("Sav")
    press(page, "j", "1")
    page.keyboard.press("Control+Enter")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Choose a verdict.")
    expect(alert).not_to_contain_text("another window")
    expect(page.locator('[name="target"][value="any_effect"]')).to_be_checked()


def test_what_was_drafted_is_there_after_a_reload(page, claim):
    page.goto(f"/claims/{claim.pk}/grade/")
    press(page, "j", "1")
    expect(page.locator("#grade-saved")).to_contain_text("Saved")
    page.reload()
    expect(page.locator('[name="target"][value="any_effect"]')).to_be_checked()


def test_without_scripts_a_grade_is_handed_in_all_the_same(without_scripts, claim):
    plain = without_scripts(make.a_reviewer())
    plain.goto(f"/claims/{claim.pk}/grade/")
    plain.get_by_role("button", name="Submit").click()
    expect(plain.get_by_role("alert")).to_contain_text("Choose a verdict.")


def top_and_left(page, selector):
    box = page.locator(selector).first.bounding_box()
    return round(box["y"]), round(box["x"])


def light_and_dark(page, axe):
    """It is accessible either way, once colours have changed without fading."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        axe()


def test_on_a_wide_screen_guidance_stands_open_beside_its_domain(page, axe, claim):
    page.set_viewport_size({"width": 1400, "height": 900})
    page.goto(f"/claims/{claim.pk}/grade/")
    row = page.locator("#row-randomised-imprecision")
    expect(row.get_by_text("80 events, fewer than 300")).to_be_visible()
    expect(row.get_by_text("so wide that it says next to nothing")).to_be_visible()
    choices = row.locator(".seg").bounding_box()
    figures = row.locator(".figures").bounding_box()
    assert figures["x"] > choices["x"] + choices["width"]
    light_and_dark(page, axe)


def test_on_a_phone_the_form_comes_first_and_guidance_opens_below_a_domain(
    page, axe, claim
):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"/claims/{claim.pk}/grade/")
    assert top_and_left(page, "#grade-submit") < top_and_left(page, "#evidence")
    row = page.locator("#row-randomised-imprecision")
    few = row.get_by_text("80 events, fewer than 300")
    expect(few).not_to_be_visible()
    row.get_by_text("What it asks, and the figures here").click()
    expect(few).to_be_visible()
    light_and_dark(page, axe)


def test_the_keyboard_goes_through_the_form_before_the_evidence(page, claim):
    page.goto(f"/claims/{claim.pk}/grade/")
    for width in (1400, 1100, 390):
        page.set_viewport_size({"width": width, "height": 900})
        form, evidence = (
            top_and_left(page, one) for one in ("#grade-panel", ".evidence")
        )
        assert form[1] < evidence[1] or form[0] < evidence[0]
        page.locator("#grade-submit").focus()
        page.keyboard.press("Tab")
        assert page.evaluate("!!document.activeElement.closest('.beside-form')")


PAGES = {
    "grade": "/claims/{claim}/grade/",
    "claim": "/claims/{claim}/",
    "edit": "/claims/{claim}/edit/",
    "history": "/claims/{claim}/history/",
    "new claim": "/claims/new/",
    "claims as a table": "/claims/table/",
    "frozen base": "/claims/{claim}/base/",
    "open base": "/claims/{open}/base/?q=example",
    "no base": "/claims/{none}/base/",
    "passage": "/claims/{open}/base/passage/",
    "support": "/mentions/{mention}/support/{citation}/",
    "wording": "/mentions/{mention}/wording/",
    "result": "/studies/{study}/results/new/",
    "study": "/studies/new/",
    "reference": "/references/new/",
}


@pytest.fixture
def numbers(claim):
    """What the addresses are filled with."""
    open_claim = make.a_claim(asserts="lowers", outcome="fever")
    open_base(claim=open_claim, scope="other_known", by=make.a_reviewer())
    mention = claim.mentions.get()
    return {
        "claim": claim.pk,
        "open": open_claim.pk,
        "none": make.a_claim().pk,
        "mention": mention.pk,
        "citation": make.a_citation(mention=mention).pk,
        "study": claim.bases.get().items.first().result.study_id,
    }


def test_the_pages_are_accessible(look_at, numbers, complaints):
    look_at([address.format(**numbers) for address in PAGES.values()])
    assert not complaints


def test_a_form_with_problems_is_accessible(page, axe, claim):
    page.goto(f"/claims/{claim.pk}/grade/")
    page.get_by_role("button", name="Submit").click()
    expect(page.get_by_role("alert")).to_be_focused()
    light_and_dark(page, axe)
