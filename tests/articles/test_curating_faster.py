"""Curating at the speed of reading: what is known, proposed, and done at once."""

import pytest

from articles.articles.actions import import_article
from articles.curating import content
from articles.curating.splitting import proposed_parts
from claims.likeness import proposed_question
from claims.models import Claim
from tests import factories as make
from tests.articles.test_curating import FEVER, take, where, words_of
from tests.html import shown

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    monkeypatch.setattr(content, "PATIENCE", 60_000)


@pytest.fixture
def article(client):
    curator = make.a_curator()
    client.force_login(curator)
    return import_article(data=FEVER.encode(), by=curator).article


@pytest.fixture
def mention(article):
    return article.mentions.order_by("pk").first()


def test_the_nearest_known_claim_is_shown_with_its_verdict(client, article):
    known = make.a_claim(text="Examplin lowers made-up fever in adults")
    make.a_claim(text="Examplin does not lower made-up fever in adults")
    page = shown(client.get(where(article)))
    assert "Known here: Examplin lowers made-up fever in adults" in page
    assert "Near it, but one denies what the other says" in page
    assert f'value="join:{known.pk}"' in page


def test_the_same_words_make_no_twin_unasked(client, mention):
    known = make.a_claim(text=mention.proposed_text)
    answer = take(client, mention, "accept", follow=False)
    assert answer.status_code == 422
    page = words_of(answer)
    assert f"Claim {known.pk} has the same words. Join it" in page
    assert f'value="join:{known.pk}"' in page
    assert Claim.objects.count() == 1
    take(client, mention, "accept:new")
    assert mention.claim_id != known.pk
    assert Claim.objects.count() == 2


def test_question_and_topics_are_proposed_and_put_right(client, article, mention):
    make.a_topic(name="Fever")
    page = client.get(where(article))
    assert "Question: Examplin →" in shown(page)
    sent = page.context["question"].initial
    assert sent["intervention"] == "Examplin"
    assert sent["outcome"] == "made-up fever"
    assert sent["population"] == "adults"
    assert sent["topics"] == "Fever"
    given = {"intervention": "Examplin 10 mg", "outcome": sent["outcome"]}
    take(client, mention, "accept", asserts="lowers", topics="Fever, Pain", **given)
    claim = mention.claim
    assert (claim.intervention, claim.outcome) == ("Examplin 10 mg", "made-up fever")
    assert claim.asserts == "lowers"
    assert sorted(t.name for t in claim.topics.all()) == ["Fever", "Pain"]


def test_a_whole_kind_is_rejected_and_brought_back(client, article, mention):
    page = shown(client.get(where(article)))
    assert "Reject a whole kind" in page
    answer = client.post(
        f"{where(article)}reject/", {"kind": mention.kind}, follow=True
    )
    assert "rejected 1 of kind" in words_of(answer)
    mention.refresh_from_db()
    assert mention.status == "rejected"
    client.post(f"{where(article)}undo/")
    mention.refresh_from_db()
    assert mention.status == "suggested"
    answer = client.post(f"{where(article)}reject/", {"kind": "regulatory"})
    assert answer.status_code == 422


def test_the_end_says_what_was_done_and_what_is_next(client, article):
    waiting = make.a_mention().article
    make.a_version(article=waiting)
    for mention in article.mentions.order_by("pk"):
        answer = take(client, mention, "accept:new")
    page = words_of(answer)
    assert "All is decided here" in page
    assert "2 claims accepted, 0 rejected" in page
    assert f"/articles/{waiting.pk}/curate/" in page
    assert "1 suggestion to decide" in page


def test_articles_are_listed_by_what_is_left(client, article):
    page = shown(client.get("/articles/?order=left"))
    assert "2 suggestions to decide" in page


SPLIT = {
    "Skin tone, texture and wrinkles improved after three months.": [
        "Skin tone improved after three months.",
        "Texture improved after three months.",
        "Wrinkles improved after three months.",
    ],
    "Examplin lowers fever, pain and cough in adults [1].": [
        "Examplin lowers fever in adults.",
        "Examplin lowers pain in adults.",
        "Examplin lowers cough in adults.",
    ],
    "Examplin reduces pain and improves sleep in women (Nobody 2013).": [
        "Examplin reduces pain in women.",
        "Examplin improves sleep in women.",
    ],
    "Fever and pain were reduced by examplin.": [
        "Fever was reduced by examplin.",
        "Pain was reduced by examplin.",
    ],
}
WHOLE = [
    "Examplin lowers fever.",
    "Salt and vinegar are popular.",
    "It improved, and they left.",
    "",
]


def test_splits_are_proposed_for_lists_alone():
    assert {text: proposed_parts(text) for text in SPLIT} == SPLIT
    assert [proposed_parts(text) for text in WHOLE] == [[text] for text in WHOLE]


def test_questions_are_read_from_words():
    told = proposed_question("Studies show that fever is lowered by examplin in women")
    assert (told.intervention, told.outcome) == ("examplin", "fever")
    assert (told.population, told.asserts) == ("women", "lowers")
    told = proposed_question("Aspirin does not prevent dementia compared with placebo")
    assert (told.asserts, told.comparator) == ("little_or_no", "placebo")
    assert proposed_question("The moon is round.").intervention == ""
