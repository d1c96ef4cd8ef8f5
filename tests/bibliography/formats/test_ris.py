"""RIS as real exports write it: each habit on a small look-alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bibliography.records import Identifier, RecordType
from tests.bibliography.formats.reading import only, read
from texts.names import Name


def entry(*lines):
    return "\n".join(["TY  - JOUR", "TI  - A title", *lines, "ER  - ", ""])


def titles(text):
    records, problems = read(text, "ris")
    assert problems == []
    return [record.title for record in records]


def test_a_plain_record():
    record = only(
        entry(
            "AU  - Smith, John A.",
            "AU  - The Example Group,",
            "T2  - Journal of Examples",
            "PY  - 2019",
            "DA  - 2019/09/01/",
            "VL  - v. 40",
            "IS  - 2",
            "SP  - 349",
            "EP  - 369",
            "DO  - https://doi.org/10.5555/ABC",
            "SN  - 1234-5678",
            "AB  - It was tried.",
            "KW  - one",
            "KW  - two",
            "UR  - https://example.org/1",
            "N1  - A note.",
            "LA  - en",
            "ZZ  - unknown",
        )
    )
    assert record.type is RecordType.ARTICLE
    assert record.authors == (
        Name("Smith", "John A."),
        Name("The Example Group", is_group=True),
    )
    assert (record.year, record.date) == (2019, "2019-09-01")
    assert (record.journal, record.volume, record.issue) == (
        "Journal of Examples",
        "40",
        "2",
    )
    assert record.pages == "349-369"
    assert record.doi == "10.5555/abc"
    assert record.keywords == ("one", "two")
    assert record.notes == ("A note.",)
    assert record.url == "https://example.org/1"
    assert ("ZZ", "unknown") in record.fields
    assert record.raw.startswith("TY  - JOUR\nTI  - A title")
    assert (record.number, record.line, record.warnings) == (1, 1, ())


# --- where records begin and end ---


@pytest.mark.parametrize(
    "text",
    [
        "TY  - JOUR\nTI  - a\nER  - \nTY  - JOUR\nTI  - b\nER  - \n",
        "\ufeffTY  - JOUR\nTI  - a\nER  - \n\n\n1.\nTY  - JOUR\nTI  - b\nER  - ",
        "TY  - JOUR\nTI  - a\nTY  - JOUR\nTI  - b",  # no ER at all
        "TY  - JOUR\nTI  - a\nER\nTY  - JOUR\nTI  - b\nER  -",  # ER without a dash
        "TY  - JOUR\nTI  - a\nER  - kmpt\nER  - \nTY  - JOUR\nTI  - b\nER  - ",
        "TI  - a\nER  - \nTI  - b\nER  - \n",  # no TY at all
        "ID  - 1\nTY  - JOUR\nTI  - a\nER  - \nID  - 2\nTY  - JOUR\nTI  - b\nER  - ",
        "TY  -JOUR\nTI  -a\nER  -\nTY - JOUR\nTI - b\nER -\n",  # blanks missing
        "\n\rTY  - JOUR\n\rTI  - a\n\rER  - \n\rTY  - JOUR\n\rTI  - b\n\rER  - ",
        "TY  - JOUR\rTI  - a\rER  - \rTY  - JOUR\r\nTI  - b\nER  - \r",  # mixed
        "TY  - JOUR\nTI  - a\n\n\nER  - \nTY  - JOUR\n\nTI  - b\nER  - ",
        "Record #1 of 2\nProvider: x\nTY  - JOUR\nTI  - a\nER  - \nLink to the Full"
        " Text: http://x\n\n2. query AND line\nTY  - JOUR\nTI  - b\nER  - ",
    ],
)
def test_two_records_are_two_however_they_are_set(text):
    assert titles(text) == ["a", "b"]


def test_utf_16_and_bom_lose_no_record():
    text = entry() + entry()
    assert len(read(text, encoding="utf-16")[0]) == 2
    assert len(read(text, encoding="utf-8-sig")[0]) == 2


def test_lines_behind_the_end_stay_with_their_record():
    text = entry() + "UR  - https://example.org/late\n\n" + entry()
    first, second = read(text)[0]
    assert first.url == "https://example.org/late"
    assert second.url == ""
    assert "behind the end" in first.warnings[0]


def test_a_record_without_its_type_among_others_is_a_record():
    text = entry() + "TI  - untyped\nAU  - Doe, A\nER  - \n" + entry()
    records = read(text)[0]
    assert [r.title for r in records] == ["A title", "untyped", "A title"]
    assert "does not state its type" in records[1].warnings[0]


def test_a_line_that_begins_with_er_is_no_end():
    record = only(entry("AB  - Breast cancer with", "ER then treated", "  - more"))
    assert record.abstract == "Breast cancer with ER then treated - more"


def test_continuation_lines_join_and_lists_do_not():
    record = only(entry("T2  - Journal of", "  Examples", "KW  - one", "two", "three"))
    assert record.journal == "Journal of Examples"
    assert record.keywords == ("one", "two", "three")


def test_separators_within_values_end_no_line():
    record = only(entry("AB  - a\u2028TY  - no\u0085b\u00a0c\u200bd"))
    assert record.abstract == "a TY - no b cd"


@pytest.mark.parametrize("lines", ["N1  - nothing else", "SN  - 1234-5678", "TI  - NA"])
def test_a_record_that_names_no_work_is_kept_raw_with_the_reason(lines):
    text = f"TY  - JOUR\n{lines}\nER  - \n" + entry()
    records, (problem,) = read(text)
    assert len(records) == 1
    assert (problem.number, problem.line) == (1, 1)
    assert lines in problem.raw
    assert str(problem) == (
        "Record 1 (line 1): nothing says which work this is; expected a title, an"
        " author, a DOI or a PubMed number."
    )


# --- what the tags say ---


def test_a_year_that_cannot_be_read_is_a_warning():
    record = only(entry("PY  - 10 15"))
    assert record.year is None
    assert "No year can be read from “10 15”." in record.warnings


def test_the_date_of_access_is_no_date_of_publication():
    assert only(entry("Y2  - 2020/01/01")).year is None
    assert only(entry("Y1  - 2019//", "Y2  - 2020/01/01")).year == 2019


@pytest.mark.parametrize("tag", ["DO", "DI", "M3", "L3", "N1", "UR"])
def test_a_doi_is_found_wherever_exports_put_it(tag):
    value = "https://doi.org/10.5555/ABC" if tag == "UR" else "10.5555/ABC"
    assert only(entry(f"{tag}  - {value}")).doi == "10.5555/abc"


def test_a_doi_written_twice_is_one_and_two_are_a_warning():
    assert only(entry("DO  - 10.5555/a", "DO  - 10.5555/A")).identifiers == (
        Identifier("doi", "10.5555/a"),
    )
    two = only(entry("DO  - 10.5555/a", "DO  - 10.5555/b"))
    assert "More than one DOI was found." in two.warnings


def test_text_in_place_of_a_doi_stays_in_the_fields():
    record = only(entry("DO  - not-a-doi"))
    assert record.doi is None
    assert ("DO", "not-a-doi") in record.fields


@pytest.mark.parametrize(
    ("lines", "pmid"),
    [
        (["AN  - 90000001", "DB  - PubMed"], "90000001"),
        (["AN  - 90000001"], None),
        (
            ["AN  - 90000001", "UR  - https://ovid.example/x?T=JS&D=medp&A=1"],
            "90000001",
        ),
        (["AN  - 90000001", "UR  - https://example.org/?id=medium"], None),
        (["AN  - WOS:000123456700001", "DB  - MEDLINE"], None),
        (["AN  - 2214991469; 51887", "DB  - MEDLINE"], None),
        (["ID  - rayyan-26400000"], None),
        (["U1  - 90000001[pmid]"], "90000001"),
        (["C7  - 123456"], None),
        (["UR  - https://www.ncbi.nlm.nih.gov/pubmed/90000001"], "90000001"),
    ],
)
def test_a_number_is_a_pubmed_number_only_with_evidence(lines, pmid):
    assert only(entry(*lines)).pmid == pmid


def test_psycinfos_cited_surnames_are_no_editors():
    assert only(entry(*(f"A2  - Cited{n}" for n in range(60)))).editors == ()
    chapter = "TY  - CHAP\nTI  - t\nBT  - Book\nA2  - Roe, R\nER  - "
    assert only(chapter).editors == (Name("Roe", "R"),)
    assert only(chapter).journal == "Book"


def test_two_equal_abstracts_are_one_and_another_is_a_note():
    assert only(entry("AB  - Same.", "N2  - Same.")).notes == ()
    assert only(entry("AB  - One.", "N2  - Two.")).notes == ("Two.",)
    assert only(entry("N2  - Only.")).abstract == "Only."


@pytest.mark.parametrize("tag", ["T2", "JF", "JO", "JA", "J2", "SO", "TA", "JT"])
def test_the_journal_may_stand_under_many_tags(tag):
    assert only(entry(f"{tag}  - J Ex")).journal == "J Ex"


def test_seven_thousand_authors_are_seven_thousand():
    lines = [
        f"AU  - Family{chr(97 + n % 26)}{'x' * (n % 9)}, A. B." for n in range(7456)
    ]
    assert len(only(entry(*lines)).authors) == 7456


def test_markup_in_values_is_taken_out():
    record = only(entry("AB  - <p>H<sub>2</sub>O &amp; p &lt; 0.05</p>"))
    assert record.abstract == "H2O & p < 0.05"


def test_labels_of_screening_tools_stay_notes():
    note = "ASReview_relevant"
    assert only(entry(f"N1  - {note}", "N1  - RAYYAN-INCLUSION: {x}")).notes[0] == note


TAGS = st.sampled_from(
    [
        "TY  - JOUR",
        "TI  - t",
        "ER  - ",
        "ER",
        "AB  - x",
        "",
        "ER then",
        "UR  - http://e",
    ]
)


@given(st.lists(TAGS, max_size=25))
def test_every_line_ends_up_in_some_record_and_none_is_counted_twice(lines):
    records, problems = read("TY  - JOUR\n" + "\n".join(lines), "ris")
    begun = 1 + lines.count("TY  - JOUR")
    assert len(records) + len(problems) >= begun
    raw = "\n".join(item.raw for item in sorted([*records, *problems], key=_number))
    assert raw.count("TI  - t") == lines.count("TI  - t")
    assert raw.count("AB  - x") == lines.count("AB  - x")


def _number(item):
    return item.number
