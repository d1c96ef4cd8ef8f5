"""A judgement is hidden until its round opens, wherever one might look for it."""

import pytest
from django.contrib.auth.models import AnonymousUser

from core.models import Change
from core.nouns import noun_of
from evidence.models import ClaimAssignment, ClaimRound, Grade, GradeGroup, ItemReading
from tests import factories

pytestmark = pytest.mark.django_db
BLIND = (Grade, GradeGroup, ItemReading)
each_blind = pytest.mark.parametrize("model", BLIND, ids=lambda m: m.__name__)


@pytest.fixture
def round():
    """A round of two in which the first reviewer's grade is in."""
    people = [factories.a_reviewer(), factories.another_reviewer()]
    round = factories.a_round(reviewers=people)
    factories.a_grade(round=round)
    return round


def finish(round):
    """The second reviewer's grade comes in, and the round opens."""
    factories.a_grade(round=round, reviewer=factories.another_reviewer())
    return round


def announced(model):
    """Whether each change of a table is public."""
    label = noun_of(model)
    return [not change.hidden for change in Change.objects.filter(model=label)]


@each_blind
def test_nobody_finds_a_row_before_its_round_opens(model, round):
    assert model.unfiltered.count() == 1
    assert model.objects.count() == 0
    assert not model._default_manager.exists()


@each_blind
def test_everybody_finds_a_row_once_its_round_opened(model, round):
    finish(round)
    assert model.objects.count() == 2
    assert model.objects.of(AnonymousUser()).count() == 2


@each_blind
def test_ones_own_rows_come_through_of(model, round):
    assert model.objects.of(factories.a_reviewer()).count() == 1
    assert not model.objects.of(factories.another_reviewer()).exists()
    assert not model.objects.of(AnonymousUser()).exists()


@each_blind
def test_an_editor_and_an_admin_find_no_more_than_others(model, round):
    assert not model.objects.of(factories.an_editor()).exists()
    assert not model.objects.of(factories.an_admin()).exists()


def test_the_way_through_a_relation_is_blind_too(round):
    grade = Grade.unfiltered.get()
    item = round.base.items.get()
    assert not round.grades.exists()
    assert not factories.a_reviewer().grades.exists()
    assert not grade.groups.exists()
    assert not grade.readings.exists()
    assert not item.readings.exists()
    loaded = ClaimRound.objects.prefetch_related("grades__groups").get()
    assert list(loaded.grades.all()) == []


def test_of_stays_within_the_relation(round):
    mine = factories.a_draft_grade(round=factories.a_round())
    assert list(mine.round.grades.of(factories.a_reviewer())) == [mine]
    assert round.grades.of(factories.a_reviewer()).get().round == round


def test_querysets_of_a_blind_table_are_blind(round):
    assert not Grade.objects.consensus().exists()
    finish(round)
    consensus = factories.a_draft_grade(round=round, is_consensus=True)
    assert list(Grade.objects.consensus()) == [consensus]


def test_a_part_of_a_hidden_grade_still_knows_its_grade(round):
    group = GradeGroup.unfiltered.select_related(None).get()
    assert group.grade == Grade.unfiltered.get()


@each_blind
def test_the_feed_hides_changes_made_before_the_round_opens(model, round):
    assert announced(model) != []
    assert not any(announced(model))


@each_blind
def test_changes_made_before_stay_hidden_afterwards(model, round):
    before = len(announced(model))
    finish(round)
    assert not any(announced(model)[:before])


def test_the_feed_does_not_tell_who_is_at_work(round):
    assignment = ClaimAssignment.objects.first()
    assert assignment is not None
    assert not any(announced(ClaimAssignment))
    factories.an_assignment().save()
    assert ClaimAssignment.pgh_event_model._base_manager.exists()
    assert not ClaimAssignment.pgh_event_model.objects.exists()


def test_a_removal_before_the_round_opens_is_hidden():
    group = factories.a_group()
    group.delete()
    removal = Change.objects.get(model="gradegroup", operation="delete")
    assert removal.hidden


@each_blind
def test_history_hides_what_was_before_the_round_opens(model):
    row = {
        Grade: factories.a_draft_grade,
        GradeGroup: factories.a_group,
        ItemReading: factories.a_reading,
    }[model]()
    row.save()
    history = model.pgh_event_model
    assert history._base_manager.count() == 1
    assert not history.objects.exists()
    assert not row.events.exists()
    assert history.objects.of(factories.a_reviewer()).count() == 1


def test_what_is_judged_openly_is_announced_openly(round):
    finish(round)
    factories.a_draft_grade(round=round, is_consensus=True)
    assert announced(Grade)[-1]
