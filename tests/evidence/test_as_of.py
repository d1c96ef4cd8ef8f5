"""A claim as it stood on a day: the version in force when that day ended."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from claims.models import Claim
from evidence.facts import claim_facts
from tests import factories as make
from tests.html import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim():
    """A claim in its second wording, the first of 1 March, both kept in 2001."""
    claim = make.a_claim(text="Examplin lowers fever")
    keep(claim, datetime(2001, 3, 1, 9, tzinfo=UTC))
    Claim.objects.filter(pk=claim.pk).update(text="Examplin lowers fever by a degree")
    keep(claim, datetime(2001, 5, 1, 23, 59, 59, tzinfo=UTC))
    Claim.objects.filter(pk=claim.pk).update(text="Examplin cures everything")
    return claim


def keep(claim, at):
    number = claim.versions.count() + 1
    facts = claim_facts(Claim.objects.for_facts().get(pk=claim.pk))
    return make.a_claim_version(
        claim=claim, number=number, facts={**facts, "version": number}, created_at=at
    )


def test_a_day_shows_the_version_in_force_when_it_ended(client, claim):
    path = f"/claims/{claim.pk}/"
    for day, words, number in (
        ("2001-03-01", "Examplin lowers fever", 1),
        ("2001-04-30", "Examplin lowers fever", 1),
        ("2001-05-01", "Examplin lowers fever by a degree", 2),
        (timezone.now().date().isoformat(), "Examplin lowers fever by a degree", 2),
    ):
        answer = client.get(path, {"as_of": day})
        page = shown(answer)
        assert answer.status_code == 200
        assert f"<h1>{words}</h1>" in page, day
        assert f"version {number}</a> was in force when that day ended" in page, day
        told = client.get(f"/api/v1{path}", {"as_of": day}).json()
        assert (told["text"], told["version"]) == (words, number), day
    assert "until 1 May 2001, 23:59 UTC" in shown(
        client.get(path + "?as_of=2001-03-01")
    )


def test_before_the_first_version_it_says_so(client, claim):
    why = "On 28 Feb 2001 no version of this claim was kept yet; its first, version 1"
    path = f"/claims/{claim.pk}/?as_of=2001-02-28"
    answer, told = client.get(path), client.get(f"/api/v1{path}")
    assert (answer.status_code, told.status_code) == (404, 404)
    assert why in shown(answer)
    assert why in told.json()["detail"]
    bare = make.a_claim(text="Examplin is new")
    path = f"/claims/{bare.pk}/?as_of=2001-02-28"
    assert "nobody has judged it" in shown(client.get(path))


def test_what_is_no_day_or_is_still_to_come_gets_a_sentence(client, claim):
    for text, why in (
        ("yesterday", "“yesterday” is no day: one such as 2026-05-01 was expected."),
        ("2001-02-30", "“2001-02-30” is no day"),
        ("", "“” is no day"),
        ("9999-12-31", "31 Dec 9999 has not come yet."),
        ("\0", "is no day"),
    ):
        for path in (f"/claims/{claim.pk}/", f"/api/v1/claims/{claim.pk}/"):
            answer = client.get(path, {"as_of": text})
            assert answer.status_code == 400, (path, text)
            said = answer.content.decode().replace("\\u201c", "“")
            assert why in said.replace("\\u201d", "”"), (path, text)
    assert client.get("/claims/999999/?as_of=2001-05-01").status_code == 404


def test_a_withdrawn_claim_is_read_as_it_stood_before(client, claim):
    editor = make.an_editor()
    Claim.objects.filter(pk=claim.pk).update(
        withdrawn_at=timezone.now(), withdrawn_by=editor, withdrawn_reason="Twice."
    )
    page = shown(client.get(f"/claims/{claim.pk}/?as_of=2001-04-30"))
    assert "<h1>Examplin lowers fever</h1>" in page
    assert "This claim was withdrawn" in page
