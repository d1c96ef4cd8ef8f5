"""A table of studies is read whole, or everything wrong with it is named."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studies.pooling_tables import (
    COUNTS,
    INTERVAL,
    MEANS,
    VARIANCE,
    read_table,
)
from texts.delimited import TableProblems

HEAD = "study,events_1,total_1,events_2,total_2"


def read(text, **options):
    return read_table(text.encode(), **options)


def problems(text, **options):
    with pytest.raises(TableProblems) as refusal:
        read(text, **options)
    return list(refusal.value.problems)


def written(head, rows, delimiter=","):
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter)
    writer.writerow(head)
    writer.writerows(rows)
    return stream.getvalue()


# --- Reading ------------------------------------------------------------------


def test_a_table_may_begin_with_a_mark_hold_empty_lines_and_more_columns():
    data = '\ufeff Year ;VI;Study;yi\r\n\r\n1999;0.5;"A;\nB";−1.5\r\n;;;\r\n'.encode()
    table = read_table(data)
    assert (table.columns, table.metric) == (VARIANCE, "generic")
    (row,) = table.rows
    assert (row.line, row.study, row.numbers) == (3, "A; B", (-1.5, 0.5))


@pytest.mark.parametrize(
    ("columns", "metric", "found"),
    [
        (COUNTS, None, (COUNTS, "rr")),
        (MEANS, None, (MEANS, "md")),
        (INTERVAL, None, (INTERVAL, "generic")),
        (VARIANCE, "or", (VARIANCE, "or")),
        ((*COUNTS, *VARIANCE), "rr", (COUNTS, "rr")),
        ((*COUNTS, *VARIANCE), "generic", (VARIANCE, "generic")),
        ((*COUNTS, *INTERVAL), "smd", (INTERVAL, "smd")),
    ],
)
def test_the_columns_that_say_most_of_the_metric_are_read(columns, metric, found):
    cells = {"estimate": "1.5", "ci_low": "1", "total_1": "9", "total_2": "9"}
    row = ["A", *(cells.get(column, "2") for column in columns)]
    table = read(written(["study", *columns], [row]), metric=metric)
    assert (table.columns, table.metric) == found


names = st.text(st.characters(blacklist_categories=("C", "Z")), min_size=1, max_size=12)
numbers = st.floats(-1e6, 1e6).filter(lambda x: x == 0 or abs(x) > 1e-9)
variances = st.floats(1e-6, 1e6)
studies = st.lists(st.tuples(names, numbers, variances), min_size=1, max_size=8)


@given(studies, st.sampled_from(",;\t"))
def test_whatever_is_written_is_read_back(rows, delimiter):
    table = read(written(["study", "yi", "vi"], rows, delimiter))
    assert [(row.study, *row.numbers) for row in table.rows] == rows


@given(studies, st.permutations(["study", "yi", "vi", "year"]))
def test_the_order_of_columns_changes_nothing(rows, order):
    cells = [dict(zip(("study", "yi", "vi"), row, strict=True)) for row in rows]
    turned = [[row.get(name, 1999) for name in order] for row in cells]
    plain = read(written(["study", "yi", "vi"], rows))
    assert read(written(order, turned)) == plain


@given(st.binary(max_size=80) | st.text(max_size=80).map(str.encode))
def test_no_file_is_more_than_refused(data):
    try:
        read_table(data)
    except TableProblems as refusal:
        assert all(problem.endswith(".") for problem in refusal.problems)


@given(st.lists(st.text(max_size=6), min_size=5, max_size=5))
def test_no_cells_are_more_than_refused(cells):
    head = ["study", *COUNTS]
    try:
        read(written(head, [cells]))
    except TableProblems as refusal:
        assert refusal.problems


# --- Refusing -----------------------------------------------------------------


def test_everything_wrong_is_named_at_once_with_its_line_and_column():
    text = f'{HEAD}\nA,1,10,2,10\n,12,10,2,10\n"C\nc",x,0,,10,1\nD,5,4,9,8\n'
    assert problems(text) == [
        "Line 3, column study: empty; the study's name was expected.",
        "Line 4: 6 cells, but the heading has 5.",
        "Line 4, column events_1: “x”; a number of 0 or more was expected.",
        "Line 4, column total_1: “0”; a number of 1 or more was expected.",
        "Line 4, column events_2: empty; a number of 0 or more was expected.",
        "Line 6, column events_1: 5 is more than the 4 of total_1.",
        "Line 6, column events_2: 9 is more than the 8 of total_2.",
    ]


@pytest.mark.parametrize(
    "cell", ["1,5", "1_0", "nan", "inf", "1e999", "٣", "5 %", "--1", "0x1", "1e-99"]
)
def test_what_is_no_plain_number_is_not_guessed_at(cell):
    text = written(["study", "yi", "vi"], [["A", cell, 1]])
    assert problems(text)[0].startswith(f"Line 2, column yi: “{cell}”")


@pytest.mark.parametrize(
    ("head", "row", "metric", "sentence"),
    [
        (INTERVAL, "1,2,3", None, "column estimate: 1 lies outside its interval, 2"),
        (INTERVAL, "2,2,2", None, "column ci_low: 2 is not below ci_high, 2"),
        (INTERVAL, "1,0,3", "rr", "column ci_low: “0”; a number above 0 was expected"),
        (MEANS, "0,1,9,2,1,9", "rom", "column mean_1: “0”; a number above 0"),
        (MEANS, "0,1,1,2,1,9", "smd", "column total_1: “1”; a number of 2 or more"),
        (MEANS, "0,-1,9,2,1,9", "md", "column sd_1: “-1”; a number of 0 or more"),
        (VARIANCE, "0,-1", None, "column vi: “-1”; a number of 0 or more"),
    ],
)
def test_numbers_that_cannot_be_are_refused(head, row, metric, sentence):
    (problem,) = problems(f"study,{','.join(head)}\nA,{row}\n", metric=metric)
    assert problem.startswith(f"Line 2, {sentence}")


@pytest.mark.parametrize(
    ("text", "options", "sentences"),
    [
        ("", {}, ["The table is empty."]),
        (f"{HEAD}\n", {}, ["The table has a heading and no studies under it."]),
        (
            "events_1,events_1,total_1\nA,1,2\n",
            {},
            [
                "The heading names events_1 more than once.",
                "The heading has no column study.",
                "The heading lacks events_2, total_2: expected events_1 total_1",
            ],
        ),
        (
            "study,yi,vi\nA,1,1\n",
            {"counts_for": "Mantel–Haenszel"},
            ["The heading has no numbers for Mantel–Haenszel, which pools counts"],
        ),
        (
            f"{HEAD}\nA,1,9,1,9\n",
            {"metric": "md"},
            ["The heading lacks mean_1, sd_1, mean_2, sd_2: expected mean_1 sd_1"],
        ),
        (f'{HEAD}\nA,1,9,1,9\n"B,1\n', {}, ["Line 3: cannot be divided"]),
    ],
)
def test_a_table_that_holds_no_such_studies_is_refused(text, options, sentences):
    found = problems(text, **options)
    assert len(found) == len(sentences)
    for problem, sentence in zip(found, sentences, strict=True):
        assert problem.startswith(sentence)


def test_another_encoding_is_refused_with_its_line():
    with pytest.raises(TableProblems, match=r"^Line 2: not text in UTF-8\.$"):
        read_table("study,yi,vi\nBjörk,1,1\n".encode("latin-1"))
