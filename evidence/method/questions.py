"""What the question of a claim must have before its evidence base is frozen.

The kind of a claim decides which elements it has and what they are called: a factor
instead of an intervention, a condition instead of an outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from claims.words import Asserts, ClaimKind
from evidence.method.claim_words import says_otherwise
from evidence.method.overclaiming import name_says_too_much, overclaims_as_name
from evidence.method.problem import Problem
from studies.effects import RATIOS, Measure, to_analysis_scale
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "method.questions",
        "A base is not frozen while the claim’s question lacks an element that "
        "its kind needs.",
        RuleEffect.REFUSES,
        "Footing; Cochrane Handbook, chapter 2",
    ),
)


class Element(NamedTuple):
    """One element of a question: its column, its name, what a form says of it."""

    field: str
    label: str
    hint: str = ""


_PEOPLE = Element("population", "Population")
_ASSERTS = Element("asserts", "What the claim says of the outcome")
_OUTCOME = Element("outcome", "Outcome")
_CONDITION = Element("outcome", "Condition")
_FACTOR = Element("intervention", "Factor", "What people have or do, such as smoking.")
_ANY = "Write “any” where the claim leaves it open."
_OF_EFFECT = (
    _PEOPLE,
    Element("intervention", "Intervention"),
    Element("comparator", "Compared with", _ANY),
    _OUTCOME,
    _ASSERTS,
)
_OF_FACTOR = (_PEOPLE, _FACTOR, _OUTCOME, _ASSERTS)
ASKED: dict[ClaimKind, tuple[Element, ...]] = {
    ClaimKind.EFFECT: _OF_EFFECT,
    ClaimKind.HARM: _OF_EFFECT,
    ClaimKind.ASSOCIATION: _OF_FACTOR,
    ClaimKind.PROGNOSIS: _OF_FACTOR,
    ClaimKind.PREVALENCE: (
        _PEOPLE,
        _CONDITION,
        Element("value_low", "How many of them, in per cent", "A value or a range."),
    ),
    ClaimKind.DIAGNOSIS: (
        _PEOPLE,
        Element("intervention", "Test"),
        Element("comparator", "Reference standard", "What says who has it."),
        _CONDITION,
    ),
    ClaimKind.REGULATORY: (Element("jurisdiction", "Country or area"),),
}
ELEMENTS = ("population", "intervention", "comparator", "outcome")
_NAMES = {element.field: element.label for element in _OF_EFFECT}


def element_labels(kind: str) -> dict[str, str]:
    """What the elements of a question are called for a kind of claim, by column.

    Those that the kind does not ask for keep their usual names.
    """
    asked = ASKED.get(ClaimKind(kind), ()) if kind else ()
    return _NAMES | {element.field: element.label for element in asked}


def elements_named(kind: str) -> tuple[Element, ...]:
    """The elements that a kind calls otherwise than a treatment's question does.

    Empty for a kind whose question is put as that of a treatment is.
    """
    asked = ASKED.get(ClaimKind(kind), ())
    own = tuple(one for one in asked if one.field in ELEMENTS)
    return () if own == _OF_EFFECT[: len(own)] else own


def not_asked(kind: str) -> frozenset[str]:
    """The elements of a treatment's question that a kind does not have."""
    named = elements_named(kind)
    return frozenset(ELEMENTS) - {one.field for one in named} if named else frozenset()


def element_hints(kind: str) -> dict[str, str]:
    """What a form says beside the elements of a question, by column."""
    asked = ASKED.get(ClaimKind(kind), ()) if kind else ()
    return {element.field: element.hint for element in asked if element.hint}


def question_problems(question: Mapping[str, Any]) -> list[Problem]:
    """All that a question lacks for its evidence to be judged; empty if nothing.

    ``question`` has the claim's columns by name, its ``kind`` and ``text`` among them.
    """
    kind = ClaimKind(question["kind"])
    return [
        *_missing(kind, question),
        *_wrong_kind(kind, question),
        *_wrong_figures(question),
        *_too_wide(question),
        *_whatever_is_found(question),
        *_said_otherwise(question),
        *_overclaiming(kind, question),
    ]


def _missing(kind: ClaimKind, question: Mapping[str, Any]) -> Iterator[Problem]:
    for element in ASKED.get(kind, ()):
        if element.field == "value_low":
            both = (question.get("value_low"), question.get("value_high"))
            given: Any = any(value is not None for value in both)
        else:
            given = str(question.get(element.field) or "").strip()
        if not given:
            hint = f" {element.hint}" if element.hint else ""
            yield Problem(
                element.field,
                f"{element.label}: not set. A claim of the kind “{kind.label}” is "
                f"judged by it; set it in the claim’s question.{hint}",
            )


# --- names stand in the sentence as they were typed ---


_NAMED_BESIDE = {
    "time_frame": "Time",
    "margin_source": "Source of the margin",
    "thresholds_source": "Source of the thresholds",
    "baseline_source": "Source of the risk without it",
    "baseline_population": "People of the risk without it",
    "baseline_time": "Time of the risk without it",
}


def _overclaiming(kind: ClaimKind, question: Mapping[str, Any]) -> Iterator[Problem]:
    labels = element_labels(kind) | _NAMED_BESIDE
    for field in (*ELEMENTS, *_NAMED_BESIDE):
        if words := overclaims_as_name(question.get(field) or ""):
            yield Problem(field, name_says_too_much(labels[field], words))


# --- "lowers", "prevents", "causes" is an effect ---

