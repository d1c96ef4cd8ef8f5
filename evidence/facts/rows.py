"""What each study counts with in a pooled line: one row a study, all turned one way."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from evidence.facts.alike import sides
from evidence.facts.declared import ItemFacts
from evidence.facts.picking import Asked, pick
from studies.combining import Counted, combined_counts, combined_effects
from studies.designs import CLUSTERED, PAIRED
from studies.effects import Effect, Measure
from studies.rare_events import Table
from studies.results.effects import counts_of, effect_of, printed_first
from studies.words import Better

RETRACTED = "Its study is retracted."
NO_NUMBERS = "It has no numbers to pool: no interval, nor both groups’ counts or means."
NO_SCALE = (
    "Scales run both ways here, and which way is better on this one is not stated."
)
_OPPOSITE = {Better.HIGHER: Better.LOWER, Better.LOWER: Better.HIGHER}


@dataclass(frozen=True)
class Row:
    """What a study counts with: its result, or its subgroups' together.

    ``table`` has its counts, where its effect is made of them.
    """

    items: tuple[ItemFacts, ...]
    effect: Effect
    table: Table | None
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
    why = {id: NO_NUMBERS for id, effect in effects.items() if effect is None}
    whole = [item for item in items if effects[item.item] is not None]
    if not whole:
        return None, why
    picked = pick(whole, asked)
    why |= {item.item: reason for item, reason in picked.passed_over}
    if not picked.items:
        return None, why
    first, *others = picked.items
    names = ", ".join(item.result.subgroup for item in picked.items)
    why |= {
        item.item: f"It counts in its study’s row, combined of subgroups: {names}."
        for item in others
    }
    tables = [_table(item) for item in picked.items]
    return Row(
        picked.items,
        combined_effects([effects[item.item] for item in picked.items]),
        _added(tables),
        tuple(_notes(first, others, names, asked)),
    ), why


def _effect(item: ItemFacts) -> Effect | None:
    return effect_of(item.result, item.study.design)


def _table(item: ItemFacts) -> Table | None:
    own = printed_first(item.result, item.study.design)
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
    first: ItemFacts, others: Collection[ItemFacts], names: str, asked: Asked
) -> Iterable[str]:
    label, subgroup = first.study.label, first.result.subgroup
    if others:
        yield f"{label}: its subgroups ({names}) are combined by a fixed effect."
    elif subgroup and subgroup.casefold() != asked.subgroup.casefold():
        yield f"{label} counts by one subgroup alone: {subgroup}."
    if first.study.design in PAIRED:
        yield f"{label}: its interval is read as that of differences within people."
    if first.study.design in CLUSTERED:
        yield f"{label}: its interval is read as adjusted for clusters."


# --- turned one way ---


def turned_one_way(rows: Sequence[Row]) -> tuple[list[Row], dict[int, str]]:
    """The rows with arms swapped and scales turned as most have them.

    And by item why a row is none: a scale of which nobody knows which way it runs.
    """
    usual = _most(sides(row.item) for row in rows)
    rows = [
        row
        if sides(row.item) == usual
        else replace(row.turned(_swapped(row)), swapped=True)
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


def _swapped(row: Row) -> str:
    return (
        f"{row.item.study.label}: its arms are swapped, to be compared as the others."
    )


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
