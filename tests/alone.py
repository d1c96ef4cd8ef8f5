"""The set-up of a test run, for pytest and for programs that need a store of their own.

A program is a function that ``run`` calls once Django is ready, in an empty database.
"""

import gc
import logging
import os
import signal
import sys
from contextlib import contextmanager

import django
from django.conf import settings
from django.db import connection, connections
from django.utils.module_loading import import_string

from embedded_postgres.cluster import cluster
from tests.database import PREFIX, quietly, use_template

PLAIN_FILES = "django.contrib.staticfiles.storage.StaticFilesStorage"
FAST_HASHER = "django.contrib.auth.hashers.MD5PasswordHasher"


def change_settings(run):
    """Change the settings that differ in a test; ``run`` names the run's databases."""
    default = settings.DATABASES["default"]
    if settings.EMBEDDED:
        default.update(EMBEDDED_HOME=_home(), EMBEDDED_DURABLE=False)
    default.setdefault("TEST", {})["NAME"] = PREFIX + run
    settings.PASSWORD_HASHERS = [FAST_HASHER]
    settings.STORAGES["staticfiles"] = {"BACKEND": PLAIN_FILES}
    settings.STATIC_ROOT = None  # the live server finds the files where they are
    for name in ("SECURE_SSL_REDIRECT", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE"):
        setattr(settings, name, False)  # tests speak plain HTTP, to any database


def end_in_order():
    """From now on a polite kill ends this process as Ctrl-C does.

    It leaves the database server, which else would run on without anybody.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def leave_server():
    """Leave the database server; the last to leave stops it."""
    connections.close_all()
    if settings.EMBEDDED:
        cluster(_home(), durable=False).release()


def run(program, *arguments):
    """What a function, named by its dotted path, returns with a store of its own.

    It is imported late, since whatever knows the models needs Django to be ready.
    """
    end_in_order()
    _set_up()
    settings.ALLOWED_HOSTS = ["testserver"]
    logging.disable(logging.CRITICAL)
    with _a_database():
        return import_string(program)(*arguments)


def _set_up():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    change_settings(str(os.getpid()))
    django.setup()
    collect_seldom()


def collect_seldom():
    """Leave what is loaded by now out of every later collection of garbage."""
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@contextmanager
def _a_database():
    """An empty, migrated database, dropped afterwards: every sequence starts at 1."""
    name = connection.settings_dict["NAME"]
    use_template()
    make = connection.creation.create_test_db
    try:
        with quietly():
            make(verbosity=0, autoclobber=True, serialize=False)
        yield
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
        leave_server()


def _home():
    return settings.VAR / "pg-test"


if __name__ == "__main__":  # python -m tests.alone: have a template for what follows
    end_in_order()
    _set_up()
    use_template()
    leave_server()
