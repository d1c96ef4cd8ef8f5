"""A text in plain small words, as it reads: no look-alikes, no short forms."""

from __future__ import annotations

import re
from functools import lru_cache

from texts.late_patterns import compile_late
from texts.look_alikes import as_it_looks

_DIGITS = tuple(str.maketrans("01345@$", look) for look in ("oleasas", "oieasas"))
_MIXED = re.compile(r"\b[a-z]+(?:[0-9@$]+[a-z@$]+|0)\b")
_STRETCHED = re.compile(r"([a-z])\1{2,}")  # "sooo safe"
_SPACED = re.compile(r"\b(?:[a-z][ .\-‐–·/+_*]){2,}[a-z]\b")
# A word that is watched for, broken up: "pro-ven", "gua-ran-teed", "al ways".
_BROKEN = compile_late(
    r"\b(?:"
    + "|".join(
        "[ .·‐–/-]?".join(word)
        for word in (
            "proven proved proof proves guarantee guarantees guaranteed always never "
            "every everyone cures cured safe safely certain certainly definitely "
            "harmless riskless effective miracle tested absolutely completely"
        ).split()
    )
    + r")\b"
)
_SHORT = (
    (r"\bcan(?:'t|not)\b", "can not"),
    (r"\bwon't\b", "will not"),
    (r"n't\b", " not"),
    (r"(?<=\w)'ll\b", " will"),
    (r"(?<=\w)'re\b", " are"),
    (r"\b(it|that|there|this|here|what|who|nothing|nobody|every\w+)'s\b", r"\1 is"),
    (r", if (?:any|at all),", " "),
    (r"\bper cent\b|%", " percent "),
)
_TOLD_AFTER = re.compile(
    r"[,.!]?[\"“”’»]+,? (?=(?:say|said|claim|write|wrote|promise|read|state|"
    r"boast)\w*\b)"
)
_CLAUSE_ENDS = re.compile(r"[.,;:!?](?=\s|$)|[()\[\]—·•\n]|\s[–-]\s")


@lru_cache(maxsize=16)  # one sentence is read for each kind of what is looked for
def readings(text: str) -> tuple[str, ...]:
    """The text in plain words, "|" between clauses; once for each look of a digit.

    A question is marked by a "?" before its "|".
    """
    plain = as_it_looks(text)
    plain = re.sub(r"[*_~]|(?<=\w)[‘’ʼ`´](?=\w)", _quote_or_nothing, plain)
    plain = _STRETCHED.sub(r"\1", plain)
    plain = _TOLD_AFTER.sub(" ", plain)
    plain = _SPACED.sub(lambda match: re.sub(r"[^a-z]", "", match[0]), plain)
    plain = _BROKEN.sub(lambda match: re.sub(r"[^a-z]", "", match[0]), plain)
    for short, whole in _SHORT:
        plain = re.sub(short, whole, plain)
    plain = _CLAUSE_ENDS.sub(_bar, plain)
    plain = re.sub(r"[^\w|?.@$']+", " ", plain)
    looks = (  # a 1 passes for an l and for an i
        _MIXED.sub(lambda word, table=table: word[0].translate(table), plain)
        for table in _DIGITS
    )
    return tuple(dict.fromkeys(looks))


def _bar(match: re.Match[str]) -> str:
    return " ? | " if match[0] == "?" else " | "


def _quote_or_nothing(match: re.Match[str]) -> str:
    return "" if match[0] in "*_~" else "'"
