"""What an evidence base must say of how it was looked for, by its scope."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from claims.words import Scope
from evidence.method.overclaiming import name_says_too_much, overclaims_as_name
from evidence.method.problem import Problem
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "method.searches",
        "A base is not frozen while it does not say of its scope which sources "
        "were searched, by what and when.",
        RuleEffect.REFUSES,
        "Footing; PRISMA-S (Rethlefsen 2021)",
    ),
)


SEARCHES = frozenset({Scope.TARGETED, Scope.SYSTEMATIC, Scope.REVIEW})
_SEVERAL = re.compile(r"[,;\n]|\band\b")
FEWEST_SOURCES = 2
_AHEAD_OF_PRINT = 1  # years by which a study may be found before it is dated
_PUBMED = re.compile(r".*\b(?:pub ?med|medline)\b.*")  # one database by several names
# What keeps no record of what is published, and shows everybody something else.
_NO_SOURCE = re.compile(
    r"\b(?:blogs?|facebook|twitter|instagram|tik ?tok|youtube|reddit|linkedin|whatsapp|"
    r"telegram|wikipedia|chat ?gpt|chat ?bots?|social media|news\w*|magazines?|"
    r"podcasts?|forums?|colleagues|friends|the (?:web|internet)|google(?! scholar)|"
    r"bing)\b"
)


@dataclass(frozen=True, kw_only=True)
class Search:
    """How evidence was looked for; ``review`` names the review a base rests on.

    ``made`` are the searches whose records are kept with the base; of these records
    ``awaiting`` are to be screened, ``untold`` to be told apart from what is here, and
    ``unseen`` not in the queue yet. ``unfinished`` are searches whose records have not
    all come.
    """

    scope: str
    sources: str = ""
    query: str = ""
    searched_on: date | None = None
    found: int | None = None
    screened: int | None = None
    review: str = ""
    review_searched_on: date | None = None
    review_search_unknown: bool = False
    review_included: int | None = None
    made: int = 0
    unfinished: int = 0
    awaiting: int = 0
    untold: int = 0
    unseen: int = 0

    @property
    def is_search(self) -> bool:
        """Whether somebody searched: what merely is known here never is a search."""
        return Scope(self.scope) in SEARCHES


def search_problems(search: Search) -> list[Problem]:
    """All that a base lacks for its scope to hold; empty if nothing."""
    problems = list(_not_screened(search))
    if words := overclaims_as_name(search.sources):
        problems.append(Problem("sources", name_says_too_much("Sources", words)))
    match Scope(search.scope):
        case Scope.TARGETED:
            problems += _where_what_when(search)
        case Scope.SYSTEMATIC:
            problems += [*_where_what_when(search), *_systematic(search)]
        case Scope.REVIEW:
            problems += _existing_review(search)
        case scope if search.made:
            problems.append(
                Problem(
                    "scope",
                    f"The base has the records of a search, and its scope is "
                    f"“{scope.label}”: call it a targeted or a systematic search, or "
                    "take the search off.",
                )
            )
    return problems


def _not_screened(search: Search) -> Iterator[Problem]:
    """Whatever a search brought is decided on before anything is judged by it."""
    if search.unfinished:
        one = search.unfinished == 1
        yield Problem(
            "searches",
            f"{'1 search is' if one else f'{search.unfinished:,} searches are'} not "
            "finished: wait for it, let it go on, or take it off.",
        )
    if search.awaiting:
        yield Problem(
            "screening",
            f"{_records(search.awaiting)} still to be screened: take each on, or leave "
            "it out for a reason.",
        )
    if search.untold:
        yield Problem(
            "untold",
            f"{_records(search.untold)} perhaps here already: say of each whether it "
            "is, where it was imported.",
        )
    if search.unseen:
        yield Problem(
            "searches",
            f"{_records(search.unseen)} of a search not in the queue yet: let the "
            "search go on.",
        )


def _records(n: int) -> str:
    return "1 record is" if n == 1 else f"{n:,} records are"


def sources_in(words: str) -> list[str]:
    """The sources that are named, each once, between commas, "and" or on lines."""
    named = (part.strip(" .").casefold() for part in _SEVERAL.split(words))
    return list(dict.fromkeys(_PUBMED.sub("pubmed", part) for part in named if part))


def found_problems(search: Search, reports: int, latest: int | None) -> list[Problem]:
    """Why a search cannot have found what a base includes; empty if it can.

    ``reports`` are the records included, ``latest`` the year of the newest study.
    """
    if Scope(search.scope) not in (Scope.TARGETED, Scope.SYSTEMATIC):
        return []
    problems = []
    made = search.searched_on
    if made and latest and latest > made.year + _AHEAD_OF_PRINT:
        problems.append(
            Problem(
                "searched_on",
                f"A search of {made.year} did not find a study of {latest}: say when "
                "it was last made, or leave the study out.",
            )
        )
    if search.found is not None and search.found < reports:
        records = (
            "1 record was" if search.found == 1 else f"{search.found} records were"
        )
        problems.append(
            Problem(
                "records_found",
                f"{records} found, and the reports of {reports} are included: mend the "
                "number, or leave out what the search did not find.",
            )
        )
    return problems


def _where_what_when(search: Search) -> Iterator[Problem]:
    what = Scope(search.scope).label
    if not search.sources.strip():
        yield Problem("sources", f"A {what} says where: name what was searched.")
    if not search.query.strip():
        yield Problem("query", f"A {what} has words: give them as they were searched.")
    if search.searched_on is None:
        yield Problem("searched_on", f"A {what} has a day: say when it was made.")


def _systematic(search: Search) -> Iterator[Problem]:
    named = sources_in(search.sources)
    if len([one for one in named if not _NO_SOURCE.search(one)]) < FEWEST_SOURCES:
        yield Problem(
            "sources",
            "A systematic search looks in at least two sources that keep what is "
            "published or registered: name both, or call it a targeted search.",
        )
    if search.found is None:
        yield Problem(
            "records_found",
            "A systematic search says how many records it found: give the number.",
        )
    if search.screened is None:
        yield Problem(
            "records_screened",
            "A systematic search says how many records were screened: give the number.",
        )
    counted = search.found is not None and search.screened is not None
    if counted and search.screened > search.found:
        yield Problem(
            "records_screened",
            "More records cannot have been screened than were found: mend one of the "
            "two numbers.",
        )


def _existing_review(search: Search) -> Iterator[Problem]:
    if not search.review:
        yield Problem("review", "Say which review the base rests on.")
    if search.review_searched_on is None and not search.review_search_unknown:
        yield Problem(
            "review_searched_on",
            "An existing review is as old as its search: give its day, or tick that it "
            "is not stated where the review was read.",
        )
    if search.review_included is None:
        yield Problem(
            "review_included", "Say how many studies the existing review included."
        )
