"""Who was asked for notices on a reference, and what each source said, and when."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from bibliography.lookups.retraction_watch import NAME as RETRACTION_WATCH
from bibliography.models import Reference, ReferenceCheck
from bibliography.services import CROSSREF, NAMES
from texts.words import Words

# Retraction Watch is not asked itself: Crossref passes its word on.
SOURCES = (*NAMES, RETRACTION_WATCH)


class Said(Words):
    """What a source of notices said of a reference, the last time it answered."""

    TELLS = "tells", "tells of a notice"
    SILENT = "silent", "lists no notice"
    LACKS = "lacks", "does not have it"
    UNKNOWN = "unknown", "did not answer"
    UNASKED = "unasked", "was not asked"


@dataclass(frozen=True, slots=True)
class SourceSaid:
    """One source, what it said, when, and when it failed since, if it did."""

    source: str
    said: Said
    at: datetime | None = None
    failed_at: datetime | None = None


def said_of_notices(
    checks: Iterable[ReferenceCheck], telling: Collection[str]
) -> list[SourceSaid]:
    """What every source of notices said of a reference by its checks.

    ``telling`` are the sources of the notices that stand.
    """
    answered, failed = _latest(checks)
    return [_of(source, answered, failed, telling) for source in SOURCES]


def latest_checks(reference: Reference) -> Iterator[ReferenceCheck]:
    """The newest check of each service and outcome (one query)."""
    rows = reference.checks.exclude(query__has_key="updates")
    return rows.order_by("service", "outcome", "-asked_at").distinct(
        "service", "outcome"
    )


def sources_in(names: Iterable[str | None]) -> set[str]:
    """The sources of some notices, each with its ``source_names`` in one text."""
    return {name for text in names for name in (text or "").split(", ")}


Latest = dict[str, ReferenceCheck]


def _latest(checks: Iterable[ReferenceCheck]) -> tuple[Latest, Latest]:
    """By service the newest check that was answered, and the newest that was not."""
    answered: Latest = {}
    failed: Latest = {}
    for check in checks:
        rows = failed if check.outcome == ReferenceCheck.Outcome.FAILED else answered
        known = rows.get(check.service)
        if known is None or known.asked_at < check.asked_at:
            rows[check.service] = check
    return answered, failed


def _of(
    source: str, answered: Latest, failed: Latest, telling: Collection[str]
) -> SourceSaid:
    service = CROSSREF if source == RETRACTION_WATCH else source
    last, missed = answered.get(service), failed.get(service)
    since = missed.asked_at if missed else None
    if last is None:
        said = Said.TELLS if source in telling else _unheard(missed)
        return SourceSaid(source, said, failed_at=since)
    if since and since < last.asked_at:
        since = None
    if source in telling:
        said = Said.TELLS
    elif last.outcome == ReferenceCheck.Outcome.FOUND:
        said = Said.SILENT
    else:
        said = Said.LACKS
    return SourceSaid(source, said, last.asked_at, since)


def _unheard(missed: ReferenceCheck | None) -> Said:
    return Said.UNKNOWN if missed else Said.UNASKED
