"""Whether names are one person's or one group's, however sources write them."""

import re
from collections.abc import Sequence

from bibliography.matching.says import Says
from texts.names import PARTICLES, Name, split_name, surname, surname_key
from texts.titles import fold, normalise_title

_UMLAUT = re.compile(r"(?<![aeiou])([aou])e(?=[^aeiou])|a(a)")
# Family names that are often taken for given ones (the commonest of East Asia).
_OFTEN_SWAPPED = frozenset(
    """
    bai bui cai cao chen cheng choi cho chung dang deng ding do dong duan fan fang feng
    fu gao gong gu guo han he hong hoang hu huang huynh jang jeon jeong ji jia jiang jin
    jung kang kim kwon le lee lei li liang liao lim lin liu lu luo lv ma mao meng ngo
    nguyen oh pan park peng pham phan qian qin qiu ren ryu seo shao shen shi shin song
    su sun tan tang tian tran vo vu wan wang wei wu xia xiao xie xiong xu xue yan yang
    yao ye yi yin yoo yoon yu yuan zeng zhang zhao zheng zhong zhou zhu zou
    """.split()
)
_OF_ANY_GROUP = frozenset(
    "and collaboration collaborative collaborators consortium for group groups in "
    "investigators of network on research study the trial trialists writing".split()
)


def authors_say(cited: Sequence[str], found: Sequence[Name]) -> Says:
    """What the authors say: the first is the same, all others named are among them.

    A group that signs on one side alone says nothing: services leave groups out, and
    put them before or behind the people.
    """
    if not cited or not found:
        return Says.UNKNOWN
    wanted = [split_name(name) for name in cited]
    people = [name for name in found if not name.is_group]
    groups = [name for name in found if name.is_group]
    if wanted[0].is_group:
        return _groups_say(wanted, groups, people)
    if not people:
        return Says.UNKNOWN
    named = [name for name in wanted if not name.is_group]
    first = _same_person(cited[0], people[0])
    rest = all(any(_same_person(w.family, f) for f in people) for w in named)
    return Says.AGREES if first and rest else Says.DISAGREES


def _groups_say(
    wanted: Sequence[Name], groups: Sequence[Name], people: Sequence[Name]
) -> Says:
    if any(_same_group(wanted[0].family, group.family) for group in groups):
        return Says.AGREES
    return Says.DISAGREES if groups and not people else Says.UNKNOWN


def _same_group(a: str, b: str) -> bool:
    """Whether all telling words of the shorter group's name are in the other's."""
    first, second = (
        {word for word in normalise_title(name).split() if word not in _OF_ANY_GROUP}
        for name in (a, b)
    )
    shorter, longer = sorted((first, second), key=len)
    return bool(shorter) and shorter <= longer


def _same_person(cited: str, found: Name) -> bool:
    """Whether a cited family name is a person's, whose names may be swapped."""
    if same_family(cited, found):
        return True
    given = found.given
    if fold(found.family) not in _OFTEN_SWAPPED or len(given) < 3 or given.isupper():
        return False
    return _letters(given) == _letters(cited)


def same_family(a: str | Name, b: str | Name) -> bool:
    """Whether two family names are one, or one is a part of a double name.

    "García López" is "García" and "López", but "Anderson" is not "Manderson"; "Müller"
    is "Mueller" and "Muller", "van Acker" is "Acker", "Al-Hassan" is "Alhassan".
    """
    if surname_key(a) == surname_key(b):
        return True
    first, second = surname(a), surname(b)
    if _letters(first) and _letters(first) == _letters(second):
        return True
    shorter, longer = sorted((_family_words(first), _family_words(second)), key=len)
    size = len(shorter)
    return size > 0 and shorter in (longer[:size], longer[-size:])


def _letters(name: str) -> str:
    """A name's letters alone, umlauts written one way."""
    folded = "".join(letter for letter in fold(name) if letter.isalpha())
    folded = re.sub(r"^mac(?=[^aeiouhk])", "mc", folded)
    return _UMLAUT.sub(lambda m: m[1] or m[2], folded)


def _family_words(family: str) -> list[str]:
    words = re.split(r"[\s\-‐‑–'’ʼ]+", family)
    named = (_letters(word) for word in words if fold(word) not in PARTICLES)
    return [word for word in named if word]
