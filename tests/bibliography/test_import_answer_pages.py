"""The pages on which people answer what an import asks, and fill in what is missing."""

from urllib.parse import urlencode

import pytest

from tests.bibliography.test_import_decisions import near_to
from tests.bibliography.test_import_pages import run_jobs
from tests.bibliography.test_imports import imported, ris, work
from tests.factories import a_curator, a_reference
from tests.html import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def curator(client):
    client.force_login(a_curator())
    return client


def test_an_asked_record_is_shown_beside_what_it_may_be(curator):
    known = a_reference(title="Quite another work", doi="10.5555/example.1", year=2001)
    batch = imported(ris(work(1)))
    address = f"/imports/{batch.pk}/records/1/"
    page = shown(curator.get(address))
    assert "Quite another work" in page and work(1)["TI"] in page
    assert "differs" in page and f"The same as reference {known.pk}" in page
    answer = curator.post(address, {"do": known.pk})
    assert answer["Location"] == f"/imports/{batch.pk}/asked/?last=1"
    assert batch.records.get().reference == known
    assert curator.post(address, {"do": "new"}).status_code == 422


def test_an_asked_record_is_kept_as_new(curator):
    a_reference(title="Quite another work", doi="10.5555/example.1")
    batch = imported(ris(work(1)))
    curator.post(f"/imports/{batch.pk}/records/1/", {"do": "new"})
    assert batch.records.get().became == "created"
    assert (
        curator.post(f"/imports/{batch.pk}/records/1/", {"do": "?"}).status_code == 422
    )


def test_answers_lead_from_record_to_record_and_can_be_undone(curator):
    known = a_reference(title="Quite another work", doi="10.5555/example.1")
    batch = imported(ris(work(1), work(1), work(1)))
    here = f"/imports/{batch.pk}/records"
    page = shown(curator.get(f"{here}/2/"))
    assert "2 of 3 that ask" in page
    assert f'href="{here}/3/"' in page and f'href="{here}/1/"' in page
    answer = curator.post(f"{here}/2/", {"do": known.pk})
    assert answer["Location"] == f"{here}/3/?last=2"
    page = shown(curator.get(answer["Location"]))
    assert f'the same as <a href="/references/{known.pk}/">' in page
    answer = curator.post(f"{here}/2/", {"do": "reopen"})
    assert answer["Location"] == f"{here}/2/"
    assert batch.records.get(number=2).became == "asked"
    curator.post(f"{here}/2/", {"do": "left"})
    assert batch.records.get(number=2).became == "left"
    assert "Left out" in shown(curator.get(f"{here}/2/"))


def test_records_are_answered_within_one_reason(curator):
    a_reference(title="Quite another work", doi="10.5555/example.1")
    near_to(2)
    batch = imported(ris(work(1), work(2, DO=""), work(1)))
    why = urlencode({"why": batch.records.get(number=1).why})
    answer = curator.post(f"/imports/{batch.pk}/records/1/?{why}", {"do": "new"})
    assert f"/records/3/?{why}" in answer["Location"]
    assert "1 of 1 that ask for this reason" in shown(curator.get(answer["Location"]))


def test_all_that_ask_for_one_reason_are_answered_and_taken_back(curator):
    a_reference(title="Quite another work", doi="10.5555/example.1")
    near_to(2)
    batch = imported(ris(work(1), work(2, DO=""), work(1)))
    asked = f"/imports/{batch.pk}/asked/"
    page = shown(curator.get(asked))
    assert "2 records: The identifier is the same" in page
    assert "1 record: Title, year and first author are near." in page
    why = batch.records.get(number=1).why
    curator.post(asked, {"answer": "left", "why": why})
    run_jobs()
    page = shown(curator.get(f"/imports/{batch.pk}/"))
    assert "Left out: 2 records." in page
    assert '?became=left"><b>2</b>' in page
    curator.post(f"{asked}again/")
    run_jobs()
    page = shown(curator.get(f"/imports/{batch.pk}/"))
    assert "Asked again: 2 records." in page
    assert batch.records.filter(became="asked").count() == 3


@pytest.mark.parametrize("sent", [{}, {"answer": "x"}, {"answer": "new", "why": "x"}])
def test_an_answer_to_nothing_is_refused(curator, sent):
    a_reference(title="Quite another work", doi="10.5555/example.1")
    batch = imported(ris(work(1)))
    assert curator.post(f"/imports/{batch.pk}/asked/", sent).status_code == 422
    assert curator.post(f"/imports/{batch.pk}/asked/again/").status_code == 422


@pytest.mark.parametrize("n", [1, 9])
def test_what_is_asked_takes_few_queries(curator, n, django_assert_max_num_queries):
    for each in range(n):
        a_reference(title=f"Another work {each}", doi=f"10.5555/example.{each}")
    batch = imported(ris(*map(work, range(n))))
    with django_assert_max_num_queries(12):
        curator.get(f"/imports/{batch.pk}/asked/")
    with django_assert_max_num_queries(16):
        curator.get(f"/imports/{batch.pk}/records/1/")


def test_what_is_missing_is_filled_in_for_the_whole_import(curator):
    known = a_reference(title=work(1)["TI"], doi="10.5555/example.1")
    batch = imported(ris(work(1, AB="It helped."), work(2), work(2)))
    page = shown(curator.get(f"/imports/{batch.pk}/"))
    assert "1 of 2 matched records said something that was missing here" in page
    curator.post(f"/imports/{batch.pk}/fill/")
    assert "Filling in what references lack" in shown(
        curator.get(f"/imports/{batch.pk}/")
    )
    run_jobs()
    known.refresh_from_db()
    assert known.abstract == "It helped."
    page = shown(curator.get(f"/imports/{batch.pk}/"))
    assert "Filled in from 1 of 1 record; nothing was overwritten." in page
    listed = curator.get(f"/imports/{batch.pk}/records/?filled=true&format=json")
    assert [row["number"] for row in listed.json()["results"]] == [1]
    assert curator.post(f"/imports/{batch.pk}/fill/").status_code == 422


def test_records_that_offer_nothing_are_the_others(curator):
    a_reference(title=work(1)["TI"], doi="10.5555/example.1")
    batch = imported(ris(work(1), work(2), work(3)))
    for query, numbers in (
        ("offers=true", [1]),
        ("offers=false", [2, 3]),
        ("filled=false", [1, 2, 3]),
        ("decided=false", [1, 2, 3]),
        ("decided=true", []),
    ):
        address = f"/imports/{batch.pk}/records/?{query}&format=json"
        found = curator.get(address).json()["results"]
        assert [row["number"] for row in found] == numbers, query


def test_what_is_missing_is_filled_in(curator):
    known = a_reference(title=work(1)["TI"], doi="10.5555/example.1")
    batch = imported(ris(work(1, AB="It helped.")))
    address = f"/imports/{batch.pk}/records/1/"
    page = shown(curator.get(address))
    assert "Details the reference lacks" in page
    assert "<dt>Authors</dt><dd>Madeup1, Mia</dd>" in page
    curator.post(address, {"do": "fill"})
    known.refresh_from_db()
    assert known.abstract == "It helped."
