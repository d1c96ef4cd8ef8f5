"""Tables of models, of statistics, and of numbers piled up, as they are read."""

from studies.tables.arms import TableAnswers
from studies.tables.clipboard import read_clipboard
from studies.tables.reading import read_table
from studies.tables.turned import with_arms_across


def table(text, **said):
    return read_table(with_arms_across(read_clipboard(text.replace("|", "\t"))), **said)


def lines_in(text, **said):
    return [line for row in table(text, **said).rows for line in row.lines]


SPSS = (
    "|Unstandardized Coefficients||Standardized Coefficients|t|Sig.|"
    "95.0% Confidence Interval for B|\n"
    "|B|Std. Error|Beta|||Lower Bound|Upper Bound\n"
    "(Constant)|12.3|1.2||10.2|.000|9.9|14.7\nGroup|-3.2|1.1|-.31|-2.9|.004|-5.4|-1.0"
)
COEFFICIENTS = {  # by whose head: a table, and what its effect is of
    "B, SE, β": (
        "Predictor|B|SE|β|95% CI|p\nGroup|−3.2|1.1|−0.31|−5.4 to −1.0|.004",
        "Group",
    ),
    "SPSS": (SPSS, "Group"),
    "R": (
        "term|estimate|std.error|statistic|p.value|conf.low|conf.high\n"
        "(Intercept)|12|1|12|0|9|14\nGroup|-3.2|1.1|-2.9|.004|-5.4|-1.0",
        "Group",
    ),
    "Stata": (
        "|Coef.|Std. Err.|t|P>t|[95% Conf. Interval]|\n"
        "Group|-3.2|1.1|-2.9|.004|-5.4|-1.0\n_cons|12|1|12|0|9|14",
        "Group",
    ),
    "of outcomes": (
        "Outcome|Coefficient (SE)|95% CI|p\nPain|−3.2 (1.1)|−5.4, −1.0|.004",
        "",
    ),
}
NUMBERS = {"estimate": -3.2, "estimate_se": 1.1, "ci_low": -5.4, "ci_high": -1}


def test_coefficients_are_effects_whose_measure_is_asked_and_no_means():
    wrong = []
    for name, (text, factor) in COEFFICIENTS.items():
        read = table(text)
        asked = [each.name for each in read.questions]
        (line,) = (line for row in read.rows for line in row.lines)
        (said,) = lines_in(text, answers=TableAnswers(measure="md"))
        numbers = {key: line.numbers.get(key) for key in NUMBERS}
        found = (numbers, line.numbers.get("p_value"), asked, line.factor, said.metric)
        expected = (NUMBERS, ".004", ["measure"], factor, "md")
        if found != expected or said.problems or "mean_1" in line.numbers:
            wrong.append((name, found, line.problems))
    assert not wrong


def test_a_logarithm_is_left_out_beside_its_ratio_and_refused_without_one():
    beside = "Study|log[Risk Ratio]|SE|Risk Ratio|95% CI\nAbel 2011|-0.6|.5|0.5|0.2–1.5"
    (line,) = lines_in(beside)
    assert (line.metric, line.numbers["estimate"], line.problems) == ("rr", 0.5, [])
    logistic = (
        "Variable|B|S.E.|Wald|df|Sig.|Exp(B)|95% CI\nDrug|-.5|.2|6|1|.02|.6|.4–.9"
    )
    (line,) = lines_in(logistic, answers=TableAnswers(measure="or"))
    assert (line.metric, line.numbers["estimate"], line.factor) == ("or", 0.6, "Drug")
    for head in ("log[Risk Ratio]", "ln OR", "log HR", "yi", "logRR"):
        (line,) = lines_in(f"Study|{head}|SE\nAbel 2011|0.63|0.52")
        assert "is no ratio" in line.problems[0], head
    (line,) = lines_in("|A|B|Vaccine efficacy, % (95% CI)\nFlu|1/99|9/99|89 (31–99)")
    assert "1 less a ratio" in line.problems[0]


def test_which_arms_a_number_compares_is_asked_once_and_can_be_said():
    text = (
        "|Placebo (n=40)|5 mg (n=41)|10 mg (n=39)|F (2, 117)|η²|{}\n"
        "Nausea, n (%)|4 (10.0)|6 (14.6)|9 (23.1)|||0.25\n"
        "Pain, mean (SD)|5 (2)|4.4 (1.9)|3.9 (2.1)|3.6|.06|0.03"
    )
    for head in ("p", "P-value (ANOVA)", "Kruskal-Wallis p", "p.value", "Overall P"):
        read = table(text.format(head))
        (asked,) = read.questions
        assert [value for value, _ in asked.options] == ["5 mg", "10 mg", "none"]
        assert all(row.problems for row in read.rows)
        out = lines_in(text.format(head), answers=TableAnswers(compared="none"))
        said = lines_in(text.format(head), answers=TableAnswers(compared="10 mg"))
        assert not any(line.problems for line in (*out, *said)), head
        assert [line.numbers.get("p_value") for line in out] == [None] * 4
        assert [line.numbers.get("p_value") for line in said] == [
            *(None, "0.25", None, "0.03")
        ]
    named = "|A|B|Placebo|p (A vs placebo)|B vs placebo, p\nCure|3/9|4/9|1/9|.5|.3"
    first, other = lines_in(named)
    assert (first.numbers["p_value"], other.numbers["p_value"]) == (".5", ".3")


