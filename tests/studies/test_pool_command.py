"""``manage.py pool``: a table is pooled as metafor pools it, and nothing is stored."""

import csv
import io
import json
import math
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest
from django.core.management import CommandError, call_command
from hypothesis import given, settings
from hypothesis import strategies as st

from studies.meta_analysis import MODELS, analyse
from studies.pooling_tables import COUNTS, MEANS, VARIANCE, Row, Table
from tests.studies.reference import DATASETS, NUMBERS, counts, near

METRICS = {"log RR": "rr", "log OR": "or", "RD": "rd", "MD": "md"}
CASES = [(dataset, model) for dataset in DATASETS for model in ("reml", "dl", "pm")]
SPARSE = NUMBERS["mantel_haenszel_peto"]


@pytest.fixture
def pooled(tmp_path):
    """Pools columns and rows through a file; the facts, or the words printed."""

    def run(columns, rows, *options, as_json=True):
        path = tmp_path / "table.csv"
        with path.open("w", newline="") as stream:
            csv.writer(stream).writerows([("study", *columns), *rows])
        out = io.StringIO()
        flag = ["--json"] if as_json else []
        call_command("pool", str(path), *options, *flag, stdout=out)
        return json.loads(out.getvalue()) if as_json else out.getvalue()

    return run


def table_of(dataset):
    """A reference data set as columns, rows and its metric."""
    rows, metric = DATASETS[dataset]["rows"], METRICS.get(DATASETS[dataset]["measure"])
    if "ai" in rows[0]:
        return COUNTS, [(row["study"], *counts(row)) for row in rows], metric
    if "m1" in rows[0]:
        keys = ("m1", "sd1", "n1", "m2", "sd2", "n2")
        means = [(row["study"], *(row[key] for key in keys)) for row in rows]
        return MEANS, means, metric or "smd"
    return VARIANCE, [(row["study"], row["yi"], row["vi"]) for row in rows], "smd"


def limits(expected, metric, low="ci_lo", high="ci_hi"):
    return [near(back(metric, expected[name])) for name in (low, high)]


def back(metric, value):
    return math.exp(value) if metric in ("rr", "or") else value


# --- As the references have it ------------------------------------------------


@pytest.mark.parametrize(("dataset", "model"), CASES)
def test_random_effects_equal_metafor(pooled, dataset, model):
    columns, rows, metric = table_of(dataset)
    facts = pooled(columns, rows, "--metric", metric, "--model", model)
    expected = DATASETS[dataset]["models"][model.upper()]
    assert facts["k"] == DATASETS[dataset]["k"]
    assert facts["estimate"] == near(back(metric, expected["estimate"]))
    assert facts["ci_wald"] == limits(expected, metric)
    assert facts["tau2"] == near(expected["tau2"])
    assert facts["i2"] == near(expected["I2_from_tau2"])
    heterogeneity = DATASETS[dataset]["heterogeneity"]
    assert facts["q"] == near(heterogeneity["Q"])
    assert (facts["df"], facts["p_q"]) == (
        heterogeneity["df"],
        near(heterogeneity["Q_p"]),
    )
    profile = heterogeneity["q_profile_ci_REML"]
    assert facts["tau2_ci"] == [near(profile["tau2_lo"]), near(profile["tau2_hi"])]
    assert facts["i2_ci"] == [near(profile["I2_lo"]), near(profile["I2_hi"])]
    assert facts["decides"] == ("hk" if expected["tau2"] else "wald")


@pytest.mark.parametrize("dataset", DATASETS)
def test_the_guarded_interval_equals_metafor(pooled, dataset):
    columns, rows, metric = table_of(dataset)
    facts = pooled(columns, rows, "--metric", metric)
    expected = DATASETS[dataset]["models"]["REML_HK_adhoc"]
    assert facts["ci"] == limits(expected, metric)
    ends = ("pi_lo_t_kminus1", "pi_hi_t_kminus1")
    assert facts["prediction"] == limits(expected, metric, *ends)


