import math
from types import SimpleNamespace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from studies import effects
from studies.effects import Measure
from studies.results.effects import events_of
from tests.studies.reference import DATASETS, NUMBERS, effects_of, near

SIZES = NUMBERS["effect_sizes"]
CONVERSIONS = NUMBERS["conversions"]


def test_a_correlation_is_pooled_as_fishers_z():
    effect = effects.correlation(**SIZES["zcor"]["input"])
    assert effect.estimate == pytest.approx(0.187)


@pytest.mark.parametrize("row", SIZES["J"], ids=lambda row: f"df{row['df']}")
def test_the_small_sample_correction_is_exact(row):
    assert effects.hedges_correction(row["df"]) == near(row["J_exact"])


@pytest.mark.parametrize("dataset_id", DATASETS)
def test_every_study_of_the_reference_data_sets(dataset_id):
    for row, effect in zip(
        DATASETS[dataset_id]["rows"], effects_of(dataset_id), strict=True
    ):
        assert effect.y == near(row["yi"]), row["study"]
        assert effect.v == near(row["vi"]), row["study"]


def test_a_zero_cell_says_that_it_was_corrected():
    effect = effects.odds_ratio(0, 25, 4, 25)
    assert effect.notes == ("A cell was zero: one half was added to all four.",)


@pytest.mark.parametrize("measure", [effects.risk_ratio, effects.odds_ratio])
def test_no_events_in_both_arms_is_not_estimable(measure):
    effect = measure(0, 25, 0, 30)
    assert not effect.estimable
    assert effect.notes == ("No events in both arms: not estimable.",)
    assert (effect.y, effect.se, effect.ci(), effect.estimate) == (None,) * 4
    assert (effect.low, effect.high) == (None, None)


@pytest.mark.parametrize(
    "measure", [effects.risk_ratio, effects.odds_ratio, effects.peto_odds_ratio]
)
def test_events_in_everybody_is_not_estimable(measure):
    assert measure(25, 25, 30, 30).notes == (
        "Events in everybody in both arms: not estimable.",
    )


def test_nothing_is_standardised_by_a_deviation_of_zero():
    effect = effects.standardised_mean_difference(1, 0, 9, 2, 0, 9)
    assert (effect.y, effect.v) == (None, None)
    assert effect.notes == ("Both standard deviations are 0: not estimable.",)


def test_a_risk_difference_without_events_says_it_cannot_be_weighted():
    effect = effects.risk_difference(0, 25, 0, 30)
    assert effect.estimate == 0
    assert "cannot be weighted" in effect.notes[0]


@pytest.mark.parametrize(
    ("counts", "sentence"),
    [
        ((-1, 10, 1, 10), "Arm 1: events cannot be negative, got -1."),
        ((1, 10, 12, 10), "Arm 2: 12 events are more than the 10 people in it."),
        ((0, 0, 1, 10), "Arm 1: total must be above 0, got 0."),
        ((1, math.nan, 1, 10), "Arm 1: events and total must be numbers."),
    ],
)
def test_impossible_counts_are_refused_with_a_sentence(counts, sentence):
    with pytest.raises(ValueError, match="^" + sentence):
        effects.risk_ratio(*counts)


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: effects.mean_difference(1, -2, 9, 1, 2, 9), "standard deviation"),
        (lambda: effects.mean_difference(1, 2, 0, 1, 2, 9), "at least 1 people"),
        (lambda: effects.ratio_of_means(-1, 2, 9, 1, 2, 9), "means above 0"),
        (lambda: effects.correlation(1.0, 20), "between -1 and 1"),
        (lambda: effects.correlation(0.5, 3), "more than 3 people"),
        (lambda: effects.hazard_ratio(0.75, 0.8, 0.9), "within its interval"),
        (lambda: effects.hazard_ratio(0.5, 0, 0.9), "above 0"),
        (lambda: effects.hazard_ratio_from_log_rank(-3, 0), "above 0"),
        (lambda: effects.Effect(Measure.MD, 1.0, None), "both y and v"),
        (lambda: effects.Effect(Measure.MD, 1.0, -2.0), "variance of 0 or more"),
        (lambda: effects.Effect(Measure.MD, 1.0, 2.0).ci(95), "between 0 and 1"),
    ],
)
def test_impossible_input_is_refused_with_a_sentence(call, sentence):
    with pytest.raises(ValueError, match=sentence):
        call()


