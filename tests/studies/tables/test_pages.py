"""A table of results, pasted and stored on its page."""

import re

import pytest

from core.limits import turn
from studies.models import Outcome, Result
from studies.tables import sheets
from tests import factories as make
from tests.html import shown

pytestmark = pytest.mark.django_db

PASTED = """Table 2. Outcomes at 12 weeks, by group as randomised
\tExamplin (n = 120)\tPlacebo (n = 123)\tEffect (95% CI)\tP
Pain, mean (SD)\t30·5 (12·5)\t39 (13)\tMD −8·5 (−11·7 to −5·3)\t<0·001
Fever\t4 (3.3)\t11 (8.9)\tRR 0.37 [0.12, 1.14]\tn.s.
Rash\t4-Dec\t5/123\t\t
Total\t99\t99\t\t"""


def fields_in(answer):
    """What a browser would send back of the page's table."""
    sheet, context = answer.context["sheet"], answer.context
    said = {
        "height": len(sheet.grid.rows),
        "width": sheet.grid.width,
        "heads": sheet.grid.heads,
        "merged": sheet.merged,
    }
    for r, row in enumerate(sheet.grid.rows):
        said |= {f"cell-{r}-{c}": text for c, text in enumerate(row)}
    for form in (sheet.table, *sheet.columns, *sheet.rows.values()):
        fields = [field for field in form if field.name != "answers"]
        said |= {field.html_name: field.value() or "" for field in fields}
    said |= {ask.name: ask.answer for ask in context["asks"]}
    return said


def read(client, address, pasted, markup=""):
    return client.post(address, {"do": "read", "pasted": pasted, "markup": markup})


def test_what_is_pasted_is_shown_before_anything_is_stored(client, curator):
    study = make.a_study()
    answer = read(client, f"/studies/{study.pk}/results/table/", PASTED)
    page = shown(answer)
    assert "2 results go in; 1 row waits" in page
    assert "Left out: a total row." in page
    assert "4/120 against 11/123" in page
    assert not Result.objects.exists()
    assert not Outcome.objects.exists()


def test_a_row_that_is_refused_keeps_no_other_from_being_stored(client, curator):
    study = make.a_study()
    address = f"/studies/{study.pk}/results/table/"
    said = fields_in(read(client, address, PASTED))
    answer = client.post(address, {**said, "do": "store"})
    assert answer.status_code == 422
    pain, fever = Result.objects.order_by("outcome__name")[::-1]
    assert (pain.mean_1, pain.sd_2, pain.ci_low) == (30.5, 13, -11.7)
    assert (fever.events_1, fever.total_2, fever.metric) == (4, 123, "rr")
    assert (fever.place, fever.time_point) == ("Table 2", "12 weeks")
    assert "Placebo: 11 (8.9)" in fever.quote
    assert {arm.name: arm.size for arm in study.arms.all()} == {
        "Examplin": 120,
        "Placebo": 123,
    }
    page = shown(answer)
    assert "2 results are stored" in page
    assert "“4-Dec” looks like" in page
    assert 'value="4-Dec"' in page
    said = fields_in(answer)
    done = client.post(address, {**said, "cell-4-1": "4/120", "do": "store"})
    assert done.url == f"/studies/{study.pk}/"
    assert Result.objects.count() == 3


def test_of_two_studies_of_one_name_a_person_says_which(client, curator):
    made = [make.a_study(label="Kim 2016", title=f"Of {what}") for what in "ab"]
    lee = make.a_study(label="Lee 2017")
    pasted = "Study | A | B\nKim 2016 | 4/12 | 5/12\nLee 2017 | 4/10 | 3/12"
    pasted = f"{pasted}\nNew 2020 | 1/9 | 2/9\nTotal | 9/31 | 10/33"
    answer = read(client, "/results/table/", pasted)
    page = shown(answer)
    assert "Several studies here may be “Kim 2016”" in page
    assert "Of a" in page and "Of b" in page
    said = fields_in(answer) | {"outcome": "Fever", "place": "Table 1", "do": "store"}
    answer = client.post("/results/table/", said)
    assert {each.study.label for each in Result.objects.all()} == {
        "Lee 2017",
        "New 2020",
    }
    said = fields_in(answer) | {"r1-study": made[1].pk, "do": "store"}
    assert client.post("/results/table/", said).status_code == 302
    assert lee.results.get().total_2 == 12
    assert made[1].results.get().events_1 == 4
    assert not made[0].results.exists()


