"""A pasted table as it is read: what its columns and rows are, and what is asked."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studies.tables.arms import TableAnswers
from studies.tables.clipboard import NoTable, read_clipboard
from studies.tables.reading import RowChoice, read_table
from studies.tables.turned import with_arms_across

# However busy the machine is.
trying = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)

SHEETS = """<meta charset='utf-8'><google-sheets-html-origin><style><!--td {}--></style>
<table xmlns="http://www.w3.org/1999/xhtml"><colgroup><col width="9"/></colgroup><tbody>
<tr><td rowspan="2">Outcome</td><td colspan="2" rowspan="1">Placebo<br/>(n = 123)</td>
<td colspan="2">Examplin<sup>a</sup> (n = 120)</td><td rowspan="2">P</td></tr>
<tr><td>n</td><td>%</td><td>n</td><td>%</td></tr>
<tr><td>Fever</td><td>4<sup>1</sup></td><td>3.3</td><td>5</td><td>4.2</td><td>0.7</td>
</tr></tbody></table>"""
EXCEL = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>
.xl65 {mso-number-format:General;}</style></head><body link=blue>
<table border=0 cellpadding=0><!--StartFragment--><col width=64 span=3>
<tr height=20><td rowspan=2 class=xl65>Outcome</td><td colspan=2>Placebo (n = 123)</td>
<td colspan=2>Examplin<font class="font5"><sup>a</sup></font> (n&nbsp;=&nbsp;120)</td>
<td rowspan=2>P</td></tr><tr><td>n</td><td>%</td><td>n</td><td>%</td></tr>
<tr><td>Fever</td><td align=right>4</td><td>3.3</td><td>5</td><td>4.2</td><td>0.7</td>
</tr><!--EndFragment--></table></body></html>"""
AS_TEXT = (
    "Outcome\tPlacebo (n = 123)\t\tExamplin (n = 120)\t\tP\r\n"
    "\tn\t%\tn\t%\t\r\nFever\t4\t3.3\t5\t4.2\t0.7\r\n"
)
LIBRE = SHEETS.replace("<td>4<sup>1</sup>", '<td sdval="4" sdnum="1033;">4')
FEVER = {"events_1": 5, "total_1": 120, "events_2": 4, "total_2": 123}


def table(text, **said):
    return read_table(read_clipboard(text), **said)


def only_line(text, **said):
    (line,) = (line for row in table(text, **said).rows for line in row.lines)
    return line


def test_a_head_of_two_rows_is_read_from_every_clipboard():
    for name, pasted in {
        "Sheets": SHEETS,
        "Excel": EXCEL,
        "LibreOffice": LIBRE,
        "text": AS_TEXT,
    }.items():
        line = only_line(pasted)
        assert line.numbers == FEVER | {"p_value": "0.7"}, name
        assert line.comparison == "Examplin against Placebo", name
        assert not line.problems, (name, line.problems)


def test_arms_are_found_however_their_columns_are_headed():
    for head, row in (
        ("\tExamplin\tPlacebo", "Fever\t5/120\t4/123"),
        ("\tExamplin (n=120)\tPlacebo (N=123)", "Fever, n (%)\t5 (4.2)\t4 (3.3)"),
        ("\tExamplin n/N (%)\tPlacebo n/N (%)", "Fever\t5/120 (4)\t4/123 (3)"),
        (
            "\tExamplin events\tExamplin total\tPlacebo events\tPlacebo total",
            "Fever\t5\t120\t4\t123",
        ),
        ("\tExamplin\t\tPlacebo\t\n\tn\tN\tn\tN", "Fever\t5\t120\t4\t123"),
        ("\tExamplin\tPlacebo\nN\t120\t123", "Fever\t5 (4.2 %)\t4 (3.3 %)"),
        (
            "Table 2. Fever in all who were randomised\t\t\n\tExamplin\tPlacebo",
            "Fever\t5/120\t4/123",
        ),
        (
            "| Outcome | Examplin | Placebo |\n|---|---|---|",
            "| Fever | 5/120 | 4/123 |",
        ),
    ):
        line = only_line(f"{head}\n{row}")
        assert (line.numbers, line.problems) == (FEVER, []), head
        assert (line.arm, line.against) == ("Examplin", "Placebo"), head


