"""Heads and labels as journals print them: no word of theirs is taken for another.

An arm is called by its own name, an outcome keeps the figures in its name, an effect is
of the outcome it stands under; what may be one thing or another is asked.
"""

from studies.tables.arms import TableAnswers
from studies.tables.clipboard import read_clipboard
from studies.tables.reading import read_table
from studies.tables.turned import with_arms_across
from tests.studies.tables.test_odd_tables import (
    ASKED,
    counts,
    effect,
    lines_of,
    means,
)

CURED = counts(50, 100, 40, 101)
COMPARED = "Zymol against Placebo"


def compared_in(pasted):
    """What each line compares, without those that are asked about."""
    grid = read_clipboard(pasted.replace("|", "\t"))
    rows = read_table(with_arms_across(grid)).rows
    return [line.comparison for row in rows for line in row.lines if not line.problems]


def names_in(labels):
    """The outcome and the time that each label of a row is read as."""
    rows = "".join(f"\n{each}, mean (SD)|3.1 (1.0)|4.0 (1.1)" for each in labels)
    return [told[:2] for told in lines_of(f"|Zymol (n=20)|Placebo (n=21){rows}")]


def test_a_figure_in_a_name_is_no_time():
    whole = (
        *("EQ-5D-5L index", "SF-6D", "15D score", "6-min walk distance"),
        *("2-h plasma glucose", "24-hour ambulatory SBP", "24 h urinary protein"),
        *("7-day food diary energy", "Abstinence, 7-day point prevalence"),
    )
    assert names_in(whole) == [(each, "") for each in whole]
    lasting = (
        *("Falls in the past 12 months", "Pain, last 24 hours"),
        *("Seizure-free for 6 months", "Relapse for at least 2 weeks"),
    )
    assert names_in((*lasting, "Abstinence over the past 7 days at week 12")) == [
        *((each, "") for each in lasting),
        ("Abstinence over the past 7 days", "week 12"),
    ]
    timed = ("Death within the first 30 days", "Gout at the 6-month visit")
    assert names_in((*timed, "Relapse over 12 weeks", "Men over 65 years")) == [
        *(("Death", "30 days"), ("Gout", "6-month visit"), ("Relapse", "12 weeks")),
        ("Men over 65 years", ""),
    ]
    timed = ("30-day mortality", "48-h mortality", "Pain at 24 h", "Apgar at 5 min")
    assert names_in((*timed, "EQ-5D at 12 months")) == [
        *(("Mortality", "30-day"), ("Mortality", "48-h"), ("Pain", "24 h")),
        *(("Apgar", "5 min"), ("EQ-5D", "12 months")),
    ]


def test_what_stands_over_the_arms_is_no_part_of_their_names():
    for over, more in (
        ("Intention-to-treat population", {"analysis_set": "itt"}),
        ("Safety population", {"analysis_set": "safety"}),
        ("Treatment group", {}),
        ("All patients", {}),
    ):
        pasted = (
            f"Outcome|{over}||RR (95% CI)\n|Zymol (n=100)|Placebo (n=101)|\n"
            "Cure, n (%)|50 (50.0)|40 (39.6)|1.26 (0.92–1.73)"
        )
        numbers = CURED | effect(1.26, 0.92, 1.73) | more
        assert lines_of(pasted) == [("Cure", "", "rr", numbers)], over
        assert compared_in(pasted) == [COMPARED], over
    changed = means(-8.1, 6.2, 30, -2.0, 6.3, 31, measured="change")
    for over in (
        "Mean change from baseline (SD)",
        "LS mean change ± SD",
        "Δ, mean (SD)",
    ):
        pasted = (
            f"Outcome|{over}|\n|Zymol (n=30)|Placebo (n=31)\nSBP|−8.1 (6.2)|−2 (6.3)"
        )
        assert lines_of(pasted) == [("SBP", "", "md", changed)], over
        until = pasted.replace("hange", "hange to week 8").replace("Δ", "Δ at week 8")
        assert lines_of(until) == [("SBP", "week 8", "md", changed)], over
        assert compared_in(until) == [COMPARED], over
    own = "|Zymol (n=30) change, mean (SD)|Placebo (n=31) change, mean (SD)\n"
    assert lines_of(f"{own}SBP|−8.1 (6.2)|−2 (6.3)") == [("SBP", "", "md", changed)]
    below = "|Zymol (n=30)||Placebo (n=31)|\n|Before|Δ week 12|Before|Δ week 12\n"
    pasted = f"{below}SBP, mean (SD)|141 (10)|−8.1 (6.2)|140 (11)|−2.0 (6.3)"
    assert lines_of(pasted)[1] == ("SBP", "", "md", changed)
    units = "Item|Zymol, mean (SD), mg/L|Placebo, mean (SD), mg/L\nIron|3 (1)|4 (1)"
    assert compared_in(units) == [COMPARED]
    eyes = "|Zymol, n = 60 eyes||Placebo, n = 58 eyes|\n|Mean|SD|Mean|SD\nIOP|8|9|2|9"
    assert compared_in(eyes) == [COMPARED]
    values = "Arm|Outcome|Value\nZymol|Death, n/N|12/100\nPlacebo|Death, n/N|20/101"
    assert compared_in(values) == [COMPARED]
    alone = "Complication|{}\nLeak, n/N|4/88"
    for head, named in (("Total (n=88)", "Total"), ("All patients", "All patients")):
        assert compared_in(alone.format(head)) == [named]


