"""Whether two sentences make the same claim: plain Python, no model and no network.

``sense_of`` reads a sentence; ``compare`` puts two senses side by side.
"""

from claims.likeness.comparing import Compared, compare
from claims.likeness.questions import ProposedQuestion, proposed_question
from claims.likeness.sense import Sense, sense_of, way_of

__all__ = [
    "Compared",
    "ProposedQuestion",
    "Sense",
    "compare",
    "proposed_question",
    "sense_of",
    "way_of",
]
