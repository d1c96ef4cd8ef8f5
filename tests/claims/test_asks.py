"""People ask for reviews of sentences; the asks become the claim's."""

import re

import pytest

from articles.mentions.actions import accept_mention
from claims.models import Ask
from tests import factories as make
from tests.html import shown

pytestmark = pytest.mark.django_db
SENTENCE = "Examplin cures made-up fever in all adults."
WORDS = {"sentence": SENTENCE, "question": "examplin made-up fever"}


def ask(client, person, **given):
    client.force_login(person)
    return shown(client.post("/asks/ask/", WORDS | given, follow=True))


def test_one_asks_once_and_sees_what_became_of_it(client):
    reader = make.a_reader()
    assert f"“{SENTENCE}”" in ask(client, reader)
    page = ask(client, reader, sentence=f"  {SENTENCE.upper()} ")
    assert "You have asked for a review of this already." in page
    assert Ask.objects.count() == 1
    mention = make.a_mention(proposed_text=SENTENCE)
    accept_mention(mention=mention, by=make.a_curator())
    page = shown(client.get("/asks/mine/"))
    assert "It is a claim here now" in page
    assert "Not graded" in page


def test_the_list_is_ordered_by_how_many_ask(client):
    ask(client, make.a_reader(), sentence="Placebitol is blue.")
    for person in (make.a_reader(), make.a_reviewer()):
        ask(client, person)
    page = shown(client.get("/asks/"))
    assert page.index(SENTENCE) < page.index("Placebitol is blue.")
    assert "2 people ask" in page
    claim = make.a_claim(text="Asked for as a claim.")
    make.an_ask(claim=claim, by=make.a_curator())
    assert "Asked for as a claim." in shown(client.get("/asks/"))
    client.force_login(make.a_reader())
    assert client.get("/asks/").status_code == 403


def test_a_claim_made_from_the_list_takes_the_asks_along(client):
    reader, curator = make.a_reader(), make.a_curator()
    ask(client, reader)
    client.force_login(curator)
    link = re.search(r'href="([^"]+\?text=[^"]+)"', client.get("/asks/").text)[1]
    assert f">{SENTENCE}</textarea>" in client.get(link).text.replace("\n", "")
    said = {"text": SENTENCE, "kind": "effect", "checkability": "checkable"}
    client.post(link, said)
    claim = Ask.objects.get().claim
    assert (claim.text, claim.added_by) == (SENTENCE, curator)
    assert "Make a claim of it" not in client.get("/asks/").text


def test_two_of_one_persons_sentences_become_one_ask(client):
    reader = make.a_reader()
    ask(client, reader)
    ask(client, reader, sentence="Fever goes away.")
    mention = make.a_mention(proposed_text=SENTENCE)
    version = make.a_version(article=mention.article, text="Fever goes away.")
    make.an_anchor(mention=mention, version=version, exact="Fever goes away.")
    accept_mention(mention=mention, by=make.a_curator())
    assert list(Ask.objects.values_list("claim", flat=True)) == [mention.claim_id]
    page = ask(client, reader)
    assert "You have asked for a review of this claim." in page


def test_an_ask_is_taken_back_by_its_own_person(client):
    reader = make.a_reader()
    ask(client, reader)
    row = Ask.objects.get()
    client.force_login(make.a_curator())
    assert client.post(f"/asks/{row.pk}/back/").status_code == 404
    client.force_login(reader)
    client.post(f"/asks/{row.pk}/back/")
    assert not Ask.objects.exists()


@pytest.mark.parametrize("sentence", ["", "x" * 1001])
def test_what_is_no_sentence_is_refused(client, sentence):
    ask(client, make.a_reader(), sentence=sentence)
    assert not Ask.objects.exists()


def test_a_visitor_signs_in_before(client):
    assert client.post("/asks/ask/", WORDS).status_code in (302, 303)
    assert not Ask.objects.exists()