def test_arms_are_compared_within_the_people_that_stand_below_them():
    def of(one, other, cells):
        over = f"Outcome|Zymol||Placebo|\n|{one}|{other}|{one}|{other}\n"
        return lines_of(f"{over}Cure, n/N|{cells}")

    cells = "50/100|48/90|40/101|38/92"
    both = CURED, counts(48, 90, 38, 92)
    assert of("ITT", "PP", cells) == [
        ("Cure", "", "rr", both[0] | {"analysis_set": "itt"}),
        ("Cure", "", "rr", both[1] | {"analysis_set": "per_protocol"}),
    ]
    for one, other in (("Men", "Women"), ("<65 y", "≥65 y")):
        assert of(one, other, cells) == [
            ("Cure", "", "rr", both[0] | {"subgroup": one}),
            ("Cure", "", "rr", both[1] | {"subgroup": other}),
        ]
    assert of("Any grade", "Grade ≥3", cells) == [
        ("Any grade: Cure", "", "rr", both[0]),
        ("Grade ≥3: Cure", "", "rr", both[1]),
    ]
    either = "Time|Pain||Function|\n|Laser|Exercise|Laser|Exercise\nWeek 4|3|4|50|45"
    crossed = "|Sequence AB: A|Sequence AB: B|Sequence BA: B|Sequence BA: A\n"
    for pasted in (either, f"{crossed}FEV1, mean (SD)|2 (1)|2 (1)|3 (1)|3 (1)"):
        assert {*map(str, lines_of(pasted))} == {ASKED}
    periods = (
        "Outcome|Period 1||Period 2|\n|Zymol|Placebo|Zymol|Placebo\n"
        "Sleep, mean (SD)|24 (11)|33 (14)|22 (10)|30 (12)"
    )
    assert [told[:2] for told in lines_of(periods)] == [
        ("Sleep", "Period 1"),
        ("Sleep", "Period 2"),
    ]


