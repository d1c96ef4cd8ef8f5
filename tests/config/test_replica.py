"""A streaming replica serves visitors' reads, and nobody misses what they wrote."""

import io
import shutil
import time
import uuid
from contextlib import ExitStack, contextmanager
from functools import partial

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connections
from django.db.utils import DatabaseError
from django.test import Client

from config.database import databases, replica
from embedded_postgres.binaries import make_open_directory
from embedded_postgres.cluster import PORT, USER, Cluster, cluster
from tests import factories as make

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(
        not settings.EMBEDDED, reason="a server of others is not copied"
    ),
]
PATIENCE = 20  # seconds


@pytest.fixture
def copy(monkeypatch):
    """A streaming replica of the tests' own server, known as REPLICA_URL's is."""
    make.a_claim(text="Examplin is old")
    primary = cluster(settings.DATABASES["default"]["EMBEDDED_HOME"], durable=False)
    home = settings.VAR / f"t{uuid.uuid4().hex[:8]}"
    copy = Cluster(home, durable=False)
    make_open_directory(copy.home)
    copy.make_private(copy.data)
    where = ["-h", primary.socket_folder, "-p", PORT, "-U", USER, "-D", copy.data]
    primary.run("pg_basebackup", *where, "-R", "-X", "stream", "-c", "fast", "-N")
    at = copy.acquire()
    name = connections["default"].settings_dict["NAME"]
    folder = at["HOST"].replace("/", "%2F")
    known = connections.settings["default"] | replica(
        f"postgres://{USER}@{folder}/{name}"
    )
    monkeypatch.setitem(connections.settings, "replica", known)
    connections["replica"] = connections.create_connection("replica")
    connections["replica"].alias = "default"  # tests may use no other
    wait_until_as_far()
    yield copy
    connections["replica"].close()
    del connections["replica"]
    copy.release()
    shutil.rmtree(copy.home)


def asked(alias, statement):
    with connections[alias].cursor() as cursor:
        cursor.execute(statement)
        return cursor.fetchone()[0] if cursor.description else None


def wait_until_as_far():
    place = asked("default", "SELECT pg_current_wal_insert_lsn()")
    end = time.monotonic() + PATIENCE
    while not asked("replica", f"SELECT pg_last_wal_replay_lsn() >= '{place}'"):
        assert time.monotonic() < end, "the replica does not follow"
        time.sleep(0.05)


@contextmanager
def counted():
    """How many queries of tables each database was asked meanwhile."""
    counts = dict.fromkeys(("default", "replica"), 0)

    def count(alias, execute, sql, *rest):
        counts[alias] += "lsn" not in sql  # how far it is, is asked each time
        return execute(sql, *rest)

    with ExitStack() as stack:
        for alias in counts:
            wrapper = partial(count, alias)
            stack.enter_context(connections[alias].execute_wrapper(wrapper))
        yield counts


def served_by(client, path):
    """The databases that a page was read from; it has to be there."""
    with counted() as counts:
        answer = client.get(path)
        whole = answer.getvalue()
    assert answer.status_code == 200 and whole, (path, answer.status_code)
    return {alias for alias, n in counts.items() if n}


def test_visitors_read_the_replica_and_everybody_their_own_writes(copy, caplog):
    assert asked("replica", "SELECT pg_is_in_recovery()")
    claim, _ = make.a_claim(text="Examplin is older"), make.a_reference()
    wait_until_as_far()
    pages = ["/", "/claims/", f"/claims/{claim.pk}/", "/search/?q=examplin"]
    exports = ["/api/v1/claims/", "/claims.csv", "/references/export/?format=ris"]
    visitor = Client(raise_request_exception=False)
    for path in pages + exports:
        assert served_by(visitor, path) == {"replica"}, path
    name = "SELECT count(*) FROM pg_stat_activity WHERE application_name = '{}'"
    assert asked("replica", name.format("footing-replica"))
    for options in ({"format": "ndjson", "live": True}, {"format": "ris"}):
        with counted() as counts:
            call_command("export", stdout=io.StringIO(), **options)
        assert counts["replica"], options
    with counted() as counts:
        written = io.StringIO()
        call_command("export", format="csv", stdout=written)
    assert counts["replica"] and "Examplin is older" in written.getvalue()

    person = Client()
    person.force_login(make.a_reader())
    assert served_by(person, "/claims/") == {"default"}

    asked("replica", "SELECT pg_wal_replay_pause()")
    fresh = make.a_claim(text="Examplin is new")
    assert b"is new" not in visitor.get("/claims/").content  # a moment behind
    assert (
        b"is new" in visitor.get(f"/claims/{fresh.pk}/").content
    )  # there all the same
    writer = Client(raise_request_exception=False)
    writer.post("/articles/new/", {})
    assert b"is new" in writer.get("/claims/").content
    assert served_by(writer, "/claims/") == {"default"}
    forger = Client()
    forger.cookies["written_up_to"] = "0/0'; DROP TABLE claims_claim"
    assert served_by(forger, "/claims/") == {"replica"}
    asked("replica", "SELECT pg_wal_replay_resume()")
    wait_until_as_far()
    assert served_by(writer, "/claims/") == {"replica"}
    assert b"is new" in visitor.get("/claims/").content

    with pytest.raises(DatabaseError, match="read-only"):
        asked("replica", "DELETE FROM django_session")

    def fail(execute, sql, *rest):
        if "claims_claim" in sql:
            raise OperationalError("canceling statement due to conflict with recovery")
        return execute(sql, *rest)

    with connections["replica"].execute_wrapper(fail):
        assert b"is new" in visitor.get("/claims/").content
    assert "the replica failed at /claims/" in caplog.text

    caplog.clear()
    copy.stop()
    for path in pages:
        assert visitor.get(path).status_code == 200
    assert caplog.text.count("the replica does not answer") == 1


def test_a_replica_is_not_waited_for_and_never_written_to():
    chosen = databases(
        "postgres://a/x", "postgres://b/x?options=-c%20work_mem=9MB", None
    )
    options = chosen["replica"]["OPTIONS"]
    assert options["connect_timeout"] == "3"
    assert options["options"] == "-c work_mem=9MB -c default_transaction_read_only=on"
