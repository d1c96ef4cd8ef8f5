"""What a claim's own words say: of its outcome, and more than any evidence can hold.

A verdict is read beside the claim's words. So they say of the outcome what its
question says, and no word of support stands beside what no evidence could support.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import product
from typing import Any

from claims.likeness import sense_of, way_of
from claims.likeness.stems import stem
from claims.words import Asserts, Verdict
from evidence.method.overclaiming import overclaims_as_claim
from evidence.method.problem import Problem
from texts.rules import RuleEffect, RuleEntry
from texts.titles import fold, same_however_typed

RULE_ENTRIES = (
    RuleEntry(
        "method.claim_words",
        "A claim’s words name what its question asks and say of its outcome what that "
        "says, and none is called supported that says more than evidence can hold.",
        RuleEffect.REFUSES,
        "Footing",
    ),
)

_WAYS = {
    Asserts.RAISES: (
        r"raises?|increas(?:es?|ed|ing)|elevat(?:es?|ed)|heightens?|higher|greater|more"
        r"|boosts?|triggers?|induces?|provokes?|worsens?|aggravates?|causes"
    ),
    Asserts.LOWERS: (
        r"lower(?:s|ed|ing)?|reduc(?:es?|ed|ing)|decreas(?:es?|ed|ing)|diminish(?:es)?|"
        r"prevent(?:s|ed|ing)?|fewer|less|eases|relieves?|alleviates?|lessens?|soothes?"
        r"|averts?|halves|fights|combats?|wards? off|protects? against"
    ),
}
_DENIED = re.compile(
    r"(?:\b(?:not|never|no|nor|neither)|n['’]t|\bwithout|\bfails? to)"
    r"(?:\s+\w+){0,5}\s*$"
)
_HARDLY = re.compile(r"\b(?:no|little|hardly any|barely any|few)\b")
_NO_DIFFERENCE = frozenset(
    {Asserts.LITTLE_OR_NO, Asserts.AT_LEAST_AS_GOOD, Asserts.ABSENT}
)
AFFIRMS = frozenset(
    {
        *(Verdict.SUPPORTED, Verdict.ACCURATE),
        *(Verdict.SHOWN_IN_PEOPLE, Verdict.SHOWN_IN_ANIMALS, Verdict.SHOWN_IN_CELLS),
    }
)


def says_otherwise(question: Mapping[str, Any]) -> str:
    """The claim's words on its outcome that its question contradicts; else empty.

    Only what names the outcome is held against it; words to both sides are left alone.

    >>> asks = {"outcome": "fever", "asserts": "lowers", "negated": False}
    >>> says_otherwise({**asks, "text": "Examplin raises the risk of fever."})
    'raises the risk of fever'
    >>> says_otherwise({**asks, "text": "Examplin lowers fever."})
    ''
    """
    asserts = Asserts(question.get("asserts") or "")
    negated = bool(question.get("negated"))
    said = _said_of_outcome(question.get("text") or "", question.get("outcome") or "")
    if not said and not negated:
        return _says_other_kind(asserts, question)
    if len(said) != 1:
        return ""
    (((way, denied), words),) = said.items()
    if asserts in _WAYS:
        agrees = way is asserts and denied is negated
    else:
        agrees = asserts not in _NO_DIFFERENCE or denied is not negated
    return "" if agrees else words


# What a claim calls a difference that it denies, or hardly grants.
_LITTLE = re.compile(
    r"\b(?:no|not|nor|never|neither|nothing|none|without|cannot|little|hardly|barely|"
    r"scarcely|useless|ineffective|trivial|negligible|minimal|slight\w*|same|similar"
    r"\w*|alike|equal\w*|equivalent|comparabl\w+|identical|fail\w*|lacks?|un\w+|"
    r"non[- ]?inferior|no worse|as \w+ as)\b|n['’]t\b"
)
_BETTER = re.compile(
    r"(?<!as good as or )(?<!as good or )(?<!equal or )\b(?:(?:better|more effective|"
    r"more|safer) than|superior to|outperforms?|outdoes|beats|surpass(?:es)?)\b"
)
_NOTHING = re.compile(
    r"\b(?:(?:no|without(?: any)?|not (?:have|show|make) (?:an?|any)) (?:difference|"
    r"effect|benefit|influence|impact|change)(?! (?:of|in) (?:side|harm))|(?:does|do) "
    r"(?:nothing|not (?:help|work|matter|affect|change|influence))|useless|"
    r"ineffective|fails? to (?:help|work|lower|raise|reduce|prevent))\b"
)
_DOES = frozenset({"lower", "raise", "better", "worse", "bring"})


def _says_other_kind(asserts: Asserts, question: Mapping[str, Any]) -> str:
    """Words for a difference where its question has none, or the other way round.

    >>> asks = {"outcome": "fever", "intervention": "examplin"}
    >>> asks["text"] = "Examplin helps adults with fever."
    >>> _says_other_kind(Asserts.LITTLE_OR_NO, asks)
    'helps'
    >>> asks["text"] = "Examplin is superior to aspirin for fever."
    >>> _says_other_kind(Asserts.AT_LEAST_AS_GOOD, asks)
    'superior to'
    >>> asks["text"] = "Examplin makes no difference to fever."
    >>> _says_other_kind(Asserts.LOWERS, asks)
    'no difference'
    """
    text = same_however_typed(question.get("text") or "")
    if asserts in _WAYS:
        found = _NOTHING.search(text)
    elif asserts is Asserts.AT_LEAST_AS_GOOD:
        found = _BETTER.search(text)
        found = None if found and _DENIED.search(text[: found.start()]) else found
    elif asserts is Asserts.LITTLE_OR_NO and not _LITTLE.search(text):
        names = " ".join(question.get(field) or "" for field in ELEMENTS)
        named = {stem(word) for word in _WORD.findall(fold(names))}
        words = _WORD.finditer(text)
        does = (one for one in words if way_of(one[0]) in _DOES)
        found = next((one for one in does if stem(one[0]) not in named), None)
    else:
        found = None
    return found[0] if found else ""


def _said_of_outcome(text: str, outcome: str) -> dict[tuple[Asserts, bool], str]:
    """Which way a text says its outcome goes, and whether it denies it: its words."""
    plain, name = same_however_typed(text), same_however_typed(outcome)
    if not name:
        return {}
    said = {}
    for way, verbs in _WAYS.items():
        of_it = rf"\b(?:{verbs})\s+(?:[\w’'-]+\s+){{0,4}}?{re.escape(name)}\b"
        for found in re.finditer(of_it, plain):
            denied = bool(
                _DENIED.search(plain[: found.start()]) or _HARDLY.search(found[0])
            )
            said[way, denied] = found[0]
    return said


_A_WORD, _WORD = re.compile(r"[^\W\d_]{3}"), re.compile(r"[^\W_]+")
ELEMENTS = ("population", "intervention", "comparator", "outcome")
_NAMED = ("intervention", "outcome")  # of a question, its factor or test, too


def unnamed(question: Mapping[str, Any]) -> tuple[str, ...]:
    """What a question asks of that the claim's words don't name, as it calls it.

    A word in any of its forms names it, and so does another for the same thing. What
    is called by nothing but words that stand in any claim is not looked for.

    >>> asks = {"intervention": "aspirin", "outcome": "myocardial infarction"}
    >>> unnamed({**asks, "text": "Aspirin prevents heart attacks."})
    ()
    >>> unnamed({**asks, "text": "Aspirin prevents dementia."})
    ('myocardial infarction',)
    """
    said = things_in(question.get("text") or "")
    names = [question.get(field) or "" for field in _NAMED]
    return tuple(
        name for name in names if (asked := things_in(name)) and not asked & said
    )


def things_in(text: str) -> frozenset[str]:
    """What a text is about: things by one name, and the words of each such name."""
    things = sense_of(text).concepts
    words = (stem(word) for thing in things for word in thing.split())
    return things.union(word for word in words if len(word) > 2)


_QUOTED = re.compile(r"[“”„\"«»‘’‚']([^“”„\"«»‘‚]+?)[“”\"»«’']")


# What a treatment is compared with by name, though no claim is about it.
_DUMMY = frozenset({"placebo", "sham", "dummy", "vehicle", "saline", "inactive"})
_ANYTHING = re.compile(  # what every comparison is with
    r"\b(?:controls?|comparators?|nothing|none|untreated|usual|before|baseline|others?|"
    r"expected|thought|it|alone|normal|average|without|no|those|not)\b"
)


# What an arm or a group is called by its part in a trial, which names no thing.
_PART = re.compile(
    r"\b(?:actives?|experimentals?|interventions?|treat(?:ments?|ed)|arms?|groups?|tests?|"
    r"index|verum|stud(?:y|ies)|trials?|drugs?|medicines?|(?:un)?exposed|reference|"
    r"therap(?:y|ies)|program(?:me)?s?|cases?|total|all|[^\W\d_]|\d+)\b"
)
_SHORT_FORM = re.compile(r"\b(?=\w*[A-Z])[A-Z][A-Z0-9]+\b(?:[-–][A-Z0-9]+)*")
_FEWEST = 5  # letters of a word inside another: “statin” in “atorvastatin”


def have_in_common(one: str, other: str) -> bool:
    """Whether two names may be of one thing, as far as their words tell.

    Short forms that nobody explains, and what a group is called by its part in a trial,
    tell nothing.

    >>> have_in_common("aspirin", "acetylsalicylic acid"), have_in_common("tea", "gin")
    (True, False)
    >>> have_in_common("placebo", "gin"), have_in_common("usual care alone", "any")
    (False, True)
    >>> have_in_common("depression", "HAM-D"), have_in_common("placebo", "Arm B")
    (True, True)
    >>> have_in_common("statins", "atorvastatin"), have_in_common("placebo", "vehicle")
    (True, True)
    """
    of_one, of_other = _named_by(one), _named_by(other)
    if not of_one or not of_other or of_one & of_other:
        return True
    return any(
        a.startswith(b) or (len(b) >= _FEWEST and b in a)
        for pair in product(of_one, of_other)
        for a, b in (pair, pair[::-1])
    )


def _named_by(name: str) -> frozenset[str]:
    """The things that a name of an arm, a comparison or an outcome tells of."""
    known = _SHORT_FORM.sub(lambda form: form[0] if _is_known(form[0]) else " ", name)
    things = compared_in(_PART.sub(" ", fold(known)))
    named = frozenset(thing for thing in things if len(thing) > 2)  # no unit
    return named - _DUMMY | {"placebo"} if named & _DUMMY else named


def _is_known(short_form: str) -> bool:
    """Whether the words for things tell what a short form stands for."""
    plain = short_form.casefold()
    return bool(sense_of(plain).concepts.difference(map(stem, _WORD.findall(plain))))


def compared_in(text: str) -> frozenset[str]:
    """What a text names to be compared with; empty where that is anything at all."""
    plain = _ANYTHING.sub(" ", fold(text))
    return things_in(plain) | _DUMMY.intersection(_WORD.findall(plain))


def uncalled(question: Mapping[str, Any], reason: str) -> tuple[str, ...]:
    """What was asked that neither the claim names nor a reason finds in its words.

    A claim may call a thing by words that nobody knows for it. Then a reason quotes
    them, for all to read what was taken for what: not those of the other thing, and
    nothing but a verb only where the claim names nothing else.

    >>> asks = {"intervention": "aspirin", "outcome": "myocardial infarction"}
    >>> asks["text"] = "Aspirin keeps the pump going."
    >>> uncalled(asks, "It is meant.")
    ('myocardial infarction',)
    >>> uncalled(asks, "By “keeps the pump going” no infarction is meant.")
    ()
    """
    text, missing = question.get("text") or "", unnamed(question)
    asked = {field: things_in(question.get(field) or "") for field in ELEMENTS}
    named = [asked[one] for one in _NAMED if question.get(one) not in missing]
    beyond = things_in(text).difference(*asked.values())
    for words in _QUOTED.findall(reason):
        if not _A_WORD.search(words) or _plain(words) not in _plain(text):
            continue
        things = things_in(words)
        if things.difference(*named) if things else not beyond:
            return ()
    return missing


def _plain(words: str) -> str:
    """The words alone, so that those of a quotation stand in its text whole."""
    return f" {' '.join(_WORD.findall(fold(words)))} "


# Who a claim may be of, each in the words for it.
_WHO = {
    name: re.compile(rf"\b(?:{words})\b")
    for name, words in {
        "pregnancy": r"pregnan\w+|gestation\w*|expect(?:ant|ing) mothers",
        "breastfeeding": r"breast ?-?feeding|nursing mothers|lactat\w+",
        "newborns": r"newborns?|neonat\w+|preterm|premature (?:infants|babies)",
        "infants": r"infants?|bab(?:y|ies)|newborns?|neonat\w+|toddlers?",
        "children": (
            r"child(?:ren|hood)?|kids?|boys?|girls?|p(?:a?e)diatric|infants?|"
            r"bab(?:y|ies)|newborns?|neonat\w+|toddlers?|school ?-?age\w*"
        ),
        "adolescents": r"adolescen\w+|teen(?:age)?\w*|youths?|young people",
        "old people": (
            r"elderly|seniors|geriatric|aged|(?:old|older|very old) (?:people|adults|"
            r"men|women|patients|persons)|over[- ]?(?:6|7|8)\d"
        ),
        "women": r"wom[ae]n|females?|girls?|mothers?|(?:post)?-?menopaus\w+|pregnan\w+",
        "men": r"m[ae]n|males?|boys?|fathers?",
        "smokers": r"smokers?",
        "athletes": r"athletes?|sports(?:men|women|people)|runners",
    }.items()
}


def of_others(question: Mapping[str, Any]) -> tuple[str, ...]:
    """Whom the claim's words are of, and nothing that its question asks names.

    >>> asks = {"text": "Examplin lowers fever in pregnant women."}
    >>> of_others({**asks, "population": "adults"})
    ('pregnancy', 'women')
    >>> of_others({**asks, "population": "women who are pregnant"})
    ()
    """
    asked = fold(" ".join(str(value or "") for value in _besides_text(question)))
    text = fold(question.get("text") or "")
    return tuple(
        name for name, who in _WHO.items() if who.search(text) and not who.search(asked)
    )


def _besides_text(question: Mapping[str, Any]) -> list[Any]:
    """What a question says in its own words."""
    return [question.get(field) for field in (*ELEMENTS, "subgroup", "time_frame")]


# How much or how many, which is held against the question by itself.
_HOW_MANY = re.compile(
    r"\b(?:little|thirds?|quarters?|fifths?|tenths?|percent|rare(?:ly)?|twenty|thirty|"
    r"forty|fifty|sixty|seventy|eighty|ninety|hundred|majority|fold)\b"
)


def things_beyond(question: Mapping[str, Any]) -> tuple[str, ...]:
    """What the claim's words name and nothing of its question does, as they stand.

    Left out is whom it is of, which `of_others` names.

    >>> asks = {"intervention": "examplin", "outcome": "fever"}
    >>> things_beyond({**asks, "text": "Examplin lowers fever and death in women."})
    ('death',)
    >>> things_beyond({**asks, "text": "Examplin reduces the risk of fever."})
    ()
    """
    text = _HOW_MANY.sub(" ", fold(question.get("text") or ""))
    asked = things_in(" ".join(str(one or "") for one in _besides_text(question)))
    asked |= things_in(question.get("dose") or "")
    found = []
    for spelt in sense_of(text).words:
        there = [one for one in spelt if re.search(rf"\b{re.escape(one)}\b", text)]
        words = max(there, key=len, default=spelt[0])
        of_whom = any(who.search(words) for who in _WHO.values())
        if not of_whom and not asked & things_in(spelt[0]):
            found.append(words)
    return tuple(found)


_AGES = (
    frozenset({"newborns", "infants", "children", "adolescents"}),
    frozenset({"old people", "adults", "pregnancy", "breastfeeding"}),
)
_SEXES = (frozenset({"women", "pregnancy"}), frozenset({"men"}))
_ADULTS = re.compile(r"\badults?\b")


def are_others(asked: str, told: str) -> bool:
    """Whether people are of another age, or of another sex, than those asked of.

    >>> are_others("children", "adults over 65"), are_others("adults", "women")
    (True, False)
    """
    of_asked, of_told = _who_in(asked), _who_in(told)
    return any(
        here & of_asked
        and not there & of_asked
        and there & of_told - here
        and not here & of_told
        for pair in (_AGES, _SEXES)
        for here, there in (pair, pair[::-1])
    )


def _who_in(text: str) -> frozenset[str]:
    plain = fold(text)
    found = {name for name, who in _WHO.items() if who.search(plain)}
    return frozenset(found | ({"adults"} if _ADULTS.search(plain) else set()))


def is_of_something_else(question: Mapping[str, Any]) -> bool:
    """Whether the claim's words name nothing of what its question asks."""
    return len(unnamed(question)) == len(_NAMED)


def too_much_to_affirm(text: str, verdict: str) -> list[Problem]:
    """Why no evidence lets a verdict affirm a claim in these words; empty if it may."""
    words = overclaims_as_claim(text) if verdict in AFFIRMS else ()
    if not words:
        return []
    named = ", ".join(f"“{word}”" for word in words)
    return [
        Problem(
            "verdict",
            f"The claim says {named}, which is more than evidence can hold, so that "
            f"“{Verdict(verdict).label}” cannot stand beside it: put the claim in "
            "other words, which are judged instead.",
        )
    ]
