"""What a verdict needs before it can stand: a list of sentences for what it lacks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from claims.words import CantSay, Certainty, ClaimKind, Method, Scope, Verdict
from evidence.method.methods import (
    GRADE_METHODS,
    LEVELS,
    RATED,
    decides,
    method_for,
    verdicts_for,
    verdicts_of,
)
from evidence.method.rating import Rating, explain_error, rate
from evidence.words import Domain

NOTHING_TO_GRADE = (
    "Nothing can be graded: no result that GRADE rates was read at its source."
)


@dataclass(frozen=True, kw_only=True)
class VerdictDraft:
    """A judgement as it is about to be stored, in stored words.

    `read_at_source` counts the included results that GRADE rates (primary or compiled,
    in people); `records` has the type of record of each quoted passage. `start`,
    `down`, `up`, `explained` and `override` are those of the group of designs the
    verdict rests on (see `rate`). `kind` may be left out where only what a method
    allows is asked.
    """

    method: str
    verdict: str
    certainty: str
    kind: str = ""
    cant_say_because: str = ""
    leaning: str = ""
    base_frozen: bool = True
    scope: str = Scope.CITED_ONLY
    read_at_source: int = 0
    records: Collection[str] = ()
    query: str = ""
    searched_on: date | None = None
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
    if verdict is Verdict.CANT_SAY and not draft.cant_say_because:
        yield "Can’t say needs its reason."
    if verdict is not Verdict.CANT_SAY and draft.cant_say_because:
        yield "Only can’t say has a reason why nothing can be said."
    if verdict is not Verdict.CANT_SAY and draft.leaning:
        yield "Only can’t say has a leaning."
    if draft.cant_say_because:
        CantSay(draft.cant_say_because)


def _grade_problems(draft: VerdictDraft) -> Iterator[str]:
    certainty, verdict = Certainty(draft.certainty), Verdict(draft.verdict)
    if not draft.read_at_source:
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
    method, verdict = Method(draft.method), Verdict(draft.verdict)
    if Certainty(draft.certainty) is not Certainty.NOT_APPLICABLE:
        yield f"{method.capitalised} rates no certainty: not applicable."
    if draft.start or draft.down or any(draft.up.values()) or draft.leaning:
        yield f"{method.capitalised} has no start, domains or leaning."
    says_something = verdict is not Verdict.CANT_SAY
    if method is Method.RECORD_CHECK and says_something:
        yield from _record_problems(draft)
    if method is Method.SEARCH_CHECK:
        if not draft.query.strip():
            yield "A search check needs the words that were searched for."
        if draft.searched_on is None:
            yield "A search check needs the date of the search."


def _record_problems(draft: VerdictDraft) -> Iterator[str]:
    kind = draft.kind
    if not draft.records:
        yield "A record check needs a quoted passage of the record."
    elif kind and not any(decides(kind, record) for record in draft.records):
        yield (
            "None of the quoted records decides such a claim: quote the register, "
            "label, law, regulator, standard or textbook itself, and give its type on "
            "its reference. A web page of news, a blog or a company decides nothing."
        )


def why_cant_say(
    *,
    searched: bool,
    read_at_source: int = 0,
    second_hand: int = 0,
    circular: bool = False,
    preclinical: int = 0,
    ongoing: int = 0,
) -> CantSay | None:
    """Why a base without results in people read at their source can't say anything.

    Counts are of included candidates. The reason that says most about what was
    found wins. None where there is something to grade.
    """
    if read_at_source:
        return None
    if second_hand:
        return CantSay.CIRCULAR if circular else CantSay.ONLY_SECOND_HAND
    if preclinical:
        return CantSay.ONLY_PRECLINICAL
    if ongoing:
        return CantSay.ONLY_ONGOING
    return CantSay.NONE_FOUND if searched else CantSay.NOT_SEARCHED
