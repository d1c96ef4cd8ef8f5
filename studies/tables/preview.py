"""A table as it would be stored: each row's results, and what stands in their way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from studies.effects import Measure
from studies.figures import result_in_words, whose_in_words
from studies.models import Arm, Outcome, Result, Study
from studies.printed import PrintedNumber
from studies.results.consistency import Finding, asked_of
from studies.tables.actions import NewStudy, ResultToEnter, RowToEnter
from studies.tables.arm_heads import UNNAMED
from studies.tables.columns import Role
from studies.tables.contrasts import BETWEEN, is_since, is_unknown
from studies.tables.forms import RowForm
from studies.tables.line import Line
from studies.tables.matching import (
    StudyFound,
    arms_by_name,
    outcomes_named,
    results_standing,
    standing_as,
    studies_named,
)
from studies.tables.rows import Row
from studies.tables.sheets import Sheet
from studies.tables.times import time_as_number

NEW = "new"  # the answer that a row is of a study nobody has entered


@dataclass
class RowShown:
    """A row as it would be stored.

    ``results`` are not stored; ``in_words`` is what a reader would see of each.
    ``problems`` keep it from being stored, ``notes`` do not. ``asked`` is what does not
    agree in its numbers, each with its answer, which may be given ``later``.
    """

    row: Row
    form: RowForm
    results: list[Result] = field(default_factory=list)
    in_words: list[str] = field(default_factory=list)
    outcome: Outcome | None = None
    found: StudyFound = field(default_factory=StudyFound)
    is_new_study: bool = False
    left_out: str = ""
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    asked: dict[Finding, str] = field(default_factory=dict)
    later: bool = False

    @property
    def times(self) -> list[str]:
        """The times of its results, each once."""
        return list(dict.fromkeys(line.time for line in self.row.lines if line.time))

    @property
    def is_stored(self) -> bool:
        """Whether it goes in as it stands."""
        return not (self.left_out or self.problems)


def preview(sheet: Sheet, study: Study | None) -> list[RowShown]:
    """Each row of a table as it would be stored, of one study or of its rows' own."""
    rows = sheet.reading.rows
    later = bool(sheet.table.cleaned_data.get("answer_later"))
    listed = [row for row in rows if not row.left_out]
    outcomes = outcomes_named(row.outcome for row in listed)
    found = {} if study else studies_named(listed)
    shown = []
    for row in rows:
        each = RowShown(row, sheet.rows[row.number], left_out=row.left_out, later=later)
        each.outcome = outcomes.get(" ".join(row.outcome.split()).lower())
        if study:
            each.found = StudyFound(study)
        elif not row.left_out:
            _choose_study(each, found[row.number])
        shown.append(each)
    studies = {each.found.study for each in shown if each.found.study}
    standing, arms = results_standing(studies), arms_by_name(studies)
    for each in shown:
        if not each.left_out:
            _complete(each, sheet, standing, arms)
    return shown


def _choose_study(shown: RowShown, found: StudyFound) -> None:
    """Take the study that a person chose for a row, else the one that was found."""
    chosen = shown.form.cleaned_data.get("study", "")
    if chosen == NEW or not (found.study or found.offered):
        shown.is_new_study, shown.found = True, replace(found, study=None)
    elif chosen:
        all_ = [*found.offered, *([found.study] if found.study else [])]
        named = [each for each in all_ if str(each.pk) == chosen]
        shown.found = replace(found, study=named[0] if named else None)
    else:
        shown.found = found
    if not shown.row.study:
        shown.problems.append("Which study is it? Expected was a name and a year.")
    elif not shown.is_new_study and shown.found.study is None:
        shown.problems.append(
            f"Several studies here may be “{shown.row.study}”: choose which."
        )


def _complete(
    shown: RowShown,
    sheet: Sheet,
    standing: Sequence[Result],
    arms: Mapping[tuple[int, str], Arm],
) -> None:
    """Make the row's results, say what is wrong with them and which stand already."""
    row, study = shown.row, shown.found.study
    shown.problems += row.problems
    if not row.outcome:
        shown.problems.append("What was measured? The row names no outcome.")
    mine = [each for each in standing if study and each.study_id == study.pk]
    known = 0
    shown.notes += dict.fromkeys(note for line in row.lines for note in line.notes)
    for line in row.lines:
        fields = fields_of(line, sheet, shown.form)
        if standing_as(mine, row.outcome, fields):
            known += 1
        if line.is_of_no_arms and not row.problems:
            shown.problems.append(
                f"What does “{line.effect or line.printed}” compare? Say it once, "
                "below the table."
            )
        if not row.problems:
            if study:
                fields |= _known_arms(line, study, arms)
            _add_result(shown, fields, study)
    if known and known == len(row.lines) and not shown.problems:
        shown.left_out = "it stands here already"


