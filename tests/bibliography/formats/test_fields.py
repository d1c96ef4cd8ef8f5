"""Dates, pages, notes and identifiers, as exports write them."""

import pytest

from bibliography.formats.fields import (
    first_date,
    marked_pmids_in,
    read_abstract,
    read_date,
    read_keywords,
    read_pages,
    read_volume,
    serial_numbers_in,
    stated,
    url_identifiers,
    whole_dois_in,
)
from bibliography.records import Identifier


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2019", "2019"),
        ("2019//", "2019"),
        ("2019///", "2019"),
        ("2019/09//undefined", "2019-09"),
        ("2001/09/01/", "2001-09-01"),
        ("2015/october", "2015-10"),
        ("2023/12//Dec2023:Part 1", "2023-12"),
        ("2012-August-08", "2012-08-08"),
        ("2020 Jan-Feb", "2020-01"),
        ("2020 Winter", "2020"),
        ("2006 Mar 1", "2006-03-01"),
        ("8 May 2006", "2006-05-08"),
        ("20060110", "2006-01-10"),
        ("JUN", ""),
        ("MAR-APR", ""),
        ("SEP 15", ""),
        ("10 15", ""),
        ("2019/13/45", "2019"),
        ("", ""),
    ],
)
def test_dates_are_as_exact_as_they_are_stated(written, date):
    assert read_date(written) == date


def test_a_later_date_of_the_same_year_makes_the_first_more_exact():
    assert first_date(["2019", "JUN", "2019/06/30/"]) == "2019-06-30"
    assert first_date(["2019", "2018/06/30"]) == "2019"


@pytest.mark.parametrize(
    ("start", "end", "pages"),
    [
        ("349", "369", "349-369"),
        ("349-69", "", "349-69"),
        ("349–69", "369", "349-69"),
        ("e0815", "", "e0815"),
        ("", "", ""),
        ("No", "Specified", ""),
        ("7", "7", "7"),
        ("NA", "NA", ""),
    ],
)
def test_pages(start, end, pages):
    assert read_pages(start, end) == pages


def test_small_values():
    assert read_volume("v. 40") == "40"
    assert read_volume("Suppl 1") == "Suppl 1"
    assert [stated(v) for v in ("NA", "None", "undefined", "N/A", "Nature")] == [
        "",
        "",
        "",
        "",
        "Nature",
    ]
    assert read_keywords(["*Skin", "Aging/*drug effects", "a; b"]) == (
        "Skin",
        "Aging/drug effects",
        "a",
        "b",
    )


def test_breaks_of_wrapped_abstracts_are_joined_and_paragraphs_kept():
    assert read_abstract("one\ntwo") == "one two"
    long = "word " * 40
    assert read_abstract(f"{long}\n{long}").count("\n") == 1


def test_a_doi_within_a_sentence_is_not_the_records():
    notes = ["Erratum in: 10.5555/other", "doi: 10.5555/own", "10.5555/two"]
    assert [i.value for i in whole_dois_in(notes)] == ["10.5555/own", "10.5555/two"]


def test_identifiers_in_addresses_and_notes():
    urls = [
        "https://doi.org/10.5555/A",
        "https://pubmed.ncbi.nlm.nih.gov/123/",
        "https://publisher.example/doi/full/10.5555/b",
        "https://example.org/?ref=10.5555/c",
    ]
    assert list(url_identifiers(urls)) == [
        Identifier("doi", "10.5555/a"),
        Identifier("pmid", "123"),
        Identifier("doi", "10.5555/b"),
    ]
    assert [i.value for i in marked_pmids_in(["PMID: 12", "34 [PMID]", "56"])] == [
        "12",
        "34",
    ]


def test_issn_and_isbn_share_a_field():
    found = serial_numbers_in(
        ["9999-9994 (electronic), 1234-5678", "0-00-000000-0\\978-0-00-000000-2"]
    )
    assert sorted(set(found)) == [
        Identifier("isbn", "9780000000002"),
        Identifier("issn", "1234-5678"),
        Identifier("issn", "9999-9994"),
    ]
