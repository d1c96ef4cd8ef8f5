"""Wording rules ask about what is said, and about nothing else."""

import pytest

from articles.reading.suggesting.wording import (
    asserts_effect,
    check_against_grade,
    denies,
    is_hedged,
    wording_flags,
)


def rules_for(sentence):
    return {flag.rule for flag in wording_flags(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "The rash can follow from certain medications.",
        "Agencies have established guidelines for such creams.",
        "It is used beside established treatments.",
        "The cream has not been proven.",
        "More trials are needed to establish the right dose.",
    ],
)
def test_words_that_only_look_certain_raise_no_flag(sentence):
    assert "certainty" not in rules_for(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "It is certain that the cream works.",
        "It is established that the cream works.",
        "The cream is proven to work.",
        "The trial clearly shows that the cream works.",
    ],
)
def test_words_of_certainty_raise_a_flag_with_the_words(sentence):
    (flag,) = [f for f in wording_flags(sentence) if f.rule == "certainty"]
    assert flag.why.startswith("worth checking: ")
    quoted = flag.why.split("“")[1].split("”")[0]
    assert quoted in sentence


def test_a_month_is_no_hedge():
    assert not is_hedged("In May the trial ended.")
    assert not is_hedged("The trial ended on 3 May 2021 and the cream worked.")
    assert is_hedged("The cream may work.")


@pytest.mark.parametrize(
    "sentence",
    [
        "The cream does not reduce wrinkles.",
        "There is no evidence that the cream improves sleep.",
        "The cream has not been proven.",
        "The cream doesn’t lower blood pressure.",
        "The cream failed to reduce pain.",
    ],
)
def test_a_denied_effect_is_not_asserted(sentence):
    assert denies(sentence)
    assert not asserts_effect(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "No serious side effects occur.",
        "The cream is completely safe.",
        "The scars healed without any side effects.",
    ],
)
def test_absolutes_assert(sentence):
    assert asserts_effect(sentence)
    assert not denies(sentence)
    assert "absolute" in rules_for(sentence)


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Studies have shown that the cream calms.", "unnamed-studies"),
        ("In clinical trials, people slept better.", "unnamed-studies"),
        ("The cream will calm you.", "will"),
        ("Damp leads to coughs.", "causal"),
        ("The cream is a revolutionary product.", "puffery"),
        ("In mice, the cream lowered stress.", "preclinical"),
    ],
)
def test_a_rule_sees_its_words(sentence, rule):
    assert rule in rules_for(sentence)


def test_an_association_is_not_called_causal():
    assert "causal" not in rules_for("Tea is associated with reduced pain.")


# (claim, best design, certainty, about people, what is worth checking)
AGAINST_GRADES = [
    (
        "Hat wearing prevents headaches.",
        "cohort",
        "Low",
        True,
        ["causal_from_observational", "unhedged_for_certainty"],
    ),
    ("Hat wearing is associated with fewer headaches.", "cohort", "Low", True, []),
    (
        "Exemplol reverses greying in people.",
        "in_vitro",
        "Very low",
        True,
        ["preclinical_to_human", "unhedged_for_certainty"],
    ),
    ("Exemplol may reduce greying in mice.", "animal", "Very low", False, []),
    (
        "Exemplol is proven to reduce pain.",
        "rct",
        "Moderate",
        True,
        ["certainty_inflation"],
    ),
    ("Exemplol probably reduces pain.", "rct", "Moderate", True, []),
    ("Exemplol reduces pain.", "rct", "High", True, []),
    ("Exemplol improves sleep.", "rct", "Low", True, ["unhedged_for_certainty"]),
    ("Exemplol may improve sleep.", "rct", "Low", True, []),
    (
        "Exemplol clearly demonstrates pain reduction.",
        "case_series",
        "Very low",
        True,
        ["causal_from_observational", "certainty_inflation"],
    ),
]


@pytest.mark.parametrize(
    ("claim", "design", "certainty", "people", "expected"), AGAINST_GRADES
)
def test_wording_is_held_against_a_grade(claim, design, certainty, people, expected):
    flags = check_against_grade(
        claim, certainty=certainty, best_design=design, about_people=people
    )
    assert [flag.rule for flag in flags] == expected
    assert all(flag.why.startswith("worth checking: ") for flag in flags)
