"""Kinds of tables that papers print, each as what it would store.

Heads over the arms of each population, times that only their neighbours tell, shares
before their counts, rows that say which effect, lines stacked in one cell.
"""

import pytest

from studies.tables.clipboard import NoTable, read_clipboard
from studies.tables.reading import read_table
from studies.tables.turned import with_arms_across
from tests.studies.tables.test_odd_tables import (
    ARMS,
    ASKED,
    counts,
    effect,
    lines_of,
    means,
)

FEVER = counts(12, 124, 24, 121)
CURED = counts(70, 100, 55, 98), counts(65, 88, 52, 90)


def rows_of(pasted="", *, markup=""):
    """The rows of a table that state something, and their lines."""
    grid = read_clipboard(pasted.replace("|", "\t"), markup)
    return [row for row in read_table(with_arms_across(grid)).rows if row.lines]


def compared_in(pasted):
    return [line.comparison for row in rows_of(pasted) for line in row.lines]


def test_an_arm_is_compared_below_the_same_head_alone():
    sets = (
        "Outcome|Intention to treat||Per protocol|\n"
        "|Examplin (n=100)|Placebo (n=98)|Examplin (n=88)|Placebo (n=90)\n"
        "Cure, n (%)|70 (70.0)|55 (56.1)|65 (73.9)|52 (57.8)"
    )
    assert lines_of(sets) == [
        ("Cure", "", "rr", CURED[0] | {"analysis_set": "itt"}),
        ("Cure", "", "rr", CURED[1] | {"analysis_set": "per_protocol"}),
    ]
    with_effects = (
        "Outcome|Men|||Women|||P for interaction\n"
        "|A n/N|Placebo n/N|RR (95% CI)|A n/N|Placebo n/N|RR (95% CI)|\n"
        "Cure|70/100|55/98|1.25 (1.00–1.55)|65/88|52/90|1.28 (1.03–1.59)|0.9"
    )
    men, women = CURED[0] | effect(1.25, 1, 1.55), CURED[1] | effect(1.28, 1.03, 1.59)
    assert lines_of(with_effects) == [
        ("Cure", "", "rr", men | {"subgroup": "Men"}),
        ("Cure", "", "rr", women | {"subgroup": "Women"}),
    ]
    between = with_effects.replace("P for interaction", "p").replace("|0.9", "|0.03")
    of_both = ("Men, Women: Cure", "", "words", {"p_value": "0.03"})
    assert lines_of(between)[2:] == [of_both]
    studies = (
        "Study|N|Mortality||Stroke|\n||Examplin|Control|Examplin|Control\n"
        "Aldous 2009|245|12/124|24/121|3/124|5/121\nBirket 2012|118|8/60|9/58|1/60|2/58"
    )
    assert [each[0] for each in lines_of(studies)] == [
        *("Mortality", "Mortality", "Stroke", "Stroke")
    ]
    trials = (
        "Outcome|TRIAL-1||TRIAL-2|\n|Examplin|Placebo|Examplin|Placebo\n"
        "Fever, n/N|12/124|24/121|9/60|12/61"
    )
    assert [each[0] for each in lines_of(trials)] == [
        "TRIAL-1: Fever",
        "TRIAL-2: Fever",
    ]
    assert compared_in(trials) == ["Examplin against Placebo"] * 2


def test_rows_of_many_groups_are_not_more_than_go_in_at_once():
    over = "|".join(f"Site {n}|" for n in range(4))
    body = "\n".join(f"Fever {n}|{'|'.join(['1/9'] * 8)}" for n in range(100))
    with pytest.raises(NoTable, match="which makes 401 rows; at most 300"):
        lines_of(f"Outcome|{over}\n|{'|'.join(['A|Placebo'] * 4)}\n{body}")


