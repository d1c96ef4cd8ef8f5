"""The results in a row: each arm against the one that the others are compared with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from studies.effects import SHARES, Measure
from studies.results.cannot_be import as_limit, why_not
from studies.tables.arm_heads import ALL_PEOPLE, CHANGE, UNTIL
from studies.tables.arms import ArmNumbers, Asked, RowCells, TableAnswers, arms_of
from studies.tables.cells import Cell, adjusted_in, measures_in
from studies.tables.columns import (
    Column,
    Part,
    Role,
    is_difference,
    is_of_two,
    is_relative,
)
from studies.tables.contrasts import arms_in
from studies.tables.kinds import Kind
from studies.tables.line import PEOPLE, SAYS_NOTHING, Line
from studies.tables.notes import adjusted_for_named
from studies.tables.numbers import Number
from studies.tables.referred import CALLED, against_reference
from studies.tables.shares import as_share, in_shares, of_people
from studies.tables.stated import is_of_a_test, state
from studies.tables.study_names import is_study
from studies.tables.unkept import unkept_effect
from studies.words import Direction, Measured
from texts.words import YesNo


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
    lines = list(against_reference(columns, row, time))
    arms = {} if lines else arms_of(columns, row, answers, asked)
    for at in [] if lines else dict.fromkeys(when for _, when in arms) or {"": None}:
        of_time = {arm: found for (arm, when), found in arms.items() if when == at}
        lines += _paired(of_time, answers.against, at, _when(at, arms, time))
    compared = [
        (column, cell)
        for column, cell in zip(columns, row.cells, strict=True)
        if column.role == Role.COMPARISON and cell.kind != Kind.MISSING
    ]
    for column, cell in compared:
        _take_comparison(lines, column, cell, row, answers, asked)
    lines = list(_told_apart(lines))
    for column, cell in zip(columns, row.cells, strict=True):
        if column.role == Role.STATED:
            _take_stated(lines, column, cell)
    for line in lines:
        _settle(line, row, metric, answers, asked)
    return lines


def _settle(
    line: Line, row: RowCells, metric: str, answers: TableAnswers, asked: Asked
) -> None:
    """Say of a line what its row and the answers leave to be said, or what is wrong."""
    line.problems += [*_without_number(line), *filter(None, [row.unkept_ratio])]
    if row.is_of_effect and "estimate" not in line.numbers and _stated(line):
        line.problems.append(
            f"“{line.printed}”: an effect, in the columns of arms. Leave the row "
            "out, or type it in a column of effects."
        )
    _settle_metric(line, metric, row.measure, answers, asked)
    if row.is_in_percent or line.percents:
        line.printed_of = line.printed_of or 100
    in_shares(line)
    _settle_effect(line)
    _settle_unkept(line)
    if row.adjusted and "estimate" in line.numbers:
        line.numbers.setdefault("adjusted", str(row.adjusted))
    if row.level is not None and "ci_low" in line.numbers:
        line.numbers.setdefault("ci_level", row.level)
    line.which = row.which
    _settle_adjusted(line, row.adjusted_for, answers)
    if row.analysis_set:
        line.numbers["analysis_set"] = row.analysis_set
    line.factor = row.factor
    _settle_comparison(line, answers)
    if row.is_change or line.at.startswith(CHANGE):
        line.numbers["measured"] = str(Measured.CHANGE)


def _without_number(line: Line) -> Iterator[str]:
    """What a line lacks to be a result: a number, or the estimate of an interval."""
    stated = set(line.numbers) - SAYS_NOTHING
    if line.has_words and not (stated or line.problems):
        yield (
            f"“{line.printed}” states no number: leave the row out, or enter it by "
            "itself on the study’s page, with its direction."
        )
    if "estimate" not in stated and {"ci_low", "ci_high", "estimate_se"} & stated:
        yield "An interval or a standard error stands without its estimate."


def _when(at: str, arms: Iterable[tuple[str, str]], time: str) -> str:
    """The time of columns that name one; of changes, that of the last values."""
    if at.startswith(CHANGE + UNTIL):
        return at.removeprefix(CHANGE + UNTIL)
    if at == CHANGE:
        since = (CHANGE, "baseline", "before", "pre")
        return [time, *(when for _, when in arms if when.lower() not in since)][-1]
    return at or time


def _paired(
    arms: dict[str, ArmNumbers], against: str, at: str, time: str
) -> Iterator[Line]:
    """Each arm beside the one it is compared with; a single arm by itself."""
    others = [name for name in arms if name != against]
    if not arms:
        yield Line("", "", time, at=at)
        return
    control = arms.get(against)
    if not others:
        others, control = [against], None
    for name in others:
        line = Line(name, against if control else "", time, at=at)
        groups = [arms[name], *([control] if control else [])]
        printed = []
        of_all = [p for p in groups[0].problems if all(p in g.problems for g in groups)]
        line.problems += of_all if control else []
        for number, group in enumerate(groups, 1):
            numbers = {f"{stem}_{number}": v for stem, v in group.numbers.items()}
            line.numbers |= numbers
            own = [p for p in group.problems if not (control and p in of_all)]
            if group.percent and "events" not in group.numbers:
                line.percents.append(group.percent.value)
            line.unkept += [
                f"{group.arm}: {p}" if p not in groups[-number].unkept else p
                for p in group.unkept
                if p not in line.unkept
            ]
            line.problems += [f"{group.arm}: {problem}" for problem in own]
            if group.person_time_unit:
                line.numbers["person_time_unit"] = group.person_time_unit
            line.has_words |= group.kind == Kind.WORDS
            if group.printed:
                printed.append(f"{group.arm}: {', '.join(group.printed)}")
        line.printed = " · ".join(printed)
        yield line


def _told_apart(lines: list[Line]) -> Iterator[Line]:
    """The lines, each arm that is stated by itself as one of its own, once."""
    alone = {(line.against, line.time) for line in lines if "1" in _stated(line)}
    for line in lines:
        stated = _stated(line)
        if line.problems or line.unkept:
            yield line  # what cannot be read of an arm keeps its place
            continue
        if line.against and "1" not in stated and stated == {"2"}:
            line.arm = line.against
            line.numbers = {
                f"{name[:-1]}1": value
                for name, value in line.numbers.items()
                if name.endswith("_2")
            }
        elif not line.against or stated != {"1"}:
            yield line
            continue
        line.against = ""
        line.numbers.pop("total_2", None)
        if (line.arm, line.time) not in alone:
            alone.add((line.arm, line.time))
            yield line


def _stated(line: Line) -> set[str]:
    """The groups of which a line states more than the people: of "1", "2"; and more."""
    return {name[-1] for name in line.numbers if name not in PEOPLE}


def _take_stated(lines: Iterable[Line], column: Column, cell: Cell) -> None:
    """Give what a cell states of the row to each of its results."""
    if cell.kind == Kind.MISSING:
        return
    if column.part == Part.SUBGROUP and ALL_PEOPLE.fullmatch(cell.text.strip()):
        return
    name = column.printed.split(" · ")[-1]
    text = f"{name} {' '.join(cell.text.split())}".strip()
    for line in lines:
        line.printed = " · ".join(filter(None, [line.printed, text]))
        if str(column.part) in line.numbers:
            line.problems.append(
                f"Two columns state the {column.part.label}: leave one of them out."
            )
            continue
        if problem := cell.problem or state(line.numbers, column, cell):
            line.problems.append(problem)
        if is_of_a_test(line.numbers):
            line.metric = str(Measure.ACCURACY)


# --- what compares the arms ---


def _take_comparison(
    lines: list[Line],
    column: Column,
    cell: Cell,
    row: RowCells,
    answers: TableAnswers,
    asked: Asked,
) -> None:
    """Give the effect or p of a column to the line that it compares."""
    line = _line_of(lines, column)
    if line is None:
        line = _line_said(lines, column, cell, answers, asked)
    if line is None:
        return
    if _has_another_estimate(line, column, cell):
        line = _of_the_same_arms(line)
        lines.append(line)
    if column.against:
        line.arm, line.against = column.arm, column.against
    name = column.named
    text = " ".join(cell.text.split())
    line.printed = " · ".join(filter(None, [line.printed, f"{name} {text}".strip()]))
    if is_study(column.named):
        line.problems.append(
            f"“{column.named}” names a study: paste a row for each study, or leave the "
            "column out."
        )
        return
    if problem := cell.problem or unkept_effect(column.printed):
        line.problems.append(problem)
        return
    line.metric = cell.measure or column.measure or line.metric
    differs = is_difference(column.printed) and not is_relative(column.printed)
    if is_of_two(column.printed):
        differs = "mean_1" in line.numbers
    if not line.metric and differs:
        line.metric = _difference(line, row)
    line.metric = line.metric or _of_its_numbers(line, measures_in(column.printed))
    _take_numbers(line, column, cell)
    if "estimate" in line.numbers and not line.effect:
        line.effect = f"{name} {text}".strip()
    if adjusted := column.adjusted or adjusted_in(cell.text):
        line.numbers["adjusted"] = str(adjusted)


def _of_its_numbers(line: Line, named: Sequence[Measure]) -> str:
    """The one of two measures in a head that is of a line's numbers: "RR or MD"."""
    stated = {*line.numbers} & {"events_1", "mean_1"}
    fitting = [m for m in named if (m in _OF_MEANS) == (stated == {"mean_1"})]
    is_told = bool(stated) and len(named) == 2 and len(fitting) == 1
    return str(fitting[0]) if is_told else ""


