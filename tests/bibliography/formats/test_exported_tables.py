"""Tables as databases and screening tools export them, with made-up records."""

import pytest

from bibliography import formats
from bibliography.formats import rows as table_rows
from bibliography.formats import table
from bibliography.formats.rows import heads_of
from bibliography.records import RecordType
from tests.bibliography.formats.reading import only, read
from texts.names import Name

PUBMED = (
    "PMID,Title,Authors,Citation,First Author,Journal/Book,Publication Year,"
    "Create Date,PMCID,NIHMS ID,DOI\n"
    '90000001,A trial,"Madeup SM, Lau Y.","J Ex. 2022 Mar 5;53(2):334-347.'
    ' doi: 10.5555/a. Epub 2021 Oct 1.",Madeup SM,J Ex,2022,2022/03/01,,,10.5555/a\n'
)
SCOPUS = (
    '"Authors","Author full names","Author(s) ID","Title","Year","Source title",'
    '"Volume","Issue","Art. No.","Page start","Page end","DOI","Link","Publisher",'
    '"PubMed ID","Document Type","Source","EID"\n'
    '"Hao J.; Siu K.-C.","Hao, Jie (57000000000); Siu, Ka-Chun (57000000001)",'
    '"57;58","A trial","2023","J Ex","66","5","e12","","","10.5555/a",'
    '"https://example.org/a","Example Press","90000001","Article","Scopus","2-s2.0-1"\n'
)
WOS = (
    "PT\tAU\tAF\tCA\tTI\tSO\tLA\tDT\tSP\tDE\tPD\tPY\tVL\tIS\tBP\tEP\tAR\tDI\tUT\tPM\n"
    "J\tMadeup, J; Doe, A\tMadeup, Jo; Doe, Ann\t\tA trial\tJ EX\tEnglish\tArticle\t\t"
    "one; two\tJAN 1\t2019\t81\t1\t15\t32\t\t10.5555/a\tWOS:1\t90000001\n"
)
WOS_EXCEL = (
    "Publication Type,Authors,Book Editors,Author Full Names,Article Title,"
    "Source Title,Document Type,Publication Date,Publication Year,Volume,Issue,"
    "Start Page,End Page,Article Number,DOI,Pubmed Id\n"
    'J,"Madeup, J; Doe, A",,"Madeup, Jo; Doe, Ann",A trial,J EX,'
    '"Article; Proceedings Paper",SEP 15,2019,81,1,,,e5,10.5555/a,90000001\n'
)
DIMENSIONS = (
    '"About the data: Exported on Jan 1, 2021. Criteria: ""x"" in title, abstract."\n'
    "Rank,Publication ID,DOI,PMID,PMCID,Title,Abstract,Source title,Anthology title,"
    "Publication date,PubYear,Volume,Issue,Pagination,Publication Type,Authors,"
    "Dimensions URL\n"
    "1,pub.1,10.5555/a,90000001,,A trial,Words,J Ex,,2019-01-05,2019,81,1,15-32,"
    'Article,"Madeup, Jo; Doe, Ann",https://example.org/pub.1\n'
)
LENS = (
    "Lens ID,Title,Date Published,Publication Year,Publication Type,Source Title,"
    "ISSNs,Author/s,Volume,Issue Number,Start Page,End Page,Source URLs,PMID,DOI\n"
    "1,A trial,2019-01-05,2019,journal article,J Ex,1234567X,Jo Madeup; Ann Doe,81,1,"
    "15,32,https://example.org/a https://example.org/b,90000001,10.5555/a\n"
)
RAYYAN = (
    "key,title,year,month,day,journal,issn,volume,issue,pages,authors,url,language,"
    "publisher,location,abstract,notes,doi,keywords,pubmed_id,pmc_id\n"
    'rayyan-1,A trial,2019,1,5,J Ex,,81,1,15-32,"Madeup, Jo and Doe, Ann",,eng,,,,'
    '"RAYYAN-INCLUSION: {""Ann""=>""Included""}",10.5555/a,,90000001,\n'
)
COVIDENCE = (
    "Title,Authors,Abstract,Published Year,Published Month,Journal,Volume,Issue,Pages,"
    "Accession Number,DOI,Ref,Covidence #,Study,Notes,Tags\n"
    'A trial,"Madeup, Jo; Doe, Ann",,2019,January,J Ex,81,1,15-32,,10.5555/a,,#1,'
    "Madeup 2019,,\n"
)
ZOTERO = (
    '"Key","Item Type","Publication Year","Author","Title","Publication Title","ISBN",'
    '"ISSN","DOI","Url","Abstract Note","Date","Date Added","Pages","Issue","Volume",'
    '"Editor"\n'
    '"K","bookSection","2019","Madeup, Jo; Doe, Ann","A trial","J Ex","","",'
    '"10.5555/a","","","2019-01-05","2024-02-02 10:00:00","15-32","1","81","Roe, B."\n'
)
IEEE = (
    '"Document Title",Authors,"Publication Title",Date Added To Xplore,'
    '"Publication Year","Volume","Issue","Start Page","End Page","DOI",PDF Link\n'
    '"A trial","J. Madeup; A. Doe","J Ex","5 Jan 2020","2019","81","1","15","32",'
    '"10.5555/a","https://example.org/a.pdf"\n'
)
OPENALEX = (
    "id,doi,title,publication_year,publication_date,type,"
    "primary_location.source.display_name,authorships.author.display_name,"
    "biblio.volume,biblio.issue,biblio.first_page,biblio.last_page,ids.pmid\n"
    "https://openalex.org/W1,https://doi.org/10.5555/a,A trial,2019,2019-01-05,article,"
    "J Ex,Jo Madeup|Ann Doe,81,1,15,32,https://pubmed.ncbi.nlm.nih.gov/90000001\n"
)
SCHOLAR = (
    "Cites,Authors,Title,Year,Source,Publisher,ArticleURL,CitesURL,GSRank,QueryDate,"
    "Type,DOI,Volume,Issue,StartPage,EndPage\n"
    '3,"J Madeup, A Doe, ...",A trial,2019,J Ex,example.org,https://example.org/a,,1,'
    "2024-01-01 10:00:00,PDF,10.5555/a,81,1,15,32\n"
)
SPRINGER = (
    "Item Title,Publication Title,Book Series Title,Journal Volume,Journal Issue,"
    "Item DOI,Authors,Publication Year,URL,Content Type\n"
    "A trial,J Ex,,81,1,10.5555/a,Jo Madeup,2019,https://example.org/a,Article\n"
)
COCHRANE = (
    "Cochrane Review ID,Author(s),Title,Source,Year,Abstract,Volume,Issue,Pages,"
    "Publisher,PubMed ID,DOI,URL,Keywords\n"
    'CN-1,"Madeup J, Doe A",A trial,J Ex,2019,,81,1,15‐32,,90000001,10.5555/a,,\n'
)
FILES = {
    "pubmed": PUBMED,
    "scopus": SCOPUS,
    "wos": WOS,
    "wos_excel": WOS_EXCEL,
    "dimensions": DIMENSIONS,
    "lens": LENS,
    "rayyan": RAYYAN,
    "covidence": COVIDENCE,
    "zotero": ZOTERO,
    "ieee": IEEE,
    "openalex": OPENALEX,
    "scholar": SCHOLAR,
    "springer": SPRINGER,
    "cochrane": COCHRANE,
}


