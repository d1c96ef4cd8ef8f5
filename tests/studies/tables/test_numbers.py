"""Numbers as papers print them, and what commas and points do in a table."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studies.tables.numbers import (
    ENGLISH,
    NUMBER,
    Separator,
    Separators,
    numbers_in,
    plain,
    separators_of,
)

# However busy the machine is.
trying = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)

GERMAN = Separators(Separator.DECIMAL, Separator.THOUSANDS)
ANYHOW = (ENGLISH, GERMAN, Separators())


def read(text, separators):
    chunks = NUMBER.findall(plain(text))
    found = [numbers_in(each, separators) for each in chunks]
    return [number.value for each in found for number in each or ("unread",)]


def test_a_number_is_read_as_it_is_meant_whatever_its_typography():
    meant = {
        "0·80": 0.8,
        "\u22122.0": -2.0,
        "\u20132.0": -2.0,
        "-.5": -0.5,
        "+1.2": 1.2,
        "1 234": 1234,
        "1\u2009234": 1234,
        "1\u202f234,5": 1234.5,
        "1'234.5": 1234.5,
        "1,234,567": 1234567,
        "1.234,5": 1234.5,
        "1,234.5": 1234.5,
        "0,8": 0.8,
        "0.123": 0.123,
        "１２": 12,
        "1.2×10⁻³": 0.0012,
        "1e-5": 1e-5,
    }
    wrong = {
        text: read(text, separators)
        for text, value in meant.items()
        for separators in ANYHOW
        if read(text, separators) != [value]
    }
    assert not wrong


def test_three_digits_behind_one_mark_are_read_as_the_table_has_it_or_not_at_all():
    cases = [
        ("1,234", ENGLISH, 1234),
        ("1,234", GERMAN, 1.234),
        ("1.234", ENGLISH, 1.234),
        ("1.234", GERMAN, 1234),
    ]
    assert [read(text, how) for text, how, _ in cases] == [[v] for *_, v in cases]
    assert numbers_in("1,234", Separators()) is None


def test_a_comma_between_two_numbers_parts_them():
    assert read("0.60,1.07", ENGLISH) == [0.6, 1.07]
    assert read("8,20", ENGLISH) == [8, 20]
    assert read("8,20", GERMAN) == [8.2]


def test_what_is_no_number_is_none():
    for text in ("1.2.3", "1,2.3,4", "9" * 60, "1.2e999"):
        assert numbers_in(text, ENGLISH) is None, text
    assert NUMBER.findall("²") == NUMBER.findall("٣") == []


def asked(*texts):
    return [question.mark for question in separators_of(texts)[1]]


def test_what_a_table_leaves_open_is_asked_with_both_readings():
    _, questions = separators_of(["1,234", "1.234", "0,8"])
    assert [question.mark for question in questions] == [",", "."]
    assert questions[0].examples == (("1,234", "1234", "1.234"),)
    assert questions[1].examples == (("1.234", "1234", "1.234"),)
    assert asked("1,234") == [","]
    assert asked("12 (8,20)") == [","]
    assert asked("0,8", "0.8", "1,234") == [","]


def test_what_a_table_tells_of_itself_is_not_asked():
    for texts in (
        ["1,234", "0.8"],
        ["1.234"],
        ["1.234", "0,8"],
        ["4/1,234", "1.234", "0.8"],
        ["n = 1,234", "1.234", "0.8"],
        ["12 (8,20)", "0.8"],
        ["0,80 (0,60, 1,07)"],
        ["2.0 (3,1 to 0,9)"],
        ["12 (8,5–20,1)"],
        ["1,234.5", "1,234", "1.234"],
    ):
        assert not asked(*texts), texts


def test_an_answer_goes_before_what_the_table_tells():
    found, questions = separators_of(["1,234", "0.8"], Separators(comma="decimal"))
    assert (found.comma, found.point, questions) == ("decimal", "decimal", ())


@trying
@given(st.decimals(-99999, 99999, places=3), st.sampled_from(ANYHOW))
def test_what_is_printed_with_both_marks_is_read_back_however_it_is_parted(value, how):
    english = f"{value:,}"
    german = english.translate(str.maketrans(",.", ".,"))
    if abs(value) >= 1000:
        assert read(english, how) == read(german, how) == [float(value)]


@trying
@given(st.text(alphabet="0123456789,.·−-+ '()[]/%±eE×10⁻ a", max_size=60))
def test_any_text_is_read_or_not_and_never_in_the_way(text):
    separators, _ = separators_of([text])
    for chunk in NUMBER.findall(plain(text)):
        read = numbers_in(chunk, separators)
        assert read is None or 1 <= len(read) <= 2
