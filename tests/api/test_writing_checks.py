"""A program stores what one person checks alone, by the pages' actions."""

import pytest
from django.test import Client

from articles.models import CitationSupport, MentionRound, WordingCheck
from tests import factories as make
from tests.api.programs import Program
from tests.html import shown

pytestmark = pytest.mark.django_db
TEXT = "Fever was lower with examplin than without it in most of the made-up trial."
SUPPORTS = {
    "answer": "supports",
    "read": "full_text",
    "passage": TEXT,
    "place": "Page 3",
}
OVERSTATES = {"answer": "overstates", "aspects": ["size"], "note": "No size is known."}


def a_verdict(claim):
    stands = {"verdict": "supported", "certainty": "low", "standing": "draft"}
    return make.a_claim_version(claim=claim, **stands)


@pytest.fixture
def mention():
    claim = make.a_claim()
    a_verdict(claim)
    mention = make.a_mention(claim=claim)
    make.an_anchor(mention=mention)
    return mention


@pytest.fixture
def citation(mention):
    reference = make.a_reference(abstract=TEXT)
    work = make.a_cited_work(article=mention.article, reference=reference)
    return make.a_citation(mention=mention, cited_work=work)


@pytest.fixture
def program():
    return Program(make.a_reviewer())


def test_one_person_says_what_a_cited_study_says(program, mention, citation):
    path = f"/mentions/{mention.pk}/"
    said = {**SUPPORTS, "citation": citation.pk}
    assert Program(make.a_curator()).post(f"{path}support/", said).status_code == 403
    seen = program.etag(path)
    told = program.post(f"{path}support/", said, Idempotency_Key="one")
    assert told.status_code == 200
    (support,) = told.json()["supports"]
    assert (support["answer"], support["passage"]) == ("supports", TEXT)
    again = program.post(f"{path}support/", said, Idempotency_Key="one", If_Match=seen)
    assert again.json() == told.json()
    assert CitationSupport.objects.count() == 1
    other = Program(make.another_reviewer())
    late = other.post(f"{path}support/", said | {"answer": "partly"}, If_Match=seen)
    assert late.status_code == 412
    assert late.json()["current"]["supports"] == [support]
    address = f"/api/v1{path}support/"
    unseen = program.client.post(address, said, content_type="application/json")
    assert unseen.status_code == 428


def test_what_is_wrong_with_a_check_is_said_field_by_field(program, mention, citation):
    path, own = f"/mentions/{mention.pk}/support/", {"citation": citation.pk}
    strange = make.a_citation()
    nearly = TEXT.replace("made-up", "madeup")
    for said, sentence in (
        ({**SUPPORTS, **own, "read": "abstract"}, "From the abstract alone"),
        ({**SUPPORTS, **own, "passage": ""}, "quote the passage"),
        ({**SUPPORTS, **own, "answer": "maybe"}, "maybe"),
        ({**SUPPORTS, **own, "passage": nearly}, "a little otherwise"),
        ({**SUPPORTS, **own, "aspects": ["size"]}, "There is no aspects"),
        ({**SUPPORTS, "citation": strange.pk}, "does not stand under"),
        ({**SUPPORTS, "citation": 0}, "none here of this number"),
        (SUPPORTS, "“Citation” is missing"),
    ):
        refused = program.post(path, said)
        assert refused.status_code == 422, said
        assert sentence in refused.json()["detail"]
    endless = {**SUPPORTS, **own} | {f"x{n:04}": 1 for n in range(900)} | {"y" * 99: 1}
    refused = program.post(path, endless).json()
    assert "x0000, x0001" in refused["detail"] and "891 more" in refused["detail"]
    assert len(refused["errors"]) == 10
    mine = {**SUPPORTS, **own, "passage": nearly, "words": "mine"}
    assert program.post(path, mine).json()["supports"][0]["passage"] == nearly


def test_one_person_compares_the_words_with_the_verdict_they_saw(program, mention):
    path = f"/mentions/{mention.pk}/"
    seen = program.etag(path)
    a_verdict(mention.claim)
    late = program.post(f"{path}wording/", OVERSTATES, If_Match=seen)
    assert late.status_code == 412
    told = program.post(f"{path}wording/", OVERSTATES)
    assert told.json()["wording_checks"][0]["aspects"] == ["size"]
    none = program.post(f"{path}wording/", {"answer": "overstates"})
    assert "“Overstates” says what" in none.json()["detail"]
    assert WordingCheck.objects.count() == 1


def test_no_program_checks_beside_a_round_or_without_a_claim(
    program, mention, citation
):
    make.a_mention_round(mention=mention, citation=citation, wanted=2)
    said = {**SUPPORTS, "citation": citation.pk}
    refused = program.post(f"/mentions/{mention.pk}/support/", said)
    assert (refused.status_code, "A round of 2" in refused.json()["detail"]) == (
        422,
        True,
    )
    assert MentionRound.objects.count() == 1
    lone = make.a_mention()
    assert program.post(f"/mentions/{lone.pk}/wording/", OVERSTATES).status_code == 404


def test_of_two_windows_the_second_is_told_what_counts_now(client, mention, citation):
    client.force_login(make.a_reviewer())
    page = f"/mentions/{mention.pk}/support/{citation.pk}/"
    state = client.get(page).context["state"]
    sent = {**SUPPORTS, "state": state}
    assert client.post(page, sent).status_code == 302
    late = client.post(page, sent | {"place": "Page 4"})
    assert (late.status_code, b"changed meanwhile" in late.content) == (422, True)
    assert b"Page 4" in late.content
    again = sent | {"place": "Page 4", "state": late.context["state"]}
    assert client.post(page, again).status_code == 302


def test_a_draft_of_a_program_opens_on_the_page_and_is_ones_own(mention, citation):
    judges = [make.a_reviewer(), make.another_reviewer()]
    round = make.a_mention_round(
        mention=mention, citation=citation, reviewers=judges, called_by=make.an_editor()
    )
    path = f"/mention-rounds/{round.pk}/"
    mine, theirs = map(Program, judges)
    before = theirs.get(path).content
    half = {"read": "full_text", "passage": "Half a sentence"}
    kept = mine.post(f"{path}draft/", half)
    assert kept.status_code == 200, kept.json()
    assert kept.json()["draft"]["passage"] == "Half a sentence"
    assert theirs.get(path).content == before
    client = Client()
    client.force_login(judges[0])
    assert "Half a sentence" in shown(client.get(f"{path}check/"))
    other = mine.post(f"{path}draft/", {"aspects": ["size"]})
    assert "the other question" in other.json()["detail"]
    assert mine.post(f"{path}check/", SUPPORTS).json()["draft"] is None
    outside = Program(make.a_third_reviewer())
    assert outside.post(f"{path}draft/", half).status_code == 403