def _known_arms(
    line: Line, study: Study, arms: Mapping[tuple[int, str], Arm]
) -> dict[str, Arm | None]:
    names = zip(("arm_1", "arm_2"), _arms_of(line), strict=True)
    return {group: arms.get((study.pk, name.casefold())) for group, name in names}


def _add_result(shown: RowShown, fields: dict[str, Any], study: Study | None) -> None:
    result = Result(study=study, outcome=shown.outcome, **fields)
    result.printed = {
        name: value.text
        for name, value in fields.items()
        if isinstance(value, PrintedNumber)
    }
    try:
        words = result_in_words(result)
    except (TypeError, ValueError, ArithmeticError) as error:
        shown.problems.append(f"These numbers do not fit together. {error}")
        return
    shown.results.append(result)
    _ask_what_does_not_agree(shown, result, study)
    when = result.time_point if len(shown.times) > 1 else ""
    which = ", ".join(filter(None, (result.comparison, whose_in_words(result), when)))
    shown.in_words.append(f"{which}: {words}" if words else words)


def _ask_what_does_not_agree(
    shown: RowShown, result: Result, study: Study | None
) -> None:
    """Note what is found in a result's numbers; what is asked waits for its answer."""
    answers = shown.form.cleaned_data.get("answers") or {}
    for finding in asked_of(result, study.design if study else ""):
        if not finding.is_asked:
            shown.notes.append(finding.sentence)
            continue
        answer = answers.get(str(finding.check), "")
        shown.asked[finding] = answer
        if not answer and not shown.later:
            shown.problems.append(finding.sentence)


def fields_of(line: Line, sheet: Sheet, form: RowForm) -> dict[str, Any]:
    """A line's columns of a result, with where it was read."""
    place = form.cleaned_data.get("place") or sheet.table.cleaned_data.get("place", "")
    value, unit = time_as_number(line.time) or (None, "")
    return {
        **sheet.table.source(),
        **line.numbers,
        "answers": form.cleaned_data.get("answers") or {},
        "time_value": value,
        "time_unit": unit,
        "metric": Measure(line.metric),
        "contrast": _contrast_of(line),
        "comparison": _comparison_of(line),
        "time_point": line.time,
        "place": place,
        "quote": line.printed,
    }


def _contrast_of(line: Line) -> Result.Contrast:
    if is_since(line.factor):
        return Result.Contrast.BEFORE_AFTER
    if line.against or BETWEEN.search(line.factor):
        return Result.Contrast.BETWEEN_ARMS
    return Result.Contrast.NOT_STATED


def _comparison_of(line: Line) -> str:
    """What it compares, in words; empty where a person says that it is not stated."""
    if is_unknown(line.factor):
        return ""
    return line.comparison if line.factor or _arms_of(line)[0] else ""


def say_what_lacks_a_place(shown: Sequence[RowShown]) -> None:
    """Keep rows from being stored that do not say where they were read."""
    for row in shown:
        if row.is_stored and not all(result.place for result in row.results):
            row.problems.append("Say where it was read: a table, page or section.")


def rows_to_enter(sheet: Sheet, shown: Sequence[RowShown]) -> list[RowToEnter]:
    """What goes in as it stands, for the action that stores it."""
    sizes = {
        column.arm: column.size
        for column in sheet.reading.head.columns
        if column.role == Role.ARM
    }
    design = sheet.table.cleaned_data.get("design") or Study.Design.NOT_STATED
    return [
        RowToEnter(
            number=each.row.number,
            study=each.found.study or NewStudy(each.row.study, each.row.year, design),
            outcome=each.row.outcome,
            results=[
                ResultToEnter(fields_of(line, sheet, each.form), _arms_of(line))
                for line in each.row.lines
            ],
            sizes=sizes,
            better=each.form.cleaned_data.get("better") or Outcome.Better.NOT_STATED,
        )
        for each in shown
        if each.is_stored
    ]


def _arms_of(line: Line) -> tuple[str, str]:
    """The names of a line's arms; not those that were made up for want of a name."""
    one, two = (
        "" if UNNAMED.fullmatch(name) else name for name in (line.arm, line.against)
    )
    return one, two
