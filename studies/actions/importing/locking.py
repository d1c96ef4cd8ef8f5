"""Imports decide one after the other: each sees what the others made."""

from django.db import connection

LOCK = 7_240_158_012


def wait_for_imports() -> None:
    """Wait until no other transaction decides on imported records, then go ahead."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