def test_an_effect_in_a_row_is_of_the_outcome_that_it_names_or_stands_under():
    head = "|Zymol (n=100)|Placebo (n=101)\nCure, n (%)|50 (50.0)|40 (39.6)\n"
    for row, told in (
        ("HR for death (95% CI)|0.6 (0.4–0.9)|", ("Death", "hr")),
        (
            "Overall survival, HR (95% CI)|0.6 (0.4–0.9)|1 (ref)",
            ("Overall survival", "hr"),
        ),
        ("Difference (95% CI)|0.10 (−0.03 to 0.24)|", ("Cure", "rd")),
        ("Risk ratio (95% CI)|1.26 (0.92–1.73)|", ("Cure", "rr")),
    ):
        _, (outcome, _, metric, numbers) = lines_of(f"{head}{row}")
        assert ((outcome, metric), "estimate" in numbers) == (told, True), row
    means_of = "|Zymol (n=30)|Placebo (n=31)\nPain, mean (SD)|3.1 (1.0)|3.5 (1.0)\n"
    pasted = f"{means_of}Mean difference (95% CI)|−0.4 (−0.9 to 0.1)|\nP value|0.12|"
    assert lines_of(pasted)[1:] == [
        ("Pain", "", "md", effect(-0.4, -0.9, 0.1, p_value="0.12"))
    ]
    median = (
        "|Zymol (n=30)|Placebo (n=31)\nMedian PFS, months (95% CI)|8 (7–9)|6 (5–7)\n"
    )
    assert lines_of(f"{median}HR (95% CI)|0.6 (0.4–0.9)|") == [
        ASKED,
        ("PFS, months", "", "hr", effect(0.6, 0.4, 0.9)),
    ]
    marked = (
        "Outcome|Zymol n/N|Placebo n/N|OR (95% CI)|\n|||Crude|Adjustedᵃ\n"
        "Cure|50/100|40/101|1.53 (0.87–2.67)|1.60 (0.90–2.84)"
    )
    noted = "Outcome|OR (95% CI)ᵃ\nCure|1.60 (0.90–2.84)\nᵃAdjusted for age."
    assert (lines_of(marked)[1], lines_of(noted)) == (ASKED, [ASKED])
    measures = (
        "Study|Effect measure|Estimate|95% CI\nAldous 2009|HR|1.21|0.98–1.49\n"
        "Birket 2012|OR|1.40|1.02–1.92"
    )
    rows = read_table(read_clipboard(measures.replace("|", "\t"))).rows
    assert [row.lines[0].metric for row in rows] == ["hr", "or"]


def test_what_more_a_cell_counts_has_no_field_and_keeps_no_events_out():
    fever = [("Fever", "", "rr", counts(12, 124, 24, 121))]
    head = "Event|Zymol (n=124){0}|Placebo (n=121){0}\nFever|{1}|{2}"
    for under, one, other in (
        (", n (%) [events]", "12 (9.7) [19]", "24 (19.8) [40]"),
        ("", "12 (9.7%; 5.1–16.3)", "24 (19.8%; 13.1–28.1)"),
        ("", "12 (9.7 %) [19]", "24 (19.8 %) [40]"),
    ):
        assert lines_of(head.format(under, one, other)) == fever, one
    assert lines_of(head.format("", "12 (9.7) [19]", "24 (19.8) [40]")) == [ASKED]
    for parts in ("n|%|E", "Patients|%|Events"):
        over = "Event|Zymol (n=124)|||Placebo (n=121)||\n"
        cells = "Fever|12|9.7|19|24|19.8|40"
        assert lines_of(f"{over}|{parts}|{parts}\n{cells}") == fever, parts


def test_words_of_a_table_say_what_their_rows_are():
    by_mark = (
        "Outcome|Zymol (n=30)|Placebo (n=31)\nStay, days†|5 (4–7)|7 (5–9)\n"
        "†Median (IQR). ‡n (%)."
    )
    ((_, _, _, numbers),) = lines_of(by_mark)
    assert (numbers["median_1"], numbers["q3_2"]) == (5, 9)
    levels = (
        "|Zymol (n=40)|Placebo (n=40)|P\nAdherence, n (%)|||0.02\n"
        "High|20 (50.0)|14 (35.0)|\nLow|10 (25.0)|18 (45.0)|"
    )
    assert [told[0] for told in lines_of(levels)] == [
        *("Adherence", "Adherence: High", "Adherence: Low")
    ]
    percent = "Variable|Mean (SE)|\n|Zymol (n=20)|Placebo (n=20)\nHbA1c, %"
    assert lines_of(f"{percent}|7.1 (0.2)|7.4 (0.2)")[0][3]["se_1"] == 0.2
    population = "Population|Zymol n/N|Placebo n/N\nITT|50/100|40/101"
    model = "Effect|Estimate|SE|p\nGroup × time|−1.21|0.40|0.003"
    assert (lines_of(population), lines_of(model)) == ([ASKED], [ASKED])
    for arms in ("0 mg|10 mg|20 mg", "Q1|Q2|Q3"):
        first, *others = arms.split("|")
        pasted = f"Outcome, mean (SD)|{arms}\nFEV1|2.1 (0.4)|2.2 (0.5)|2.4 (0.4)"
        assert compared_in(pasted) == [f"{each} against {first}" for each in others]
    spanish = "|Zymol (n=44)|Control (n=43)|RR (IC 95%)\nCaídas, n/N|6/44|15/43|"
    ((*_, numbers),) = lines_of(f"{spanish}0,39 (0,17 a 0,91)")
    assert (numbers["ci_low"], numbers["ci_high"]) == (0.17, 0.91)


