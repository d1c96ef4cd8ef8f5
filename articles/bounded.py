"""Reading what somebody sent, within bounds."""

from collections.abc import Callable
from typing import TypeVar

from django.conf import settings

from articles.reading.documents import is_packed
from core.isolation import isolated

T = TypeVar("T")
How = str | None


def read_bounded(
    reader: Callable[[bytes, How, str], T], data: bytes, form: How, filename: str
) -> T:
    """What a reader makes of the bytes of a file, in a process of its own if need be.

    Raises what the reader does, and Refused where it takes too much.
    """
    if is_risky(data):
        return isolated(reader, data, form, filename)
    return reader(data, form, filename)


def is_risky(data: bytes) -> bool:
    """Whether reading some bytes may take long: of a packed file, nobody knows."""
    return is_packed(data) or len(data) > settings.HEAVY_FROM_BYTES
