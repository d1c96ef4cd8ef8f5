"""CSL-JSON as Zotero, Crossref and others write it, whole and cut."""

import json

import pytest

from bibliography.records import RecordType
from tests.bibliography.formats.reading import only, read
from texts.names import Name

ITEM = {"id": "a", "type": "article-journal", "title": "T"}


def item(**said):
    return only(json.dumps([ITEM | said]))


@pytest.mark.parametrize(
    "file",
    [
        [ITEM],
        ITEM,
        {"items": [ITEM]},
        {"message": {"total-results": 1, "items": [ITEM]}},
        {"references": [ITEM]},
        {"a": ITEM},
    ],
)
def test_items_are_found_whichever_way_the_file_holds_them(file):
    assert only(json.dumps(file)).title == "T"


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ("2019-03-04", "2019-03-04"),
        (2019, "2019"),
        ({"raw": "March 2019"}, "2019-03"),
        ({"literal": "c. 2019"}, "2019"),
        ({"date-parts": [["2019", "3", "4"]]}, "2019-03-04"),
        ({"date-parts": [[2019, 3, 4], [2019, 3, 9]]}, "2019-03-04"),
        ({"date-parts": [2019, 3]}, "2019-03"),
        ({"date-parts": [[2019.0]]}, "2019"),
        ({"date-parts": [[None]]}, ""),
        ({"date-parts": [[]]}, ""),
        ({"year": 2019}, "2019"),
        ([{"year": "2019", "month": "3"}], "2019-03"),
        (None, ""),
    ],
)
def test_dates(issued, date):
    assert item(issued=issued).date == date


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ([{"literal": "The Group"}], [Name("The Group", is_group=True)]),
        ([{"name": "The Group"}], [Name("The Group", is_group=True)]),
        (
            [{"family": "Acker", "given": "V", "non-dropping-particle": "van"}],
            [Name("van Acker", "V")],
        ),
        ([{"family": "Doe", "given": "A", "suffix": "Jr."}], [Name("Doe", "A", "Jr.")]),
        ({"family": "Doe", "given": "A"}, [Name("Doe", "A")]),
        ("Doe, A and Roe, B", [Name("Doe", "A"), Name("Roe", "B")]),
        (["Doe, A"], [Name("Doe", "A")]),
        (None, []),
    ],
)
def test_authors(author, names):
    assert list(item(author=author).authors) == names


def test_numbers_lists_and_zoteros_extra():
    record = item(
        PMCID="77",
        note="PMID: 123\nmore",
        volume=3,
        issue=1.0,
        page=12,
        **{"container-title": ["J Ex", "J"]},
    )
    assert (record.pmid, record.identifier("pmcid")) == ("123", "PMC77")
    assert (record.volume, record.issue, record.pages) == ("3", "1", "12")
    assert record.journal == "J Ex"


def test_zoteros_own_json():
    record = only(
        '[{"itemType": "bookSection", "title": "T", "date": "2019-01", "pages": "1-9",'
        ' "creators": [{"creatorType": "author", "firstName": "A", "lastName": "Doe"},'
        ' {"creatorType": "editor", "name": "The Group"}], "bookTitle": "B",'
        ' "tags": [{"tag": "one"}]}]'
    )
    assert (record.type, record.journal) == (RecordType.CHAPTER, "B")
    assert record.authors == (Name("Doe", "A"),)
    assert record.editors == (Name("The Group", is_group=True),)
    assert (record.date, record.keywords) == ("2019-01", ("one",))


@pytest.mark.parametrize("indent", [None, 1, 4])
def test_a_cut_file_gives_what_is_whole_and_keeps_the_rest(indent):
    items = [ITEM | {"id": n, "author": [{"family": "Doe"}]} for n in range(3)]
    text = json.dumps(items, indent=indent)
    records, (problem,) = read(text[:-30])
    assert len(records) == 2
    assert (problem.number, problem.what) == (3, "it is not JSON")
    assert problem.raw


def test_a_broken_item_takes_no_other_with_it():
    text = '[{"id": 1, "title": "A", },\n {"id": 2, "title": "B"},]'
    (record,), (problem,) = read(text)
    assert (record.title, record.number) == ("B", 2)
    assert problem.raw == '{"id": 1, "title": "A", }'


def test_an_item_nested_without_end_is_kept_beside_the_others():
    deep = "[" * 100_000 + "]" * 100_000
    text = f'[{{"title": "A"}},{{"title": "B", "x": {deep}}},{{"title": "C"}}]'
    records, problems = read(text)
    assert [record.title for record in records] == ["A", "C"]
    assert len(problems) == 1


def test_one_item_a_line():
    text = '{"title": "A"},\n{"title": "B"}\n{"title": \n'
    records, problems = read(text)
    assert (len(records), len(problems)) == (2, 1)


def test_among_thousands_of_broken_items_each_whole_one_is_read():
    whole, broken = '{"title": "A"}', '{"title": "A, "DOI": "10.5555/x"}'
    text = f"[{','.join([broken, whole] * 5_000)}]"
    records, problems = read(text)
    assert (len(records), len(problems)) == (5_000, 5_000)