MANY = """Table 2. Outcomes at 12 weeks, by group as randomised
\tExamplin (n = 120)\tPlacebo (n = 123)\tEffect (95% CI)\tP
Pain, mean (SD)\t\t\t\t
Baseline\t50 (12)\t51 (11)\t\t
12 weeks\t30·5 (12·5)\t39 (13)\tMD −8·5 (−11·7 to −5·3)\t<0·001
Fever\t4 (3.3)\t11 (8.9)\tRR 0.37 [0.12, 1.14]\tn.s.
Stay (days), median (IQR)\t12 (8–20)\t–\tNR\t
Rash†\tNR\t–\t\t
Total\t99\t99\t\t
† Not in the protocol.\t\t\t\t"""


def test_rows_are_told_from_headings_totals_and_notes():
    rows = {row.printed: row for row in table(MANY).rows}
    assert (rows["Baseline"].outcome, rows["Baseline"].time) == ("Pain", "Baseline")
    assert rows["Fever"].time == "12 weeks"
    assert [name for name, row in rows.items() if row.left_out] == [
        *("Pain, mean (SD)", "Rash†", "Total", "† Not in the protocol."),
    ]
    assert rows["Total"].left_out == "a total row"
    (fever,), (pain,) = rows["Fever"].lines, rows["12 weeks"].lines
    assert (fever.numbers["events_1"], fever.numbers["total_1"]) == (4, 120)
    assert (fever.metric, fever.numbers["p_value"]) == ("rr", "n.s.")
    assert (pain.metric, pain.numbers["ci_low"]) == ("md", -11.7)
    assert pain.numbers["p_value"] == "<0·001"
    assert "MD −8·5 (−11·7 to −5·3)" in pain.printed
    assert rows["Stay (days), median (IQR)"].lines[0].numbers["q3_1"] == 20
    assert not any(row.problems for row in rows.values())


def test_what_a_table_leaves_open_is_asked_once_for_all_its_rows():
    text = (
        "\tExamplin\tPlacebo\tEffect\nA\t4 (3)\t5 (4)\t0.8 (0.6–1.1)\nB\t7 (3)\t6 (4)"
    )
    read = table(f"{text}\nC\t12 (8–20)\t13 (9–20)\t\nD\t4/12\t5/12\tRR 0.9 (0.7–1.2)")
    assert [each.name for each in read.questions] == ["pair", "triple", "measure"]
    assert "4 (3)" in read.questions[0].sentence
    said = TableAnswers(pair="mean_sd", triple="median_quartiles", measure="md")
    answered = read_table(read.grid, answers=said)
    assert answered.questions == read.questions
    metrics = [line.metric for row in answered.rows for line in row.lines]
    assert metrics == ["md", "md", "md", "rr"]
    assert not any(row.problems for row in answered.rows)


def test_what_a_person_says_of_a_row_goes_before_what_was_read():
    said = {
        2: RowChoice("Cough", "1 year", "mean_se", "smd"),
        1: RowChoice(leave_out=True),
    }
    fever, total = table("\tA\tB\nFever\t4/5\t3/5\nTotal\t4 (1)\t5 (1)", rows=said).rows
    assert fever.left_out == "left out"
    assert total.left_out == "a total row"
    said[2] = RowChoice("Cough", "1 year", "mean_se", "smd", leave_out=False)
    _, row = table("\tA\tB\nFever\t4/5\t3/5\nTotal\t4 (1)\t5 (1)", rows=said).rows
    (line,) = row.lines
    assert (row.outcome, row.time, line.metric) == ("Cough", "1 year", "smd")
    assert line.numbers["se_1"] == 1


def test_three_arms_give_a_line_each_and_say_whose_a_comparison_is():
    heads = "\tExamplin 5 mg\tExamplin 10 mg\tPlacebo\tExamplin 5 mg vs placebo, RR\tP"
    read = table(f"{heads}\nFever\t4/10\t5/10\t5/11\t0.9 (0.8–1.1)\t0.5\n")
    low, high = read.rows[0].lines
    assert low.numbers["estimate"] == 0.9
    assert (low.numbers["p_value"], low.against) == ("0.5", "Placebo")
    assert "estimate" not in high.numbers
    unnamed = table(
        f"{heads}\nFever\t4/10\t5/10\t5/11\t\t\n".replace(" 5 mg vs", " vs")
    )
    assert unnamed.rows[0].problems == ()


