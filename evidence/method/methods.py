"""Which method fits which kind of claim, and the words each may end in."""

from __future__ import annotations

from claims.words import Certainty, ClaimKind, Method, Verdict
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "method.methods",
        "What kind a claim is of decides by which method it is judged, and in "
        "which words that may end.",
        RuleEffect.DECIDES,
        "Footing; GRADE guidelines 1 (Guyatt 2011) for what is rated",
    ),
)


LEVELS = {
    Certainty.VERY_LOW: 1,
    Certainty.LOW: 2,
    Certainty.MODERATE: 3,
    Certainty.HIGH: 4,
}
RATED = frozenset(LEVELS)

MEANING = {
    Certainty.HIGH: "We are very sure: what was found is very near the real effect.",
    Certainty.MODERATE: "We are fairly sure: the real effect is probably near what "
    "was found, but it could be clearly different.",
    Certainty.LOW: "We are not very sure: the real effect may be clearly different "
    "from what was found.",
    Certainty.VERY_LOW: "We know very little: the real effect is probably clearly "
    "different from what was found.",
    Certainty.NOT_GRADED: "Nobody has judged yet how sure the evidence lets us be.",
    Certainty.NOT_APPLICABLE: "Claims of this kind are checked, not rated.",
}

GRADE_METHODS = frozenset({Method.GRADE, Method.GRADE_PROGNOSIS})
# Methods in which a person says of each included item what it shows.
READING_METHODS = GRADE_METHODS | {Method.KIND_OF_EVIDENCE}


def _words(*words: Verdict) -> frozenset[Verdict]:
    return frozenset({*words, Verdict.CANT_SAY})


_OF_GRADE = _words(Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.CONFLICTING)

# By kind of claim, the one method that fits and the words it may end in.
_BY_KIND: dict[ClaimKind, tuple[Method, frozenset[Verdict]]] = {
    ClaimKind.EFFECT: (Method.GRADE, _OF_GRADE),
    ClaimKind.HARM: (Method.GRADE, _OF_GRADE),
    ClaimKind.DIAGNOSIS: (
        Method.GRADE,
        _words(Verdict.SUPPORTED, Verdict.CONTRADICTED),
    ),
    ClaimKind.ASSOCIATION: (Method.GRADE_PROGNOSIS, _OF_GRADE),
    ClaimKind.PROGNOSIS: (Method.GRADE_PROGNOSIS, _OF_GRADE),
    ClaimKind.PREVALENCE: (Method.GRADE_PROGNOSIS, _OF_GRADE),
    ClaimKind.MECHANISM: (
        Method.KIND_OF_EVIDENCE,
        _words(
            Verdict.SHOWN_IN_PEOPLE,
            Verdict.SHOWN_IN_ANIMALS,
            Verdict.SHOWN_IN_CELLS,
            Verdict.NOT_SHOWN,
        ),
    ),
    ClaimKind.EVIDENCE_STATE: (
        Method.SEARCH_CHECK,
        _words(Verdict.ACCURATE, Verdict.OUTDATED, Verdict.NOT_ACCURATE),
    ),
    ClaimKind.REGULATORY: (
        Method.RECORD_CHECK,
        _words(Verdict.CONFIRMED, Verdict.NOT_CONFIRMED, Verdict.CHANGED_SINCE),
    ),
    ClaimKind.DEFINITION: (
        Method.RECORD_CHECK,
        _words(Verdict.AGREES, Verdict.DIFFERS_IN_PART, Verdict.DIFFERS),
    ),
    ClaimKind.RECOMMENDATION: (
        Method.RECORD_CHECK,
        _words(Verdict.RECOMMENDED, Verdict.RECOMMENDED_AGAINST, Verdict.SILENT),
    ),
    ClaimKind.PRACTICAL: (
        Method.RECORD_CHECK,
        _words(Verdict.CONFIRMED, Verdict.NOT_CONFIRMED, Verdict.CHANGED_SINCE),
    ),
}


def method_for(kind: str) -> Method:
    """The method a kind of claim is judged by; ValueError for an unknown kind."""
    return _BY_KIND[ClaimKind(kind)][0]


def verdicts_for(kind: str) -> frozenset[Verdict]:
    """The verdict words a kind of claim may get; ValueError for an unknown kind."""
    return _BY_KIND[ClaimKind(kind)][1]


def verdicts_of(method: str) -> frozenset[Verdict]:
    """The verdict words a method may end in, over all kinds of claims."""
    wanted = Method(method)
    return frozenset().union(
        *(words for fits, words in _BY_KIND.values() if fits is wanted)
    )
