"""The numbers of one arm in a row: of one cell, or of columns under its name."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from studies.effects import COMPARING, Measure
from studies.tables.cells import Cell, fits_share
from studies.tables.columns import Column, Part, Role
from studies.tables.kinds import Kind
from studies.tables.meant import as_kind
from studies.tables.numbers import Number, Separators
from studies.tables.unkept import no_median, unkept_in

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class TableAnswers:
    """What a person said of the whole table; empty is as it was read, or is asked.

    ``pair``, ``triple`` and ``one`` are the kinds of "4 (3.3)", "12 (8–20)" and "12" in
    an arm; ``measure`` that of effects which the table does not name; ``against`` the
    arm that others are compared with; ``compared`` the arm, and time, of effects and p
    whose arms the table does not name; ``adjusted_for`` what adjusted effects are;
    ``comparison`` what effects compare beside which no arms stand; ``headings`` what
    stands over studies; ``time`` and ``outcome`` those of rows that name none.
    """

    separators: Separators = Separators()
    pair: str = ""
    triple: str = ""
    one: str = ""
    measure: str = ""
    against: str = ""
    compared: str = ""
    adjusted_for: str = ""
    comparison: str = ""
    headings: str = ""
    time: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class Open:
    """A question about the whole table, with an example and what can be answered."""

    name: str
    sentence: str
    options: Options


@dataclass
class Asked:
    """The questions that reading a table came upon, each once."""

    examples: dict[str, str] = field(default_factory=dict)
    offered: dict[str, Options] = field(default_factory=dict)

    def offer(self, name: str, options: Iterable[tuple[str, str]]) -> None:
        """Note what a question may be answered with, as the row at hand has it."""
        self.offered[name] = tuple(
            {**dict(self.offered.get(name, ())), **dict(options)}.items()
        )

    def ask(self, name: str, example: str, answer: str = "") -> list[str]:
        """Note a question; without an answer, the sentence of the row that waits."""
        words = " ".join(example.split())
        self.examples.setdefault(name, words)
        return [] if answer else [f"What “{words}” means is asked above."]

    def questions(self) -> Iterator[Open]:
        """Those that were asked, in the order of ``_QUESTIONS``."""
        for name, (words, options) in _QUESTIONS.items():
            if example := self.examples.get(name):
                options = options or self.offered[name]
                yield Open(name, words.format(example), options)


def _options(*kinds: Kind) -> Options:
    return tuple((str(kind), kind.label) for kind in kinds)


PAIRS = _options(Kind.PERCENT, Kind.SHARE_FIRST, Kind.MEAN_SD, Kind.MEAN_SE)
NO_FIELD = ("no_field", "a median, share or rate with its interval, which has no field")
TRIPLES = (
    *_options(Kind.MEDIAN_QUARTILES, Kind.MEDIAN_RANGE, Kind.MEAN_CI),
    NO_FIELD,
)
LONE = (
    (str(Kind.COUNTS), "events"),
    (str(Kind.MEAN_SD), "mean"),
    (str(Kind.MEDIAN_QUARTILES), "median"),
    (str(Kind.PERCENT), "% of the arm’s people"),
)
MEASURES = tuple((str(each), each.label) for each in Measure if each in COMPARING)
OUTCOMES = "outcomes"
HEADINGS = (
    (OUTCOMES, "what was measured"),
    ("studies", "some of the studies; the outcome stands below the table"),
)
_QUESTIONS: dict[str, tuple[str, Options]] = {
    "pair": ("What is “{}”?", PAIRS),
    "triple": ("What is “{}”, in an arm?", TRIPLES),
    "one": ("What is “{}”, alone in a cell?", LONE),
    "measure": ("Which effect measure is “{}”?", MEASURES),
    "headings": ("What does “{}” over the studies name?", HEADINGS),
    "compared": ("Which arms does “{}” compare?", ()),
}


_AVERAGES = (Kind.MEAN_SD, Kind.MEDIAN_QUARTILES)


@dataclass(frozen=True)
class RowCells:
    """A row's cells, one for each column, and what is known beside them.

    ``sizes`` are the people of each arm at each time; ``said`` the kind that a person
    chose for the row, ``hint`` that of its own words or of its column's, ``heading``
    that of the heading over it, where these say none;
    ``measure`` the effect measure that its label names, ``adjusted`` whether that is
    adjusted, ``adjusted_for`` for what, ``which`` the model it is of, ``level`` that
    of its interval; ``is_change`` whether it names
    a change from baseline; ``factor`` what its effects are of; ``part`` the one number
    of an arm that its label names, and ``below`` those of the rows that go with it;
    ``is_in_percent`` whether its label ends with "%" and counts nothing,
    ``may_be_of_people`` whether it may name a share of people;
    ``people_named`` the people that its label counts, in all arms or in each;
    ``analysis_set`` which of those randomised its label says were analysed;
    ``against`` the arm that its label says its effects are against, ``is_of_effect``
    whether that names an effect;
    ``unkept`` says that its arms' numbers are of a kind that
    has no field, ``unkept_ratio`` that its effects are.
    """

    cells: Sequence[Cell]
    sizes: Mapping[tuple[str, str], int]
    said: Kind | None = None
    hint: Kind | None = None
    heading: Kind | None = None
    measure: str = ""
    adjusted: str = ""
    adjusted_for: str = ""
    which: str = ""
    level: float | None = None
    is_change: bool = False
    factor: str = ""
    part: Part | None = None
    below: Sequence[tuple[Part, Sequence[Cell]]] = ()
    is_in_percent: bool = False
    may_be_of_people: bool = False
    people_named: str = ""
    analysis_set: str = ""
    unkept: str = ""
    unkept_ratio: str = ""
    against: str = ""
    is_of_effect: bool = False

    def size_of(self, arm: str, time: str) -> int | None:
        """The people in an arm at a time, or at another where that says none."""
        others = (size for (name, _), size in self.sizes.items() if name == arm)
        return self.sizes.get((arm, time), next(others, None))

    @property
    def average(self) -> Kind | None:
        """What a number alone in a cell is where its label names a mean or median."""
        return self.hint if self.hint in _AVERAGES else None

    @property
    def is_of_counts(self) -> bool:
        """Whether a number alone in a cell of it counts people."""
        return (self.hint or self.heading) in (Kind.COUNTS, Kind.PERCENT)


@dataclass
class ArmNumbers:
    """What a row states of one arm, named as a result's columns without the group."""

    arm: str
    numbers: dict[str, float | int] = field(default_factory=dict)
    percent: Number | None = None
    person_time_unit: str = ""
    printed: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    unkept: list[str] = field(default_factory=list)  # what has no field, and why
    kind: Kind | None = None

    @property
    def says_something(self) -> bool:
        """Whether it states more than how many people are in it."""
        more = set(self.numbers) - {"total"}
        more |= {*self.problems, *self.unkept}
        return bool(more or self.kind == Kind.WORDS)