def test_a_study_is_found_by_its_report(client, curator):
    report = make.a_reference(doi="10.5555/kim.2")
    study = make.a_study(label="Kim S 2016")
    make.a_report(study=study, reference=report)
    make.a_study(label="Kim 2016")
    pasted = "Study\tDOI\tA\tB\nKim 2016\thttps://doi.org/10.5555/KIM.2\t4/12\t5/12"
    answer = read(client, "/results/table/", pasted)
    (row,) = answer.context["shown"]
    assert row.found.study == study


def test_what_stands_already_is_not_stored_twice(client, curator):
    study = make.a_study()
    address = f"/studies/{study.pk}/results/table/"
    pasted = "Table 2 of the report of this\t\t\n\tA\tB\nFever\t4/12\t5/12"
    said = fields_in(read(client, address, pasted)) | {"do": "store"}
    assert client.post(address, said).status_code == 302
    assert "Left out: it stands here already." in shown(read(client, address, pasted))
    client.post(address, said)
    assert Result.objects.count() == 1


def test_whatever_a_page_sends_of_a_table_gets_an_answer(client, curator):
    study = make.a_study()
    address = f"/studies/{study.pk}/results/table/"
    said = fields_in(read(client, address, PASTED))
    for odd in ("", "\0", "9" * 5000, "²", "-1", "'\"><", "Group 1", "1,234", "n=5"):
        everywhere = dict.fromkeys(said, odd)
        sizes = {"height": "3", "width": "4", "merged": "0.1 9.9"}
        for sent in (everywhere, everywhere | sizes):
            for do in ("read", "store"):
                answer = client.post(address, {**sent, "do": do})
                assert answer.status_code in (200, 302, 400, 422), (odd, do)


def test_a_cell_typed_too_long_is_told_as_one_that_is_pasted(client, curator):
    address = f"/studies/{make.a_study().pk}/results/table/"
    said = fields_in(read(client, address, PASTED))
    for do in ("again", "rows", "store"):
        answer = client.post(address, {**said, "cell-1-0": "(" * 2001, "do": do})
        assert answer.status_code == 422
        assert "holds 2,001 characters; at most 2,000" in shown(answer)


DIFFERING = """Table 2. Outcomes by group as randomised
\tExamplin\tPlacebo\tRR (95% CI)\tP
Fever at 12 weeks\t10/100\t40/100\t4.0 (2.1–7.6)\t
Stay, median (IQR)\t12 (8–20)\t14 (9–22)\t\t0.04
Falls\t12/345.6 person-years\t20/350.1 person-years\t\t
Pain, mean (SE)\t10.2 (0.31)\t12.1 (0.3)\tMD −1.9 (−2.7 to −1.1)\t"""


def test_long_tables_are_read_apart_and_in_turn_and_stay_in_the_form(
    client, curator, settings
):
    address = f"/studies/{make.a_study().pk}/results/table/"
    token = re.compile(r'(csrfmiddlewaretoken" value=")[^"]+')
    here = token.sub("", shown(read(client, address, PASTED)))
    settings.HEAVY_FROM_BYTES, settings.HEAVY_WAIT_SECONDS = 200, 0
    answer = read(client, address, PASTED)
    assert token.sub("", shown(answer)) == here
    sent = {**fields_in(answer), "do": "again"}
    with turn("192.0.2.1"):
        for where in (address, "/results/table/", "/claims/table/"):
            kept = read(client, where, PASTED)
            assert kept.status_code == 503
            assert "Send this again in a minute" in shown(kept)
            assert "Pain, mean (SD)" in shown(kept)
        answer = client.post(address, sent)
        assert answer.status_code == 503
        again = dict(answer.context["sent"])
        assert again == {name: str(value) for name, value in sent.items()}
        for table in ("results", "claims"):
            said = {"text": PASTED, "preview": True}
            where = f"/api/v1/{table}/table/"
            answer = client.post(where, said, "application/json")
            assert answer.status_code == 503
    settings.HEAVY_SECONDS = 0
    answer = read(client, address, PASTED)
    assert answer.status_code == 422
    assert "so it was stopped" in shown(answer)
    assert "Pain, mean (SD)" in shown(answer)