def test_a_hazard_ratio_from_its_interval():
    reference = CONVERSIONS["hr_from_ci"]
    given_numbers = reference["input"]
    effect = effects.hazard_ratio(
        given_numbers["hr"], given_numbers["lo"], given_numbers["hi"]
    )
    assert effect.y == near(reference["yi"])
    assert effect.se == near(reference["se"])
    assert effect.notes == ("Variance taken from the reported interval.",)


def test_an_estimate_off_the_middle_of_its_interval_is_warned_of():
    off = effects.effect_from_interval(Measure.MD, 0.2, 0.0, 1.0)
    assert "not in the middle" in off.notes[-1]
    ratio_on_a_plain_scale = effects.effect_from_interval(Measure.RR, 2.0, 1.0, 3.0)
    assert "not in the middle" in ratio_on_a_plain_scale.notes[-1]


def test_observed_minus_expected_gives_a_hazard_ratio():
    effect = effects.hazard_ratio_from_log_rank(-6.0, 12.0)
    assert effect.estimate == pytest.approx(math.exp(-0.5))
    assert effect.v == pytest.approx(1 / 12)


def test_a_ratio_is_shown_back_transformed():
    effect = effects.risk_ratio(12, 50, 20, 50)
    assert effect.estimate == pytest.approx(0.6)
    assert effect.low == pytest.approx(math.exp(effect.ci()[0]))
    assert effect.high == pytest.approx(math.exp(effect.ci()[1]))


arms = st.tuples(st.integers(0, 500), st.integers(1, 500)).filter(
    lambda x: x[0] <= x[1]
)


@given(arms, arms)
def test_swapping_the_arms_turns_the_effect_round(one, two):
    for measure in (
        effects.risk_ratio,
        effects.odds_ratio,
        effects.risk_difference,
        effects.peto_odds_ratio,
    ):
        there, back = measure(*one, *two), measure(*two, *one)
        assert there.estimable == back.estimable
        if there.estimable:
            assert there.y == pytest.approx(-back.y, abs=1e-9)
            assert there.v == pytest.approx(back.v)


@given(
    st.floats(0.05, 20), st.floats(1.01, 10), st.sampled_from(sorted(effects.RATIOS))
)
def test_an_interval_read_back_is_the_interval_reported(estimate, factor, measure):
    low, high = estimate / factor, estimate * factor
    effect = effects.effect_from_interval(measure, estimate, low, high)
    assert effect.low == pytest.approx(low)
    assert effect.high == pytest.approx(high)
    assert len(effect.notes) == 1


@given(st.floats(-0.99, 0.99), st.integers(4, 10_000))
def test_a_shown_correlation_stays_a_correlation(r, n):
    effect = effects.correlation(r, n)
    assume(effect.estimable)
    assert -1 <= effect.low <= effect.estimate <= effect.high <= 1


@pytest.mark.parametrize(
    ("events_1", "events_2", "total_2", "events"),
    [
        (3, 4, 50, 7),
        (3, None, None, 3),  # one group, and that is all of it
        (3, None, 50, None),  # the other group's events are not stated
        (None, 4, 50, None),
    ],
)
def test_events_are_those_of_all_the_groups_there_are(
    events_1, events_2, total_2, events
):
    result = SimpleNamespace(events_1=events_1, events_2=events_2, total_2=total_2)
    assert events_of(result) == events
