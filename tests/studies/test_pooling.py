import math
import warnings
from importlib import import_module

import numpy as np
import pytest
from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st

from studies.effects import (
    Effect,
    Measure,
    mean_difference,
    odds_ratio,
    risk_difference,
    risk_ratio,
)
from studies.heterogeneity import i2_from_q_interval
from studies.pooling import pool, without_weight
from studies.pooling_checks import egger_test, leave_one_out, subgroups
from tests.studies.reference import (
    DATASETS,
    NUMBERS,
    RANDOMISED_BCG,
    counts,
    effects_of,
    near,
)

EXTRA = NUMBERS["extra_meta_analysis"]
ALLOCATION = {
    "alternate": ("Frimodt-Moller et al 1973", "Stein & Aronson 1953"),
    "random": RANDOMISED_BCG,
    "systematic": (
        "Rosenthal et al 1961",
        "Comstock et al 1974",
        "Comstock & Webster 1969",
        "Comstock et al 1976",
    ),
}
MODELS = {
    "FE": ("FE", "Wald"),
    "DL": ("DL", "Wald"),
    "DL_HK": ("DL", "HK_unguarded"),
    "PM": ("PM", "Wald"),
    "PM_HK": ("PM", "HK_unguarded"),
    "REML": ("REML", "Wald"),
    "REML_HK": ("REML", "HK_unguarded"),
    "REML_HK_adhoc": ("REML", "HK"),
}
CASES = [(dataset, model) for dataset in DATASETS for model in MODELS]


def bcg(names):
    rows = DATASETS["bcg_rr"]["rows"]
    return [risk_ratio(*counts(row)) for row in rows if row["study"] in names]


def effect(y, v=1.0):
    return Effect(Measure.MD, float(y), float(v))


@pytest.mark.parametrize(("dataset", "model"), CASES)
def test_a_pooled_estimate_equals_metafor(dataset, model):
    method, interval = MODELS[model]
    expected = DATASETS[dataset]["models"][model]
    pooled = pool(effects_of(dataset), method=method, interval=interval)
    assert pooled.y == near(expected["estimate"])
    assert pooled.se == near(expected["se"])
    assert pooled.ci == (near(expected["ci_lo"]), near(expected["ci_hi"]))
    assert pooled.p == near(expected["p"])
    assert pooled.df == expected["df"]
    if method != "FE":
        assert pooled.tau2 == near(expected["tau2"])
        assert pooled.i2 == near(expected["I2_from_tau2"])
        assert pooled.h2 == near(expected["H2_from_tau2"])


@pytest.mark.parametrize(("dataset", "model"), [c for c in CASES if c[1] != "FE"])
def test_a_prediction_interval_equals_metafor(dataset, model):
    method, interval = MODELS[model]
    expected = DATASETS[dataset]["models"][model]
    for below_k in (1, 2):
        pooled = pool(
            effects_of(dataset),
            method=method,
            interval=interval,
            prediction_df_below_k=below_k,
        )
        assert pooled.prediction == (
            near(expected[f"pi_lo_t_kminus{below_k}"]),
            near(expected[f"pi_hi_t_kminus{below_k}"]),
        )
        assert pooled.prediction_df == pooled.k - below_k


@pytest.mark.parametrize("dataset", DATASETS)
def test_heterogeneity_equals_metafor(dataset):
    expected = DATASETS[dataset]["heterogeneity"]
    limits = expected["q_profile_ci_REML"]
    pooled = pool(effects_of(dataset))
    assert (pooled.q, pooled.q_df) == (near(expected["Q"]), expected["df"])
    assert pooled.q_p == near(expected["Q_p"])
    assert pooled.tau2_ci == (near(limits["tau2_lo"]), near(limits["tau2_hi"]))
    assert pooled.i2_ci == (near(limits["I2_lo"]), near(limits["I2_hi"]))


@pytest.mark.parametrize("dataset", DATASETS)
def test_eggers_test_equals_metafor(dataset):
    expected = DATASETS[dataset]["egger"]
    test = egger_test(effects_of(dataset), at_least=3)
    assert test.intercept == near(expected["intercept"])
    assert test.se == near(expected["intercept_se"])
    assert (test.t, test.df) == (near(expected["t"]), expected["df"])
    assert test.p == near(expected["p"])
    assert test.limit == near(expected["limit_estimate"])


