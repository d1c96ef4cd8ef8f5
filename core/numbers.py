"""Whole numbers as they come in requests, and as a state is told by."""

import re
from zlib import crc32

WHOLE = re.compile(r"[0-9]{1,18}", re.ASCII)  # within 64 bits, whatever the digits


def whole_number(text: str | None) -> int | None:
    """The whole number, 0 or more, that a text is; None where it is none.

    ``str.isdigit`` also says yes to "²", which is no number, and to thousands of
    digits, which neither ``int`` nor the database takes.
    """
    words = (text or "").strip()
    return int(words) if WHOLE.fullmatch(words) else None


def state_number(*states: object) -> int:
    """One number for a state that several rows make up; another one for another state.

    ``states`` are plain values, such as revisions. At most nine digits, as an ETag has.
    """
    return crc32(repr(states).encode()) % 10**9
