"""What is in the dump of a release.

It holds the sample evidence and a row of every builder, each changed once, so that no
table of ours is empty; nobody in it is real. A dump is made once, when its release is
named in CHANGELOG.md, and never again.
"""

from pathlib import Path

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from accounts.models import User
from accounts.tokens.actions import make_token
from config.backups.making import make_backup
from config.layout import own_apps
from config.sample.loading import load_sample
from tests import factories as make

FOLDER = Path(__file__).parent


def write(name):
    """Fill an empty store and back it up."""
    load_sample(by=User.objects.system())
    for each in make.__all__:
        if each.startswith(("a_", "an_", "another_")):
            getattr(make, each)()
    _fill_accounts()
    for app in own_apps():
        for model in app.get_models():
            if hasattr(model, "events"):
                _change_one(model)
    manifest = make_backup(FOLDER / f"{name}.dump")
    return f"{manifest.rows} rows; empty: {', '.join(_empty(manifest)) or 'none'}"


def _fill_accounts():
    """What the pages of accounts write, of a person who never was."""
    kim = make.a_curator()
    make_token(by=kim, name="Lab", scope="write")
    Authenticator.objects.create(user=kim, type="totp", data={"secret": "MADEUP"})
    UserSession.objects.create(user=kim, ip="192.0.2.1", session_key="made-up")


def _change_one(model):
    """Change a row of a table, and remove one of several, where its rules allow it."""
    table = connection.ops.quote_name(model._meta.db_table)
    last = f"WHERE id = (SELECT max(id) FROM {table} HAVING count(*) > 1)"
    for statement in (
        f"UPDATE {table} SET id = id WHERE id = (SELECT min(id) FROM {table})",
        f"DELETE FROM {table} {last}",
    ):
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        except DatabaseError:
            continue  # kept as it is, or stood upon


def _empty(manifest):
    """The tables of ours that hold nothing."""
    ours = {app.label for app in own_apps()}
    tables = [
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in ours
    ]
    return sorted(name for name in tables if not manifest.tables[name].rows)