def test_eggers_test_needs_ten_studies():
    assert egger_test(effects_of("normand_md")) is None
    assert egger_test(effects_of("bcg_rr")) is not None


def test_eggers_test_warns_where_another_suits_better():
    assert "Peters" in egger_test(effects_of("bcg_or")).note
    assert "artefact" in egger_test(effects_of("raudenbush_smd")).note


def test_eggers_test_says_nothing_of_equally_precise_studies():
    assert egger_test([effect(y) for y in range(12)]) is None


def test_the_seven_randomised_bcg_trials():
    pooled = pool(bcg(RANDOMISED_BCG))
    assert pooled.k == 7
    shown = [pooled.estimate, *pooled.shown_ci, *pooled.shown_prediction]
    assert [round(x, 2) for x in shown] == [0.38, 0.19, 0.74, 0.07, 2.02]


def test_a_factor_below_one_is_told():
    note = pool(bcg(RANDOMISED_BCG)).notes[0]
    assert "the Hartung–Knapp factor, 0.84, was set to 1" in note


def test_each_study_left_out_in_turn():
    pools = leave_one_out(effects_of("bcg_rr"), interval="Wald")
    for pooled, expected in zip(pools, EXTRA["leave_one_out_bcg_REML"], strict=True):
        assert pooled.y == near(expected["estimate"])
        assert pooled.ci == (near(expected["ci_lo"]), near(expected["ci_hi"]))
        assert pooled.tau2 == near(expected["tau2"])
        assert pooled.i2 == near(expected["I2"])


def test_a_single_study_leaves_nothing_to_leave_out():
    assert leave_one_out([effect(1)]) == []


def test_weights_are_per_cent_and_in_the_order_given():
    pooled = pool(effects_of("bcg_rr"))
    assert list(pooled.weights) == near(EXTRA["weights_percent_bcg_REML"])


def test_groups_by_allocation_are_compared():
    expected = EXTRA["subgroup_bcg_alloc_REML_separate_tau2"]
    result = subgroups({name: bcg(ALLOCATION[name]) for name in ALLOCATION})
    for group in expected["groups"]:
        pooled = result.groups[group["group"]]
        assert pooled.y == near(group["estimate"])
        assert pooled.se_wald == near(group["se"])
        assert pooled.tau2 == near(group["tau2"])
        assert pooled.q == near(group["Q"])
    assert result.q_between == near(expected["Q_between"])
    assert (result.df, result.p) == (expected["df"], near(expected["p"]))


def test_a_group_of_one_study_enters_the_comparison():
    result = subgroups({"a": [effect(0)], "b": [effect(3)]})
    assert result.groups["a"].y is None
    assert result.q_between == pytest.approx(4.5)


def test_one_group_alone_is_compared_with_nothing():
    result = subgroups({"a": [effect(0), effect(1)], "b": [odds_ratio(0, 9, 0, 9)]})
    assert result.q_between is None


def test_one_study_is_not_pooled():
    pooled = pool([effect(1)])
    assert (pooled.k, pooled.y, pooled.estimate, pooled.shown_ci) == (1,) + (None,) * 3
    assert pooled.notes == ("Fewer than two studies: not pooled.",)
    assert pooled.weights == (100.0,)


def test_two_studies_show_both_intervals_and_no_prediction():
    pooled = pool([effect(0), effect(2)])
    wald = pool([effect(0), effect(2)], interval="Wald")
    assert pooled.ci_wald == wald.ci
    assert pooled.ci.low < wald.ci.low < wald.ci.high < pooled.ci.high
    assert any(note.startswith("Two studies") for note in pooled.notes)
    assert pooled.prediction is None
    assert any(note.startswith("No prediction interval") for note in pooled.notes)


def test_the_guard_keeps_the_interval_as_wide_as_it_should_be():
    guarded = pool(effects_of("hine_rd"))
    plain = pool(effects_of("hine_rd"), interval="HK_unguarded")
    fixed = pool(effects_of("hine_rd"), method="FE")
    assert plain.ci.low > fixed.ci.low
    assert guarded.ci.low < fixed.ci.low
    assert "was set to 1" in guarded.notes[0]


