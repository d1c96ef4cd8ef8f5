"""What a file leaves open is said, and not guessed: tags, dates, names, cells."""

from bibliography import formats
from bibliography.formats.fields import first_date, read_date, year_of
from bibliography.records import Problem
from tests.bibliography.formats.reading import only, read
from texts.names import Name, split_name

HEAD = "TY  - JOUR\nTI  - A trial\nPY  - 2012\n"


def test_one_blank_makes_no_tag_where_two_stand_behind_tags():
    words = (
        "ER - positive; AU - arbitrary units; CT - computed; TY - typing; PY - years"
        "; TI - titanium; DO - dissolved oxygen; KW - kilowatts; SP - sphingomyelin"
        "; VL - very low; ED - effective"
    ).split("; ")
    wrong = []
    for line in words:
        text = f"{HEAD}AB  - Sorted by whether\n{line} and\nAU  - Doe, A\nER  - \n"
        records, problems = read(text, "ris")
        said = f"Sorted by whether {line} and"
        if problems or [r.abstract for r in records] != [said]:
            wrong.append((line, records, problems))
        elif (records[0].authors, records[0].year) != ((Name("Doe", "A"),), 2012):
            wrong.append((line, records))
    assert wrong == []


def test_a_file_of_one_blank_throughout_is_read_and_one_behind_the_other():
    narrow = HEAD.replace("  - ", " - ") + "AU - Doe, A\nER - \n"
    wide = HEAD + "AU  - Doe, A\nER  - \n"
    for text in (narrow, narrow + wide, wide + narrow):
        records, problems = read(text, "ris")
        assert problems == []
        assert all(record.authors == (Name("Doe", "A"),) for record in records)


def test_what_stands_behind_the_last_record_is_kept():
    text = HEAD + "ER  - \n"
    for junk in (
        "",
        "\n\n",
        "1.\n",
        "Link to the Ovid Full Text: http://x.org\n",
        "EF",
    ):
        assert read(text + junk, "ris")[1] == [], junk
    for words in ("of which more below\n", "\n\nDoe A. Another work. 2013.\n"):
        records, (problem,) = read(text + words, "ris")
        assert (len(records), problem.raw) == (1, words.strip())
        assert problem.what == "text stands behind the last record"


def test_glued_records_come_apart_or_are_kept_with_the_reason():
    one = "PMID- 99900001\nTI  - One.\nAU  - Doe A\nSO  - J. 2012;1:2."
    two = "PMID- 99900002\nTI  - Two.\nDP  - 2013\n"
    records, problems = read(f"{one}{two}", "nbib")
    assert [r.title for r in records] == ["One.", "Two."] and problems == []
    records, problems = read(f"{one}\n{two}", "nbib")
    assert [r.pmid for r in records] == ["99900001", "99900002"] and problems == []
    in_front = f"PMC - PMC9990001\n{one}\nPMC - PMC9990002\n{two}"
    numbers = [[i.value for i in r.identifiers] for r in read(in_front, "nbib")[0]]
    assert numbers == [["99900001", "PMC9990001"], ["99900002", "PMC9990002"]]
    owned = "OWN - NLM\nTI  - One.\nOWN - NLM\nTI  - Two.\n"
    assert [r.title for r in read(owned, "nbib")[0]] == ["One.", "Two."]
    _, (problem,) = read("PMID- 99900001\nTI  - One.\nDP  - 2012\nTI  - Two.\n", "nbib")
    assert "several records" in problem.what
    glued = f"{HEAD}ER  - TY  - JOUR\nTI  - Two\nER  - \n"
    assert [r.title for r in read(glued, "ris")[0]] == ["A trial", "Two"]


def test_a_record_of_another_format_is_named():
    others = {"BibTeX": "@article{a,\n title = {B}\n}\n", "PubMed NBIB": "PMID- 1\n",
              "EndNote tagged": "%0 Journal Article\n%T B\n", "CSL-JSON": '[{"id": 1}]',
              "Web of Science": "PT J\nTI B\nER\n"}  # fmt: skip
    for name, other in others.items():
        _, problems = read(f"{HEAD}ER  - \n\n{other}", "ris")
        assert problems and name in problems[0].what, name