@pytest.mark.parametrize(("dataset", "model"), [c for c in CASES if c[1] != "reml"])
def test_every_random_model_is_guarded_alike(pooled, dataset, model):
    """Metafor's unguarded interval, or one with its factor at 1 where that is less."""
    columns, rows, metric = table_of(dataset)
    facts = pooled(columns, rows, "--metric", metric, "--model", model)
    models = DATASETS[dataset]["models"]
    plain, wald = models[f"{model.upper()}_HK"], models[model.upper()]
    half = max(1, wald["se"] / plain["se"]) * (plain["ci_hi"] - plain["estimate"])
    guarded = [plain["estimate"] - half, plain["estimate"] + half]
    assert facts["ci"] == [near(back(metric, limit)) for limit in guarded]


@pytest.mark.parametrize("dataset", DATASETS)
def test_a_fixed_effect_equals_metafor(pooled, dataset):
    columns, rows, metric = table_of(dataset)
    facts = pooled(columns, rows, "--metric", metric, "--model", "fe")
    expected = DATASETS[dataset]["models"]["FE"]
    from_q = DATASETS[dataset]["heterogeneity"]["I2_from_Q"]
    assert facts["estimate"] == near(back(metric, expected["estimate"]))
    assert facts["ci"] == facts["ci_wald"] == limits(expected, metric)
    assert facts["i2"] == near(from_q["I2"])
    assert facts["i2_ci"] == [near(from_q["I2_lo"]), near(from_q["I2_hi"])]
    assert (facts["tau2"], facts["tau2_ci"], facts["prediction"]) == (None,) * 3
    assert facts["decides"] == "wald"


@pytest.mark.parametrize("name", SPARSE)
def test_pools_of_counts_equal_metafor(pooled, name):
    dataset, _, model = name.rpartition("_")
    columns, rows, _ = table_of(dataset)
    metric = dataset.rpartition("_")[2]
    facts = pooled(columns, rows, "--metric", metric, "--model", model)
    expected = SPARSE[name]
    assert facts["estimate"] == near(back(metric, expected["log_estimate"]))
    assert facts["ci"] == limits(expected, metric)
    assert facts["q"] == near(expected["Q"])
    assert (facts["tau2"], facts["prediction"]) == (None, None)
    assert sum(study["weight"] for study in facts["studies"]) == pytest.approx(100)


@pytest.mark.parametrize("dataset", DATASETS)
def test_eggers_test_equals_metafor_where_there_are_ten_studies(pooled, dataset):
    columns, rows, metric = table_of(dataset)
    egger = pooled(columns, rows, "--metric", metric)["egger"]
    expected = DATASETS[dataset]["egger"]
    if DATASETS[dataset]["k"] < 10:
        assert egger is None
        return
    assert egger["intercept"] == near(expected["intercept"])
    assert (egger["t"], egger["df"]) == (near(expected["t"]), expected["df"])
    assert egger["p"] == near(expected["p"])


@pytest.mark.parametrize("dataset", DATASETS)
def test_each_study_has_its_own_effect_and_weight(pooled, dataset):
    columns, rows, metric = table_of(dataset)
    studies = pooled(columns, rows, "--metric", metric)["studies"]
    for study, row in zip(studies, DATASETS[dataset]["rows"], strict=True):
        half = 1.959963984540054 * math.sqrt(row["vi"])
        shown = [back(metric, row["yi"] + side * half) for side in (0, -1, 1)]
        assert [study["estimate"], *study["ci"]] == [near(value) for value in shown]
        assert (study["study"], study["left_out"]) == (row["study"], False)
    assert sum(study["weight"] for study in studies) == pytest.approx(100)


@pytest.mark.parametrize("metric", ["rr", "generic"])
def test_an_interval_or_a_variance_is_pooled_as_the_counts_behind_it(pooled, metric):
    columns, rows, _ = table_of("bcg_rr")
    counted = pooled(columns, rows)
    given = [
        (study["study"], study["estimate"], *study["ci"])
        for study in counted["studies"]
    ]
    if metric == "generic":
        given = [(name, *map(math.log, numbers)) for name, *numbers in given]
    facts = pooled(
        ("estimate", "ci_low", "ci_high"), given, "--metric", metric, "--model", "reml"
    )
    back_again = math.exp if metric == "generic" else float
    assert back_again(facts["estimate"]) == pytest.approx(counted["estimate"])
    assert list(map(back_again, facts["ci"])) == pytest.approx(counted["ci"])


