"""Writes go through actions; the database keeps who, why and what changed."""

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from core.actions import action, expect_revision, save, unsaid
from core.copying import copy_rows
from core.errors import LostRace, NotAllowed, Refused
from core.models import Change
from studies.models import Outcome, StudyTopic, Topic
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
    rename_topic(topic=topic, name="second", by=by)
    return save(topic, name="third")


@action
def file_under(*, topic, study, by, reason=""):
    return save(StudyTopic(topic=topic, study=study))


@action
def file_numbered(*, topic, number, by, reason=""):
    return save(StudyTopic(topic=topic, study_id=number))


@pytest.fixture
def someone(db):
    return User.objects.system()


def test_every_write_is_announced_with_who_and_why(someone):
    topic = name_topic(name="Bone density", by=someone, reason="a new field")
    change = Change.objects.get(model="topic", row_id=topic.pk)
    assert change.operation == "insert"
    assert change.context.metadata == {
        "user": someone.pk,
        "action": "name_topic",
        "reason": "a new field",
    }


def test_a_row_at_hand_is_not_looked_up_again_and_a_number_is(someone):
    topic, study = factories.a_topic(), factories.a_study()
    with CaptureQueriesContext(connection) as queries:
        file_under(topic=topic, study=study, by=someone)
    asked = [each["sql"] for each in queries if "LIMIT 1" in each["sql"]]
    assert asked == []
    with pytest.raises(Refused, match="study instance with id 0 is not a valid"):
        file_numbered(topic=topic, number=0, by=someone)


def test_an_update_keeps_the_row_as_it_was(someone):
    topic = name_topic(name="Bone density", by=someone)
    rename_topic(topic=topic, name="Bone mineral density", by=someone, reason="clearer")
    kept = topic.events.get()
    assert kept.name == "Bone density"
    assert kept.pgh_context.metadata["reason"] == "clearer"
    assert topic.revision == 2


def contexts(topic, operation="update"):
    """Which action changed a topic, and why, in order."""
    changes = Change.objects.filter(row_id=topic.pk, operation=operation)
    return [
        (change.context.metadata["action"], change.context.metadata["reason"])
        for change in changes.order_by("id").select_related("context")
    ]


def test_an_action_within_another_keeps_its_name_and_reason(someone):
    topic = name_topic(name="Skin", by=someone)
    rename_twice(topic=topic, by=someone, reason="outer")
    assert contexts(topic) == [
        ("rename_topic", "inner"),
        ("rename_topic", "outer"),
        ("rename_twice", "outer"),
    ]


def test_a_failure_within_an_action_gives_its_context_back(someone):
    @action
    def tries(*, topic, by, reason=""):
        with suppress(ValidationError):
            rename_topic(topic=topic, name="", by=by, reason="inner")
        topic.refresh_from_db()
        save(topic, name="kept")

    topic = name_topic(name="Skin", by=someone)
    tries(topic=topic, by=someone, reason="outer")
    assert contexts(topic) == [("tries", "outer")]


def test_what_is_copied_within_an_action_keeps_its_name_too(someone):
    @action
    def copies(*, by, reason=""):
        name_topic(name="Skin", by=by, reason="inner")
        columns = ("id", "revision", "withdrawn_reason", "name", "sample")
        copy_rows(Topic, columns, [(10**6, 1, "", "Bones", False)])

    copies(by=someone, reason="outer")
    assert contexts(Topic.objects.get(name="Skin"), "insert") == [
        ("name_topic", "inner")
    ]
    assert contexts(Topic.objects.get(name="Bones"), "insert") == [("copies", "outer")]


def test_an_action_within_another_is_for_the_same_person(someone):
    @action
    def name_for_another(*, by, reason=""):
        name_topic(name="Skin", by=factories.an_editor())

    with pytest.raises(RuntimeError, match="cannot call name_topic"):
        name_for_another(by=someone)
    assert not Topic.objects.exists()


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
    assert Change.objects.filter(model="topic", operation="update").count() == 3


def test_an_action_takes_keywords_and_says_who():
    with pytest.raises(TypeError, match="keyword-only"):

        @action
        def positional(thing, *, by):
            return thing

    with pytest.raises(TypeError, match="take by="):

        @action
        def nobodys(*, by=None):
            return by

    with pytest.raises(TypeError, match="and by="):
        name_topic(name="Skin")


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
    return Change.objects.settled().filter(model="topic").count()


def test_what_a_person_may_not_do_is_no_refusal_of_what_they_sent():
    assert not issubclass(NotAllowed, Refused)
