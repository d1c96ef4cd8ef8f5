"""What checking a list came to: its entries with their findings, the worst first."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from articles.checking.findings import Finding, FoundRecord, listed
from articles.reference_lists.listed import ListedWork
from articles.words import ListState
from bibliography.records import NoticeKind
from core.templatetags.footing import day
from texts.rules import RuleEffect, RuleEntry

RULE_ENTRIES = (
    RuleEntry(
        "lists.state",
        "An entry of a reference list agrees, differs, names another’s identifier"
        " or was not found, by what each field of the work found says.",
        RuleEffect.DECIDES,
        "Footing",
    ),
)


@dataclass(frozen=True)
class CheckedEntry:
    """One entry of a list, and what looking for it came to; None where nobody did."""

    work: ListedWork
    finding: Finding | None

    @property
    def number(self) -> int:
        return self.work.number

    @property
    def state(self) -> ListState:
        if self.finding:
            return self.finding.list_state
        is_checkable = self.work.stated.is_checkable and not self.work.problem
        return ListState.NOT_CHECKED if is_checkable else ListState.NOT_CHECKABLE

    @property
    def nearest(self) -> FoundRecord | None:
        """The record that comes nearest; with a conflict, the identifier's own."""
        records = self.finding.records if self.finding else ()
        if self.state is ListState.CONFLICT:
            records = sorted(records, key=lambda one: not one.is_conflict)
        return next(iter(records), None)

    @property
    def meant(self) -> FoundRecord | None:
        """In a conflict, the work that seems to be meant, where it was found."""
        if self.state is not ListState.CONFLICT or not self.finding:
            return None
        others = (one for one in self.finding.records if not one.is_conflict)
        return next(others, None)

    @property
    def notices(self) -> Sequence[str]:
        """The kinds of notice on the record, in words, each with who says so."""
        told: dict[str, list[str]] = {}
        for notice in self.nearest.notices if self.nearest else ():
            told.setdefault(notice.kind, []).append(notice.source)
        return [
            f"{NoticeKind(kind).label}, said by {listed(list(dict.fromkeys(sources)))}"
            for kind, sources in told.items()
        ]

    @property
    def is_retracted(self) -> bool:
        """Whether the work that it seems to be was retracted."""
        is_it = self.state in (ListState.AGREES, ListState.DIFFERS)
        return bool(is_it and self.nearest and self.nearest.retracted)

    @property
    def words(self) -> str:
        """What came of it, as a sentence without its end."""
        nearest, finding = self.nearest, self.finding
        if finding is None:
            return self.work.problem.rstrip(".") or (
                "not looked for yet"
                if self.state is ListState.NOT_CHECKED
                else "states too little to look for it"
            )
        if self.state is ListState.AGREES and nearest:
            return f"agrees in the fields read: {listed(nearest.agrees)}"
        if self.state is ListState.DIFFERS and nearest:
            return f"differs in {listed(nearest.disagrees)}"
        if self.state is ListState.NOT_CHECKABLE and nearest:
            return "states too little to tell it from other works"
        if self.state is ListState.NOT_CHECKED:
            return f"not settled: {listed(finding.silent)} did not answer"
        return finding.words

    @property
    def remarks(self) -> list[str]:
        """What else is to be known of it, as sentences."""
        told = [f"{words[:1].upper()}{words[1:]}." for words in self.notices]
        if self.nearest and self.nearest.published_as:
            told.append(
                f"A preprint, published since: DOI {self.nearest.published_as}."
            )
        if self.nearest and self.nearest.is_later_version:
            told.append(f"Cited as a preprint; published in {self.nearest.journal}.")
        nowhere = self.finding.nowhere if self.finding else ()
        told += [f"{words[:1].upper()}{words[1:]}." for words in nowhere]
        is_said = self.state is ListState.NOT_CHECKED
        if self.finding and self.finding.silent and not is_said:
            told.append(f"No answer from {listed(self.finding.silent)}.")
        return told

    @property
    def asked(self) -> str:
        """Who answered, and when."""
        if not self.finding or not self.finding.answered:
            return ""
        return f"{listed(self.finding.answered)}, {day(self.finding.on)}"


def checked_entries(
    works: Iterable[ListedWork], findings: Mapping[int, Finding]
) -> list[CheckedEntry]:
    """The entries of a list, those that most need a look first."""
    entries = [CheckedEntry(work, findings.get(work.number)) for work in works]
    return sorted(entries, key=_urgency)


def _urgency(entry: CheckedEntry) -> tuple[bool, int, int]:
    worst = list(ListState).index(entry.state)
    return (not entry.is_retracted, worst, entry.number)


def counted(entries: Iterable[CheckedEntry]) -> list[tuple[ListState, int]]:
    """How many entries came to what, the worst first."""
    counts = Counter(entry.state for entry in entries)
    return [(state, counts[state]) for state in ListState if counts[state]]


def as_facts(entry: CheckedEntry) -> dict[str, Any]:
    """One entry as the command and the API print it."""
    nearest = entry.nearest
    return {
        "number": entry.number,
        "raw": entry.work.raw,
        "state": str(entry.state),
        "agrees": list(nearest.agrees) if nearest else [],
        "disagrees": list(nearest.disagrees) if nearest else [],
        "candidate": _record_facts(nearest) if nearest else None,
        "notices": [vars(notice) for notice in nearest.notices] if nearest else [],
        "meant": _record_facts(entry.meant) if entry.meant else None,
        "retracted": entry.is_retracted,
        "says": entry.words,
        "remarks": entry.remarks,
        "asked": list(entry.finding.answered) if entry.finding else [],
        "on": entry.finding.on if entry.finding else None,
    }


def _record_facts(record: FoundRecord) -> dict[str, Any]:
    return {
        "title": record.title,
        "authors": list(record.authors),
        "year": record.year,
        "journal": record.journal,
        "volume": record.volume,
        "pages": record.pages,
        "type": record.type,
        "doi": record.doi or None,
        "pmid": record.pmid or None,
        "published_as": record.published_as or None,
        "told_by": list(record.told_by),
        "fields": [
            {
                "field": one.name,
                "says": one.says,
                "stated": one.stated,
                "found": one.found,
                "note": one.note,
                "told_by": list(one.told_by),
            }
            for one in record.fields
        ],
    }