def test_a_limit_of_a_ratio_printed_as_nothing_is_as_much_as_it_can_be():
    pasted = "Outcome|RR (95% CI)\nHospital|{}"
    ((*_, numbers),) = lines_of(pasted.format("0.07 (0.00–0.54)"))
    assert (numbers["ci_low"], numbers["ci_low"].text) == (0.005, "0.00")
    assert lines_of(pasted.format("0.00 (0.00–0.54)")) == [ASKED]
    share = "Outcome|Risk difference (95% CI)\nCure|−2.8 (−12.1 to 6.4)"
    assert lines_of(share) == [ASKED]


def test_times_studies_and_subgroups_in_heads_are_no_arms():
    ends = "|Zymol (n=80)||Placebo (n=78)|\n|Baseline|Endline|Baseline|Endline\n"
    pasted = f"{ends}WAZ, mean (SD)|-1.8 (1)|-1.5 (1)|-1.7 (1)|-1.6 (1)"
    assert [told[:2] for told in lines_of(pasted)] == [
        ("WAZ", "Baseline"),
        ("WAZ", "Endline"),
    ]
    assert (
        compared_in(
            ends.replace("Zymol (n=80)", "Intervention").replace("Placebo", "Control")
            + "WAZ, n/N|1/9|1/9|2/9|2/9"
        )
        == ["Intervention against Control"] * 2
    )
    days = "Day|Zymol|Placebo\n0|6.1 ± 0.4|6.0 ± 0.5\n7|7.2 ± 0.5|6.1 ± 0.4"
    rows = read_table(read_clipboard(days.replace("|", "\t"))).rows
    assert [row.time for row in rows] == ["Day 0", "Day 7"]
    studies = (
        "Outcome|Adler 2011 RR (95% CI)|Boone 2013 RR (95% CI)\nDeath|0.8 (0.6–1.1)|"
    )
    assert lines_of(studies) == [ASKED]
    subgroups = (
        "Characteristic|Events/patients, Zymol|Events/patients, Placebo|HR (95% CI)\n"
        "Overall|120/400|160/402|0.70 (0.55–0.89)\nECOG 0|60/220|80/221|0.71 (0.5–1.0)"
        "\nECOG 1|60/180|80/181|0.69 (0.5–1.0)"
    )
    grid = read_clipboard(subgroups.replace("|", "\t"))
    answers = TableAnswers(outcome="Death")
    (of_all, *others) = [row.lines[0] for row in read_table(grid, answers=answers).rows]
    assert (of_all.comparison, "subgroup" in of_all.numbers) == (COMPARED, False)
    assert [each.numbers["subgroup"] for each in others] == ["ECOG 0", "ECOG 1"]
    sites = "Site of recurrence|Zymol|Placebo|HR (95% CI)\nLocal|{0}\nDistant|{0}"
    cells = "10/120|20/118|0.47 (0.22–1.00)"
    people = sites.replace("Local", "Women").replace("Distant", "Men")
    assert [told[0] for told in lines_of(sites.format(cells))] == [
        *("Site of recurrence: Local", "Site of recurrence: Distant")
    ]
    assert lines_of(people.format(cells)) == [ASKED, ASKED]  # of which outcome?
    over = "Outcome|Median (25th–75th percentile)|\n|Zymol (n=60)|Placebo (n=61)\n"
    ((*_, numbers),) = lines_of(f"{over}Stay, d|7 (4–12)|9 (5–15)")
    assert (numbers["median_1"], numbers["q3_2"]) == (7, 15)


