"""Whatever a person types into a search is some query."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bibliography.models import Reference
from claims.models import Claim
from core.text_search import lexemes_of
from studies.models import Topic
from tests import factories as make
from texts.search_queries import MOST_WAYS, MOST_WAYS_NEAR, read_query

pytestmark = pytest.mark.django_db
ODD = st.lists(
    st.sampled_from(["-", "--", '"', " ", "or", "(", "&", "!", ":*", "\\", "a", "–"]),
    max_size=60,
).map("".join)


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example("-" * 33)
@example("- " * 5000 + "fever")
@example("-\u2003-\t-" * 50)
@given(ODD)
def test_whatever_is_typed_is_a_query(words):
    assert Claim.objects.matching(words).count() == 0


WORDS = "tumour colour anaemia oesophagus haemoglobin behaviour centre".split()
ENDLESS = (  # each took the database half a minute, or said too much for it
    f"{'-'.join(WORDS[:5])} NEAR/15 " * 7,
    " NEAR/15 ".join("-".join(WORDS[n : n + 3]) for n in range(5)),
    " ".join(f"year:{year}-{year + 60}" for year in range(1500, 1524)),
)


def test_what_a_search_asks_of_the_database_has_a_bound():
    for words in ENDLESS:
        parts = [part for group in read_query(words).groups for part in group]
        assert 0 < sum(len(part.ways) for part in parts) <= MOST_WAYS
        assert all(len(part.ways) <= MOST_WAYS_NEAR**2 for part in parts if part.within)
        assert Claim.objects.matching(words).count() == 0


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        ("fever", True),
        ("-fever", False),
        ("examplin -pain", True),
        ("examplin --pain", True),
        ("made-up", True),
        ("made--up", True),
        ('"lowers fever"', False),
        ('"lowers made-up"', True),
        ("pain or fever", True),
    ],
)
def test_web_search_syntax_is_read(words, is_found):
    make.a_claim(text="Examplin lowers made-up fever.")
    assert Claim.objects.matching(words).exists() is is_found


def test_what_is_called_so_ranks_before_what_only_names_it():
    named = make.a_reference(title="Examplin for made-up fever")
    other = make.a_reference(title="A made-up fever", container="Examplin")
    found = Reference.objects.matching("examplin").order_by("-rank")
    assert list(found) == [named, other]
    assert found[0].rank > 2 * found[1].rank


def test_words_of_one_stem_are_told_apart_and_their_forms_are_not():
    families = [
        [forms.split() for forms in line.split("|")]
        for line in Path(__file__).with_name("one_stem.txt").read_text().splitlines()
    ]
    stored = lexemes_of([word for line in families for one in line for word in one])
    for line in families:
        stems = [{lexeme for word in one for lexeme in stored[word]} for one in line]
        assert [len(each) for each in stems] == [1] * len(line), (line, stems)
        assert len(set.union(*stems)) == len(line), (line, stems)


FORMS = {  # typed: a form that is found, and a word that is another
    "ate": ("eating less", "aten"),
    "ran": ("running shoes", "rank"),
    "withdrawn": ("withdrawing consent", "drawn"),
    "given": ("giving iron", "gift"),
    "older": ("old people", "eldest"),
    "youngest": ("young people", "youth"),
    "healthier": ("healthy food", "health"),
    "barrier": ("skin barriers", "Barry 2001"),
    "knives": ("a knife", "knit"),
    "well being": ("wellbeing", "well water"),
    "urgency": ("urgent care", "urge"),
    "absence": ("absent pain", "absinthe"),
    "sceptics": ("a skeptic", "septic"),
    "migraineurs": ("migraine", "grain"),
    "led light": ("LED light", "lead and light"),
    "rose": ("rose hips", "glucose rises"),
    "life": ("a whole life", "live births"),
}


def test_bent_words_are_found_and_others_are_not():
    for typed, (found, other) in FORMS.items():
        wanted = make.a_topic(name=found)
        make.a_topic(name=other)
        assert [*Topic.objects.matching(typed)] == [wanted], typed
        Topic.objects.all().delete()


BEGUN = {
    "severit*": ("severity", "several"),
    "several*": ("several", "severe"),
    "therapy*": ("two therapies", "therapist"),
    "therapeutic*": ("therapeutics", "therapy"),
    "studie*": ("a study", "studio"),
    "importan*": ("its importance", "imported"),
    "dos*": ("a dose", "dorsal"),
    "hepatitis*": ("hepatitis", "hepatic"),
    "universit*": ("universities", "universal"),
    "evidence-bas*": ("evidence-based", "evidence on bases"),
    "anti-inflammator*": ("anti-inflammatory", "anti-infective"),
}


def test_a_beginning_finds_the_words_that_begin_so_however_they_are_stored():
    for typed, (begins_so, other) in BEGUN.items():
        claims = [make.a_claim(text=text) for text in (begins_so, other)]
        found = Claim.objects.matching(typed).filter(pk__in=[row.pk for row in claims])
        assert list(found) == claims[:1], typed