def test_what_stands_below_each_arm_beside_a_time_is_a_time():
    for after in ("Post-test", "Session 10", "Discharge", "T1"):
        pasted = (
            "Scale|Examplin (n=20)||Control (n=21)|\n"
            f"|Baseline|{after}|Baseline|{after}\n"
            "BDI, mean (SD)|25.1 (6.0)|14.2 (7.1)|24.8 (6.2)|20.1 (7.0)"
        )
        assert lines_of(pasted) == [
            ("BDI", "Baseline", "md", means(25.1, 6, 20, 24.8, 6.2, 21)),
            ("BDI", after, "md", means(14.2, 7.1, 20, 20.1, 7, 21)),
        ], after
    visits = (
        "Visit|Statistic|A (N=58)|B (N=60)\nWeek 8|n|55|56\n|Mean (SD)|18 (5)|22 (6)"
    )
    (row,) = rows_of(visits)
    assert (row.time, row.lines[0].numbers["total_1"]) == ("Week 8", 55)
    over = "Time|A mean (SD)|B mean (SD)\nPain||\nWeek 4|3.9 (1.2)|4.5 (1.3)"
    assert [each[:2] for each in lines_of(over)] == [("Pain", "Week 4")]
    below = (
        "Group|Pain score, mean (SD)|\n|Day 0|Day 7\n"
        "Examplin (n=25)|6.1 (1.2)|4.0 (1.3)\nPlacebo (n=26)|6.0 (1.1)|5.3 (1.2)"
    )
    assert [each[:3] for each in lines_of(below)] == [
        ("Pain score", "Day 0", "md"),
        ("Pain score", "Day 7", "md"),
    ]
    outcomes = "Outcome|Baseline|6 months\nVAS (n=34)|6.8 ± 1.4|3.1 ± 1.2"
    outcomes += "\nODI (n=34)|45.2 ± 10.1|28.3 ± 9.9"
    assert [line.comparison for row in rows_of(outcomes) for line in row.lines] == (
        ["Group 1"] * 4
    )


def test_a_share_may_stand_before_its_events():
    for pasted in (
        "Adverse event, % (n)|A (N=124)|B (N=121)\nFever|9.7 (12)|19.8 (24)",
        "Adverse event|A (N=124)|B (N=121)\nFever|9.7 (12)|19.8 (24)",
        "Adverse event|A (N=124)|B (N=121)\nFever|9.7% (12)|19.8% (24)",
    ):
        assert lines_of(pasted) == [("Fever", "", "rr", FEVER)], pasted
    assert lines_of("|A|B\nFever|9.7 (12)|19.8 (24)") == [ASKED]
    stays = "|A (N=124)|B (N=121)\nStay|9.7 (3)|19.8 (4)"
    assert lines_of(stays) == [ASKED]


def test_a_number_alone_is_asked_about_unless_something_tells_what_it_is():
    assert lines_of(f"{ARMS}\nPain|3.2|4.1") == [ASKED]
    beside = f"{ARMS}|MD (95% CI)\nPain|3.2|4.1|-0.9 (-1.4 to -0.4)"
    numbers = {"mean_1": 3.2, "total_1": 124, "mean_2": 4.1, "total_2": 121}
    numbers |= effect(-0.9, -1.4, -0.4)
    assert lines_of(beside) == [("Pain", "", "md", numbers)]
    correlations = "|1|2\n1. Anxiety|—|\n2. Sleep|.62**|—"
    assert lines_of(correlations)[-1] == ASKED


