"""The columns of a table, each seen beside its neighbours.

"Q1" is a quarter of people beside "Q2"; "n" counts events beside "%", and people beside
a mean; one interval over two columns is its ends.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from studies.effects import Measure
from studies.tables.arm_heads import (
    SIZE,
    UNNAMED,
    WHOLE_INTERVAL,
    are_episodes,
    without_hint,
)
from studies.tables.columns import Column, Part, Role, is_numbered
from studies.tables.kinds import Kind
from studies.tables.models import of_a_model

_CASES = re.compile(r"cases?|patients?", re.I)
_CONTROLS = re.compile(r"(?:\w+ )?controls?(?: group)?|non-?cases", re.I)


def by_their_neighbours(columns: Sequence[Column]) -> list[Column]:
    """The arms that only the heads beside them tell: of quarters, cases, and times.

    "Q1" is a quarter of people beside "Q2", "Cases" an arm beside "Controls"; what
    stands below each of several arms beside a time is a time too.
    """
    settled = list(columns)
    names = {column.arm for column in columns if column.role == Role.ARM}
    quarters = any(re.match(r"Q[245]\b", column.named) for column in columns)
    controls = any(map(_CONTROLS.fullmatch, names))
    for n, column in enumerate(columns):
        if column.role != Role.ARM:
            continue
        is_quarter = quarters and column.part in (Part.Q1, Part.Q3)
        name = SIZE.sub("", without_hint(column.named)).strip()
        is_bare = column.part in (Part.EVENTS, Part.TOTAL) and not column.arm
        if is_quarter or controls and is_bare and _CASES.fullmatch(name):
            settled[n] = replace(column, arm=name, part=Part.WHOLE)
    return _with_times_below(_with_follow_up(_of_a_test(settled)))


_SHARE = re.compile(
    r"(?:%|rates?|proportions?|percentages?|prevalence)[ ,]*(?:\(?%\)?)?"
    r"[ ,]*[(\[]?[0-9]{2} ?% ?CI[)\]]?",
    re.I,
)


def _of_a_test(columns: list[Column]) -> list[Column]:
    """ "Reference" beside "TP" is the reference standard of a test, and no study."""
    if not any(each.part == Part.TRUE_POSITIVES for each in columns):
        return columns
    return [
        replace(each, role=Role.STATED, part=Part.REFERENCE)
        if n and each.role == Role.STUDY and each.named.lower() == "reference"
        else each
        for n, each in enumerate(columns)
    ]


def _with_share(columns: list[Column]) -> list[Column]:
    """ "% (95 % CI)" beside the events and people of one arm is its proportion."""
    arms = {each.arm for each in columns if each.role == Role.ARM}
    if len(arms) != 1 or not UNNAMED.fullmatch(*arms):
        return columns
    return [
        replace(each, measure=str(Measure.PROPORTION))
        if each.role == Role.COMPARISON and _SHARE.fullmatch(each.named)
        else each
        for each in columns
    ]


_FOLLOW_UP = re.compile(r"(?P<name>.*[^\s,:(–-])[\s,:(–-]+(?P<time>follow-?up)", re.I)


def _with_follow_up(columns: list[Column]) -> list[Column]:
    """ "Drug follow-up" is a time beside "Drug baseline", and else an arm's name."""
    timed = {each.arm for each in columns if each.role == Role.ARM and each.time}
    found = [_FOLLOW_UP.fullmatch(each.arm) for each in columns]
    return [
        replace(each, arm=later["name"], time=later["time"])
        if later and later["name"] in timed and not each.time
        else each
        for each, later in zip(columns, found, strict=True)
    ]


def _with_times_below(columns: list[Column]) -> list[Column]:
    below: dict[str, list[Column]] = {}
    for column in columns:
        over = column.printed.split(" · ")
        if column.role == Role.ARM and len(over) > 1:
            below.setdefault(over[0], []).append(column)
    under = {tuple(c.printed.split(" · ")[1] for c in each) for each in below.values()}
    timed = [any(each.time for each in of_arm) for of_arm in below.values()]
    if len(below) < 2 or len(under) > 1 or not all(timed):
        return columns

    def with_time(column: Column) -> Column:
        words = column.printed.split(" · ")
        if column.time or len(words) < 2 or not column.arm.endswith(f" {words[1]}"):
            return column
        return replace(column, arm=column.arm[: -len(words[1]) - 1], time=words[1])

    return [with_time(column) for column in columns]


