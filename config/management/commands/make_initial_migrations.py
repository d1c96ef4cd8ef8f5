"""``manage.py make_initial_migrations``: one clean first migration for each app.

For a change of the tables at large, while there is no release: all migrations of the
project's apps go, and what the models declare is written down anew. The mark of the
layout moves with them, so that stores of the earlier one are refused.
"""

import subprocess
import sys
from pathlib import Path

from django.apps import apps
from django.core.management.base import BaseCommand, CommandError
from django.core.management.commands import makemigrations
from django.db.migrations.exceptions import CircularDependencyError
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import MigrationWriter
from django.test.utils import override_settings

from config.initial_migrations import first_migration
from config.layout import CORE, MARKED, digest, migrations_of, own_apps

DRAFT = f"{MARKED}00000000"  # as long as the name will be, so that lines break alike


class Command(BaseCommand):
    """Replaces the migrations of all the project's apps."""

    help = "Replaces the migrations of all apps by one first migration each."
    requires_system_checks = []

    def handle(self, **_):
        for app in own_apps():
            clear(migrations_of(app))
        others = graph_of_others()
        files = {
            app.label: write(first_migration(app, core_name=DRAFT, others=others))
            for app in own_apps()
        }
        tidy(files.values())
        mark = f"{MARKED}{digest(DRAFT)}"
        for file in files.values():
            file.write_text(file.read_text().replace(DRAFT, mark))
        files[CORE].rename(files[CORE].with_stem(mark))
        check()
        self.stdout.write(f"{', '.join(sorted(files))}: {mark}")


def clear(folder):
    """Take all migrations from a folder, and make it a package if it is none."""
    folder.mkdir(exist_ok=True)
    (folder / "__init__.py").touch()
    for file in folder.glob("[0-9]*.py"):
        file.unlink()


def graph_of_others():
    """The migrations of the apps that are not the project's; some name ours."""
    with override_settings(MIGRATION_MODULES={app.label: None for app in own_apps()}):
        return MigrationLoader(None).graph


def write(migration):
    """Write a migration down; return its file."""
    folder = migrations_of(apps.get_app_config(migration.app_label))
    file = folder / f"{migration.name}.py"
    file.write_text(MigrationWriter(migration, include_header=False).as_string())
    return file


def tidy(files):
    """Bring files into the project's form."""
    ruff = Path(sys.executable).with_name("ruff")
    for job in (["check", "--fix"], ["format"]):
        subprocess.run([ruff, *job, "--quiet", *files], check=True)


def check():
    """Refuse what cannot be used: migrations in a circle, or short of the models."""
    try:
        loader = MigrationLoader(None)
    except CircularDependencyError as problem:
        raise CommandError(f"Apps depend on each other: {problem}") from None
    stored, declared = loader.project_state(), ProjectState.from_apps(apps)
    missing = makemigrations.Command.autodetector(stored, declared).changes(
        graph=loader.graph
    )
    if missing:
        raise CommandError(f"Not all was written down of {', '.join(sorted(missing))}.")
