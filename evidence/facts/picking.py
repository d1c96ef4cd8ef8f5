"""Which of several results of one study counts in a pooled line.

A study counts once in a line, or its people would be counted as many times as they were
measured. The rules are tried in order, and the last one decides every tie, so that the
order of the rows never matters.
"""

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import NamedTuple

from claims.models import Claim
from claims.words import ClaimKind
from evidence.facts.declared import ItemFacts
from studies.designs import DesignGroup
from studies.words import AnalysisSet, Provenance
from texts.durations import days_in, same_time
from texts.rules import RuleEffect, RuleEntry
from texts.titles import same_however_typed
from texts.words import YesNo

RULE_ENTRIES = (
    RuleEntry(
        "pooling.picking",
        "Of several results of one study that fit a line, one counts: by people, "
        "time, analysis, adjustment and source, in that order.",
        RuleEffect.DECIDES,
        "Footing; Cochrane Handbook, chapter 23",
    ),
)


_AS_RANDOMISED = {AnalysisSet.ITT: 0, AnalysisSet.MODIFIED_ITT: 1}
_AS_TREATED = {AnalysisSet.SAFETY: 0, AnalysisSet.ITT: 1, AnalysisSet.MODIFIED_ITT: 2}
_OTHER_SETS = 3
_OF_A_PART = frozenset({AnalysisSet.PER_PROTOCOL, AnalysisSet.COMPLETERS})
_PRIMARY = re.compile(
    r"\bprimary\s+(end\s?point|outcome|time|analysis)|\(primary\)", re.IGNORECASE
)
_NO_LONGER_RANDOMISED = re.compile(r"\bextension\b|\bopen[ -]label\b", re.IGNORECASE)
ONLY_SUBGROUPS = (
    "Only subgroups of its study are here, and not all by results of one time and one "
    "set of people: they are not combined."
)


class Asked(NamedTuple):
    """What a claim asks for where a study has several results, or several outcomes.

    ``complement_of`` is what its outcome is the complement of, empty where of none;
    arms are compared as ``intervention`` with ``comparator``, where words say which.
    """

    time: str = ""
    subgroup: str = ""
    harm: bool = False
    outcome: str = ""
    complement_of: str = ""
    intervention: str = ""
    comparator: str = ""

    @classmethod
    def by(cls, claim: Claim) -> "Asked":
        """What the claim's question says of time, people and outcome."""
        measured = claim.outcome_measured
        whole = measured.complement_of if measured else None
        return cls(
            claim.time_frame,
            claim.subgroup,
            claim.kind == ClaimKind.HARM,
            measured.name if measured else claim.outcome,
            whole.name if whole else "",
            claim.intervention,
            claim.comparator,
        )


class Rule(NamedTuple):
    """What is preferred, in words, and how far a result is from it."""

    words: str
    distance: Callable[[ItemFacts, Asked], float]


@dataclass(frozen=True)
class Picked:
    """The results of a study that count, and why each other does not.

    Several are its subgroups, to be combined; none where they can't be.
    """

    items: tuple[ItemFacts, ...]
    passed_over: tuple[tuple[ItemFacts, str], ...]


def pick(items: Collection[ItemFacts], asked: Asked) -> Picked:
    """Pick one of the results of one study in one line, or its subgroups' together.

    Everybody's comes first, unless the claim asks for a subgroup. Subgroups are taken
    together by what was found at one time in one set of people.
    """
    picked = min(items, key=lambda item: _distances(item, asked))
    subgroups = {same_however_typed(item.result.subgroup) for item in items}
    together = [picked]
    if len(subgroups) > 1 and _is_of_some(picked, asked):
        together = _subgroups(picked, items, asked)
        if len(together) < len(subgroups):
            return Picked((), tuple((item, ONLY_SUBGROUPS) for item in items))
    others = [item for item in items if item not in together]
    passed_over = ((item, _why(_rival(item, together), item, asked)) for item in others)
    return Picked(tuple(together), tuple(passed_over))


