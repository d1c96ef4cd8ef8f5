"""What appraisals agreed on, as plain values with the lights they are shown by."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import JSONObject

from studies.appraisals.instrument_models import DefinedInstrument
from studies.appraisals.models import Appraisal, Judgement, StudyAssignment
from studies.instruments.instrument import Instrument
from studies.instruments.lights import (
    WHOLE,
    columns_of,
    marks_of,
    scale_of,
    shows_items,
)
from studies.instruments.reading import KEYS, instrument, read_instrument
from studies.pictures.lights import Column, Mark


@dataclass(frozen=True)
class Agreed:
    """One agreed appraisal: of a result, or of a whole study where that is None.

    ``by_domain`` has its judgements, ``overall`` that of the whole, empty where the
    instrument makes none; ``answers`` are by question.
    """

    id: int
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

    In the order of their instruments, the oldest first (one query, none for none).
    """
    if not studies:
        return []
    of_whole = Q(round__result=None)
    rows = _rows().filter(round__study__in=studies)
    return [
        _agreed(row) for row in rows.filter(of_whole | Q(round__result__in=results))
    ]


def _rows() -> QuerySet[Appraisal]:
    judged = Judgement.objects.filter(appraisal=OuterRef("pk")).order_by("id")
    names = StudyAssignment.objects.filter(round=OuterRef("round")).order_by("id")
    defined = DefinedInstrument.objects.filter(
        key=OuterRef("round__instrument"), version=OuterRef("round__version")
    )
    return (
        Appraisal.objects.agreed()
        .select_related("round")
        .annotate(
            judged=ArraySubquery(
                judged.values(one=JSONObject(domain="domain", judgement="judgement"))
            ),
            reviewers=ArraySubquery(names.values("reviewer__display_name")),
            table=Subquery(defined.values("table")[:1]),
        )
        .order_by("round__instrument", "round__variant", "id")
    )


def _agreed(row: Any) -> Agreed:
    asked = row.round
    return Agreed(
        id=row.pk,
        study=asked.study_id,
        result=asked.result_id,
        tool=_tool(asked.instrument, row.table),
        variant=asked.variant,
        by_domain={one["domain"]: one["judgement"] for one in row.judged},
        overall=row.overall,
        answers=row.answers,
        reviewers=tuple(row.reviewers),
        agreed_at=row.submitted_at,
    )


def tool_of(key: str, version: str) -> Instrument:
    """The instrument that a round names (one query for one that an editor defined)."""
    if key in KEYS:
        return instrument(key)
    defined = DefinedInstrument.objects.get(key=key, version=version)
    return _tool(key, defined.table)


def _tool(key: str, table: dict[str, Any] | None) -> Instrument:
    """The instrument of a round: one that comes along, else as an editor defined it."""
    if table is None or key in KEYS:
        return instrument(key)
    return _defined(key, json.dumps(table, sort_keys=True))


@lru_cache(maxsize=64)
def _defined(key: str, table: str) -> Instrument:
    return read_instrument(key, json.loads(table))
