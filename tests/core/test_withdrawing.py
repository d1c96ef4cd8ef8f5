"""What others may build on is withdrawn, not deleted, and can stand again."""

import pytest

from accounts.models import User
from core.errors import Refused
from core.withdrawing import expect_current, restore, withdraw
from studies.models import Topic


@pytest.fixture
def someone(db):
    return User.objects.system()


@pytest.fixture
def topic(db):
    return Topic.objects.create(name="Skin")


def test_a_withdrawn_row_says_who_when_and_why(topic, someone):
    withdraw(row=topic, by=someone, reason="It was no topic.")
    topic.refresh_from_db()
    assert topic.withdrawn_by == someone
    assert topic.withdrawn_reason == "It was no topic."
    assert not Topic.objects.current().exists()


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_withdrawal_needs_a_reason(topic, someone, reason):
    with pytest.raises(Refused, match="Say why"):
        withdraw(row=topic, by=someone, reason=reason)


def test_what_is_withdrawn_is_not_withdrawn_again(topic, someone):
    withdraw(row=topic, by=someone, reason="It was no topic.")
    with pytest.raises(Refused, match=r"Topic \d+ was withdrawn on .* It was no topic"):
        withdraw(row=topic, by=someone, reason="again")


def test_a_withdrawn_row_can_stand_again(topic, someone):
    withdraw(row=topic, by=someone, reason="It was no topic.")
    restore(row=topic, by=someone, reason="It is one.")
    assert Topic.objects.current().get() == topic
    with pytest.raises(Refused, match="is not withdrawn"):
        restore(row=topic, by=someone, reason="It is one.")


def test_nobody_builds_on_a_merged_row(topic):
    merged = Topic.objects.create(name="The skin", merged_into=topic)
    expect_current(topic)
    with pytest.raises(Refused, match=f"was merged into {topic.pk}; use that one"):
        expect_current(topic, merged)
