"""Differences of shares, which papers print per cent, per thousand, or as shares."""

from __future__ import annotations

from collections.abc import Iterable

from studies.effects import SHARES, Measure
from studies.tables.line import Line
from studies.tables.numbers import Number

_OFTEN_OF = (100, 1_000, 10_000, 100_000)


def as_share(line: Line, number: Number) -> Number:
    """A number of a difference of shares as one, also where it is printed of 1,000."""
    if not line.of_people or "%" in number.settled:
        return number
    return number.of_people(line.of_people)


def of_people(line: Line, numbers: Iterable[Number]) -> int | None:
    """Of how many people a difference of shares is, as the arms' events tell.

    Of 100 or more, whichever comes nearest to what the events make, where that lies in
    what is printed; None where the number is a share already, or nothing tells.
    """
    printed = [number.value for number in numbers]
    if line.metric != Measure.RD or not printed:
        return None
    counted = [line.numbers.get(f"{n}_{g}") for g in "12" for n in ("events", "total")]
    if not all(isinstance(each, int) for each in counted) or not all(counted[1::2]):
        return None
    a, n1, b, n2 = counted
    if max(map(abs, printed)) <= 1:
        return None
    difference = a / n1 - b / n2
    fitting = [
        people
        for people in _OFTEN_OF
        if min(printed) <= people * difference <= max(printed)
    ]
    return min(fitting, key=lambda of: abs(of * difference - printed[0]), default=None)


def in_shares(line: Line) -> None:
    """Turn an effect into shares that was found to be one of them after it was read.

    A person says that "Difference, 14.9" of "Cure rate, %" is one of risks.
    """
    if line.metric not in SHARES or line.of_people:
        return
    line.of_people = of_people(line, line.as_printed.values()) or line.printed_of
    if line.of_people and not _are_shares(line):
        line.numbers |= {n: as_share(line, e).kept for n, e in line.as_printed.items()}


def _are_shares(line: Line) -> bool:
    """Whether an effect is a share as it stands, as the arms' own shares tell."""
    estimate = line.as_printed.get("estimate")
    if estimate is None or len(line.percents) != 2:
        return False
    difference = line.percents[0] - line.percents[1]
    far = abs(estimate.value - difference)
    return abs(estimate.value - difference / 100) < far
