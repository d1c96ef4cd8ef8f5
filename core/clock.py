"""What time it is for all machines together: the database's."""

from datetime import datetime

from django.db import connection


def database_now() -> datetime:
    """The database's time; machines may be minutes apart. This asks it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]
