"""What a piece of work writes is noted, however it is written, and is taken back."""

import pytest
from django.db import connection

from claims.models import ClaimTopic
from core.actions import action
from core.copying import copy_rows
from core.errors import Refused
from core.models import RecordedRow, Recording
from core.recording import recording, take_back
from studies.models import Study, Topic
from tests import factories as make

pytestmark = pytest.mark.django_db


@action
def recorded(*, what, by):
    with recording() as noted:
        what()
    return noted


@action
def doing(*, what, by):
    return what()


@action
def taken_back(*, noted, by):
    take_back(noted, by)


@pytest.fixture
def editor():
    return make.an_editor()


@pytest.fixture
def topics():
    return [make.a_topic(name=name) for name in ("one", "two", "three")]


def names():
    return sorted(Topic.objects.values_list("name", flat=True))


def a_topic_named(name):
    return Topic(name=name)


def in_sql():
    with connection.cursor() as cursor:
        cursor.execute("UPDATE studies_topic SET name = name || '!'")


def by_copy():
    columns = ("id", "revision", "withdrawn_reason", "name", "sample")
    copy_rows(Topic, columns, [(10**6, 1, "", "copied", False)])


WRITES = {
    "a save": lambda: Topic(name="four").save(),
    "many inserts": lambda: Topic.objects.bulk_create(
        [Topic(name="a"), Topic(name="b")]
    ),
    "a statement over all": lambda: Topic.objects.update(sample=True),
    "a removal of all": lambda: Topic.objects.all().delete(),
    "SQL": in_sql,
    "a copy": by_copy,
}


def everything():
    return sorted(Topic.objects.values_list("pk", "name", "sample", "created_at"))


@pytest.mark.parametrize("how", WRITES)
def test_what_is_written_is_taken_back(how, topics, editor):
    before = everything()
    noted = recorded(what=WRITES[how], by=editor)
    assert everything() != before
    taken_back(noted=noted, by=editor)
    assert everything() == before


def test_nothing_is_noted_before_and_after(topics, editor):
    Topic.objects.update(sample=True)
    recorded(what=lambda: None, by=editor)
    Topic.objects.update(sample=False)
    assert not RecordedRow.objects.exists()


def test_nothing_is_noted_of_what_failed(topics, editor):
    def fails():
        Topic.objects.update(sample=True)
        raise Refused("No.")

    def failing_within():
        with pytest.raises(Refused), recording():
            fails()
        Topic(name="after").save()

    doing(what=failing_within, by=editor)
    assert not Recording.objects.exists() and not RecordedRow.objects.exists()
    assert not Topic.objects.filter(sample=True).exists()
    assert "after" in names()


def test_the_first_state_and_the_last_revision_of_a_row_count(topics, editor):
    def writes():
        for name in ("first", "second"):
            Topic.objects.filter(pk=topics[0].pk).update(name=name)

    noted = recorded(what=writes, by=editor)
    row = noted.rows.get()
    assert (row.before["name"], row.revision) == ("one", 3)
    taken_back(noted=noted, by=editor)
    assert names() == ["one", "three", "two"]


def test_one_that_begins_within_another_is_part_of_it(topics, editor):
    def writes():
        with recording() as inner:
            assert inner is None
            Topic.objects.update(sample=True)
        Topic(name="four").save()

    noted = recorded(what=writes, by=editor)
    assert noted.rows.count() == 4


def test_they_are_taken_back_newest_first(topics, editor):
    def naming(name):
        rows = Topic.objects.filter(pk=topics[0].pk)
        return recorded(what=lambda: rows.update(name=name), by=editor)

    first, second, third = naming("first"), naming("second"), naming("third")
    with pytest.raises(Refused, match="You built on this step since .changed"):
        taken_back(noted=second, by=editor)
    for noted, name in ((third, "second"), (second, "first"), (first, "one")):
        taken_back(noted=noted, by=editor)
        assert name in names()


def test_a_row_that_was_removed_and_came_back_can_be_taken_back_further(editor):
    made = recorded(what=lambda: Topic(name="four").save(), by=editor)
    gone = recorded(what=lambda: Topic.objects.all().delete(), by=editor)
    with pytest.raises(Refused, match="built on this step"):
        taken_back(noted=made, by=editor)
    taken_back(noted=gone, by=editor)
    taken_back(noted=made, by=editor)
    assert names() == []


def test_what_somebody_changed_since_stays_and_it_says_who(topics, editor):
    noted = recorded(what=lambda: Topic.objects.update(sample=True), by=editor)
    renaming = Topic.objects.filter(pk=topics[1].pk)
    doing(what=lambda: renaming.update(name="mine"), by=make.a_reviewer())
    with pytest.raises(Refused, match=r"Rev Madeup built on this step since \(changed"):
        taken_back(noted=noted, by=editor)
    assert Topic.objects.filter(sample=True).count() == 3


def test_what_others_refer_to_stays_and_it_says_who(editor):
    noted = recorded(what=lambda: Topic(name="four").save(), by=editor)
    topic, claim = Topic.objects.get(), make.a_claim()
    filed = ClaimTopic(claim=claim, topic=topic)
    doing(what=filed.save, by=make.a_reviewer())
    with pytest.raises(Refused, match="Rev Madeup built on this step since"):
        taken_back(noted=noted, by=editor)
    ClaimTopic.objects.all().delete()
    taken_back(noted=noted, by=editor)
    assert names() == []


def test_what_was_made_together_goes_together(editor):
    claim = make.a_claim()

    def writes():
        topic = Topic(name="four")
        topic.save()
        ClaimTopic(claim=claim, topic=topic).save()

    taken_back(noted=recorded(what=writes, by=editor), by=editor)
    assert names() == [] and not ClaimTopic.objects.exists()


def test_every_kind_of_value_comes_back_as_it_was(editor):
    study = make.a_study(
        label="Exämple “2001”", year=2001, sample_size=12, design_words="a\tb\\c\nd"
    )
    before = Study.objects.values().get()
    noted = recorded(what=Study.objects.all().delete, by=editor)
    taken_back(noted=noted, by=editor)
    after = Study.objects.values().get()
    assert after.pop("revision") == before.pop("revision") + 1
    assert after == before
    assert Study.objects.get() == study
