"""How alike texts are, from sketches and from words."""

from hypothesis import given
from hypothesis import strategies as st

from articles.reading.anchoring.similarity import (
    NEARLY_EQUAL,
    RUN_LENGTH,
    SKETCH_SIZE,
    estimated_jaccard,
    shared_words,
    sketch,
)

WORDS = st.lists(st.sampled_from([f"word{n}" for n in range(400)]), max_size=300)


def runs(words):
    """All runs of five words of a text, as the sketch means them."""
    starts = range(max(1, len(words) - RUN_LENGTH + 1))
    return {tuple(words[start : start + RUN_LENGTH]) for start in starts if words}


def test_a_sketch_is_the_same_on_every_machine():
    assert sketch("Examplin lowers made-up fever in six adults.") == (
        -8268452997586543645,
        -5958068188005590398,
        -4654147089701957205,
        3174095397446718122,
    )


@given(WORDS)
def test_a_text_is_wholly_like_itself(words):
    one = sketch(" ".join(words))
    assert estimated_jaccard(one, one) == (1.0 if words else 0.0)
    assert len(one) == min(SKETCH_SIZE, len(runs(words)))
    assert list(one) == sorted(one)


@given(WORDS, WORDS)
def test_short_texts_are_compared_exactly(one, other):
    """While both fit in their sketches the estimate is the Jaccard index itself."""
    one, other = one[:34], other[:34]
    shared, both = runs(one) & runs(other), runs(one) | runs(other)
    exact = len(shared) / len(both) if both else 0.0
    found = estimated_jaccard(sketch(" ".join(one)), sketch(" ".join(other)))
    assert found == exact


def test_case_and_punctuation_make_no_difference():
    assert sketch("Examplin lowers fever.") == sketch("examplin: lowers FEVER")


def test_a_long_text_with_one_sentence_changed_is_nearly_equal():
    words = [f"w{n}" for n in range(2000)]
    changed = [
        *words[:1000],
        *"one sentence of this text is new".split(),
        *words[1010:],
    ]
    one, other = sketch(" ".join(words)), sketch(" ".join(changed))
    assert estimated_jaccard(one, other) >= NEARLY_EQUAL


def test_a_text_of_which_half_is_new_is_not_nearly_equal():
    words = [f"w{n}" for n in range(2000)]
    changed = [*words[:1000], *(f"v{n}" for n in range(1000))]
    one, other = sketch(" ".join(words)), sketch(" ".join(changed))
    assert 0.1 < estimated_jaccard(one, other) < 0.6


def test_a_text_without_words_is_like_nothing():
    assert sketch(" … ") == ()
    assert estimated_jaccard((), sketch("some words")) == 0.0


def test_shared_words_count_repeats():
    assert shared_words("fever falls", "Fever falls") == 1.0
    assert shared_words("fever fever", "fever falls") == 0.5
    assert shared_words("", "") == 0.0
