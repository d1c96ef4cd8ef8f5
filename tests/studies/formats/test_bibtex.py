"""BibTeX and biblatex as databases and people write them."""

import pytest

from studies.formats.latex import latex_to_text
from studies.records import Name, RecordType
from tests.studies.formats.reading import only, read

ARTICLE = r"""
@comment{nothing}
@string{jex = "Journal of " # {Examples}}
% a line that is no entry
@Article{123,
  author = {van Acker, Bert J. and {The Example Group} and M{\"u}ller, J{\"o}rg
            and G. Kalbe and others},
  title = "{A} title with 50% {\"a}nd {H$_{2}$O} \& \TeX",
  journal = jex,
  year = 2019, month = sep,
  volume = {3}, number = 2, pages = {349--369},
  doi = {10.5555/EX\_1},
  funding_details = {one}, funding_details = {two},
  keywords = {one, two},
  archivePrefix = {arXiv}, eprint = {2001.00001},
  abstract = {First.

Second, by x@example.org.}
}
"""


def test_an_entry_and_its_fields():
    record = only(ARTICLE)
    assert record.type is RecordType.ARTICLE
    assert record.authors == (
        Name("van Acker", "Bert J."),
        Name("The Example Group", is_group=True),
        Name("Müller", "Jörg"),
        Name("Kalbe", "G."),
    )
    assert record.title == "A title with 50% änd H2O & TeX"
    assert record.journal == "Journal of Examples"
    assert (record.year, record.date) == (2019, "2019-09")
    assert (record.volume, record.issue, record.pages) == ("3", "2", "349-369")
    assert record.doi == "10.5555/ex_1"
    assert record.identifier("arxiv") == "2001.00001"
    assert record.keywords == ("one", "two")
    assert record.abstract == "First.\nSecond, by x@example.org."


def test_a_field_that_stands_twice_loses_neither_value():
    record = only(ARTICLE)
    values = [value for name, value in record.fields if name == "funding_details"]
    assert values == ["one", "two"]
    assert "stands twice" in record.warnings[0]


def test_a_broken_entry_does_not_swallow_the_next():
    broken = "@article{b, title={Open {brace}"
    text = f"@article{{a, title={{Good}}}}\n{broken}\n@book{{c, title={{C}}}}"
    records, (problem,) = read(text)
    assert [record.title for record in records] == ["Good", "C"]
    assert (problem.number, problem.line) == (2, 2)
    assert problem.raw == broken


def test_one_key_for_two_entries_is_two_records():
    assert len(read("@misc{a, title={X}}\n@misc{a, title={Y}}")[0]) == 2


def test_biblatex_dates_journals_and_subtitles():
    record = only(
        "@article{a, title={Main}, subtitle={Sub}, date={2019-09-01},"
        " journaltitle={J Ex}, langid={english}}"
    )
    assert (record.title, record.date) == ("Main: Sub", "2019-09-01")
    assert (record.journal, record.language) == ("J Ex", "english")


def test_proceedings_have_their_booktitle_for_a_title():
    assert only("@proceedings{a, booktitle={Talks}, year=2001}").title == "Talks"


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"\'{e}\c{c}\o{\ss}\aa", "éçøßå"),
        (r"$\beta$-blockers", "β-blockers"),
        ("50% of A & B #1", "50% of A & B #1"),
        (r"{50% of} A \& B", "50% of A & B"),
        ("cost $5 {only}", "cost $5 only"),
        ("a -- b", "a – b"),
        (r"{\LaTeX} users", "LaTeX users"),
    ],
)
def test_latex_becomes_text_and_nothing_is_lost(latex, text):
    assert latex_to_text(latex) == text
