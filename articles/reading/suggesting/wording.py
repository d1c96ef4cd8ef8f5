"""Looks at how a sentence is worded: hedges, denials and words worth a second look.

A flag only asks ("worth checking: …"). That a sentence overstates is said by a person,
and against a current grade; ``check_against_grade`` proposes where to look.
"""

import re

from articles.reading.document import Flag, Mode
from articles.reading.suggesting.rules import Rule, holding, load_rules
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "suggesting.wording",
        "Words that promise, generalise or sound certain are named as worth "
        "checking, and where a sentence is surer than its claim’s grade.",
        RuleEffect.ASKS,
        "Footing",
    ),
)


CITES_NOTHING = Flag("cites-nothing", "worth checking: no source recognised")

# Designs as in the study taxonomy, whose start does not show cause by itself.
_OBSERVATIONAL = {"cohort", "case_control", "cross_sectional", "case_series"}
_PRECLINICAL = {"in_vitro", "animal"}
_UNSURE = {"low", "very low"}
_CAUSE_AS_NOUN = re.compile(
    r"\b(?:reduction|increase|improvement|prevention|reversal|elimination)s?\b", re.I
)
_PROBABLY = re.compile(r"\b(?:probabl[ey]|likely)\b", re.I)
_ASSOCIATION = re.compile(r"\b(?:associat|correlat|linked)\w*", re.I)


def is_hedged(sentence: str) -> bool:
    """Tell whether a cue of doubt (may, potentially, suggests) weakens the sentence."""
    return any(holding("hedges", sentence))


def denies(sentence: str) -> bool:
    """Tell whether the sentence asserts that there is no effect, or no proof of one."""
    return bool(_rule("modes", Mode.DENIES).search(sentence))


def asserts_effect(sentence: str) -> bool:
    """Tell whether the sentence says, without denying it, that one thing acts."""
    found = _rule("wording", "causal").search(sentence)
    absolute = _rule("wording", "absolute").search(sentence)
    return bool(absolute or (found and not denies(sentence)))


def wording_flags(sentence: str) -> tuple[Flag, ...]:
    """Return a flag for each wording rule that holds, with the words it saw."""
    return tuple(
        Flag(rule.name, f"worth checking: {rule.why} (“{_short(words)}”)")
        for rule in holding("wording", sentence)
        if (words := rule.search(sentence))
    )


def check_against_grade(
    sentence: str, *, certainty: str, best_design: str, about_people: bool
) -> tuple[Flag, ...]:
    """Return where a claim's wording may outrun its evidence.

    ``certainty`` is a GRADE level ("High" … "Very low"), ``best_design`` the strongest
    design behind it ("rct", "cohort", "animal", …). The flags follow the kinds of spin
    in Boutron and others 2010 and Lazarus and others 2015: cause claimed from
    observation, people from animals or cells, certainty the evidence does not have.
    """
    certainty, flags = certainty.lower(), []
    sure = _rule("wording", "certainty").search(sentence)
    cause = _rule("wording", "causal").search(sentence)
    if not cause and (noun := _CAUSE_AS_NOUN.search(sentence)):
        cause = noun[0]
    plain = cause and not (
        is_hedged(sentence) or _ASSOCIATION.search(sentence) or denies(sentence)
    )
    if plain and best_design in _OBSERVATIONAL:
        flags.append(_grade_flag("causal_from_observational", "says cause", cause))
    if cause and about_people and best_design in _PRECLINICAL:
        flags.append(
            _grade_flag("preclinical_to_human", "rests on animals or cells", cause)
        )
    if sure and certainty != "high":
        flags.append(_grade_flag("certainty_inflation", "sounds certain", sure))
    elif plain and certainty in _UNSURE and not _PROBABLY.search(sentence):
        why = f"is unhedged at {certainty} certainty"
        flags.append(_grade_flag("unhedged_for_certainty", why, cause))
    return tuple(flags)


def _grade_flag(rule: str, why: str, words: str) -> Flag:
    return Flag(rule, f"worth checking: {why} (“{_short(words)}”)")


def _rule(family: str, name: str) -> Rule:
    return next(rule for rule in load_rules(family) if rule.name == name)


def _short(words: str) -> str:
    words = " ".join(words.split()).strip(" ,.;")
    return words if len(words) <= 60 else words[:57] + "…"
