"""Several check a citation or a wording, each alone; what they agree on counts."""

import pytest

from accounts.rounds import how_many_are_in
from articles.checks.judging import agree_on_check, save_check, submit_check
from articles.checks.questions import CHECKING
from articles.checks.rounds import (
    assign_checker,
    call_mention_round,
    call_off_mention_round,
    give_back_check_place,
    replace_checker,
    take_check_place,
    want_fewer_checks,
)
from articles.checks.support import judge_support
from articles.checks.wording import check_wording
from articles.citations.actions import unlink_citation
from articles.mentions.actions import reopen_mention
from articles.models import (
    CitationSupport,
    MentionAssignment,
    MentionJudgement,
    MentionRound,
    WordingCheck,
)
from core.errors import LostRace, NotAllowed, Refused
from core.models import Change
from evidence.facts import claim_facts
from tests import factories as make
from tests.evidence.test_claim_edit_pages import a_graded_claim
from tests.stories.acting import a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db
SUPPORTS = {
    "answer": "supports",
    "read": "full_text",
    "passage": "Fever was lower with examplin.",
    "place": "Page 3",
}
PARTLY = {**SUPPORTS, "answer": "partly", "error": "minor", "subtype": "number"}
MATCHES = {"answer": "matches"}
OVERSTATES = {"answer": "overstates", "aspects": ["size"], "note": "Twice as much."}


@pytest.fixture
def mention():
    mention = make.a_mention(claim=make.a_claim())
    make.an_anchor(mention=mention)
    return mention


@pytest.fixture
def citation(mention):
    return make.a_citation(mention=mention)


@pytest.fixture
def called(mention, citation):
    """Calls a round on the citation by the two reviewers."""

    def call(**given):
        people = [make.a_reviewer(), make.another_reviewer()]
        return call_mention_round(
            **{
                "mention": mention,
                "citation": citation,
                "reviewers": people,
                "by": make.an_editor(),
                **given,
            }
        )

    return call


def settle(round, *said, agreed=None):
    """Each reviewer hands in, and the first writes down what they agree on."""
    people = [make.a_reviewer(), make.another_reviewer(), make.a_third_reviewer()]
    for person, answer in zip(people, said, strict=False):
        submit_check(round=round, said=answer, by=person)
    round.refresh_from_db()
    return agree_on_check(round=round, said=agreed or said[0], by=people[0])


def shown(mention):
    (told,) = claim_facts(mention.claim)["mentions"]
    return told


def test_what_several_agree_on_counts_and_each_ones_own_stays(mention, called):
    round = called()
    submit_check(round=round, said=SUPPORTS, by=make.a_reviewer())
    with pytest.raises(Refused, match="consensus follows the checks"):
        agree_on_check(round=round, said=PARTLY, by=make.a_reviewer())
    submit_check(round=round, said=PARTLY, by=make.another_reviewer())
    round.refresh_from_db()
    assert round.is_open
    assert shown(mention)["cites"][0]["support"] == "not_checked"
    with pytest.raises(NotAllowed, match="the round’s reviewers or an editor"):
        agree_on_check(round=round, said=PARTLY, by=make.a_third_reviewer())
    agree_on_check(round=round, said=PARTLY, by=make.another_reviewer())
    assert shown(mention)["cites"][0]["support"] == "partly"
    counts = CitationSupport.objects.get()
    assert (counts.round, counts.by) == (round, make.another_reviewer())
    assert (counts.words_judged, counts.subtype) == (make.CLAIM, "number")
    own = MentionJudgement.objects.filter(is_consensus=False)
    assert set(own.values_list("answer", flat=True)) == {"supports", "partly"}
    with pytest.raises(LostRace, match="settled this round meanwhile"):
        agree_on_check(round=round, said=SUPPORTS, by=make.a_reviewer())


def test_nobody_learns_of_a_check_before_all_are_in(called):
    round = called()
    save_check(round=round, draft={"answer": "supports"}, by=make.another_reviewer())
    mine = submit_check(round=round, said=SUPPORTS, by=make.a_reviewer())
    assert not MentionJudgement.objects.exists()
    assert list(MentionJudgement.objects.of(make.a_reviewer())) == [mine]
    assert not MentionJudgement.objects.of(make.an_admin()).exists()
    told = set(Change.objects.public().values_list("model", flat=True))
    assert "mentionround" in told
    assert not told & {"mentionjudgement", "mentionassignment", "citationsupport"}
    assert how_many_are_in(CHECKING, round, make.an_editor()) == 1
    assert how_many_are_in(CHECKING, round, make.another_reviewer()) is None
    submit_check(round=round, said=PARTLY, by=make.another_reviewer())
    opened = Change.objects.public().filter(operation="open")
    assert set(opened.values_list("model", flat=True)) == {
        *("mentionjudgement", "mentionassignment")
    }


