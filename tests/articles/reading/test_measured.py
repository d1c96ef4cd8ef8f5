"""What is printed of the rules' errors was measured with the rules there are."""

import json
from pathlib import Path

import pytest

from articles.reading.suggesting.learnt import FILE
from articles.reading.suggesting.measured import digest_of_rules, measured, rules_digest
from articles.reading.suggesting.rules import VERSION
from benchmarks._labelled import overlap, words_of
from benchmarks.learning import FEWEST, fingerprint, learnt
from benchmarks.suggesting import GOALS, OWN, below_goals, score_folder


def test_the_rules_have_not_changed_since_they_were_measured():
    """If they have: a new VERSION, and ``benchmarks.suggesting --keep`` again."""
    assert rules_digest() == digest_of_rules()
    assert VERSION in {one.version for one in measured()}
    assert all(0 <= share <= 1 for one in measured() for share in one.shares.values())


def test_the_weights_were_learnt_from_the_sentences_and_rules_there_are():
    """If not: ``python -m benchmarks.learning`` again."""
    assert json.loads(FILE.read_text(encoding="utf-8"))["of"] == fingerprint()


def test_what_is_learnt_tells_the_kinds_of_what_it_was_learnt_from_apart():
    harm, help_ = {"nausea": 1.0, "<drug>": 0.5}, {"relief": 1.0, "<drug>": 0.5}
    found = [(harm, "safety"), (help_, "efficacy")] * FEWEST
    weights = learnt(found)
    assert weights == learnt(found)  # the same each time
    of = {
        name: dict(zip(weights["kinds"], row, strict=True))
        for name, row in weights["weights"].items()
    }
    assert of["nausea"]["safety"] > 0 > of["relief"]["safety"]
    assert of["relief"]["efficacy"] > 0 > of["nausea"]["efficacy"]


def test_own_texts_meet_the_goals_that_the_rules_were_written_for():
    worked_on = score_folder("worked on", OWN[0], listed=False)
    assert list(below_goals(worked_on.shares)) == []
    assert worked_on.texts == 8


def test_our_own_texts_are_read_as_well_as_was_measured():
    kept = [
        one for one in measured() if "held out" in one.name and one.version == VERSION
    ]
    assert len(kept) == len(OWN) - 1
    for folder, figures in zip(OWN[1:], kept, strict=True):
        now = score_folder(figures.name, folder, listed=False)
        worse = {
            figure: (now.shares[figure], figures.shares[figure])
            for figure in GOALS
            if now.shares[figure] < figures.shares[figure] - 0.005
        }
        assert worse == {}, figures.name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Tea calms most people.", "Tea calms most people.", True),
        ("Tea calms most people.", "Tea calms most people at night.", True),
        ("Tea calms.", "Tea calms most people at night, and so does milk.", False),
        ("Tea calms.", "Milk wakes.", False),
        ("", "", False),
    ],
)
def test_a_suggestion_meets_a_mark_by_its_words(one, other, same):
    assert bool(overlap(words_of(one), words_of(other))) is same


def test_own_texts_carry_no_marks_into_what_is_read():
    for folder in OWN:
        for path in sorted(Path(folder).iterdir()):
            marked = path.read_text(encoding="utf-8")
            assert marked.count("⟦") == marked.count("⟧") >= 9
