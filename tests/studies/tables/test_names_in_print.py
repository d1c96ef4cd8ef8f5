"""What a table's rows are called, by all that stands over and beside them.

Nothing goes in under a name that says less than the table does: a serious pneumonia as
any, a change in per cent as one in mg/dL, a stroke as a death.
"""

import pytest

from studies.tables.arms import TableAnswers
from studies.tables.clipboard import read_clipboard
from studies.tables.reading import read_table
from studies.tables.turned import with_arms_across
from tests.studies.tables.test_odd_tables import ASKED, counts, effect, lines_of, means
from tests.studies.tables.test_tables_in_print import compared_in, rows_of

ARMS = "|Examplin (n=124)|Placebo (n=121)\n"
FEW = counts(4, 124, 2, 121)


def names_in(pasted):
    return [row.outcome for row in rows_of(pasted) for _ in row.lines]


@pytest.mark.parametrize("people", ["n (treated)|n (control)", "n, treated|n, control"])
def test_n_beside_events_of_the_same_arm_counts_its_people(people):
    pasted = f"Study|{people}|Events treated|Events control\nMadeup 2001|124|121|4|2"
    (row,) = rows_of(pasted)
    (line,) = row.lines
    assert not row.problems and not line.problems
    assert [line.numbers[f"total_{arm}"] for arm in (1, 2)] == [124, 121]


@pytest.mark.parametrize("corner", ["Mortality at", "Mortality by", "Mortality"])
def test_what_leads_to_the_times_below_is_no_part_of_a_name(corner):
    assert names_in(f"{corner}{ARMS}30 days|5/110|12/108") == ["Mortality"]


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ("Serious adverse events, n\nSepsis|4|2", ["Serious adverse events: Sepsis"]),
        (
            "SAEs, n\nCardiac\nSyncope|4|2\nRenal\nGout|4|2",
            ["SAEs: Syncope", "SAEs: Gout"],
        ),
        ("Leading to death, n\nAny|4|2", ["Leading to death: Any"]),
        ("Serious, n\nSerious rash|4|2", ["Serious rash"]),
        ("SAEs, n\nSepsis|4|2\nOther events, n\nRash|4|2", ["SAEs: Sepsis", "Rash"]),
        (
            "Severe, n\nGut\nVomiting|4|2\nLaboratory, mean (SD)\nALT|3 (1)|2 (1)",
            ["Severe: Vomiting", "ALT"],
        ),
        ("SAEs, n\nSepsis|4|2\nPain, mean (SD)|3 (1)|2 (1)", ["SAEs: Sepsis", "Pain"]),
        ("Secondary outcomes\nCure, n|4|2", ["Cure"]),
        ("Relief, n (%)\n≥30%|62 (50)|40 (33)", ["Relief: ≥30%"]),
        ("Death\nNo. of events (%)|4 (3.2)|2 (1.7)", ["Death"]),
        (
            "Gout, n|9|9\nGrade 3 or higher, n|4|2\nGrade 4, n|1|2",
            ["Gout", "Gout: Grade 3 or higher", "Gout: Grade 4"],
        ),
        ("Death\nPatients with an event, n|4|2", ["Death"]),
        ("Male, n|4|2\nFever, n|4|2", ["Male", "Fever"]),
    ],
)
def test_a_row_is_called_with_the_heading_it_needs(rows, named):
    assert names_in(ARMS + rows) == named


def test_a_head_over_all_rows_says_which_of_the_events_they_are():
    pasted = f"Serious adverse events{ARMS}Any, n (%)|4|2\nSepsis, n (%)|4|2"
    assert names_in(pasted) == [
        "Serious adverse events: Any",
        "Serious adverse events: Sepsis",
    ]


