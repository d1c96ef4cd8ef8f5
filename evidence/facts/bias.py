"""How the results of a group of designs were appraised, weighed as what decides.

What nobody appraised keeps its share of the weight, under its own name.
"""

import math
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from claims.models import Claim
from core.templatetags.footing import counted
from evidence.bases.counting import addresses
from evidence.facts.appraised import (
    AppraisalFacts,
    AppraisedRow,
    BiasTable,
    DomainFacts,
    DomainShares,
    JudgementMark,
    JudgementShare,
    mark_facts,
)
from evidence.facts.declared import GroupFacts, ItemFacts, PooledLine
from evidence.facts.pooling import Pooling, deciding_line
from evidence.facts.summary import is_rated
from evidence.method import BIAS_RULE, propose_bias, proposes_bias
from studies.designs import DesignGroup
from studies.pictures.judgement_bars import share_in_words
from studies.pictures.lights import NOT_APPRAISED, OVERALL

NOBODY = "not appraised"  # what stands beside a domain where nobody did
UNAPPRAISED = mark_facts(NOT_APPRAISED)


class Carried(NamedTuple):
    """The results that carry a group of designs, each with its share of the weight."""

    designs: str
    items: tuple[ItemFacts, ...]
    shares: Mapping[int, float]
    weighed: bool

    @property
    def weighed_words(self) -> str:
        """Where the shares are from."""
        results = counted(len(self.items), "result")
        if self.weighed:
            return f"Weighted as the pooled line weighs its {results}."
        return f"Unweighted, for no pooled line decides: {results}, each alike."


def carried_by(
    designs: str, items: Iterable[ItemFacts], line: PooledLine | None
) -> Carried:
    """The results of a group's deciding line with its weights.

    Without a line they are all that address the claim's question, each alike.
    A row that is made of several results shares its weight out among them.
    """
    there = [item for item in items if is_rated(item)]
    there = [item for item in there if item.result.designs == designs]
    if line is None:
        there = [item for item in there if _addresses(item)]
        share = 1 / len(there) if there else 0
        return Carried(designs, tuple(there), {i.item: share for i in there}, False)
    weights: dict[int, float] = {}
    for row in line.rows:
        made_of = (row.item, *row.combined)
        weight = line.weights[str(row.item)] / len(made_of)
        weights |= dict.fromkeys(made_of, weight)
    kept = tuple(item for item in there if item.item in weights)
    total = math.fsum(weights[item.item] for item in kept)
    shares = {item.item: weights[item.item] / total for item in kept}
    return Carried(designs, kept, shares, True)


def _addresses(item: ItemFacts) -> bool:
    """Whether it is read as speaking of the claim's own question."""
    directness = vars(item.directness).items()
    matches = {f"{name}_match": word for name, word in directness}
    return addresses({**matches, "bearing": item.bearing})


def carried_in(
    claim: Claim, items: Collection[ItemFacts], pooling: Pooling
) -> list[Carried]:
    """The results that carry each group of designs of which some count."""
    found = (
        carried_by(designs, items, deciding_line(pooling, designs, claim))
        for designs in map(str, DesignGroup)
    )
    return [one for one in found if one.items]


def bias_of(
    carried: Iterable[Carried], groups: Collection[GroupFacts]
) -> tuple[BiasTable, ...]:
    """The tables of the group that the verdict rests on; of each, if none was rated."""
    carries = {group.designs for group in groups if group.carries}
    return tuple(
        table
        for one in carried
        if not carries or one.designs in carries
        for table in bias_tables(one)
    )


def bias_tables(carried: Carried) -> tuple[BiasTable, ...]:
    """A table for each instrument that any of the carried results was appraised with.

    None where nobody appraised any of them.
    """
    newest: dict[tuple[str, str], AppraisalFacts] = {}
    for one in _appraisals(carried.items):
        key = (one.instrument, one.variant)
        if key not in newest or newest[key].agreed_at < one.agreed_at:
            newest[key] = one
    return tuple(_table(carried, newest[key]) for key in sorted(newest))


def unappraised_words(carried: Carried) -> str:
    """What of the carried results nobody appraised; empty where somebody did all."""
    left = [item for item in carried.items if not item.appraisals]
    if not left:
        return ""
    if len(left) == len(carried.items):
        return NOBODY
    if carried.weighed:
        share = share_in_words(math.fsum(carried.shares[item.item] for item in left))
        return f"{share} of the weight not appraised"
    return f"{len(left)} of {counted(len(carried.items), 'result')} not appraised"


