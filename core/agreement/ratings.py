"""Ratings of units by raters, and a table of them as text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from texts.delimited import TableProblems, lines_of

COLUMNS = ("unit", "rater", "value")
UNITS, VALUES = 10_000, 50  # at most, so that no table takes minutes or gigabytes


@dataclass(frozen=True)
class Ratings:
    """What each rater said of each unit; not every rater need have said something.

    `values` holds a value by unit and rater. `order` lists the values from one end of
    their scale to the other; None where they have no order. A value that is not in it
    lies beside the scale: "no information" is no level of a risk.
    """

    units: tuple[str, ...]
    raters: tuple[str, ...]
    values: dict[tuple[str, str], str]
    order: tuple[str, ...] | None = None

    @cached_property
    def categories(self) -> tuple[str, ...]:
        """Every value there can be: in order, where there is one, then those beside."""
        return (*(self.order or ()), *self.beside)

    @cached_property
    def beside(self) -> tuple[str, ...]:
        """The values that are not in the order; all, where there is none."""
        return tuple(sorted(set(self.values.values()) - set(self.order or ())))

    @cached_property
    def numbers(self) -> tuple[float, ...] | None:
        """The categories as numbers; None unless all of them are."""
        found = [number_of(value) for value in self.categories]
        known = tuple(one for one in found if one is not None)
        return known if len(known) == len(found) else None

    @cached_property
    def coded(self) -> np.ndarray:
        """Each value as the places of its unit, its rater and its category.

        Shape: values × 3, in the order of units and of raters within.
        """
        unit, rater, category = (
            {one: n for n, one in enumerate(several)}
            for several in (self.units, self.raters, self.categories)
        )
        rows = [
            (unit[one], rater[who], category[value])
            for (one, who), value in self.values.items()
        ]
        found = np.array(rows, int).reshape(len(rows), 3)
        return found[np.lexsort((found[:, 1], found[:, 0]))]

    @property
    def missing(self) -> int:
        """How many units of how many raters have no value."""
        return len(self.units) * len(self.raters) - len(self.values)


def number_of(value: str) -> float | None:
    """A value as the number that it is; None where it is none, or not finite."""
    try:
        number = float(value.replace("−", "-"))
    except ValueError:
        return None
    return number if abs(number) < float("inf") else None


def read_ratings(data: bytes, order: Sequence[str] = ()) -> Ratings:
    """Read a table with the columns unit, rater and value.

    An empty value is one that is missing. Without an `order`, values that are all
    numbers are in theirs. Raises TableProblems, with a sentence for each line that is
    wrong: a name missing, a value outside the order, a rater twice on one unit.
    """
    lines = lines_of(data, COLUMNS)
    _, head = next(lines, (1, []))
    names = [" ".join(cell.split()).lower() for cell in head]
    wrong = [f"The heading has no column {one}." for one in COLUMNS if one not in names]
    wrong += [
        f"The heading names {one} twice." for one in COLUMNS if names.count(one) > 1
    ]
    if wrong:
        raise TableProblems(*wrong)
    rows = _Rows(tuple(order))
    for line, cells in lines:
        named = dict(zip(names, cells, strict=False))
        rows.add(line, *(" ".join(named.get(one, "").split()) for one in COLUMNS))
    return rows.ratings()


class _Rows:
    """The rows read so far, and what is wrong with them."""

    def __init__(self, order: tuple[str, ...]) -> None:
        self.order = order
        self.units: dict[str, None] = {}
        self.raters: dict[str, None] = {}
        self.values: dict[tuple[str, str], str] = {}
        self.first: dict[tuple[str, str], int] = {}
        self.problems: list[str] = []

    def add(self, line: int, unit: str, rater: str, value: str) -> None:
        """Take in a row, or say what is wrong with it."""
        if not unit or not rater:
            lacking = "unit" if not unit else "rater"
            self.problems.append(f"Line {line}: the {lacking} is not named.")
        elif (unit, rater) in self.first:
            self.problems.append(
                f"Line {line}: {rater} rates {unit} a second time; "
                f"the first is on line {self.first[unit, rater]}."
            )
        elif value and self.order and value not in self.order:
            self.problems.append(
                f"Line {line}: “{value}” is none of {', '.join(self.order)}."
            )
        else:
            self.units[unit] = self.raters[rater] = None
            self.first[unit, rater] = line
            if value:
                self.values[unit, rater] = value

    def ratings(self) -> Ratings:
        """All of them; raises TableProblems."""
        if len(set(self.order)) < len(self.order):
            raise TableProblems("The order names a value twice.")
        if self.problems:
            raise TableProblems(*self.problems)
        if not self.values:
            raise TableProblems("The table holds no value.")
        values = self.values if self.order else one_writing(self.values)
        different = len(set(values.values()) | set(self.order))
        for number, most, what in (
            (len(self.units), UNITS, "units"),
            (different, VALUES, "different values"),
        ):
            if number > most:
                raise TableProblems(f"{number} {what}; at most {most} can be compared.")
        order = self.order or in_order(values)
        return Ratings(tuple(self.units), tuple(self.raters), values, order)


def one_writing(values: dict[tuple[str, str], str]) -> dict[tuple[str, str], str]:
    """The same, with each number always written as it was first: 1.0 is 1."""
    first: dict[float | str, str] = {}
    return {
        key: first.setdefault(value if (n := number_of(value)) is None else n, value)
        for key, value in values.items()
    }


def in_order(values: dict[tuple[str, str], str]) -> tuple[str, ...] | None:
    """The values as they follow one another as numbers; None unless all are numbers."""
    by_number = {number_of(value): value for value in values.values()}
    if None in by_number:
        return None
    return tuple(by_number[number] for number in sorted(by_number))