def test_a_change_in_per_cent_is_no_change_of_the_value():
    below = f"{ARMS}LDL, mg/dL, mean (SD)\nWeek 0|140 (22)|141 (24)\n"
    changed = means(-27.9, 11, 124, -2.2, 10, 121, measured="change")
    for label in ("Percent change", "% change", "Relative change, %"):
        lines = lines_of(f"{below}{label}|−27.9 (11.0)|−2.2 (10.0)")
        assert lines[1] == ("LDL, mg/dL, % change", "", "md", changed), label
    over = "|Percentage change from baseline, mean (SD)|\n"
    assert lines_of(f"{over}{ARMS}LDL|−27.9 (11.0)|−2.2 (10.0)") == [
        ("LDL, % change", "", "md", changed)
    ]
    fold = (
        "|Examplin, fold change (SD)|Placebo, fold change (SD)\nCRP|0.5 (0.2)|1.1 (0.3)"
    )
    assert names_in(fold) == ["CRP, fold change"]
    beside = (
        "Lipid|Examplin (n=30)||Placebo (n=31)|\n|Week 12|% change|Week 12|% change\n"
        "LDL|101 (18)|−29.1 (10.2)|137 (21)|−2.2 (9.1)"
    )
    assert {*lines_of(beside)} == {ASKED}


@pytest.mark.parametrize(
    "heads",
    [
        "Subgroup|Death HR (95% CI)|Stroke HR (95% CI)",
        "Exposure|HR for death (95% CI)|HR for stroke (95% CI)",
        "Study|Mortality, RR (95% CI)|Readmission, RR (95% CI)",
        "Dose|Mortality||Stroke|\n|Events/N|HR (95% CI)|Events/N|HR (95% CI)",
        "Study|Deaths, drug|Deaths, control|Bleeds, drug|Bleeds, control",
    ],
)
def test_effects_side_by_side_wait_for_what_each_is_of(heads):
    effects = ("0.82 (0.70–0.96)", "0.75 (0.55–1.02)")
    cells = [f"20/300|{each}" for each in effects] if "\n" in heads else effects
    cells = ["10/100", "14/101", "6/100", "3/101"] if "drug" in heads else cells
    row = f"Aldous 2009|{'|'.join(cells)}"
    assert {*lines_of(f"{heads}\n{row}")} == {ASKED}


def test_effects_side_by_side_of_one_outcome_do_not_wait():
    effects = "Outcome|A vs placebo OR (95% CI)|B vs placebo OR (95% CI)"
    lines = lines_of(f"{effects}\nCure|2.1 (1.2–3.7)|1.6 (0.9–2.8)")
    assert [each[2:] for each in lines] == [
        ("or", effect(2.1, 1.2, 3.7)),
        ("or", effect(1.6, 0.9, 2.8)),
    ]
    how = "|A (n=60)|B (n=58)|Absolute risk difference, % (95% CI)|Risk ratio (95% CI)"
    cells = "15 (25.0)|20 (34.5)|−9.5 (−26.0 to 7.0)|0.73 (0.41–1.28)"
    assert names_in(f"{how}\nDeath|{cells}") == ["Death", "Death"]


def test_each_number_of_an_outcome_may_have_a_row_of_its_own():
    rows = (
        "Outcome|Statistic|Examplin|Placebo\nFEV1, L|n|80|78\n|Mean|2.41|2.22\n"
        "|SD|0.60|0.61\nFVC, L|n|79|77\n|Mean|3.30|3.21\n|SD|0.72|0.70"
    )
    assert lines_of(rows) == [
        ("FEV1, L", "", "md", means(2.41, 0.6, 80, 2.22, 0.61, 78)),
        ("FVC, L", "", "md", means(3.3, 0.72, 79, 3.21, 0.7, 77)),
    ]


def test_rows_of_effects_are_of_the_outcome_and_time_above_them():
    head = "|Placebo (n=70)|Examplin 5 mg (n=72)|Examplin 9 mg (n=71)\n"
    rows = (
        "Pain at 6 weeks, mean change (SD)|−0.9 (1.1)|−1.6 (1.2)|−1.9 (1.2)\n"
        "Difference vs placebo (95% CI)||−0.7 (−1.1 to −0.3)|−1.0 (−1.4 to −0.6)\n"
        "P value vs placebo||0.001|<0.001"
    )
    changed = {"measured": "change"}
    assert lines_of(head + rows)[2:] == [
        ("Pain", "6 weeks", "md", effect(-0.7, -1.1, -0.3, p_value="0.001", **changed)),
        ("Pain", "6 weeks", "md", effect(-1, -1.4, -0.6, p_value="<0.001", **changed)),
    ]
    by_error = "|A (n=40)|B (n=41)\nPain, mean (SE)|3.1 (0.3)|4.2 (0.3)\n"
    by_error += "Treatment difference (SE)|−1.1 (0.4)|"
    by_error_too = by_error.removesuffix("|") + "|−1.1 (0.4)"
    assert lines_of(by_error)[1] == (
        *("Pain", "", "md"),
        {"estimate": -1.1, "estimate_se": 0.4},
    )
    assert lines_of(by_error_too)[1] == ASKED


