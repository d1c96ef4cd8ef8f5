"""MEDLINE and Web of Science: their own tags, their own habits."""

import pytest

from bibliography.records import Identifier, RecordType
from tests.bibliography.formats.reading import only, read
from texts.names import Name

NBIB = """
PMID- 90000001
OWN - NLM
TI  - A title that runs over its line and
      goes on in the next.
LID - S0000-0000(20)00001-1 [pii]
LID - 10.5555/Example.1 [doi]
DP  - 2020 Jan-Feb
DEP - 20200110
FAU - van Acker, Bert J
AU  - van Acker BJ
AU  - Doe A
FAU - Roe, Rita
AU  - Roe R
CN  - EndoReCo
JT  - Journal of examples
TA  - J Ex
VI  - 3
PG  - 349-69
PT  - Journal Article
MH  - *Skin Aging/*drug effects
SI  - ClinicalTrials.gov/NCT00000000
PMC - PMC0000001
SO  - J Ex. 2020 Jan;3:349-69.

PMC - PMC0000002
PMID- 90000002
TI  - Another.
"""


def test_medline_records_and_their_fields():
    first, second = read(NBIB)[0]
    assert first.title == "A title that runs over its line and goes on in the next."
    assert first.authors == (
        Name("van Acker", "Bert J"),
        Name("Doe", "A"),
        Name("Roe", "Rita"),
        Name("EndoReCo", is_group=True),
    )
    assert (first.year, first.date) == (2020, "2020-01")
    assert first.doi == "10.5555/example.1"
    assert (first.pmid, second.pmid) == ("90000001", "90000002")
    assert first.identifier("nct") == "NCT00000000"
    assert first.keywords == ("Skin Aging/drug effects",)
    assert first.pages == "349-69"
    assert second.identifier("pmcid") == "PMC0000002"
    assert second.line == 26


def test_blank_lines_within_a_medline_record_end_nothing():
    only_pmids_first = NBIB.replace("\nPMC - PMC0000002", "")
    records, problems = read(only_pmids_first.replace("\n", "\r\r\n"))
    assert (len(records), problems) == (2, [])


CIW = """FN Clarivate Analytics Web of Science
VR 1.0
PT J
AU Smith, JA
   Doe, A
AF Smith, John A.
   Doe, Anna
TI A title that runs over
   its line
SO JOURNAL OF EXAMPLES
PD SEP 15
PY 2018
BP 387
EP 397
DI 10.5555/Example.1
PM 90000001
SN 1234-5678
DE one; two
UT WOS:000000000000001
ER

PT C
AU Roe, R
TI Second
PY 2019
ER

EF
"""


def test_web_of_science_pairs_short_and_full_names():
    first, second = read(CIW)[0]
    assert first.title == "A title that runs over its line"
    assert first.authors == (Name("Smith", "John A."), Name("Doe", "Anna"))
    assert (first.date, first.pages) == ("2018-09-15", "387-397")
    assert first.identifiers == (
        Identifier("doi", "10.5555/example.1"),
        Identifier("pmid", "90000001"),
        Identifier("issn", "1234-5678"),
    )
    assert first.keywords == ("one", "two")
    assert second.type is RecordType.CONFERENCE
    assert ("UT", "WOS:000000000000001") in first.fields


REFER = """%0 Journal Article
%T A title that runs over
its line
%A van Acker, Bert
%A Doe, Anna
%J Journal of Examples
%D 2019
%8 September 1, 2019
%V 3
%N 2
%P 349-369
%R 10.5555/Example.1
%@ 1234-5678
%K one
two
%X It was

tried.

%0 Book
%T Second
%A Roe, Rita
%0 Report
%T Third
"""


def test_endnotes_tagged_records():
    first, second, third = read(REFER)[0]
    assert first.title == "A title that runs over its line"
    assert [name.family for name in first.authors] == ["van Acker", "Doe"]
    assert (first.journal, first.date) == ("Journal of Examples", "2019-09-01")
    assert (first.doi, first.keywords) == ("10.5555/example.1", ("one", "two"))
    assert first.abstract == "It was tried."
    assert (second.type, second.title) == (RecordType.BOOK, "Second")
    assert (third.type, third.line) == (RecordType.REPORT, 23)


def test_tagged_records_without_their_type_begin_behind_a_blank_line():
    records = read("%T One\n%0 Book\n%D 2001\n\n\n%T Two\n%D 2002\n")[0]
    assert [(record.title, record.year) for record in records] == [
        ("One", 2001),
        ("Two", 2002),
    ]


def test_a_web_of_science_file_cut_short_keeps_its_last_record():
    record = only(CIW.split("ER\n")[0])
    assert "ends without" in record.warnings[0]


# --- Ovid ---

OVID = """Database: Example

<1>
Unique Identifier
  90000001
Status
  MEDLINE
Authors
  Madeup AB. Doe C.
Title
  A trial.
Source
  J Ex. 12(3):1-9, 2019 Jan.
Abstract
  BACKGROUND: One
  line and the next.

<2>
Author
  Madeup, Jo MD 1;  van Acker, Bert PhD *
Title
  Another trial.[Review]
Source
  Journal of Examples.   28(2):103-106, April 2015.
Author Keywords
  one;  two.
DOI Number
  10.5555/ABC
Link to the Ovid Full Text or citation
 https://example.org/ovid?AN=1
"""


def test_ovids_labelled_text():
    (one, two), problems = read(OVID)
    assert problems == []
    assert (one.title, one.pmid, one.date) == ("A trial", "90000001", "2019-01")
    assert one.authors == (Name("Madeup", "AB"), Name("Doe", "C"))
    assert (one.journal, one.volume, one.issue) == ("J Ex", "12", "3")
    assert one.pages == "1-9"
    assert one.abstract == "BACKGROUND: One line and the next."
    assert (two.title, two.doi) == ("Another trial", "10.5555/abc")
    assert two.authors == (Name("Madeup", "Jo"), Name("van Acker", "Bert"))
    assert two.keywords == ("one", "two")
    assert two.url == "https://example.org/ovid?AN=1"


def test_ovids_tagged_text():
    text = "".join(
        f"{n}. \nVN  - Ovid Technologies\nDB  - Ovid MEDLINE(R)\nUI  - 9000000{n}\n"
        f"TI  - Trial {n}\nAU  - Madeup AB\nJN  - J Ex\nYR  - 2019\n\n"
        for n in (1, 2, 3)
    )
    records, problems = read(text)
    assert problems == []
    assert [record.title for record in records] == ["Trial 1", "Trial 2", "Trial 3"]
    assert [record.pmid for record in records] == ["90000001", "90000002", "90000003"]
    assert (records[0].journal, records[0].year) == ("J Ex", 2019)


@pytest.mark.parametrize(
    "file",
    [
        "PMID- 90000001\nTI  - T\n\n",
        "TY  - JOUR\nTI  - T\nER  - \n",
        "FN X\nPT J\nTI T\nER\nEF\n",
    ],
)
def test_files_one_behind_the_other_keep_the_marks_of_each(file):
    records, _ = read(file.encode("utf-8-sig") * 3)
    assert [record.title for record in records] == ["T"] * 3
    assert all("type" not in str(record.warnings) for record in records)
