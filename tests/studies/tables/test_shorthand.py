"""What only a whole table tells: visits, the letters of notes, heads over the arms."""

import pytest

from studies.tables.clipboard import read_clipboard
from studies.tables.reading import read_table
from studies.tables.turned import with_arms_across


def read(pasted):
    """Each line of a table: its outcome, comparison and time, or that it is asked."""
    grid = read_clipboard(pasted.replace("|", "\t"))
    return [
        "asked"
        if line.problems or not row.outcome
        else (row.outcome, line.comparison, line.time, line.numbers.get("measured", ""))
        for row in read_table(with_arms_across(grid)).rows
        for line in row.lines
    ]


A, B = "6.1 ± 1.2|6.0 ± 1.1", "3.1 ± 1.2|5.0 ± 1.1"
OF = "Laser against Sham"
TIMES = [("Pain", OF, "time T0", ""), ("Pain", OF, "time T1", "")]
VISITS = [("Pain", OF, "visit V1", ""), ("Pain", OF, "visit V4", "")]
CHANGE = [("Pain", OF, "", "change")]


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        (f"Outcome|T0||T1|\n|Laser|Sham|Laser|Sham\nPain|{A}|{B}", TIMES),
        (f"Outcome|Laser||Sham|\n|T0|T1|T0|T1\nPain|{A}|{B}", TIMES),
        (f"Outcome|Laser T0|Laser T1|Sham T0|Sham T1\nPain|{A}|{B}", TIMES),
        (f"Outcome|Laser|Sham\nPain||\nT0|{A}\nT1|{B}", TIMES),
        (f"Outcome|Group|T0|T1\nPain|Laser|{A}\n|Sham|{B}", TIMES),
        (f"Outcome|Laser (n=9)||Sham (n=8)|\n|V1|V4|V1|V4\nPain|{A}|{B}", VISITS),
        (f"Outcome|T1|T2\nPain|{A}", ["asked"]),
        (f"Outcome|Laser||Sham|\n|T1|T2|T1|T2\nPain|{A}|{B}", ["asked"] * 3),
        (f"Outcome|Laser|Sham\nPain||\nT1|{A}\nT2|{B}", ["asked"] * 2),
        (f"Tertile of intake|T1|T2\nPain|{A}", [("Pain", "T2 against T1", "", "")]),
        (f"Outcome|Laser|Sham\nTumour stage T0|{A}", [("Tumour stage T0", OF, "", "")]),
    ],
)
def test_t0_makes_its_neighbours_times(pasted, expected):
    assert read(pasted) == expected


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        (f"Outcome|Laser a|Sham b\nPain|{A}", [("Pain", OF, "", "")]),
        (f"|Lasera|Shamb\nPain|{A}\na Mean (SD).\nb One left.", [("Pain", OF, "", "")]),
        (
            f"|Laser|Sham (n=9)b\nPain at week 6d|{A}\nb One left.",
            [("Pain", OF, "week 6", "")],
        ),
        (
            f"|Group a|Group b\nPain|{A}\na One left. b None.",
            [("Pain", "Group a against Group b", "", "")],
        ),
    ],
)
def test_a_letter_of_the_notes_is_no_part_of_a_name(pasted, expected):
    assert read(pasted) == expected


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        (f"Time|Pain|\n|Laser|Sham\n6 weeks|{A}", [("Pain", OF, "6 weeks", "")]),
        (f"|Pain|\n|Laser|Sham\nMean (SD)|{A}", [("Pain", OF, "", "")]),
        (f"|Welfare|\n|Laser|Sham\nPain|{A}", ["asked"]),
        (
            "|Laser (n=9)||Sham (n=9)|\n|Baseline|Week 6|Baseline|Week 6\n"
            "Cured, n (%)||4 (44)||2 (22)",
            [("Cured", OF, "Week 6", "")],  # and nothing at baseline
        ),
        (f"|Laser|Sham\nChange from baseline||\nPain|{A}", CHANGE),
        (f"|Laser|Sham\nPain||\nMean ± SD|{A}\nRange|1–6|2–7\nMedian|3|4", None),
        (
            "|Laser||Sham|\n|Week 6|Change, LS mean (SE)|Week 6|Change, LS mean (SE)\n"
            f"Pain|{A}|{B}",
            [("Pain", OF, "Week 6", ""), ("Pain", OF, "Week 6", "change")],
        ),
        (
            f"|Group|N|Week 6|LS mean change (SE)\nPain|Laser|20|{A}\n|Sham|21|{B}",
            [("Pain", OF, "Week 6", ""), ("Pain", OF, "Week 6", "change")],
        ),
        (
            f"|Before|After|P\nLaser|||\nPain|{A}|0.01\nSham|||\nPain|{B}|0.3",
            ["asked"] * 2,
        ),
        ("SAEs, n|14|19", ["asked"]),
        ("Deaths, n|14|19", [("Deaths", OF, "", "")]),
        ("Deaths/patient-years|14/210|19/230", [("Deaths", OF, "", "")]),
        ("No. of deaths/no. at risk|14/210|19/230", [("Deaths", OF, "", "")]),
        (f"Risk (per 10 years)|{A}", [("Risk (per 10 years)", OF, "", "")]),
        (f"Age >65 years|{A}", [("Age >65 years", OF, "", "")]),
    ],
)
def test_what_stands_over_or_beside_numbers_names_no_outcome_of_its_own(
    pasted, expected
):
    if "\n" not in pasted:
        pasted = f"|Laser (n=240)|Sham (n=238)\n{pasted}"
    lines = read(pasted)
    if expected is None:  # a range has no middle, and its median is of the same
        expected = [("Pain", OF, "", ""), "asked", ("Pain", OF, "", "")]
    assert lines == expected


