"""What a column states of a row's results besides arms and effects.

The four cells of a test against a reference standard, its sensitivity and specificity,
the subgroup and whether it was planned, the dose, the clusters people came in.
"""

from __future__ import annotations

import re

from studies.results.further import ACCURACY, CELLS
from studies.tables.cells import Cell
from studies.tables.columns import STATED, Column, Part
from texts.words import YesNo

OF_A_TEST = frozenset({*CELLS, *ACCURACY})
Numbers = dict[str, float | int | str]
_ENDS = {"ci_low": "low", "ci_high": "high"}
_CRUDE = re.compile(r"none|no|nothing|crude|unadjusted|no adjustments?", re.I)
_PLANNED = re.compile(
    r"y(?:es)?|(?:pre-?|a priori )?(?:planned|specified|defined)|a priori", re.I
)
_NOT_PLANNED = re.compile(
    r"no?|post[- ]?hoc|un-?planned|not (?:pre-?)?(?:planned|specified)|exploratory",
    re.I,
)


def state(numbers: Numbers, column: Column, cell: Cell) -> str:
    """Take what a cell states among a result's numbers; what is wrong with it."""
    text = " ".join(cell.text.split())
    match column.part:
        case Part.ADJUSTED_FOR if _CRUDE.fullmatch(text):
            numbers["adjusted"] = str(YesNo.NO)
            return ""
        case Part.SUBGROUP | Part.DOSE | Part.REFERENCE | Part.ADJUSTED_FOR:
            numbers[str(column.part)] = text
            return ""
        case Part.PLANNED:
            return _planned(numbers, text)
        case Part.SENSITIVITY | Part.SPECIFICITY:
            return _share(numbers, column, cell, text)
        case part if part in STATED:
            return _number(numbers, part, cell, text)
    return f"Say of “{column.printed}” what it holds of the results."


def is_of_a_test(numbers: Numbers) -> bool:
    """Whether a result says how right a test is."""
    return bool(numbers.keys() & OF_A_TEST)


def _planned(numbers: Numbers, text: str) -> str:
    says = {True: YesNo.YES, False: YesNo.NO}
    for known, words in ((True, _PLANNED), (False, _NOT_PLANNED)):
        if words.fullmatch(text):
            numbers["subgroup_planned"] = str(says[known])
            return ""
    return f"“{text}”: was the subgroup planned? Expected was yes or no."


def _number(numbers: Numbers, part: Part, cell: Cell, text: str) -> str:
    number = cell.numbers.get("number")
    if number is None:
        return f"“{text}” is no {part.label}; expected was one number."
    if part in CELLS and number.whole is None:
        return f"“{text}”: {part.label} are a whole number."
    numbers[str(part)] = number.kept if part not in CELLS else number.whole
    return ""


def _share(numbers: Numbers, column: Column, cell: Cell, text: str) -> str:
    """Sensitivity or specificity, with its interval where one is printed."""
    named = {
        ("estimate" if name in ("number", "percent") else name): number
        for name, number in cell.numbers.items()
    }
    if {"events", "total"} <= {*named}:
        return (
            f"“{text}” counts those found of those tested: type the four cells in "
            "columns of their own, or the share alone."
        )
    if "estimate" not in named or set(named) - {"estimate", *_ENDS}:
        return f"“{text}” is no {column.part.label}; expected was 0.80 (0.71 to 0.87)."
    in_percent = column.in_percent or "%" in text or named["estimate"].value > 1
    for name, number in named.items():
        key = f"{column.part}_{_ENDS[name]}" if name in _ENDS else str(column.part)
        is_share = not in_percent or "%" in number.settled
        numbers[key] = (number if is_share else number.as_share).kept
    return ""
