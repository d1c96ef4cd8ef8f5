"""Two results of a study that are of two arms on one control, and not one result twice.

No result names its arms, so their numbers tell: one source, one group that both have,
and another that they have not.
"""

from __future__ import annotations

from typing import Any, NamedTuple

# What is the same in the results of two arms, besides what is compared when in whom.
FOUND_ALIKE = ("provenance", "metric", "adjusted", "measured", "dose")


class Group(NamedTuple):
    """What a result states of one of the two groups it compares."""

    events: int | None
    total: int | None
    mean: float | None
    sd: float | None

    @property
    def has_numbers(self) -> bool:
        """Whether enough is stated to combine it with another."""
        counted = self.events is not None
        return bool(self.total) and (counted or None not in (self.mean, self.sd))


def group_of(result: Any, number: int) -> Group:
    """The first or the second group of a result, a row or its facts."""
    names = (f"{name}_{number}" for name in Group._fields)
    return Group(*(getattr(result, name) for name in names))


def shared_group(one: Any, other: Any) -> int:
    """The number of the one group that two results of one study share; 0 if none is.

    Results that share both are one result twice.
    """
    if any(getattr(one, name) != getattr(other, name) for name in FOUND_ALIKE):
        return 0
    groups = {n: (group_of(one, n), group_of(other, n)) for n in (1, 2)}
    if not all(group.has_numbers for both in groups.values() for group in both):
        return 0
    shared = [number for number, (a, b) in groups.items() if a == b]
    return shared[0] if len(shared) == 1 else 0


def two_arms_sql(one: str, other: str) -> str:
    """``shared_group`` of two rows of results that one source has, as a condition."""
    first, second = (_same_group(one, other, number) for number in (1, 2))
    alike = [f"{one}.{name} = {other}.{name}" for name in FOUND_ALIKE]
    alike.append(
        f"{one}.compiled_from_id IS NOT DISTINCT FROM {other}.compiled_from_id"
    )
    alike += [_has_numbers(row, number) for row in (one, other) for number in (1, 2)]
    return f"({' AND '.join(alike)} AND ({first}) <> ({second}))"


def _same_group(one: str, other: str, number: int) -> str:
    rows = (
        ", ".join(f"{row}.{name}_{number}" for name in Group._fields)
        for row in (one, other)
    )
    return " IS NOT DISTINCT FROM ".join(f"ROW({columns})" for columns in rows)


def _has_numbers(row: str, number: int) -> str:
    return (
        f"{row}.total_{number} > 0 AND ({row}.events_{number} IS NOT NULL"
        f" OR {row}.mean_{number} IS NOT NULL AND {row}.sd_{number} IS NOT NULL)"
    )
