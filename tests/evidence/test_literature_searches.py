"""A search of a base runs at PubMed as a job: asked politely, kept, gone on with."""

from datetime import date

import pytest

from bibliography.imports.decisions import decide_record
from bibliography.lookups import LookupFailed
from bibliography.services import pubmed
from core.errors import NotAllowed, Refused
from core.jobs import run_job, run_now
from core.models import Job
from evidence.searches.actions import bring_search, go_on, run_search
from tests import factories as make
from tests.evidence.searching import DAY, ris, work
from tests.fakes.services import Services, Work
from tests.fakes.settings import lookups_at
from tests.stories.acting import settled

pytestmark = pytest.mark.django_db


def article(n, **given):
    made = {
        "doi": f"10.5555/found.{n}",
        "pmid": str(90_000_000 + n),
        "title": f"Examplin for made-up fever number {n}",
        "authors": ((f"Inventa{n}", "I."), ("Madeup", "Mia")),
        "year": 1990 + n % 30,
        "abstract": f"Adults with fever {n} took examplin.",
    }
    return Work(**{**made, **given})


@pytest.fixture
def services(settings, monkeypatch):
    monkeypatch.setattr("bibliography.lookups.pubmed.AT_ONCE", 100)
    works = [article(n) for n in range(250)]
    with lookups_at(Services(works), settings, monkeypatch) as up:
        yield up


@pytest.fixture
def reviewer():
    return make.a_reviewer()


@pytest.fixture
def base():
    return make.a_base(scope="targeted")


def asked(services, tool):
    return [path for path in services.asked if f"/{tool}.fcgi" in path]


def run(search):
    run_job(search.job_id)
    search.refresh_from_db()
    return Job.objects.get(pk=search.job_id)


def test_a_search_keeps_its_answer_and_its_records_wait(services, base, reviewer):
    search = run_search(base=base, strategy=" examplin AND madeup[au] ", by=reviewer)
    assert services.asked == []  # nothing is asked within the request
    job = run(search)
    assert (job.state, job.error) == ("done", "")
    assert search.strategy == "examplin AND madeup[au]"
    assert search.records_found == 250
    assert search.searched_on == date.today()
    assert search.answer.count("<Id>") == 250
    assert search.batch.counts["created"] == 250
    assert base.screened_records.awaiting().count() == 250
    first = base.screened_records.awaiting().first().reference
    assert "fever" in first.abstract
    assert len(asked(services, "efetch")) == 3
    assert all(len(path) < 2500 for path in services.asked)


def test_a_search_asks_since_a_day(services, base, reviewer):
    run(run_search(base=base, strategy="madeup[au]", since=DAY, by=reviewer))
    (path,) = asked(services, "esearch")
    for parameter in ("datetype=edat", "mindate=2026/01/31", "maxdate=3000"):
        assert parameter in path


def test_openalex_is_searched_page_by_page(services, base, reviewer):
    search = run_search(
        base=base, strategy="madeup", since=DAY, source="OpenAlex", by=reviewer
    )
    assert run(search).state == "done"
    listed = [path for path in services.asked if "cursor=" in path]
    assert len(listed) == 2
    assert all("filter=from_created_date" in path for path in listed)
    assert search.records_found == search.batch.counts["created"] == 250
    assert base.screened_records.awaiting().count() == 250
    first = base.screened_records.awaiting().first().reference
    assert first.abstract and first.identifiers.filter(scheme="openalex").exists()
    with pytest.raises(Refused, match="not searched from here"):
        run_search(base=base, strategy="madeup", source="Nowhere", by=reviewer)


