"""Claims are worded, asked, related and withdrawn by actions."""

import pytest

from claims.claims.actions import add_claim
from core.errors import LostRace, NotAllowed, Refused
from evidence.claims.actions import (
    relate_claims,
    reword_claim,
    set_question,
    unrelate_claims,
    withdraw_claim,
)
from evidence.claims.queries import claims_with_evidence
from evidence.facts import claim_facts
from evidence.grades.rounds import call_round
from tests import factories as make
from tests.stories.acting import a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db


@pytest.fixture
def base():
    trial = a_trial("Example 2001", (10, 100, 30, 100), make.an_outcome())
    return a_base_of(make.a_claim(asserts="lowers"), [trial])


def test_a_new_claim_has_no_version_until_something_takes_effect():
    claim = add_claim(text=" Examplin works ", kind="effect", by=make.a_curator())
    assert claim.text == "Examplin works"
    assert not claim.versions.exists()


def test_a_reader_adds_no_claim():
    with pytest.raises(NotAllowed, match="curate claims"):
        add_claim(text="Examplin works", kind="effect", by=make.a_reader())


def test_a_question_is_asked_without_versions_as_long_as_nothing_is_judged():
    claim = make.a_claim()
    set_question(claim=claim, population="made-up adults", by=make.a_curator())
    assert claim.population == "made-up adults"
    assert not claim.versions.exists()


def test_a_question_changed_under_a_verdict_asks_for_review(base):
    claim = graded(base.claim, base)
    set_question(claim=claim, dose="10 mg", by=make.a_curator(), reason="Stated.")
    assert claim.needs_review_why == "The claim's dose was not stated."
    assert claim.versions.count() == 2
    set_question(claim=claim, dose="", by=make.a_curator(), reason="Not stated.")
    assert not claim.needs_review


def test_what_a_claim_is_judged_by_does_not_change_under_a_verdict(base):
    claim = graded(base.claim, base)
    with pytest.raises(Refused, match="its kind stays"):
        set_question(claim=claim, kind="regulatory", by=make.a_curator())
    with pytest.raises(Refused, match="no compound"):
        relate_claims(
            source=make.a_claim(), target=claim, kind="part_of", by=make.a_curator()
        )


def test_a_claim_is_not_reworded_while_it_is_graded(base):
    reviewer = make.a_reviewer()
    call_round(claim=base.claim, base=base, reviewers=[reviewer], by=reviewer)
    with pytest.raises(Refused, match="judge it as it is worded now"):
        reword_claim(claim=base.claim, text="Else", by=make.a_curator(), reason="x")


NOT_JUDGED = [  # new words of a supported claim, and what is told of them
    ("Examplin lowers gout.", "judged for “made-up fever”"),
    ("Otherin lowers made-up fever.", "judged for “examplin”"),
    ("Examplin raises made-up fever.", "“raises made-up fever”"),
    ("Examplin is proven to help everybody.", "“proven”, “everybody”"),
    ("Examplin halves made-up fever.", "“halves”"),
    ("Examplin lowers made-up fever more than otherin.", "“otherin”"),
    ("Examplin lowers made-up fever and is safe.", "“safe” too"),
    ("Examplin lowers made-up fever in pregnancy.", "not judged of pregnancy"),
    ("Examplin lowers made-up fever overnight.", "not judged of overnight"),
]


def test_no_words_are_put_under_a_verdict_that_it_was_not_given_on(base):
    claim, curator = graded(base.claim, base), make.a_curator()
    for words, told in NOT_JUDGED:
        with pytest.raises(Refused, match=told):
            reword_claim(claim=claim, text=words, by=curator, reason="x")
    same = "Made-up fever is lower with examplin."
    reword_claim(claim=claim, text=same, by=curator, reason="x")
    assert claim.text == same


def test_words_somebody_else_changed_are_not_written_over():
    claim, curator = make.a_claim(), make.a_curator()
    set_question(claim=claim, dose="10 mg", by=curator)
    with pytest.raises(LostRace, match="changed meanwhile"):
        reword_claim(claim=claim, text="Else", by=curator, reason="x", revision=1)


def test_a_whole_with_parts_becomes_compound_and_is_not_judged():
    whole, part = make.a_claim(), make.a_claim()
    relation = relate_claims(
        source=part, target=whole, kind="part_of", by=make.a_curator()
    )
    whole.refresh_from_db()
    assert whole.compound
    with pytest.raises(Refused, match="judged by its parts"):
        a_base_of(whole)
    unrelate_claims(relation=relation, by=make.a_curator())
    assert claim_facts(part)["relations"] == []


def test_a_claim_is_no_relation_of_itself():
    claim = make.a_claim()
    with pytest.raises(Refused, match="not related to itself"):
        relate_claims(
            source=claim, target=claim, kind="contradicts", by=make.a_curator()
        )


def test_a_withdrawn_claim_says_why_and_keeps_its_words():
    claim = make.a_claim()
    withdraw_claim(claim=claim, by=make.an_editor(), reason="Nobody claims this.")
    assert claim_facts(claim)["withdrawn"]["why"] == "Nobody claims this."
    first, last = claim.versions.order_by("number")
    assert first.facts["withdrawn"] is None
    assert last.facts == claim_facts(claim)
    with pytest.raises(Refused, match="was withdrawn"):
        relate_claims(
            source=claim,
            target=make.a_claim(),
            kind="contradicts",
            by=make.a_curator(),
        )


@pytest.mark.parametrize(
    ("retracted", "reinstated", "stands"),
    [
        ("2020-01-01", "2021-01-01", False),
        ("2021-01-01", "2020-01-01", True),
        ("2020-01-01", None, False),
        (None, "2021-01-01", False),
        (None, None, False),
    ],
)
def test_page_and_lists_agree_on_what_is_retracted(retracted, reinstated, stands):
    report = make.a_reference()
    study = make.a_study(main_report=report)
    base = make.a_frozen_base(results=[make.a_result(study=study)])
    make.a_notice(reference=report, kind="retraction", dated=retracted)
    make.a_notice(reference=report, kind="reinstatement", dated=reinstated)
    (item,) = claim_facts(base.claim)["evidence"]
    listed = type(study).objects.with_retracted().get(pk=study.pk)
    assert item["study"]["is_retracted"] == listed.is_retracted == stands


def test_a_claim_cites_what_is_retracted_until_that_is_reinstated():
    mention = make.a_mention(claim=make.a_claim())
    work = make.a_cited_work(article=mention.article, reference=make.a_reference())
    make.a_citation(mention=mention, cited_work=work)
    make.a_notice(reference=work.reference, kind="retraction", dated="2020-01-01")
    citing = claims_with_evidence().citing(["retracted"])
    assert citing.get() == mention.claim
    make.a_notice(reference=work.reference, kind="reinstatement", dated="2021-01-01")
    assert not citing.exists()
