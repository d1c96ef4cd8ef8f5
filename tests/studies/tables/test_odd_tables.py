"""Tables as papers print them: what each would store, or that it is asked about.

Nothing is to be stored as what it is not: a mean as a median, a rate as a mean, the SD
in the row below as a result of its own.
"""

from studies.tables.clipboard import read_clipboard
from studies.tables.reading import read_table
from studies.tables.turned import with_arms_across

ASKED = "asked"
ARMS = "|Examplin (n=124)|Placebo (n=121)"


def lines_of(pasted):
    """What a table would store: outcome, time, metric, numbers; or that it is asked."""
    grid = read_clipboard(pasted.replace("|", "\t"))
    read = []
    for row in read_table(with_arms_across(grid)).rows:
        for line in row.lines:
            asked = line.problems or not row.outcome
            told = (row.outcome, line.time, line.metric, line.numbers)
            read.append(ASKED if asked else told)
    return read


def counts(events_1, total_1, events_2, total_2, **more):
    named = {"events_1": events_1, "total_1": total_1}
    return named | {"events_2": events_2, "total_2": total_2} | more


def means(mean_1, sd_1, total_1, mean_2, sd_2, total_2, **more):
    named = {"mean_1": mean_1, "sd_1": sd_1, "total_1": total_1}
    return named | {"mean_2": mean_2, "sd_2": sd_2, "total_2": total_2} | more


def effect(estimate, low, high, **more):
    numbers = {"estimate": estimate, "ci_low": low, "ci_high": high}
    return {"ci_level": 0.95} | numbers | more


def test_a_number_in_the_row_below_is_of_the_result_above_it():
    pain = ("Pain", "6 weeks", "md", means(3.2, 1.1, 20, 4.1, 1.2, 21))
    head = "|Examplin (n=20)|Control (n=21)\n"
    for below in ("|(1.1)|(1.2)", "SD|1.1|1.2", "(SD)|(1.1)|(1.2)", "|± 1.1|± 1.2"):
        assert lines_of(f"{head}Pain at 6 weeks|3.2|4.1\n{below}") == [pain], below
    cured = ("Cure", "", "or", counts(60, 100, 40, 100) | effect(2.25, 1.28, 3.97))
    cured[3].pop("ci_level")
    head = "|Examplin (N=100)|Placebo (N=100)|OR\nCure, n (%)|60 (60)|40 (40)|2.25\n"
    for below in ("95% CI|||1.28–3.97", "(95% CI)|||(1.28 to 3.97)"):
        assert lines_of(f"{head}{below}") == [cured], below
    assert lines_of("|A (N=100)|B (N=100)\nFever|5|8\n%|5.0|8.0") == [
        ("Fever", "", "rr", counts(5, 100, 8, 100))
    ]
    assert lines_of("|A|B|RR\nFever, n/N|5/9|8/9|\nCough|||0.5–0.9")[1:] == [ASKED]


def test_rows_of_arms_become_columns_of_them():
    head = "Outcome|Time|Arm|n|Mean|SD|P\n"
    rows = "Pain|4 weeks|Examplin|40|3.2|1.1|0.03\n|4 weeks|Placebo|41|4.1|1.2|"
    pain = means(3.2, 1.1, 40, 4.1, 1.2, 41, p_value="0.03")
    assert lines_of(head + rows) == [("Pain", "4 weeks", "md", pain)]
    by_group = "Group|Outcome|Result\nExamplin|Fever, n/N|4/50\nPlacebo|Fever, n/N|9/52"
    assert lines_of(by_group) == [("Fever", "", "rr", counts(4, 50, 9, 52))]
    of_one = "Outcome|Group|Events|Total\nFever|Examplin|4|50\nCough|Examplin|9|52"
    assert lines_of(of_one).count(ASKED) == len(lines_of(of_one))
    words = "Outcome|Examplin|Placebo\nFever|improved|unchanged"
    assert lines_of(words) == [ASKED]


