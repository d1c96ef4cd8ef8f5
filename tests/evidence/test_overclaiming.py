"""What a grader adds to a sentence may not say more than evidence can hold.

The notes of both kinds stand in sets, each written afresh, another way.
"""

from evidence.method import overclaims
from evidence.method.overclaiming.plain import readings
from evidence.method.overclaiming.weighing import EXAMPLES, Weights


def sets_of(kind):
    text = (EXAMPLES / f"{kind}.txt").read_text(encoding="utf-8")
    return [block.strip("\n").split("\n") for block in text.split("\n\n")]


def notes(kind):
    return [note for notes in sets_of(kind) for note in notes]


def test_what_overclaims_is_found_and_what_is_honest_passes():
    missed = [text for text in notes("overclaiming") if not overclaims(text)]
    refused = [text for text in notes("honest") if overclaims(text)]
    assert len(missed) <= len(notes("overclaiming")) / 100
    assert len(refused) <= len(notes("honest")) / 100


def test_the_weights_tell_sets_apart_that_they_have_not_learnt():
    overclaiming, honest = sets_of("overclaiming"), sets_of("honest")
    wrong = []
    for fold in range(5):
        learnt = Weights(
            [note for n, s in enumerate(overclaiming) if n % 5 != fold for note in s],
            [note for n, s in enumerate(honest) if n % 5 != fold for note in s],
        )
        for kind in (overclaiming, honest):
            for note in (note for notes in kind[fold::5] for note in notes):
                says_so = learnt.odds(next(readings(note))) > 0
                if says_so is not (kind is overclaiming):
                    wrong.append(note)
    assert len(wrong) <= (len(notes("overclaiming")) + len(notes("honest"))) / 10


def test_the_words_are_named_as_they_look():
    found = overclaims("It is рrоven, and without any risk.")
    assert found == ("proven", "without any risk")


def test_a_denial_reaches_no_further_than_its_clause():
    assert overclaims("It did not raise pain, and it is safe.") == ("safe",)
    assert overclaims("It is not only safe but a cure.") == ("safe", "cure")
