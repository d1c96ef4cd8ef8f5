"""Whether names are one person's or one group's, however sources write them."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from bibliography.matching.says import Says
from texts.names import PARTICLES, Name, split_name, surname, surname_key
from texts.titles import fold, normalise_title

_MOST_NAMED = 4
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


class AuthorsCompared(NamedTuple):
    """What comparing two lists of authors came to, and in what they differ."""

    says: Says
    note: str = ""


def compare_authors(
    cited: Sequence[str],
    found: Sequence[Name],
    *,
    is_whole: bool = False,
    are_some: bool = False,
) -> AuthorsCompared:
    """The authors cited, in their order, beside those of a record.

    The first is the same and all others named are among them, in the same order; where
    those cited are all (``is_whole``: not cut at "et al."), no author of the record is
    left out; where those found may be the first alone (``are_some``), names behind them
    say nothing. A group that signs on one side alone says nothing: services leave
    groups out, and put them before or behind the people. Nor does a name in letters
    that no name of the record is written in: "王" may be "Wang" or "Ong".
    """
    if not cited or not found:
        return AuthorsCompared(Says.UNKNOWN)
    wanted = [split_name(name) for name in cited]
    people = [name for name in found if not name.is_group]
    groups = [name for name in found if name.is_group]
    if wanted[0].is_group or _is_one_of(wanted[0], groups):
        return AuthorsCompared(_groups_say(wanted, groups, people))
    if not people:
        return AuthorsCompared(Says.UNKNOWN)
    wanted = _joined(wanted, people[0])
    named = [n for n in wanted if not (n.is_group or _is_one_of(n, groups))]
    if not {_script(n.family) for n in named} <= {_script(n.family) for n in people}:
        return AuthorsCompared(Says.UNKNOWN)
    families = [name.family for name in named]
    if are_some and len(people) < len(families):
        note = _in_what_they_differ(families[: len(people)], people, is_whole)
        return AuthorsCompared(Says.DISAGREES if note else Says.UNKNOWN, note)
    note = _in_what_they_differ(families, people, is_whole)
    return AuthorsCompared(Says.DISAGREES if note else Says.AGREES, note)


def _joined(wanted: list[Name], first: Name) -> list[Name]:
    """The names cited, the first two as one where together they are the first found.

    Nothing but the record tells "Smith, Jane, and R. Viola" from three people.
    """
    printed = [_letters(f"{name.given} {name.family}") for name in wanted[:2]]
    is_one = printed == [_letters(first.family), _letters(first.given)]
    return [first, *wanted[2:]] if is_one and all(printed) else wanted


@lru_cache(maxsize=4096)
def _script(name: str) -> str:
    """A name's script, as Unicode calls its first letter; kana stand beside Han."""
    letter = next(filter(str.isalpha, name), "a")
    script = unicodedata.name(letter, "LATIN").partition(" ")[0]
    return "CJK" if script in ("HIRAGANA", "KATAKANA") else script


def _in_what_they_differ(
    named: Sequence[str], people: Sequence[Name], is_whole: bool
) -> str:
    """Strangers, authors left out, another order; empty where they are the same."""
    places = _places(named, people)
    strangers = [n for n, at in zip(named, places, strict=True) if at is None]
    taken = {at for at in places if at is not None}
    missing = [p.family for at, p in enumerate(people) if at not in taken]
    notes = []
    if strangers:
        notes.append(f"not among the authors found: {_listed(strangers)}")
    if not is_whole:
        missing = _left_out_before_cut(places, people)
    if missing:
        notes.append(f"left out: {_listed(missing)}")
    in_order = [at for at in places if at is not None]
    if in_order != sorted(in_order):
        notes.append("in another order")
    elif not notes and places[0] != 0:
        notes.append(f"the first author found is {people[0].family}")
    return "; ".join(notes)


def _left_out_before_cut(
    places: Sequence[int | None], people: Sequence[Name]
) -> list[str]:
    """Who is left out among the first, where "et al." or a gap stands for the others.

    Behind a gap the last author of all is named.
    """
    named = [at for at in places if at is not None]
    if len(named) < len(places):
        return []
    if named[-1] == len(people) - 1:
        named.pop()
    between = range(min(named), max(named)) if named else ()
    return [people[at].family for at in between if at not in named]


def _places(named: Sequence[str], people: Sequence[Name]) -> list[int | None]:
    """Where each name stands among some people, in their order where that can be."""
    places: list[int | None] = []
    left = list(range(len(people)))
    last = -1
    for name in named:
        same = [at for at in left if _same_person(name, people[at])]
        at = next((at for at in same if at > last), next(iter(same), None))
        places.append(at)
        if at is not None:
            left.remove(at)
            last = at
    return places


def _listed(names: Sequence[str]) -> str:
    more = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def _is_one_of(name: Name, groups: Sequence[Name]) -> bool:
    """Whether a name without a given one is a group's: "OpenExample"."""
    alone = not name.given
    return alone and any(_same_group(name.family, group.family) for group in groups)


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
    if same_family(cited, found) or _same_undivided(cited, found):
        return True
    given = found.given
    if fold(found.family) not in _OFTEN_SWAPPED or len(given) < 3 or given.isupper():
        return False
    return _letters(given) == _letters(cited)


def _same_undivided(cited: str, found: Name) -> bool:
    """Whether one of two is a whole name in Han letters or Hangul: "王小明", "王"."""
    if _script(cited) not in ("CJK", "HANGUL"):
        return False
    whole = _letters(found.family + found.given)
    is_whole = len(whole) > 1 and _letters(cited) == whole
    begins = not found.given and len(whole) > len(cited)
    return is_whole or (begins and whole.startswith(_letters(cited)))


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
