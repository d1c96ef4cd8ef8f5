"""What comparing a cited work with a candidate came to, field by field."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bibliography.matching.says import Overall, Says
from bibliography.matching.titles import ALIKE, title_nearness

_SEVERAL = 3  # authors who seldom write two works in one journal and year


@dataclass(frozen=True, slots=True)
class FieldComparison:
    """One field of a cited work beside the same field of a candidate."""

    field: str  # identifier, authors, year, title, journal, volume, page, words
    says: Says
    cited: str
    found: str
    note: str = ""  # in what the two differ, where that is easily overlooked
    told_by: tuple[str, ...] = ()  # the services that say what was found

    def as_json(self) -> dict[str, Any]:
        """The field as plain JSON types; what is empty by default is left out."""
        return {
            "field": self.field,
            "says": str(self.says),
            "cited": self.cited,
            "found": self.found,
            **({"note": self.note} if self.note else {}),
            **({"told_by": list(self.told_by)} if self.told_by else {}),
        }


@dataclass(frozen=True, slots=True)
class Comparison:
    """A cited work beside a candidate, field by field."""

    overall: Overall
    fields: tuple[FieldComparison, ...]

    def as_json(self) -> dict[str, Any]:
        """The comparison as plain JSON types, to keep and to show."""
        fields = [field.as_json() for field in self.fields]
        return {"overall": str(self.overall), "fields": fields}

    @property
    def agreeing(self) -> tuple[str, ...]:
        """The fields that agree."""
        return tuple(f.field for f in self.fields if f.says is Says.AGREES)

    @property
    def disagreeing(self) -> tuple[str, ...]:
        """The fields that disagree."""
        return tuple(f.field for f in self.fields if f.says is Says.DISAGREES)


def comparison_from_json(kept: Mapping[str, Any]) -> Comparison:
    """The comparison that ``Comparison.as_json`` wrote."""
    fields = tuple(
        FieldComparison(
            field["field"],
            Says(field["says"]),
            field["cited"],
            field["found"],
            field.get("note", ""),
            tuple(field.get("told_by", ())),
        )
        for field in kept["fields"]
    )
    return Comparison(Overall(kept["overall"]), fields)


def as_told_by(service: str, comparison: Comparison) -> Comparison:
    """The same, each found value as the word of a service."""
    fields = (
        replace(field, told_by=(service,)) if field.found else field
        for field in comparison.fields
    )
    return Comparison(comparison.overall, tuple(fields))


_WEIGHT = {Says.AGREES: 0, Says.DISAGREES: 1, Says.UNKNOWN: 2}


def together(comparisons: Sequence[Comparison]) -> Comparison:
    """What several services' records of one work come to.

    A field agrees where any of them says so: services date one work by its print and
    by its electronic version, and one may have half of its authors. None outvotes
    another.
    """
    if len(comparisons) == 1:
        return comparisons[0]
    by_name: dict[str, list[FieldComparison]] = {}
    for comparison in comparisons:
        for field in comparison.fields:
            by_name.setdefault(field.field, []).append(field)
    fields = tuple(map(_joined, by_name.values()))
    return Comparison(overall_of(fields), fields)


def _joined(fields: Sequence[FieldComparison]) -> FieldComparison:
    best = min(fields, key=lambda field: _WEIGHT[field.says])
    same = [f for f in fields if (f.says, f.found) == (best.says, best.found)]
    tellers = dict.fromkeys(name for field in same for name in field.told_by)
    return replace(best, told_by=tuple(tellers))


def overall_of(fields: Iterable[FieldComparison]) -> Overall:
    """What all fields come to.

    "Agrees" where the title agrees, nothing that is stated disagrees, and author and
    year, or volume and page, agree too. "Other" where the titles are far apart, or
    nothing but the year speaks for the candidate; the same volume and page keep it a
    candidate, and so do the same people in that journal and year. An identifier that
    agrees makes up for a title that is not stated, but not for a record that says
    nothing else of the work; beside another work's title or authors it leaves the work
    "other": the conflict shows.
    """
    by_name = {field.field: field for field in fields}
    said = {name: field.says for name, field in by_name.items()}
    is_identified = said.get("identifier") is Says.AGREES
    if is_identified and _says_another(by_name):
        return Overall.OTHER
    if not is_identified and _is_far(by_name):
        return Overall.OTHER
    if Says.DISAGREES in said.values():
        return Overall.CANDIDATE
    if is_identified:
        says_more = by_name["title"].found or list(said.values()).count(Says.AGREES) > 1
        return Overall.AGREES if says_more else Overall.CANDIDATE
    is_theirs = _agree(said, "authors", "year")
    if _agree(said, "title") and (is_theirs or _is_in_place(said)):
        return Overall.AGREES
    return Overall.CANDIDATE


def _is_far(by_name: Mapping[str, FieldComparison]) -> bool:
    """Whether a work that nobody identified is another: by its title, or by all."""
    said = {name: field.says for name, field in by_name.items()}
    if _is_in_place(said):
        return False
    if said["title"] is Says.DISAGREES and _nearness(by_name["title"]) < ALIKE:
        return not _are_its_people(by_name, said)
    return not (_agree(said, "title") or _agree(said, "authors"))


def _are_its_people(
    by_name: Mapping[str, FieldComparison], said: Mapping[str, Says]
) -> bool:
    """Whether so much else is the candidate's that it is the title that is wrong.

    Several authors in their order, year and journal; of fewer the page too.
    """
    if not _agree(said, "authors", "year", "journal"):
        return False
    several = by_name["authors"].cited.count(";") >= _SEVERAL - 1
    return several or _agree(said, "page")


def _says_another(by_name: Mapping[str, FieldComparison]) -> bool:
    """Whether a record with the identifier that is stated is another work's.

    A title quite another's, unless the authors and more are the cited work's: then it
    is the title that is wrong. Without a title the authors decide.
    """
    said = {name: field.says for name, field in by_name.items()}
    if _is_in_place(said) or _agree(said, "title"):
        return False
    if said["title"] is Says.UNKNOWN:
        return said["authors"] is Says.DISAGREES
    is_near = _nearness(by_name["title"]) >= ALIKE
    placed = [said.get(name) for name in ("journal", "volume", "page")]
    backing = _agree(said, "year") and Says.DISAGREES not in placed
    if _agree(said, "authors"):
        return not backing and not is_near
    return not (backing and is_near)


def _nearness(title: FieldComparison) -> float:
    return title_nearness(title.cited, title.found)


def _is_in_place(said: Mapping[str, Says]) -> bool:
    """Whether volume and page agree, and no other journal's."""
    is_theirs = said.get("journal") is not Says.DISAGREES
    return _agree(said, "volume", "page") and is_theirs


def _agree(said: Mapping[str, Says], *names: str) -> bool:
    return all(said.get(name) is Says.AGREES for name in names)
