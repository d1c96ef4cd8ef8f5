"""A results table as it was read, its rows, and what a person says of a row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from studies.tables.arms import Open
from studies.tables.clipboard import Grid
from studies.tables.heads import Head
from studies.tables.labels import (
    RowKind,
)
from studies.tables.line import Line
from studies.tables.numbers import Question, Separators
from studies.tables.study_names import is_study


@dataclass(frozen=True)
class RowChoice:
    """What a person says of a row; empty is as it was read.

    ``leave_out`` is None where nothing was said.
    """

    outcome: str = ""
    time: str = ""
    kind: str = ""
    metric: str = ""
    leave_out: bool | None = None


@dataclass(frozen=True)
class Row:
    """A row of the table: what it is of, and what it would store.

    ``left_out`` is why it stores nothing: a total row, a heading, or a person's choice.
    """

    number: int
    printed: str
    kind: RowKind
    outcome: str = ""
    time: str = ""
    study: str = ""
    year: int | None = None
    identifier: str = ""
    left_out: str = ""
    over: str = ""  # the heading it stands under
    lines: tuple[Line, ...] = ()

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong with it, each a sentence."""
        return tuple(dict.fromkeys(p for line in self.lines for p in line.problems))


@dataclass(frozen=True)
class Reading:
    """A table as it was read."""

    grid: Grid
    head: Head
    rows: tuple[Row, ...]
    arms: tuple[str, ...] = ()
    against: str = ""
    separators: Separators = Separators()
    separator_questions: tuple[Question, ...] = ()
    questions: tuple[Open, ...] = ()
    of_studies: bool = False


def is_sum(row: Row, above: Sequence[Row]) -> bool:
    """Whether its counts are those of all studies above it together."""
    if len(above) < 2 or len(row.lines) != 1 or is_study(row.printed):
        return False
    names = ("events_1", "total_1", "events_2", "total_2")
    mine = [row.lines[0].numbers.get(name) for name in names]
    lines = [line for each in above for line in each.lines]
    sums = [sum(line.numbers.get(name) or 0 for line in lines) for name in names]
    return None not in mine and mine == sums
