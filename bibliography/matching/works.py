"""Whether two records are of one work, for imports."""

from enum import StrEnum

from bibliography.matching.names import same_family
from bibliography.matching.titles import NEAR, title_nearness
from bibliography.records import Record, RecordType, names_work


class Same(StrEnum):
    """Whether two records are of one work."""

    SAME = "same"  # an identifier and the title agree
    ASK = "ask"  # an identifier agrees, the title is another work's
    CANDIDATE = "candidate"  # title, year and first author are near
    OTHER = "other"


def same_work(a: Record, b: Record) -> Same:
    """Whether two records are of one work, as far as they say.

    Identifier and title agree: same. The identifier agrees but the title is another
    work's: ask. Chapters of one book, and a chapter and its book, share a DOI and stay
    apart. No identifier in common, but title, first author and year near: candidate.
    """
    shared = set(a.identifiers) & set(b.identifiers)
    near = title_nearness(a.title, b.title)
    if any(
        names_work(i.scheme, a.type) and names_work(i.scheme, b.type) for i in shared
    ):
        if near >= NEAR and not _differing(a, b, "pmid"):
            return Same.CANDIDATE if _part_and_whole(a, b) else Same.SAME
        if _are_parts(a, b):
            return Same.OTHER
        if not a.title or not b.title:
            return Same.SAME  # a bare identifier says nothing else
        return Same.ASK
    if near >= NEAR and _near_in_time(a, b) and _same_first_author(a, b):
        return Same.OTHER if _differing(a, b, "pmid") else Same.CANDIDATE
    return Same.OTHER


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