def _appraisals(items: Iterable[ItemFacts]) -> Iterable[AppraisalFacts]:
    return (one for item in items for one in item.appraisals)


def _table(carried: Carried, newest: AppraisalFacts) -> BiasTable:
    """The table of one instrument, as its newest appraisal here is made up."""
    domains = tuple(DomainFacts(one.code, one.name) for one in newest.domains)
    rows = tuple(_rows(carried, newest, domains))
    shares = tuple(
        DomainShares(domain, _shares(rows, number, newest.scale))
        for number, domain in enumerate(domains)
    )
    proposed = None
    if proposes_bias(newest.instrument, carried.designs):
        proposed = propose_bias(newest.instrument, _overall(shares))
    return BiasTable(
        designs=carried.designs,
        designs_words=DesignGroup(carried.designs).label,
        instrument=newest.instrument,
        version=newest.version,
        name=newest.name,
        variant_words=newest.variant_words,
        domains=domains,
        scale=newest.scale,
        rows=rows,
        shares=shares,
        weighed=carried.weighed,
        weighed_words=carried.weighed_words,
        proposed=proposed.levels if proposed else None,
        proposed_words=proposed.words if proposed else "",
        rule=BIAS_RULE,
    )


def _rows(
    carried: Carried, newest: AppraisalFacts, domains: Collection[DomainFacts]
) -> Iterable[AppraisedRow]:
    """A row for each result; for each study where that is what is appraised."""
    of_study = newest.of == "study"
    together: dict[int, list[ItemFacts]] = {}
    for item in carried.items:
        together.setdefault(item.study.id if of_study else item.item, []).append(item)
    several = {item.study.id for item in carried.items}
    alone = len(several) == len(together)
    for items in together.values():
        first = items[0]
        found = [one for one in first.appraisals if _is_with(one, newest)]
        share = math.fsum(carried.shares[item.item] for item in items)
        yield AppraisedRow(
            item=first.item,
            label=first.study.label,
            note="" if alone else _note(first),
            address=first.study.address if of_study else first.result.address,
            retracted=first.study.is_retracted,
            share=share,
            appraisal=found[0].id if found else None,
            appraisal_address=found[0].address if found else "",
            marks=_marks(found, domains),
        )


def _is_with(one: AppraisalFacts, other: AppraisalFacts) -> bool:
    return (one.instrument, one.variant) == (other.instrument, other.variant)


def _note(item: ItemFacts) -> str:
    """What tells a result from others of its study."""
    return ", ".join(filter(None, (item.result.outcome, item.result.time_point)))


def _marks(
    found: Collection[AppraisalFacts], domains: Iterable[DomainFacts]
) -> tuple[JudgementMark, ...]:
    """The marks of an appraisal by the table's domains, by name: versions differ."""
    judged = {one.name: one.judgement for each in found for one in each.domains}
    return tuple(judged.get(domain.name, UNAPPRAISED) for domain in domains)


def _shares(
    rows: Collection[AppraisedRow], number: int, scale: Iterable[JudgementMark]
) -> tuple[JudgementShare, ...]:
    """The share of each judgement in a column, from the best to the worst."""
    weights: dict[JudgementMark, list[float]] = {mark: [] for mark in scale}
    others = {row.marks[number] for row in rows} - {*weights, UNAPPRAISED}
    weights |= {mark: [] for mark in sorted(others, key=_by_symbol, reverse=True)}
    weights[UNAPPRAISED] = []
    for row in rows:
        weights[row.marks[number]].append(row.share)
    sums = {mark: math.fsum(each) for mark, each in weights.items() if each}
    return tuple(
        JudgementShare(mark, share, share_in_words(share))
        for mark, share in sums.items()
    )


def _by_symbol(mark: JudgementMark) -> tuple[str, str]:
    """Stars by their number."""
    return mark.symbol, mark.word


def _overall(shares: Iterable[DomainShares]) -> dict[str, float]:
    """The share of each judgement of the whole, by its word."""
    return {
        one.judgement.word: one.share
        for each in shares
        if each.domain.code == OVERALL.code
        for one in each.shares
    }
