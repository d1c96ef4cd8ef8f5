"""Brings the forms of a word to one stem, for comparing and for nothing else."""

import re
from functools import lru_cache

_SHORTEST = 4  # letters of a stem
_IRREGULAR = {"fell": "fall", "fewer": "few", "lesser": "less", "slept": "sleep"}
# Endings that make one word of another; the longest that leaves enough is cut.
_ENDINGS = sorted(
    "ational ated ating ates ate ation ator ment ingly ing edly ed er ied ive ical ics "
    "ic ally ality al ousness ously ous ness ity ion ia ly e y i is ist ant "
    "ent".split(),
    key=lambda ending: (-len(ending), ending),
)
_DOUBLED = re.compile(r"([bdgmnprt])\1$")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The part of a word, in lower case, that its forms share.

    "depressive", "depression" and "depressed" have one stem. What has a digit stays.
    """
    word = _IRREGULAR.get(word, word).removesuffix("’s").removesuffix("'s")
    if not word.isalpha():
        return word
    word = _singular(word)
    while True:
        shorter = _without_ending(word)
        if shorter == word:
            return word
        word = shorter


def _singular(word: str) -> str:
    if len(word) <= _SHORTEST - 1 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word.removesuffix("s")


def _without_ending(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return _DOUBLED.sub(r"\1", word[: -len(ending)])
    return word
