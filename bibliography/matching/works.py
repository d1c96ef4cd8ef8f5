"""Whether two records are of one work, for imports."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from bibliography.matching.journals import journals_say
from bibliography.matching.names import same_family
from bibliography.matching.places import first_page, volumes_say
from bibliography.matching.says import Says
from bibliography.matching.titles import (
    NEAR,
    has_its_words,
    is_generic_title,
    one_letter_note,
    same_title,
    title_nearness,
)
from bibliography.records import Record, RecordType, names_work
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "matching.imports",
        "Two records are of one work where an identifier and the title agree, or "
        "title, year, first author, volume and first page do; where they nearly do, "
        "a person is asked.",
        RuleEffect.DECIDES,
        "Footing",
    ),
)


class Same(StrEnum):
    """Whether two records are of one work."""

    SAME = "same"  # an identifier and the title agree, or all that places a work
    ASK = "ask"  # an identifier agrees, the title is another work's
    CANDIDATE = "candidate"  # title, year and first author are near
    OTHER = "other"


def same_work(a: Record, b: Record) -> Same:
    """Whether two records are of one work, as far as they say.

    Identifier and title agree: same. The identifier agrees but a word of the title is
    another, if only by one letter: ask. Chapters of one book, and a chapter and its
    book, share a DOI and stay apart. No identifier in common, but title, first author
    and year near: candidate; the same where title, year, first author, volume and first
    page agree and no identifier contradicts.
    """
    shared = set(a.identifiers) & set(b.identifiers)
    if any(
        names_work(i.scheme, a.type) and names_work(i.scheme, b.type) for i in shared
    ):
        if _are_near(a, b) and not _differing(a, b, "pmid"):
            return Same.CANDIDATE if _part_and_whole(a, b) else Same.SAME
        if _are_parts(a, b):
            return Same.OTHER
        if not a.title or not b.title:
            return Same.SAME  # a bare identifier says nothing else
        return Same.ASK
    if any(i.scheme == "url" for i in shared) and _are_pages(a, b):
        is_it = not (a.title and b.title) or _are_near(a, b)
        return Same.SAME if is_it else Same.ASK
    if _differing(a, b, "pmid") or not (
        _near_in_time(a, b)
        and _same_first_author(a, b)
        and title_nearness(a.title, b.title, at_least=NEAR) >= NEAR
    ):
        return Same.OTHER
    return Same.SAME if _stand_in_one_place(a, b) else Same.CANDIDATE


def _are_near(a: Record, b: Record) -> bool:
    """Whether the titles are near and no word of one is another in the other."""
    near = title_nearness(a.title, b.title, at_least=NEAR)
    return near >= NEAR and has_its_words(a.title, b.title)


def what_agrees(a: Record, b: Record) -> str:
    """What two records agree in and what not, as words: fields that both state."""
    said = _fields_say(a, b)
    note = one_letter_note(a.title, b.title)
    parts = [
        f"{word}: {', '.join(name for name, says in said.items() if says is what)}"
        for word, what in (("agree", Says.AGREES), ("differ", Says.DISAGREES))
        if what in said.values()
    ]
    told = "; ".join([*parts, *([note] if note else [])])
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def _fields_say(a: Record, b: Record) -> dict[str, Says]:
    return {name: say(a, b) for name, say in _FIELDS.items()}


def _titles_say(a: Record, b: Record) -> Says:
    return _say(a.title, b.title, same_title(a.title, b.title))


def _pages_say(a: Record, b: Record) -> Says:
    mine, theirs = first_page(a.pages), first_page(b.pages)
    return _say(mine, theirs, mine == theirs)


def _identifiers_say(scheme: str, a: Record, b: Record) -> Says:
    same = not _differing(a, b, scheme)
    return _say(a.identifier(scheme), b.identifier(scheme), same)


_FIELDS: dict[str, Callable[[Record, Record], Says]] = {
    "title": _titles_say,
    "year": lambda a, b: _say(a.year, b.year, a.year == b.year),
    "first author": lambda a, b: _say(a.authors, b.authors, _same_first_author(a, b)),
    "journal": lambda a, b: journals_say(a.journal, b.journal),
    "volume": lambda a, b: volumes_say(a.volume, b.volume),
    "first page": _pages_say,
    "DOI": partial(_identifiers_say, "doi"),
    "PMID": partial(_identifiers_say, "pmid"),
}


def _say(a: object, b: object, agrees: bool) -> Says:
    if not a or not b:
        return Says.UNKNOWN
    return Says.AGREES if agrees else Says.DISAGREES


_OF_ONE_WORK = ("doi", "pmid", "pmcid", "nct", "arxiv", "openalex")
_PLACE = ("volume", "first page", "year", "first author", "title")  # the quickest first


def _stand_in_one_place(a: Record, b: Record) -> bool:
    """Whether all that places a work agrees and nothing contradicts it."""
    if not all(_FIELDS[name](a, b) is Says.AGREES for name in _PLACE):
        return False
    if is_generic_title(a.title) or _part_and_whole(a, b):
        return False
    if any(_differing(a, b, scheme) for scheme in _OF_ONE_WORK):
        return False
    return _FIELDS["journal"](a, b) is not Says.DISAGREES


def _are_pages(a: Record, b: Record) -> bool:
    """Whether both are of a web page, or of what only its address is known."""
    kinds = (RecordType.WEB_PAGE, RecordType.OTHER)
    return a.type in kinds and b.type in kinds


def _differing(a: Record, b: Record, scheme: str) -> bool:
    """Whether both have an identifier of a scheme and share none."""
    first = {i.value for i in a.identifiers if i.scheme == scheme}
    second = {i.value for i in b.identifiers if i.scheme == scheme}
    return bool(first and second) and not first & second


def _are_parts(a: Record, b: Record) -> bool:
    """Whether one of the two is a chapter, so that a shared DOI is the book's."""
    return RecordType.CHAPTER in (a.type, b.type)


def _part_and_whole(a: Record, b: Record) -> bool:
    """Whether one is a chapter and the other its book."""
    return {a.type, b.type} == {RecordType.CHAPTER, RecordType.BOOK}


def _near_in_time(a: Record, b: Record) -> bool:
    """Whether the years differ by one at most, or one is not stated."""
    return a.year is None or b.year is None or abs(a.year - b.year) <= 1


def _same_first_author(a: Record, b: Record) -> bool:
    """Whether the first authors are the same, or one is not stated."""
    if not a.authors or not b.authors:
        return True
    return same_family(a.authors[0], b.authors[0])
