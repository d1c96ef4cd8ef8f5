"""What the searches for a cited work came to: who answered, and with which works."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from articles.models import CitedWork
from bibliography.matching import (
    Comparison,
    FieldComparison,
    Overall,
    Says,
    as_told_by,
    comparison_from_json,
    together,
)
from bibliography.models import Notice, ReferenceCheck
from bibliography.records import Record, Related, names_work, record_from_json
from texts.titles import normalise_title

STORE = "Footing"  # the references kept here, asked like a service
_SHOWN = {STORE: "the references kept here"}
_RANK = {Overall.AGREES: 0, Overall.CANDIDATE: 1, Overall.OTHER: 2}


@dataclass
class Candidate:
    """A work that may be the cited one, as told by one or more services."""

    key: str  # "12-0": its check and its place there
    record: Record
    comparison: Comparison
    told_by: list[str]
    unknown: int  # fields that its own record says nothing of
    reference: int | None = None  # ours, where it is one already
    notices: list[dict[str, Any]] = field(default_factory=list)  # each with "seen_at"
    kept_notices: list[dict[str, Any]] = field(default_factory=list)  # on ours
    related: list[Related] = field(default_factory=list)  # as Crossref says
    identifiers: set[tuple[str, str]] = field(default_factory=set)
    by_identifier: bool = False
    is_new: bool = False  # found since a person decided

    @property
    def told_in_words(self) -> str:
        """Who told of it, as a page names them."""
        return ", ".join(map(shown, self.told_by))

    @property
    def flags(self) -> list[dict[str, Any]]:
        """All that is told of it, each with its kind in words."""
        return [
            {**notice, "words": Notice.Kind(notice["kind"]).label}
            for notice in self.all_notices
        ]

    @property
    def all_notices(self) -> list[dict[str, Any]]:
        """The notices it came with, and those kept here that they don't tell of."""
        told = {(notice["kind"], notice["source"]) for notice in self.notices}
        kept = (n for n in self.kept_notices if (n["kind"], n["source"]) not in told)
        return [*self.notices, *kept]

    @property
    def overall(self) -> Overall:
        return self.comparison.overall

    @property
    def fields(self) -> Sequence[FieldComparison]:
        return self.comparison.fields

    @property
    def agrees(self) -> list[str]:
        """The fields that agree."""
        return list(self.comparison.agreeing)

    @property
    def disagrees(self) -> list[str]:
        """The fields that disagree."""
        return list(self.comparison.disagreeing)

    @property
    def is_conflict(self) -> bool:
        """The identifier the article states is this work's; the rest says another."""
        return self.by_identifier and self.overall is Overall.OTHER


@dataclass(frozen=True)
class LookedUp:
    """All that searches for one cited work came to, by what each service said last."""

    candidates: list[Candidate]
    answered: list[ReferenceCheck]  # each service's last word
    failed: list[ReferenceCheck]  # of the last search: services without an answer

    @property
    def services(self) -> list[str]:
        """Who answered, as a page names them."""
        return list(dict.fromkeys(shown(check.service) for check in self.answered))

    @property
    def silent(self) -> list[str]:
        """Who never answered."""
        return [
            name
            for name in dict.fromkeys(check.service for check in self.failed)
            if name not in self.services
        ]


def shown(service: str) -> str:
    """A service as a page names it."""
    return _SHOWN.get(service, service)


def looked_up(work: CitedWork) -> LookedUp:
    """What the searches for a cited work came to (three queries at most)."""
    checks = list(work.checks.order_by("searched_at", "id"))
    told = from_checks(checks, work.decided_at, work.reference_id)
    add_kept_notices(told.candidates)
    return told


def add_kept_notices(candidates: Iterable[Candidate]) -> None:
    """Give each candidate that is kept here the notices kept on it (two queries).

    Whoever told of a candidate may know of none of them.
    """
    ours = {one.reference: one for one in candidates if one.reference}
    if not ours:
        return
    standing = Notice.objects.standing().filter(reference__in=ours)
    for notice in standing.prefetch_related("sources"):
        sources = [row.source for row in notice.sources.all()] or [STORE]
        ours[notice.reference_id].kept_notices += [
            {
                "kind": notice.kind,
                "source": shown(source),
                "dated": notice.dated.isoformat() if notice.dated else "",
                "notice_doi": notice.notice_doi,
                "notice_pmid": notice.notice_pmid,
                "says": notice.says,
            }
            for source in sources
        ]


