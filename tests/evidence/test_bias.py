"""The level of risk of bias that shares of judgements propose."""

from hypothesis import given
from hypothesis import settings as trying
from hypothesis import strategies as st

from evidence.method.bias import BIAS_TAKES, propose_bias

CASES = (  # instrument, shares, the words of what is proposed
    ("rob2", {"Low": 1}, "not serious"),
    ("rob2", {"Some concerns": 1}, "−1"),
    ("rob2", {"High": 1}, "−2"),
    ("rob2", {"Low": 0.51, "Some concerns": 0.49}, "not serious"),
    ("rob2", {"Low": 0.5, "Some concerns": 0.5}, "−1"),
    ("rob2", {"Low": 0.76, "High": 0.24}, "not serious"),
    ("rob2", {"Low": 0.75, "High": 0.25}, "−1"),
    ("rob2", {"Low": 0.3, "Some concerns": 0.3, "High": 0.4}, "−1"),
    ("rob2", {"Low": 0.5, "High": 0.5}, "−2"),
    ("rob2", {"Low": 1 / 3, "Some concerns": 1 / 6, "High": 1 / 2}, "−2"),
    ("rob2", {}, ""),  # nothing was appraised
    ("rob2", {"Low": 0.5}, ""),
    ("rob2", {"Low": 0.76}, "not serious"),  # the rest could not change it
    ("rob2", {"Low": 0.75}, ""),
    ("rob2", {"Some concerns": 0.6}, "−1"),
    ("rob2", {"Some concerns": 0.5}, "at least −1"),
    ("rob2", {"Some concerns": 0.6, "Low": 0.4}, "−1"),
    ("rob2", {"High": 0.5}, "−2"),
    ("robins_i_2016", {"Low": 1}, "not serious"),
    ("robins_i_2016", {"Moderate": 1}, "−1"),
    ("robins_i_2016", {"Serious": 1}, "−2"),
    ("robins_i_2016", {"Critical": 1}, "−3"),
    ("robins_i_2016", {"Serious": 0.75, "Critical": 0.25}, "−2"),
    ("robins_i_2016", {"Moderate": 0.7, "Critical": 0.3}, "−2"),
    ("robins_i_2016", {"Moderate": 0.7, "No information": 0.3}, "at least −1"),
    ("robins_i_2016", {"No information": 1}, ""),
)


def test_shares_propose_a_level():
    wrong = []
    for instrument, shares, words in CASES:
        found = propose_bias(instrument, shares).words
        if found != words:
            wrong.append((instrument, shares, words, found))
    assert not wrong


def test_an_instrument_without_levels_proposes_nothing():
    assert propose_bias("nos_cohort", {"Good": 1}) is None


@st.composite
def shares(draw):
    instrument = draw(st.sampled_from(sorted(BIAS_TAKES)))
    words = list(BIAS_TAKES[instrument])
    counts = draw(st.lists(st.integers(0, 9), min_size=len(words), max_size=9))
    total = sum(counts) or 1
    return instrument, dict(zip(words, (n / total for n in counts), strict=False))


@trying(max_examples=80)
@given(shares(), st.randoms())
def test_what_is_unknown_never_makes_a_milder_level_than_any_it_may_turn_out(
    case, random
):
    instrument, known = case
    proposed = propose_bias(instrument, known)
    left = 1 - sum(known.values())
    word = random.choice(list(BIAS_TAKES[instrument]))
    settled = propose_bias(instrument, {**known, word: known.get(word, 0) + left})
    assert settled.levels >= (proposed.levels or 0)
    if proposed.levels is not None and not proposed.at_least:
        assert settled.levels == proposed.levels


@trying(max_examples=40)
@given(shares(), st.randoms())
def test_the_order_of_shares_changes_nothing(case, random):
    instrument, known = case
    rows = list(known.items())
    random.shuffle(rows)
    assert propose_bias(instrument, dict(rows)) == propose_bias(instrument, known)
