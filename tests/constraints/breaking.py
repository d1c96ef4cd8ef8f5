"""How a test breaks a rule: with SQL of its own, past models and actions.

Each rule of the database has a name: a constraint its own, a refusing trigger
``table:trigger``. ``UPDATES``, ``COPIES`` and functions marked ``@breaks`` say how to
break it.
"""

import pgtrigger
from django.apps import apps
from django.db import connection
from django.db.models import CheckConstraint

from core.triggers import Refusal

APPS = ("core", "bibliography", "studies", "claims", "articles", "evidence")
NOW = "2001-01-01T00:00:00Z"


def tables():
    """The models of all apps but that of people that are not kept history."""
    return [
        model
        for app in APPS
        for model in apps.get_app_config(app).get_models()
        if not model.__name__.endswith("Event")
    ]


def constraints():
    """Every declared constraint, by name, with its model."""
    return {
        constraint.name: (model, constraint)
        for model in tables()
        for constraint in model._meta.constraints
    }


def refusals():
    """Every refusing trigger, as ``table:trigger``."""
    return {
        f"{model._meta.label_lower}:{trigger.name}": trigger
        for model, trigger in pgtrigger.registered()
        if isinstance(trigger, Refusal)
    }


def run(sql, values=()):
    with connection.cursor() as cursor:
        cursor.execute(sql, list(values))


def change(row, **columns):
    """UPDATE one row past the ORM."""
    sets = ", ".join(f'"{name}" = %s' for name in columns)
    run(
        f'UPDATE "{row._meta.db_table}" SET {sets} WHERE id = %s',
        [*columns.values(), row.pk],
    )


def copy(row, **columns):
    """INSERT a row like another past the ORM, with some columns of its own."""
    kept = [
        field.column
        for field in row._meta.local_fields
        if not (field.primary_key or field.generated or field.column in columns)
    ]
    names = ", ".join(f'"{name}"' for name in [*kept, *columns])
    values = ", ".join([*(f'"{name}"' for name in kept), *("%s" for _ in columns)])
    run(
        f'INSERT INTO "{row._meta.db_table}" ({names}) SELECT {values} '
        f'FROM "{row._meta.db_table}" WHERE id = %s',
        [*columns.values(), row.pk],
    )


def remove(row):
    """DELETE one row past the ORM."""
    run(f'DELETE FROM "{row._meta.db_table}" WHERE id = %s', [row.pk])


def leave_only(model, name):
    """Take all rules from a table but one check constraint, for this transaction."""
    run("SET CONSTRAINTS ALL IMMEDIATE")
    run(f'ALTER TABLE "{model._meta.db_table}" DISABLE TRIGGER USER')
    for other in model._meta.constraints:
        if isinstance(other, CheckConstraint) and other.name != name:
            run(f'ALTER TABLE "{model._meta.db_table}" DROP CONSTRAINT "{other.name}"')
