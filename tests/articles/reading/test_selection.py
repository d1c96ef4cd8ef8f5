"""Words a person selects in a text."""

from hypothesis import given
from hypothesis import strategies as st

from articles.reading.anchoring.selection import mode_of, sentence_around, trimmed
from articles.reading.document import Mode

TEXT = "Fever is made up. Examplin lowers it (Example 2001).\nIt rained. All day."


@given(st.text(max_size=60), st.integers(-3, 65), st.integers(-3, 65))
def test_a_trimmed_span_keeps_its_words_or_says_why_not(text, start, end):
    try:
        first, last = trimmed(text, start, end)
    except ValueError as problem:
        assert str(problem).startswith("The selection")
        assert not (0 <= start < end <= len(text) and text[start:end].strip())
    else:
        assert text[first:last] == text[start:end].strip()


def test_a_marker_stands_for_its_sentence():
    start = TEXT.index("Example 2001")
    span = sentence_around(TEXT, start, start + len("Example 2001"))
    assert TEXT[slice(*span)] == "Examplin lowers it (Example 2001)."


def test_a_selection_over_two_sentences_stands_for_both():
    start, end = TEXT.index("rained"), TEXT.index("day")
    assert TEXT[slice(*sentence_around(TEXT, start, end))] == "It rained. All day."


# How a sentence puts its claim: its main clause denies, a clause beside it doesn't.
MODES = {
    Mode.DENIES: """
        Tea does not reduce pain.
        There is no evidence that tea improves sleep.
        Tea has no effect on sleep.
        Tea is no better than milk.
        Large trials have found no benefit.
        The claim that tea cures gout has been refuted.
        Nothing suggests that tea relieves cramps.
        No trial found that tea lowers fever.
        Tea never relieved cramps in any trial.
        Tea hardly relieves cramps.
        Tea by no means relieves cramps.
        Tea is useless against cramps.
    """,
    Mode.ASSERTS: """
        The part of tea in this cannot be denied.
        Tea is not a cure, but it can be effective.
        Tea not only calms but also cools.
        You don't need an anaesthetic for it.
        Because the trial was not blinded, tea seemed to work.
        People who do not sleep well drink tea.
        While habits didn't change much, the rate fell.
        The tablets should not be given to children.
        No serious side effects occurred.
        Tea, which is not a drug, relieves cramps.
        Nothing lowers fever like tea.
        Tea is hardly new, but it lowers fever.
        Tea never fails but calms.
        Patients reported less fever after tea.
    """,
    Mode.ATTRIBUTES: """
        Tea calms, Dr Nobody said.
        "Tea calms," said the nurse.
        Tea calms, a large study suggests.
        According to the nurse, tea calms.
        He pointed out that tea calms.
        Herbalists claim that tea calms.
        The maker says tea calms.
        Some say tea calms.
        Many women report that tea calms.
    """,
}


def test_a_sentence_denies_asserts_or_attributes():
    wrong = [
        (words.strip(), str(mode_of(words, cited=False)))
        for mode, sentences in MODES.items()
        for words in sentences.strip().splitlines()
        if mode_of(words.strip(), cited=False) is not mode
    ]
    assert wrong == []


def test_only_a_cited_sentence_reports_a_named_study():
    words = "This trial showed that examplin lowered made-up fever."
    assert mode_of(words, cited=True) is Mode.REPORTS
    assert mode_of(words, cited=False) is Mode.ASSERTS
