"""What a claim's own words say: of its outcome, and more than any evidence can hold.

A verdict is read beside the claim's words. So they say of the outcome what its
question says, and no word of support stands beside what no evidence could support.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from claims.likeness import sense_of
from claims.likeness.stems import stem
from claims.words import Asserts, Verdict
from evidence.method.overclaiming import overclaims_as_claim
from evidence.method.problem import Problem
from texts.rules import RuleEffect, RuleEntry
from texts.titles import same_however_typed

RULE_ENTRIES = (
    RuleEntry(
        "method.claim_words",
        "A claim’s words name what its question asks and say of its outcome what that "
        "says, and none is called supported that says more than evidence can hold.",
        RuleEffect.REFUSES,
        "Footing",
    ),
)

_WAYS = {
    Asserts.RAISES: (
        r"raises?|increas(?:es?|ed|ing)|elevat(?:es?|ed)|heightens?|higher|greater|more"
    ),
    Asserts.LOWERS: (
        r"lower(?:s|ed|ing)?|reduc(?:es?|ed|ing)|decreas(?:es?|ed|ing)|diminish(?:es)?|"
        r"prevent(?:s|ed|ing)?|fewer|less"
    ),
}
_DENIED = re.compile(
    r"(?:\b(?:not|never|no|nor|neither)|n['’]t|\bwithout|\bfails? to)"
    r"(?:\s+\w+){0,5}\s*$"
)
_NO_DIFFERENCE = frozenset(
    {Asserts.LITTLE_OR_NO, Asserts.AT_LEAST_AS_GOOD, Asserts.ABSENT}
)
AFFIRMS = frozenset(
    {
        *(Verdict.SUPPORTED, Verdict.ACCURATE),
        *(Verdict.SHOWN_IN_PEOPLE, Verdict.SHOWN_IN_ANIMALS, Verdict.SHOWN_IN_CELLS),
    }
)


def says_otherwise(question: Mapping[str, Any]) -> str:
    """The claim's words on its outcome that its question contradicts; else empty.

    Only what names the outcome is held against it; words to both sides are left alone.

    >>> asks = {"outcome": "fever", "asserts": "lowers", "negated": False}
    >>> says_otherwise({**asks, "text": "Examplin raises the risk of fever."})
    'raises the risk of fever'
    >>> says_otherwise({**asks, "text": "Examplin lowers fever."})
    ''
    """
    asserts = Asserts(question.get("asserts") or "")
    negated = bool(question.get("negated"))
    said = _said_of_outcome(question.get("text") or "", question.get("outcome") or "")
    if len(said) != 1:
        return ""
    (((way, denied), words),) = said.items()
    if asserts in _WAYS:
        agrees = way is asserts and denied is negated
    else:
        agrees = asserts not in _NO_DIFFERENCE or denied is not negated
    return "" if agrees else words


def _said_of_outcome(text: str, outcome: str) -> dict[tuple[Asserts, bool], str]:
    """Which way a text says its outcome goes, and whether it denies it: its words."""
    plain, name = same_however_typed(text), same_however_typed(outcome)
    if not name:
        return {}
    said = {}
    for way, verbs in _WAYS.items():
        of_it = rf"\b(?:{verbs})\s+(?:[\w’'-]+\s+){{0,4}}?{re.escape(name)}\b"
        for found in re.finditer(of_it, plain):
            denied = bool(_DENIED.search(plain[: found.start()]))
            said[way, denied] = found[0]
    return said


_NAMED = ("intervention", "outcome")  # of a question, its factor or test, too


def unnamed(question: Mapping[str, Any]) -> tuple[str, ...]:
    """What a question asks of that the claim's words don't name, as it calls it.

    A word in any of its forms names it, and so does another for the same thing. What
    is called by nothing but words that stand in any claim is not looked for.

    >>> asks = {"intervention": "aspirin", "outcome": "myocardial infarction"}
    >>> unnamed({**asks, "text": "Aspirin prevents heart attacks."})
    ()
    >>> unnamed({**asks, "text": "Aspirin prevents dementia."})
    ('myocardial infarction',)
    """
    said = _things_in(question.get("text") or "")
    names = [question.get(field) or "" for field in _NAMED]
    return tuple(
        name for name in names if (asked := _things_in(name)) and not asked & said
    )


def _things_in(text: str) -> frozenset[str]:
    """What a text is about: things by one name, and the words of each such name."""
    things = sense_of(text).concepts
    words = (stem(word) for thing in things for word in thing.split())
    return things.union(word for word in words if len(word) > 2)


def is_of_something_else(question: Mapping[str, Any]) -> bool:
    """Whether the claim's words name nothing of what its question asks."""
    return len(unnamed(question)) == len(_NAMED)


def too_much_to_affirm(text: str, verdict: str) -> list[Problem]:
    """Why no evidence lets a verdict affirm a claim in these words; empty if it may."""
    words = overclaims_as_claim(text) if verdict in AFFIRMS else ()
    if not words:
        return []
    named = ", ".join(f"“{word}”" for word in words)
    return [
        Problem(
            "verdict",
            f"The claim says {named}, which is more than evidence can hold, so that "
            f"“{Verdict(verdict).label}” cannot stand beside it: put the claim in "
            "other words, which are judged instead.",
        )
    ]
