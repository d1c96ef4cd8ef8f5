"""A claim is made, worded, filed, related, withdrawn; its versions never move."""

import pytest

from bibliography.notices.actions import add_notice
from claims.models import Claim, ClaimRelation, ClaimVersion
from evidence.claims.actions import reword_claim
from evidence.grades.actions import publish_verdict
from studies.results.actions import edit_result
from tests import factories as make
from tests.api.programs import Program
from tests.evidence.doors import as_sent
from tests.evidence.facts.rendering import words_of
from tests.html import shown
from tests.stories.acting import a_base_of, a_trial, graded, time_passes

pytestmark = pytest.mark.django_db


def edit(claim):
    return f"/claims/{claim.pk}/edit/"


def all_of(client, claim, **said):
    """What the page's form sends of a claim in which some was typed."""
    form = client.get(edit(claim)).context["forms"]["question"]
    return {"do": "question", **as_sent(form, said)}


@pytest.fixture
def program(curator):
    return Program(curator)


def a_graded_claim():
    outcome = make.an_outcome(name="fever")
    trials = [
        a_trial(f"Example {year}", (100, 1000, 300, 1000), outcome)
        for year in (2001, 2002)
    ]
    claim = make.a_claim(asserts="lowers")
    make.a_mention(claim=claim)
    return graded(claim, a_base_of(claim, trials))


def test_a_claim_is_added_by_hand(client, curator):
    said = {"text": "Examplin lowers cough", "kind": "effect", "asserts": "lowers"}
    said |= {"topics": "Cough, Examplin, cough", "checkability": "checkable"}
    answer = client.post("/claims/new/", said)
    claim = Claim.objects.get(text="Examplin lowers cough")
    assert answer.url == f"/claims/{claim.pk}/"
    assert sorted(topic.name.lower() for topic in claim.topics.all()) == [
        "cough",
        "examplin",
    ]


def test_a_claim_without_words_is_not_added(client, curator):
    answer = client.post("/claims/new/", {"kind": "effect", "population": "Adults"})
    assert answer.status_code == 422
    assert 'value="Adults"' in shown(answer)
    assert not Claim.objects.exists()


def test_numbers_are_folded_away_until_one_is_given(client, curator):
    summary = "Numbers of the question"
    page = shown(client.get("/claims/new/"))
    assert summary in page and "<details open>" not in page
    answer = client.post("/claims/new/", {"margin": "1.25"})
    assert "<details open>" in shown(answer) and 'value="1.25"' in shown(answer)


def test_other_words_keep_the_words_before_as_a_version(client, curator):
    claim = make.a_claim(text="Old words")
    answer = client.post(edit(claim), all_of(client, claim, text="New words"))
    assert "Say why it is put in other words." in shown(answer)
    client.post(edit(claim), all_of(client, claim, text="New words", reason="Clear"))
    claim.refresh_from_db()
    assert claim.text == "New words"
    assert "Old words" in shown(client.get(f"/claims/{claim.pk}/v1/"))
    page = shown(client.get(f"/claims/{claim.pk}/history/"))
    assert "<del>Old words</del> <ins>New words</ins>" in page
    assert "Clear" in page


def test_whoever_rewords_an_older_state_keeps_what_was_typed(client, curator):
    claim = make.a_claim(text="Old words")
    said = all_of(client, claim, text="Mine", reason="Second")
    reword_claim(claim=claim, text="Theirs", by=make.an_editor(), reason="First")
    answer = client.post(edit(claim), said)
    assert answer.status_code == 422
    assert "was changed meanwhile" in shown(answer)
    assert "Mine" in shown(answer)
    assert Claim.objects.get(pk=claim.pk).text == "Theirs"


def test_the_question_is_stored_and_a_judged_claims_kind_stays(client, curator):
    claim = a_graded_claim()
    answer = client.post(edit(claim), all_of(client, claim, kind="harm"))
    assert "This claim has a verdict, so its kind stays" in shown(answer)
    client.post(edit(claim), all_of(client, claim, population="Adults"))
    claim.refresh_from_db()
    assert (claim.kind, claim.population) == ("effect", "Adults")
    assert claim.needs_review


def test_topics_are_filed_and_taken_out(client, curator):
    claim = make.a_claim()
    client.post(edit(claim), all_of(client, claim, topics="Fever, Cough"))
    assert 'value="Cough, Fever"' in shown(client.get(edit(claim)))
    client.post(edit(claim), all_of(client, claim, topics="Fever"))
    assert [topic.name for topic in claim.topics.all()] == ["Fever"]


def test_all_of_a_claim_is_changed_at_once_or_nothing_of_it(client, curator):
    claim = a_graded_claim()
    versions = claim.versions.count()
    said = {
        "text": "Examplin brings fever down",
        "population": "Adults",
        "topics": "Fever",
    }
    refused = all_of(client, claim, **said, reason="Clear", kind="harm")
    assert client.post(edit(claim), refused).status_code == 422
    assert Claim.objects.get(pk=claim.pk).text == claim.text
    assert not claim.topics.exists()
    client.post(edit(claim), all_of(client, claim, **said, reason="Clear"))
    claim.refresh_from_db()
    assert (claim.text, claim.population) == ("Examplin brings fever down", "Adults")
    assert [topic.name for topic in claim.topics.all()] == ["Fever"]
    assert claim.versions.count() == versions + 2  # of its words, of its question
    page = shown(client.get(f"/claims/{claim.pk}/history/"))
    assert "Clear" in page


