"""Running the project's own programs against the database of the test."""

import os
import subprocess
import sys
from urllib.parse import quote, urlencode

from django.conf import settings
from django.db import connection


def start(*arguments, database=None, **pipes):
    """``manage.py`` with these arguments, as a process of its own.

    It uses the database of the test, or another of this name on the same server.
    """
    connection.ensure_connection()
    environment = {
        **os.environ,
        "DATABASE_URL": address_of(database or connection.settings_dict["NAME"]),
        "SECRET_KEY": "of a test, long enough to be taken for one " * 2,
    }
    command = [sys.executable, settings.BASE_DIR / "manage.py", *arguments]
    return subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, **pipes)


def address_of(database):
    """How another process names a database of this server, in DATABASE_URL."""
    place = (
        connection.get_connection_params() | connection.connection.info.dsn_parameters
    )
    known = {key: place[key] for key in ("host", "port", "user") if place.get(key)}
    return f"postgresql:///{quote(database)}?{urlencode(known)}"
