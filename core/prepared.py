"""Long questions that the database plans once for a connection, and not each time.

To read and plan a question of 20,000 signs takes the database longer than to answer it.
So it is prepared, and only its parameters are sent from then on.
"""

import re
from collections.abc import Sequence
from hashlib import sha256
from typing import Any
from weakref import WeakKeyDictionary

import psycopg2
from django.db.backends.base.base import BaseDatabaseWrapper

MOST = 20  # questions of a connection; the plan of one takes a megabyte there
_PLACE = re.compile(r"%%|%s")
# Of each connection the names of what is prepared in it; None for what cannot be.
_names: WeakKeyDictionary[Any, dict[str, str | None]] = WeakKeyDictionary()


def ask_prepared(
    connection: BaseDatabaseWrapper, sql: str, params: Sequence[Any]
) -> tuple[Any, ...]:
    """The one row that a question is answered with, its plan kept by the database.

    Asked as it is where the database cannot tell what kind a parameter is of.
    """
    with connection.cursor() as cursor:
        if (name := _name_of(connection, sql, len(params))) is None:
            cursor.execute(sql, params)
        else:
            places = ", ".join(["%s"] * len(params))
            cursor.execute(f"EXECUTE {name} ({places})", params)
        return cursor.fetchone()


def _name_of(connection: BaseDatabaseWrapper, sql: str, params: int) -> str | None:
    """What a question is called in a connection, where it is prepared if need be."""
    session = connection.connection
    names = _names.setdefault(session, {})
    if sql not in names and len(names) >= MOST:
        return None
    if sql not in names:
        name = f"kept_{sha256(sql.encode()).hexdigest()[:24]}"
        is_prepared = params > 0 and _prepare(session, name, sql)
        names[sql] = name if is_prepared else None
    return names[sql]


def _prepare(session: Any, name: str, sql: str) -> bool:
    """Prepare it beside whatever is going on; False where the database refuses."""
    number = iter(range(1, sql.count("%s") + 1))
    numbered = _PLACE.sub(
        lambda place: "%" if place[0] == "%%" else f"${next(number)}", sql
    )
    with session.cursor() as cursor:
        in_transaction = not session.autocommit
        try:
            if in_transaction:
                cursor.execute("SAVEPOINT preparing")
            cursor.execute(f"PREPARE {name} AS {numbered}")
        except psycopg2.ProgrammingError:  # a parameter may be of any kind
            if in_transaction:
                cursor.execute("ROLLBACK TO SAVEPOINT preparing")
            return False
        if in_transaction:
            cursor.execute("RELEASE SAVEPOINT preparing")
    return True
