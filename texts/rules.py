"""How a rule that makes or suggests a judgement says what it is, beside its code.

A module that holds such rules declares them as ``RULE_ENTRIES``; one page lists all.
"""

from dataclasses import dataclass

from texts.words import Words


class RuleEffect(Words):
    """What a rule does to a judgement."""

    DECIDES = "decides"  # no person is asked
    PROPOSES = "proposes"  # a person accepts, changes or rejects it
    ASKS = "asks", "asks for a look or a reason"
    REFUSES = "refuses", "refuses what lacks something"


@dataclass(frozen=True)
class RuleEntry:
    """One rule: what it does, in a sentence, and where it comes from.

    ``version`` counts up where the same input would come out otherwise. ``measured``
    says in a sentence how often it is wrong, and on what; empty: nobody has measured.
    """

    id: str
    does: str
    effect: RuleEffect
    source: str
    version: str = "1"
    measured: str = ""
