"""What stands by itself over rows, and how the names of these rows need it.

"Arrhythmia" below "Serious adverse events" is not all arrhythmia, and "Other" below
"Race" says nothing alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from studies.tables.arm_heads import ALL_PEOPLE
from studies.tables.columns import part_stated, role_named
from studies.tables.kinds import Kind
from studies.tables.labels import (
    Label,
    is_indistinct,
    is_of_people,
    is_of_start,
    read_label,
)
from studies.tables.line import Line
from studies.tables.rows import Row

# Which of the events its rows count, in words that their names leave out.
_OF_SOME = re.compile(
    r"\bserious\b|\bSAEs?\b|\bsevere\b|\bgrades? ?[≥>]? ?[3-5]\b|\bfatal\b"
    r"|\blife-?threatening\b"
    r"|\b(?:drug|treatment|medication|vaccine|device|procedure)[- ]related\b"
    r"|\brelated to (?:the )?(?:study|trial|drug|treatment|vaccine|device|procedure)\b"
    r"|\b(?:leading|led) to\b|\bresulting in\b",
    re.I,
)
# How bad it was, of what the row above says.
_LEVEL = re.compile(r"grades?\b|severe|moderate|mild", re.I)
# What begins another part of a table, in which no events are counted.
_OF_OTHERS = re.compile(
    r"\b(?:laborator(?:y|ies)|vital signs|ECG|efficacy|outcomes?|end ?points?|scores?"
    r"|quality of life|baseline|demographics?)\b",
    re.I,
)
_COUNTED = (None, Kind.COUNTS, Kind.PERCENT, Kind.SHARE_FIRST)
_OF_EVENTS = re.compile(r"\b(?:events?|reactions?|effects?)\b|\b(?:TE|S)?AEs?\b", re.I)


@dataclass
class Headings:
    """The heading over the rows at hand, and the one that stands over that.

    A heading right below another is under it, and so are those that follow: "Serious
    adverse events", "Cardiac", its rows, "Renal".
    """

    last: Label = Label("", "")
    outer: Label = Label("", "")
    at: int = -1  # the row of the last
    named: str = ""  # the last row's name below it that is no level: "Neutropenia"

    def take(self, number: int, label: Label) -> None:
        """Go on below another heading; "Mean (SE)" alone says it of the last."""
        if label.kind and not (label.name or label.time):
            self.last = replace(self.last, kind=label.kind)
            return
        words = label.name
        is_apart = _OF_OTHERS.search(words) or label.kind not in _COUNTED
        if is_apart or _OF_EVENTS.search(words):
            self.outer = Label("", "")
        elif self.last.name and self.at == number - 1:
            self.outer = self.last
        self.last, self.at, self.named = label, number, ""
        if self._of_some() == self.outer and not label.kind:
            self.last = replace(label, kind=self.outer.kind)

    @property
    def printed(self) -> tuple[str, str]:
        """Both as they are printed, the nearer first."""
        return self.last.printed, self.outer.printed

    def _of_some(self) -> Label:
        """The nearest heading that says which of the events its rows count."""
        of_some = (e for e in (self.last, self.outer) if _OF_SOME.search(e.printed))
        return next(of_some, Label("", ""))

    def name(self, named: str, kind: Kind | None, corner: Label) -> str:
        """A row's name with the heading that it needs; ``corner`` is over all rows.

        ``kind`` is what its label says of its numbers: a mean is of no events.
        """
        if self.last.name and ALL_PEOPLE.fullmatch(named):
            return self.last.name
        if self.last.name and _AGED.fullmatch(named):
            return f"{self.last.name}: {named}"
        if is_indistinct(named):
            above = self.named if _LEVEL.match(named) else ""
            over = above or self.last.name or corner.name
            alone = named if is_of_start(named) else ""  # "Male", of people
            named = f"{over}: {named}" if over else alone
        else:
            self.named = named
        of_all = corner.name if _OF_SOME.search(corner.name) else ""
        over = self._of_some().name or of_all
        is_told = _OF_SOME.search(named) or named.startswith(over)
        if named and over and kind in _COUNTED and not is_told:
            return f"{over}: {named}"
        return named


_AGED = re.compile(
    r"(?:age[sd]? ?)?[<>≤≥] ?[0-9]+(?: ?(?:years?|yrs?|y)\b(?: old| of age)?)?"
    r"|age[sd]? [0-9]+ ?(?:[-–]|to) ?[0-9]+.*",
    re.I,
)
_OF_ROWS = re.compile(
    r"\b(?:arm|group|(?:sub)?population|analys[ei]s|set|cohort|item|dataset)s?\b", re.I
)


def names_outcome(corner: str) -> bool:
    """Whether the head over the labels says what was measured in all rows."""
    usual = (role_named(corner), role_named(read_label(corner).name))
    return usual == (None, None) and not (
        part_stated(corner) or _OF_ROWS.search(corner)
    )


def corner_of(corner: str, is_name: bool) -> Label:
    """What the head over the labels says of all rows: "Outcome at 24 weeks"."""
    label = read_label(corner)
    if re.fullmatch(r"end ?-?points?", label.time, re.I):
        label = replace(label, time="")  # "Endpoint, n (%)" is what was measured
    time = label.time if label.name else ""
    return label if is_name else Label(corner, "", time, label.kind)


def told_apart(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, those with a name that stands under two headings told apart by these.

    "Headache" under "Related" and "Unrelated", or of "Men" and "Women".
    """
    rows = list(rows)
    under: dict[tuple, set[str]] = {}
    for row in rows:
        for line in row.lines:
            under.setdefault(_place(row, line), set()).add(row.over)
    twice = {over for each in under.values() if len(each) > 1 for over in each if over}
    for row in rows:
        if row.over not in twice or row.over in row.outcome:
            yield row
        elif is_of_people(row.over):
            for line in row.lines:
                line.numbers.setdefault("subgroup", row.over)
            yield row
        else:
            yield replace(row, outcome=f"{row.over}: {row.outcome}")


def _place(row: Row, line: Line) -> tuple:
    told = ("analysis_set", "subgroup", "measured", "adjusted")
    of = (line.time, line.arm, line.against, line.metric, line.which)
    return (row.outcome.lower(), *of, *map(line.numbers.get, told))


def subgroup_named(rows: Sequence[Sequence[str]], number: int, first: int) -> str:
    """A subgroup with what it is one of, where that stands over it: "Diabetes: Yes"."""
    named = rows[number][0]
    if not (is_indistinct(named) or _AGED.fullmatch(named)):
        return named
    above = (rows[r] for r in range(number - 1, first - 1, -1))
    over = (row[0] for row in above if row[0] and sum(map(bool, row[1:])) < 2)
    return ": ".join(filter(None, [next(over, ""), named]))


_CLASS = re.compile(
    r"(?:(?:co-?)?primary|(?:key )?secondary|tertiary|exploratory|safety|efficacy|other"
    r"|clinical|main|harms?|benefits?|adverse)"
    r"(?: (?:outcomes?|end ?points?|measures?|events?|effects?))?",
    re.I,
)


def of_domain(over: str, label: Label) -> Label:
    """A label with what it measures, from the column before it: "Pain: VAS"."""
    domain = read_label(over).name
    is_told = domain.lower() in label.name.lower() or label.kind in _COUNTED
    if not domain or is_told or _CLASS.fullmatch(domain):
        return label
    return replace(label, name=f"{domain}: {label.name}")
