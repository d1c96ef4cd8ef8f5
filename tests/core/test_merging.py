"""Two rows that are one thing are merged, and a merge can be taken back."""

import pytest

from accounts.models import User
from core.actions import action, save
from core.errors import Refused
from core.merging import merge, undo_merge
from core.models import Change, Merge
from core.withdrawing import withdraw
from studies.models import Topic


@action
def rename(*, topic, name, by, reason=""):
    return save(topic, name=name)


@pytest.fixture
def ada(db):
    return User.objects.create(username="ada", display_name="Ada Example")


@pytest.fixture
def topics(db):
    return [Topic.objects.create(name=name) for name in ("Skin", "The skin", "Derma")]


def values(topic):
    topic.refresh_from_db()
    return (topic.name, topic.sample, topic.merged_into_id)


def test_a_merge_moves_what_it_is_told_and_leads_to_the_survivor(topics, ada):
    kept, gone, moved = topics
    moves = [(moved, "name", "Dermis"), (moved, "sample", True)]
    merge(merged=gone, into=kept, moves=moves, by=ada, reason="one thing")
    assert values(gone)[2] == kept.pk
    assert values(moved) == ("Dermis", True, None)
    change = Change.objects.get(row_id=gone.pk, operation="update")
    assert change.context.metadata["reason"] == "one thing"


def test_an_undone_merge_leaves_all_as_it_was(topics, ada):
    before = [values(topic) for topic in topics]
    kept, gone, moved = topics
    moves = [(moved, "name", "Dermis"), (moved, "merged_into", kept)]
    record = merge(merged=gone, into=kept, moves=moves, by=ada, reason="one thing")
    undone = undo_merge(merge=record, by=ada, reason="two things")
    assert [values(topic) for topic in topics] == before
    assert undone.undone_by == ada
    with pytest.raises(Refused, match="undone already"):
        undo_merge(merge=record, by=ada, reason="again")


def test_an_undone_merge_can_be_made_again(topics, ada):
    kept, gone, _ = topics
    record = merge(merged=gone, into=kept, by=ada, reason="one thing")
    undo_merge(merge=record, by=ada, reason="two things")
    merge(merged=gone, into=kept, by=ada, reason="one thing after all")
    assert Merge.objects.count() == 2


def test_merges_are_undone_newest_first(topics, ada):
    kept, one, two = topics
    first = merge(merged=one, into=kept, by=ada, reason="one thing")
    second = merge(merged=two, into=kept, by=ada, reason="one thing")
    said = f"Undo the newer merge first: {two.pk} into {kept.pk}"
    with pytest.raises(Refused, match=said):
        undo_merge(merge=first, by=ada, reason="two things")
    undo_merge(merge=second, by=ada, reason="two things")
    undo_merge(merge=first, by=ada, reason="two things")


def test_a_merge_of_the_survivor_is_undone_before(topics, ada):
    middle, gone, last = topics
    first = merge(merged=gone, into=middle, by=ada, reason="one thing")
    merge(merged=middle, into=last, by=ada, reason="one thing")
    with pytest.raises(Refused, match="Undo the newer merge first"):
        undo_merge(merge=first, by=ada, reason="two things")


def test_what_two_merges_moved_is_put_back_by_both(topics, ada):
    middle, gone, last = topics
    moved = Topic.objects.create(name="Dermis")
    before = [values(topic) for topic in (*topics, moved)]
    named = [(middle, gone, "Skin layer"), (last, middle, "Layer")]
    first, second = (
        merge(merged=two, into=one, moves=[(moved, "name", name)], by=ada, reason="One")
        for one, two, name in named
    )
    for record in (second, first):
        undo_merge(merge=record, by=ada, reason="three things")
    assert [values(topic) for topic in (*topics, moved)] == before


def test_a_merge_somebody_built_on_is_not_undone_and_says_who(topics, ada):
    kept, gone, moved = topics
    moves = [(moved, "name", "Dermis")]
    record = merge(merged=gone, into=kept, moves=moves, by=ada, reason="one thing")
    moved.refresh_from_db()
    rename(topic=moved, name="Dermis, upper", by=ada, reason="clearer")
    said = rf"Topic {moved.pk} by Ada Example on .* \(clearer\)"
    with pytest.raises(Refused, match=said):
        undo_merge(merge=record, by=User.objects.system(), reason="two things")
    assert values(gone)[2] == kept.pk


def test_a_merge_says_why(topics, ada):
    with pytest.raises(Refused):
        merge(merged=topics[1], into=topics[0], by=ada, reason="")


def test_nothing_is_merged_into_itself_or_another_kind(topics, ada):
    with pytest.raises(Refused, match="into itself"):
        merge(merged=topics[0], into=topics[0], by=ada, reason="one thing")
    with pytest.raises(Refused, match="different things"):
        merge(merged=topics[0], into=ada, by=ada, reason="one thing")


def test_only_what_stands_is_merged(topics, ada):
    kept, gone, other = topics
    merge(merged=gone, into=kept, by=ada, reason="one thing")
    with pytest.raises(Refused, match="was merged into"):
        merge(merged=gone, into=other, by=ada, reason="one thing")
    withdraw(row=other, by=ada, reason="no topic")
    with pytest.raises(Refused, match="was withdrawn"):
        merge(merged=kept, into=other, by=ada, reason="one thing")
