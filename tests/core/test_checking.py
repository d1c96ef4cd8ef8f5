"""A row's checks are asked of the database together, with the answers Django gives."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from core.models.checking import broken_checks
from tests import factories as make

pytestmark = pytest.mark.django_db


def told_by_django(row, exclude=()):
    """The checks that are broken by Django's own way of asking, one by one."""
    broken = []
    for check in row._meta.constraints:
        if isinstance(check, models.CheckConstraint):
            try:
                check.validate(type(row), row, exclude=set(exclude))
            except ValidationError:
                broken.append(check)
    return broken


@pytest.mark.parametrize("given", [{}, {"ci_low": 2.0}, {"estimate": None}])
def test_it_says_what_django_says(given):
    row = make.a_result()
    for name, value in given.items():
        setattr(row, name, value)
    assert broken_checks(row) == told_by_django(row)
    left_out = {"ci_low", "estimate"}
    assert broken_checks(row, left_out) == told_by_django(row, left_out)
    assert bool(broken_checks(row)) == bool(given)


def test_every_sentence_reaches_the_form():
    claim = make.a_claim()
    claim.text, claim.margin = "", 1.25
    with pytest.raises(ValidationError) as refused:
        claim.validate_constraints()
    assert "A claim has words." in refused.value.messages
    assert any("is on a scale" in message for message in refused.value.messages)


def test_one_query_asks_for_all():
    row = make.a_result()
    with CaptureQueriesContext(connection) as asked:
        broken_checks(row)
    assert sum("SELECT" in each["sql"] for each in asked.captured_queries) == 1


def test_what_the_database_cannot_work_out_is_left_to_storing():
    row = make.a_result()
    row.events_1, row.total_1 = 10**30, 10**30
    assert broken_checks(row) == []


def test_uniqueness_is_still_asked():
    base = make.a_base()
    twin = type(base)(claim=base.claim, number=base.number, scope="other_known")
    with pytest.raises(ValidationError, match="has a base of this number"):
        twin.validate_constraints()