def test_a_row_may_say_which_effect_and_name_no_outcome():
    in_arms = (
        "|Exposed (n=320)|Unexposed (n=640)\nPreterm birth, n (%)|45 (14.1)|60 (9.4)\n"
        "Crude OR (90% CI)|1.58 (1.05–2.39)|1 (ref)"
    )
    crude = effect(1.58, 1.05, 2.39, adjusted="no") | {"ci_level": 0.9}
    assert rows_of(in_arms)[-1].lines[0].numbers == crude
    quarters = (
        "|Q1 (lowest)|Q2|Q3|Q4\nModel 1, HR (95% CI)|1.00 (ref)|0.87 (0.66–1.14)"
        "|0.80 (0.61–1.06)|0.71 (0.53–0.95)"
    )
    assert lines_of(quarters) == [ASKED] * 3  # of which outcome?
    assert compared_in(quarters) == [
        f"{each} against Q1 (lowest), Model 1" for each in ("Q2", "Q3", "Q4")
    ]
    for label in ("Unadjusted OR", "Adjusted HR (95% CI)", "Model 2", "Crude"):
        assert lines_of(f"|Estimate (95% CI)\n{label}|1.58 (1.05–2.39)") == [ASKED]
    for label in ("Knee ROM, °", "HR, beats/min", "HR"):
        pasted = f"{ARMS}\n{label}, mean (SD)|80.1 (10.0)|81.2 (11.0)"
        assert lines_of(pasted)[0][2] == "md", label


def test_an_effect_is_between_the_arms_that_its_head_names():
    pasted = (
        "Outcome|Examplin vs placebo, RR (95% CI)|Examplin versus samplin (95% CI)\n"
        "Relapse|0.56 (0.31–1.03)|RR 0.70 (0.40–1.22)"
    )
    assert compared_in(pasted) == [
        "Examplin against placebo",
        "Examplin against samplin",
    ]
    cases = "Exposure|Cases (n=210)|Controls (n=420)\nSmoking, n (%)|105 (50)|140 (33)"
    assert lines_of(cases) == [("Smoking", "", "or", counts(105, 210, 140, 420))]
    levels = (
        "Smoking|Cases (n=200)|Controls (n=400)|OR (95% CI)\n"
        "Never|100|250|1.00 (ref)\nFormer|40|80|1.25 (0.80–1.95)"
    )
    ((line,),) = (row.lines for row in rows_of(levels))
    assert line.comparison == "Smoking: Former"
    assert line.numbers == effect(1.25, 0.8, 1.95)
    for head in ("Cohen’s d", "Hedges’ g", "SMD"):
        pasted = f"{ARMS}|{head}\nPain, mean (SD)|3.2 (1.1)|4.1 (1.2)|-0.8"
        numbers = means(3.2, 1.1, 124, 4.1, 1.2, 121, estimate=-0.8)
        assert lines_of(pasted) == [("Pain", "", "smd", numbers)], head
    for head in ("Incremental", "Δ", "Differenz"):
        pasted = f"{ARMS}|{head}\nCost, mean (SD)|32 (11)|41 (12)|-9"
        numbers = means(32, 11, 124, 41, 12, 121, estimate=-9)
        assert lines_of(pasted) == [("Cost", "", "md", numbers)], head
    ratio = f"{ARMS}|Incremental\nICER, €/QALY|||14,400"
    assert lines_of(ratio) == [ASKED]
    one_cell = "|A|B|OR (90% CI), p value\nCure, n/N|7/9|5/9|1.8 (1.0–3.3), p = 0.04"
    ((*_, numbers),) = lines_of(one_cell)
    assert (numbers["ci_level"], numbers["p_value"]) == (0.9, "0.04")


