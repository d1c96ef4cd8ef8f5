"""A grade as its form holds it: plain values, checked all at once.

The same shape is kept as a draft (JSON, however incomplete) and handed in.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from typing import Any

from core.errors import Refused
from evidence.actions.proposing import lead_of
from evidence.certainty import (
    GRADE_METHODS,
    Certainty,
    Domain,
    Rating,
    Upgrade,
    VerdictDraft,
    explain_error,
    method_for,
    rate,
    verdict_problems,
)
from evidence.models import EvidenceBase, EvidenceItem, Grade, GradeGroup, ItemReading
from studies.designs import PRECLINICAL
from studies.models import Result


@dataclass(frozen=True, kw_only=True)
class GroupForm:
    """One group of designs: where it starts, and each domain's levels and reasons.

    ``levels`` has a number for each domain and upgrade; None is not assessed.
    """

    designs: str
    start: str
    carries: bool = False
    levels: Mapping[str, int | None] = field(default_factory=dict)
    why: Mapping[str, str] = field(default_factory=dict)
    override_why: str = ""

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
    """What the grader confirms of one item: its bearing and how direct it is."""

    item: int
    bearing: str
    population_match: str = ""
    intervention_match: str = ""
    comparator_match: str = ""
    outcome_match: str = ""


@dataclass(frozen=True, kw_only=True)
class GradeForm:
    """A whole grade; by GRADE one group carries the verdict and gives its certainty."""

    verdict: str
    sentence: str
    explanation: str = ""
    cant_say_because: str = ""
    leaning: str = ""
    target: str = ""
    threshold: str = ""
    size_class: str = ""
    groups: tuple[GroupForm, ...] = ()
    readings: tuple[ReadingForm, ...] = ()

    @classmethod
    def from_json(cls, said: Mapping[str, Any]) -> GradeForm:
        """The form in a draft or request; Refused names what is missing or unknown."""
        plain = {**said}
        plain["groups"] = tuple(_made(GroupForm, g) for g in said.get("groups", ()))
        plain["readings"] = tuple(
            _made(ReadingForm, r) for r in said.get("readings", ())
        )
        return _made(cls, plain)

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


def _made(form: type, said: Mapping[str, Any]) -> Any:
    known = {each.name for each in fields(form)}
    unknown = ", ".join(sorted(set(said) - known))
    if unknown:
        raise Refused(f"A grade has no such field: {unknown}.")
    try:
        return form(**said)
    except TypeError as error:
        missing = str(error).rpartition("argument")[2].lstrip("s: ")
        raise Refused(f"The grade lacks {missing}.") from error


# --- what keeps a form from being handed in ---


def problems(base: EvidenceBase, form: GradeForm) -> list[str]:
    """Sentences for all that is wrong with a form on a base; empty if nothing."""
    try:
        found = verdict_problems(verdict_draft(base, form))
        found += _group_problems(form)
    except ValueError as error:
        return [f"{error}."]
    if method_for(base.claim.kind) in GRADE_METHODS:
        found += [*_sentence_problems(base, form), *_reading_problems(base, form)]
        if not form.target:
            found.append("Say what the certainty is of: any effect, more, or little.")
        if form.target == Grade.Target.ABOVE_THRESHOLD and not form.threshold.strip():
            found.append("State the threshold that is rated.")
    elif not form.sentence.strip():
        found.append("A verdict needs its sentence.")
    return found


def verdict_draft(base: EvidenceBase, form: GradeForm) -> VerdictDraft:
    """The form and its base as the rules of verdicts take them."""
    method = method_for(base.claim.kind)
    items = included_items(base)
    carrying = form.carrying
    rated = {}
    if carrying is not None:
        rated = {
            **carrying.arguments(),
            "start": carrying.start,
            "override": carrying.override_why,
        }
    return VerdictDraft(
        method=method,
        verdict=form.verdict,
        certainty=form.certainty(method),
        kind=base.claim.kind,
        cant_say_because=form.cant_say_because,
        leaning=form.leaning,
        base_frozen=base.is_frozen,
        scope=base.scope,
        read_at_source=sum(_read_at_source(item) for item in items),
        bearings={reading.bearing for reading in form.readings},
        passages=sum(item.passage_id is not None for item in items),
        query=base.query,
        searched_on=base.searched_on,
        **rated,
    )


def included_items(base: EvidenceBase) -> list[EvidenceItem]:
    """The items of a base that count, with what they are of."""
    return list(
        EvidenceItem.objects.filter(base=base, decision="included")
        .select_related("result__study", "passage__reference")
        .order_by("id")
    )


def _read_at_source(item: EvidenceItem) -> bool:
    result = item.result
    return bool(
        result
        and result.provenance != Result.Provenance.SECOND_HAND
        and result.study.design not in PRECLINICAL
    )


def _group_problems(form: GradeForm) -> list[str]:
    """What is wrong with the groups that the verdict does not rest on."""
    others = [group for group in form.groups if not group.carries]
    found = [
        f"{GradeGroup.Designs(group.designs).label.capitalize()}: {explain_error(code)}"
        for group in others
        for code in group.rating().errors
    ]
    if len(form.groups) - len(others) > 1:
        found.append("The verdict rests on one group of designs.")
    return found


def _sentence_problems(base: EvidenceBase, form: GradeForm) -> list[str]:
    try:
        lead = lead_of(base)
    except ValueError as error:
        return [str(error)]
    if form.sentence.startswith(lead):
        return []
    return [f"The sentence says which evidence it speaks of: begin it with “{lead}”."]


def _reading_problems(base: EvidenceBase, form: GradeForm) -> list[str]:
    items = {item.pk: item for item in included_items(base)}
    read = {reading.item for reading in form.readings if reading.bearing}
    found = [
        f"{_label(item)}: say what it shows of the claim."
        for pk, item in items.items()
        if pk not in read
    ]
    if read - set(items):
        found.append("Only included items of this base are read.")
    return found


def _label(item: EvidenceItem) -> str:
    return item.result.study.label if item.result_id else item.passage.reference.title


# --- rows ---


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
        certainty=str(group.rating().certainty),
        **levels,
        **{f"{name}_why": group.why.get(name, "") for name in names},
    )


def reading_row(grade: Grade, reading: ReadingForm) -> ItemReading:
    """The row of one reading."""
    said = asdict(reading)
    return ItemReading(grade=grade, item_id=said.pop("item"), **said)
