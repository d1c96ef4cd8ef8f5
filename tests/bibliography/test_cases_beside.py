"""Small files that lie beside the checkout, read as one set; skipped without them.

``CASES`` names another folder. Each file's name begins with its number.
"""

import json
import os
from pathlib import Path

import pytest

from bibliography import formats
from bibliography.lookups import Citation
from bibliography.matching import Says, compare_cited
from bibliography.records import NoticeKind, Record
from texts.encodings import storable
from texts.identifiers import normalise_doi
from texts.names import Name

ROOT = Path(__file__).parents[2]
FOLDER = Path(os.environ.get("CASES", ROOT.parent / "shared" / "cases"))

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="no folder of cases lies beside the checkout"
)


def read(number):
    """Each file of a number: its reading, records and problems."""
    found = []
    for path in sorted(FOLDER.glob(f"{number}-*")):
        reading = formats.read(path.read_bytes(), filename=path.name)
        rows = list(reading.records)
        records = [row for row in rows if isinstance(row, Record)]
        found.append((reading, records, [r for r in rows if r not in records]))
    if not found:
        pytest.skip(f"no case {number} lies in the folder")
    return found


def test_tables_of_identifiers_give_a_work_a_row_and_no_other():
    for number in ("01", "02", "03"):
        for reading, records, problems in read(number):
            lines = reading.source.text().strip().split("\n")[1:]
            assert (len(records), problems) == (len(lines), [])
            for line, record in zip(lines, records, strict=True):
                assert {i.value for i in record.identifiers} <= set(
                    _numbers(line.lower())
                )


def _numbers(line):
    cells = [cell.strip() for cell in line.split(",")]
    return [normalise_doi(cell) or cell for cell in cells]


def test_lines_of_an_abstract_that_look_like_tags_end_nothing():
    ((_, records, problems),) = read("04")
    assert problems == []
    (record,) = records
    assert record.title and record.abstract and record.doi
    assert len(record.authors) == 1 and record.journal


def test_what_declares_or_is_gbk_is_read_so_or_asked():
    for number in ("05", "06"):
        ((reading, records, problems),) = read(number)
        assert problems == []
        assert any("\u4e00" <= letter <= "\u9fff" for letter in records[0].title)
        asked = reading.detection.alternatives
        assert number == "06" or asked[0] in ("gbk", "gb18030")


def test_latex_leaves_no_command_and_a_missing_comma_is_told():
    ((_, records, problems),) = read("07")
    assert len(problems) == 1 and "comma" in str(problems[0])
    left = ("\\", "{", "}", "textless", "mbox", "itE", "<")
    titles = [record.title for record in records]
    assert [
        t for t in titles if any(mark in t.replace(" < ", "") for mark in left)
    ] == []


def test_quarters_have_their_year():
    ((_, records, problems),) = read("08")
    assert problems == [] and all(record.year for record in records)
    assert all(record.date == str(record.year) for record in records)


def test_what_a_file_says_of_retractions_is_read():
    kinds = {
        notice.kind
        for _, records, _ in read("09")
        for record in records
        for notice in record.notices
    }
    assert {NoticeKind.RETRACTION, NoticeKind.CONCERN} <= kinds
    for _, records, problems in read("09"):
        assert problems == [] and all(record.notices for record in records)


def test_damage_by_a_spreadsheet_is_told():
    ((_, records, problems),) = read("14")
    told = " ".join(records[0].warnings)
    for damage in ("#N/A", "2-Jan", "9.87E+07", "#NAME?"):
        assert damage in told
    assert not records[0].authors and not records[0].pages
    assert len(problems) == 1 and "heads" in str(problems[0])
    assert all(record.title.count('"') == 2 for record in records[1:])


def test_one_letter_in_a_title_is_a_difference():
    (path,) = FOLDER.glob("18-*")
    author, year = "Xamplova, A", 2016
    agreed = []
    for cited, found in json.loads(storable(path.read_text("utf-8")))["pairs"]:
        citation = Citation(authors=(author,), year=year, title=cited)
        record = Record(title=found, authors=(Name("Xamplova", "A"),), year=year)
        compared = compare_cited(citation, {}, record).fields
        fields = {field.field: field.says for field in compared}
        if fields["title"] is not Says.DISAGREES:
            agreed.append((cited, found))
    assert agreed == []
