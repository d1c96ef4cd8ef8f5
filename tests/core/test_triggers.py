"""What the triggers of many tables share lives in the database once, without words."""

import pgtrigger
import pytest
from django.db import connection
from pgtrigger import registry

from core.actions import rule_sentences
from core.trigger_functions import TRIGGER_FUNCTIONS

pytestmark = pytest.mark.django_db


def rows(query, *values):
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchall()


def test_the_functions_of_the_database_are_those_that_are_declared():
    stored = dict(
        rows(
            "SELECT proname, prosrc FROM pg_proc WHERE proname = ANY(%s)",
            list(TRIGGER_FUNCTIONS),
        )
    )
    assert stored == TRIGGER_FUNCTIONS


def test_no_trigger_holds_a_sentence():
    stored = rows(
        "SELECT pg_get_triggerdef(t.oid) || f.prosrc "
        "FROM pg_trigger t JOIN pg_proc f ON f.oid = t.tgfoid WHERE NOT t.tgisinternal"
    )
    text = "\n".join(body for (body,) in stored)
    assert "submitted_readings_closed" in text
    assert [one for one in rule_sentences().values() if one in text] == []


def test_the_names_of_triggers_that_are_kept_are_those_that_are_there():
    known = registry._registry
    assert known.by_db_table == registry._Registry.by_db_table.fget(known)
    assert known.pg_function_names == registry._Registry.pg_function_names.fget(known)
    assert len(known.by_db_table) == len(known)


def test_no_trigger_takes_anothers_name():
    model, trigger = next(iter(registry._registry.values()))
    other = pgtrigger.Protect(name=trigger.name, operation=pgtrigger.Delete)
    with pytest.raises(KeyError, match="already used"):
        pgtrigger.register(other)(model)
