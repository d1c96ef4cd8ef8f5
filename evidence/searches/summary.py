"""What a base says of how it was searched, where its searches say it for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from evidence.models import EvidenceBase, LiteratureSearch
from evidence.screening.flow import Flow, flow_of

COLUMNS = ("sources", "query", "searched_on", "records_found", "records_screened")


@dataclass(frozen=True)
class Searched:
    """How a base was searched: its columns, and what became of its searches' records.

    What nobody filled in is as its ``made`` searches say it; a frozen base is as it was
    closed.
    """

    columns: dict[str, Any]
    flow: Flow
    made: int
    unfinished: int


def searched(base: EvidenceBase) -> Searched:
    """How a base was searched; one query where no search is kept with it."""
    rows = base.searches.select_related("job", "batch").defer("answer")
    searches = [] if base.is_frozen else list(rows.order_by("pk"))
    flow = flow_of(base, searches) if searches else Flow()
    columns = {name: getattr(base, name) for name in COLUMNS}
    dated = [each for each in searches if each.searched_on]
    for name, value in (told_by(dated, flow) if dated else {}).items():
        if columns[name] in (None, ""):
            columns[name] = value
    unfinished = sum(not search.is_finished for search in searches)
    return Searched(columns, flow, len(searches), unfinished)


def own_words(base: EvidenceBase) -> dict[str, Any]:
    """What people filled in of how a base was searched, for its next version.

    What its searches said when it closed is left empty: those of the next version will
    say it, the ones that are run again among them.
    """
    searches = [each for each in base.searches.order_by("pk") if each.searched_on]
    told = told_by(searches, flow_of(base, searches)) if searches else {}
    empty = {"sources": "", "query": ""}
    own = {name: getattr(base, name) for name in COLUMNS}
    return {
        name: empty.get(name) if name in told and value == told[name] else value
        for name, value in own.items()
    }


def told_by(searches: Sequence[LiteratureSearch], flow: Flow) -> dict[str, Any]:
    """The columns of a base, by name, as dated searches of it say them.

    A base is as old as the source that was searched longest ago.
    """
    newest: dict[str, date] = {}
    names: dict[str, str] = {}
    words: dict[str, str] = {}
    for search in searches:
        key = search.source.casefold()
        names.setdefault(key, search.source)
        newest[key] = max(newest.get(key, search.searched_on), search.searched_on)
        words.setdefault(search.strategy, search.source)
    several = len(words) > 1
    return {
        "sources": "; ".join(names.values()),
        "query": "\n".join(
            f"{source}: {strategy}" if several else strategy
            for strategy, source in words.items()
        ),
        "searched_on": min(newest.values()),
        "records_found": flow.records,
        "records_screened": flow.screened,
    }
