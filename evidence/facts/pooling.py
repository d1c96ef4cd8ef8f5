"""The pooled lines under an evidence table, and what is held out of them.

One line pools what is alike, one result a study. Each included result is in one of
three places, so that none gets lost: it has a weight in a line, or a line names it as
not estimable, or it is held out with the reason.
"""

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from bibliography.notices.models import retraction_stands
from claims.models import Claim
from claims.words import ClaimKind
from evidence.facts.alike import (
    Alike,
    alike,
    alike_words,
    alone_because,
    never_pooled,
)
from evidence.facts.complements import turned
from evidence.facts.declared import ItemFacts
from evidence.facts.estimating import estimate
from evidence.facts.picking import Asked
from evidence.facts.pooled_lines import PooledLine, PooledRow, StudyLink, Unpooled
from evidence.facts.rows import (
    NO_NUMBERS,
    Row,
    better_of,
    row_of_study,
    turned_one_way,
)
from evidence.judged import noted
from evidence.method import FAR_APART
from evidence.models import EvidenceBase
from studies.designs import DesignGroup
from studies.effects import Measure
from studies.results.compared import BETWEEN, sides_of
from studies.results.converted import SKEWED
from studies.words import Measured
from texts.durations import days_in


class Pooling(NamedTuple):
    """The lines, and the included results that are in none, each with its reason."""

    lines: tuple[PooledLine, ...]
    held_out: tuple[Unpooled, ...]


@dataclass
class Members:
    """Results that are alike: one row a study, and what is none; reasons by item."""

    rows: list[Row] = field(default_factory=list)
    retracted: list[ItemFacts] = field(default_factory=list)
    without_numbers: list[ItemFacts] = field(default_factory=list)
    held_out: dict[int, str] = field(default_factory=dict)


def pooled(
    items: Iterable[ItemFacts],
    asked: Asked = Asked(),  # noqa: B008
    main_lines: Collection[str] = (),
) -> Pooling:
    """Pool the included results of a base as far as they may be.

    ``asked`` is what the claim asks for, ``main_lines`` the keys of the lines that the
    base marks as main. Whatever the order of the items, the figures are the same to
    the last digit.
    """
    return _pooled(tuple(items), asked, tuple(main_lines))


@lru_cache(maxsize=32)  # of long bases it takes as long as reading them
def _pooled(
    items: tuple[ItemFacts, ...], asked: Asked, main_lines: tuple[str, ...]
) -> Pooling:
    included = [item for item in items if item.decision == "included" and item.result]
    why = {item.item: never_pooled(item) for item in included}
    poolable = [item for item in included if not why[item.item]]
    read, turned_round = turned(poolable, asked.outcome, asked.complement_of)
    classes: dict[Alike, list[ItemFacts]] = {}
    for item in read:
        classes.setdefault(alike(item), []).append(item)
    lines = []
    for of in sorted(classes, key=lambda key: (key.designs != "randomised", key)):
        members = _members(classes[of], asked)
        why |= members.held_out
        if len(members.rows) + len(members.retracted) < 2:
            alone = alone_because(of, classes)
            why |= {item.item: alone for row in members.rows for item in row.items}
            continue
        line = _line(of, members, main_lines, turned_round)
        lines.append(line)
        if not line.weights:
            silent = {row.item for row in line.not_estimable}
            because = f"{line.in_words[:1].upper()}{line.in_words[1:]}."
            ids = [row.item.item for row in members.rows]
            why |= {id: because for id in ids if id not in silent}
    held_out = (_unpooled(item, why[item.item]) for item in included if why[item.item])
    return Pooling(tuple(lines), tuple(held_out))


def pooled_for(claim: Claim, base: EvidenceBase, items: Iterable[ItemFacts]) -> Pooling:
    """What is pooled of a base's items as the claim asks and the base marks."""
    return pooled(items, Asked.by(claim), base.main_lines)


def lines_that_speak(pooling: Pooling, designs: str, claim: Claim) -> list[PooledLine]:
    """The lines of a group of designs that may speak for it: each with figures.

    A share of people is no comparison: it speaks of how many there are, and nothing
    else does.
    """
    of_many = claim.kind == ClaimKind.PREVALENCE
    return [
        line
        for line in pooling.lines
        if line.designs == designs and line.weights
        if (line.metric == Measure.PROPORTION) == of_many
    ]


def deciding_line(pooling: Pooling, designs: str, claim: Claim) -> PooledLine | None:
    """The line that speaks for a group of designs; of several none, unless one is main.

    The one marked main, else the only one, else the only one of the claim's outcome.
    """
    there = lines_that_speak(pooling, designs, claim)
    measured = claim.outcome_measured.name if claim.outcome_measured else claim.outcome
    marked = [line for line in there if line.is_main]
    named = [line for line in there if line.outcome == measured]
    return next((some[0] for some in (marked, there, named) if len(some) == 1), None)


def _members(items: Collection[ItemFacts], asked: Asked) -> Members:
    members = Members()
    in_order = sorted(items, key=_study_order)
    for _, results in groupby(in_order, key=lambda item: item.study.id):
        _add_study(members, list(results), asked)
    if members.rows:
        rows, unknown = turned_one_way(members.rows, asked)
        members.held_out |= unknown
        members.rows = sorted(rows, key=_by_value)
    return members


