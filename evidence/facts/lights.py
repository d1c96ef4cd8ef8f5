"""The lights of a claim or a study, drawn from facts each time they are shown."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from core.dataclass_json import from_json
from evidence.facts.appraised import BiasTable, JudgementMark
from studies.pictures.judgement_bars import Bar, JudgementBars, Part, judgement_bars
from studies.pictures.lights import OVERALL, Column, Mark
from studies.pictures.traffic_light import LightRow, TrafficLight, traffic_light

Facts = dict[str, Any]


@dataclass(frozen=True)
class Lights:
    """How results were appraised with one instrument: a table, and its two pictures."""

    table: Facts
    lights: SafeString
    bars: SafeString


def claim_lights(facts: Facts) -> Iterator[Lights]:
    """The lights of the results that a claim's verdict rests on (no query)."""
    for table in facts.get("bias", ()):
        read = from_json(BiasTable, table)
        yield Lights(table, _svg(traffic_light(_lights(read))), _svg(_bars(read)))


def _svg(drawn: str) -> SafeString:
    return mark_safe(drawn)  # noqa: S308


def _lights(table: BiasTable) -> TrafficLight:
    return TrafficLight(
        title=f"Risk of bias by {table.name}: {table.designs_words}",
        columns=_columns(table),
        rows=tuple(
            LightRow(row.label, _marks(row.marks), row.note, row.retracted)
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
