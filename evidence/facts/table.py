"""The evidence table: its columns, what stands apart in it, and what was pooled."""

from collections.abc import Collection
from dataclasses import replace

from evidence.facts.declared import ItemFacts
from evidence.facts.pooled_lines import PooledRow
from evidence.facts.pooling import Pooling
from evidence.words import Apart
from studies.designs import PRECLINICAL, UNRATED
from studies.figures import figure
from studies.words import Provenance

COLUMNS = (
    "Study and design",
    "Comparison and people",
    "Time",
    "Result (95 % interval)",
    "What it shows",
    "Where it was read",
)
_ORDER = list(Apart)


def laid_out(
    items: Collection[ItemFacts], pooling: Pooling, *, rated: bool
) -> tuple[ItemFacts, ...]:
    """The candidates as the table has them: what is graded first, then what is apart.

    ``rated`` is whether the claim is judged by GRADE: where it is not, a passage is
    evidence like any other. What is not included keeps its place at the end.
    """
    pooled = _pooled_words(pooling)
    placed = (_placed(item, pooled.get(item.item, ""), rated) for item in items)
    return tuple(sorted(placed, key=_position))


def _placed(item: ItemFacts, pooled: str, rated: bool) -> ItemFacts:
    apart = apart_of(item, rated=rated)
    words = apart.capitalised if apart else ""
    return replace(item, apart=str(apart), apart_words=words, pooled_words=pooled)


def _position(item: ItemFacts) -> tuple[bool, int]:
    included = item.decision == "included"
    return not included, _ORDER.index(Apart(item.apart)) if included else 0


def apart_of(item: ItemFacts, *, rated: bool) -> Apart:
    """Why an item is not graded with the rest; ``Apart.NOT`` where it is."""
    if item.result is None:
        return Apart.PASSAGE if rated else Apart.NOT
    if item.result.provenance == Provenance.SECOND_HAND:
        return Apart.SECOND_HAND
    if item.study.design in PRECLINICAL:
        return Apart.PRECLINICAL
    return Apart.NOT_RATED if item.study.design in UNRATED else Apart.NOT


def _also(row: PooledRow) -> str:
    """What a study's row is made of, where it is not one result as it stands."""
    estimated = f"estimated, {row.estimated_words}" if row.estimated_words else ""
    return ", ".join(filter(None, (row.combined_words, estimated)))


def _pooled_words(pooling: Pooling) -> dict[int, str]:
    """By item, its weight in the line that pooled it, or that none did.

    Why not is said once, by the line or in the list of what is held out.
    """
    found = {}
    for line in pooling.lines:
        also = {row.item: _also(row) for row in line.rows}
        for item, weight in line.weights.items():
            weighs = f"weight {figure(weight, 1)} %"
            of = f"{weighs} in the pooled {line.k} {line.designs_words}"
            words = (of, also.get(int(item), ""))
            found[int(item)] = ": ".join(part for part in words if part)
        for row in line.not_estimable:
            found[row.item] = "not estimable, so without weight"
    for row in pooling.held_out:
        found[row.item] = "not pooled: why stands below the table"
    for line in pooling.lines:
        for row in line.rows:
            words = f"in its study’s row: {row.combined_words}"
            found |= dict.fromkeys(row.combined, words)
    return found