def test_words_under_heads_name_no_arm():
    units = "|Examplin (N=124)|Placebo (N=121)\n|number of patients (percent)|\n"
    assert lines_of(f"{units}Rash|4 (3.2)|2 (1.7)") == [("Rash", "", "rr", FEW)]
    grades = (
        "|Examplin (n=98)||Chemo (n=101)|\n"
        "|All grades, n (%)|Grade 3–4, n (%)|All grades, n (%)|Grade 3–4, n (%)\n"
        "Anaemia|40 (40.8)|8 (8.2)|38 (37.6)|7 (6.9)"
    )
    assert lines_of(grades) == [
        ("All grades: Anaemia", "", "rr", counts(40, 98, 38, 101)),
        ("Grade 3–4: Anaemia", "", "rr", counts(8, 98, 7, 101)),
    ]
    over = "Analysis|Cure, n/N (%)|\n|Examplin|Placebo\nPer protocol|65/88|52/90"
    assert names_in(over) == ["Cure"]
    words = "Outcome|Examplin|Placebo|Result\nPain|better|same|no difference\n"
    words += "Cure|4/9|5/9|"
    assert lines_of(words)[0] == ASKED and names_in(words) == ["Pain", "Cure"]
    wards = "|Examplin (20 clusters; n=124)|Placebo (19 clusters; n=121)\nRash, n|4|2"
    assert lines_of(wards) == [("Rash", "", "rr", FEW)]


def test_a_name_under_two_headings_is_told_apart_by_them():
    rows = "Related, n (%)\nRash|4|2\nUnrelated, n (%)\nRash|4|2\nGout|4|2"
    assert names_in(ARMS + rows) == [
        "Related: Rash",
        "Unrelated: Rash",
        "Unrelated: Gout",
    ]
    people = lines_of(f"{ARMS}Women\nRash, n|4|2\nMen\nRash, n|4|2")
    assert people == [
        ("Rash", "", "rr", FEW | {"subgroup": "Women"}),
        ("Rash", "", "rr", FEW | {"subgroup": "Men"}),
    ]
    times = f"{ARMS}6 months\nRash, n|4|2\n12 months\nRash, n|4|2"
    assert names_in(times) == ["Rash", "Rash"]


def test_what_stands_in_the_place_of_a_name_waits():
    times = "|1 wk|4 wk\nExamplin, n/N|9/40|18/40\nPlacebo, n/N|5/41|9/41"
    assert {*lines_of(times)} == {ASKED}
    first = "Examplin (n=40)|Outcome|Placebo (n=41)\n3.1 (1.1)|Pain|4.2 (1.2)"
    assert {*lines_of(first)} == {ASKED}
    compared = "|HR (95% CI)\nDeath|\nA vs placebo|0.80 (0.65–0.98)"
    assert {*lines_of(compared)} == {ASKED}


def test_what_reads_as_a_usual_word_may_be_a_name():
    rows = "|A (N=50)|B (N=52)\nCR|5 (10)|2 (4)\nSD|18 (36)|20 (38)\nPD|12 (24)|20 (38)"
    assert names_in(rows) == ["CR", "Stable disease", "PD"]
    drug = (
        "Outcome|Score|Drug|Placebo\nPain|VAS|3.0 (1.0)|4.0 (1.2)\nPain|NRS|3 (1)|4 (1)"
    )
    assert not any("3.0" in each for each in names_in(drug))
    given = "Endpoint, n/N|Test|Reference\nCure|160/200|158/199\nRash|4/200|5/199"
    assert lines_of(given) == [
        ("Cure", "", "rr", counts(160, 200, 158, 199)),
        ("Rash", "", "rr", counts(4, 200, 5, 199)),
    ]


