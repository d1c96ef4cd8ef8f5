"""What the database cannot store at all, whichever form or address it came through.

Forms and filters check what they read and say more; this is the net below them.
"""

import logging

from django.db import DataError, OperationalError

from core.errors import BadQuery

# SQLSTATE, appendix A of PostgreSQL's manual
SENTENCES = {
    "22001": "A text that was sent is longer than what can be stored.",
    "22003": "A number that was sent is larger than what can be stored.",
    "22007": "A date that was sent is none that can be stored.",
    "22008": "A date that was sent is none that can be stored.",
    "22009": "A time that was sent is of no time zone there is.",
    "22021": "A text that was sent holds characters that are none.",
    "22P05": "A text that was sent holds a zero character; whole text was expected.",
    "54000": "A text that was sent is longer than the database can look up.",
}
TOO_LARGE = SENTENCES["22003"]
ZERO = SENTENCES["22P05"]
HALF = "A text that was sent holds half a character; whole characters were expected."
logger = logging.getLogger(__name__)


def unstorable(error: Exception) -> BadQuery | None:
    """The refusal that an error of the database or its driver amounts to, or None."""
    sentence = _sentence(error)
    if not sentence:
        return None
    logger.warning("a request held what cannot be stored", exc_info=error)
    return BadQuery(sentence)


def _sentence(error: Exception) -> str:
    if isinstance(error, DataError | OperationalError):
        return SENTENCES.get(getattr(error.__cause__, "pgcode", None) or "", "")
    if isinstance(error, UnicodeEncodeError):
        return HALF if "surrogates" in error.reason else ""
    is_zero = isinstance(error, ValueError) and "NUL (0x00)" in str(error)
    return ZERO if is_zero else ""
