"""Numbers of an arm that a result has no field for, told by the words beside them."""

import re

_UNKEPT: tuple[tuple[str, str], ...] = (
    (
        r"\bmedian\b.*(?:\bci\b|confidence)",
        "A median with its confidence interval is no median with quartiles, and has "
        "no field; enter the effect it goes with.",
    ),
    (
        r"\bgeometric\b|\bGMTs?\b|\blog[- ]?(?:transformed|10)\b",
        "Geometric means and logarithms are no means; enter the ratio or difference "
        "that the source gives.",
    ),
)
_UNKEPT_AS = tuple((re.compile(words, re.I), said) for words, said in _UNKEPT)


def unkept_in(words: str) -> str:
    """Why the numbers that a label names cannot be kept; empty where they can."""
    return next((said for found, said in _UNKEPT_AS if found.search(words)), "")
