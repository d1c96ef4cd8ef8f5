"""A database of synthetic claims to measure on, made anew and dropped afterwards."""

import gc
import os
import signal
import sys
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import connection

from benchmarks.load import load
from config.assets import collect_if_changed
from embedded_postgres.cluster import cluster


@contextmanager
def store(claims):
    """A migrated database with that many synthetic claims, in a server of its own."""
    # A polite kill ends it as Ctrl-C does, its server too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    _serve_anybody()
    home = settings.VAR / "pg-bench"
    if settings.EMBEDDED:
        connection.settings_dict["EMBEDDED_HOME"] = home
    connection.settings_dict["TEST"]["NAME"] = f"footing_bench_{os.getpid()}"
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        if claims:
            fill(claims)
        yield connection
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
        connection.close()
        if settings.EMBEDDED:
            cluster(home).release()


@contextmanager
def kept_store():
    """The store of ``FOOTING_VAR`` or ``DATABASE_URL`` as it is, brought up to date."""
    _serve_anybody()
    call_command("migrate", verbosity=0)
    vacuum()
    yield connection
    connection.close()


def settle():
    """Leave what is loaded by now out of collecting garbage, as ``config.wsgi`` does.

    A collection of all that Django is takes 200 ms, and no request that is served.
    """
    gc.collect()
    gc.freeze()


def _serve_anybody():
    collect_if_changed()  # pages name their static files by hash
    settings.ALLOWED_HOSTS = ["*"]
    settings.SECURE_SSL_REDIRECT = False


def fill(claims):
    """Add synthetic claims, and leave the store as one that has lived."""
    load(claims)
    vacuum()


def vacuum():
    """Merge the lists of words and mark pages known to be visible.

    Autovacuum gets no time for it while it is measured.
    """
    with connection.cursor() as cursor:
        cursor.execute("VACUUM")