def _distances(item: ItemFacts, asked: Asked) -> list[float]:
    return [rule.distance(item, asked) for rule in RULES]


def _is_of_some(item: ItemFacts, asked: Asked) -> bool:
    """Whether a result is of a subgroup that the claim does not ask for."""
    wanted = bool(asked.subgroup) and not _of_others(item, asked)
    return bool(item.result.subgroup) and not wanted


def _subgroups(
    first: ItemFacts, items: Collection[ItemFacts], asked: Asked
) -> list[ItemFacts]:
    """One result of each subgroup, all as the first was found."""
    found: dict[str, ItemFacts] = {}
    for item in sorted(items, key=lambda item: _distances(item, asked)):
        if _found_alike(first, item):
            found.setdefault(same_however_typed(item.result.subgroup), item)
    return list(found.values())


def _found_alike(one: ItemFacts, other: ItemFacts) -> bool:
    a, b = one.result, other.result
    return same_time(a.time_point, b.time_point) and (
        (a.analysis_set, a.adjusted, a.measured)
        == (b.analysis_set, b.adjusted, b.measured)
    )


def _rival(item: ItemFacts, picked: Collection[ItemFacts]) -> ItemFacts:
    """The picked result that one was passed over for: of its own subgroup, if any."""
    subgroup = same_however_typed(item.result.subgroup)
    same = [
        one for one in picked if same_however_typed(one.result.subgroup) == subgroup
    ]
    return [*same, *picked][0]


def _why(picked: ItemFacts, other: ItemFacts, asked: Asked) -> str:
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


def _of_others(item: ItemFacts, asked: Asked) -> float:
    here, there = item.result.subgroup, asked.subgroup
    return bool(there) and same_however_typed(here) != same_however_typed(there)


def _of_a_subgroup(item: ItemFacts, asked: Asked) -> float:
    return bool(item.result.subgroup)


def _not_when_asked(item: ItemFacts, asked: Asked) -> float:
    return bool(asked.time) and not same_time(item.result.time_point, asked.time)


def _not_primary(item: ItemFacts, asked: Asked) -> float:
    return not _PRIMARY.search(item.result.time_point)


def _after_randomised(item: ItemFacts, asked: Asked) -> float:
    return bool(_NO_LONGER_RANDOMISED.search(item.result.time_point))


def _early(item: ItemFacts, asked: Asked) -> float:
    return -(days_in(item.result.time_point) or 0.0)


def _not_as_treated(item: ItemFacts, asked: Asked) -> float:
    set_of = item.result.analysis_set
    return _AS_TREATED.get(set_of, _OTHER_SETS) if asked.harm else 0


def _of_a_part(item: ItemFacts, asked: Asked) -> float:
    return item.result.analysis_set in _OF_A_PART


def _not_as_randomised(item: ItemFacts, asked: Asked) -> float:
    return _AS_RANDOMISED.get(item.result.analysis_set, _OTHER_SETS)


def _unadjusted(item: ItemFacts, asked: Asked) -> float:
    result = item.result
    return result.designs == DesignGroup.OTHER and result.adjusted != YesNo.YES


def _told_by_others(item: ItemFacts, asked: Asked) -> float:
    return item.result.provenance != Provenance.PRIMARY


def _later_entered(item: ItemFacts, asked: Asked) -> float:
    return item.result.id


RULES = (
    Rule("of the people the claim asks for", _of_others),
    Rule("of everybody", _of_a_subgroup),
    Rule("at the time the claim asks for", _not_when_asked),
    Rule("at the time its source calls primary", _not_primary),
    Rule("of the time as randomised", _after_randomised),
    Rule("at the longest time", _early),
    Rule("as treated, as it is of a harm", _not_as_treated),
    Rule("as randomised", _not_as_randomised),
    Rule("that is adjusted, as it is not randomised", _unadjusted),
    Rule("of more than those who kept to the protocol", _of_a_part),
    Rule("read in its own report", _told_by_others),
    Rule("that was entered first", _later_entered),
)