def test_what_may_be_of_several_rows_or_an_arm_is_asked():
    over = "|Baseline|6 weeks\nHip score, mean (SD)||\nCemented (n=40)|45 (10)|70 (11)"
    assert {*map(str, lines_of(over))} == {ASKED}
    levels = "Nausea|Zymol (n=50)|Placebo (n=50)|p\nNone|20 (40)|10 (20)|0.03\n"
    told = lines_of(f"{levels}Mild|18 (36)|20 (40)|\nSevere|2 (4)|5 (10)|")
    assert [each == ASKED for each in told] == [True, False, False]
    of_each = lines_of(f"{levels}Mild|18 (36)|20 (40)|0.5")
    assert [told[3]["p_value"] for told in of_each] == ["0.03", "0.5"]
    several = (
        "Outcome|A first|B first|Treatment effect p|Carry-over p\nPain|4 ± 1|4 ± 2"
    )
    ((*_, numbers),) = lines_of(f"{several}|0.03|0.6")
    assert numbers["p_value"] == "0.03"


def test_numbers_said_before_an_arm_or_in_a_row_below_it_are_its_own():
    for head in (
        "n/N {}",
        "Events/N ({})",
        "No. (%): {}",
        "Median (range) {}",
        "Mean (SD) {}",
    ):
        pasted = (
            f"Outcome|{head.format('Zymol')}|{head.format('Placebo')}\nDeath|1/9|2/9"
        )
        assert compared_in(pasted) == [COMPARED], head
    assert compared_in("Item|Zymol (10 mg), oral|Placebo, oral\nDeath|1/9|2/9") == [
        "Zymol (10 mg), oral against Placebo, oral"
    ]
    spread = "Arm|Pain VAS (mean)|SD\nZymol|3.2|1.1\nPlacebo|4.5|1.3"
    numbers = {"mean_1": 3.2, "sd_1": 1.1, "mean_2": 4.5, "sd_2": 1.3}
    assert lines_of(spread) == [("Pain VAS", "", "md", numbers)]
    people = (
        "|Zymol||Placebo|\n|n|mean (SD)|n|mean (SD)\nScore|120|98.2 (14.1)|118|95 (13)"
    )
    ((*_, numbers),) = lines_of(people)
    assert (numbers["total_1"], numbers["total_2"]) == (120, 118)
    rate = (
        "|Zymol (n=400)|Placebo (n=398)\nPrimary end point, n (%)|44 (11.0)|66 (16.6)\n"
        "Rate — no. per 100 patient-yr|5.5|8.4\nHazard ratio (95% CI)|0.65 (0.4–0.9)|"
    )
    assert [told[0] for told in lines_of(rate) if told != ASKED] == (
        ["Primary end point"] * 2
    )
    share = "Outcome|Zymol|Placebo\nCure, % (n/N)|82.0 (82/100)|70.3 (71/101)"
    assert lines_of(share) == [("Cure", "", "rr", counts(82, 100, 71, 101))]


def test_what_a_test_states_is_no_arm():
    cured = [("Cure", "", "rr", CURED | {"p_value": "0.02"})]
    for head in ("t/χ²", "χ2/t value", "χ2", "T or Z", "Z"):
        pasted = f"|Zymol (n=100)|Placebo (n=101)|{head}|P\nCure, n (%)"
        assert lines_of(f"{pasted}|50 (50.0)|40 (39.6)|5.18|0.02") == cured, head
    three = "Score, mean (SD)|X|Y|Z\nPain|3.1 (1)|3.2 (1)|3.5 (1)"
    assert compared_in(three) == ["X against Z", "Y against Z"]
    grades = "Toxicity|Grade 1–2|Grade 3–4|Any grade\nRash, n/N|9/45|3/45|12/45"
    assert {*map(str, lines_of(grades))} == {ASKED}


def test_a_second_head_says_how_many_are_in_the_arms_below_it():
    pasted = (
        "Efficacy|Zymol (n=100)|Placebo (n=101)\nCure, n (%)|50 (50.0)|40 (39.6)\n"
        "Safety|Zymol (n=104)|Placebo (n=103)\nDays treated, mean (SD)|9 (3)|8 (2)"
    )
    assert lines_of(pasted) == [
        ("Cure", "", "rr", CURED),
        ("Days treated", "", "md", means(9, 3, 104, 8, 2, 103)),
    ]


