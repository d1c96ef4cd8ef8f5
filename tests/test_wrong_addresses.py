"""An address that is none, or takes forms alone, answers in its reader's own terms."""

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("address", ["/api/v1/nowhere/", "/api/v1/claims/abc/"])
def test_a_program_gets_a_problem_for_an_address_that_is_none(client, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert answer["Content-Type"] == "application/problem+json"
    assert "/api/v1/" in answer.json()["detail"]


def test_an_api_address_without_its_slash_still_leads_on(client):
    assert client.get("/api/v1/claims").url == "/api/v1/claims/"


def test_an_address_for_forms_alone_says_so(client):
    claim = make.a_claim()
    client.force_login(make.an_editor())
    answer = client.get(f"/claims/{claim.pk}/base/copy/")
    assert answer.status_code == 405
    assert answer["Allow"] == "POST"
    assert "has no page of its own" in answer.content.decode()
