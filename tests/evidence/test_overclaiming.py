"""What a grader adds to a sentence may not say more than evidence can hold.

The notes stand in files, a sentence a line: each pair was written afresh, another way.
"""

from pathlib import Path

from evidence.method import overclaims

NOTES = Path(__file__).parent / "notes"


def notes(kind):
    files = sorted(NOTES.glob(f"{kind}-*.txt"))
    return [line for file in files for line in file.read_text().splitlines()]


def test_what_overclaims_is_found_and_what_is_honest_passes():
    missed = [text for text in notes("overclaiming") if not overclaims(text)]
    refused = {text: overclaims(text) for text in notes("honest") if overclaims(text)}
    assert (missed, refused) == ([], {})


def test_the_words_are_named_as_they_look():
    found = overclaims("It is рrоven, and without any risk.")
    assert found == ("proven", "without any risk")


def test_a_denial_reaches_no_further_than_its_clause():
    assert overclaims("It did not raise pain, and it is safe.") == ("safe",)
    assert overclaims("It is not only safe but a cure.") == ("safe", "cure")