def test_a_time_beside_or_below_an_arm_is_no_part_of_its_name():
    start = "Item, mean (SD)|Zymol baseline|Zymol day 4|Placebo baseline|Placebo day 4"
    below = "Pre M (SD)|Post M (SD)"
    for head in (start, f"|Zymol (n=30)||Placebo (n=31)|\n|{below}|{below}"):
        assert compared_in(f"{head}\nIron|3 (1)|4 (1)|3 (1)|5 (1)") == [COMPARED] * 2
    until = start.replace("day 4", "follow-up")
    assert compared_in(f"{until}\nIron|3 (1)|4 (1)|3 (1)|5 (1)") == [COMPARED] * 2
    led = "|Nurse follow-up (n=50)|Usual care (n=50)\nDeath, n|4|6"
    assert compared_in(led) == ["Nurse follow-up against Usual care"]


def test_a_head_says_whether_it_counts_people_or_how_often():
    def of(head, cells):
        return f"|Zymol (N=100), {head}|Placebo (N=101), {head}\nStroke|{cells}"

    for head, cells in (
        ("no. of patients with event", "50|40"),
        ("number of deaths", "50|40"),
        ("no. with event (%)", "50 (50)|40 (40)"),
        ("patients with an event, n (%)", "50 (50)|40 (40)"),
    ):
        assert lines_of(of(head, cells)) == [("Stroke", "", "rr", CURED)], head
        assert compared_in(of(head, cells)) == [COMPARED], head
    assert lines_of(of("no. of events", "50|40")) == [ASKED]
    assert lines_of(of("% (n/N)", "50.0 (50/100)|39.6 (40/101)")) == [
        ("Stroke", "", "rr", CURED)
    ]
    often = "|Zymol (n=90)|Placebo (n=92)\nExacerbations during 52 weeks, n|61|78"
    assert lines_of(often) == [ASKED]
    head = "|Zymol: cases|Zymol: person-years|Placebo: cases|Placebo: person-years"
    assert compared_in(f"{head}\nFlu|12|210|20|219") == [COMPARED]


def test_what_may_be_of_a_change_or_of_arms_is_asked():
    for over in ("Reduction from baseline", "Change in weight", "Mean rise at day 3"):
        pasted = f"Outcome|{over}|\n|Zymol (n=30)|Placebo (n=31)\nSBP|8.1 (6)|2 (6)"
        assert lines_of(pasted) == [ASKED], over
    under = "Early (n=50)|Late (n=52)"
    for over in ("Death|Death|Sepsis|Sepsis", "Death||Sepsis|"):
        pasted = f"|{over}\n|{under}|{under}\nAll, n|4|8|6|9"
        assert {*map(str, lines_of(pasted))} == {ASKED}, over
    for one, other in (
        ("Switch after 4 weeks", "Rest"),
        ("Higher dose", "No change"),
        ("Zymol over 7 days", "Zymol over 14 days"),
    ):
        pasted = f"|{one} (n=50)|{other} (n=52)\nDeath, n|4|8"
        assert {*map(str, lines_of(pasted))} == {ASKED}, one
    rows = "|Low|High\nCases|50|40\nHR (95% CI)|1.00 (ref)|0.80 (0.53–1.21)"
    assert {*map(str, lines_of(rows))} == {ASKED}


def test_an_effect_is_of_the_arms_at_the_time_that_stands_over_both():
    pasted = (
        "|Week 4|Week 4|Week 4|Week 8|Week 8|Week 8\n|Zymol (n=30)|Rest (n=31)"
        "|MD (95% CI)|Zymol (n=29)|Rest (n=30)|MD (95% CI)\n"
        "PSS, mean (SD)|6 (4)|8 (4)|−2 (−4 to 0)|5 (4)|6 (4)|−1 (−3 to 1)"
    )
    under = "Laser (n=50)|Sham (n=52)"
    rows = "4|3.1 (1.0)|4.0 (2.0)|50.1 (9.0)|45.0 (8.0)"
    weeks = lines_of(f"Week|Pain||Function|\n|{under}|{under}\n{rows}")
    assert weeks == [
        ("Pain", "Week 4", "md", means(3.1, 1, 50, 4, 2, 52)),
        ("Function", "Week 4", "md", means(50.1, 9, 50, 45, 8, 52)),
    ]
    first = means(6, 4, 30, 8, 4, 31) | effect(-2, -4, 0)
    second = means(5, 4, 29, 6, 4, 30) | effect(-1, -3, 1)
    assert lines_of(pasted) == [
        ("PSS", "Week 4", "md", first),
        ("PSS", "Week 8", "md", second),
    ]