def test_a_factor_that_paule_and_mandel_make_1_is_not_remarked_on():
    for dataset in ("bcg_rr", "bcg_or", "normand_md", "magnesium_or"):
        pooled = pool(effects_of(dataset), method="PM")
        assert not any("factor" in note for note in pooled.notes)


@pytest.mark.parametrize(
    ("ys", "method", "decides"),
    [((0, 9), "REML", True), ((0, 0, 0), "DL", True), ((0, 4, 9), "PM", False)],
)
def test_wald_decides_with_two_studies_and_without_tau2(ys, method, decides):
    assert pool([effect(y) for y in ys], method=method).wald_decides is decides


def test_a_pool_of_the_fixed_effect_has_no_interval_but_walds():
    assert pool([effect(0), effect(4), effect(9)], method="FE").wald_decides


def test_one_study_far_more_precise_than_the_rest_leaves_i2_its_digits():
    pooled = pool([effect(0, 1e-12), effect(0, 1e6)])
    assert (pooled.i2, pooled.h2) == (0, 1)


def test_i2_of_two_like_studies_has_no_interval_from_q():
    assert i2_from_q_interval(1.0, 1) is None
    assert i2_from_q_interval(0.0, 2).low == 0


def test_equal_studies_have_no_p_value_where_nothing_guards_their_interval():
    equal = [effect(1), effect(1), effect(1)]
    assert pool(equal, interval="HK_unguarded").p is None
    assert pool(equal).p > 0


def test_a_study_that_says_nothing_is_left_out_and_named():
    silent = odds_ratio(0, 20, 0, 20)
    both = [odds_ratio(1, 20, 4, 20), silent, odds_ratio(2, 30, 5, 30)]
    pooled = pool(both)
    assert pooled.k == 2
    assert pooled.weights[1] is None
    assert sum(w for w in pooled.weights if w) == pytest.approx(100)
    assert pooled.notes[0] == "1 study left out: no estimate or no variance."


def test_a_study_without_variance_is_left_out():
    assert pool([risk_difference(0, 9, 0, 9), risk_difference(1, 9, 2, 9)]).k == 1


def md(y, v):
    return Effect(Measure.MD, y, v)


@pytest.mark.parametrize(
    ("silent", "why"),
    [
        (odds_ratio(0, 20, 0, 20), "No events in both arms: not estimable."),
        (mean_difference(1, 0, 9, 2, 0, 9), "No variance: it cannot be weighed."),
        (md(1e16, 1.0), "too large or too small to be weighed"),
        (md(1.0, 1e-31), "too large or too small to be weighed"),
        (md(1.0, 1e31), "too large or too small to be weighed"),
    ],
)
def test_an_effect_without_weight_says_why(silent, why):
    assert why in without_weight(silent)
    assert not without_weight(md(0.0, 1.0))


@trying(max_examples=60, deadline=None)
@given(
    st.lists(
        st.builds(
            lambda sign, far, wide: md(sign * 10.0**far, 10.0**wide),
            st.sampled_from([-1, 0, 1]),
            st.floats(-15, 15),
            st.floats(-30, 30),
        ),
        min_size=2,
        max_size=6,
    )
)
def test_however_unlike_in_size_they_are_pooled_to_figures(effects):
    pooled = pool(effects)
    figures = [pooled.estimate, *pooled.shown_ci, pooled.tau2, pooled.i2, pooled.q]
    assert all(map(math.isfinite, figures))


def test_the_interval_of_i2_is_labelled_with_its_estimator():
    pooled = pool(effects_of("bcg_rr"), method="DL")
    assert "I² from tau² (DerSimonian–Laird), its interval by Q-profile." in (
        pooled.notes
    )
    assert "Prediction interval: t with k − 1 degrees of freedom." in pooled.notes


def test_a_fixed_effect_has_no_heterogeneity_and_a_normal_interval():
    pooled = pool(effects_of("bcg_rr"), method="FE")
    assert pooled.interval == "Wald"
    assert (pooled.tau2, pooled.i2, pooled.prediction) == (None, None, None)


