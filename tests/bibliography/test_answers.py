"""Answers of services are kept for a while, and are what the services said then."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connections
from django.utils import timezone

from bibliography.checks.answers import KeptAnswers, forget_answers
from bibliography.lookups import Answer
from bibliography.models import ServiceAnswer
from bibliography.records import LookupStatus
from bibliography.services import services as the_services
from core.jobs import run_now
from tests import factories as make
from tests.fakes.services import Services, Work
from tests.fakes.settings import lookups_at

ONE = Work(
    doi="10.5555/one.1",
    pmid="90000001",
    title="Made-up plasma for made-up skin",
    authors=(("Xamplova", "Anna"),),
    year=2014,
)
ALL = ("PubMed", "Crossref", "OpenAlex")


@pytest.fixture
def services(settings, monkeypatch):
    with lookups_at(Services([ONE]), settings, monkeypatch) as up:
        yield up


def ask(doi=ONE.doi, anew=False):
    """What each service answers about a DOI, with kept answers at hand."""
    asked = the_services(KeptAnswers(by=make.a_curator(), anew=anew))
    return {answer.service: answer for answer in asked.by_identifiers({"doi": doi})}


def age(**time):
    """Let time pass for what is kept."""
    for row in ServiceAnswer.objects.all():
        ServiceAnswer.objects.filter(pk=row.pk).update(
            asked_at=row.asked_at - timedelta(**time)
        )


@pytest.mark.django_db
def test_an_answer_that_is_kept_says_the_same_and_when_it_came(services):
    first = ask()
    asked = len(services.asked)
    again = ask()
    assert len(services.asked) == asked
    assert again == first
    assert set(again) == set(ALL)


@pytest.mark.django_db
def test_an_answer_is_good_for_a_time_that_settings_name(services, settings):
    settings.ANSWERS_GOOD_FOR = timedelta(hours=2)
    first = ask()
    age(hours=1)
    assert ask()["Crossref"].asked_at == first["Crossref"].asked_at - timedelta(hours=1)
    age(hours=1)
    assert ask()["Crossref"].asked_at > first["Crossref"].asked_at


@pytest.mark.django_db
def test_that_a_number_is_not_there_is_kept_for_a_shorter_time(services):
    nowhere = "10.5555/nowhere"
    assert ask(nowhere)["Crossref"].status is LookupStatus.NONE
    asked = len(services.asked)
    ask(nowhere)
    assert len(services.asked) == asked
    services.works.append(Work(**{**vars(ONE), "doi": nowhere, "pmid": "90000007"}))
    age(hours=2)
    assert ask(nowhere)["Crossref"].status is LookupStatus.FOUND


@pytest.mark.django_db
def test_whoever_asks_anew_replaces_what_was_kept(services):
    ask()
    services.works[0] = Work(**{**vars(ONE), "title": "Another title since"})
    assert ask()["Crossref"].candidates[0].title == ONE.title
    assert ask(anew=True)["Crossref"].candidates[0].title == "Another title since"
    assert ask()["Crossref"].candidates[0].title == "Another title since"


@pytest.mark.django_db
@pytest.mark.parametrize("mode", ["broken", "error", "large", "page", "shapeless"])
def test_what_failed_is_never_kept(services, mode):
    services.mode = mode
    assert {a.status for a in ask().values()} == {LookupStatus.FAILED}
    assert not ServiceAnswer.objects.exists()
    services.mode = ""
    assert ask()["Crossref"].status is LookupStatus.FOUND


@pytest.mark.django_db
def test_who_asks_is_no_part_of_what_is_kept(services, settings):
    ask()
    rows = ServiceAnswer.objects.all()
    assert not any("example.org" in row.address for row in rows)
    asked = len(services.asked)
    settings.CONTACT_EMAIL = "other@example.org"
    ask()
    assert len(services.asked) == asked


@pytest.mark.django_db
def test_another_base_address_is_another_question(services, settings):
    ask()
    settings.CROSSREF_URL = "http://127.0.0.1:9"
    assert ask()["Crossref"].status is LookupStatus.FAILED


@pytest.mark.django_db
def test_what_cannot_be_read_any_more_is_asked_for_anew(services):
    ask()
    ServiceAnswer.objects.update(content=b"{}")
    assert {a.status for a in ask().values()} == {LookupStatus.FOUND}


@pytest.mark.django_db
def test_kept_answers_do_not_show_that_a_service_is_back(services):
    """Two failures, with a kept answer between them, are two in a row."""
    ask()
    services.mode = "error"
    asked = the_services(KeptAnswers(by=make.a_curator()))
    for doi in ("10.5555/a", ONE.doi, "10.5555/b"):
        list(asked.by_identifiers({"doi": doi}))
    assert asked.is_hopeless


@pytest.mark.django_db
def test_what_is_kept_is_said_while_the_service_is_left_alone(services):
    ask()
    services.mode = "error"
    asked = the_services(KeptAnswers(by=make.a_curator()))
    for doi in ("10.5555/a", "10.5555/b", "10.5555/c"):
        failed = list(asked.by_identifiers({"doi": doi}))
    assert all(a.reason.count("not asked again in this run") == 1 for a in failed)
    kept = asked.by_identifiers({"doi": ONE.doi})
    assert {answer.status for answer in kept} == {LookupStatus.FOUND}


@pytest.mark.django_db
def test_who_registers_numbers_is_left_alone_too_where_nobody_answers(
    services, settings
):
    settings.DOI_URL = "http://127.0.0.1:9"
    asked = the_services(KeptAnswers(by=make.a_curator()))
    for number in range(3):
        *_, last = [
            answer
            for answer in asked.by_identifiers({"doi": f"10.5555/none.{number}"})
            if answer.service == "doi.org"
        ]
    assert last.status is LookupStatus.FAILED
    assert "not asked again in this run" in last.reason
    assert asked.requests["doi.org"] == 3


@pytest.mark.django_db
def test_a_check_for_notices_takes_no_kept_answer(services):
    reference = make.a_reference(title=ONE.title, year=ONE.year, doi=ONE.doi)
    ask()
    notice = ("retraction", "10.5555/notice.1", "2016-05-04")
    services.works[0] = Work(**{**vars(ONE), "notices": (notice,)})
    run_now(kind="check_references", arguments={"all": True}, by=make.a_curator())
    assert reference.notices.get().kind == "retraction"
    assert ask()["Crossref"].notices  # and what it heard is kept


@pytest.mark.django_db
def test_old_answers_are_forgotten(services):
    make.a_service_answer(asked_at=timezone.now() - timedelta(days=2))
    young = make.a_service_answer()
    job = run_now(kind="forget_answers", arguments={}, by=make.a_curator())
    assert job.result["says"] == ["Answers of services forgotten: 1."]
    assert list(ServiceAnswer.objects.all()) == [young]


@pytest.mark.django_db
def test_answers_are_forgotten_a_thousand_at_a_time(monkeypatch):
    monkeypatch.setattr("bibliography.checks.answers.CHUNK", 2)
    for _ in range(3):
        make.a_service_answer(asked_at=timezone.now() - timedelta(days=2))
    before, by = timezone.now(), make.a_curator()
    assert [forget_answers(before=before, by=by) for _ in range(3)] == [2, 1, 0]


@pytest.mark.django_db(transaction=True)
def test_two_workers_bring_the_same_answer_at_once():
    by = make.a_curator()
    together = threading.Barrier(2)
    failed = []

    def put(content):
        try:
            together.wait(10)
            for second in range(20):
                at = datetime(2026, 1, 2, 3, 4, second, tzinfo=UTC)
                answer = Answer("Crossref", f"x/{second}", 200, content, at)
                KeptAnswers(by=by).put(answer)
        except Exception as error:
            failed.append(error)
        finally:
            connections.close_all()

    workers = [threading.Thread(target=put, args=(c,)) for c in (b"1", b"2")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert failed == []
    assert ServiceAnswer.objects.count() == 20
