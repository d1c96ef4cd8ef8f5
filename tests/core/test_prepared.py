"""Long questions that the database plans once for a connection."""

import pytest
from django.db import ProgrammingError, connection, transaction

from core.prepared import ask_prepared

pytestmark = pytest.mark.django_db
OF_MANY_KINDS = (
    "SELECT count(*), '100 %%', max(length(x)) FROM unnest(%s::text[]) AS x "
    "WHERE x <> ALL (%s) AND x LIKE %s AND length(x) < %s"
)


def asked_plainly(sql, params):
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return cursor.fetchone()


def test_a_prepared_question_is_answered_as_the_plain_one():
    for params in (
        [["moss", "mud", "a%b"], ["mud"], "%o%", 9],
        [["moss"], [], "%", 1],
        [[], ["it's"], "x", 2],
    ):
        told = ask_prepared(connection, OF_MANY_KINDS, params)
        assert told == asked_plainly(OF_MANY_KINDS, params)


def test_it_is_planned_once_and_asked_by_its_name(django_assert_num_queries):
    with django_assert_num_queries(2) as asked:
        for limit in (3, 5):
            ask_prepared(connection, OF_MANY_KINDS, [["moss"], [], "%", limit])
    assert all(each["sql"].startswith("EXECUTE ") for each in asked.captured_queries)


def test_it_outlives_a_transaction_that_is_taken_back():
    sql, params = "SELECT 1 + %s", [1]
    with transaction.atomic():
        ask_prepared(connection, sql, params)
        transaction.set_rollback(True)
    assert ask_prepared(connection, sql, params) == (2,)


def test_what_cannot_be_prepared_is_asked_as_it_is(django_assert_num_queries):
    sql = "SELECT to_jsonb(%s)::text"  # of any kind: nothing tells which
    with django_assert_num_queries(2) as asked:
        assert ask_prepared(connection, sql, [7]) == ("7",)
        assert ask_prepared(connection, sql, [8]) == ("8",)
    assert all(each["sql"].startswith("SELECT ") for each in asked.captured_queries)


def test_a_question_that_is_wrong_says_so_as_ever():
    with pytest.raises(ProgrammingError, match="no_such_table"), transaction.atomic():
        ask_prepared(connection, "SELECT %s::int FROM no_such_table", [1])
    assert asked_plainly("SELECT 1", []) == (1,)


def test_no_more_is_prepared_than_a_connection_holds(monkeypatch):
    monkeypatch.setattr("core.prepared.MOST", 0)
    assert ask_prepared(connection, "SELECT 40 + %s", [2]) == (42,)
