"""Programs appraise, and call rounds on studies, by the pages' actions."""

import pytest

from studies.models import Appraisal, StudyRound
from tests import factories as make
from tests.api.programs import Program
from tests.studies.appraisals.answers import HIGH, LOW
from tests.studies.appraisals.test_defining import SENT

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
        ({"answers": LOW, "judgements": {"D1": "Grim"}}, "judgements.D1"),
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
    nobody = editor.post(f"{address}replace/", gone)
    assert "no place in this round" in nobody.json()["detail"]
    assert program.post(f"{address}assign/", {"reviewer": people[0]}).status_code == 403
    given = editor.post(f"{address}assign/", {"reviewer": people[1]})
    assert given.json()["free"] == 1
    assert other.get(address).json()["place"] is True
    fewer = editor.post(f"{address}fewer/", {"reason": "Nobody else reads it."})
    assert (fewer.status_code, "2 places at least" in fewer.json()["detail"]) == (
        422,
        True,
    )
    assert editor.post(f"{address}call-off/", {"reason": "No."}).status_code == 204
    assert not StudyRound.objects.exists()


def test_a_draft_is_filled_in_bit_by_bit_and_is_ones_own(
    client, program, other, result
):
    body = {"study": result.study_id, "result": result.pk, "instrument": "rob2"}
    me = make.a_reviewer().pk
    round = program.post("/study-rounds/", {**body, "reviewers": [me]}).json()
    (draft,) = program.get(f"/appraisals/drafts/?round={round['id']}").json()["results"]
    own = f"/appraisals/drafts/{draft['id']}/"
    told = program.get(own).json()
    assert [each["questions"] for each in told["asked"]][:2] == [
        ["1.1", "1.2", "1.3"],
        ["2.1", "2.2", "2.6"],
    ]
    assert told["problems"][0] == {
        "field": "answers.1.1",
        "detail": "1.1 has no answer yet.",
    }
    program.patch(own, {"answers": {"1.1": "Y", "1.2": "Y", "1.3": "N", "2.1": "Y"}})
    told = program.patch(own, {"answers": {"2.1": "NI"}, "notes": {"1.1": "Page 3."}})
    first, second, *_ = told.json()["asked"]
    assert (first["proposed"], second["unanswered"]) == ("Low", ["2.2", "2.3", "2.6"])
    told = program.patch(own, {"notes": {"1.1": ""}}).json()["draft"]
    assert (told["notes"], told["answers"]["2.1"]) == ({}, "NI")
    for sent, field in (
        ({"answers": {"9.9": "Y"}}, "answers"),
        ({"answers": {"1.1": "?"}}, "answers"),
        ({"support": {"D9": "x"}}, "support.D9"),
    ):
        refused = program.patch(own, sent)
        assert refused.status_code == 422, sent
        assert refused.json()["errors"][0]["field"] == field
    assert other.get(own).status_code == 404
    assert client.get(f"/api/v1{own}").status_code in (401, 403)
    early = program.post(f"{own}submit/")
    assert "2.2 has no answer yet." in early.json()["detail"]
    program.patch(own, {"answers": LOW})
    done = program.post(f"{own}submit/").json()
    assert (done["submitted"], done["draft"]) == (True, None)
    assert (
        client.get(f"/api/v1/appraisals/{done['appraisal']}/").json()["overall"]
        == "Low"
    )
    assert program.patch(own, {"answers": LOW}).status_code == 422


def test_a_draft_is_started_over_by_program(program, result):
    body = {"study": result.study_id, "result": result.pk, "instrument": "rob2"}
    program.post("/study-rounds/", {**body, "reviewers": [make.a_reviewer().pk]})
    (draft,) = program.get("/appraisals/drafts/").json()["results"]
    assert (
        program.post(f"/appraisals/drafts/{draft['id']}/start-over/").status_code == 204
    )
    assert not StudyRound.objects.exists()


