"""What the words of a checked claim say that its record, or its count, does not.

A record decides by what is quoted of it, and a search by what it found. So words that
are of another thing, body or area ask for a reason; a number of studies that nobody
counted, a strength of evidence and "all guidelines" are not called accurate.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from claims.likeness import sense_of
from claims.words import ClaimKind, Strength, Verdict
from evidence.method.claim_words import things_in
from evidence.method.problem import Problem
from evidence.method.said_sizes import COUNT, number_of
from evidence.method.study_counts import StudyCount
from studies.designs import RANDOMISED
from texts.titles import fold

_DENIED = re.compile(r"\b(?:not|no|never|nor|neither|against|without)\b|n['’]t\b")
_NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w-]*|\b[A-Z]{2,}\b")
_SAYS_YES = frozenset({Verdict.CONFIRMED, Verdict.AGREES, Verdict.RECOMMENDED})
_ALL_OF_THEM = re.compile(
    r"\b(?:all|every|most|many|several|both|two|three|four|five|\d+) (?:[\w-]+ ){0,2}?"
    r"(?:guidelines?|societies|bodies|authorities|regulators|countries|experts)\b"
)
_STRONGLY = re.compile(r"\bstrong(?:ly)?\b|\bfirmly\b")


def record_words(
    kind: str,
    verdict: str,
    text: str,
    records: Collection[str],
    strength: str = "",
    subject: str = "",
) -> Iterator[Problem]:
    """What a claim says that no deciding record does; each record by all its words.

    ``subject`` is what the claim is of, where its question says so.

    >>> asks = ("regulatory", "confirmed", "Examplin is approved in France.")
    >>> [one.field for one in record_words(*asks, ["Examplin is not sold. France"])]
    ['explanation']
    >>> [*record_words(*asks, ["Examplin has been approved. France"])]
    []
    """
    if ClaimKind(kind) is ClaimKind.RECOMMENDATION:
        yield from _of_guidelines(verdict, text, strength)
    if Verdict(verdict) not in _SAYS_YES or not text or not records:
        return
    said = " ".join(records)
    plain = fold(said)
    if not (things_in(subject) or things_in(text)) & things_in(said):
        of = f"not “{subject}”" if things_in(subject) else "nothing of the claim"
        yield _ask(f"what is quoted names {of}")
    elif all(_DENIED.search(fold(one)) for one in records) != bool(
        _DENIED.search(fold(text))
    ):
        yield _ask("one of the claim and what is quoted denies what the other says")
    if names := [one for one in _NAME.findall(text) if fold(one) not in plain]:
        of = " and ".join(f"“{one}”" for one in dict.fromkeys(names))
        yield _ask(f"the claim names {of}, and what is quoted does not")
    numbers = sense_of(said).numbers
    if numbers and (other := sense_of(text).numbers - numbers):
        of = " and ".join(sorted(other))
        yield _ask(f"the claim says {of}, and what is quoted does not")


def _ask(why: str) -> Problem:
    return Problem(
        "explanation",
        f"{why[0].upper()}{why[1:]}: quote what decides it, or write in the "
        "explanation how it does.",
    )


def _of_guidelines(verdict: str, text: str, strength: str) -> Iterator[Problem]:
    plain = fold(text)
    if Verdict(verdict) is not Verdict.RECOMMENDED:
        return
    if words := _ALL_OF_THEM.search(plain):
        yield Problem(
            "verdict",
            f"The claim says “{words[0]}”, and what is quoted is one body’s: put the "
            "claim in other words, as of that body.",
        )
    if (words := _STRONGLY.search(plain)) and strength != Strength.STRONG:
        yield Problem(
            "verdict",
            f"The claim says “{words[0]}”, and the recommendation is not strong: put "
            "the claim in other words.",
        )


# --- the state of the evidence ---

_STUDIES = r"(?:trials?|stud(?:y|ies)|reviews?|meta-?analys[ei]s|experiments?|reports?)"
_MANY = {"dozens": 24.0, "hundreds": 200.0, "thousands": 2000.0}
_COUNTED = re.compile(
    rf"\b(?P<n>{COUNT}|{'|'.join(_MANY)})(?: of)? (?:[\w-]+ ){{0,3}}?{_STUDIES}\b"
)
_ALL = re.compile(rf"\b(?:all|every|each|most) (?:[\w-]+ ){{0,3}}?{_STUDIES}\b")
_STRONG = re.compile(
    r"\b(?:strong|robust|solid|good|compelling|convincing|overwhelming|conclusive|"
    r"clear|ample|high[- ]quality|high[- ]certainty|sufficient|reliable) (?:\w+ )?"
    r"(?:evidence|data|proof|research)\b"
    r"|\b(?:evidence|data|research) (?:is|are) (?:strong|robust|"
    r"solid|clear|compelling|convincing|overwhelming|conclusive|sufficient|good)\b"
)
_NONE = re.compile(
    rf"\bno (?:[\w-]+ ){{0,3}}?(?:{_STUDIES}|evidence|data|research)\b|\b(?:has|have) "
    r"(?:never|not) (?:\w+ )?been (?:tested|studied|compared|examined|investigated)\b|"
    r"\bnobody has\b"
)
_THERE = re.compile(r"\bthere (?:is|are)\b|\bexists?\b|\b(?:has|have) been \w+ed\b")
_RANDOMISED = re.compile(r"\brandomi[sz]ed\b|\brcts?\b")


def search_words(
    text: str, count: StudyCount | None, *, affirms: bool, denies: bool
) -> Iterator[Problem]:
    """What a claim on the evidence says that its question does not count or ask.

    ``affirms`` says whether its question is that something is there, ``denies`` that
    it is not.

    >>> told = search_words("Dozens of trials exist.", None, affirms=True, denies=False)
    >>> [one.sentence.partition(", ")[0] for one in told]
    ['The claim says “dozens of trials”']
    """
    plain = fold(text)
    if words := _STRONG.search(plain):
        yield _not_searched(
            words[0], "which no search shows: make what it is of a claim"
        )
    if words := _ALL.search(plain):
        yield _not_searched(words[0], "of which nobody counted what they say: name one")
    if words := _COUNTED.search(plain):
        number = words["n"]
        said = _MANY[number] if number in _MANY else number_of(number)
        near = 1 if " than " in plain else 0  # fewer than 3 are at most 2
        if count is None or abs(said - count.claimed) > near:
            of = f"{count.claimed_words}" if count else "no number of studies"
            yield _not_searched(words[0], f"and its question {of}: state it there")
    of_others = count is not None and count.design not in RANDOMISED
    if of_others and (words := _RANDOMISED.search(plain)):
        yield _not_searched(words[0], "and its question counts others: mend one")
    if count is not None:
        return
    none = _NONE.search(plain)
    if none and affirms:
        yield _not_searched(none[0], "and its question that it is there: mend one")
    elif denies and (there := _THERE.search(plain)) and not _DENIED.search(plain):
        yield _not_searched(there[0], "and its question that it is not there: mend one")


def _not_searched(words: str, why: str) -> Problem:
    return Problem(
        "verdict",
        f"The claim says “{words}”, {why}, or put the claim in other words.",
    )