def test_a_round_of_one_counts_as_soon_as_it_is_in(mention, called):
    round = called(reviewers=[make.a_reviewer()])
    submit_check(round=round, said=SUPPORTS, by=make.a_reviewer())
    assert shown(mention)["cites"][0]["support"] == "supports"
    assert CitationSupport.objects.get().round == round
    judge_support(  # as today: who checks next needs no reason
        mention=mention,
        citation=round.citation,
        **PARTLY,
        by=make.another_reviewer(),
    )
    assert shown(mention)["cites"][0]["support"] == "partly"


def test_what_stood_before_counts_until_they_agree(mention, citation, called):
    before = {"mention": mention, "citation": citation, "by": make.a_reviewer()}
    judge_support(**before, **SUPPORTS)
    with pytest.raises(Refused, match="say why it is checked again"):
        called()
    round = called(reason="Two read it otherwise.")
    with pytest.raises(Refused, match="A round of 2 checks this"):
        judge_support(**before, **PARTLY)
    for person in (make.a_reviewer(), make.another_reviewer()):
        submit_check(round=round, said=PARTLY, by=person)
    assert shown(mention)["cites"][0]["support"] == "supports"
    with pytest.raises(Refused, match="what they agree on decides"):
        judge_support(**before, **PARTLY)
    round.refresh_from_db()
    agree_on_check(round=round, said=PARTLY, by=make.an_editor())
    assert shown(mention)["cites"][0]["support"] == "partly"
    with pytest.raises(Refused, match="say why it is checked again"):
        judge_support(**before, **SUPPORTS)
    judge_support(**before, **SUPPORTS, reason="The erratum was found.")
    assert shown(mention)["cites"][0]["support"] == "supports"


def test_a_changed_mind_is_ones_own_until_it_opens_and_a_new_round_after(called):
    round = called()
    for said in (SUPPORTS, PARTLY):
        submit_check(round=round, said=said, by=make.a_reviewer())
    assert MentionJudgement.unfiltered.get().answer == "partly"
    submit_check(round=round, said=PARTLY, by=make.another_reviewer())
    with pytest.raises(Refused, match="takes a new round"):
        submit_check(round=round, said=SUPPORTS, by=make.a_reviewer())
    with pytest.raises(Refused, match="say why"):
        called()
    second = called(reason="Anew.")
    with pytest.raises(Refused, match="A later round"):
        round.refresh_from_db()
        agree_on_check(round=round, said=PARTLY, by=make.a_reviewer())
    settle(second, SUPPORTS, SUPPORTS)
    assert CitationSupport.objects.get().round == second


def test_a_check_in_a_round_says_what_any_check_must(called):
    round = called()
    for said, sentence in (
        ({"answer": "supports", "read": "full_text"}, "quote the passage"),
        ({**SUPPORTS, "read": "abstract"}, "From the abstract alone"),
        ({**SUPPORTS, "read": "nothing"}, "nothing is verified"),
        ({**SUPPORTS, "error": "minor"}, "of a kind"),
        ({"answer": "perhaps", "read": "full_text"}, "in the words of its question"),
    ):
        with pytest.raises(Refused, match=sentence):
            submit_check(round=round, said=said, by=make.a_reviewer())
    assert not MentionJudgement.unfiltered.exists()


def test_places_are_taken_given_back_and_taken_away_and_drafts_stay(called):
    round = called(wanted=3)
    save_check(round=round, draft={"answer": "partly"}, by=make.another_reviewer())
    take_check_place(round=round, by=make.a_third_reviewer())
    with pytest.raises(Refused, match="No place"):
        take_check_place(round=round, by=make.an_admin())
    give_back_check_place(round=round, by=make.a_third_reviewer())
    assign_checker(round=round, reviewer=make.a_third_reviewer(), by=make.an_editor())
    give_back_check_place(round=round, by=make.a_third_reviewer())
    want_fewer_checks(round=round, by=make.an_editor(), reason="Two do.")
    assert round.wanted == 2
    replace_checker(
        round=round,
        reviewer=make.another_reviewer(),
        by=make.an_editor(),
        reason="Ill.",
        instead=make.an_admin(),
    )
    kept = MentionAssignment.objects.get(reviewer=make.another_reviewer())
    assert (kept.draft, kept.left_because) == ({"answer": "partly"}, "Ill.")
    with pytest.raises(Refused, match="taken away: Ill."):
        take_check_place(round=round, by=make.another_reviewer())
    with pytest.raises(NotAllowed, match="no place in this round any more"):
        submit_check(round=round, said=SUPPORTS, by=make.another_reviewer())
    with pytest.raises(Refused, match="has no place"):
        replace_checker(
            round=round, reviewer=kept.reviewer, by=make.an_editor(), reason="Ill."
        )
    call_off_mention_round(round=round, by=make.an_editor(), reason="Not now.")
    assert not MentionRound.objects.exists()


