"""What must never be taken for the cited work, and what must not be missed."""

import dataclasses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bibliography.lookups import Citation
from bibliography.matching import (
    Overall,
    Says,
    compare,
    compare_authors,
    compare_cited,
    journals_say,
    same_title,
)
from bibliography.records import Identifier, Record, RecordType
from texts.names import Name

TITLE = "Invented plasma against imagined scars in adults"
CITED = Citation(
    authors=("Xamplova", "Inventa"),
    year=2014,
    title=TITLE,
    journal="J Examp Dermatol",
    volume="12",
    page="144",
)
FOUND = Record(
    title=TITLE,
    authors=(Name("Xamplova", "Anna"), Name("Inventa", "B.")),
    year=2014,
    journal="Journal of Example Dermatology",
    volume="12",
    pages="144-151",
)


def found(**other):
    return dataclasses.replace(FOUND, **other)


def cited(**other):
    return dataclasses.replace(CITED, **other)


def authors_say(cited, found):
    return compare_authors(cited, found).says


def says(comparison, field):
    return next(f.says for f in comparison.fields if f.field == field)


def test_a_name_in_han_letters_or_hangul_is_one_whether_divided_or_not():
    divided = (
        Name("王", "小明"),
        Name("欧阳", "修"),
        Name("佐藤", "太郎"),
        Name("김", "민수"),
    )
    for person in divided:
        whole = person.family + person.given
        assert authors_say([whole], [person]) is Says.AGREES
        assert authors_say([str(person)], [Name(whole)]) is Says.AGREES
        assert authors_say([whole], [Name(person.family, "娜")]) is Says.DISAGREES
        assert authors_say(["李" + person.given], [person]) is not Says.AGREES


def test_all_fields_of_the_work_itself_agree():
    compared = compare(CITED, FOUND)
    assert compared.overall is Overall.AGREES
    assert compared.agreeing == (
        *("authors", "year", "title", "journal", "volume", "page"),
    )


# --- nothing agrees without its title ---

said = st.sampled_from
citations = st.builds(
    Citation,
    authors=said([(), ("Xamplova",), ("Xamplova", "Inventa"), ("Other",)]),
    year=said([None, 2013, 2014]),
    title=said(["", TITLE, f"Correction to: {TITLE}", "Snails of no island"]),
    journal=said(["", "J Examp Dermatol", "Snail Lett"]),
    volume=said(["", "12", "13"]),
    page=said(["", "144", "7"]),
    words=said([(), ("plasma",), ("snails",)]),
)
records = st.builds(
    Record,
    type=said([RecordType.ARTICLE, RecordType.PREPRINT, RecordType.OTHER]),
    title=said(["", TITLE, TITLE.upper(), f"{TITLE}: study protocol", "Other things"]),
    authors=said([(), FOUND.authors, (Name("Other", "X"),)]),
    year=said([None, 2014, 2015]),
    journal=said(["", FOUND.journal, "Letters on Snails", "medRxiv"]),
    volume=said(["", "12", "40"]),
    pages=said(["", "144-151", "9"]),
    abstract=said(["", "On plasma."]),
    identifiers=said([(), (Identifier("doi", "10.5555/a"),)]),
)


@settings(deadline=None, max_examples=400)
@given(citations, records, said([{}, {"doi": "10.5555/a"}, {"doi": "10.5555/b"}]))
def test_nothing_agrees_unless_its_title_or_an_identifier_does(cite, record, stated):
    compared = compare_cited(cite, stated, record)
    if compared.overall is Overall.AGREES:
        agreeing = compared.agreeing
        assert "title" in agreeing or "identifier" in agreeing
        assert not compared.disagreeing


@settings(deadline=None, max_examples=200)
@given(citations, records)
def test_an_empty_field_is_unknown_on_either_side(cite, record):
    for field in compare(cite, record).fields:
        if not field.cited or not field.found:
            assert field.says is Says.UNKNOWN


def test_author_year_journal_and_topic_are_not_enough():
    untitled = cited(title="", volume="", page="", words=("plasma", "scars"))
    assert compare(untitled, FOUND).disagreeing == ()
    assert compare(untitled, FOUND).overall is Overall.CANDIDATE


def test_all_but_the_title_is_a_candidate_to_look_at():
    compared = compare(cited(title=""), FOUND)
    assert compared.overall is Overall.CANDIDATE
    assert {"volume", "page", "journal"} <= set(compared.agreeing)


# --- where it appeared ---


