"""Writing over what one has seen: a row's revision as ETag, asked for by If-Match."""

import re

from rest_framework.exceptions import APIException
from rest_framework.request import Request

from core.errors import BadQuery


class RevisionRequired(APIException):
    """A change that does not say what it changes."""

    status_code = 428
    default_detail = (
        "Say which state of the record you saw: send the ETag it came with as "
        "If-Match, so that nobody's change is written over unseen."
    )


def etag(revision: int) -> str:
    """A revision as an entity tag."""
    return f'"{revision}"'


def expected_revision(request: Request) -> int | None:
    """The revision a writer saw, from If-Match; None for ``*``, whatever there is.

    For ``core.actions.expect_revision``. Raises RevisionRequired without the header,
    BadQuery if it is no tag of ours.
    """
    tag = request.headers.get("If-Match", "").strip()
    if not tag:
        raise RevisionRequired
    if tag == "*":
        return None
    found = re.fullmatch(r'"([0-9]{1,9})"', tag)
    if not found:
        raise BadQuery(
            f"If-Match is {tag[:40]!r}: expected the ETag that came with the record, "
            'such as "3", or *.'
        )
    return int(found[1])
