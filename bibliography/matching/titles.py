"""Whether two titles are one work's, in spite of how their sources write them.

"A trial of β-carotene: part I" is "A Trial of beta Carotene - Part 1", and neither is
part II, a correction to it, a reply, or its protocol.
"""

import re
from collections import Counter
from collections.abc import Callable
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from texts.greek import GREEK
from texts.titles import fold, normalise_title, plain_text

_MOST_SHOWN = 3  # differences that are told in words
NEAR = 0.9  # titles at least this near are one title, where a number says so too
ALIKE = 0.75  # at least so near, and a person has to look whether they are one

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
    (re.compile("^versus$"), "vs"),
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


def title_nearness(a: str, b: str, at_least: float = ALIKE) -> float:
    """How near two titles are, 0 to 1: 1 is equal but for spelling and marks.

    A title that is the other up to its subtitle is near; titles that count parts or
    phases differently, or of which one is a correction, a reply or a protocol, are not.
    Nearness is the share of letters that need not be taken out or put in (Indel), of
    titles that are not ``NEAR`` the ratio of matching letters (Ratcliff and
    Obershelp's), which is no greater. Below ``at_least`` any value will do.
    """
    plain = _normalised(a)
    if plain and plain == _normalised(b):
        return 1.0  # nearly always, where one work meets itself again
    first, second = _words(a), _words(b)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    if _lacks_subtitle(a, b) or _lacks_subtitle(b, a):
        return 0.95
    one, other = " ".join(first), " ".join(second)
    ratio = float(Indel.normalized_similarity(one, other))
    if at_least <= ratio < NEAR:
        ratio = SequenceMatcher(None, one, other, autojunk=False).ratio()
    apart = _numbers(first) != _numbers(second) or kinds_of(a) != kinds_of(b)
    return min(0.89, ratio) if apart else ratio


def same_title(a: str, b: str) -> bool:
    """Whether two titles say the same, word by word.

    Spelling, small words, hyphens, one missing subtitle, plurals and letters exchanged
    or doubled make no difference; another word does, "in men" and "in women", and so
    does one letter: "infection" and "injection".
    """
    first, second = _words(a), _words(b)
    if not first or not second or kinds_of(a) != kinds_of(b):
        return False
    return _alike(first, second) or _lacks_subtitle(a, b) or _lacks_subtitle(b, a)


def is_title(cited: str, found: str) -> bool:
    """Whether a cited title is the one found, to the word.

    Spelling, hyphens and one missing subtitle make no difference; every other word and
    letter does, small words and plurals too.
    """
    if not (_words(cited) and _words(found)) or kinds_of(cited) != kinds_of(found):
        return False
    return (
        _same_words(cited, found)
        or _lacks_subtitle(cited, found, _same_words)
        or _lacks_subtitle(found, cited, _same_words)
    )


def _same_words(a: str, b: str) -> bool:
    return "".join(every_word(a)) == "".join(every_word(b))


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
    """A title's words for comparison, without the small ones."""
    return tuple(word for word in every_word(title) if word not in _SMALL)


@lru_cache(maxsize=4096)
def every_word(title: str) -> tuple[str, ...]:
    """All words of a title: spelled one way, numbers as digits."""
    plain = _MARKS.sub("", _RETRACTED.sub("", plain_text(title))).replace("&", " and ")
    plain = _ONE_GREEK.sub(lambda m: f" {GREEK.get(m[0], m[0])} ", plain.lower())
    words: list[str] = []
    before = ""
    for word in _TOKEN.findall(fold(plain)):
        if before in _COUNTED and len(word) == 1 and word.isalpha():
            words.append(_SINGLE_ROMANS.get(word, f"{word}#"))  # "part I", "part A"
        else:
            words.append(_NUMBERS.get(word) or _spelled(word))
        before = word
    return tuple(words)


@lru_cache(maxsize=16384)
def _spelled(word: str) -> str:
    for pattern, other in _SPELLINGS:
        word = pattern.sub(other, word)
    return word


_normalised = lru_cache(maxsize=4096)(normalise_title)


@lru_cache(maxsize=4096)
def _numbers(words: tuple[str, ...]) -> Counter[str]:
    return Counter(w for w in words if w.isdigit() or w.endswith("#"))


