"""Formatted citations, and what the styles make of what is not stated."""

import dataclasses

import pytest

from bibliography.formatted import formatted
from bibliography.records import Identifier, Record, RecordType
from texts.names import Name

ARTICLE = Record(
    type=RecordType.ARTICLE,
    title="A made-up trial of plasma & skin",
    authors=(
        Name("van Acker", "Bert J."),
        Name("Doe", "Anna"),
        Name("The Example Group", is_group=True),
    ),
    year=2014,
    date="2014-03-02",
    journal="Journal of Examples",
    volume="3",
    issue="2",
    pages="349-369",
    identifiers=(Identifier("doi", "10.5555/a"), Identifier("pmid", "123")),
    abstract="No part of a citation.",
    notes=("No part either.",),
)


def test_an_article_in_vancouver_style():
    assert formatted(ARTICLE, "vancouver") == (
        "van Acker BJ, Doe A, The Example Group. A made-up trial of plasma & skin."
        " Journal of Examples. 2014;3(2):349–69. doi:10.5555/a"
    )


def test_an_article_in_apa_style():
    assert formatted(ARTICLE, "apa") == (
        "van Acker, B. J., Doe, A., & The Example Group. (2014). A made-up trial of"
        " plasma & skin. Journal of Examples, 3(2), 349–369. https://doi.org/10.5555/a"
    )


def test_what_is_not_stated_is_left_out():
    bare = Record(title="Only a title")
    assert formatted(bare, "vancouver") == "Only a title."
    assert formatted(bare, "apa") == "Only a title. (n.d.)."


def test_a_chapter_names_its_book():
    chapter = Record(
        type=RecordType.CHAPTER,
        title="A chapter",
        authors=(Name("Doe", "A."),),
        editors=(Name("Roe", "B."),),
        journal="The book",
        publisher="Example Press",
        year=2001,
        pages="1-9",
    )
    assert formatted(chapter, "vancouver") == (
        "Doe A. A chapter. In: Roe B, editor. The book. Example Press; 2001. p. 1–9."
    )


def test_many_authors_are_cut_as_the_style_says():
    crowd = tuple(Name(f"Family{n}", "A. B.") for n in "abcdefghij")
    assert "Familyf AB, et al." in formatted(
        Record(title="T", authors=crowd), "vancouver"
    )


def test_an_unknown_style_is_named():
    with pytest.raises(ValueError, match="“harvard” is no style"):
        formatted(ARTICLE, "harvard")


BY = (Name("Doe", "Ann B."),)
AGENCY = (Name("Example Agency", is_group=True),)


@pytest.mark.parametrize(
    ("record", "vancouver", "apa"),
    [
        (
            Record(type=RecordType.ARTICLE, title="Is it?", authors=BY, journal="J"),
            "Doe AB. Is it? J.",
            "Doe, A. B. (n.d.). Is it? J.",
        ),
        (
            Record(
                type=RecordType.CHAPTER,
                title="Part",
                authors=BY,
                editors=(Name("Roe", "C."), Name("Poe", "D.")),
                journal="Whole",
                year=2001,
            ),
            "Doe AB. Part. In: Roe C, Poe D, editors. Whole. 2001.",
            "Doe, A. B. (2001). Part. In C. Roe & D. Poe (Eds.), Whole.",
        ),
        (
            Record(
                type=RecordType.PREPRINT,
                title="T",
                authors=BY,
                journal="Rxiv",
                year=2001,
            ),
            "Doe AB. T. Rxiv. 2001.",
            "Doe, A. B. (2001). T. Rxiv.",
        ),
        (
            Record(
                type=RecordType.GUIDELINE,
                title="T",
                authors=AGENCY,
                publisher="Example Agency",
                year=2001,
            ),
            "Example Agency. T. Example Agency; 2001.",
            "Example Agency. (2001). T.",
        ),
        (
            Record(
                type=RecordType.DATASET,
                title="T",
                authors=BY,
                publisher="Example Store",
                year=2001,
            ),
            "Doe AB. T. Example Store; 2001.",
            "Doe, A. B. (2001). T [Dataset]. Example Store.",
        ),
        (
            Record(type=RecordType.ARTICLE, title="T", authors=(Name("李", "明"),)),
            "李 明. T.",
            "李 明. (n.d.). T.",
        ),
    ],
)
def test_every_kind_of_work_by_the_rules_of_its_style(record, vancouver, apa):
    assert formatted(record, "vancouver") == vancouver
    assert formatted(record, "apa") == apa


def test_of_many_authors_the_first_and_the_last_are_named():
    many = tuple(Name(f"Roe{n}", "Ada") for n in range(60))
    entry = formatted(dataclasses.replace(ARTICLE, authors=many), "apa")
    assert entry.startswith("Roe0, A., Roe1, A.,")
    assert "Roe18, A., … Roe59, A. (2014)" in entry
    short = formatted(dataclasses.replace(ARTICLE, authors=many), "vancouver")
    assert short.startswith("Roe0 A, Roe1 A, Roe2 A, Roe3 A, Roe4 A, Roe5 A, et al.")
