"""Asking the services, end to end, against fake ones on loopback."""

import json
import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bibliography.lookups import (
    Citation,
    Client,
    Crossref,
    OpenAlex,
    PubMed,
    connections,
)
from bibliography.records import LookupStatus, NoticeKind, Relation, record_from_json
from tests.fakes.services import Services, Work, running

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
ONE = Work(
    doi="10.5555/Example.1",
    pmid="90000001",
    title="Made-up plasma for made-up skin",
    authors=(("Xamplová", "Anna B."), ("van Acker", "C.")),
    year=2014,
    abstract="Plasma was tried in skin.",
    notices=(("retraction", "10.5555/notice.1", "2016-05-04"),),
    retracted=True,
)
OTHER = Work(
    doi="10.5555/example.2",
    pmid="90000002",
    title="Another work altogether",
    authors=(("Ypsilon", "D."),),
    year=2019,
)


@pytest.fixture
def services():
    with running(Services([ONE, OTHER])) as started:
        yield started


class Patience:
    """A sleep that only remembers how long it was asked to sleep."""

    def __init__(self):
        self.slept = []
        self.now = 0.0

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds

    def clock(self):
        return self.now


@pytest.fixture
def patience():
    return Patience()


@pytest.fixture
def client(patience):
    made = Client(
        contact="ask@example.org",
        sleep=patience.sleep,
        clock=patience.clock,
        wall_clock=NOW.timestamp,
        timeout=(2.0, 2.0),
    )
    yield made
    made.session.close()


@pytest.fixture
def asked(services, client):
    """Each service's client, ready to ask."""
    return {
        "pubmed": PubMed(client, f"{services.base}/eutils"),
        "crossref": Crossref(client, f"{services.base}/crossref"),
        "openalex": OpenAlex(client, f"{services.base}/openalex"),
    }


ALL = pytest.mark.parametrize("name", ["pubmed", "crossref", "openalex"])


@ALL
def test_a_doi_finds_its_record(asked, name):
    answer = asked[name].by_identifier("doi", "doi:10.5555/EXAMPLE.1")
    assert answer.status is LookupStatus.FOUND
    (record,) = answer.candidates
    assert record.title == ONE.title
    assert record.doi == "10.5555/example.1"
    assert [name.family for name in record.authors] == ["Xamplová", "van Acker"]
    assert record.year == 2014
    assert record.abstract == ONE.abstract
    assert answer.asked_at == NOW
    assert len(answer.sha256) == 64


@ALL
def test_a_retraction_is_found_with_its_kind_and_its_work(asked, name):
    answer = asked[name].by_identifier("doi", ONE.doi)
    (notice,) = answer.notices
    assert notice.kind is NoticeKind.RETRACTION
    assert notice.of_doi == "10.5555/example.1"
    if name == "openalex":  # it says that, not when
        assert (notice.dated, notice.notice_doi) == ("", None)
    else:
        assert notice.dated == "2016-05-04"
        assert notice.notice_doi == "10.5555/notice.1"


@pytest.mark.parametrize("name", ["pubmed", "openalex"])
def test_a_pubmed_number_finds_its_record(asked, name):
    answer = asked[name].by_identifier("pmid", "90000002")
    assert answer.status is LookupStatus.FOUND
    assert answer.candidates[0].title == OTHER.title
    assert answer.notices == ()


@ALL
def test_a_citation_gives_candidates_and_confirms_none(asked, name):
    cited = Citation(authors=("Xamplová",), year=2014, words=("plasma", "skin"))
    answer = asked[name].by_citation(cited)
    assert answer.status is LookupStatus.CANDIDATES
    assert [record.doi for record in answer.candidates] == ["10.5555/example.1"]


PLACED = Citation(
    authors=("Xamplová",), year=2014, journal="J Ex", volume="1", page="e7"
)


def test_pubmed_is_asked_for_volume_and_page_beside_the_title(services, asked):
    asked["pubmed"].by_citation(replace(PLACED, title="Made-up plasma"))
    assert len(services.asked) == 2  # the search, and its records
    place = "(Xamplová[au]+AND+2013:2015[dp]+AND+1[vi]+AND+e7[pg])"
    exact = "(Xamplová[au]+AND+2014[dp]+AND+made[ti]+AND+plasma[ti])"
    assert f"{place}+OR+{exact}" in services.asked[0]


def test_pubmed_is_asked_for_the_place_before_surname_and_year(services, asked):
    services.works = []
    answer = asked["pubmed"].by_citation(PLACED)
    assert answer.status is LookupStatus.NONE
    terms = [path.partition("term=")[2].partition("&")[0] for path in services.asked]
    assert terms[0].endswith("+AND+1[vi]+AND+e7[pg]")
    assert terms[-1] == "Xamplová[au]+AND+2014[dp]"
    assert len(terms) == len(set(terms))


