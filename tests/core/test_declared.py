"""A dataclass is written, read and described by its declaration alone."""

from dataclasses import dataclass

import pytest
from rest_framework import serializers

from core.api.declared import serializer_of
from core.dataclass_json import Day, from_json, to_json


@dataclass(frozen=True)
class Leaf:
    """A made-up leaf."""

    colour: str
    fell_on: Day | None


@dataclass(frozen=True)
class Tree:
    """A made-up tree."""

    name: str
    height: float
    leaves: tuple[Leaf, ...]
    crown: Leaf | None
    names: tuple[str, ...]
    weights: dict[str, float]


TREE = Tree(
    "Example", 2.5, (Leaf("green", None),), None, ("an example",), {"trunk": 1.5}
)
WRITTEN = {
    "name": "Example",
    "height": 2.5,
    "leaves": [{"colour": "green", "fell_on": None}],
    "crown": None,
    "names": ["an example"],
    "weights": {"trunk": 1.5},
}


def test_it_is_written_in_the_order_declared():
    assert to_json(TREE) == WRITTEN
    assert list(to_json(TREE)) == list(WRITTEN)


def test_it_is_read_as_it_was_written():
    assert from_json(Tree, WRITTEN) == TREE


@pytest.mark.parametrize("more", [{"roots": 3}, {}])
def test_what_is_not_as_declared_is_refused(more):
    written = {**WRITTEN, **more}
    if not more:
        del written["name"]
    with pytest.raises(TypeError):
        from_json(Tree, written)


def test_its_shape_has_a_field_for_each():
    fields = serializer_of(Tree)().fields
    assert list(fields) == list(WRITTEN)
    assert isinstance(fields["height"], serializers.FloatField)
    assert isinstance(fields["leaves"].child.fields["fell_on"], serializers.DateField)
    assert isinstance(fields["names"].child, serializers.CharField)
    assert isinstance(fields["weights"].child, serializers.FloatField)


def test_what_may_be_unknown_may_be_null():
    fields = serializer_of(Tree)().fields
    assert fields["crown"].allow_null
    assert fields["crown"].fields["fell_on"].allow_null
    assert not fields["name"].allow_null


def test_its_words_are_the_declarations():
    assert serializer_of(Tree).__name__ == "TreeSerializer"
    assert serializer_of(Tree).__doc__ == "A made-up tree."