def test_heads_that_say_how_or_when_name_neither_arm_nor_outcome():
    changes = (
        "Measure|Change at 3 mo, mean (SD)||Change at 6 mo, mean (SD)|\n"
        "|Diet (n=60)|Control (n=58)|Diet (n=60)|Control (n=58)\n"
        "Weight, kg|−4.1 (3.0)|−0.5 (2.2)|−5.9 (4.1)|−0.4 (2.9)"
    )
    changed = {"measured": "change"}
    assert lines_of(changes) == [
        ("Weight, kg", "3 mo", "md", means(-4.1, 3, 60, -0.5, 2.2, 58) | changed),
        ("Weight, kg", "6 mo", "md", means(-5.9, 4.1, 60, -0.4, 2.9, 58) | changed),
    ]
    people = (
        "Outcome|Examplin (n=124)||Placebo (n=121)|\n"
        "|Patients with event|Rate per 100 patient-years"
        "|Patients with event|Rate per 100 patient-years\nDeath|4 (3.2)|1.1|2 (1.7)|0.6"
    )
    assert lines_of(people) == [("Death", "", "rr", FEW)]
    below = "Outcome|A|B\nCure, n (%)|30 (60)|18 (36)\nn|50|50"
    assert lines_of(below) == [("Cure", "", "rr", counts(30, 50, 18, 50))]


def test_what_a_row_proves_of_its_numbers_is_not_asked():
    heads = "|A (N=214)|B (N=211)|Difference (95% CI)\n"
    cured = "Cure, n (%)|84 (39.3)|49 (23.2)|16.0 (7.3 to 24.7)"
    numbers = counts(84, 214, 49, 211) | effect(0.16, 0.073, 0.247)
    assert lines_of(heads + cured) == [("Cure", "", "rd", numbers)]
    mean = "|A (n=55)|B (n=53)\nPressure|83.2 (8.5)|87.0 (8.8)"
    assert lines_of(mean) == [("Pressure", "", "md", means(83.2, 8.5, 55, 87, 8.8, 53))]
    sized = "Outcome|A events|A n|B events|B n\nFever|4|40|8|41"
    assert lines_of(sized) == [("Fever", "", "rr", counts(4, 40, 8, 41))]


def test_a_name_keeps_its_unit_and_loses_how_its_numbers_are_stated():
    head = "Outcome|Unit|Examplin (n=124)|Placebo (n=121)\n"
    named = ("LDL|mmol/L", "Iron at week 4, µg/L|µg/L", "Score|–")
    rows = "\n".join(f"{each}|3 (1)|2 (1)" for each in named)
    assert names_in(f"{head}{rows}") == ["LDL, mmol/L", "Iron, µg/L", "Score"]
    labels = (
        *("Change from baseline to week 8 in gout", "Change at week 8 for gout"),
        *("Change from baseline in gout at week 8", "Gout, mean ± SD, mg"),
    )
    rows = "\n".join(f"{each}|3.1 ± 1|2.2 ± 1" for each in labels)
    assert names_in(ARMS + rows) == [*(["Gout"] * 3), "Gout, mg"]


def read_with(pasted, **answers):
    """A table's lines, with what a person said of it."""
    grid = read_clipboard(pasted.replace("|", "\t"))
    rows = read_table(grid, answers=TableAnswers(**answers)).rows
    return [line for row in rows for line in row.lines]


def test_arms_numbers_without_a_field_keep_no_effect_out():
    hazard = effect(0.7, 0.58, 0.84)
    of_arms = "8.2 (7–9)|6 (5–7)"
    for label, cells in (
        ("Median PFS (95% CI), mo", of_arms),
        ("PFS, median (95% CI), mo", of_arms),
        ("1-year survival, % (95% CI)", "65.1 (59–70)|55.0 (49–60)"),
        ("Annualised exacerbation rate (95% CI)", of_arms),
    ):
        (line,) = read_with(f"|A|B|HR (95% CI)\n{label}|{cells}|0.70 (0.58–0.84)")
        assert (line.problems, line.numbers) == ([], hazard), label
        assert all("Not stored of the arms" in note for note in line.notes)
        assert line.notes
    shares = "|TAVI, %|Surgery, %|HR (95% CI)\nDeath|8.5|11.0|0.70 (0.58–0.84)"
    assert lines_of(shares) == [("Death", "", "hr", hazard)]
    assert lines_of(shares.replace("0.70 (0.58–0.84)", "")) == [ASKED]
    unnamed = f"|A|B|HR (95% CI)\nPFS, mo|{of_arms}|0.70 (0.58–0.84)"
    assert lines_of(unnamed) == [ASKED]
    (line,) = read_with(unnamed, triple="no_field")
    assert (line.problems, line.numbers) == ([], hazard)


