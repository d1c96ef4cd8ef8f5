"""A topic's page: its claims as a table, its studies, and what nobody has looked at."""

from unittest import mock

import pytest
from django.utils import timezone

from claims.models import Claim
from core import pager
from evidence.topics import overview
from studies.models import Study
from studies.results.actions import withdraw_result
from tests import factories as make
from tests.evidence.facts.rendering import words_of
from tests.stories.acting import a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db


def a_topic_of(claims):
    topic = make.a_topic(name="Made-up fever")
    for claim in claims:
        make.a_claim_topic(claim=claim, topic=topic)
    return topic


@pytest.fixture
def judged():
    trial = a_trial("Example 2001", (10, 100, 30, 100), make.an_outcome())
    claim = make.a_claim(
        asserts="lowers",
        text="Examplin lowers fever",
        population="made-up adults",
        intervention="examplin",
        comparator="nothing",
        outcome="fever",
    )
    searched = {"searched_on": "2026-01-05", "sources": "A register", "query": "e*"}
    return graded(claim, a_base_of(claim, [trial], scope="targeted", **searched))


def test_a_topic_has_its_claims_as_a_table_and_says_what_is_left(
    client, judged, django_assert_max_num_queries
):
    unseen = [make.a_claim(text=f"Examplin mends {n}") for n in range(5)]
    topic = a_topic_of([judged, *unseen])
    study = make.a_study(label="Kim 1901")
    make.a_study_topic(study=study, topic=topic)
    article = make.an_article(title="An article left to curate")
    make.a_mention(article=article, status="suggested")
    make.a_mention(article=article, claim=judged)
    with django_assert_max_num_queries(12):
        page = client.get(f"/topics/{topic.pk}/")
    words = words_of(page.content.decode())
    assert "examplin against nothing for fever in made-up adults" in words
    assert "Claims without a frozen evidence base (5)" in words
    assert "Studies without results (1) Kim 1901" in words
    assert "Articles left to curate (1) An article left to curate" in words
    told = client.get(f"/api/v1/topics/{topic.pk}/overview/").json()
    assert {one["label"]: one["has_results"] for one in told["studies"]} == {
        "Example 2001": True,
        "Kim 1901": False,
    }
    assert told["claims_without_base"]["count"] == 5
    assert (
        told["articles_to_curate"]["rows"][0]["address"] == f"/articles/{article.pk}/"
    )


def test_its_claims_are_the_same_rows_for_programs(client, judged):
    topic = a_topic_of([judged])
    make.a_claim()
    page = client.get(f"/topics/{topic.pk}/").content.decode()
    (row,) = client.get(f"/api/v1/claims/?topic={topic.pk}").json()["results"]
    assert f'href="/claims.csv?topic={topic.pk}"' in page
    assert row["id"] == judged.pk and row["searched_on"] == "2026-01-05"
    csv = client.get(f"/claims.csv?topic={topic.pk}").getvalue().decode()
    assert "searched_on" in csv.splitlines()[0] and len(csv.splitlines()) == 2


def test_where_all_was_looked_at_the_page_says_so(client, judged):
    topic = a_topic_of([judged])
    assert "no article is left to curate" in words_of(
        client.get(f"/topics/{topic.pk}/").content.decode()
    )


def test_claims_are_narrowed_by_whether_somebody_looked_into_them(client, judged):
    unseen = make.a_claim()
    for wanted, expected in (("true", judged), ("false", unseen)):
        rows = client.get(f"/api/v1/claims/?looked_into={wanted}").json()["results"]
        assert [row["id"] for row in rows] == [expected.pk]


def test_more_than_are_counted_under_a_topic_or_of_an_outcome_are_said_to_be_more(
    client,
):
    claims = [make.a_claim() for _ in range(3)]
    topic = a_topic_of(claims)
    outcome = make.an_outcome()
    for _ in range(2):
        make.a_result(outcome=outcome)
    Claim.objects.filter(pk=claims[0].pk).update(
        withdrawn_at=timezone.now(),
        withdrawn_by=make.a_person(),
        withdrawn_reason="Twin",
    )
    for most, claims_told, results_told, words in (
        (10_000, (2, False), (2, False), "2 claims no studies no articles"),
        (2, (2, False), (2, False), "2 claims"),
        (1, (1, True), (1, True), "more than 1 claims"),
    ):
        with mock.patch.object(pager, "CAP", most):
            page = words_of(client.get("/topics/").content.decode())
            told = client.get(f"/api/v1/topics/{topic.pk}/").json()
            results = client.get(f"/api/v1/outcomes/{outcome.pk}/").json()
        assert words in page, most
        assert (told["claim_count"], told["claim_count_is_more"]) == claims_told
        assert (results["result_count"], results["result_count_is_more"]) == (
            results_told
        )
    row = client.get("/topics.csv").getvalue().decode().splitlines()
    assert "claim_count,claim_count_is_more" in row[0]


def test_studies_come_by_name_whichever_way_they_belong_and_what_is_left_is_said(
    client, judged
):
    topic = a_topic_of([judged])
    for label in ("Zim 1902", "Kim 1901"):
        make.a_study_topic(study=make.a_study(label=label), topic=topic)
    make.a_result(study=make.a_study(label="Elsewhere 1903"))
    with mock.patch.object(overview, "MOST", 2):
        page = words_of(client.get(f"/topics/{topic.pk}/").content.decode())
        told = client.get(f"/api/v1/topics/{topic.pk}/overview/").json()
    assert [one["label"] for one in told["studies"]] == ["Example 2001", "Kim 1901"]
    assert told["studies_are_more"] and "The first 2 by name." in page
    trial = Study.objects.get(label="Example 2001")
    for result in trial.results.all():
        withdraw_result(result=result, by=make.an_editor(), reason="Misread")
    left = client.get(f"/api/v1/topics/{topic.pk}/overview/").json()
    rows = left["studies_without_results"]["rows"]
    assert {row["text"] for row in rows} == {"Example 2001", "Kim 1901", "Zim 1902"}