def arms_of(
    columns: Sequence[Column], row: RowCells, answers: TableAnswers, asked: Asked
) -> dict[tuple[str, str], ArmNumbers]:
    """What a row states of each arm at each time that its columns name."""
    pair = _pair_kind(columns, row)
    lone = Kind.MEAN_SD if _are_means(columns, row) else None
    found: dict[tuple[str, str], ArmNumbers] = {}
    for column, cell in _cells_of_arms(columns, row):
        arm = found.setdefault((column.arm, column.time), ArmNumbers(column.arm))
        if cell.kind == Kind.MISSING:
            continue
        arm.printed.append(_beside_its_part(column, cell))
        unkept = "" if row.said else row.unkept or unkept_in(column.printed)
        if unkept:
            arm.unkept.append(unkept)
        elif cell.problem:
            arm.problems.append(cell.problem)
        elif column.part == Part.WHOLE:
            own = row if column.kind is None else replace(row, heading=None)
            if column.kind == Kind.COUNTS and not row.hint:
                own = replace(own, hint=Kind.COUNTS)
            _take_whole(arm, _meant(cell, pair, lone, own, answers, asked, arm))
        else:
            _take_part(arm, column, cell)
    found = _with_people_of_row(found)
    for (name, time), arm in found.items():
        if row.people_named and arm.says_something and "total" not in arm.numbers:
            arm.problems.append(
                f"“{row.people_named}” in the row’s name does not say how many are in "
                "each arm: type them in its cells, as 3.2 (1.1), n = 20."
            )
        _complete(arm, row.size_of(name, time))
    return found


def _with_people_of_row(
    found: dict[tuple[str, str], ArmNumbers],
) -> dict[tuple[str, str], ArmNumbers]:
    """The arms at each time, with the people that a column states for all times."""
    of_all = {
        name: arm.numbers["total"]
        for (name, time), arm in found.items()
        if not time and {*arm.numbers} == {"total"} and not arm.problems
    }
    timed = {name for name, time in found if time}
    for (name, time), arm in found.items():
        if time and arm.numbers and name in of_all:
            arm.numbers.setdefault("total", of_all[name])
    return {
        (name, time): arm
        for (name, time), arm in found.items()
        if time or name not in of_all or name not in timed
    }


