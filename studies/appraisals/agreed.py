"""What appraisals agreed on, as plain values with the lights they are shown by."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from core.kept_sql import Ids, KeptRows
from studies.appraisals.catalogue import instrument_of, newest
from studies.appraisals.models import Appraisal, Judgement
from studies.instruments.instrument import Instrument
from studies.instruments.lights import (
    WHOLE,
    columns_of,
    marks_of,
    scale_of,
    shows_items,
)
from studies.pictures.lights import Column, Mark


@dataclass(frozen=True)
class Agreed:
    """One agreed appraisal: of a result, or of a whole study where that is None.

    ``by_domain`` has its judgements, ``overall`` that of the whole, empty where the
    instrument makes none; ``answers`` are by question.
    """

    id: int
    round: int
    study: int
    result: int | None
    tool: Instrument
    variant: str
    by_domain: Mapping[str, str]
    overall: str
    answers: Mapping[str, str]
    reviewers: tuple[str, ...]
    agreed_at: datetime

    @property
    def is_by_item(self) -> bool:
        """Whether its items are what it says, as no domain comes to a judgement."""
        return shows_items(self.tool, self.variant)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """What was judged, in order, the whole last."""
        return columns_of(self.tool, self.variant)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """How it is shown, a mark for each column."""
        judgements = {**self.by_domain, WHOLE: self.overall}
        return marks_of(self.tool, judgements, self.answers, self.variant)

    @property
    def scale(self) -> tuple[Mark, ...]:
        """Every judgement its instrument has, for a legend."""
        return scale_of(self.tool)


def agreed_appraisals(
    *, results: Collection[int], studies: Collection[int]
) -> list[Agreed]:
    """The agreed appraisals of some studies as wholes, and of some of their results.

    In the order of their instruments, the oldest first: one query, and one for each
    instrument that an editor defined; none for no studies.
    """
    if not studies:
        return []
    rows = agreed_rows.rows(results=results, studies=studies)
    named = {(row.round.instrument, row.round.version) for row in rows}
    tools = {name: tool_of(*name) for name in named}
    return [
        _agreed(row, tools[row.round.instrument, row.round.version]) for row in rows
    ]


@KeptRows
def agreed_rows(results: Ids, studies: Ids) -> QuerySet[Appraisal]:
    """What was agreed on of these studies as wholes, and of these of their results."""
    of_whole = Q(round__result=None)
    judged = Judgement.objects.filter(appraisal=OuterRef("pk")).order_by("id")
    alone = Appraisal.objects.filter(round=OuterRef("round"), is_consensus=False)
    names = alone.exclude(submitted_at=None).order_by("id")
    return (
        Appraisal.objects.agreed()
        .filter(
            of_whole | Q(round__result__any_of=results), round__study__any_of=studies
        )
        .select_related("round")
        .annotate(
            judged=ArraySubquery(
                judged.values(one=JSONObject(domain="domain", judgement="judgement"))
            ),
            reviewers=ArraySubquery(names.values("reviewer__display_name")),
        )
        .order_by("round__instrument", "round__variant", "id")
    )


def _agreed(row: Any, tool: Instrument) -> Agreed:
    asked = row.round
    return Agreed(
        id=row.pk,
        round=asked.pk,
        study=asked.study_id,
        result=asked.result_id,
        tool=tool,
        variant=asked.variant,
        by_domain={one["domain"]: one["judgement"] for one in row.judged},
        overall=row.overall,
        answers=row.answers,
        reviewers=tuple(row.reviewers),
        agreed_at=row.submitted_at,
    )


def tool_of(key: str, version: str) -> Instrument:
    """The instrument that a round names; the newest where that version is gone.

    One query for an instrument that an editor defined, none for others. Raises
    KeyError where there is none of that name.
    """
    if found := instrument_of(key, version) or newest(key):
        return found
    raise KeyError(key)