NAMES = {
    "Salas Huamani JR": Name("Salas Huamani", "JR"),
    "Salas Huamani, JR": Name("Salas Huamani", "JR"),
    "Diaz SR": Name("Diaz", "SR"),
    "Diaz Lopez SR": Name("Diaz Lopez", "SR"),
    "van der Berg JR": Name("van der Berg", "JR"),
    "Smith JA Jr": Name("Smith", "JA", "Jr"),
    "Smith JA JR": Name("Smith", "JA", "JR"),
    "Smith, Jr": Name("Smith", "", "Jr"),
    "King, Martin, Jr.": Name("King", "Martin", "Jr."),
    "King, Jr., Martin": Name("King", "Martin", "Jr."),
    "Martin King Jr": Name("King", "Martin", "Jr"),
    "John Smith III": Name("Smith", "John", "III"),
}


def test_initials_are_no_suffix_and_names_are_compared_by_position():
    assert {written: split_name(written) for written in NAMES} == NAMES
    pair = "FAU - Salas Huamani, Jose R\nAU  - Salas Huamani JR\n"
    record = only(f"PMID- 99900001\nTI  - A\n{pair}FAU - Doe, A\nAU  - Doe A\n", "nbib")
    assert record.authors == (Name("Salas Huamani", "Jose R"), Name("Doe", "A"))
    listed = (
        "FAU - Salas Huamani, Jose R\nFAU - Doe, Ann\nAU  - Salas JR\nAU  - Doe A\n"
    )
    record = only(f"PMID- 99900001\nTI  - A\n{listed}AU  - Roe B\n", "nbib")
    assert [name.family for name in record.authors] == ["Salas Huamani", "Doe", "Roe"]


DATES = {
    "2004 2nd Quarter": "2004", "2003 3d Quart": "2003", "1st Quarter 2004": "2004",
    "2012 Q3": "2012", "Q2 2012": "2012", "2012 Quarter 1": "2012",
    "2004 4th Quarter Dec": "2004-12",
    "2012-02-30": "2012-02", "2012-06-31": "2012-06", "2011-02-29": "2011-02",
    "2012-02-29": "2012-02-29", "2012-13-01": "2012", "2012-01-01T00:00": "2012-01-01",
    "２０１２": "2012", "２０１２年３月": "2012", "٢٠١٢": "2012", "२०१२": "2012",
    "平成24年 (2012)": "2012", "AH 1433 / 2012 AD": "2012", "2012/03": "2012-03",
}  # fmt: skip
OTHER_CALENDARS = [
    "1391", "1391/02/12", "۱۳۹۱", "Farvardin 1391", "1433 AH", "15 Ramadan 1433",
    "١٤٣٣", "平成24年3月", "令和2年", "民國101年", "2555", "พ.ศ. 2555", "5772",
    "2069 B.S.", "1934 Saka", "Tishrei 5772",
]  # fmt: skip


def test_a_date_is_no_more_exact_than_it_is_stated():
    assert {written: read_date(written) for written in DATES} == DATES
    for day in ("2012/02/30", "2012 Feb 30", "30 February 2012", "Feb. 30, 2012"):
        record = only(f"TY  - JOUR\nTI  - A\nDA  - {day}\nER  - \n")
        assert record.warnings == (f"“{day}” is no date: February has no such day.",)


def test_a_date_of_another_calendar_is_kept_as_written_and_its_year_is_unknown():
    assert {w: (first_date([w]), year_of(w)) for w in OTHER_CALENDARS} == {
        w: (w, None) for w in OTHER_CALENDARS
    }
    record = only("TY  - JOUR\nTI  - A\nPY  - 平成24年\nER  - \n")
    assert (record.date, record.year) == ("平成24年", None)
    assert record.warnings == (
        "“平成24年” is of another calendar: its year is not known.",
    )
    for name in formats.WRITERS:
        text = "".join(formats.write([record], name))
        assert list(formats.read(text.encode(), name).records) == [record], name


