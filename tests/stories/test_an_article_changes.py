"""An article is captured again, one sentence reworded, one gone, the others kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.articles.actions import import_article
from articles.checks.rounds import call_mention_round
from articles.checks.support import judge_support
from articles.mentions.actions import (
    accept_mention,
    answer_reworded,
    edit_mention,
    reject_mention,
)
from articles.models import Anchor, CitedWork, Mention
from articles.steps.undo import my_steps, undo_step
from core.errors import Refused
from evidence.facts import claim_facts
from tests import factories as make

pytestmark = pytest.mark.django_db

SENTENCES = [
    "Examplin significantly reduces made-up fever (Madeup et al., 2011).",
    "Common adverse effects of examplin may include mild headaches and nausea.",
    "Examplin is better than placebitol for made-up fever (Fictus et al., 2013).",
    "More randomised controlled trials of examplin are needed.",
    "Placebitol effectively treats made-up coughs in older adults.",
    "The clinic opens at nine.",
]
BEFORE = "Examplin and made-up fever\n\n" + "\n".join(SENTENCES)
AFTER = BEFORE.replace(SENTENCES[1] + "\n", "").replace(
    "significantly reduces made-up fever", "completely cures all made-up fever"
)


def captured(text, article=None):
    return import_article(data=text.encode(), article=article, by=make.a_curator())


@pytest.fixture
def article():
    return captured(BEFORE).article


def checked_by_two(mention):
    """A round on what a mention cites, that waits."""
    return call_mention_round(
        mention=mention,
        citation=mention.citations.get(),
        reviewers=[make.a_reviewer(), make.another_reviewer()],
        by=make.an_editor(),
        reason="By two.",
    )


def the(article, kind, **given):
    return article.mentions.get(kind=kind, **given)


def test_each_mention_is_followed_into_the_new_capture(article):
    curator, reviewer = make.a_curator(), make.a_reviewer()
    reworded = accept_mention(mention=the_first(article), by=curator)
    gone = accept_mention(mention=the(article, "safety"), by=curator)
    kept = accept_mention(mention=the(article, "comparison"), by=curator)
    reject_mention(mention=the(article, "evidence-state"), by=curator)
    judge_support(
        mention=reworded,
        citation=reworded.citations.get(),
        answer="cannot_verify",
        read="nothing",
        by=reviewer,
    )
    rounds = [checked_by_two(mention) for mention in (reworded, kept)]
    version = captured(AFTER, article).version

    for round in rounds:
        round.refresh_from_db()
    assert [round.has_lapsed for round in rounds] == [True, False]
    assert state(reworded, version) == "reworded"
    assert state(gone, version) == "gone"
    assert state(kept, version) in ("same", "moved")
    reworded.refresh_from_db()
    kept.refresh_from_db()
    assert (reworded.ask_again, kept.ask_again) == (True, False)
    assert article.mentions.filter(status="suggested").count() == 1  # the cough's
    assert article.mentions.filter(status="rejected").count() == 1
    assert article.cited_works.count() == 2

    told = claim_facts(gone.claim)["mentions"][0]
    assert told["until"] == version.created_at.isoformat()
    again = claim_facts(reworded.claim)["mentions"][0]
    assert again["words"].startswith("Examplin completely cures")
    assert [cite["support"] for cite in again["cites"]] == ["not_checked"]


def test_the_new_words_may_be_another_claim(article):
    curator = make.a_curator()
    mention = accept_mention(mention=the_first(article), by=curator)
    version = captured(AFTER, article).version
    new = answer_reworded(mention=mention, same=False, by=curator)
    accept_mention(mention=new, by=curator)
    assert claim_facts(mention.claim)["mentions"][0]["until"]
    assert claim_facts(new.claim)["mentions"][0]["until"] is None
    undo_step(article=article, by=curator)
    undo_step(article=article, by=curator)
    mention.refresh_from_db()
    assert mention.ask_again
    assert state(mention, version) == "reworded"
    assert not Mention.objects.filter(pk=new.pk).exists()


def test_a_step_before_the_new_capture_is_undone_if_nothing_stands_on_it(article):
    curator = make.a_curator()
    kept = accept_mention(mention=the(article, "comparison"), by=curator)
    captured(AFTER, article)
    undo_step(article=article, by=curator)
    kept.refresh_from_db()
    assert kept.status == "suggested"


def test_undo_names_who_built_on_the_step(article):
    curator = make.a_curator()
    mention = accept_mention(mention=the_first(article), by=curator)
    edit_mention(mention=mention, mode="reports", by=make.a_reviewer())
    assert my_steps(curator, article)
    with pytest.raises(Refused, match="Rev Madeup built on this step since"):
        undo_step(article=article, by=curator)


def the_first(article):
    return the(article, "efficacy", proposed_text__startswith="Examplin")


def state(mention, version):
    return mention.anchors.get(version=version).state


LINES = st.lists(
    st.sampled_from([*SENTENCES, "It rained.", "Naïve 🙂 patients slept well."]),
    min_size=1,
    max_size=8,
)


@settings(max_examples=25, deadline=None)
@given(versions=st.lists(LINES, min_size=1, max_size=4))
def test_a_claims_words_are_its_slice_of_every_version(versions):
    article = captured("Examplin\n\n" + "\n".join(versions[0])).article
    for lines in versions[1:]:
        captured("Examplin\n\n" + "\n".join(lines), article)
    places = Anchor.objects.filter(version__article=article).select_related("version")
    for place in places:
        if place.start is None:
            assert place.state == "gone"
        else:
            assert place.version.text[place.start : place.end] == place.exact
    for work in CitedWork.objects.filter(article=article):
        assert work.entries.exists()


@settings(max_examples=25, deadline=None)
@given(versions=st.lists(st.permutations(SENTENCES), min_size=2, max_size=3))
def test_sentences_that_only_move_keep_their_mentions(versions):
    article = captured("Examplin\n\n" + "\n".join(versions[0])).article
    made = set(article.mentions.values_list("pk", flat=True))
    for lines in versions[1:]:
        version = captured("Examplin\n\n" + "\n".join(lines), article).version
        for mention in article.mentions.all():
            first = mention.anchors.order_by("version__number").first()
            assert mention.anchors.get(version=version).exact == first.exact
    assert set(article.mentions.values_list("pk", flat=True)) == made
    assert article.cited_works.count() == 2