def test_so_many_results_go_in_at_once(client, curator, monkeypatch):
    monkeypatch.setattr(sheets, "MOST_RESULTS", 2)
    address = f"/studies/{make.a_study().pk}/results/table/"
    answer = read(client, address, PASTED)
    assert answer.status_code == 422
    assert "This table holds 3 results; at most 2 go in at once" in shown(answer)
    assert "Pain, mean (SD)" in shown(answer)


def test_numbers_that_do_not_agree_are_asked_about_before_they_are_stored(
    client, curator
):
    study = make.a_study()
    address = f"/studies/{study.pk}/results/table/"
    said = fields_in(read(client, address, DIFFERING)) | {"do": "store"}
    answer = client.post(address, said)
    page = shown(answer)
    assert "what these groups give the other way round" in page
    assert 'name="r2-answers-mirror"' in page
    stay, falls, pain = Result.objects.order_by("pk")
    assert (stay.q1_1, stay.median_2, stay.p_value) == (8, 14, "0.04")
    assert (falls.person_time_1, falls.person_time_unit) == (345.6, "person-years")
    assert falls.metric == "rate_ratio"
    assert (pain.se_1, pain.printed["se_1"]) == (0.31, "0.31")
    assert (pain.arm_1.name, pain.arm_2.name) == ("Examplin", "Placebo")
    said = fields_in(answer) | {"r2-answers-mirror": "So printed, of survival."}
    assert client.post(address, {**said, "do": "store"}).status_code == 302
    fever = Result.objects.get(outcome__name="Fever")
    assert fever.answers == {"mirror": "So printed, of survival."}
    assert (fever.time_value, fever.time_unit) == (12, "weeks")


def test_a_longer_table_takes_no_more_queries_to_be_read(
    client, curator, django_assert_max_num_queries
):
    make.a_study(label="Kim 2001")
    for rows in (5, 40):
        table = "\n".join(f"Kim {1990 + n} | 4/12 | 5/12" for n in range(rows))
        with django_assert_max_num_queries(14):
            read(client, "/results/table/", f"Study | A | B\n{table}")


def test_a_study_that_nobody_may_change_and_a_reader_get_no_table(client):
    client.force_login(make.a_reader())
    for address in ("/results/table/", f"/studies/{make.a_study().pk}/results/table/"):
        assert client.get(address).status_code == 403
        assert client.post(address, {"do": "store"}).status_code == 403
    client.force_login(make.a_curator())
    assert client.get("/studies/999999/results/table/").status_code == 404


HEAD = "\tExamplin (n = {0})\tPlacebo (n = {0})\t{1}\n"
# A row as it is pasted, under which effect, and what the page says of it.
ODD_NUMBERS = [
    ("30/100\t40/100\t3.0 (2.0–4.5)", "Adjusted OR (95% CI)", "Adjusted for what?"),
    ("10/100\t40/100\t4.0 (2.1–7.6)", "RR (95% CI)", "the other way round"),
    ("60/100\t30/100\t3.5 (1.95–6.28)", "RR (95% CI)", "odds ratio of these"),
    ("10 ± 0.3\t12 ± 0.3\t-2 (-2.83 to -1.17)", "MD", "look like standard errors"),
    ("\t\t0.8 (0.6–2.2)", "RR (95% CI)", "not in the middle of its interval"),
    ("\t\t0.5 (0.3–0.8)", "RR (95% CI)", "RR 0.50 (0.30 to 0.80)"),
    ("10 ± 2\t\t", "MD", "10.00 (SD 2.00"),
    ("\t\t0·80 (0·60–1·07)", "RR (95% CI)", "RR 0.80 (0.60 to 1.07)"),
    ("\t\t−2.0 (−3,1 to −0,9)", "MD", "MD −2.00 (−3.10 to −0.90)"),
    ("\t\t0.80 (0.60–1.07); p = 0.001", "RR", "p-value is printed as 0.001"),
    ("\t\t0.5 (0.6–0.8)", "RR", "0.5 does not lie from 0.6 to 0.8"),
    ("30/100\t40/100\t0.75 (0.54–1.04)", "RR (95% CI)", "as a 90 % interval would be"),
    ("30/100\t40/100\t0.75 (0.45–1.24)", "RR (95% CI)", "as a 99 % interval would be"),
    ("10/100\t40/100\t0.75 (0.53–0.87)", "RR (95% CI)", "is one less the risk ratio"),
    ("10/100\t40/100\t0.25 (0.05–1.25)", "RR (95% CI)", "2.5 times as wide as these"),
    (
        "10/100\t40/100\t0.60 (0.30–1.20)",
        "RR (95% CI)",
        "prints RR 0.60 (0.30 to 1.20)",
    ),
    (
        "10.0 ± 2.0\t12.0 ± 2.0\t-0.6 (-1.4 to 0.2)",
        "MD",
        "one of changes from baseline",
    ),
    ("\t\t0.62 (0.45–0.85); p = 0.30", "RR", "p-value is printed as 0.30"),
    ("30/100\t40/100\t0.75 (0.54–1.04)", "RR (90% CI)", "1 result goes in."),
]


