"""The summary of findings: the same on page, version, API and export."""

import json

import pytest

from claims.models import Claim
from evidence.bases.actions import freeze_base, mark_main_line
from evidence.claims.exports import claims_as_ndjson
from evidence.facts import claim_facts
from evidence.facts.pooling import pooled_for
from evidence.facts.standing_on import evidence_items
from tests import factories as make
from tests.html import shown
from tests.stories.acting import ASKED, a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db
BASELINE = {
    "baseline_risk": 0.12,
    "baseline_source": "A made-up register",
    "baseline_population": "made-up adults",
    "baseline_time": "a made-up year",
}


def a_claim(*, trials=2, levels=None, given=None, question=None):
    """A claim graded on trials whose risk ratio is one third."""
    outcome = make.an_outcome(name="fever", better="lower")
    claim = make.a_claim(outcome="fever", asserts="lowers", **(question or {}))
    base = a_base_of(
        claim,
        [
            a_trial(f"Example {2000 + n}", (10, 100, 30, 100), outcome)
            for n in range(trials)
        ],
    )
    return graded(claim, base, levels=levels, **(given or {}))


def row_of(claim):
    (row,) = claim_facts(claim)["summary"]
    return row


def test_risks_are_told_at_the_baseline_risk_with_its_source(client):
    claim = a_claim(question=BASELINE)
    row = row_of(claim)
    assert row["baseline_words"] == "120 per 1,000"
    assert row["risk_words"].startswith("40 per 1,000 (")
    assert row["difference_words"].startswith("80 fewer per 1,000 (")
    assert row["risks"]["risk"] == pytest.approx(0.04)
    page = shown(client.get(f"/claims/{claim.pk}/"))
    for words in ("A made-up register", "made-up adults", "a made-up year"):
        assert words in row["baseline_source_words"]
        assert words in page
    assert "relative effect’s alone" in page
    assert row["participants_words"] == "400 (2 studies)"


def test_without_a_baseline_risk_nothing_is_told_in_people(client):
    claim = a_claim()
    row = row_of(claim)
    assert row["risks"] is None
    assert (
        row["risks_note"] == "No baseline risk is stated, so no risk in people is told."
    )
    assert "per 1,000" not in shown(client.get(f"/claims/{claim.pk}/"))


def test_with_very_low_certainty_nothing_is_told_in_people():
    claim = a_claim(
        question=BASELINE,
        levels={"risk_of_bias": 2, "inconsistency": 1},
        given={"verdict": "cant_say"},
    )
    row = row_of(claim)
    assert (row["certainty"], row["risks"]) == ("very_low", None)
    assert row["risks_note"] == "With very low certainty no risk in people is told."


def test_a_baseline_risk_that_the_effect_does_not_fit_says_so():
    outcome = make.an_outcome(name="fever", better="higher")
    claim = make.a_claim(
        outcome="fever", asserts="raises", **{**BASELINE, "baseline_risk": 0.6}
    )
    trials = [a_trial(f"Example {n}", (60, 100, 20, 100), outcome) for n in (1, 2)]
    row = row_of(graded(claim, a_base_of(claim, trials)))
    assert row["risks"] is None
    assert "more than everybody" in row["risks_note"]


def test_until_it_is_judged_nothing_is_told_in_people():
    outcome = make.an_outcome()
    claim = make.a_claim(**BASELINE)
    trials = [a_trial(f"Example {n}", (10, 100, 30, 100), outcome) for n in (1, 2)]
    a_base_of(claim, trials)
    row = row_of(claim)
    assert (row["certainty"], row["risks"]) == ("not_graded", None)
    assert row["happens"] == "Nobody has judged this yet."


def test_a_single_result_has_a_row_and_two_unpooled_ones_have_none():
    row = row_of(a_claim(trials=1, question=BASELINE))
    assert (row["what"], row["studies"]) == ("one result", 1)
    assert row["risks"] is not None


def test_a_review_of_trials_is_told_with_the_designs_that_it_pooled():
    outcome = make.an_outcome(name="fever", better="lower")
    claim = make.a_claim(outcome="fever", asserts="lowers", **BASELINE)
    review = make.a_study(design="meta_analysis", allocation="none")
    estimate = make.a_compiled_result(
        study=review,
        outcome=outcome,
        pooled_designs=["rct"],
        pooled_studies=9,
        metric="rr",
        contrast="between_arms",
        estimate=0.5,
        ci_low=0.4,
        ci_high=0.625,
        events_1=None,
        total_1=None,
        events_2=None,
        total_2=None,
    )
    claim = graded(claim, a_base_of(claim, results=[estimate]))
    row = row_of(claim)
    assert (row["designs"], row["studies"]) == ("randomised", 9)
    assert row["risk_words"] == "60 per 1,000 (48 to 75)"
    assert row["happens"] == claim_facts(claim)["judgement"]["sentence"]


def test_of_several_lines_the_verdict_is_told_of_the_main_one():
    fever, pain = (make.an_outcome(name=name) for name in ("fever", "pain"))
    trials = [
        a_trial(f"Example {n} of {outcome}", (10, 100, 30, 100), outcome)
        for outcome in (fever, pain)
        for n in (1, 2)
    ]
    base = make.a_base(claim=make.a_claim(**ASKED), scope="other_known", **ASKED)
    for trial in trials:
        make.an_item(base=base, result=trial.results.get())
    lines = pooled_for(base.claim, base, evidence_items(base)).lines
    key = {line.outcome: line.key for line in lines}["pain"]
    mark_main_line(base=base, designs="randomised", line=key, by=base.by)
    claim = graded(base.claim, freeze_base(base=base, by=base.by))
    facts = claim_facts(claim)
    happens = {row["outcome"]: row["happens"] for row in facts["summary"]}
    assert happens == {
        "pain": facts["judgement"]["sentence"],
        "fever": "The verdict does not rest on this figure.",
    }


def test_a_difference_of_means_is_told_in_its_unit():
    outcome = make.an_outcome(name="pain", unit="mm", better="lower")
    claim = make.a_claim(outcome="pain", **BASELINE)
    results = [
        make.a_result(
            outcome=outcome,
            metric="md",
            contrast="between_arms",
            estimate=-3.0,
            ci_low=-5.0,
            ci_high=-1.0,
        )
    ]
    a_base_of(claim, results=results)
    row = row_of(claim)
    assert row["risks"] is None
    assert row["difference_words"].startswith("3.00 mm lower (5.00 lower to 1.00 lower")


def test_page_version_api_and_export_say_the_same(client):
    claim = a_claim(question=BASELINE)
    rows = claim_facts(claim)["summary"]
    stored = Claim.objects.get(pk=claim.pk).versions.latest("number").facts
    assert stored["summary"] == rows
    assert client.get(f"/api/v1/claims/{claim.pk}/").json()["summary"] == rows
    lines = [json.loads(line) for line in claims_as_ndjson()]
    assert [one["summary"] for one in lines if one["id"] == claim.pk] == [rows]
    for address in ("", f"v{stored['version']}/"):
        page = shown(client.get(f"/claims/{claim.pk}/{address}"))
        assert rows[0]["difference_words"] in page
