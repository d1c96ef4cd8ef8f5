"""What a program sends twice is done once; of two writers one is told the other's."""

from datetime import timedelta
from functools import partial

import pytest
from django.test import Client
from django.utils import timezone

from core.idempotency import KEEP
from core.models import FirstAnswer
from core.tick import tick
from studies.models import Study
from tests import factories as make
from tests.api.programs import Program
from tests.at_once import at_once

LABEL = {"label": "Madeup 2019"}


@pytest.fixture
def program(db):
    return Program(make.a_curator())


def test_a_session_has_keys_too_and_no_larger_body(db, settings):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(make.a_curator())
    token = browser.get("/claims/new/").context["csrf_token"]
    headers = {"X-CSRFToken": str(token), "Idempotency-Key": "a1"}

    def send(said):
        where = "/api/v1/studies/"
        return browser.post(where, said, "application/json", headers=headers)

    first, again = send(LABEL), send(LABEL)
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 10
    assert send(LABEL).status_code == 413
    del headers["Idempotency-Key"]
    assert send(LABEL).status_code == 413


def test_the_same_key_twice_gives_the_first_answer_and_one_row(program):
    first = program.post("/studies/", LABEL, Idempotency_Key="a1")
    again = program.post("/studies/", LABEL, Idempotency_Key="a1")
    assert first.status_code == again.status_code == 201
    assert first.json() == again.json()
    assert [first[name] for name in ("ETag", "Location", "Content-Type")] == [
        again[name] for name in ("ETag", "Location", "Content-Type")
    ]
    assert again["Idempotency-Replayed"] == "true"
    assert Study.objects.count() == 1


def test_the_first_answer_stays_though_the_row_changed_since(program):
    first = program.post("/studies/", LABEL, Idempotency_Key="a1")
    program.patch(first["Location"], {"year": 2019})
    again = program.post("/studies/", LABEL, Idempotency_Key="a1")
    assert again.json() == first.json()


@pytest.mark.parametrize("sent", [{"label": "Other 2020"}, {**LABEL, "year": 2019}])
def test_the_same_key_with_another_body_is_refused(program, sent):
    program.post("/studies/", LABEL, Idempotency_Key="a1")
    answer = program.post("/studies/", sent, Idempotency_Key="a1")
    assert answer.status_code == 422
    assert "came with another request before" in answer.json()["detail"]
    assert Study.objects.count() == 1


def test_the_same_key_at_another_address_is_refused(program):
    program.post("/studies/", LABEL, Idempotency_Key="a1")
    answer = program.post("/outcomes/", LABEL, Idempotency_Key="a1")
    assert answer.status_code == 422


def test_two_peoples_keys_are_their_own(program):
    program.post("/studies/", LABEL, Idempotency_Key="a1")
    other = Program(make.an_editor())
    answer = other.post("/studies/", {"label": "Other"}, Idempotency_Key="a1")
    assert answer.status_code == 201


def test_a_refused_request_leaves_its_key_free(program):
    assert program.post("/studies/", {}, Idempotency_Key="a1").status_code == 422
    assert not FirstAnswer.objects.exists()
    assert program.post("/studies/", LABEL, Idempotency_Key="a1").status_code == 201


@pytest.mark.parametrize("key", ["", "x" * 201, "a\tb"])
def test_a_key_that_is_none_is_a_problem(program, key):
    answer = program.post("/studies/", LABEL, Idempotency_Key=key)
    assert answer.status_code == 400
    assert not Study.objects.exists()


def test_a_step_is_taken_once_though_the_row_it_saw_has_changed(program):
    result = make.a_result(entered_by=make.a_curator())
    sent = {"reason": "Entered twice."}
    address, tag = f"/results/{result.pk}/withdraw/", f'"{result.revision}"'
    for _ in range(2):
        answer = program.post(address, sent, If_Match=tag, Idempotency_Key="a1")
        assert (answer.status_code, answer.content) == (204, b"")


def test_keys_are_forgotten_after_a_week(program):
    program.post("/studies/", LABEL, Idempotency_Key="a1")
    tick(timezone.now() + KEEP - timedelta(minutes=1))
    assert FirstAnswer.objects.exists()
    tick(timezone.now() + KEEP + timedelta(minutes=1))
    assert not FirstAnswer.objects.exists()


# --- what was seen ---


def test_a_change_that_does_not_say_what_it_saw_is_refused(program):
    study = make.a_study()
    answer = program.patch(f"/studies/{study.pk}/", {"year": 2019}, If_Match="")
    assert answer.status_code == 428
    assert answer["Content-Type"] == "application/problem+json"
    assert "If-Match" in answer.json()["detail"]
    study.refresh_from_db()
    assert study.year is None


def test_a_change_over_anothers_is_refused_with_the_record_as_it_stands(program):
    study = make.a_study()
    address = f"/studies/{study.pk}/"
    seen = program.get(address)["ETag"]
    assert program.patch(address, {"year": 2019}, If_Match=seen).status_code == 200
    answer = program.patch(address, {"year": 2020}, If_Match=seen)
    assert answer.status_code == 412
    now = program.get(address)
    assert answer.json()["current"] == now.json()
    assert answer.json()["current"]["year"] == 2019
    assert answer["ETag"] == now["ETag"]
    again = program.patch(address, {"year": 2020}, If_Match=answer["ETag"])
    assert again.status_code == 200


# --- at once ---


@pytest.mark.django_db(transaction=True)
def test_of_two_writers_who_saw_the_same_one_loses():
    people = [Program(make.a_curator(), name="A"), Program(make.an_editor(), name="B")]
    for _ in range(5):
        study = make.a_study()
        write = [partial(each.patch, f"/studies/{study.pk}/") for each in people]
        answers = at_once(
            partial(write[0], {"year": 2001}, If_Match='"1"'),
            partial(write[1], {"year": 2002}, If_Match='"1"'),
        )
        assert sorted(each.status_code for each in answers) == [200, 412]
        (lost,) = [each for each in answers if each.status_code == 412]
        (won,) = [each for each in answers if each.status_code == 200]
        assert lost.json()["current"] == won.json()
        study.refresh_from_db()
        assert study.year == won.json()["year"]


@pytest.mark.django_db(transaction=True)
def test_the_same_key_twice_at_once_makes_one_row():
    program = Program(make.a_curator())
    for number in range(5):
        sent = {"label": f"Madeup {number}"}
        send = partial(program.post, "/studies/", sent, Idempotency_Key=f"a{number}")
        answers = at_once(send, send, send, send)
        assert {each.status_code for each in answers} == {201}
        assert len({each.json()["id"] for each in answers}) == 1
        assert Study.objects.filter(**sent).count() == 1
