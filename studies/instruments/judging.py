"""What answers come to, by an instrument's own rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from studies.instruments.instrument import (
    Answers,
    Condition,
    Domain,
    Instrument,
    OverallBy,
    Question,
)
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "instruments.judging",
        "What the answers to an appraisal’s questions come to, by domain and over"
        " all, is proposed by the instrument’s published rules.",
        RuleEffect.PROPOSES,
        "each instrument’s own; see below",
    ),
)


NA = "NA"  # not asked, or nothing to ask of
SEVERAL = 2  # domains with concerns, from which on it is asked what they come to


Whole = tuple[str | None, tuple[str, ...]]  # the judgement, and what it waits for


@dataclass(frozen=True)
class DomainJudged:
    """A domain's proposed judgement, or the questions that still wait for an answer.

    Of stars the judgement is their number. There is none where a question on the path
    has no answer, and none where the instrument proposes nothing for its domains.
    """

    domain: str
    judgement: str | int | None
    unanswered: tuple[str, ...]


@dataclass(frozen=True)
class Judged:
    """What an instrument proposes; `overall_unanswered` is what the whole waits for."""

    domains: tuple[DomainJudged, ...]
    overall: str | None
    overall_unanswered: tuple[str, ...]


class UnknownAnswer(ValueError):
    """A question, an answer or an effect of interest that the instrument has not."""


def judge(
    instrument: Instrument,
    answers: Answers,
    variant: str = "",
    overridden: Mapping[str, str] = MappingProxyType({}),
) -> Judged:
    """Propose a judgement for each domain and for the whole.

    Answers to questions off the path count for nothing. ``overridden`` are judgements,
    by domain, that a person put in the place of the proposed: the whole follows them.
    Raises UnknownAnswer, with a sentence for each thing that the instrument doesn't
    know.
    """
    variant = variant or instrument.default_variant
    domains = instrument.domains_of(variant)
    refuse_unknown(instrument, answers, variant)
    judged = tuple(_judged(instrument, domain, answers) for domain in domains)
    accepted = tuple(
        replace(one, judgement=overridden.get(one.domain, one.judgement))
        for one in judged
    )
    overall, waiting = _OVERALL[instrument.overall.by](instrument, answers, accepted)
    return Judged(judged, overall, waiting)


def path(domain: Domain, answers: Answers) -> tuple[Question, ...]:
    """The questions to ask, by the answers so far, in order."""
    on_it: list[Question] = []
    counting: dict[str, str] = {}
    for question in domain.questions:
        if question.asked_if is None or question.asked_if.holds(counting):
            on_it.append(question)
            if is_answered(question, answers):
                counting[question.id] = answers[question.id]
    return tuple(on_it)


def answered_on_path(
    instrument: Instrument, answers: Answers, variant: str
) -> dict[str, str]:
    """The answers as they are kept: NA where a question was not on the path."""
    kept = {}
    for domain in instrument.domains_of(variant or instrument.default_variant):
        asked = {question.id for question in path(domain, answers)}
        for question in domain.questions:
            if question.id not in asked:
                kept[question.id] = NA
            elif is_answered(question, answers):
                kept[question.id] = answers[question.id]
    extra = instrument.overall.question
    if extra and is_answered(extra, answers):
        kept[extra.id] = answers[extra.id]
    return kept


def is_answered(question: Question, answers: Answers) -> bool:
    """Whether a question that is asked has an answer that it takes."""
    return answers.get(question.id) in question.answers


def refuse_unknown(instrument: Instrument, answers: Answers, variant: str) -> None:
    """Raise UnknownAnswer, naming each thing that the instrument has not."""
    if variant and variant not in instrument.variants:
        known = ", ".join(instrument.variants) or "no variants"
        raise UnknownAnswer(f"{instrument.name} has {known}; not “{variant}”.")
    asked = {
        question.id: question
        for domain in instrument.domains_of(variant)
        for question in domain.questions
    }
    extra = instrument.overall.question
    if extra:
        asked[extra.id] = extra
    wrong = []
    for question, answer in answers.items():
        if question not in asked:
            wrong.append(f"{instrument.name} has no question “{question}”.")
        elif answer not in _taken(asked[question]):
            expected = ", ".join(asked[question].offered)
            wrong.append(f"“{answer}” is no answer to {question}: {expected}.")
    if wrong:
        raise UnknownAnswer("\n".join(wrong))


def _taken(question: Question) -> tuple[str, ...]:
    """What may be sent: of a question that need not be asked, that it was not, too."""
    return question.answers if question.asked_if is None else (*question.answers, NA)


def _judged(instrument: Instrument, domain: Domain, answers: Answers) -> DomainJudged:
    asked = path(domain, answers)
    waiting = tuple(one.id for one in asked if not is_answered(one, answers))
    if waiting:
        return DomainJudged(domain.id, None, waiting)
    counting = {question.id: answers[question.id] for question in asked}
    if instrument.overall.by is OverallBy.STARS:
        return DomainJudged(domain.id, sum(map(int, counting.values())), ())
    if domain.by_hand:
        return DomainJudged(domain.id, next(iter(counting.values())), ())
    if not domain.parts:
        return DomainJudged(domain.id, None, ())
    found = [
        next(rule.then for rule in rules if _holds(rule.when, counting))
        for rules in domain.parts
    ]
    return DomainJudged(domain.id, instrument.worst(found), ())


def _holds(condition: Condition | None, answers: Answers) -> bool:
    return condition is None or condition.holds(answers)


# --- The whole --------------------------------------------------------------------


def _by_worst(
    instrument: Instrument, answers: Answers, judged: tuple[DomainJudged, ...]
) -> Whole:
    """The worst domain's; of several concerns it is asked what they come to."""
    waiting = tuple(one.domain for one in judged if one.judgement is None)
    if waiting:
        return None, waiting
    found = [str(one.judgement) for one in judged]
    worst, extra = instrument.worst(found), instrument.overall.question
    middle = instrument.judgements[1:-1]
    if extra is None or worst not in middle or found.count(worst) < SEVERAL:
        return worst, ()
    if not is_answered(extra, answers):
        return worst, (extra.id,)
    return (instrument.judgements[-1] if answers[extra.id] == "Y" else worst), ()


