"""A vocabulary's members: what is stored, and how it is worded and marked."""

import pytest

from texts.words import Words


class Weather(Words):
    UNKNOWN = "", "—"
    VERY_WET = "very_wet"
    DRY = "dry", "dry as GRADE", "☼", "ok"


def test_a_label_is_the_name_in_lower_case_unless_it_is_written_out():
    assert Weather.VERY_WET.label == "very wet"
    assert Weather.DRY.label == "dry as GRADE"


def test_a_capitalised_label_keeps_its_other_capitals():
    assert Weather.VERY_WET.capitalised == "Very wet"
    assert Weather.DRY.capitalised == "Dry as GRADE"


def test_a_mark_and_a_tone_are_empty_where_a_word_has_none():
    assert (Weather.DRY.symbol, Weather.DRY.tone) == ("☼", "ok")
    assert (Weather.VERY_WET.symbol, Weather.VERY_WET.tone) == ("", "")


def test_a_member_is_its_stored_value():
    assert Weather.DRY == "dry" and f"{Weather.DRY}" == str(Weather.DRY) == "dry"
    assert Weather("dry") is Weather.DRY
    assert "very_wet" in set(Weather)


def test_an_empty_value_is_a_member_like_another():
    assert Weather("") is Weather.UNKNOWN


def test_an_unknown_value_is_refused():
    with pytest.raises(ValueError, match="not a valid Weather"):
        Weather("snow")


def test_pairs_come_in_the_order_declared_with_plain_values():
    assert Weather.pairs() == [
        ("", "—"),
        ("very_wet", "very wet"),
        ("dry", "dry as GRADE"),
    ]
    assert {type(value) for value, _ in Weather.pairs()} == {str}


def test_the_empty_value_can_be_left_out():
    assert [value for value, _ in Weather.set_pairs()] == ["very_wet", "dry"]