def test_a_place_without_an_author_is_asked_for_in_its_journal(services, asked):
    asked["pubmed"].by_citation(replace(PLACED, authors=(), journal='J "Ex" [Old]'))
    assert '"J+Ex+Old"[ta]+AND+2013:2015[dp]+AND+1[vi]' in services.asked[0]


def test_openalex_is_asked_for_the_place_where_no_title_is_known(services, asked):
    answer = asked["openalex"].by_citation(PLACED)
    assert answer.status is LookupStatus.CANDIDATES
    (path,) = services.asked
    assert "raw_author_name.search:Xamplová,biblio.volume:1," in path
    assert "biblio.first_page:e7,publication_year:2013-2015" in path


def test_openalex_is_asked_for_the_place_where_nothing_has_the_title(services, asked):
    cited = replace(PLACED, title="Made-up plasma")
    asked["openalex"].by_citation(cited)
    assert len(services.asked) == 1 and "biblio" not in services.asked[0]
    services.works = []
    asked["openalex"].by_citation(cited)
    assert len(services.asked) == 3 and "biblio.volume:1" in services.asked[-1]


@pytest.mark.parametrize(
    "odd", [{"volume": ""}, {"page": ""}, {"volume": "1,2"}, {"page": "1|2"}]
)
def test_a_place_that_is_not_whole_is_not_asked_for(services, asked, odd):
    for name in ("pubmed", "openalex"):
        asked[name].by_citation(replace(PLACED, **odd))
    told = " ".join(services.asked)
    assert "[vi]" not in told and "biblio" not in told


def test_a_preprint_and_its_article_stay_two_records_that_are_related(services, asked):
    relations = (
        ("is-preprint-of", "https://doi.org/10.5555/EXAMPLE.2"),
        ("has-review", "10.5555/review.1"),
    )
    services.works[0] = Work(**{**vars(ONE), "relations": relations})
    (record,) = asked["crossref"].by_identifier("doi", ONE.doi).candidates
    assert record.related == ((Relation.PREPRINT_OF, "10.5555/example.2"),)
    assert record.doi == "10.5555/example.1"
    assert record_from_json(json.loads(json.dumps(record.as_json()))) == record


@ALL
def test_what_a_service_does_not_have_is_none_and_no_failure(asked, name):
    unknown = asked[name].by_identifier("doi", "10.5555/nowhere")
    nobody = asked[name].by_citation(Citation(("Nobody",), 1999))
    assert [unknown.status, nobody.status] == [LookupStatus.NONE] * 2


@pytest.mark.parametrize("name", ["crossref", "openalex"])
def test_a_404_in_plain_text_is_none(services, asked, name):
    services.mode = "missing"
    answer = asked[name].by_identifier("doi", ONE.doi)
    assert answer.status is LookupStatus.NONE


@ALL
def test_another_works_record_is_a_candidate_with_a_remark(services, asked, name):
    services.mode = "lying"
    answer = asked[name].by_identifier("doi", ONE.doi)
    assert answer.status is LookupStatus.CANDIDATES
    assert answer.candidates[0].doi == "10.5555/example.2"
    assert answer.notices == ()
    assert "does not have the DOI 10.5555/example.1" in answer.reason


@ALL
def test_a_broken_answer_is_a_failure_in_one_sentence(services, asked, name):
    services.mode = "broken"
    answer = asked[name].by_identifier("doi", ONE.doi)
    assert answer.status is LookupStatus.FAILED
    assert "not JSON" in answer.reason or "not XML" in answer.reason


@ALL
def test_a_service_that_asks_to_wait_is_waited_for(services, asked, patience, name):
    services.mode = "busy"
    answer = asked[name].by_identifier("doi", ONE.doi)
    assert answer.status is LookupStatus.FOUND
    assert 7.0 in patience.slept


def test_a_wait_beyond_the_bound_is_not_waited(services, asked, patience):
    services.mode, services.retry_after = "busy", "3600"
    answer = asked["crossref"].by_identifier("doi", ONE.doi)
    assert answer.status is LookupStatus.FAILED
    assert "3600" in answer.reason
    assert patience.slept == []


def test_retry_after_may_be_a_date(services, asked, client, patience):
    services.mode = "busy"
    services.retry_after = "Wed, 21 Oct 2015 07:28:30 GMT"
    client.wall_clock = lambda: 1445412500.0  # ten seconds before
    answer = asked["crossref"].by_identifier("doi", ONE.doi)
    assert answer.status is LookupStatus.FOUND
    assert 10.0 in patience.slept


@ALL
def test_a_failing_service_is_tried_again_and_then_given_up(
    services, asked, patience, name
):
    services.mode = "error"
    answer = asked[name].by_identifier("doi", ONE.doi)
    assert answer.status is LookupStatus.FAILED
    assert "status 500" in answer.reason
    assert len(services.asked) == 4
    assert [s for s in patience.slept if s >= 1.0] == [1.0, 2.0, 4.0]


