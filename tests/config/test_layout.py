"""A store that an earlier layout made is recognised, refused, and left as it is."""

import socket
import subprocess

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from config.layout import MARKED, EarlierLayout, digest, mark
from tests.programs import start

pytestmark = pytest.mark.django_db
SENTENCE = (
    "EarlierLayout: This database was made by an earlier layout of Footing and is left "
    "as it is: to start anew, name an empty database in DATABASE_URL.\n"
)


def connected_to(name):
    """A connection to another database of the test's server."""
    other = connection.copy()
    other.settings_dict["NAME"] = name
    return other


def administer(statement):
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)


def contents(name):
    """All there is in a database: its tables, and the rows of those it began with."""
    other = connected_to(name)
    try:
        # Past the look at new connections, which is what is tested.
        other.connection = other.get_new_connection(other.get_connection_params())
        other.set_autocommit(True)
        with other.cursor() as cursor:
            cursor.execute("SELECT relname, relkind FROM pg_class ORDER BY oid")
            tables = cursor.fetchall()
            cursor.execute("SELECT app, name, applied FROM django_migrations")
            applied = cursor.fetchall()
            cursor.execute("SELECT * FROM evidence_claim")
            return tables, applied, cursor.fetchall()
    finally:
        other.close()


@pytest.fixture
def store():
    """The name of a database as an earlier layout leaves it, with a claim."""
    name = f"{connection.settings_dict['NAME']}_earlier"
    administer(f'CREATE DATABASE "{name}"')
    earlier = connected_to(name)
    MigrationRecorder(earlier).ensure_schema()
    with earlier.cursor() as cursor:
        cursor.execute("CREATE TABLE evidence_claim AS SELECT 'Examplin helps' AS text")
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "SELECT unnest(%s), '0001_initial', now()",
            [["accounts", "core", "studies", "evidence"]],
        )
    earlier.close()
    yield name
    administer(f'DROP DATABASE "{name}" WITH (FORCE)')


def a_free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


@pytest.mark.parametrize("command", ["migrate", "find_works", "run"])
def test_a_command_refuses_an_earlier_store_in_one_sentence(
    store, command, monkeypatch
):
    monkeypatch.setenv("PORT", a_free_port())
    before = contents(store)
    process = start(command, database=store, stdout=subprocess.PIPE, text=True)
    output, errors = process.communicate(timeout=60)
    assert process.returncode == 1
    assert output == ""
    assert errors.removeprefix("footing: bringing the database up to date …\n") == (
        SENTENCE
    )
    assert contents(store) == before


def test_of_the_embedded_database_the_sentence_names_the_folder(store):
    embedded = connected_to(store)
    with pytest.raises(EarlierLayout) as refused:
        embedded.ensure_connection()
    assert str(refused.value).endswith(
        f"to start anew, move {embedded.embedded.home} away."
    )
    assert embedded.connection is None


def test_first_migrations_stay_to_the_letter():
    assert mark() == MARKED + digest(mark())
