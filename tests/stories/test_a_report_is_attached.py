"""A trial known without its paper gets it on its page; the paper is retracted."""

import pytest

from bibliography.models import Notice
from claims.models import Claim
from studies.models import Report
from tests import factories as make
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
    claim = make.a_claim(text="Examplin lowers made-up consumption", asserts="lowers")
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
    client.force_login(make.an_editor())
    sent = as_sent(client.get(f"/references/{record.pk}/note/"))
    sent |= {"kind": "retraction", "source": "Example source", "dated": "2026-02-01"}
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
