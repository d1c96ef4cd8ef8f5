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

    `studies` counts those a review pooled, or those known without a search. Raises
    ValueError for a review without a name or year, or a search without its day.
    """
    counted = f"{studies} {'study' if studies == 1 else 'studies'}" if studies else ""
    match Scope(scope):
        case Scope.CITED_ONLY:
            return "In the studies cited for this claim"
        case Scope.OTHER_KNOWN:
            return f"In {counted or 'the studies'} known here (no search)"
        case Scope.REVIEW:
            if not review or year is None:
                raise ValueError("A sentence on a review names it and its year.")
            return f"In {f'the {counted} of ' if counted else ''}{review} ({year})"
    if searched_on is None:
        raise ValueError("A sentence on found evidence says up to which date.")
    day = f"{searched_on.day} {searched_on:%B %Y}"
    if Scope(scope) is Scope.TARGETED:
        where = " ".join(sources.split()).rstrip(" .") or "sources not stated"
        return f"In what a search of {where} on {day} found"
    return f"In the evidence found up to {day}"
