"""How many studies of a design a claim on the state of the evidence says there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from claims.words import CountBound
from studies.designs import RANDOMISED, REVIEWS, Design
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "method.study_counts",
        "How many studies of a design there are is counted from those included, "
        "against the number that the claim states.",
        RuleEffect.DECIDES,
        "Footing",
    ),
)


# "Trials" and "reviews" are all of their kind; another design is that design alone.
_ALIKE = {Design.RCT: RANDOMISED, Design.SYSTEMATIC_REVIEW: REVIEWS}


@dataclass(frozen=True)
class StudyCount:
    """A count that a claim states, and what its base counts: studies, whole numbers."""

    bound: str
    claimed: int
    design: str
    found: int

    @property
    def is_at_least(self) -> bool:
        """Whether more studies would bear the claim out."""
        return CountBound(self.bound) is CountBound.AT_LEAST

    @property
    def holds(self) -> bool:
        """Whether what was found is as many as the claim says."""
        if self.is_at_least:
            return self.found >= self.claimed
        return self.found <= self.claimed

    @property
    def found_words(self) -> str:
        """As "2 studies (randomised controlled trial)"."""
        return _studies(self.found, self.design)

    @property
    def claimed_words(self) -> str:
        """As "at least 3 studies (randomised controlled trial)"."""
        return count_words(self.bound, self.claimed, self.design)


def count_words(bound: str, count: int | None, design: str) -> str:
    """What a claim says of the number of studies; empty where it counts none."""
    if count is None:
        return ""
    return f"{CountBound(bound).label} {_studies(count, design)}"


def studies_of_design(design: str, designs: Iterable[str]) -> int:
    """How many of some studies, given by their designs, a claim on a design counts.

    Without a design it counts all; randomised trials and reviews of every sort count
    as such.
    """
    among = _ALIKE.get(Design(design), {design}) if design else set(Design)
    return sum(one in among for one in designs)


def _studies(count: int, design: str) -> str:
    noun = "study" if count == 1 else "studies"
    return f"{count} {noun} ({Design(design).label})" if design else f"{count} {noun}"