def test_a_difference_that_proves_to_be_of_shares_is_turned_from_per_cent():
    rate = "|A|B|Difference (95% CI)\n{}|{}|{}"
    for label, arms, printed in (
        ("Cure rate, %", "75.0|60.1", "14.9 (3.1 to 26.7)"),
        ("Cure rate", "75.0|60.1", "14.9 (3.1 to 26.7)"),
        ("Cure rate, %", "75.0|60.1", "0.149 (0.031 to 0.267)"),
        ("Cure rate, %", "75.0%|60.1%", "14.9% (3.1% to 26.7%)"),
        ("Cure rate", "75/100|60/99", "14.9 (3.1 to 26.7)"),
    ):
        pasted = rate.format(label, arms, printed)
        (line,) = read_with(pasted, one="percent", measure="rd")
        ends = [line.numbers[each] for each in ("estimate", "ci_low", "ci_high")]
        assert (line.problems, ends) == ([], [0.149, 0.031, 0.267]), (label, printed)
    points = (
        "|A|B|Risk difference\nDeath|30/150|45/152|−9.6 percentage points (−19 to 0)"
    )
    ((*_, numbers),) = lines_of(points)
    assert (numbers["estimate"], numbers["ci_low"]) == (-0.096, -0.19)


def test_heads_and_labels_as_journals_print_them():
    for head in ("No (%) in {}", "Mean (SD) in the {}", "n/N for {}"):
        pasted = f"|{head.format('Zymol')}|{head.format('Placebo')}\nDeath|1/9|2/9"
        assert compared_in(pasted) == ["Zymol against Placebo"], head
    named = (
        ("Weight loss ≥5% — no. (%)", "Weight loss ≥5%"),
        ("Median stay (IQR) — days", "Stay — days"),
        ("Relapse (n, %)", "Relapse"),
    )
    rows = "\n".join(f"{label}|12 (9–14)|24 (20–28)" for label, _ in named)
    assert names_in(ARMS + rows) == [name for _, name in named]
    cited = (
        "Index test|Reference|TP|FP|FN|TN\nUltrasound|MRI|80|10|20|190\n"
        "CT|MRI|90|20|10|180"
    )
    assert [(told[0], told[3]["reference_standard"]) for told in lines_of(cited)] == [
        ("Ultrasound", "MRI"),
        ("CT", "MRI"),
    ]
    one_arm = "Outcome|N|n|% (95% CI)\nResponse|50|20|40.0 (26.4–54.8)"
    share = {"total_1": 50, "events_1": 20} | effect(0.4, 0.264, 0.548)
    assert lines_of(one_arm) == [("Response", "", "proportion", share)]
    (line,) = read_with("Variable|r|95% CI|p|n\nSleep|.42|[.28, .54]|<.001|150")
    assert (line.metric, line.numbers["ci_high"]) == ("r", 0.54)
    (line,) = read_with("Predictor|B|SE B|p\nAge|0.12|0.04|.003", measure="md")
    assert (line.numbers["estimate"], line.numbers["estimate_se"]) == (0.12, 0.04)
    ages = "Outcome|A n/N|B n/N|Age-adjusted HR\nDeath|1/9|2/9|0.9"
    (line,) = read_with(ages)
    assert (line.problems, line.numbers["adjusted_for"]) == ([], "Age")
    dutch = "|A (n=50)|B (n=51)|Verschil\nPijn, gemiddelde (SD)|3,1 (1,5)|4,0 (1,7)"
    ((*_, numbers),) = lines_of(f"{dutch}|-0,9 (-1,5 tot -0,3)")
    assert (numbers["ci_low"], numbers["ci_high"]) == (-1.5, -0.3)
    levels = (
        "Coffee, cups/d|Cases|Person-years|HR (95% CI)\n<1|200|40000|1 (ref)\n"
        "1–3|180|42000|0.86 (0.70–1.05)"
    )
    assert compared_in(levels)[1:] == ["Coffee, cups/d: 1–3"]


