"""Comparing works: what agrees, what disagrees, and what nobody said."""

import dataclasses

import pytest

from bibliography.lookups import Citation
from bibliography.matching import (
    Overall,
    Same,
    Says,
    compare,
    same_family,
    same_journal,
    same_work,
    title_nearness,
)
from bibliography.records import (
    Identifier,
    Record,
    RecordType,
    names_document,
    names_work,
)
from texts.names import Name

CERVELLI = Citation(
    authors=("Cervelli",),
    year=2014,
    words=("platelet-rich plasma", "microneedling", "facial skin"),
)


def record(title="", families=("Cervelli",), year=2014, doi=None, **more):
    identifiers = (Identifier("doi", doi),) if doi else ()
    authors = tuple(Name(family, "V") for family in families)
    said = {"authors": authors, "year": year, "identifiers": identifiers} | more
    return Record(title=title, **said)


def says(comparison, field):
    return next(f.says for f in comparison.fields if f.field == field)


def test_the_same_surname_year_and_treatment_for_another_disease_is_a_candidate():
    hair_loss = record(
        "Platelet-rich plasma injected for pattern hair loss",
        abstract="Platelet-rich plasma was injected in the scalp of men.",
    )
    compared = compare(CERVELLI, hair_loss)
    assert compared.overall is Overall.CANDIDATE
    assert compared.agreeing == ("authors", "year")
    assert compared.disagreeing == ("words",)
    shown = next(f.found for f in compared.fields if f.field == "words")
    assert shown == "not found: microneedling, facial skin (title and abstract)"
    assert compared.as_json()["overall"] == "candidate"


def test_surname_and_year_alone_never_agree():
    bare = Citation(authors=("Cervelli",), year=2014)
    compared = compare(bare, record("Anything at all"))
    assert compared.overall is Overall.CANDIDATE
    assert says(compared, "title") is Says.UNKNOWN


def test_topic_words_without_a_journal_do_not_make_a_match():
    right_topic = record(
        "Platelet-rich plasma with microneedling in facial skins",
    )
    compared = compare(CERVELLI, right_topic)
    assert compared.disagreeing == ()
    assert compared.overall is Overall.CANDIDATE


def test_author_year_and_title_agree():
    cited = Citation(("Cervelli",), 2014, "Plasma for hair: a trial of something")
    compared = compare(cited, record("Plasma for hair: A trial of something."))
    assert compared.overall is Overall.AGREES


def test_another_year_is_shown_and_leaves_a_candidate():
    cited = Citation(("Cervelli",), 2014, "Plasma for hair: a trial of something")
    compared = compare(
        cited, record("Plasma for hair: a trial of something", year=2013)
    )
    assert compared.overall is Overall.CANDIDATE
    assert compared.disagreeing == ("year",)


def test_another_title_is_another_work():
    cited = Citation(("Cervelli",), 2014, "Plasma for hair: a trial of something")
    assert compare(cited, record("Fat for wounds")).overall is Overall.OTHER


def test_nothing_agreeing_is_another_work():
    assert compare(CERVELLI, record("X", families=("Other",))).overall is Overall.OTHER


def test_a_missing_abstract_is_no_disagreement_where_the_title_agrees():
    cited = dataclasses.replace(CERVELLI, title="A title of several plain words")
    compared = compare(cited, record("A title of several plain words"))
    assert says(compared, "words") is Says.UNKNOWN
    assert compared.overall is Overall.AGREES


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("García López", "Garcia", True),
        ("van Acker", "Acker", True),
        ("Müller", "Muller", True),
        ("Anderson", "Manderson", False),
        ("Li", "Lin", False),
    ],
)
def test_family_names_are_compared_by_their_words(a, b, same):
    assert same_family(Name(a), Name(b)) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("J Clin Oncol", "Journal of Clinical Oncology", True),
        ("N Engl J Med", "The New England Journal of Medicine", True),
        ("J Natl Cancer Inst", "Journal of the National Cancer Institute", True),
        ("Lancet", "Lancet Oncology", False),
        ("Skin", "Scan", False),
    ],
)
def test_journals_agree_with_their_abbreviations(a, b, same):
    assert same_journal(a, b) is same


def test_parts_of_a_series_are_two_titles():
    assert (
        title_nearness("Ageing of the skin: part 1", "Ageing of the skin: part 2") < 0.9
    )
    assert (
        title_nearness("A phase II trial of X in Y", "A phase III trial of X in Y")
        < 0.9
    )
    assert title_nearness("One two three four", "One two three four: a trial") >= 0.9


# --- the same work, for imports ---

LONG = "A made-up trial of a made-up thing in made-up people"


def test_identifier_and_title_agree_so_it_is_the_same():
    a, b = record(LONG, doi="10.5555/a"), record(LONG.upper() + ".", doi="10.5555/a")
    assert same_work(a, b) is Same.SAME


def test_an_identifier_with_another_title_is_asked_about():
    a, b = record(LONG, doi="10.5555/a"), record("Something else", doi="10.5555/a")
    assert same_work(a, b) is Same.ASK


def test_the_chapters_of_a_book_share_its_doi_and_stay_apart():
    a = record("First chapter", doi="10.5555/book", type=RecordType.CHAPTER)
    b = record("Second chapter", doi="10.5555/book", type=RecordType.CHAPTER)
    assert same_work(a, b) is Same.OTHER
    again = dataclasses.replace(a)
    assert same_work(a, again) is Same.SAME


def test_title_year_and_first_author_near_is_a_candidate():
    a, b = record(LONG, doi="10.5555/preprint"), record(LONG + "s", year=2015)
    assert same_work(a, b) is Same.CANDIDATE
    assert same_work(a, record(LONG, year=2018)) is Same.OTHER
    assert same_work(a, record(LONG, families=("Other",))) is Same.OTHER


def test_two_pubmed_numbers_are_two_works():
    a = record(LONG, identifiers=(Identifier("pmid", "1"),))
    b = record(LONG, identifiers=(Identifier("pmid", "2"),))
    assert same_work(a, b) is Same.OTHER


def test_a_bare_identifier_is_the_same_work():
    assert (
        same_work(record(LONG, doi="10.5555/a"), record("", doi="10.5555/a"))
        is Same.SAME
    )


@pytest.mark.parametrize(
    ("types", "same"),
    [
        (("registration", "register_page"), Same.ASK),
        (("article", "article"), Same.OTHER),
        (("article", "registration"), Same.OTHER),
    ],
)
def test_a_trials_number_is_its_registrations_and_tells_no_reports_apart(types, same):
    nct = (Identifier("nct", "NCT00000000"),)
    a, b = (
        record(title, identifiers=nct, type=RecordType(type))
        for title, type in zip((LONG, "Something else"), types, strict=True)
    )
    assert same_work(a, b) is same


@pytest.mark.parametrize("scheme", ["doi", "pmid", "pmcid", "arxiv", "openalex"])
@pytest.mark.parametrize("type", list(RecordType))
def test_these_name_the_document_whatever_it_is(scheme, type):
    assert names_document(scheme, type) and names_work(scheme, type)


def test_a_shared_journal_number_says_nothing():
    issn = (Identifier("issn", "1234-5678"),)
    a, b = record("One thing", identifiers=issn), record("Another", identifiers=issn)
    assert same_work(a, b) is Same.OTHER
