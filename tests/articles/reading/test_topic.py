"""The few words that tell what a passage is about."""

from hypothesis import given
from hypothesis import strategies as st

from articles.reading.suggesting.topic import MOST, topic_words

FACES = """PRP as an adjunct in facial skin. PRP combined with microneedling improved
skin tone and texture in 20 patients. However, PRP alone yielded modest improvements."""


def test_what_is_said_most_comes_first_then_what_comes_first():
    assert topic_words(FACES)[:3] == ("prp", "skin", "facial")
    assert "microneedling" in topic_words(FACES)


def test_words_of_any_study_tell_nothing():
    said = "This randomised trial showed significantly improved results in patients."
    assert topic_words(said) == ()


def test_short_words_count_only_as_names_in_capitals():
    assert topic_words("The use of MSC in a rat") == ("msc",)


def test_a_passage_without_words_has_no_topic():
    assert topic_words("") == topic_words("12, 34 (2014)") == ()


@given(st.text())
def test_the_words_are_few_all_different_and_from_the_passage(passage):
    words = topic_words(passage)
    assert len(words) <= MOST
    assert len(set(words)) == len(words)
    assert topic_words(passage) == words
