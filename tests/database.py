"""Databases for test runs: migrated once, then copied.

Running the migrations takes seconds; copying a database takes a tenth of one. So the
first run after a change of the migrations keeps a template, and every run and every
worker of a run copies it. Runs name their databases for their process, so that several
can go on at once; what killed runs left behind is dropped.
"""

import fcntl
import hashlib
import io
import os
from contextlib import contextmanager, redirect_stdout
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.db import connection

PREFIX = "footing_test_"
TEMPLATE = "footing_template_"
TEMPLATES_KEPT = 3  # other runs may be about to copy one


def use_template():
    """Have the test database copied from a migrated template, made if need be."""
    name = TEMPLATE + fingerprint()
    with one_run_at_a_time():
        existing = database_names()
        drop(abandoned(existing))
        if name not in existing:
            drop(older_templates(existing))
            make_template(name)
    settings.DATABASES["default"]["TEST"].update(TEMPLATE=name, MIGRATE=False)


def fingerprint():
    """What a migrated database depends on: the migrations, Django, and the apps."""
    digest = hashlib.sha256(django.__version__.encode())
    for app in apps.get_app_configs():
        for file in sorted(Path(app.path, "migrations").glob("*.py")):
            digest.update(f"{app.label}/{file.name}".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def one_run_at_a_time():
    """Hold a lock, so that one run makes the template and the others wait for it."""
    settings.VAR.mkdir(exist_ok=True)
    with (settings.VAR / "test-template.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def quietly():
    """Leave out what Django says of a cache table that a migration has made."""
    with redirect_stdout(io.StringIO()):
        yield


def make_template(name):
    """Migrate an empty database under a passing name, then give it its own."""
    test = settings.DATABASES["default"]["TEST"]
    real, own = connection.settings_dict["NAME"], test["NAME"]
    test["NAME"] = draft = f"{PREFIX}{os.getpid()}_draft"
    try:
        with quietly():
            connection.creation.create_test_db(verbosity=0, autoclobber=True)
    finally:
        connection.close()
        test["NAME"] = own
        settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = real
    run(f'ALTER DATABASE "{draft}" RENAME TO "{name}"')


def database_names():
    """The names of all databases on the server, the oldest first."""
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT datname FROM pg_database ORDER BY oid")
        return [name for (name,) in cursor.fetchall()]


def older_templates(names):
    """All templates but the newest few."""
    templates = [name for name in names if name.startswith(TEMPLATE)]
    return templates[: 1 - TEMPLATES_KEPT]


def abandoned(names):
    """Databases of runs whose process is gone."""
    for name in names:
        if name.startswith(PREFIX):
            process = name.removeprefix(PREFIX).split("_")[0]
            if not Path("/proc", process).exists():
                yield name


def drop(names):
    """Drop databases."""
    for name in names:
        run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def run(statement):
    """Run one statement outside any transaction and any of these databases."""
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)


def end_other_sessions():
    """End what else is connected to the test database, so that it can be removed.

    A live server answers in threads of its own, and one may still hold its connection
    when the last test is over.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
