"""Tables and lists of identifiers."""

import pytest

from bibliography import formats
from bibliography.formats.cellnames import names_in
from bibliography.formats.columns import guess_mapping
from bibliography.formats.table import guarded, unguarded
from bibliography.records import Identifier
from tests.bibliography.formats.reading import only, read
from texts.names import Name

CSV = (
    "PMID,Title,Authors,Journal/Book,Publication Year,DOI,Unknown\r\n"
    '90000001,"A title, with\r\na break","Smith JA, Doe A",J Ex,2019,10.5555/ABC,kept'
    "\r\n"
)


def test_columns_are_found_by_their_heads():
    record = only(CSV)
    assert record.title == "A title, with a break"
    assert record.authors == (Name("Smith", "JA"), Name("Doe", "A"))
    assert (record.journal, record.year) == ("J Ex", 2019)
    assert (record.doi, record.pmid) == ("10.5555/abc", "90000001")
    assert ("Unknown", "kept") in record.fields
    assert record.raw.startswith('90000001,"A title, with\na break"')
    assert record.line == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_delimiter_and_encoding(delimiter, encoding):
    text = f"Titel{delimiter}Title{delimiter}Year\nx{delimiter}Größe{delimiter}2019\n"
    (record,), _ = read(text, encoding=encoding)
    assert (record.title, record.year) == ("Größe", 2019)


def test_a_mapping_may_be_given():
    text = "Was,Wer,Wann\nA title,Smith J,2019\n"
    mapping = {"title": "Was", "authors": "Wer", "year": "Wann"}
    assert only(text, mapping=mapping).title == "A title"
    with pytest.raises(
        formats.FormatError, match="no column “Wo”; its columns are Was"
    ):
        read(text, mapping={"title": "Wo"})


def test_an_empty_cell_is_taken_from_the_next_best_column():
    text = (
        "Author full names,Authors,Title,ISSN,eISSN,Year\n"
        ",Madeup A.; Invented B.,One example,,2049-3630,2019\n"
        '"Madeup, Anna (570000001)",Madeup A.,Another,1234-5679,2049-3630,2020\n'
    )
    (first, second), _ = read(text)
    assert [name.family for name in first.authors] == ["Madeup", "Invented"]
    assert first.identifier("issn") == "2049-3630"
    assert [str(name) for name in second.authors] == ["Madeup, Anna"]
    assert second.identifier("issn") == "1234-5679"


def test_where_a_mapping_is_given_no_other_column_is_read():
    mapping = {"title": "Title", "authors": "Author full names"}
    text = "Author full names,Authors,Title\n,Madeup A.,One example\n"
    record = only(text, mapping=mapping)
    assert record.authors == ()


def test_a_row_that_names_no_work_is_kept_raw():
    records, (problem,) = read("title,year\nA,2019\n,2020\n")
    assert len(records) == 1
    assert (problem.number, problem.line, problem.raw) == (2, 3, ",2020")


def test_a_row_with_too_many_cells_is_read_with_a_warning():
    record = only("title,year\nA,2019,more\n")
    assert record.warnings == ("The row has 3 cells for 2 columns.",)
    assert ("column 3", "more") in record.fields


def test_web_of_sciences_tables_quote_nothing():
    text = 'PT\tAU\tTI\tSO\tPY\nJ\tSmith, JA; Doe, A\t"Quoted" title\tJ EX\t2019\n'
    record = only(text)
    assert record.title == '"Quoted" title'
    assert len(record.authors) == 2


def test_embases_source_cell_is_taken_apart():
    source = "J Ex (2014) 3:2 (152-160). Date of Publication: 25 Aug 2014"
    record = only(f'Title,Source\nA title,"{source}"\n')
    assert (record.journal, record.volume, record.issue) == ("J Ex", "3", "2")
    assert (record.pages, record.date) == ("152-160", "2014-08-25")


@pytest.mark.parametrize(
    ("cell", "families"),
    [
        ("Smith, J.; Doe, A.", ["Smith", "Doe"]),
        ("Smith J, Doe A", ["Smith", "Doe"]),
        ("Smith, J., Doe, A.", ["Smith", "Doe"]),
        ("John Smith and Ann Doe", ["Smith", "Doe"]),
        ("Smith, John", ["Smith"]),
        ("['Smith, John' 'Doe, A']", ["Smith", "Doe"]),
        ("", []),
    ],
)
def test_names_in_one_cell(cell, families):
    assert [name.family for name in names_in(cell)] == families


BEFORE = ["", " ", "\u00a0", "\ufeff", "\u200b", ";", " ;\u2060", "\u3000", "\u00ad"]
FORMULAS = ["=1+1", "+1", "-1", "@x", "'=1", "\t=1", "\rx", "＝1"]


def test_no_exported_cell_is_a_formula():
    for cell in (before + formula for before in BEFORE for formula in FORMULAS):
        assert guarded(cell).startswith("'") or "'=" in cell, cell
        assert unguarded(guarded(cell)) == cell
    for cell in ("plain", "a=b", "12", "a; =b", "(-1)"):
        assert guarded(cell) == unguarded(cell) == cell


def test_a_very_long_cell_of_names_is_no_trap():
    assert len(names_in("x" * 200_000)) == 1


def test_unknown_heads_map_to_nothing():
    assert guess_mapping(["Title", "Colour", "DOI Link"]) == {
        "title": "Title",
        "doi": "DOI Link",
    }


@pytest.mark.parametrize(
    "heads",
    [
        ("Titel", "Autoren", "Jahr", "Zeitschrift", "Band", "Heft", "Seiten"),
        ("Titre", "Auteurs", "Année", "Revue", "Volume", "Numéro", "Pages"),
        ("Título", "Autores", "Año", "Revista", "Volumen", "Número", "Páginas"),
    ],
)
def test_the_plainest_heads_are_known_in_other_languages(heads):
    fields = ("title", "authors", "year", "journal", "volume", "issue", "pages")
    assert guess_mapping(heads) == dict(zip(fields, heads, strict=True))


def test_a_list_of_identifiers():
    text = (
        "doi\n10.5555/ABC\nhttps://doi.org/10.5555/b, PMID: 123\nPMC0012\nNCT00000000"
    )
    records, problems = read(text)
    assert [record.identifiers[0] for record in records] == [
        Identifier("doi", "10.5555/abc"),
        Identifier("doi", "10.5555/b"),
        Identifier("pmid", "123"),
        Identifier("pmcid", "PMC0012"),
        Identifier("nct", "NCT00000000"),
    ]
    assert problems == []


def test_a_line_that_is_no_identifier_is_kept():
    records, (problem,) = read("10.5555/a\n10.5555/b\n10.5555/c\n10.5555/d\nhello\n")
    assert len(records) == 4
    assert (problem.raw, problem.line) == ("hello", 5)
