"""Many rows at once from SQL over a table that holds the plan of them."""

from typing import Any

from django.db import connection, models


def next_of(model: type[models.Model]) -> str:
    """SQL for a table's next id."""
    return f"nextval(pg_get_serial_sequence('{model._meta.db_table}', 'id'))"


def insert(
    cursor: Any, model: type[models.Model], source: str, /, **columns: str
) -> None:
    """Write rows from SQL expressions over ``source``; the rest as Django defaults."""
    fields = [
        field
        for field in model._meta.local_concrete_fields
        if field.attname in columns
        or not (field.generated or field.primary_key or field.has_db_default())
    ]
    names = ", ".join(connection.ops.quote_name(field.column) for field in fields)
    values = ", ".join(columns.get(field.attname, "%s") for field in fields)
    defaults = [
        field.get_db_prep_save(field.get_default(), connection)
        for field in fields
        if field.attname not in columns
    ]
    cursor.execute(
        f"INSERT INTO {model._meta.db_table} ({names}) "  # noqa: S608 - ours alone
        f"SELECT {values} FROM {source}",
        defaults,
    )