def test_rows_that_are_studies_are_told_from_their_total():
    pasted = "Author | Year | Examplin | Placebo\nKim | 2016 | 4/12 | 5/12\n"
    read = table(f"{pasted}Lee et al. [3] | 2017 | 4/10 | 3/12\nBoth | | 8/22 | 8/24")
    assert read.of_studies
    assert [(row.study, row.year) for row in read.rows[:2]] == [
        ("Kim 2016", 2016),
        ("Lee 2017", 2017),
    ]
    assert read.rows[2].left_out == "a total row"
    named = table("\tA events\tA total\tB events\tB total\nKim (2016)\t4\t12\t5\t12")
    assert (named.of_studies, named.rows[0].study) == (True, "Kim 2016")


def test_what_a_row_lacks_is_said_with_where():
    rows = table("\tA\tB\nFever, n (%)\t4 (3.3)\t5 (4)\nPain\t4-Dec\t1/2").rows
    assert "A: 4 events of how many people?" in rows[0].problems[0]
    assert rows[1].problems[0].startswith("A: “4-Dec” looks like")
    (row,) = table("\tA (n=123)\tB (n=120)\nFever, %\t3.3 %\t5 %").rows
    assert "Of 123 people, only 4 make 3.3 %." in row.problems[0]


def test_what_is_no_table_is_refused_with_what_was_expected():
    for text in ("", "hello", " \t \n", "<table></table>", "one\ntwo"):
        with pytest.raises(NoTable, match="rows of cells"):
            read_clipboard(text)
    with pytest.raises(NoTable, match="Row 2, column 1 holds 2,001 characters"):
        read_clipboard("a\tb\n" + "x" * 2001 + "\t1")
    with pytest.raises(NoTable, match="at most 300 and 40"):
        read_clipboard("a\tb\n" * 301)
    with pytest.raises(NoTable, match="at most 300 and 40"):
        read_clipboard("<table><tr><td colspan=99999 rowspan=99999>x</table>")


@trying
@given(st.text(alphabet='<>table/trdh colspan="9"\t\n|;12 (.,)–%±NRp=', max_size=200))
def test_any_paste_is_a_table_or_none(text):
    try:
        grid = read_clipboard(text)
    except NoTable:
        return
    read = read_table(grid)
    assert len(read.rows) + read.head.rows == len(grid.rows)
    assert len(read.head.columns) == grid.width


@trying
@given(
    st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), min_size=1, max_size=9)
)
def test_counts_are_read_back_whatever_the_clipboard(counts):
    rows = [
        (f"Outcome {n}", f"{a}/99", f"{b}/99") for n, (a, b) in enumerate(counts, 1)
    ]
    text = "\n".join(map("\t".join, [("", "A", "B"), *rows]))
    cells = "".join("<tr><td>" + "<td>".join(row) for row in [("", "A", "B"), *rows])
    for pasted in (text, f"<table>{cells}</table>"):
        found = [row.lines[0].numbers for row in table(pasted).rows if row.lines]
        assert [(each["events_1"], each["events_2"]) for each in found] == counts


def test_reading_takes_time_as_the_table_is_long():
    def seconds(rows):  # of processor; what else the machine does is seldom thrice
        took = []
        for _ in range(3):
            began = time.process_time()
            table("\tA\tB\n" + "Fever at 12 weeks\t4/123 (3.3 %)\t12 (8–20)\n" * rows)
            took.append(time.process_time() - began)
        return min(took)

    seconds(10)
    assert seconds(280) < 20 * max(seconds(28), 0.001)
    for worst in ("<b>" * 50_000, "(" * 50_000, "1," * 50_000, "\t" * 50_000):
        began = time.process_time()
        with pytest.raises(NoTable):
            read_clipboard(f"{worst}", f"<table><tr><td>{worst}")
        assert time.process_time() - began < 2


def test_crude_and_adjusted_effects_are_two_lines_that_say_for_what():
    pasted = """\tExamplin\tPlacebo\tCrude OR (90% CI)\tAdjusted OR* (95% CI)\tP
Fever\t4/123\t11/139\t0.39 (0.15–1.04)\t0.41 (0.13–1.30)\t0.12"""
    crude, adjusted = table(pasted).rows[0].lines
    assert (crude.numbers["adjusted"], crude.numbers["ci_level"]) == ("no", 0.9)
    assert crude.numbers["estimate"] == 0.39
    assert adjusted.numbers["estimate"] == 0.41
    assert (adjusted.numbers["p_value"], adjusted.numbers["events_1"]) == ("0.12", 4)
    assert "Adjusted for what?" in adjusted.problems[0]
    said = TableAnswers(adjusted_for="age")
    _, adjusted = table(pasted, answers=said).rows[0].lines
    assert (adjusted.numbers["adjusted_for"], adjusted.problems) == ("age", [])