def _difference(line: Line, row: RowCells) -> str:
    """What a difference is of: of risks, of means; empty where nothing tells which."""
    if "events_1" in line.numbers:
        return str(Measure.RD)
    is_told = line.numbers.keys() & {"mean_1", "median_1"}
    return "" if row.may_be_of_people and not is_told else str(Measure.MD)


def _line_of(lines: list[Line], column: Column) -> Line | None:
    """The line a comparison belongs to: the only one, or that of the arm it names."""
    at_time = [each for each in lines if column.time in ("", each.at, each.time)]
    if len({(each.arm, each.at) for each in at_time}) == 1:
        return at_time[-1]
    named = [each for each in at_time if column.arm and each.arm == column.arm]
    return named[-1] if len({each.at for each in named}) == 1 else None


_OF_NONE = ("none", "something else, which is left out: all arms together, say")


def _line_said(
    lines: list[Line], column: Column, cell: Cell, answers: TableAnswers, asked: Asked
) -> Line | None:
    """The line that a person says a comparison is of; asked where nobody has said."""
    named = {f"{each.arm} {each.at}".strip(): each for each in lines}
    options = [
        (key, ", ".join(filter(None, [each.comparison, each.at])))
        for key, each in named.items()
    ]
    answer = answers.compared
    known = answer if answer in {*named, _OF_NONE[0]} else ""
    example = f"{column.named} {cell.text}".strip()
    asked.offer("compared", [*options, _OF_NONE])
    for each, problem in product(lines, asked.ask("compared", example, known)):
        each.problems.append(problem)
    return named.get(known)