def test_a_column_of_two_arms_is_two_columns():
    studies = (
        "Study|Participants (I/C)|Events (I/C)|RR (95% CI)\n"
        "Ito 2003|110/112|18/30|0.61 (0.36 to 1.03)"
    )
    numbers = counts(18, 110, 30, 112) | effect(0.61, 0.36, 1.03)
    assert [row.lines[0].numbers for row in rows_of(studies)] == [numbers]
    assert compared_in(studies) == ["Intervention against Control"]
    for head in (
        "N (I/C)",
        "No. of patients, T/C",
        "Sample size (intervention/control)",
    ):
        arm = "Treatment" if "T/C" in head else "Intervention"
        pasted = f"Study|{head}|{arm} mean ± SD|Control mean ± SD\nZeller 2008"
        (row,) = rows_of(f"{pasted}|25/26|14.2 ± 3.1|16.8 ± 3.4")
        assert row.lines[0].numbers == means(14.2, 3.1, 25, 16.8, 3.4, 26), head
    whole = read_clipboard("Study\tCured (I/C)\nIto 2003\t18 of 30")
    assert with_arms_across(whole) == whole


def test_what_a_head_says_of_numbers_is_no_name_and_no_spread():
    half = "|A mean ± 95% CI|B mean ± 95% CI\nPain|3.2 ± 0.4|4.1 ± 0.5"
    assert lines_of(half) == [ASKED]
    for head in (
        "Zymol, n (rate per 100 PY)|Placebo, n (rate per 100 PY)",
        "Zymol, rate per 1000|Placebo, rate per 1000",
        "Zymol no. of cases/no. at risk|Placebo no. of cases/no. at risk",
    ):
        assert compared_in(f"|{head}\nDeath|40|58") == ["Zymol against Placebo"], head
    two = (
        "|A (n=123)|B (n=125)|RR or MD (95% CI)\nFever|12 (10%)|24 (19%)"
        "|0.51 (0.27–0.97)\nStay, h|68.4 (30.1)|80.2 (34.0)|−11.8 (−19.8 to −3.8)"
    )
    assert [told[2] for told in lines_of(two)] == ["rr", "md"]
    spoken = "|A|B\nFalls|120 events in 240 person-years|180 events in 238 person-years"
    ((_, _, metric, numbers),) = lines_of(spoken)
    assert (metric, numbers["person_time_2"]) == ("rate_ratio", 238)
    minus = "|Zymol|Placebo|Zymol − placebo (95% CI)\nScore, mean (SD)|3.1 (1)|4.0 (1)"
    assert lines_of(f"{minus}|−0.9 (−1.2 to −0.6)")[0][2] == "md"


def test_no_arm_is_lost_and_no_head_is_taken_for_one():
    letters = "|Control|Low dose|High dose\nWeight, g|251 ± 12a|240 ± {}|228 ± 10b"
    assert compared_in(letters.format("11ab")) == [
        *("Low dose against Control", "High dose against Control")
    ]
    assert lines_of(letters.format("eleven"))[0] == ASKED
    section = (
        "<table><tr><th>Event</th><th>Drug (N=100)</th><th>Placebo (N=99)</th></tr>"
        "<tr><th colspan=3>Gut</th></tr><tr><td>Rash</td><td>10 (10)</td>"
        "<td>5 (5)</td></tr></table>"
    )
    (row,) = rows_of(markup=section)
    assert (row.over, row.lines[0].comparison) == ("Gut", "Drug against Placebo")
    over = "Outcome|Timepoint|||\n|Baseline||Week 6|\n|Yoga|Control|Yoga|Control\n"
    assert compared_in(f"{over}Pain, mean (SD)|6 (1)|6 (1)|3 (1)|4 (1)") == [
        *["Yoga against Control"] * 2
    ]
    sizes = "Study|n exp|n ctrl|Hedges' g|SE\nOlsen 2011|30|31|-0.41|0.26"
    (row,) = rows_of(sizes)
    numbers = {"total_1": 30, "total_2": 31, "estimate": -0.41, "estimate_se": 0.26}
    assert row.lines[0].numbers == numbers
    tested = (
        "Test|Sensitivity, n/N (%)|Specificity, n/N (%)\nSwab|72/90 (80)|19/20 (95)"
    )
    assert lines_of(tested) == [ASKED]
    several = (
        "|Drug, No./total (%)|Placebo, No./total (%)|Difference, percentage points"
        "|Relative risk\nCure|60/100 (60)|45/99 (45.5)|14.5 (0.8 to 28.3)"
        "|1.32 (1.01 to 1.73)"
    )
    ends = [(told[2], told[3]["ci_high"]) for told in lines_of(several)]
    assert ends == [("rd", 0.283), ("rr", 1.73)]
    assert {*compared_in(several)} == {"Drug against Placebo"}
    people = (
        "|Drug n/N|Placebo n/N\nDeath||\n All patients|5/90|9/91\n Age ≥ 65|3/40|6/41"
    )
    assert names_in(people) == ["Death", "Death: Age ≥ 65"]
    yearly = (
        "|Drug (n=90)|Placebo (n=91)|RR (95% CI)\nStroke, no. (%/yr)|9 (1.7)|5 (1.1)"
    )
    assert names_in(f"{yearly}|0.66 (0.53–0.82)") == ["Stroke"]


