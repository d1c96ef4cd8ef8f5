"""What was checked of the citations of articles and outlets; when there is a rate."""

from unittest import mock

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.checks.tally import ENOUGH, SupportTally
from articles.words import Support
from core import pager
from tests import factories as make
from tests.html import shown

pytestmark = pytest.mark.django_db
ANSWERS = st.dictionaries(st.sampled_from(list(Support)), st.integers(0, 60))


@given(ANSWERS, st.integers(0, 20))
def test_counts_add_up_and_a_rate_lies_in_its_interval(answers, unchecked):
    tally = SupportTally(sum(answers.values()) + unchecked, answers)
    assert tally.not_checked == unchecked
    assert tally.checked + tally.cannot_verify + unchecked == tally.citations
    assert (tally.rate is None) is (tally.checked < ENOUGH)
    if rate := tally.rate:
        assert -1e-9 <= rate.low - 1e-9 <= rate.share <= rate.high + 1e-9


def test_a_rate_stands_from_thirty_checked_citations_on():
    few = SupportTally(40, {"supports": 29, "cannot_verify": 5})
    assert few.rate_words == "29 of 30 checked: too few for a rate"
    enough = SupportTally(40, {"supports": 24, "partly": 4, "contradicts": 2})
    assert enough.rate_words == (
        "the study says this: 24 of 30 checked, 80% (95% interval 63% to 90%)"
    )


def a_checked_article(outlet, answers, **given):
    """An article with a claim for each answer; "" is nobody's."""
    article = make.an_article(outlet=outlet, licence="cc_by", **given)
    version = make.a_version(article=article)
    for answer in answers:
        mention = make.a_mention(article=article, claim=make.a_claim())
        make.an_anchor(version=version, mention=mention)
        citation = make.a_citation(mention=mention)
        if answer:
            quoted = {"read": "full_text", "passage": "It did.", "place": "Table 2"}
            make.a_citation_support(
                mention=mention,
                citation=citation,
                answer=answer,
                **({} if answer == "cannot_verify" else quoted),
            )
    return article


@pytest.fixture
def outlet():
    return make.an_outlet(name="The Sample Herald")


def test_an_article_shows_what_was_checked_of_it(client, outlet):
    article = a_checked_article(outlet, ["supports", "partly", "cannot_verify", ""])
    page = shown(client.get(f"/articles/{article.pk}/"))
    assert "Checked by people: 2 of 4 citations, 0 of 4 wordings" in page
    assert "1 could not be verified; 1 not checked." in page
    assert "<li>The study says part of this: 1</li>" in page
    told = client.get(f"/api/v1/articles/{article.pk}/").json()
    assert (told["citations"], told["checked"]) == (4, 2)
    assert told["support"]["answers"] == {
        "supports": 1,
        "partly": 1,
        "cannot_verify": 1,
    }
    assert told["wording"] == {"mentions": 4, "checked": 0, "answers": {}}
    row = client.get("/api/v1/articles/").json()["results"][0]
    assert (row["citations"], row["checked"]) == (4, 2)


def test_an_outlet_has_counts_and_from_thirty_on_a_rate(client, outlet):
    article = a_checked_article(outlet, ["supports"] * 2 + ["contradicts"])
    a_checked_article(outlet, ["supports"] * 9, same_text_as=article)  # a near copy
    gone = a_checked_article(outlet, ["supports"])
    make.a_version(article=gone, number=2, text="Other.", sha256="1" * 64)
    mention = gone.mentions.get()
    make.a_wording_check(mention=article.mentions.first())
    assert mention.claim
    page = shown(client.get(f"/outlets/{outlet.pk}/"))
    assert "3 of 30 checked: too few for a rate" in page
    assert "Words checked against the evidence: 1 of 3 claims" in page
    told = client.get(f"/api/v1/outlets/{outlet.pk}/").json()
    assert (told["articles"], told["citations"], told["checked"]) == (2, 3, 3)
    assert (told["supports"], told["contradicts"], told["rate"]) == (2, 1, None)
    a_checked_article(outlet, ["supports"] * 27)
    for path in (f"/outlets/{outlet.pk}/", "/outlets/"):
        page = shown(client.get(path))
        assert "29 of 30 checked, 97% (95% interval 83% to 99%)" in page, path
    told = client.get("/api/v1/outlets/").json()["results"][0]
    assert told["rate"] == pytest.approx(29 / 30)
    assert told["rate_low"] == pytest.approx(0.833, abs=0.001)
    assert "The articles here" not in page
    assert "not sampled" in page


def test_outlets_take_no_more_queries_than_one(client, django_assert_max_num_queries):
    for number in range(5):
        outlet = make.an_outlet(name=f"Sample {number}")
        a_checked_article(outlet, ["supports", ""])
    with django_assert_max_num_queries(6):
        client.get("/outlets/")
    with django_assert_max_num_queries(6):
        client.get(f"/outlets/{outlet.pk}/")
    with django_assert_max_num_queries(5):
        client.get("/outlets.csv").getvalue()


def test_of_more_citations_than_are_counted_an_outlet_says_so(client, outlet):
    a_checked_article(outlet, ["supports", "", "cannot_verify"])
    a_checked_article(outlet, ["supports", ""])
    for most, citations, left, mentions in (
        (5, "5 citations", "2 not checked", "0 of 5 claims"),
        (4, "more than 4 citations", "more than 1 not checked", "0 of more than 4"),
    ):
        with (
            mock.patch.object(pager, "CAP", most),
        ):
            told = client.get(f"/api/v1/outlets/{outlet.pk}/").json()
            page = shown(client.get(f"/outlets/{outlet.pk}/"))
            assert citations in shown(client.get("/outlets/"))
        assert (told["citations"], told["checked"]) == (most, 2)
        assert told["citations_is_more"] is (most < 5)
        assert all(each in page for each in (citations, left, mentions)), most
