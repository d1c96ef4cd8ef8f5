"""A review includes three studies, and one of them is cited alone as well."""

import pytest

from core.errors import Refused
from evidence.bases.actions import freeze_base, open_base
from evidence.bases.items import add_item, decide_item
from evidence.facts import claim_facts
from studies.results.actions import add_result
from studies.studies.actions import add_study, include_study
from tests import factories as make
from tests.stories.acting import ASKED, a_trial, graded

pytestmark = pytest.mark.django_db


@pytest.fixture
def outcome():
    return make.an_outcome()


@pytest.fixture
def trial(outcome):
    return a_trial("Example 2001", (10, 100, 30, 100), outcome)


@pytest.fixture
def review(outcome, trial):
    """A review that lists three studies; of two nobody knows which studies they are."""
    curator = make.a_curator()
    review = add_study(
        label="Reviewer and others",
        year=2010,
        design="systematic_review",
        by=curator,
    )
    add_result(
        study=review,
        outcome=outcome,
        metric="rr",
        provenance="primary",
        contrast="between_arms",
        estimate=0.5,
        ci_low=0.4,
        ci_high=0.625,
        pooled_designs=["rct"],
        pooled_studies=3,
        by=curator,
    )
    include_study(review=review, listed_as="Example, 2001", study=trial, by=curator)
    include_study(review=review, listed_as="Madeup, 1999", by=curator)
    include_study(
        review=review, listed_as="Invented, 1998", state="not_found", by=curator
    )
    return review


@pytest.fixture
def base(review):
    return open_base(
        claim=make.a_claim(asserts="lowers", **ASKED),
        scope="review",
        review=review,
        review_searched_on="2009-06-01",
        review_included=3,
        by=make.a_reviewer(),
    )


def add(base, study, decision="included"):
    result = study.results.get()
    return add_item(base=base, result=result, decision=decision, by=make.a_reviewer())


def test_the_study_cited_alone_is_counted_in_the_review(base, review, trial):
    add(base, review)
    item = add(base, trial)
    assert (item.decision, item.reason) == ("excluded", "in_review")


def test_a_study_included_first_gives_way_to_the_review(base, review, trial):
    alone = add(base, trial)
    add(base, review)
    alone.refresh_from_db()
    assert (alone.decision, alone.reason) == ("excluded", "in_review")


def test_it_is_not_counted_twice_on_purpose_either(base, review, trial):
    add(base, review)
    item = add(base, trial)
    with pytest.raises(Refused, match="counted in a review"):
        decide_item(item=item, decision="included", by=make.a_reviewer())


def test_of_the_unmatched_ones_the_overlap_is_unknown(base, review, trial):
    add(base, review)
    add(base, trial)
    freeze_base(base=base, by=make.a_reviewer())
    (told,) = claim_facts(base.claim)["base"]["overlap_unknown"]
    assert told["review"] == "Reviewer and others"
    assert told["listed"] == 3
    assert told["unmatched"] == ["Madeup, 1999", "Invented, 1998"]


def test_an_inclusion_found_later_is_the_same_row(review):
    study = make.a_study(label="Madeup 1999")
    include_study(
        review=review, listed_as="Madeup, 1999", study=study, by=make.a_curator()
    )
    assert review.inclusions.count() == 3
    assert review.inclusions.get(study=study).state == "matched"


def test_the_sentence_names_the_review_and_its_year(base, review, trial):
    add(base, review)
    freeze_base(base=base, by=make.a_reviewer())
    claim = graded(base.claim, base)
    sentence = claim_facts(claim)["judgement"]["sentence"]
    assert sentence.startswith("In Reviewer and others (2010), ")


def test_the_studys_own_report_comes_before_the_reviews_word_on_it(base, trial):
    own = trial.results.get()
    told = make.a_compiled_result(
        study=trial,
        outcome=own.outcome,
        contrast=own.contrast,
        time_point=own.time_point,
    )
    reviewer = make.a_reviewer()
    compiled = add_item(base=base, result=told, decision="included", by=reviewer)
    add_item(base=base, result=own, decision="included", by=reviewer)
    compiled.refresh_from_db()
    assert (compiled.decision, compiled.reason) == ("excluded", "same_result")
    with pytest.raises(Refused, match="as near or nearer"):
        decide_item(item=compiled, decision="included", by=reviewer)
