"""Looks for works that a checked article cites, and stores none of them.

As for a kept article: the references kept here and the answers kept here first, then
the services, and each candidate compared field by field. Only a job does it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from articles.citations.finding import (
    carries_agreement,
    found_in,
    is_searchable,
    plausible,
    references_like,
    store_answer,
)
from articles.citations.looked_up import Candidate, LookedUp, from_checks
from articles.models import CitedWork
from articles.reading.document import ReferenceEntry
from articles.reading.suggesting.topic import topic_words
from bibliography.lookups import Citation
from bibliography.models import ReferenceCheck
from bibliography.records import LookupAnswer, NoticeKind
from bibliography.services import OPENALEX, Services
from core.templatetags.footing import day
from texts.identifiers import normalise_doi

Found = CitedWork.Found
NOT_BY_ITSELF = (OPENALEX,)  # whose word on a retraction is another's
MOST_SHOWN = 3  # candidates of one work


@dataclass(frozen=True)
class StatedWork:
    """What is asked for: a cited work as its article states it, without its words.

    ``number`` is its place in the article's list, from 1; ``about`` are topic words of
    the passages under it, for a work without a title.
    """

    number: int
    label: str
    authors: tuple[str, ...]
    year: int | None
    title: str
    journal: str
    volume: str
    page: str
    doi: str
    pmid: str
    about: tuple[str, ...] = ()

    @property
    def citation(self) -> Citation:
        return Citation(
            authors=self.authors,
            year=self.year,
            title=self.title,
            journal=self.journal,
            volume=self.volume,
            page=self.page,
            words=() if self.title else self.about,
        )

    @property
    def identifiers(self) -> dict[str, str]:
        stated = {"pmid": self.pmid, "doi": normalise_doi(self.doi) or ""}
        return {scheme: value for scheme, value in stated.items() if value}

    @property
    def is_checkable(self) -> bool:
        """Whether it states enough to look for it."""
        return bool(self.identifiers) or is_searchable(self.citation)


@dataclass(frozen=True)
class FoundRecord:
    """A record that may be the cited work, and in what it agrees and disagrees."""

    title: str
    year: int | None
    doi: str
    pmid: str
    agrees: tuple[str, ...]
    disagrees: tuple[str, ...]
    retracted: bool
    reference: int | None  # ours, where it is one already


@dataclass(frozen=True)
class Finding:
    """What looking for one work came to; ``state`` is a Found, "" where unsettled."""

    number: int
    label: str
    state: str
    records: tuple[FoundRecord, ...]
    answered: tuple[str, ...]  # services, as a page names them
    silent: tuple[str, ...]
    on: str  # ISO date

    @property
    def is_retracted(self) -> bool:
        """Whether the one record that agrees in all is retracted."""
        agrees = self.state == Found.ONE_AGREES
        return agrees and any(one.retracted for one in self.records[:1])

    @property
    def words(self) -> str:
        """What came of it, as a sentence without its end."""
        where = f"{_listed(self.answered)} on {day(self.on)}"
        if self.is_retracted:
            return "record found; it was retracted"
        if self.state == Found.ONE_AGREES:
            return "record found"
        if self.state == Found.CONFLICT:
            return "its identifier is another work’s"
        if self.state == Found.CANDIDATES:
            wrong = self.records[0].disagrees
            in_what = f"disagrees in {_listed(wrong)}" if wrong else "not sure"
            return f"no record agrees in all; the nearest {in_what}"
        if self.state == Found.NOT_FOUND:
            return f"not found in {where}, which does not mean that it does not exist"
        if self.state == Found.NOT_CHECKABLE:
            return "states too little to look for it"
        return f"not settled: {_listed(self.silent)} did not answer"

    @property
    def state_words(self) -> str:
        """The same in two or three words, to be counted."""
        if self.is_retracted:
            return "retracted"
        short = {
            Found.ONE_AGREES: "found",
            Found.CONFLICT: "with another work’s identifier",
            Found.CANDIDATES: "found only nearly",
            Found.NOT_FOUND: "not found",
            Found.NOT_CHECKABLE: "not checkable",
        }
        return short.get(self.state, "not settled")


def _listed(words: Sequence[str]) -> str:
    *first, last = words or ("nobody",)
    return f"{', '.join(first)} and {last}" if first else last


def stated_work(
    number: int, label: str, entry: ReferenceEntry, passages: Sequence[str]
) -> StatedWork:
    """What is asked for of one entry of a list; ``passages`` stand under it."""
    return StatedWork(
        number=number,
        label=label,
        authors=tuple(entry.authors),
        year=entry.year,
        title=entry.title,
        journal=entry.journal,
        volume=entry.volume,
        page=entry.page,
        doi=entry.doi,
        pmid=entry.pmid,
        about=() if entry.title else topic_words(" ".join(passages)),
    )


def look_for(work: StatedWork, services: Services, now: datetime) -> Finding:
    """Look for one work, by its identifiers first, then by what it is cited as."""
    cited, stated = work.citation, work.identifiers
    if not work.is_checkable:
        return _finding(work, Found.NOT_CHECKABLE, LookedUp([], [], []), now)
    kept_here = references_like(cited, stated)
    answers = [store_answer(kept_here, cited, stated, now)]
    answers += services.by_identifiers(stated)
    if is_searchable(cited) and not carries_agreement(cited, stated, answers):
        answers += services.by_citation(cited)
    known = from_checks(
        [
            _check(
                answer, list(plausible(cited, stated, answer, kept_here)), place, now
            )
            for place, answer in enumerate(answers)
        ]
    )
    return _finding(work, found_in(known), known, now)


def _check(
    answer: LookupAnswer, candidates: list[dict], place: int, now: datetime
) -> ReferenceCheck:
    """An answer in the shape of a check, which is not stored."""
    return ReferenceCheck(
        pk=place + 1,
        service=answer.service,
        outcome=answer.status,
        candidates=candidates,
        asked_at=answer.asked_at,
        searched_at=now,
    )


def _finding(work: StatedWork, state: str, known: LookedUp, now: datetime) -> Finding:
    return Finding(
        number=work.number,
        label=work.label,
        state=str(state),
        records=tuple(map(_record, known.candidates[:MOST_SHOWN])),
        answered=tuple(known.services),
        silent=tuple(known.silent),
        on=now.date().isoformat(),
    )


def _record(candidate: Candidate) -> FoundRecord:
    record = candidate.record
    told = [n for n in candidate.notices if n["source"] not in NOT_BY_ITSELF]
    kinds = {notice["kind"] for notice in told}
    return FoundRecord(
        title=record.title,
        year=record.year,
        doi=record.doi or "",
        pmid=record.pmid or "",
        agrees=tuple(candidate.agrees),
        disagrees=tuple(candidate.disagrees),
        retracted=NoticeKind.RETRACTION in kinds
        and NoticeKind.REINSTATEMENT not in kinds,
        reference=candidate.reference,
    )
