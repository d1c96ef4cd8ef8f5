"""The cells of a results table, and the rows and columns they stand in."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studies.tables.cells import read_cell
from studies.tables.kinds import Kind
from studies.tables.numbers import ENGLISH

# However busy the machine is.
trying = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)

COUNTS, MEAN_SD, ESTIMATE, P = Kind.COUNTS, Kind.MEAN_SD, Kind.ESTIMATE, Kind.P
OF_FEVER = {"events": 4, "total": 123}
OF_PAIN = {"mean": 10.2, "sd": 3.1}
OF_EFFECT = {"estimate": 0.8, "ci_low": 0.6, "ci_high": 1.07}
BELOW = {"estimate": -2, "ci_low": -3.1, "ci_high": -0.9}

PRINTED = {
    "4/123": (COUNTS, OF_FEVER),
    "4 of 123": (COUNTS, OF_FEVER),
    "4/123 (3.3 %)": (COUNTS, OF_FEVER | {"percent": 3.3}),
    "4/123(3.3%)*": (COUNTS, OF_FEVER | {"percent": 3.3}),
    "3.3% (4/123)": (COUNTS, OF_FEVER | {"percent": 3.3}),
    "4/123a": (COUNTS, OF_FEVER),
    "1 234/5 678": (COUNTS, {"events": 1234, "total": 5678}),
    "4 (3.3 %)": (Kind.PERCENT, {"events": 4, "percent": 3.3}),
    "3.3% (n = 4)": (Kind.PERCENT, {"events": 4, "percent": 3.3}),
    "10.2 ± 3.1": (MEAN_SD, OF_PAIN),
    "10.2+/-3.1": (MEAN_SD, OF_PAIN),
    "10.2 +/- 3.1": (MEAN_SD, OF_PAIN),
    "10.2 (3.1)": (MEAN_SD, OF_PAIN),
    "10·2 [3·1]b": (MEAN_SD, OF_PAIN),
    "mean 10.2 (SD 3.1)": (MEAN_SD, OF_PAIN),
    "10.2 ± 3.1 (SE)": (Kind.MEAN_SE, {"mean": 10.2, "se": 3.1}),
    "median 12 (IQR 8–20)": (
        Kind.MEDIAN_QUARTILES,
        {"median": 12, "q1": 8, "q3": 20},
    ),
    "0·80 (0·60–1·07)": (ESTIMATE, OF_EFFECT),
    "0.80 [0.60, 1.07]": (ESTIMATE, OF_EFFECT),
    "0.80 (0.60 - 1.07)": (ESTIMATE, OF_EFFECT),
    "0.80 (0.60 — 1.07)": (ESTIMATE, OF_EFFECT),
    "10.2 (3.1), n = 1,050": (MEAN_SD, OF_PAIN | {"total": 1050}),
    "10.2 (3.1; n=50)": (MEAN_SD, OF_PAIN | {"total": 50}),
    "M = 10.2, SD = 3.1": (MEAN_SD, OF_PAIN),
    "4 (of 123)": (COUNTS, OF_FEVER),
    "1.00 (ref)": (Kind.MISSING, {}),
    "0.80 (0.60,1.07)": (ESTIMATE, OF_EFFECT),
    "0.80 (0.60; 1.07)†": (ESTIMATE, OF_EFFECT),
    "0.80 (95% CI 0.60 to 1.07)": (ESTIMATE, OF_EFFECT),
    "−2.0 (−3.1 to −0.9)": (ESTIMATE, BELOW),
    "-2.0 (-3.1--0.9)": (ESTIMATE, BELOW),
    "–2·0 (–3·1, –0·9)": (ESTIMATE, BELOW),
    "−3.3% (−11% to 4%)": (
        ESTIMATE,
        {"estimate": -0.033, "ci_low": -0.11, "ci_high": 0.04},
    ),
    "12/345.6 person-years": (Kind.RATE, {"events": 12, "person_time": 345.6}),
    "−2.0": (Kind.NUMBER, {"number": -2}),
    "no difference": (Kind.WORDS, {}),
    **dict.fromkeys(
        ["", " ", "–", "-", "—", "NR", "n/a", "…", "nd"], (Kind.MISSING, {})
    ),
}


def values(cell):
    return {name: number.value for name, number in cell.numbers.items()}


def test_a_cell_says_what_it_prints_and_keeps_its_text():
    wrong = {}
    for text, meant in PRINTED.items():
        cell = read_cell(text, ENGLISH)
        if (cell.kind, values(cell)) != meant or cell.problem or cell.text != text:
            wrong[text] = cell
    assert not wrong


def test_an_effect_says_its_measure_its_level_and_its_p():
    cell = read_cell("HR = 0.80; 99% CI 0.60–1.07; p=0.03", ENGLISH)
    assert (cell.measure, cell.level, cell.p_value) == ("hr", 0.99, "0.03")
    assert values(cell) == OF_EFFECT
    ps = {"p<0.05": "<0.05", "P = 0.03": "0.03", "<0.001": "<0.001", "NS": "n.s."}
    ps |= {"n.s.": "n.s.", "p ≤ .05": "≤.05"}
    for text, p in ps.items():
        cell = read_cell(text, ENGLISH)
        assert (cell.kind, cell.p_value) == (P, p), text
    assert read_cell("0.03", ENGLISH, P).p_value == "0.03"


def test_what_a_shape_leaves_open_the_words_decide():
    as_median = read_cell("12 (8–20)", ENGLISH, Kind.MEDIAN_QUARTILES)
    assert values(as_median) == {"median": 12, "q1": 8, "q3": 20}
    as_share = read_cell("4 (3.3)", ENGLISH, Kind.PERCENT)
    assert values(as_share) == {"events": 4, "percent": 3.3}
    assert values(read_cell("4 (3.3)", ENGLISH, Kind.MEAN_SE)) == {"mean": 4, "se": 3.3}
    assert Kind.PERCENT in read_cell("4 (3.3)", ENGLISH).can_be


def test_what_cannot_be_so_is_said_with_what_was_expected():
    for text, words in {
        "4-Dec": "a spreadsheet makes of another text",
        "Apr-23": "a spreadsheet makes of another text",
        "200/123": "cannot be among 123 people",
        "4/123 (8 %)": "4 of 123 is 3.3 %, not 8 %",
        "4.5/123": "whole numbers",
        "0.80 (1.07–0.60)": "expected was from low to high",
        "0.80 (0.90–1.07)": "does not lie from 0.90 to 1.07",
        "10.2 ± -3": "not below 0",
        "4//123": "expected was one of 4/123",
        "see text 3": "expected was one of 4/123",
    }.items():
        assert words in read_cell(text, ENGLISH).problem, text


def test_what_stands_raised_is_a_footnote_and_no_digit():
    for text in ("10.2 (3.1)¹", "10.2 (3.1)ᵃ", "10.2 (3.1)ᵃ,ᵇ", "10.2† (3.1)"):
        assert values(read_cell(text, ENGLISH)) == OF_PAIN, text


numbers = st.decimals(-999, 999, places=2)


@trying
@given(numbers, numbers, numbers, st.sampled_from(["–", " to ", ", ", "; "]))
def test_an_interval_is_read_back_however_its_ends_are_parted(a, b, c, between):
    low, middle, high = sorted((a, b, c))
    cell = read_cell(f"{middle} ({low}{between}{high})", ENGLISH)
    assert list(values(cell).values()) == [float(n) for n in (middle, low, high)]


@trying
@given(st.text(max_size=80), st.sampled_from([None, *Kind]))
def test_any_text_is_some_cell(text, hint):
    cell = read_cell(text, ENGLISH, hint)
    assert cell.text == text
    assert (
        cell.numbers
        or cell.p_value
        or cell.problem
        or cell.kind
        in (
            Kind.MISSING,
            Kind.WORDS,
        )
    )