def test_a_program_changes_all_of_a_claim_by_the_same_action(program):
    claim = make.a_claim(text="Old words")
    address = f"/claims/{claim.pk}/"
    said = {"text": "New words", "population": "Adults", "topics": ["Fever"]}
    refused = program.patch(address, said)
    assert refused.json()["errors"][0]["field"] == "reason"
    answer = program.patch(address, {**said, "reason": "Clear"})
    claim.refresh_from_db()
    assert answer.json()["text"] == claim.text == "New words"
    assert (claim.population, claim.topics.get().name) == ("Adults", "Fever")
    program.patch(address, {"comparator": "placebo"})
    assert claim.topics.get().name == "Fever"  # absent is not empty


def test_claims_are_related_and_taken_apart(client, curator):
    claim = make.a_claim()
    make.a_claim(text="Examplin raises fever")
    answer = client.post(
        edit(claim), {"do": "relate", "kind": "contradicts", "other": "nothing such"}
    )
    assert "No other claim here fits “nothing such”." in shown(answer)
    client.post(
        edit(claim), {"do": "relate", "kind": "contradicts", "other": "raises fever"}
    )
    relation = ClaimRelation.objects.get()
    assert "Examplin raises fever" in shown(client.get(edit(claim)))
    client.post(edit(claim), {"do": "unrelate", "relation": relation.pk})
    assert not ClaimRelation.objects.exists()


def test_only_an_editor_withdraws(client, curator):
    claim = make.a_claim()
    withdraw, said = f"/claims/{claim.pk}/withdraw/", {"reason": "Made twice"}
    assert client.post(withdraw, said).status_code == 403
    client.force_login(make.an_editor())
    client.post(withdraw, said)
    answer = client.get(f"/claims/{claim.pk}/")
    assert answer.status_code == 410
    assert "Made twice" in shown(answer)


def test_readers_do_not_edit(client):
    claim = make.a_claim()
    assert client.get(edit(claim)).status_code == 302
    client.force_login(make.a_reader())
    assert client.get(edit(claim)).status_code == 403
    assert client.get("/claims/new/").status_code == 403


def test_history_is_open_to_all(client):
    claim = make.a_claim()
    assert client.get(f"/claims/{claim.pk}/history/").status_code == 200
    assert client.get("/claims/999999/history/").status_code == 404


# --- after a verdict ---


def test_the_verdict_shows_wherever_the_claim_does(client):
    claim = a_graded_claim()
    study = claim.bases.get().items.first().result.study
    article = claim.mentions.get().article
    for address in ("/", "/claims/", f"/claims/{claim.pk}/", f"/studies/{study.pk}/"):
        page = shown(client.get(address))
        assert "Supported" in page, address
        assert 'aria-hidden="true">✓' in page, address
    page = shown(client.get(f"/claims/{claim.pk}/"))
    assert "one reviewer, not agreed" in page.lower()
    assert "Rev Madeup" in page
    assert "other known studies, not searched for more" in page
    assert article.title in page


def test_the_articles_words_are_underlined_by_the_verdict(client):
    claim = a_graded_claim()
    mention = claim.mentions.get()
    version = make.a_version(article=mention.article)
    make.an_anchor(version=version, mention=mention)
    page = shown(client.get(f"/articles/{mention.article_id}/"))
    assert 'class="c c-sup' in page


def test_an_earlier_version_stays_as_it_was_whatever_changes_underneath(client):
    claim = a_graded_claim()
    address = f"/claims/{claim.pk}/v1/"
    before = words_of(shown(client.get(address)))
    publish_verdict(claim=Claim.objects.get(pk=claim.pk), by=make.an_editor())
    base = claim.bases.get()
    result = base.items.first().result
    edit_result(result=result, events_1=29, reason="Misread", by=make.a_curator())
    study = result.study
    study.label = "Another name"
    study.save()
    mention = claim.mentions.get()
    mention.article.title = "Another title"
    mention.article.save()
    reword_claim(
        claim=Claim.objects.get(pk=claim.pk),
        text="Examplin brings fever down",
        by=make.an_editor(),
        reason="Clearer",
    )
    assert words_of(shown(client.get(address))) == before
    assert "Another name" in shown(client.get(f"/claims/{claim.pk}/"))
    assert ClaimVersion.objects.filter(claim=claim).count() >= 2


@pytest.mark.django_db(transaction=True)
def test_after_a_retraction_the_page_says_that_it_needs_review_and_why(client):
    claim = a_graded_claim()
    study = claim.bases.get().items.first().result.study
    add_notice(
        reference=study.reports.get().reference,
        kind="retraction",
        source="crossref",
        by=make.a_curator(),
    )
    time_passes()
    page = shown(client.get(f"/claims/{claim.pk}/"))
    assert "needs review" in page
    assert "Something it rests on has changed since" in page
    assert "etract" in page
    assert "Supported" in page
    assert "needs review" in shown(client.get("/claims/"))
    client.force_login(make.an_editor())
    assert "/publish/" not in shown(client.get(f"/claims/{claim.pk}/"))