def test_odd_numbers_are_asked_about_and_honest_ones_are_not(client, curator):
    address = f"/studies/{make.a_study().pk}/results/table/"
    tables = {}
    for row, effect, said in ODD_NUMBERS:
        tables.setdefault((50 if "±" in row else 100, effect), []).append((row, said))
    silent = []
    for (people, effect), odd in tables.items():
        rows = "\n".join(f"Fever {n}\t{row}" for n, (row, _) in enumerate(odd))
        page = shown(read(client, address, HEAD.format(people, effect) + rows))
        silent += [(effect, *each) for each in odd if each[1] not in page]
    assert not silent


def test_what_is_stored_stands_as_one_table_of_arms_and_outcomes(client, curator):
    study = make.a_study()
    address = f"/studies/{study.pk}/results/table/"
    pasted = """Table 2. Outcomes by group as randomised\t\t\t\t
\tExamplin 5 mg\tExamplin 10 mg\tPlacebo\tExamplin 5 mg vs placebo, RR
Fever at 12 weeks\t4/120\t3/118\t11/123\t0.37 (0.12–1.14)
Fever at 1 year\t9/120\tNR\t20/123\t"""
    said = fields_in(read(client, address, pasted)) | {"do": "store"}
    assert client.post(address, said).status_code == 302
    stored = client.get(address).context["stored"]
    assert stored.arms == ["Examplin 5 mg", "Placebo", "Examplin 10 mg"]
    weeks, year = stored.rows
    assert (weeks.time, list(weeks.cells.values())) == (
        "12 weeks",
        ["4/120", "11/123", "3/118"],
    )
    assert [words for _, words in weeks.results][0] == "RR 0.37 (0.12 to 1.14)"
    assert list(year.cells.values()) == ["9/120", "20/123", ""]


STATED = """Outcome\tTP\tFP\tFN\tTN\tReference standard
Infection\t80\t30\t20\t170\tMade-up biopsy"""
SUBGROUPS = """Outcome\tSubgroup\tPlanned\tDose\tA\tB\tCluster size\tICC
Fever\tWomen\tyes\t10 mg\t4/12\t5/12\t6\t0.05
Fever\tMen\tno\t10 mg\t4/12\t5/12\t6\t0.05"""


def by_page(client, study, pasted):
    address = f"/studies/{study.pk}/results/table/"
    said = fields_in(read(client, address, pasted)) | {"place": "Table 1"}
    assert client.post(address, {**said, "do": "store"}).status_code == 302


def by_program(client, study, pasted):
    body = {"study": study.pk, "text": pasted, "place": "Table 1"}
    answer = client.post(
        "/api/v1/results/table/", body, content_type="application/json"
    )
    assert answer.status_code == 201, answer.json()


@pytest.mark.parametrize("enter", [by_page, by_program])
def test_tests_subgroups_doses_and_clusters_are_pasted_too(client, curator, enter):
    study = make.a_study()
    enter(client, study, STATED)
    test = study.results.get()
    assert (test.metric, test.true_positives, test.true_negatives) == (
        "accuracy",
        80,
        170,
    )
    assert test.reference_standard == "Made-up biopsy"
    enter(client, study, SUBGROUPS)
    women, men = study.results.exclude(pk=test.pk).order_by("pk")
    assert (women.subgroup, women.subgroup_planned) == ("Women", "yes")
    assert (men.subgroup, men.subgroup_planned) == ("Men", "no")
    assert (men.dose, men.cluster_size, men.icc) == ("10 mg", 6, 0.05)


