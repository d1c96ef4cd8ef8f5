"""Two articles make one claim in other words; joined, and taken apart again."""

import pytest

from articles.mentions.actions import accept_mention
from claims.claims.actions import add_claim, file_claim
from claims.models import Claim
from core.errors import NotAllowed, Refused
from evidence.bases.items import decide_item
from evidence.claims.actions import (
    merge_claims,
    relate_claims,
    reword_claim,
    unmerge_claims,
)
from evidence.facts import claim_facts
from evidence.grades.rounds import call_round
from evidence.models import EvidenceItem
from studies.topics.actions import add_topic
from tests import factories as make
from tests.stories.acting import a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept():
    """The claim that stays, graded on a trial of its own."""
    outcome = make.an_outcome()
    claim = make.a_claim(text="Examplin lowers made-up fever", asserts="lowers")
    make.a_mention(claim=claim)
    base = a_base_of(claim, [a_trial("Example 2001", (10, 100, 30, 100), outcome)])
    return graded(claim, base)


@pytest.fixture
def other(kept):
    """The same in other words: a mention, a topic, a relation, a frozen base."""
    claim = add_claim(
        text="Made-up fever falls with examplin",
        kind="effect",
        asserts="lowers",
        topics=["Made-up fever"],
        by=make.a_curator(),
    )
    make.a_mention(claim=claim)
    relate_claims(
        source=claim, target=make.a_claim(), kind="contradicts", by=make.a_curator()
    )
    outcome = make.an_outcome()
    a_base_of(claim, [a_trial("Example 2002", (20, 100, 30, 100), outcome)])
    return claim


def merge(other, kept):
    return merge_claims(
        merged=other, into=kept, by=make.an_editor(), reason="They say the same."
    )


def as_stored(claim):
    return Claim.objects.get(pk=claim.pk)


def test_what_the_merged_claim_had_is_now_the_others(other, kept):
    merge(other, kept)
    told = claim_facts(kept)
    assert len(told["mentions"]) == 2
    assert told["topics"] == ["Made-up fever"]
    assert len(told["relations"]) == 1
    assert as_stored(other).merged_into == kept


def test_bases_and_rounds_stay_and_candidates_arrive_as_awaiting(other, kept):
    merge(other, kept)
    assert other.bases.count() == 1
    draft = kept.bases.get(frozen_at=None)
    awaiting = draft.items.get(decision="awaiting")
    assert awaiting.result.study.label == "Example 2002"
    assert draft.items.filter(decision="included").count() == 1


def test_the_verdict_and_its_version_are_untouched(other, kept):
    before = kept.versions.get().facts
    merge(other, kept)
    kept.refresh_from_db()
    assert kept.verdict == "supported"
    first, second = kept.versions.order_by("number")
    assert first.facts == before
    assert second.cause == "merge"
    assert second.facts == claim_facts(kept)


def test_both_claims_keep_a_version_of_the_merge(other, kept):
    merge(other, kept)
    words = list(other.versions.order_by("number").values_list("cause", flat=True))
    assert words == ["wording", "merge"]
    assert other.versions.last().facts["merged_into"] == kept.pk


def test_taking_the_merge_back_puts_everything_back(other, kept):
    mentions = set(other.mentions.values_list("pk", flat=True))
    record = merge(other, kept)
    unmerge_claims(merge=record, by=make.an_editor(), reason="Another dose.")
    assert as_stored(other).merged_into is None
    assert set(other.mentions.values_list("pk", flat=True)) == mentions
    assert list(other.topics.values_list("name", flat=True)) == ["Made-up fever"]
    assert kept.mentions.count() == 1
    awaiting = EvidenceItem.objects.filter(base__claim=kept, decision="awaiting")
    assert not awaiting.exists()


def test_a_claim_that_accepting_made_is_its_mentions_again_when_taken_apart(kept):
    editor = make.an_editor()
    mention = accept_mention(mention=make.a_mention(), by=editor)
    claim = mention.claim
    record = merge(claim, kept)
    mention.refresh_from_db()
    assert (mention.claim, mention.made_claim) == (kept, None)
    unmerge_claims(merge=record, by=editor, reason="Another dose.")
    mention.refresh_from_db()
    assert (mention.claim, mention.made_claim) == (claim, claim)


def test_a_draft_that_a_merge_made_goes_with_it_unless_somebody_used_it(other, kept):
    drafts = kept.bases.filter(frozen_at=None)
    record = merge(other, kept)
    unmerge_claims(merge=record, by=make.an_editor(), reason="Another dose.")
    assert not drafts.exists()
    record = merge(other, kept)
    item = drafts.get().items.get(decision="awaiting")
    decide_item(item=item, decision="included", by=make.a_reviewer())
    unmerge_claims(merge=record, by=make.an_editor(), reason="Another dose.")
    assert drafts.get().items.filter(pk=item.pk).exists()


def test_a_merge_is_not_undone_over_somebodys_change(other, kept):
    record = merge(other, kept)
    mention = kept.mentions.order_by("pk").last()
    mention.flags = [{"rule": "example", "why": "Because."}]
    mention.save()
    with pytest.raises(Refused, match="changed since: Mention"):
        unmerge_claims(merge=record, by=make.an_editor(), reason="Another dose.")


def test_claims_are_not_merged_while_one_is_graded(other, kept):
    reviewer = make.a_reviewer()
    call_round(claim=other, base=other.bases.get(), reviewers=[reviewer], by=reviewer)
    with pytest.raises(Refused, match="is being graded"):
        merge(other, kept)


def test_only_an_editor_merges(other, kept):
    with pytest.raises(NotAllowed, match="merge records"):
        merge_claims(merged=other, into=kept, by=make.a_reviewer(), reason="Same.")


def test_a_merged_claim_gets_no_more_bases(other, kept):
    merge(other, kept)
    with pytest.raises(Refused, match="was merged"):
        a_base_of(as_stored(other))


def test_a_reworded_claim_keeps_its_earlier_words_and_asks_for_review(kept):
    reword_claim(
        claim=kept,
        text="Examplin lowers made-up fever in adults",
        by=make.a_curator(),
        reason="As the trial says.",
    )
    kept.refresh_from_db()
    assert kept.needs_review_why == (
        "The claim was worded “Examplin lowers made-up fever”."
    )
    first, second = kept.versions.order_by("number")
    assert first.facts["text"] == "Examplin lowers made-up fever"
    assert second.facts["text"] == "Examplin lowers made-up fever in adults"
    assert second.facts == claim_facts(kept)


def test_a_claim_filed_twice_is_filed_once(kept):
    topic = add_topic(name="Fever", by=make.a_curator())
    again = add_topic(name="FEVER", by=make.a_curator())
    assert topic == again
    for _ in range(2):
        file_claim(claim=kept, topic=topic, by=make.a_curator())
    assert kept.topics.count() == 1