@pytest.mark.parametrize("name", FILES)
def test_the_columns_of_an_export_are_known(name):
    record = only(FILES[name])
    assert record.title == "A trial"
    assert record.authors[0].family in ("Madeup", "Hao")
    assert len(record.authors) == (1 if name == "springer" else 2)
    assert record.journal.lower() == "j ex"
    assert record.year in (2019, 2022, 2023)
    assert record.doi == "10.5555/a"
    assert (record.volume, record.issue) in (("81", "1"), ("66", "5"), ("53", "2"))


@pytest.mark.parametrize(
    ("name", "pages"),
    [
        ("pubmed", "334-347"),
        ("scopus", "e12"),
        ("wos", "15-32"),
        ("wos_excel", "e5"),
        ("dimensions", "15-32"),
        ("lens", "15-32"),
        ("openalex", "15-32"),
        ("cochrane", "15-32"),
    ],
)
def test_pages_stand_in_one_cell_in_two_or_in_a_citation(name, pages):
    record = only(FILES[name])
    assert record.pages == pages
    assert record.pmid == "90000001"


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("pubmed", "2022-03-05"),
        ("wos", "2019-01-01"),
        ("wos_excel", "2019-09-15"),
        ("rayyan", "2019-01-05"),
        ("covidence", "2019-01"),
        ("zotero", "2019-01-05"),
        ("ieee", "2019"),
        ("openalex", "2019-01-05"),
    ],
)
def test_a_date_is_as_exact_as_its_columns_say(name, date):
    assert only(FILES[name]).date == date


