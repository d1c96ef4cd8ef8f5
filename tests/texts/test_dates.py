"""Dates as exact as they were stated."""

import pytest

from texts.dates import PartialDate


@pytest.mark.parametrize(
    ("stated", "read"),
    [
        ("2015", "2015"),
        ("2015-06", "2015-06"),
        (" 2015-06-12 ", "2015-06-12"),
        ("2015-06-12T09:30:00Z", "2015-06-12"),
        ("2015-02-30", "2015-02"),
        ("2015-00-00", "2015"),
        ("9999-12-31", "9999-12-31"),
    ],
)
def test_a_date_is_as_exact_as_its_text(stated, read):
    assert str(PartialDate.of(stated)) == read


@pytest.mark.parametrize("stated", ["", "June 2015", "2015-13", "0000", "15", "²⁰¹⁵"])
def test_what_names_no_date_is_none(stated):
    assert PartialDate.of(stated) is None


@pytest.mark.parametrize(
    ("one", "then", "was_by"),
    [
        # two days
        ("2015-06-12", "2015-06-13", True),
        ("2015-06-12", "2015-06-12", True),
        ("2015-06-13", "2015-06-12", False),
        # only the year of one
        ("2014", "2015-01-01", True),
        ("2015", "2015-12-31", None),
        ("2016", "2015-12-31", False),
        ("2014-12-31", "2015", True),
        ("2015", "2015", None),
        # only the month of one: more than 31 days from its nearest day
        ("2015-06", "2015-06-15", None),
        ("2015-05", "2015-07-01", None),
        ("2015-05", "2015-07-02", True),
        ("2015-07", "2015-05-31", None),
        ("2015-07", "2015-05-30", False),
        ("2015-06-12", "2015-06", None),
        ("2014-06", "2015-06", True),
        ("2015-06", "2014-06", False),
    ],
)
def test_which_was_first_is_told_where_it_can_be(one, then, was_by):
    assert PartialDate.of(one).was_by(PartialDate.of(then)) is was_by
