"""An editor joins two claims that say the same, and takes them apart again."""

import pytest

from claims.models import Claim
from core.models import Merge
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    return (
        make.a_claim(text="Examplin lowers fever", kind="effect"),
        make.a_claim(text="Examplin lowers a fever", kind="effect"),
    )


def test_an_editor_merges_two_claims_and_undoes_it(client, two):
    claim, into = two
    client.force_login(make.an_editor())
    page = client.get(f"/claims/{claim.pk}/merge/").content.decode()
    assert into.text in page  # offered, since it is worded like it
    answer = client.post(
        f"/claims/{claim.pk}/merge/", {"into": into.pk, "reason": "The same words"}
    )
    assert answer["Location"] == f"/claims/{into.pk}/"
    assert client.get(f"/claims/{claim.pk}/").status_code == 301
    merge = Merge.objects.get()
    page = client.get(f"/claims/{into.pk}/merge/").content.decode()
    assert "The same words" in page
    client.post(f"/claim-merges/{merge.pk}/undo/", {"reason": "Two after all"})
    assert client.get(f"/claims/{claim.pk}/").status_code == 200


def test_claims_of_different_kinds_stay_apart_with_a_sentence(client, two):
    claim, into = two
    Claim.objects.filter(pk=into.pk).update(kind="harm")
    client.force_login(make.an_editor())
    answer = client.post(
        f"/claims/{claim.pk}/merge/", {"into": into.pk, "reason": "The same words"}
    )
    assert b"of different kinds" in answer.content
    assert not Merge.objects.exists()


@pytest.mark.parametrize("words", ["999999", "²", "", "fever"])
def test_a_claim_that_is_not_there_is_said_to_be_so(client, two, words):
    client.force_login(make.an_editor())
    answer = client.get(f"/claims/{two[0].pk}/merge/", {"into": words})
    assert answer.status_code == 200
    assert (b"no other claim of that number" in answer.content) == bool(words)


def test_a_reviewer_may_not_merge(client, two):
    client.force_login(make.a_reviewer())
    assert client.get(f"/claims/{two[0].pk}/merge/").status_code == 403


def test_merging_needs_a_sign_in(client, two):
    answer = client.post(f"/claims/{two[0].pk}/merge/")
    assert answer.status_code == 303
    assert answer["Location"].startswith("/accounts/sign-in/")
    assert not Merge.objects.exists()
