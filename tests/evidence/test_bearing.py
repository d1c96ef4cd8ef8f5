import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.words import Asserts
from evidence.method import (
    is_circular,
    propose_bearing,
    propose_occurrence,
    propose_value,
)
from evidence.words import Bearing

SAYING = sorted(set(Asserts) - {Asserts.NOT_SET})


def bearing(asserts, low=None, high=None, **more):
    return propose_bearing(asserts=asserts, low=low, high=high, **more).bearing


@pytest.mark.parametrize(
    ("asserts", "low", "high", "expected"),
    [
        ("raises", 0.1, 0.9, "supports"),
        ("raises", -0.9, -0.1, "contradicts"),
        ("raises", -0.1, 0.9, "inconclusive"),
        ("lowers", -0.9, -0.1, "supports"),
        ("lowers", 0.1, 0.9, "contradicts"),
        ("lowers", -0.9, 0.1, "inconclusive"),
        ("exists", -0.9, -0.1, "supports"),
        ("exists", -0.1, 0.9, "inconclusive"),
        ("little_or_no", -0.1, 0.1, "inconclusive"),
        ("little_or_no", 0.4, 0.9, "contradicts"),
        ("absent", -0.1, 0.1, "inconclusive"),
    ],
)
def test_an_interval_without_a_margin(asserts, low, high, expected):
    assert bearing(asserts, low, high) == expected


@pytest.mark.parametrize(
    ("asserts", "low", "high", "expected"),
    [
        ("raises", -0.1, 0.15, "little_to_no_difference"),
        ("raises", 0.05, 0.15, "little_to_no_difference"),
        ("raises", 0.05, 0.25, "supports"),
        ("lowers", -0.1, 0.1, "little_to_no_difference"),
        ("lowers", -0.3, 0.1, "inconclusive"),
        ("little_or_no", -0.1, 0.15, "supports"),
        ("little_or_no", 0.3, 0.5, "contradicts"),
        ("little_or_no", -0.5, -0.3, "contradicts"),
        ("little_or_no", 0.1, 0.5, "inconclusive"),
        ("absent", -0.1, 0.15, "supports"),
        ("exists", -0.1, 0.15, "little_to_no_difference"),
    ],
)
def test_an_interval_against_a_margin(asserts, low, high, expected):
    assert bearing(asserts, low, high, little_difference_margin=0.2) == expected


@pytest.mark.parametrize(
    ("low", "high", "better_when", "expected"),
    [
        (-0.1, 0.5, "higher", "supports"),
        (-0.5, 0.1, "lower", "supports"),
        (-0.5, -0.3, "higher", "contradicts"),
        (0.3, 0.5, "lower", "contradicts"),
        (-0.5, 0.5, "higher", "inconclusive"),
    ],
)
def test_at_least_as_good_is_judged_by_its_margin(low, high, better_when, expected):
    more = {"better_when": better_when, "little_difference_margin": 0.2}
    assert bearing("at_least_as_good", low, high, **more) == expected


def test_no_significant_difference_is_not_as_good_as():
    proposal = propose_bearing(
        asserts="at_least_as_good", low=-0.5, high=0.5, better_when="higher"
    )
    assert proposal.bearing == "inconclusive"
    assert "needs a stated margin" in proposal.reason


def test_better_depends_on_which_way_is_better():
    assert bearing("better_than", -0.9, -0.1, better_when="lower") == "supports"
    assert bearing("better_than", -0.9, -0.1, better_when="higher") == "contradicts"
    unknown = propose_bearing(asserts="better_than", low=-0.9, high=-0.1)
    assert unknown.bearing == "inconclusive"
    assert "not stated which way" in unknown.reason


@pytest.mark.parametrize(
    "asserts", [word for word in SAYING if word not in (Asserts.EXISTS, Asserts.ABSENT)]
)
@pytest.mark.parametrize("negated", [True, False])
def test_before_against_after_never_speaks_of_a_comparison(asserts, negated):
    proposal = propose_bearing(
        asserts=asserts,
        negated=negated,
        low=1.0,
        high=2.0,
        better_when="higher",
        little_difference_margin=0.2,
        contrast="before_after",
    )
    assert proposal.bearing == "does_not_address"
    assert "one group" in proposal.reason


def test_before_against_after_can_show_that_something_exists():
    assert bearing("exists", 1.0, 2.0, contrast="before_after") == "supports"


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.3, 0.9, "contradicts"),
        (-0.9, -0.3, "supports"),
        (-0.1, 0.1, "supports"),
        (-0.1, 0.9, "inconclusive"),
    ],
)
def test_a_denied_claim_turns_the_bearing_round(low, high, expected):
    more = {"negated": True, "little_difference_margin": 0.2}
    assert bearing("raises", low, high, **more) == expected


