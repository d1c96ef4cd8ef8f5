"""What differs between two texts puts either of them together again."""

from hypothesis import given
from hypothesis import strategies as st

from core.text_differences import differences

WORDS = st.lists(
    st.sampled_from("alpha beta gamma\n delta, é ~".split(" ")), max_size=60
)


@given(WORDS, WORDS)
def test_the_pieces_make_up_both_texts_but_for_what_is_skipped(old, new):
    before, after = " ".join(old), " ".join(new)
    pieces = differences(before, after)
    if not pieces:
        return
    for kind, text in (("out", before), ("in", after)):
        rest = text
        for piece in pieces:
            if piece.kind == "skipped":
                continue
            if piece.kind in ("same", kind):
                assert piece.text in rest
                rest = rest[rest.index(piece.text) + len(piece.text) :]
        skipped = any(piece.kind == "skipped" for piece in pieces)
        kept = "".join(each.text for each in pieces if each.kind in ("same", kind))
        assert skipped or kept == text


def test_short_texts_and_texts_that_share_nothing_are_read_whole():
    assert differences("mild fever", "high fever") == ()
    assert differences("a b c d " * 20, "w x y z " * 20) == ()
    assert differences("", "word " * 20) == ()


def test_one_word_in_a_long_text_is_shown_with_words_around_it():
    long = " ".join(f"word{n}" for n in range(200))
    pieces = differences(long, long.replace("word100", "other"))
    assert [piece.kind for piece in pieces] == [
        *("skipped", "same", "out", "in", "same", "skipped")
    ]
    assert (pieces[2].text, pieces[3].text) == ("word100", "other")
    assert pieces[1].text.endswith("word99 ")
    assert len(" ".join(piece.text for piece in pieces)) < 200