def test_volume_page_and_year_keep_a_title_with_slips_a_candidate():
    slips = cited(title="Invented plasma on imagined scar in an adults group")
    near = cited(title="Invented plasma against imagined scarring in adults")
    assert says(compare(slips, FOUND), "title") is Says.DISAGREES
    assert compare(slips, FOUND).overall is Overall.CANDIDATE
    assert says(compare(near, FOUND), "title") is Says.DISAGREES
    assert compare(near, FOUND).overall is Overall.CANDIDATE
    elsewhere = compare(near, found(volume="", pages=""))
    assert says(elsewhere, "title") is Says.DISAGREES
    assert elsewhere.overall is Overall.CANDIDATE


def test_another_volume_is_shown_and_keeps_it_a_candidate():
    compared = compare(CITED, found(volume="13"))
    assert compared.disagreeing == ("volume",)
    assert compared.overall is Overall.CANDIDATE


def test_another_title_in_the_same_place_is_looked_at():
    compared = compare(cited(title="A translated heading of it"), FOUND)
    assert compared.disagreeing == ("title",)
    assert compared.overall is Overall.CANDIDATE


def test_a_candidate_without_authors_agrees_by_its_place():
    compared = compare(CITED, found(authors=()))
    assert compared.overall is Overall.AGREES


@pytest.mark.parametrize(
    ("field", "stated", "has", "what"),
    [
        ("volume", "12", "12 Suppl 1", Says.AGREES),
        ("volume", "XII", "12", Says.AGREES),
        ("volume", "00", "12", Says.UNKNOWN),
        ("volume", "12-13", "13", Says.AGREES),
        ("page", "e0144", "144", Says.AGREES),
        ("page", "146", "144-51", Says.UNKNOWN),
        ("page", "S144", "144", Says.DISAGREES),
        ("page", "144", "1-9", Says.UNKNOWN),
        ("page", "7", "144-151", Says.DISAGREES),
        ("page", "", "144-151", Says.UNKNOWN),
    ],
)
def test_numbers_are_compared_as_they_are_meant(field, stated, has, what):
    record = found(**{"pages" if field == "page" else field: has})
    assert says(compare(cited(**{field: stated}), record), field) is what


@pytest.mark.parametrize(
    ("a", "b", "what"),
    [
        ("J Cosmet Dermatol", "Journal of Cosmetic Dermatology", Says.AGREES),
        ("JAMA", "Journal of the American Medical Association", Says.AGREES),
        ("JAMA", "JAMA : the journal of the American Medical Association", Says.AGREES),
        ("BMJ", "BMJ (Clinical research ed.)", Says.AGREES),
        ("J Immunol", "Journal of immunology (Baltimore, Md. : 1950)", Says.AGREES),
        ("Proc Natl Acad Sci U S A",
         "Proceedings of the National Academy of Sciences", Says.AGREES),
        ("Acta Derm Venereol", "Acta dermato-venereologica", Says.AGREES),
        ("JAMA", "Journal of Cosmetic Dermatology", Says.DISAGREES),
        ("Circ", "Circulation", Says.UNKNOWN),
        ("Cell", "Cells", Says.UNKNOWN),
        ("Plast Reconstr Surg", "Plastic and reconstructive surgery. Global open",
         Says.UNKNOWN),
        ("Lancet", "The Lancet Oncology", Says.DISAGREES),
        ("J Nurs", "Journal of Neurosurgery", Says.DISAGREES),
        ("J Dent", "Journal of Development", Says.DISAGREES),
        ("Skin Res Technol", "Journal of Cosmetic Dermatology", Says.DISAGREES),
        ("", "Journal of Cosmetic Dermatology", Says.UNKNOWN),
    ],
)  # fmt: skip
def test_journals_agree_disagree_or_cannot_be_told(a, b, what):
    assert journals_say(a, b) is what
    assert journals_say(b, a) is what


