"""Checks what COPY without triggers does not: that every reference leads somewhere."""

from collections.abc import Iterable

from django.db import IntegrityError, connection, models

_ASTRAY = """
SELECT count(*) FROM {table} t
WHERE t.{column} IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM {other} o WHERE o.{key} = t.{column})
"""


def check_references(tables: Iterable[type[models.Model]]) -> None:
    """Raise IntegrityError where a foreign key of a table names no row."""
    for model in tables:
        for field in model._meta.local_concrete_fields:
            if isinstance(field, models.ForeignKey) and field.db_constraint:
                _check(model, field)


def _check(model: type[models.Model], field: models.ForeignKey) -> None:
    names = {
        "table": model._meta.db_table,
        "column": field.column,
        "other": field.related_model._meta.db_table,
        "key": field.target_field.column,
    }
    quoted = {key: connection.ops.quote_name(name) for key, name in names.items()}
    with connection.cursor() as cursor:
        cursor.execute(_ASTRAY.format(**quoted))
        (astray,) = cursor.fetchone()
    if astray:
        raise IntegrityError(
            f"{astray:,} rows of {names['table']} name no row by {names['column']}."
        )
