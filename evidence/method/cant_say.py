"""Why nothing can be said of a claim: derived from its candidates, never picked.

The reasons are tried in order and the first that fits is the one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from typing import NamedTuple

from claims.words import CantSay
from evidence.words import Bearing, Leaning
from texts.rules import RuleEffect, RuleEntry
from texts.words import Words

RULE_ENTRIES = (
    RuleEntry(
        "method.cant_say",
        "Where nothing counts, the verdict is “can’t say”, with the first reason "
        "that fits.",
        RuleEffect.DECIDES,
        "Footing",
    ),
)


CANT_SAY_BECAUSE = {
    CantSay.NOT_SEARCHED: "Nobody has looked for evidence on this claim yet.",
    CantSay.NONE_FOUND: "Evidence was looked for and none was found, which does not "
    "mean that there is none.",
    CantSay.NONE_COUNTS: "Evidence was found, and none of it counts for this claim.",
    CantSay.ONLY_ONGOING: "The only studies found are still running.",
    CantSay.ONLY_PRECLINICAL: "The only evidence found is from animals or the "
    "laboratory, which does not show what happens in people.",
    CantSay.ONLY_SECOND_HAND: "Nobody here has read the studies themselves: what "
    "is known of them is what an article says.",
    CantSay.CIRCULAR: "The only evidence is what articles that make this claim say "
    "of studies nobody here has read.",
    CantSay.NO_MARGIN: "Nobody has stated which difference would still count as "
    "little, so that nothing can be shown to be little.",
    CantSay.TOO_UNCERTAIN: "There is evidence, and it is too uncertain to tell.",
}


class NotCounting(Words):
    """Why a candidate does not count for a claim."""

    ONGOING = "ongoing", "still running"
    PRECLINICAL = "preclinical", "of animals or of the laboratory"
    SECOND_HAND = "second_hand", "known only from another text"
    RETRACTED = "retracted"
    WITHDRAWN = "withdrawn", "withdrawn here"
    DESIGN = "design", "of a design that cannot answer such a claim"
    UNANSWERED = "unanswered", "with numbers that do not agree, and no answer why"
    OTHER_QUESTION = "other_question", "about another question"
    NO_RESULT = "no_result", "only words of a record, without a result"
    LEFT_OUT = "left_out", "left out"


_ONLY = {
    NotCounting.ONGOING: CantSay.ONLY_ONGOING,
    NotCounting.PRECLINICAL: CantSay.ONLY_PRECLINICAL,
    NotCounting.SECOND_HAND: CantSay.ONLY_SECOND_HAND,
}


class Candidate(NamedTuple):
    """A candidate that does not count: why by rule, and in words where a person said.

    ``words`` are the person's: "other people", where they left it out.
    """

    why: NotCounting
    words: str = ""

    @property
    def in_words(self) -> str:
        return self.words or self.why.label


class Nothing(NamedTuple):
    """Why nothing can be said, and what more there is to say of it."""

    because: CantSay
    why: str = ""


def nothing_counts(
    candidates: Sequence[Candidate], *, searched: bool, circular: bool = False
) -> Nothing:
    """Why a base without a counting result can't say anything.

    ``candidates`` are all that the base holds, none of which counts. ``circular``:
    what is second-hand comes only from articles that make the claim themselves.
    """
    if not candidates:
        return Nothing(CantSay.NONE_FOUND if searched else CantSay.NOT_SEARCHED)
    kinds = {candidate.why for candidate in candidates}
    only = _ONLY.get(next(iter(kinds))) if len(kinds) == 1 else None
    if only is CantSay.ONLY_SECOND_HAND and circular:
        return Nothing(CantSay.CIRCULAR)
    if only is not None:
        return Nothing(only)
    return Nothing(CantSay.NONE_COUNTS, _counted(candidates))


def _counted(candidates: Collection[Candidate]) -> str:
    """As "2 other people, 1 retracted": the most frequent first."""
    reasons = Counter(candidate.in_words for candidate in candidates)
    in_order = sorted(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
    return ", ".join(f"{count} {words}" for words, count in in_order)


def something_counts(*, lacks_margin: bool) -> CantSay:
    """Why nothing can be said although something counts."""
    return CantSay.NO_MARGIN if lacks_margin else CantSay.TOO_UNCERTAIN


def leaning_of(points: str, *, claims_difference: bool) -> Leaning:
    """Which way evidence leans that is too uncertain: the side its estimate is on.

    ``points`` is the bearing of the deciding estimate by itself.
    """
    if points == Bearing.SUPPORTS:
        return Leaning.SUPPORTED
    little = Leaning.CONTRADICTED if claims_difference else Leaning.SUPPORTED
    against = {Bearing.CONTRADICTS: Leaning.CONTRADICTED, Bearing.LITTLE_OR_NO: little}
    return against.get(Bearing(points), Leaning.NONE)


def is_circular(sources: Collection[int], making_the_claim: Collection[int]) -> bool:
    """Whether second-hand evidence comes only from articles that make the claim.

    `sources` are the articles the second-hand results were read in. Without any
    there is nothing to be circular.
    """
    return bool(sources) and set(sources) <= set(making_the_claim)
