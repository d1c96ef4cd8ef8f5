"""Guidance beside each domain: what it asks, what counts, and this base's figures."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from evidence.facts.bias import bias_tables, carried_by, unappraised_words
from evidence.facts.declared import ItemFacts, PooledLine
from evidence.facts.figures import figures_of
from evidence.facts.pooling import Pooling
from evidence.facts.summary import deciding_figures, is_rated
from evidence.grades.guiding.domains import (
    dose_response,
    inconsistency,
    indirectness,
    large_effect,
    opposing_confounding,
    publication_bias,
    risk_of_bias,
)
from evidence.grades.guiding.ground import Ground, Hint, backgrounds
from evidence.grades.guiding.imprecision import imprecision
from evidence.method import GUIDANCE
from evidence.models import EvidenceBase, EvidenceItem
from evidence.words import Domain, Upgrade

__all__ = ["Beside", "Hint", "guides_of"]

_HINTS: Mapping[Domain | Upgrade, Callable[[Ground], Iterator[Hint]]] = {
    Domain.RISK_OF_BIAS: risk_of_bias,
    Domain.INCONSISTENCY: inconsistency,
    Domain.INDIRECTNESS: indirectness,
    Domain.IMPRECISION: imprecision,
    Domain.PUBLICATION_BIAS: publication_bias,
    Upgrade.LARGE_EFFECT: large_effect,
    Upgrade.DOSE_RESPONSE: dose_response,
    Upgrade.OPPOSING_CONFOUNDING: opposing_confounding,
}


@dataclass(frozen=True)
class Beside:
    """What stands beside one domain: its question, its levels, the base's figures."""

    asks: str
    levels: tuple[str, ...]
    hints: tuple[Hint, ...]


def guides_of(
    base: EvidenceBase,
    candidates: Collection[ItemFacts],
    pooling: Pooling,
    lines: Mapping[str, PooledLine | None],
    readings: Iterable[Mapping[str, Any]],
    rows: Iterable[EvidenceItem],
) -> dict[str, dict[str, Beside]]:
    """What stands beside each domain and upgrade, by group of designs.

    ``lines`` has the pooled line that speaks for each group, ``readings`` how the
    reviewer reads each item so far, ``rows`` are the candidates as ``items_of`` has
    them. The figures decide nothing: a hint says at most
    that it speaks for moving certainty.
    """
    counting = [item for item in candidates if is_rated(item)]
    deciding = list(deciding_figures(base.claim, counting, pooling.lines))
    known = backgrounds(rows)
    directness = {reading["item"]: reading for reading in readings}
    found = {}
    for designs, line in lines.items():
        carried = carried_by(designs, candidates, line)
        of_group = [one for one in deciding if one.designs == designs]
        ground = Ground(
            designs=designs,
            base=base,
            items=[one for one in counting if one.result.designs == designs],
            candidates=candidates,
            deciding=next((one for one in of_group if one.line is line), None),
            figures=figures_of(base),
            backgrounds=known,
            directness=directness,
            bias=bias_tables(carried),
            unappraised=unappraised_words(carried),
        )
        found[designs] = _beside(ground)
    return found


def _beside(ground: Ground) -> dict[str, Beside]:
    found = {
        str(move): Beside(guide.asks, guide.levels, tuple(_HINTS[move](ground)))
        for move, guide in GUIDANCE.items()
    }
    if ground.cited_only:  # then it can't be assessed, and has no level to choose
        name = str(Domain.PUBLICATION_BIAS)
        found[name] = replace(found[name], levels=())
    return found
