import pytest

from studies.designs import (
    FACTS,
    RANDOMISED,
    REVIEWS,
    UNRATED,
    Allocation,
    Design,
    DesignGroup,
    design_group,
    suggest_design,
)
from tests.studies.reference import NUMBERS


@pytest.mark.parametrize("case", NUMBERS["design_hints"], ids=lambda c: c["expected"])
def test_a_title_hints_at_its_design(case):
    expected = case["expected"].replace("unclear", "not_stated")
    assert suggest_design(case["text"]).design == expected


def test_a_hint_shows_the_words_it_rests_on():
    hint = suggest_design("A randomised split-face study of an example cream")
    assert hint.words == ("randomised", "split-face")
    assert suggest_design("An example cream").words == ()


def test_the_abstract_is_read_where_the_title_tells_nothing():
    hint = suggest_design("An example cream", "People were randomly assigned to it.")
    assert (hint.design, hint.words) == (Design.RCT, ("randomly assigned",))
    assert suggest_design("A case report", "Mice were used.").design == "case_report"


def test_a_review_is_not_taken_for_the_studies_it_reviews():
    scoping = suggest_design("Scoping review of randomised trials of an example")
    assert scoping.design == Design.NARRATIVE_REVIEW
    umbrella = suggest_design("Umbrella review of cohort studies of an example")
    assert umbrella.design == Design.SYSTEMATIC_REVIEW


def test_every_design_has_its_facts():
    assert set(FACTS) == set(Design)


@pytest.mark.parametrize("design", sorted(RANDOMISED))
def test_randomised_trials_are_graded_together(design):
    assert design_group(design, "random") == DesignGroup.RANDOMISED
    assert design_group(design) == DesignGroup.RANDOMISED


@pytest.mark.parametrize("allocation", ["alternate", "systematic", "not_random"])
def test_allocation_that_can_be_foreseen_is_not_randomised(allocation):
    assert design_group("rct", allocation) == DesignGroup.OTHER


@pytest.mark.parametrize("review", sorted(REVIEWS))
@pytest.mark.parametrize(
    ("pooled", "group"),
    [
        (["rct", "crossover_rct"], DesignGroup.RANDOMISED),
        (["cohort"], DesignGroup.OTHER),
        (["rct", "cohort"], DesignGroup.OTHER),
        ([], DesignGroup.OTHER),
    ],
)
def test_a_review_is_graded_as_what_it_pooled(review, pooled, group):
    assert design_group(review, "not_stated", pooled) == group


def test_a_secondary_analysis_is_randomised_where_its_arms_were():
    assert design_group("secondary_analysis", "random") == DesignGroup.RANDOMISED
    assert design_group("secondary_analysis") == DesignGroup.OTHER


def test_other_designs_are_not_randomised_whatever_they_say():
    assert design_group("cohort", Allocation.RANDOM) == DesignGroup.OTHER
    assert design_group("not_stated") == DesignGroup.OTHER


@pytest.mark.parametrize("design", sorted(UNRATED))
def test_what_says_nothing_of_people_is_not_rated(design):
    assert design_group(design, "random") is None


@pytest.mark.parametrize("words", [("poll",), ("rct", "drawn")])
def test_an_unknown_design_or_allocation_is_refused(words):
    with pytest.raises(ValueError, match=words[-1]):
        design_group(*words)
