"""What stands around a claim: linked by people, or asking with the same words."""

import pytest

from articles.models import Article
from evidence.around.placing import Place, place_of
from tests import factories as make

pytestmark = pytest.mark.django_db

QUESTION = {
    "population": "made-up adults",
    "intervention": "examplin tablets",
    "comparator": "nothing",
    "outcome": "oestrogen levels",
    "asserts": "lowers",
}
# What differs in another claim's question, and where that claim stands then.
PLACES = [
    ({}, Place.SAME),
    ({"intervention": "Tablets, examplin"}, Place.SAME),
    ({"outcome": "Estrogen level"}, Place.SAME),
    ({"population": "Adults (made-up)"}, Place.SAME),
    ({"population": "made-up adults over 65"}, Place.NARROWER),
    ({"subgroup": "smokers"}, Place.NARROWER),
    ({"dose": "10 mg"}, Place.NARROWER),
    ({"population": "anyone"}, Place.BROADER),
    ({"comparator": "any"}, Place.BROADER),
    ({"population": ""}, Place.BROADER),
    ({"population": "made-up adults and children"}, Place.BESIDE),
    ({"population": "made-up adults, not smokers"}, Place.BESIDE),
    ({"population": "children"}, Place.BESIDE),
    ({"population": "", "dose": "10 mg"}, Place.BESIDE),
    ({"asserts": "raises"}, Place.OPPOSED),
    ({"asserts": "little_or_no"}, Place.OPPOSED),
    ({"negated": True}, Place.OPPOSED),
    ({"asserts": "raises", "dose": "10 mg"}, Place.OPPOSED),
    ({"asserts": "raises", "population": "children"}, Place.BESIDE),
    ({"asserts": "raises", "negated": True}, Place.BESIDE),
    ({"asserts": "better_than"}, Place.BESIDE),
    ({"asserts": ""}, Place.BESIDE),
    ({"kind": "mechanism"}, Place.BESIDE),
    ({"outcome": "made-up fever"}, Place.OTHER_OUTCOME),
    ({"intervention": "placebin"}, Place.OTHER_INTERVENTION),
]


def groups_on(page):
    around = page.context["around"]
    return {
        group.place: [(one.id, one.found) for one in group.claims]
        for group in around.groups
    }


def test_claims_asking_alike_stand_where_their_questions_say(client):
    claim = make.a_claim(**QUESTION)
    wrong = []
    for changed, place in PLACES:
        other = make.a_claim(**QUESTION | changed)
        found = groups_on(client.get(f"/claims/{claim.pk}/"))
        if found != {place: [(other.pk, "question")]}:
            wrong.append((changed, place, found))
        type(other).objects.filter(pk=other.pk).update(merged_into=claim)
    assert not wrong


def test_two_claims_without_a_stated_way_are_not_the_same():
    one, other = (make.a_claim(**QUESTION | {"asserts": ""}) for _ in range(2))
    both = {"same_intervention": True, "same_outcome": True}
    assert place_of(other, one, **both) is Place.BESIDE


def test_an_empty_question_has_no_neighbours(client):
    for _ in range(3):
        claim = make.a_claim(intervention=" ", outcome="")
    page = client.get(f"/claims/{claim.pk}/")
    assert groups_on(page) == {}
    assert "Nobody has linked it to another claim" in page.content.decode()


def test_what_a_person_linked_is_told_once_and_as_linked(client):
    claim, same, wide = (make.a_claim(**QUESTION) for _ in range(3))
    whole = make.a_claim(compound=True)
    make.a_claim_relation(source=same, target=claim, kind="same")
    make.a_claim_relation(source=claim, target=wide, kind="narrower_than")
    make.a_claim_relation(source=claim, target=whole, kind="part_of")
    assert groups_on(client.get(f"/claims/{claim.pk}/")) == {
        "same": [(same.pk, "person")],
        "broader": [(wide.pk, "person")],
        "whole": [(whole.pk, "person")],
    }
    around_wide = groups_on(client.get(f"/claims/{wide.pk}/"))
    assert around_wide["narrower"] == [(claim.pk, "person")]
    assert around_wide["same"] == [(same.pk, "question")]


def test_it_is_said_which_other_articles_claim_the_same(
    client, django_assert_max_num_queries
):
    claim, same = (make.a_claim(**QUESTION) for _ in range(2))
    here, there, gone = (make.an_article() for _ in range(3))
    for article in (here, there, gone):
        make.a_mention(article=article, claim=same)
    make.a_mention(article=here, claim=claim)
    for _ in range(5):
        make.a_claim(**QUESTION | {"asserts": "raises"})
    Article.objects.filter(pk=gone.pk).update(merged_into=here)
    with django_assert_max_num_queries(12):
        page = client.get(f"/claims/{claim.pk}/")
    (also,) = page.context["around"].also_claimed_in
    assert (also.id, also.claim, also.found) == (there.pk, same.pk, "question")
    told = client.get(f"/api/v1/claims/{claim.pk}/around/").json()
    assert [group["place"] for group in told["groups"]] == ["same", "opposed"]
    assert told["also_claimed_in"][0]["address"] == f"/articles/{there.pk}/"


def test_at_most_five_of_a_place_and_judged_ones_first(client):
    claim, *_ = (make.a_claim(**QUESTION) for _ in range(8))
    judged = make.a_claim(
        **QUESTION, verdict="supported", certainty="low", standing="draft"
    )
    (found,) = groups_on(client.get(f"/claims/{claim.pk}/")).values()
    assert len(found) == 5 and found[0] == (judged.pk, "question")
