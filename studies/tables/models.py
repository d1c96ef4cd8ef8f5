"""A table of a model: coefficients and their standard errors, of no arm by themselves.

"B, SE, β, 95 % CI, p" are of one effect in each row. What it is measured in, a head
does not say: B is a difference of means, or the logarithm of a ratio.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from studies.effects import RATIOS, Measure
from studies.tables.arm_heads import WHOLE_INTERVAL
from studies.tables.cells import level_in, without_marks
from studies.tables.columns import (
    Column,
    Part,
    Role,
    is_coefficient,
    is_logarithm,
    is_standardised,
    part_of_arm,
)
from studies.tables.kinds import hint_in
from studies.tables.numbers import plain

_LETTERS = ("B", "b")
_UNNAMED = frozenset(("", *_LETTERS))
_EFFECTS = (Part.WHOLE, Part.ESTIMATE)
_OF_ROWS = frozenset(("variable", "parameter", "characteristic", "model", "effect"))


def of_a_model(columns: Sequence[Column]) -> list[Column]:
    """The columns, those of coefficients told from arms.

    Logarithms are left out beside the ratio itself, and standardised coefficients
    beside others. The labels of the rows are what the effects are of, not outcomes.
    """
    settled = _errors_beside(_correlations(_coefficients(columns)))
    settled = _counts_beside(settled)
    effects = [each for each in settled if _is_effect(each)]
    has_ratio = any(
        each.measure in RATIOS and not is_logarithm(each.named) or _is_exponent(each)
        for each in effects
    )
    has_other = any(
        is_coefficient_head(each) and not is_standardised(each.named)
        for each in effects
    )
    settled = [
        replace(each, role=Role.OUT)
        if _is_effect(each)
        and (
            has_ratio
            and (is_logarithm(each.named) or is_coefficient_head(each))
            or has_other
            and is_coefficient_head(each)
            and is_standardised(each.named)
        )
        else each
        for each in settled
    ]
    return _rows_named(settled)


def _is_exponent(column: Column) -> bool:
    """Whether a head names the ratio that a coefficient is the logarithm of."""
    return bool(re.match(r"exp(?:\b|onent|b\b)", column.named, re.I))


def is_coefficient_head(column: Column) -> bool:
    """Whether a column's head names a coefficient, whose measure it leaves open."""
    return column.named in _LETTERS or any(
        map(is_coefficient, column.printed.split(" · "))
    )


def _is_effect(column: Column) -> bool:
    return column.role == Role.COMPARISON and column.part in _EFFECTS


def _coefficients(columns: Sequence[Column]) -> list[Column]:
    """ "B", where no other arm is named and numbers of an effect stand beside it."""
    named = {each.arm for each in columns if each.role == Role.ARM and each.arm}
    over = [is_coefficient(each.printed.split(" · ")[0]) for each in columns]
    beside = any(
        each.role in (Role.COMPARISON, Role.OUT) or each.part == Part.SE
        for each in columns[1:]
    )
    alone = len(named) == 1 and named <= {*_LETTERS} and beside
    return [
        _effect(each)
        if each.role == Role.ARM and (under or alone and each.arm in named)
        else each
        for each, under in zip(columns, over, strict=True)
    ]


def _correlations(columns: Sequence[Column]) -> list[Column]:
    """ "r" is a correlation where no number of people stands in the table.

    Beside its interval, people may: they are then all of whom it is.
    """
    arms = [each for each in columns if each.role == Role.ARM and each.named == "r"]
    others = [e.named.lower() for e in columns if e.role == Role.ARM and e not in arms]
    intervals = any(WHOLE_INTERVAL.fullmatch(each.named) for each in columns)
    if len(arms) != 1 or others not in ([], ["n"] if intervals else []):
        return list(columns)
    return [
        replace(_effect(each), measure=str(Measure.CORRELATION))
        if each in arms
        else each
        for each in columns
    ]


def _counts_beside(columns: Sequence[Column]) -> list[Column]:
    """ "n" alone beside effects is of all they are of, and of no arm."""
    arms = [each for each in columns if each.role == Role.ARM]
    beside = any(each.role in (Role.COMPARISON, Role.STATED) for each in columns)
    if not beside or [each.named.lower() for each in arms] != ["n"]:
        return list(columns)
    return [replace(c, role=Role.OUT) if c in arms else c for c in columns]


def _effect(column: Column) -> Column:
    named = re.sub(r" [bBβ]$", "", without_marks(plain(column.named))[0])
    is_error = part_of_arm(named) == Part.SE
    return replace(
        column,
        role=Role.COMPARISON,
        arm="",
        part=Part.ESTIMATE_SE if is_error else Part.WHOLE,
        kind=hint_in(column.named),
        level=level_in(column.named),
    )


def _errors_beside(columns: Sequence[Column]) -> list[Column]:
    """ "SE" behind an effect, where it is of no arm, is that of the effect."""
    settled: list[Column] = []
    for column in columns:
        before = next((c for c in reversed(settled) if c.role != Role.OUT), None)
        is_error = column.role == Role.ARM and not column.arm and column.part == Part.SE
        if is_error and before and _is_effect(before):
            column = replace(column, role=Role.COMPARISON, part=Part.ESTIMATE_SE)
        settled.append(column)
    return settled


def _rows_named(columns: list[Column]) -> list[Column]:
    """The first column, of factors where the table is of a model or of ratios alone."""
    first = columns[0]
    words = first.printed.lower().rstrip("s :")
    has_model = any(_is_effect(c) and is_coefficient_head(c) for c in columns)
    has_model = has_model or any(map(_is_exponent, columns))
    alone = any(map(_is_effect, columns)) and all(c.role != Role.ARM for c in columns)
    is_of_factors = words in _OF_ROWS and alone or not words and has_model
    if first.role != Role.OUTCOME or not is_of_factors:
        return columns
    return [replace(first, role=Role.FACTOR), *columns[1:]]
