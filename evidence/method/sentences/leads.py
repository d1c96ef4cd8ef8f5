"""The words that say which evidence a sentence speaks of."""

from __future__ import annotations

from datetime import date

from claims.words import Scope


def lead_in(
    scope: str,
    *,
    searched_on: date | None = None,
    sources: str = "",
    review: str = "",
    year: int | None = None,
    studies: int | None = None,
) -> str:
    """The words a sentence on evidence of this scope begins with.

    ``studies`` counts those known without a search. Raises ValueError for a review
    without a name or year, or a search without its day.
    """
    match Scope(scope):
        case Scope.CITED_ONLY:
            return "In the studies cited for this claim"
        case Scope.OTHER_KNOWN:
            noun = "study" if studies == 1 else "studies"
            return f"In {studies or 'the'} {noun} known here (no search)"
        case Scope.REVIEW:
            if not review or year is None:
                raise ValueError("A sentence on a review names it and its year.")
            return f"In {review} ({year})"
    if searched_on is None:
        raise ValueError("A sentence on found evidence says up to which date.")
    day = f"{searched_on.day} {searched_on:%B %Y}"
    if Scope(scope) is Scope.TARGETED:
        return f"In what a search of {sources_named(sources)} on {day} found"
    return f"In the evidence found up to {day}"


def sources_named(sources: str) -> str:
    """The sources of a search as they stand inside a sentence."""
    return " ".join(sources.split()).rstrip(" .,;") or "sources not stated"
