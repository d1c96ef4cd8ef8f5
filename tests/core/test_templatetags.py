"""How values are worded on pages."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.templatetags import footing


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (176782, None, "176,782"),
        (-2, None, "−2"),
        (0.3849, 2, "0.38"),
        (-1234.5, 1, "−1,234.5"),
        (-0.001, 2, "0.00"),
        (Decimal("0.70"), None, "0.70"),
        ("1200.5", 1, "1,200.5"),
        (0, None, "0"),
        (None, 2, "not stated"),
        ("", None, "not stated"),
    ],
)
def test_numbers_have_separators_and_a_true_minus(value, digits, text):
    assert footing.number(value, digits) == text


@given(st.integers())
def test_a_printed_whole_number_reads_back_as_itself(value):
    printed = footing.number(value)
    assert int(printed.replace(",", "").replace("−", "-")) == value


@pytest.mark.parametrize(
    ("value", "text"), [(1, "+1"), (-2, "−2"), (0, "0"), (None, "not stated")]
)
def test_steps_carry_their_sign(value, text):
    assert footing.signed(value) == text


def test_an_interval_reads_as_a_sentence_part():
    assert footing.interval(0.38, 0.2, 0.7) == "0.38 (0.20 to 0.70)"
    assert footing.interval(-1.5, -2, 0.25, digits=1) == "−1.5 (−2.0 to 0.2)"


def test_an_interval_says_what_is_unknown():
    assert footing.interval(None, 0.2, 0.7) == "not stated"
    assert footing.interval(0.38) == "0.38 (interval not stated)"
    assert footing.between(None, 0.7) == "up to 0.70"
    assert footing.between(0.2, None) == "from 0.20"
    assert footing.between(None, None) == "not stated"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 11, 12), "12 Nov 2026"),
        (datetime(2026, 3, 1, 23, 59, tzinfo=UTC), "1 Mar 2026"),
        ("2026-11-02", "2 Nov 2026"),
        ("2026-11-02T10:00:00Z", "2 Nov 2026"),
        ("2026-11", "Nov 2026"),
        ("2026", "2026"),
        ("spring 1948", "spring 1948"),
        ("2026-13-01", "2026-13-01"),
        ("1947 to 1950", "1947 to 1950"),
        (None, "not stated"),
    ],
)
def test_days_are_written_one_way_and_never_guessed(value, text):
    assert footing.day(value) == text


def test_a_moment_names_its_time_zone():
    moment = datetime(2026, 11, 12, 14, 3, tzinfo=UTC)
    assert footing.day_time(moment) == "12 Nov 2026, 14:03 UTC"
    assert footing.day_time("2026-11-12T14:03:00Z") == "12 Nov 2026, 14:03 UTC"
    assert footing.day_time(None) == "not stated"


@pytest.mark.parametrize(
    ("count", "forms", "text"),
    [
        (1, "study,studies", "1 study"),
        (1200, "study,studies", "1,200 studies"),
        (0, "study,studies", "no studies"),
        (2, "article", "2 articles"),
        (None, "person,people", "an unknown number of people"),
    ],
)
def test_counts_agree_with_their_noun(count, forms, text):
    assert footing.counted(count, forms) == text


def test_what_a_select_offers_is_escaped_and_the_chosen_one_marked():
    pairs = [("a", "One & <two>"), ("b", "Three")]
    assert footing.options(pairs, "b") == (
        '<option value="a">One &amp; &lt;two&gt;</option>\n'
        '<option value="b" selected>Three</option>'
    )
    assert "selected" not in footing.options(pairs, "")
