"""Names of people and groups: split, and keyed so that spellings compare equal."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from texts.late_patterns import compile_late
from texts.titles import fold, plain_text


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name, or a group's.

    Particles stay with the family name ("van Acker"). A name that could not be split
    is kept whole in ``family``; a group has ``is_group`` and its whole name there.
    ``orcid`` is the iD that a source states of the person; the name is the same
    without it.
    """

    family: str
    given: str = ""
    suffix: str = ""
    is_group: bool = False
    orcid: str = field(default="", compare=False)  # normalised

    def __str__(self) -> str:
        """The inverted form, "Family, Given, Suffix"; only what is known."""
        return ", ".join(
            part for part in (self.family, self.given, self.suffix) if part
        )


_PARTICLES = """
af al ap av ben bin da das de degli dei del della den der des di do dos du el ibn la las
le li lo los ten ter te van vander vanden vom von y zu zum zur
"""
PARTICLES = frozenset(_PARTICLES.split())
_GROUP_WORDS = re.compile(
    r"\b(?:group|groups|collaborat(?:ion|ive|ors)|consortium|committee|trialists"
    r"|investigators|network|association|society|organi[sz]ation|universit\w+|institut\w*"
    r"|ministry|team|department|agency|council|academy|college|federation|foundation"
    r"|cent(?:er|re)s? for|centres?|hospitals?|administration|alliance|corporation"
    r"|commission|task force|working party|initiative|programme)\b",
    re.I,
)
_SUFFIX = re.compile(r"^(?:jr|sr|junior|senior|ii|iii|iv|2nd|3rd)\.?$", re.I)
# Vancouver's initials of "Jose R", not "junior", which is written with a small letter.
_AS_INITIALS = frozenset({"JR", "SR"})
_INITIALS = re.compile(r"^(?:[^\W\d_a-z]\.?[-\u2010]?){1,5}$")
_SHORT_SUFFIX = re.compile(r"^(?:Jr|Sr|2nd|3rd|III?|IV)\.?$")
_TITLED = re.compile(r"^(?:Dr|Prof|Professor)\.? (?=\S+ \S)")
_NUMBERED = re.compile(r" \d{4}$")  # namesakes, as dblp tells them apart
_CJK = compile_late("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
# Behind a name these are degrees; "MD" alone may be initials.
_DEGREES = frozenset("phd dphil msc bsc mph mba mbbs drph pharmd frcp".split())
_SHORT_DEGREES = frozenset("md do ms ma bs ba rn dds dvm edd psyd".split())
_PLAIN_INVERTED = re.compile(  # most names
    r"(?![^,]* (?:[JS]r|III?|IV),)([^\W_][\w'-]*(?: [^\W_][\w'-]*)*),"
    rf" (?!(?i:jr|sr|junior|senior|ii|iii|iv|{'|'.join(sorted(_DEGREES))})\.?$)"
    r"([A-Z][A-Za-z.-]*(?: [A-Z]\.?)?)"
)
_ET_AL = re.compile(r"[,;]?\s*(?:\bet\s+al\b|\band\s+others\b|&\s*al\b)\.?\s*$", re.I)


def split_name(value: str, is_group: bool = False) -> Name:
    """A name from any of the orders real exports use.

    "Smith, John A.", "Smith J.A.", "Smith, JA", "G. Kalbe", "John van Acker",
    one name alone, Chinese, Japanese and Korean names (family name
    first), groups. What cannot be split stays whole in ``family``.
    """
    plain = None if is_group else _PLAIN_INVERTED.fullmatch(value)
    if plain:
        return Name(plain[1], plain[2])
    value = _ET_AL.sub("", plain_text(value)).strip(" ,;")
    if is_group:
        return Name(value, is_group=True)
    value = _NUMBERED.sub("", value.replace("，", ",").replace("、", ","))
    if "," in value:
        return _from_inverted(value)
    if _GROUP_WORDS.search(value):
        return Name(value, is_group=True)
    return _from_words(_TITLED.sub("", value).split())


def _from_inverted(value: str) -> Name:
    """A name with a comma: "Family, Given", perhaps with "Jr" among its parts."""
    family, *rest = [part.strip() for part in value.split(",")]
    rest = [part for part in rest if part]
    if any(_letters(part) in _DEGREES for part in rest):
        rest = [part for part in rest if _letters(part) not in _DEGREES | {"md"}]
        if not rest:
            return _from_words(family.split())
    while len(rest) > 1 and _letters(rest[-1]) in _SHORT_DEGREES:
        rest.pop()  # behind a given name it is no initials: "Smith, John, MD"
    if len(rest) == 1 and rest[0] in _AS_INITIALS:
        return Name(family, rest[0])
    suffix = next((part for part in rest if _SUFFIX.match(part)), "")
    given = " ".join(part for part in rest if part != suffix)
    words = given.split()
    if not suffix and len(words) > 1 and _is_suffix(words):  # "Smith, John Jr"
        suffix, given = words[-1], " ".join(words[:-1])
    before, _, last = family.rpartition(" ")
    if before and given and not suffix and _SHORT_SUFFIX.match(last):  # "Smith Jr, J"
        family, suffix = before, last
    if before and suffix and not given and _INITIALS.match(last):  # "Smith J, Jr"
        return Name(before, last, suffix)
    if _GROUP_WORDS.search(value) and len(given.split()) > 2:
        return Name(value, is_group=True)
    return Name(family, given, suffix)


def _letters(part: str) -> str:
    """A part of a name as degrees are compared: "Ph.D." is "phd"."""
    return part.replace(".", "").casefold()


def _from_words(words: list[str]) -> Name:
    """A name without a comma, from its words."""
    suffix = ""
    if len(words) > 2 and _is_suffix(words):
        suffix = words.pop()
    if len(words) < 2:
        return Name(" ".join(words), "", suffix)
    if _CJK.match(words[0]):
        return Name(words[0], " ".join(words[1:]), suffix)
    if _INITIALS.match(words[-1]) and not _is_initials_first(words):
        at = len(words) - 1
        while at > 1 and _are_more_initials(words[at - 1]):
            at -= 1
        return Name(" ".join(words[:at]), " ".join(words[at:]), suffix)
    behind = next((at for at, word in enumerate(words) if word in PARTICLES), 0)
    if behind > 1 and PARTICLES.issuperset(words[behind:]):  # "Berg J van der"
        family, given = " ".join([*words[behind:], words[0]]), words[1:behind]
        return Name(family, " ".join(given), suffix)
    at = len(words) - 1
    while at > 0 and words[at - 1].lower() in PARTICLES and words[at - 1].islower():
        at -= 1
    return Name(" ".join(words[at:]), " ".join(words[:at]), suffix)


def _is_suffix(words: list[str]) -> bool:
    """Whether the last word is a suffix: of "Smith JA JR", not of "Diaz Lopez JR"."""
    if words[-1] in _AS_INITIALS and not _INITIALS.match(words[-2]):
        return False
    return bool(_SUFFIX.match(words[-1]))


def _are_more_initials(word: str) -> bool:
    """Whether a word before the last initials is initials too: "Smith J. A."."""
    return bool(_INITIALS.match(word)) and ("." in word or len(word) == 1)


def _is_initials_first(words: list[str]) -> bool:
    """Whether a name begins with initials: "G. Kalbe" does, "LI X" does not."""
    first = words[0]
    if first.lower() in PARTICLES:
        return False
    return bool(_INITIALS.match(first)) and ("." in first or len(first) == 1)


def split_names(values: Iterable[str]) -> tuple[Name, ...]:
    """The names of a list, without empty ones and without "et al."."""
    names = (split_name(value) for value in values)
    return tuple(name for name in names if name.family or name.given)


def surname(value: str | Name) -> str:
    """The family name of a name, as written; a group's whole name."""
    return (value if isinstance(value, Name) else split_name(value)).family


def surname_key(value: str | Name) -> str:
    """A family name for matching: folded, without particles, letters only.

    "van Acker", "Van Acker" and "Acker" have the same key, as services differ in
    where they put the particle.
    """
    words = re.findall(r"[^\W\d_]+", fold(surname(value)))
    kept = [word for word in words if word not in PARTICLES]
    return "".join(kept or words)


def initials(value: str | Name) -> str:
    """The initials of the given names, without dots: "John A." gives "JA"."""
    given = (value if isinstance(value, Name) else split_name(value)).given
    letters = []
    for word in re.findall(r"[^\W\d_]+", given):
        # "JA" is two initials, "John" is one; "DE" as a whole given name is two.
        letters.append(word if word.isupper() and len(word) <= 4 else word[0].upper())
    return "".join(letters)
