"""A study's results as one table: arms as columns, outcomes and times as rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from studies.figures import effect_as_printed, group_in_words, whose_in_words
from studies.models import Result, Study
from studies.words import Contrast

UNNAMED = ("Group 1", "Group 2")  # of results that name no arms


@dataclass
class StoredRow:
    """What is stored of an outcome at a time: in each arm, and between the arms.

    What is of a subgroup, a dose or another analysis of it has a row of its own.
    """

    outcome: str
    time: str
    cells: dict[str, str] = field(default_factory=dict)
    results: list[tuple[Result, str]] = field(default_factory=list)


@dataclass
class StoredTable:
    """The arms of a study and its rows, each with a cell for every arm."""

    arms: list[str]
    rows: list[StoredRow]


def stored_table(study: Study) -> StoredTable:
    """A study's current results, those of one outcome and time in one row.

    What an arm is stated as stands once, however many results compare it; beside it,
    what each result says of the arms it compares.
    """
    found = Result.objects.current().filter(study=study)
    found = found.select_related("study", "outcome", "arm_1", "arm_2")
    rows: dict[tuple[int, str, str], StoredRow] = {}
    arms: dict[str, None] = {}
    for result in found.order_by("outcome__name", "pk"):
        time, whose = result.time_words, whose_in_words(result)
        named = ", ".join(filter(None, (result.outcome.name, whose)))
        key = (result.outcome_id, time.casefold(), whose.casefold())
        row = rows.setdefault(key, StoredRow(named, time))
        for number, arm in enumerate((result.arm_1, result.arm_2)):
            words = group_in_words(result, number + 1)
            if words and result.contrast != Contrast.BEFORE_AFTER:
                name = arm.name if arm else UNNAMED[number]
                arms.setdefault(name)
                row.cells.setdefault(name, words)
        row.results.append((result, effect_as_printed(result)))
    for row in rows.values():
        row.cells = {arm: row.cells.get(arm, "") for arm in arms}
    return StoredTable(list(arms), list(rows.values()))