def test_what_meta_analysis_programs_print_is_read():
    pasted = """\tExamplin\t\tPlacebo\t\t\t
Study or Subgroup\tEvents\tTotal\tEvents\tTotal\tWeight\tRisk Ratio M-H, 95% CI
Aba 2001\t4\t123\t11\t139\t8.2%\t0.41 [0.13, 1.26]
Zed et al. 2003\t6\t306\t29\t303\t8.2%\t0.20 [0.09, 0.49]
Total (95% CI)\t\t429\t\t442\t100.0%\t0.26 [0.13, 0.52]
Total events\t10\t\t40\t\t\t
Heterogeneity: Chi² = 1.1\t\t\t\t\t\t"""
    read = table(pasted)
    assert read.of_studies
    stored = [row for row in read.rows if not row.left_out]
    assert [row.study for row in stored] == ["Aba 2001", "Zed 2003"]
    assert [line.metric for row in stored for line in row.lines] == ["rr", "rr"]
    assert not any(row.problems for row in stored)


def test_changes_from_baseline_and_shares_in_per_cent_are_kept_as_such():
    pasted = """\tExamplin (n=50)\tPlacebo (n=48)\tRisk difference, % (95% CI)
Pain, mean (SD)\t3.2 (1.1)\t4.1 (1.3)\t
Change from baseline\t−2.1 ± 1.0\t−1.2 ± 0.9\t
Fever\t5/50\t20/48\t−31.7 (−47.9 to −15.4)"""
    _, change, fever = table(pasted).rows
    assert change.outcome == "Pain"
    assert change.lines[0].numbers["measured"] == "change"
    numbers = fever.lines[0].numbers
    assert round(numbers["estimate"], 6) == -0.317
    assert numbers["ci_low"].text == "−47.9 %"


OF_FEVER = {"events_1": 4, "total_1": 50, "events_2": 11, "total_2": 50}
# A head and a row, and the outcome, the time and the numbers that they are read as.
ODDITIES = (
    ("\tA (n=٥٠)\tB (n=٥٠)", "Fever\t٤/٥٠\t١١/٥٠", "Fever", "", OF_FEVER),
    ("\tA (n=50)\tB (n=50)", "Fever\t۴ (۸٪)\t\u200f۱۱ (۲۲٪)", "Fever", "", OF_FEVER),
    ("\tA (n=५०)\tB (n=５０)", "Fever, n\t४\t１１", "Fever", "", OF_FEVER),
    ("\tA\tB", "Fever, n/N (%)\t4/50 (8)\t11/50 (22)", "Fever", "", OF_FEVER),
    ("\tA\tB", "Fever, no./total no. (%)\t4/50 (8)\t11/50 (22)", "Fever", "", OF_FEVER),
    ("\tA (n=50)\tB (n=50)\tNNT", "Fever, No.\t4\t11\t7", "Fever", "", OF_FEVER),
    (";A (n=50);B (n=50)", "Fever, n (%);4 (8,0);11 (22,0)", "Fever", "", OF_FEVER),
    (
        "\tA (n=50)\tB (n=50)",
        "Change in pain from baseline to week 12, mean (SE)\t−2.0 (0.1)\t−1.1 (0.2)",
        "Pain",
        "week 12",
        {
            **{"mean_1": -2, "se_1": 0.1, "total_1": 50, "mean_2": -1.1},
            **{"se_2": 0.2, "total_2": 50, "measured": "change"},
        },
    ),
    (
        "\tA (n = 40)\tB (n = 41)",
        "Stay, median (range), days\t5 (1-30)\t7 (2-44)",
        "Stay, days",
        "",
        {
            **{"median_1": 5, "min_1": 1, "max_1": 30, "total_1": 40},
            **{"median_2": 7, "min_2": 2, "max_2": 44, "total_2": 41},
        },
    ),
)


def test_odd_words_and_signs_around_numbers_are_read_as_they_are_meant():
    wrong = []
    for head, text, outcome, when, numbers in ODDITIES:
        (row,) = table(f"{head}\n{text}").rows
        (line,) = row.lines
        read = (row.outcome, row.time or line.time, line.numbers, line.problems)
        if read != (outcome, when, numbers, []):
            wrong.append((text, read))
    assert not wrong