def test_a_name_is_without_how_it_was_counted_and_with_its_unit():
    names = {
        "Death — no. of patients/total no. (%)": "Death",
        "Primary composite — no. of patients (%)": "Primary composite",
        "Score, LSM (SE)": "Score",
        "Number of patients with fever, n (%)": "Number of patients with fever",
        "Douleur, moyenne ± ET": "Douleur",
        "BMI (kg/m²), mean (SD)": "BMI (kg/m²)",
        "Waist, cmᵃ, mean (SD)": "Waist, cm",
        "BMI (kg/m²)ᵃ, mean (SD)": "BMI (kg/m²)",
        "VO₂, mL·kg⁻¹·min⁻¹, mean (SD)": "VO₂, mL·kg⁻¹·min⁻¹",
        "Admission, No. (%)": "Admission",
        "LDL, % change from baseline, mean (SD)": "LDL, % change",
    }
    for label, name in names.items():
        cells = "12 (9.7)|24 (19.8)" if "(%)" in label else "9.7 (1.1)|19.8 (1.2)"
        assert lines_of(f"{ARMS}\n{label}|{cells}")[0][0] == name, label
    levels = "Global rating, n (%)|A (n=50)|B (n=50)\nMuch improved|15 (30)|5 (10)"
    assert lines_of(levels)[0][0] == "Global rating: Much improved"
    for head in (
        "|A, adjusted mean (SE)|B, adjusted mean (SE)\n",
        "|A|B\n|(mmHg)|(mmHg)\n",
        "|A cases/N|B cases/N\n",
    ):
        assert compared_in(f"{head}Fever|3/9|4/9") == ["A against B"], head
    wide = (
        "|A（n=30）|B（n=31）|RR（95％CI）\n"
        "Fever|4（13.3）|9（29.0）|0.46（0.16～1.33）"
    )
    numbers = counts(4, 30, 9, 31) | effect(0.46, 0.16, 1.33)
    assert lines_of(wide) == [("Fever", "", "rr", numbers)]


def test_people_who_had_something_are_not_the_people_of_an_arm():
    pasted = "|A (n=30)|B (n=31)\n{}|12|13\nFever, n (%)|3 (10)|4 (13)"
    for label in ("Number of patients with fever", "No. of patients in remission"):
        assert lines_of(pasted.format(label))[-1][3]["total_1"] == 30, label
    for label in ("Number of patients analysed", "No. of patients at week 8", "n"):
        asked = read_table(read_clipboard(pasted.format(label).replace("|", "\t")))
        assert asked.rows[0].left_out and not asked.rows[0].lines, label


def test_standard_errors_may_be_named_over_or_under_the_table():
    cell = {"mean_1": 25.1, "se_1": 0.6, "total_1": 8, "mean_2": 29.8, "se_2": 0.9}
    errors = cell | {"total_2": 9}
    for pasted in (
        "Outcome (mean ± SEM)|A (n=8)|B (n=9)\nWeight|25.1 ± 0.6|29.8 ± 0.9",
        "|A (n=8)|B (n=9)\nWeight|25.1 ± 0.6|29.8 ± 0.9\nValues are mean ± SE.||",
        "|A (n=8)|B (n=9)\nWeight|25.1 (0.6)|29.8 (0.9)\nData are mean (s.e.m.)||",
        "Table 2. Outcomes (means and standard errors)||\n|A (n=8)|B (n=9)\n"
        "Weight|25.1 ± 0.6|29.8 ± 0.9",
    ):
        assert lines_of(pasted) == [("Weight", "", "md", errors)], pasted
    both = "|A (n=8)|B (n=9)\nWeight|5 ± 1|6 ± 1\nData are mean ± SD or mean ± SE||"
    assert lines_of(both) == [("Weight", "", "md", means(5, 1, 8, 6, 1, 9))]
    counted = "Values are mean ± SE or n (%)||"
    pasted = f"|A (n=8)|B (n=9)\nTumours|4 (50)|3 (33)\n{counted}"
    assert lines_of(pasted) == [("Tumours", "", "rr", counts(4, 8, 3, 9))]


