"""What is known of one group of designs: the ground that a domain is judged on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from claims.words import Scope
from evidence.facts.appraised import BiasTable
from evidence.facts.declared import Figures, ItemFacts, PooledLine
from evidence.facts.summary import Deciding, people_in, people_of_figure
from evidence.judged import ELEMENTS
from evidence.method import BY_MARGIN
from evidence.models import EvidenceBase, EvidenceItem
from studies.effects import RATIOS
from studies.results.effects import events_of
from studies.words import Importance


class Hint(NamedTuple):
    """A figure of this base, in words, and whether it speaks for moving certainty."""

    words: str
    speaks: bool = False


class Weighed(NamedTuple):
    """A study of a pooled line: its share in per cent and its shown effect."""

    label: str
    weight: float
    item: ItemFacts
    estimate: float | None
    low: float | None
    high: float | None


class Background(NamedTuple):
    """What no fact holds of a result: what its outcome matters, how it was planned."""

    importance: str
    planned: bool
    funding: bool


def backgrounds(items: Iterable[EvidenceItem]) -> dict[int, Background]:
    """By result, what its outcome and its study's plans are."""
    return {
        item.result_id: Background(
            item.result.outcome.importance,
            item.has_plan or bool(item.result.study.registration.strip()),
            bool(item.result.study.funding),
        )
        for item in items
        if item.result_id
    }


@dataclass(frozen=True)
class Ground:
    """The results of one group of designs, and the figure that speaks for them.

    ``items`` are those that count; ``candidates`` all of the base, whatever was
    decided; ``directness`` is by item, as the reviewer reads it (``outcome_match``);
    ``deciding`` is None where several lines stand side by side, or no number is here;
    ``bias`` is how the results that carry were appraised, ``unappraised`` says what of
    them nobody did.
    """

    designs: str
    base: EvidenceBase
    items: Collection[ItemFacts]
    candidates: Collection[ItemFacts]
    deciding: Deciding | None
    figures: Figures | None
    backgrounds: Mapping[int, Background]
    directness: Mapping[int, Mapping[str, str]]
    bias: Collection[BiasTable] = ()
    unappraised: str = ""

    @property
    def cited_only(self) -> bool:
        """Whether nobody looked further than what articles cite."""
        return self.base.scope == Scope.CITED_ONLY

    @property
    def line(self) -> PooledLine | None:
        """The pooled line, where one speaks for the group."""
        return self.deciding.line if self.deciding else None

    @cached_property
    def weighed(self) -> list[Weighed]:
        """The studies of the line, the heaviest first; none without a line."""
        if self.line is None:
            return []
        by_id = {item.item: item for item in self.items}
        found = [
            Weighed(
                row.study.label,
                self.line.weights[str(row.item)],
                by_id[row.item],
                row.estimate,
                row.low,
                row.high,
            )
            for row in self.line.rows
            if row.item in by_id
        ]
        return sorted(found, key=lambda row: (-row.weight, row.label))

    @cached_property
    def studies(self) -> int:
        """How many studies count in the group."""
        return len({item.study.id for item in self.items})

    @property
    def counted(self) -> Collection[ItemFacts]:
        """The results the figure is made of; without one all that count."""
        return self.deciding.items if self.deciding else self.items

    @cached_property
    def people(self) -> int | None:
        """The people of the figure, each once; None where some are not stated."""
        if self.deciding:
            return people_of_figure(self.deciding)
        return people_in(self.items) if self.items else None

    @cached_property
    def events(self) -> int | None:
        """The events of the figure; None where some are not stated."""
        if self.line:
            counts = [row.events for row in self.line.rows]
        else:
            counts = [events_of(item.result) for item in self.counted]
        return None if not counts or None in counts else sum(counts)

    @property
    def reads_by_margin(self) -> bool:
        """Whether the claim is held against a margin, and not against no difference."""
        return self.base.claim.asserts in BY_MARGIN

    @property
    def no_difference(self) -> float:
        """What the deciding measure shows where there is no difference."""
        return 1.0 if self.deciding and self.deciding.measure in RATIOS else 0.0

    @property
    def surrogates(self) -> int:
        """How many results are of an outcome that stands in for another."""
        return sum(
            self.backgrounds[item.result.id].importance == Importance.SURROGATE
            for item in self.items
            if item.result.id in self.backgrounds
        )

    def planned(self) -> tuple[int, int]:
        """Studies with a protocol or registration on file, and that state funding."""
        by_study = {
            item.study.id: self.backgrounds[item.result.id]
            for item in self.items
            if item.result.id in self.backgrounds
        }
        return (
            sum(one.planned for one in by_study.values()),
            sum(one.funding for one in by_study.values()),
        )

    def matches(self) -> dict[str, Counter[str]]:
        """Per element of the question, how many results match it how."""
        found: dict[str, Counter[str]] = {}
        for item in self.items:
            read = self.directness.get(item.item, {})
            for element in ELEMENTS:
                match = read.get(f"{element}_match", "")
                found.setdefault(element, Counter())[match] += 1
        return found
