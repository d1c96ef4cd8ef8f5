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


def test_a_claim_is_looked_for_by_its_words(client, editor, two):
    third = make.a_claim(text="Placebin raises pain")
    address = f"/claims/{two[0].pk}/merge/"
    for words, found in (("pain", [third]), ("lowers a fever", [two[1]])):
        assert client.get(address, {"q": words}).context["found"] == found
    answer = client.get(address, {"q": "unheard-of"})
    assert b"No other claim here fits" in answer.content
    for chosen in ("999999", "\u00b2", "", "fever", str(two[0].pk)):
        assert client.get(address, {"into": chosen}).context["into"] is None


def test_a_reviewer_may_not_merge(client, two):
    client.force_login(make.a_reviewer())
    assert client.get(f"/claims/{two[0].pk}/merge/").status_code == 403


def test_merging_needs_a_sign_in(client, two):
    answer = client.post(f"/claims/{two[0].pk}/merge/")
    assert answer.status_code == 303
    assert answer["Location"].startswith("/accounts/sign-in/")
    assert not Merge.objects.exists()