def test_what_heads_say_of_numbers_holds_for_all_of_them():
    for pasted in (
        "Outcome, no. of events (rate per 100 patient-years)|A (N=500)|B (N=498)\n"
        "Fever|134 (14.5)|190 (20.8)",
        "|A, mean (range)|B, mean (range)\nAge|45 (23–67)|47 (25–70)",
        "|A (n=30)|B (n=31)\nAge, mean (range)|45 (23–67)|47 (25–70)",
    ):
        assert lines_of(pasted) == [ASKED], pasted
    change = (
        "|A (N=120)|B (N=118)\nMean change from baseline to week 24 (SD)||\n"
        "Score|−1.2 (1.9)|0.3 (2.4)"
    )
    numbers = means(-1.2, 1.9, 120, 0.3, 2.4, 118, measured="change")
    assert lines_of(change) == [("Score", "week 24", "md", numbers)]
    rates = (
        "Outcome|A|||B||\n|Events|Person-years|Rate per 1000 person-years|Events"
        "|Person-years|Rate per 1000 person-years\nFall|23|4512|5.1|40|4480|8.9"
    )
    numbers = {"events_1": 23, "person_time_1": 4512, "events_2": 40}
    numbers |= {"person_time_2": 4480, "person_time_unit": "person-years"}
    assert lines_of(rates) == [("Fall", "", "rate_ratio", numbers)]
    parted = (
        "Subgroup|Examplin|Placebo\n|no. of events/no. of patients|\n"
        "All patients|50/500|70/498"
    )
    assert read_table(read_clipboard(parted.replace("|", "\t"))).arms == (
        "Examplin",
        "Placebo",
    )


def test_events_with_a_share_of_those_with_data_are_no_means():
    assert lines_of(f"{ARMS}\nFever|12 (10.9)|24 (21.8)") == [ASKED]
    assert lines_of(f"{ARMS}\nFever|12 (9.7)|24 (19.8)") == [
        ("Fever", "", "rr", counts(12, 124, 24, 121))
    ]
    assert lines_of(f"{ARMS}\nSteps|510 (60)|495 (58)") == [
        ("Steps", "", "md", means(510, 60, 124, 495, 58, 121))
    ]
    assert lines_of(f"{ARMS}\nPeak flow (n=22)|410.1 (60.2)|395.0 (58.1)") == [ASKED]
    assert lines_of("Outcome, n (%)|A (n=50)|B (n=50)\nFever|5 (12)|8 (16)") == [ASKED]


def test_an_effect_is_of_the_measure_and_the_arms_that_its_head_names():
    mixed = (
        f"{ARMS}|Hazard Ratio or Difference (95% CI)\n"
        "Death, n (%)|12 (9.7)|24 (19.8)|0.68 (0.49 to 0.95)\n"
        "Weight|−2.1 ± 4.0|−0.3 ± 4.1|−1.8 (−2.8 to −0.8)"
    )
    weight = means(-2.1, 4, 124, -0.3, 4.1, 121) | effect(-1.8, -2.8, -0.8)
    assert lines_of(mixed) == [ASKED, ("Weight", "", "md", weight)]
    below = (
        "Outcome|A, n/N|B, n/N|Odds ratio (90% CI)|\n|||Crude|Adjusted\n"
        "Fever|15/210|28/205|0.49 (0.25–0.94)|0.45 (0.22–0.90)"
    )
    crude, adjusted = lines_of(below)
    numbers = counts(15, 210, 28, 205) | effect(0.49, 0.25, 0.94, adjusted="no")
    assert crude == ("Fever", "", "or", numbers | {"ci_level": 0.9})
    assert adjusted == ASKED  # for what?
    doses = (
        "|Examplin 5 mg (n=50)|Examplin 10 mg (n=52)|Placebo (n=51)"
        "|p (5 mg vs placebo)|p (10 mg vs placebo)\n"
        "Cure, n (%)|20 (40)|28 (54)|12 (24)|0.07|0.002"
    )
    assert [each[3]["p_value"] for each in lines_of(doses)] == ["0.07", "0.002"]
    german = f"{ARMS}|p-Wert\nSchmerz|12,3 ± 4,5|14,1 ± 4,8|0,03"
    numbers = means(12.3, 4.5, 124, 14.1, 4.8, 121, p_value="0,03")
    assert lines_of(german) == [("Schmerz", "", "md", numbers)]
    of_means = f"{ARMS}|OR (95% CI)\nScore, mean (SD)|3.2 (1.1)|4.1 (1.2)|0.5 (0.3–0.8)"
    assert lines_of(of_means) == [ASKED]
    of_no_arms = "Study|Std. Mean Difference|95% CI\nAba 2001|−0.99|−1.52, −0.45"
    assert (
        read_table(read_clipboard(of_no_arms.replace("|", "\t")))
        .rows[0]
        .lines[0]
        .metric
        == "smd"
    )