_VERBS = (
    "lower|reduce|decrease|prevent|cause|cure|raise|increase|improve|worsen|protect|"
    "heal|trigger|boost|relieve"
)
# What one thing does to another, in more than a verb's plain form.
_BEARS_ON = (
    r"\b(?:(?:wards?|fends?|staves?) off|keeps? (?:[\w-]+ ){1,3}(?:away|at bay|off|out|"
    r"down"
    r"|up)|(?:good|bad) (?:for|against)|owes? (?:\w+ ){1,4}to|(?:has|have|had) (?:an?|"
    r"no"
    r"|some|any) (?:\w+ )?(?:impact|effect|influence) on|(?:affects|influences|drives|"
    r"fuels|fights|eliminates|ruins|damages|harms|saves|kills|shields|spares|eases|"
    r"halts|stops|promotes|produces|creates|shortens|prolongs|lengthens|alters|"
    r"spoils|strengthens|weakens)(?! (?:of|in|among)\b)|means (?:\w+ )?(?:less|fewer|"
    r"more|lower|higher|better|worse)|(?:the|a) (?:reason|key|explanation|driver|"
    r"culprit|remedy|secret) (?:for|to|of|behind)|(?:works?|acts?|helps?) against|"
    r"helps? "
    r"(?!(?:to )?(?:predict|foresee|identify|tell|recogni|detect|find))\w+|contribut"
    r"(?:es?|ing) to|is behind|gives rise to)\b"
)
_CAUSAL = re.compile(
    rf"\b(?:{_VERBS})s\b(?! (?:of|in|among)\b)|\blead(?:s|ing)? to\b"
    r"|\bresult(?:s|ing)? in\b|\bbrings? about\b|\bresponsible for\b"
    r"|\b(?:is|are|as) (?:the|an?) (?:\w+ )?causes? of\b|\bmakes? (?:\w+ ){1,3}\w+"
    rf"|\b(?:not|can|could|may|might|will|would|must|to)\s+(?:{_VERBS}|lead to)\b"
    rf"|{_BEARS_ON}",
    re.IGNORECASE,
)
_OBSERVED = frozenset({ClaimKind.ASSOCIATION, ClaimKind.PROGNOSIS})


def causal_words(text: str) -> str:
    """The words of a claim that say one thing makes another; empty where none do.

    >>> causal_words("Coffee prevents made-up fever")
    'prevents'
    >>> causal_words("Coffee drinkers have a lower risk of made-up fever")
    ''
    """
    found = _CAUSAL.search(text)
    return found.group(0) if found else ""


def _put_down_to(text: str, factor: str) -> str:
    """The words that put something down to a factor, as "due to coffee"; else empty."""
    if not factor.strip():
        return ""
    put_down = (
        r"\b(?:(?:due|owing|thanks|down|attributable) to|because of|caused by|a result "
        rf"of) (?:\w+ )?{re.escape(factor.strip())}\b"
    )
    found = re.search(put_down, text, re.IGNORECASE)
    return found[0] if found else ""


def _wrong_kind(kind: ClaimKind, question: Mapping[str, Any]) -> Iterator[Problem]:
    text, factor = question.get("text") or "", question.get("intervention") or ""
    words = causal_words(text) or _put_down_to(text, factor)
    if words and kind in _OBSERVED:
        yield Problem(
            "kind",
            f"“{words}” says that one thing makes another, which is an effect or a "
            f"harm and never of the kind “{kind.label}”: change the claim’s kind, or "
            "its words to what was seen together.",
        )


# --- figures that cannot be meant ---

_SIDE = {Asserts.RAISES: 1, Asserts.LOWERS: -1}


def _wrong_figures(question: Mapping[str, Any]) -> Iterator[Problem]:
    size, scale = question.get("claimed_size"), question.get("scale")
    side = _SIDE.get(question.get("asserts") or Asserts.NOT_SET)
    if size is None or not scale or side is None:
        return
    if to_analysis_scale(Measure(scale), size) * side < 0:
        yield Problem(
            "claimed_size",
            "The claimed size lies on the other side of no difference than what the "
            "claim says of its outcome: mend one of the two in the claim’s question.",
        )


# What nobody calls little: a large effect (GRADE guidelines 9; Cohen 1988), or in a
# difference of risks that of a quarter of the people.
_MOST_OF_A_MARGIN = {
    **dict.fromkeys(RATIOS, 2.0),
    Measure.SMD: 0.8,
    Measure.RD: 0.25,
}


def _too_wide(question: Mapping[str, Any]) -> Iterator[Problem]:
    margin, scale = question.get("margin"), question.get("scale")
    most = _MOST_OF_A_MARGIN.get(Measure(scale)) if scale else None
    if margin is not None and most is not None and margin > most:
        yield Problem(
            "margin",
            f"A margin of {margin:g} calls little what is a large effect: on the scale "
            f"of a {Measure(scale).label} it is at most {most:g}.",
        )


def _whatever_is_found(question: Mapping[str, Any]) -> Iterator[Problem]:
    low, high = question.get("value_low"), question.get("value_high")
    if low is not None and high is not None and low <= 0 and high >= 100:
        yield Problem(
            "value_low",
            "From 0 to 100 % is true whatever is found: say of how many the claim is.",
        )


# --- its words and its question say the same ---


def _said_otherwise(question: Mapping[str, Any]) -> Iterator[Problem]:
    if words := says_otherwise(question):
        says = Asserts(question.get("asserts") or "").label
        denied = ", denied" if question.get("negated") else ""
        yield Problem(
            "asserts",
            f"The claim says “{words}”, and its question “{says}{denied}”: mend one of "
            "the two, since a verdict is read beside the words.",
        )