def test_an_effect_size_beside_arms_is_none_of_them():
    (line,) = read(f"|Laser|Sham|Effect size (d)\nPain|{A}|0.47")
    assert line == ("Pain", OF, "", "")


@pytest.mark.parametrize(
    ("pasted", "expected"),
    [
        (f"|Adj. mean (SE) – Laser|Adj. mean (SE) – Sham\nPain|{A}", OF),
        (f"|Laser, mean change (SD)|Sham, mean change (SD)\nPain|{A}", "change"),
        ("|Laser|Sham\nPain|3.1 (SD 1.2; n=40)|4.0 (SD 1.4; n=39)", OF),
        ("|n with event, Laser|n analysed, Laser|Sham n/N\nPain|4|40|9/41", OF),
        (f"|Births/women, Laser|Sham\nPain|{A}", "asked"),
        (f"|Laser|Sham|\n|Pre|Post|Pre|Post\nPain|{A}|{B}", "asked"),
        (f"|Amoxi 3 days|Amoxi 7 days\nPain|{A}", "asked"),
        (f"|Laser|Sham\nSchmerz nach 8 Wochen|{A}", "nach 8 Wochen"),
        (f"Gruppe|Laser|Sham\nAusgangswert|{A}\nNach 8 Wochen|{B}", "Ausgangswert"),
        (f"|Laser|Sham\neGFR, ml/min|{A}", "eGFR, ml/min"),
        (f"|Laser|Sham\nStroke or SE at 2 y|{A}", "Stroke or SE"),
        (f"|Time 1|Time 2\nPlacebo|{A}", "asked"),
        (f"|T1 (baseline)|T2 (post)\nBurnout|{A}", "time T1 (baseline)"),
        (f"|T1 (baseline)|T2 (post)\nBurnout, control|{A}", "asked"),
        (f"|Alive, laser|Alive, sham\nPain|{A}", "asked"),
        (
            "|Day 1 mean (SD)||Day 5 mean (SD)|\n|Laser|Sham|Laser|Sham\n"
            f"Cough|{A}|{B}",
            "Cough",
        ),
        ("|n|Mean|SD|p\nLaser|20|6.1|1.2|0.2\nSham|21|6.0|1.1|", "asked"),
    ],
)
def test_the_head_of_an_arm_says_more_than_its_name(pasted, expected):
    line = read(pasted)[0]
    assert line == "asked" if expected == "asked" else expected in line, line
