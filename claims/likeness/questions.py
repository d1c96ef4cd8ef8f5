"""Proposes a claim's question from its words: of what, on what, in whom, which way."""

import re
from dataclasses import dataclass

from claims.likeness.sense import sense_of, way_of
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "claims.question",
        "A claim’s question is proposed from its words: of what, on what, in "
        "whom, which way.",
        RuleEffect.PROPOSES,
        "Footing",
    ),
)


_FRAME = re.compile(
    r"^(?:.{0,80}?\b(?:show\w*|found|suggest\w*|report\w*|demonstrat\w*|confirm\w*"
    r"|indicat\w*|conclud\w*|prove\w*|believe\w*|according to [^,]+,)\s+that\s+)",
    re.IGNORECASE,
)
_MARKER = re.compile(r"\[[\d\s,;–-]+\]|\([^()]*(?:19|20)\d\d[a-z]?\)")
_BEFORE_VERB = re.compile(
    r"\s+(?:(?:may|might|can|could|will|would|does|do|did|has|have|had|is|are|was|were"
    r"|been|not|never|also|significantly|greatly|likely|effectively|to|a|an|the|shown"
    r"|used|associated|risk|be)\b\s*)+$",
    re.IGNORECASE,
)
_POPULATION = re.compile(
    r"\s+(?:in|among|for)\s+((?:\w+[ -]){0,5}?(?:adults|children|people|patients|women"
    r"|men|infants|babies|adolescents|teenagers|smokers|athletes|elderly|workers"
    r"|students|individuals|mothers|those)\b(?:\s+(?:with|of|aged|over|under|who|after"
    r"|before|from)\s(?:(?!has\b|have\b|is\b|are\b)[^,;.\s]+\s?){1,8})?)",
    re.IGNORECASE,
)
_COMPARATOR = re.compile(
    r"\s+(?:than|compared (?:with|to)|versus|vs\.?)\s+([^,;.]+)", re.IGNORECASE
)
_LEADING = re.compile(
    r"^(?:the |a |an |of |with |by |from |to |risk of |rate of |chance of )+", re.I
)
_WORD = re.compile(r"[\w’'-]+")
_ASSERTS = {"lower": "lowers", "raise": "raises", "bring": "raises"}


@dataclass(frozen=True)
class ProposedQuestion:
    """What a claim may be of; empty where its words do not tell."""

    intervention: str = ""
    outcome: str = ""
    population: str = ""
    comparator: str = ""
    asserts: str = ""


def proposed_question(text: str) -> ProposedQuestion:
    """Read a claim's question out of one sentence; a person puts it right."""
    words = _FRAME.sub("", _MARKER.sub("", " ".join(text.split()))).strip(" .;")
    population, words = _taken(_POPULATION, words)
    comparator, words = _taken(_COMPARATOR, words)
    for match in _WORD.finditer(words):
        way = way_of(match[0])
        if way and match.start():
            break
    else:
        return ProposedQuestion(population=population, comparator=comparator)
    before, after = words[: match.start()], words[match.end() :].strip(" ,")
    before = _BEFORE_VERB.sub("", f"{before.rstrip()} ").strip(" ,")
    if after.lower().startswith("by "):  # "fever is lowered by examplin"
        before, after = after[3:], before
    denies = sense_of(words).denies
    return ProposedQuestion(
        intervention=_LEADING.sub("", before),
        outcome=_LEADING.sub("", re.split(r"[,;]| as | by | when ", after)[0]).strip(),
        population=population,
        comparator=comparator,
        asserts="little_or_no" if denies else _ASSERTS.get(way, ""),
    )


def _taken(pattern: re.Pattern[str], words: str) -> tuple[str, str]:
    """What a pattern finds, and the words without it."""
    found = pattern.search(words)
    if not found:
        return "", words
    return found[1].strip(), words[: found.start()] + words[found.end() :]
