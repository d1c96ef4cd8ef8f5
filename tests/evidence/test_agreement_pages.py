"""How far reviewers agreed: each alone, of opened rounds, and nothing else."""

import csv
import io

import pytest

from tests import factories as make

pytestmark = pytest.mark.django_db
PAGE, API = "/agreement/", "/api/v1/agreement/"


@pytest.fixture
def graders():
    return make.a_reviewer(), make.another_reviewer()


def judged(graders, *certainties, topic=None):
    """A claim judged by both, at these certainties."""
    claim_round = make.a_round(reviewers=graders)
    if topic:
        make.a_claim_topic(claim=claim_round.claim, topic=topic)
    for reviewer, certainty in zip(graders, certainties, strict=False):
        make.a_grade(round=claim_round, reviewer=reviewer, certainty=certainty)
    return claim_round


def certainty_of(client, **asked):
    rows = client.get(API, asked).json()["results"]
    return next((row for row in rows if row["part"] == "certainty"), None)


def test_what_two_judged_alone_is_compared(client, graders):
    for pair in (("high", "high"), ("low", "moderate"), ("low", "low")):
        judged(graders, *pair)
    found = certainty_of(client)
    (pair,) = found["pairs"]
    assert (found["units"], found["raters"], pair["n"]) == (3, 2, 3)
    assert pair["percent"] == pytest.approx(200 / 3)
    assert found["categories"] == ["very_low", "low", "moderate", "high"]
    assert pair["linear"] > pair["kappa"]
    assert 0 < found["alpha"]["nominal"] < found["alpha"]["ordinal"] < 1


def test_a_round_that_waits_for_one_and_a_judge_alone_count_nowhere(client, graders):
    judged(graders, "high")  # the second is still out
    make.a_grade(round=make.a_round(reviewers=graders[:1]), reviewer=graders[0])
    assert client.get(API).json()["results"] == []
    page = client.get(PAGE).content.decode()
    assert "No claim has been judged by two reviewers yet." in page
    assert "Madeup" not in page


def test_a_topic_narrows_what_is_counted(client, graders):
    topic = make.a_topic(name="Fever")
    judged(graders, "high", "low", topic=topic)
    judged(graders, "low", "low")
    assert certainty_of(client)["units"] == 2
    assert certainty_of(client, topic=topic.pk)["units"] == 1
    assert certainty_of(client, topic=topic.pk + 1) is None
    assert client.get(API, {"topic": "x"}).status_code == 400
    assert (
        "<strong>Fever</strong>"
        in client.get(f"{PAGE}?topic={topic.pk}").content.decode()
    )


def test_the_page_says_what_was_taken_for_what_and_the_table_goes_along(
    client, graders
):
    judged(graders, "high", "low")
    judged(graders, "low", "low")
    page = " ".join(client.get(PAGE).content.decode().split())
    assert "Rev Madeup and Vera Madeup: 2 claims, 50&nbsp;% alike; kappa" in page
    assert "What one said, and what the other said of the same claim" in page
    lines = b"".join(client.get(f"{PAGE}?format=csv").streaming_content).decode(
        "utf-8-sig"
    )
    rows = [
        row for row in csv.DictReader(io.StringIO(lines)) if row["part"] == "certainty"
    ]
    assert [(row["rater"], row["value"]) for row in rows] == [
        ("Rev Madeup", "high"),
        ("Vera Madeup", "low"),
        ("Rev Madeup", "low"),
        ("Vera Madeup", "low"),
    ]


def test_the_count_of_queries_does_not_grow(
    client, graders, django_assert_max_num_queries
):
    for _ in range(5):
        judged(graders, "high", "low")
    with django_assert_max_num_queries(5):
        client.get(PAGE)
