"""Many rows are asked for by their ids at once."""

import pytest

from bibliography.models import Identifier, Reference
from tests.factories import a_reference

pytestmark = pytest.mark.django_db


def test_rows_are_found_by_their_own_ids_and_by_those_they_name():
    one, two, _ = (a_reference(doi=f"10.5555/example.{n}") for n in (1, 2, 3))
    ids = {one.pk, two.pk, 0}
    assert set(Reference.objects.filter(pk__any_of=ids)) == {one, two}
    named = Identifier.objects.filter(reference__any_of=ids)
    assert {row.reference for row in named} == {one, two}


def test_no_ids_find_no_rows():
    a_reference()
    assert not Reference.objects.filter(pk__any_of=[]).exists()