TABLE = "Title,Authors,Year,Pages,PMID,Abstract\n"
DAMAGED = [  # a cell in place of one of a sound row, and what is told of it
    ("Authors", "#N/A"), ("Abstract", "#NAME?"), ("Title", "#REF!"),
    ("Year", "#VALUE!"),
    ("PMID", "#DIV/0!"), ("Authors", "#NV"), ("Abstract", "########"),
    ("Pages", "2-Jan"), ("Pages", "Jan-12"), ("Pages", "12/3/2014"),
    ("Pages", "2012-01-02 00:00:00"), ("Pages", "01.02.2012"), ("PMID", "9.87E+07"),
    ("PMID", '"9,87E+07"'), ("Pages", "1.2E+5"),
]  # fmt: skip


def test_what_a_spreadsheet_damaged_is_told_and_not_read():
    sound = dict(zip(TABLE.strip().split(","), "A trial,Doe A,2012,12-15,99900001,X"
                     .split(","), strict=True))  # fmt: skip
    wrong = []
    for column, cell in DAMAGED:
        row = ",".join(dict(sound, **{column: cell}).values())
        record = only(f"{TABLE}{row}\n", "csv")
        bare = cell.strip('"')
        told = any("spreadsheet" in w and bare in w for w in record.warnings)
        values = (record.title, record.abstract, record.pages, record.pmid)
        if not told or bare in values or bare in map(str, record.authors):
            wrong.append((cell, record, record.warnings))
    assert wrong == []
    assert only(f"{TABLE}A,Doe A,2012,1-2,9.9900001E+07,X\n").pmid == "99900001"
    assert only(f"{TABLE}A,Doe A,2012,12-15,99900001,X\n").warnings == ()
    year = only(f"{TABLE}A,Doe A,1-Jan-12,12-15,99900001,X\n", "csv")
    assert "No year can be read from “1-Jan-12”." in year.warnings
    for kept in ("'99900001", '="99900001"'):  # as text, so that nothing cuts it
        record = only(f"{TABLE}A,Doe A,2012,12-15,{kept},X\n", "csv")
        assert (record.pmid, record.warnings) == ("99900001", ())
    (told,) = only(f"{TABLE}2-Sep,Doe A,2012,12-15,99900001,X\n").warnings
    assert "2-Sep" in told
    assert only("sep=;\nTitle;Year\nA trial;2012\n").year == 2012


def test_a_repeated_head_row_is_no_record():
    records, (problem,) = read(f"{TABLE}A,Doe A,2012,,,\n{TABLE}B,Doe B,2013,,,\n")
    assert [record.title for record in records] == ["A", "B"]
    assert (problem.number, problem.line) == (2, 3)


def test_quotes_within_quotes_are_read_as_they_stand_and_told():
    rows = {
        '"A ""second"" one","x, y",2012': ('A "second" one', ""),
        '"A "third" one","x, y",2012': ('A "third" one', "Quotes within"),
        '"A "third"","x, y",2012': ('A "third"', "Quotes within"),
        '"A \\"fourth\\" one","x, y",2012': ('A "fourth" one', "behind a backslash"),
        '"Of "one, two" kinds","x, y",2012': ('Of "one, two" kinds', "Quotes within"),
    }
    for row, (title, told) in rows.items():
        record = only(f"Title,Keywords,Year\n{row}\n", "csv")
        assert (record.title, record.keywords, record.year) == (title, ("x", "y"), 2012)
        assert told in "".join(record.warnings) and bool(told) == bool(record.warnings)


def test_an_address_alone_is_a_reference():
    record = only("TY  - ELEC\nUR  - https://example.org/a\nER  - \n")
    assert record.url == "https://example.org/a"
    (nothing,) = formats.read(b"TY  - ELEC\nN1  - see there\nER  - \n").records
    assert isinstance(nothing, Problem)
