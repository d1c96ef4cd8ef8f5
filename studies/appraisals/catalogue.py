"""All instruments there are: those that come along, and those that editors defined."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Case, CharField, F, OuterRef, Subquery, Value, When
from django.db.models.functions import Coalesce

from studies.instruments import fitting, reading
from studies.instruments.instrument import Instrument, Unit
from studies.models import DefinedInstrument, Result, Study


@dataclass(frozen=True)
class Offer:
    """An instrument for a study or a result: whether it suits, and what to mind."""

    instrument: Instrument
    fits: bool
    advice: str
    defined: bool

    @property
    def key(self) -> str:
        return self.instrument.key


def instrument_of(key: str, version: str) -> Instrument | None:
    """An instrument in a version; None where that version is not at hand."""
    if key in reading.KEYS:
        found = reading.instrument(key)
        return found if found.version == version else None
    row = DefinedInstrument.objects.filter(key=key, version=version).first()
    return read(row) if row else None


def instruments_of(
    named: Collection[tuple[str, str]],
) -> dict[tuple[str, str], Instrument]:
    """Instruments by key and version, as far as they are at hand; one query at most."""
    own = (reading.instrument(key) for key in reading.KEYS)
    found = {(each.key, each.version): each for each in own}
    wanted = set(named) - set(found)
    rows = DefinedInstrument.objects.filter(key__in={key for key, _ in wanted})
    found |= {(row.key, row.version): read(row) for row in rows}
    return {each: found[each] for each in named if each in found}


def instrument_name(round: str = "") -> Case:
    """What a round's instrument is called, to annotate with; its key, if it is gone.

    ``round`` is the way from a row to its round; empty for rounds.
    """
    way = f"{round}__" if round else ""
    key, version = f"{way}instrument", f"{way}version"
    own = [reading.instrument(each) for each in reading.KEYS]
    defined = DefinedInstrument.objects.filter(
        key=OuterRef(key), version=OuterRef(version)
    )
    return Case(
        *(
            When(**{key: each.key, version: each.version}, then=Value(each.name))
            for each in own
        ),
        default=Coalesce(Subquery(defined.values("name")), F(key)),
        output_field=CharField(),
    )


def newest(key: str) -> Instrument | None:
    """The newest version of an instrument that new rounds may use; None for none."""
    if key in reading.KEYS:
        return reading.instrument(key)
    rows = DefinedInstrument.objects.current().filter(key=key)
    row = rows.order_by("-id").first()
    return read(row) if row else None


def read(row: DefinedInstrument) -> Instrument:
    """A defined instrument, by the reader of those that come along."""
    table = {**row.table, "name": row.name, "version": row.version}
    return reading.read_instrument(row.key, table)


def offered_now() -> dict[str, Instrument]:
    """What new rounds may use, by key, each in its newest version; one query."""
    found = {key: reading.instrument(key) for key in reading.KEYS}
    defined = DefinedInstrument.objects.current().order_by("id")
    return found | {row.key: read(row) for row in defined}


def offered(study: Study, result: Result | None) -> list[Offer]:
    """The instruments for a study, or for one of its results: the fitting first."""
    unit = Unit.STUDY if result is None else Unit.RESULT
    found = offered_now()
    keys = [
        key
        for key, each in found.items()
        if each.unit is unit and not fitting.why_not(key, each.name, study.design)
    ]
    return [
        Offer(
            instrument=found[key],
            fits=fitting.fits(key, study.design),
            advice=fitting.advice(key, study.design),
            defined=key not in reading.KEYS,
        )
        for key in fitting.in_order(keys, study.design)
    ]


def in_words(tool: Instrument, variant: str) -> str:
    """An instrument with the effect of interest, as "RoB 2: the effect of …"."""
    words = tool.variants.get(variant, "")
    return f"{tool.name}: {words}" if words else tool.name