def _numbered(columns: list[Column]) -> list[Column]:
    """Arms without a name by their order: "Events, Total, Events, Total" are of two.

    Beside named arms they are none: a number of people by itself, say.
    """
    named = any(column.role == Role.ARM and column.arm for column in columns)
    number, seen, numbered = 0, set[tuple[Part, str]](), []
    for column in columns:
        if column.role == Role.ARM and not column.arm:
            here = (column.part, column.time)
            if here in seen or not number:
                number, seen = number + 1, set()
            seen.add(here)
            role = Role.OUT if named else Role.ARM
            column = replace(column, role=role, arm=f"Group {number}")
        numbered.append(column)
    return numbered


def _with_limits(columns: list[Column]) -> list[Column]:
    """One interval over two columns is its ends; "Low" and "High" may be arms."""
    settled = list(columns)
    pairs = zip(columns, columns[1:], strict=False)
    for n, (column, after) in enumerate(pairs):
        is_bare = bool(WHOLE_INTERVAL.fullmatch(column.named))
        follows = after.printed in ("", column.printed) and after.role != Role.OUT
        if is_bare and follows and column.role == Role.COMPARISON:
            low = replace(column, part=Part.CI_LOW)
            settled[n : n + 2] = [low, replace(low, part=Part.CI_HIGH)]
    of_effects = [each for each in settled if each.part in (Part.WHOLE, Part.ESTIMATE)]
    if any(each.role == Role.COMPARISON for each in of_effects):
        return settled
    return [
        replace(each, role=Role.ARM, arm=each.named, part=Part.WHOLE)
        if each.named.lower() in ("low", "high")
        else each
        for each in settled
    ]


def _with_intervals(columns: list[Column]) -> list[Column]:
    """An interval under an arm's name, beside its mean, is that of its mean."""
    settled = list(columns)
    for n, (before, column) in enumerate(zip(columns, columns[1:], strict=False), 1):
        over = column.printed.rpartition(" · ")[0]
        is_bare = bool(WHOLE_INTERVAL.fullmatch(column.named))
        of_arm = before.role == Role.ARM and before.printed.startswith(f"{over} · ")
        if over and is_bare and of_arm:
            same = {"arm": before.arm, "time": before.time, "size": before.size}
            settled[n] = replace(column, role=Role.ARM, part=Part.MEAN_CI, **same)
    return settled


def _without_statistics(columns: list[Column]) -> list[Column]:
    """ "Z" between arms whose people are told and their p is of a test, and no arm."""
    of_people = any(each.role == Role.ARM and each.size for each in columns)
    return [
        replace(column, role=Role.OUT)
        if of_people and column.printed in ("Z", "H", "W") and after.part == Part.P
        else column
        for column, after in zip(columns, [*columns[1:], columns[0]], strict=True)
    ]


def _with_people(columns: list[Column]) -> list[Column]:
    """Columns "n, Examplin, n, Placebo": each n is of the arm that it stands beside."""
    arms = [each for each in columns if each.role == Role.ARM]
    are_people = [not c.arm and c.part in (Part.EVENTS, Part.TOTAL) for c in arms]
    pairs = len(arms) // 2
    first = are_people[:1] == [True]
    if pairs < 2 or are_people != [first, not first] * pairs:
        return columns
    beside = iter(arms[first::2])
    return [
        replace(each, arm=next(beside).arm, part=Part.TOTAL)
        if each.role == Role.ARM and not each.arm
        else each
        for each in columns
    ]


def _with_parts_behind(columns: list[Column]) -> list[Column]:
    """ "Examplin, mean" and "SD" behind it: a bare part is of the arm before it.

    Where the arm's own head names no part it is a mean, if all have a spread behind.
    """
    settled = list(columns)
    of_arms: list[list[int]] = []
    for n, column in enumerate(columns):
        if column.role == Role.ARM and column.arm:
            of_arms.append([n])
        elif column.role == Role.ARM and of_arms and of_arms[-1][-1] == n - 1:
            of_arms[-1].append(n)
    behind = {tuple(columns[n].part for n in rest) for _, *rest in of_arms}
    is_one_pattern = len(of_arms) > 1 and len(behind) == 1
    for first, *rest in of_arms:
        own = columns[first]
        parts = [own.part, *(columns[n].part for n in rest)]
        if not rest or Part.WHOLE in parts[1:] or len({*parts}) < len(parts):
            continue
        if own.part == Part.WHOLE:
            if not is_one_pattern or parts[1] not in (Part.SD, Part.SE):
                continue
            settled[first] = replace(own, part=Part.MEAN)
        for n in rest:
            settled[n] = replace(columns[n], arm=own.arm, time=own.time)
    return settled


