"""What stops a request through nobody's fault: a full disk, a database that is away."""

import errno
from typing import NamedTuple

from django.db import Error, InterfaceError, OperationalError
from django.http import UnreadablePostError

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
# SQLSTATE, appendix A of PostgreSQL's manual
_DISK_FULL, _QUERY_CANCELED = "53100", "57014"
_IN_EACH_OTHERS_WAY = ("40P01", "40001")  # deadlock, serialization


class Failure(NamedTuple):
    """A status, and a sentence for whoever sent the request."""

    status: int
    sentence: str


NO_ROOM = Failure(
    507,
    "There is no room left on this server, so nothing of this was stored. Keep what "
    "you typed, and send it again when whoever looks after the server has made room.",
)
NO_DATABASE = Failure(
    503,
    "The database does not answer just now, so nothing of this was stored. Send it "
    "again in a minute.",
)
TOO_LONG = Failure(
    503,
    "This took the database too long, so it was stopped and nothing of it was stored. "
    "Ask for less at once, or again in a minute.",
)
IN_EACH_OTHERS_WAY = Failure(
    503,
    "Somebody else was changing the same just then, so nothing of this was stored. "
    "Send it again.",
)
BROKE_OFF = Failure(
    400,
    "What was sent broke off before its end, so nothing of it was stored. Send it "
    "again.",
)


def failure_of(error: BaseException | None) -> Failure | None:
    """The failure that an error amounts to, or None where it is a fault of ours."""
    if isinstance(error, OSError) and error.errno in FULL:
        return NO_ROOM
    if isinstance(error, UnreadablePostError):
        return BROKE_OFF
    if not isinstance(error, Error):
        return None
    code = getattr(error.__cause__, "pgcode", None)
    if code == _DISK_FULL:
        return NO_ROOM
    if code == _QUERY_CANCELED:
        return TOO_LONG
    if code in _IN_EACH_OTHERS_WAY:
        return IN_EACH_OTHERS_WAY
    # Without a code it is the connection that broke, or was never made.
    is_away = isinstance(error, OperationalError | InterfaceError)
    return NO_DATABASE if is_away and (code or "57P01")[:3] in ("57P", "080") else None
