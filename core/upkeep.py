"""What a table needs once many rows came into it, before it is searched."""

from django.db import connection, models

_MERGE = """
    SELECT gin_clean_pending_list(index.oid)
    FROM pg_index
    JOIN pg_class index ON index.oid = pg_index.indexrelid
    JOIN pg_am ON pg_am.oid = index.relam
    WHERE indrelid = %s::regclass AND amname = 'gin'
        AND pg_has_role(index.relowner, 'USAGE')
"""


def catch_up(*tables: type[models.Model]) -> None:
    """Count tables anew for the planner, and merge what their word indexes put off.

    Autovacuum does so a minute later, or much later where it is busy. Until then the
    planner takes a table to be as small as it was, so that a search reads all of it,
    and each search reads the list of new words from end to end.
    """
    for model in tables:
        table = model._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(_MERGE, [table])
            cursor.execute(f"ANALYZE {connection.ops.quote_name(table)}")