OF_PAIN = {"mean_1": 3.1, "sd_1": 1.4, "total_1": 30, "mean_2": 4.9, "sd_2": 1.5}
OF_PAIN |= {"total_2": 31}
OF_FEVER = {"events_1": 5, "total_1": 50, "events_2": 9, "total_2": 48}
OF_STAY = {"median_1": 5, "q1_1": 3, "q3_1": 8, "total_1": 40}
OF_STAY |= {"median_2": 7, "q1_2": 4, "q3_2": 11, "total_2": 42}
PILES = (  # a table, its outcome, its numbers
    ("|A|B\nPain||\nn|30|31\nMean|3.1|4.9\nSD|1.4|1.5", "Pain", OF_PAIN),
    ("|A|B\nStay||\nN|40|42\nMedian|5|7\nQ1|3|4\nQ3|8|11", "Stay", OF_STAY),
    ("|A (n=50)|B (n=48)\nFever||\nn|5|9\n%|10|18.8", "Fever", OF_FEVER),
    ("Group|n|Mean|SD\nExamplin|30|3.1|1.4\nPlacebo|31|4.9|1.5", "", OF_PAIN),
    (
        "Treatment|N|Fever, n (%)\nExamplin|50|5 (10)\nPlacebo|48|9 (19)",
        "Fever",
        OF_FEVER,
    ),
    ("|Event|No event|Total\nExamplin|5|45|50\nPlacebo|9|39|48", "", OF_FEVER),
    ("|n|A|n|B\nPain, mean (SD)|30|3.1 (1.4)|31|4.9 (1.5)", "Pain", OF_PAIN),
    ("||A (n=50)|B (n=48)\nHarms|Fever, n|5|9", "Fever", OF_FEVER),
)


def test_numbers_piled_up_and_arms_below_each_other_are_of_one_result():
    wrong = []
    for text, outcome, numbers in PILES:
        rows = [row for row in table(text).rows if row.lines]
        found = [(row.outcome, each.numbers) for row in rows for each in row.lines]
        if found != [(outcome, numbers)]:
            wrong.append((text, found))
    assert not wrong


def test_the_ends_of_an_interval_are_those_of_the_effect_whatever_their_heads():
    for low, high in (
        *(("LCI", "UCI"), ("95% LCL", "95% UCL"), ("Lower CI", "Upper CI")),
        *(("ci.lb", "ci.ub"), ("conf.low", "conf.high"), ("2.5 %", "97.5 %")),
        *(("[95% Conf. Interval]", ""), ("Lower 95%", "Upper 95%"), ("LL", "UL")),
    ):
        (line,) = lines_in(f"Study|OR|{low}|{high}\nAbel 2011|0.5|0.2|1.2")
        expected = {"estimate": 0.5, "ci_low": 0.2, "ci_high": 1.2}
        assert expected.items() <= line.numbers.items(), low
        assert "mean_1" not in line.numbers, low


def test_changes_beside_final_values_are_changes_at_that_time():
    baseline, final, change = lines_in(
        "|A (n=30)|||B (n=31)||\n|Baseline|Week 8|Change|Baseline|Week 8|Change\n"
        "Pain, mean (SD)|6 (1)|3 (1)|-3 (1)|6 (1)|5 (1)|-1 (1)"
    )
    assert [each.time for each in (baseline, final, change)] == [
        *("Baseline", "Week 8", "Week 8")
    ]
    assert change.numbers["measured"] == "change"
    assert "measured" not in final.numbers


def test_rows_that_are_groups_of_people_are_no_outcomes():
    read = table(
        "Intake|Cases/N|OR (95% CI)\nLowest|40/400|1 (reference)\n"
        "Highest|22/400|0.52 (0.30–0.90)",
        answers=TableAnswers(outcome="Fever"),
    )
    assert {row.outcome for row in read.rows} == {"Fever"}
    assert read.rows[1].lines[0].factor == "Intake: Highest"
    (line,) = lines_in("Variable|r|p\nAge and pain|0.31|.002")
    assert (line.metric, line.numbers["estimate"]) == ("r", 0.31)
    (line,) = lines_in("Cured|A (n=200)|B (n=198)\nCured, %|61.0|50.5")
    assert "is asked above" in line.problems[0]


def test_a_test_against_a_reference_standard_is_read_from_its_four_cells():
    (line,) = lines_in(
        "|Culture positive|Culture negative\nStrip positive|45|5\nStrip negative|8|102"
    )
    assert line.numbers == {
        **{"true_positives": 45, "false_positives": 5},
        **{"false_negatives": 8, "true_negatives": 102},
        "reference_standard": "Culture",
    }
