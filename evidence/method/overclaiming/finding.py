"""Finds the words of a text that say more than evidence can hold."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from claims.words import Certainty
from evidence.method.overclaiming.asked import ANSWERED, RHETORICAL
from evidence.method.overclaiming.better import CURE, NO_EFFECT, SAFE
from evidence.method.overclaiming.combined import COMBINED
from evidence.method.overclaiming.inferred import INFERRED
from evidence.method.overclaiming.languages import in_other_languages
from evidence.method.overclaiming.plain import readings
from evidence.method.overclaiming.praised import PRAISE
from evidence.method.overclaiming.surer import CERTAINTY, PROOF
from evidence.method.overclaiming.taken_back import (
    is_endorsed,
    is_reported,
    is_taken_back,
)
from evidence.method.overclaiming.weighing import weights
from evidence.method.overclaiming.wider import UNIVERSAL
from texts.late_patterns import compile_late
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "method.overclaiming",
        "A reviewer’s note is refused that says more than any evidence can hold, "
        "and a hedge of more than the certainty allows.",
        RuleEffect.REFUSES,
        "Footing; naive Bayes as in Manning, Raghavan and Schütze 2008, chapter 13",
        measured="Of the last 480 notes that it had not learnt from, 7 % were read "
        "wrongly: of 240 that overclaim 31 were missed, of 240 honest ones 3 refused; "
        "of the very last 80, 4.",
    ),
)


_PATTERNS = (
    *(*PROOF, *CERTAINTY, *UNIVERSAL, *CURE, *SAFE, *NO_EFFECT, *COMBINED),
    *PRAISE,
)
_TOGETHER = 40  # so many patterns are asked as one first, for most are of other things


def _compiled(patterns: Iterable[str]) -> re.Pattern[str]:
    return compile_late(rf"\b(?:{'|'.join(patterns)})(?![\w])")


_OVERCLAIMS = [
    (_compiled(some), [_compiled([pattern]) for pattern in some])
    for some in (
        _PATTERNS[start : start + _TOGETHER]
        for start in range(0, len(_PATTERNS), _TOGETHER)
    )
]
# How clearly the examples must speak, as logarithms of odds: so that of the notes they
# know no more than one in a hundred of either kind is read wrongly.
CLEARLY = math.log(20)  # for an overclaim that the list does not know
MORE_CLEARLY = math.log(250)  # of few words, or where none but the little ones tells
AGAINST = math.log(8)  # for letting go what the list knows
FEW = 4  # words that say nothing by the little ones among them: "as it is"
_LITTLE = frozenset(
    "a an the it its is are was were be been has have had do does did will would can "
    "could may might you your we our i my me they them their this that these those "
    "there here of in on at to for with by from as so and or but if when who what not "
    "no one once ever never now also just i'd i'll you'll he she s".split()
)
# What a trial is called: "the PROTECT and ALWAYS trials", the cohort "Safe Start".
_STUDY_NAME = re.compile(
    r"\b[A-Z][A-Z0-9]{2,}(?=(?:,? (?:and |or )?(?:the )?[A-Z][A-Z0-9-]+)* (?:trial|"
    r"study|studies|cohort|registry|registries)s?\b)"
    r"|(?<=\b(?:trial|study) )[“\"](?:[A-Z][\w-]* ?){1,4}[”\"]"
    r"|(?<=\bcohort )[“\"](?:[A-Z][\w-]* ?){1,4}[”\"]"
)
_SENTENCE = re.compile(r"(?<=[.!])\s+|\n+")
# What lets a sentence be, where the examples alone speak against it.
_DISCLAIMED = compile_late(
    r"\b(?:no|not|never|nobody|no one) (?:\w+ ){0,3}?(?:guarantee\w*|proofs?|"
    r"certain\w*|promise\w*|proven?|tested|knows?|known|rely|sure|claim\w*|studied|"
    r"evidence)\b|\b(?:before|until|whether) any\w*|\b(?:headline|label|slogan|"
    r"advert)\b|\bcan (?:not )?(?:say|tell|be said)\b"
    # doubted by others, or by the note
    r"|\b(?:been|is|are|was) (?:\w+ )?(?:questioned|doubted|debated|disputed)\b|"
    r"\b(?:is|"
    r"are) in (?:question|doubt)\b|\bmatter of (?:debate|dispute|discussion|opinion)\b"
    r"|\b(?:unsettled|controversial|uncertain|unclear|a hypothesis|unlikely|open|"
    r"lacking|wanting|remains? to be|yet to be|missing|absent|"
    r"short of|guess|speculation|conjecture)"
    r"\b|\b(?:is|a) likely\b|\bdiffer\b(?! in any)"
    # harm that there is
    r"|\bthere (?:is|are|remains?) (?:an? )?(?:\w+ )?(?:reason (?:to|for) )?(?:side "
    r"effects|risks?|dangers?|doubts?|chance|more to)\b|\bha(?:s|ve) (?:\w+ )?side "
    r"effects\b|\bcan (?:do harm|harm|be fatal|damage|cause)\b|\brisky\b|\bcauses "
    r"(?:nausea|headache|drowsiness|bleeding|pain|harm)\b|\bnot (?:without|zero|"
    r"negligible|magic|superior|a cure)\b|\bno cure\b"
    r"|\b(?:risk|danger|rate|number) of \w+ (?:\w+ )?(?:rises|grows|increases|doubles|"
    r"was|(?:is|are) (?:\w+ )?(?:higher|larger|raised|doubled|increased))\b"
    # how little it is
    r"|\b(?:mildly|slightly|somewhat|at some risk|a chance that|modest|small|slight|"
    r"limited|low certainty|only (?:been|while)|as effective as placebo)\b"
    # that it may be, but for "one may rely on it"
    r"|\b(?:perhaps|(?<!no longer )possible|might be)\b|(?<!\bone )(?<!\byou )"
    r"(?<!patients )(?<!women )(?<!they )(?<!of harm )\bmay (?!be (?:called|said|taken|"
    r"relied|given|used)|relax|well|rely|bank|trust|prescribe)\w+"
)
_ASKED = compile_late(rf"\b(?:{'|'.join((*ANSWERED, *RHETORICAL))})")
_CONCLUDED = compile_late(rf"\b(?:{'|'.join(INFERRED)})")
_CLAUSE = re.compile(
    r"\||\b(?:(?<!anything )(?<!nothing )but|however|although|though|so(?! called)|"
    r"therefore|hence|thus|because|"
    r"while|whereas|yet(?! to)|nevertheless|and (?=(?:is|are|it|was|will|does|can|has|"
    r"have|this|they|these|always|never|certainly|definitely|totally|completely)\b))\b"
)
_FILLERS = re.compile(
    r"\b(?:now|simply|just|quite|very|really|truly|indeed|finally|already|also|even|"
    r"actually|basically|plainly|obviously|of course|at last|naturally|honestly|"
    r"literally|absolutely|totally|ever so|rather(?! than)|pretty|entirely|thus|"
    r"surely|frankly|at all|whatsoever|altogether|as it were|virtually|practically) "
)
_HEDGED = re.compile(
    r"\b(?:probably|likely) (?:\w+ )?(?:(?:lower|reduc|rais|increas|improv|prevent|"
    r"protect|reliev|help|work|cause|lead|eas|shorten|prolong|extend|speed|heal|stop|"
    r"slows|halt|boost|treat|affect)(?:e?s)?|(?:result|lead)s? (?:in|to)|(?:is|are) "
    r"effective)\b"
)


def overclaims(text: str) -> tuple[str, ...]:
    """The words of a text that say more than evidence can, each once, as they look.

    `text` is what a person added; what look-alike letters spell is read as it looks.
    The list decides, unless the examples speak clearly against it; what it does not
    know is left to the examples, and the word that weighs most is named.
    """
    found: dict[str, None] = {}
    sentences = _SENTENCE.split(_STUDY_NAME.sub("Named", text.strip()))
    for sentence in filter(None, sentences):
        found |= dict.fromkeys(_in_sentence(sentence))
    return tuple(
        one for one in found if not any(one in other for other in found if one != other)
    )


def overclaims_as_reason(text: str) -> tuple[str, ...]:
    """The words of a reason for a level or a reading that say more than evidence can.

    It is of the studies, and short ("no concerns"): what the list does not know stands.
    """
    return overclaims(text) if listed(text) else ()


def says_too_much(what: str, words: Collection[str]) -> str:
    """That a text says more than evidence can hold, and which of its words do."""
    told = ", ".join(f"“{word}”" for word in words)
    return f"{what} says more than evidence can hold: put {told} otherwise."


def listed(text: str) -> tuple[str, ...]:
    """The words of a text that the list knows, whatever the examples say of them."""
    found = (
        *_asked(text),
        *_concluded(text),
        *_listed(text),
        *in_other_languages(readings(text)[0]),
    )
    return tuple(dict.fromkeys(found))


def _in_sentence(sentence: str) -> tuple[str, ...]:
    plain = readings(sentence)[0]
    if elsewhere := in_other_languages(plain):
        return elsewhere
    asked = (*_asked(sentence), *_concluded(sentence))
    listed = (*asked, *_listed(sentence))
    odds = weights().odds(plain)
    if not listed:
        telling = weights().telling(plain)
        little = _LITTLE.issuperset(telling.split())
        few = len(plain.replace("|", "").split()) < FEW
        if little and few:
            return ()
        enough = MORE_CLEARLY if little or few else CLEARLY
        lets_be = _DISCLAIMED.search(plain) or is_reported(plain)
        return (telling,) if telling and odds > enough and not lets_be else ()
    # One word can be out of place, hardly two.
    if asked or _places(listed) > 1 or is_endorsed(plain):
        return listed
    clauses = [clause for clause in _CLAUSE.split(plain) if len(clause.split()) > 1]
    of_it = [one for one in clauses if any(word in one for word in listed)]
    likeliest = max((odds, *map(weights().odds, of_it or clauses)))
    return listed if likeliest > -AGAINST else ()


def _places(found: Iterable[str]) -> int:
    """How many places some words stand in: "is certain", "certain that" are one."""
    places: list[set[str]] = []
    for words in map(set, map(str.split, found)):
        shared = [place for place in places if place & words - _LITTLE]
        places = [place for place in places if place not in shared]
        places.append(words.union(*shared))
    return len(places)


def _asked(sentence: str) -> Iterator[str]:
    for plain in readings(sentence):
        yield from (match[0].strip(" |") for match in _ASKED.finditer(plain))


def _concluded(sentence: str) -> Iterator[str]:
    for plain in readings(sentence):
        for match in _CONCLUDED.finditer(plain):
            if not is_taken_back(plain, match, endorsed=is_endorsed(plain)):
                yield " ".join(match[0].replace("|", "").split())


def _listed(sentence: str) -> Iterator[str]:
    for plain in readings(sentence):
        endorsed = is_endorsed(plain)
        for clause in clauses_of(plain):
            yield from _in_clause(clause, endorsed)


def hedges_of_more(text: str, certainty: str) -> tuple[str, ...]:
    """Words as "probably lowers" in a text beside a certainty below moderate.

    They say by a verb of effect what only moderate certainty lets the sentence say.
    """
    if certainty not in (Certainty.LOW, Certainty.VERY_LOW):
        return ()
    found = (m[0] for clause in _clauses(text) for m in _HEDGED.finditer(clause))
    return tuple(dict.fromkeys(found))


def _clauses(text: str) -> Iterator[str]:
    for plain in readings(text):
        yield from clauses_of(plain)


def clauses_of(plain: str) -> Iterator[str]:
    """The clauses of a plain sentence."""
    for clause in _CLAUSE.split(plain):
        if clause.strip():
            yield " ".join(clause.split())


def _in_clause(clause: str, endorsed: bool) -> tuple[str, ...]:
    """What a clause says too much; without its fillers, if with them it seems fine."""
    found = tuple(_as_it_stands(clause, endorsed))
    lean = _FILLERS.sub("", clause)
    return found if found or lean == clause else tuple(_as_it_stands(lean, endorsed))


def _as_it_stands(clause: str, endorsed: bool) -> Iterator[str]:
    for any_of_them, patterns in _OVERCLAIMS:
        if not any_of_them.search(clause):
            continue
        for match in chain.from_iterable(one.finditer(clause) for one in patterns):
            if not is_taken_back(clause, match, endorsed=endorsed):
                yield match[0]
