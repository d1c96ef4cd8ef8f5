"""Programs appraise, and call rounds on studies, by the pages' actions."""

import pytest

from studies.models import Appraisal, StudyRound
from tests import factories as make
from tests.api.programs import Program
from tests.studies.appraisals.answers import HIGH, LOW

pytestmark = pytest.mark.django_db


@pytest.fixture
def result():
    return make.a_result(study=make.a_study(design="rct", allocation="random"))


@pytest.fixture
def program():
    return Program(make.a_reviewer())


@pytest.fixture
def other():
    return Program(make.another_reviewer())


@pytest.fixture
def editor():
    return Program(make.an_editor())


def test_a_program_appraises_alone_and_everybody_reads_it(client, program, result):
    sent = {"result": result.pk, "instrument": "rob2", "answers": LOW}
    answer = program.post("/appraisals/", sent)
    assert answer.status_code == 201, answer.json()
    told = client.get(answer["Location"]).json()
    assert (told["overall"], told["instrument"]) == ("Low", "rob2")
    assert told["answers"]["2.3"] == "NA"
    assert [each["judgement"] for each in told["judgements"]] == ["Low"] * 5
    listed = client.get(f"/api/v1/appraisals/?result={result.pk}&instrument=rob2")
    assert [each["id"] for each in listed.json()["results"]] == [told["id"]]
    assert client.get("/api/v1/appraisals/?instrument=amstar2").json()["results"] == []


def test_what_is_wrong_is_told_field_by_field(program, result):
    for sent, field in (
        ({"answers": {"1.1": "Y"}}, "answers.1.2"),
        ({"answers": {**LOW, "1.1": "?"}}, "answers"),
        ({"answers": LOW, "why": {"D9": "Because."}}, "why.D9"),
        ({"answers": LOW, "overall": "Grim"}, "overall"),
        ({"answers": LOW, "quotes": [{"domain": "D1"}]}, None),
    ):
        told = {"result": result.pk, "instrument": "rob2", **sent}
        answer = program.post("/appraisals/", told)
        assert answer.status_code in (400, 422), sent
        if field:
            assert field in [each["field"] for each in answer.json()["errors"]], sent
    assert not StudyRound.objects.exists()


def test_a_round_is_called_judged_and_settled_by_program(
    client, program, other, editor, result
):
    body = {
        "study": result.study_id,
        "result": result.pk,
        "instrument": "rob2",
        "wanted": 2,
        "reviewers": [make.a_reviewer().pk],
    }
    refused = program.post("/study-rounds/", body)
    assert refused.status_code == 403, refused.json()
    round = editor.post("/study-rounds/", body).json()
    assert (round["handed_in"], round["free"]) == (0, 1)
    address = f"/study-rounds/{round['id']}/"
    assert other.post(f"{address}take/").json()["place"] is True
    hidden = program.post("/appraisals/", {"round": round["id"], "answers": LOW})
    assert hidden.status_code == 201
    own = f"/appraisals/{hidden.json()['id']}/"
    assert program.get(own).status_code == 200
    assert other.get(own).status_code == client.get(f"/api/v1{own}").status_code == 404
    assert client.get("/api/v1/appraisals/").json()["results"] == []
    assert editor.get(address).json()["handed_in"] == 1
    assert other.get(address).json()["handed_in"] is None
    assert program.get(address).json()["handed_in"] is None
    other.post("/appraisals/", {"round": round["id"], "answers": HIGH})
    assert other.get(address).json()["handed_in"] == 2
    settled = program.post(f"{address}settle/", {"answers": HIGH})
    assert settled.json()["settled"] is True
    listed = client.get("/api/v1/appraisals/?consensus=true").json()["results"]
    assert [each["overall"] for each in listed] == ["High"]
    assert Appraisal.objects.count() == 3


def test_places_are_given_back_and_taken_away(program, other, editor, result):
    people = [make.a_reviewer().pk, make.another_reviewer().pk]
    body = {"study": result.study_id, "result": result.pk, "instrument": "rob2"}
    round = editor.post("/study-rounds/", {**body, "reviewers": people}).json()
    address = f"/study-rounds/{round['id']}/"
    assert program.post(f"{address}give-back/").json()["free"] == 1
    gone = {"reviewer": people[1], "reason": "Ill."}
    assert editor.post(f"{address}replace/", gone).json()["free"] == 2
    assert editor.post(f"{address}call-off/", {"reason": "No."}).status_code == 204
    assert not StudyRound.objects.exists()
