"""Printed numbers that do not agree are asked about, and odd ones that do are not."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studies.models import Result
from studies.printed import PrintedNumber, read, read_whole
from studies.results.consistency import Check, findings_of, unanswered
from studies.results.p_values import read_p
from tests.studies import consistency_cases as cases

trying = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def a_result(**typed):
    """A result that is not stored, its numbers typed as texts."""
    numbers, texts = {}, {}
    for name, value in typed.items():
        column = Result._meta.get_field(name).get_internal_type()
        if isinstance(value, str) and column == "FloatField":
            texts[name] = value
            value = read(value, share=True).value
        numbers[name] = value
    return Result(**{"metric": "rr", **numbers}, printed=texts)


def checks(design="", **typed):
    return {str(each.check) for each in findings_of(a_result(**typed), design)}


def test_forty_errors_are_asked_about_by_their_cause():
    found = [(what, by, checks(**typed)) for what, by, typed in cases.errors()]
    assert len(found) >= 40
    assert [each for each in found if not each[1] <= each[2]] == []

    sentences = [
        finding.sentence
        for _, _, typed in cases.errors()
        for finding in findings_of(a_result(**typed))
    ]
    assert all("heck" in each or each.endswith("?") for each in sentences)


def test_forty_honest_oddities_are_hardly_asked_about():
    found = [(what, unanswered(a_result(**typed))) for what, typed in cases.oddities()]
    assert len(found) >= 40
    assert len([each for each in found if each[1]]) <= 4, found
    assert [each for each in found if each[1]] == []


# --- one rule at a time ---

COUNTS = {"events_1": 10, "total_1": 100, "events_2": 40, "total_2": 100}
MEANS = {"mean_1": "10.0", "sd_1": "2.0", "total_1": 50, "total_2": 50}
MEANS |= {"mean_2": "12.0", "sd_2": "2.0"}
SWAPPED = {**COUNTS, "estimate": "4.0", "ci_low": "2.1", "ci_high": "7.6"}
TURNED = {"metric": "smd", "mean_1": "24.1", "sd_1": "5.0", "mean_2": "21.0"}
TURNED |= {"sd_2": "5.2", "ci_low": "-4.9", "ci_high": "-0.2"}
UNCLEAR = {"ci_low": "-2.0", "ci_high": "0.8"}
RULES = [
    ("rounding explains it", {**COUNTS, "estimate": "0.3"}, "", set()),
    ("rounding does not", {**COUNTS, "estimate": "0.37"}, "", {"estimate"}),
    ("a table without an estimate", COUNTS, "", set()),
    (
        "another measure, and the other way round",
        {"events_1": 30, "total_1": 120, "events_2": 54, "total_2": 118}
        | {"estimate": "2.53", "ci_low": "1.46", "ci_high": "4.39"},
        "",
        {"other_metric"},
    ),
    (
        "one standard error each way",
        {"metric": "md", **MEANS, "estimate": "-2.0", "ci_low": "-2.4"}
        | {"ci_high": "-1.6"},
        "",
        {"level"},
    ),
    (
        "no events, and the other way round",
        {"events_1": 0, "total_1": 100, "events_2": 12, "total_2": 100}
        | {"estimate": "25.0", "ci_low": "1.5", "ci_high": "416"},
        "",
        {"opposite"},
    ),
    ("adjusted, clear and opposite", SWAPPED, "cluster_rct", {"opposite"}),
    ("paired, clear and opposite", SWAPPED, "crossover_rct", {"opposite"}),
    (
        "adjusted, neither clear",
        {"events_1": 50, "total_1": 100, "events_2": 49, "total_2": 100}
        | {"estimate": "0.90", "ci_low": "0.70", "ci_high": "1.16"},
        "cluster_rct",
        set(),
    ),
    ("an unadjusted one", SWAPPED, "rct", {"mirror"}),
    *(
        (f"{name}, people unknown", {**TURNED, **numbers}, "", found)
        for name, numbers, found in (
            ("a difference turned", {"metric": "md", "estimate": "-3.1"}, {"mirror"}),
            ("a standardised one", {"estimate": "-0.60", "ci_low": "-1.0"}, {"mirror"}),
            ("one that is not clear", {"estimate": "-0.6", **UNCLEAR}, set()),
        )
    ),
    (
        "a hazard ratio by its direction",
        {**SWAPPED, "metric": "hr"},
        "",
        {"opposite"},
    ),
    (
        "rates by their direction",
        {"metric": "rate_ratio", "events_1": 10, "person_time_1": "100"}
        | {"events_2": 40, "person_time_2": "100", "estimate": "4.0"}
        | {"ci_low": "2.0", "ci_high": "8.0"},
        "",
        {"opposite"},
    ),
    (
        "medians by their direction",
        {"metric": "md", "total_1": 50, "median_1": "10", "q1_1": "8", "q3_1": "12"}
        | {"total_2": 50, "median_2": "14", "q1_2": "12", "q3_2": "16"}
        | {"estimate": "4.0", "ci_low": "2.9", "ci_high": "5.1"},
        "",
        {"opposite"},
    ),
    (
        "baselines give the change",
        {"metric": "md", **MEANS, "baseline_1": "11.0", "baseline_2": "11.5"}
        | {"estimate": "-1.5", "ci_low": "-2.3", "ci_high": "-0.7"},
        "",
        {"changes"},
    ),
    (
        "a change, stated as one",
        {"metric": "md", **MEANS, "measured": "change", "estimate": "-1.4"}
        | {"ci_low": "-2.2", "ci_high": "-0.6"},
        "",
        {"estimate"},
    ),
    (
        "a standardised difference as one in units",
        {"metric": "md", **MEANS, "estimate": "-0.99"},
        "",
        {"other_metric"},
    ),
    (
        "a skewed interval is noted",
        {"estimate": "0.8", "ci_low": "0.6", "ci_high": "2.2"},
        "",
        {"skewed"},
    ),
    (
        "an interval of one decimal is not",
        {"estimate": "0.5", "ci_low": "0.3", "ci_high": "0.8"},
        "",
        set(),
    ),
    (
        "a share per hundred in words of another group",
        {"metric": "proportion", "events_1": 12, "total_1": 80, "estimate": "0.85"},
        "",
        {"other_metric"},
    ),
    (
        "a mean against itself",
        {"metric": "mean", **MEANS, "estimate": "12.0"},
        "",
        {"estimate"},
    ),
    (
        "a direction without an estimate",
        {**COUNTS, "direction": "higher"},
        "",
        {"direction"},
    ),
    (
        "no difference where there is one",
        {"estimate": "0.50", "ci_low": "0.30", "ci_high": "0.80"}
        | {"direction": "no_difference"},
        "",
        {"direction"},
    ),
    (
        "p just over, interval just under",
        {"estimate": "0.70", "ci_low": "0.49", "ci_high": "0.99", "p_value": "0.055"},
        "",
        set(),
    ),
    (
        "p far off, interval just apart",
        {"estimate": "0.71", "ci_low": "0.50", "ci_high": "0.99", "p_value": "0.45"},
        "",
        {"p_value"},
    ),
    (
        "p far below, interval just over",
        {"estimate": "0.71", "ci_low": "0.50", "ci_high": "1.02", "p_value": "0.001"},
        "",
        {"p_value"},
    ),
    (
        "p of another test, interval just apart",
        {"estimate": "0.71", "ci_low": "0.50", "ci_high": "0.98", "p_value": "0.07"},
        "",
        set(),
    ),
    (
        "p small, interval wide",
        {"estimate": "0.70", "ci_low": "0.40", "ci_high": "1.22", "p_value": "<0.05"},
        "",
        {"p_value"},
    ),
    (
        "not significant, interval clear",
        {"metric": "md", "estimate": "-3.0", "ci_low": "-4.0", "ci_high": "-2.0"}
        | {"p_value": "n.s."},
        "",
        {"p_value"},
    ),
    (
        "p against a 90 % interval",
        {"estimate": "0.70", "ci_low": "0.51", "ci_high": "0.96", "ci_level": 0.9}
        | {"p_value": "0.06"},
        "",
        set(),
    ),
    (
        "p far off what the counts give",
        {**COUNTS, "p_value": "0.45"},
        "",
        {"p_value"},
    ),
    (
        "p far off what the means give",
        {"metric": "md", **MEANS, "p_value": "0.62"},
        "",
        {"p_value"},
    ),
    (
        "p of .045 with a digit lost",
        {"events_1": 90, "total_1": 300, "events_2": 60, "total_2": 298}
        | {"p_value": "0.45"},
        "",
        {"p_value"},
    ),
    ("p of counts in clusters", {**COUNTS, "p_value": "0.45"}, "cluster_rct", set()),
    (
        "p of a model beside crude means",
        {"metric": "md", "mean_1": "42.1", "sd_1": "10.2", "total_1": 61}
        | {"mean_2": "45.0", "sd_2": "11.0", "total_2": 59, "p_value": "0.02"},
        "",
        set(),
    ),
    (
        "p against a standard error",
        {"metric": "md", "estimate": "-3.0", "estimate_se": "0.5", "p_value": "0.40"},
        "",
        {"p_value"},
    ),
    (
        "a standard error of other means",
        {"metric": "md", **MEANS, "estimate": "-2.0", "estimate_se": "0.05"},
        "",
        {"width"},
    ),
    (
        "a standard error of these",
        {"metric": "md", **MEANS, "estimate": "-2.0", "estimate_se": "0.4"}
        | {"p_value": "<0.001"},
        "",
        set(),
    ),
    (
        "a hazard ratio against its rates",
        {"metric": "hr", "events_1": 40, "person_time_1": "900", "events_2": 75}
        | {"person_time_2": "880", "estimate": "1.92", "ci_low": "1.31"}
        | {"ci_high": "2.81"},
        "",
        {"opposite"},
    ),
    (
        "cells that give another sensitivity",
        {"metric": "accuracy", "true_positives": 80, "false_negatives": 20}
        | {"true_negatives": 170, "false_positives": 30, "sensitivity": "73 %"},
        "",
        {"accuracy"},
    ),
    (
        "cells that give what is printed",
        {"metric": "accuracy", "true_positives": 80, "false_negatives": 20}
        | {"true_negatives": 170, "false_positives": 30, "sensitivity": "80 %"},
        "",
        set(),
    ),
]


def test_each_rule_by_itself():
    found = [
        (what, expected, checks(design, **typed))
        for what, typed, design, expected in RULES
    ]
    assert [each for each in found if each[1] != each[2]] == []


def test_the_likely_cause_is_named():
    typed = {"events_1": 60, "total_1": 100, "events_2": 30, "total_2": 100}
    odds = {**typed, "estimate": "3.5", "ci_low": "1.95", "ci_high": "6.28"}
    (one,) = findings_of(a_result(**odds))
    assert one.sentence == (
        "RR 3.50 (1.95 to 6.28) is the odds ratio of these numbers; the counts give RR "
        "2.00 (1.42 to 2.81). Check which measure the source prints."
    )
    small = {**MEANS, "sd_1": "0.3", "sd_2": "0.3"}
    shown = {"estimate": "-2", "ci_low": "-2.83", "ci_high": "-1.17"}
    (one,) = findings_of(a_result(metric="md", **small, **shown))
    assert "7 times as wide as these standard deviations give" in one.sentence
    assert "they look like standard errors" in one.sentence


@trying
@given(
    st.tuples(*[st.integers(5, 400)] * 2),
    st.tuples(*[st.integers(5, 400)] * 2),
    st.sampled_from(["rr", "or", "rd"]),
)
def test_what_the_counts_give_is_never_asked_about(one, other, metric):
    trial = (one[0], sum(one), other[0], sum(other))
    digits = 3 if metric == "rd" else 2
    typed = cases.as_printed(metric, trial, digits=digits)
    if float(typed["ci_low"]) > 0 or metric == "rd":
        assert unanswered(a_result(**typed)) == ()


@trying
@given(st.text(max_size=20), st.sampled_from([None, 0.0, 1.0, -1.0, 1e300]))
def test_whatever_is_stored_says_something_or_nothing(p, value):
    row = Result(metric="rr", estimate=value, ci_low=value, ci_high=value, p_value=p)
    assert isinstance(findings_of(row), tuple)


# --- numbers as papers print them ---

PRINTED = {
    "0·80": (0.8, 0.005),
    "−2.0": (-2.0, 0.05),
    "0,8": (0.8, 0.05),
    "− 0.40": (-0.4, 0.005),
    "1,234.5": (1234.5, 0.05),
    "1.234,5": (1234.5, 0.05),
    "1\u202f234": (1234.0, 0.5),
    "1’234.50": (1234.5, 0.005),
    "85 %": (0.85, 0.005),
    ".80": (0.8, 0.005),
    "1.2 × 10⁻³": (0.0012, 0.00005),
    "5e-3": (0.005, 0.0005),
    "1.234": (1.234, 0.0005),
    "0,234": (0.234, 0.0005),
    "1,234,567": (1234567.0, 0.5),
    "+3": (3.0, 0.5),
}
NO_NUMBER = ["", " ", "abc", "1,23,4", "1.2.3", "--2", "12 34", "<0.05", "1/2", "nan"]


def test_numbers_are_read_as_papers_print_them():
    for text, (value, half) in PRINTED.items():
        number = read(text, share="%" in text)
        assert number.value == pytest.approx(value), text
        assert number.half == pytest.approx(half), text
        assert number.text == text
    for text in NO_NUMBER:
        with pytest.raises(ValueError, match="is no number"):
            read(text)


def test_a_number_that_may_be_two_is_asked_about():
    with pytest.raises(ValueError, match=r"may be 1234 or 1\.234: type which"):
        read("1,234")
    with pytest.raises(ValueError, match=r"may be 1234 or 1\.234: type which"):
        read_whole("1.234")
    assert read_whole("1,234") == read_whole("1 234") == 1234
    with pytest.raises(ValueError, match="no share is asked for"):
        read("12 %")


@trying
@given(st.floats(-1e6, 1e6, allow_nan=False), st.integers(0, 6))
def test_a_number_comes_back_within_half_of_its_last_digit(value, decimals):
    text = f"{value:.{decimals}f}".replace(".", "·").replace("-", "−")
    number = read(text)
    assert abs(number.value - value) <= number.half * (1 + 1e-6)
    assert PrintedNumber(number.value, text).text == text


def test_p_values_are_read_as_papers_print_them():
    assert read_p("P = 0·03").value == pytest.approx(0.03)
    assert read_p("p<.001")[:2] == (0, 0.001)
    assert read_p("> 0.05")[:2] == (0.05, 1)
    assert read_p("not significant")[:2] == (0.05, 1)
    assert not read_p("0.000").exact
    for text in ("", "small", "1.2", "see text", "p"):
        assert read_p(text) is None, text
    assert not math.isnan(read_p("≤0.05").high)


def test_what_is_asked_has_codes_that_stay():
    assert [str(check) for check in Check] == (
        "mirror other_metric level se_as_sd changes estimate width opposite direction "
        "p_value accuracy skewed people"
    ).split()
