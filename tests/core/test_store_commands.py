"""Commands that need the store find it up to date, or say what it lacks."""

import pytest
from django.core.management import get_commands, load_command_class
from django.core.management.base import CommandError
from django.db import connection

from core.management import store
from core.management.files import FileCommand
from core.management.store import StoreCommand, migrations_lacking

# What makes the store, or is started where it was made.
MAKES_IT = {"run", "backup", "restore", "work", "tick"}
NEEDS_NONE = {"audit_article"}
PLACES = (
    "accounts",
    "articles",
    "bibliography",
    "config",
    "core",
    "evidence",
    "studies",
)


def ours():
    return {name: app for name, app in get_commands().items() if app in PLACES}


def test_every_command_of_ours_looks_after_the_store_or_needs_none():
    others = {
        name
        for name, app in ours().items()
        if not isinstance(load_command_class(app, name), StoreCommand | FileCommand)
    }
    assert others == MAKES_IT | NEEDS_NONE


@pytest.mark.django_db
def test_a_store_that_is_up_to_date_lacks_nothing():
    assert migrations_lacking() == []


@pytest.fixture
def behind(monkeypatch):
    """A store that lacks two migrations; what is called for it."""
    called = []
    monkeypatch.setattr(store, "migrations_lacking", lambda: ["a.0001", "a.0002"])
    monkeypatch.setattr(store, "call_command", lambda *args, **how: called.append(args))
    return called


def test_the_database_that_comes_along_is_brought_up_to_date(behind, monkeypatch):
    monkeypatch.setitem(connection.settings_dict, "EMBEDDED_HOME", "anywhere")
    StoreCommand().check_migrations()
    assert behind == [("migrate",)]


def test_a_database_with_an_operator_is_left_and_told_of(behind, monkeypatch):
    monkeypatch.delitem(connection.settings_dict, "EMBEDDED_HOME", raising=False)
    with pytest.raises(CommandError, match=r"lacks 2 .* a\.0001 first: run"):
        StoreCommand().check_migrations()
    assert behind == []