def test_a_search_goes_on_where_it_broke_off(services, base, reviewer, monkeypatch):
    search = run_search(base=base, strategy="madeup[au]", by=reviewer)
    real, left = services.by_pmid, [150]

    def breaks(pmid):
        left[0] -= 1
        services.mode = "error" if left[0] < 0 else services.mode
        return real(pmid)

    monkeypatch.setattr(services, "by_pmid", breaks)
    job = run(search)
    assert (job.state, search.batch) == ("waiting", None)
    assert "PubMed answered with status 500" in job.error
    assert search.records_found == 250

    monkeypatch.setattr(services, "by_pmid", real)
    services.mode, before = "", len(asked(services, "efetch"))
    Job.objects.update(state="queued")
    assert run(search).state == "done"
    assert len(asked(services, "esearch")) == 1  # its answer was kept
    kept = len(asked(services, "efetch")) - before
    assert kept < 3  # and so were the records that had come
    assert base.screened_records.awaiting().count() == 250


def test_what_cannot_be_searched_is_said(services, base, reviewer, monkeypatch):
    nothing = run_search(base=base, strategy="nobody[au]", by=reviewer)
    assert run(nothing).state == "done"
    assert (nothing.records_found, nothing.batch) == (0, None)
    monkeypatch.setattr("evidence.searches.running.MOST_FOUND", 200)
    search = run_search(base=base, strategy="madeup[au]", by=reviewer)
    job = run(search)
    assert job.state == "failed"
    assert "PubMed finds 250 records" in job.error
    with pytest.raises(Refused, match="Strategy"):
        run_search(base=base, strategy="  ", by=reviewer)
    with pytest.raises(NotAllowed):
        run_search(base=base, strategy="madeup[au]", by=make.a_curator())
    services.mode = "broken"
    with pytest.raises(LookupFailed, match="not XML"):
        pubmed().search("madeup[au]")


def test_a_file_comes_with_where_with_which_words_and_when(base, reviewer):
    given = {
        "base": base,
        "source": "Example Index",
        "strategy": "examplin",
        "searched_on": DAY,
        "by": reviewer,
    }
    for data in (None, b"", b"Dear all, nothing to see"):
        with pytest.raises(Refused):
            bring_search(**given, data=data, file_name="found.txt")
    assert not base.searches.exists()
    search = bring_search(**given, data=ris(work(1), work(2)), file_name="found.ris")
    assert run(search).state == "done"
    assert base.screened_records.count() == 2
    again = bring_search(**given, data=ris(work(1), work(3)), file_name="more.ris")
    run(again)
    assert base.screened_records.count() == 3
    with pytest.raises(Refused, match="has the records of this import"):
        bring_search(**given, batch=search.batch)


def test_what_an_import_asked_comes_in_when_it_was_answered(base, reviewer):
    earlier = make.a_reference(title="Another work under the same number")
    make.an_identifier(reference=earlier, scheme="doi", value="10.5555/example.1")
    given = {"base": base, "source": "Example Index", "strategy": "examplin"}
    search = bring_search(
        **given, searched_on=DAY, data=ris(work(1)), file_name="a.ris", by=reviewer
    )
    run(search)
    record = search.batch.records.get()
    assert (record.became, base.screened_records.count()) == ("asked", 0)
    search.batch.records.update(became="matched", reference=earlier)
    run(go_on(search=search, by=reviewer))
    assert base.screened_records.get().reference == earlier


@pytest.mark.django_db(transaction=True)
def test_a_search_goes_on_by_itself_when_the_last_question_is_answered(base, reviewer):
    for n in (1, 2):
        earlier = make.a_reference(title=f"Another work under number {n}")
        make.an_identifier(
            reference=earlier, scheme="doi", value=f"10.5555/example.{n}"
        )
    given = {"base": base, "source": "Example Index", "strategy": "examplin"}
    data = ris(work(1), work(2), work(3))
    search = bring_search(
        **given, searched_on=DAY, data=data, file_name="a.ris", by=reviewer
    )
    run(search)
    for record in search.batch.records.filter(became="asked"):
        assert base.screened_records.count() == 1
        decide_record(record=record, same_as=None, by=make.a_curator())
        settled()
        run_now(kind="answered_imports", arguments={}, by=make.an_editor())
    search.refresh_from_db()
    run_job(search.job_id)
    assert base.screened_records.count() == 3
    before = search.job_id
    settled()
    run_now(kind="answered_imports", arguments={}, by=make.an_editor())
    search.refresh_from_db()
    assert search.job_id == before
