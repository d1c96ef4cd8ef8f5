"""What reviewers said is compared part by part, and settled by one answer to each."""

import pytest

from core.comparing import Part, Pick, Said, rows_of, settling_in, settling_of

LEVELS = (("0", "none"), ("1", "serious"))


def a_part(name, *values, options=LEVELS, whys=()):
    whys = (*whys, *[""] * (len(values) - len(whys)))
    words = dict(options)
    said = tuple(
        Said(value, words.get(value, ""), why)
        for value, why in zip(values, whys, strict=True)
    )
    return Part(name, name.capitalize(), said, options, f"{name}-why")


PARTS = [
    a_part("bias", "0", "1", whys=("", "Not blind.")),
    a_part("spread", "1", "1", whys=("Wide.", "Far apart.")),
    a_part("note", "Mind this.", "", options=()),
]


def test_a_part_differs_by_its_answers_and_not_by_how_they_are_explained():
    settling = settling_of(PARTS, {})
    assert [part.name for part in settling.differing] == ["bias", "note"]
    (agreeing,) = settling.agreeing
    assert agreeing.agreed == Said("1", "serious", "Wide.\nFar apart.")


def test_of_three_one_who_differs_makes_a_difference():
    assert a_part("bias", "0", "0", "1").differs
    assert not a_part("bias", "1", "1", "1").differs


def test_nothing_is_settled_unasked():
    settling = settling_of(PARTS, {})
    assert settling.open == PARTS
    assert list(settling.problems()) == [
        ("bias", "Bias: not settled yet."),
        ("note", "Note: not settled yet."),
        ("", "Accept the 1 agreements, or change one of them."),
    ]


def test_each_part_is_settled_by_what_was_taken_for_it():
    post = {"took-bias": "2", "took-note": "1", "accepted": "yes"}
    settling = settling_in(PARTS, post)
    answers = [settling.settled(part) for part in PARTS]
    assert [answer.value for answer in answers] == ["1", "1", "Mind this."]
    assert answers[0].why == "Not blind."
    assert not list(settling.problems())


def test_a_third_answer_needs_its_reason():
    post = {"took-bias": "third", "value-bias": "1", "why-bias": "Both were open."}
    post |= {"took-note": "1", "accepted": "yes"}
    settling = settling_in(PARTS, post)
    assert settling.settled(PARTS[0]) == Said("1", "serious", "Both were open.")
    why = "Bias: say why it is none of those given."
    assert list(settling.problems()) == [("bias", why)]
    assert not list(settling_in(PARTS, post | {"because-bias": "So."}).problems())


def test_an_agreement_can_be_changed_too():
    post = {"took-spread": "third", "value-spread": "0", "because-spread": "We erred."}
    settling = settling_in(PARTS, {**post, "accepted": "yes"})
    assert settling.settled(PARTS[1]).value == "0"


@pytest.mark.parametrize("took", ["0", "3", "-1", "²", "x", "third "])
def test_what_is_no_answer_leaves_a_part_open(took):
    settling = settling_in(PARTS, {"took-bias": took, "value-bias": "9"})
    assert settling.settled(PARTS[0]) is None


def test_what_was_typed_is_kept_though_it_is_not_taken():
    post = {"took-bias": "1", "because-bias": "Half a thought"}
    kept = settling_in(PARTS, post).as_json()
    assert settling_of(PARTS, kept).picks == {
        "bias": Pick("1", because="Half a thought")
    }
    assert settling_of(PARTS[1:], kept).picks == {}  # the part is gone since


def test_a_third_answer_that_is_not_chosen_yet_is_open():
    settling = settling_in(PARTS, {"took-bias": "third", "because-bias": "So."})
    assert PARTS[0] in settling.open


def test_a_row_has_each_answer_with_its_rater_and_its_own_problems():
    settling = settling_in(PARTS, {"took-bias": "2"})
    problems = [("bias", "No."), ("", "All of it.")]
    (bias, _), (spread,) = rows_of(settling, ["Ann", "Ben"], problems)
    assert [(each.rater, each.taken) for each in bias.answers] == [
        ("Ann", False),
        ("Ben", True),
    ]
    assert (bias.problems, spread.problems) == (("No.",), ())
