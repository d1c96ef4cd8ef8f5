"""A database of generated claims to measure on, made anew and dropped afterwards."""

import os
import sys
from contextlib import contextmanager

import django


@contextmanager
def store(claims, *, synthetic=False):
    """A migrated database with that many judged claims, in a server of its own.

    With ``synthetic`` they are those of ``load_synthetic``, of all states.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("HTTPS", "off")
    django.setup()
    from django.conf import settings  # noqa: PLC0415  after setup
    from django.db import connection  # noqa: PLC0415

    from benchmarks import _rows  # noqa: PLC0415
    from config.embedded import cluster  # noqa: PLC0415

    home = settings.VAR / "pg-bench"
    settings.ALLOWED_HOSTS = ["*"]
    if settings.EMBEDDED:
        connection.settings_dict["EMBEDDED_HOME"] = home
    connection.settings_dict["TEST"]["NAME"] = f"footing_bench_{os.getpid()}"
    name = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
    try:
        fill = load if synthetic else _rows.fill
        fill(claims)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        yield connection
    finally:
        connection.creation.destroy_test_db(name, verbosity=0)
        connection.close()
        if settings.EMBEDDED:
            cluster(home).release()


def load(claims):
    """Add synthetic claims to the store."""
    from django.core.management import call_command  # noqa: PLC0415

    call_command("load_synthetic", claims, yes=True, stdout=sys.stderr)