def test_a_slow_service_is_not_waited_for_without_end(services, asked, client):
    services.mode, services.seconds = "slow", 1.0
    client.timeout, client.tries = (0.2, 0.2), 1
    answer = asked["crossref"].by_identifier("doi", ONE.doi)
    assert answer.status is LookupStatus.FAILED
    assert "in time" in answer.reason


def test_a_service_that_cannot_be_reached_is_a_failure_and_soon_given_up(
    client, patience
):
    crossref = Crossref(client, "http://127.0.0.1:9")
    for tried in ("2 times", "once"):
        answer = crossref.by_identifier("doi", ONE.doi)
        assert answer.status is LookupStatus.FAILED
        assert answer.reason == f"Crossref could not be reached, tried {tried}."
    assert [each for each in patience.slept if each >= 1.0] == [1.0]
    assert client.asked_times["Crossref"] == 3


def test_an_answer_without_end_is_cut_off(services, asked, client):
    services.mode, client.largest = "large", 100_000
    answer = asked["openalex"].by_identifier("doi", ONE.doi)
    assert answer.status is LookupStatus.FAILED
    assert "more than 100000 bytes" in answer.reason


def dripping(head, body=b""):
    """An answer that comes a byte at a time and does not end for seconds."""

    def answer(handler):
        handler.wfile.write(head)
        for _ in range(1000):
            handler.wfile.write(body or b"a")
            time.sleep(0.05)

    return answer


def test_a_body_that_drips_is_given_up(services, asked, client):
    client.tries, client.patience, client.clock = 1, 0.3, time.monotonic
    services.answer = dripping(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    began = time.monotonic()
    answer = asked["crossref"].by_identifier("doi", ONE.doi)
    assert answer.reason == "Crossref did not answer in time, tried once."
    assert time.monotonic() - began < 30


@pytest.mark.parametrize("head", [b"", b"HTTP/1.1 200 OK\r\nX-A: 1\r\nX-B: "])
def test_a_head_that_drips_is_given_up(services, asked, client, monkeypatch, head):
    monkeypatch.setattr(connections, "HEAD_WITHIN", 0.3)
    client.tries = 1
    services.answer = dripping(head)
    began = time.monotonic()
    answer = asked["crossref"].by_identifier("doi", ONE.doi)
    assert answer.reason == "Crossref did not answer in time, tried once."
    assert time.monotonic() - began < 30


def test_each_service_is_asked_at_its_own_pace(asked, patience):
    asked["crossref"].by_identifier("doi", ONE.doi)
    asked["crossref"].by_identifier("doi", ONE.doi)
    assert patience.slept == [0.1]
    asked["openalex"].by_identifier("doi", ONE.doi)
    assert patience.slept == [0.1]


class Kept(dict):
    """A store in memory."""

    def get(self, service, address):
        return super().get((service, address))

    def put(self, answer):
        self[answer.service, answer.address] = answer


@ALL
def test_a_kept_answer_needs_no_network(services, asked, client, name):
    client.kept = Kept()
    first = asked[name].by_identifier("doi", ONE.doi)
    services.mode = "error"
    client.wall_clock = lambda: NOW.timestamp() + 60
    assert asked[name].by_identifier("doi", ONE.doi) == first


def test_an_answer_of_two_questions_is_as_old_as_the_older(asked, client):
    """PubMed's search is kept; the records it found are fetched anew."""
    client.kept = Kept()
    asked["pubmed"].by_identifier("doi", ONE.doi)
    for key in [key for key in client.kept if "efetch" in key[1]]:
        del client.kept[key]
    client.wall_clock = lambda: NOW.timestamp() + 60
    answer = asked["pubmed"].by_identifier("doi", ONE.doi)
    assert (answer.status, answer.asked_at) == (LookupStatus.FOUND, NOW)


def test_services_learn_who_asks(services, asked):
    asked["pubmed"].by_identifier("pmid", "90000001")
    assert services.agents == ["Footing/0.1 (mailto:ask@example.org)"]
    assert "email=ask@example.org" in services.asked[0]


def test_an_identifier_a_service_does_not_know_is_said_so(asked):
    answer = asked["crossref"].by_identifier("pmid", "1")
    assert answer.status is LookupStatus.FAILED
    assert answer.reason == "Crossref cannot be asked for a PMID."


def test_answers_keep_as_json_what_they_say(asked):
    record = asked["crossref"].by_identifier("doi", ONE.doi).candidates[0]
    assert json.loads(json.dumps(record.as_json()))["authors"][0] == {
        "family": "Xamplová",
        "given": "Anna B.",
    }
