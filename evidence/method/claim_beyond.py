"""What a claim's words say beyond its question, so that nobody judged it.

“Supported” beside “halves” is read of the half, and beside “better than aspirin” of
aspirin. So what the words say of size, comparison, rank and safety is in the question,
or nothing affirms them; a time that they name asks for a reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from claims.likeness import sense_of
from claims.words import ClaimKind
from evidence.method.claim_words import AFFIRMS, ELEMENTS
from evidence.method.problem import Problem
from evidence.method.said_sizes import ABOUT, COUNT, more_than_claimed, said_sizes
from evidence.words import SizeClass
from texts.doses import doses_in
from texts.rules import RuleEffect, RuleEntry
from texts.titles import fold

RULE_ENTRIES = (
    RuleEntry(
        "method.claim_beyond",
        "No verdict affirms a size, a comparison, a rank or a safety that the claim’s "
        "words name and its question does not.",
        RuleEffect.REFUSES,
        "Footing",
    ),
)

_COMPARING = frozenset({ClaimKind.EFFECT, ClaimKind.HARM})
_OF_SIZE = _COMPARING | {ClaimKind.ASSOCIATION, ClaimKind.PROGNOSIS}
_GREATLY = re.compile(
    r"\b(?:drastic|dramatic|massive|enormous|tremendous|radical|huge|vast|sharp|"
    r"substantial|considerabl|marked|great|strong|powerful|profound)(?:(?:al)?ly|y)\b"
)
_THAN = re.compile(
    r"\b(?:than|compared (?:with|to)|versus|vs\.?|superior to|over and above) "
    r"([^.,;:()]+?)(?= (?:in|for|at|among|after|within|during|on|over|does|do|is|are)\b"
    r"|[.,;:()]|$)"
)
_ANYTHING = re.compile(  # what every comparison is with
    r"\b(?:controls?|comparators?|nothing|none|untreated|usual|before|baseline|others?|"
    r"expected|thought|it|alone|normal|average|without|no|those|not)\b"
)
_FIRST = re.compile(
    r"\bthe (?:very )?(?:best(?! (?:available|supportive|standard|medical|usual|care|"
    r"possible|known))|safest|strongest|fastest|cheapest|only|single most|"
    r"(?:most|least) (?:effective|powerful|potent|useful|reliable|efficient|harmful|"
    r"toxic|dangerous))\b|\b(?:unrivalled|unmatched|second to none|number one|no\. 1)\b"
)
_SAFE = re.compile(
    r"\b(?:safe|safely|harmless|well[- ]tolerated|risk[- ]free|non[- ]?toxic)\b|"
    r"\b(?:without|no|free of|free from) (?:\w+ )?(?:side[- ]effects?|harms?|risks?"
    r"(?! factors?))\b"
)
_DENIED = re.compile(r"\b(?:not|never|nor|n['’]t|no|whether|un)\s+(?:\w+\s+){0,3}$")
_TIME = re.compile(
    rf"\b(?:within|after|in|for) {ABOUT}(?:{COUNT}|few|several) (?:minute|"
    r"hour|day|night|week|month|year|decade)s?\b|\b(?:permanent|lasting|immediate|"
    r"instant)(?:ly)?\b|\b(?:forever|for (?:ever|life|good)|lifelong|long[- ]term|"
    r"overnight|at once)\b"
)


def more_than_asked(
    question: Mapping[str, Any], verdict: str, size_class: str
) -> list[Problem]:
    """What a claim's words name beyond its question, where a verdict would affirm it.

    >>> asks = {"kind": "effect", "intervention": "examplin", "comparator": "placebo"}
    >>> def told(text):
    ...     asked = {**asks, "text": text}
    ...     found = more_than_asked(asked, "supported", "")
    ...     return [one.sentence.partition(", ")[0] for one in found]
    >>> told("Examplin halves fever."), told("Examplin is better than a placebo.")
    (['The claim says “halves”'], [])
    >>> told("Examplin is better than aspirin.")
    ['The claim compares with “aspirin”']
    """
    if verdict not in AFFIRMS or question.get("kind") not in _OF_SIZE:
        return []
    return [*_beyond(question, fold(question.get("text") or ""), size_class)]


def _beyond(
    question: Mapping[str, Any], text: str, size_class: str
) -> Iterator[Problem]:
    sized = question.get("claimed_size") is not None
    if sized:
        for clause in more_than_claimed(question, text):
            yield Problem(
                "verdict",
                f"The claim says {clause}: mend one of the two, the question before "
                "the next evidence base is frozen.",
            )
    elif said := next(said_sizes(text), None):
        yield Problem(
            "verdict",
            f"The claim says “{said.words}”, and its question no size, so that nothing "
            "was held against it: state the size that it claims in its question, "
            "before the next evidence base is frozen, or put the claim in other words.",
        )
    if not sized and size_class != SizeClass.LARGE and (words := _GREATLY.search(text)):
        yield Problem(
            "size_class",
            f"The claim says “{words[0]}”, which only a large effect supports: call "
            "its size large, where it is, or put the claim in other words.",
        )
    compares = question.get("kind") in _COMPARING
    for words in _THAN.finditer(text) if compares else ():
        if not _is_compared(question, words[1]):
            yield Problem(
                "verdict",
                f"The claim compares with “{words[1]}”, and its question with "
                f"“{question.get('comparator') or ''}”: mend one of the two.",
            )
    if words := _FIRST.search(text):
        yield Problem(
            "verdict",
            f"The claim says “{words[0]}”, which one comparison cannot support: put "
            "the claim in other words, which are judged instead.",
        )
    words = _SAFE.search(text)
    if (
        words
        and question.get("kind") == ClaimKind.EFFECT
        and not _is_of(question, words)
    ):
        yield Problem(
            "verdict",
            f"The claim says “{words[0]}” too, which was not judged: make it a claim "
            "of its own, of the kind “harm”.",
        )


def _is_compared(question: Mapping[str, Any], words: str) -> bool:
    """Whether a comparison is with what the question names, or with nothing at all."""
    with_ = sense_of(_ANYTHING.sub(" ", words)).concepts
    return not with_ or bool(with_ & sense_of(_named_in(question)).concepts)


def _is_of(question: Mapping[str, Any], words: re.Match[str]) -> bool:
    """Whether safety is denied, or of a name: "safe drinking water"."""
    denied = _DENIED.search(words.string[: words.start()])
    return bool(denied) or words[0] in fold(_named_in(question))


def _named_in(question: Mapping[str, Any]) -> str:
    return " ".join(question.get(field) or "" for field in ELEMENTS)


def time_beyond(question: Mapping[str, Any]) -> str:
    """The time that a claim's words name and its question does not; else empty.

    >>> time_beyond({"text": "Examplin lowers fever within two days."})
    'within two days'
    >>> time_beyond({"text": "Examplin lowers fever at once.", "time_frame": "1 hour"})
    ''
    """
    if question.get("time_frame"):
        return ""
    words = _TIME.search(fold(question.get("text") or ""))
    return words[0] if words else ""


def doses_beyond(question: Mapping[str, Any]) -> tuple[str, ...]:
    """The doses that a claim's words name, and its ``dose`` and intervention do not.

    >>> doses_beyond({"text": "Examplin 500 mg lowers fever.", "dose": "20 mg"})
    ('500 mg',)
    >>> doses_beyond({"text": "Examplin 500 mg lowers fever.", "dose": "0.5 g"})
    ()
    """
    named = f"{question.get('dose') or ''} {question.get('intervention') or ''}"
    asked = [*doses_in(named)]
    return tuple(
        one.words
        for one in doses_in(question.get("text") or "")
        if not any(one.is_near(other) for other in asked)
    )
