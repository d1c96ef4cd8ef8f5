"""What an effect compares where no arms stand beside it, as a person or a head says."""

import re

from studies.tables.times import time_in

_NAME = r"[^\W_](?:[^,;:·()\[\]]*[^\s,;:·()\[\]])?"
BETWEEN = re.compile(
    rf"(?P<one>{_NAME})[ ]+(?:vs\.?|versus|against|compared (?:with|to))[ ]+"
    rf"(?P<other>{_NAME})",
    re.I,
)
_MEASURE = re.compile(
    r"^(?:a?(?:OR|RR|HR|RD)|IRR|S?MD) (?:for |of )?"
    r"|[ ,]+(?:a?(?:OR|RR|HR|RD)|IRR|S?MD)$"
    r"|^(?:odds|risk|rate|hazards?) ratio (?:for |of )?"
    r"|[ ,]+(?:(?:odds|risk|rate|hazards?) ratio|(?:mean |risk )?difference)$"
)
_UNKNOWN = re.compile(r"not (?:stated|known|said)|unknown|\?", re.I)


def arms_in(words: str) -> tuple[str, str]:
    """The arms of "Examplin against placebo"; empty where words name no two arms.

    "Week 12 against baseline" are two times of the same people.
    """
    found = BETWEEN.search(words)
    if found is None or is_since(words):
        return "", ""
    one, other = (_MEASURE.sub("", found[name]) for name in ("one", "other"))
    return one, other


def is_since(words: str) -> bool:
    """Whether words compare people with themselves before: "against baseline"."""
    found = BETWEEN.search(words)
    return bool(found) and not time_in(found["other"])[1]


def is_unknown(words: str) -> bool:
    """Whether somebody says that it is not stated what is compared."""
    return bool(_UNKNOWN.fullmatch(words.strip(" .")))
