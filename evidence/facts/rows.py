"""What each study counts with in a pooled line: one row a study, all turned one way."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from evidence.facts.alike import sides
from evidence.facts.arms import arms_on_one_control, combined
from evidence.facts.declared import ItemFacts
from evidence.facts.picking import Asked, pick
from studies.combining import Counted, combined_counts, combined_effects
from studies.designs import CLUSTERED, PAIRED
from studies.effects import COMPARING, Effect, Measure
from studies.rare_events import Table
from studies.results.compared import BETWEEN, is_other_way
from studies.results.converted import SKEWED, is_skewed
from studies.results.effects import (
    counts_of,
    events_of,
    has_interval,
    people_of,
    pooled_as,
    printed_first,
)
from studies.words import Better

RETRACTED = "Its study is retracted."
NO_NUMBERS = "It has no numbers to pool: no interval, nor both groups’ counts or means."
NO_SCALE = (
    "Scales run both ways here, and which way is better on this one is not stated."
)
ARM_COMBINED = (
    "It counts in its study’s row: its arm is combined with others on one control."
)
_NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five"}
_OPPOSITE = {Better.HIGHER: Better.LOWER, Better.LOWER: Better.HIGHER}


@dataclass(frozen=True)
class Row:
    """What a study counts with: its result, or its arms' or subgroups' together.

    ``table`` has its counts, where its effect is made of them; ``people`` are in it,
    each once, and ``events``, where they are known; ``combined`` says of what it is,
    ``estimated`` how its numbers were converted, where they had to be.
    """

    items: tuple[ItemFacts, ...]
    effect: Effect
    table: Table | None
    people: int | None = None
    events: int | None = None
    combined: str = ""
    estimated: str = ""
    notes: tuple[str, ...] = ()
    swapped: bool = False

    @property
    def item(self) -> ItemFacts:
        """The result that stands for the row."""
        return self.items[0]

    def turned(self, note: str) -> "Row":
        """The row with its arms swapped."""
        effect, table = self.effect, self.table
        if effect.y is not None:
            effect = replace(effect, y=-effect.y)
        swapped = (*table[2:], *table[:2]) if table else None
        return replace(self, effect=effect, table=swapped, notes=(*self.notes, note))


def row_of_study(
    items: Collection[ItemFacts], asked: Asked
) -> tuple[Row | None, dict[int, str]]:
    """The row of one study's results, and by item why each other is none.

    No row where it is retracted, has no numbers, or only subgroups that are not found
    alike.
    """
    if next(iter(items)).study.is_retracted:
        return None, {item.item: RETRACTED for item in items}
    effects = {item.item: _effect(item) for item in items}
    why = {item.item: _without(item) for item in items if effects[item.item] is None}
    whole = [item for item in items if effects[item.item] is not None]
    if not whole:
        return None, why
    picked = pick(whole, asked)
    why |= {item.item: reason for item, reason in picked.passed_over}
    if not picked.items:
        return None, why
    arms = [arms_on_one_control(item, whole) for item in picked.items]
    return _row(arms, asked), why | dict(_counted_in(arms))


def _without(item: ItemFacts) -> str:
    """Why a result has no effect that could be pooled."""
    return SKEWED if is_skewed(item.result) else NO_NUMBERS


def _row(arms: Sequence[tuple[ItemFacts, ...]], asked: Asked) -> Row:
    """The row of a study's subgroups, each its arms on one control; of one, mostly."""
    items = [combined(each) for each in arms]
    effects = [effect for item in items if (effect := _effect(item))]
    parts = (_arms_words(arms), _subgroups_words(items))
    estimated = [effect.estimated for effect in effects]
    return Row(
        tuple(item for each in arms for item in each),
        combined_effects(effects),
        _added([_table(item) for item in items]),
        people=_people(items),
        events=_sum(events_of(one.result) for one in items),
        combined=", ".join(part for part in parts if part),
        estimated="; ".join(filter(None, dict.fromkeys(estimated))),
        notes=tuple(_notes(arms, effects, asked)),
    )


def _counted_in(arms: Sequence[tuple[ItemFacts, ...]]) -> Iterator[tuple[int, str]]:
    """By item, why a result that the study's row combines has no weight of its own."""
    names = ", ".join(each[0].result.subgroup for each in arms)
    for number, (first, *others) in enumerate(arms):
        if number:
            words = f"It counts in its study’s row, combined of subgroups: {names}."
            yield first.item, words
        for item in others:
            yield item.item, ARM_COMBINED


def _arms_words(arms: Sequence[tuple[ItemFacts, ...]]) -> str:
    """As "two arms combined"; empty where each is one."""
    most = max(map(len, arms))
    return f"{_NUMBERS.get(most, most)} arms combined" if most > 1 else ""


def _subgroups_words(items: Sequence[ItemFacts]) -> str:
    count = len(items)
    return f"{_NUMBERS.get(count, count)} subgroups combined" if count > 1 else ""


