"""What stands around a list: facets count exactly, or not at all."""

import pytest
from django.utils import timezone

from core import pager
from core.pager import CappedCount
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def few_are_many(monkeypatch):
    """As if two rows were more than anyone wants counted."""
    monkeypatch.setattr(pager, "CAP", 1)


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


def test_a_facet_shows_the_symbols_that_go_with_its_words(client):
    make.a_claim(
        verdict="supported",
        certainty="high",
        standing="published",
        judged_at=timezone.now(),
    )
    page = client.get("/claims/").content.decode()
    facet = page.partition("Verdict</legend>")[2].partition("</fieldset>")[0]
    assert 'class="sign">✓</span>' in facet


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


def test_a_facet_of_another_table_is_counted_among_all_rows(client):
    topic = make.a_topic()
    for kind in ("effect", "harm"):
        make.a_claim_topic(claim=make.a_claim(kind=kind), topic=topic)
    assert counts(client, facet="topic") == {str(topic.pk): 2}
    assert counts(client, "kind=harm", "topic") == {str(topic.pk): 1}
    assert counts(client) == {"effect": 1, "harm": 1}


def test_words_and_facets_are_counted_by_one_question(
    client, django_assert_num_queries
):
    for kind in ("effect", "harm"):
        make.a_claim(kind=kind, text="Zinc")
    client.get("/claims/?q=zinc")
    with django_assert_num_queries(5) as asked:  # forms, lexemes, counts, rows, topics
        assert counts(client, "q=zinc&kind=harm") == {"effect": 1, "harm": 1}
    (counted,) = [each["sql"] for each in asked if "unnest" in each["sql"]]
    assert '"claims_claim"' not in counted


def test_more_matches_than_are_counted_are_not_ranked(client, few_are_many):
    first, second = make.a_claim(text="Zinc"), make.a_claim(text="Zinc and more")
    page = client.get("/claims/?q=zinc&size=1")
    assert page.context["list"].listing.order == "newest"
    assert "best" not in [order.word for order in page.context["list"].orders]
    assert "Too many match to sort them" in page.content.decode()
    told = client.get("/api/v1/claims/?q=zinc&size=1").json()
    assert [row["id"] for row in told["results"]] == [second.pk]
    assert [row["id"] for row in client.get(told["next"]).json()["results"]] == [
        first.pk
    ]


@pytest.mark.parametrize("blank", ["+", "%09", "%E3%80%80"])
def test_blanks_are_no_words_to_search_for(client, blank):
    for name in ("claims", "articles", "studies", "references", "topics"):
        for path in (f"/{name}/", f"/{name}.csv", f"/api/v1/{name}/"):
            assert client.get(f"{path}?q={blank}").status_code == 200, path


def test_who_asks_to_rank_too_many_is_told_so(client, few_are_many):
    for words in ("Zinc", "Zinc and more"):
        make.a_claim(text=words)
    refused = client.get("/api/v1/claims/?q=zinc&order=best")
    assert refused.status_code == 400
    assert "too many to rank" in refused.json()["detail"]
    assert client.get("/claims/?q=zinc&order=best").status_code == 400


def test_a_ranked_list_is_read_on_though_more_came_to_match(client, monkeypatch):
    weak, strong = make.a_claim(text="Zinc and much else"), make.a_claim(text="Zinc")
    told = client.get("/api/v1/claims/?q=zinc&size=1").json()
    monkeypatch.setattr(pager, "CAP", 1)
    assert {row["id"] for row in told["results"]} <= {weak.pk, strong.pk}
    rest = client.get(told["next"]).json()["results"]
    assert {row["id"] for row in told["results"] + rest} == {weak.pk, strong.pk}


def test_claims_are_sorted_by_the_beginning_of_their_words(client):
    alike = "Examplin " * 100
    made = [make.a_claim(text=words) for words in ("B", f"{alike}2", f"{alike}1", "A")]
    seen, address = [], "/api/v1/claims/?order=text&size=1"
    while address:
        told = client.get(address).json()
        seen += [row["id"] for row in told["results"]]
        address = told["next"]
    assert seen == [made[3].pk, made[0].pk, made[1].pk, made[2].pk]


def test_an_endless_address_makes_no_endless_page(client):
    unknown = "&".join(f"a{number}=1" for number in range(900))
    page = client.get(f"/claims/?{unknown}&q=fever&kind=harm&kind=harm")
    chips = page.context["list"].chips
    assert [chip.label for chip in chips] == ["“fever”", "harm"]
    assert chips[1].href == "?q=fever"
    words = "&".join(f"q=word{number}" for number in range(900))
    page = client.get(f"/claims/?{words}")
    assert page.status_code == 400
    assert "narrowed by at most 100 values" in page.content.decode()
