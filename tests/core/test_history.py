"""A row's history says when, who, why and what became of each field."""

import pytest
from django.apps import apps

from accounts.models import User
from claims.models import Claim
from core.actions import ACTIONS, action, save
from core.history import history, last_changes
from core.models import Change
from core.withdrawing import withdraw
from studies.models import Topic
from tests import factories as make


@action
def keep(*, topic, changes, by, reason=""):
    return save(topic, **changes)


@pytest.fixture
def ada(db):
    return User.objects.create(username="ada", display_name="Ada Example")


@pytest.fixture
def topic(ada):
    topic = Topic(name="Skin")
    keep(topic=topic, changes={}, by=ada, reason="a new field")
    changes = {"name": "Skin ageing", "sample": True}
    keep(topic=topic, changes=changes, by=User.objects.system())
    keep(topic=topic, changes={"name": "Skin"}, by=ada, reason="too narrow")
    return topic


def test_each_change_has_who_why_and_old_and_new(topic, ada, django_assert_num_queries):
    with django_assert_num_queries(2):
        last, middle, first = history(topic)
    assert (last.by, last.who, last.why) == (ada.pk, "Ada Example", "too narrow")
    assert last.changes == {"name": ("Skin ageing", "Skin")}
    assert middle.changes == {"name": ("Skin", "Skin ageing"), "sample": (False, True)}
    assert (first.operation, first.changes, first.action) == ("insert", {}, "keep")
    assert last.at >= middle.at >= first.at


def test_what_was_done_is_told_in_words_and_never_by_a_name_of_the_code(topic, ada):
    assert [each.did for each in history(topic)] == ["changed", "changed", "added"]
    withdraw(row=make.a_claim(), by=ada, reason="Twice.")
    assert history(Claim.objects.get())[0].did == "withdrawn"


def test_each_package_has_words_for_actions_of_its_own():
    own = {(each.__module__.partition(".")[0], each.__name__) for each in ACTIONS}
    told = {
        (package.name, name)
        for package in apps.get_app_configs()
        for name in getattr(package, "done", {})
    }
    assert told <= own, f"no such action any more: {told - own}"


def test_a_change_no_action_made_has_no_name(db):
    topic = Topic.objects.create(name="Skin")
    (entry,) = history(topic)
    assert (entry.by, entry.who, entry.why) == (None, "", "")


def test_what_was_blind_stays_out(topic):
    Change.objects.filter(revision=2).update(hidden=True)
    assert [entry.revision for entry in history(topic)] == [3, 1]


def test_the_newest_change_of_each_row(topic, ada, django_assert_num_queries):
    other = Topic.objects.create(name="Bone")
    with django_assert_num_queries(1):
        last = last_changes("topic", [topic.pk, other.pk])
    assert str(last[topic.pk]).startswith("Ada Example on ")
    assert str(last[topic.pk]).endswith("UTC (too narrow)")
    assert last[other.pk].operation == "insert"


def test_the_feed_and_the_history_say_the_same_of_who_did_what_and_why(topic):
    feed = Change.objects.of("topic", [topic.pk]).with_context()
    told = [(row.by_id, row.who, row.why, row.action) for row in feed]
    assert told == [(e.by, e.who, e.why, e.action) for e in history(topic)]
