"""How many people one adequate trial would need."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studies.information_size import for_means, for_risks

Z = 1.959964 + 0.841621  # 5 % in two sides, 80 % power


def test_the_size_for_two_risks_follows_the_formula():
    size = for_risks(0.2, 0.15)
    arm = Z**2 * (0.2 * 0.8 + 0.15 * 0.85) / 0.05**2
    assert size.people == 2 * 903
    assert size.people / 2 == pytest.approx(arm, abs=1)
    assert size.events == pytest.approx(903 * 0.35, abs=1)
    assert "p₀ = 0.2, p₁ = 0.15" in size.inputs


def test_a_small_standardised_difference_needs_about_four_hundred_an_arm():
    size = for_means(0.2, 1)
    assert size.people == 2 * 393
    assert size.events is None


@given(st.floats(0.001, 0.999), st.floats(0.001, 0.999))
def test_it_does_not_matter_which_risk_comes_first(one, other):
    if one == other:
        with pytest.raises(ValueError, match="different risks"):
            for_risks(one, other)
    else:
        assert for_risks(one, other).people == for_risks(other, one).people


@given(st.floats(0.1, 10), st.floats(0.1, 10))
def test_a_smaller_difference_needs_more_people(difference, deviation):
    size = for_means(difference, deviation).people
    assert for_means(difference / 2, deviation).people >= size


@pytest.mark.parametrize("numbers", [(0, 1), (-1, 1), (1, 0)])
def test_a_difference_and_a_spread_are_above_none(numbers):
    with pytest.raises(ValueError, match="above 0"):
        for_means(*numbers)
