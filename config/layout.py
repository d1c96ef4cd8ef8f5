"""The layout of the tables, and how a store made before the first release is told.

Until the first release the first migrations were made anew where the tables changed at
large, and what an earlier layout made cannot be brought up to date. So the name of
core's first migration carries a mark, which is a digest of all first migrations. They
are kept to the letter now: tables change by migrations that follow.
"""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import AppConfig, apps
from django.conf import settings
from django.db.backends.base.base import BaseDatabaseWrapper

from embedded_postgres.cluster import cluster

CORE = "core"
MARKED = "0001_layout_"


class EarlierLayout(Exception):
    """The database holds what an earlier layout made."""


def own_apps() -> list[AppConfig]:
    """The apps of this project that have tables."""
    return [
        app
        for app in apps.get_app_configs()
        if Path(app.path).parent == settings.BASE_DIR and any(app.get_models())
    ]


def migrations_of(app: AppConfig) -> Path:
    """The folder of an app's migrations."""
    return Path(app.path, "migrations")


@cache
def mark() -> str:
    """The name of core's first migration."""
    folder = migrations_of(apps.get_app_config(CORE))
    return next(folder.glob(f"{MARKED}*.py")).stem


def digest(named: str) -> str:
    """A short digest of all first migrations, but for the name of core's in them."""
    found = hashlib.sha256()
    for app in sorted(own_apps(), key=lambda app: app.label):
        for file in sorted(migrations_of(app).glob("0001_*.py")):
            found.update(f"{app.label}\n{file.read_text()}".replace(named, "").encode())
    return found.hexdigest()[:8]


def refuse_earlier_layout(connection: BaseDatabaseWrapper, **_: Any) -> None:
    """Leave a database alone that another layout made; told of each new connection.

    Raises EarlierLayout with a sentence that says how to start anew.
    """
    applied = _applied_to_core(connection)
    if not applied or mark() in applied:
        return
    connection.close()
    remedy = "name an empty database in DATABASE_URL"
    if home := connection.settings_dict.get("EMBEDDED_HOME"):
        remedy = f"move {cluster(home).home} away"
    raise EarlierLayout(
        "This database was made by an earlier layout of Footing and is left as it is: "
        f"to start anew, {remedy}."
    )


def _applied_to_core(connection: BaseDatabaseWrapper) -> set[str]:
    """The names of core's migrations that made a database; none where it is empty."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('django_migrations')")
        if cursor.fetchone() == (None,):
            return set()
        cursor.execute("SELECT name FROM django_migrations WHERE app = %s", [CORE])
        return {name for (name,) in cursor.fetchall()}
