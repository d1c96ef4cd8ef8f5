"""A list of identifiers, as people paste it: labelled, several a line, with junk."""

import pytest

from bibliography.formats import detect, read


def named(text):
    """The identifiers that a list gives, and the words of it that are none."""
    records = list(read(text.encode(), "ids").records)
    known = [
        each.identifiers[0].value for each in records if hasattr(each, "identifiers")
    ]
    return known, [each.raw for each in records if not hasattr(each, "identifiers")]


@pytest.mark.parametrize(
    ("line", "values"),
    [
        ("PMID: 99999901", ["99999901"]),
        (
            "PMID:  99999901; PMID 99999902 99999903",
            ["99999901", "99999902", "99999903"],
        ),
        ("doi: 10.5555/a, doi 10.5555/b", ["10.5555/a", "10.5555/b"]),
        ("PMCID: PMC99999901", ["PMC99999901"]),
        ("https://doi.org/10.5555/A 10.5555/b", ["10.5555/a", "10.5555/b"]),
    ],
)
def test_an_identifier_stays_with_its_label(line, values):
    assert named(line + "\n") == (values, [])


def test_junk_among_identifiers_is_kept_and_they_are_read():
    text = "from the lab\n10.5555/a\nhello there\n\n99999901\n"
    assert detect(text.encode()) == "ids"
    assert named(text) == (["10.5555/a", "99999901"], ["from the lab", "hello there"])
