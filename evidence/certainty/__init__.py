"""GRADE and the words of a verdict: rules that need no database.

`words` has the vocabulary, `rating` the arithmetic of certainty, `verdicts` what a
judgement needs, `bearing` what a result says of a claim, `statements` the sentence.
"""

from evidence.certainty.bearing import BearingProposal, is_circular, propose_bearing
from evidence.certainty.rating import (
    MAX_DOWN,
    MAX_UP,
    Domain,
    Rating,
    Upgrade,
    explain_error,
    rate,
    start_certainty,
)
from evidence.certainty.statements import CANT_SAY_BECAUSE, Size, lead_in, statement
from evidence.certainty.verdicts import (
    NOTHING_TO_GRADE,
    VerdictDraft,
    rating_of,
    verdict_problems,
    why_cant_say,
)
from evidence.certainty.words import (
    GRADE_METHODS,
    LEVELS,
    MEANING,
    RATED,
    Asserts,
    Bearing,
    CantSay,
    Certainty,
    ClaimKind,
    Method,
    Scope,
    Verdict,
    method_for,
    verdicts_for,
    verdicts_of,
)

__all__ = [
    "CANT_SAY_BECAUSE",
    "GRADE_METHODS",
    "LEVELS",
    "MAX_DOWN",
    "MAX_UP",
    "MEANING",
    "NOTHING_TO_GRADE",
    "RATED",
    "Asserts",
    "Bearing",
    "BearingProposal",
    "CantSay",
    "Certainty",
    "ClaimKind",
    "Domain",
    "Method",
    "Rating",
    "Scope",
    "Size",
    "Upgrade",
    "Verdict",
    "VerdictDraft",
    "explain_error",
    "is_circular",
    "lead_in",
    "method_for",
    "propose_bearing",
    "rate",
    "rating_of",
    "start_certainty",
    "statement",
    "verdict_problems",
    "verdicts_for",
    "verdicts_of",
    "why_cant_say",
]
