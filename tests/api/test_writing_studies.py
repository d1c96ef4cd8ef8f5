"""Studies, arms, outcomes and results are written by program as on their pages."""

import pytest
from django.utils.html import escape

from studies.models import Arm, Outcome, Result, Study
from tests import factories as make
from tests.api.programs import Program

pytestmark = pytest.mark.django_db


@pytest.fixture
def program():
    return Program(make.a_curator())


def test_a_study_is_stored_as_far_as_it_is_known(program):
    answer = program.post("/studies/", {"label": "Madeup 2019", "design": "rct"})
    assert answer.status_code == 201
    body = answer.json()
    assert answer["Location"] == f"/api/v1/studies/{body['id']}/"
    assert answer["ETag"] == '"1"'
    assert (body["label"], body["design"], body["year"]) == ("Madeup 2019", "rct", None)
    assert body["status"] == "not_stated"
    assert body == program.get(answer["Location"]).json()


def test_a_study_is_changed_in_what_is_sent_and_in_nothing_else(program):
    study = make.a_study(label="Madeup 2019", title="Of examplin", sample_size=40)
    answer = program.patch(f"/studies/{study.pk}/", {"year": 2019, "sample_size": None})
    assert answer.status_code == 200
    study.refresh_from_db()
    assert (study.year, study.sample_size) == (2019, None)
    assert (study.label, study.title) == ("Madeup 2019", "Of examplin")
    assert answer["ETag"] == f'"{study.revision}"'


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({}, "label"),
        ({"label": ""}, "label"),
        ({"label": "x" * 201}, "label"),
        ({"label": "x", "year": "long ago"}, "year"),
        ({"label": "x", "sample_size": -1}, "sample_size"),
        ({"label": "x", "design": "guess"}, "design"),
        ({"label": "x", "design": "rct", "allocation": "not_random"}, ""),
    ],
)
def test_a_refused_study_says_what_the_page_says(client, program, sent, field):
    client.force_login(make.a_curator())
    choices = {"design": "rct", "allocation": "not_stated", "status": "not_stated"}
    page = client.post("/studies/new/", {**choices, **sent}).content.decode()
    answer = program.post("/studies/", sent)
    assert answer.status_code == 422
    assert answer["Content-Type"] == "application/problem+json"
    for problem in answer.json()["errors"]:
        assert problem["field"] == field
        assert escape(problem["detail"]) in page
        assert problem["detail"] in answer.json()["detail"]
    assert not Study.objects.exists()


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({"label": ["a"]}, "label"),
        ({"label": {"a": 1}}, "label"),
        ({"label": True}, "label"),
        ({"label": "x", "colour": "red"}, "colour"),
        ({"label": "x", "sample": True}, "sample"),
        ({"label": "x", "revision": 9}, "revision"),
        ({"label": "x", "reason": 5}, "reason"),
    ],
)
def test_what_no_form_has_is_refused_by_name(program, sent, field):
    answer = program.post("/studies/", sent)
    assert answer.status_code == 422
    assert [each["field"] for each in answer.json()["errors"]] == [field]
    assert not Study.objects.exists()


@pytest.mark.parametrize("body", ["[]", "5", '"x"', "null"])
def test_a_body_that_is_no_object_is_a_problem(program, body):
    answer = program.client.post(
        "/api/v1/studies/", body, content_type="application/json"
    )
    assert answer.status_code == 400
    assert answer.json()["detail"] == "A JSON object was expected."


def test_nothing_to_change_changes_nothing(program):
    study = make.a_study()
    assert program.patch(f"/studies/{study.pk}/", {}).status_code == 422
    study.refresh_from_db()
    assert study.revision == 1


def test_an_arm_belongs_to_its_study(program):
    study = make.a_study()
    answer = program.post(
        "/arms/", {"study": study.pk, "name": "Examplin 5 mg", "size": 20}
    )
    assert answer.status_code == 201
    arm = Arm.objects.get()
    assert (arm.study, arm.name, arm.size) == (study, "Examplin 5 mg", 20)
    again = program.post("/arms/", {"study": study.pk, "name": "Examplin 5 mg"})
    assert again.status_code == 422
    assert again.json()["detail"] == "The study has an arm of this name."
    assert program.patch(f"/arms/{arm.pk}/", {"size": 21}).status_code == 200
    assert program.patch(f"/arms/{arm.pk}/", {"study": 1}).status_code == 422
    assert program.post("/arms/", {"study": 0, "name": "x"}).status_code == 422


def test_an_outcome_is_stored_and_changed(program):
    sent = {"name": "Fever", "measures": ["thermometer"], "better": "lower"}
    answer = program.post("/outcomes/", sent)
    assert answer.status_code == 201
    address = answer["Location"]
    assert program.patch(address, {"unit": "°C"}).status_code == 200
    outcome = Outcome.objects.get()
    assert (outcome.measures, outcome.better, outcome.unit) == (
        ["thermometer"],
        "lower",
        "°C",
    )


RESULT = {
    "metric": "rr",
    "contrast": "between_arms",
    "provenance": "primary",
    "place": "Table 2",
    "events_1": 4,
    "total_1": 50,
    "events_2": 9,
    "total_2": 50,
}


@pytest.fixture
def result(program):
    ids = {"study": make.a_study().pk, "outcome": make.an_outcome().pk}
    answer = program.post("/results/", {**RESULT, **ids, "subgroup": "children"})
    assert answer.status_code == 201, answer.json()
    return Result.objects.get()


def test_a_result_is_entered_with_all_that_can_be_said_of_it(result):
    assert (result.events_1, result.subgroup) == (4, "children")
    assert result.entered_by == make.a_curator()


