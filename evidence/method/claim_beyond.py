"""What a claim's words say beyond its question, so that nobody judged it.

“Supported” beside “halves” is read of the half, and beside “better than aspirin” of
aspirin. So what the words say of size, comparison, rank and safety is in the question,
or nothing affirms them; a time that they name asks for a reason.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from claims.likeness.stems import stem
from claims.words import ClaimKind
from evidence.method.claim_words import AFFIRMS, ELEMENTS, compared_in
from evidence.method.problem import Problem
from evidence.method.said_shares import shares_beyond
from evidence.method.said_sizes import (
    ABOUT,
    COUNT,
    SaidSize,
    more_than_claimed,
    said_sizes,
)
from evidence.words import SizeClass
from texts.doses import doses_in
from texts.durations import days_in, is_endless
from texts.rules import RuleEffect, RuleEntry
from texts.titles import fold

RULE_ENTRIES = (
    RuleEntry(
        "method.claim_beyond",
        "No verdict affirms a size, a share, a comparison, a rank, a safety, advice or "
        "a strength of evidence that the claim’s words name and its question does not.",
        RuleEffect.REFUSES,
        "Footing",
    ),
)

_COMPARING = frozenset({ClaimKind.EFFECT, ClaimKind.HARM})
_OF_SIZE = _COMPARING | {ClaimKind.ASSOCIATION, ClaimKind.PROGNOSIS}
_GREATLY = re.compile(
    r"\b(?:drastic|dramatic|massive|enormous|tremendous|radical|huge|vast|sharp|"
    r"substantial|considerabl|marked|great|strong|powerful|profound|remarkabl|striking|"
    r"impressive?|immense?|spectacular|steep)(?:(?:al)?ly|y)\b"
    r"|\b(?:big|huge|massive|large|major|enormous|dramatic|drastic|marked|sharp|steep|"
    r"striking|impressive|remarkable|substantial|considerable|profound|tremendous|"
    r"immense|spectacular|strong|powerful) (?:\w+ )?(?:reductions?|drops?|falls?|"
    r"decreases?|declines?|cuts?|increases?|rises?|gains?|effects?|improvements?|"
    r"benefits?|differences?|impact|protection|relief|help)\b"
    r"|\b(?:much|far|way|a lot|lots|vastly|hugely|a great deal|very much) (?:less|"
    r"fewer|lower|more|higher|better|worse|rarer|smaller|greater)\b|\b(?:potent|"
    r"powerful)\b"
    r"|\bvery much\b|\bmuch(?=[.,;]|$| in\b)|\b(?:a lot|a great deal)(?=[.,;]|$)"
)
_THAN = re.compile(
    r"\b(?:than|compared (?:with|to)|versus|vs\.?|superior to|over and above|unlike|"
    r"instead of|rather than|in place of|replac(?:es?|ing)|outperforms?|beats|outdoes|"
    r"surpass(?:es)?|as opposed to|in contrast to) "
    r"([^.,;:()]+?)(?= (?:in|for|at|among|after|within|during|on|over|does|do|is|are)\b"
    r"|[.,;:()]|$)"
)
_FIRST = re.compile(
    r"\bthe (?:very )?(?:best(?! (?:available|supportive|standard|medical|usual|care|"
    r"possible|known))|safest|strongest|fastest|cheapest|only|single most|"
    r"(?:most|least) (?:effective|powerful|potent|useful|reliable|efficient|harmful|"
    r"toxic|dangerous))\b|\b(?:unrivalled|unmatched|second to none|number one|no\. 1)\b"
    r"|\bgold standard\b|\b(?:all|any|every|each) other (?:\w+ )?(?:drug|medicine|"
    r"treatment|therap|remed|option|method|diet|product|vaccine)\w*\b|\bnothing "
    r"(?:else )?(?:works|helps|lowers|is better|comes close|beats)\b|\bof choice\b"
    r"|^only (?!half|a |an |few|some|one|\d|in |when|if )(?=\w)"
)
# What a claim says of the evidence itself, which is judged by other claims than it.
_OF_EVIDENCE = re.compile(
    r"\b(?:all|every|each|most|many|several|numerous|countless|dozens of|hundreds of|"
    r"thousands of|two|three|four|five|six|seven|eight|nine|ten|\d+) (?:[\w-]+ ){0,2}?"
    r"(?:trials?|stud(?:y|ies)|reviews?|meta-?analys[ei]s|experiments?|experts?|"
    r"scientists?|doctors?|guidelines?)\b(?! participants?| arms?)"
    r"|\b(?:robust|strong|solid|overwhelming|good|clear|high[- ]quality|compelling|"
    r"convincing|ample|conclusive|abundant|reliable|firm|hard) (?:\w+ )?(?:evidence|"
    r"data|science|proof)\b|\b(?:evidence|science|research) (?:is|are) (?:\w+ )?"
    r"(?:clear|strong|solid|settled|robust|overwhelming|convincing)\b"
    r"|\b(?:science|scientists|experts|doctors|everyone|specialists) (?:all )?agrees?\b"
    r"|\b(?:meta-?analys[ei]s|systematic reviews?) (?:show|find|prove|confirm|"
    r"demonstrate)s?\b|\b(?:widely|generally|universally) (?:accepted|agreed|known|"
    r"acknowledged)\b|\b(?:clinically|scientifically) (?:shown|tested|validated|"
    r"established|confirmed)\b"
)
_ADVISES = re.compile(
    r"\b(?:should|ought to|must|need to|had better) (?:\w+ )?(?:take|use|have|get|eat|"
    r"drink|start|try|receive|avoid|stop|choose|prefer|be (?:given|offered|used|taken|"
    r"prescribed|avoided|treated|vaccinated|screened|advised|stopped|preferred))\b"
    r"|\b(?:is|are) (?:\w+ )?(?:recommended|advisable|advised|indicated|worth (?:tak|"
    r"us|try|hav)ing|first[- ]line)\b"
)
_SAFE = re.compile(
    r"\b(?:safe|safely|harmless|well[- ]tolerated|risk[- ]free|non[- ]?toxic)\b|"
    r"\b(?:without|no|free of|free from) (?:\w+ )?(?:side[- ]effects?|harms?|risks?"
    r"(?! factors?))\b|\b(?:few|fewer|mild|minor|minimal|little|hardly any|"
    r"scarcely any|only rare) (?:\w+ )?(?:side[- ]effects?|harms?|risks?(?! "
    r"(?:factors?|of)))\b"
)
_DENIED = re.compile(r"\b(?:not|never|nor|n['’]t|no|whether|un)\s+(?:\w+\s+){0,3}$")
_TIME = re.compile(
    rf"\b(?:within|after|in|for) {ABOUT}(?:(?:{COUNT}|few|several) (?:minute|hour|day|"
    r"night|week|month|year|decade)s?|(?:minutes|hours|days|weeks|months|years|decades)"
    r")\b|\b(?:permanent|lasting|immediate|instant|rapid|quick|swift|prompt|durabl|"
    r"sustained|enduring)(?:ly|y)?\b|\bdurable\b|\bfast(?=[.,;]|$| (?:and|in|relief)\b)"
    r"|\b(?:forever|for (?:ever|life|good)|lifelong|(?:in the )?long[- ](?:term|run)|"
    r"overnight|at once|straight away|right away|from the first (?:day|dose))\b"
)
_LONG = re.compile(r"\b(?:years|decades|long|lasting|durabl\w+|sustained|enduring)\b")
_LONG_FROM = 182  # days: less is no long term for anybody
FAR_APART = 3  # a longest time above so many shortest ones is another time
# How often or how much, where it is no dose by itself.
_HOW_MUCH = re.compile(
    r"\b(?:(?:once|twice|thrice|(?:two|three|four) times) (?:a |per |each |every )?"
    r"(?:day|week|month|year|daily|weekly|monthly)|(?:a )?(?:single|tiny|small|low|"
    r"high|large|minimal|mere|double|half)[- ](?:dose|tablet|pill|injection|session|"
    r"cup|glass|shot|jab|capsule|treatment|application)s?|(?:at )?any dose|"
    r"whatever the "
    r"dose|the more\b[^.;]{0,60}\bthe (?:less|lower|fewer|more|higher|better)|just "
    r"(?:a|one) \w+)\b"
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
    if verdict not in AFFIRMS:
        return []
    if question.get("kind") == ClaimKind.PREVALENCE:
        return [*_other_shares(question)]
    if question.get("kind") not in _OF_SIZE:
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
    elif said := next(_not_named(question, said_sizes(text)), None):
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
    yield from _of_other_kinds(text)
    if words := _FIRST.search(text):
        yield Problem(
            "verdict",
            f"The claim says “{words[0]}”, which one comparison cannot support: put "
            "the claim in other words, which are judged instead.",
        )
    words = _SAFE.search(text)
    of_effect = question.get("kind") == ClaimKind.EFFECT
    if words and of_effect and not _is_of(question, words):
        yield Problem(
            "verdict",
            f"The claim says “{words[0]}” too, which was not judged: make it a claim "
            "of its own, of the kind “harm”.",
        )
    elif compares and not of_effect:
        yield from _safe_by_one_harm(question, text)


# What a claim that is of harms at large may be judged by.
_ALL_HARMS = re.compile(
    r"\b(?:adverse|side[- ]effects?|harms?|unwanted|toxicit\w+|complications?|safety|"
    r"tolera\w+|withdrawals?|drop[- ]?outs?|discontinu\w+|death|mortality)\b"
)
_NO_HARM = re.compile(r"\b(?:do|does) not harm\b|\bcauses? no harm\b")


def _safe_by_one_harm(question: Mapping[str, Any], text: str) -> Iterator[Problem]:
    """A claim to be safe that is judged by one harm alone, as by nausea."""
    outcome = question.get("outcome") or ""
    words = _SAFE.search(text) or _NO_HARM.search(text)
    if words is None or _is_of(question, words) or _ALL_HARMS.search(fold(outcome)):
        return
    yield Problem(
        "verdict",
        f"The claim says “{words[0]}”, and “{outcome}” alone was judged: name that "
        "harm in the claim instead.",
    )


def _other_shares(question: Mapping[str, Any]) -> Iterator[Problem]:
    for words in shares_beyond(question):
        yield Problem(
            "verdict",
            f"The claim says “{words}”, and its question {_range_of(question)}, which "
            "may be another share: mend one of the two, the question before the next "
            "evidence base is frozen.",
        )


def _range_of(question: Mapping[str, Any]) -> str:
    low, high = question.get("value_low"), question.get("value_high")
    if low is None or high is None:
        return f"up to {high:g} %" if low is None else f"at least {low:g} %"
    return f"{low:g} %" if low == high else f"{low:g} to {high:g} %"


def _not_named(
    question: Mapping[str, Any], sizes: Iterator[SaidSize]
) -> Iterator[SaidSize]:
    """The sizes that are no part of a name: “eradication” where that is the outcome."""
    names = {stem(word) for word in fold(_named_in(question)).split()}
    for one in sizes:
        if not names.issuperset(map(stem, one.words.split())):
            yield one


def _of_other_kinds(text: str) -> Iterator[Problem]:
    """What is judged as another kind of claim: of the evidence itself, or advice."""
    if words := _OF_EVIDENCE.search(text):
        yield Problem(
            "verdict",
            f"The claim says “{words[0]}”, which is of the evidence and was not "
            "judged: put the claim in other words, or make that a claim of its own, of "
            "the kind “state of the evidence”.",
        )
    if words := _ADVISES.search(text):
        yield Problem(
            "verdict",
            f"The claim says “{words[0]}”, which is advice and was not judged: put the "
            "claim in other words, or make that a claim of its own, of the kind "
            "“recommendation”.",
        )


def _is_compared(question: Mapping[str, Any], words: str) -> bool:
    """Whether a comparison is with what the question names, or with nothing at all."""
    with_ = compared_in(words)
    return not with_ or bool(with_ & compared_in(_named_in(question)))


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
    >>> time_beyond({"text": "It lowers fever for life.", "time_frame": "1 week"})
    'for life'
    """
    asked = question.get("time_frame") or ""
    words = _TIME.search(fold(question.get("text") or ""))
    if words is None or words[0] in fold(_named_in(question)):
        return ""
    return "" if asked and _is_of_time(words[0], asked) else words[0]


def _is_of_time(said: str, asked: str) -> bool:
    """Whether a time in words is about the one asked of, as far as that can be told."""
    days = math.inf if is_endless(asked) else days_in(asked)
    if days is None:
        return True
    if is_endless(said):
        return days == math.inf
    if _LONG.search(said):
        return days >= _LONG_FROM
    words = days_in(said)
    return words is None or words <= FAR_APART * days <= FAR_APART**2 * words


def dose_beyond(question: Mapping[str, Any]) -> str:
    """How much or how often a claim's words say, where its question does not.

    >>> dose_beyond({"text": "A single dose of examplin lowers fever."})
    'a single dose'
    >>> dose_beyond({"text": "Examplin twice daily lowers fever.", "dose": "20 mg"})
    ''
    """
    if question.get("dose"):
        return ""
    words = _HOW_MUCH.search(fold(question.get("text") or ""))
    return "" if words is None or words[0] in fold(_named_in(question)) else words[0]


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
