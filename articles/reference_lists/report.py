"""What checking a list came to, as plain values: shown, printed, and kept by a link."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from articles.checking.findings import ComparedField, FoundRecord
from articles.reference_lists.checked import CheckedEntry
from articles.reference_lists.corrected import is_sure
from articles.words import ListState

_NUMBER = re.compile(r"^(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)])\s+")


@dataclass(frozen=True)
class ReportedRecord:
    """A record that was found, in one line and by its identifiers."""

    words: str
    doi: str
    pmid: str
    told_by: tuple[str, ...]


@dataclass(frozen=True)
class ReportedEntry:
    """One entry, what came of it, and in what the record found differs."""

    number: int
    raw: str
    state: str
    words: str
    remarks: tuple[str, ...]
    asked: str
    differing: tuple[ComparedField, ...]
    record: ReportedRecord | None
    meant: ReportedRecord | None
    retracted: bool
    by_identifier: bool  # it can be corrected on the word of its identifier

    @property
    def text(self) -> str:
        """Its own words, without the number that a list gives it."""
        return _NUMBER.sub("", self.raw)

    @property
    def state_word(self) -> ListState:
        return ListState(self.state)


@dataclass(frozen=True)
class ListReport:
    """All that checking a list found on one day, the worst entries first."""

    on: str  # ISO date
    entries: tuple[ReportedEntry, ...]
    of: str = "list"

    @property
    def title(self) -> str:
        """What a page calls it."""
        return "A checked reference list"

    @property
    def counts(self) -> list[tuple[ListState, int]]:
        """How many entries came to what, the worst first."""
        counted = Counter(entry.state for entry in self.entries)
        return [(state, counted[state]) for state in ListState if counted[state]]

    @property
    def retracted(self) -> int:
        """How many of the works were retracted."""
        return sum(entry.retracted for entry in self.entries)


def list_report(entries: Sequence[CheckedEntry], on: date) -> ListReport:
    """The report of a checked list."""
    return ListReport(on=on.isoformat(), entries=tuple(map(_entry, entries)))


def _entry(entry: CheckedEntry) -> ReportedEntry:
    nearest = entry.nearest
    is_conflict = entry.state is ListState.CONFLICT
    return ReportedEntry(
        number=entry.number,
        raw=" ".join(entry.work.raw.split()),
        state=str(entry.state),
        words=entry.words,
        remarks=tuple(entry.remarks),
        asked=entry.asked,
        differing=tuple(nearest.differing) if nearest and not is_conflict else (),
        record=_record(nearest) if nearest else None,
        meant=_record(entry.meant) if entry.meant else None,
        retracted=entry.is_retracted,
        by_identifier=is_sure(entry),
    )


def _record(record: FoundRecord) -> ReportedRecord:
    authors = "; ".join(record.authors[:3])
    more = " and others" if len(record.authors) > 3 else ""
    place = ":".join(filter(None, (record.volume, record.pages)))
    parts = (
        f"{authors}{more}" or "no author stated",
        f"“{record.title or 'no title stated'}”",
        record.journal,
        ", ".join(filter(None, (str(record.year or "no year"), place))),
    )
    return ReportedRecord(
        words=". ".join(filter(None, parts)),
        doi=record.doi,
        pmid=record.pmid,
        told_by=record.told_by,
    )