def test_a_result_says_where_it_was_read_as_on_the_page(program):
    ids = {"study": make.a_study().pk, "outcome": make.an_outcome().pk}
    answer = program.post("/results/", {**RESULT, **ids, "place": ""})
    assert answer.status_code == 422
    assert answer.json()["errors"] == [
        {
            "field": "place",
            "detail": "Say where it was read: a table, page or section.",
        }
    ]


def test_numbers_that_do_not_fit_are_refused_by_the_actions_own_words(program):
    ids = {"study": make.a_study().pk, "outcome": make.an_outcome().pk}
    answer = program.post("/results/", {**RESULT, **ids, "events_1": 60})
    assert answer.status_code == 422
    assert not Result.objects.exists()


def test_a_result_changes_with_a_reason_alone(program, result):
    address = f"/results/{result.pk}/"
    refused = program.patch(address, {"events_1": 5})
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == "reason"
    reason = "Misread."
    assert program.patch(address, {"events_1": 5, "reason": reason}).status_code == 200
    result.refresh_from_db()
    assert result.events_1 == 5


def test_a_result_is_checked_by_another_and_withdrawn_by_its_own(program, result):
    address = f"/results/{result.pk}"
    assert program.post(f"{address}/check/").status_code == 403
    reviewer = Program(make.a_reviewer())
    assert reviewer.post(f"{address}/check/").json()["checked_by"] == "Rev Madeup"
    assert reviewer.post(f"{address}/withdraw/", {"reason": "x"}).status_code == 403
    assert program.post(f"{address}/withdraw/").status_code == 422
    answer = program.post(f"{address}/withdraw/", {"reason": "Entered twice."})
    assert answer.status_code == 204
    assert program.get(f"{address}/").status_code == 410
    assert program.patch(f"{address}/", {"place": "x"}).status_code == 410


def test_a_difference_from_the_source_stands_beside_the_result(program, result):
    address = f"/results/{result.pk}"
    assert program.post(f"{address}/dispute/", {"source_says": "x"}).status_code == 403
    reviewer = Program(make.a_reviewer())
    refused = reviewer.post(f"{address}/dispute/", {})
    assert refused.json()["errors"][0]["field"] == "source_says"
    answer = reviewer.post(f"{address}/dispute/", {"source_says": "5/50, Table 3"})
    told = answer.json()
    assert (told["disputed_by"], told["events_1"]) == ("Rev Madeup", 4)
    assert told["source_says"] == "5/50, Table 3"
    found = program.get("/results/?disputed=true").json()["results"]
    assert [each["id"] for each in found] == [result.pk]
    program.patch(f"{address}/", {"events_1": 5, "reason": "Misread."})
    assert program.get(f"{address}/").json()["disputed_by"] is None


def test_a_report_is_attached_changed_and_taken_off(program):
    study, reference = make.a_study(), make.a_reference()
    sent = {"study": study.pk, "reference": reference.pk, "role": "main"}
    answer = program.post("/reports/", sent)
    assert answer.status_code == 201
    address = answer["Location"]
    other = program.post("/reports/", {**sent, "reference": make.a_reference().pk})
    assert other.json()["detail"] == "A study has one main report."
    assert program.patch(address, {"role": "protocol"}).json()["role"] == "protocol"
    assert program.post(f"{address}remove/").status_code == 422
    gone = program.post(f"{address}remove/", {"reason": "Another trial's."})
    assert gone.status_code == 204
    assert program.get(address).status_code == 404


def test_what_a_review_includes_is_listed_settled_and_taken_off(program):
    review, study = make.a_review(), make.a_study()
    sent = {"review": review.pk, "listed_as": "Example 2001"}
    address = program.post("/inclusions/", sent)["Location"]
    assert program.get(address).json()["state"] == "listed"
    settled = program.post(f"{address}settle/", {"study": study.pk}).json()
    assert (settled["state"], settled["study"]) == ("matched", study.pk)
    settled = program.post(f"{address}settle/", {"not_found": True}).json()
    assert (settled["state"], settled["study"]) == ("not_found", None)
    assert program.post(f"{address}settle/", {}).json()["state"] == "listed"
    gone = program.post(f"{address}remove/", {"reason": "Excluded there."})
    assert gone.status_code == 204


def test_an_arm_is_taken_off_with_a_reason(program):
    arm = make.an_arm()
    assert program.post(f"/arms/{arm.pk}/remove/").status_code == 422
    gone = program.post(f"/arms/{arm.pk}/remove/", {"reason": "No such arm."})
    assert gone.status_code == 204
    assert not Arm.objects.exists()


def test_two_studies_are_joined_and_taken_apart():
    program = Program(make.an_editor())
    merged, into = make.a_study(), make.a_study(label="Example 2002")
    said = {"into": into.pk, "reason": "One registration."}
    answer = program.post(f"/studies/{merged.pk}/merge/", said)
    assert (answer.status_code, answer.json()["id"]) == (200, into.pk)
    assert program.get(f"/studies/{merged.pk}/").status_code == 308
    address = f"/studies/{into.pk}/unmerge/"
    wrong = program.post(address, {"merged": into.pk, "reason": "Two."})
    assert (wrong.status_code, wrong.json()["errors"][0]["field"]) == (422, "merged")
    back = program.post(address, {"merged": merged.pk, "reason": "Two."})
    assert back.status_code == 200
    assert program.get(f"/studies/{merged.pk}/").status_code == 200
    nobody = Program(make.a_reviewer()).post(f"/studies/{merged.pk}/merge/", said)
    assert nobody.status_code == 403