def test_a_name_says_what_it_is_one_of():
    parted = (
        "|Drug, n/N|Placebo, n/N|HR (95% CI)|P for interaction\n"
        "Overall|100/990|130/999|0.75 (0.58–0.98)|\nDiabetes||||0.34\n"
        "Yes|40/300|60/310|0.66 (0.44–0.98)|\nNo|60/690|70/689|0.83 (0.59–1.18)|"
    )
    of_all, *others = [row.lines[0].numbers for row in rows_of(parted)]
    assert "subgroup" not in of_all
    assert [each["subgroup"] for each in others] == ["Diabetes: Yes", "Diabetes: No"]
    domains = (
        "Domain|Measure|Drug (n=40)|Placebo (n=41)\nPain|VAS, mean (SD)|3 (1)|4 (1)\n"
        "|NRS, mean (SD)|3 (1)|4 (1)\nPrimary|ODI, mean (SD)|3 (1)|4 (1)"
    )
    assert names_in(domains) == ["Pain: VAS", "Pain: NRS", "ODI"]
    levels = "Sleep, h|OR (95% CI)|P\n<6|1.80 (1.20–2.70)|.004\n6–8|1 [Reference]|\n>8"
    first, _ = read_with(f"{levels}|1.10 (0.70–1.72)|.68", outcome="Death")
    assert (first.comparison, first.numbers["p_value"]) == ("Sleep, h: <6", ".004")
    abroad = (
        "Utfall|A (n=50)|B (n=52)|Skillnad\nSmärta, medelvärde (SD)|3,1 (1,2)|4,0 (1,4)"
    )
    assert lines_of(f"{abroad}|−0,9 (−1,4 till −0,4)")[0][:3] == ("Smärta", "", "md")
    raised = "Outcome|Drug A^a (n=30)|Drug B^b (n=31)|P^c\nVAS|3.1 ± 1.0|3.9 ± 1.1|.004"
    assert compared_in(raised) == ["Drug A against Drug B"]


def test_what_each_row_is_adjusted_for_stands_in_a_column_of_its_own():
    cohorts = (
        "Study|Exposed: cases/total|Unexposed: cases/total|RR (95% CI)|Adjusted for\n"
        "Abel 2001|40/400|60/900|1.50 (1.02–2.20)|Age, sex\n"
        "Bond 2007|22/210|45/640|1.49 (0.92–2.42)|None"
    )
    one, other = [row.lines[0].numbers for row in rows_of(cohorts)]
    assert (one["adjusted"], one["adjusted_for"]) == ("yes", "Age, sex")
    assert (other["adjusted"], "adjusted_for" in other) == ("no", False)
    assert {*compared_in(cohorts)} == {"Exposed against Unexposed"}
    means_of = (
        "|Zymol|Placebo|Ratio of means (95% CI)\nCRP, mg/L, geometric mean (95% CI)"
    )
    assert names_in(f"{means_of}|2 (1–3)|3 (2–4)|0.70 (0.55–0.89)") == ["CRP, mg/L"]
    heads = "|Zymol, median [Q1; Q3]|Placebo, median [Q1; Q3]\nStay|5 [3; 8]|7 [4; 11]"
    assert compared_in(heads) == ["Zymol against Placebo"]
    minus = "Outcome|Drug A minus Drug B, mean (95% CI)\nScore|−1.2 (−2.0 to −0.4)"
    (line,) = read_with(minus)
    assert (line.metric, "mean_1" in line.numbers) == ("md", False)
