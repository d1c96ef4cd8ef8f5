"""A results table, read: each row's outcome and time, and a line for each comparison.

Nothing is stored by reading. What the table leaves open is asked once for the whole of
it; an answer, or what a person says of a column or a row, goes before what was read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from studies.effects import Measure
from studies.tables.arm_heads import SIZE, is_head_again, people_in
from studies.tables.arms import OUTCOMES, Asked, RowCells, TableAnswers
from studies.tables.cells import (
    Cell,
    adjusted_in,
    level_in,
    measure_in,
    read_cell,
)
from studies.tables.clipboard import Grid
from studies.tables.columns import (
    Column,
    Part,
    Role,
    is_numbered,
)
from studies.tables.headings import (
    Headings,
    corner_of,
    names_outcome,
    of_domain,
    subgroup_named,
    told_apart,
)
from studies.tables.heads import Head
from studies.tables.kinds import Kind, is_in_percent, may_be_of_people
from studies.tables.labels import (
    Label,
    RowKind,
    analysis_set_in,
    are_of_start,
    effect_named,
    is_difference_alone,
    is_indistinct,
    is_note,
    is_of_above,
    is_of_start,
    other_named,
    read_label,
    share_changed_in,
    which_effect,
)
from studies.tables.levels import asked_of_levels, is_over_levels
from studies.tables.lines import lines_of
from studies.tables.notes import (
    adjusted_for_named,
    are_of_errors,
    kind_by_note,
    kind_of_all,
    kinds_by_mark,
    marks_of,
    may_be_mean,
)
from studies.tables.numbers import Separators, separators_of
from studies.tables.own_head import (
    are_of_cases,
    arm_against,
    arms_below,
    of_all_arms,
    own_head,
    references_in,
    unsettled_in,
)
from studies.tables.piles import Piles, piles_of_two
from studies.tables.rows import Reading, Row, RowChoice, is_sum
from studies.tables.shorthand import arm_among, untold_row
from studies.tables.study_names import is_study, study_label
from studies.tables.times import time_in, with_unit
from studies.tables.unkept import unkept_in, unkept_ratio

NO_ANSWERS = TableAnswers()
_AVERAGE = ("mean_1", "median_1")
_NAMING = (RowKind.DATA, RowKind.SECTION, RowKind.HEAD)  # rows of an outcome by name


def read_table(
    grid: Grid,
    *,
    answers: TableAnswers = NO_ANSWERS,
    head: Head | None = None,
    rows: Mapping[int, RowChoice] | None = None,
) -> Reading:
    """Read a table with what a person said of it.

    ``head`` is what they said of its columns; without it the table's own is read.
    ``rows`` are choices by the row's number in the grid.
    """
    head = head or own_head(grid)
    columns = head.columns
    separators, asked = separators_of(head.numbers_in(grid), answers.separators)
    arms = tuple(dict.fromkeys(c.arm for c in columns if c.role == Role.ARM))
    answers = replace(answers, against=arm_against(arms, answers.against))
    if not answers.time:
        answers = replace(
            answers, time=time_in(head.caption)[0] if head.caption else ""
        )
    reader = _Reader(grid, columns, separators, answers, rows or {}, first=head.rows)
    reader.unsettled = unsettled_in(grid, columns)
    reader.by_mark = kinds_by_mark(grid)
    reader.by_caption = kind_of_all(head.caption) or kind_by_note(grid)
    reader.references = references_in(grid.rows[head.rows :], columns)
    reader.of_errors = are_of_errors(grid, head.caption, columns[0].printed)
    read = tuple(reader.row(n) for n in range(head.rows, len(grid.rows)))
    return Reading(
        grid=grid,
        head=head,
        rows=tuple(told_apart(read)),
        arms=arms,
        against=answers.against,
        separators=separators,
        separator_questions=asked,
        questions=tuple(reader.asked.questions()),
        of_studies=reader.of_studies,
    )


@dataclass
class _Reader:
    """What is carried from one row to those below it."""

    grid: Grid
    columns: Sequence[Column]
    separators: Separators
    answers: TableAnswers
    choices: Mapping[int, RowChoice]
    asked: Asked = field(default_factory=Asked)
    sizes: dict[tuple[str, str], int] = field(default_factory=dict)
    above: Label = Label("", "")  # the last that named an outcome
    over: Headings = field(default_factory=Headings)
    corner: Label = Label("", "")  # the head's, where that is of what was measured
    listed: list[Row] = field(default_factory=list)
    first: int = 0  # row below the head
    piles: Piles = Piles(())
    unsettled: str = ""  # why no arm is told from the table's heads
    by_mark: Mapping[str, Kind] = field(default_factory=dict)  # as its notes say
    by_caption: Kind | None = None  # what its caption says all numbers are
    of_people: bool = False  # whether its rows say what people were, as "Age" does
    beside: str = ""  # what is an arm among the labels of its few rows
    of_errors: bool = False  # whether a note says that spreads are standard errors
    references: frozenset[tuple[int, int]] = frozenset()  # below the head

    def __post_init__(self) -> None:
        """Begin with what the head states: people, and an outcome in its corner."""
        corner = self.columns[0].printed if self.columns else ""
        is_stated = any(each.role == Role.STATED for each in self.columns[:1])
        is_name = names_outcome(corner) and not is_stated
        self.corner = corner_of(corner, is_name)
        if corner and is_name:
            self.above = self.corner
        is_named = not (self.of_studies or self.of_factors)
        rows = range(len(self.grid.rows)) if is_named else ()
        labels = [self._text(number, Role.OUTCOME) for number in rows]
        arms = {each.arm for each in self.columns if each.role == Role.ARM}
        starts = is_of_start(corner) or are_of_start(labels, self.grid.rows)
        self.of_people = starts and not are_of_cases(arms)
        self.beside = arm_among(self._text(n, Role.OUTCOME) for n in rows[self.first :])
        self.piles = (
            piles_of_two([row[:2] for row in self.grid.rows], self.first)
            if self._of_two_labels
            else Piles(labels, self.first)
        )
        for column in self.columns:
            if column.role == Role.ARM and column.size is not None:
                self.sizes[column.arm, column.time] = column.size
        sizes = [n for n, e in enumerate(labels) if read_label(e).row == RowKind.SIZE]
        if len(sizes) == 1 and sizes[0] > self.first and not self.sizes:
            self._take_sizes(sizes[0])  # of all rows, also of those above it

    @property
    def heading(self) -> Label:
        """The last that stood alone over rows."""
        return self.over.last

    @property
    def of_studies(self) -> bool:
        """Whether its rows are studies."""
        return any(column.role == Role.STUDY for column in self.columns)

    @property
    def of_factors(self) -> bool:
        """Whether its rows are what effects are of, and name no outcome."""
        roles = {column.role for column in self.columns}
        return Role.FACTOR in roles and Role.OUTCOME not in roles

    def row(self, number: int) -> Row:
        """One row, seen below those that were read before it."""
        choice = self.choices.get(number, RowChoice())
        label = self._label(number)
        if label.kind is None and (marked := self.by_mark.get(marks_of(label.printed))):
            label = replace(label, kind=marked)
        kind = self._kind(number, label)
        if kind in (RowKind.SIZE, RowKind.HEAD) and choice.leave_out is not False:
            self._take_sizes(number)
        row = self._named(number, label, kind, choice)
        if kind == RowKind.SECTION or is_over_levels(
            self.grid.rows, self.columns, number
        ):
            self.over.take(number, label)
        if kind in _NAMING and label.name and not self.piles.part_of(number):
            self.above = label
        keeps = choice.leave_out is False
        left_out = "" if keeps or kind == RowKind.DATA else kind.label
        if choice.leave_out:
            left_out = left_out or "left out"
        if left_out:
            return replace(row, left_out=left_out)
        cells = self._cells(number, label, choice)
        lines = lines_of(
            self.columns, cells, row.time, self.answers, self.asked, choice.metric
        )
        lines = [line for line in lines if line.says_something] or lines
        if not (keeps or any(line.says_something for line in lines)):
            return replace(row, kind=RowKind.EMPTY, left_out=RowKind.EMPTY.label)
        for line in lines:
            line.problems += filter(None, [self.unsettled])
            line.problems += self._asked_of(number, label)
            if self.of_people and not (line.time or "estimate" in line.numbers):
                line.problems.append(
                    "Were people so at baseline, or when? Type the time, in the row "
                    "or once below the table."
                )
        row = replace(row, lines=tuple(lines))
        if self.of_studies and not keeps and is_sum(row, self.listed):
            return replace(row, kind=RowKind.TOTAL, left_out=RowKind.TOTAL.label)
        self.listed.append(row)
        return row

    def _text(self, number: int, role: Role) -> str:
        """The text of a row's first cell of a role."""
        texts = self.grid.rows[number]
        found = (t for t, c in zip(texts, self.columns, strict=True) if c.role == role)
        return next(found, "")

    def _label(self, number: int) -> Label:
        printed = self._text(number, Role.OUTCOME)
        if self._of_two_labels:
            return self._label_of_two(number)
        if self.of_factors:
            printed = self._text(number, Role.FACTOR)
        if self.of_studies and not printed:
            printed = self._text(number, Role.STUDY)
            label = read_label(printed)
            return replace(label, printed=printed, name=label.name or printed)
        return read_label(printed)

    @property
    def _of_two_labels(self) -> bool:
        return [each.role for each in self.columns[:2]] == [Role.OUTCOME] * 2

    def _label_of_two(self, number: int) -> Label:
        """A row named by two columns: what was measured, and which of it, or when."""
        rows = self.grid.rows[self.first : number + 1]
        over = next((row[0] for row in reversed(rows) if row[0]), "")
        own = self.grid.rows[number][1]
        label = read_label(own)
        if own and (label.name or not over):
            return of_domain(over, label)
        if self.piles.named(number):
            return replace(read_label(over), printed=f"{over}, {own}")
        return read_label(", ".join(filter(None, [over, own])))

    def _kind(self, number: int, label: Label) -> RowKind:
        """What the row is, by its label and by what stands beside that."""
        others = [
            text
            for c, text in enumerate(self.grid.rows[number])
            if is_numbered(self.columns[c]) and (number, c) not in self.grid.repeated
        ]
        alone = not any(others)
        if alone and is_note(label.printed):
            return RowKind.NOTE
        says = label.name or label.time or label.kind or label.is_change
        says = says or analysis_set_in(label.printed)
        if alone and not says:
            return RowKind.EMPTY
        heads = [column.printed for column in self.columns]
        if len({*others}) > 1 and is_head_again(self.grid.rows[number], heads):
            return RowKind.HEAD
        if self.piles.is_below(number):
            return RowKind.PART
        if self.piles.part_of(number):
            return RowKind.DATA
        if label.row != RowKind.DATA:
            return label.row
        return RowKind.SECTION if alone else RowKind.DATA

    def _named(
        self, number: int, label: Label, kind: RowKind, choice: RowChoice
    ) -> Row:
        own_time = self._time_of(number, label) or label.time
        over = self.above.time if is_of_above(label) else ""
        over = over or self.heading.time or self.corner.time
        time = choice.time or own_time or over or self.answers.time
        if self.of_studies:
            return self._of_a_study(number, kind, replace(choice, time=time))
        is_part = self.piles.part_of(number) and not self._of_two_labels
        own = "" if is_part else label.name
        named = "" if self.of_factors else own or self.above.name
        share = label.share_changed or of_all_arms(self.columns, share_changed_in)
        named += share if named and not named.endswith(share) else ""
        named = self.over.name(named, label.kind, self.corner)
        outcome = choice.outcome or named or self.answers.outcome
        over = "" if choice.outcome else self.heading.name
        return Row(number, label.printed, kind, outcome, time, over=over)

    def _time_of(self, number: int, label: Label) -> str:
        """The time in a row's own column, or that above it where one is for several.

        A time is written once over its rows, or over those of one outcome.
        """
        roles = [column.role for column in self.columns]
        if Role.TIME not in roles or self.of_studies:
            return self._text(number, Role.TIME)
        head = self.columns[roles.index(Role.TIME)].printed
        is_first = Role.OUTCOME in roles[roles.index(Role.TIME) :]
        if self._text(number, Role.TIME) or not (is_first or not label.name):
            return with_unit(self._text(number, Role.TIME), head)
        above = (self._text(n, Role.TIME) for n in range(number, self.first - 1, -1))
        return with_unit(next(filter(None, above), ""), head)

    def _of_a_study(self, number: int, kind: RowKind, choice: RowChoice) -> Row:
        printed = self._text(number, Role.STUDY)
        year = self._text(number, Role.YEAR)
        label, dated = study_label(
            printed if is_study(printed) else f"{printed} {year}"
        )
        own = read_label(self._text(number, Role.OUTCOME)).name
        of_some = self._is_of_subgroups or is_indistinct(self.heading.name)
        of_some = of_some or self.answers.headings not in ("", OUTCOMES)
        heading = "" if of_some else self.heading.name
        outcome = choice.outcome or own or heading or self.answers.outcome
        return Row(
            number,
            printed,
            kind,
            outcome,
            choice.time,
            label.strip(),
            dated,
            self._text(number, Role.IDENTIFIER),
        )

    @property
    def _may_name_studies(self) -> bool:
        """Whether what stands over studies may be some of them, and no outcome.

        What says how it was counted, or when, is an outcome.
        """
        over = self.heading
        of_some = self._is_of_subgroups or is_indistinct(over.name)
        return bool(over.name) and not (of_some or over.kind or over.time)

    @property
    def _is_of_subgroups(self) -> bool:
        """Whether headings over studies name subgroups of them, and no outcomes."""
        study = next(each for each in self.columns if each.role == Role.STUDY)
        return "subgroup" in study.printed.lower()

    def _cells(self, number: int, label: Label, choice: RowChoice) -> RowCells:
        """The row's cells, read with what its label and its columns say they are."""
        said = Kind(choice.kind) if choice.kind else None
        is_of_effect = effect_named(label.printed) or is_difference_alone(label.printed)
        is_named = label.name or is_of_effect
        hint = said or label.kind or (None if is_named else self.above.kind)
        measure = self._text(number, Role.MEASURE)
        return RowCells(
            self._read(number, hint),
            dict(self.sizes),
            said,
            label.kind,
            self.heading.kind or self.corner.kind or self.by_caption,
            measure=effect_named(label.printed)
            or measure_in(measure)
            or self._of_difference(label),
            adjusted=adjusted_in(label.printed) or adjusted_in(measure) or "",
            adjusted_for=adjusted_for_named(label.printed),
            which=which_effect(label.printed),
            level=level_in(label.printed),
            is_of_effect=bool(is_of_effect),
            is_change=label.is_change
            or self.heading.is_change
            or (is_of_effect and self.above.is_change),
            factor=self._factor(number),
            part=self.piles.part_of(number),
            below=tuple(self._below(number)),
            is_in_percent=is_in_percent(label.printed),
            may_be_of_people=may_be_of_people(label.printed),
            people_named=self._people_named(label),
            analysis_set=analysis_set_in(label.printed)
            or analysis_set_in(self.heading.printed)
            or of_all_arms(self.columns, analysis_set_in),
            unkept="" if said else self._unkept(label),
            unkept_ratio=unkept_ratio(label.printed),
            against=other_named(label.printed, (c.arm for c in self.columns)),
        )

    def _of_difference(self, label: Label) -> str:
        """The measure of a row of differences: as the row above it has numbers."""
        if not (self.listed and is_difference_alone(label.printed)):
            return ""
        measures = {"events_1": Measure.RD, **dict.fromkeys(_AVERAGE, Measure.MD)}
        above = (row.lines[0].numbers for row in reversed(self.listed))
        found = (m for each in above for name, m in measures.items() if name in each)
        return str(next(found, ""))

    def _asked_of(self, number: int, label: Label) -> Iterator[str]:
        """What only the rows beside a row tell is no outcome, or not its own."""
        arms = {each.arm for each in self.columns if each.role == Role.ARM}
        is_of_people = SIZE.search(label.printed) and not self.of_studies
        if is_of_people and self.heading.name and len(arms) == 1:
            yield (
                f"“{label.printed}” stands below “{self.heading.printed}”: is it an "
                "arm? Paste the table with a column for each arm."
            )
        choice = self.choices.get(number, RowChoice())
        if not (choice.outcome or choice.time or self.of_factors):
            yield from untold_row(label.name, self.heading.printed, self.beside)
        own = choice.outcome or read_label(self._text(number, Role.OUTCOME)).name
        if self.of_studies and self._may_name_studies and not own:
            yield from self.asked.ask(
                "headings", self.heading.printed, self.answers.headings
            )
        yield from arms_below(self.columns)
        at = frozenset((r + self.first, c) for r, c in self.references)
        yield from asked_of_levels(self.grid.rows, self.columns, number, at)

    def _people_named(self, label: Label) -> str:
        """The people that a row's name counts, where that is of several arms."""
        arms = {each.arm for each in self.columns if each.role == Role.ARM}
        found = SIZE.search(label.printed) if len(arms) > 1 else None
        return found[0].strip(" ,;()[]") if found and not self.of_studies else ""

    def _unkept(self, label: Label) -> str:
        """Why the numbers of a row's arms have no field; empty where they have one."""
        corner = self.columns[0].printed if self.columns else ""
        words = (label.printed, *self.over.printed, corner)
        return next(filter(None, map(unkept_in, words)), "")

    def _factor(self, number: int) -> str:
        """What the effects of a row are of, with the heading that it stands under."""
        own = self._text(number, Role.FACTOR)
        over = self.heading.printed or self.columns[0].arm if self.of_factors else ""
        return ": ".join(filter(None, [over, own])) if own else ""

    def _below(self, number: int) -> Iterator[tuple[Part, tuple[Cell, ...]]]:
        """The rows of the pile that a row begins, each the part it names."""
        number += 1
        while self.piles.is_below(number):
            yield self.piles.named(number) or Part.WHOLE, self._read(number, None)
            number += 1

    def _read(self, number: int, hint: Kind | None) -> tuple[Cell, ...]:
        """A row's cells; ``hint`` is what its label says they are."""
        cells: list[Cell] = []
        for c, column in enumerate(self.columns):
            text = self.grid.rows[number][c]
            elsewhere = (number, c) in self.grid.repeated
            elsewhere = elsewhere or (number - self.first, c) in self.references
            if elsewhere or not is_numbered(column):
                worded = column.role == Role.STATED and text and not elsewhere
                if column.part == Part.SUBGROUP and not c:
                    text = subgroup_named(self.grid.rows, number, self.first)
                cells.append(Cell(text, Kind.WORDS if worded else Kind.MISSING))
                continue
            own = Kind.P if column.part == Part.P else hint or column.kind
            if own == Kind.PERCENT and is_in_percent(self._label(number).printed):
                own = column.kind or own  # "HbA1c, %" below "Mean (SE)"
            if own is None and self.of_errors and may_be_mean(text):
                own = Kind.MEAN_SE
            if column.role != Role.ARM and own != Kind.P:
                own = column.kind if column.kind == Kind.MEAN_SE else None
            cells.append(read_cell(text, self.separators, own))
        return tuple(cells)

    def _take_sizes(self, number: int) -> None:
        """The people of each arm, from a row that counts them."""
        for column, text in zip(self.columns, self.grid.rows[number], strict=True):
            if column.role == Role.ARM:
                number = read_cell(text, self.separators).numbers.get("number")
                size = number.whole if number else people_in(text)
                if size is not None:
                    self.sizes[column.arm, column.time] = size