def _study_order(item: ItemFacts) -> tuple[int, str, int, int]:
    study = item.study
    return study.year or 0, study.label, study.id, item.result.id


def _by_value(row: Row) -> tuple[float, float, tuple[float, ...]]:
    """An order that no row's id decides: a sum's last digit depends on the order."""
    effect = row.effect
    return effect.y or 0.0, effect.v or 0.0, row.table or ()


def _add_study(members: Members, results: list[ItemFacts], asked: Asked) -> None:
    """Sort the results of one study into what each is to the line."""
    row, why = row_of_study(results, asked)
    members.held_out |= why
    first = results[0]
    if row:
        members.rows.append(row)
    elif first.study.is_retracted:
        members.retracted.append(first)
    elif set(why.values()) <= {NO_NUMBERS, SKEWED}:
        members.without_numbers.append(first)


# --- a line ---


def _line(
    of: Alike,
    members: Members,
    main_lines: Collection[str],
    turned_round: Mapping[int, str],
) -> PooledLine:
    """What is pooled of alike results, and what is not and why.

    Where too few are left the line stays, without figures, and says so.
    """
    rows = members.rows
    notes = [
        turned_round[row.item.item] for row in rows if row.item.item in turned_round
    ]
    without = _without_estimated(rows)
    estimated = estimate(rows, [*_notes(rows), *notes, *without])
    items = _in_order(row.item for row in rows) or members.retracted
    unturned = {row.item.item for row in rows if not row.swapped}
    first = next((item for item in items if item.item in unturned), items[0])
    compared = _compared(first, is_turned=not unturned)
    silent = estimated.silent
    weighed = {int(item) for item in estimated.figures["weights"]}
    key = " | ".join(of)
    return PooledLine(
        **estimated.figures,
        designs=of.designs,
        designs_words=DesignGroup(of.designs).label,
        outcome=first.result.outcome,
        metric=of.metric,
        left_out=_labels(members.retracted),
        without_numbers=_labels(members.without_numbers),
        from_retracted=_labels(item for item in items if _source_retracted(item)),
        not_estimable=tuple(
            _unpooled(item, silent[item.item]) for item in items if item.item in silent
        ),
        comparison=compared,
        dose=first.result.dose,
        unit=first.result.outcome_unit if of.unit else "",
        contrast=of.contrast,
        measured=of.measured,
        alike_words=alike_words(of, first, compared),
        better=better_of(rows),
        rows=tuple(_row_facts(row) for row in rows if row.item.item in weighed),
        key=key,
        is_main=key in main_lines,
    )


def _compared(first: ItemFacts, *, is_turned: bool) -> str:
    """What a line compares with what, as the first of its results puts it."""
    words = first.result.comparison
    return BETWEEN.join(sides_of(words)[::-1]) if is_turned else words


def _without_estimated(rows: Sequence[Row]) -> Iterator[str]:
    """What is found without the rows whose numbers had to be converted."""
    stated = [row for row in rows if not row.estimated]
    if len(stated) == len(rows):
        return
    found = estimate(stated, ()).figures["in_words"] if stated else "nothing"
    yield f"Without the estimated numbers: {found}."


def _in_order(items: Iterable[ItemFacts]) -> list[ItemFacts]:
    return sorted(items, key=_study_order)


def _row_facts(row: Row) -> PooledRow:
    effect = row.effect
    shown = (effect.estimate, effect.low, effect.high)
    finite = (one if one is not None and math.isfinite(one) else None for one in shown)
    first, *others = row.items
    combined = tuple(item.item for item in others)
    more = (row.combined, row.people, row.events, row.estimated)
    return PooledRow(first.item, combined, _study_link(first), *finite, *more)


def _labels(items: Iterable[ItemFacts]) -> tuple[str, ...]:
    return tuple(item.study.label for item in items)


def _study_link(item: ItemFacts) -> StudyLink:
    study = item.study
    return StudyLink(study.id, study.label, study.year, study.address)


def _unpooled(item: ItemFacts, why: str) -> Unpooled:
    result = item.result
    return Unpooled(
        item=item.item,
        study=_study_link(item),
        outcome=result.outcome,
        time_point=result.time_point,
        in_words=result.in_words,
        why=why,
    )


def _source_retracted(item: ItemFacts) -> bool:
    """Whether the review or data set that reported a result is retracted."""
    source = item.result.compiled_from
    return bool(source) and retraction_stands(noted(source.notices))


def _notes(rows: Collection[Row]) -> Iterator[str]:
    """What a reader may ask of results that are pooled all the same."""
    yield from sorted(note for row in rows for note in row.notes)
    items = [row.item for row in rows]
    times = [days_in(item.result.time_point) for item in items]
    known = [days for days in times if days is not None]
    if known and max(known) > FAR_APART * min(known):
        yield "Their times lie far apart: ask whether they belong in one line."
    if {Measured.CHANGE, Measured.FINAL} <= {item.result.measured for item in items}:
        yield "Changes from baseline and final values are pooled together."
