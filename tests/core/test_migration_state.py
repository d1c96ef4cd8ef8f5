"""A state of migrations to which models are added is the one that Django would make."""

from django.db import models
from django.db.migrations.operations import (
    AddConstraint,
    AddField,
    AddIndex,
    AlterField,
    CreateModel,
    RemoveConstraint,
    RemoveIndex,
)
from django.db.migrations.state import ProjectState

from core import migrations

assert migrations  # read wherever a state is made

PARENT = "example.parent"


def a_model(name, *fields, **given):
    key = ("id", models.AutoField(primary_key=True))
    return CreateModel(name, [key, *fields], **given)


def to_parent():
    return models.ForeignKey(PARENT, models.CASCADE)


OPERATIONS = [
    a_model("Child", ("parent", to_parent())),
    a_model("Friends", ("all", models.ManyToManyField(PARENT))),
    a_model("Twig", ("itself", models.ForeignKey("self", models.CASCADE))),
    CreateModel("Heir", [], bases=(PARENT,)),
    AddField("Parent", "favourite", models.ForeignKey("Child", models.CASCADE)),
    a_model("Grandchild", ("parent", models.ForeignKey("Child", models.CASCADE))),
]


def forwards(state, operation):
    operation.state_forwards("example", state)
    return state.apps


def related(apps):
    """Of each model all that it knows of others, where each is the registry's own."""
    known = {}
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields(include_hidden=True):
            other = field.related_model
            if other:
                name = other._meta.label_lower
                assert apps.get_model(name) is other, (model, field)
                known[model._meta.label_lower, field.name] = name
    return known


def test_each_model_knows_its_relations_whether_it_came_alone_or_with_all():
    state = ProjectState()
    forwards(state, a_model("Parent"))
    for operation in OPERATIONS:
        apps = forwards(state, operation)
        at_once = ProjectState(models=state.models).apps
        assert related(apps) == related(at_once)


def test_a_new_model_leaves_the_others_as_they_were():
    state = ProjectState()
    parent = forwards(state, a_model("Parent")).get_model(PARENT)
    child = forwards(state, OPERATIONS[0]).get_model("example.child")
    assert state.apps.get_model(PARENT) is parent
    assert child._meta.get_field("parent").related_model is parent
    assert [each.related_model for each in parent._meta.related_objects] == [child]


def test_what_joins_a_copy_of_a_state_is_unknown_to_the_state():
    state = ProjectState()
    forwards(state, a_model("Parent"))
    copy = state.clone()
    forwards(copy, OPERATIONS[0])
    assert related(copy.apps) == related(ProjectState(models=copy.models).apps) != {}
    assert related(state.apps) == {}


def test_a_new_field_joins_the_model_that_is_there():
    state = ProjectState()
    parent = forwards(state, a_model("Parent")).get_model(PARENT)
    child = forwards(state, OPERATIONS[0]).get_model("example.child")
    friend = AddField("Child", "friend", to_parent_as("friends"))
    apps = forwards(state, friend)
    assert apps.get_model("example.child") is child
    assert child._meta.get_field("friend").related_model is parent
    assert {each.name for each in parent._meta.related_objects} == {"child", "friends"}


def to_parent_as(name):
    return models.ForeignKey(PARENT, models.CASCADE, related_name=name)


ONE = models.UniqueConstraint(fields=["parent"], name="one_a_parent")
FAST = models.Index(fields=["parent"], name="by_parent")
LISTED = [  # an operation, and what the model then has of constraints and of indexes
    (AddConstraint("Child", ONE), [ONE], []),
    (AddIndex("Child", FAST), [ONE], [FAST]),
    (AddField("Child", "friend", to_parent_as("friends")), [ONE], [FAST]),
    (RemoveConstraint("Child", ONE.name), [], [FAST]),
    (RemoveIndex("Child", FAST.name), [], []),
]


def test_a_model_knows_its_lists_and_is_the_model_it_was():
    state = ProjectState()
    forwards(state, a_model("Parent"))
    child = forwards(state, OPERATIONS[0]).get_model("example.child")
    for operation, constraints, indexes in LISTED:
        apps = forwards(state, operation)
        assert apps.get_model("example.child") is child
        assert child._meta.constraints == constraints
        assert child._meta.indexes == indexes
        assert child._meta.total_unique_constraints == constraints


def test_a_field_that_changed_is_rendered_with_the_lists_that_are_there():
    state = ProjectState()
    forwards(state, a_model("Parent"))
    child = forwards(state, OPERATIONS[0]).get_model("example.child")
    forwards(state, AddIndex("Child", FAST))
    one = models.OneToOneField(PARENT, models.CASCADE)
    apps = forwards(state, AlterField("Child", "parent", one))
    assert child is not apps.get_model("example.child")
    assert apps.get_model("example.child")._meta.get_field("parent").one_to_one
    assert apps.get_model("example.child")._meta.indexes == [FAST]
    assert related(apps) == related(ProjectState(models=state.models).apps)
