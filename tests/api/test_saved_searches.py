"""Programs keep and follow a person's saved searches, as their pages do."""

import pytest
from django.test import Client

from evidence.models import SavedSearch
from tests import factories as make
from tests.api.programs import Program

pytestmark = pytest.mark.django_db

DOOR = "/saved-searches/"


@pytest.fixture
def person():
    return make.a_reader()


@pytest.fixture
def program(person):
    return Program(person)


def saved_by(program, **said):
    sent = {"name": "Fever", "address": "/claims/?q=examplin", **said}
    return program.post(DOOR, sent)


def test_a_search_is_saved_read_called_otherwise_looked_at_and_removed(program):
    made = saved_by(program)
    assert made.status_code == 201
    row = made.json()
    address = made["Location"]
    assert (row["searched"], row["query"], row["has_feed"]) == (
        "claims",
        "q=examplin",
        False,
    )
    assert row["new"] == {"count": 0, "is_more": False, "problem": ""}
    claim = make.a_claim(text="Examplin lowers fever")
    (listed,) = program.get(DOOR).json()["results"]
    assert listed["new"]["count"] == 1
    (found,) = program.get(address).json()["found"]
    assert (found["id"], found["is_new"]) == (claim.pk, True)
    assert program.patch(address, {"name": "Heat"}).json()["name"] == "Heat"
    assert program.post(f"{address}look/").json()["new"]["count"] == 0
    assert program.post(f"{address}remove/").status_code == 204
    assert program.get(address).status_code == 404


def test_addresses_of_ours_are_saved_as_on_the_page_and_no_others(program):
    kept = {
        "http://testserver/studies/?has=results&cursor=x": ("studies", "has=results"),
        "/api/v1/claims/?q=a&size=5": ("claims", "q=a"),
        "/search/?q=Kim+2016": ("search", "q=Kim+2016"),
    }
    refused = ["https://example.org/claims/", "/claims/12/", "", "/claims/?kind=made"]
    for number, (address, expected) in enumerate(kept.items()):
        row = saved_by(program, name=f"{number}", address=address).json()
        assert (row["searched"], row["query"]) == expected
    for address in refused:
        answer = saved_by(program, name="No", address=address)
        assert answer.status_code == 422
        assert "address" in str(answer.json()), address
    assert saved_by(program, name="0").status_code == 422


def test_what_was_changed_meanwhile_is_not_written_over_and_a_key_acts_once(program):
    key = {"Idempotency-Key": "once"}
    first, again = (
        program.post(DOOR, {"name": "Fever", "address": "/claims/"}, **key)
        for _ in range(2)
    )
    assert first.json()["id"] == again.json()["id"]
    assert SavedSearch.objects.count() == 1
    address = first["Location"]
    program.patch(address, {"name": "Heat"})
    for send, step in (
        (program.patch, ""),
        *((program.post, each) for each in ("look/", "make-feed/", "remove/")),
    ):
        sent = {} if step else {"name": "x"}
        lost = send(f"{address}{step}", sent, **{"If-Match": '"1"'})
        assert lost.status_code == 412, step
        assert lost.json()["current"]["name"] == "Heat"
    assert program.client.post(f"{address}look/").status_code == 428


def test_the_feeds_address_is_read_made_anew_and_revoked_and_never_kept(program):
    address = saved_by(program)["Location"]
    assert program.get(f"{address}feed/").status_code == 404
    made = program.post(f"{address}make-feed/")
    first = program.get(f"{address}feed/").json()["address"]
    assert made.json()["has_feed"]
    assert first.rpartition("/feeds/")[2] not in made.content.decode()
    assert Client().get(first)["Content-Type"].startswith("application/atom+xml")
    program.post(f"{address}make-feed/")
    assert Client().get(first).status_code == 404
    program.post(f"{address}revoke-feed/")
    assert program.get(f"{address}feed/").status_code == 404


def test_nobody_reads_or_writes_anothers_and_a_visitor_none(person, program):
    theirs = make.a_saved_search(user=make.a_curator(), name="Not mine")
    assert program.get(DOOR).json()["results"] == []
    assert program.get(f"{DOOR}{theirs.pk}/").status_code == 404
    assert program.post(f"{DOOR}{theirs.pk}/remove/").status_code == 404
    assert Client().get(f"/api/v1{DOOR}").status_code == 401
    reading = Program(person, scope="read")
    assert saved_by(reading).status_code == 403


def test_one_that_has_no_sense_any_more_says_so(person, program):
    saved = make.a_saved_search(user=person, query="topic=99999")
    row = program.get(f"{DOOR}{saved.pk}/").json()
    assert row["new"]["count"] is None and row["new"]["problem"]
    assert row["found"] == []
