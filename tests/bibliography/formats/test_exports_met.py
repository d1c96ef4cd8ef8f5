"""What exports of databases and managers were met to hold, with made-up records."""

import json

import pytest

from bibliography import formats
from bibliography.formats.rows import heads_of
from bibliography.records import RecordType
from tests.bibliography.formats.reading import only, read
from texts.names import Name

EMBASE_BY_ROW = """\
"TITLE","A made-up trial"
"AUTHOR NAMES","Madeup J.","Doe A.-B."
"AiP/IP ENTRY DATE","2024-01-11"
"SOURCE","J Ex (Basel, Example) (2024) 21 Article Number: 1001. \
Date of Publication: 1 Feb 2024"
"PUBLICATION YEAR","2024"
"DATE OF PUBLICATION","1 Feb 2024"
"PUBLICATION TYPE","Article"
"ABSTRACT","One; two, ""three""."
"AUTHOR KEYWORDS","one","two"
"MEDLINE PMID","90000001","http://www.ncbi.nlm.nih.gov/pubmed/90000001"
"DOI","10.5555/a"

"TITLE","Another
"AUTHOR NAMES","Roe C."
"SOURCE","J Ex (2023) 117:2 Supplement (e651-e652). Date of Publication: 1 Oct 2023"

"AUTHOR NAMES","Poe D."
"DOI","10.5555/c"
"""


def test_embase_exports_a_row_a_field():
    records, problems = read(EMBASE_BY_ROW)
    first, second, third = records
    assert problems == []
    assert first.authors == (Name("Madeup", "J."), Name("Doe", "A.-B."))
    assert (first.journal, first.volume) == ("J Ex (Basel, Example)", "21")
    assert (first.pages, first.date) == ("1001", "2024-02-01")
    assert first.keywords == ("one", "two")
    assert (first.pmid, first.doi) == ("90000001", "10.5555/a")
    assert (second.issue, second.pages) == ("2 Supplement", "e651-e652")
    assert (third.authors[0].family, third.line) == ("Poe", 17)


def test_the_fields_of_such_a_table_can_be_mapped():
    assert heads_of(EMBASE_BY_ROW)[:2] == ["TITLE", "AUTHOR NAMES"]
    records, _ = read(EMBASE_BY_ROW, mapping={"title": "SOURCE", "doi": "DOI"})
    assert records[0].title.startswith("J Ex (Basel")


def test_a_table_of_few_rows_is_not_taken_for_one_on_its_side():
    record = only("title,year,doi\nTitle,2001,10.5555/a\n")
    assert (record.title, record.year) == ("Title", 2001)


def test_a_spreadsheets_day_belongs_to_the_column_of_the_year():
    record = only(
        "Title,Author Names,Source,Publication Year,Date of Publication,ISSN,"
        'Full Text Link\nA trial,"Madeup S., Doe R.",J Ex,2025,1-Dec-25,'
        '"1532-1983 (electronic),0261-5614",http://dx.doi.org/10.5555/a\n'
    )
    assert record.date == "2025-12-01"
    assert record.doi == "10.5555/a"


def test_web_of_sciences_medline_numbers_works_as_pubmed_does():
    text = (
        "PT\tAN\tTI\tAU\tSO\tVL\tPS\tPY\tPD\tUT\tDA\r"
        "J\t9\tA trial\tMadeup, Jo\tJ Ex\t87\t1-9\t2018\t2018 Sep (Epub 2018 Jun 11)"
        "\tMEDLINE:90000001\t2019-04-10\t\r"
    )
    record = only(text)
    assert (record.date, record.pmid) == ("2018-09", "90000001")
    assert record.warnings == ()
    tagged = "PT J\nAU Madeup, J\nTI A\nPY 2018\nUT MEDLINE:90000001\nER\n\nEF\n"
    assert only(tagged).pmid == "90000001"
    assert only(tagged.replace("MEDLINE", "WOS")).pmid is None


def ris(*lines):
    """The one record of some lines of RIS."""
    return only("\n".join(["TY  - JOUR", "TI  - A", *lines, "ER  - ", ""]))


@pytest.mark.parametrize(
    "lines",
    [
        ["L2  - http://ovidsp.ovid.com/ovidweb.cgi?T=JS&D=medp&NEWS=N&AN=90000001"],
        ["DB  - Scopus", "C2  - 90000001"],
        ["UR  - https://www.embase.com/search/results?id=L1", "C5  - 90000001"],
        ["L2  - https://europepmc.org/article/MED/90000001"],
        ["N1  - research; tables. NLM UID: 1. PMID: NLM90000001."],
    ],
)
def test_pubmeds_number_is_found_where_each_database_puts_it(lines):
    assert ris(*lines).pmid == "90000001"


@pytest.mark.parametrize(
    "lines",
    [
        ["L2  - http://ovidsp.ovid.com/ovidweb.cgi?T=JS&D=emed&NEWS=N&AN=90000001"],
        ["DB  - Example", "C2  - 90000001", "C5  - 90000001"],
        ["DB  - Scopus", "N1  - References: Doe, A work (2010), PMID: 90000001"],
    ],
)
def test_another_number_is_not_pubmeds(lines):
    assert ris(*lines).pmid is None


@pytest.mark.parametrize(
    "line",
    [
        "U1  - PMC9000001 [PMCID]",
        "L2  - https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9000001",
        "UR  - http://europepmc.org/articles/PMC9000001; https://example.org",
    ],
)
def test_pubmed_centrals_number_is_found_too(line):
    assert ris(line).identifier("pmcid") == "PMC9000001"


