"""Reading what somebody sent, within bounds."""

from collections.abc import Callable
from typing import TypeVar

from articles.reading.documents import is_packed
from core.isolation import isolated, within_bounds

T = TypeVar("T")
How = str | None


def read_bounded(
    reader: Callable[[bytes, How, str], T], data: bytes, form: How, filename: str
) -> T:
    """What a reader makes of the bytes of a file, in a process of its own if need be.

    Raises what the reader does, and Refused where it takes too much.
    """
    if is_packed(data):  # a few bytes of it may unpack to anything
        return isolated(reader, data, form, filename)
    return within_bounds(len(data), reader, data, form, filename)
