"""A grade as its form holds it: plain values, checked all at once.

The same shape is kept as a draft (JSON, however incomplete) and handed in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, asdict, dataclass, field, fields
from typing import Any

from claims.words import Certainty
from core.errors import LONGEST_NAME, Refused, some_of
from core.numbers import whole_number
from evidence.judged import ELEMENTS
from evidence.method import GRADE_METHODS, Rating, rate
from evidence.models import EvidenceItem, Grade, GradeGroup, ItemReading
from evidence.words import Domain, Upgrade


@dataclass(frozen=True, kw_only=True)
class GroupForm:
    """One group of designs: where it starts, and each domain's levels and reasons.

    ``levels`` has a number for each domain and upgrade; None is not assessed.
    ``bias_says`` and ``bias_quote`` are a review's own appraisal by ROBINS-I or E.
    """

    designs: str
    start: str
    carries: bool = False
    levels: Mapping[str, int | None] = field(default_factory=dict)
    why: Mapping[str, str] = field(default_factory=dict)
    override_why: str = ""
    bias_says: str = ""
    bias_quote: str = ""

    def rating(self) -> Rating:
        """The rules applied to its levels; ValueError for a word none of them knows."""
        return rate(start=self.start, **self.arguments(), override=self.override_why)

    def arguments(self) -> dict[str, Any]:
        """Levels down and up and what is explained, as ``rate`` takes them."""
        up = {str(u): self.levels.get(u) or 0 for u in Upgrade}
        return {
            "down": {str(d): self.levels.get(d) for d in Domain},
            "up": up,
            "explained": [name for name, words in self.why.items() if words.strip()],
        }


@dataclass(frozen=True, kw_only=True)
class ReadingForm:
    """What the grader confirms of one item: its bearing and how direct it is.

    ``why`` it is read otherwise than its numbers propose.
    """

    item: int
    bearing: str
    why: str = ""
    population_match: str = ""
    intervention_match: str = ""
    comparator_match: str = ""
    outcome_match: str = ""


@dataclass(frozen=True, kw_only=True)
class GradeForm:
    """A whole grade; by GRADE one group carries the verdict and gives its certainty.

    Why nothing can be said, and which way the evidence leans, are derived from it.
    """

    verdict: str
    note: str = ""
    explanation: str = ""
    strength: str = ""
    target: str = ""
    threshold: str = ""
    size_class: str = ""
    groups: tuple[GroupForm, ...] = ()
    readings: tuple[ReadingForm, ...] = ()

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> GradeForm:
        """The form in a draft or request; Refused names what is missing or unknown."""
        plain = {**said}
        plain["groups"] = tuple(_group(group) for group in said.get("groups", ()))
        plain["readings"] = tuple(
            _made(ReadingForm, reading, "A reading", "readings.")
            for reading in said.get("readings", ())
        )
        return _made(cls, plain, "A grade")

    def as_json(self) -> dict[str, Any]:
        """The form as plain JSON types."""
        return asdict(self)

    @property
    def carrying(self) -> GroupForm | None:
        """The group of designs that the verdict rests on."""
        return next((group for group in self.groups if group.carries), None)

    def certainty(self, method: str) -> str:
        """What the domains make it; not applicable where the method rates none."""
        if method not in GRADE_METHODS:
            return str(Certainty.NOT_APPLICABLE)
        if self.carrying is None:
            return str(Certainty.NOT_GRADED)
        return str(self.carrying.rating().certainty)


def _group(said: Mapping[str, Any]) -> GroupForm:
    levels = said.get("levels", {})
    unknown = some_of(sorted(set(levels) - {*Domain, *Upgrade}))
    if unknown:
        raise Refused(f"GRADE has no domain {unknown}.")
    numbers = {name: _level(name, value) for name, value in levels.items()}
    return _made(
        GroupForm, {**said, "levels": numbers}, "A group of designs", "groups."
    )


def _level(name: str, value: Any) -> int | None:
    """A level as a form gives it; nothing is not assessed."""
    if value is None or value == "":
        return None
    level = whole_number(str(value))
    if level is None:
        raise Refused(f"{name.replace('_', ' ').capitalize()}: {value!r} is no level.")
    return level


def _made(form: type, said: Mapping[str, Any], noun: str, path: str = "") -> Any:
    """The form of what was said; Refused names what ``noun`` has not, or lacks."""
    known = {each.name for each in fields(form)}
    if unknown := sorted(set(said) - known):
        sentence = f"{noun} has no such field: {some_of(unknown)}."
        raise Refused(sentence, field=path + unknown[0][:LONGEST_NAME])
    needed = [each.name for each in fields(form) if _is_needed(each)]
    if missing := [name for name in needed if name not in said]:
        sentence = f"{noun} needs its {' and its '.join(missing)}."
        raise Refused(sentence, field=path + missing[0])
    return form(**said)


def _is_needed(name: Field[Any]) -> bool:
    return name.default is MISSING and name.default_factory is MISSING


# --- rows ---


def form_of(grade: Grade) -> GradeForm:
    """The form that a grade was handed in as; two queries."""
    by = grade.reviewer
    groups, readings = grade.groups.of(by), grade.readings.of(by)
    return form_from(grade, groups.order_by("id"), readings.order_by("id"))


def form_from(
    grade: Grade, groups: Iterable[GradeGroup], readings: Iterable[ItemReading]
) -> GradeForm:
    """The form that a grade was handed in as, from its rows in their order."""
    plain = [each.name for each in fields(GradeForm)]
    plain = [name for name in plain if name not in ("groups", "readings")]
    return GradeForm(
        **{name: getattr(grade, name) for name in plain},
        groups=tuple(map(_group_form, groups)),
        readings=tuple(map(_reading_form, readings)),
    )


def _group_form(row: GradeGroup) -> GroupForm:
    names = [str(name) for name in (*Domain, *Upgrade)]
    why = {name: getattr(row, f"{name}_why") for name in names}
    return GroupForm(
        designs=row.designs,
        start=row.start,
        carries=row.verdict_rests_on_it,
        levels={name: getattr(row, name) for name in names},
        why={name: words for name, words in why.items() if words},
        override_why=row.override_why,
        bias_says=row.bias_says,
        bias_quote=row.bias_quote,
    )


def _reading_form(row: ItemReading) -> ReadingForm:
    matches = [f"{name}_match" for name in ELEMENTS]
    return ReadingForm(
        item=row.item_id,
        bearing=row.bearing,
        why=row.reading_why,
        **{name: getattr(row, name) for name in matches},
    )


def group_row(grade: Grade, group: GroupForm) -> GradeGroup:
    """The row of one group, its certainty computed."""
    names = [*Domain, *Upgrade]
    levels = {str(name): group.levels.get(name) for name in names}
    levels |= {str(u): levels[u] or 0 for u in Upgrade}
    return GradeGroup(
        grade=grade,
        designs=group.designs,
        start=group.start,
        verdict_rests_on_it=group.carries,
        override_why=group.override_why,
        bias_says=group.bias_says,
        bias_quote=group.bias_quote,
        certainty=str(group.rating().certainty),
        **levels,
        **{f"{name}_why": group.why.get(name, "") for name in names},
    )


def reading_row(
    grade: Grade, reading: ReadingForm, items: Mapping[int, EvidenceItem]
) -> ItemReading:
    """The row of one reading; ``items`` are those of the base, as they are loaded."""
    said = asdict(reading)
    item, why = said.pop("item"), said.pop("why")
    row = ItemReading(grade=grade, item_id=item, reading_why=why, **said)
    if item in items:
        row.item = items[item]
    return row