def _has_another_estimate(line: Line, column: Column, cell: Cell) -> bool:
    """Whether a cell states an effect beside the one a line has: crude, adjusted.

    The ends of an interval alone are of the effect that the line has.
    """
    states = {"estimate", "mean", "number"} & {*cell.numbers}
    is_whole = column.part in (Part.WHOLE, Part.ESTIMATE)
    return bool(states) and is_whole and "estimate" in line.numbers


def _of_the_same_arms(line: Line) -> Line:
    """Another line of the same arms, with their numbers and no effect yet."""
    groups = {
        name: value
        for name, value in line.numbers.items()
        if name.endswith(("_1", "_2")) or name == "person_time_unit"
    }
    printed = line.printed.split(" · ")[: 1 + bool(line.against)]
    return replace(
        line,
        metric="",
        numbers=groups,
        printed=" · ".join(printed),
        problems=[],
        effect="",
        of_people=None,
        printed_of=None,
        as_printed={},
        unkept=[*line.unkept],
        notes=[],
    )


_OF_MEANS = (Measure.MD, Measure.SMD, Measure.ROM)


def _take_numbers(line: Line, column: Column, cell: Cell) -> None:
    part = column.part
    if cell.p_value:
        line.numbers["p_value"] = cell.p_value
    level = column.level if cell.level is None else cell.level
    if level is not None and (part != Part.P or "ci_low" in cell.numbers):
        line.numbers["ci_level"] = level
    if cell.kind == Kind.WORDS:
        if "no difference" in cell.text.lower():
            line.numbers["direction"] = str(Direction.NO_DIFFERENCE)
        return
    if part in (Part.CI_LOW, Part.CI_HIGH, Part.ESTIMATE, Part.ESTIMATE_SE):
        number = next(iter(cell.numbers.values()), None)
        _take_effect(line, {str(part): number} if number else {})
        return
    if line.metric in SHARES:
        line.of_people = column.of_people or of_people(line, cell.numbers.values())
    line.printed_of = column.of_people or line.printed_of
    _take_effect(line, {CALLED.get(n, n): each for n, each in cell.numbers.items()})
    if cell.kind not in (Kind.ESTIMATE, Kind.NUMBER, Kind.P, Kind.MEAN_SE):
        line.problems.append(
            f"“{cell.text.strip()}” is no effect with its interval; expected was 0.80 "
            "(0.60 to 1.07), or SE in its head where that stands in the brackets."
        )


