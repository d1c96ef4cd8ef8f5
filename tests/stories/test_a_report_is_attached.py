"""A trial known without its paper gets it on its page; the paper is retracted."""

import pytest

from bibliography.models import Notice, Reference
from claims.models import Claim
from core.jobs import run_now
from core.models import Job
from studies.models import Report
from tests import factories as make
from tests.api.programs import Program
from tests.fakes.services import Services, Work
from tests.fakes.settings import lookups_at
from tests.html import as_sent, shown
from tests.stories.acting import a_base_of, a_trial, graded, time_passes

pytestmark = pytest.mark.django_db(transaction=True)  # for the feed
DOI = "10.5555/example.trial"


@pytest.fixture
def trials():
    """Three trials whose reports nobody has attached."""
    outcome = make.an_outcome(name="Made-up consumption", better="lower")
    trials = [
        a_trial("Example 1948", (10, 123, 40, 139), outcome),
        a_trial("Example 1949", (6, 306, 29, 303), outcome),
        a_trial("Example 1960", (9, 231, 31, 220), outcome),
    ]
    Report.objects.all().delete()
    return trials


@pytest.fixture
def claim(trials):
    claim = make.a_claim(
        text="Examplin lowers made-up consumption",
        asserts="lowers",
        outcome="made-up consumption",
    )
    return graded(claim, a_base_of(claim, trials))


def attach(client, study):
    """A curator looks for the paper, adds it, as it is not here, and attaches it."""
    client.force_login(make.a_curator())
    address = f"/studies/{study.pk}/reports/?q={DOI}"
    assert "No record here fits" in shown(client.get(address))
    form = client.get("/references/new/", {"q": DOI, "next": address})
    sent = as_sent(form, title="Examplin in made-up consumption", next=address)
    found = client.post("/references/new/", sent, follow=True)
    (record,) = found.context["found"]
    said = {"do": "attach", "reference": record.pk, "role": "main"}
    client.post(f"/studies/{study.pk}/reports/", said)
    return record


def note_retraction(client, record):
    client.force_login(make.a_curator())
    sent = as_sent(client.get(f"/references/{record.pk}/note/"))
    sent |= {"kind": "retraction", "source": "Example source", "dated": "2026-02-01"}
    sent |= {"address": "https://example.org/notices/1"}
    return client.post(f"/references/{record.pk}/note/", sent)


def test_a_retraction_reaches_the_claim_through_the_attached_report(
    client, claim, trials
):
    record = attach(client, trials[1])
    time_passes()
    assert not Claim.objects.get(pk=claim.pk).needs_review
    note_retraction(client, record)
    assert Notice.objects.get().reference == record
    time_passes()
    claim.refresh_from_db()
    assert claim.needs_review
    assert claim.needs_review_why == "Example 1949: retraction noted since."
    assert "Example source" in shown(client.get(f"/studies/{trials[1].pk}/"))
    page = shown(client.get(f"/claims/{claim.pk}/"))
    assert "needs review" in page.lower()
    assert "Example 1949: retraction noted since." in page
    notice = Notice.objects.get().pk
    assert f'href="/notices/{notice}/">retracted</a>' in page
    assert 'text-decoration="line-through">Example 1949</text>' in page


def test_a_report_taken_off_takes_its_retraction_along(client, claim, trials):
    record = attach(client, trials[1])
    note_retraction(client, record)
    time_passes()
    report = Report.objects.get()
    said = {"do": "remove", "row": report.pk, "role": report.role}
    said |= {"reason": "The paper of another trial.", "revision": report.revision}
    client.post(f"/studies/{trials[1].pk}/reports/", said)
    time_passes()
    claim.refresh_from_db()
    assert not claim.needs_review


@pytest.fixture
def services(settings, monkeypatch):
    work = Work(
        doi=DOI,
        pmid="90000001",
        title="Examplin in made-up consumption",
        authors=(("Example", "E."),),
        year=1949,
        retracted=True,
        notices=(("retraction", "10.5555/notice.2", "2026-02-01"),),
    )
    with lookups_at(Services([work]), settings, monkeypatch) as up:
        yield up


def look_outside(client, study, words):
    """A curator looks for words in the services, and comes to what they brought."""
    client.force_login(make.a_curator())
    answer = client.post(f"/studies/{study.pk}/reports/look/", {"q": words})
    job = Job.objects.get(pk=answer["Location"].split("/")[-2])
    run_now(kind=job.kind, arguments=job.arguments, by=job.by)
    job = Job.objects.order_by("pk").last()
    return job.result["address"]


@pytest.mark.parametrize("words", [DOI, "90000001", "Example 1949", "made-up examplin"])
def test_what_is_not_here_is_looked_for_outside(client, services, trials, words):
    page = client.get(look_outside(client, trials[1], words))
    (found,) = page.context["told"].candidates
    assert found.record.doi == DOI
    assert "Examplin in made-up consumption" in shown(page)


def test_a_retraction_comes_along_with_what_is_found_outside(
    client, services, claim, trials
):
    time_passes()
    address = look_outside(client, trials[1], DOI)
    page = client.get(address)
    assert ">retraction<" in shown(page)
    nothing = client.post(address, {"role": "main"})
    assert (nothing.status_code, "Choose the record" in shown(nothing)) == (422, True)
    (found,) = page.context["told"].candidates
    client.post(address, {"candidate": found.key, "role": "main"})
    report = trials[1].reports.get()
    assert report.reference.identifiers.filter(value=DOI).exists()
    time_passes()
    claim = Claim.objects.get(pk=claim.pk)
    assert claim.needs_review_why == "Example 1949: retraction noted since."
    page = shown(client.get(f"/claims/{claim.pk}/"))
    assert "left out, retracted: Example 1949" in page


def test_a_program_looks_outside_and_attaches_what_is_here_already(services, trials):
    known = make.a_reference(doi=DOI)
    program = Program(make.a_curator())
    address = f"/studies/{trials[1].pk}"
    answer = program.post(f"{address}/look/", {"words": DOI})
    assert answer.status_code == 202
    job = Job.objects.get(pk=answer.json()["job"])
    result = run_now(kind=job.kind, arguments=job.arguments, by=job.by).result
    Job.objects.filter(pk=job.pk).update(result=result)
    said = {"job": job.pk, "candidate": result["found"][0]["candidate"], "role": "main"}
    assert program.post(f"{address}/attach/", said).status_code == 200
    assert trials[1].reports.get().reference == known
    assert Reference.objects.filter(identifiers__value=DOI).count() == 1
    other = program.post(f"/studies/{trials[0].pk}/attach/", said)
    assert other.json()["errors"][0]["field"] == "candidate"
    empty = program.post(f"{address}/look/", {"words": " "})
    assert empty.status_code == 422