@pytest.mark.parametrize(
    ("asserts", "direction", "expected"),
    [
        ("raises", "higher", "supports"),
        ("raises", "lower", "contradicts"),
        ("lowers", "lower", "supports"),
        ("exists", "lower", "supports"),
        ("raises", "no_difference", "inconclusive"),
        ("raises", "mixed", "inconclusive"),
        ("raises", "not_stated", "inconclusive"),
        ("little_or_no", "no_difference", "inconclusive"),
        ("absent", "higher", "inconclusive"),
    ],
)
def test_a_direction_is_read_only_with_a_small_p(asserts, direction, expected):
    alone = propose_bearing(asserts=asserts, direction=direction)
    assert alone.bearing == "inconclusive"
    assert "interval" in alone.reason
    for p in ("<0.001", "p = 0.05", "0,02"):
        assert bearing(asserts, direction=direction, p_value=p) == expected
    for p in ("0.06", "> 0.01", "NS"):
        assert bearing(asserts, direction=direction, p_value=p) == "inconclusive"


def test_an_estimate_without_an_interval_is_a_direction():
    assert bearing("lowers", estimate=-0.4) == "inconclusive"
    assert bearing("lowers", estimate=-0.4, p_value="0.01") == "supports"
    assert bearing("lowers", estimate=0.0, p_value="0.01") == "inconclusive"
    found = bearing("raises", estimate=0.4, direction="lower", p_value="0.01")
    assert found == "contradicts"


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (-0.7, -0.4, "supports"),  # at least two thirds of 0.6
        (-0.39, -0.1, "contradicts"),  # less than claimed
        (-0.7, -0.1, "supports"),  # to both sides of it: the claim's side decides
        (-0.39, 0.2, "contradicts"),
        (-0.9, 0.2, "inconclusive"),
        (0.1, 0.2, "contradicts"),
        (-0.09, 0.09, "little_to_no_difference"),  # the margin comes first
    ],
)
def test_a_claimed_size_is_read_as_about_it(low, high, expected):
    sized = {"claimed_size": -0.6, "little_difference_margin": 0.1}
    assert bearing("lowers", low, high, **sized) == expected


def test_the_limits_of_a_ratio_are_inside_their_own_margin():
    limits = math.log(0.8), math.log(1.25)
    margin = {"little_difference_margin": math.log(1.25)}
    assert bearing("lowers", *limits, **margin) == "little_to_no_difference"


@pytest.mark.parametrize(
    ("low", "high", "claimed", "expected"),
    [
        (4.5, 5.5, (4, 6), "supports"),
        (7, 9, (4, 6), "contradicts"),
        (5, 9, (4, 6), "inconclusive"),
        (4.5, 5.5, (5, 5), "supports"),  # about 5
        (8, 9, (5, 5), "contradicts"),
        (41, 60, (40, None), "supports"),  # at least 40
        (20, 39, (40, None), "contradicts"),
    ],
)
def test_a_share_is_held_against_the_value_claimed(low, high, claimed, expected):
    value_low, value_high = claimed
    found = propose_value(
        low=low, high=high, value_low=value_low, value_high=value_high
    )
    assert found.bearing == expected


def test_one_case_shows_that_it_can_occur_and_none_shows_nothing():
    assert propose_occurrence(1).bearing == "supports"
    assert "attributes" in propose_occurrence(1).reason
    assert propose_occurrence(0).bearing == "inconclusive"


def test_a_risk_ratio_is_read_on_its_log_scale():
    low, high = math.log(0.20), math.log(0.70)
    assert bearing("lowers", low, high, estimate=math.log(0.38)) == "supports"


@pytest.mark.parametrize(
    ("numbers", "sentence"),
    [
        ({"low": 0.1}, "both its limits"),
        ({"low": 0.9, "high": 0.1}, "wrong way"),
        ({"low": 0.1, "high": 0.9, "estimate": 2.0}, "does not hold"),
        ({"little_difference_margin": 0.0}, "above 0"),
    ],
)
def test_impossible_numbers_are_refused(numbers, sentence):
    with pytest.raises(ValueError, match=sentence):
        propose_bearing(asserts="raises", **numbers)


limits = st.tuples(st.floats(-5, 5), st.floats(-5, 5)).map(sorted)
margins = st.none() | st.floats(0.01, 3)


@given(limits, margins)
def test_raising_seen_in_a_mirror_is_lowering(interval, margin):
    low, high = interval
    more = {"little_difference_margin": margin}
    assert bearing("raises", low, high, **more) == bearing(
        "lowers", -high, -low, **more
    )


@given(limits, margins, st.sampled_from(SAYING))
def test_a_claim_and_its_denial_are_never_both_supported(interval, margin, asserts):
    low, high = interval
    more = {"little_difference_margin": margin, "better_when": "higher"}
    plain = bearing(asserts, low, high, **more)
    denied = bearing(asserts, low, high, negated=True, **more)
    assert (plain == Bearing.INCONCLUSIVE) == (denied == Bearing.INCONCLUSIVE)
    assert not plain == denied == Bearing.SUPPORTS


@given(limits, st.sampled_from(SAYING))
def test_an_interval_around_no_difference_shows_nothing_without_a_margin(
    interval, asserts
):
    low, high = -abs(interval[0]), abs(interval[1])
    assert bearing(asserts, low, high, better_when="higher") == "inconclusive"


def test_evidence_is_circular_where_every_source_makes_the_claim():
    assert is_circular({1, 2}, {1, 2, 3})
    assert not is_circular({1, 4}, {1, 2, 3})
    assert not is_circular(set(), {1, 2, 3})