def test_what_has_no_field_waits_and_takes_nothing_elses_place():
    quartiles = f"{ARMS}|Median difference (95% CI)\nStay, median (IQR)|3 (2–5)|5 (3–7)"
    assert lines_of(f"{quartiles}|−2 (−3 to −1)") == [ASKED]
    assert lines_of("|A: deaths/1000|B: deaths/1000\nDeath|12/1000|20/1000") == [ASKED]
    of_groups = (
        "Test|Symptomatic||Asymptomatic|\n|Sensitivity, %|Specificity, %"
        "|Sensitivity, %|Specificity, %\nRapid test|84.1|98.9|58.0|99.1"
    )
    assert [(each[0], each[3]["subgroup"]) for each in lines_of(of_groups)] == [
        ("Rapid test", "Symptomatic"),
        ("Rapid test", "Asymptomatic"),
    ]
    twice = "Test|Sensitivity|Specificity|Sensitivity\nRapid test|0.84|0.98|0.58"
    assert lines_of(twice) == [ASKED]
    of_people = "Study|MD (95% CI)\nAdults|\nAldous 2009|-0.9 (-1.4, -0.4)"
    assert lines_of(of_people) == [ASKED]  # "Adults" is no outcome


def test_what_a_spreadsheet_made_a_date_is_no_head():
    dates = "Outcome|A|B\nFever|Apr-50|Sep-52\nRash|4/50|9/52"
    assert lines_of(dates) == [ASKED, ("Rash", "", "rr", counts(4, 50, 9, 52))]


def test_lines_stacked_in_cells_are_rows_and_no_number_of_two():
    def of_cells(*rows):
        cells = "".join(
            f"<tr>{''.join(f'<td><p>{cell}</p></td>' for cell in row)}</tr>"
            for row in rows
        )
        return f"<table>{cells}</table>"

    head = ("", "A (n=60)", "Control (n=58)")
    stacked = of_cells(
        head,
        (
            "Pain, mean (SD)</p><p>Week 4</p><p>Week 8",
            "</p><p>4.0 (1.3)</p><p>3.2 (1.1)",
            "</p><p>5.1 (1.4)</p><p>4.7 (1.2)",
        ),
    )
    assert [(row.outcome, row.time) for row in rows_of(markup=stacked)] == [
        ("Pain", "Week 4"),
        ("Pain", "Week 8"),
    ]
    goes_on = of_cells(head, ("Fever<br>n (%)", "6<br>(10)", "9<br>(16)"))
    ((line,),) = (row.lines for row in rows_of(markup=goes_on))
    assert line.numbers == counts(6, 60, 9, 58)
    uneven = of_cells(head, ("Deaths, relapses, n", "12<br>345", "9<br>400"))
    ((line,),) = (row.lines for row in rows_of(markup=uneven))
    assert line.problems and not {"events_1", "mean_1"} & {*line.numbers}
    (deaths, relapses) = rows_of('|A/N|B/N\n"Deaths\nRelapses"|"1/9\n3/9"|"2/9\n4/9"')
    assert (deaths.outcome, relapses.outcome) == ("Deaths", "Relapses")
    assert relapses.lines[0].numbers == counts(3, 9, 4, 9)


def test_a_difference_of_shares_is_of_as_many_people_as_it_is_printed_of():
    counted = counts(34, 512, 51, 508)
    shares = effect(-0.034, -0.066, 0)
    shares.pop("ci_level")
    fracture = ("Fracture", "", "rd", counted | shares)
    row = "\nFracture|34/512|51/508|"
    for head, printed in (
        ("Absolute difference per 1,000", "−34 (−66 to 0)"),
        ("Risk difference per 1000 people", "−34 (−66 to 0)"),
        ("Risk difference", "−34 (−66 to 0)"),
        ("Risk difference", "−3.4 (−6.6 to 0.0)"),
        ("Risk difference, %", "−3.4 (−6.6 to 0.0)"),
        ("Risk difference", "−0.034 (−0.066 to 0.000)"),
    ):
        assert lines_of(f"Outcome|A|B|{head}{row}{printed}") == [fracture], head
    apart = "Outcome|A|B|Risk difference, %|Lower 95% CI|Upper 95% CI"
    (found,) = lines_of(f"{apart}{row}−3.4|−6.6|0.0")
    assert found[3] == counted | effect(-0.034, -0.066, 0)
    of_many = "Outcome|A|B|Risk difference per 100,000\nGout|34/51200|51/50800|−34"
    assert lines_of(of_many)[0][3]["estimate"] == -0.00034