def _take_effect(line: Line, numbers: Mapping[str, Number]) -> None:
    line.as_printed |= numbers
    line.numbers |= {name: as_share(line, n).kept for name, n in numbers.items()}


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
        line.problems += asked.ask("measure", line.effect, named)
    line.metric = named or _of_arms(line)
    for name, (measures, words) in _OF_OTHERS.items():
        if named in measures and not chosen and name in line.numbers:
            line.problems.append(
                f"{Measure(named).symbol} beside {words}: is it of these? Choose the "
                "row’s effect measure, or what its numbers are."
            )


_OF_OTHERS = {  # effects that are of no such numbers, by these
    "mean_1": (
        (Measure.RR, Measure.OR, Measure.HR, Measure.RATE_RATIO, Measure.RD),
        "means",
    ),
    "events_1": (_OF_MEANS, "events"),
}


def _settle_effect(line: Line) -> None:
    """See that the numbers of an effect are such as its measure can be."""
    for name in ("estimate", "ci_low", "ci_high"):
        value = line.numbers.get(name)
        if isinstance(value, float):
            estimate = float(line.numbers.get("estimate") or 0)
            value = as_limit(line.metric, name, value, estimate)
            line.numbers[name] = value
            if problem := why_not(line.metric, value):
                line.problems.append(problem)
                return


def _settle_unkept(line: Line) -> None:
    """Leave out arms' numbers that have no field, where their effect has one."""
    if "estimate" in line.numbers:
        line.notes += [f"Not stored of the arms: {each}" for each in line.unkept]
    else:
        line.problems += line.unkept


def _settle_adjusted(line: Line, named: str, answers: TableAnswers) -> None:
    """An adjusted effect says for what; where nobody has said, it waits."""
    own = line.numbers.pop("adjusted_for", "") if "estimate" in line.numbers else ""
    if own:
        line.numbers["adjusted"] = str(YesNo.YES)
    if line.numbers.get("adjusted") != YesNo.YES:
        line.numbers.pop("adjusted_for", None)
        return
    named = own or adjusted_for_named(line.effect) or named
    line.numbers["adjusted_for"] = named or answers.adjusted_for
    if not line.numbers["adjusted_for"]:
        line.problems.append("Adjusted for what? Say it once, below the table.")


def _settle_comparison(line: Line, answers: TableAnswers) -> None:
    """Take what a person says that effects compare beside which no arms stand."""
    said = answers.comparison
    if not (said and line.is_of_no_arms):
        return
    one, other = arms_in(said)
    if other and line.against not in ("", "Group 2"):
        return  # of more than two without a name, a pair names none
    if other:
        line.arm, line.against = one, other
    else:
        line.factor = said


def _of_arms(line: Line) -> str:
    for stem, compared, alone in reversed(_OF_ARMS):
        if f"{stem}_1" in line.numbers:
            if stem == "events" and line.against and line.arm.lower() == "cases":
                return str(Measure.OR)  # of cases and controls, risks are not known
            return str(compared if line.against else alone)
    return str(Measure.WORDS)
