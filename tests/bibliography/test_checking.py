"""References are checked again by a job, end to end, against fake services."""

import io
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from django.conf import settings as site
from django.core.management import CommandError, call_command
from django.utils import timezone

from bibliography.checks import checking
from bibliography.checks.checking import look_at_reference_again, silent_services
from bibliography.models import Notice, Reference, ReferenceCheck
from bibliography.references.actions import add_identifier
from core.errors import NotAllowed, Refused
from core.jobs import run_job, run_now
from core.models import Job
from core.tick import tick
from tests import factories as make
from tests.fakes.services import Services, Work
from tests.fakes.settings import lookups_at
from tests.html import shown

pytestmark = pytest.mark.django_db

GOOD = Work(
    doi="10.5555/good.1",
    pmid="90000001",
    title="Made-up plasma for made-up skin",
    authors=(("Xamplova", "Anna"),),
    year=2014,
)
BAD = Work(
    doi="10.5555/bad.1",
    pmid="90000002",
    title="Numbers that never were",
    authors=(("Ypsilon", "D."),),
    year=2009,
    notices=(("retraction", "10.5555/notice.1", "2016-05-04"),),
    retracted=True,
)


@pytest.fixture
def services(settings, monkeypatch):
    with lookups_at(Services([GOOD, BAD]), settings, monkeypatch) as up:
        yield up


def kept(work, **given):
    return make.a_reference(title=work.title, year=work.year, doi=work.doi, **given)


def check(**arguments):
    return run_now(kind="check_references", arguments=arguments, by=make.a_curator())


def sources(notice):
    return sorted(notice.sources.values_list("source", flat=True))


def test_every_service_is_asked_and_its_answer_kept(services):
    reference = kept(GOOD)
    job = check(all=True)
    assert job.result["checked"] == 1
    told = set(reference.checks.values_list("service", "outcome"))
    assert told == {
        ("PubMed", "found"),
        ("Crossref", "found"),
        ("OpenAlex", "found"),
        ("Crossref", "none"),  # no notice was deposited
    }
    assert not reference.notices.exists()


def test_a_retraction_is_one_notice_with_all_who_tell_of_it(services):
    reference = kept(BAD)
    check(all=True)
    notice = reference.notices.get()
    assert (notice.kind, notice.dated.isoformat()) == ("retraction", "2016-05-04")
    assert notice.notice_doi == "10.5555/notice.1"
    assert sources(notice) == ["Crossref", "OpenAlex", "PubMed"]
    assert Reference.objects.with_retracted().get().is_retracted


def test_a_reference_known_by_its_pmid_alone_is_asked_about_everywhere(services):
    services.works[1] = replace(BAD, retracted=False)
    reference = make.a_reference(title=BAD.title, year=BAD.year, pmid=BAD.pmid)
    check(all=True)
    asked = set(reference.checks.values_list("service", flat=True))
    assert asked == {"PubMed", "Crossref", "OpenAlex"}
    assert sources(reference.notices.get()) == ["Crossref", "PubMed"]


def test_what_every_source_said_and_when_stands_with_the_reference(services, client):
    services.works[1] = replace(BAD, pmid="", notices=(), retracted=True)
    reference = kept(BAD)
    check(all=True)
    services.mode = "error"
    with pytest.raises(Refused):
        check(reference=reference.pk)
    own = f"/references/{reference.pk}/"
    told = {
        each["source"]: (each["said"], bool(each["at"]), bool(each["failed_at"]))
        for each in client.get(f"/api/v1{own}").json()["asked_for_notices"]
    }
    assert told == {
        "PubMed": ("lacks", True, True),
        "Crossref": ("silent", True, True),
        "OpenAlex": ("tells", True, True),
        "Retraction Watch": ("silent", True, True),
    }
    page = shown(client.get(own))
    assert "<dt>Crossref</dt><dd>lists no notice, asked" in page
    assert "according to OpenAlex, not confirmed" in page
    never = make.a_reference(doi="10.5555/never.1")
    told = client.get(f"/api/v1/references/{never.pk}/").json()["asked_for_notices"]
    assert {each["said"] for each in told} == {"unasked"}


def test_a_doi_that_crossref_lacks_is_asked_of_its_agency(services):
    data = replace(GOOD, doi="10.5555/data.1", title="Made-up readings")
    services.elsewhere = [data]
    services.agencies = {data.doi: "DataCite", "10.5555/other.1": "mEDRA"}
    reference = kept(data)
    unread = make.a_reference(title="Made-up words", doi="10.5555/other.1")
    job = check(all=True)
    assert ("DataCite", "found") in reference.checks.values_list("service", "outcome")
    failed = unread.checks.get(service="mEDRA")
    assert failed.outcome == "failed"
    assert "is registered with mEDRA" in failed.error
    assert job.result["requests"] == {
        "PubMed": 2,
        "Crossref": 4,
        "doi.org": 4,
        "OpenAlex": 2,
    }
    assert "OpenAlex: budget unknown." in job.result["says"]
    assert (
        "Requests: PubMed 2, Crossref 4, doi.org 4, OpenAlex 2." in job.result["says"]
    )


