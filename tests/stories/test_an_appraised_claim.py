"""An appraisal is agreed on, is seen where it matters, and changes in a later round."""

import pytest

from claims.models import Claim
from studies.appraisals.actions import (
    agree_on_appraisal,
    appraise_alone,
    submit_appraisal,
)
from studies.appraisals.rounds import call_study_round
from tests import factories as make
from tests.stories.acting import a_base_of, a_trial, graded, time_passes
from tests.studies.appraisals.answers import HIGH, a_form

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def trials():
    outcome = make.an_outcome()
    return [
        a_trial(f"Example {year}", (100, 1000, 300, 1000), outcome)
        for year in (2001, 2002)
    ]


def by_rob_2(trial):
    """What is appraised, and with what."""
    result = trial.results.get()
    named = {"instrument": "rob2", "variant": "assignment"}
    return {"study": trial, "result": result, **named}


def read(client, address):
    return client.get(address).content.decode()


def test_a_later_round_marks_the_verdict_with_the_difference(client, trials):
    one, two = make.a_reviewer(), make.another_reviewer()
    for trial in trials:
        appraise_alone(**by_rob_2(trial), form=a_form(), by=one)
    assert "How it was appraised" in read(client, f"/studies/{trials[0].pk}/")
    claim = make.a_claim(asserts="lowers")
    claim = graded(claim, a_base_of(claim, trials))
    page = read(client, f"/claims/{claim.pk}/")
    assert "Example 2001, Overall: Low" in page
    assert "Overall: 100 % Low" in page

    both = {"reviewers": [one, two], "by": make.an_editor()}
    again = call_study_round(**by_rob_2(trials[0]), **both, reason="A letter came.")
    submit_appraisal(round=again, form=a_form(), by=one)
    submit_appraisal(round=again, form=a_form(HIGH), by=two)
    time_passes()
    assert not Claim.objects.get(pk=claim.pk).needs_review  # not agreed on yet
    again.refresh_from_db()
    agree_on_appraisal(round=again, form=a_form(HIGH), by=two)
    time_passes()
    claim = Claim.objects.get(pk=claim.pk)
    assert claim.needs_review_why == (
        "Example 2001: by RoB 2, overall was “Low”, and is now “High”. "
        "Example 2001: by RoB 2, Randomisation was “Low”, and is now “High”."
    )
    assert "Example 2001, Overall: High" in read(client, f"/claims/{claim.pk}/")
    kept = claim.versions.latest("number")
    then = read(client, f"/claims/{claim.pk}/v{kept.number}/")
    assert "Example 2001, Overall: Low" in then