def test_a_ratio_of_means_is_printed_as_its_logarithm_and_told_as_a_ratio(pooled):
    rows = [("A", 10, 2, 25, 8, 3, 30), ("B", 10, 2, 25, 8, 3, 30)]
    facts = pooled(MEANS, rows, "--metric", "rom")
    assert facts["estimate"] == near(NUMBERS["effect_sizes"]["rom"]["yi"])
    assert any(
        note.startswith("As a ratio of means: 1.25 (") for note in facts["notes"]
    )


@pytest.mark.parametrize("model", ["fe", "dl", "pm", "reml"])
def test_shares_of_one_group_are_pooled_by_their_logits(pooled, model):
    rows = [("A", 10, 100), ("B", 30, 100), ("C", 20, 200), ("D", 0, 50)]
    facts = pooled(("events", "total"), rows, "--model", model)
    halved = [(x, n - x) if x else (0.5, n + 0.5) for _, x, n in rows]
    logits = [(n, math.log(x / y), 1 / x + 1 / y) for n, (x, y) in enumerate(halved)]
    by_logit = pooled(VARIANCE, logits, "--metric", "generic", "--model", model)
    assert facts["tau2"] == pytest.approx(by_logit["tau2"])
    for name in ("estimate", "ci"):
        found, logit = np.array(facts[name]), np.array(by_logit[name])
        assert found == pytest.approx(1 / (1 + np.exp(-logit)))
    shown = [study["estimate"] for study in facts["studies"]]
    assert shown == pytest.approx([0.1, 0.3, 0.1, 0.5 / 51])


# --- What decides, and what is left out ---------------------------------------


@pytest.mark.parametrize(
    ("variances", "estimates", "decides"),
    [
        ((1, 1), (0, 9), "wald"),
        ((1, 1, 1), (0, 0, 0), "wald"),
        ((1,) * 3, (0, 4, 9), "hk"),
    ],
)
def test_wald_decides_for_two_studies_and_where_they_do_not_differ(
    pooled, variances, estimates, decides
):
    rows = [
        (f"S{n}", y, v)
        for n, (y, v) in enumerate(zip(estimates, variances, strict=True))
    ]
    facts = pooled(VARIANCE, rows)
    assert facts["decides"] == decides
    assert facts["ci"] != facts["ci_wald"]


@pytest.mark.parametrize(
    ("metric", "columns", "row", "estimate"),
    [
        ("rr", COUNTS, (0, 50, 0, 50), None),
        ("or", COUNTS, (50, 50, 50, 50), None),
        ("rd", COUNTS, (0, 50, 0, 50), 0),
        ("md", MEANS, (5, 0, 20, 4, 1, 20), 1),
        ("smd", MEANS, (5, 0, 20, 4, 0, 20), None),
        ("md", VARIANCE, (3, 0), 3),
    ],
)
def test_a_study_that_can_have_no_weight_keeps_its_row(
    pooled, metric, columns, row, estimate
):
    whole = {COUNTS: (4, 50, 9, 50), MEANS: (5, 2, 20, 4, 2, 20), VARIANCE: (1, 1)}
    rows = [("A", *whole[columns]), ("silent", *row), ("B", *whole[columns])]
    facts = pooled(columns, rows, "--metric", metric)
    assert (facts["k"], facts["df"]) == (2, 1)
    assert facts["studies"][1] == {
        "study": "silent",
        "estimate": estimate,
        "ci": None,
        "weight": None,
        "left_out": True,
    }
    assert any(note.startswith("silent: ") for note in facts["notes"])


def test_counts_of_nobody_are_left_out_of_a_ratio_and_kept_in_a_difference(pooled):
    rows = [("A", 1, 50, 4, 50), ("silent", 0, 50, 0, 50), ("B", 2, 50, 3, 50)]
    for metric, k in (("rr", 2), ("rd", 3)):
        facts = pooled(COUNTS, rows, "--metric", metric, "--model", "mh")
        assert facts["k"] == k
        assert facts["studies"][1]["left_out"] is (metric == "rr")


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("silent", [0, 1])
def test_fewer_than_two_studies_are_shown_and_not_pooled(pooled, model, silent):
    rows = [("A", 1, 50, 4, 50), ("silent", 0, 50, 0, 50)][: 1 + silent]
    facts = pooled(COUNTS, rows, "--model", model)
    assert facts["k"] == 1
    assert "Fewer than two studies: not pooled." in facts["notes"]
    kept = {"k", "studies", "notes"}
    assert {value for name, value in facts.items() if name not in kept} == {None}
    assert [study["weight"] for study in facts["studies"]] == [None] * len(rows)


