"""What builds on a row is known from every table that names it."""

import pytest

from bibliography.models import Identifier, Reference
from claims.models import ClaimVersion, Correction
from core.referring import referred_to, referring_to, relations_to, row_of
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_a_row_that_others_name_is_told_with_what_names_it():
    named, unnamed = make.a_reference(doi="10.5555/example.1"), make.a_reference()
    make.a_report(reference=named)
    found = referred_to(Reference, [named.pk, unnamed.pk], but_not_by=[Identifier])
    assert found == {named.pk: ["reports"]}


def test_the_rows_that_name_a_row_are_found_but_for_those_set_apart():
    named = make.a_reference()
    report, notice = make.a_report(reference=named), make.a_notice(reference=named)
    assert set(referring_to(Reference, [named.pk])) == {report, notice}
    apart = {row_of(report)}
    assert list(referring_to(Reference, [named.pk], apart=apart)) == [notice]


def test_every_table_that_names_a_reference_is_looked_at():
    names = {field.model.__name__ for field in relations_to(Reference)}
    assert {"Report", "Notice", "CitedWork", "Passage", "Result"} <= names
    assert not any(name.endswith("Event") for name in names)


def test_a_table_counts_where_there_is_no_way_back_to_it():
    naming = {(field.model, field.name) for field in relations_to(ClaimVersion)}
    assert {(Correction, "corrects"), (Correction, "corrected")} <= naming