def test_a_name_that_says_nothing_alone_takes_the_heading_over_it():
    pasted = (
        f"{ARMS}\nInfection||\nOther|12 (9.7)|24 (19.8)\nRelapse||\n"
        "Yes|12 (9.7)|24 (19.8)\nNo|112 (90.3)|97 (80.2)\nFever|12 (9.7)|24 (19.8)"
    )
    assert [each[0] for each in lines_of(pasted)] == [
        *("Infection: Other", "Relapse: Yes", "Relapse: No", "Fever"),
    ]
    scale = "Rankin at 90 d|A (n=50)|B (n=50)\n0|5 (10)|9 (18)\n1–2|9 (18)|5 (10)"
    assert [each[:2] for each in lines_of(scale)] == [
        ("Rankin: 0", "90 d"),
        ("Rankin: 1–2", "90 d"),
    ]
    levels = (
        "Quartile of intake|Events/person-years|HR (95% CI)\nQ1|120/15,230|1.00\n"
        "Q2|110/15,400|0.92 (0.71–1.19)\nQ3|95/15,310|0.80 (0.61–1.05)\n"
        "P for trend||0.003"
    )
    assert lines_of(levels) == [ASKED] * 3
    registered = (
        "Arm/Group Title|Examplin|Placebo\nOverall Number of Participants Analyzed"
        "|120|118\nMean (Standard Deviation)||\nUnit of Measure: points|3.1 (2.2)"
        "|1.0 (2.4)"
    )
    assert lines_of(registered) == [ASKED]
    of_subgroups = (
        "Study or Subgroup|Examplin||Placebo|\n|Events|Total|Events|Total\n"
        "1.1.1 Adults||||\nAba 2001|4|50|9|52"
    )
    assert lines_of(of_subgroups) == [ASKED]


def test_what_stands_over_rows_or_columns_says_when_and_of_whom():
    both = (
        "|A|B\nIntention-to-treat population||\nCure|15/20|12/19\n"
        "Per-protocol population||\nCure|14/18|12/17"
    )
    sets = [each[3]["analysis_set"] for each in lines_of(both)]
    assert sets == ["itt", "per_protocol"]
    times = (
        "|Examplin (n=20)||Control (n=21)|\n|Baseline|Follow-up|Baseline|Follow-up\n"
        "Score, mean (SD)|25.1 (6.0)|13.0 (7.5)|24.8 (6.2)|19.5 (7.2)"
    )
    assert [each[1] for each in lines_of(times)] == ["Baseline", "Follow-up"]
    below = "Outcome|Examplin after|Control after\nPain, mean (SD)|3.0 (1.1)|5.1 (1.2)"
    ((*_, numbers),) = lines_of(below)
    assert (numbers["mean_1"], numbers["mean_2"]) == (3.0, 5.1)
    of_each = (
        "|Examplin (n=40)||Placebo (n=41)|\n|Mean|95% CI|Mean|95% CI\n"
        "Pain|2.1|1.6 to 2.6|0.9|0.4 to 1.4"
    )
    ((*_, numbers),) = lines_of(of_each)
    assert (numbers["mean_ci_low_1"], numbers["mean_ci_high_2"]) == (1.6, 1.4)
    assert "ci_low" not in numbers


def test_a_point_that_parts_both_thousands_and_decimals_is_asked():
    both = (
        "|A (n=30)|B (n=30)\nSteps, mean (SD)|1.234 (210)|1.456 (250)\n"
        "Weight, mean (SD)|1.200 (0.310)|1.450 (0.420)"
    )
    assert lines_of(both) == [ASKED, ASKED]
    alone = "|A (n=30)|B (n=30)\nSteps, mean (SD)|1.234 (210)|1.456 (250)"
    steps = means(1234, 210, 30, 1456, 250, 30)
    assert lines_of(alone) == [("Steps", "", "md", steps)]


def test_a_test_against_a_standard_is_read_beside_its_totals():
    grid = (
        "|Disease present|Disease absent|Total\nTest positive|45|12|57\n"
        "Test negative|5|88|93\nTotal|50|100|150"
    )
    cells = {"true_positives": 45, "false_positives": 12}
    cells |= {"false_negatives": 5, "true_negatives": 88}
    assert lines_of(grid) == [ASKED]  # of which test it is
    swab = grid.replace("Test ", "Swab ")
    assert lines_of(swab) == [("Swab", "", "accuracy", cells)]
    exposed = "|Fever yes|Fever no\nSmoker yes|45|12\nSmoker no|5|88"
    assert lines_of(exposed).count(ASKED) == 2


