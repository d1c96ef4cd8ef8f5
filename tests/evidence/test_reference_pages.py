"""References lead somewhere: to what they are, what holds them, what uses them."""

import pytest

from tests.factories import (
    a_reference,
    a_report,
    a_study,
    an_identifier,
)
from tests.html import links_of

pytestmark = pytest.mark.django_db


def test_identifiers_are_links_wherever_a_reference_or_study_is_shown(client):
    reference = a_reference(pmid="123", url="https://example.org/trial")
    an_identifier(reference=reference, value="10.5555/a<1>")
    study = a_study(registration="NCT00000000; ISRCTN00000000")
    a_report(study=study, reference=reference)
    doi = "https://doi.org/10.5555/a%3C1%3E"
    pubmed = "https://pubmed.ncbi.nlm.nih.gov/123/"
    registered = {
        "https://clinicaltrials.gov/study/NCT00000000",
        "https://www.isrctn.com/ISRCTN00000000",
    }
    own = f"/references/{reference.pk}/"
    shown = {
        "/references/": {doi, pubmed},
        own: {doi, pubmed, "https://example.org/trial"},
        f"/studies/{study.pk}/": {doi, pubmed, *registered},
    }
    lacking = {
        path: wanted - set(links_of(client.get(path))) for path, wanted in shown.items()
    }
    assert lacking == dict.fromkeys(shown, set())
    told = client.get(f"/api/v1{own}").json()["identifiers"]
    assert [each["address"] for each in told] == [pubmed, doi]
