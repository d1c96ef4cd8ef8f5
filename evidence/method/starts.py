"""Where certainty starts: by the result and the kind of claim, not the study alone.

The same cohort starts low for an effect and high for prognosis; a secondary analysis
starts as its people were allocated, and a review as what it pooled. Sources: GRADE
guidelines 3 (Balshem 2011), GRADE 18 (Schünemann 2019), GRADE 28 (Iorio 2015).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import NamedTuple

from claims.words import Certainty, ClaimKind
from evidence.method.bias import BIAS_TAKES, ROBINS_I
from studies.designs import (
    LOW_STARTS,
    REVIEWS,
    UNRATED,
    Allocation,
    Design,
    DesignGroup,
    Start,
    design_group,
)
from studies.words import Contrast
from texts.rules import RuleEffect, RuleEntry
from texts.words import YesNo

RULE_ENTRIES = (
    RuleEntry(
        "method.starts",
        "Where certainty starts follows from how a result was compared and from "
        "the kind of claim, not from the study alone.",
        RuleEffect.DECIDES,
        "GRADE guidelines 3 (Balshem 2011), GRADE 18 (Schünemann 2019), GRADE 28 "
        "(Iorio 2015)",
    ),
)


class Rated(NamedTuple):
    """What of a result decides where it starts.

    ``pooled`` are the designs of the studies a review's estimate pools;
    ``consecutive`` says whether a series took in all people, or each as they came.
    """

    design: str
    allocation: str = Allocation.NOT_STATED
    pooled: tuple[str, ...] = ()
    contrast: str = Contrast.BETWEEN_ARMS
    consecutive: str = YesNo.NOT_STATED

    @property
    def is_weak(self) -> bool:
        """Whether it is of one group of people, with no other to compare them with."""
        return self.design in _ONE_GROUP or self.contrast == Contrast.BEFORE_AFTER


_OBSERVED = frozenset(
    {ClaimKind.ASSOCIATION, ClaimKind.PROGNOSIS, ClaimKind.PREVALENCE}
)
_ONE_GROUP = frozenset(
    {Design.SINGLE_ARM_TRIAL, Design.CASE_SERIES, Design.CASE_REPORT}
)
_NOT_HIGH_FOR = {
    Design.CROSS_SECTIONAL: ClaimKind.PROGNOSIS,
    Design.CASE_CONTROL: ClaimKind.PREVALENCE,
}


@lru_cache(maxsize=1024)  # asked of each result many times over
def start_of(kind: str, result: Rated) -> Start | None:
    """Where a result starts for a kind of claim; None where GRADE rates nothing of it.

    Raises ValueError for an unknown kind, design or allocation.
    """
    claim, design = ClaimKind(kind), Design(result.design)
    if design in UNRATED:
        return None
    of_accuracy = _of_accuracy(design, result.pooled)
    if claim is ClaimKind.DIAGNOSIS or of_accuracy:
        both = claim is ClaimKind.DIAGNOSIS and of_accuracy
        return Start.ACCURACY if both else None
    if claim in _OBSERVED:
        return _observed(claim, design, result)
    randomised = group_of(result) is DesignGroup.RANDOMISED
    return Start.RCT if randomised else Start.NRS


@lru_cache(maxsize=1024)  # likewise
def group_of(result: Rated) -> DesignGroup | None:
    """The designs a result is graded with; None where GRADE rates nothing of it.

    A change in one arm of a trial compares nobody with whom people were allocated
    apart from, so it is not of the randomised; nor is an effect of a trial that does
    not say what it compares, as a coefficient of age. A review's is as what it pooled.
    """
    if Design(result.design) in UNRATED:
        return None
    group = design_group(result.design, result.allocation, result.pooled)
    own = Design(result.design) not in REVIEWS
    unstated = own and result.contrast == Contrast.NOT_STATED
    if unstated or result.contrast == Contrast.BEFORE_AFTER:
        return DesignGroup.OTHER
    return group


def _of_accuracy(design: Design, pooled: Collection[str]) -> bool:
    if design in REVIEWS:
        return bool(pooled) and set(pooled) == {Design.DIAGNOSTIC_ACCURACY}
    return design is Design.DIAGNOSTIC_ACCURACY


def _observed(claim: ClaimKind, design: Design, result: Rated) -> Start | None:
    """Where evidence of what goes together, or of how many, starts."""
    if design is Design.CASE_REPORT:
        return None
    if design in REVIEWS:
        high = _all_high(claim, result.pooled)
    elif design is Design.CASE_SERIES:
        high = result.consecutive == YesNo.YES
    else:
        low = (Design.NOT_STATED, Design.SINGLE_ARM_TRIAL)
        high = design not in low and _NOT_HIGH_FOR.get(design) is not claim
        high = high and result.contrast != Contrast.BEFORE_AFTER
    return Start.PROGNOSIS if high else Start.OBSERVED_LOW


def _all_high(claim: ClaimKind, pooled: Collection[str]) -> bool:
    """Whether all that a review pooled starts high; not where that is unknown."""
    starts = {_observed(claim, Design(one), Rated(one)) for one in pooled}
    return starts == {Start.PROGNOSIS}


def group_start(starts: Iterable[Start]) -> Start:
    """Where a group of designs starts: as the lowest of its results.

    What starts low is left out of the base, or the group starts as low.
    """
    there = list(starts)
    lowest = [start for start in there if start in LOW_STARTS]
    return (lowest or there)[0]


def start_certainty(start: str) -> Certainty:
    """The certainty a start stands for."""
    return Certainty.LOW if Start(start) in LOW_STARTS else Certainty.HIGH


# --- a review's own appraisal of bias ---


def milder_than_quoted(says: str, levels: int) -> bool:
    """Whether risk of bias takes off less than a review's ROBINS-I judgement would."""
    return levels < BIAS_TAKES[ROBINS_I][says.capitalize()]
