"""People who are not independent, rates, proportions, and groups made into one."""

import math

import pytest

from studies.combining import (
    Counted,
    Measured,
    combined_counts,
    combined_effects,
    combined_means,
    complement,
)
from studies.dependence import (
    correlation_of_values,
    design_effect,
    discordant_pairs,
    in_clusters,
    paired_difference,
    paired_risk_difference,
)
from studies.effects import (
    Effect,
    Measure,
    mean_difference,
    odds_ratio,
    risk_ratio,
)
from studies.pooling import pool
from studies.rates import proportion, rate_ratio


def test_clusters_of_20_with_an_icc_of_0_05_halve_what_a_trial_tells():
    assert design_effect(21, 0.05) == pytest.approx(2.0)
    alone = risk_ratio(12, 50, 20, 50)
    clustered = in_clusters(alone, cluster_size=21, icc=0.05, borrowed=True)
    assert clustered.y == alone.y
    assert clustered.v == pytest.approx(2 * alone.v)
    assert "ICC 0.05, borrowed from another study" in clustered.notes[-1]


def test_variances_of_clusters_are_those_of_so_many_fewer_people():
    fewer = odds_ratio(6, 25, 10, 25)
    clustered = in_clusters(odds_ratio(12, 50, 20, 50), cluster_size=11, icc=0.1)
    assert (clustered.y, clustered.v) == pytest.approx((fewer.y, fewer.v))


def test_what_is_not_estimable_stays_so_in_clusters():
    silent = risk_ratio(0, 9, 0, 9)
    assert in_clusters(silent, cluster_size=9, icc=0.1) == silent


def test_an_unknown_correlation_is_assumed_and_shown_at_others():
    found = paired_difference(6.2, 2.1, 7.4, 2.4, 24)
    assert found.assumed and "0.5 was assumed" in found.effect.notes[-1]
    assert found.effect.v == pytest.approx((2.1**2 + 2.4**2 - 2.1 * 2.4) / 24)
    wide, narrow = found.at_other_r[0.3], found.at_other_r[0.7]
    assert wide.v > found.effect.v > narrow.v
    assert not paired_difference(6.2, 2.1, 7.4, 2.4, 24, 0.6).assumed


def test_a_correlation_follows_from_the_deviation_of_the_difference():
    sd = math.sqrt(2.1**2 + 2.4**2 - 2 * 0.6 * 2.1 * 2.4)
    assert correlation_of_values(2.1, 2.4, sd) == pytest.approx(0.6)
    with pytest.raises(ValueError, match="do not fit together"):
        correlation_of_values(1, 1, 9)


def test_pairs_that_are_alike_on_both_sides_say_nothing():
    effect = discordant_pairs(12, 4)
    assert (effect.estimate, effect.v) == pytest.approx((3.0, 1 / 12 + 1 / 4))
    assert not discordant_pairs(0, 0).estimable
    assert discordant_pairs(0, 4).estimate == pytest.approx(1 / 9)
    difference = paired_risk_difference(12, 4, 40)
    assert difference.y == pytest.approx(0.2)
    assert difference.v == pytest.approx((16 - 64 / 40) / 40**2)


def test_rates_are_compared_by_person_time():
    effect = rate_ratio(10, 1000, 20, 1000)
    assert (effect.estimate, effect.v) == pytest.approx((0.5, 0.15))
    assert not rate_ratio(0, 9, 0, 9).estimable
    assert "one half" in rate_ratio(0, 9, 3, 9).notes[0]
    with pytest.raises(ValueError, match="person-time is above 0"):
        rate_ratio(1, 0, 1, 1)


def test_proportions_are_pooled_by_their_logits():
    shares = [proportion(10, 100), proportion(30, 100), proportion(20, 100)]
    pooled = pool(shares, method="FE")
    by_hand = sum(one.y / one.v for one in shares) / sum(1 / one.v for one in shares)
    assert pooled.estimate == pytest.approx(1 / (1 + math.exp(-by_hand)))
    assert proportion(0, 50).estimate == pytest.approx(0.5 / 51)
    assert 0 < proportion(0, 50).low < proportion(50, 50).high < 1


def test_arms_on_one_control_are_combined():
    assert combined_counts([Counted(4, 50), Counted(6, 60)]) == (10, 110)
    low, high = Measured(5, 2, 20), Measured(6, 2.5, 30)
    both = combined_means([low, high])
    values_alone = combined_means([both])
    assert values_alone == pytest.approx(both)
    assert mean_difference(*both[:2], both.total, 4, 2, 50).v > 0
    with pytest.raises(ValueError, match="at least two people"):
        combined_means([Measured(1, 0, 1)])


def test_subgroups_of_a_study_are_combined_by_a_fixed_effect():
    women, men = risk_ratio(4, 50, 9, 50), risk_ratio(6, 60, 8, 60)
    together = combined_effects([women, men])
    assert together.y == pytest.approx(pool([women, men], method="FE").y)
    assert together.se == pytest.approx(pool([women, men], method="FE").se)
    assert combined_effects([women, risk_ratio(0, 9, 0, 9)]).y == women.y
    with pytest.raises(ValueError, match="one measure"):
        combined_effects([women, Effect(Measure.OR, 0.0, 1.0)])


def test_survival_is_no_inverse_of_death():
    dead, others = Counted(10, 100), Counted(20, 100)
    death = risk_ratio(*dead, *others)
    survival = risk_ratio(*complement(dead), *complement(others))
    assert survival.estimate == pytest.approx(90 / 80)
    assert survival.estimate != pytest.approx(1 / death.estimate)
