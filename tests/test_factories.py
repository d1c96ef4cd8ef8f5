"""The builders of test rows: each makes a valid row, with what it stands on."""

import pytest
from django.apps import apps

from tests import factories

BUILDERS = [
    getattr(factories, name)
    for name in factories.__all__
    if name.startswith(("a_", "an_", "another_"))
]


def _name(builder):
    return builder.__name__


@pytest.mark.django_db
@pytest.mark.parametrize("build", BUILDERS, ids=_name)
def test_a_builder_stores_its_row(build):
    row = build()
    assert type(row)._base_manager.filter(pk=row.pk).exists()


@pytest.mark.django_db
def test_every_table_has_a_builder():
    built = {type(build()) for build in BUILDERS}
    tables = {
        model
        for app in ("core", "studies", "evidence")
        for model in apps.get_app_config(app).get_models()
        if not model.__name__.endswith("Event")
    }
    assert tables <= built


@pytest.mark.django_db
def test_a_named_person_is_one_person():
    assert factories.a_reviewer() == factories.a_reviewer()
    assert factories.a_reviewer() != factories.another_reviewer()


@pytest.mark.django_db
def test_what_is_given_is_not_made_again():
    version = factories.a_version()
    factories.a_version(article=version.article)
    assert type(version.article).objects.count() == 1
