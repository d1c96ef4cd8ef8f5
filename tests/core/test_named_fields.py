"""An action changes only the fields it names, and none that no person sets."""

import pytest
from django.apps import apps
from django.urls import get_resolver

from core.actions import ACTIONS, action, save
from core.errors import Refused
from studies.studies.actions import edit_study
from tests import factories as make

NOBODYS = {
    *("id", "revision", "created_at", "sample", "search"),
    *("withdrawn_at", "withdrawn_by", "withdrawn_reason", "merged_into"),
    *("frozen_at", "frozen_by", "submitted_at", "opened_at"),
    *("entered_by", "checked_by", "checked_at", "decided_by", "decided_at"),
    *("verdict", "certainty", "cant_say_because", "standing", "judged_at"),
    *("needs_review", "needs_review_why"),
}
ADDRESSES = get_resolver().url_patterns  # pages import every action there is
EDITING = [each for each in ACTIONS if each.fields]


def test_some_actions_name_fields():
    assert {"edit_study", "edit_result", "edit_reference", "edit_base"} <= {
        each.__name__ for each in EDITING
    }


@pytest.mark.parametrize("edit", EDITING, ids=lambda each: each.__name__)
def test_the_fields_of_an_action_are_a_persons_to_set(edit):
    computed = {
        field.name
        for model in apps.get_models()
        for field in model._meta.fields
        if not field.editable and field.name != "scope"  # a base's scope is said
    }
    assert edit.fields & (NOBODYS | computed) == set()


@pytest.mark.django_db
@pytest.mark.parametrize("field", ["sample", "withdrawn_at", "created_at", "no_such"])
def test_a_field_that_is_not_named_is_refused(field):
    study = make.a_study()
    with pytest.raises(Refused, match=f"no {field} to set"):
        edit_study(study=study, by=make.a_curator(), **{field: None})
    study.refresh_from_db()
    assert study.revision == 1


def test_an_action_that_takes_any_field_is_no_action():
    with pytest.raises(TypeError, match="name its fields"):

        @action
        def change(*, by, **changes):
            return save(by, **changes)
