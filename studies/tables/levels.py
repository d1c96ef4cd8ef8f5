"""Rows that are levels of one outcome, as "Mild" and "Severe", beside a p-value."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from studies.tables.columns import Column, Part, is_numbered
from studies.tables.labels import is_indistinct, read_label

Rows = Sequence[Sequence[str]]


def is_over_levels(rows: Rows, columns: Sequence[Column], number: int) -> bool:
    """Whether a row with nothing but a p-value stands over "High" and "Low"."""
    beside = zip(columns, rows[number], strict=True)
    parts = {c.part for c, text in beside if is_numbered(c) and text}
    below = rows[number + 1][0] if number + 1 < len(rows) else ""
    return parts == {Part.P} and is_indistinct(read_label(below).name)


def asked_of_levels(
    rows: Rows,
    columns: Sequence[Column],
    number: int,
    references: frozenset[tuple[int, int]],
) -> Iterator[str]:
    """Whether a p-value is of one level or of all: asked, where those below have none.

    One that others are compared with has none of its own.
    """
    p = [c for c, each in enumerate(columns) if each.part == Part.P]
    below = number + 1
    if (
        below >= len(rows)
        or not p
        or not is_indistinct(read_label(rows[number][0]).name)
    ):
        return
    own, other = (rows[n][p[0]] for n in (number, below))
    is_level = is_indistinct(read_label(rows[below][0]).name)
    refers = any(r == below for r, _ in references)
    is_over = is_over_levels(rows, columns, number)
    if own and not other and is_level and not (refers or is_over):
        yield (
            f"Is p {own} of “{' '.join(rows[number][0].split())}” alone, or of what "
            "stands below it too? Leave its column out, or type it in each row it is "
            "of."
        )