def test_a_program_reads_what_an_instrument_asks(client):
    make.a_defined_instrument(key="example", version="2")
    listed = client.get("/api/v1/instruments/").json()["results"]
    found = {each["key"]: each for each in listed}
    assert found["example"]["defined_here"] is True
    assert found["rob2"]["variants"].keys() == {"assignment", "adherence"}
    rob2 = client.get("/api/v1/instruments/rob2/").json()
    assert (rob2["name"], rob2["written"]) == (found["rob2"]["name"], None)
    deviations = rob2["domains"][1]
    assert (deviations["id"], deviations["variant"]) == ("D2_assignment", "assignment")
    asked = {each["id"]: each["asked_if"] for each in deviations["questions"]}
    assert asked["2.1"] == []
    assert {"2.1": ["NI", "PY", "Y"]} in asked["2.3"]
    assert client.get("/api/v1/instruments/none/").status_code == 404


def test_an_editor_defines_an_instrument_by_program(client, editor, program):
    path = "/instruments/example/"
    assert program.post("/instruments/", SENT).status_code == 403
    made = editor.post("/instruments/", SENT, Idempotency_Key="one")
    assert (made.status_code, made["Location"]) == (201, f"/api/v1{path}")
    again = editor.post("/instruments/", SENT, Idempotency_Key="one")
    assert again.json() == made.json()
    assert [each["id"] for each in made.json()["domains"]] == ["1", "2"]
    for changed, field in (
        ({}, "key"),
        ({"key": "rob2"}, "key"),
        ({"version": "2", "lines": "nothing"}, "lines"),
        ({"version": "2", "colour": "red"}, "colour"),
    ):
        refused = editor.post("/instruments/", SENT | changed)
        assert refused.status_code == 422
        named = [each["field"] for each in refused.json().get("errors", [])]
        assert field in (named or ["key"])
    newer = made.json()["written"] | {"version": "2", "name": "Better questions"}
    assert editor.post("/instruments/", newer).json()["name"] == "Better questions"
    old = client.get(f"/api/v1{path}?version=1").json()
    assert (old["name"], old["domains"]) == (SENT["name"], made.json()["domains"])
    assert [each["version"] for each in old["versions"]] == ["1", "2"]
    assert client.get(f"/api/v1{path}?version=3").status_code == 404
    assert client.get(f"/api/v1{path}?colour=red").status_code == 400


def test_a_program_withdraws_an_instrument_and_reinstates_it(client, editor, program):
    path = "/instruments/example/"
    make.a_defined_instrument(key="example", version="1")
    seen, why = editor.etag(path), {"reason": "A better one is here."}
    assert program.post(f"{path}withdraw/", why).status_code == 403
    unseen = editor.client.post(f"/api/v1{path}withdraw/", why, "application/json")
    assert unseen.status_code == 428
    make.a_defined_instrument(key="example", version="2")
    late = editor.post(f"{path}withdraw/", why, If_Match=seen)
    assert (late.status_code, late.json()["current"]["version"]) == (412, "2")
    assert editor.post(f"{path}withdraw/", {"reason": ""}).status_code == 422
    assert editor.post(f"{path}withdraw/", why).status_code == 204
    gone = client.get(f"/api/v1{path}")
    assert (gone.status_code, gone.json()["withdrawn"]["reason"]) == (
        410,
        why["reason"],
    )
    assert client.get(f"/api/v1{path}?version=1").status_code == 200
    assert editor.post(f"{path}withdraw/", why).status_code == 410
    assert editor.post(f"{path}reinstate/", why).status_code == 200
    assert client.get(f"/api/v1{path}").status_code == 200
    assert editor.post("/instruments/rob2/withdraw/", why).status_code == 422
    assert editor.post("/instruments/none/withdraw/", why).status_code == 404


def test_a_program_writes_what_was_agreed_on_for_a_question(client, editor, program):
    path, said = "/instruments/rob2/", {"domain": "D1", "question": "1.1"}
    seen = editor.etag(path)
    assert program.post(f"{path}guidance/", said | {"text": "No."}).status_code == 403
    told = editor.post(f"{path}guidance/", said | {"text": "A made-up rule."}).json()
    (here,) = [
        each["agreed_here"]["text"]
        for domain in told["domains"]
        for each in domain["questions"]
        if each["agreed_here"]
    ]
    assert here == "A made-up rule."
    late = editor.post(f"{path}guidance/", said | {"text": "Mine."}, If_Match=seen)
    assert late.status_code == 412
    assert editor.post(f"{path}guidance/", {**said, "question": "9.9"}).status_code == (
        422
    )
    editor.post(f"{path}guidance/", said | {"text": ""})
    assert editor.etag(path) == seen
