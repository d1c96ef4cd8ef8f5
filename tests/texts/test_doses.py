"""Doses as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from texts.doses import doses_in

SAME = [
    ("500 mg daily", "0.5 g once a day"),
    ("500 mg twice daily", "1,000 mg/day"),
    ("1 g", "500 mg twice daily"),
    ("75–100 mg daily", "81 mg"),
    ("1000 µg", "1 mg"),
    ("three cups a day", "two to four cups daily"),
    ("10 mg/kg every 8 hours", "30 mg/kg per day"),
    ("70 mg once weekly", "10 mg a day"),
    ("1,000 IU", "1000 units"),
]
OTHER = [
    ("500 mg daily", "50 mg daily"),
    ("500 mg daily", "500 mg weekly"),
    ("10 mg", "10 ml"),
    ("10 mg", "10 mg/kg"),
    ("one cup a day", "one glass a day"),
    ("two cups a day", "two cups a week"),
]
NONE = [
    "lowers sodium by 5 g",
    "glucose above 126 mg/dl",
    "30 mg/m2",
    "a drop in fever",
    "vitamin B12",
    "a birth weight below 2,500 g",
    "a 10 % cream",
    "150 minutes a week",
    "for 5 days",
]


def test_one_dose_in_other_words_is_near():
    for one, other in SAME:
        (a,), (b,) = doses_in(one), doses_in(other)
        assert a.is_near(b) and b.is_near(a), (one, other)


def test_another_dose_is_not_near():
    for one, other in OTHER:
        (a,), (b,) = doses_in(one), doses_in(other)
        assert not a.is_near(b) and not b.is_near(a), (one, other)


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_dose_is_none(text):
    assert not [*doses_in(text)]


@given(st.text(alphabet="0123456789 .,/-mgkluca\u00b5twoperday", max_size=60))
def test_no_text_is_an_error_and_every_dose_is_near_itself(text):
    assert all(one.is_near(one) for one in doses_in(text))