def test_names_lose_numbers_full_stops_and_ellipses():
    assert only(SCOPUS).authors == (Name("Hao", "Jie"), Name("Siu", "Ka-Chun"))
    assert only(PUBMED).authors[-1] == Name("Lau", "Y")
    assert only(SCHOLAR).authors == (Name("Madeup", "J"), Name("Doe", "A"))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("pubmed", RecordType.ARTICLE),
        ("wos_excel", RecordType.ARTICLE),
        ("lens", RecordType.ARTICLE),
        ("zotero", RecordType.CHAPTER),
        ("scholar", RecordType.ARTICLE),
    ],
)
def test_the_document_type_counts(name, kind):
    assert only(FILES[name]).type is kind


def test_an_editor_is_no_author():
    assert only(ZOTERO).editors == (Name("Roe", "B."),)


def test_a_table_of_trials_holds_registrations():
    record = only(
        "NCT Number,Study Title,Study URL\nNCT00000000,A trial,https://e.org\n"
    )
    assert record.type is RecordType.REGISTRATION
    assert record.identifier("nct") == "NCT00000000"


def test_the_spreadsheets_own_first_line_is_no_head():
    text = "sep=;\nTitle;Year;DOI\nA trial;2019;10.5555/a\n"
    assert only(text).year == 2019
    assert heads_of(text) == ["Title", "Year", "DOI"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_web_of_sciences_table_in_every_encoding(encoding):
    text = WOS.replace("A trial", "Größe").replace("\n", "\r\n")
    (record,), _ = read(text, encoding=encoding)
    assert record.title == "Größe"


# --- quotes that nobody closed ---


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_an_open_quote_swallows_no_row(delimiter):
    rows = ["title,year,doi", '"Open title,2001,10.5555/a', "Second,2002,10.5555/b"]
    rows += ['Third,2003,"', "Fourth,2004,10.5555/d", '"Fi\nfth",2005,10.5555/e']
    text = "\n".join(rows).replace(",", delimiter)
    records, problems = read(text)
    assert problems == []
    assert [record.year for record in records] == [2001, 2002, 2003, 2004, 2005]
    assert records[0].title == '"Open title'
    assert records[4].title == "Fi fth"
    assert [record.line for record in records] == [2, 3, 4, 5, 6]


def test_a_break_within_a_cell_ends_no_row():
    text = (
        'title,year,abstract\nA,2001,"one, two\nthree,four,five,six\nseven"\nB,2002,x'
    )
    records, _ = read(text)
    assert [record.title for record in records] == ["A", "B"]
    assert records[0].abstract == "one, two\nthree,four,five,six\nseven"


def test_a_table_without_known_heads_is_refused():
    with pytest.raises(formats.FormatError, match="in none of the formats"):
        read("colour;size\nred;3\n")


def test_a_quote_before_every_row_swallows_none():
    rows = [f'"Title {n},2001,10.5555/{n}' for n in range(50)]
    records, problems = read("\n".join(["title,year,doi", *rows]))
    assert (len(records), problems) == (50, [])


def test_a_cell_that_is_longer_than_any_record_is_one_problem(monkeypatch):
    for module in (table, table_rows):
        monkeypatch.setattr(module, "LONGEST", 200)
    cell = "\n".join(["words of a cell that goes on and on"] * 50)
    text = f'title,year,doi\nA,2001,10.5555/a\n"{cell}",2002,\nC,2003,10.5555/c'
    records, problems = read(text)
    assert [record.title for record in records] == ["A", "C"]
    assert records[-1].line == 53
    (problem,) = problems
    assert "longer than any record" in problem.what
