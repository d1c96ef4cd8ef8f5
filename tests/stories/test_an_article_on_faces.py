"""An article sells a treatment, and is the only one that tells what its study found."""

import pytest

from articles.articles.actions import edit_article, import_article
from articles.mentions.actions import accept_mention, join_mention, reject_mention
from articles.models import CitedWork
from articles.second_hand.actions import tell_result
from evidence.claims.actions import set_question
from evidence.facts import claim_facts
from studies.models import Study
from tests import factories as make
from tests.stories.acting import a_base_of

pytestmark = pytest.mark.django_db

FACES = """Face renewal with examplin cells

Ageing faces lose their spring, and many people look for something gentler than \
surgery.

Study 1: Rejuvento et al., 2017 — Examplin cells in fat
In a controlled clinical trial, examplin cells significantly improved skin elasticity \
and reduced wrinkles at six months.

Study 2: Placebini et al., 2014 — Plasma alone
Plasma alone improved skin tone less than examplin cells did.

Summary
Examplin cells improve skin elasticity and reduce wrinkles.
Book your session with us today.
"""


@pytest.fixture
def article():
    done = import_article(
        data=FACES.encode(), url="https://clinic.example/faces", by=make.a_curator()
    )
    return edit_article(article=done.article, sells="yes", by=make.a_curator())


def the_mention(article, words):
    return article.mentions.get(proposed_text__contains=words)


def accepted(mention, **given):
    return accept_mention(mention=mention, by=make.a_curator(), **given)


def told(mention, study, direction, outcome):
    return tell_result(
        mention=mention,
        study=study,
        outcome=outcome,
        direction=direction,
        details={"contrast": "not_stated", "time_point": "six months"},
        by=make.a_curator(),
    )


@pytest.fixture
def summary(article):
    """The article's claim, accepted where it sums up; the study's mention joins it."""
    words = "cells improve skin elasticity and reduce"
    summary = accepted(the_mention(article, words), kind="effect")
    set_question(claim=summary.claim, asserts="raises", by=make.a_curator())
    summary.claim.refresh_from_db()
    report = the_mention(article, "In a controlled clinical trial")
    join_mention(mention=report, claim=summary.claim, by=make.a_curator())
    return summary


def test_its_studies_are_what_it_says_of_them_and_no_more(article, summary):
    study = Study.objects.get()
    assert (study.label, study.year) == ("Rejuvento 2017", 2017)
    assert study.sample_size is None
    assert study.allocation == "not_stated"
    work = CitedWork.objects.get(study=study)
    assert (work.found, work.decision, work.reference) == ("not_checked", "none", None)
    assert not study.reports.exists()


def test_what_only_it_tells_is_circular(article, summary):
    result = told(
        the_mention(article, "In a controlled clinical trial"),
        Study.objects.get(),
        "higher",
        make.an_outcome(name="Skin elasticity", better="higher"),
    ).result
    a_base_of(summary.claim, results=[result], scope="cited_only")
    summary.claim.refresh_from_db()
    snapshot = claim_facts(summary.claim)
    assert snapshot["judgement"]["verdict"] == "cant_say"
    assert snapshot["judgement"]["cant_say_because"] == "circular"
    assert snapshot["pooled"] == []
    assert snapshot["evidence"][0]["result"]["provenance"] == "second_hand"


def test_a_copy_at_another_address_tells_nothing_new(article, summary):
    copy = import_article(
        data=FACES.encode(), url="https://mirror.example/faces", by=make.a_curator()
    ).article
    mention = the_mention(copy, "In a controlled clinical trial")
    accepted(mention)
    theirs = copy.cited_works.get(label="Rejuvento 2017").study
    assert theirs != article.cited_works.get(label="Rejuvento 2017").study
    outcome = make.an_outcome()
    ours = Study.objects.exclude(pk=theirs.pk).get()
    results = [
        told(the_mention(article, "In a controlled"), ours, "higher", outcome).result,
        told(mention, theirs, "higher", outcome).result,
    ]
    a_base_of(summary.claim, results=results, scope="other_known")
    summary.claim.refresh_from_db()
    snapshot = claim_facts(summary.claim)
    assert snapshot["judgement"]["cant_say_because"] == "circular"


def test_the_claims_page_says_who_makes_it_and_what_they_cite(article, summary):
    mentions = claim_facts(summary.claim)["mentions"]
    assert {one["article"]["sells"] for one in mentions} == {"yes"}
    assert len(mentions) == 2
    cites = [cite for one in mentions for cite in one["cites"]]
    assert {cite["decision_words"] for cite in cites} == {"not decided"}
    assert {cite["support_words"] for cite in cites} == {"not checked"}


def test_a_rejected_suggestion_makes_no_claim(article):
    mention = the_mention(article, "Plasma alone improved")
    reject_mention(mention=mention, by=make.a_curator(), reason="Too vague.")
    assert mention.claim is None
    assert not Study.objects.exists()
