"""Lengths of time as people write them."""

import pytest

from texts.durations import days_in, same_time


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12 weeks", 84),
        ("at 12-week follow-up", 84),
        ("week 12", 84),
        ("Day 28", 28),
        ("one year", 365.25),
        ("after 1.5 yrs", 547.875),
        ("12 months", 365.25),
        ("0 days", 0),
    ],
)
def test_a_length_of_time_is_read(text, days):
    assert days_in(text) == days


@pytest.mark.parametrize(
    "text", ["", "at the end", "6 weeks and 12 weeks", "12", "none", "bone weeks"]
)
def test_none_or_several_are_no_length(text):
    assert days_in(text) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("12 weeks", "Week 12"), ("12 months", "1 year"), ("At  the end", "at the end")],
)
def test_one_time_in_other_words_is_the_same(one, other):
    assert same_time(one, other)
    assert not same_time(one, "13 weeks")
    assert not same_time("then", "later")
