"""What a relative effect amounts to in people, at a baseline risk."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studies.absolute_effects import (
    AbsoluteEffect,
    absolute_effect,
    difference_in_words,
    in_people,
    risk_in_words,
    risk_ratio_from_odds_ratio,
    risk_with_interval,
    told_per,
)
from studies.effects import Measure
from tests.studies.reference import NUMBERS, near

CONVERSIONS = NUMBERS["conversions"]
shares = st.floats(0, 1)
ratios = st.floats(1e-6, 1e6)
relative = st.sampled_from([Measure.RR, Measure.OR, Measure.HR])


def test_risks_per_thousand_follow_from_a_risk_ratio():
    reference = CONVERSIONS["abs_risk"]
    effect = absolute_effect(Measure.RR, 0.7, 0.55, 0.9, 0.12)
    assert 1000 * effect.risk == near(reference["corresponding"])
    assert (1000 * effect.low, 1000 * effect.high) == (near(66), near(108))
    assert 1000 * effect.difference == near(reference["difference"])
    low, high = effect.difference_limits
    assert 1000 * low == near(reference["diff_lo"])
    assert 1000 * high == near(reference["diff_hi"])
    assert effect.number_needed == near(reference["nnt"])


def test_risks_per_thousand_follow_from_an_odds_ratio():
    effect = absolute_effect(Measure.OR, 0.7, 0.55, 0.9, 0.12)
    per_1000 = [1000 * x for x in (effect.risk, effect.low, effect.high)]
    assert per_1000 == [near(x) for x in CONVERSIONS["abs_risk_from_or"]["per_1000"]]


def test_a_risk_follows_from_a_hazard_ratio_and_from_a_risk_difference():
    assert absolute_effect(Measure.HR, 0.5, 0.5, 0.5, 0.36).risk == near(0.2)
    assert absolute_effect(Measure.RD, -0.1, -0.2, 0.0, 0.36).risk == near(0.26)


def test_an_odds_ratio_amounts_to_a_smaller_risk_ratio():
    reference = CONVERSIONS["or_to_rr"]
    assert risk_ratio_from_odds_ratio(2.5, 0.2) == near(reference["rr"])


@pytest.mark.parametrize(
    ("measure", "numbers", "baseline"),
    [
        (Measure.RR, (3, 2, 4), 0.5),  # 150 of 100
        (Measure.RR, (1.5, 0.9, 2.5), 0.5),  # its upper limit alone
        (Measure.RD, (-0.3, -0.4, -0.2), 0.25),
        (Measure.RD, (0.3, 0.1, 0.5), 0.6),
    ],
)
def test_a_risk_of_more_than_everybody_or_less_than_nobody_is_none(
    measure, numbers, baseline
):
    with pytest.raises(ValueError, match="more than everybody or of less than nobody"):
        absolute_effect(measure, *numbers, baseline)


@pytest.mark.parametrize(
    "measure", [Measure.SMD, Measure.MD, Measure.ROM, Measure.RATE_RATIO]
)
def test_no_risk_follows_from_other_measures(measure):
    with pytest.raises(ValueError, match="no risk follows"):
        absolute_effect(measure, 0.5, 0.4, 0.6, 0.1)


@pytest.mark.parametrize("baseline", [-0.1, 1.1, 120, float("nan")])
def test_a_baseline_risk_is_a_share(baseline):
    with pytest.raises(ValueError, match="between 0 and 1"):
        absolute_effect(Measure.RR, 1, 1, 1, baseline)


def test_a_ratio_is_above_none():
    with pytest.raises(ValueError, match="above 0"):
        absolute_effect(Measure.RR, 0.5, 0, 1, 0.1)


def test_without_an_interval_there_are_no_limits():
    effect = absolute_effect(Measure.RR, 0.5, None, None, 0.1)
    assert (effect.low, effect.high, effect.difference_limits) == (None, None, None)
    assert risk_with_interval(effect) == "50 per 1,000"


@given(relative, ratios, shares)
def test_a_risk_stays_a_share_or_is_refused(measure, ratio, baseline):
    try:
        effect = absolute_effect(measure, ratio, ratio, ratio, baseline)
    except ValueError:
        assert measure is Measure.RR
        assert ratio * baseline > 1
    else:
        assert 0 <= effect.risk <= 1


@given(relative, shares)
def test_no_effect_changes_no_risk(measure, baseline):
    effect = absolute_effect(measure, 1, 1, 1, baseline)
    assert effect.risk == pytest.approx(baseline)
    assert difference_in_words(0, None, effect.per).startswith("as many per 1")


@given(relative, st.lists(st.floats(0.01, 1), min_size=3, max_size=3), shares)
def test_the_risk_lies_within_its_limits(measure, ratios, baseline):
    low, estimate, high = sorted(ratios)
    effect = absolute_effect(measure, estimate, low, high, baseline)
    assert effect.low <= effect.risk <= effect.high
    assert effect.difference_limits[0] <= effect.difference
    assert effect.difference <= effect.difference_limits[1]


@given(ratios, st.floats(0.001, 0.999))
def test_odds_turned_round_give_the_risk_of_the_contrary(ratio, baseline):
    effect = absolute_effect(Measure.OR, ratio, None, None, baseline)
    contrary = absolute_effect(Measure.OR, 1 / ratio, None, None, 1 - baseline)
    assert effect.risk == pytest.approx(1 - contrary.risk, abs=1e-9)


@given(ratios, st.floats(0.001, 0.999))
def test_an_odds_ratio_and_its_risk_ratio_give_one_risk(ratio, baseline):
    amounts_to = risk_ratio_from_odds_ratio(ratio, baseline)
    of_odds = absolute_effect(Measure.OR, ratio, None, None, baseline)
    assert amounts_to * baseline == pytest.approx(of_odds.risk)


# --- in words ---


def test_risks_and_differences_are_told_per_thousand():
    effect = absolute_effect(Measure.RR, 0.7, 0.55, 0.9, 0.12)
    assert risk_in_words(effect.baseline, effect.per) == "120 per 1,000"
    assert risk_with_interval(effect) == "84 per 1,000 (66 to 108)"
    told = difference_in_words(effect.difference, effect.difference_limits, effect.per)
    assert told == "36 fewer per 1,000 (54 fewer to 12 fewer)"


def test_a_difference_goes_both_ways_where_its_interval_does():
    effect = absolute_effect(Measure.RR, 0.9, 0.7, 1.2, 0.1)
    told = difference_in_words(effect.difference, effect.difference_limits, effect.per)
    assert told == "10 fewer per 1,000 (30 fewer to 20 more)"


@pytest.mark.parametrize(
    ("estimate", "baseline", "words"),
    [
        (0.5, 0.0004, "20 per 100,000"),  # both risks are rare
        (0.1, 0.005, "50 per 100,000"),  # one is
        (0.8, 0.002, "160 per 100,000"),  # the difference is
    ],
)
def test_what_is_under_one_per_thousand_is_told_per_hundred_thousand(
    estimate, baseline, words
):
    effect = absolute_effect(Measure.RR, estimate, None, None, baseline)
    assert risk_with_interval(effect) == words


def test_one_per_thousand_is_told_so():
    assert told_per(0.001, 0.002, -0.001) == 1000
    assert told_per(0.011, 0.010, 0.011 - 0.010) == 1000


@given(st.floats(0, 1, exclude_min=True, exclude_max=True))
def test_some_never_reads_as_none_or_as_all(share):
    words = in_people(share, 1000)
    assert words != "0"
    assert words != "1,000" or share * 1000 == 1000


def test_risks_of_one_row_are_told_of_as_many_people():
    effect = AbsoluteEffect(0.0002, 0.5)
    assert risk_in_words(effect.baseline, effect.per) == "20 per 100,000"
    assert risk_with_interval(effect) == "50,000 per 100,000"
