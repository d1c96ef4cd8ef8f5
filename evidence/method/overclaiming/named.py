"""Names that say more than evidence can hold.

What a claim's question and a search name stands in the sentence as it was typed. A name
may be of a cure or of all ages, where a note may not claim either; it says too much
where it praises what it names, or goes on to say something of it.
"""

import re
from collections.abc import Collection

from evidence.method.overclaiming.finding import listed
from evidence.method.overclaiming.plain import readings

_GOES_ON = re.compile(
    r"\b(?:which|that|it|they|is|was|were|has|have|will|can|never|always|known)\b"
    r"|\b(?:who|whom|whose)\b(?! (?:are|is|were|was) (?:un)?certain of)"
)
_PRAISES = re.compile(
    r"\bproven\b|\bguaranteed\b(?! (?:basic|minimum|annual|income))"
    r"|\bmiracle\b(?! (?:fruit|berr))|\brisk[- ]free\b|\bfool ?proof\b"
    r"|(?:\b(?:100|hundred) per ?cent|\bperfectly|\bcompletely|\btotally) "
    r"(?:safe|effective|harmless)\b|\bsafe and effective\b"
    r"|\bsure(?:[- ]fire)? (?:cure|remedy)\b|\bbest \w+ (?:there is|of all|ever)\b"
    r"|\bfor (?:good|ever)\b|\bbeyond (?:all |any )?doubt\b"
    r"|\b(?:absolute|full|complete) certainty\b"
    r"|\bwithout (?:exception|fail|(?:any )?(?:risk(?! factor)|side effects|harm))\b"
)


def overclaims_as_name(name: str) -> tuple[str, ...]:
    """The words of a name that say more than evidence can; empty for a name alone.

    >>> overclaims_as_name("cure"), overclaims_as_name("adults of all ages")
    ((), ())
    >>> overclaims_as_name("examplin, the guaranteed cure")
    ('guaranteed', 'cure')
    """
    found = listed(name)
    for plain in readings(name):
        if found and _GOES_ON.search(plain):
            return found
        if (praise := _PRAISES.search(plain)) and (found or praise[0] != "proven"):
            return found or (praise[0],)
    return ()


def name_says_too_much(what: str, words: Collection[str]) -> str:
    """That a name says more than evidence can hold, and by which words."""
    told = ", ".join(f"“{word}”" for word in words)
    return (
        f"{what}: {told} {'says' if len(words) == 1 else 'say'} more than evidence can "
        "hold, and would stand in the sentence. Name it without judging it."
    )
