"""The differences of a round are settled from the keyboard, and read by everybody."""

import pytest
from playwright.sync_api import expect

from evidence.models import Grade
from tests import factories as make
from tests.evidence.test_differences import BIAS, address, opened
from tests.looking import EVERY_SCREEN
from tests.stories.acting import NO_CONCERN, WHY, a_base_of, a_form, a_trial

pytestmark = pytest.mark.django_db(transaction=True)


def an_opened_round():
    """Three differences: two domains and the note; the rest is agreed on."""
    claim = make.a_claim(asserts="lowers", intervention="examplin", outcome="fever")
    outcome = make.an_outcome(name="fever", better="lower")
    base = a_base_of(claim, [a_trial("Example 2001", (10, 100, 30, 100), outcome)])
    why = {**dict.fromkeys(NO_CONCERN, WHY), "risk_of_bias": "Nobody was blind."}
    levels = {"risk_of_bias": 1, "imprecision": 1}
    left = a_form(base, note="One small trial.")
    return opened(base, left, a_form(base, levels=levels, why=why))


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def test_differences_are_settled_from_the_keyboard(page, sign_in, look_at):
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda problem: said.append(str(problem)))
    round = an_opened_round()
    sign_in(make.another_reviewer())
    look_at([f"/claims/{round.claim_id}/rounds/"], 1400, "dark")
    look_at([address(round)], screens=EVERY_SCREEN)
    state = page.locator("#settling-state")
    expect(state).to_contain_text("still open")
    press(page, "j", "[")  # the note of the left
    press(page, "]")  # risk of bias of the right, and on
    expect(page.locator(f'[name="took-{BIAS}"][value="2"]')).to_be_checked()
    press(page, "e")  # imprecision: a third
    press(page, "ArrowDown", "ArrowDown", "ArrowDown")
    press(page, "Tab")
    page.keyboard.type("Fewer events than any rule of thumb.")
    press(page, "Tab")
    page.keyboard.type("We looked at the interval together.")
    press(page, "Escape", "a")
    expect(state).to_contain_text("All settled")
    expect(page.locator("#settling-saved")).to_contain_text("Saved")
    expect(page.locator("#outcome")).to_contain_text("= Very low")
    page.reload()
    third = page.get_by_text("We looked at the interval together.")
    expect(third).to_be_visible()
    page.keyboard.press("Control+Enter")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("very low")  # supported does not go with it
    look_at_once(page)
    press(page, "j", "j", "j", "[")
    page.keyboard.press("Control+Enter")
    page.get_by_text("is the claim’s verdict now").wait_for()
    assert Grade.objects.consensus().get().certainty == "moderate"
    assert [each for each in said if "422" not in each] == []


def look_at_once(page):
    """What was typed is still there after a refusal."""
    third = page.locator('[name="because-randomised-imprecision"]')
    expect(third).to_have_value("We looked at the interval together.")


def test_without_scripts_a_round_is_settled_all_the_same(without_scripts):
    round = an_opened_round()
    plain = without_scripts(make.a_reviewer())
    plain.goto(address(round))
    for name in ("note", BIAS, "randomised-imprecision"):
        plain.locator(f'[name="took-{name}"][value="1"]').check()
    plain.get_by_label("Accept all").check()
    plain.get_by_role("button", name="Submit the consensus").click()
    expect(plain.get_by_text("is the claim’s verdict now")).to_be_visible()
