"""Comparing works: what was cited with what was found, and two records of one work.

Each field is compared on its own and says agrees, disagrees or unknown. No overall
result confirms anything: a person does. Surname and year alone never make a match.
"""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any

from studies.lookups.question import Citation
from studies.records import Name, Record, RecordType
from studies.text import PARTICLES, normalise_title, surname, surname_key


class Says(StrEnum):
    """What comparing one field came to."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNKNOWN = "unknown"  # one side does not state it


class Overall(StrEnum):
    """What comparing all fields came to."""

    AGREES = "agrees"  # in all that is stated, title or topic among it
    CANDIDATE = "candidate"  # something agrees; a person has to look
    OTHER = "other"  # another work


@dataclass(frozen=True, slots=True)
class FieldComparison:
    """One field of a cited work beside the same field of a candidate."""

    field: str  # authors, year, title, journal, words
    says: Says
    cited: str
    found: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A cited work beside a candidate, field by field."""

    overall: Overall
    fields: tuple[FieldComparison, ...]

    def as_json(self) -> dict[str, Any]:
        """The comparison as plain JSON types, to keep and to show."""
        return {
            "overall": str(self.overall),
            "fields": [
                {
                    "field": f.field,
                    "says": str(f.says),
                    "cited": f.cited,
                    "found": f.found,
                }
                for f in self.fields
            ],
        }

    @property
    def agreeing(self) -> tuple[str, ...]:
        """The fields that agree."""
        return tuple(f.field for f in self.fields if f.says is Says.AGREES)

    @property
    def disagreeing(self) -> tuple[str, ...]:
        """The fields that disagree."""
        return tuple(f.field for f in self.fields if f.says is Says.DISAGREES)


def compare(cited: Citation, candidate: Record) -> Comparison:
    """A cited work beside a candidate.

    The overall result is "agrees" only where nothing that is stated disagrees and the
    title agrees, or journal and topic words do; it is "other" where neither the first
    author nor the title agrees, or the titles are two works'.
    """
    title = _title(cited, candidate)
    fields = (
        _authors(cited, candidate),
        _year(cited, candidate),
        title,
        _journal(cited, candidate),
        _words(cited, candidate, is_title=title.says is Says.AGREES),
    )
    said = {field.field: field.says for field in fields}
    return Comparison(_overall(said), fields)


def _overall(said: dict[str, Says]) -> Overall:
    if said["title"] is Says.DISAGREES:
        return Overall.OTHER
    if said["title"] is not Says.AGREES and said["authors"] is not Says.AGREES:
        return Overall.OTHER
    specific = said["title"] is Says.AGREES or (
        said["journal"] is Says.AGREES and said["words"] is Says.AGREES
    )
    enough = said["authors"] is Says.AGREES and said["year"] is Says.AGREES
    if specific and enough and Says.DISAGREES not in said.values():
        return Overall.AGREES
    return Overall.CANDIDATE


def _field(name: str, cited: object, found: object, agrees: bool) -> FieldComparison:
    """The comparison of two values, of which either may be empty."""
    if not cited or not found:
        says = Says.UNKNOWN
    else:
        says = Says.AGREES if agrees else Says.DISAGREES
    return FieldComparison(name, says, str(cited or ""), str(found or ""))


def _authors(cited: Citation, candidate: Record) -> FieldComparison:
    """The first author is the same, and all others that are named are among them."""
    found, wanted = candidate.authors, cited.authors
    agrees = bool(found and wanted) and same_family(wanted[0], found[0])
    agrees = agrees and all(any(same_family(w, f) for f in found) for w in wanted)
    names = [str(name) for name in found]
    shown = "; ".join(names[:6]) + (" and others" if len(names) > 6 else "")
    return _field("authors", "; ".join(wanted), shown, agrees)


def same_family(a: str | Name, b: str | Name) -> bool:
    """Whether two family names are one, or one is a part of a double name.

    "García López" is "García" and "López", but "Anderson" is not "Manderson".
    """
    if surname_key(a) == surname_key(b):
        return True
    shorter, longer = sorted((_family_words(a), _family_words(b)), key=len)
    size = len(shorter)
    return size > 0 and shorter in (longer[:size], longer[-size:])


def _family_words(name: str | Name) -> list[str]:
    words = normalise_title(surname(name)).split()
    return [word for word in words if word not in PARTICLES]


def _year(cited: Citation, candidate: Record) -> FieldComparison:
    """The same year, to the number: an article cites the year it read."""
    a, b = cited.year, candidate.year
    return _field("year", a, b, a is not None and b is not None and a == b)


