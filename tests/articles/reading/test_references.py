"""One entry at a time, in the house styles of journals."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from articles.reading.documents import read_document
from articles.reading.lists.entries import parse_entry, repeat_authors
from articles.reading.lists.listing import split_entries
from articles.reading.plain.lines import split_lines

STYLES = {
    "APA": "Brandt, A. B., & van der Quist, C. (2016). Drops for dry eyes: A trial. "
    "Journal of Examples, 12(3), 144–151. https://doi.org/10.5555/je.2016.144",
    "year first": "7. (2016) Brandt AB, van der Quist C. Drops for dry eyes: a trial. "
    "J Examp. 12(3):144-51. doi: 10.5555/je.2016.144.",
    "Vancouver": "7. Brandt AB, van der Quist C. Drops for dry eyes: a trial. J Examp. "
    "2016;12(3):144-51. doi: 10.5555/je.2016.144.",
    "AMA": "7. Brandt AB, van der Quist C. Drops for dry eyes: a trial. J Examp. 2016 "
    "Mar 4;12(3):144-151. doi:10.5555/je.2016.144",
    "Harvard": "Brandt, A.B. and van der Quist, C. (2016) ‘Drops for dry "
    "eyes: a trial’, "
    "Journal of Examples, 12(3), pp. 144–151. doi:10.5555/je.2016.144.",
    "Chicago": "Brandt, Ada B., and Cor van der Quist. 2016. “Drops for Dry Eyes: A "
    "Trial.” Journal of Examples 12 (3): 144–51. doi:10.5555/je.2016.144.",
    "MLA": "Brandt, Ada B., and Cor van der Quist. “Drops for Dry Eyes: A Trial.” "
    "Journal of Examples, vol. 12, no. 3, 2016, pp. 144–51, doi:10.5555/je.2016.144.",
    "IEEE": "[7] A. B. Brandt and C. van der Quist, “Drops for dry eyes: a trial,” J. "
    "Examp., vol. 12, no. 3, pp. 144–151, 2016, doi: 10.5555/je.2016.144.",
    "Springer": "Brandt AB, van der Quist C: Drops for dry eyes: a trial. J "
    "Examp 2016, "
    "12:144–151. doi:10.5555/je.2016.144",
    "Springer author–date": "Brandt AB, van der Quist C (2016) Drops for dry eyes: a "
    "trial. J Examp 12:144–151. https://doi.org/10.5555/je.2016.144",
    "Elsevier": "[7] A.B. Brandt, C. van der Quist, Drops for dry eyes: a trial, J. "
    "Examp. 12 (2016) 144–151. https://doi.org/10.5555/je.2016.144.",
    "Elsevier Harvard": "Brandt, A.B., van der Quist, C., 2016. Drops for dry eyes: a "
    "trial. J. Examp. 12, 144–151. https://doi.org/10.5555/je.2016.144",
    "Nature": "7. Brandt, A. B. & van der Quist, C. Drops for dry eyes: a trial. J. "
    "Examp. 12, 144–151 (2016). doi:10.5555/je.2016.144",
    "MDPI": "7. Brandt, A.B.; van der Quist, C. Drops for dry eyes: a trial. J. Examp. "
    "2016, 12, 144–151, doi:10.5555/je.2016.144.",
}


@pytest.mark.parametrize("raw", STYLES.values(), ids=STYLES.keys())
def test_a_journal_article_is_read_in_every_style(raw):
    entry = parse_entry(raw)
    assert entry.authors == ("Brandt", "van der Quist")
    assert entry.year == 2016
    assert entry.title.lower() == "drops for dry eyes: a trial"
    assert entry.doi == "10.5555/je.2016.144"
    assert entry.label in ("7", "Brandt 2016")


@pytest.mark.parametrize(
    ("raw", "authors", "year"),
    [
        ("World Example Organization. Global report. Nowhere: WEO; 2010.",
         ("World Example Organization",), 2010),
        ("Agency for Examples (AFE). (2020). A page. https://example.org",
         ("Agency for Examples",), 2020),
        ("Farnaby K, Lisle R; HERB Study Group. Tea. J Examp. 1997;4:1-3.",
         ("Farnaby", "Lisle"), 1997),
        ("Oakes, J. (12 May 2015). \"A story\". The Specimen. Retrieved 3 June 2019.",
         ("Oakes",), 2015),
        ("Stone P. Health of people born in 1946: a cohort. J Examp. 2011;3:1990-2.",
         ("Stone",), 2011),
        ("Marsh, T., Dunn, P., ... & Zell, W. (2017). Many hands. Example Rev.",
         ("Marsh", "Dunn", "Zell"), 2017),
        ("Pell S, et al. Drops. J Examp. 2015;1:2.", ("Pell",), 2015),
    ],
)  # fmt: skip
def test_bodies_groups_dates_and_gaps_are_understood(raw, authors, year):
    entry = parse_entry(raw)
    assert entry.authors == authors
    assert entry.year == year


def test_the_year_of_a_visit_is_not_the_year_of_a_page():
    entry = parse_entry("Example Clinic. Sore knees. Accessed June 3, 2023.")
    assert entry.year is None
    assert entry.authors == ("Example Clinic",)


def test_what_cannot_be_read_stays_empty():
    entry = parse_entry("see the notes above")
    assert (entry.authors, entry.year, entry.doi) == ((), None, "")
    assert entry.raw == "see the notes above"


@pytest.mark.parametrize(
    ("words", "doi"),
    [
        ("https://dx.doi.org/10.5555/AB.12.", "10.5555/AB.12"),
        ("(doi:10.5555/x(99)3-4)", "10.5555/x(99)3-4"),
        ("https://doi.org/10.5555%2Fx.1", "10.5555/x.1"),
        ("10.5555/x.1[PubMed]", "10.5555/x.1"),
    ],
)
def test_identifiers_lose_address_and_punctuation(words, doi):
    assert parse_entry(f"Pell S. Drops. J Examp. 2015;1:2. {words}").doi == doi


def test_a_pubmed_number_is_read_from_words_and_addresses():
    base = "Pell S. Drops. J Examp. 2015;1:2. "
    assert parse_entry(base + "PMID: 99000001").pmid == "99000001"
    link = "https://pubmed.ncbi.nlm.nih.gov/99000002/"
    assert parse_entry(base, links=link).pmid == "99000002"


def test_a_dash_repeats_the_authors_before():
    entries = [parse_entry("Noor, P. 2018a. One. Ex."), parse_entry("———. 2018b. Two.")]
    assert [entry.authors for entry in repeat_authors(entries)] == [("Noor",)] * 2


def entries_of(text):
    return [text[start:end] for start, end in split_entries(split_lines(text))]


ONE = "Amber, A. (2001). A first title\nthat runs on. Example Journal, 1, 2–3."
TWO = "Birch, B. (2002). A second title.\nExample Journal, 4, 5–6."


@pytest.mark.parametrize(
    "text",
    [
        f"1. {ONE}\n2. {TWO}",
        f"[1] {ONE}\n[2] {TWO}",
        f"1) {ONE}\n\n2) {TWO}",
        f"{ONE}\n\n{TWO}",
        f"- {ONE}\n- {TWO}",
        f"{ONE}\n{TWO}\n",
        "\n".join(
            [*ONE.replace("\n", "\n    ").split("\n"), TWO.replace("\n", "\n    ")]
        ),
    ],
    ids=["1.", "[1]", "1)", "blank lines", "bullets", "flush", "hanging indent"],
)
def test_wrapped_entries_are_parted_whatever_marks_them(text):
    read = [parse_entry(raw) for raw in entries_of(text)]
    assert [(entry.authors, entry.year) for entry in read] == [
        (("Amber",), 2001),
        (("Birch",), 2002),
    ]


@settings(deadline=None)
@given(st.text(max_size=400))
def test_any_entry_is_read_without_a_fault(raw):
    entry = parse_entry(raw)
    assert entry.raw == " ".join(raw.split())


@settings(deadline=None)
@given(st.lists(st.text(alphabet="Aa1.[] \n•-(", max_size=30), max_size=12))
def test_entries_never_overlap_and_hold_words(lines):
    text = "\n".join(lines)
    spans = split_entries(split_lines(text))
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in zip(spans, spans[1:], strict=False))


def test_an_address_broken_at_a_full_stop_is_whole_and_a_journal_is_not_glued():
    text = """Of examples

    References

    1. Pell S. Drops. J Examp.
    2015;1:2. https://doi.org/10.5555/j.
    made.2015.1
    2. Noor P. Salves. J Examp. 2016;3:4.
    """.replace("\n    ", "\n")
    first, _ = read_document(text.encode(), form="text").entries
    assert (first.journal, first.doi) == ("J Examp", "10.5555/j.made.2015.1")
