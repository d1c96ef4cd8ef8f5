"""Rows that name one number of an arm each, below what was measured: "SD" say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from studies.tables.columns import Part, part_of_arm
from studies.tables.numbers import plain

# What the rows of a pile name, each on its own, below what was measured.
_PILED = frozenset(
    (
        *(Part.MEAN, Part.SD, Part.SE, Part.MEDIAN, Part.Q1, Part.Q3),
        *(Part.EVENTS, Part.TOTAL, Part.PERCENT),
    )
)
_EVENTS_ROWS = frozenset(
    ("event", "events", "n events", "no. of events", "no of events")
)


@dataclass(frozen=True)
class Piles:
    """The piles of a table, by the labels of all its rows; ``first`` below the head.

    In rows of ``begins`` another outcome begins: none is in the pile above it.
    """

    labels: Sequence[str]
    first: int = 0
    begins: frozenset[int] = frozenset()

    def part_of(self, number: int) -> Part | None:
        """The number of an arm that begins a pile of rows: "Mean" over "SD".

        An "n" does so where a share stands below it: it counts events, then.
        """
        part = self.named(number)
        below = self.named(number + 1)
        if part == Part.TOTAL and below == Part.PERCENT:
            return Part.EVENTS
        if part == Part.EVENTS:
            return part if below in (Part.TOTAL, Part.PERCENT) else None
        return part if part in (Part.MEAN, Part.MEDIAN) else None

    def is_below(self, number: int) -> bool:
        """Whether a row is one more number of the pile that a row above it begins."""
        part = self.named(number)
        if part in (None, Part.MEAN, Part.MEDIAN) or self.part_of(number):
            return False
        if number in self.begins:
            return False
        above = number - 1
        return above in range(self.first, len(self.labels)) and bool(
            self.part_of(above) or self.is_below(above)
        )

    def named(self, number: int) -> Part | None:
        """The number of an arm that a row's label names by itself."""
        if number not in range(self.first, len(self.labels)):
            return None
        text = plain(self.labels[number]).strip(" :")
        part = part_of_arm(text)
        if part == Part.EVENTS and text.lower() not in _EVENTS_ROWS:
            return Part.TOTAL if text == "n" else None
        return part if part in _PILED else None


def piles_of_two(rows: Sequence[Sequence[str]], first: int) -> Piles:
    """The piles of rows with two labels: "FEV1" once or in each, "Mean" and "SD"."""
    begins = set()
    over = ""
    for number, (outcome, _) in enumerate(rows):
        if outcome and outcome != over:
            begins.add(number)
        over = outcome or over
    return Piles([own for _, own in rows], first, frozenset(begins))
