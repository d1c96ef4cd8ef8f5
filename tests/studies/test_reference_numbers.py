"""Every reference number is tried: one that no test knows of fails here."""

import math

import pytest

from studies import combining, conversions, effects
from studies.dependence import paired_difference
from studies.pooling import pool
from studies.vote_counting import vote_count
from tests.studies.reference import DATASETS, NUMBERS, counts, near

SIZES, CONVERSIONS = NUMBERS["effect_sizes"], NUMBERS["conversions"]
TRIED = {  # sections, each with what is tried of it
    "source": None,
    "datasets": None,
    "design_hints": None,
    "vote_counting": None,
    "mantel_haenszel_peto": None,
    "extra_meta_analysis": {
        "subgroup_bcg_alloc_REML_separate_tau2",
        "leave_one_out_bcg_REML",
        "weights_percent_bcg_REML",
        "cumulative_bcg_DL_by_year",
    },
}
NOT_OFFERED = {
    "meta_regression_bcg_ablat_REML",
    "trimfill_bcg_DL",
    "rd_zero_note",  # a half added to a risk difference's cells
}


def of_counts(make):
    def read(given):
        a, b, c, d = (given[key] for key in "abcd")
        return make(a, a + b, c, c + d)

    return read


def of_means(make):
    names = ("m1", "sd1", "n1", "m2", "sd2", "n2")
    return lambda given: make(*(given[name] for name in names))


def paired(given):
    names = ("m1", "sd1", "m2", "sd2", "n", "r")
    return paired_difference(*(given[name] for name in names)).effect


EFFECTS = {
    "md": of_means(effects.mean_difference),
    "smd_g_large": of_means(effects.standardised_mean_difference),
    "smd_g_small": of_means(effects.standardised_mean_difference),
    "rom": of_means(effects.ratio_of_means),
    "rr": of_counts(effects.risk_ratio),
    "or": of_counts(effects.odds_ratio),
    "rd": of_counts(effects.risk_difference),
    "or_zero": of_counts(effects.odds_ratio),
    "rr_zero": of_counts(effects.risk_ratio),
    "rd_zero_raw": of_counts(effects.risk_difference),
    "peto_or": of_counts(effects.peto_odds_ratio),
    "zcor": lambda given: effects.correlation(**given),
    "paired_md": paired,
}


def t_p(x):
    df = x["n1"] + x["n2"] - 2
    se = conversions.se_from_p(x["md"], x["p"], df)
    sd = conversions.pooled_sd_from_se(se, x["n1"], x["n2"])
    return {"t": abs(x["md"]) / se, "se": se, "sd_pooled": sd}


def groups(x):
    both = (combining.Measured(x[f"m{n}"], x[f"sd{n}"], x[f"n{n}"]) for n in (1, 2))
    found = combining.combined_means(list(both))
    return {"n": found.total, "mean": found.mean, "sd": found.sd}


def hazard(x):
    effect = effects.hazard_ratio(x["hr"], x["lo"], x["hi"])
    return {"yi": effect.y, "se": effect.se}


def log_odds(x):
    return dict(
        zip(("lnor", "v"), conversions.log_odds_ratio_from_smd(**x), strict=True)
    )


CONVERTED = {
    "hr_from_ci": hazard,
    "se_from_p": lambda x: {"se": conversions.se_from_p(x["effect"], x["p"])},
    "md_se_from_t_p": t_p,
    "sd_from_se": lambda x: {"sd": conversions.sd_from_se(**x)},
    "sd_from_mean_ci_t": lambda x: {
        "sd": conversions.sd_from_interval(x["lo"], x["hi"], x["n"])
    },
    "combine_groups": groups,
    "smd_to_lnor": log_odds,
    "d_to_r": lambda x: {"r": conversions.correlation_from_smd(**x)},
}
LISTED = {"five_number", "skew_test"}
OF_APPRAISALS = {"rob2", "robins_i_2016_overall", "amstar2", "newcastle_ottawa"}
OF_AGREEMENT = {"kappa", "krippendorff_and_fleiss"}  # with their commands' tests, both
IN_ABSOLUTE_EFFECTS = {"abs_risk", "abs_risk_from_or", "or_to_rr"}  # its own test