def _title(cited: Citation, candidate: Record) -> FieldComparison:
    near = title_nearness(cited.title, candidate.title) >= NEAR
    return _field("title", cited.title, candidate.title, near)


def _journal(cited: Citation, candidate: Record) -> FieldComparison:
    agrees = same_journal(cited.journal, candidate.journal)
    return _field("journal", cited.journal, candidate.journal, agrees)


def _words(cited: Citation, candidate: Record, is_title: bool) -> FieldComparison:
    """Every topic word occurs in the candidate's title, abstract or keywords.

    Words are what the citing article says the work is about; a candidate on the same
    treatment for another disease lacks some, and the field names them. Where the title
    is the cited one and no abstract is known, missing words say nothing.
    """
    said = " ".join((candidate.title, candidate.abstract, *candidate.keywords))
    stems = {_stem(word) for word in normalise_title(said).split()}
    missing = [
        phrase
        for phrase in cited.words
        if not all(_stem(w) in stems for w in normalise_title(phrase).split())
    ]
    where = "title and abstract" if candidate.abstract else "title; no abstract known"
    shown = f"not found: {', '.join(missing)} ({where})" if missing else "all found"
    if missing and is_title and not candidate.abstract:
        return FieldComparison("words", Says.UNKNOWN, ", ".join(cited.words), shown)
    return _field("words", ", ".join(cited.words), said.strip() and shown, not missing)


def _stem(word: str) -> str:
    """A word without its commonest English endings; rough, and the same both sides."""
    for ending in ("ies", "ing", "es", "al", "ed", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word


# --- titles and journals ---

NEAR = 0.9  # titles at least this near are taken for one title


def title_nearness(a: str, b: str) -> float:
    """How near two titles are, 0 to 1: 1 is equal but for case, accents and marks.

    A title that is the whole beginning of the other, up to its subtitle, is near.
    Nearness is the ratio of matching letters (Ratcliff and Obershelp's).
    """
    a, b = normalise_title(a), normalise_title(b)
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0
    shorter, longer = sorted((a, b), key=len)
    if longer.startswith(shorter + " ") and len(shorter.split()) >= 4:
        return 0.95
    if _numbers(a) != _numbers(b):  # "Part 1" and "Part 2", "phase 2" and "phase 3"
        return min(0.89, _ratio(a, b))
    return _ratio(a, b)


def _ratio(a: str, b: str) -> float:
    return SequenceMatcher(None, a, b, autojunk=False).ratio()


def _numbers(title: str) -> list[str]:
    romans = ("ii", "iii", "iv", "v", "vi")
    return [word for word in title.split() if word.isdigit() or word in romans]


_SMALL = frozenset({"the", "of", "and", "in", "for", "a", "an", "on", "to", "de", "la"})


def same_journal(a: str, b: str) -> bool:
    """Whether two names are one journal's, in full or abbreviated (ISO 4).

    "J Clin Oncol" is "Journal of Clinical Oncology": word by word a beginning of it.
    """
    first = [w for w in normalise_title(a).split() if w not in _SMALL]
    second = [w for w in normalise_title(b).split() if w not in _SMALL]
    if not first or not second:
        return False
    if len(first) != len(second):
        return False
    return all(
        x.startswith(y) or y.startswith(x) or _contracted(x, y)
        for x, y in zip(first, second, strict=True)
    )


def _contracted(a: str, b: str) -> bool:
    """Whether the shorter word is the longer with letters left out ("natl")."""
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) < 3 or shorter[0] != longer[0]:
        return False
    letters = iter(longer)
    return all(letter in letters for letter in shorter)


# --- the same work, for imports ---


class Same(StrEnum):
    """Whether two records are of one work."""

    SAME = "same"  # an identifier and the title agree
    ASK = "ask"  # an identifier agrees, the title is another work's
    CANDIDATE = "candidate"  # title, year and first author are near
    OTHER = "other"


_OF_THE_WORK = frozenset({"doi", "pmid", "pmcid", "nct", "isrctn", "arxiv", "openalex"})


def same_work(a: Record, b: Record) -> Same:
    """Whether two records are of one work, as far as they say.

    Identifier and title agree: same. The identifier agrees but the title is another
    work's: ask. Chapters of one book, and a chapter and its book, share a DOI and stay
    apart. No identifier in common, but title, first author and year near: candidate.
    """
    shared = set(a.identifiers) & set(b.identifiers)
    near = title_nearness(a.title, b.title)
    if any(i.scheme in _OF_THE_WORK for i in shared):
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