def test_counts_all_in_one_arm_are_not_pooled_and_said_so(pooled):
    rows = [("A", 0, 9, 2, 9), ("B", 0, 8, 1, 8)]
    facts = pooled(COUNTS, rows, "--model", "mh")
    assert facts["estimate"] is None
    assert any("all events are in one arm" in note for note in facts["notes"])


def test_rare_events_name_the_model_that_decides(pooled):
    rows = [("A", 1, 900, 2, 900), ("B", 3, 800, 4, 800)]
    rare = [note for note in pooled(COUNTS, rows)["notes"] if "rare" in note]
    found = pooled(COUNTS, rows, "--model", "mh")
    assert rare[0].startswith("Events are rare: Mantel–Haenszel (model mh) decides")
    assert f"{found['estimate']:.3g}" in rare[0]
    frequent = [("A", 10, 90, 20, 90), ("B", 30, 80, 40, 80)]
    assert not any("rare" in note for note in pooled(COUNTS, frequent)["notes"])


def test_one_study_in_two_rows_is_pointed_at(pooled):
    notes = pooled(VARIANCE, [("A", 1, 1), ("B", 2, 1), ("a", 3, 1)])["notes"]
    assert "Lines 2, 4 name one study, which should be pooled once." in notes


# --- In words, and refused ----------------------------------------------------


def test_a_person_reads_an_aligned_table(pooled):
    columns, rows, _ = table_of("bcg_rr")
    words = pooled(columns, rows, as_json=False)
    assert words.startswith("Risk ratio; random effects, restricted maximum likelihood")
    lines = words.splitlines()
    aronson = next(line for line in lines if line.startswith("Aronson 1948"))
    line = next(line for line in lines if line.startswith("Pooled, 13 studies"))
    assert aronson.endswith("0.41 (0.13 to 1.26)    5.1 %")
    assert line.endswith("(Hartung–Knapp)       0.49 (0.33 to 0.73)  100.0 %")
    assert len(aronson) == len(line)
    assert "Q 152.23, df 12, p < 0.001; I² 92.2 % (81.9 % to 97.7 %)" in words


def test_a_person_reads_the_interval_that_decides_first(pooled):
    words = pooled(VARIANCE, [("A", 0, 1), ("B", 1, 1)], as_json=False)
    first, beside = (words.index(way) for way in ("(Wald)", "  Hartung–Knapp"))
    assert first < beside


def test_a_person_reads_what_was_not_pooled(pooled):
    words = pooled(COUNTS, [("A", 0, 9, 0, 9)], as_json=False)
    assert "not estimable  left out" in words
    assert "Pooled" not in words


@pytest.mark.parametrize("model", ["mh", "peto"])
def test_models_of_counts_refuse_tables_without(pooled, model):
    with pytest.raises(CommandError, match="which pools counts alone: expected events"):
        pooled(VARIANCE, [("A", 1, 1), ("B", 2, 1)], "--model", model)


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--metric", "rr", "--model", "peto"], "Peto's method pools only or; not rr."),
        (
            ["--metric", "md", "--model", "mh"],
            "Mantel–Haenszel pools only rr, or, rd; not md.",
        ),
    ],
)
def test_a_metric_that_a_model_cannot_pool_is_refused(pooled, options, sentence):
    with pytest.raises(CommandError, match=sentence):
        pooled(COUNTS, [("A", 1, 9, 1, 9)], *options)


def test_a_share_is_of_its_group_and_its_interval_below_1(pooled):
    with pytest.raises(CommandError, match="9 is more than the 5 of total"):
        pooled(("events", "total"), [("A", 9, 5), ("B", 1, 5)])
    rows = [("A", 0.9, 0.8, 1.0), ("B", 0.5, 0.4, 0.6)]
    with pytest.raises(CommandError, match="1 is not below 1, as a share is"):
        pooled(("estimate", "ci_low", "ci_high"), rows, "--metric", "proportion")


def test_all_that_is_wrong_with_a_table_is_printed(pooled):
    with pytest.raises(CommandError) as refusal:
        pooled(VARIANCE, [("A", "x", 1), ("", 2, -1)])
    assert str(refusal.value).splitlines() == [
        "Line 2, column yi: “x”; a number was expected.",
        "Line 3, column study: empty; the study's name was expected.",
        "Line 3, column vi: “-1”; a number of 0 or more was expected.",
    ]


