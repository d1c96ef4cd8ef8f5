"""What a result compares with what, and in which unit, read from their words."""

import re
import unicodedata
from functools import lru_cache

from texts.titles import same_however_typed

BETWEEN = " against "
_AGAINST = re.compile(
    r" (versus|vs\.?|v\.?|against|compared (with|to)) ", re.IGNORECASE
)
_NOT = re.compile(r"\b(no|without|non|not)\b")


def sides_of(comparison: str) -> tuple[str, ...]:
    """The sides of a comparison as written; the whole where there are not two."""
    words = _AGAINST.sub(BETWEEN, comparison)
    parts = tuple(words.split(BETWEEN))
    return parts if len(parts) == 2 else (words,)


@lru_cache(maxsize=4096)  # asked of each result many times over
def is_other_way(comparison: str, first: str, second: str = "") -> bool:
    """Whether words compare ``second`` with ``first``, where one asks for the reverse.

    They do where their second side alone names ``first``, or where both sides are the
    two turned round. What names neither, or ``first`` on both sides, is left as it is.
    """
    sides = sides_of(same_however_typed(comparison))
    asked, other = same_however_typed(first), same_however_typed(second)
    if len(sides) != 2 or not asked:
        return False
    if sides == (asked, other):
        return False
    return sides == (other, asked) or (
        _names(sides[1], asked) and not _names(sides[0], asked)
    )


def plain_unit(text: str) -> str:
    """A unit however typed: the micro sign and the Greek letter are one."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def _names(side: str, asked: str) -> bool:
    """Whether a side of a comparison is, or has, what is asked for; "no …" has not."""
    if side == asked:
        return True
    denied = _NOT.search(side) and not _NOT.search(asked)
    return not denied and bool(re.search(rf"(?<!\w){re.escape(asked)}(?!\w)", side))
