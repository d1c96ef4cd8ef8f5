"""BibTeX and biblatex as databases and people write them."""

import pytest

from bibliography.formats.latex import latex_to_text
from bibliography.records import RecordType
from tests.bibliography.formats.reading import only, read
from texts.names import Name

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


def test_names_in_parts_are_read_by_their_parts():
    author = "family=Roe, given={Ada B.} and given=Cor, prefix=van, family=Quist"
    record = only(f"@online{{a, title={{T}}, author={{{author}}}}}", "bibtex")
    assert list(map(str, record.authors)) == ["Roe, Ada B.", "van Quist, Cor"]


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
        (r"Figure~\ref{fig:1}: moss", "Figure : moss"),
    ],
)
def test_latex_becomes_text_and_nothing_is_lost(latex, text):
    assert latex_to_text(latex) == text


# --- values and entries that lean on others ---


@pytest.mark.parametrize(
    ("month", "date"),
    [
        ('jan # "~1"', "2019-01-01"),
        ('"10~" # feb', "2019-02-10"),
        ("{1-3}", "2019-01"),
        ("{09}", "2019-09"),
        ("{Sep./Oct.}", "2019-09"),
        ("soon", "2019"),
    ],
)
def test_a_month_may_hold_the_day(month, date):
    assert only(f"@article{{a, title={{T}}, year=2019, month={month}}}").date == date


def test_strings_are_joined():
    text = (
        '@string{jex = "J Ex"}\n@misc{a, title="A " # {B} # " C", journal=jex # " D"}'
    )
    record = only(text)
    assert (record.title, record.journal) == ("A B C", "J Ex D")


TALKS = """
@inproceedings{Talk, title={A talk}, author={Doe, A.}, crossref={book}, pages={1--2}}
@xdata{press, publisher={Example Press}, location={Nowhere}}
@proceedings{Book, title={The talks}, editor={Roe, B.}, year=2001, xdata={press},
  doi={10.5555/book}}
"""


def test_a_part_takes_from_its_book_what_it_does_not_say():
    (talk, book), (data,) = read(TALKS)
    assert (talk.title, talk.journal, talk.year) == ("A talk", "The talks", 2001)
    assert talk.editors == (Name("Roe", "B."),)
    assert (talk.publisher, talk.pages) == ("Example Press", "1-2")
    assert talk.doi is None
    assert (book.title, book.doi) == ("The talks", "10.5555/book")
    assert "press" in data.raw


def test_entries_that_name_each_other_come_to_an_end():
    text = "@book{a, title={A}, crossref={b}}\n@book{b, title={B}, crossref={a}}"
    assert [record.title for record in read(text)[0]] == ["A", "B"]


def test_an_entry_that_does_not_parse_is_read_line_by_line():
    text = """@article{a,
  Author = {Doe, A. and Roe, B.},
  Title = {When brackets {fail},
    twice},
  Year = 2001,
  Keywords = {one}, @x:Person}, two},
  Doi = {10.5555/a},
}
@article{b, title={B}}
"""
    records, problems = read(text)
    assert problems == []
    assert [record.year for record in records] == [2001, None]
    assert records[0].title == "When brackets fail, twice"
    assert records[0].doi == "10.5555/a"
    assert "line by line" in records[0].warnings[0]


@pytest.mark.parametrize(
    "sign", ["\\'", "$", "{\\'e}", "\\alpha ", "$x", "\\foo{", "~"]
)
def test_thousands_of_commands_in_one_field_stay_text(sign):
    entry = f"@misc{{a, title={{T}}, abstract={{{sign * 50_000}}}}}"
    text = f"{entry}\n@misc{{b, title={{B}}}}"
    records, problems = read(text)
    assert len(records) + len(problems) == 2


def test_records_of_another_format_are_kept_beside_the_entries():
    ris = "TY  - JOUR\nTI  - A\nER  - "
    records, problems = read(f"made by hand\n{ris}\n@misc{{b, title={{B}}}}\n{ris}\n")
    assert [record.title for record in records] == ["B"]
    assert [problem.raw for problem in problems] == [ris.strip()] * 2
    assert [problem.number for problem in problems] == [1, 3]
