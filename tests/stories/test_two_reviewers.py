"""Two reviewers grade alone; what they said opens when both are in."""

import pytest

from accounts.rounds import how_many_are_in
from claims.models import Claim
from core.errors import NotAllowed, Refused
from core.models import Change
from evidence.facts import claim_facts
from evidence.grades.actions import (
    publish_verdict,
    save_grade,
    submit_consensus,
    submit_grade,
)
from evidence.grades.rounds import GRADING, call_round
from evidence.models import Grade, GradeGroup, ItemReading
from tests import factories as make
from tests.stories.acting import a_base_of, a_form, a_trial

pytestmark = pytest.mark.django_db

SERIOUS = {"risk_of_bias": 1, "imprecision": 1}


@pytest.fixture
def base():
    trial = a_trial("Example 2001", (10, 100, 30, 100), make.an_outcome())
    return a_base_of(make.a_claim(asserts="lowers"), [trial])


@pytest.fixture
def round(base):
    return call_round(
        claim=base.claim,
        base=base,
        reviewers=[make.a_reviewer(), make.another_reviewer()],
        by=make.an_editor(),
    )


def hand_in(round, person, **given):
    return submit_grade(round=round, form=a_form(round.base, **given), by=person)


def everybody_else():
    return [make.another_reviewer(), make.a_curator(), make.an_admin()]


def test_only_an_editor_calls_on_others(base):
    with pytest.raises(NotAllowed, match="open rounds"):
        call_round(
            claim=base.claim,
            base=base,
            reviewers=[make.another_reviewer()],
            by=make.a_reviewer(),
        )


def test_a_half_filled_form_is_kept_and_nobody_sees_it(round):
    half = {"verdict": "supported", "groups": [{"designs": "randomised"}]}
    reviewer = make.a_reviewer()
    save_grade(round=round, draft=half, by=reviewer)
    assert round.assignments.get(reviewer=reviewer).draft == half
    assert not Grade.unfiltered.exists()
    changes = Change.objects.public().filter(model__startswith="claimassign")
    assert not changes.exists()


def test_the_first_grade_is_seen_by_nobody_else(round):
    grade = hand_in(round, make.a_reviewer())
    assert not Grade.objects.exists()
    assert not round.grades.exists()
    assert list(Grade.objects.of(make.a_reviewer())) == [grade]
    for person in everybody_else():
        assert not Grade.objects.of(person).exists()
    public = Change.objects.public().values_list("model", flat=True)
    hidden = {
        "grade",
        "gradegroup",
        "itemreading",
        "claimassignment",
    }
    assert not hidden & set(public)
    assert claim_facts(round.claim)["judgement"]["verdict"] == "not_graded"


def test_nobody_but_an_editor_learns_how_many_are_in(round):
    hand_in(round, make.a_reviewer())
    assert how_many_are_in(GRADING, round, make.an_editor()) == 1
    for person in [make.another_reviewer(), make.a_reviewer(), make.a_curator()]:
        assert how_many_are_in(GRADING, round, person) is None


def test_the_round_opens_with_the_last_grade_and_the_feed_says_so(round):
    hand_in(round, make.a_reviewer())
    hand_in(round, make.another_reviewer(), levels=SERIOUS)
    round.refresh_from_db()
    assert round.is_open
    assert Grade.objects.count() == GradeGroup.objects.count() == 2
    assert ItemReading.objects.count() == 2
    opened = Change.objects.public().filter(operation="open")
    assert opened.filter(model="grade").count() == 2
    assert opened.filter(model="itemreading").count() == 2
    earlier = Change.objects.filter(model="grade", operation="insert")
    assert all(change.hidden for change in earlier)
    assert how_many_are_in(GRADING, round, make.a_curator()) == 2


def test_two_opened_grades_are_no_verdict_yet(round):
    hand_in(round, make.a_reviewer())
    hand_in(round, make.another_reviewer(), levels=SERIOUS)
    told = claim_facts(round.claim)
    assert told["judgement"]["verdict"] == "not_graded"
    assert told["judgement"]["sentence"] == ""
    assert told["groups"] == []
    assert not round.claim.versions.exists()


def test_what_they_agree_on_is_the_verdict(round):
    hand_in(round, make.a_reviewer())
    hand_in(round, make.another_reviewer(), levels=SERIOUS)
    round.refresh_from_db()
    form = a_form(round.base, levels=SERIOUS)
    submit_consensus(round=round, form=form, by=make.a_reviewer())
    claim = Claim.objects.get(pk=round.claim_id)
    assert (claim.verdict, claim.certainty) == ("supported", "low")
    assert claim.standing == "agreed"
    told = claim_facts(claim)
    assert told["judgement"]["judged_by"] == ["Rev Madeup", "Vera Madeup"]
    assert claim.versions.get().facts == told
    publish_verdict(claim=claim, by=make.an_editor())
    assert claim_facts(claim)["judgement"]["standing"] == "published"


def test_a_consensus_waits_for_all(round):
    hand_in(round, make.a_reviewer())
    with pytest.raises(Refused, match="follows the grades"):
        submit_consensus(round=round, form=a_form(round.base), by=make.an_editor())


def test_a_changed_mind_before_opening_changes_ones_own(round):
    first, other = make.a_reviewer(), make.another_reviewer()
    hand_in(round, first)
    changed = hand_in(round, first, levels=SERIOUS)
    assert list(Grade.unfiltered.all()) == [changed]
    assert changed.certainty == "low"
    kept = Grade.pgh_event_model.objects
    assert kept.of(first).exclude(submitted_at=None).get().certainty == "high"
    assert not kept.of(other).exists()
    assert not Change.objects.public().filter(model="grade").exists()
    hand_in(round, other)
    assert Grade.objects.count() == 2
    for again in (first, other):
        with pytest.raises(Refused, match="takes a new round"):
            hand_in(round, again)
        with pytest.raises(Refused, match="takes a new round"):
            save_grade(round=round, draft={}, by=again)


def test_who_was_not_asked_does_not_grade(round):
    with pytest.raises(NotAllowed, match="not asked"):
        hand_in(round, make.a_third_reviewer())