def test_a_table_of_a_model_is_stored_as_differences_with_their_errors(client, curator):
    study = make.a_study()
    address = f"/studies/{study.pk}/results/table/"
    pasted = "Predictor\tB\tSE\tp\nExamplin vs placebo\t−3.2\t1.1\t0.004"
    said = fields_in(read(client, address, pasted)) | {"place": "Table 3"}
    waits = client.post(address, said | {"do": "store"})
    assert "Which effect measure is “B −3.2”?" in shown(waits)
    assert "What was measured? The row names no outcome." in shown(waits)
    said |= {"measure": "md", "outcome": "Pain", "do": "store"}
    assert client.post(address, said).status_code == 302
    stored = Result.objects.get()
    assert (stored.metric, stored.estimate, stored.estimate_se) == ("md", -3.2, 1.1)
    assert (stored.outcome.name, stored.comparison, stored.contrast) == (
        *("Pain", "Examplin vs placebo", "between_arms"),
    )
    assert (stored.mean_1, stored.p_value) == (None, "0.004")
    assert not study.arms.exists()


def test_a_p_of_all_arms_together_waits_for_an_answer_and_no_column(client, curator):
    study = make.a_study()
    address = f"/studies/{study.pk}/results/table/"
    pasted = "Table 2\t\t\t\t\n\tPlacebo\t5 mg\t10 mg\tp\nFever\t4/9\t5/9\t2/8\t0.3"
    answer = read(client, address, pasted)
    assert "Which arms does “p 0.3” compare?" in shown(answer)
    said = fields_in(answer) | {"place": "Table 2", "do": "store"}
    assert client.post(address, said).status_code == 422
    assert client.post(address, said | {"compared": "none"}).status_code == 302
    assert [each.p_value for each in Result.objects.all()] == ["", ""]


def test_effects_beside_no_arms_ask_what_they_compare(client, curator):
    study = make.a_study()
    address = f"/studies/{study.pk}/results/table/"
    pasted = "Outcome\tMean difference (95% CI)\nPain\t-1.1 (-1.8 to -0.4)"
    answer = read(client, address, pasted)
    assert "compare? Say it once, below the table." in shown(answer)
    said = fields_in(answer) | {"place": "Table 2", "do": "store"}
    assert client.post(address, said).status_code == 422
    for comparison, contrast, arms in (
        ("Examplin against placebo", "between_arms", {"Examplin", "placebo"}),
        ("week 12 against baseline", "before_after", set()),
        ("Not stated", "not_stated", set()),
    ):
        Result.objects.all().delete()
        study.arms.all().delete()
        client.post(address, {**said, "comparison": comparison})
        result = Result.objects.get()
        assert result.contrast == contrast
        assert {arm.name for arm in study.arms.all()} == arms
    assert result.comparison == ""
    unnamed = "Study\tEvents\tTotal\tEvents\tTotal\nKim 2016\t4\t12\t5\t12"
    page = shown(read(client, "/results/table/?outcome=Pain", unnamed))
    assert "compare? Say it once, below the table." in page


def test_what_stands_over_studies_is_asked_for_before_it_is_an_outcome(client, curator):
    pasted = (
        "Study\tA n/N\tB n/N\nHigh dose\nKim 2016\t4/12\t5/12\nLee 2017\t4/10\t3/12"
    )
    answer = read(client, "/results/table/", pasted)
    assert [ask.name for ask in answer.context["asks"]] == ["headings"]
    said = fields_in(answer) | {"place": "Table 1", "do": "store", "outcome": "Fever"}
    assert client.post("/results/table/", said).status_code == 422
    assert (
        client.post("/results/table/", {**said, "headings": "studies"}).status_code
        == 302
    )
    assert {each.outcome.name for each in Result.objects.all()} == {"Fever"}
    Result.objects.all().delete()
    client.post("/results/table/", {**said, "headings": "outcomes"})
    assert {each.outcome.name for each in Result.objects.all()} == {"High dose"}
