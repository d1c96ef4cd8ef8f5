"""Names that say more than evidence can hold.

What a claim's question and a search name stands in the sentence as it was typed. A name
may be of a cure or of all ages, where a note may not claim either; it says too much
where it praises what it names, or goes on to say something of it.
"""

import re
from collections.abc import Collection

from evidence.method.overclaiming.finding import clauses_of, listed
from evidence.method.overclaiming.plain import readings
from evidence.method.overclaiming.taken_back import is_taken_back
from evidence.method.overclaiming.words import COUNTED, HARM, NUMBER, UNIT, WHOLLY
from texts.late_patterns import compile_late

_GOES_ON = re.compile(
    r"\b(?:which|that|it|they|is|was|were|has|have|will|can|never|always|known)\b"
    r"|\b(?:who|whom|whose)\b(?! (?:are|is|were|was) (?:un)?certain of)"
)
_PRAISES = re.compile(
    r"\bproven\b|\bharmless\b(?! (?:bacteri|virus|mutation|variant)\w*)"
    r"|\bguaranteed\b(?! (?:basic|minimum|annual|income))"
    r"|\bmiracle\b(?! (?:fruit|berr))|\brisk[- ]free\b|\bfool ?proof\b"
    r"|(?:\b(?:100|hundred) per ?cent|\bperfectly|\bcompletely|\btotally) "
    r"(?:safe|effective|harmless)\b|\bsafe and effective\b"
    r"|\bsure(?:[- ]fire)? (?:cure|remedy)\b|\bbest \w+ (?:there is|of all|ever)\b"
    r"|\bfor (?:good|ever)\b|\bbeyond (?:all |any )?doubt\b"
    r"|\b(?:absolute|full|complete) certainty\b"
    r"|\bevery (?:human|living)\b|\b(?:on earth|human ?kind|man ?kind)\b"
    r"|\bwithout (?:exception|fail|(?:any )?(?:risk(?! factor)|side effects|harm))\b"
)


def overclaims_as_name(name: str) -> tuple[str, ...]:
    """The words of a name that say more than evidence can; empty for a name alone.

    >>> overclaims_as_name("cure"), overclaims_as_name("adults of all ages")
    ((), ())
    >>> overclaims_as_name("examplin, the guaranteed cure")
    ('guaranteed', 'cure')
    """
    found = listed(name)
    for plain in readings(name):
        if found and _GOES_ON.search(plain):
            return found
        # said of it, in brackets or after a comma
        beside = " | ".join(list(clauses_of(plain))[1:])
        if told := tuple(word for word in found if word in beside):
            return told
        if (praise := _PRAISES.search(plain)) and (found or praise[0] != "proven"):
            return found or (praise[0],)
    return ()


# What no evidence bears out of a claim, whatever it is of.
_OF_A_CLAIM = compile_late(
    rf"{_PRAISES.pattern}"
    r"|\bprove[nds]?\b|\bproofs?\b(?! of concept)|\bguarant(?:ee\w*|y)\b|\balways\b"
    r"|\bnever (?:\w+ )?(?:fails?|misses|overlooks|errs?|causes?|harms?|hurts?|"
    r"returns?|recurs?|relapses?)\b"
    rf"|\bevery(?:one|body)\b|\bevery\b(?! (?:{NUMBER} )?{UNIT}\b)(?! {NUMBER}\b)"
    rf"|\b(?:100|a hundred) percent\b|\b{WHOLLY} (?:\w+ )?(?:safe|harmless|"
    r"effective|protects?|protected|prevents?|cures?|cured|heals?|eliminates?|stops?)\b"
    r"|\b(?:no|without|zero|free (?:of|from)|not (?:a|one) single) (?:(?:any|all|known|"
    rf"serious|further) ){{0,2}}{HARM}\b(?!{COUNTED})"
    r"|\b(?:cures?|heals?|prevents?|treats?|stops?) (?:all|any|everything|anything)\b"
    r"|\bbeyond (?:any |all |reasonable )?(?:doubt|question|dispute)\b"
    r"|\bfor ?ever\b|\bfor good\b(?! reasons?)|\bfor life\b"
    r"|\b(?:in |of |for )?all (?:of )?(?:(?:those|people|patients|women|men|"
    r"children) )?who(?:ever)? (?:takes?|uses?|gets?|tr(?:y|ies)|receives?|"
    r"(?:are|is) (?:given|treated))\b|\bwhoever (?:takes?|uses?|gets?|tries)\b"
    r"|\bany(?:one|body) who (?:takes?|uses?|gets?|tries|receives?)\b"
    r"|\b(?:nobody|no one|not one) (?:who|on|with|taking|using|given|will|gets?|dies|"
    r"falls|develops|suffers|relapses)\b|\bno (?:patient|person|user|woman|man|child) "
    r"(?:who|on|taking|using|given|will|gets?|dies|falls|develops|suffers|relapses)\b"
    r"|\b(?:each|every single) (?:patient|person|user|woman|man|child)\b"
    r"|\b(?:abolish\w*|eradicat\w*|eliminat\w*|wip\w+ out) (?:\w+ ){0,3}?(?:altogether|"
    r"completely|entirely|totally)\b"
    r"|\b(?:undoubtedly|indisputabl[ey]|unquestionabl[ey]|infallibl[ey]|foolproof)\b"
    r"|\b(?:definitely|certainly|surely|inevitably|invariably|without fail)\b"
)


def overclaims_as_claim(text: str) -> tuple[str, ...]:
    """The words of a claim that no evidence can support; empty if there are none.

    A claim may be of a cure or of safety, which a margin or a trial can bear out; none
    can be of everybody, of certainty or of no risk at all.

    >>> overclaims_as_claim("Examplin cures scabies, and is safe in pregnancy.")
    ()
    >>> overclaims_as_claim("Examplin is proven to cure everybody, without any risk.")
    ('proven', 'everybody', 'without any risk')
    """
    found = {
        match[0]: None
        for plain in readings(text)
        for clause in clauses_of(plain)
        for match in _OF_A_CLAIM.finditer(clause)
        if not is_taken_back(clause, match, endorsed=False)
    }
    return tuple(found)


def name_says_too_much(what: str, words: Collection[str]) -> str:
    """That a name says more than evidence can hold, and by which words."""
    told = ", ".join(f"“{word}”" for word in words)
    return (
        f"{what}: {told} {'says' if len(words) == 1 else 'say'} more than evidence can "
        "hold, and would stand in the sentence. Name it without judging it."
    )
