"""Every rule that makes or suggests a judgement, as each declares itself.

A module with rules declares them as ``RULE_ENTRIES``; what is a rule by being a row of
data (an instrument, a hint at words) or a word of a vocabulary is made an entry here.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from articles.checking import worth
from articles.checks import tally
from articles.curating import splitting
from articles.reading import remarks
from articles.reading.anchoring import anchoring
from articles.reading.suggesting import kinds, wording
from articles.reading.suggesting.measured import Measured, measured
from articles.reading.suggesting.rules import VERSION, load_rules
from articles.reference_lists import checked
from bibliography.matching import comparing as matching_comparing
from bibliography.matching import works
from bibliography.notices import models
from claims.likeness import comparing as likeness_comparing
from claims.likeness import questions as likeness_questions
from core.agreement import figures
from core.wording import day_words
from evidence.articles import known_then
from evidence.bases import proposing
from evidence.basis import differences
from evidence.facts import alike, picking
from evidence.method import VERSION as METHOD_VERSION
from evidence.method import (
    asks,
    bearing,
    bias,
    cant_say,
    checks,
    claim_beyond,
    claim_words,
    jurisdictions,
    methods,
    own_reports,
    rating,
    searches,
    sizes,
    starts,
    study_counts,
    verdicts,
)
from evidence.method import questions as method_questions
from evidence.method.open_words import RULE_ENTRIES as OPEN_WORDS
from evidence.method.overclaiming import finding
from evidence.method.sentences import rated
from evidence.people import rules as people_rules
from evidence.twins import looking
from studies import combining, conversions, dependence, pooling, rare_events
from studies.instruments import judging
from studies.instruments.reading import KEYS, instrument
from studies.results.consistency import ASKED
from texts import quoting, short_forms
from texts.rules import RuleEffect, RuleEntry

DECLARING = (
    methods,
    method_questions,
    searches,
    sizes,
    starts,
    rating,
    bearing,
    bias,
    asks,
    verdicts,
    cant_say,
    checks,
    claim_beyond,
    claim_words,
    study_counts,
    jurisdictions,
    own_reports,
    rated,
    finding,
    pooling,
    rare_events,
    combining,
    conversions,
    dependence,
    judging,
    alike,
    picking,
    proposing,
    differences,
    known_then,
    looking,
    works,
    matching_comparing,
    models,
    short_forms,
    quoting,
    likeness_comparing,
    likeness_questions,
    kinds,
    wording,
    anchoring,
    remarks,
    splitting,
    worth,
    checked,
    figures,
    tally,
    people_rules,
)
MEASURED = {  # by rule: which figures are told of it, and in which words
    "suggesting.claims": {
        "recall": "core claims found",
        "precision": "suggestions that are claims",
    },
    "suggesting.kinds": {
        "kind first": "right in the first kind",
        "kind either": "right in one of two",
        "called harm": "called harms that are",
    },
}
VERSIONS = {  # of rules that count up together, by the beginning of their ids
    "method": str(METHOD_VERSION),
    "pooling": str(pooling.VERSION),
    "suggesting": VERSION,
    "wording": VERSION,
}


@cache
def all_rules() -> tuple[RuleEntry, ...]:
    """Every rule there is, in the order of ids."""
    found = [*_declared(), *_instruments(), *_hints(), *_checks_of_numbers()]
    return tuple(sorted(map(_completed, found), key=lambda rule: rule.id))


def _declared() -> Iterator[RuleEntry]:
    for module in DECLARING:
        yield from module.RULE_ENTRIES
    yield from OPEN_WORDS  # of a module whose package has a function of its name


def _instruments() -> Iterator[RuleEntry]:
    for key in KEYS:
        tool = instrument(key)
        yield RuleEntry(
            f"instruments.{key}",
            f"{tool.name}: {tool.about}",
            RuleEffect.PROPOSES,
            tool.source,
            version=tool.version,
        )


def _hints() -> Iterator[RuleEntry]:
    for rule in load_rules("wording"):
        does = f"Worth checking: a sentence of an article {rule.why}."
        yield RuleEntry(f"wording.{rule.name}", does, RuleEffect.ASKS, "Footing")


def _checks_of_numbers() -> Iterator[RuleEntry]:
    for check in ASKED:
        does = (
            f"Asked about where a result’s printed numbers do not agree: {check.label}."
        )
        yield RuleEntry(f"consistency.{check}", does, RuleEffect.ASKS, "Footing")


def _completed(rule: RuleEntry) -> RuleEntry:
    """With the version it shares, and what was measured of it."""
    shared = VERSIONS.get(rule.id.partition(".")[0])
    rule = replace(rule, version=shared) if shared else rule
    if rule.id in MEASURED:
        told = (_in_words(one, MEASURED[rule.id]) for one in measured())
        return replace(rule, measured=" ".join(told))
    return rule


def _in_words(one: Measured, figures: dict[str, str]) -> str:
    """What was found on one set of texts, in a sentence."""
    name = f"{one.name[:1].upper()}{one.name[1:]}"
    shares = (f"{words} {_share(one, figure)}" for figure, words in figures.items())
    return (
        f"{name} ({one.texts} texts, {day_words(date.fromisoformat(one.day))}, "
        f"version {one.version}): {', '.join(shares)}."
    )


def _share(one: Measured, figure: str) -> str:
    share = one.shares.get(figure)
    return "not known" if share is None else f"{round(100 * share)}\N{NO-BREAK SPACE}%"