@pytest.mark.parametrize(
    ("file", "sentence"),
    [("missing.csv", "missing.csv cannot be read: No such file"), (".", "is a folder")],
)
def test_a_file_that_cannot_be_read_is_refused(file, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("pool", file)


# --- Drawn --------------------------------------------------------------------


def texts(path):
    """The words of a picture, in order."""
    return [
        one.text for one in ElementTree.parse(path).iter() if one.tag[-4:] == "text"
    ]


def test_a_picture_shows_the_studies_and_the_interval_that_decides(pooled, tmp_path):
    drawn = tmp_path / "forest.svg"
    columns, rows, _ = table_of("bcg_first3_rr")
    facts = pooled(columns, rows, "--svg", str(drawn))
    words = texts(drawn)
    assert words[words.index("Aronson 1948") :][:3] == [
        "Aronson 1948",
        "28.9 %",
        "0.41 (0.13 to 1.26)",
    ]
    low, high = facts["ci_wald"]
    pooled_words = f"{facts['estimate']:.2f} ({low:.2f} to {high:.2f})"
    assert words[words.index("Pooled") + 1] == pooled_words
    low, high = facts["ci"]
    beside = f"Wald; Hartung–Knapp {low:.2f} to {high:.2f}"
    assert beside in " ".join(words)
    assert facts["decides"] == "wald"


def test_a_picture_of_what_was_not_pooled_says_why(pooled, tmp_path):
    drawn = tmp_path / "forest.svg"
    pooled(COUNTS, [("A", 0, 9, 0, 9), ("B", 1, 9, 2, 9)], "--svg", str(drawn))
    words = texts(drawn)
    assert "not estimable" in words
    assert "Pooled" not in words


def test_a_picture_that_cannot_be_written_is_said_so(pooled, tmp_path):
    with pytest.raises(CommandError, match=r"cannot be written: Is a directory\."):
        pooled(VARIANCE, [("A", 1, 1)], "--svg", str(tmp_path))


# --- Whatever the numbers -----------------------------------------------------

values = st.floats(-1e15, 1e15).filter(lambda x: x == 0 or abs(x) >= 1e-15)
variances = st.floats(1e-15, 1e15) | st.just(0.0)
effects = st.lists(st.tuples(values, variances), min_size=1, max_size=6)
cells = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(
    lambda pair: (min(pair), max(*pair, 1))
)
tables = st.lists(st.tuples(cells, cells), min_size=1, max_size=6)


@settings(max_examples=60, deadline=None)
@given(effects, st.sampled_from(["rr", "md", "generic"]))
def test_any_effects_and_variances_are_pooled_or_shown(numbers, metric):
    rows = tuple(Row(n, f"S{n}", pair) for n, pair in enumerate(numbers))
    for model in ("reml", "dl", "pm", "fe"):
        check(analyse(Table(metric, VARIANCE, rows), model))


@settings(max_examples=60, deadline=None)
@given(tables, st.sampled_from(list(MODELS)), st.sampled_from(["rr", "or", "rd"]))
def test_any_counts_are_pooled_or_shown(numbers, model, metric):
    rows = tuple(Row(n, f"S{n}", (*a, *b)) for n, (a, b) in enumerate(numbers))
    metric = "or" if model == "peto" else metric
    check(analyse(Table(metric, COUNTS, rows), model))


def check(found):
    """What holds of every meta-analysis: k counts the rows that are not left out."""
    assert found.k == sum(not study.left_out for study in found.studies)
    weights = [study.weight for study in found.studies if study.weight is not None]
    if found.estimate is None:
        assert (weights, found.ci, found.decides) == ([], None, None)
        return
    assert len(weights) == found.k >= 2
    assert sum(weights) == pytest.approx(100)
    assert found.ci.low <= found.estimate <= found.ci.high
    assert found.deciding in (found.ci, found.ci_wald)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_command_whose_answer_finds_no_room_says_so_in_a_sentence(tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("study,yi,vi\na,0.1,0.04\nb,0.3,0.05\n")
    command = [sys.executable, "manage.py", "pool", str(table)]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True)
    said = "There is no room for what this writes: No space left on device.\n"
    assert (ended.returncode, ended.stderr) == (1, said)