def test_a_reference_that_was_but_an_identifier_takes_over_the_record(services):
    reference = kept(GOOD)
    Reference.objects.filter(pk=reference.pk).update(
        title="", title_key="", authors=[], first_author="", year=None, type="other"
    )
    check(all=True)
    reference.refresh_from_db()
    assert (reference.title, reference.year) == (GOOD.title, 2014)
    assert (reference.first_author, reference.type) == ("Xamplova", "article")


def test_what_a_reference_says_is_never_overwritten_by_a_service(services):
    reference = kept(GOOD, container="My journal")
    before = Reference.objects.filter(pk=reference.pk).values().get()
    check(all=True)
    assert Reference.objects.filter(pk=reference.pk).values().get() == before


def test_services_that_name_different_works_fill_in_nothing(services):
    services.works[0] = replace(GOOD, pmid=BAD.pmid)
    reference = kept(GOOD)
    add_identifier(
        reference=reference, scheme="pmid", value=BAD.pmid, by=make.a_curator()
    )
    services.works.reverse()  # PubMed answers with the other work
    Reference.objects.filter(pk=reference.pk).update(title="", title_key="", authors=[])
    check(all=True)
    reference.refresh_from_db()
    assert reference.title == ""


def test_a_second_check_adds_no_second_notice(services):
    reference = kept(BAD)
    check(all=True)
    check(all=True)
    assert reference.notices.count() == 1
    assert reference.checks.count() == 8


def test_the_notice_itself_is_not_hit_by_its_own_number(services):
    """The notice of the retraction is kept here too; it is not retracted itself."""
    services.works.append(
        Work(
            doi="10.5555/notice.1",
            pmid="99999999",
            title="Retraction: Numbers that never were",
            authors=(("Ypsilon", "D."),),
            year=2016,
        )
    )
    notice = make.a_reference(
        title="Retraction: Numbers that never were", doi="10.5555/notice.1"
    )
    kept(BAD)
    check(all=True)
    assert not notice.notices.exists()


def test_a_number_that_leads_to_another_title_brings_no_notice(services):
    reference = make.a_reference(title="Snails of a far island", doi=BAD.doi)
    check(all=True)
    assert not reference.notices.exists()
    told = reference.checks.get(service="PubMed").candidates[0]
    assert told["comparison"]["overall"] == "other"


def test_a_service_that_does_not_tell_is_named(services):
    reference = kept(BAD)
    services.works[1] = Work(**{**vars(BAD), "notices": ()})  # OpenAlex and PubMed
    check(all=True)
    notice = reference.notices.get()
    assert sources(notice) == ["OpenAlex", "PubMed"]
    silent = silent_services(reference, sources(notice))
    assert [name for name, _ in silent] == ["Crossref"]


def test_only_what_is_due_is_checked_the_longest_ago_first(services, settings):
    settings.REFERENCE_CHECK_BATCH = 2
    now = timezone.now()
    fresh, old, never = kept(GOOD), kept(BAD), make.a_reference(doi="10.5555/new")
    for row, days in ((fresh, 3), (old, 40)):
        make.a_reference_check(reference=row, asked_at=now - timedelta(days=days))
    make.a_reference()  # nothing to ask for
    assert check().result["checked"] == 2
    recent = ReferenceCheck.objects.filter(asked_at__gt=now)
    assert set(recent.values_list("reference", flat=True)) == {old.pk, never.pk}
    assert check().result["checked"] == 0


def test_it_comes_round_by_itself(settings):
    settings.JOB_SCHEDULE = {"check_references": site.JOB_SCHEDULE["check_references"]}
    assert tick() == 1
    assert Job.objects.get().kind == "check_references"


def test_services_that_are_all_away_make_the_job_wait_and_are_noted_once(services):
    rows = [kept(GOOD), kept(BAD)]
    services.mode = "error"
    job = look_at_all()
    assert run_job(job.pk)
    job.refresh_from_db()
    assert job.state == "waiting"
    assert job.error.startswith("No service answered: PubMed answered with status 500")
    before = ReferenceCheck.objects.count()
    Job.objects.filter(pk=job.pk).update(state="queued")
    assert run_job(job.pk)
    assert ReferenceCheck.objects.count() == before
    assert not Notice.objects.exists()
    services.mode = ""
    Job.objects.filter(pk=job.pk).update(state="queued")
    assert run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.result["checked"]) == ("done", len(rows))


def look_at_all():
    return make.a_job(
        kind="check_references", arguments={"all": True}, by=make.a_curator()
    )


def test_one_service_away_does_not_stop_the_others(services, settings):
    settings.CROSSREF_URL = "http://127.0.0.1:9"
    reference = kept(BAD)
    job = check(all=True)
    assert sources(reference.notices.get()) == ["OpenAlex", "PubMed"]
    assert any(
        "No answer: Crossref could not be reached" in line
        for line in job.result["says"]
    )
    failed = reference.checks.filter(outcome="failed")
    assert set(failed.values_list("service", flat=True)) == {"Crossref"}


