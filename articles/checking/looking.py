"""Looks for works that a checked article or list cites, and stores none of them.

As for a kept article: the references kept here and the answers kept here first, then
the services, and each candidate compared field by field. Services are asked one after
the other, and no more than it takes: for the identifiers that are stated, else by one
search each until one has the work, and then for notices on it. Only a job or a command
does it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from articles.checking.findings import Finding, record_of
from articles.checking.stated import StatedWork
from articles.citations.finding import (
    found_in,
    is_searchable,
    plausible,
    references_like,
    store_answer,
)
from articles.citations.looked_up import LookedUp, add_kept_notices, from_checks
from articles.words import Found
from bibliography.matching import (
    ALIKE,
    Comparison,
    Says,
    compare_cited,
    overall_of,
    title_nearness,
)
from bibliography.models import Reference, ReferenceCheck
from bibliography.records import LookupAnswer, LookupStatus, Record, RecordType
from bibliography.services import CROSSREF, OPENALEX, PUBMED, TAKES, Services

MOST_SHOWN = 3  # candidates of one work
SEARCHED = (CROSSREF, PUBMED, OPENALEX)  # in turn, the dearest last


def look_for(work: StatedWork, services: Services, now: datetime) -> Finding:
    """Look for one work: who answered, with which works, and what that comes to."""
    if not work.is_checkable:
        return _finding(work, Found.NOT_CHECKABLE, LookedUp([], [], []), (), now)
    search = _Search(work, services)
    cited, stated = work.citation, work.identifiers
    kept_here = references_like(cited, stated)
    search.answers.append(store_answer(kept_here, cited, stated, now))
    search.by_identifiers()
    if is_searchable(cited) and not search.found:
        search.by_citation()
    search.for_notices()
    known = from_checks(_checks(work, search.answers, kept_here, now))
    add_kept_notices(known.candidates)
    nowhere = search.nowhere
    for candidate in known.candidates:
        candidate.comparison = _leading_nowhere(candidate.comparison, nowhere)
    return _finding(work, found_in(known), known, nowhere, now)


@dataclass
class _Search:
    """One search: whom it asked for what so far, and what they answered."""

    work: StatedWork
    services: Services
    answers: list[LookupAnswer] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)  # services, for an identifier

    def by_identifiers(self) -> None:
        """Ask for the identifiers stated, PubMed by its own number where one is known.

        Its DOIs are searched for, which costs it two requests: only where nobody else
        has the work.
        """
        stated = self.work.identifiers
        order = (
            (CROSSREF, OPENALEX) if "doi" in stated else (PUBMED, CROSSREF, OPENALEX)
        )
        for name in order:
            self._ask(name, stated)
        if not any(a.status is LookupStatus.FOUND for a in self.answers):
            self._ask(PUBMED, stated)

    def by_citation(self) -> None:
        """Search one service after the other until one has the work."""
        for name in SEARCHED:
            self.answers += self.services.by_citation(self.work.citation, only=[name])
            if self.found:
                return

    def for_notices(self) -> None:
        """Ask who did not tell of the work that was found: they may know of notices."""
        for name in (CROSSREF, OPENALEX, PUBMED):
            found = self.found
            if found is None or name in self._tellers(found.doi):
                continue
            # PubMed is asked by its own number alone: a DOI costs it two requests.
            doi = "" if name == PUBMED else found.doi or ""
            self._ask(name, {"pmid": found.pmid or "", "doi": doi})

    def _tellers(self, doi: str | None) -> set[str]:
        """The services that have told of a DOI's work."""
        return {
            answer.service
            for answer in self.answers
            if any(doi and record.doi == doi for record in answer.candidates)
        }

    def _ask(self, name: str, known: Mapping[str, str]) -> None:
        """Ask a service for identifiers, stated or told by others, unless it was."""
        schemes = [scheme for scheme in TAKES[name] if known.get(scheme)]
        if name in self.asked or not schemes:
            return
        self.asked.add(name)
        stated = self.work.identifiers
        for answer in self.services.by_identifiers(known, only=[name]):
            is_stated = known[schemes[0]] == stated.get(schemes[0])
            if answer.status is LookupStatus.FOUND and not is_stated:
                answer = replace(answer, status=LookupStatus.CANDIDATES)
            self.answers.append(answer)

    @property
    def found(self) -> Record | None:
        """The record that is the work, as well as can be told; with its PubMed number.

        None where there is none, or a preprint of what is cited as published.
        """
        told = [r for r in self._records() if self._is_the_work(r)]
        return next((r for r in told if r.pmid), next(iter(told), None))

    def _records(self) -> Iterator[Record]:
        return (record for answer in self.answers for record in answer.candidates)

    def _is_the_work(self, record: Record) -> bool:
        compared = compare_cited(self.work.citation, self.work.identifiers, record)
        said = {each.field: each.says for each in compared.fields}
        is_identified = said.get("identifier") is Says.AGREES
        is_preprint = record.type is RecordType.PREPRINT
        if is_preprint and said["journal"] is Says.DISAGREES and not is_identified:
            return False
        are_theirs = said["authors"] is Says.AGREES or not self.work.authors
        if said["title"] is Says.AGREES:
            return is_identified or are_theirs
        if said["title"] is Says.UNKNOWN:
            return is_identified
        near = title_nearness(self.work.title, record.title) >= ALIKE
        return near and said["authors"] is Says.AGREES

    @property
    def nowhere(self) -> tuple[str, ...]:
        """The identifiers stated that nobody has who was asked, each with who."""
        told = []
        for scheme, value in self.work.identifiers.items():
            asked = [a for a in self.answers if a.query == f"{scheme}:{value}"]
            if {answer.status for answer in asked} == {LookupStatus.NONE}:
                where = ", ".join(answer.service for answer in asked)
                told.append(f"no record of {scheme.upper()} {value} at {where}")
        return tuple(told)


def _checks(
    work: StatedWork,
    answers: Sequence[LookupAnswer],
    kept_here: Sequence[Reference],
    now: datetime,
) -> list[ReferenceCheck]:
    """Answers in the shape of checks, which are not stored."""
    cited, stated = work.citation, work.identifiers
    return [
        ReferenceCheck(
            pk=place + 1,
            service=answer.service,
            outcome=answer.status,
            candidates=list(plausible(cited, stated, answer, kept_here)),
            asked_at=answer.asked_at,
            searched_at=now,
        )
        for place, answer in enumerate(answers)
    ]


def _leading_nowhere(compared: Comparison, nowhere: Sequence[str]) -> Comparison:
    """A comparison with a work that the stated identifiers don't lead to."""
    if not nowhere:
        return compared
    fields = tuple(
        replace(each, says=Says.DISAGREES, note="; ".join(nowhere))
        if each.field == "identifier" and each.says is not Says.AGREES
        else each
        for each in compared.fields
    )
    return Comparison(overall_of(fields), fields)


def _finding(
    work: StatedWork,
    state: str,
    known: LookedUp,
    nowhere: tuple[str, ...],
    now: datetime,
) -> Finding:
    shown = known.candidates[:MOST_SHOWN]
    return Finding(
        number=work.number,
        label=work.label,
        state=str(state),
        records=tuple(record_of(each, known.candidates) for each in shown),
        answered=tuple(known.services),
        silent=tuple(known.silent),
        on=now.date().isoformat(),
        nowhere=nowhere,
    )
