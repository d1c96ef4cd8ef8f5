"""Which level of risk of bias agreed appraisals propose; nobody's level is set by it.

Each judgement takes off as many levels as below. By its results' share of the weight
that decides, a level is proposed where half of it takes off that much or more, or a
quarter of it still more: "most" and "a good part" in GRADE guideline 4 (Guyatt 2011),
which gives no figures; half and a quarter are Footing's own. What nobody appraised, or
what an appraisal found no information on, is never taken for low: while it could make
another level, none is proposed, or no more than "at least" one.

Sources: for RoB 2, GRADE guideline 4 and Cochrane Handbook, chapter 14; for ROBINS-I,
GRADE 18 (Schünemann 2019).
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from studies.designs import DesignGroup
from texts.rules import RuleEffect, RuleEntry

BIAS_RULE = 1  # counts up where the same shares would propose another level
MOST, GOOD_PART = 0.5, 0.25
ROBINS_I = "robins_i_2016"
BIAS_TAKES: Mapping[str, Mapping[str, int]] = {
    "rob2": {"Low": 0, "Some concerns": 1, "High": 2},
    ROBINS_I: {"Low": 0, "Moderate": 1, "Serious": 2, "Critical": 3},
}
_MADE_FOR = {"rob2": DesignGroup.RANDOMISED, ROBINS_I: DesignGroup.OTHER}
_ROUNDING = 1e-9  # a half made of thirds is a half


@dataclass(frozen=True)
class BiasProposal:
    """The levels that are proposed; None where too little is known for any.

    ``at_least`` says that what is not known could only make them more; ``unknown`` is
    its share of the weight, of 1.
    """

    levels: int | None
    at_least: bool
    unknown: float

    @property
    def words(self) -> str:
        """As "−1", "at least −1" or "not serious"; empty where none is proposed."""
        if self.levels is None:
            return ""
        if not self.levels:
            return "not serious"
        return f"{'at least ' if self.at_least else ''}−{self.levels}"


def proposes_bias(instrument: str, designs: str) -> bool:
    """Whether judgements by an instrument propose levels for a group of designs."""
    return _MADE_FOR.get(instrument) == designs


def propose_bias(instrument: str, shares: Mapping[str, float]) -> BiasProposal | None:
    """What the overall judgements of a group of designs propose.

    ``shares`` has the share of each judgement, of 1, by its word; what it lacks was
    not appraised. None for an instrument of which no levels are known.
    """
    takes = BIAS_TAKES.get(instrument)
    if takes is None:
        return None
    known = {word: shares.get(word, 0.0) for word in takes}
    unknown = max(0.0, 1.0 - math.fsum(known.values()))
    most = max(takes.values())
    least = _level(takes, known, most)
    worst = max(takes, key=lambda word: takes[word])
    dire = {**known, worst: known[worst] + unknown}
    if least == _level(takes, dire, most):
        return BiasProposal(least, at_least=False, unknown=unknown)
    return BiasProposal(least or None, at_least=True, unknown=unknown)


def _level(takes: Mapping[str, int], shares: Mapping[str, float], most: int) -> int:
    """The greatest level that enough of the weight takes off."""

    def taking(levels: int) -> float:
        return math.fsum(shares[word] for word in shares if takes[word] >= levels)

    for level in range(most, 0, -1):
        if taking(level) >= MOST - _ROUNDING:
            return level
        if taking(level + 1) >= GOOD_PART - _ROUNDING:
            return level
    return 0


BIAS_RULE_WORDS = (
    "Each judgement takes off levels: by RoB 2 low none, some concerns one, high two; "
    "by ROBINS-I low none, moderate one, serious two, critical three. A level is "
    "proposed where results with half of the weight take off that much or more, or "
    "results with a quarter of it still more. What nobody appraised, or has no "
    "information, counts as none of them: while it could make another level, at most "
    "“at least” one is proposed. RoB 2 proposes for randomised designs alone, ROBINS-I "
    "for others, from their High start. A person decides."
)
RULE_ENTRIES = (
    RuleEntry(
        "bias.proposal",
        BIAS_RULE_WORDS,
        RuleEffect.PROPOSES,
        "Footing; levels after GRADE guideline 4 and GRADE 18 (Schünemann 2019)",
        version=str(BIAS_RULE),
    ),
)
