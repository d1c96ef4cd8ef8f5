"""The sentence that says what a body of evidence shows.

Source: Santesso 2020, GRADE 26 (doi 10.1016/j.jclinepi.2019.10.014), in noun forms.
The size class comes from stated thresholds, never from a p-value.
"""

from __future__ import annotations

from datetime import date

from claims.words import CantSay, Certainty, Scope
from evidence.method.methods import RATED
from evidence.words import SizeClass

_VERB = {
    Certainty.HIGH: "results in",
    Certainty.MODERATE: "probably results in",
    Certainty.LOW: "may result in",
}
_ADJECTIVE = {
    SizeClass.LARGE: "large ",
    SizeClass.MODERATE: "",
    SizeClass.SMALL: "slight ",
}
_NOUN = {"higher": "increase", "lower": "reduction"}

CANT_SAY_BECAUSE = {
    CantSay.NOT_SEARCHED: "Nobody has looked for evidence on this claim yet.",
    CantSay.NONE_FOUND: "Evidence was looked for and none was found, which does not "
    "mean that there is none.",
    CantSay.NONE_COUNTS: "Evidence was found, and none of it counts for this claim.",
    CantSay.ONLY_ONGOING: "The only studies found are still running.",
    CantSay.ONLY_PRECLINICAL: "The only evidence found is from animals or the "
    "laboratory, which does not show what happens in people.",
    CantSay.ONLY_SECOND_HAND: "No evidence was read at its source: what is known of "
    "the studies is what an article says of them.",
    CantSay.CIRCULAR: "The only evidence is what articles that make this claim say "
    "of studies nobody here has read.",
    CantSay.NO_MARGIN: "Nobody has stated which difference would still count as "
    "little, so that nothing can be shown to be little.",
    CantSay.TOO_UNCERTAIN: "There is evidence, and it is too uncertain to tell.",
}


def lead_in(
    scope: str,
    *,
    searched_on: date | None = None,
    review: str = "",
    year: int | None = None,
    studies: int | None = None,
) -> str:
    """The words that say which evidence a sentence speaks of.

    A review is named with its year, and its number of studies where that is known.
    Raises ValueError for a review without a name or year, or a search without date.
    """
    match Scope(scope):
        case Scope.CITED_ONLY:
            return "In the studies this article cites"
        case Scope.REVIEW:
            if not review or year is None:
                raise ValueError("A sentence on a review names it and its year.")
            noun = "study" if studies == 1 else "studies"
            count = f"{studies} {noun}" if studies else noun
            return f"In the {count} of {review} ({year})"
        case _:
            if searched_on is None:
                raise ValueError("A sentence on found evidence says up to which date.")
            day = f"{searched_on.day} {searched_on:%B %Y}"
            return f"In the evidence found up to {day}"


def statement(
    certainty: str,
    size: str,
    direction: str,
    *,
    intervention: str,
    outcome: str,
    comparator: str = "",
    lead: str = "",
) -> str:
    """The sentence for a rated certainty, a size class and a direction.

    `direction` is "higher" or "lower", of the outcome with the intervention; it is
    not used where the effect is trivial or very uncertain. Names are given as they
    stand inside a sentence ("retinol", "BCG vaccination"). Raises ValueError for a
    certainty that is not rated, and for unknown words.
    """
    how_sure, how_large = Certainty(certainty), SizeClass(size)
    if how_sure not in RATED:
        raise ValueError(f"Nothing was rated ({how_sure}), so no sentence follows.")
    if how_sure is Certainty.VERY_LOW:
        body = (
            f"the evidence is very uncertain about the effect of {intervention} on "
            f"{outcome}"
        )
    else:
        finding = _finding(how_large, direction)
        body = f"{intervention} {_VERB[how_sure]} {finding} in {outcome}"
    if comparator:
        body += f" compared with {comparator}"
    sentence = f"{lead}, {body}." if lead else f"{body}."
    return sentence[0].upper() + sentence[1:]


def _finding(size: SizeClass, direction: str) -> str:
    if size is SizeClass.TRIVIAL:
        return "little to no difference"
    if direction not in _NOUN:
        raise ValueError(
            f"An effect of this size goes higher or lower, got {direction!r}."
        )
    words = _ADJECTIVE[size] + _NOUN[direction]
    return f"an {words}" if words == "increase" else f"a {words}"
