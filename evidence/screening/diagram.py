"""The flow of a base's records as PRISMA 2020 draws it, and as a table."""

from collections.abc import Iterator

from django.utils.safestring import SafeString, mark_safe

from evidence.screening.flow import Counts, Flow
from evidence.words import SourceKind
from studies.pictures.flow_diagram import Box, FlowDiagram, Step, flow_diagram

TITLE = "From the searches to the included studies"
IDENTIFICATION, SCREENING, INCLUDED = "Identification", "Screening", "Included"


def drawn(flow: Flow) -> SafeString:
    """The flow as a picture."""
    diagram = FlowDiagram(TITLE, tuple(steps_of(flow)))
    return mark_safe(flow_diagram(diagram))  # noqa: S308


def rows_of(flow: Flow) -> list[tuple[str, str, str]]:
    """The same as a table: phase, what is counted, and the rest of the box."""
    return [
        (step.phase, box.line, "; ".join(box.parts))
        for step in steps_of(flow)
        for box in (step.box, step.beside)
        if box
    ]


def steps_of(flow: Flow) -> Iterator[Step]:
    """The boxes of the flow; each unit is named, since one is not the other."""
    yield Step(
        IDENTIFICATION,
        Box(_n("Records identified", flow.records), _parts(_sources(flow))),
        Box(_n("Records removed before screening", flow.removed), _parts(_gone(flow))),
    )
    yield Step(
        SCREENING,
        Box(_n("Records screened", flow.screened), _parts(_waiting(flow))),
        Box(_n("Records left out", flow.excluded), _parts(flow.left_out)),
    )
    yield Step(
        SCREENING,
        Box(_n("Reports sought", flow.sought)),
        Box(_n("Reports not obtained", flow.not_obtained)),
    )
    yield Step(
        SCREENING,
        Box(_n("Reports assessed", flow.taken_on), _parts(_undecided(flow))),
        Box(
            _n("Reports left out", sum(n for _, n in flow.reports_left_out)),
            _parts(flow.reports_left_out),
        ),
    )
    reports = (("reports of them", flow.reports_included),)
    included = _n("Studies included from these searches", flow.studies_included)
    others = Box(_n("Studies included, found otherwise", flow.other_studies))
    yield Step(
        INCLUDED,
        Box(included, _parts(reports)),
        others if flow.other_studies else None,
        enters=True,
    )


def _n(what: str, n: int) -> str:
    return f"{what} (n = {n:,})"


def _parts(counts: Counts) -> tuple[str, ...]:
    return tuple(_n(what, n) for what, n in counts)


def _sources(flow: Flow) -> Counts:
    plural = {
        SourceKind.DATABASE: "databases",
        SourceKind.REGISTER: "trial registers",
        SourceKind.OTHER: "websites, organisations, reference lists",
    }
    counts = [(plural[kind], flow.identified.get(kind, 0)) for kind in SourceKind]
    return tuple((what, n) for what, n in counts if n)


def _gone(flow: Flow) -> Counts:
    counts = (
        ("duplicates", flow.duplicates),
        ("could not be read", flow.unreadable),
        ("left out at the import", flow.left_at_import),
    )
    return tuple((what, n) for what, n in counts if n)


def _waiting(flow: Flow) -> Counts:
    counts = (
        ("still to be screened", flow.awaiting),
        ("perhaps here already", flow.untold),
        ("not in the queue yet", flow.unseen),
    )
    return tuple((what, n) for what, n in counts if n)


def _undecided(flow: Flow) -> Counts:
    n = flow.reports_undecided
    return (("no result decided on yet", n),) if n else ()
