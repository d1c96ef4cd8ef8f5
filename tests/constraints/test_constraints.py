"""Every rule of the database refuses what breaks it, in its own sentence."""

import pytest
from django.contrib.postgres.fields import ArrayField
from django.db.models import UniqueConstraint

from core.actions import action
from core.errors import Refused
from tests.constraints.breaking import (
    change,
    constraints,
    copy,
    leave_only,
    refusals,
    tables,
)
from tests.constraints.checks import CHECKS
from tests.constraints.refusals import REFUSALS
from tests.constraints.uniques import UNIQUES
from tests.factories import an_editor
from tests.factories.tables import BUILDERS

pytestmark = pytest.mark.django_db
CONSTRAINTS = constraints()
TRIGGERS = refusals()
WORDS = [name for name in CONSTRAINTS if name.endswith("_word")]


@action
def break_rule(*, how, by):
    how()


def refused(how):
    """The name and the sentence of the rule that refuses an action that breaks it."""
    with pytest.raises(Refused) as refusal:
        break_rule(how=how, by=an_editor())
    diagnosis = refusal.value.__cause__.__cause__.diag
    return diagnosis.constraint_name, refusal.value.sentence


def values_for(row, columns):
    return {
        name: value(row) if callable(value) else value
        for name, value in columns.items()
    }


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_refuses_what_breaks_it(name):
    build, columns = CHECKS[name]
    model, constraint = CONSTRAINTS[name]

    def how():
        row = build()
        values = values_for(row, columns)
        leave_only(model, name)
        change(row, **values)

    assert refused(how) == (name, constraint.violation_error_message)


@pytest.mark.parametrize("name", UNIQUES)
def test_what_may_be_once_is_refused_twice(name):
    build, columns = UNIQUES[name]

    def how():
        row = build()
        copy(row, **values_for(row, columns))

    assert refused(how) == (name, CONSTRAINTS[name][1].violation_error_message)


@pytest.mark.parametrize("name", WORDS)
def test_a_column_holds_only_the_words_of_its_vocabulary(name):
    model, constraint = CONSTRAINTS[name]
    column = name.removeprefix(f"{model._meta.label_lower.replace('.', '_')}_")
    field = model._meta.get_field(column.removesuffix("_word"))
    other = ["?"] if isinstance(field, ArrayField) else "?"

    def how():
        row = BUILDERS[model]()
        leave_only(model, name)
        change(row, **{field.column: other})

    assert refused(how) == (name, constraint.violation_error_message)


@pytest.mark.parametrize("name", REFUSALS)
def test_a_trigger_refuses_what_breaks_its_rule(name):
    trigger = TRIGGERS[name]
    assert refused(REFUSALS[name]) == (trigger.name, trigger.sentence)


def test_every_constraint_has_its_case():
    assert {*CHECKS, *UNIQUES, *WORDS} == set(CONSTRAINTS)
    assert all(isinstance(CONSTRAINTS[name][1], UniqueConstraint) for name in UNIQUES)


def test_every_refusing_trigger_has_its_case():
    assert set(REFUSALS) == set(TRIGGERS)


def test_every_constraint_says_its_sentence():
    silent = [
        name
        for name, (_, constraint) in CONSTRAINTS.items()
        if constraint.violation_error_message
        == constraint.default_violation_error_message
    ]
    assert silent == []


def test_every_column_of_a_vocabulary_is_held():
    open_columns = [
        str(field)
        for model in tables()
        for field in model._meta.local_fields
        if getattr(getattr(field, "base_field", field), "choices", None)
        and f"{model._meta.app_label}_{model._meta.model_name}_{field.name}_word"
        not in CONSTRAINTS
    ]
    assert open_columns == ["core.Change.operation"]  # written by trigger alone


@pytest.mark.parametrize("name", ["base", "item", "group", "reading"])
def test_a_draft_can_be_removed(name):
    model = next(m for m in BUILDERS if m._meta.model_name.endswith(name))
    BUILDERS[model]().delete()
    assert not model._base_manager.exists()
