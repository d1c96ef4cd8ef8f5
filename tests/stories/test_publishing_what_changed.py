"""A verdict is not published once what it rests on changed, however lately."""

import pytest

from claims.models import Claim
from core.errors import Refused
from evidence.grades.actions import publish_verdict
from studies.results.actions import edit_outcome, edit_result, withdraw_result
from tests import factories as make
from tests.api.programs import Program
from tests.stories.acting import ASKED, a_base_of, a_trial, graded

pytestmark = pytest.mark.django_db
COUNTS = (10, 200, 30, 200)
WHY = "The example changed."


@pytest.fixture
def trial():
    return a_trial(
        "Example 2001", COUNTS, make.an_outcome(name="fever", better="lower")
    )


@pytest.fixture
def claim(trial):
    claim = make.a_claim(**{**ASKED, "asserts": "lowers"})
    return graded(claim, a_base_of(claim, [trial]), why={"imprecision": WHY})


def retracted(trial):
    make.a_notice(reference=trial.reports.get().reference, kind="retraction")


def edited(trial):
    result = trial.results.get()
    edit_result(result=result, by=make.an_editor(), reason=WHY, events_1=90)


def taken_back(trial):
    withdraw_result(result=trial.results.get(), by=make.an_editor(), reason=WHY)


def turned_round(trial):
    outcome = trial.results.get().outcome
    edit_outcome(outcome=outcome, by=make.an_editor(), better="higher")


CHANGES = [retracted, edited, taken_back, turned_round]


@pytest.mark.parametrize("change", CHANGES)
def test_what_changed_a_moment_ago_is_looked_at_first(claim, trial, change):
    change(trial)
    assert not Claim.objects.get(pk=claim.pk).needs_review  # nobody has looked yet
    with pytest.raises(Refused, match="needs review first"):
        publish_verdict(claim=claim, by=make.an_editor())
    assert Claim.objects.get(pk=claim.pk).standing == "draft"


@pytest.mark.parametrize("change", CHANGES)
def test_programs_and_the_page_are_told_so_too(claim, trial, change, client):
    change(trial)
    editor = make.an_editor()
    answer = Program(editor).post(f"/claims/{claim.pk}/publish/")
    assert answer.status_code == 422
    assert "needs review first" in answer.json()["detail"]
    client.force_login(editor)
    client.post(f"/claims/{claim.pk}/publish/", {"confirmed": "yes"})
    assert Claim.objects.get(pk=claim.pk).standing == "draft"


def test_what_nothing_changed_under_is_published(claim):
    publish_verdict(claim=claim, by=make.an_editor())
    assert Claim.objects.get(pk=claim.pk).standing == "published"
