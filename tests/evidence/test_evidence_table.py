"""The evidence table and the caveats: what a reader has to know beside a verdict."""

import pytest

from evidence.bases.actions import freeze_base, open_base
from evidence.bases.items import add_item
from evidence.facts import claim_facts
from tests import factories as make
from tests.evidence.facts.rendering import words_of
from tests.stories.acting import a_trial, cites, graded

pytestmark = pytest.mark.django_db


@pytest.fixture
def outcome():
    return make.an_outcome(name="fever", better="lower")


@pytest.fixture
def trials(outcome):
    return [
        a_trial(f"Example {year}", (10, 100, 20, 100), outcome).results.get()
        for year in (1951, 1952)
    ]


def judged(*results, passages=(), **given):
    """A claim graded on these, and its facts."""
    reviewer = make.a_reviewer()
    claim = make.a_claim(
        text="Examplin lowers fever",
        asserts="lowers",
        population="adults",
        intervention="examplin",
        comparator="nothing",
        outcome="fever",
    )
    for result in results if given.get("scope") == "cited_only" else ():
        cites(claim, result.study)
    found = {"scope": "targeted", "searched_on": "2026-01-05", "sources": "a register"}
    base = open_base(claim=claim, by=reviewer, **{**found, "query": "fever", **given})
    for result in results:
        add_item(base=base, result=result, decision="included", by=reviewer)
    for passage in passages:
        add_item(base=base, passage=passage, decision="included", by=reviewer)
    return claim_facts(graded(claim, freeze_base(base=base, by=reviewer)))


def rows(facts):
    return {
        (item["study"] or item["passage"]["reference"]).get("label", "passage"): item
        for item in facts["evidence"]
    }


def caveats(facts):
    return " ".join(facts["judgement"]["caveats"])


def page_of(client, facts):
    return words_of(client.get(facts["address"]).content.decode())


def test_a_row_says_design_comparison_arms_time_result_and_where_it_was_read(
    client, trials
):
    for trial in trials:
        type(trial).objects.filter(pk=trial.pk).update(
            comparison="examplin against nothing", time_point="6 weeks", place="Table 2"
        )
    page = page_of(client, judged(*trials))
    for words in (
        "Randomised controlled trial; allocation:",
        "examplin against nothing 100 against 100 people",
        "6 weeks",
        "10/100 against 20/100 · RR 0.50 (0.25 to 1.01)",
        "weight 50.0 % in the pooled 2 randomised",
        "Table 2",
    ):
        assert words in page


def test_a_printed_estimate_is_shown_as_printed_with_its_level(outcome):
    result = make.a_compiled_result(
        outcome=outcome,
        metric="rr",
        estimate=0.7,
        ci_low=0.5,
        ci_high=0.9,
        ci_level=0.9,
    )
    shown = claim_facts(_claim_with(result))["evidence"][0]["result"]["in_words"]
    assert shown == "RR 0.70 (0.50 to 0.90), 90 % interval"


def _claim_with(result):
    return make.a_frozen_base(results=[result]).claim


@pytest.mark.parametrize(
    ("given", "apart"),
    [
        ({"design": "animal"}, "In animals or in the laboratory"),
        ({"design": "qualitative"}, "Qualitative evidence and opinion"),
        ({"design": "opinion"}, "Qualitative evidence and opinion"),
    ],
)
def test_what_is_not_graded_stands_apart(client, trials, outcome, given, apart):
    study = make.a_study(label="Example apart", **given)
    other = make.a_compiled_result(study=study, outcome=outcome)
    facts = judged(*trials, other)
    assert rows(facts)["Example apart"]["apart_words"].startswith(apart)
    assert facts["evidence"][-1]["study"]["label"] == "Example apart"
    assert apart in page_of(client, facts)
    assert "shown" in caveats(facts)


def test_a_quoted_passage_is_shown_and_not_graded(client, trials):
    facts = judged(*trials, passages=[make.a_passage(quote="Examplin helps.")])
    assert "Quoted passages: shown, not graded" in page_of(client, facts)


def test_risk_of_bias_is_not_appraised_and_publication_bias_not_assessed(
    client, trials
):
    facts = judged(*trials)
    assert "Risk of bias: not appraised." in facts["judgement"]["caveats"]
    first, *others = facts["groups"][0]["domains"]
    assert first["caveat"] == "not appraised"
    assert not any(domain["caveat"] for domain in others)
    assert "Risk of bias: not appraised." in page_of(client, facts)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"searched_on": "2020-03-01"}, "Searched on 1 Mar 2020: later studies"),
        ({"scope": "cited_only", "searched_on": None}, "Provisional: only the works"),
        ({"scope": "other_known", "searched_on": None}, "Nobody searched"),
    ],
)
def test_how_far_was_searched_is_said_beside_the_verdict(trials, given, says):
    assert says in caveats(judged(*trials, **given))


def test_a_search_says_until_when_whatever_its_age(trials):
    assert ": later studies are missing." in caveats(judged(*trials))


def test_a_network_estimate_says_what_it_pools_and_is_graded_as_that(outcome):
    study = make.a_study(design="network_meta_analysis", allocation="none")
    result = make.a_compiled_result(
        study=study, outcome=outcome, pooled_designs=["rct"], pooled_studies=12
    )
    facts = claim_facts(_claim_with(result))
    words = facts["evidence"][0]["result"]["pools_words"]
    assert "pools 12 studies (randomised controlled trial)" in words
    assert "graded as randomised" in words
    assert "direct or indirect not stated" in words


def test_a_claim_nobody_judged_has_no_caveats():
    assert claim_facts(make.a_claim())["judgement"]["caveats"] == []
