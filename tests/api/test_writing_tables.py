"""A table of results is read and stored by program as on its page."""

import pytest

from studies.models import Result
from tests import factories as make
from tests.api.programs import Program

pytestmark = pytest.mark.django_db
TEXT = "\tExamplin\tPlacebo\nFever\t4/120\t11/123\nStay\t12 (8–20)\t14 (9–22)"


@pytest.fixture
def program():
    return Program(make.a_curator())


def test_a_table_is_previewed_and_then_stored_once(program):
    study = make.a_study()
    body = {"study": study.pk, "text": TEXT, "place": "Table 2"}
    seen = program.post("/results/table/", {**body, "preview": True}).json()
    assert seen["columns"][1]["arm"] == "Examplin"
    assert [ask["name"] for ask in seen["asked"]] == ["triple"]
    assert not Result.objects.exists()
    for _ in range(2):
        answer = program.post("/results/table/", body, Idempotency_Key="one")
        assert answer.status_code == 201
        fever, stay = answer.json()["rows"]
        assert fever["results"] == [Result.objects.get().pk]
        assert stay["problems"]
    assert Result.objects.get().place == "Table 2"


def test_what_a_program_says_of_a_table_goes_before_what_was_read(program):
    study = make.a_study()
    body = {
        "study": study.pk,
        "cells": [["", "A", "B"], ["Temperature", "1,234 ± 0.2", "1,9 ± 0.3"]],
        "comma": "decimal",
        "columns": [{"number": 1, "arm": "Examplin"}],
        "rows": [
            {"number": 1, "outcome": "Fever", "time": "1 year", "place": "Page 3"}
        ],
        "reason": "From the appendix",
    }
    assert program.post("/results/table/", body).status_code == 201
    result = Result.objects.get()
    assert (result.mean_1, result.outcome.name, result.time_point) == (
        *(1.234, "Fever"),
        "1 year",
    )
    assert result.comparison == "Examplin against B"


def test_a_program_settles_what_is_asked_of_the_arms(program):
    cells = [["", "Examplin 3 days", "Examplin 7 days"]]
    cells += [["Fever", "4/40", "9/41"], ["SAEs, n", "1", "2"]]
    sizes = ["n", "40", "41"]
    body = {"study": make.a_study().pk, "cells": [cells[0], sizes, *cells[1:]]}
    seen = program.post("/results/table/", {**body, "preview": True}).json()
    told = [row["problems"] for row in seen["rows"] if row["problems"]]
    assert len(told) == 2
    assert "one arm at two times, or two arms?" in told[0][0]
    assert "may count how often it happened" in told[1][0]
    columns = [{"number": n, "arm": cells[0][n]} for n in (1, 2)]
    said = {"columns": columns, "rows": [{"number": 3, "kind": "counts"}]}
    answer = program.post("/results/table/", body | said | {"place": "Table 2"})
    assert answer.status_code == 201, answer.content
    against = "Examplin 3 days against Examplin 7 days"
    assert [each.comparison for each in Result.objects.all()] == [against] * 2
    assert {each.time_point for each in Result.objects.all()} == {""}


def test_a_table_of_which_nothing_can_be_stored_says_why(program):
    body = {"study": make.a_study().pk, "text": TEXT.replace("/1", " (1")}
    answer = program.post("/results/table/", body | {"text": "\tA\tB\nX\t4-Dec\t1/2"})
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert error["field"] == "rows.1"
    assert "looks like what a spreadsheet makes" in error["detail"]
    for wrong, field in (
        ({"text": "nothing"}, "text"),
        ({"text": TEXT, "comma": "perhaps"}, "comma"),
        ({"text": TEXT, "rows": [{"number": 1, "kind": "x"}]}, "r1-kind"),
    ):
        answer = program.post("/results/table/", body | wrong)
        assert answer.status_code == 422, wrong
        assert answer.json()["errors"][0]["field"] == field


def test_a_table_that_goes_in_nowhere_is_refused_by_a_sentence(program):
    over = [f"Site {n // 2}" if n % 2 == 0 else "" for n in range(8)]
    rows = [["Fever", *["1/9"] * 8] for _ in range(100)]
    cells = [["Outcome", *over], ["", *["A", "Placebo"] * 4], *rows]
    answer = program.post("/results/table/", {"cells": cells, "preview": True})
    assert answer.status_code == 422
    assert "which makes 401 rows" in answer.json()["detail"]