_AVERAGES = (
    *(Kind.MEAN_SD, Kind.MEAN_SE, Kind.MEAN_CI),
    *(Kind.MEDIAN_QUARTILES, Kind.MEDIAN_RANGE),
)

_OF_MEANS = (Measure.MD, Measure.SMD, Measure.ROM)
_COUNTS_PEOPLE = re.compile(r"^[nN] |[ ,(][nN]\)?$")  # "n exp" beside a mean difference
_WITH_EVENT = re.compile(r"\b(?:with (?:an? |the |any )?events?|deaths)\b", re.I)


def told_by_arms(columns: list[Column]) -> list[Column]:
    """The columns, each seen beside its neighbours of the same arm."""
    columns = _without_statistics(_with_intervals(columns))
    columns = _with_parts_behind(_with_people(of_a_model(_with_limits(columns))))
    columns = _numbered(columns)
    columns = _without_episodes(_with_one_arm(_with_share(columns)))
    of_arm: dict[tuple[str, str], list[Part]] = {}
    for column in columns:
        if column.role == Role.ARM:
            part = Part.MEAN if column.kind in _AVERAGES else column.part
            of_arm.setdefault((column.arm, column.time), []).append(part)
    of_means = any(
        each.role == Role.COMPARISON and each.measure in _OF_MEANS for each in columns
    )
    return [_beside(column, of_arm, of_means=of_means) for column in columns]


def _with_one_arm(columns: list[Column]) -> list[Column]:
    """All people are the one arm of a table that has no other."""
    if any(is_numbered(column) for column in columns):
        return columns
    alone = [each for each in columns if each.role == Role.OUT and each.arm]
    return [
        replace(each, role=Role.ARM) if alone == [each] else each for each in columns
    ]


def _without_episodes(columns: list[Column]) -> list[Column]:
    """How often something happened is left out beside in how many people it did."""
    of_people = {
        (each.arm, each.time)
        for each in columns
        if each.role == Role.ARM
        and not are_episodes(each.named)
        and each.part in (Part.PERCENT, Part.WHOLE)
    }
    return [
        replace(each, role=Role.OUT)
        if are_episodes(each.named) and (each.arm, each.time) in of_people
        else each
        for each in columns
    ]


def _beside(
    column: Column, of_arm: dict[tuple[str, str], list[Part]], *, of_means: bool
) -> Column:
    """A column headed "n" counts events beside "%" or "N", people beside a mean."""
    if column.role != Role.ARM:
        return column
    others = of_arm[column.arm, column.time]
    if column.part == Part.EVENTS and {Part.MEAN, Part.MEDIAN} & {*others}:
        return replace(column, part=Part.TOTAL)
    unnamed = column.named.replace(column.arm, "").strip(" (),")
    if others == [Part.EVENTS] * 2 and re.search(r"(?:^|[ ,(])n$", unnamed):
        return replace(column, part=Part.TOTAL)  # "n" beside "Events"
    if (
        column.part == Part.TOTAL
        and Part.PERCENT in others
        and others.count(Part.TOTAL) == 1
        and Part.EVENTS not in others
    ):
        return replace(column, part=Part.EVENTS)
    if others == [Part.EVENTS] and column.kind == Kind.PERCENT:
        return replace(column, part=Part.WHOLE)  # "no. with event (%)"
    if column.part == Part.EVENTS and len(others) == 1 and column.kind is None:
        has_times = any(a == column.arm and time for a, time in of_arm)
        if _WITH_EVENT.search(column.named):
            return replace(column, part=Part.WHOLE, kind=Kind.COUNTS)
        is_people = has_times and column.named == "n" and not column.time
        is_people = is_people or of_means and bool(_COUNTS_PEOPLE.search(column.named))
        return replace(column, part=Part.TOTAL if is_people else Part.WHOLE)
    return column
