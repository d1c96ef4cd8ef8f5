"""Many rows are written at once, and stand as if they were written one by one."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bibliography.models import Reference
from core.actions import action
from core.copying import copy_rows, reserve_ids, storable
from core.errors import Refused
from core.history import history
from tests.factories import a_curator

pytestmark = pytest.mark.django_db
COLUMNS = ("id", "title", "authors", "keywords", "year", "revision", "sample")
REST = ("type", "title_key", "withdrawn_reason", "first_author", "issued", "container")
REST += ("volume", "issue", "pages", "publisher", "abstract", "language", "url")


@action
def copied(*, values, by, reason=""):
    ids = reserve_ids(Reference, len(values))
    rows = [
        (id, title, authors, keywords, year, 1, False, "article", *[""] * 12)
        for id, (title, authors, keywords, year) in zip(ids, values, strict=True)
    ]
    copy_rows(Reference, (*COLUMNS, *REST), rows)
    return ids


texts = st.text(max_size=20)
fast = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@fast
@given(texts, st.lists(st.dictionaries(texts, texts)), st.lists(texts))
def test_values_come_back_as_they_were(title, authors, keywords):
    by = a_curator()
    [id] = copied(values=[(title, authors, keywords, None)], by=by)
    row = Reference.objects.get(pk=id)
    said = (row.title, row.authors, row.keywords, row.year)
    assert said == (*storable([title, authors, keywords]), None)


def test_marks_of_the_format_are_no_marks():
    title = 'back\\slash \\N\ttab\nline\r"quote" {brace}, \\.'
    [id] = copied(values=[(title, [], [title], 2001)], by=a_curator())
    row = Reference.objects.get(pk=id)
    assert (row.title, row.keywords, row.year) == (title, [title], 2001)


def test_who_and_why_is_told_of_every_row():
    ids = copied(values=[("A", [], [], 1)] * 3, by=a_curator(), reason="Example.")
    for row in Reference.objects.filter(pk__in=ids):
        entry = history(row)[0]
        assert (entry.by, entry.why) == (a_curator().pk, "Example.")


def test_a_broken_rule_is_refused_and_nothing_is_written():
    with pytest.raises(Refused):
        copied(values=[("A", [], [], 1), ("B", [], [], -5)], by=a_curator())
    assert not Reference.objects.exists()


def test_no_rows_are_no_statement(django_assert_num_queries):
    with django_assert_num_queries(0):
        copy_rows(Reference, COLUMNS, [])
