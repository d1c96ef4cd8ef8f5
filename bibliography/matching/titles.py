"""Whether two titles are one work's, in spite of how their sources write them.

"A trial of β-carotene: part I" is "A Trial of beta Carotene - Part 1", and neither is
part II, a correction to it, a reply, or its protocol.
"""

import re
from collections import Counter
from difflib import SequenceMatcher
from functools import lru_cache

from texts.titles import fold, normalise_title, plain_text

NEAR = 0.9  # titles at least this near are one title, where a number says so too
ALIKE = 0.75  # at least so near, and a person has to look whether they are one

_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon",
    "ζ": "zeta", "η": "eta", "θ": "theta", "ι": "iota", "κ": "kappa", "λ": "lambda",
    "μ": "mu", "ν": "nu", "ξ": "xi", "π": "pi", "ρ": "rho", "σ": "sigma", "τ": "tau",
    "φ": "phi", "χ": "chi", "ψ": "psi", "ω": "omega",
}  # fmt: skip
_ONE_GREEK = re.compile("(?<![\u0370-\u03ff])[\u03b1-\u03c9](?![\u0370-\u03ff])")
_MARKS = re.compile("[™®©℠]")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_SMALL = frozenset("a an and as at by for from in into of on or the to".split())
_NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10", "ii": "2", "iii": "3",
    "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9",
}  # fmt: skip
_COUNTED = frozenset("part phase type stage study grade class chapter volume".split())
_SINGLE_ROMANS = {"i": "1", "v": "5", "x": "10"}
# British into American, roughly, and the same on both sides.
_SPELLINGS = (
    (re.compile("ae|oe"), "e"),
    (re.compile("our"), "or"),
    (re.compile("(?<=[iy])s(?=(?:e|ed|es|er|ers|ing|ation|ations)$)"), "z"),
    (re.compile("(?<=[tb])re(?=s?$)"), "er"),
    (re.compile("ll"), "l"),
    (re.compile("ph(?=[aeiou])"), "f"),
    (re.compile("^program(?:me)?(?=s?$)"), "program"),
    (re.compile("^ageing"), "aging"),
    (re.compile("judgement"), "judgment"),
    (re.compile("^grey"), "gray"),
    (re.compile("aluminium"), "aluminum"),
    (re.compile("ogue(?=s?$)"), "og"),
)
# What a title says its work is, besides the work that the rest of it names.
_KINDS = {
    "correction": r"(?:(?:author|publisher)s? )?(?:correction|corrections|corrigendum|"
    r"erratum|errata|addendum)\b",
    "retraction": r"(?:notice of )?(?:retraction|withdrawal)\b(?! (?:in|for|from))",
    "concern": r"(?:editorial )?expression of concern\b",
    "comment": r"(?:invited |expert |editorial )?(?:comment|comments|commentary|"
    r"discussion|editorial|letter|re|response|reply|rejoinder)\b(?! rate)"
    r"|(?:in|the authors?|authors?|author s) (?:reply|response|respond)\b",
    "abstract": r"abstract (?:[a-z]{0,4} )?\d",
}
_FIRST = {kind: re.compile(words) for kind, words in _KINDS.items()}
_LAST = re.compile(
    r"(?:(?:the |in )?(?:authors?|author s)? ?(?:reply|response|commentary|comment"
    r"|rejoinder)(?: to .{0,60})?|erratum|corrigendum|correction|reply|retraction)$"
)
_ANYWHERE = {
    "protocol": re.compile(
        r"\bprotocol\b|\brationale and (?:study )?design\b|\bdesign and rationale\b"
        r"|\b(?:study|trial) design\b|\bdesign of (?:the|a)\b.*\b(?:trial|study)\b"
        r"|\bstatistical analysis plan\b"
    ),
    "follow-up": re.compile(r"\bfollow up\b|\blong term (?:results|outcomes)\b"),
    "secondary": re.compile(r"\bpost hoc\b|\b(?:secondary|subgroup|sub) analysis\b"),
}
_RETRACTED = re.compile(
    r"^\W*(?:retracted|withdrawn)(?: article| paper| chapter)?\W+", re.IGNORECASE
)
_SUBTITLE = re.compile(r"\s*(?:[:;?!–—(]|\.\s|\s-\s)")
_GENERIC = frozenset(
    """
    editorial reply introduction preface foreword letter letters comment commentary
    response erratum correction corrigendum abstract abstracts discussion conclusion
    correspondence untitled news contents index summary report overview authors author
    book review editor s
    """.split()
)