def test_what_a_heading_or_a_corner_says_holds_for_numbers_that_say_less():
    pain = means(-1.31, None, 75, -0.42, None, 76, se_1=0.09, se_2=0.08)
    pain = {name: n for name, n in pain.items() if n is not None}
    cells = "-1.31 (0.09)|-0.42 (0.08)"
    head = "|Examplin (n=75)|Placebo (n=76)"
    for pasted in (
        f"{head}\nMean (SE)||\nPain|{cells}",
        f"Mean (SE){head}\nPain|{cells}",
    ):
        assert lines_of(pasted) == [("Pain", "", "md", pain)], pasted
    fever = counts(12, 124, 24, 121)
    at = f"Outcome at 24 weeks{ARMS}\nFever|12 (9.7)|24 (19.8)"
    assert lines_of(at) == [("Fever", "24 weeks", "rr", fever)]
    analysed = f"{ARMS}\nFever (ITT), n (%)d|12 (9.7)|24 (19.8)"
    assert lines_of(analysed) == [("Fever", "", "rr", fever | {"analysis_set": "itt"})]


def test_a_median_with_one_number_behind_it_is_no_mean():
    for pasted in (
        f"{ARMS}\nDose, mg, median (IQR)|12 (9)|21 (14)",
        f"{ARMS}\nMedian (IQR)||\nDose, mg|12.5 (9.1)|21.0 (14.2)",
        f"{ARMS}\nMedian dose|12 ± 9|21 ± 14",
        "|A, median (IQR)|B, median (IQR)\nDose|12 (9)|21 (14)",
    ):
        assert lines_of(pasted) == [ASKED], pasted


def test_rows_of_what_people_were_ask_when_they_were_so():
    age = "Age, years, mean (SD)|54.2 (9.8)|55.0 (10.1)"
    assert lines_of(f"{ARMS}\n{age}\nHbA1c, mean (SD)|7.1 (0.9)|7.2 (1.0)") == [
        *(ASKED, ASKED),
    ]
    at = [each[1] for each in lines_of(f"Baseline characteristic{ARMS}\n{age}")]
    assert at == ["Baseline"]
    exposed = "|Cases (n=50)|Controls (n=60)\nSmoking, n (%)|20 (40.0)|12 (20.0)"
    assert lines_of(exposed) == [("Smoking", "", "or", counts(20, 50, 12, 60))]


def test_no_change_is_an_answer_and_dressing_changes_are_counted():
    rated = (
        "Impression|A (n=60)|B (n=62)\nWorse|3 (5.0)|6 (9.7)\n"
        "No change|15 (25.0)|25 (40.3)"
    )
    worse, unchanged = lines_of(rated)
    assert unchanged == ("Impression: No change", "", "rr", counts(15, 60, 25, 62))
    changed = f"{ARMS}\nDressing changes, mean (SD)|5.1 (1.2)|6.1 (1.4)"
    ((name, _, _, numbers),) = lines_of(changed)
    assert (name, "measured" in numbers) == ("Dressing changes", False)


def test_effects_are_kept_in_columns_and_rows_that_say_little_of_them():
    bare = "|A|B|\nFracture|21/400|30/395|RR 0.69 (0.40-1.19)"
    numbers = counts(21, 400, 30, 395) | effect(0.69, 0.4, 1.19)
    numbers.pop("ci_level")
    assert lines_of(bare) == [("Fracture", "", "rr", numbers)]
    row = (
        "|A|Placebo\nRelapse, n/N|5/90|9/91\nOR vs placebo (95% CrI)|0.54 (0.17-1.66)|1"
    )
    assert lines_of(row)[1][:3] == ("Relapse", "", "or")
    register = (
        "|Examplin|Placebo\n|Affected / at Risk (%)|Affected / at Risk (%)\n"
        "Fever|2/120 (1.67%)|0/118 (0.00%)"
    )
    assert lines_of(register) == [("Fever", "", "rr", counts(2, 120, 0, 118))]


def test_heads_below_arms_and_names_of_places_are_no_arms_and_no_outcomes():
    episodes = (
        "Event|A (n=90)||Placebo (n=88)|\n|Patients, n (%)|Events, n|Patients, n (%)"
        "|Events, n\nHeadache|12 (13.3)|15|9 (10.2)|9"
    )
    assert lines_of(episodes) == [("Headache", "", "rr", counts(12, 90, 9, 88))]
    trained = (
        "Item|Before training|After training\nScore, mean (SD)|6.1 (2.0)|8.2 (1.6)"
    )
    assert [each[1] for each in lines_of(trained)] == [
        "Before training",
        "After training",
    ]
    sites = "Site|A n/N|Placebo n/N\nOsby|4/30|6/31\nNorrby|5/28|9/27"
    assert lines_of(sites) == [ASKED, ASKED]
    ranks = "Scale|A (n=25)|B (n=25)|p\n|Mean rank|Mean rank|\nAnxiety|20.1|30.9|0.009"
    assert lines_of(ranks) == [ASKED]
    exposed = "|Exposed (n=90)|Unexposed (n=88)|Crude HR (95% CI)\nStroke, n (%)"
    ((name, *_),) = lines_of(f"{exposed}|12 (13.3)|9 (10.2)|1.31 (0.55–3.10)")
    assert name == "Stroke"


