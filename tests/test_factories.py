"""The builders of test rows: each makes a valid row, with what it stands on."""

import inspect

import pytest

from tests import factories

BUILDERS = [
    name
    for name, function in inspect.getmembers(factories, inspect.isfunction)
    if function.__module__ == factories.__name__
    and name.startswith(("a_", "an_", "another_"))
]


@pytest.mark.django_db
@pytest.mark.parametrize("name", BUILDERS)
def test_a_builder_stores_its_row(name):
    row = getattr(factories, name)()
    assert type(row)._base_manager.filter(pk=row.pk).exists()


@pytest.mark.django_db
def test_a_named_person_is_one_person():
    assert factories.a_reviewer() == factories.a_reviewer()
    assert factories.a_reviewer() != factories.another_reviewer()