MEANS = {"mean_1": 3.1, "sd_1": 1, "total_1": 20}
MEANS |= {"mean_2": 4.0, "sd_2": 1.1, "total_2": 21}
OF_OR = {"events_1": 5, "total_1": 50, "events_2": 10, "total_2": 50}
OF_OR |= {"estimate": 0.44, "ci_low": 0.14, "ci_high": 1.41, "ci_level": 0.95}
# Heads as journals and fields print them, a row under each, and its numbers.
HEADS = (
    (
        "Measure|A M|A SD|A n|B M|B SD|B n|d\nScore|3.1|1|20|4|1.1|21|0.9",
        MEANS,
    ),
    (
        "|A (n = 20)||B (n = 21)|||\n|M|SD|M|SD|t|df\nScore|3.1|1|4|1.1|−2|39",
        MEANS,
    ),
    (
        "|A mean|A SD|A total|B mean|B SD|B total\nScore|3.1|1|20|4|1.1|21",
        MEANS,
    ),
    (
        "|A (n=50)|B (n=50)|Odds ratio|95% CI\n"
        "Fever, n (%)|5 (10)|10 (20)|0.44|0.14 to 1.41",
        OF_OR,
    ),
    (
        "|A||B|\n|Events|Person-years|Events|Person-years\nFall|34|1204|61|1198",
        {
            **{"events_1": 34, "person_time_1": 1204, "events_2": 61},
            **{"person_time_2": 1198, "person_time_unit": "person-years"},
        },
    ),
    (
        "|A|B|Absolute difference, % (95% CI)\nFever|3/204|2/201|0.5 (−1.7 to 2.7)",
        {
            **{"events_1": 3, "total_1": 204, "events_2": 2, "total_2": 201},
            **{"estimate": 0.005, "ci_low": -0.017, "ci_high": 0.027},
            "ci_level": 0.95,
        },
    ),
    ("Outcome|A n/N|B n/N|P interaction\nFever|4/50|11/50|0.7", OF_FEVER),
)


def test_heads_are_read_as_journals_and_fields_print_them():
    wrong = []
    for text, numbers in HEADS:
        rows = table(text.replace("|", "\t")).rows
        read = [(line.numbers, line.problems) for row in rows for line in row.lines]
        if read != [(numbers, [])]:
            wrong.append((text, read))
    assert not wrong


def test_what_has_no_field_is_said_and_nothing_else_stored_for_it():
    for label in (
        "Median survival, months (95% CI)",
        "IgG, geometric mean (95% CI)",
        "GMT (95% CI)",
        "log-transformed CRP, mean (95% CI)",
    ):
        line = only_line(f"\tA\tB\n{label}\t14.2 (12.1–16.3)\t11.0 (9.8–12.4)")
        assert any("no field" in each or "no means" in each for each in line.problems)


def test_a_statistic_below_its_outcome_is_of_that_outcome():
    pain = table(
        "Outcomes\tA\tB\nPain at 6 months:\t\t\n  No. with data\t98\t101\n"
        "  Mean (SD)\t3.1 (1.2)\t4.0 (1.3)\nTotal events: 13 (A), 21 (B)\t\t"
    ).rows
    (line,) = (line for row in pain for line in row.lines)
    assert [row.outcome for row in pain if row.lines] == ["Pain"]
    assert (line.time, line.numbers["total_1"]) == ("6 months", 98)


def test_a_time_to_an_event_is_an_outcome_and_no_time():
    for words in ("Time to discharge", "Time to follow-up", "Days to end of treatment"):
        line = only_line(f"\tA (n=9)\tB (n=9)\n{words}, median (IQR)\t5 (3–9)\t6 (2–9)")
        assert line.time == "", words
    for words in ("Fall, to week 12, n/N", "Fall from baseline to week 12, n/N"):
        assert only_line(f"\tA\tB\n{words}\t1/9\t2/9").time == "week 12", words


def test_people_are_counted_at_each_time_by_its_own_head():
    (row,) = table(
        "\tBaseline\t\t12 weeks\t\n\tA (n=50)\tB (n=49)\tA (n=48)\tB (n=47)\n"
        "Pain\t6.1 (1.2)\t6.0 (1.3)\t3.1 (1.4)\t4.4 (1.5)"
    ).rows
    totals = [(n.numbers["total_1"], n.numbers["total_2"]) for n in row.lines]
    assert totals == [(50, 49), (48, 47)]


