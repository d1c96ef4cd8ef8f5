"""A cited work beside a candidate, field by field.

Each field says agrees, disagrees or unknown. No overall result confirms anything: a
person does. Surname and year alone never make a match, nor does anything without a
title that agrees: that is what tells one work of an author from the next.
"""

from dataclasses import dataclass, replace
from typing import Any

from bibliography.lookups.question import Citation
from bibliography.matching.journals import is_preprint_server, journals_say
from bibliography.matching.names import authors_say
from bibliography.matching.places import first_page, is_inside, volumes_say
from bibliography.matching.says import Overall, Says
from bibliography.matching.titles import (
    ALIKE,
    NEAR,
    has_its_words,
    is_generic_title,
    one_letter_note,
    same_title,
    title_nearness,
)
from bibliography.records import Record, RecordType
from texts.titles import normalise_title


@dataclass(frozen=True, slots=True)
class FieldComparison:
    """One field of a cited work beside the same field of a candidate."""

    field: str  # authors, year, title, journal, volume, page, words
    says: Says
    cited: str
    found: str
    note: str = ""  # in what the two differ, where that is easily overlooked


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
                    **({"note": f.note} if f.note else {}),
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


def compare(
    cited: Citation, candidate: Record, *, is_identified: bool = False
) -> Comparison:
    """A cited work beside a candidate.

    The overall result is "agrees" only where the title agrees, nothing that is stated
    disagrees, and author and year, or volume and page, agree too. It is "other" where
    the titles are far apart, or nothing but the year speaks for the candidate; the same
    volume and page keep it a candidate. ``is_identified``: an identifier agrees, so
    that a title that is near will do.
    """
    placed = {
        "authors": _authors(cited, candidate),
        "year": _year(cited, candidate),
        "volume": _volume(cited, candidate),
        "page": _page(cited, candidate),
        "journal": _journal(cited, candidate),
    }
    in_place = _agree(placed, "volume", "page") and not _disagree(placed, "journal")
    near = title_nearness(cited.title, candidate.title)
    is_sure = is_identified or (in_place and _agree(placed, "year"))
    title = _title(cited, candidate, near, is_sure=is_sure)
    words = _words(cited, candidate, is_title=title.says is Says.AGREES)
    fields = (
        placed["authors"],
        placed["year"],
        title,
        placed["journal"],
        placed["volume"],
        placed["page"],
        words,
    )
    said = {field.field: field.says for field in fields}
    return Comparison(_overall(said, near, in_place=in_place), fields)


def _overall(said: dict[str, Says], near: float, *, in_place: bool) -> Overall:
    title, authors = said["title"], said["authors"]
    if title is Says.DISAGREES and near < ALIKE and not in_place:
        return Overall.OTHER
    if title is not Says.AGREES and authors is not Says.AGREES and not in_place:
        return Overall.OTHER
    is_theirs = authors is Says.AGREES and said["year"] is Says.AGREES
    disagrees = Says.DISAGREES in said.values()
    if title is Says.AGREES and (is_theirs or in_place) and not disagrees:
        return Overall.AGREES
    return Overall.CANDIDATE


def _agree(fields: dict[str, FieldComparison], *names: str) -> bool:
    return all(fields[name].says is Says.AGREES for name in names)


def _disagree(fields: dict[str, FieldComparison], name: str) -> bool:
    return fields[name].says is Says.DISAGREES


def _field(name: str, cited: object, found: object, says: Says) -> FieldComparison:
    """The comparison of two values; unknown where either is empty."""
    if not cited or not found:
        says = Says.UNKNOWN
    return FieldComparison(name, says, str(cited or ""), str(found or ""))


def _either(agrees: bool) -> Says:
    return Says.AGREES if agrees else Says.DISAGREES


def _authors(cited: Citation, candidate: Record) -> FieldComparison:
    found = candidate.authors
    names = [str(name) for name in found]
    shown = "; ".join(names[:6]) + (" and others" if len(names) > 6 else "")
    says = authors_say(cited.authors, found)
    return _field("authors", "; ".join(cited.authors), shown, says)


def _year(cited: Citation, candidate: Record) -> FieldComparison:
    """The same year, to the number: an article cites the year it read.

    The year before or after may be that of the electronic version; it is shown as
    disagreeing, and a person decides.
    """
    a, b = cited.year, candidate.year
    return _field("year", a, b, _either(a == b))


def _title(
    cited: Citation, candidate: Record, near: float, *, is_sure: bool
) -> FieldComparison:
    """The same title, word by word; where much else says so, one of other endings.

    No number makes up for another letter or another word.
    """
    a, b = cited.title, candidate.title
    agrees = same_title(a, b) or (is_sure and near >= NEAR and has_its_words(a, b))
    says = _either(agrees)
    if agrees and is_generic_title(a) and not is_sure:
        says = Says.UNKNOWN
    compared = _field("title", a, b, says)
    return replace(compared, note="" if agrees else one_letter_note(a, b))


def _journal(cited: Citation, candidate: Record) -> FieldComparison:
    """The journals' names; a preprint is in none."""
    found = candidate.journal
    says = journals_say(cited.journal, found)
    is_preprint = candidate.type is RecordType.PREPRINT
    if is_preprint and cited.journal and not is_preprint_server(cited.journal):
        says, found = Says.DISAGREES, found or "a preprint, in no journal"
    return _field("journal", cited.journal, found, says)


def _volume(cited: Citation, candidate: Record) -> FieldComparison:
    """The volumes' numbers; 0 and 00 stand where an article had no volume yet."""
    says = volumes_say(cited.volume, candidate.volume)
    return _field("volume", cited.volume, candidate.volume, says)


def _page(cited: Citation, candidate: Record) -> FieldComparison:
    """The first pages, or the article's numbers.

    Page 1 says nothing: articles that have a number count their pages from 1. Nor does
    a page inside the candidate's.
    """
    a = first_page(cited.page)
    b = first_page(candidate.pages)
    says = _either(a == b)
    if says is Says.DISAGREES and ("1" in (a, b) or is_inside(a, candidate.pages)):
        says = Says.UNKNOWN
    return _field("page", a and cited.page, b and candidate.pages, says)


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
    says = _either(not missing)
    if missing and is_title and not candidate.abstract:
        says = Says.UNKNOWN
    return _field("words", ", ".join(cited.words), said.strip() and shown, says)


def _stem(word: str) -> str:
    """A word without its commonest English endings; rough, and the same both sides."""
    for ending in ("ies", "ing", "es", "al", "ed", "s", "e", "y"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word.removesuffix(ending)
    return word
