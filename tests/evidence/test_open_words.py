"""A verdict's word follows the line and the readings, and nothing outvotes the line."""

from dataclasses import replace

import pytest

from core.errors import Refused
from evidence.grades.findings import Evidence
from evidence.grades.problems import placed_problems, problems
from evidence.method import CountingReading, Findings, open_words, word_refusals
from tests import factories as make
from tests.stories.acting import a_base_of, a_form, a_trial, graded

FOR, AGAINST = CountingReading("supports", 100), CountingReading("contradicts", 100)
LITTLE = CountingReading("little_to_no_difference", 100)
OPEN = CountingReading("inconclusive", 100)
LINE = "the pooled line"


def words(**given):
    return set(open_words(Findings(figure=LINE, **given)).words)


# --- by the figure that decides ---


@pytest.mark.parametrize(
    ("deciding", "word"),
    [
        ("supports", "supported"),
        ("contradicts", "contradicted"),
        ("little_to_no_difference", "contradicted"),
        ("inconclusive", "cant_say"),
        ("does_not_address", "cant_say"),
    ],
)
@pytest.mark.parametrize("readings", [[FOR] * 9, [AGAINST] * 9, [OPEN], []])
def test_no_number_of_results_outvotes_the_figure(deciding, word, readings):
    assert words(deciding=deciding, readings=readings) == {word}


def test_little_difference_supports_a_claim_of_none():
    found = {"deciding": "little_to_no_difference", "claims_difference": False}
    assert words(**found) == {"supported"}


@pytest.mark.parametrize(
    ("deciding", "inconsistency", "open_ones"),
    [
        ("supports", 1, {"supported"}),
        ("supports", 2, {"supported", "conflicting"}),
        ("contradicts", 2, {"contradicted", "conflicting"}),
        ("inconclusive", 0, {"cant_say"}),
        ("inconclusive", 1, {"cant_say", "conflicting"}),
    ],
)
def test_results_on_both_sides_conflict_where_they_are_inconsistent(
    deciding, inconsistency, open_ones
):
    found = {"deciding": deciding, "inconsistency": inconsistency}
    assert words(readings=[FOR, AGAINST], **found) == open_ones
    assert "conflicting" not in words(readings=[FOR, OPEN], **found)


# --- by the readings, where no figure decides ---


@pytest.mark.parametrize(
    ("readings", "word"),
    [
        ([FOR, FOR], "supported"),
        ([FOR, OPEN], "supported"),
        ([AGAINST, OPEN], "contradicted"),
        ([LITTLE, AGAINST], "contradicted"),
        ([FOR, LITTLE], "conflicting"),
        ([FOR, AGAINST], "conflicting"),
        ([OPEN, OPEN], "cant_say"),
        ([], "cant_say"),
    ],
)
def test_without_a_figure_the_readings_decide(readings, word):
    assert words(readings=readings) == {word}


def test_one_side_with_under_half_of_the_people_asks_for_a_reason():
    few = Findings(readings=[FOR, CountingReading("inconclusive", 101)])
    (sentence,) = word_refusals("supported", few)
    assert "under half of the people" in sentence and "explanation" in sentence
    assert word_refusals("supported", few, "The large one measured too early.") == []
    half = Findings(readings=[FOR, OPEN])
    assert word_refusals("supported", half) == []


def test_a_trivial_size_supports_no_claim_of_a_difference():
    trivial = {"deciding": "supports", "size_class": "trivial"}
    assert words(**trivial) == {"cant_say"}
    assert words(**trivial, claims_difference=False) == {"supported"}
    assert words(deciding="contradicts", size_class="trivial") == {"contradicted"}


@pytest.mark.parametrize("word", ["supported", "contradicted", "conflicting"])
def test_a_refusal_says_what_is_missing_and_what_may_be_said(word):
    found = Findings(deciding="inconclusive", figure=LINE, readings=[FOR, FOR])
    (sentence,) = word_refusals(word, found)
    assert word in sentence.lower() and "needs" in sentence
    assert "The pooled line is inconclusive" in sentence
    assert "What can be said: “can’t say”." in sentence


# --- as a grade is handed in ---

AGAIN = (300, 1000, 100, 1000)  # more of what the claim says is lowered
WELL = (100, 1000, 300, 1000)


def a_base(*counts, **claim):
    outcome = make.an_outcome(name="Made-up falls", better="lower")
    trials = [a_trial(f"Example {n}", four, outcome) for n, four in enumerate(counts)]
    claim = make.a_claim(**{"asserts": "lowers", **claim})
    return a_base_of(claim, trials, searched_on="2026-01-05")


@pytest.mark.django_db
def test_supported_is_not_stored_over_two_trials_that_contradict():
    base = a_base(AGAIN, AGAIN)
    with pytest.raises(Refused, match="contradicts the claim, and no other result"):
        graded(base.claim, base)
    assert graded(base.claim, base, verdict="contradicted").verdict == "contradicted"


@pytest.mark.django_db
def test_the_refusal_stands_beside_the_verdict():
    base = a_base(AGAIN, AGAIN)
    (problem,) = placed_problems(Evidence.of(base), a_form(base))
    assert problem.field == "verdict"
    assert "The pooled line of the randomised studies (RR 3.00" in problem.sentence


@pytest.mark.django_db
@pytest.mark.parametrize("verdict", ["cant_say", "conflicting", "contradicted"])
def test_what_is_supported_cannot_be_left_open_or_denied(verdict):
    base = a_base(WELL, WELL)
    assert problems(base, a_form(base, verdict=verdict))


@pytest.mark.django_db
def test_readings_by_hand_do_not_turn_the_line():
    base = a_base(AGAIN, AGAIN)
    turned = {item.pk: "supports" for item in base.items.all()}
    assert "no other result outvotes it" in " ".join(
        problems(base, a_form(base, readings=turned))
    )


@pytest.mark.django_db
def test_a_line_contradicts_where_each_of_its_trials_is_inconclusive():
    base = a_base(*[(60, 200, 45, 200)] * 9)
    form = a_form(base, verdict="contradicted")
    assert {reading.bearing for reading in form.readings} == {"inconclusive"}
    claim = graded(base.claim, base, verdict="contradicted")
    assert claim.verdict == "contradicted"


@pytest.mark.django_db
def test_a_trial_alone_decides_as_it_is_read():
    base = a_base(AGAIN)
    assert "The only counting result (Example 0) contradicts the claim" in " ".join(
        problems(base, a_form(base))
    )


@pytest.mark.django_db
def test_results_of_another_question_do_not_count():
    base = a_base(WELL)
    form = a_form(base)
    other = replace(form.readings[0], population_match="other")
    told = " ".join(problems(base, replace(form, readings=(other,))))
    assert "no counting result stands on either side" in told


@pytest.mark.django_db
def test_no_difference_needs_its_margin_to_be_supported():
    base = a_base(WELL, asserts="little_or_no")
    supports = {item.pk: "supports" for item in base.items.all()}
    told = " ".join(problems(base, a_form(base, readings=supports)))
    assert "state the margin in the claim’s question" in told
