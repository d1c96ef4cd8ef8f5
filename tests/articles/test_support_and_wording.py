"""A person's checks keep the words judged, and are asked again when those change."""

import pytest

from articles.checks.support import judge_support
from articles.checks.wording import check_wording
from core.errors import NotAllowed, Refused
from evidence.facts import claim_facts
from tests import factories as make
from tests.stories.acting import a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db


@pytest.fixture
def mention():
    claim = make.a_claim(asserts="lowers")
    mention = make.a_mention(claim=claim)
    make.an_anchor(mention=mention)
    return mention


@pytest.fixture
def citation(mention):
    return make.a_citation(mention=mention)


def judge(mention, citation, **given):
    return judge_support(
        **{
            "mention": mention,
            "citation": citation,
            "answer": "supports",
            "read": "full_text",
            "passage": "Fever was lower with examplin.",
            "place": "Page 3",
            "by": make.a_reviewer(),
            **given,
        }
    )


def shown(mention):
    (told,) = claim_facts(mention.claim)["mentions"]
    return told


def test_the_answer_keeps_the_words_it_judged(mention, citation):
    answer = judge(mention, citation)
    assert answer.words_judged == make.CLAIM
    assert shown(mention)["cites"][0]["support"] == "supports"


def test_a_second_answer_supersedes_the_first(mention, citation):
    first = judge(mention, citation)
    judge(mention, citation, answer="partly")
    first.refresh_from_db()
    assert first.superseded_at is not None
    assert shown(mention)["cites"][0]["support"] == "partly"


def test_an_abstract_alone_supports_nothing(mention, citation):
    with pytest.raises(Refused, match="From the abstract alone"):
        judge(mention, citation, read="abstract")


def test_what_the_study_says_is_quoted(mention, citation):
    with pytest.raises(Refused, match="quote the passage"):
        judge(mention, citation, passage="")


def test_a_citation_the_mention_does_not_stand_under_is_not_judged(mention):
    other = make.a_citation(cited_work=make.a_cited_work(article=mention.article))
    with pytest.raises(Refused, match="does not stand under"):
        judge(mention, other)


def test_a_curator_does_not_judge_support(mention, citation):
    with pytest.raises(NotAllowed, match="judge what a citation supports"):
        judge(mention, citation, by=make.a_curator())


# --- wording ---


def judged(mention):
    outcome = make.an_outcome()
    trial = a_trial("Example 2001", (10, 100, 30, 100), outcome)
    base = a_base_of(mention.claim, [trial])
    return graded(mention.claim, base, levels={"imprecision": 1})


def test_words_are_checked_against_the_verdict_of_the_day(mention):
    claim = judged(mention)
    mention.refresh_from_db()
    check = check_wording(
        mention=mention,
        answer="overstates",
        aspects=["certainty"],
        by=make.a_reviewer(),
    )
    assert check.claim_version == claim.versions.get()
    assert shown(mention)["wording_words"].lower() == "overstates certainty"


def test_without_a_verdict_there_is_nothing_to_check_against(mention):
    with pytest.raises(Refused, match="no verdict yet"):
        check_wording(mention=mention, answer="matches", by=make.a_reviewer())


def test_a_new_verdict_asks_again(mention):
    judged(mention)
    mention.refresh_from_db()
    check_wording(mention=mention, answer="matches", by=make.a_reviewer())
    judged(mention)
    assert shown(mention)["wording"] == "not_checked"


def test_overstating_says_what(mention):
    judged(mention)
    mention.refresh_from_db()
    with pytest.raises(Refused, match="says what"):
        check_wording(mention=mention, answer="overstates", by=make.a_reviewer())
