"""Whether a study says this, and whether words fit, is answered on small pages."""

import pytest

from articles.models import CitationSupport, WordingCheck
from tests import factories as make
from tests.evidence.test_claim_edit_pages import a_graded_claim
from tests.html import shown

pytestmark = pytest.mark.django_db


@pytest.fixture
def cited(db):
    """A mention of a graded claim, and the citation it stands under."""
    mention = a_graded_claim().mentions.get()
    return mention, make.a_citation(mention=mention)


def address(cited):
    return f"/mentions/{cited[0].pk}/support/{cited[1].pk}/"


def test_a_citation_that_supports_quotes_the_study(client, reviewer, cited):
    said = {"answer": "supports", "read": "full_text"}
    answer = client.post(address(cited), said)
    assert answer.status_code == 422
    assert "quote the passage and its place" in shown(answer)
    client.post(address(cited), {**said, "passage": "It did.", "place": "p. 2"})
    assert CitationSupport.objects.get().passage == "It did."
    page = shown(client.get(f"/claims/{cited[0].claim_id}/"))
    assert "the study says this" in page
    assert "judge again" in page


def test_from_an_abstract_alone_nothing_is_verified(client, reviewer, cited):
    said = {"answer": "partly", "read": "abstract", "passage": "Some.", "place": "p. 1"}
    answer = client.post(address(cited), said)
    assert "From the abstract alone" in shown(answer)
    assert not CitationSupport.objects.exists()


def test_whoever_answers_second_sees_what_the_first_said(client, reviewer, cited):
    mine = {"answer": "cannot_verify", "read": "nothing"}
    theirs = {"answer": "supports", "read": "full_text", "passage": "It did."}
    alone = f"/mentions/{cited[0].pk}/wording/"
    for where, first, second, shows in (
        (address(cited), {**theirs, "place": "p. 2"}, mine, "It did."),
        (alone, {"answer": "matches"}, {"answer": "cant_say"}, "matches"),
    ):
        seen = client.get(where).context["state"]
        client.post(where, {**first, "state": seen})
        late = client.post(where, {**second, "state": seen})
        assert late.status_code == 422 and "What counts now, by" in shown(late), where
        assert f"</span> {shows}</li>" in shown(late), where
        again = client.post(where, {**second, "state": late.context["state"]})
        assert again.status_code == 302


def test_words_that_overstate_say_what(client, reviewer, cited):
    where = f"/mentions/{cited[0].pk}/wording/"
    answer = client.post(where, {"answer": "overstates"})
    assert "says what: certainty, size, scope or causality" in shown(answer)
    client.post(where, {"answer": "overstates", "aspects": ["certainty", "size"]})
    assert WordingCheck.objects.get().aspects == ["certainty", "size"]
    page = shown(client.get(f"/claims/{cited[0].claim_id}/"))
    assert "overstates certainty and size" in page


def test_only_reviewers_answer(client, cited):
    assert client.get(address(cited)).status_code == 302
    client.force_login(make.a_curator())
    assert client.get(address(cited)).status_code == 403


def test_a_citation_of_another_mention_is_not_found(client, reviewer, cited):
    other = make.a_citation()
    assert client.get(address((cited[0], other))).status_code == 404
    assert client.get("/mentions/999999/wording/").status_code == 404