def title_nearness(a: str, b: str) -> float:
    """How near two titles are, 0 to 1: 1 is equal but for spelling and marks.

    A title that is the other up to its subtitle is near; titles that count parts or
    phases differently, or of which one is a correction, a reply or a protocol, are not.
    Nearness is the ratio of matching letters (Ratcliff and Obershelp's).
    """
    plain = normalise_title(a)
    if plain and plain == normalise_title(b):
        return 1.0  # nearly always, where one work meets itself again
    first, second = _words(a), _words(b)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    if _lacks_subtitle(a, b) or _lacks_subtitle(b, a):
        return 0.95
    one, other = " ".join(first), " ".join(second)
    ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    apart = _numbers(first) != _numbers(second) or kinds_of(a) != kinds_of(b)
    return min(0.89, ratio) if apart else ratio


def same_title(a: str, b: str) -> bool:
    """Whether two titles say the same, word by word.

    Spelling, small words, hyphens, one missing subtitle and single slips of the pen
    make no difference; another word does: "in men" and "in women" are two titles.
    """
    first, second = _words(a), _words(b)
    if not first or not second or kinds_of(a) != kinds_of(b):
        return False
    return _alike(first, second) or _lacks_subtitle(a, b) or _lacks_subtitle(b, a)


def is_generic_title(title: str) -> bool:
    """Whether a title is one that many works have: "Editorial", "Authors' reply"."""
    return set(_TOKEN.findall(fold(title))) <= _GENERIC | _SMALL


@lru_cache(maxsize=4096)
def kinds_of(title: str) -> frozenset[str]:
    """What a title says its work is beside the work it names: "correction", "protocol".

    Empty for the work itself, also where its title warns that it was retracted.
    """
    words = " ".join(_TOKEN.findall(fold(_RETRACTED.sub("", plain_text(title)))))
    kinds = {kind for kind, said in _FIRST.items() if said.match(words)}
    kinds |= {kind for kind, said in _ANYWHERE.items() if said.search(words)}
    last = _LAST.search(words)
    if last and last.start():
        named = (kind for kind, said in _FIRST.items() if said.match(last[0].strip()))
        kinds.add(next(named, "comment"))
    return frozenset(kinds)


@lru_cache(maxsize=4096)
def _words(title: str) -> tuple[str, ...]:
    """A title's words for comparison: spelled one way, numbers as digits."""
    plain = _MARKS.sub("", _RETRACTED.sub("", plain_text(title)))
    plain = _ONE_GREEK.sub(lambda m: f" {_GREEK.get(m[0], m[0])} ", plain.lower())
    words: list[str] = []
    before = ""
    for word in _TOKEN.findall(fold(plain)):
        if before in _COUNTED and len(word) == 1 and word.isalpha():
            words.append(_SINGLE_ROMANS.get(word, f"{word}#"))  # "part I", "part A"
        elif word not in _SMALL:
            words.append(_NUMBERS.get(word) or _spelled(word))
        before = word
    return tuple(words)


@lru_cache(maxsize=16384)
def _spelled(word: str) -> str:
    for pattern, other in _SPELLINGS:
        word = pattern.sub(other, word)
    return word


def _numbers(words: tuple[str, ...]) -> Counter[str]:
    return Counter(w for w in words if w.isdigit() or w.endswith("#"))


def _lacks_subtitle(short: str, full: str) -> bool:
    """Whether the shorter title is the fuller one up to its subtitle.

    A subtitle that says what the work is, such as a protocol, is no such thing.
    """
    words = _words(short)
    if len(words) < 3 or kinds_of(short) != kinds_of(full):
        return False
    cuts = (found.start() for found in _SUBTITLE.finditer(plain_text(full)))
    return any(
        _alike(words, _words(plain_text(full)[:cut]))
        and not _numbers(_words(plain_text(full)[cut:])) & Counter(_parts(full))
        for cut in cuts
        if cut
    )


def _parts(title: str) -> list[str]:
    """The numbers a title counts its parts with: "part 2", "study II"."""
    words = _words(title)
    return [
        number
        for name, number in zip(words, words[1:], strict=False)
        if name in _COUNTED and (number.isdigit() or number.endswith("#"))
    ]


def _alike(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two lists of words differ in hyphens and single slips alone."""
    if "".join(first) == "".join(second):
        return True
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    slips = 0
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            continue
        one, other = "".join(first[a:b]), "".join(second[c:d])
        if one == other:
            continue
        if not is_one_slip(one, other):
            return False
        slips += 1
    return slips <= 1 + min(len(first), len(second)) // 8


def is_one_slip(a: str, b: str) -> bool:
    """Whether two words are one with a letter wrong, missing, doubled or exchanged.

    Short words and numbers have no slips, but for a plural: another letter is another
    word.
    """
    if not (a.isalpha() and b.isalpha()) or abs(len(a) - len(b)) > 1:
        return False
    if b == a + "s" or a == b + "s":
        return True
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), -1)
    if min(len(a), len(b)) < 6:
        return False
    if start < 0:  # one is the other and a letter more
        return True
    rest, other = a[start:], b[start:]
    swapped = rest[:2] == other[1::-1] and rest[2:] == other[2:]
    return swapped or other[1:] in (rest[1:], rest) or rest[1:] == other
