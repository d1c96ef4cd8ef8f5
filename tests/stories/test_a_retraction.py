"""Trials are graded; one is retracted; the verdict is looked at again."""

import json

import pytest

from bibliography.notices.actions import add_notice, withdraw_notice
from claims.models import Claim
from core.errors import Refused
from evidence.bases.actions import copy_base, freeze_base
from evidence.bases.items import decide_item
from evidence.claims.review import review_claims
from evidence.facts import claim_facts
from evidence.grades.actions import publish_verdict
from studies.results.actions import edit_result
from tests import factories as make
from tests.stories.acting import a_base_of, a_trial, graded, time_passes

pytestmark = pytest.mark.django_db
in_its_own_time = pytest.mark.django_db(transaction=True)  # for the feed


@pytest.fixture
def trials():
    outcome = make.an_outcome(name="Made-up consumption", better="lower")
    return [
        a_trial("Example 1948", (4, 123, 11, 139), outcome),
        a_trial("Example 1949", (6, 306, 29, 303), outcome),
        a_trial("Example 1960", (3, 231, 11, 220), outcome),
    ]


@pytest.fixture
def claim(trials):
    claim = make.a_claim(
        text="Examplin lowers made-up consumption",
        asserts="lowers",
        outcome="made-up consumption",
    )
    base = a_base_of(claim, trials, searched_on="2026-01-05")
    return graded(claim, base, levels={"inconsistency": 1, "risk_of_bias": 1})


def retract(study):
    return add_notice(
        reference=study.reports.get(role="main").reference,
        kind="retraction",
        source="Example source",
        dated="2026-02-01",
        by=make.a_curator(),
    )


def test_a_claim_is_graded_on_its_trials(claim):
    told = claim_facts(claim)
    assert told["judgement"]["verdict"] == "supported"
    assert told["judgement"]["certainty"] == "low"
    assert told["judgement"]["standing_words"] == "one reviewer, not agreed"
    assert [item["bearing"] for item in told["evidence"]] == [
        "inconclusive",
        "supports",
        "supports",
    ]
    assert told["pooled"][0]["k"] == 3
    assert told["history"][0]["version"] == told["version"] == 1


def test_a_version_keeps_what_the_page_printed(claim):
    version = claim.versions.get()
    assert version.facts == claim_facts(claim)
    assert version.basis["base"]["id"] == claim.bases.get().pk


@in_its_own_time
def test_nothing_happens_where_nothing_changed(claim):
    time_passes()
    claim.refresh_from_db()
    assert not claim.needs_review
    assert claim.versions.count() == 1


@in_its_own_time
def test_a_retraction_asks_for_review_and_leaves_the_verdict(claim, trials):
    time_passes()
    retract(trials[1])
    time_passes()
    claim.refresh_from_db()
    assert claim.needs_review
    assert claim.needs_review_why == "Example 1949: retraction noted since."
    assert claim.verdict == "supported"
    assert claim.versions.count() == 1


@in_its_own_time
def test_a_retraction_taken_back_needs_no_review_any_more(claim, trials):
    notice = retract(trials[1])
    time_passes()
    withdraw_notice(notice=notice, by=make.an_editor(), reason="Another paper's.")
    time_passes()
    claim.refresh_from_db()
    assert not claim.needs_review
    assert claim.needs_review_why == ""


@in_its_own_time
def test_a_changed_result_asks_for_review_with_both_numbers(claim, trials):
    result = trials[0].results.get()
    edit_result(result=result, events_1=9, by=make.a_curator(), reason="Misread.")
    time_passes()
    claim.refresh_from_db()
    assert "4/123 against 11/139" in claim.needs_review_why
    assert "9/123 against 11/139" in claim.needs_review_why


def test_a_verdict_under_review_is_not_published(claim, trials):
    retract(trials[1])
    review_claims(claims=[claim], by=make.an_editor())
    with pytest.raises(Refused, match="needs review first: Example 1949"):
        publish_verdict(claim=claim, by=make.an_editor())


def test_graded_again_without_the_retracted_trial(claim, trials):
    first = claim.versions.get()
    printed = json.dumps(first.facts)
    retract(trials[1])
    review_claims(claims=[claim], by=make.an_editor())
    assert claim.needs_review
    reviewer = make.a_reviewer()
    base = copy_base(base=claim.bases.get(), by=reviewer)
    item = base.items.get(result__study=trials[1])
    decide_item(
        item=item, decision="excluded", exclude_because="retracted", by=reviewer
    )
    freeze_base(base=base, by=reviewer)
    claim = graded(
        claim,
        base,
        levels={"risk_of_bias": 1, "imprecision": 2},
        verdict="cant_say",
    )
    assert not claim.needs_review
    assert claim.certainty == "very_low"
    second = claim.versions.get(number=2)
    assert second.facts["base"]["included"] == 2
    assert second.facts["judgement"]["verdict"] == "cant_say"
    first.refresh_from_db()
    assert json.dumps(first.facts) == printed
    assert first.facts["judgement"]["verdict"] == "supported"
    assert second.facts == claim_facts(claim)


def test_an_editor_publishes_and_the_version_says_so(claim):
    version = publish_verdict(claim=claim, by=make.an_editor(), reason="Checked.")
    assert version.standing == "published"
    assert Claim.objects.get(pk=claim.pk).standing == "published"
    assert version.facts == claim_facts(claim)
    assert not review_claims(claims=[claim], by=make.an_editor())
