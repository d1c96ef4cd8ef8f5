"""Every rule matches its own examples and leaves its counter-examples alone."""

import pytest

from articles.reading.document import Mode, SuggestedKind
from articles.reading.suggesting.rules import Pattern, inflect, load_rules

FAMILIES = (
    "sections",
    "contexts",
    "claims",
    "exclusions",
    "hedges",
    "wording",
    "modes",
)


@pytest.mark.parametrize("family", FAMILIES)
def test_rules_hold_for_their_examples_alone(family):
    rules = load_rules(family)
    unproved = [rule.name for rule in rules if not rule.yes or not rule.no]
    assert unproved == [], "a rule needs an example and a counter-example"
    assert [
        (rule.name, s) for rule in rules for s in rule.yes if not rule.search(s)
    ] == []
    assert [(rule.name, s) for rule in rules for s in rule.no if rule.search(s)] == []


def test_rules_of_a_family_have_different_names():
    for family in FAMILIES:
        names = [rule.name for rule in load_rules(family)]
        assert len(names) == len(set(names)), family


def test_claim_rules_name_kinds_and_mode_rules_name_modes():
    kinds = {rule.kind for rule in load_rules("claims")}
    assert kinds - {""} == set(SuggestedKind)
    assert {rule.kind for rule in load_rules("contexts")} - {""} <= set(SuggestedKind)
    assert all(rule.points > 0 for rule in load_rules("claims"))
    assert all(rule.points > 0 or rule.carry for rule in load_rules("contexts"))
    assert {rule.name for rule in load_rules("modes")} == set(Mode) - {Mode.ASSERTS}
    assert all(rule.why for rule in load_rules("wording"))


def test_verbs_are_inflected_with_their_particles():
    assert inflect("improve") == ("improve", "improves", "improved", "improving")
    assert inflect("lead/led to") == ("lead to", "leads to", "led to", "leading to")
    assert inflect("drop!") == ("drop", "drops", "dropped", "dropping")
    assert inflect("modify")[1:3] == ("modifies", "modified")
    assert inflect("rise/rose,risen")[2:4] == ("rose", "risen")


def test_a_word_list_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError, match="nothing_such"):
        Pattern(r"\b{nothing_such}\b").search("Nothing.")
