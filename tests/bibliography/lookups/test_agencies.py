"""A DOI that Crossref does not have, and what services grant and are asked."""

from datetime import UTC, datetime

import pytest

from bibliography.lookups import Agencies, Client, OpenAlex, PubMed
from bibliography.lookups.budgets import Budget, read_budget
from bibliography.records import LookupStatus, RecordType
from tests.fakes.services import Services, Work, running

DATA = Work("10.5555/data.1", "", "Made-up readings", (("Kim", "Ann"),), 2021)
NOW = datetime(2026, 1, 2, tzinfo=UTC).timestamp()


@pytest.fixture
def services():
    agencies = {DATA.doi: "DataCite", "10.5555/medra": "mEDRA"}
    with running(Services(elsewhere=[DATA], agencies=agencies)) as started:
        yield started


@pytest.fixture
def client():
    made = Client(sleep=lambda seconds: None, wall_clock=lambda: NOW, secrets=["k1"])
    yield made
    made.session.close()


@pytest.fixture
def agencies(services, client):
    return Agencies(client, f"{services.base}/doi")


def test_another_agencys_record_is_read(agencies):
    answer = agencies.by_identifier("doi", "https://doi.org/10.5555/DATA.1")
    assert (answer.status, answer.service) == (LookupStatus.FOUND, "DataCite")
    (record,) = answer.candidates
    assert (record.title, record.year) == (DATA.title, 2021)
    assert (record.type, record.authors[0].family) == (RecordType.DATASET, "Kim")


def test_a_record_that_cannot_be_read_is_no_record_that_is_not_there(agencies):
    answer = agencies.by_identifier("doi", "10.5555/medra")
    assert (answer.status, answer.service) == (LookupStatus.FAILED, "mEDRA")
    assert "is registered with mEDRA; its record can’t be read here" in answer.reason


def test_a_doi_that_nobody_registered_is_not_found(agencies):
    assert agencies.by_identifier("doi", "10.5555/x").status is LookupStatus.NONE


def test_whatever_doi_org_answers_is_one_sentence(services, agencies, client):
    client.tries, wrong = 1, {}
    for mode in ("broken", "page", "shapeless", "error", "missing"):
        services.mode = mode
        answer = agencies.by_identifier("doi", DATA.doi)
        wanted = LookupStatus.NONE if mode == "missing" else LookupStatus.FAILED
        if answer.status is not wanted or "\n" in answer.reason:
            wrong[mode] = answer
    assert wrong == {}


def test_keys_are_sent_and_in_no_sentence_or_kept_address(services, client):
    kept = []
    client.kept = type(
        "", (), {"get": lambda *_: None, "put": lambda _, a: kept.append(a)}
    )()
    OpenAlex(client, f"{services.base}/openalex", "k1").by_identifier(
        "doi", "10.5555/x"
    )
    PubMed(client, f"{services.base}/eutils", "k1").by_identifier("pmid", "1")
    assert all("api_key=k1" in asked for asked in services.asked)
    assert kept and not any("k1" in answer.address for answer in kept)
    nowhere = OpenAlex(client, "http://k1.invalid:99999", "k1")
    assert "k1" not in nowhere.by_identifier("doi", "10.5555/x").reason


def test_what_is_left_of_a_budget_is_read_and_what_is_not_said_is_unknown(
    services, client
):
    openalex = OpenAlex(client, f"{services.base}/openalex")
    openalex.by_identifier("doi", "10.5555/x")
    assert str(client.budgets["OpenAlex"]) == "budget unknown"
    services.budget = {
        "X-RateLimit-Limit": "1000",
        "X-RateLimit-Remaining": "950",
        "X-RateLimit-Reset": "3720",
    }
    openalex.by_identifier("doi", "10.5555/x")
    left = "950 of 1,000 left, anew in 1 h 2 min"
    assert str(client.budgets["OpenAlex"]) == left
    assert client.asked_times == {"OpenAlex": 2}


def test_a_budget_is_read_in_any_usual_form():
    told = {
        "60": Budget(None, None, 60),
        str(int(NOW) + 60): Budget(None, None, 60),
        "2026-01-02T00:01:00Z": Budget(None, None, 60),
        "soon": Budget(),
        "": Budget(),
        "-5": Budget(),
    }
    read = {said: read_budget({"X-RateLimit-Reset": said}, NOW) for said in told}
    assert read == told
    windows = {"X-RateLimit-Remaining": "10, 20", "X-RateLimit-Limit": "\u0663"}
    assert read_budget(windows, NOW) == Budget()
    assert str(Budget(1, 0.25)) == "0.25 of 1 left"
