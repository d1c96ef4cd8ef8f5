"""Lists of articles are sorted by their newest capture and by what they claim."""

import pytest
from django.utils import timezone

from articles.models import Article, Mention
from tests import factories as make

pytestmark = pytest.mark.django_db


def listed(client, order):
    rows = client.get(f"/api/v1/articles/?order={order}").json()["results"]
    told = ("id", "version", "claim_count", "suggestion_count")
    return [tuple(row[name] for name in told) for row in rows]


def test_they_are_sorted_by_what_is_so_now(client):
    one, two, bare = (make.an_article() for _ in range(3))
    for article in (two, one):
        make.a_version(article=article)
    assert listed(client, "newest") == [
        (one.pk, 1, 0, 0),
        (two.pk, 1, 0, 0),
        (bare.pk, None, 0, 0),
    ]
    for _ in range(2):
        make.a_mention(article=two, claim=make.a_claim())
    for status in ("suggested", "rejected"):
        make.a_mention(article=two, status=status)
    make.a_version(article=two, text="Another text.")
    make.a_mention(article=bare, status="suggested")
    assert listed(client, "newest") == [
        (two.pk, 2, 2, 1),
        (one.pk, 1, 0, 0),
        (bare.pk, None, 0, 1),
    ]
    assert [row[0] for row in listed(client, "claims")] == [two.pk, bare.pk, one.pk]
    assert [row[0] for row in listed(client, "-left")] == [one.pk, two.pk, bare.pk]
    gone = {"withdrawn_at": timezone.now(), "withdrawn_by": make.a_person()}
    back = dict.fromkeys(gone) | {"withdrawn_reason": ""}
    Article.objects.filter(pk=two.pk).update(**gone, withdrawn_reason="Twin")
    assert [row[0] for row in listed(client, "newest")] == [one.pk, bare.pk]
    Mention.objects.filter(article=two, status="suggested").delete()
    Article.objects.filter(pk=two.pk).update(**back)
    assert listed(client, "claims")[0] == (two.pk, 2, 2, 0)
