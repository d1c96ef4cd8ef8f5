"""What stands around a list: facets count exactly, or not at all."""

import pytest

from core import pager
from core.pager import CappedCount
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def few_are_many(monkeypatch):
    """As if two rows were more than anyone wants counted."""
    monkeypatch.setattr(pager.capped_count, "__defaults__", (1,))


def counts(client, query="", facet="kind"):
    """What the list of claims offers of one facet: values and their counts."""
    facets = client.get(f"/claims/?{query}").context["facets"]
    (values,) = [values for _, name, values in facets if name == facet]
    return {value.value: value.count for value in values}


def test_a_facet_counts_what_the_other_filters_leave(client):
    make.a_claim(kind="harm", needs_review=False)
    make.a_claim(kind="effect")
    make.a_claim(kind="effect", sample=True)
    assert counts(client) == {"effect": 2, "harm": 1}
    assert counts(client, "sample=true") == {"effect": 1}
    assert counts(client, "kind=harm") == {"effect": 2, "harm": 1}


def test_a_claim_under_two_topics_counts_once_under_each_and_once_in_all(client):
    topics = [make.a_topic(name=name) for name in ("Fever", "Cough")]
    claim = make.a_claim()
    for topic in topics:
        make.a_claim_topic(claim=claim, topic=topic)
    query = "&".join(f"topic={topic.pk}" for topic in topics)
    page = client.get(f"/claims/?{query}")
    assert page.context["list"].count == CappedCount(1, False)
    assert counts(client, query, "topic") == {str(topic.pk): 1 for topic in topics}


def test_of_more_rows_than_are_counted_a_facet_shows_no_number(client, few_are_many):
    for kind in ("effect", "harm"):
        make.a_claim(kind=kind)
    assert set(counts(client).values()) == {None}
    page = client.get("/claims/")
    assert page.context["list"].count == CappedCount(1, True)
    assert "more than 1" in page.content.decode()


def test_a_narrowed_facet_shows_no_number_where_the_others_leave_too_many(
    client, few_are_many
):
    make.a_claim(kind="harm")
    make.a_claim(kind="effect")
    assert set(counts(client, "kind=harm").values()) == {None}
    assert counts(client, "kind=harm", "verdict") == {"not_graded": 1}
