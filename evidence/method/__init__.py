"""GRADE and the words of a verdict: rules that need no database.

`methods` says what a kind of claim is judged by, `rating` has the arithmetic of
certainty, `verdicts` what a judgement needs, `bearing` what a result says of a claim,
`open_words` which words that leaves to a verdict, `leads` and `statements` the
sentence, `checks` that of what is not rated, and `overclaiming` what nobody may add.
"""

from evidence.method.bearing import (
    BY_MARGIN,
    BearingProposal,
    is_circular,
    propose_bearing,
)
from evidence.method.checks import Check, compose_check
from evidence.method.leads import lead_in
from evidence.method.methods import (
    GRADE_METHODS,
    LEVELS,
    MEANING,
    RATED,
    decides,
    method_for,
    verdicts_for,
    verdicts_of,
)
from evidence.method.open_words import (
    CountingReading,
    Findings,
    OpenWords,
    open_words,
    word_refusals,
)
from evidence.method.overclaiming import hedges_of_more, overclaims
from evidence.method.rating import (
    MAX_DOWN,
    MAX_UP,
    Rating,
    explain_error,
    level_words,
    rate,
    start_certainty,
)
from evidence.method.statements import CANT_SAY_BECAUSE, Figure, Finding, compose
from evidence.method.verdicts import (
    NOTHING_TO_GRADE,
    VerdictDraft,
    rating_of,
    verdict_problems,
    why_cant_say,
)

VERSION = 1  # counts up where the same evidence would be judged by another rule

__all__ = [
    "BY_MARGIN",
    "CANT_SAY_BECAUSE",
    "GRADE_METHODS",
    "LEVELS",
    "MAX_DOWN",
    "MAX_UP",
    "MEANING",
    "NOTHING_TO_GRADE",
    "RATED",
    "VERSION",
    "BearingProposal",
    "Check",
    "CountingReading",
    "Figure",
    "Finding",
    "Findings",
    "OpenWords",
    "Rating",
    "VerdictDraft",
    "compose",
    "compose_check",
    "decides",
    "explain_error",
    "hedges_of_more",
    "is_circular",
    "lead_in",
    "level_words",
    "method_for",
    "open_words",
    "overclaims",
    "propose_bearing",
    "rate",
    "rating_of",
    "start_certainty",
    "verdict_problems",
    "verdicts_for",
    "verdicts_of",
    "why_cant_say",
    "word_refusals",
]