def _cells_of_arms(
    columns: Sequence[Column], row: RowCells
) -> Iterator[tuple[Column, Cell]]:
    """Each cell of an arm, with its column as the row's own label has it."""
    parts = [(row.part or Part.WHOLE, row.cells), *row.below]
    for part, cells in parts:
        for column, cell in zip(columns, cells, strict=True):
            if column.role == Role.ARM:
                own = part != Part.WHOLE and column.part == Part.WHOLE
                yield replace(column, part=part) if own else column, cell


def _beside_its_part(column: Column, cell: Cell) -> str:
    text = " ".join(cell.text.split())
    return text if column.part == Part.WHOLE else f"{column.part.label} {text}"


_OF_MEANS = (Measure.MD, Measure.SMD, Measure.ROM)


def _are_means(columns: Sequence[Column], row: RowCells) -> bool:
    """Whether a number alone is a mean: a difference of means stands beside it."""
    beside = zip(columns, row.cells, strict=True)
    return not row.is_in_percent and any(
        (cell.measure or column.measure) in _OF_MEANS
        for column, cell in beside
        if column.role == Role.COMPARISON and cell.kind != Kind.MISSING
    )


def _pair_kind(columns: Sequence[Column], row: RowCells) -> Kind | None:
    """What "4 (3.3)" is in this row; None where it has to be asked.

    Where it is the share of its arm's people in every arm, it is events.
    """
    pairs = [
        (cell.numbers["mean"], cell.numbers["sd"], size)
        for column, cell in zip(columns, row.cells, strict=True)
        if cell.can_be and (size := row.size_of(column.arm, column.time))
    ]
    fits = [fits_share(events.value, size, share) for events, share, size in pairs]
    turned = [
        events.is_count and fits_share(events.value, size, share)
        for share, events, size in pairs
    ]
    may_be = [
        (one.is_count or other.is_count)  # "27.0 (7.3)" counts nobody
        and _may_be_share(*((one, other) if one.is_count else (other, one)), size)
        for one, other, size in pairs
    ]
    if row.said:
        return row.said
    if fits and all(fits):
        return Kind.PERCENT
    if row.heading in _MEDIANS:
        return Kind.MEAN_SD  # which it is not, and is told
    if turned and all(turned) and row.heading not in _AVERAGED:
        return Kind.SHARE_FIRST
    if row.heading in dict(PAIRS):
        return row.heading
    open_ = (n for cell in row.cells if cell.can_be for n in cell.numbers.values())
    if not any(number.is_count for number in open_):
        return Kind.MEAN_SD
    if not fits or any(fits) or all(may_be):
        return None
    return Kind.MEAN_SD


def _may_be_share(events: Number, share: Number, size: int) -> bool:
    """Whether it may be the share of some of an arm's people: of those with data."""
    if events.value > size or share.value > 100:
        return False
    return events.value * 100 <= size * (share.value + share.half)


_MEDIANS = (Kind.MEDIAN_QUARTILES, Kind.MEDIAN_RANGE)
_AVERAGED = (Kind.MEAN_SD, Kind.MEAN_SE, Kind.MEAN_CI, *_MEDIANS)


def _of_heading(cell: Cell, row: RowCells, arm: ArmNumbers) -> Cell:
    """A mean and spread as the heading over its row has them, where no label does."""
    if (
        row.said
        or row.hint in _AVERAGED
        or cell.kind != Kind.MEAN_SD
        or "sd" not in cell.numbers
    ):
        return cell
    if row.heading in _MEDIANS:
        arm.problems.append(no_median(cell.text))
    return as_kind(cell, Kind.MEAN_SE) if row.heading == Kind.MEAN_SE else cell


def _meant(
    cell: Cell,
    pair: Kind | None,
    lone: Kind | None,
    row: RowCells,
    answers: TableAnswers,
    asked: Asked,
    arm: ArmNumbers,
) -> Cell:
    """A cell of an arm, with what its shape left open decided, or asked."""
    if cell.can_be:
        if not pair:
            arm.problems += asked.ask("pair", cell.text, answers.pair)
        pair = pair or answers.pair
        cell = as_kind(cell, Kind(pair) if pair else cell.kind)
        return _of_heading(cell, row, arm)
    if cell.kind == Kind.MEAN_SD:
        return _of_heading(cell, row, arm)
    if cell.kind == Kind.ESTIMATE and "estimate" not in cell.numbers:
        arm.problems.append(
            f"“{cell.text.strip()}” has two ends and no middle; expected was 12 (8–20)."
        )
        return cell
    if cell.kind == Kind.ESTIMATE:
        triple = row.said or (row.heading if row.heading in dict(TRIPLES) else None)
        if not triple:
            arm.problems += asked.ask("triple", cell.text, answers.triple)
        triple = triple or answers.triple
        if triple == NO_FIELD[0]:
            arm.unkept.append(f"“{cell.text.strip()}” has no field.")
            return Cell(cell.text, Kind.MISSING)
        return as_kind(cell, Kind(triple) if triple else cell.kind)
    if cell.kind == Kind.NUMBER:
        is_count = row.is_of_counts and not row.is_in_percent
        one = row.said or (Kind.COUNTS if is_count else row.average or lone)
        number = cell.numbers["number"]
        if not one:
            arm.problems += asked.ask("one", cell.text, answers.one)
            one = answers.one
            if one == Kind.PERCENT:
                return replace(cell, kind=Kind.PERCENT, numbers={"percent": number})
        return as_kind(cell, Kind(one) if one else Kind.MEAN_SD)
    return cell