def test_a_table_whose_arms_stand_below_each_other_is_turned():
    for text in (
        "\tPain, mean (SD)\tFever, n\nExamplin (n=50)\t3 (1)\t4\n"
        "Placebo (n=52)\t4 (1)\t9\nValues are means.",
        "Arm\tPain, mean (SD)\tFever, n/N\nExamplin\t3 (1)\t4/50\nPlacebo\t4 (1)\t9/52",
    ):
        read = read_table(with_arms_across(read_clipboard(text)))
        assert read.arms == ("Examplin", "Placebo")
        pain, fever, *notes = read.rows
        assert (pain.outcome, fever.outcome) == ("Pain", "Fever")
        assert fever.lines[0].numbers["events_2"] == 9
        assert all(row.left_out for row in notes)
    as_it_is = read_clipboard(
        "\tA\tB\nKim 2016 (n=50)\t1/25\t2/25\nLi 2017 (n=9)\t0/4\t1/5"
    )
    assert with_arms_across(as_it_is) == as_it_is


def test_a_table_without_a_head_or_without_names_of_arms_is_read():
    bare = only_line("Fever\t4/123\t11/139")
    assert (bare.numbers["events_1"], bare.numbers["total_2"]) == (4, 139)
    read = table("Outcome\tBaseline\tWeek 12\nPain, mean (SD)\t5 (1)\t3 (1)")
    assert [line.time for line in read.rows[0].lines] == ["Baseline", "Week 12"]
    assert {line.metric for line in read.rows[0].lines} == {"mean"}


TEST = "Study\tTP\tFP\tFN\tTN\tSensitivity (95% CI)\tSpecificity\tReference standard"
OF_SOME = "Outcome\tSubgroup\tPlanned\tDose\tExamplin\tPlacebo"
IN_CLUSTERS = "Outcome\tExamplin (n=100)\tPlacebo (n=90)\tMean cluster size\tICC"
CELLS = ("true_positives", "false_positives", "false_negatives", "true_negatives")
STATED = [  # a table, the measure of its one result, some of its numbers
    (
        f"{TEST}\nKim 2001\t80\t30\t20\t170\t80 % (71 to 87)\t0·85\tMade-up biopsy",
        "accuracy",
        dict(zip(CELLS, (80, 30, 20, 170), strict=True))
        | {"sensitivity": 0.8, "sensitivity_high": 0.87, "specificity": 0.85}
        | {"reference_standard": "Made-up biopsy"},
    ),
    (
        "Test\tTrue positives\tFalse positives\tFalse negatives\tTrue negatives\n"
        "Example assay\t1080\t30\t20\t170",
        "accuracy",
        {"true_positives": 1080, "true_negatives": 170},
    ),
    (
        f"{OF_SOME}\nFever\tWomen\tyes\t10 mg\t4/123\t11/139",
        "rr",
        {"subgroup": "Women", "subgroup_planned": "yes", "dose": "10 mg"}
        | {"events_1": 4},
    ),
    (
        f"{OF_SOME}\nFever\tMen\tpost hoc\t\t4/123\t11/139",
        "rr",
        {"subgroup": "Men", "subgroup_planned": "no", "total_2": 139},
    ),
    (
        f"{IN_CLUSTERS}\nFever, n (%)\t4 (4)\t9 (10)\t12,5\t0,05",
        "rr",
        {"cluster_size": 12.5, "icc": 0.05, "total_1": 100},
    ),
]


def test_what_a_column_states_of_a_row_goes_to_its_results():
    for pasted, metric, numbers in STATED:
        line = only_line(pasted)
        assert (line.metric, line.problems) == (metric, []), pasted
        assert {name: line.numbers.get(name) for name in numbers} == numbers, pasted


def test_what_a_column_states_and_cannot_is_said():
    head = "Outcome\tA\tB\tSubgroup\tPlanned\tICC\tTP"
    line = only_line(f"{head}\nFever\t4/12\t5/12\tWomen\tperhaps\tlow\t8.5")
    assert line.problems == [
        "“perhaps”: was the subgroup planned? Expected was yes or no.",
        "“low” is no intracluster correlation; expected was one number.",
        "“8.5”: true positives are a whole number.",
    ]


def test_a_row_that_only_names_a_subgroup_stores_nothing():
    (row,) = table("Outcome\tSubgroup\tDose\tA\tB\nFever\tWomen\t10 mg\t–\t–").rows
    assert row.left_out == "nothing stated"
