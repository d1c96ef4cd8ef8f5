"""The lights of a claim or a study, drawn from facts each time they are shown."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from core.dataclass_json import from_json
from evidence.facts.appraised import BiasTable, JudgementMark
from evidence.facts.declared import ItemFacts
from studies.appraisals.agreed import Agreed, agreed_appraisals
from studies.models import Result, Study
from studies.pictures.judgement_bars import Bar, JudgementBars, Part, judgement_bars
from studies.pictures.lights import NOT_APPRAISED, OVERALL, Column, Mark, legend_of
from studies.pictures.traffic_light import LightRow, TrafficLight, traffic_light

Facts = dict[str, Any]


@dataclass(frozen=True)
class Lights:
    """How results were appraised with one instrument: a table, and its two pictures."""

    table: Facts
    lights: SafeString
    bars: SafeString

    @property
    def label(self) -> str:
        """What tells it from other tables of a page."""
        named = (self.table["name"], self.table["variant_words"])
        return ", ".join(filter(None, (*named, self.table["designs_words"])))


def claim_lights(facts: Facts) -> Iterator[Lights]:
    """The lights of the results that a claim's verdict rests on (no query)."""
    for table in facts.get("bias", ()):
        read = from_json(BiasTable, table)
        yield Lights(table, _svg(traffic_light(_lights(read))), _svg(_bars(read)))


@dataclass(frozen=True)
class StudyRow:
    """A result of a study, or the study itself, and how it was judged, by domain."""

    label: str
    address: str
    appraisal: str  # its address; empty where nobody appraised it
    marks: tuple[Mark, ...]
    reviewers: str
    agreed_at: datetime | None


@dataclass(frozen=True)
class StudyLights:
    """How a study and its results were appraised with one instrument."""

    name: str
    version: str
    variant_words: str
    columns: tuple[Column, ...]
    rows: tuple[StudyRow, ...]
    svg: SafeString

    @property
    def label(self) -> str:
        """What tells it from other tables of a page."""
        return ", ".join(filter(None, (self.name, self.variant_words)))


def study_lights(study: Study, results: Collection[Result]) -> list[StudyLights]:
    """The lights of a study's results, in the order given, by instrument (one query).

    A result that nobody appraised has its row beside others that somebody did.
    """
    agreed = agreed_appraisals(results=[one.pk for one in results], studies=[study.pk])
    by_tool: dict[tuple[str, str], list[Agreed]] = {}
    for one in agreed:
        by_tool.setdefault((one.tool.key, one.variant), []).append(one)
    return [_of_study(study, results, found) for found in by_tool.values()]


def _of_study(
    study: Study, results: Iterable[Result], agreed: list[Agreed]
) -> StudyLights:
    newest = max(agreed, key=lambda one: one.agreed_at)
    of = {one.result: one for one in agreed}
    if newest.result is None:
        rows = [_study_row(study.label, f"/studies/{study.pk}/", of[None], newest)]
    else:
        rows = [
            _study_row(_result_label(one), f"#result-{one.pk}", of.get(one.pk), newest)
            for one in results
        ]
    tool = newest.tool
    picture = TrafficLight(
        title=f"Risk of bias by {tool.name}: {study.label}",
        columns=newest.columns,
        rows=tuple(LightRow(row.label, row.marks, href=row.appraisal) for row in rows),
        scale=newest.scale,
        of="Study" if newest.result is None else "Result",
    )
    return StudyLights(
        name=tool.name,
        version=tool.version,
        variant_words=tool.variants.get(newest.variant, ""),
        columns=newest.columns,
        rows=tuple(rows),
        svg=_svg(traffic_light(picture)),
    )


def _result_label(result: Result) -> str:
    """What tells a result from others of its study."""
    named = (result.outcome.name, result.time_words, result.subgroup)
    return ", ".join(filter(None, named))


def _study_row(
    label: str, address: str, one: Agreed | None, newest: Agreed
) -> StudyRow:
    judged = dict(zip(one.columns, one.marks, strict=True)) if one else {}
    return StudyRow(
        label=label,
        address=address,
        appraisal=f"/studies/{one.study}/appraisals/{one.round}/" if one else "",
        marks=tuple(judged.get(each, NOT_APPRAISED) for each in newest.columns),
        reviewers=" and ".join(one.reviewers) if one else "",
        agreed_at=one.agreed_at if one else None,
    )


def legend_of_items(items: Iterable[ItemFacts]) -> tuple[Mark, ...]:
    """What the lights beside items mean: the scales they were judged on, and more."""
    appraised = [one for item in items for one in item.appraisals]
    scales = dict.fromkeys(mark for one in appraised for mark in one.scale)
    shown = [each.judgement for one in appraised for each in one.domains]
    return legend_of(_marks(scales), _marks(shown))


def _svg(drawn: str) -> SafeString:
    return mark_safe(drawn)  # noqa: S308


def _lights(table: BiasTable) -> TrafficLight:
    return TrafficLight(
        title=f"Risk of bias by {table.name}: {table.designs_words}",
        columns=_columns(table),
        rows=tuple(
            LightRow(
                row.label,
                _marks(row.marks),
                row.note,
                row.retracted,
                row.appraisal_address,
            )
            for row in table.rows
        ),
        scale=_marks(table.scale),
    )


def _bars(table: BiasTable) -> str:
    bars = zip(_columns(table), table.shares, strict=True)
    return judgement_bars(
        JudgementBars(
            title=f"Summary of the risk of bias by {table.name}",
            bars=tuple(
                Bar(
                    column,
                    tuple(Part(_mark(one.judgement), one.share) for one in each.shares),
                )
                for column, each in bars
            ),
            scale=_marks(table.scale),
            weighed=table.weighed_words,
        )
    )


def _columns(table: BiasTable) -> tuple[Column, ...]:
    return tuple(
        OVERALL if one.code == OVERALL.code else Column(one.code, one.name)
        for one in table.domains
    )


def _marks(marks: Iterable[JudgementMark]) -> tuple[Mark, ...]:
    return tuple(_mark(mark) for mark in marks)


def _mark(mark: JudgementMark) -> Mark:
    return Mark(mark.light, mark.word, mark.symbol)