def test_a_reference_that_goes_while_others_are_checked_stops_nothing(
    services, monkeypatch
):
    gone, stays = kept(GOOD), kept(BAD)
    job = checking.enqueue(
        kind="check_references", arguments={"all": True}, by=make.a_curator()
    )
    monkeypatch.setattr(checking, "_wanted", lambda job: [gone.pk, stays.pk])
    Reference.objects.filter(pk=gone.pk).update(
        withdrawn_at=timezone.now(),
        withdrawn_by=make.an_editor(),
        withdrawn_reason="Gone.",
    )
    run_job(job.pk)
    job.refresh_from_db()
    assert (job.state, job.result["checked"]) == ("done", 1)
    assert not gone.checks.exists()


def test_a_reference_without_a_number_is_refused():
    with pytest.raises(Refused, match="has no DOI, PMID or PMCID"):
        look_at_reference_again(reference=make.a_reference(), by=make.a_curator())


def test_a_reader_may_not_check():
    with pytest.raises(NotAllowed):
        look_at_reference_again(reference=kept(GOOD), by=make.a_reader())


def test_the_command_counts_what_it_did(services):
    kept(GOOD)
    kept(BAD)
    out = io.StringIO()
    call_command("check_references", "--all", "--json", stdout=out)
    assert json.loads(out.getvalue()) == {
        "checked": 2,
        "notices": 1,
        "not_answering": [],
    }


def test_the_command_names_an_account_that_is_not_there():
    with pytest.raises(CommandError, match="There is no account 'nobody'"):
        call_command("check_references", "--by", "nobody")


# --- Retraction Watch ---

TABLE = """Record ID,RetractionNature,RetractionDate,RetractionDOI,RetractionPubMedID,\
OriginalPaperDOI,OriginalPaperPubMedID,Reason
1,Retraction,5/4/2016 0:00,10.5555/notice.1,99999999,10.5555/BAD.1,90000002,\
+Made-up Data;
2,Expression of concern,6/1/2019 0:00,10.5555/notice.2,0,10.5555/unknown,0,+Doubt;
3,Correction,7/1/2020 0:00,10.5555/good.1,0,10.5555/else,0,+Typo;
"""


def watch(tmp_path, text=TABLE, **given):
    file = tmp_path / "watch.csv"
    file.write_text(text)
    out = io.StringIO()
    call_command("import_retraction_watch", str(file), stdout=out, **given)
    return out.getvalue()


def test_the_retraction_watch_table_is_noted_on_what_is_kept_here(tmp_path):
    reference, other = kept(BAD), kept(GOOD)
    told = watch(tmp_path)
    assert "3 rows read, 1 about references kept here: 1 new, 0 already known" in told
    notice = reference.notices.get()
    assert (notice.kind, notice.dated.isoformat()) == ("retraction", "2016-05-04")
    assert notice.says == "Made-up Data"
    assert sources(notice) == ["Retraction Watch"]
    assert not other.notices.exists()  # row 3 is a notice of that number, on another


def test_the_table_joins_what_services_told_and_is_taken_twice(services, tmp_path):
    reference = kept(BAD)
    check(all=True)
    assert "1 new, 0 already known" in watch(tmp_path)
    assert "0 new, 1 already known" in watch(tmp_path)
    notice = reference.notices.get()
    assert sources(notice) == ["Crossref", "OpenAlex", "PubMed", "Retraction Watch"]


UNUSABLE = f"{TABLE}4,Retraction,,,0,unavailable,0,\nshort\n"


def test_rows_of_the_table_that_cannot_be_used_are_counted_with_why(tmp_path):
    told = watch(tmp_path, UNUSABLE)
    assert "5 rows read" in told and "2 rows cannot be used." in told
    assert "Record 4 (line 5): it names neither a DOI" in told
    assert "Record 5 (line 6): it has 1 cells" in told


def test_all_rows_that_cannot_be_used_go_to_a_file_if_wanted(tmp_path):
    file = tmp_path / "unusable.csv"
    many = TABLE + "short\n" * 29 + "=1+1\n"
    assert "--unusable FILE" in watch(tmp_path, many)
    told = watch(tmp_path, many, unusable=str(file))
    assert str(file) in told
    lines = file.read_text().splitlines()
    assert len(lines) == 31
    assert lines[-1].endswith(",'=1+1")  # nothing that a spreadsheet would run


def test_the_counts_of_the_table_come_as_json(tmp_path):
    kept(BAD)
    told = json.loads(watch(tmp_path, UNUSABLE, json=True))
    first = told.pop("first_unusable")
    assert told == {"read": 5, "ours": 1, "known": 0, "unusable": 2}
    assert [each["line"] for each in first] == [5, 6]


def test_another_table_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="not the Retraction Watch table"):
        watch(tmp_path, "a,b\n1,2\n")


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(CommandError, match="cannot be used"):
        call_command("import_retraction_watch", str(tmp_path / "none.csv"))