def test_who_may_not_check_is_asked_for_none(mention, citation, called):
    with pytest.raises(NotAllowed, match="open rounds"):
        called(by=make.a_reviewer())
    with pytest.raises(Refused, match="needs a reviewer"):
        called(reviewers=[make.a_curator(), make.a_reviewer()])
    elsewhere = make.a_citation(cited_work=make.a_cited_work(article=mention.article))
    with pytest.raises(Refused, match="does not stand under"):
        called(citation=elsewhere)
    with pytest.raises(Refused, match="no verdict yet"):
        called(citation=None)
    called()
    with pytest.raises(Refused, match="checking this already"):
        called()
    with pytest.raises(Refused, match="stays linked"):
        unlink_citation(mention=mention, citation=citation, by=make.a_curator())


def test_a_conflict_keeps_out_of_a_round_as_out_of_a_check(mention, called):
    rev = make.a_reviewer()
    outlet = make.an_outlet(name="Madeup Clinic News")
    mention.article.outlet = outlet
    mention.article.save()
    round = called(wanted=3, reviewers=[make.another_reviewer()])
    make.an_interest(user=rev, kind="outlet", name=outlet.name)
    with pytest.raises(Refused, match="outlet"):
        called(reviewers=[rev], wanted=2)
    with pytest.raises(Refused, match="outlet"):
        take_check_place(round=round, by=rev)


# --- wording, and what lapses ---


def a_wording_round_on(claim, **given):
    return call_mention_round(
        mention=claim.mentions.get(),
        reviewers=[make.a_reviewer(), make.another_reviewer()],
        by=make.an_editor(),
        **given,
    )


def test_several_compare_words_with_one_verdict(db):
    claim = a_graded_claim()
    round = a_wording_round_on(claim)
    settle(round, OVERSTATES, MATCHES)
    check = WordingCheck.objects.get()
    assert check.claim_version == claim.versions.get() == round.claim_version
    (told,) = claim_facts(claim)["mentions"]
    assert told["wording_words"].lower() == "overstates size"
    assert MentionJudgement.objects.filter(is_consensus=False).count() == 2


def test_a_new_verdict_ends_a_round_on_wording_and_asks_anew(mention):
    def judged():
        trial = a_trial("Example 2001", (10, 100, 30, 100), make.an_outcome())
        return graded(mention.claim, a_base_of(mention.claim, [trial]))

    make.a_citation(mention=mention)
    mention.claim.asserts = "lowers"
    mention.claim.save()
    claim = judged()
    round = a_wording_round_on(claim)
    submit_check(round=round, said=MATCHES, by=make.a_reviewer())
    judged()
    for refused in (
        lambda: submit_check(round=round, said=MATCHES, by=make.another_reviewer()),
        lambda: take_check_place(round=round, by=make.a_third_reviewer()),
    ):
        with pytest.raises(Refused, match="have changed since this round"):
            refused()
    save_check(round=round, draft={"note": "Half"}, by=make.another_reviewer())
    assert not MentionJudgement.objects.exists()
    check_wording(mention=mention, **MATCHES, by=make.a_reviewer())
    again = a_wording_round_on(claim, reason="By two.")
    assert again.claim_version != round.claim_version


def test_other_words_end_a_round_that_has_opened_too(client, mention, called):
    round = called()
    for person in (make.a_reviewer(), make.another_reviewer()):
        submit_check(round=round, said=SUPPORTS, by=person)
    reopen_mention(mention=mention, by=make.a_curator())
    round.refresh_from_db()
    with pytest.raises(Refused, match="have changed since this round"):
        agree_on_check(round=round, said=SUPPORTS, by=make.a_reviewer())
    assert not CitationSupport.objects.exists()
    client.force_login(make.a_reviewer())
    for page in ("", "check/", "differences/"):
        told = client.get(f"/mention-rounds/{round.pk}/{page}", follow=True)
        assert told.status_code == 200
        assert "have changed since this round" in told.content.decode()
