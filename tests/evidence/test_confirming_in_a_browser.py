"""The pages that ask once, and verdicts by how certain they are, on every screen."""

import pytest
from playwright.sync_api import expect

from claims.models import Claim
from claims.words import Certainty, Verdict
from evidence.bases.actions import open_base
from evidence.grades.actions import publish_verdict
from tests import factories as make
from tests.looking import show
from tests.stories.acting import a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def claim():
    """A claim with a published verdict, and a newer draft under it."""
    outcome = make.an_outcome(name="fever", better="lower")
    trials = [a_trial("Example 2001", (10, 100, 30, 100), outcome)]
    claim = make.a_claim(asserts="lowers")
    claim = graded(claim, a_base_of(claim, trials))
    publish_verdict(claim=claim, by=make.an_editor())
    return graded(claim, claim.bases.get(), levels={"imprecision": 2})


def addresses(claim):
    open_claim = make.a_claim(asserts="lowers")
    open_base(claim=open_claim, scope="other_known", by=make.a_reviewer())
    for step in ("", "publish/", "take-back/", "withdraw/", "v1/", "history/"):
        yield f"/claims/{claim.pk}/{step}"
    yield f"/claims/{open_claim.pk}/base/freeze/"
    gone = make.a_claim(
        withdrawn_at="2026-01-01T00:00Z",
        withdrawn_by=make.an_editor(),
        withdrawn_reason="Made twice.",
    )
    make.a_claim_version(claim=gone)
    yield f"/claims/{gone.pk}/"
    yield f"/claims/{gone.pk}/reinstate/"


def test_what_is_asked_is_readable(look_at, sign_in, claim):
    sign_in(make.an_editor())
    look_at(addresses(claim))


def judged(verdict, certainty):
    because = "too_uncertain" if verdict == Verdict.CANT_SAY else ""
    make.a_claim(
        text=f"Examplin is {verdict} with {certainty} certainty",
        verdict=verdict,
        certainty=certainty,
        cant_say_because=because,
        standing="draft",
    )


@pytest.fixture
def judged_alike():
    """Claims of every verdict that goes with a certainty."""
    for certainty in (Certainty.HIGH, Certainty.MODERATE, Certainty.LOW):
        for verdict in (Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.CONFLICTING):
            judged(verdict, certainty)
    judged(Verdict.CANT_SAY, Certainty.VERY_LOW)


def test_each_certainty_has_a_shape_of_its_own(page, axe, judged_alike):
    page.goto("/claims/")
    for scheme in ("light", "dark"):
        show(page, 1280, scheme)
        axe()
        shapes = page.eval_on_selector_all(
            ".row .v",
            """chips => chips.map(chip => {
                const style = getComputedStyle(chip)
                const [shape, width] = [style.borderStyle, style.borderWidth]
                return [shape, width, chip.className.split(' ')[2]].join(' ') })""",
        )
        assert {shape.split()[-1] for shape in shapes} == {
            "sure-high",
            "sure-moderate",
            "sure-low",
            "sure-very_low",
        }
        assert len({" ".join(shape.split()[:-1]) for shape in shapes}) == 4


def test_a_verdict_is_published_without_scripts(without_scripts, claim):
    plain = without_scripts(make.an_editor())
    plain.goto(f"/claims/{claim.pk}/")
    plain.get_by_role("link", name="Publish the verdict").click()
    expect(plain.get_by_role("main")).to_contain_text("It takes the place of")
    plain.get_by_role("button", name="Publish the verdict").click()
    expect(plain.locator("#messages")).to_contain_text("The verdict is published.")
    assert Claim.objects.get(pk=claim.pk).certainty == "low"
