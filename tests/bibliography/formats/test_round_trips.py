"""Written then read again gives the same records, in every format that is written."""

import csv
import dataclasses
import json

import pytest
import rispy
from hypothesis import given, settings
from hypothesis import strategies as st

from bibliography import formats
from bibliography.formats.fields import merged, protected
from bibliography.records import Identifier, Record, RecordType, record_from_json
from texts.names import Name, split_name
from texts.titles import plain_text

LETTERS = "abcdeéßøñÅ漢字 ABZ0129&%$#_{}\\\"'()[]<>=+-@:.,!?*/~^|–’µ`"
ORCID = "0000-0000-0000-001X"  # nobody's
BLANKS = {"na", "n/a", "none", "null", "undefined", "nan", "-"}


def said(text):
    """What a reader would have made of a text."""
    previous = None
    while previous != text:
        previous, text = text, plain_text(text).strip("* ")
    return "" if text.casefold() in BLANKS else text


lines = st.text(LETTERS, max_size=40).map(said)
words = st.text("abcdefgéøß", min_size=1, max_size=9)
family = words.map(str.capitalize)
# Families of several words, some of which look like a group's or a whole name.
families = st.sampled_from(
    ["St. John", "van den Berg", "Lee Kim", "LI X", "Network", "De la Cruz", "王 小明"]
    + ["Silva Jr", "Prof Lee", "Smith J"]
)
# What looks like the end of a name, or like a suffix.
awkward = st.sampled_from(
    ["Ann and Beth", "JR", "SR", "And", "Jose R", "and", "others"]
    + ["Ann Jr", "J van der", "MD", "PhD", "Ann, MD"]
)
person = (
    st.builds(Name, family, words.map(str.capitalize))
    | st.builds(Name, family)
    | st.builds(Name, families)
    | st.builds(Name, families, st.sampled_from(["Ann", "A. B.", "Ann Beth Cleo"]))
    | st.builds(Name, families | family, awkward)
    | st.builds(Name, families | family, st.just("Ann"), st.just("Jr"))
)
group_names = st.sampled_from(
    ["EndoReCo", "WHO", "The Alpha", "A and B Trial", "R&D Unit", "Alpha; Beta Group"]
    + ["Alpha, Beta; and Gamma", "A|B", "X & Y; Z", "St. John", "Lee, Kim"]
)
group = words.map(lambda w: Name(f"{w.capitalize()} Study Group", is_group=True)) | (
    group_names.map(lambda name: Name(said(name), is_group=True)).filter(
        lambda name: name.family
    )
)
suffix = words.map(lambda w: w.strip(".") or "x")
scheme_values = st.one_of(
    suffix.map(lambda s: Identifier("doi", f"10.5555/{s.lower()}")),
    st.integers(1000, 99999999).map(lambda n: Identifier("pmid", str(n))),
    st.integers(1, 9999999).map(lambda n: Identifier("pmcid", f"PMC{n}")),
    st.integers(0, 99999999).map(lambda n: Identifier("nct", f"NCT{n:08}")),
    st.just(Identifier("issn", "1234-567X")),
    st.just(Identifier("isbn", "9780000000002")),
    st.integers(1, 999).map(lambda n: Identifier("openalex", f"W{n}")),
)
dates = st.sampled_from(["", "2019", "2020-02", "1999-12-31"])
paragraph = st.text("abc def.é", min_size=20, max_size=140).map(said)
abstracts = lines | st.lists(paragraph, min_size=2, max_size=3, unique=True).map(
    "\n".join
)


def schemes_of(identifier):
    return identifier.scheme


# What is drawn of a record, made once: to make and check it takes longer than drawing.
person_or_group = person | group
keyword = words.map(str.lower) | st.sampled_from(["a, b", "c|d", "e and f, g"])
titles = lines.map(lambda line: f"T{line}")
known_by = st.lists(scheme_values, max_size=4, unique_by=schemes_of)
PARTS = {
    "type": st.sampled_from(RecordType),
    "editors": st.lists(person_or_group, max_size=2).map(tuple),
    "date": dates,
    "journal": words | st.just(""),
    "volume": st.sampled_from(["", "12", "12A"]),
    "issue": st.sampled_from(["", "3", "Suppl 1"]),
    "pages": st.sampled_from(["", "1-9", "e0815", "349-69", "S1-S9"]),
    "publisher": words | st.just(""),
    "abstract": abstracts,
    "language": st.sampled_from(["", "en", "eng"]),
    "url": st.sampled_from(["", "https://example.org/a_b?c=1&d=~e%20f"]),
    "keywords": st.lists(keyword, max_size=3, unique=True).map(tuple),
    "notes": st.lists(words, max_size=2, unique=True).map(tuple),
}
parts = st.fixed_dictionaries(PARTS)
names_of_authors = st.lists(person_or_group, max_size=3).map(tuple)
title_or_none = titles | st.just("")


