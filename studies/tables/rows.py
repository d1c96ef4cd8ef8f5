"""A results table as it was read, its rows, and what a person says of a row."""

from __future__ import annotations

from dataclasses import dataclass

from studies.tables.arms import Open
from studies.tables.clipboard import Grid
from studies.tables.heads import Head
from studies.tables.labels import RowKind
from studies.tables.lines import Line
from studies.tables.numbers import Question, Separators


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