def test_a_page_stated_twice_is_one_and_an_article_may_have_a_number():
    assert ris("SP  - 14785-14785").pages == "14785"
    assert ris("SP  - 349-69").pages == "349-69"
    assert ris("DB  - Scopus", "C7  - 111632").pages == "111632"
    assert ris("C7  - 111632").pages == ""


def test_a_day_without_a_year_takes_the_years():
    assert ris("DA  - Oct 7", "PY  - 2015").date == "2015-10-07"
    assert ris("DA  - 10 15", "PY  - 2015").date == "2015"


def test_lens_writes_null_for_a_given_name_and_agris_v_twice():
    record = ris("AU  - Madeup, null", "AU  - Doe, Nan", "VL  - v. v. 176")
    assert record.authors == (Name("Madeup"), Name("Doe", "Nan"))
    assert record.volume == "176"


def test_an_entity_divides_no_names():
    assert ris("AU  - Foo &amp; Bar Group").authors == (
        Name("Foo & Bar Group", is_group=True),
    )


def test_old_endnote_xml_is_in_capitals():
    records, problems = read(
        "<XML><RECORDS>\n<RECORD><REFERENCE_TYPE>0</REFERENCE_TYPE><REFNUM>1</REFNUM>"
        "<AUTHORS><AUTHOR>Madeup, Jo</AUTHOR><AUTHOR>Garn, </AUTHOR></AUTHORS>"
        "<YEAR>2019</YEAR><TITLE>A trial</TITLE>"
        "<SECONDARY_TITLE>J Ex</SECONDARY_TITLE><URL>10.5555/a</URL></RECORD>\n"
        "<RECORD><REFERENCE_TYPE>1</REFERENCE_TYPE><YEAR>2012</YEAR>"
        "<DATE>Sept.</DATE><TITLE>B</TITLE></RECORD>"
        "</RECORDS></XML>"
    )
    assert problems == []
    assert [record.type for record in records] == [RecordType.ARTICLE, RecordType.BOOK]
    assert records[0].authors == (Name("Madeup", "Jo"), Name("Garn"))
    assert (records[0].journal, records[0].doi) == ("J Ex", "10.5555/a")
    assert records[1].date == "2012-09"


def test_endnotes_article_number_and_group_in_xml_and_tagged():
    xml = (
        "<xml><records><record><ref-type name='Journal Article'>17</ref-type>"
        "<contributors><authors><author>Alpha Beta,</author></authors></contributors>"
        "<titles><title>A</title></titles><pages/><custom7>e1001</custom7>"
        "<dates><year>2020</year></dates></record></records></xml>"
    )
    assert only(xml).pages == "e1001"
    group = (Name("Alpha Beta", is_group=True),)
    assert only(xml).authors == group
    tagged = "%0 Journal Article\n%T A\n%A Alpha Beta,\n%D 2020\n"
    assert only(tagged).authors == group


def test_cochranes_table_holds_registrations_too():
    record = only(
        "CENTRAL ID,Author(s),Title,Source,Year,Pages,PubMed ID,CTgov ID,"
        'Publication Type\nCN-1,"Madeup, J",A trial,J Ex,2024,765‐778,'
        "PUBMED 90000001,CTgov NCT00000000,Trial registry record\n"
    )
    assert record.type is RecordType.REGISTRATION
    assert (record.pmid, record.identifier("nct")) == ("90000001", "NCT00000000")


WORDS = "TY  - JOUR\nTI  - Café Größe\nAU  - Müller, José\nPY  - 2001\nER  - \n"


@pytest.mark.parametrize("encoding", ["mac-roman", "cp1252"])
def test_the_letters_of_a_mac_and_of_windows_are_told_apart(encoding):
    reading = formats.read(WORDS.encode(encoding))
    (record,) = reading.records
    assert reading.encoding == encoding
    assert (record.title, record.authors) == ("Café Größe", (Name("Müller", "José"),))


def test_names_in_windows_1252_that_a_mac_would_read_as_well_stay():
    reading = formats.read(WORDS.replace("ü", "š").encode("cp1252"))
    assert next(reading.records).authors == (Name("Mšller", "José"),)


@pytest.mark.parametrize("encoding", ["utf-32", "utf-32-be"])
def test_utf_32_is_refused_in_a_sentence(encoding):
    data = ("\ufeff" if encoding.endswith("be") else "") + WORDS
    with pytest.raises(formats.FormatError, match="UTF-32, which is not read: save"):
        formats.read(data.encode(encoding))


ORCID = "0000-0000-0000-001X"  # nobody's
STATES_ORCIDS = {
    "pubmed": f"""<PubmedArticle><MedlineCitation><Article>
<ArticleTitle>T</ArticleTitle>
<AuthorList><Author><LastName>Marlowe</LastName><ForeName>Ada</ForeName>
<Identifier Source="ORCID">http://orcid.org/{ORCID.replace("-", "")}</Identifier>
</Author><Author><LastName>Loy</LastName><Identifier Source="GRID">1</Identifier>
</Author></AuthorList></Article></MedlineCitation></PubmedArticle>""",
    "nbib": f"""PMID- 98765441
TI  - T
FAU - Marlowe, Ada
AU  - Marlowe A
AUID- ORCID: {ORCID}
AD  - Made up
FAU - Loy, Ben
AU  - Loy B
AUID- ORCID: 0000-0000-0000-0010
""",
    "csl": json.dumps(
        {
            "title": "T",
            "author": [
                {"family": "Marlowe", "ORCID": f"https://orcid.org/{ORCID}"},
                {"family": "Loy", "ORCID": None},
            ],
        }
    ),
}


def test_an_author_s_orcid_is_kept_where_a_file_states_it_and_its_digits_hold():
    for name, file in STATES_ORCIDS.items():
        ada, other = only(file, name).authors
        assert (ada.orcid, other.orcid) == (ORCID, ""), name
