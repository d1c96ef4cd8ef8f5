"""The results in a row: each arm against the one that the others are compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from studies.effects import Measure
from studies.tables.arms import ArmNumbers, Asked, RowCells, TableAnswers, arms_of
from studies.tables.cells import Cell, Kind
from studies.tables.heads import Column, Part, Role
from studies.words import Direction


@dataclass
class Line:
    """One result to be: of an arm, against another or by itself, at a time.

    ``numbers`` are named as a result's columns are; group 1 is ``arm``, group 2
    ``against``. ``printed`` is the text of its cells.
    """

    arm: str
    against: str
    time: str
    metric: str = ""
    numbers: dict[str, float | int | str] = field(default_factory=dict)
    printed: str = ""
    problems: list[str] = field(default_factory=list)

    @property
    def says_something(self) -> bool:
        """Whether anything besides the people in its arms is stated."""
        return bool(self.printed)

    @property
    def comparison(self) -> str:
        """As "Examplin against placebo"."""
        return f"{self.arm} against {self.against}" if self.against else self.arm


def lines_of(
    columns: Sequence[Column],
    row: RowCells,
    time: str,
    answers: TableAnswers,
    asked: Asked,
    metric: str = "",
) -> list[Line]:
    """The lines of a row, at its own time or at those that its columns name.

    ``metric`` is the effect measure that a person chose for the row.
    """
    arms = arms_of(columns, row, answers, asked)
    lines: list[Line] = []
    for at in dict.fromkeys(when for _, when in arms) or {"": None}:
        of_time = {arm: found for (arm, when), found in arms.items() if when == at}
        lines += _paired(of_time, answers.against, at or time)
    compared = [
        (column, cell)
        for column, cell in zip(columns, row.cells, strict=True)
        if column.role == Role.COMPARISON and cell.kind != Kind.MISSING
    ]
    for column, cell in compared:
        _take_comparison(lines, column, cell)
    for line in lines:
        _settle_metric(line, metric, row.measure, answers, asked)
    return lines


def _paired(arms: dict[str, ArmNumbers], against: str, time: str) -> Iterator[Line]:
    """Each arm beside the one it is compared with; a single arm by itself."""
    others = [name for name in arms if name != against]
    if not arms:
        yield Line("", "", time)
        return
    control = arms.get(against)
    if not others:
        others, control = [against], None
    for name in others:
        line = Line(name, against if control else "", time)
        groups = [arms[name], *([control] if control else [])]
        printed = []
        for number, group in enumerate(groups, 1):
            numbers = {f"{stem}_{number}": v for stem, v in group.numbers.items()}
            line.numbers |= numbers
            line.problems += [f"{group.arm}: {problem}" for problem in group.problems]
            if group.person_time_unit:
                line.numbers["person_time_unit"] = group.person_time_unit
            if group.printed:
                printed.append(f"{group.arm}: {', '.join(group.printed)}")
        line.printed = " · ".join(printed)
        yield line


# --- what compares the arms ---


def _take_comparison(lines: list[Line], column: Column, cell: Cell) -> None:
    """Give the effect or p of a column to the line that it compares."""
    line = _line_of(lines, column)
    if line is None:
        for each in lines:
            each.problems.append(
                f"Which arms does “{column.printed or cell.text}” compare? Name the "
                "arm over its column."
            )
        return
    name = column.printed.split(" · ")[-1]
    text = " ".join(cell.text.split())
    line.printed = " · ".join(filter(None, [line.printed, f"{name} {text}".strip()]))
    if cell.problem:
        line.problems.append(cell.problem)
        return
    line.metric = cell.measure or column.measure or line.metric
    if not line.metric and re.search(r"\bdifference\b", column.printed, re.I):
        line.metric = str(Measure.RD if "events_1" in line.numbers else Measure.MD)
    _take_numbers(line, column.part, cell)


def _line_of(lines: list[Line], column: Column) -> Line | None:
    """The line a comparison belongs to: the only one, or that of the arm it names."""
    at_time = [each for each in lines if column.time in ("", each.time)]
    if len(at_time) == 1:
        return at_time[0]
    named = [each for each in at_time if each.arm == column.arm]
    return named[0] if len(named) == 1 else None


def _take_numbers(line: Line, part: Part, cell: Cell) -> None:
    if cell.p_value:
        line.numbers["p_value"] = cell.p_value
    if cell.level is not None:
        line.numbers["ci_level"] = cell.level
    if cell.kind == Kind.WORDS:
        if "no difference" in cell.text.lower():
            line.numbers["direction"] = str(Direction.NO_DIFFERENCE)
        return
    if part in (Part.CI_LOW, Part.CI_HIGH, Part.ESTIMATE):
        number = next(iter(cell.numbers.values()), None)
        if number is not None:
            line.numbers[str(part)] = number.kept
        return
    for name, number in cell.numbers.items():
        line.numbers["estimate" if name == "number" else name] = number.kept
    if cell.kind not in (Kind.ESTIMATE, Kind.NUMBER, Kind.P):
        line.problems.append(
            f"“{cell.text.strip()}” is no effect with its interval; expected was 0.80 "
            "(0.60 to 1.07)."
        )


# --- which effect measure a line is of ---

_OF_ARMS = (
    ("events", Measure.RR, Measure.PROPORTION),
    ("mean", Measure.MD, Measure.MEAN),
    ("median", Measure.MD, Measure.MEAN),
    ("person_time", Measure.RATE_RATIO, Measure.RATE),
)


def _settle_metric(
    line: Line, chosen: str, of_label: str, answers: TableAnswers, asked: Asked
) -> None:
    """Say which effect measure a line is of: chosen, printed, asked, or of its arms."""
    named = chosen or line.metric or of_label
    if not named and "estimate" in line.numbers:
        named = answers.measure
        line.problems += asked.ask("measure", line.printed.split(" · ")[-1], named)
    line.metric = named or _of_arms(line)


def _of_arms(line: Line) -> str:
    for stem, compared, alone in reversed(_OF_ARMS):
        if f"{stem}_1" in line.numbers:
            return str(compared if line.against else alone)
    return str(Measure.WORDS)