_PERSON_TIME = re.compile(r"(?:person|patient)[- ](?:years?|months?|days?)", re.I)


def _take_whole(arm: ArmNumbers, cell: Cell) -> None:
    arm.kind = cell.kind
    for name, number in cell.numbers.items():
        arm.numbers[name] = _whole_or_not(name, number)
    if cell.kind == Kind.RATE:
        arm.person_time_unit = _unit_of_time(cell.text)
    percent, events = cell.numbers.get("percent"), cell.numbers.get("events")
    if events is not None and events.whole is None:
        arm.problems.append(f"“{cell.text.strip()}”: events are a whole number.")
    arm.percent = percent or arm.percent


def _unit_of_time(text: str) -> str:
    found = _PERSON_TIME.search(text)
    return found[0].lower() if found else "person-years"


def _take_part(arm: ArmNumbers, column: Column, cell: Cell) -> None:
    """Take a column that holds one number of an arm."""
    part = column.part
    number = next(iter(cell.numbers.values()), None)
    several = len(cell.numbers) > 1 and part not in (Part.PERCENT, Part.MEAN_CI)
    if number is None or several:
        arm.problems.append(
            f"“{cell.text.strip()}” stands under “{part.label}”, where one number "
            "was expected."
        )
        return
    if part == Part.MEAN_CI:
        _take_mean_interval(arm, cell)
        return
    if part == Part.PERSON_TIME:
        arm.person_time_unit = _unit_of_time(column.printed)
    if part == Part.PERCENT:
        arm.percent = number
    elif part in (Part.EVENTS, Part.TOTAL) and number.whole is None:
        arm.problems.append(f"“{cell.text.strip()}”: {part.label} are a whole number.")
    else:
        arm.numbers[str(part)] = _whole_or_not(str(part), number)


def _take_mean_interval(arm: ArmNumbers, cell: Cell) -> None:
    """Take the interval of an arm's mean; one of a share has no field and is left."""
    if "mean" in arm.numbers and {*cell.numbers} == {"ci_low", "ci_high"}:
        arm.numbers["mean_ci_low"] = cell.numbers["ci_low"].kept
        arm.numbers["mean_ci_high"] = cell.numbers["ci_high"].kept


def _whole_or_not(name: str, number: Number) -> float | int:
    whole = number.whole if name in ("events", "total") else None
    return number.kept if whole is None else whole


def _complete(arm: ArmNumbers, size: int | None) -> None:
    """Add an arm's people, and see whether its events and share agree with them."""
    if "total" not in arm.numbers and size is not None and arm.says_something:
        arm.numbers["total"] = size
    arm.numbers.pop("percent", None)
    events, total = arm.numbers.get("events"), arm.numbers.get("total")
    if events is None:
        if arm.percent is not None:
            arm.unkept.append(_share_alone(arm.percent, total))
        return
    if total is None and "person_time" not in arm.numbers:
        arm.unkept.append(
            f"{events:.0f} events of how many people? Expected was 4/123, or n in the "
            "head."
        )
        arm.numbers.pop("events")
    elif total is None or "person_time" in arm.numbers:
        return
    elif events > total:
        arm.problems.append(f"{events:.0f} events cannot be among {total:.0f} people.")
    elif arm.percent and total and not fits_share(events, total, arm.percent):
        arm.problems.append(
            f"{events:.0f} of {total:.0f} is {100 * events / total:.1f} %, not "
            f"{arm.percent.text} %; which is right?"
        )


def _share_alone(percent: Number, total: float | None) -> str:
    """A share without the events: which numbers of people it can be."""
    said = f"{percent.text} % says no number of people; expected was 4/123."
    if not total:
        return said
    half = percent.half
    low, high = ((percent.value + step) * total / 100 for step in (-half, half))
    fitting = range(math.ceil(low - 1e-9), math.floor(high + 1e-9) + 1)
    if len(fitting) == 1:
        return f"{said} Of {total:.0f} people, only {fitting[0]} make {percent.text} %."
    return said
