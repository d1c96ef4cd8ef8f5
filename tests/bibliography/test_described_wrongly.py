"""Fourteen ways in which a reference is wrong, and honest ones that look like them."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from bibliography.lookups import Citation
from bibliography.matching import (
    Overall,
    Says,
    compare_authors,
    compare_cited,
    journals_say,
    together,
)
from bibliography.matching.titles import difference_note, is_title
from bibliography.records import Identifier, Record, RecordType
from texts.names import Name

DOI = {"doi": "10.5555/moss.1"}
FOUND = Record(
    type=RecordType.ARTICLE,
    title="Moss, ferns and lichens for sore knees: a made-up trial",
    authors=(Name("Xamplova", "Ada"), Name("Inventa", "Ben"), Name("García Nada", "C")),
    year=2019,
    years=(2018, 2019),
    journal="Annals of Invented Medicine",
    journals=("Ann Invent Med",),
    volume="7",
    pages="33-39",
    identifiers=(Identifier("doi", "10.5555/moss.1"),),
)
CITED = Citation(
    authors=("Xamplova, A", "Inventa, B", "García Nada, C"),
    year=2019,
    title=FOUND.title,
    journal="Ann Invent Med",
    volume="7",
    page="33",
    all_authors=True,
)
PREPRINT = replace(
    FOUND, type=RecordType.PREPRINT, journal="", journals=(), volume="", pages=""
)
MEETING = "2021 World Conference on Computers and Fiction (CCF)"
OTHER = replace(
    FOUND,
    title="Bell music against hiccups in lighthouse keepers",
    authors=(Name("Wallis", "Bea"),),
    year=2003,
    years=(),
    journal="Castles",
    journals=(),
    volume="1",
    pages="2-3",
)


def cited(**other):
    return replace(CITED, **other)


def found(**other):
    return replace(FOUND, **other)


def titled(old, new):
    return cited(title=FOUND.title.replace(old, new))


def by(*authors, **other):
    return cited(authors=authors, **other)


# What is cited, what is found, and the one field in which it is told to be wrong.
WRONG = [
    (titled("knees", "knuckles"), FOUND, "title"),
    (titled("knees", "kneeds"), FOUND, "title"),
    (titled("sore", "very sore"), FOUND, "title"),
    (titled("for sore", "of sore"), FOUND, "title"),
    (titled("lichens", "lichen"), FOUND, "title"),
    (titled("ferns and lichens for sore knees", "music for hiccups"), FOUND, "title"),
    (by("Xamplova, A", "Inventa, B"), FOUND, "authors"),
    (by("Xamplova, A", "García Nada, C", "Inventa, B"), FOUND, "authors"),
    (by("Inventa, B", "Xamplova, A", "García Nada, C"), FOUND, "authors"),
    (by("Xamplova, A", "Inventa, B", "Zorn, C", "Nada, C"), FOUND, "authors"),
    (by("Doe, Jane", "Smith, John"), FOUND, "authors"),
    (by("Doe, Jane", all_authors=False), FOUND, "authors"),
    (by("Inventa, B", all_authors=False), FOUND, "authors"),
    (
        by("Xamplova, A", "García Nada, C", all_authors=False),
        found(authors=(*FOUND.authors, Name("Zorn", "C"))),
        "authors",
    ),
    (cited(journal="Castles of Nowhere"), FOUND, "journal"),
    (cited(journal="ABCD"), FOUND, "journal"),
    (cited(journal="Ann Ink"), FOUND, "journal"),
    (cited(journal="CCF"), found(journal="Nature", journals=()), "journal"),
    (cited(year=2017), FOUND, "year"),
    (cited(year=2031), FOUND, "year"),
    (cited(volume="8"), FOUND, "volume"),
    (cited(page="133"), FOUND, "page"),
    (cited(volume="", page=""), PREPRINT, "journal"),
]
RIGHT = [
    (cited(), FOUND),
    (cited(title=FOUND.title.upper() + "."), FOUND),
    (cited(title="Moss, ferns and lichens for sore knees"), FOUND),
    (cited(title="Moss, ferns & lichens for sore knees: A Made-Up Trial"), FOUND),
    (cited(authors=("Xamplova, A",), all_authors=False), FOUND),
    (cited(authors=("Xamplova, A", "Inventa, B"), all_authors=False), FOUND),
    (cited(authors=("Xamplova, A", "García Nada, C"), all_authors=False), FOUND),
    (cited(authors=("Xamplova", "Inventa", "Garci\u0301a Nada")), FOUND),
    (cited(authors=("Xamplova", "Inventa", "Nada")), FOUND),
    (cited(), found(authors=(*FOUND.authors, Name("The MOSS Group", is_group=True)))),
    (
        cited(authors=("Suhartini", "Inventa, B")),
        found(authors=(Name("Suhartini"), Name("Inventa", "B"))),
    ),
    (
        by("Xamplova, A", "Inventa, B", "OpenMoss", "García Nada, C"),
        found(authors=(*FOUND.authors, Name("OpenMoss", is_group=True))),
    ),
    (cited(year=2018), FOUND),
    (cited(journal="Annals of Invented Medicine"), FOUND),
    (cited(journal="AIM"), FOUND),
    (cited(journal=""), FOUND),
    (cited(journal="CCF 2021"), found(journal=MEETING, journals=())),
    (cited(journal="Proceedings of CCF"), found(journal=MEETING, journals=())),
    (
        cited(journal="Conference on Computers and Fiction"),
        found(journal=MEETING, journals=()),
    ),
    (cited(volume="", page=""), FOUND),
    (cited(page="e33"), FOUND),
    (cited(journal="medRxiv", volume="", page=""), PREPRINT),
]


def test_the_same_people_in_one_journal_and_year_are_asked_about_their_title():
    other = "Copper rings and stage fright in choirs"
    people = cited(title=other, volume="", page="")
    assert compare_cited(people, {}, FOUND).overall is Overall.CANDIDATE
    assert compare_cited(people, {}, FOUND).disagreeing == ("title",)
    for fewer in (
        cited(title=other, authors=("Xamplova, A",), volume="", page=""),
        cited(title=other, journal="Castles", volume="", page=""),
        cited(title=other, year=2011, volume="", page=""),
    ):
        assert compare_cited(fewer, {}, FOUND).overall is Overall.OTHER


def test_each_way_of_being_wrong_is_told_in_its_field():
    missed = []
    for number, (cite, record, field) in enumerate(WRONG):
        for stated in (DOI, {}):
            compared = compare_cited(cite, stated, record)
            told = compared.disagreeing == (field,)
            if not told or compared.overall is Overall.AGREES:
                missed.append((number, stated, compared.disagreeing))
            if stated and compared.overall is Overall.OTHER:  # no conflict over it
                missed.append((number, "conflict"))
    assert missed == []


def test_honest_references_agree_in_all():
    wrong = []
    for number, (cite, record) in enumerate(RIGHT):
        compared = compare_cited(cite, DOI, record)
        if compared.overall is not Overall.AGREES:
            wrong.append((number, compared.disagreeing))
    assert wrong == []


def test_an_identifier_of_another_paper_is_a_conflict():
    assert compare_cited(CITED, DOI, OTHER).overall is Overall.OTHER
    bare = Citation(authors=CITED.authors, year=2019)
    assert compare_cited(bare, DOI, OTHER).overall is Overall.OTHER


def test_one_service_does_not_outvote_the_others():
    online = compare_cited(CITED, DOI, found(year=2018, years=()))
    print_ = compare_cited(CITED, DOI, found(authors=FOUND.authors[:1]))
    assert online.disagreeing == ("year",)
    assert print_.disagreeing == ("authors",)
    joined = together([online, print_])
    assert joined.overall is Overall.AGREES
    assert joined.disagreeing == ()


def test_in_what_titles_and_authors_differ_is_said_in_words():
    title = FOUND.title
    said = [
        ("knees", "kneez", "one letter differs: “kneez”, “knees”"),
        ("sore ", "very sore ", "one word is added: “very”"),
        ("made-up ", "", "words are missing: “made up”"),
        ("sore", "cold", "one word differs: “cold”, “sore”"),
    ]
    wrong = [
        (old, new, difference_note(title.replace(old, new), title))
        for old, new, note in said
        if difference_note(title.replace(old, new), title) != note
    ]
    assert wrong == []
    told = compare_authors(["Xamplova", "Zorn"], FOUND.authors, is_whole=True)
    assert told.note == (
        "not among the authors found: Zorn; left out: Inventa, García Nada"
    )


def test_names_in_other_letters_or_read_as_two_accuse_nobody():
    roe = [Name("Roe", "Jane"), Name("Doe", "R.")]
    for names, found, wanted in (
        ("王, 小明|李, 娜", [Name("Wang", "Xiaoming"), Name("Li", "Na")], Says.UNKNOWN),
        ("Иванов, И.", [Name("Ivanov", "I.")], Says.UNKNOWN),
        ("Wang, X.", [Name("王", "小明")], Says.UNKNOWN),
        ("王, 小明|张, 娜", [Name("王", "小明"), Name("李", "娜")], Says.DISAGREES),
        ("Roe|Jane|Doe, R.", roe, Says.AGREES),
        ("Fern, Ben|Tal", [Name("Ben Fern", "Tal")], Says.AGREES),
        ("Roe|Janet|Doe, R.", roe, Says.DISAGREES),
    ):
        told = compare_authors(names.split("|"), found, is_whole=True)
        assert told.says is wanted, names


words = st.sampled_from("moss ferns knees salt honey bells wool ink owls fog".split())
titles = st.lists(words, min_size=4, max_size=9).map(" ".join)


@settings(deadline=None, max_examples=150)
@given(titles, titles)
def test_a_title_is_another_or_its_difference_can_be_told(one, other):
    assert is_title(one, one) and is_title(one.upper(), f"{one}.")
    assert is_title(one, other) == is_title(other, one)
    if is_title(one, other):
        assert difference_note(one, other) == ""


people = st.lists(
    st.sampled_from("Xamplova Inventa Zorn Wallis Nemo Quist".split()),
    min_size=1, max_size=5, unique=True,
)  # fmt: skip


@settings(deadline=None, max_examples=150)
@given(people, people)
def test_whole_lists_of_authors_agree_only_where_they_are_the_same(one, other):
    told = compare_authors(one, [Name(name) for name in other], is_whole=True)
    assert (told.says is Says.AGREES) == (one == other)
    cut = compare_authors(other[:1], [Name(name) for name in other])
    assert cut.says is Says.AGREES


@settings(deadline=None, max_examples=100)
@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_names_of_journals_are_compared_the_same_both_ways(a, b):
    assert journals_say(a, b) is journals_say(b, a)
