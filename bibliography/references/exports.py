"""References as a stream in a format of other programs, never held whole."""

from collections.abc import Iterator

from django.db.models import QuerySet

from bibliography.formats import write
from bibliography.models import Reference
from bibliography.references.actions import record_from

AT_ONCE = 500


def references_as(format: str, rows: QuerySet[Reference]) -> Iterator[str]:
    """Some references in one of ``WRITERS``, piece by piece and by id, to encode.

    Raises ``FormatError`` for a format that cannot be written.
    """
    found = rows.with_identifiers().order_by("pk").iterator(chunk_size=AT_ONCE)
    return write(map(record_from, found), format)