@st.composite
def a_record(draw):
    some = draw(known_by)
    authors = draw(names_of_authors)
    named = authors or any(identifier.scheme != "issn" for identifier in some)
    told = draw(parts)
    return Record(
        **told,
        title=draw(title_or_none if named else titles),
        authors=authors,
        year=int(told["date"][:4]) if told["date"] else None,
        identifiers=merged(some),
    )


records = a_record()


@pytest.mark.parametrize("name", list(formats.WRITERS))
@settings(max_examples=100, deadline=None)
@given(written=st.lists(records, max_size=3))
def test_written_then_read_again_gives_the_same_records(name, written):
    text = "".join(formats.write(written, name))
    if not written:
        return
    read = list(formats.read(text.encode(), format=name).records)
    assert read == written


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("", []),
        ("2019", ["year = {2019}"]),
        ("2020-02", ["year = {2020}", "month = feb"]),
        ("1999-12-31", ["year = {1999}", "month = dec", "day = {31}"]),
    ],
)
def test_bibtex_says_a_date_in_one_way_alone(date, said):
    year = int(date[:4]) if date else None
    text = "".join(formats.write([Record(title="T", date=date, year=year)], "bibtex"))
    lines = [line.strip(" ,") for line in text.splitlines()[1:-2]]
    assert lines == ["title = {T}", *said, *[x for x in lines if "type" in x]]


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        (Name("Marlowe", "AB"), "Marlowe, AB"),
        (Name("Marlowe", "Ada"), "Marlowe, Ada"),
        (Name("de la Marlowe", "A-B"), "de la Marlowe, A-B"),
        (Name("Moss and Tea Group", is_group=True), "Moss and Tea Group;"),
    ],
)
def test_a_lone_name_has_a_semicolon_only_where_it_would_be_divided(name, cell):
    text = "".join(formats.write([Record(title="T", authors=(name,))], "csv"))
    head, row = csv.reader(text.splitlines())
    assert row[head.index("authors")] == cell
    [read] = formats.read(text.encode(), format="csv").records
    assert read.authors == (name,)


@given(record=records)
def test_a_record_kept_as_json_comes_back_the_same(record):
    kept = json.dumps(record.as_json())
    assert record_from_json(json.loads(kept)) == record


@pytest.mark.parametrize("name", ["csl", "nbib"])
def test_an_author_s_orcid_comes_back_from_the_formats_that_have_a_place_for_it(name):
    ada, ben = Name("Marlowe", "Ada", orcid=ORCID), Name("Marlowe", "Ada", "Jr")
    authors = (ada, Name("Alpha Group", is_group=True), ben, Name("Loy", orcid=ORCID))
    written = Record(title="A made-up trial", authors=authors)
    [read] = formats.read("".join(formats.write([written], name)).encode()).records
    kept = record_from_json(json.loads(json.dumps(read.as_json())))
    for each in (read, kept):
        assert each == written
        assert [author.orcid for author in each.authors] == [ORCID, "", "", ORCID]


@settings(max_examples=30, deadline=None)
@given(written=st.lists(records, min_size=1, max_size=3))
def test_another_reader_finds_the_same_records_in_ris(written):
    text = "".join(formats.write(written, "ris")).replace("\r\n", "\n")
    read = rispy.loads(text)
    assert [entry.get("title", "") for entry in read] == [
        protected(record.title) for record in written
    ]
    assert [len(entry.get("authors", [])) for entry in read] == [
        len(record.authors) for record in written
    ]


def test_names_in_the_strategy_are_names_as_readers_give_them():
    assert split_name("Abc Study Group") == Name("Abc Study Group", is_group=True)
    assert dataclasses.replace(Record(), raw="x") == Record()
