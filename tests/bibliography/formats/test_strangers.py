"""Files put together of several formats: what one reader cannot read is kept raw."""

import re

import pytest

from bibliography.formats import READERS
from bibliography.formats.strangers import TAGGED
from tests.bibliography.formats.reading import read

RIS = "TY  - JOUR\nTI  - Ris {0}\nAU  - Madeup, A\nPY  - 2014\nER  - \n\n"
WOS = "FN Example\nVR 1.0\nPT J\nAU Madeup, B\nTI Wos {0}\nPY 2015\nER\n\nEF\n"
REFER = "%0 Journal Article\n%T Refer {0}\n%A Madeup, C\n%D 2016\n\n"
NBIB = "PMID- 9999000{0}\nOWN - NLM\nTI  - Nbib {0}\nFAU - Madeup, D\nDP  - 2017\n\n"
BIBTEX = "@article{{k{0},\n title = {{Bibtex {0}}},\n year = {{2018}}\n}}\n\n"
JSON = '[{{"type": "article-journal", "title": "Json {0}"}}]\n'
TITLED = re.compile("Ris|Wos|Refer|Nbib|Bibtex|Json")
TAGS = {"ris": RIS, "ciw": WOS, "refer": REFER, "nbib": NBIB}


@pytest.mark.parametrize("first", TAGS.values(), ids=TAGS)
@pytest.mark.parametrize("other", [*TAGS.values(), BIBTEX, JSON])
def test_in_a_file_of_two_formats_every_record_is_read_or_kept_raw(first, other):
    if first == other:
        return
    text = first.format(1) + other.format(2) + other.format(3) + first.format(4)
    records, problems = read(text)
    assert len(records) == 2
    for n, name in ((1, first), (2, other), (3, other), (4, first)):
        said = f"{TITLED.search(name)[0]} {n}"
        own = [each for each in records if said in each.title]
        raw = [each for each in problems if said in each.raw]
        assert len(own) + len(raw) == 1, said


def test_records_of_another_format_have_their_place_and_line():
    records, problems = read(RIS.format(1) + REFER.format(2) + RIS.format(3))
    assert [each.number for each in (*records, *problems)] == [1, 3, 2]
    assert (records[1].line, problems[0].line) == (12, 7)
    assert problems[0].raw == REFER.format(2).strip()
    assert "another format" in str(problems[0])


def test_a_table_or_dois_in_front_of_the_first_record_are_kept_raw():
    for front in ("Title,Year,DOI\nCsv,2012,10.5555/a\n", "10.5555/a\n10.5555/b\n"):
        records, problems = read(front + RIS.format(1))
        assert [each.title for each in records] == ["Ris 1"]
        assert [each.raw for each in problems] == [front.strip()]
    assert not read("Record #1 of 2\nProvider: A, B\n\n" + RIS.format(1))[1]


def test_what_looks_like_another_format_within_a_record_stays_in_it():
    text = "TY  - JOUR\nTI  - T\nAB  - Of these\n%0 W were lost\nPMID- 1\nER  - \n"
    (record,), problems = read(text)
    assert not problems
    assert record.abstract == "Of these %0 W were lost PMID- 1"


def test_every_format_whose_strangers_are_set_apart_can_be_read():
    assert set(TAGGED) <= set(READERS)
