"""A claim is searched at PubMed, screened and closed; a year later twelve are new."""

import pytest

from core.jobs import run_job
from evidence.models import EvidenceBase
from studies.models import Study
from tests import factories as make
from tests.evidence.test_literature_searches import article
from tests.fakes.services import Services
from tests.fakes.settings import lookups_at
from tests.html import as_sent, shown
from tests.stories.acting import ASKED

pytestmark = pytest.mark.django_db


@pytest.fixture
def services(settings, monkeypatch):
    works = [article(n) for n in range(40)]
    with lookups_at(Services(works), settings, monkeypatch) as up:
        yield up


def search(client, claim):
    """Search PubMed from the base's page, and let the job do it; the open base."""
    said = {"do": "run", "strategy": "madeup[au]"}
    assert client.post(f"/claims/{claim.pk}/base/searches/", said).status_code == 302
    base = EvidenceBase.objects.get(claim=claim, frozen_at=None)
    assert run_job(base.searches.latest("pk").job_id)
    return base


def test_the_second_search_asks_only_about_what_is_new(client, services):
    claim = make.a_claim(**{**ASKED, "asserts": "lowers", "outcome": "fever"})
    client.force_login(make.a_reviewer())
    here = f"/claims/{claim.pk}/base/"
    client.post(here, {"scope": "targeted"})
    base = search(client, claim)
    first = base.screened_records.awaiting().first()
    client.post(f"{here}screening/", {"do": "take", "record": first.pk})
    rest = {"q": "examplin", "because": "population", "expected": "39"}
    client.post(f"{here}screening/several/", rest)

    result = make.a_result(study=Study.objects.get())
    page = shown(client.get(here))
    assert "Results of what was taken on from the searches" in page
    client.post(f"{here}add/", {"result": result.pk, "decision": "included"})
    saved = client.post(here, {**as_sent(client.get(here)), "then": "freeze"})
    step = client.get(saved["Location"])
    assert "There are results that count: the claim can be graded." in shown(step)
    client.post(saved["Location"], as_sent(step))
    assert "Searched today" in shown(client.get(f"/claims/{claim.pk}/"))
    client.logout()
    page = shown(client.get(here))
    for counted in (
        "Records identified (n = 40)",
        "Records left out (n = 39)",
        "Reports assessed (n = 1)",
        "Studies included from these searches (n = 1)",
    ):
        assert counted in page

    services.works += [article(n) for n in range(40, 52)]
    client.force_login(make.another_reviewer())
    client.post(f"{here}copy/")
    again = search(client, claim)
    assert again.screened_records.count() == 52
    assert "12</b> to go" in shown(client.get(f"{here}screening/"))
    assert "12 records are still to be screened" in shown(client.get(here))
