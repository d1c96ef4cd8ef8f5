"""Whole numbers as they come in requests."""

import re

WHOLE = re.compile(r"[0-9]{1,18}", re.ASCII)  # within 64 bits, whatever the digits


def whole_number(text: str | None) -> int | None:
    """The whole number, 0 or more, that a text is; None where it is none.

    ``str.isdigit`` also says yes to "²", which is no number, and to thousands of
    digits, which neither ``int`` nor the database takes.
    """
    words = (text or "").strip()
    return int(words) if WHOLE.fullmatch(words) else None