ONE_MEETING = """
NeurIPS = Advances in Neural Information Processing Systems 30
Conference on Neural Information Processing Systems = Advances in Neural Information \
Processing Systems 34: Annual Conference 2021, NeurIPS 2021, virtual
International Conference on Machine Learning = Proceedings of the 38th International \
Conference on Machine Learning, ICML 2021, 18-24 July 2021, Virtual Event
European Conference on Computer Vision = Computer Vision – ECCV 2020
ACL (1) = Proceedings of the 57th Annual Meeting of the Association for Computational \
Linguistics (Volume 1: Long Papers)
NAACL-HLT = Proceedings of the 2019 Conference of the North American Chapter of the \
Association for Computational Linguistics: Human Language Technologies
AISTATS = Proceedings of The 24th International Conference on Artificial Intelligence \
and Statistics
WWW = Proceedings of the ACM Web Conference 2022
ACM CCS = Proceedings of the 2017 ACM SIGSAC Conference on Computer and Communications \
Security
USENIX Security = 30th USENIX Security Symposium
Made Up Vision Conference = Proceedings of the Made Up Vision Conference 2016
Interspeech 2019 = INTERSPEECH
TPAMI = IEEE Transactions on Pattern Analysis and Machine Intelligence
JAMA: Journal of the American Medical Association = J Am Med Assoc
J. R. Stat. Soc. B = Journal of the Royal Statistical Society: Series B (Methodology)
""".replace("\\\n", "")
OTHERS = """
Machine Learning = International Conference on Machine Learning
Pattern Recognition = International Conference on Pattern Recognition
Journal of Machine Learning Research = Proceedings of Machine Learning Research
IEEE International Conference on Computer Vision = Int J Comput Vis
ICSE = ACM/IEEE International Conference on Automated Software Engineering
European Conference on Computer Vision = Asian Conference on Computer Vision
Diabetes = Diabetes Care
Physical Review A = Physical Review E
Journal of Made Up Chemistry A = Journal of Made Up Chemistry B
J R Stat Soc: Series A = J R Stat Soc: Series B
"""


@pytest.mark.parametrize(
    ("pairs", "what"), [(ONE_MEETING, Says.AGREES), (OTHERS, Says.DISAGREES)]
)
def test_meetings_and_series_are_told_however_they_are_named(pairs, what):
    each = [pair.split(" = ") for pair in pairs.strip().split("\n")]
    wrong = [
        (a, b)
        for one, other in each
        for a, b in ((one, other), (other, one))
        if journals_say(a, b) is not what
    ]
    assert wrong == []


def test_a_series_of_many_meetings_says_nothing_of_one_of_them():
    meeting = "Conference on Made Up Learning"
    for series in ("Lecture Notes in Computer Science", "PMLR"):
        assert journals_say(series, meeting) is Says.UNKNOWN
    assert journals_say("PMLR", "Journal of Made Up") is Says.DISAGREES


# --- titles ---


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Plasma for hair: a made-up trial", "Plasma for hair - A Made-up Trial."),
        ("Effect of β-carotene on ageing", "Effect of beta-carotene on aging"),
        ("TGF-β1 in paediatric haemoglobin disease",
         "TGF-beta 1 in pediatric hemoglobin disease"),
        ("Vitamin D<sub>3</sub> in <i>Examplus</i> tumours",
         "Vitamin D3 in Examplus tumors"),
        (TITLE, f"{TITLE}: a randomised made-up trial"),
        (TITLE, f"RETRACTED: {TITLE}"),
        ("Ageing of examples: part I", "Ageing of examples: Part 1"),
        ("Two-year results of examples", "2-year results of examples"),
        ("Micro-needling of imagined scars", "Microneedling of imagined scars"),
        ("Invented treatmnet of scars", "Invented treatment of scars"),
    ],
)  # fmt: skip
def test_one_title_is_told_in_many_spellings(a, b):
    assert same_title(a, b)
    assert same_title(b, a)


@pytest.mark.parametrize(
    "other",
    [
        f"Correction to: {TITLE}",
        f"Erratum: {TITLE}",
        f"Author Correction: {TITLE}",
        f"Retraction: {TITLE}",
        f"Retraction note to: {TITLE}",
        f"Expression of concern: {TITLE}",
        f"Reply to: {TITLE}",
        f"Reply to “{TITLE}”",
        f"{TITLE}: reply",
        f"{TITLE}: authors' response",
        f"Comment on “{TITLE}”",
        f"Commentary: {TITLE}",
        f"Re: {TITLE}",
        f"{TITLE}: study protocol for a made-up trial",
        f"{TITLE}: rationale and design",
        f"{TITLE}: part II",
        f"{TITLE} – a post hoc analysis",
        f"Abstract P12: {TITLE}",
        TITLE.replace("adults", "children"),
        TITLE.replace("against", "without"),
    ],
)
def test_what_is_about_the_work_or_beside_it_never_agrees(other):
    assert not same_title(TITLE, other)
    for cite, record in ((CITED, found(title=other)), (cited(title=other), FOUND)):
        compared = compare(dataclasses.replace(cite, volume="", page=""), record)
        assert compared.overall is not Overall.AGREES
        assert "title" in compared.disagreeing


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ageing of examples: part I", "Ageing of examples: part II"),
        ("Ageing of examples, part A", "Ageing of examples, part B"),
        ("A phase 2 trial of examples", "A phase 3 trial of examples"),
        ("Scars of adults with hypertension", "Scars of adults with hypotension"),
        ("Twelve imagined scars in men", "Twelve imagined scars in women"),
        ("Plasma of examples: a trial", "Plasma of examples: protocol of a trial"),
    ],
)
def test_one_telling_word_makes_two_titles(a, b):
    assert not same_title(a, b)


