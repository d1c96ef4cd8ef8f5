"""References found by their first author, however the surname is spelled."""

import pytest
from django.db import connection

from bibliography.models import Reference
from tests.factories import a_reference

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("Müller", "Mueller"),
        ("Mueller", "Müller"),
        ("Müller", "Muller"),
        ("MÜLLER", "Müller"),
        ("Mu\u0308ller", "Müller"),
        ("Sørensen", "Sorensen"),
        ("Łukasz", "Lukasz"),
        ("Strauß", "Strauss"),
        ("Aagaard", "Ågaard"),
        ("van Acker", "Acker"),
        ("Acker", "Van Acker"),
        ("Al-Hassan", "Alhassan"),
        ("O’Example", "O'Example"),
        ("MacDonald", "McDonald"),
        ("García López", "Garcia-Lopez"),
        ("Иванова", "Иванова"),
    ],
)
def test_spellings_of_one_surname_find_it(stored, asked):
    reference = a_reference(first_author=stored, year=2014)
    assert list(Reference.objects.alike("", asked, 2014)) == [reference]


@pytest.mark.parametrize(
    ("stored", "asked"),
    [("Miller", "Müller"), ("Manderson", "Anderson"), ("", "van"), ("Boyer", "Böer")],
)
def test_another_surname_is_not_found(stored, asked):
    a_reference(first_author=stored, year=2014)
    assert not Reference.objects.alike("", asked, 2014).exists()


def test_another_year_is_not_found():
    a_reference(first_author="Müller", year=2014)
    assert not Reference.objects.alike("", "Mueller", 2015).exists()


def test_what_is_not_stated_finds_nothing():
    a_reference(first_author="", year=2014)
    assert not Reference.objects.alike("", "", 2014).exists()
    assert not Reference.objects.alike("", "Müller", None).exists()


def test_indexes_serve_the_search_by_title_or_surname():
    Reference.objects.bulk_create(
        Reference(first_author=f"Madeup{n}", year=2014, title_key=f"example {n}")
        for n in range(2000)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE bibliography_reference")
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = Reference.objects.alike("Made-up fever", "Müller", 2014).explain()
    assert "bibliography_reference_name" in plan
    assert "bibliography_reference_year" not in plan
