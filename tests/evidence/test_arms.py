"""Two arms on one control are one row of a pooled line, and the control counts once."""

import re

import pytest

from studies.combining import Measured, combined_means
from studies.effects import mean_difference, odds_ratio, risk_ratio
from tests import factories as make
from tests.evidence.pooling import a_claim_on, a_study_of, counts, means, said_of

pytestmark = pytest.mark.django_db
LOW, HIGH = counts(4, 50, 10, 55), counts(9, 60, 10, 55)
OTHER = counts(12, 100, 20, 100)


@pytest.fixture
def outcome():
    return make.an_outcome(name="Example fever")


def pooled_with(client, outcome, *results, other=OTHER, **given):
    """The one line of a trial of several arms and another trial, and the page."""
    trial = a_study_of("Example 1999", outcome, *results, **given)
    claim = a_claim_on(trial, a_study_of("Example 2000", outcome, other))
    facts, page = said_of(client, claim)
    (line,) = facts["pooled"]
    (row,) = (row for row in line["rows"] if row["study"]["id"] == trial.pk)
    return facts, line, row, page


def test_two_arms_are_counted_together_against_their_control(client, outcome):
    facts, line, row, page = pooled_with(client, outcome, LOW, HIGH)
    by_hand = risk_ratio(13, 110, 10, 55)
    assert line["k"] == 2
    assert row["estimate"] == pytest.approx(by_hand.estimate)
    assert row["low"] == pytest.approx(by_hand.low)
    assert (row["people"], row["events"]) == (165, 23)
    assert (row["combined_words"], len(row["combined"])) == ("two arms combined", 1)
    assert facts["summary"][0]["people"] == 365
    assert "Example 1999: two arms combined, so that their one control" in page
    assert "its arm is combined with others on one control" in page
    assert "in the pooled 2 randomised: two arms combined" in page
    assert "in its study’s row: two arms combined" in page
    plot = client.get(f"/claims/{facts['id']}/plots/1.svg").content.decode()
    assert "Example 1999 (two arms combined)" in " ".join(
        re.sub(r"<[^>]+>", " ", plot).split()
    )


def test_odds_ratios_and_three_arms_too(client, outcome):
    arms = [{**arm, "metric": "or"} for arm in (LOW, HIGH, counts(7, 40, 10, 55))]
    other = {**OTHER, "metric": "or"}
    _, _, row, _ = pooled_with(client, outcome, *arms, other=other)
    assert row["estimate"] == pytest.approx(odds_ratio(20, 150, 10, 55).estimate)
    assert row["combined_words"] == "three arms combined"


def test_means_are_combined_by_the_handbooks_formula(client, outcome):
    arms = [means(10, 2, 30, 14, 3, 40), means(12, 4, 50, 14, 3, 40)]
    other = means(11, 3, 80, 13, 3, 80)
    _, _, row, _ = pooled_with(client, outcome, *arms, other=other)
    together = combined_means([Measured(10, 2, 30), Measured(12, 4, 50)])
    by_hand = mean_difference(*together, 14, 3, 40)
    assert row["estimate"] == pytest.approx(by_hand.estimate)
    assert row["low"] == pytest.approx(by_hand.low)
    assert row["people"] == 120


def test_controls_of_one_active_arm_are_combined_too(client, outcome):
    arms = [counts(4, 50, 10, 55), counts(4, 50, 12, 45)]
    _, _, row, _ = pooled_with(client, outcome, *arms)
    assert row["estimate"] == pytest.approx(risk_ratio(4, 50, 22, 100).estimate)


@pytest.mark.parametrize(
    "second",
    [
        LOW,  # the same result, entered twice
        counts(9, 60, 11, 55),  # another control
        {**HIGH, "time_point": "2 weeks"},
        {**HIGH, "analysis_set": "per_protocol"},
        {**HIGH, "adjusted": "yes", "adjusted_for": "made-up age"},
        {"metric": "rr", "estimate": 0.8, "ci_low": 0.6, "ci_high": 1.1},
    ],
)
def test_what_are_no_two_arms_count_once(client, outcome, second):
    _, line, row, _ = pooled_with(client, outcome, LOW, second)
    assert (line["k"], row["combined"], row["combined_words"]) == (2, [], "")


def test_arms_of_more_people_than_the_study_are_one_arm_twice(client, outcome):
    _, _, row, _ = pooled_with(client, outcome, LOW, HIGH, sample_size=120)
    assert not row["combined"]
    _, _, row, _ = pooled_with(client, outcome, LOW, HIGH, sample_size=165)
    assert row["combined"]


def test_a_second_source_of_a_result_is_no_second_arm(client, outcome):
    compiled = {"provenance": "compiled", "compiled_from": make.a_reference()}
    facts, _, row, _ = pooled_with(client, outcome, LOW, {**HIGH, **compiled})
    assert not row["combined"]
    (other,) = (item for item in facts["evidence"] if item["decision"] == "excluded")
    assert other["reason_words"] == "same result, other source"


def test_unlike_comparisons_stay_lines_of_their_own(client, outcome):
    trials = [
        a_study_of(
            f"Example {year}",
            outcome,
            {**LOW, "comparison": "10 mg against placebo"},
            {**HIGH, "comparison": "20 mg against placebo"},
        )
        for year in (2001, 2002)
    ]
    facts, _ = said_of(client, a_claim_on(*trials))
    assert [line["comparison"][:5] for line in facts["pooled"]] == ["10 mg", "20 mg"]
    assert all(not row["combined"] for line in facts["pooled"] for row in line["rows"])


def test_arms_within_subgroups_are_combined_before_the_subgroups(client, outcome):
    women = [{**arm, "subgroup": "women"} for arm in (LOW, HIGH)]
    men = counts(5, 40, 8, 40, subgroup="men")
    _, _, row, _ = pooled_with(client, outcome, *women, men)
    assert row["combined_words"] == "two arms combined, two subgroups combined"
    assert len(row["combined"]) == 2
    assert row["people"] == 245


def test_in_whatever_order_arms_were_entered_no_digit_differs(client, outcome):
    third = counts(7, 40, 10, 55)
    shown = []
    for arms in ((LOW, HIGH, third), (third, HIGH, LOW)):
        _, line, row, _ = pooled_with(client, outcome, *arms)
        shown.append((line["estimate"], line["ci_low"], row["estimate"], row["low"]))
    assert shown[0] == shown[1]


def test_arms_of_the_only_trial_are_pooled_with_nothing(client, outcome):
    trial = a_study_of("Example 1999", outcome, LOW, HIGH)
    facts, _ = said_of(client, a_claim_on(trial))
    assert facts["pooled"] == []
    reasons = {row["why"] for row in facts["held_out"]}
    assert len(facts["held_out"]) == 2
    assert reasons == {"No second study here that may be pooled measured this outcome."}