def test_a_title_that_many_works_have_tells_nothing_by_itself():
    editorial = cited(title="Editorial")
    compared = compare(editorial, found(title="Editorial"))
    assert compared.overall is Overall.AGREES  # volume, page and year say so too
    elsewhere = compare(editorial, found(title="Editorial", pages=""))
    assert says(elsewhere, "title") is Says.UNKNOWN
    assert elsewhere.overall is Overall.CANDIDATE


# --- authors ---


@pytest.mark.parametrize(
    ("name", "of_record", "what"),
    [
        ("Müllerin", Name("Muellerin", "A"), Says.AGREES),
        ("Mullerin", Name("Müllerin", "A"), Says.AGREES),
        ("Mullerin", Name("Muellerin", "A"), Says.AGREES),
        ("Bauer", Name("Baur", "A"), Says.DISAGREES),
        ("van Quist", Name("Quist", "C"), Says.AGREES),
        ("Quist", Name("van der Quist", "C"), Says.AGREES),
        ("Inventa", Name("Inventa-Roe", "B"), Says.AGREES),
        ("Roe", Name("Inventa Roe", "B"), Says.AGREES),
        ("Al-Madeup", Name("Almadeup", "J"), Says.AGREES),
        ("O’Fictio", Name("OFictio", "J"), Says.AGREES),
        ("Min-Jung", Name("Kim", "Min-Jung"), Says.AGREES),
        ("Anna", Name("Xamplova", "Anna"), Says.DISAGREES),
        ("Smith", Name("Smyth", "J"), Says.DISAGREES),
    ],
)
def test_family_names_are_one_person_s_or_not(name, of_record, what):
    assert authors_say((name,), (of_record,)) is what


def test_a_group_on_one_side_alone_says_nothing():
    group = Name("The EXAMPLE Research Group", is_group=True)
    people = FOUND.authors
    assert authors_say(("EXAMPLE Study Group",), (*people, group)) is Says.AGREES
    assert authors_say(("EXAMPLE Study Group",), people) is Says.UNKNOWN
    assert authors_say(("Xamplova",), (group, *people)) is Says.AGREES
    assert authors_say(("Xamplova",), (group,)) is Says.UNKNOWN
    assert authors_say(("OTHER Study Group",), (group,)) is Says.DISAGREES


def test_the_first_author_is_first_and_all_named_are_there():
    assert authors_say(("Inventa",), FOUND.authors) is Says.DISAGREES
    assert authors_say(("Xamplova", "Roe"), FOUND.authors) is Says.DISAGREES
    assert authors_say(("Xamplova",), FOUND.authors) is Says.AGREES


# --- versions of one work ---


def test_the_year_of_the_electronic_version_is_shown_as_another():
    compared = compare(CITED, found(year=2013))
    assert compared.disagreeing == ("year",)
    assert compared.overall is Overall.CANDIDATE


def test_a_preprint_is_not_the_article_in_a_journal():
    preprint = found(type=RecordType.PREPRINT, journal="", volume="", pages="")
    compared = compare(CITED, preprint)
    assert compared.disagreeing == ("journal",)
    assert compared.overall is Overall.CANDIDATE
    of_server = cited(journal="medRxiv", volume="", page="")
    assert compare(of_server, preprint).overall is Overall.AGREES
    assert "journal" in compare(of_server, FOUND).disagreeing


def test_a_conference_abstract_of_the_same_title_is_in_another_place():
    abstract = found(journal="Example Meeting Abstracts", volume="3", pages="S12")
    compared = compare(CITED, abstract)
    assert compared.disagreeing == ("journal", "volume", "page")
    assert compared.overall is Overall.CANDIDATE


def test_an_identifier_of_a_work_of_nearly_the_same_title_is_looked_at():
    numbered = found(
        title=TITLE.replace("adults", "grown-ups"),
        identifiers=(Identifier("doi", "10.5555/a"),),
    )
    compared = compare_cited(CITED, {"doi": "10.5555/a"}, numbered)
    assert compared.overall is not Overall.OTHER  # no conflict over one word
    another = dataclasses.replace(
        numbered, title="Snails of no island", volume="3", pages="7"
    )
    compared = compare_cited(CITED, {"doi": "10.5555/a"}, another)
    assert compared.overall is Overall.OTHER
