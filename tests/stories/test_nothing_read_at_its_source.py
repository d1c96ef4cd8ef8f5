"""Freezing a base in which nothing was read at its source says that, and no more."""

import pytest

from core.errors import Refused
from evidence.bases.actions import freeze_base, open_base
from evidence.bases.items import add_item
from evidence.facts import claim_facts
from evidence.grades.rounds import call_round
from evidence.models import Grade
from tests import factories as make
from tests.stories.acting import a_base_of

pytestmark = pytest.mark.django_db


def told_by(article, **given):
    """A result that is known only from what an article says of a study."""
    result = make.a_second_hand_result(**given)
    version = make.a_version(article=article)
    make.a_result_source(result=result, version=version)
    return result


@pytest.fixture
def claim():
    return make.a_claim(text="Stem examplin smooths made-up faces", asserts="raises")


@pytest.fixture
def article(claim):
    """An article that makes the claim."""
    article = make.an_article()
    make.a_mention(article=article, claim=claim)
    return article


def frozen_on(claim, results=(), passages=(), scope="other_known", **how):
    a_base_of(claim, results=results, passages=passages, scope=scope, **how)
    claim.refresh_from_db()
    return claim_facts(claim)


def test_only_the_articles_that_claim_it_say_so(claim, article):
    told = frozen_on(claim, [told_by(article), told_by(article)])
    assert told["judgement"]["verdict"] == "cant_say"
    assert told["judgement"]["cant_say_because"] == "circular"
    assert told["judgement"]["standing_words"] == "by rule"
    assert told["judgement"]["sentence"].startswith(
        "The only evidence is what articles"
    )
    assert told["judgement"]["judged_by"] == []


def test_a_copy_of_the_article_is_circular_too(claim, article):
    copy = make.an_article(same_text_as=article)
    told = frozen_on(claim, [told_by(copy)])
    assert told["judgement"]["cant_say_because"] == "circular"


def test_another_articles_word_is_second_hand(claim, article):
    told = frozen_on(claim, [told_by(article), told_by(make.an_article())])
    assert told["judgement"]["cant_say_because"] == "only_second_hand"


def test_no_grade_is_made_and_a_version_is(claim, article):
    told = frozen_on(claim, [told_by(article)])
    assert not Grade.unfiltered.exists()
    version = claim.versions.get()
    assert version.cause == "freezing"
    assert version.standing == "rule"
    assert version.facts == told


def test_it_cannot_be_graded_all_the_same(claim, article):
    frozen_on(claim, [told_by(article)])
    reviewer = make.a_reviewer()
    with pytest.raises(Refused, match="There is nothing to grade"):
        call_round(
            claim=claim, base=claim.bases.get(), reviewers=[reviewer], by=reviewer
        )


def test_animals_show_nothing_of_people(claim):
    mice = make.a_study(label="Example 2003", design="animal")
    told = frozen_on(claim, [make.a_result(study=mice)])
    assert told["judgement"]["cant_say_because"] == "only_preclinical"


def test_a_registered_trial_that_still_runs_is_ongoing(claim):
    registration = make.a_reference(type="registration", title="A register entry")
    study = make.a_study(label="Example 2027", status="ongoing")
    make.a_report(study=study, reference=registration, role="registration")
    told = frozen_on(claim, passages=[make.a_passage(reference=registration)])
    assert told["judgement"]["cant_say_because"] == "only_ongoing"


def test_nobody_looked_is_not_nothing_found(claim):
    for scope in ("cited_only", "other_known"):
        told = frozen_on(claim, scope=scope)
        assert told["judgement"]["cant_say_because"] == "not_searched"
    search = {"sources": "PubMed", "query": "examplin", "searched_on": "2026-01-05"}
    told = frozen_on(claim, scope="targeted", **search)
    assert told["judgement"]["cant_say_because"] == "none_found"
    assert told["judgement"]["sentence"].endswith("does not mean that there is none.")


def test_a_before_after_result_is_proposed_as_not_addressing(claim):
    result = make.a_result(contrast="before_after")
    base = open_base(claim=claim, scope="cited_only", by=make.a_reviewer())
    item = add_item(base=base, result=result, by=make.a_reviewer())
    assert item.bearing == "does_not_address"
    assert item.decision == "awaiting"


def test_a_frozen_base_is_frozen_once(claim, article):
    frozen_on(claim, [told_by(article)])
    with pytest.raises(Refused, match="frozen already"):
        freeze_base(base=claim.bases.get(), by=make.a_reviewer())


def test_what_is_not_checkable_is_not_judged():
    claim = make.a_claim(text="Examplin is lovely", checkability="opinion")
    with pytest.raises(Refused, match="opinion or advice"):
        open_base(claim=claim, scope="cited_only", by=make.a_reviewer())