def from_checks(
    checks: Sequence[ReferenceCheck],
    decided_at: datetime | None = None,
    match: int | None = None,
) -> LookedUp:
    """The same from the checks themselves, oldest first.

    A candidate is new where a person decided and no check until then had it, unless it
    is the match itself: the reference, by number, that was confirmed without a search.
    """
    answered = _last_words(checks)
    candidates = merged(answered)
    if decided_at:
        before = merged([c for c in checks if c.searched_at <= decided_at])
        for candidate in candidates:
            is_match = match is not None and candidate.reference == match
            is_known = is_match or any(_same(candidate, one) for one in before)
            candidate.is_new = not is_known
    last = max((check.searched_at for check in checks), default=None)
    failed = [c for c in checks if c.searched_at == last and _is_failed(c)]
    return LookedUp(candidates, answered, failed)


def _is_failed(check: ReferenceCheck) -> bool:
    return check.outcome == ReferenceCheck.Outcome.FAILED


def _last_words(checks: Iterable[ReferenceCheck]) -> list[ReferenceCheck]:
    """Each service's checks of the last search in which it answered."""
    answered = [check for check in checks if not _is_failed(check)]
    last: dict[str, datetime] = {}
    for check in answered:
        last[check.service] = max(
            last.get(check.service, check.searched_at), check.searched_at
        )
    return [check for check in answered if check.searched_at == last[check.service]]


def merged(checks: Iterable[ReferenceCheck]) -> list[Candidate]:
    """The works that some checks tell of, each once, the nearest first.

    Two are one where they share an identifier, or title and year and no number of one
    kind tells them apart.
    """
    found: list[Candidate] = []
    for check in checks:
        for place, told in enumerate(check.candidates):
            candidate = _candidate(check, place, told)
            known = next((one for one in found if _same(one, candidate)), None)
            if known is None:
                found.append(candidate)
            else:
                _join(known, candidate)
    return sorted(found, key=lambda c: (_RANK[c.overall], -len(c.agrees), c.key))


def _candidate(check: ReferenceCheck, place: int, told: dict[str, Any]) -> Candidate:
    record = record_from_json(told["record"])
    compared = comparison_from_json(told["comparison"])
    return Candidate(
        key=f"{check.pk}-{place}",
        record=record,
        comparison=as_told_by(shown(check.service), compared),
        told_by=[check.service],
        unknown=sum(f.says is Says.UNKNOWN for f in compared.fields),
        reference=told.get("reference"),
        notices=[
            {**notice, "seen_at": check.asked_at} for notice in told.get("notices", [])
        ],
        related=list(record.related),
        identifiers={tuple(pair) for pair in record.identifiers},
        by_identifier=check.outcome == ReferenceCheck.Outcome.FOUND,
    )


def _same(one: Candidate, other: Candidate) -> bool:
    if one.reference and one.reference == other.reference:
        return True
    first, second = _names(one), _names(other)
    if first & second:
        return True
    if {scheme for scheme, _ in first} & {scheme for scheme, _ in second}:
        return False  # a preprint and its article share title and year, and are two
    title = normalise_title(one.record.title)
    alike = title and title == normalise_title(other.record.title)
    return bool(alike and one.record.year == other.record.year)


def _names(candidate: Candidate) -> set[tuple[str, str]]:
    """The identifiers that tell a candidate from other works."""
    type = candidate.record.type
    return {pair for pair in candidate.identifiers if names_work(pair[0], type)}


def _join(known: Candidate, other: Candidate) -> None:
    """Take another service's word on a candidate in; the fuller record shows."""
    if other.told_by[0] not in known.told_by:
        known.told_by.append(other.told_by[0])
    known.identifiers |= other.identifiers
    known.reference = known.reference or other.reference
    said = [_said(notice) for notice in known.notices]
    known.notices += [n for n in other.notices if _said(n) not in said]
    known.related += [r for r in other.related if r not in known.related]
    known.by_identifier = known.by_identifier or other.by_identifier
    if other.unknown < known.unknown:
        known.key, known.record = other.key, other.record
        known.unknown = other.unknown
    known.comparison = together([known.comparison, other.comparison])


def _said(notice: dict[str, Any]) -> dict[str, Any]:
    """A notice, whenever it was seen."""
    return {name: value for name, value in notice.items() if name != "seen_at"}