@pytest.mark.parametrize(
    ("effects", "options", "sentence"),
    [
        ([], {}, "nothing to pool"),
        ([effect(1), odds_ratio(1, 9, 2, 9)], {}, "different measures.*md, or"),
        ([effect(1), effect(2)], {"method": "best"}, "Unknown method 'best'"),
        ([effect(1), effect(2)], {"interval": "wide"}, "Unknown interval 'wide'"),
        ([effect(1), effect(2)], {"level": 95}, "between 0 and 1"),
        ([effect(1), effect(2)], {"prediction_df_below_k": 3}, "k - 1 or k - 2"),
    ],
)
def test_what_cannot_be_pooled_is_refused_with_a_sentence(effects, options, sentence):
    with pytest.raises(ValueError, match=sentence):
        pool(effects, **options)


def test_pymare_agrees_on_the_bcg_trials():
    effects = effects_of("bcg_rr")
    y = np.array([[one.y] for one in effects])
    v = np.array([[one.v] for one in effects])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pymare = import_module("pymare")  # slow to load, and no other test needs it
        estimators = import_module("pymare.estimators")
        fit = estimators.VarianceBasedLikelihoodEstimator(method="REML").fit_dataset(
            pymare.Dataset(y, v, add_intercept=True)
        )
        table = fit.summary()
    pooled = pool(effects)
    assert pooled.y == near(float(np.ravel(table.fe_params)[0]), rel=1e-4)
    assert pooled.tau2 == near(float(np.ravel(table.tau2)[0]), rel=1e-4)


rows = st.lists(
    st.tuples(st.floats(-5, 5), st.floats(1e-3, 10)), min_size=2, max_size=12
)


@trying(max_examples=40)
@given(rows, st.floats(-3, 3), st.sampled_from(["FE", "DL", "PM", "REML"]))
def test_a_shift_of_all_effects_shifts_the_pool_alone(numbers, shift, method):
    here = pool([effect(y, v) for y, v in numbers], method=method)
    there = pool([effect(y + shift, v) for y, v in numbers], method=method)
    assert there.y == pytest.approx(here.y + shift, abs=1e-5)
    assert there.se == pytest.approx(here.se, rel=1e-4)


@trying(max_examples=40)
@given(rows, st.floats(0.01, 100))
def test_another_unit_changes_the_numbers_and_not_the_finding(numbers, unit):
    here = pool([effect(y, v) for y, v in numbers])
    there = pool([effect(y * unit, v * unit**2) for y, v in numbers])
    assert there.i2 == pytest.approx(here.i2, abs=1e-3)
    assert there.ci.low == pytest.approx(here.ci.low * unit, rel=1e-3, abs=1e-4 * unit)


@trying(max_examples=40)
@given(rows)
def test_the_pool_lies_among_its_studies_and_no_interval_beats_a_fixed_effect(numbers):
    pooled = pool([effect(y, v) for y, v in numbers])
    fixed = pool([effect(y, v) for y, v in numbers], method="FE")
    ys = [y for y, _ in numbers]
    assert min(ys) - 1e-9 <= pooled.y <= max(ys) + 1e-9
    width, least = (one.ci.high - one.ci.low for one in (pooled, fixed))
    assert width >= least * (1 - 1e-9)
    assert width >= (pooled.ci_wald.high - pooled.ci_wald.low) * (1 - 1e-9)
    assert pooled.tau2_ci.low <= pooled.tau2_ci.high
    assert sum(pooled.weights) == pytest.approx(100)


def test_with_two_studies_or_no_spread_walds_interval_is_read():
    alike = [Effect(Measure.RR, -1.0, 0.1), Effect(Measure.RR, -1.0, 0.1)]
    apart = [Effect(Measure.RR, y, 0.01) for y in (-1.0, 0.0, 1.0)]
    for effects, wald in ((alike, True), ([*alike, alike[0]], True), (apart, False)):
        pooled = pool(effects)
        limits = pooled.ci_wald if wald else pooled.ci
        assert pooled.deciding_ci == pytest.approx([math.exp(one) for one in limits])