def _by_flaws(
    instrument: Instrument, answers: Answers, judged: tuple[DomainJudged, ...]
) -> Whole:
    """By how many critical flaws and other weaknesses there are (Shea 2017)."""
    waiting = tuple(question for one in judged for question in one.unanswered)
    if waiting:
        return None, waiting
    flaws = {
        one for one, answer in answers.items() if answer == instrument.overall.flaw
    }
    critical = len(flaws & instrument.overall.critical)
    high, moderate, low, lowest = instrument.judgements
    if critical > 1:
        return lowest, ()
    if critical == 1:
        return low, ()
    return (moderate if len(flaws) > 1 else high), ()


def _by_stars(
    instrument: Instrument, answers: Answers, judged: tuple[DomainJudged, ...]
) -> Whole:
    """The first judgement of which every domain has stars enough, else the last."""
    waiting = tuple(question for one in judged for question in one.unanswered)
    if waiting:
        return None, waiting
    stars = {one.domain: int(one.judgement or 0) for one in judged}
    for judgement, least in (instrument.overall.enough or {}).items():
        if all(stars[domain] >= number for domain, number in least.items()):
            return judgement, ()
    return instrument.judgements[-1], ()


def _by_nobody(*_: object) -> Whole:
    return None, ()


_OVERALL: dict[OverallBy, Callable[..., Whole]] = {
    OverallBy.WORST_DOMAIN: _by_worst,
    OverallBy.FLAWS: _by_flaws,
    OverallBy.STARS: _by_stars,
    OverallBy.NOBODY: _by_nobody,
}