def _lacks_subtitle(
    short: str, full: str, same: Callable[[str, str], bool] | None = None
) -> bool:
    """Whether the shorter title is the fuller one up to its subtitle, as ``same`` says.

    A subtitle that says what the work is, such as a protocol, is no such thing.
    """
    words = _words(short)
    if len(words) < 3 or len(words) > len(_words(full)):
        return False
    if kinds_of(short) != kinds_of(full):
        return False
    same = same or _alike_titles
    whole = plain_text(full)
    cuts = (found.start() for found in _SUBTITLE.finditer(whole))
    return any(
        same(short, whole[:cut])
        and not _numbers(_words(whole[cut:])) & Counter(_parts(full))
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


def has_its_words(a: str, b: str) -> bool:
    """Whether no word of one title is another in the other: endings aside, and more."""
    apart = {each.kind for each in differences(a, b)}
    return not apart & {Apart.LETTER, Apart.WORD}


def one_letter_note(a: str, b: str) -> str:
    """That one letter differs, and in which words, where nothing else does; or ""."""
    found = [each for each in differences(a, b) if each.kind is not Apart.TYPO]
    if not found or any(each.kind is not Apart.LETTER for each in found):
        return ""
    words = "; ".join(f"“{each.ours}”, “{each.theirs}”" for each in found)
    return f"one letter differs: {words}"


def difference_note(cited: str, found: str) -> str:
    """In what a cited title differs from the one found, where that is little; or ""."""
    if is_title(cited, found):
        return ""
    first, second = every_word(cited), every_word(found)
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    apart = [
        (" ".join(first[a:b]), " ".join(second[c:d]))
        for what, a, b, c, d in matcher.get_opcodes()
        if what != "equal"
    ]
    if len(apart) > _MOST_SHOWN or matcher.ratio() < 0.5:
        return ""
    if len(apart) > 1:
        pairs = "; ".join(f"“{a or '–'}”, “{b or '–'}”" for a, b in apart)
        return f"words differ: {pairs}"
    return next((_difference_in_words(a, b) for a, b in apart), "")


def _difference_in_words(a: str, b: str) -> str:
    words = len(f"{a} {b}".split())
    if not a:
        return f"{'one word is' if words == 1 else 'words are'} missing: “{b}”"
    if not b:
        return f"{'one word is' if words == 1 else 'words are'} added: “{a}”"
    if _is_one_letter(a, b):
        return f"one letter differs: “{a}”, “{b}”"
    return f"{'one word differs' if words == 2 else 'words differ'}: “{a}”, “{b}”"


class Difference(NamedTuple):
    """Words in which two titles differ, and how far apart they are."""

    kind: "Apart"
    ours: str
    theirs: str


class Apart(StrEnum):
    """How far two words are apart that stand in the same place of two titles."""

    TYPO = "typo"  # letters exchanged or doubled: one word, mistyped
    LETTER = "letter"  # one letter: often another word, "infection" and "injection"
    ENDING = "ending"  # another ending of one word
    MORE = "more"  # words that only one of the titles has
    WORD = "word"  # another word


@lru_cache(maxsize=4096)
def differences(a: str, b: str) -> tuple[Difference, ...]:
    """In what two titles differ, spelling, small words, hyphens and plurals aside."""
    return _differences(_words(a), _words(b))


def _differences(
    first: tuple[str, ...], second: tuple[str, ...]
) -> tuple[Difference, ...]:
    if first == second or "".join(first) == "".join(second):
        return ()
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    found = []
    for what, a, b, c, d in matcher.get_opcodes():
        if what == "equal":
            continue
        pairs = (
            zip(first[a:b], second[c:d], strict=True)
            if b - a == d - c
            else [("".join(first[a:b]), "".join(second[c:d]))]
        )
        found += [Difference(_apart(x, y), x, y) for x, y in pairs if not _is_one(x, y)]
    return tuple(found)


def _is_one(one: str, other: str) -> bool:
    """Whether two words are one, in the plural or not."""
    shorter, longer = sorted((one, other), key=len)
    return one == other or (shorter.isalpha() and longer == shorter + "s")


def _apart(one: str, other: str) -> Apart:
    if not one or not other:
        return Apart.WORD if one + other in _DENIALS else Apart.MORE
    if not (one.isalpha() and other.isalpha()):
        return Apart.WORD
    if _is_mistyped(one, other):
        return Apart.TYPO
    if _is_one_letter(one, other):
        return Apart.LETTER
    return Apart.ENDING if _is_inflected(one, other) else Apart.WORD


_DENIALS = frozenset("not no non never without".split())
# Words that are others with two letters exchanged or one doubled.
_OTHERS = frozenset(
    map(
        frozenset,
        (
            ("casual", "causal"), ("casualy", "causaly"), ("casuality", "causality"),
            ("martial", "marital"), ("unclear", "nuclear"), ("united", "untied"),
            ("complaint", "compliant"), ("complaints", "compliants"),
            ("desert", "dessert"), ("deserts", "desserts"), ("scared", "sacred"),
            ("silver", "sliver"), ("planed", "planned"), ("unitary", "untiary"),
        ),
    )
)  # fmt: skip


def _is_mistyped(one: str, other: str) -> bool:
    """Whether two longer words are one with letters exchanged, or one doubled."""
    if min(len(one), len(other)) < 6 or frozenset((one, other)) in _OTHERS:
        return False
    start = _first_unlike(one, other)
    if len(one) == len(other):
        swapped = one[start : start + 2] == other[start : start + 2][::-1]
        return swapped and one[start + 2 :] == other[start + 2 :]
    shorter, longer = sorted((one, other), key=len)
    doubled = start > 0 and longer[start] == longer[start - 1]
    return doubled and longer[start + 1 :] == shorter[start:]


def _is_one_letter(one: str, other: str) -> bool:
    """Whether one letter is another, or is missing."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = _first_unlike(one, other)
    if len(one) == len(other):
        return one[start + 1 :] == other[start + 1 :]
    shorter, longer = sorted((one, other), key=len)
    return longer[start + 1 :] == shorter[start:]


def _first_unlike(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    shorter = min(len(one), len(other))
    return next((at for at, (a, b) in pairs if a != b), shorter)


_ENDINGS = frozenset(
    " s es ed d ing al als ally y ies ic ical ics ation ations ion ions e er ers ment"
    " ments ist ists ian ians ive ness ity ous able ant ance ence".split(" ")
)


def _is_inflected(one: str, other: str) -> bool:
    """Whether two words are one with other endings: "scars" and "scarring"."""
    start = _first_unlike(one, other)
    tails = [word[start:] for word in (one, other)]
    undoubled = [tail[1:] if tail[:1] == one[start - 1] else tail for tail in tails]
    return start >= 4 and all(tail in _ENDINGS for tail in undoubled)


def _alike_titles(a: str, b: str) -> bool:
    return _alike(_words(a), _words(b))


def _alike(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether two lists of words differ in hyphens, plurals and mistyping alone."""
    found = _differences(first, second)
    mistyped = all(each.kind is Apart.TYPO for each in found)
    return mistyped and len(found) <= 1 + min(len(first), len(second)) // 8
