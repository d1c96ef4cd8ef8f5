"""Page, history, API and CSV say a judgement in the same words."""

import csv
import html
import re

import pytest
from django.utils import timezone

from claims.words import CantSay, Certainty, Standing, Verdict
from evidence.method import RATED
from tests import factories as make

pytestmark = pytest.mark.django_db

WORDS = {  # of each column, what lists and files call its words
    "verdict": "verdict_words",
    "certainty": "certainty_words",
    "cant_say_because": "cant_say_words",
    "standing": "standing_words",
}


def judgements():
    """Every word of each column, in judgements that may be stored."""
    nothing = CantSay.NONE
    for verdict in Verdict:
        if verdict not in (Verdict.NOT_GRADED, Verdict.CANT_SAY):
            yield verdict, Certainty.NOT_APPLICABLE, nothing, Standing.DRAFT
    for reason in CantSay:
        if reason:
            yield Verdict.CANT_SAY, Certainty.NOT_GRADED, reason, Standing.RULE
    for certainty in RATED:
        yield Verdict.CANT_SAY, certainty, CantSay.TOO_UNCERTAIN, Standing.AGREED
    yield Verdict.SUPPORTED, Certainty.HIGH, nothing, Standing.PUBLISHED
    yield Verdict.NOT_GRADED, Certainty.NOT_GRADED, nothing, Standing.NONE


@pytest.fixture
def judged():
    """Claims with every word, by id, each with its words by column."""
    claims = {}
    for words in judgements():
        claim = make.a_claim()
        columns = dict(zip(WORDS, words, strict=True))
        if words[0] is not Verdict.NOT_GRADED:
            columns["judged_at"] = timezone.now()
        for name, word in columns.items():
            setattr(claim, name, word)
        claim.save()
        claims[claim.pk] = dict(zip(WORDS, words, strict=True))
    return claims


def said(words):
    """What a list or file says: a label, nothing for what is not set."""
    return {WORDS[name]: word.label if word else "" for name, word in words.items()}


def printed(page):
    """The words a page prints, without its tags."""
    text = re.sub(r"<(script|style).*?</\1>|<[^>]*>", " ", page, flags=re.S)
    return " ".join(html.unescape(text).split())


def of_members(row):
    return {name: row[name] for name in WORDS.values()}


def test_all_words_are_among_the_judgements():
    for vocabulary, stored in zip(
        (Verdict, Certainty, CantSay, Standing),
        zip(*judgements(), strict=True),
        strict=True,
    ):
        assert set(vocabulary) == set(stored)


def test_the_api_says_each_claim_in_the_words_of_the_vocabulary(client, judged):
    for pk, words in judged.items():
        detail = client.get(f"/api/v1/claims/{pk}/").json()
        assert of_members(detail["judgement"]) == said(words)
        assert detail["judgement"]["symbol"] == words["verdict"].symbol
        assert detail["judgement"]["glyph"] == words["certainty"].symbol


def test_lists_and_csv_say_the_same(client, judged):
    rows = client.get("/api/v1/claims/?size=200").json()["results"]
    assert {row["id"]: of_members(row) for row in rows} == {
        pk: said(words) for pk, words in judged.items()
    }
    answer = client.get("/api/v1/claims/?format=csv")
    text = b"".join(answer.streaming_content) if answer.streaming else answer.content
    lines = csv.DictReader(text.decode("utf-8-sig").splitlines())
    assert {int(line["id"]): of_members(line) for line in lines} == {
        pk: said(words) for pk, words in judged.items()
    }


def test_the_page_prints_the_same_words_with_their_marks(client, judged):
    for pk, words in judged.items():
        page = printed(client.get(f"/claims/{pk}/").content.decode())
        verdict, certainty = words["verdict"], words["certainty"]
        assert f"{verdict.symbol} {verdict.capitalised}".strip() in page
        assert words["cant_say_because"].label in page or not words["cant_say_because"]
        assert words["standing"].capitalised in page or not words["standing"]
        rated = f"Certainty of evidence : {certainty.capitalised} {certainty.symbol}"
        assert (rated in page) is (certainty in RATED)


def test_the_history_tells_of_them_in_the_same_words(client, judged):
    for pk, words in judged.items():
        page = client.get(f"/claims/{pk}/history/").content.decode()
        added = {html.unescape(each) for each in re.findall("<ins>(.*?)</ins>", page)}
        # The newest change set every column; one that stayed as it was is not told.
        changed = {word.label for word in words.values() if word}
        assert changed - {"not graded"} <= added