def test_a_difference_may_be_of_means_or_of_shares_where_no_arms_tell():
    head = "Outcome|Treatment difference (95% CI)|Noninferiority margin\n"
    assert lines_of(f"{head}Cure rate, %|−1.8 (−6.9 to 3.3)|−10") == [ASKED]
    assert lines_of(f"{head}Responders, %|−1.8 (−6.9 to 3.3)|−10") == [ASKED]
    pulse = lines_of(f"{head}Heart rate, bpm|−1.8 (−6.9 to 3.3)|−4")
    assert pulse == [("Heart rate, bpm", "", "md", effect(-1.8, -6.9, 3.3))]


def test_a_head_over_arms_may_count_the_people_of_each():
    pasted = (
        "Endpoint|ITT (A n=100; B n=98)||PP (A n=88, B n=90)|\n|A|B|A|B\n"
        "Cure, n (%)|70 (70.0)|55 (56.1)|65 (73.9)|52 (57.8)"
    )
    assert lines_of(pasted) == [
        ("Cure", "", "rr", CURED[0] | {"analysis_set": "itt"}),
        ("Cure", "", "rr", CURED[1] | {"analysis_set": "per_protocol"}),
    ]
    assert compared_in(pasted) == ["A against B"] * 2


def test_what_other_effects_are_against_is_no_effect():
    pasted = (
        "Coffee|Cases, n|OR (95% CI)|aOR (95% CI)\n"
        "≥3 cups|62|1.39 (0.95–2.02)|1.22 (0.81–1.84)\n"
        "1–2 cups|80|0.90 (0.64–1.27)|0.93 (0.64–1.35)\nNone|58|1|1.00"
    )
    effects = [line.effect for row in rows_of(pasted) for line in row.lines]
    assert len([each for each in effects if each]) == 4


def test_a_note_says_what_all_numbers_are():
    table = "|A (n=20)|B (n=21)\nPain at 6 weeks|41 (36, 47)|42 (36, 48)\n"
    quartiles = {"median_1": 41, "q1_1": 36, "q3_1": 47, "total_1": 20}
    quartiles |= {"median_2": 42, "q1_2": 36, "q3_2": 48, "total_2": 21}
    for note in ("Values are median (25th, 75th percentile)", "Data are median (IQR)."):
        assert lines_of(table + note) == [("Pain", "6 weeks", "md", quartiles)], note
    for note in ("Data are median (IQR) or mean (SD).", "The median age was 40."):
        assert lines_of(table + note)[0] == ASKED, note


def test_a_bare_part_behind_an_arm_is_of_that_arm():
    pain = means(62, 14, 30, 61, 15, 31)
    del pain["total_1"], pain["total_2"]
    for head in ("A, mean|SD|B, mean|SD", "A mean|SD|B mean|SD", "A|SD|B|SD"):
        found = lines_of(f"Outcome|{head}\nPain at 3 months|62|14|61|15")
        assert found == [("Pain", "3 months", "md", pain)], head
    shares = "Response|A (n=150), % (n)|B (n=150), % (n)\nNone|32.0 (48)|20.7 (31)"
    assert lines_of(shares)[0][3] == counts(48, 150, 31, 150)


def test_patients_beside_controls_are_an_arm_and_a_size_is_no_outcome():
    marker = "Marker|Patients|Healthy controls\nCRP, median [IQR]|8 [3–15]|1 [0.5–2]"
    assert compared_in(marker) == ["Patients against Healthy controls"]
    sized = "Pain score|A (n=30)|B (n=31)\nBaseline (n=30/31)|3 (1)|4 (1)"
    assert {row.outcome for row in rows_of(sized)} == {"Pain score"}