def test_no_reference_number_goes_untried():
    elsewhere = OF_APPRAISALS | OF_AGREEMENT
    sections = {*TRIED, "effect_sizes", "conversions"} | elsewhere
    assert set(NUMBERS) == sections
    assert set(SIZES) - NOT_OFFERED == {*EFFECTS, "J"}
    assert set(CONVERSIONS) == {*CONVERTED, *LISTED, *IN_ABSOLUTE_EFFECTS}
    extra = NUMBERS["extra_meta_analysis"]
    assert set(extra) - NOT_OFFERED == TRIED["extra_meta_analysis"]
    models = {name for one in DATASETS.values() for name in one["models"]}
    assert models == {
        f"{method}{interval}"
        for method in ("DL", "PM", "REML")
        for interval in ("", "_HK")
    } | {"FE", "REML_HK_adhoc"}


@pytest.mark.parametrize("name", EFFECTS)
def test_an_effect_equals_its_reference(name):
    effect = EFFECTS[name](SIZES[name]["input"])
    assert (effect.y, effect.v) == (near(SIZES[name]["yi"]), near(SIZES[name]["vi"]))


@pytest.mark.parametrize("name", CONVERTED)
def test_a_conversion_equals_its_reference(name):
    reference = CONVERSIONS[name]
    for key, value in CONVERTED[name](reference["input"]).items():
        assert value == near(reference[key]), key


@pytest.mark.parametrize("case", CONVERSIONS["five_number"])
def test_means_and_deviations_from_medians(case):
    given, expected = case["input"], case["out"]
    names = [name for name in given if name not in ("scenario", "n")]
    numbers = {
        {"min": "low", "max": "high"}.get(name, name): given[name] for name in names
    }
    convert = {
        ("min", "median", "max"): conversions.from_range,
        ("q1", "median", "q3"): conversions.from_quartiles,
    }.get(tuple(names), conversions.from_five)
    found = convert(**numbers, n=given["n"])
    assert found.mean == near(expected["mean_luo"])
    assert found.sd == near(expected.get("sd_shi", expected["sd_wan"]))


@pytest.mark.parametrize("case", CONVERSIONS["skew_test"])
def test_skewed_numbers_are_not_converted(case):
    x, out = case["input"], case["out"]
    if "min" in x:
        skewed = conversions.skewed_by_range(x["min"], x["median"], x["max"], x["n"])
    else:
        skewed = conversions.skewed_by_quartiles(x["q1"], x["median"], x["q3"], x["n"])
    by = "1" if "min" in x else "2"
    assert skewed == (out[f"T{by}"] > out[f"crit{by}"])


@pytest.mark.parametrize("case", NUMBERS["vote_counting"])
def test_votes_by_direction(case):
    count = vote_count(**case["input"])
    assert count.share == near(case["proportion"])
    assert count.p == near(case["sign_test_p"])
    assert count.wilson == (near(case["wilson"][0]), near(case["wilson"][1]))
    exact = case["clopper_pearson"]
    assert count.clopper_pearson == (near(exact[0]), near(exact[1]))


def test_no_votes_are_not_counted():
    with pytest.raises(ValueError, match="0 of 0 studies"):
        vote_count(0, 0)


def test_trials_are_pooled_one_after_the_other():
    rows = {row["study"]: row for row in DATASETS["bcg_rr"]["rows"]}
    so_far = []
    for step in NUMBERS["extra_meta_analysis"]["cumulative_bcg_DL_by_year"]:
        so_far.append(effects.risk_ratio(*counts(rows[step["added"]])))
        if len(so_far) == 1:
            (alone,) = so_far
            assert (alone.y, *alone.ci()) == (
                near(step["estimate"]),
                near(step["ci_lo"]),
                near(step["ci_hi"]),
            )
            continue
        pooled = pool(so_far, method="DL", interval="Wald")
        assert pooled.y == near(step["estimate"])
        assert pooled.ci == (near(step["ci_lo"]), near(step["ci_hi"]))


@pytest.mark.parametrize("p", [0, 1, -0.1, math.nan])
def test_a_bound_is_no_p_value(p):
    with pytest.raises(ValueError, match="lies between 0 and 1"):
        conversions.se_from_p(1.0, p)
