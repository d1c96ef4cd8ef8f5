"""Writes go through actions; the database keeps who, why and what changed."""

import pytest
from django.db import connection

from accounts.models import User
from core.actions import action, expect_revision, save, unsaid
from core.errors import LostRace, Refused
from core.models import Change
from evidence.models import Topic
from studies.models import Outcome
from tests import factories
from tests.core.waiting import wait_until


@action
def name_topic(*, name, by, reason=""):
    return save(Topic(name=name))


@action
def rename_topic(*, topic, name, by, reason=""):
    return save(topic, name=name)


@action
def rename_twice(*, topic, by, reason=""):
    rename_topic(topic=topic, name="first", by=by, reason="inner")
    return rename_topic(topic=topic, name="second", by=by, reason="inner")


@pytest.fixture
def someone(db):
    return User.objects.system()


def test_every_write_is_announced_with_who_and_why(someone):
    topic = name_topic(name="Bone density", by=someone, reason="a new field")
    change = Change.objects.get(model="evidence.topic", row_id=topic.pk)
    assert change.operation == "insert"
    assert change.context.metadata == {
        "user": someone.pk,
        "action": "name_topic",
        "reason": "a new field",
    }


def test_an_update_keeps_the_row_as_it_was(someone):
    topic = name_topic(name="Bone density", by=someone)
    rename_topic(topic=topic, name="Bone mineral density", by=someone, reason="clearer")
    kept = topic.events.get()
    assert kept.name == "Bone density"
    assert kept.pgh_context.metadata["reason"] == "clearer"
    assert topic.revision == 2


def test_the_outermost_action_alone_says_why(someone):
    topic = name_topic(name="Skin", by=someone)
    rename_twice(topic=topic, by=someone, reason="outer")
    reasons = set(
        Change.objects.filter(row_id=topic.pk, operation="update").values_list(
            "context__metadata__reason", flat=True
        )
    )
    assert reasons == {"outer"}


def test_a_broken_constraint_comes_out_as_its_sentence(someone):
    name_topic(name="Skin", by=someone)
    with pytest.raises(Refused, match="There is a topic of this name"):
        name_topic(name="SKIN", by=someone)


def test_what_others_build_on_is_not_removed(someone):
    @action
    def remove(*, row, by):
        row.delete()

    with pytest.raises(Refused, match="others build on it"):
        remove(row=factories.a_claim_topic().topic, by=someone)


def test_only_what_a_row_has_nothing_in_is_unsaid():
    said = {"name": "Bones", "definition": "Of bone", "unit": "", "measures": ["DXA"]}
    row = Outcome(name="Bone density", definition="", unit="g/cm²", measures=[])
    left = {"definition": "Of bone", "measures": ["DXA"]}
    assert unsaid(row, said) == unsaid(vars(row), said) == left


def test_a_refused_action_leaves_nothing_behind(someone):
    before = Change.objects.count()
    with pytest.raises(Refused):
        name_topic(name="", by=someone)
    assert Change.objects.count() == before
    assert not Topic.objects.exists()


def test_a_write_over_someone_elses_change_is_refused(someone):
    topic = name_topic(name="Skin", by=someone)
    rename_topic(topic=topic, name="Skin ageing", by=someone)
    with pytest.raises(LostRace, match="revision 2; you saw 1"):
        expect_revision(topic, 1)


def test_bulk_updates_are_announced_too(someone):
    for name in ("one", "two", "three"):
        name_topic(name=name, by=someone)
    Topic.objects.update(sample=True)
    assert (
        Change.objects.filter(model="evidence.topic", operation="update").count() == 3
    )


def test_an_action_takes_keywords_and_says_who():
    with pytest.raises(TypeError, match="keyword-only"):

        @action
        def positional(thing, *, by):
            return thing


@pytest.mark.django_db(transaction=True)
def test_the_feed_waits_for_transactions_that_still_run(someone):
    name_topic(name="settled", by=someone)
    wait_until(lambda: settled_topics() == 1)
    other = connection.copy()
    try:
        other.set_autocommit(False)
        other.cursor().execute("SELECT pg_current_xact_id()")
        name_topic(name="behind a running transaction", by=someone)
        assert settled_topics() == 1
        other.rollback()
    finally:
        other.close()
    wait_until(lambda: settled_topics() == 2)


def settled_topics():
    return Change.objects.settled().filter(model="evidence.topic").count()