def _people(items: Sequence[ItemFacts]) -> int | None:
    """The people of all subgroups; of the study where not each states its own."""
    stated = [people_of(item.result, None) for item in items]
    return items[0].study.sample_size if None in stated else sum(stated)


def _sum(values: Iterable[int | None]) -> int | None:
    known = list(values)
    return None if None in known else sum(known)


def _effect(item: ItemFacts) -> Effect | None:
    return pooled_as(item.result, item.study.design)


def _table(item: ItemFacts) -> Table | None:
    design = item.study.design
    own = printed_first(item.result, design) or design in CLUSTERED | PAIRED
    return None if own else counts_of(item.result)


def _added(tables: Sequence[Table | None]) -> Table | None:
    if None in tables:
        return None
    if len(tables) == 1:
        return tables[0]
    arms = (
        combined_counts([Counted(*table[at : at + 2]) for table in tables])
        for at in (0, 2)
    )
    return tuple(number for arm in arms for number in arm)


def _notes(
    arms: Sequence[tuple[ItemFacts, ...]], effects: Sequence[Effect], asked: Asked
) -> Iterator[str]:
    first = arms[0][0]
    label, subgroup = first.study.label, first.result.subgroup
    if words := _arms_words(arms):
        yield f"{label}: {words}, so that their one control counts once."
    if len(arms) > 1:
        names = ", ".join(each[0].result.subgroup for each in arms)
        yield f"{label}: its subgroups ({names}) are combined by a fixed effect."
    elif subgroup and subgroup.casefold() != asked.subgroup.casefold():
        yield f"{label} counts by one subgroup alone: {subgroup}."
    elif asked.subgroup and not subgroup:
        yield f"{label} counts everybody: nothing is here of {asked.subgroup} alone."
    for items, effect in zip(arms, effects, strict=True):
        yield from _notes_on_dependence(items[0], effect)
        if effect.estimated:
            yield f"{label}: estimated, {effect.estimated}."


def _notes_on_dependence(item: ItemFacts, effect: Effect) -> Iterator[str]:
    """How people who are not independent are allowed for."""
    label, result, design = item.study.label, item.result, item.study.design
    adjusted_for = result.further.adjusted_for if result.further else ""
    of = f" (adjusted for {adjusted_for})" if adjusted_for else ""
    if design in PAIRED and has_interval(result):
        yield f"{label}: its interval is read as that of differences within people{of}."
    if design not in CLUSTERED:
        return
    if printed_first(result, design):
        yield f"{label}: its interval is read as adjusted for clusters{of}."
    elif effect.notes:
        yield f"{label}: {effect.notes[-1][:1].lower()}{effect.notes[-1][1:]}"


# --- turned one way ---


def turned_one_way(
    rows: Sequence[Row], asked: Asked
) -> tuple[list[Row], dict[int, str]]:
    """The rows with arms swapped as the claim compares them, else as most have them.

    Scales are turned as most run. And by item why a row is none: a scale of which
    nobody knows which way it runs.
    """
    usual, like = _usual_sides(rows, asked)
    rows = [
        row
        if sides(row.item) == usual
        else replace(row.turned(_swapped(row, like)), swapped=True)
        for row in rows
    ]
    ways = [_better(row) for row in rows]
    stated = {way for way in ways if way in _OPPOSITE}
    if len(stated) < 2 or rows[0].effect.measure != Measure.SMD:
        return rows, {}
    usual_way = _most(way for way in ways if way in _OPPOSITE)
    unknown = {row.item.item: NO_SCALE for row in rows if _better(row) not in _OPPOSITE}
    note = f"its scale is turned round, so that {usual_way} is better in all."
    return [
        row
        if _better(row) == usual_way
        else row.turned(f"{row.item.study.label}: {note}")
        for row in rows
        if row.item.item not in unknown
    ], unknown


def _usual_sides(rows: Sequence[Row], asked: Asked) -> tuple[object, str]:
    """Which side comes first in a line, and who has it so."""
    known = [sides(row.item) for row in rows]
    compares = rows[0].effect.measure in COMPARING
    for each in known if compares else ():
        if is_other_way(BETWEEN.join(each), asked.intervention, asked.comparator):
            return each[::-1], "the claim does"
    return _most(known), "the others"


def _swapped(row: Row, like: str) -> str:
    return f"{row.item.study.label}: its arms are swapped, to be compared as {like}."


def better_of(rows: Sequence[Row]) -> str:
    """Which way the outcome of a line is better; empty where nobody stated it."""
    stated = [way for way in map(_better, rows) if way in _OPPOSITE]
    return str(_most(stated)) if stated else ""


def _better(row: Row) -> str:
    return row.item.result.outcome_better


def _most(values: Iterable) -> object:
    """The commonest; of as common ones the last in their order."""
    counted = Counter(values)
    return max(counted, key=lambda value: (counted[value], value))
