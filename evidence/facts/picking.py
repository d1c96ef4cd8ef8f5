"""Which of several results of one study counts in a pooled line.

A study counts once in a line, or its people would be counted as many times as they were
measured. The rules are tried in order, and the last one decides every tie, so that the
order of the rows never matters.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import NamedTuple

from evidence.facts.declared import ItemFacts
from studies.designs import DesignGroup, design_group
from studies.words import AnalysisSet, Provenance
from texts.durations import days_in, same_time
from texts.words import YesNo

_SETS = {AnalysisSet.ITT: 0, AnalysisSet.MODIFIED_ITT: 1}
_OTHER_SETS = 2
_PRIMARY = re.compile(
    r"\bprimary\s+(end\s?point|outcome|time|analysis)|\(primary\)", re.IGNORECASE
)
ONLY_SUBGROUPS = "Only subgroups of its study are here, and they are not combined."


class Rule(NamedTuple):
    """What is preferred, in words, and how far a result is from it.

    ``distance`` takes a candidate and the time the claim asks for.
    """

    words: str
    distance: Callable[[ItemFacts, str], float]


@dataclass(frozen=True)
class Picked:
    """The result of a study that counts, if one does, and why each other does not."""

    item: ItemFacts | None
    passed_over: tuple[tuple[ItemFacts, str], ...]


def pick(items: Collection[ItemFacts], asked: str = "") -> Picked:
    """Pick one of the results of one study in one line.

    ``asked`` is the time the claim asks for, empty where it asks for none. Of several
    subgroups without everybody's result none is picked: one alone is not the study.
    """
    subgroups = {item.result.subgroup.casefold() for item in items}
    if len(subgroups) > 1 and "" not in subgroups:
        return Picked(None, tuple((item, ONLY_SUBGROUPS) for item in items))
    picked = min(items, key=lambda item: [rule.distance(item, asked) for rule in RULES])
    others = [item for item in items if item is not picked]
    return Picked(picked, tuple((item, _why(picked, item, asked)) for item in others))


def _why(picked: ItemFacts, other: ItemFacts, asked: str) -> str:
    """The first rule by which the picked one is the nearer, in a sentence."""
    words = next(
        rule.words
        for rule in RULES
        if rule.distance(picked, asked) < rule.distance(other, asked)
    )
    when = picked.result.time_point
    at = f" ({when})" if when and when != other.result.time_point else ""
    return f"Its study counts once, by its result {words}{at}."


# --- what is preferred ---


def _of_a_subgroup(item: ItemFacts, asked: str) -> float:
    return bool(item.result.subgroup)


def _not_when_asked(item: ItemFacts, asked: str) -> float:
    return bool(asked) and not same_time(item.result.time_point, asked)


def _not_primary(item: ItemFacts, asked: str) -> float:
    return not _PRIMARY.search(item.result.time_point)


def _early(item: ItemFacts, asked: str) -> float:
    return -(days_in(item.result.time_point) or 0.0)


def _not_as_randomised(item: ItemFacts, asked: str) -> float:
    return _SETS.get(item.result.analysis_set, _OTHER_SETS)


def _unadjusted(item: ItemFacts, asked: str) -> float:
    group = design_group(item.study.design, item.study.allocation)
    return group is DesignGroup.OTHER and item.result.adjusted != YesNo.YES


def _told_by_others(item: ItemFacts, asked: str) -> float:
    return item.result.provenance != Provenance.PRIMARY


def _later_entered(item: ItemFacts, asked: str) -> float:
    return item.result.id


RULES = (
    Rule("of everybody", _of_a_subgroup),
    Rule("at the time the claim asks for", _not_when_asked),
    Rule("at the time its source calls primary", _not_primary),
    Rule("at the longest time", _early),
    Rule("as randomised", _not_as_randomised),
    Rule("that is adjusted, as it is not randomised", _unadjusted),
    Rule("read in its own report", _told_by_others),
    Rule("that was entered first", _later_entered),
)
