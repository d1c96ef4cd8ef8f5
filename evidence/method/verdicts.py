"""What a verdict needs before it can stand: a list of sentences for what it lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from claims.words import Certainty, ClaimKind, Method, Scope, Verdict
from evidence.method.methods import (
    GRADE_METHODS,
    LEVELS,
    RATED,
    method_for,
    verdicts_for,
    verdicts_of,
)
from evidence.method.rating import Rating, explain_error, rate
from evidence.words import Domain
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "method.verdicts",
        "A grade does not stand while it lacks a level, an explanation or a word "
        "that its method asks for.",
        RuleEffect.REFUSES,
        "Footing; GRADE guidelines 1 to 9 (Guyatt 2011)",
    ),
)


NOTHING_TO_GRADE = (
    "Nothing can be graded: no result here counts for the claim. It would be read at "
    "its source, of people, not retracted, and about the claim’s own question."
)


@dataclass(frozen=True, kw_only=True)
class VerdictDraft:
    """A judgement as it is about to be stored, in stored words.

    `counting` is how many included results count for the claim. `start`, `down`, `up`,
    `explained` and `override` are those of the group of designs the verdict rests on
    (see `rate`). `kind` may be left out where only what a method allows is asked.
    """

    method: str
    verdict: str
    certainty: str
    kind: str = ""
    base_frozen: bool = True
    scope: str = Scope.CITED_ONLY
    counting: int = 0
    start: str = ""
    down: Mapping[str, int | None] = field(default_factory=dict)
    up: Mapping[str, int] = field(default_factory=dict)
    explained: Collection[str] = ()
    override: str = ""


def verdict_problems(draft: VerdictDraft) -> list[str]:
    """Sentences for all that keeps a judgement from being stored; empty if nothing.

    Raises ValueError for a word that is none of the vocabulary's.
    """
    problems = [*_base_problems(draft), *_word_problems(draft)]
    if Method(draft.method) in GRADE_METHODS:
        problems += [*_grade_problems(draft), *_domain_problems(draft)]
    else:
        problems += _check_problems(draft)
    return problems


def _base_problems(draft: VerdictDraft) -> Iterator[str]:
    if not draft.base_frozen:
        yield "The evidence base is not frozen, so the claim stays not graded."


def _word_problems(draft: VerdictDraft) -> Iterator[str]:
    method, verdict = Method(draft.method), Verdict(draft.verdict)
    words = verdicts_of(method)
    if draft.kind:
        fits = method_for(draft.kind)
        words = verdicts_for(draft.kind) if fits is method else words
        if fits is not method:
            yield (
                f"A claim of the kind {ClaimKind(draft.kind).label} is judged by "
                f"{fits.label}, not by {method.label}."
            )
    if verdict not in words:
        expected = ", ".join(sorted(word.label for word in words))
        yield f"“{verdict.label}” is no verdict here; expected one of: {expected}."


def _grade_problems(draft: VerdictDraft) -> Iterator[str]:
    certainty, verdict = Certainty(draft.certainty), Verdict(draft.verdict)
    if not draft.counting:
        yield NOTHING_TO_GRADE
    if certainty not in RATED:
        yield "GRADE rates certainty high, moderate, low or very low."
    if certainty is Certainty.VERY_LOW and verdict is not Verdict.CANT_SAY:
        yield "With very low certainty the verdict is can’t say, with a leaning if any."
    too_low = LEVELS.get(certainty, 0) < LEVELS[Certainty.LOW]
    if verdict is Verdict.CONTRADICTED and too_low:
        yield "“Contradicted” needs at least low certainty."


def _domain_problems(draft: VerdictDraft) -> Iterator[str]:
    if not draft.start:
        yield "Where the rating starts is missing: which designs is it for?"
        return
    rating = rating_of(draft)
    yield from (explain_error(code) for code in rating.errors)
    certainty = Certainty(draft.certainty)
    if certainty in RATED and certainty is not rating.certainty:
        yield (
            f"The certainty is {certainty.capitalised}, but the domains make it "
            f"{rating.certainty.capitalised}: {rating.arithmetic}."
        )
    cited_only = Scope(draft.scope) is Scope.CITED_ONLY
    if cited_only and draft.down.get(Domain.PUBLICATION_BIAS) is not None:
        yield (
            "From the cited works alone publication bias cannot be judged: leave it "
            "not assessed."
        )


def rating_of(draft: VerdictDraft) -> Rating:
    """The rating of the group of designs that a draft rests on."""
    return rate(
        start=draft.start,
        down=draft.down,
        up=draft.up,
        explained=draft.explained,
        override=draft.override,
    )


def _check_problems(draft: VerdictDraft) -> Iterator[str]:
    method = Method(draft.method)
    if Certainty(draft.certainty) is not Certainty.NOT_APPLICABLE:
        yield f"{method.capitalised} rates no certainty: not applicable."
    if draft.start or draft.down or any(draft.up.values()):
        yield f"{method.capitalised} has no start or domains."