def test_a_caption_says_what_numbers_are_where_it_says_it_of_all():
    rows = (
        "Outcome|A (n=55)|B (n=54)\nCRP|2.1 (1.0–4.4)|3.0 (1.6–5.9)\nStay|4 (2)|6 (3)"
    )
    crp, stay = lines_of(f"Table 4. Values are median (IQR)||\n{rows}")
    assert (crp[3]["median_1"], crp[3]["q3_2"], stay) == (2.1, 5.9, ASKED)
    mixed = f"Table 4. Values are mean (SD) or n (%)||\nOutcome{ARMS}"
    assert lines_of(f"{mixed}\nCure|12 (10.9)|24 (22)") == [ASKED]


def test_arms_in_blocks_of_rows_become_columns_of_them():
    blocks = (
        "Group|Outcome|Baseline|6 weeks\nA (n=30)|Pain|6.1 (1.1)|4.2 (1.4)\n"
        "|Cost|41.5 (9.8)|30.2 (10.1)\nControl (n=31)|Pain|6.2 (1.2)|5.5 (1.3)\n"
        "|Cost|40.2 (10.3)|38.1 (10.2)"
    )
    pain = means(4.2, 1.4, 30, 5.5, 1.3, 31)
    assert lines_of(blocks)[1] == ("Pain", "6 weeks", "md", pain)
    assert [each[0] for each in lines_of(blocks)] == ["Pain", "Pain", "Cost", "Cost"]
    printed = (
        "Group Statistics||||\nGroup|N|Mean|Std. Deviation|Std. Error Mean\n"
        "A|30|12.40|3.100|.566\nControl|31|15.00|3.600|.647"
    )
    assert lines_of(printed) == [ASKED]
    untold = (
        "Group|Outcome|Value\nA|Pain, mean (SD)|4.2 (1.4)\nB|Cost, mean (SD)|3.1 (1)"
    )
    assert lines_of(untold) == [ASKED, ASKED]


def test_what_names_no_outcome_and_no_measure_is_asked():
    rates = (
        f"{ARMS}|HR (95% CI)\nSurvival|||0.79 (0.62–1.01)\n2-year rate, %|61.2|52.0|"
    )
    assert lines_of(f"{rates}\nMedian, months|15.1|12.6|")[1:] == [ASKED, ASKED]
    relative = "Outcome|A vs placebo, % difference (95% CI)\nCRP|−18.2 (−28.0 to −7.1)"
    assert lines_of(relative) == [ASKED]
    scale = (
        "Measure (range; higher = worse)|A, mean (SD)|B, mean (SD)\n"
        "Score|3.2 (1.9)|4.5 (2)"
    )
    ((*_, numbers),) = lines_of(scale)
    assert (numbers["sd_1"], numbers["mean_2"]) == (1.9, 4.5)
    clusters = (
        "Outcome|A||B|\n|Clusters|n/N|Clusters|n/N\nSmoked|20|120/1810|21|181/1790"
    )
    assert lines_of(clusters) == [("Smoked", "", "rr", counts(120, 1810, 181, 1790))]


def test_periods_ages_and_shares_with_a_comma_are_read_as_such_or_asked():
    crossed = (
        "|Sequence AB||Sequence BA|\n|Period 1 (A)|Period 2 (B)|Period 1 (B)"
        "|Period 2 (A)\nGlucose, mean (SD)|6.1 (1.0)|7.0 (1.1)|7.2 (1.0)|6.0 (0.9)"
    )
    assert {*lines_of(crossed)} == {ASKED}
    aged = (
        "|0–2 y||2–5 y|\n|A|Control|A|Control\n"
        "HAZ, mean (SD)|1.1 (0.9)|1.3 (1)|0.9 (0.8)|1.2 (1)"
    )
    numbers = [each[3] for each in lines_of(aged)]
    assert [each["subgroup"] for each in numbers] == ["0–2 y", "2–5 y"]
    comma = "|A (N=120)|B (N=119)\nKopfschmerz|12 (10,0 %)|9 (7,6 %)"
    assert lines_of(comma) == [("Kopfschmerz", "", "rr", counts(12, 120, 9, 119))]
