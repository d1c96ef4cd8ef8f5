"""The Retraction Watch table is read row by row, and no row is lost in silence."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibliography.lookups.retraction_watch import read_retraction_watch
from bibliography.records import NoticeFound, NoticeKind, Problem

HEADS = (
    "Record ID,Title,RetractionDate,RetractionDOI,RetractionPubMedID,"
    "OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,Reason"
)
GOOD = "1,A,1/15/2020 0:00,10.5555/notice,0,10.5555/WORK,0,Retraction,+Error;"


def read(*rows, end="\r\n"):
    return list(read_retraction_watch(end.join([HEADS, *rows]).encode()))


def test_a_row_is_a_notice_on_the_original_work_alone():
    (notice,) = read(GOOD)
    assert notice.kind is NoticeKind.RETRACTION
    assert (notice.dated, notice.says) == ("2020-01-15", "Error")
    assert (notice.of_doi, notice.notice_doi) == ("10.5555/work", "10.5555/notice")
    assert (notice.of_pmid, notice.notice_pmid) == (None, None)


def test_a_pubmed_number_names_the_work_as_well():
    row = "2,B,2/1/2021 0:00,10.5555/x,77,unavailable,88,Expression of concern,"
    (notice,) = read(row)
    assert (notice.of_doi, notice.of_pmid) == (None, "88")
    assert notice.kind is NoticeKind.CONCERN


def test_a_byte_order_mark_is_no_part_of_the_first_head():
    data = f"\ufeff{HEADS}\r\n{GOOD}\r\n".encode()
    assert isinstance(next(read_retraction_watch(data)), NoticeFound)


def test_a_row_that_names_no_work_says_so_with_its_line():
    _, problem = read(GOOD, "4,D,3/1/2021,unavailable,0,unavailable,0,Retraction,")
    assert str(problem) == (
        "Record 2 (line 3): it names neither a DOI nor a PubMed number of the "
        "original work; expected one of the two."
    )
    assert problem.raw.startswith("4,D,")


def test_a_kind_of_notice_that_is_not_known_is_said():
    (problem,) = read(GOOD.replace("Retraction,", "Apology,"))
    assert "its RetractionNature is “Apology”; expected one of retraction," in (
        str(problem)
    )


def test_a_row_of_too_few_cells_is_said():
    problem, good = read("5,E,3/1/2021", GOOD)
    assert "it has 3 cells; expected 9, as the heads" in str(problem)
    assert isinstance(good, NoticeFound)


def test_empty_cells_beyond_the_heads_do_no_harm():
    (notice,) = read(GOOD + ",,")
    assert isinstance(notice, NoticeFound)


def test_blank_lines_are_no_rows():
    assert len(read("", GOOD, "", GOOD, "")) == 2


def test_a_title_may_go_over_lines():
    long, good = read(GOOD.replace(",A,", ',"A ""b""\nand c",'), GOOD, end="\n")
    assert isinstance(long, NoticeFound)
    assert isinstance(good, NoticeFound)


@pytest.mark.parametrize("after", [0, 1, 3, 400])
def test_a_quotation_mark_without_partner_loses_no_row(after):
    read_so = read(GOOD.replace(",A,", ',"A,'), *[GOOD] * after)
    assert read_so == read(*[GOOD] * (1 + after))


def test_lines_are_counted_over_rows_of_several():
    rows = read(GOOD.replace(",A,", ',"A\nb",'), "short", end="\n")
    assert rows[1].line == 4


@pytest.mark.parametrize("data", [b"", b"title,doi\nx,y\n", b'"open'])
def test_another_table_is_refused_in_a_sentence(data):
    with pytest.raises(ValueError, match="no column “RetractionNature”"):
        list(read_retraction_watch(data))


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)


@given(titles=st.lists(CELLS, max_size=8))
def test_whatever_stands_in_a_title_every_row_comes_back(titles):
    stream = io.StringIO()
    table = csv.writer(stream)
    for title in titles:
        table.writerow([1, title, "", "", "", "10.5555/w", "0", "Retraction", ""])
    rows = list(read_retraction_watch(f"{HEADS}\r\n{stream.getvalue()}".encode()))
    assert len(rows) == len(titles)
    assert all(isinstance(row, NoticeFound) for row in rows)


@given(st.lists(st.text('a,"\n', max_size=30), max_size=8))
def test_hostile_rows_come_to_an_end(rows):
    assert all(isinstance(row, NoticeFound | Problem) for row in read(*rows))
