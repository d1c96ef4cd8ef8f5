"""How verdicts and certainties are marked: their symbol and tone, and the bar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.templatetags.words import verdict_segments
from claims.words import Certainty, Standing, Verdict
from evidence.method import LEVELS, RATED


def test_what_was_not_found_in_a_register_is_open_and_not_a_no():
    assert Verdict.NOT_CONFIRMED.symbol == "?"


def test_what_was_shown_in_cells_alone_is_never_marked_as_a_yes():
    for verdict in (
        Verdict.SHOWN_IN_CELLS,
        Verdict.SHOWN_IN_ANIMALS,
        Verdict.NOT_SHOWN,
    ):
        assert verdict.tone == "q"


def test_every_verdict_has_its_own_word_and_a_tone():
    assert len({verdict.label for verdict in Verdict}) == len(Verdict)
    assert all(verdict.tone for verdict in Verdict)


def test_only_what_is_not_graded_has_no_symbol():
    assert [v for v in Verdict if not v.symbol] == [Verdict.NOT_GRADED]


def test_certainty_is_marked_by_four_circles_filled_by_level():
    for certainty, level in LEVELS.items():
        assert certainty.symbol == "⊕" * level + "◯" * (4 - level)


def test_where_nothing_was_rated_certainty_has_no_mark():
    assert {c for c in Certainty if not c.symbol} == set(Certainty) - RATED


SPREAD = st.tuples(
    st.sampled_from(list(Verdict)), st.sampled_from(list(Standing)), st.integers(0)
)


@given(st.lists(SPREAD))
def test_the_pieces_of_a_verdict_bar_fill_it_without_gaps(counts):
    segments = verdict_segments(counts)
    assert [s.count for s in segments] == [n for _, _, n in counts if n]
    if segments:
        assert segments[0].x == 0
        assert segments[-1].x + segments[-1].width == pytest.approx(1000, abs=0.2)
    for left, right in zip(segments, segments[1:], strict=False):
        assert left.x + left.width == pytest.approx(right.x, abs=0.2)
