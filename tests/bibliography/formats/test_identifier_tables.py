"""Tables and lists of identifiers: one row, one work, and nothing beside it is one."""

from bibliography import formats
from bibliography.records import Record

# (the file, its format, what becomes of each row: identifiers and year, or the reason)
FILES = [
    ("PMID,Year\n99900011,2012\n99900012,2013\n", "csv",
     [("pmid:99900011", 2012), ("pmid:99900012", 2013)]),
    ("pmid\tyear\n99900011\t2012\n", "csv", [("pmid:99900011", 2012)]),
    ("PMID Year\n99900011 2012\n", "csv", [("pmid:99900011", 2012)]),
    ('"pmid" "year"\n"1" 99900011 2012\n"2" 99900012 2013\n', "csv",
     [("pmid:99900011", 2012), ("pmid:99900012", 2013)]),
    ("# searched in May\nPMID;Year\n99900011;2012\n", "csv",
     [("pmid:99900011", 2012)]),
    ("DOI,PMID\n10.5555/a,99900021\n", "csv", [("doi:10.5555/a pmid:99900021", None)]),
    ("doi, pmid\n10.5555/a, 99900021\n", "csv",
     [("doi:10.5555/a pmid:99900021", None)]),
    ("PMID|DOI\n|10.5555/a\n99900021|\n", "csv",
     [("doi:10.5555/a", None), ("pmid:99900021", None)]),
    ("id,doi\n7,10.5555/a\n8,10.5555/b\n", "csv",
     [("doi:10.5555/a", None), ("doi:10.5555/b", None)]),
    ("doi,included\n10.5555/a,1\n10.5555/b,0\n", "csv",
     [("doi:10.5555/a", None), ("doi:10.5555/b", None)]),
    ("openalex_id,doi,label_included,method\n,https://doi.org/10.5555/a,1,\n", "csv",
     [("doi:10.5555/a", None)]),
    (",doi,label\n0,10.5555/a,1\n", "csv", [("doi:10.5555/a", None)]),
    ("DOI,title\n10.5555/a,Oil\n10.5555/b,Cream\n", "csv",
     [("doi:10.5555/a", None), ("doi:10.5555/b", None)]),
    ("record_id,PMID,label\n1,99900011.0,1\n", "csv", [("pmid:99900011", None)]),
    ("Number,Link\n1,https://doi.org/10.5555/a\n", "csv", [("doi:10.5555/a", None)]),
    ("PubMed PMID,DOI (Crossref),Trial registration\n99900011,10.5555/a,NCT00000000\n",
     "csv", [("doi:10.5555/a pmid:99900011 nct:NCT00000000", None)]),
    ("study,registration\nA,NCT00000000\nB,ISRCTN00000000\n", "csv",
     [("nct:NCT00000000", None), ("isrctn:ISRCTN00000000", None)]),
    ("PubMed number,PubMed hits,Year\n99900011,12,2012\n", "csv",
     [("pmid:99900011", 2012)]),
    ("Study DOI,decision\n10.5555/a,in\n", "csv", [("doi:10.5555/a", None)]),
    ("openalex,isrctn,arxiv,isbn,issn\nhttps://openalex.org/W99900,ISRCTN00000000,"
     "arXiv:9901.00001v2,9780000000002,1234-567X\n", "csv",
     [("isrctn:ISRCTN00000000 arxiv:9901.00001 openalex:W99900 isbn:9780000000002"
       " issn:1234-567X", None)]),
    ("PMCID,NCT,url\nPMC9990001,NCT00000000,https://example.org/a\n", "csv",
     [("pmcid:PMC9990001 nct:NCT00000000", None)]),
    ("id,year\nhttps://openalex.org/W99900,2012\n", "csv", "in none of the formats"),
    ("id,title\nhttps://openalex.org/W99900,Oil\n99900011,Cream\n", "csv",
     [("openalex:W99900", None), ("", None)]),
    ("PMID,DOI\n10.5555/a,99900011\n", "csv", ["nothing says which work this is"]),
    ("doi of preprint,title\n10.5555/a,Oil\n", "csv", [("", None)]),
    # Lists: an item is an identifier whole, or none.
    ("99900011\n2012\n", "ids", [("pmid:99900011", None), ("pmid:2012", None)]),
    ("99900011,2012\n99900012,2013\n", "ids",
     [("pmid:99900011", None), "this may be a year"]
     + [("pmid:99900012", None), "this may be a year"]),
    ("1 10.5555/a\n2 10.5555/b\n", "ids",
     ["this may be the row's number", ("doi:10.5555/a", None)]
     + ["this may be the row's number", ("doi:10.5555/b", None)]),
    ("10.5555/a,10.5555/b\n10.5555/c\n", "ids",
     [("doi:10.5555/a", None), ("doi:10.5555/b", None), ("doi:10.5555/c", None)]),
    ("10.5555/a\t99900021\n10.5555/b\t99900022\n", "ids",
     [("doi:10.5555/a pmid:99900021", None), ("doi:10.5555/b pmid:99900022", None)]),
    ("10.5555/a\n10.5555/b\n10.5555/c,1\n", "ids",
     [("doi:10.5555/a", None), ("doi:10.5555/b", None),
      "this is a DOI and something else"]),
    ("10.5555/a,Oil\n10.5555/b,Cream\n", "ids", "name them in a first row"),
    ("10.5555/0044-7447(2000)029[0126:a]2.0.co;2\n10.5555/b\n", "ids",
     [("doi:10.5555/0044-7447(2000)029[0126:a]2.0.co;2", None),
      ("doi:10.5555/b", None)]),
    ("W99900\nISRCTN00000000\narXiv:9901.00001\n", "ids",
     [("openalex:W99900", None), ("isrctn:ISRCTN00000000", None),
      ("arxiv:9901.00001", None)]),
]  # fmt: skip


def outcome(item):
    """A record's identifiers and year, or the reason why a row is none."""
    if isinstance(item, Record):
        return " ".join(f"{i.scheme}:{i.value}" for i in item.identifiers), item.year
    return item.what


def test_one_row_is_one_work_and_nothing_beside_an_identifier_is_one():
    wrong = []
    for text, format, expected in FILES:
        try:
            reading = formats.read(text.encode())
            found = [outcome(item) for item in reading.records]
            right = (reading.format.name, found) == (format, expected)
        except formats.FormatError as error:
            found, right = str(error), str(expected) in str(error)
        if not right:
            wrong.append((text, expected, found))
    assert wrong == []


def test_what_an_identifiers_column_holds_beside_it_is_told():
    text = "title,doi,pmid\nOil,no doi,99900011\nCream,10.5555/a; 10.5555/b,see above\n"
    first, second = formats.read(text.encode()).records
    assert "“no doi” is no DOI." in first.warnings
    assert "“see above” is no PMID." in second.warnings
    assert "More than one DOI stands in the row; the first was taken." in (
        second.warnings
    )


def test_a_bare_number_is_said_to_be_taken_for_pubmeds():
    (said,) = formats.read(b"PMID\n99900011\n").records
    (unsaid,) = formats.read(b"99900011\n").records
    assert said.warnings == ("Only the identifier is known.",)
    assert "it was taken for a PubMed number" in unsaid.warnings[0]
